"""Dates of the Solar Hijri calendar of Iran, as days of ours."""

from datetime import date, timedelta


def day(year: int, month: int, number: int) -> str:
    """The day in ISO 8601; empty where the calendar has none, such as 30 Esfand of a common year."""
    first = _gregorian(year, month, number)
    return first.isoformat() if first else ""


def span(year: int, month: int = 0) -> str:
    """A year, or a month of it, as an interval of days in EDTF; empty where there is none."""
    start = _gregorian(year, month or 1, 1)
    after = (year + 1, 1) if month in {0, 12} else (year, month + 1)
    end = _gregorian(*after, 1)
    return f"{start.isoformat()}/{(end - timedelta(days=1)).isoformat()}" if start and end else ""


def year_of(when: date) -> int:
    """The Solar Hijri year that a day lies in."""
    import jdatetime  # type: ignore[import-untyped]  # noqa: PLC0415 (comes without types; seldom needed)

    return int(jdatetime.date.fromgregorian(date=when).year)


def _gregorian(year: int, month: int, number: int) -> date | None:
    import jdatetime  # noqa: PLC0415 (seldom needed)

    try:
        found = jdatetime.date(year, month, number).togregorian()
    except ValueError:
        return None
    return date(found.year, found.month, found.day)
