"""Mends what the rules found by looking at neighbours: ranges, and years said once for two dates."""

import re
from dataclasses import replace

from site_gen.timex.phrases import Calendar, Meaning, Phrase, Shift, Weekday

_TO = re.compile(r"\s*(?:--?|[–—]|to|until|till|through|thru)\s*(?:the\s+)?")
_AND = re.compile(r"(?:,|,?\s+(?:and|or|to|&)(?:\s+(?:again|then|later|also))?)\s+(?:the\s+|in\s+|on\s+)?")
# How many years before Christ make a text one of antiquity.
_ANTIQUE = 3
# A time of day before its date: “5 p.m. on 24 June”, “the morning of April 12”, “4 a.m. Tehran time on Tuesday”.
_OF_DAY = re.compile(
    r",?(?:\s*\(?(?:[Ll]ocal|[A-Z][\w.]*)(?:\s[A-Z]\w*)? (?:standard |daylight )?time\)?)?,?\s*"
    r"(?:on|of|between|from)?\s*(?:the\s+)?"
)
_LONGEST_GAP = 36
_SOME_DAY = Shift(unit="D", told=True, here=True)
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the\s+)?\Z")


def refine(text: str, phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """The phrases with the ranges they begin and the years they share."""
    mended = list(_of_antiquity(phrases))
    for index in range(len(mended) - 2, -1, -1):
        mended[index] = _beside(text, mended[index], mended[index + 1])
    return tuple(mended)


def _of_antiquity(phrases: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Years of three digits count only where enough years are told as before Christ."""
    if not any(p.rule == "year-of-antiquity" for p in phrases):
        return phrases
    stated = sum(p.rule.endswith("-bc") for p in phrases)
    return phrases if stated >= _ANTIQUE else tuple(p for p in phrases if p.rule != "year-of-antiquity")


def _beside(text: str, left: Phrase, right: Phrase) -> Phrase:
    gap = text[left.end : right.start] if right.start - left.end < _LONGEST_GAP else "…"
    ranged = bool(_TO.fullmatch(gap))
    between = gap.strip() == "and" and bool(_BETWEEN.search(text[max(0, left.start - 16) : left.start]))
    if left.clock and left.meaning == _SOME_DAY and _OF_DAY.fullmatch(gap) and _is_day(right.meaning):
        return replace(left, meaning=right.meaning)
    if left.until or not (ranged or _AND.fullmatch(gap)):
        return left
    if not (isinstance(left.meaning, Calendar) and isinstance(right.meaning, Calendar)):
        return left
    shared = replace(left, meaning=_share_year(left.meaning, right.meaning))
    return replace(shared, until=right.meaning, rule="range") if ranged or between else shared


def _is_day(meaning: Meaning) -> bool:
    if isinstance(meaning, Calendar):
        return bool(meaning.day or meaning.holiday)
    return isinstance(meaning, Weekday) or (isinstance(meaning, Shift) and meaning.unit == "D")


def _share_year(left: Calendar, right: Calendar) -> Calendar:
    """“August and September 1914”: both in 1914; “November to March 1918”: from November 1917."""
    if left.year is not None or left.within or left.turn or not left.month or not right.month:
        return left
    if right.year is None and right.within is None:
        return left
    if right.year is None:
        return replace(left, within=right.within)
    crosses = (left.month, left.day or 0) > (right.month, right.day or 99)
    return replace(left, year=right.year - crosses)
