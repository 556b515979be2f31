"""What in a sentence sets it apart from its look-alike: ordinals, verbs, negation, places, parties, counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from site_gen.merge.lexicon import ASIDE, COUNTRY_OF, NUMBER_WORDS, OPPOSITES, ORDINALS, PEOPLE_OF, STOP
from site_gen.merge.stems import stem
from site_gen.merge.words import split
from site_gen.model import Modality

Key = TypeVar("Key")
Value = TypeVar("Value")

_NEGATION = re.compile(
    r"\b(?:(?:did|does|do|has|have|had|will|would|can|could) (?:not|never)|[a-z]+n['’]t|never|without(?= [a-z]+ing)|"
    r"(?:refus|declin|fail)(?:e|ed|es|s|ing)? to)\s+(?!have\b)(?:yet |been |be |also |even )*(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_TURN = re.compile(
    rf"\b(?P<ordinal>{'|'.join(ORDINALS)}|\d+(?:st|nd|rd|th))\s+"
    r"(?:and final |indirect |direct |nuclear |batch of |straight )?"
    r"(?P<noun>[a-z]+)|\b(?P<counted>round|phase|stage|wave|day)\s+(?P<number>one|two|three|four|five|six|seven|\d+)\b",
    re.IGNORECASE,
)
_PARTY = r"(?:the )?([A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)"
_BETWEEN = re.compile(rf"\bbetween {_PARTY} and {_PARTY}")
_COUNT = re.compile(
    r"(?<![\w-])(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+)\s+(?:(?!(?:and|of|in|on|at|to|with|people|were)\b)[a-z-]+ )?"
    r"(?P<noun>[a-z]{4,})\b|\b(?:killed|kills|killing)\s+(?:about |at least |some |up to |nearly )?"
    r"(?P<killed>\d[\d,]*|[a-z]+)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were) (?:due|set|scheduled|expected|slated|about|preparing|planning) to|"
    r"plans? to|scheduled for|intends? to|due (?:on|in) |to be(?= [a-z]+ed\b))\s+(?!have\b)(?:not |be |also )*"
    r"(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
# For texts in lower case: Python passes over a name that begins with another letter, but not where case is ignored.
_PLACES = "|".join(sorted(map(re.escape, COUNTRY_OF), key=len, reverse=True))
_LOCATED = re.compile(
    rf"\b(?:in|at|across|inside) (?:the |central |southern |northern |eastern |western )?({_PLACES})\b(?!['’]s)"
)
_ANY_PLACE = re.compile(rf"\b({_PLACES})\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one sentence; `poles` maps an axis of opposites to the ends named in it, `touched` in the whole.

    `planned` is the deed said to lie ahead, `ahead` whether any does; `foretold` and `told` are what a given modality
    says.
    """

    turns: dict[str, frozenset[int]]
    poles: dict[int, frozenset[int]]
    touched: dict[int, frozenset[int]]
    denied: frozenset[str]
    asserted: frozenset[str]
    countries: frozenset[str]
    mentioned: frozenset[str]
    named: frozenset[str]
    parties: frozenset[str]
    counts: dict[str, frozenset[float]]
    planned: str
    foretold: bool
    told: bool
    ahead: bool


def marks(text: str, whole: str, modality: Modality | None, places: tuple[str, ...]) -> Marks:
    """Read the marks of a sentence, and what is named in the `whole` it heads; a given modality is believed."""
    words = split(text)
    denied = frozenset(stem(verb) for match in _NEGATION.finditer(text) if (verb := match["verb"].lower()) not in STOP)
    return Marks(
        turns=_turns(text),
        poles=_poles(words),
        touched=_poles(split(whole)),
        denied=denied,
        asserted=frozenset(stem(word) for word in words) - denied,
        countries=_countries(text, places),
        mentioned=frozenset(COUNTRY_OF[name] for name in _ANY_PLACE.findall(whole.lower())),
        named=frozenset(map(_folded, split(whole))),
        parties=_parties(text),
        counts=_counts(text),
        planned=_planned(text),
        foretold=modality is Modality.PLANNED,
        told=modality not in (None, Modality.PLANNED),
        ahead=modality is Modality.PLANNED or bool(_PLAN.search(text)),
    )


def _turns(text: str) -> dict[str, frozenset[int]]:
    found: list[tuple[str, int]] = []
    for match in _TURN.finditer(text):
        if match["counted"]:
            word = match["number"].lower()
            found.append((stem(match["counted"].lower()), NUMBER_WORDS.get(word) or int(word)))
        elif number := _ordinal(match["ordinal"].lower()):
            found.append((stem(match["noun"].lower()), number))
    return _gathered((noun, number) for noun, number in found if noun not in ASIDE)


def _ordinal(word: str) -> int:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return ORDINALS.get(word, 0)


def _poles(words: list[str]) -> dict[int, frozenset[int]]:
    """Which ends of which axes; a participle (“closing round”) is no deed."""
    deeds = (stem(word) for word in words if not word.endswith("ing"))
    return _gathered(place for deed in deeds for place in OPPOSITES.get(deed, ()))


def _countries(text: str, places: tuple[str, ...]) -> frozenset[str]:
    """The countries that are named as the scene; a place that the lexicon does not know is none."""
    given = (COUNTRY_OF.get(part.strip().lower(), "") for place in places for part in re.split(r" and |,", place))
    said = (COUNTRY_OF[name] for name in _LOCATED.findall(text.lower()))
    return frozenset((*given, *said)) - {""}


def _parties(text: str) -> frozenset[str]:
    match = _BETWEEN.search(text)
    return frozenset(_folded(split(name)[-1]) for name in match.groups()) if match else frozenset()


def _folded(word: str) -> str:
    """A country for its capital and its people; any other word as it is."""
    return str(COUNTRY_OF.get(word) or PEOPLE_OF.get(word, word))


def _counts(text: str) -> dict[str, frozenset[float]]:
    found: list[tuple[str, float]] = []
    for match in _COUNT.finditer(text):
        written = (match["killed"] or match["number"]).lower().replace(",", "")
        number = float(written) if written[0].isdigit() else float(NUMBER_WORDS.get(written, 0))
        noun = (match["noun"] or "kill").lower()
        if number and noun not in STOP and not _like_a_year(number):
            found.append((stem(noun), number))
    return _gathered(found)


def _like_a_year(number: float) -> bool:
    return 1900 <= number <= 2100 and number == int(number)  # noqa: PLR2004 (years of the news)


def _planned(text: str) -> str:
    """The deed, as a stem, that is said to lie ahead."""
    plan = _PLAN.search(text)
    return stem(verb) if plan and (verb := plan["verb"].lower()) not in STOP else ""


def _gathered(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, frozenset[Value]]:
    out: dict[Key, list[Value]] = {}
    for key, value in pairs:
        out.setdefault(key, []).append(value)
    return {key: frozenset(values) for key, values in out.items()}
