"""How two dates stand to one another, at the precision each was stated with."""

from enum import IntEnum

from site_gen.dates import Granularity, TimeValue

# A meeting “of 13 and 14 April” is told as of either day; a war of twelve days is not.
SHORT = 4
# “About 24 March” may be two days off.
SLACK = 2


class Agreement(IntEnum):
    """From no date at all to dates that cannot be of one event."""

    UNDATED = 0
    SAME = 1
    TOUCHING = 2
    NEAR = 3
    COARSE = 4
    WITHIN = 5
    APART = 6


_WORDS = {
    Agreement.UNDATED: "no date to compare",
    Agreement.TOUCHING: "days that overlap",
    Agreement.NEAR: "a day apart",
    Agreement.WITHIN: "one date within the other",
    Agreement.APART: "different dates",
}


def agreement(a: TimeValue | None, b: TimeValue | None) -> Agreement:
    """How the dates of two reports agree; symmetric."""
    if a is None or b is None:
        return Agreement.UNDATED
    if precise(a) and precise(b):
        return _of_days(a, b)
    if not a.overlaps(b):
        return Agreement.APART
    if (a.start, a.end) == (b.start, b.end):
        return Agreement.COARSE if a.granularity < Granularity.INTERVAL else Agreement.SAME
    return Agreement.WITHIN


def told(agreed: Agreement, time: TimeValue | None) -> str:
    """An agreement in words; `time` is the date of either side."""
    if agreed in _WORDS:
        return _WORDS[agreed]
    if time and time.granularity < Granularity.INTERVAL:
        return f"same {time.granularity.name.lower()}"
    return "same day" if time and time.days == 1 else "same days"


def precise(time: TimeValue) -> bool:
    """Whether it is a day, or so few days that they can be one event's."""
    return time.granularity >= Granularity.INTERVAL and time.days <= SHORT


def _of_days(a: TimeValue, b: TimeValue) -> Agreement:
    if (a.start, a.end) == (b.start, b.end):
        return Agreement.SAME
    if a.overlaps(b):
        return Agreement.TOUCHING
    gap = max((b.start - a.last).days, (a.start - b.last).days)
    slack = SLACK if a.qualifier or b.qualifier else 1
    return Agreement.NEAR if gap <= slack else Agreement.APART
