"""Which number of 12/04/2025 is the day and which the month."""

import re
from dataclasses import replace
from typing import Final

from site_gen.timex.phrases import Calendar, Phrase

_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)")
_MONTHS: Final = range(1, 13)
_DAYS: Final = range(1, 32)
# Two digits of a year: 00 to 30 are of our century, the rest of the last (POSIX strptime draws the line at 69).
_THIS_CENTURY: Final = 30
# Where the short date of the Unicode CLDR begins with the month; English of no region is read as American, and
# Canadians write both.
_MONTH_FIRST: Final = frozenset({"US", "CA", "PH", "PR", "GU", "VI", "AS", "MP", "UM", "MH", "PW", "FM"})
_MONTH_FIRST_SPANISH: Final = frozenset({"PA", "PR"})
_ASSUMED: Final = frozenset({"month", "day"})


def is_day_first(language: str) -> bool:
    """Whether the day comes first where the BCP 47 tag `language` is written: not in en and en-US, but in en-GB."""
    tongue, *rest = language.replace("_", "-").split("-")
    region = _region(rest)
    if tongue.lower() in {"en", "fil"}:
        return bool(region) and region not in _MONTH_FIRST
    return not (tongue.lower() == "es" and region in _MONTH_FIRST_SPANISH)


def _region(subtags: list[str]) -> str:
    """The region among the subtags behind the language (RFC 5646, 2.2.4); those behind a singleton are no regions."""
    for subtag in subtags:
        if len(subtag) == 1:
            return ""
        if re.fullmatch(r"[A-Za-z]{2}|\d{3}", subtag):
            return subtag.upper()
    return ""


def read(written: str, *, day_first: bool) -> tuple[Calendar, frozenset[str]] | None:
    """The date that numbers such as 12/04/2025 make, and what of it was assumed; None where they make none.

    With dots the day comes first everywhere; else `day_first` says so, unless only the other order is a date.
    """
    found = _NUMERIC.fullmatch(written)
    if not found:
        return None
    first, second, dotted = int(found[1]), int(found[3]), found[2] == "."
    day, month = (first, second) if dotted or day_first else (second, first)
    if month not in _MONTHS:
        day, month = month, day
    if month not in _MONTHS or day not in _DAYS:
        return None
    either = not dotted and day in _MONTHS and day != month
    return Calendar(year=full_year(found[4]), month=month, day=day), _ASSUMED if either else frozenset()


def full_year(digits: str) -> int:
    """The year that four digits, or two, stand for."""
    year = int(digits)
    if len(digits) > len("25"):
        return year
    return year + (2000 if year <= _THIS_CENTURY else 1900)


def ordered(text: str, phrases: tuple[Phrase, ...], language: str) -> tuple[Phrase, ...]:
    """The phrases; numbers of assumed order are put as the other dates in numbers have it, else as the language has."""
    if not any(phrase.assumed for phrase in phrases):
        return phrases
    seen = {first for phrase in phrases if (first := _is_seen_day_first(text[phrase.start : phrase.end])) is not None}
    day_first = seen.pop() if len(seen) == 1 else is_day_first(language)
    return tuple(_put(text, phrase, day_first=day_first) if phrase.assumed else phrase for phrase in phrases)


def _is_seen_day_first(written: str) -> bool | None:
    found = _NUMERIC.fullmatch(written)
    if not found or found[2] == ".":
        return None
    first, second = int(found[1]), int(found[3])
    return None if (first in _MONTHS) == (second in _MONTHS) else second in _MONTHS


def _put(text: str, phrase: Phrase, *, day_first: bool) -> Phrase:
    found = read(text[phrase.start : phrase.end], day_first=day_first)
    return replace(phrase, meaning=found[0], assumed=found[1]) if found else phrase
