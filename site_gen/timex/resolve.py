"""Gives recognised phrases their place in the calendar: the day of publication is an argument."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import zip_longest

from site_gen import dates
from site_gen.dates import TimeValue
from site_gen.model import Mention
from site_gen.timex.anchors import Anchors
from site_gen.timex.context import names_thing
from site_gen.timex.infer import Answer, answer
from site_gen.timex.phrases import Calendar, Meaning, Phrase, Shift
from site_gen.timex.tense import opens_sentence, tense_of
from site_gen.timex.values import Point, point_of, time_of

_DATED = frozenset({"DATE", "TIME"})
_A_CALENDAR_DATE = re.compile(r"(?:SH)?\d{4}-\d\d-\d\d")
_A_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")


def resolve(text: str, phrases: tuple[Phrase, ...], dct: date | None, *, narrative: bool) -> Iterator[Mention]:
    """The mentions of `phrases`, in order; those whose day does not exist (30 February) come without a time."""
    published = Point(dct.year, dct.month, dct.day) if dct else None
    anchors = Anchors(published=published, narrative=narrative)
    pending: Answer | None = None
    before: Phrase | None = None
    read = 0
    for phrase, following in zip_longest(phrases, phrases[1:]):
        if "\n" in text[read : phrase.start]:
            anchors = replace(anchors, stated=None, named=None)
        read = phrase.end
        place = following if following and phrase.clock and following.meaning == phrase.meaning else phrase
        tense = tense_of(text, place.start, place.end)
        restates = _restates(text, before, phrase)
        found = pending or answer(_itself(phrase.meaning) if restates else phrase.meaning, anchors, tense=tense)
        pending = answer(phrase.until, anchors, tense=tense) if phrase.until else None
        if pending:
            found, pending = _in_order(found, pending)
        yield _mention(text, phrase, found, _time(pending.value, phrase) if pending else None)
        if not restates:
            names = phrase.rule == "year" and names_thing(text, phrase.start, phrase.end)
            anchors = _after(anchors, phrase, found, opens=opens_sentence(text, phrase.start), names=names)
        before = phrase


def _restates(text: str, before: Phrase | None, phrase: Phrase) -> bool:
    """“On 20 June 2019, a week later, …”: the aside says in other words what the date before it says."""
    if before is None or not isinstance(phrase.meaning, Shift) or not phrase.meaning.told:
        return False
    dated = isinstance(before.meaning, Calendar) and bool(before.meaning.day) and before.meaning.year is not None
    return dated and text[before.end : phrase.start].strip() == "," and text[phrase.end : phrase.end + 1] == ","


def _itself(meaning: Meaning) -> Meaning:
    """What an aside says of the date before it: “a week later” is the week of that date."""
    return replace(meaning, amount=0) if isinstance(meaning, Shift) and meaning.amount else meaning


def _after(anchors: Anchors, phrase: Phrase, found: Answer, *, opens: bool, names: bool) -> Anchors:
    told = point_of(found.value) if phrase.type in _DATED else None
    if names and anchors.told:
        return anchors
    if anchors.narrative and isinstance(phrase.meaning, Shift) and not phrase.meaning.told:
        return anchors
    if told:
        moved = anchors.moved_to(told, found.value, opens=opens, late=phrase.mod == "END")
        said = phrase.meaning if isinstance(phrase.meaning, Calendar) else Calendar()
        return replace(
            moved,
            stated=told if said.year and said.month else moved.stated,
            named=told if said.weekday and said.day else moved.named,
        )
    impossible = phrase.type in _DATED and _A_CALENDAR_DATE.fullmatch(found.value)
    return replace(anchors, told=None, day=None) if impossible else anchors


def _in_order(start: Answer, end: Answer) -> tuple[Answer, Answer]:
    """The ends of a range whose years are unsaid: the second not before the first, and less than a year behind it."""
    first, last = point_of(start.value), point_of(end.value)
    if not (first and last and first.month and last.month and "year" in end.implied):
        return start, end
    crosses = first[1:] > last[1:]
    if "year" in start.implied and crosses:
        return _in_year(start, last.year - 1), end
    return start, _in_year(end, first.year + crosses)


def _in_year(found: Answer, year: int) -> Answer:
    return replace(found, value=f"{year:04}{found.value[4:]}") if found.value[:4].isdigit() else found


def _mention(text: str, phrase: Phrase, found: Answer, end: TimeValue | None) -> Mention:
    value = found.value
    if phrase.clock and _A_DAY.fullmatch(value):
        value += phrase.clock
    time = _time(found.value, phrase)
    if time and end and time.end <= end.start:
        time = dates.interval(time, end)
    return Mention(
        start=phrase.start, end=phrase.end, text=text[phrase.start : phrase.end], type=phrase.type, value=value,
        mod=phrase.mod, time=time, rule=phrase.rule, implied=found.implied | phrase.assumed if time else frozenset(),
        anchor=found.anchor.value() if found.anchor and time else "",
    )  # fmt: skip


def _time(value: str, phrase: Phrase) -> TimeValue | None:
    if phrase.type not in _DATED:
        return None
    try:
        return time_of(value, approximate=phrase.mod == "APPROX")
    except dates.NoSuchDateError:
        return None
