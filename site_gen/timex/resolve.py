"""Gives recognised phrases their place in the calendar: the day of publication is an argument."""

import re
from collections.abc import Iterator
from datetime import date

from site_gen import dates
from site_gen.dates import TimeValue
from site_gen.model import Mention
from site_gen.timex.anchors import Anchors
from site_gen.timex.infer import Answer, answer
from site_gen.timex.phrases import Phrase
from site_gen.timex.tense import opens_sentence, tells_future
from site_gen.timex.values import Point, point_of, time_of

_DATED = frozenset({"DATE", "TIME"})
_A_DAY = re.compile(r"[\dX]{4}-[\dX]{2}-[\dX]{2}")


def resolve(text: str, phrases: tuple[Phrase, ...], dct: date | None, *, narrative: bool) -> Iterator[Mention]:
    """The mentions of `phrases`, in order; those whose day does not exist (30 February) come without a time."""
    published = Point(dct.year, dct.month, dct.day) if dct else None
    anchors = Anchors(published=published, narrative=narrative)
    for phrase in phrases:
        future = tells_future(text, phrase.start, phrase.end)
        found = answer(phrase.meaning, anchors, future=future)
        told = point_of(found.value) if phrase.type in _DATED else None
        yield _mention(text, phrase, found, _end_of_range(phrase, anchors, found, future=future))
        if told:
            opens = opens_sentence(text, phrase.start)
            anchors = anchors.moved_to(told, opens=opens, late=phrase.mod == "END")


def _end_of_range(phrase: Phrase, anchors: Anchors, begin: Answer, *, future: bool) -> TimeValue | None:
    if phrase.until is None:
        return None
    start = point_of(begin.value)
    after = anchors.moved_to(start, opens=False, late=False) if start else anchors
    return _time(answer(phrase.until, after, future=future).value, phrase)


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
