"""What in a sentence can set it apart from its look-alike: ordinals, opposite verbs, negation, places, parties, counts."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from site_gen.merge.lexicon import ASIDE, COUNTRY_OF, NUMBER_WORDS, OPPOSITES, ORDINALS, PLANS
from site_gen.merge.words import split, stem
from site_gen.model import Modality

_NEGATION = re.compile(
    r"\b(?:not|never|n['’]t|neither|nor|cannot|refused to|refuses to|failed to|fails to|declined to|yet to)\s+"
    r"(?:yet |been |be |have |had |to |also |even )*(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_TURN = re.compile(
    r"\b(?P<ordinal>[a-z]+|\d+(?:st|nd|rd|th))\s+(?:and final |indirect |direct |nuclear |batch of |straight )?"
    r"(?P<noun>[a-z]+)|\b(?P<counted>round|phase|stage|wave|day)\s+(?P<number>one|two|three|four|five|six|seven|\d+)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween (?:the )?(?P<a>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*) and (?:the )?(?P<b>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*)"
)
_COUNT = re.compile(
    r"\b(?P<number>\d[\d,]*(?:\.\d+)?|[a-z]+)\s+(?:[a-z-]+ )?(?P<noun>[a-z]{3,})\b|\b(?:killed|kills|killing)\s+"
    r"(?:about |at least |some |up to |nearly )?(?P<killed>\d[\d,]*|[a-z]+)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """The marks of one sentence; `poles` maps an axis of opposites to the ends of it that the sentence names."""

    turns: dict[str, frozenset[int]]
    poles: dict[int, frozenset[int]]
    denied: frozenset[str]
    asserted: frozenset[str]
    countries: frozenset[str]
    named: frozenset[str]
    parties: frozenset[str]
    counts: dict[str, frozenset[float]]
    planned: bool


def marks(text: str, modality: Modality | None, places: tuple[str, ...]) -> Marks:
    """Read the marks of a sentence; a modality that is given goes before what the words suggest."""
    words = split(text)
    denied = frozenset(stem(match["verb"].lower()) for match in _NEGATION.finditer(text))
    return Marks(
        turns=_turns(text),
        poles=_poles(words),
        denied=denied,
        asserted=frozenset(stem(word) for word in words) - denied,
        countries=_countries(text, places),
        named=frozenset(words),
        parties=_parties(text),
        counts=_counts(text),
        planned=_planned(text) if modality is None else modality is Modality.PLANNED,
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
    return _gathered(place for word in words for place in OPPOSITES.get(stem(word), ()))


def _countries(text: str, places: tuple[str, ...]) -> frozenset[str]:
    given = [COUNTRY_OF.get(place.lower(), place.lower()) for place in places]
    said = [COUNTRY_OF[name.lower()] for name in _LOCATED.findall(text)]
    return frozenset(given or said)


def _parties(text: str) -> frozenset[str]:
    match = _BETWEEN.search(text)
    return frozenset(_folded(match[end]) for end in "ab") if match else frozenset()


def _folded(name: str) -> str:
    word = split(name)[-1]
    return COUNTRY_OF.get(word, word)


def _counts(text: str) -> dict[str, frozenset[float]]:
    found: list[tuple[str, float]] = []
    for match in _COUNT.finditer(text):
        written = (match["killed"] or match["number"]).lower().replace(",", "")
        number = float(written) if written[0].isdigit() else float(NUMBER_WORDS.get(written, 0))
        if number and not _like_a_year(number):
            found.append((stem(match["noun"].lower()) if match["noun"] else "kill", number))
    return _gathered(found)


def _like_a_year(number: float) -> bool:
    return 1900 <= number <= 2100 and number == int(number)  # noqa: PLR2004 (years of the news)


def _planned(text: str) -> bool:
    return bool(PLANS.search(text))


def _gathered(pairs: Iterable[tuple]) -> dict:  # type: ignore[type-arg]
    out: dict = {}  # type: ignore[type-arg]
    for key, value in pairs:
        out.setdefault(key, set()).add(value)
    return {key: frozenset(values) for key, values in sorted(out.items())}


_LOCATED = re.compile(
    rf"\b(?:in|at|near|outside|across|inside) (?:the |central |southern |northern |eastern |western )?"
    rf"({'|'.join(sorted((re.escape(n) for n in COUNTRY_OF), key=len, reverse=True))})\b(?!['’]s)",
    re.IGNORECASE,
)
