"""Gives recognised phrases their place in the calendar: the anchor is an argument, and every inference is named."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from site_gen import dates
from site_gen.model import Mention
from site_gen.timex.phrases import Calendar, Fixed, Phrase, Shift, Weekday
from site_gen.timex.values import Point, months_on, point_of, time_of, week_of


@dataclass(frozen=True, slots=True)
class Anchors:
    """What unsaid parts may hang on: the day of publication, and the date last told of in the text."""

    published: Point | None
    told: Point | None
    narrative: bool

    def pick(self, *, told: bool) -> Point | None:
        """The date last told of in a narrative or where the phrase asks for it; else the day of publication."""
        if told or self.narrative:
            return self.told or (None if self.narrative else self.published)
        return self.published


@dataclass(frozen=True, slots=True)
class Answer:
    """A TIMEX3 value, the parts of it that were inferred, and the point they were inferred from."""

    value: str
    implied: frozenset[str] = frozenset()
    anchor: Point | None = None


def resolve(text: str, phrases: tuple[Phrase, ...], dct: date | None, *, narrative: bool) -> Iterator[Mention]:
    """The mentions of `phrases`, in order; impossible dates (30 February) come without a time."""
    published = Point(dct.year, dct.month, dct.day) if dct else None
    anchors = Anchors(published, None if narrative else published, narrative)
    for phrase in phrases:
        answer = answer_for(phrase, anchors, future=_tells_future(text, phrase))
        yield _mention(text, phrase, answer)
        if phrase.type in {"DATE", "TIME"} and (told := point_of(answer.value)):
            anchors = Anchors(published, told, narrative)


def _mention(text: str, phrase: Phrase, answer: Answer) -> Mention:
    value = answer.value
    if phrase.clock and phrase.type == "TIME":
        value = value[:10] + phrase.clock
    try:
        time = time_of(value, approximate=phrase.mod == "APPROX") if phrase.type in {"DATE", "TIME"} else None
    except dates.NoSuchDateError:
        time = None
    return Mention(
        start=phrase.start, end=phrase.end, text=text[phrase.start : phrase.end], type=phrase.type, value=value,
        mod=phrase.mod, time=time, rule=phrase.rule, implied=answer.implied if time else frozenset(),
        anchor=answer.anchor.value() if answer.anchor and time else "",
    )  # fmt: skip


_FUTURE = re.compile(
    r"\b(?:will|shall|expected|scheduled|due|plans?|planned|planning|set to|would|to be|next|upcoming|until|till|by|"
    r"deadline|slated|is to|are to|ahead of|begins?|starts?|hopes?|intends?|aims?|'ll)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:said|announced|reported|was|were|had|did|told|has|have|ed)\b|\w{3,}ed\b", re.IGNORECASE)


def _tells_future(text: str, phrase: Phrase) -> bool:
    """Whether the clause around the phrase tells of what is to come."""
    before = re.split(r"[.;!?\n]\s", text[max(0, phrase.start - 60) : phrase.start])[-1]
    after = re.split(r"[.;!?\n]", text[phrase.end : phrase.end + 30])[0]
    found = None
    for found in _FUTURE.finditer(before):  # noqa: B007 (the last one is wanted)
        pass
    if found:
        return not _PAST.search(before[found.end() :]) or found[0].lower() in {"scheduled", "expected", "planned"}
    return bool(re.match(r"\s+(?:will|is expected|is scheduled|is due|is set)\b", after))


def answer_for(phrase: Phrase, anchors: Anchors, *, future: bool) -> Answer:
    """The value of one phrase."""
    meaning = phrase.meaning
    if isinstance(meaning, Fixed):
        return Answer(meaning.value)
    if isinstance(meaning, Calendar):
        return _calendar(meaning, anchors, future=future)
    if isinstance(meaning, Weekday):
        return _weekday(meaning, anchors, future=future)
    return _shift(meaning, anchors)


def _calendar(said: Calendar, anchors: Anchors, *, future: bool) -> Answer:
    if said.year is not None:
        return Answer(_written(said, said.year))
    if said.within:
        inner = _shift(said.within, anchors)
        base = point_of(inner.value)
        if said.weekday and base and base.day:
            day = base.first() + timedelta(days=said.weekday - 1)
            return Answer(day.isoformat(), frozenset({"year", "month", "day"}), inner.anchor)
        return Answer(_written(said, base.year), frozenset({"year"}), inner.anchor) if base else Answer(_unsaid(said))
    anchor = anchors.pick(told=False)
    if anchor is None:
        return Answer(_unsaid(said))
    year = _year_for(said, anchor, anchors.narrative, future=future)
    return Answer(_written(said, year), frozenset({"year"}), anchor)


def _year_for(said: Calendar, anchor: Point, narrative: bool, *, future: bool) -> int:  # noqa: FBT001
    month = said.month or {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}[said.part]
    if said.turn:
        return anchor.year + (said.turn if (month - (anchor.month or 1)) * said.turn <= 0 else 0)
    if not anchor.month:
        return anchor.year
    gap = month - anchor.month
    if narrative:
        if gap <= -8:
            return anchor.year + 1
        return anchor.year
    if said.part:
        return anchor.year if future or gap < (-2 if said.part[0] == "Q" else 1) or (said.part[0] != "Q" and gap <= 0) else anchor.year - 1
    if said.day:
        return min((abs((_safe(anchor.year + k, month, said.day) - anchor.first()).days), anchor.year + k) for k in (-1, 0, 1))[1]
    if future:
        return anchor.year + (1 if gap < 0 else 0)
    return anchor.year - (1 if gap > 0 else 0)


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))


def _written(said: Calendar, year: int) -> str:
    if said.part:
        return f"{year:04}-{said.part}"
    return Point(year, said.month or 0, said.day or 0).value()


def _unsaid(said: Calendar) -> str:
    if said.part:
        return f"XXXX-{said.part}"
    if not said.month:
        return "XXXX"
    return f"XXXX-{said.month:02}" + (f"-{said.day:02}" if said.day else "")


def _weekday(said: Weekday, anchors: Anchors, *, future: bool) -> Answer:
    anchor = anchors.pick(told=False)
    if anchor is None or not anchor.day:
        return Answer(f"XXXX-WXX-{said.number}")
    base = anchor.first()
    back = (base.isoweekday() - said.number) % 7
    ahead = (said.number - base.isoweekday()) % 7
    if said.turn == -1:
        day = base - timedelta(days=back or 7)
    elif said.turn == 1:
        day = base + timedelta(days=ahead or 7)
    elif anchors.narrative or future:
        day = base + timedelta(days=ahead)
    else:
        day = base - timedelta(days=back)
    return Answer(day.isoformat(), frozenset({"year", "month", "day"}), anchor)


def _shift(said: Shift, anchors: Anchors) -> Answer:
    anchor = anchors.pick(told=said.told)
    if said.unit == "SAME":
        return _same_period(anchors)
    if anchor is None or said.amount is None:
        return Answer(_vague(said))
    value = _shifted(said.unit, said.amount, anchor)
    return Answer(value, frozenset({"year", "month", "day"}), anchor) if value else Answer(_vague(said))


def _same_period(anchors: Anchors) -> Answer:
    told = anchors.told
    if told is None:
        return Answer("PAST_REF")
    return Answer(Point(told.year - 1, told.month, told.day).value(), frozenset({"year", "month"}), told)


def _shifted(unit: str, amount: int, anchor: Point) -> str:
    if unit == "Y":
        return f"{anchor.year + amount:04}" if 0 < anchor.year + amount < 9999 else ""
    if unit == "M":
        return months_on(anchor, amount).value() if anchor.month else ""
    if unit == "Q" and anchor.month:
        moved = months_on(anchor, 3 * amount)
        return f"{moved.year:04}-Q{(moved.month + 2) // 3}"
    if unit in {"DE", "CE"}:
        number = anchor.year // (10 if unit == "DE" else 100) + amount
        return f"{number:0{3 if unit == 'DE' else 2}}"
    if not anchor.day or abs(amount) > 100_000:
        return ""
    return _shifted_days(unit, amount, anchor)


def _shifted_days(unit: str, amount: int, anchor: Point) -> str:
    try:
        day = anchor.first() + timedelta(days=amount * {"D": 1, "W": 7, "WE": 7, "2W": 14}.get(unit, 1))
    except OverflowError:
        return ""
    if unit == "D":
        return day.isoformat()
    return week_of(day) + ("-WE" if unit == "WE" else "")


def _vague(said: Shift) -> str:
    if said.amount is None or said.unit in {"DE", "CE", "SAME"}:
        return "PAST_REF" if (said.amount or 0) < 0 else "FUTURE_REF"
    if said.told:
        return {"D": "XXXX-XX-XX", "M": "XXXX-XX", "Y": "XXXX", "W": "XXXX-WXX"}.get(said.unit, "PAST_REF")
    if said.amount == 0:
        return "PRESENT_REF"
    return "PAST_REF" if said.amount < 0 else "FUTURE_REF"
