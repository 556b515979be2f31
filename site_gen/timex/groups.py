"""What the groups of a matched pattern hold, in words and numbers, and the phrase they make."""

import re
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from site_gen.timex.lexicon import Value
from site_gen.timex.phrases import Meaning, Phrase, Shift
from site_gen.timex.tokens import CODES, Tokens

# TIMEX3's mods, by the word that makes them.
MODS: Final = MappingProxyType(
    {
        "early": "START", "start": "START", "beginning": "START", "outset": "START", "onset": "START",
        "opening": "START", "late": "END", "end": "END", "close": "END", "conclusion": "END", "ending": "END",
        "latter": "END", "latest": "END", "mid": "MID", "middle": "MID", "midpoint": "MID", "later": "AFTER",
        "earlier": "BEFORE", "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX",
        "circa": "APPROX", "ca": "APPROX", "some": "APPROX", "nearly": "LESS_THAN", "almost": "LESS_THAN",
        "under": "LESS_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN", "over": "MORE_THAN", "more": "MORE_THAN",
        "least": "EQUAL_OR_MORE", "most": "EQUAL_OR_LESS",
    }
)  # fmt: skip
TURNS: Final = MappingProxyType(
    {
        "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "before": -1, "earlier": -1, "ago": -1,
        "next": 1, "following": 1, "subsequent": 1, "ensuing": 1, "coming": 1, "upcoming": 1, "after": 1, "later": 1,
        "from": 1, "afterwards": 1, "afterward": 1,
    }
)  # fmt: skip
# These hang on the date last told of; last, next, this and coming on the day of publication.
TOLD: Final = frozenset("previous preceding prior following subsequent ensuing that same the before after".split())
_LETTERS: Final = MappingProxyType({"day": "D", "days": "D", "weekend": "WE", "weekends": "WE"})
_WORD = re.compile(r"[a-z]+")
_CONTEXT: Final = 48


@dataclass(frozen=True)
class Groups:
    """A match of one rule over the class characters of a text, with the tokens it covers."""

    rule: str
    match: re.Match[str]
    tokens: Tokens
    text: str

    @cached_property
    def start(self) -> int:
        """Where the phrase starts in the text."""
        return self.tokens.starts[self.match.start()]

    @cached_property
    def end(self) -> int:
        """Where the phrase ends in the text."""
        return self.tokens.ends[self.match.end() - 1]

    @cached_property
    def before(self) -> str:
        """Some text in front of the phrase."""
        return self.text[max(0, self.start - _CONTEXT) : self.start]

    @cached_property
    def after(self) -> str:
        """Some text behind the phrase."""
        return self.text[self.end : self.end + _CONTEXT]

    @property
    def said(self) -> str:
        """The phrase in small letters."""
        return self.text[self.start : self.end].lower()

    def span(self, name: str) -> tuple[int, int] | None:
        """The tokens of the group, or of its twin with a 2 behind its name; None where neither took part."""
        for twin in (name, name + "2"):
            if twin in self.match.re.groupindex and self.match.end(twin) > self.match.start(twin) >= 0:
                return self.match.span(twin)
        return None

    def has(self, name: str) -> bool:
        """Whether the group took part."""
        return self.span(name) is not None

    def values(self, name: str) -> list[Value]:
        """What the tokens of the group stand for; empty where it took no part."""
        span = self.span(name)
        return self.tokens.values[span[0] : span[1]] if span else []

    def number(self, name: str) -> int | None:
        """The first number in the group."""
        return next((value for value in self.values(name) if isinstance(value, int)), None)

    def word(self, name: str) -> str:
        """The group as written, in small letters."""
        span = self.span(name)
        return self.text[self.tokens.starts[span[0]] : self.tokens.ends[span[1] - 1]].lower() if span else ""

    def last_word(self, name: str) -> str:
        """The last word of the group, in small letters."""
        words = _WORD.findall(self.word(name))
        return words[-1] if words else ""

    def value(self, name: str) -> str:
        """What the last token of the group stands for, as text."""
        found = self.values(name)
        return str(found[-1]) if found else ""

    def letter(self, name: str = "unit") -> str:
        """The letter of the group's time unit in ISO 8601 durations."""
        value = self.value(name)
        return _LETTERS.get(value, value)

    def mod(self) -> str:
        """The TIMEX3 mod that the group `mod` or `approx` names."""
        words = _WORD.findall(self.word("mod") or self.word("approx"))
        return next((MODS[word] for word in words if word in MODS), "")

    def preceded_by(self, *classes: str) -> bool:
        """Whether the token in front of the phrase is of one of the classes."""
        first = self.match.start()
        return first > 0 and self.tokens.codes[first - 1] in {CODES[c] for c in classes}

    def reference(self, which: str = "ref", unit: str = "refunit") -> Shift | None:
        """“last year”, “that month” as a shift from its anchor; None where the group took no part."""
        if not self.has(unit):
            return None
        word = self.last_word(which) or "the"
        return Shift(unit=self.letter(unit), amount=TURNS.get(word, 0), told=word in TOLD)

    def phrase(self, type_: str, meaning: Meaning, *, mod: str = "", clock: str = "") -> Phrase:
        """The phrase that the match makes."""
        return Phrase(
            start=self.start, end=self.end, rule=self.rule, type=type_, meaning=meaning, mod=mod or self.mod(),
            clock=clock,
        )  # fmt: skip

    def piece(self, first: str, last: str, meaning: Meaning) -> Phrase:
        """A date made of part of the match: from the start of one group to the end of another."""
        begin, end = self.span(first), self.span(last)
        if begin is None or end is None:
            raise KeyError(first if begin is None else last)
        start, stop = self.tokens.starts[begin[0]], self.tokens.ends[end[1] - 1]
        return Phrase(start=start, end=stop, rule=self.rule, type="DATE", meaning=meaning)
