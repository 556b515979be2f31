"""Dates of the Solar Hijri calendar of Iran, as days of ours."""

import re
from datetime import date, timedelta
from typing import Any, Final

_SHORTEST: Final = 29
_FAR: Final = 10_000


_NO_DAY = re.compile(r"SH(\d{4})-(\d\d)-(\d\d)")
_MONTHS: Final = (
    "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split()
)  # fmt: skip


def day(year: int, month: int, number: int) -> str:
    """The day in ISO 8601; where the calendar has none, such as 30 Esfand of a common year, SH1404-12-30."""
    first = _gregorian(year, month, number)
    return first.isoformat() if first else f"SH{year:04}-{month:02}-{number:02}"


def nearest(when: date, month: int, number: int) -> str:
    """The day of that month and number which is nearest to `when`, as `day` gives it."""
    year = int(_library().date.fromgregorian(date=when).year)
    around = {k: _gregorian(k, month, min(number, _SHORTEST)) for k in (year - 1, year, year + 1)}
    near = min(around, key=lambda k: abs((found - when).days) if (found := around[k]) else _FAR)
    return day(near, month, number)


def why_impossible(value: str) -> str:
    """Of a value such as SH1404-12-30, how long its month is; empty for any other."""
    found = _NO_DAY.fullmatch(value)
    if not found:
        return ""
    year, month = int(found[1]), int(found[2])
    if month not in range(1, len(_MONTHS) + 1):
        return f"there is no month {month} in the Solar Hijri calendar"
    last = max(number for number in range(_SHORTEST, 32) if _gregorian(year, month, number))
    return f"{_MONTHS[month - 1]} {year} of the Solar Hijri calendar has {last} days"


def span(year: int, month: int = 0) -> str:
    """A year, or a month of it, as an interval of days in EDTF; empty where there is none."""
    start = _gregorian(year, month or 1, 1)
    after = (year + 1, 1) if month in {0, 12} else (year, month + 1)
    end = _gregorian(*after, 1)
    return f"{start.isoformat()}/{(end - timedelta(days=1)).isoformat()}" if start and end else ""


def _gregorian(year: int, month: int, number: int) -> date | None:
    try:
        found = _library().date(year, month, number).togregorian()
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


def _library() -> Any:  # noqa: ANN401 (jdatetime comes without types)
    import jdatetime  # type: ignore[import-untyped]  # noqa: PLC0415 (no types; seldom needed)

    return jdatetime
