"""Dates at the precision somebody stated: half-open day ranges with their EDTF text (ISO 8601-2:2019)."""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache

ONE_DAY = timedelta(days=1)
# `end` is exclusive and must still be a date: the last year of Python's calendar stays free for it.
FIRST_YEAR, LAST_YEAR = 1, 9998
# English names, written out: strftime speaks whatever language the process was set to.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Granularity(IntEnum):
    """The unit a source stated; coarser is smaller, so that a whole month sorts before its days."""

    CENTURY = 0
    DECADE = 1
    YEAR = 2
    HALF = 3
    SEASON = 4
    QUARTER = 5
    MONTH = 6
    INTERVAL = 7
    DAY = 8


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class TimeValue:
    """Days `[start, end)` as a source stated them, ordered by first day, then coarser first, then EDTF text.

    `edtf` is the canonical text and says all there is: granularity, qualifier (`~` approximate, `?` uncertain, `%`
    both) and an open end (`2025-04-12/..`, whose `end` is `date.max`) are derived from it. Made by `parse_edtf` and
    by the functions beside it only.
    """

    start: date
    granularity: Granularity
    edtf: str
    end: date

    @property
    def qualifier(self) -> str:
        """`~`, `?`, `%` or nothing; an interval shows that of its end."""
        return self.edtf[-1] if self.edtf[-1] in "~?%" else ""

    @property
    def open_ended(self) -> bool:
        """Whether its end is not known to have come: “since”."""
        return self.edtf.endswith("/..")

    @property
    def days(self) -> int:
        """How many days it spans."""
        return (self.end - self.start).days

    @property
    def last(self) -> date:
        """The last day that belongs to it."""
        return self.end - ONE_DAY

    def overlaps(self, other: "TimeValue") -> bool:
        """Whether a day belongs to both."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "TimeValue") -> bool:
        """Whether every day of the other is one of its own."""
        return self.start <= other.start and other.end <= self.end


class NoSuchDateError(ValueError):
    """The text has the form of a date, but the calendar has no such day, month or season."""


class NotEdtfError(ValueError):
    """The text does not have the form of a date in EDTF."""


# EDTF levels 0 and 1, and of level 2 the quarters and halves: what can stand in a note or come out of a text.
_SIMPLE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<qualifier>[~?%]?)"
    r"|(?P<decade>\d{3})X(?P<dq>[~?%]?)"
    r"|(?P<century>\d{2})XX(?P<cq>[~?%]?)",
    re.ASCII,
)
# (21) spring … (24) winter: meteorological seasons of the northern hemisphere, a convention of ours, since
# ISO 8601-2 (4.8.1) leaves their months open; winter is the one that begins in December of the year.
_SEASON_START = {21: 3, 22: 6, 23: 9, 24: 12}
_QUARTER_START = {33: 1, 34: 4, 35: 7, 36: 10}
_HALF_START = {40: 1, 41: 7}


@lru_cache(maxsize=4096)
def parse_edtf(text: str) -> TimeValue:
    """The value of an EDTF text such as `2025-06-24`, `2025-06~`, `2025-22`, `202X`, `2025-06-13/2025-06-24`.

    Raises:
        NotEdtfError: the text is not EDTF, or of a level that is not read here (sets, exponents, times of day).
        NoSuchDateError: 30 February, month 13, an interval that ends before it starts, a year out of range.
    """
    left, slash, right = text.partition("/")
    if not slash:
        return _simple(text)
    start = _simple(left)
    if right == "..":
        return replace(start, end=date.max, edtf=text, granularity=Granularity.INTERVAL)
    end = _simple(right)
    if end.end <= start.start:
        raise NoSuchDateError(f"{text} ends before it starts")
    return replace(start, end=end.end, edtf=text, granularity=Granularity.INTERVAL)


def day(when: date) -> TimeValue:
    """One calendar day."""
    return parse_edtf(when.isoformat())


def month(year: int, number: int) -> TimeValue:
    """A whole month, `number` from 1 to 12."""
    return parse_edtf(f"{year:04}-{number:02}")


def year(number: int) -> TimeValue:
    """A whole year."""
    return parse_edtf(f"{number:04}")


def interval(start: TimeValue, end: TimeValue | None) -> TimeValue:
    """From the first day of `start` to the last of `end`; None for an end that is open."""
    return parse_edtf(f"{start.edtf}/{end.edtf if end else '..'}")


def _simple(text: str) -> TimeValue:
    found = _SIMPLE.fullmatch(text)
    if not found:
        raise NotEdtfError(f"“{text}” is not a date in EDTF")
    if found["decade"]:
        return _years(int(found["decade"]) * 10, 10, Granularity.DECADE, text)
    if found["century"]:
        return _years(int(found["century"]) * 100, 100, Granularity.CENTURY, text)
    return _dated(int(found["year"]), found["month"], found["day"], text)


def _dated(number: int, month_: str | None, day_: str | None, text: str) -> TimeValue:
    if month_ in (None, "XX"):
        if day_ not in (None, "XX"):
            raise NotEdtfError(f"“{text}” has a day but no month")
        return _years(number, 1, Granularity.YEAR, text)
    if day_ in (None, "XX"):
        return _within_year(number, int(str(month_)), text)
    return _one_day(number, int(str(month_)), int(str(day_)), text)


def _years(first: int, count: int, granularity: Granularity, text: str) -> TimeValue:
    first_known = max(first, FIRST_YEAR)
    if not FIRST_YEAR <= first + count - 1 <= LAST_YEAR:
        raise NoSuchDateError(f"the year of {text} is outside {FIRST_YEAR:04} to {LAST_YEAR}")
    return TimeValue(start=date(first_known, 1, 1), end=date(first + count, 1, 1), granularity=granularity, edtf=text)


def _within_year(number: int, code: int, text: str) -> TimeValue:
    for starts, months, granularity in (
        (_SEASON_START, 3, Granularity.SEASON),
        (_QUARTER_START, 3, Granularity.QUARTER),
        (_HALF_START, 6, Granularity.HALF),
    ):
        if code in starts:
            return _months(number, starts[code], months, granularity, text)
    if not 1 <= code <= 12:  # noqa: PLR2004 (months of the year)
        raise NoSuchDateError(f"there is no month {code}")
    return _months(number, code, 1, Granularity.MONTH, text)


def _months(number: int, first: int, count: int, granularity: Granularity, text: str) -> TimeValue:
    whole = _years(number, 1, Granularity.YEAR, text)
    carry, after = divmod(first - 1 + count, 12)
    return replace(whole, start=date(number, first, 1), end=date(number + carry, after + 1, 1), granularity=granularity)


def _one_day(number: int, month_: int, day_: int, text: str) -> TimeValue:
    whole = _within_year(number, month_, text)
    if whole.granularity is not Granularity.MONTH:
        raise NotEdtfError(f"“{text}” has a day of a season")
    if not 1 <= day_ <= monthrange(number, month_)[1]:
        raise NoSuchDateError(f"{MONTHS[month_ - 1]} {number} has {monthrange(number, month_)[1]} days")
    first = date(number, month_, day_)
    return TimeValue(start=first, end=first + ONE_DAY, granularity=Granularity.DAY, edtf=text)
