"""TIMEX3 values: what they mean in days, and how one is written."""

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import Final, NamedTuple

from site_gen import dates
from site_gen.dates import TimeValue


class Point(NamedTuple):
    """A year, month and day as far as they are known; 0 for what is not."""

    year: int
    month: int = 0
    day: int = 0

    def first(self) -> date:
        """The first day it may stand for."""
        return date(self.year, self.month or 1, self.day or 1)

    def value(self) -> str:
        """As TIMEX3 writes it; the year 0 is 1 BC."""
        year = f"{self.year:04}" if self.year > 0 else f"BC{1 - self.year:04}"
        if self.day:
            return f"{year}-{self.month:02}-{self.day:02}"
        return f"{year}-{self.month:02}" if self.month else year


_CALENDAR = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_PART = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_ANTIQUE = re.compile(r"BC(\d{4})(?:-(\d\d)(?:-(\d\d))?|-([A-Z]{2}))?")
_ROUND = re.compile(r"\d{2,3}")
# EDTF's numbers for the parts of a year (ISO 8601-2, 4.8.1 and table 1).
_CODES: Final = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "Q1": 33, "Q2": 34, "Q3": 35, "Q4": 36, "H1": 40, "H2": 41}
FIRST_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}


def point_of(value: str) -> Point | None:
    """The calendar point a TIMEX3 value stands at; None for durations, decades and what is vague."""
    if found := _CALENDAR.fullmatch(value):
        return _existing(Point(int(found[1]), int(found[2] or 0), int(found[3] or 0)))
    if found := _PART.fullmatch(value):
        return Point(int(found[1]), FIRST_MONTHS[found[2]])
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        return Point(monday.year, monday.month, monday.day)
    if found := _ANTIQUE.fullmatch(value):
        return Point(1 - int(found[1]), int(found[2] or 0) or FIRST_MONTHS.get(found[4] or "", 0), int(found[3] or 0))
    return None


def _existing(point: Point) -> Point | None:
    """The point, unless the calendar has no such month or day."""
    if not point.month:
        return point if point.year else None
    known = point.month in range(1, 13) and point.day <= monthrange(point.year, point.month)[1]
    return point if known and point.year else None


def time_of(value: str, *, approximate: bool = False) -> TimeValue | None:
    """The days a TIMEX3 value stands for, at its precision; None where it names none.

    Raises:
        NoSuchDateError: the calendar has no such day.
    """
    edtf = _edtf(value)
    return dates.parse_edtf(edtf + "~" if approximate and "/" not in edtf else edtf) if edtf else None


def _edtf(value: str) -> str:
    if "/" in value:
        return value
    if _CALENDAR.fullmatch(value):
        return value.partition("T")[0]
    if found := _PART.fullmatch(value):
        return f"{found[1]}-{_CODES[found[2]]}"
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first = monday + timedelta(days=5 if found[3] else 0)
        return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if _ROUND.fullmatch(value):
        return value.ljust(4, "X")
    return ""


def week_of(when: date) -> str:
    """The ISO 8601 week of a day."""
    iso = when.isocalendar()
    return f"{iso.year:04}-W{iso.week:02}"


def quarter_of(point: Point) -> str:
    """The quarter of a year that a point with a month lies in."""
    return f"{point.year:04}-Q{(point.month + 2) // 3}"


def months_on(point: Point, months: int) -> Point:
    """The month so many months after the point's."""
    index = point.year * 12 + (point.month or 1) - 1 + months
    return Point(index // 12, index % 12 + 1)
