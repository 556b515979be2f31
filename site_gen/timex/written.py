"""The TIMEX3 values of dates whose parts are known, or all but the year."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from site_gen.timex import holidays
from site_gen.timex.phrases import Calendar
from site_gen.timex.values import Point, week_of

_SUNDAY: Final = 7


def written(said: Calendar, year: int) -> str:
    """The TIMEX3 value of the parts of a date in a year."""
    if said.part[:1] == "W" and said.month and year > 0:
        return _week(said, year)
    if said.nth and said.month and year > 0:
        return _nth_weekday(said, year)
    if said.part:
        return f"{Point(year).value()}-{said.part}"
    if said.holiday and year > 0:
        return holidays.in_year(said.holiday, year).isoformat()
    return Point(year, said.month or 0, said.day or 0).value()


def unsaid(said: Calendar) -> str:
    """The TIMEX3 value of the parts of a date whose year nobody knows."""
    if said.part and not said.month:
        return f"XXXX-{said.part}"
    if not said.month:
        return "XXXX-WXX-" + str(said.weekday) if said.weekday else "XXXX-XX-XX"
    return f"XXXX-{said.month:02}" + (f"-{said.day:02}" if said.day else "")


def _week(said: Calendar, year: int) -> str:
    """The ISO 8601 week of a month or of a day; one that begins on a Sunday is the week of its Monday."""
    month = said.month or 1
    last = monthrange(year, month)[1]
    if not said.day:
        return week_of(date(year, month, last - 3 if said.part == "W9" else int(said.part[1:]) * 7 - 3))
    if said.day > last:
        return Point(year, month, said.day).value()
    day = date(year, month, said.day)
    return week_of(day + timedelta(days=said.part == "WB" and day.isoweekday() == _SUNDAY))


def _nth_weekday(said: Calendar, year: int) -> str:
    first, days = monthrange(year, said.month or 1)
    fitting = range(1 + (said.weekday - 1 - first) % 7, days + 1, 7)
    if said.nth > len(fitting):
        return Point(year, said.month or 0).value()
    return Point(year, said.month or 0, fitting[said.nth - (said.nth > 0)]).value()
