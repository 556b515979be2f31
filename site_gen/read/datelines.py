"""Datelines: the day of publication that a report itself states, before its first sentence."""

import re
from dataclasses import dataclass

from site_gen.dates import Granularity, NoSuchDateError, NotEdtfError, TimeValue
from site_gen.read.credits import AGENCIES
from site_gen.read.schema import stated_date

# How far into a text a dateline may begin (a line or two of byline above it), and how long it may be.
_REACH, _LONGEST = 600, 160
_LINE = re.compile(r"[^\n\u2029]+")
# A day with its year: “April 12, 2025”, “24 June 2025”, “Sat., 12 Apr. 2025”, “2025-04-12”, “۲۳ فروردین ۱۴۰۴”.
_DAY = (
    r"(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s)?"
    r"(?:[^\W\d_]{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}"
    r"|\d{1,2}(?:st|nd|rd|th|\.)?\s[^\W\d_]{3,12}\.?,?\s\d{4}|\d{4}-\d\d-\d\d)"
)
_AGENCY = r"\([^()\n]{2,40}\)"
_PLACE = r"[^\W\d_][^\d\n()—–:;!?]{1,70}?"
_DASH = r"\s*(?:[—–]|--|(?<=\s)-(?=\s)|(?<=\)):)\s*(?=\S)"
_SEPARATOR = r"(?:\s*[,،|/]\s*|\s*[—–]\s*|\s+-\s+|\s*\()"
_DATELINE = re.compile(
    rf"[\s*_]*(?P<place>{_PLACE})(?:\s*(?P<before>{_AGENCY})(?:{_SEPARATOR}|\s+)|{_SEPARATOR})(?P<day>{_DAY})\)?[\s,]*"
    rf"(?P<after>{_AGENCY}(?:\s*/[^\n/]{{2,30}}/)?|/[^\n/]{{2,30}}/)?[\s*_]*{_DASH}"
)
# The same without a year, or without a day: it opens a report, but dates none.
_UNDATED = re.compile(
    rf"[\s*_]*(?P<place>{_PLACE})(?:,\s*(?P<day>(?:[^\W\d_]{{3,12}}\.?\s\d{{1,2}}|\d{{1,2}}\s[^\W\d_]{{3,12}}\.?)))?,?"
    rf"(?:\s*\((?P<agency>[^()\n]{{2,40}})\))?[\s*_]*{_DASH}"
)
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b", re.ASCII)
# A text that speaks of years so much later tells a scene of the past: “HIROSHIMA, Aug. 6, 1945 —”.
_SCENE_YEARS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The day that a dateline states, and the offsets of its words."""

    day: TimeValue
    start: int
    end: int


def dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline of a text whose title ends at `start`, if it states a whole day with its year.

    “MUSCAT, Oman, April 12, 2025 (AP) —” does; “MUSCAT, April 12 —” does not. A place in small letters needs an
    agency beside it, since a story of the past may open so (“Hiroshima, August 6, 1945 – …”), and several such
    lines are headings of scenes.
    """
    found = [match for line in _first_lines(text, start) if (match := _DATELINE.match(text, *line))]
    if len(found) != 1 or not _is_reporting(text, found[0]):
        return None
    return _dated(found[0])


def opening(text: str, start: int = 0) -> tuple[int, int] | None:
    """Span of the words that open a report whose title ends at `start`, dash included: “MUSCAT, Oman (AP) — ”.

    They say where and when it was written, not what happened. Without an agency or a day there must be doubt whether
    they are that (“IAEA — the watchdog — said so”), so they are then left alone.
    """
    for line in _first_lines(text, start):
        found = _DATELINE.match(text, *line)
        if found and _is_reporting(text, found):
            return found.span()
        found = _UNDATED.match(text, *line)
        if found and _opens(found):
            return found.span()
    return None


def _opens(found: re.Match[str]) -> bool:
    agency = (found["agency"] or "").strip()
    known = agency.casefold() in AGENCIES
    if known or not found["day"]:
        return known or (bool(_ACRONYM.fullmatch(agency)) and "," in found["place"] and _in_capitals(found["place"]))
    return _in_capitals(found["place"])


def _in_capitals(place: str) -> bool:
    cased = [letter for letter in place.partition(",")[0] if letter.isupper() or letter.islower()]
    return all(map(str.isupper, cased))


def _first_lines(text: str, start: int) -> list[tuple[int, int]]:
    lines = (found.span() for found in _LINE.finditer(text, start, start + _REACH))
    return [(first, min(end, first + _LONGEST)) for first, end in lines]


def _is_reporting(text: str, found: re.Match[str]) -> bool:
    if found["before"] or found["after"]:
        return True
    if not _in_capitals(found["place"]):
        return False
    year = _YEAR.search(found["day"])
    return not year or all(int(later) - int(year[0]) < _SCENE_YEARS for later in _YEAR.findall(text))


def _dated(found: re.Match[str]) -> Dateline | None:
    try:
        day = stated_date(" ".join(found["day"].split()))
    except (NoSuchDateError, NotEdtfError):
        return None
    whole = day.granularity is Granularity.DAY
    return Dateline(day=day, start=found.start("day"), end=found.end("day")) if whole else None
