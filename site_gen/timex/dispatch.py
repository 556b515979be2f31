"""Which rules can begin at which token, so that most of a text is passed over without trying any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from site_gen.timex.rules import PATTERNS
from site_gen.timex.tokens import CODES, OTHER

# How far a phrase may reach from a token that means nothing by itself (“the”, “5”) to one that does.
_REACH: Final = 14
_NAMED_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class _First:
    """The characters a piece of a pattern can begin with, and whether it can be empty."""

    characters: frozenset[str]
    empty: bool


def _first_of(pattern: str) -> frozenset[str]:
    found, _ = _alternatives(_NAMED_GROUP.sub("(?:", pattern), 0)
    return found.characters


def _alternatives(pattern: str, at: int) -> tuple[_First, int]:
    characters: frozenset[str] = frozenset()
    empty = False
    while True:
        branch, at = _sequence(pattern, at)
        characters, empty = characters | branch.characters, empty or branch.empty
        if pattern[at : at + 1] != "|":
            return _First(characters, empty), at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[_First, int]:
    characters: frozenset[str] = frozenset()
    empty = True
    while at < len(pattern) and pattern[at] not in "|)":
        piece, at = _piece(pattern, at)
        if empty:
            characters, empty = characters | piece.characters, piece.empty
    return _First(characters, empty), at


def _piece(pattern: str, at: int) -> tuple[_First, int]:
    if pattern.startswith(("(?=", "(?!"), at):
        _, at = _alternatives(pattern, at + 3)
        return _First(frozenset(), empty=True), at + 1
    if pattern[at] == "(":
        piece, at = _alternatives(pattern, at + 3)
    else:
        piece = _First(frozenset(pattern[at]), empty=False)
    at += 1
    if pattern[at : at + 1] == "?":
        return _First(piece.characters, empty=True), at + 1
    return piece, at


_FIRSTS: Final = tuple(_first_of(pattern.pattern) for pattern in PATTERNS)
_STARTS: Final = sorted(frozenset().union(*_FIRSTS))
# For each character, the rules that may begin with it, and all their patterns as one.
RULES_FROM: Final = {c: tuple(n for n, first in enumerate(_FIRSTS) if c in first) for c in _STARTS}
_ANY_FROM: Final = {
    c: re.compile("|".join(_NAMED_GROUP.sub("(?:", PATTERNS[n].pattern) for n in RULES_FROM[c])) for c in _STARTS
}
# Some token of a phrase must be one of these: words that are phrases by themselves, or that make other words one.
_MAKING = (
    "day days ONEUNIT ONEYEAR UNITS TUNIT hours TUNITS weekend weekends PART MERIDIEM ZONE LOCALZONE BC term future "
    "present modern NTH half CLOCK apostrophe DAYNAME PAST AD time OFTEN WEEKDAY"
).split()
_ALONE: Final = frozenset(c for c in _STARTS if _ANY_FROM[c].fullmatch(c))
_CORE: Final = "".join(sorted(_ALONE | {CODES[name] for name in _MAKING}))
_REST: Final = "".join(c for c in _STARTS if c not in _CORE)
_PLURALS: Final = "".join(CODES[name] for name in ("days", "UNITS", "hours", "TUNITS"))
_CANDIDATE: Final = re.compile(
    f"[{''.join(c for c in _STARTS if c in _CORE)}]"
    f"|[{_REST}](?=[^{OTHER}]{{0,{_REACH}}}(?:[{_CORE}]|{OTHER}[{_PLURALS}]))"
)


def candidates(codes: str) -> Iterator[int]:
    """The positions where some rule's pattern matches, in order."""
    for found in _CANDIDATE.finditer(codes):
        at = found.start()
        if _ANY_FROM[codes[at]].match(codes, at):
            yield at
