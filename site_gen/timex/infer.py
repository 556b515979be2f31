"""Infers what a phrase leaves unsaid: each answer names the parts inferred and the point they were inferred from."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta
from typing import Final

from site_gen.timex import holidays, solar
from site_gen.timex.anchors import Anchors
from site_gen.timex.phrases import Calendar, Fixed, Meaning, Shift, Weekday
from site_gen.timex.tense import Tense
from site_gen.timex.values import FIRST_MONTHS, Point, months_on, point_of, quarter_of, week_of
from site_gen.timex.written import unsaid, written

_YEAR: Final = frozenset({"year"})
_YEAR_MONTH: Final = frozenset({"year", "month"})
_ALL: Final = frozenset({"year", "month", "day"})
# A story that has come to a month and names one so much earlier in the year has gone on to the next year.
_NEXT_YEAR: Final = -8
# “late 1943” counts as November: “by June” that follows it is of 1944.
_LATE_MONTH: Final = 11
_AFTER_LATE: Final = -4
# A story up to two years old and its writer mean the same by “last year”.
_SAME_YEARS: Final = 24
# Months within which a paragraph goes on, and how many days ahead a date may lie (an article is dated, then goes on
# being written: what has happened may have done so some days after that).
_SAME_BREATH: Final = 4
_FORESEEN: Final = {Tense.FUTURE: 366, Tense.UNTOLD: 120, Tense.PAST: 7}
_THE_WEEKEND: Final = Shift(unit="WE", here=True)
_HALF_WEEK: Final = 4
_WORKDAYS: Final = range(1, 6)
_FAR: Final = 36_600


@dataclass(frozen=True, slots=True)
class Answer:
    """A TIMEX3 value, the parts of it that were inferred, and the point they were inferred from."""

    value: str
    implied: frozenset[str] = frozenset()
    anchor: Point | None = None


def answer(meaning: Meaning, anchors: Anchors, *, tense: Tense) -> Answer:
    """The value of what a phrase says, where `tense` is the one around it."""
    if isinstance(meaning, Fixed):
        return Answer(meaning.value)
    if isinstance(meaning, Calendar):
        return _calendar(meaning, anchors, tense=tense)
    if isinstance(meaning, Weekday):
        return _weekday(meaning, anchors, tense=tense)
    if meaning == _THE_WEEKEND and anchors.published and anchors.published.first().isoweekday() in _WORKDAYS:
        return _shift(replace(meaning, amount=0 if tense is Tense.FUTURE else -1), anchors)
    return _shift(meaning, anchors)


def _calendar(said: Calendar, anchors: Anchors, *, tense: Tense) -> Answer:
    if said.year is not None:
        return Answer(written(said, _century_of(said, anchors)))
    if said.within:
        return _within(said, said.within, anchors)
    if not said.month and not said.part and not said.holiday:
        return _day_of_month(said, anchors)
    return _without_year(said, anchors, tense=tense)


def _without_year(said: Calendar, anchors: Anchors, *, tense: Tense) -> Answer:
    telling = anchors.narrative or anchors.published is None
    anchor = anchors.story if telling else anchors.published
    if anchor is None:
        return Answer("XXXX-XX-XX" if said.solar else unsaid(said))
    if said.solar:
        return Answer(solar.nearest(anchor.first(), said.month or 1, said.day or 1), _YEAR, anchor)
    if not telling and tense is not Tense.FUTURE and (stated := _stated_before(said, anchors.stated)):
        return Answer(written(said, stated.year), _YEAR, stated)
    year = _year_in_story(said, anchor, anchors) if telling else _year_in_news(said, anchor, tense=tense)
    if telling and _is_unforeseen(said, year, anchor, anchors.published, tense=tense):
        year -= 1
    if anchors.published and year != (fitting := _year_of_weekday(said, year, anchors.published)):
        return Answer(written(said, fitting), _YEAR, anchors.published)
    return Answer(written(said, year), _YEAR, anchor)


def _year_of_weekday(said: Calendar, year: int, published: Point) -> int:
    """“Friday, December 6th” is of a year in which that day is a Friday: the nearest to publication, if one is near."""
    near = (year, *(published.year + k for k in (0, -1, 1)))
    return next((other for other in near if not _is_other_weekday(said, other)), year)


def _is_other_weekday(said: Calendar, year: int) -> bool:
    if not (said.weekday and said.day and said.month) or said.nth or year < 1:
        return False
    return _clamped(year, said.month, said.day).isoweekday() != said.weekday


def _century_of(said: Calendar, anchors: Anchors) -> int:
    """'99 told of in a story of 1917 is 1899."""
    year = said.year or 0
    if said.century or not anchors.narrative or anchors.told is None:
        return year
    told = anchors.told.year
    return told - (told - year) % 100


def _within(said: Calendar, outer: Shift, anchors: Anchors) -> Answer:
    whole = _shift(outer, anchors)
    base = point_of(whole.value)
    if base is None:
        return Answer(unsaid(said))
    if said.weekday and base.day and not said.nth:
        monday = base.first()
        return Answer((monday + timedelta(days=said.weekday - 1)).isoformat(), _ALL, whole.anchor)
    return Answer(written(replace(said, month=said.month or base.month), base.year), _YEAR, whole.anchor)


def _day_of_month(said: Calendar, anchors: Anchors) -> Answer:
    told = anchors.told if anchors.told and anchors.told.month else anchors.published
    if told is None or not said.day:
        return Answer("XXXX-XX-XX")
    if said.weekday:
        return Answer(_nearest(said.day, said.weekday, told), _YEAR_MONTH, told)
    if said.day > monthrange(told.year, told.month)[1]:
        return Answer("XXXX-XX-XX")
    return Answer(Point(told.year, told.month, said.day).value(), _YEAR_MONTH, told)


def _nearest(day: int, weekday: int, told: Point) -> str:
    """The day of that number and weekday in the month told of or one of the two around it."""
    for month in (months_on(told, k) for k in (0, -1, 1)):
        exists = 0 < month.year < MAXYEAR and day <= monthrange(month.year, month.month)[1]
        if exists and date(month.year, month.month, day).isoweekday() == weekday:
            return Point(month.year, month.month, day).value()
    return "XXXX-XX-XX"


def _year_in_story(said: Calendar, anchor: Point, anchors: Anchors) -> int:
    month = _month_of(said, anchor)
    at = anchor.month or (_LATE_MONTH if anchors.late else 0)
    if said.turn:
        return _turned(said.turn, month, anchor)
    if not at or (said.part and not said.month):
        return anchor.year
    gap = month - at
    if gap <= _NEXT_YEAR or (anchors.late and not anchor.month and gap < _AFTER_LATE):
        return anchor.year + 1
    return anchor.year


def _stated_before(said: Calendar, stated: Point | None) -> Point | None:
    """News goes on in a year it has said, for the paragraph: “On 2 May 2003 … on 9 May”."""
    if stated is None or said.turn or not said.month:
        return None
    return stated if stated.month <= said.month <= stated.month + _SAME_BREATH else None


def _is_unforeseen(said: Calendar, year: int, anchor: Point, published: Point | None, *, tense: Tense) -> bool:
    """Nobody tells a story of months after its publication, unless in the future tense."""
    if said.turn or published is None or not 0 < anchor.year <= published.year:
        return False
    return (_clamped(year, _month_of(said, anchor), said.day or 1) - published.first()).days > _FORESEEN[tense]


def _turned(turn: int, month: int, anchor: Point) -> int:
    passed = month < (anchor.month or 1) if turn < 0 else month > (anchor.month or 1)
    return anchor.year if passed else anchor.year + turn


def _year_in_news(said: Calendar, anchor: Point, *, tense: Tense) -> int:
    """Month and day: nearest to publication (right in 94 % of news). Month alone: the last one, or the next one."""
    month = _month_of(said, anchor)
    if said.turn:
        return _turned(said.turn, month, anchor)
    if said.day or said.holiday:
        years = (anchor.year - 1, anchor.year, anchor.year + 1)
        nearest = min(years, key=lambda y: abs((_clamped(y, month, said.day or 25) - anchor.first()).days))
        ahead = (_clamped(nearest, month, said.day or 25) - anchor.first()).days
        return nearest - (ahead > _FORESEEN[tense])
    if tense is Tense.FUTURE:
        return anchor.year + (month < anchor.month and said.part == "")
    ends = month + (2 if said.part[:1] == "Q" else 0)
    return anchor.year - (ends > anchor.month if said.part[:1] == "Q" else month > anchor.month)


def _month_of(said: Calendar, anchor: Point) -> int:
    if said.holiday:
        return holidays.in_year(said.holiday, max(anchor.year, 1)).month
    return said.month or FIRST_MONTHS[said.part]


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _weekday(said: Weekday, anchors: Anchors, *, tense: Tense) -> Answer:
    anchor = anchors.day if anchors.narrative or said.told else anchors.published
    if anchor is None or not anchor.day:
        return Answer(f"XXXX-WXX-{said.number}")
    if (
        anchors.named
        and said.turn is None
        and tense is not Tense.FUTURE
        and anchors.named.first().isoweekday() == said.number
    ):
        return Answer(anchors.named.value(), _ALL, anchors.named)
    base = anchor.first()
    back, ahead = (base.isoweekday() - said.number) % 7, (said.number - base.isoweekday()) % 7
    if said.told:
        days = ahead if ahead < _HALF_WEEK else -back
    elif said.turn == -1:
        days = -(back or 7)
    elif said.turn == 1:
        days = ahead or 7
    else:
        coming = anchors.narrative or tense is Tense.FUTURE
        days = ahead if coming or (said.turn == 0 and ahead < back) else -back
    return Answer((base + timedelta(days=days)).isoformat(), _ALL, anchor)


def _shift(said: Shift, anchors: Anchors) -> Answer:
    anchor = _shift_anchor(said, anchors)
    if said.unit == "SAME":
        return _year_away(said, anchors)
    if anchor is None or said.amount is None:
        return Answer(_vague(said, narrative=anchors.narrative))
    value = _shifted(said.unit, said.amount, anchor)
    return Answer(value, _ALL, anchor) if value else Answer(_partly(said, anchor))


def _shift_anchor(said: Shift, anchors: Anchors) -> Point | None:
    if not said.told:
        return None if anchors.narrative and _reported(said, anchors) else anchors.published
    told = anchors.day if said.unit in {"D", "W", "WE"} and said.here else anchors.told
    if said.here and told is None and not anchors.narrative:
        return anchors.published
    return told


def _reported(said: Shift, anchors: Anchors) -> bool:
    """In a story that is not of the days of publication, “last week” is what somebody said then."""
    story, published = anchors.story, anchors.published
    if story is None or published is None:
        return False
    months = abs((published.year - story.year) * 12 + published.month - (story.month or published.month))
    return months > (_SAME_YEARS if said.unit in {"Y", "DE", "CE"} else 1)


def _year_away(said: Shift, anchors: Anchors) -> Answer:
    told = anchors.told
    if told is None:
        return Answer("PAST_REF")
    year = Point(told.year + (said.amount or 0)).value()
    # a period is no day: of a day told of only the year is sure
    return Answer(year if told.day else year + anchors.value[len(year) :], _YEAR_MONTH, told)


def _shifted(unit: str, amount: int, anchor: Point) -> str:
    if abs(amount) > _FAR:
        return ""
    if unit == "Y":
        return Point(anchor.year + amount).value()
    if unit in {"M", "Q"} and anchor.month:
        moved = months_on(anchor, amount * (3 if unit == "Q" else 1))
        return quarter_of(moved) if unit == "Q" else moved.value()
    if unit in {"DE", "CE"} and anchor.year > 0:
        return f"{anchor.year // 10 + amount:03}" if unit == "DE" else f"{anchor.year // 100 + amount:02}"
    return _shifted_days(unit, amount, anchor) if anchor.day and anchor.year > 0 and unit in {"D", "W", "WE"} else ""


def _shifted_days(unit: str, amount: int, anchor: Point) -> str:
    try:
        day = anchor.first() + timedelta(days=amount * (1 if unit == "D" else 7))
    except OverflowError:
        return ""
    if unit == "D":
        return day.isoformat()
    return week_of(day) + ("-WE" if unit == "WE" else "")


def _partly(said: Shift, anchor: Point) -> str:
    """Two days after some day of 1915 is some day of 1915, more likely than not: TIMEX3 can say so, EDTF shall not."""
    open_end = {"D": "-XX-XX", "M": "-XX", "W": "-WXX"}.get(said.unit)
    if open_end and anchor.year > 0:
        return (
            f"{anchor.year:04}-{anchor.month:02}-XX"
            if said.unit == "D" and anchor.month
            else f"{anchor.year:04}{open_end}"
        )
    return _vague(said, narrative=True)


_OPEN: Final = {"D": "XXXX-XX-XX", "M": "XXXX-XX", "Y": "XXXX", "W": "XXXX-WXX"}


def _vague(said: Shift, *, narrative: bool) -> str:
    if said.told and said.amount is not None and said.unit in _OPEN and narrative:
        return _OPEN[said.unit]
    if said.amount is None:
        return "FUTURE_REF"
    return ("PAST_REF", "PRESENT_REF", "FUTURE_REF")[(said.amount > 0) - (said.amount < 0) + 1]
