"""Readers of durations, sets and vague references: TIMEX3 types that are no places in the calendar."""

import re
from collections.abc import Callable
from typing import Final

from site_gen.timex.groups import TURNS, Groups
from site_gen.timex.phrases import Fixed, Found, Shift

_CLOCK_UNITS: Final = ("hour", "min", "sec")
_YEARS_IN: Final = {"DE": 10, "CE": 100}
_MANY: Final = {"hundred": 100, "dozen": 12}
_HALVES: Final = {"Y": "P6M", "DE": "P5Y", "CE": "P50Y", "H": "PT30M", "M": "PT30S"}
# “the truce will last two weeks”: there last is a verb.
_LASTING = re.compile(
    r"\b(?:will|would|to|could|can|may|might|should|must|did|does|do|not|\w+n['’]t)\s+\Z", re.IGNORECASE
)
# “the early hours of Sunday” is when, not how long.
_WHICH_HOURS = re.compile(r"\b(?:early|small|wee|late|rush|opening|office|business|waking)\s+\Z", re.IGNORECASE)
_WORD_BETWEEN = re.compile(r"\s+[a-z][a-z-]{1,13}\s+")
_THING_OF_TIME = re.compile(r"\s+(?:zones?|slots?|limits?|tables?|frames?|lines?|scales?|drama|piece|bombs?)\b|-")
_YEAR_FOLLOWS = re.compile(r"\s+\d{4}\b")
_NOUN_ENDS = re.compile(r"\s*(?:[.,;:!?)”\"]|\Z)|\s+(?:and|or|is|was|has|to|of)\b")


def fixed(value: str) -> Callable[[Groups], Found]:
    """A reader of a phrase that always has the same TIMEX3 value."""

    def read(g: Groups) -> Found:
        return g.phrase("DATE", Fixed(value=value))

    return read


def count(g: Groups) -> int | None:
    """How many the group `count` says: None where the text is vague, 1 for “a” and for nothing."""
    total = 0
    for value in g.values("count"):
        if isinstance(value, int):
            total += value
        elif value in _MANY:
            total = max(total, 1) * _MANY[value]
        elif value == "couple":
            return 2
        elif value in {"few", "several", "many", "numerous"}:
            return None
    return total or 1


def duration_value(g: Groups, amount: int | None) -> str:
    """An ISO 8601 duration, with X for an amount left open; decades and centuries in years."""
    unit, clocked = g.letter(), g.word("unit").startswith(_CLOCK_UNITS)
    if unit == "2W":
        unit, amount = "W", 2 * (amount or 1)
    if unit in _YEARS_IN:
        unit, amount = "Y", amount and amount * _YEARS_IN[unit]
    if "half" in g.word("count") and amount:
        return f"P{'T' if clocked else ''}{amount}.5{unit}"
    return f"P{'T' if clocked else ''}{amount or 'X'}{unit}"


def duration(g: Groups) -> Found:
    """“two months”, “more than a year”, “90-day”; a quarter of something is no time."""
    amount = count(g)
    if g.said.startswith("last") and _LASTING.search(g.before):
        return None
    if g.letter() == "Q" and (amount in {1, 3} or amount is None):
        return None
    if g.has("between") and not _WORD_BETWEEN.fullmatch(_text_between(g)):
        return None
    if (decimal := re.fullmatch(r"\d+\.\d+", g.word("count"))) is not None:
        return g.phrase("DURATION", Fixed(value=f"P{decimal[0]}{g.letter()}"))
    return g.phrase("DURATION", Fixed(value=duration_value(g, amount)))


def _text_between(g: Groups) -> str:
    left, right = g.span("count"), g.span("unit")
    return g.text[g.tokens.ends[left[1] - 1] : g.tokens.starts[right[0]]] if left and right else ""


def range_of_durations(g: Groups) -> Found:
    """The 60 of “between 60 and 90 days”."""
    return g.phrase("DURATION", Fixed(value=duration_value(g, g.number("count"))))


def vague_duration(g: Groups) -> Found:
    """“for months”, but not lodgings (“winter quarters”), “the years 1921-23”, nor names (“the Hundred Days”)."""
    named = g.text[g.start].isupper() and g.before[-1:] == " " and g.before[-2:-1].isalpha()
    if named or g.letter() == "Q" or _YEAR_FOLLOWS.match(g.after):
        return None
    if g.said == "hours" and _WHICH_HOURS.search(g.before):
        return None
    return g.phrase("DURATION", Fixed(value=duration_value(g, None)))


def unit_long(g: Groups) -> Found:
    """“a month-long siege”."""
    return g.phrase("DURATION", Fixed(value=duration_value(g, 1)))


def first_unit(g: Groups) -> Found:
    """“the last month of the war”: how long, not when; “sales in the last year of 3,000 cars” is none."""
    if not re.match(r"\s+of\s+(?:the|this|that|his|her|its|their|a|an|[A-Z][a-z])", g.after):
        return None
    return g.phrase("DURATION", Fixed(value=duration_value(g, 1)))


def counted_units(g: Groups) -> Found:
    """“the past two weeks”, “the first ten months of 1915”."""
    return g.phrase("DURATION", Fixed(value=duration_value(g, count(g))))


def past_unit(g: Groups) -> Found:
    """“the past decade”, “the coming years”: a stretch up to now; “the last year” is the year before this one."""
    word, plural = g.word("which"), g.word("unit").endswith("s") or g.word("unit") == "centuries"
    if g.said.startswith("last") and _LASTING.search(g.before):
        return None
    if plural:
        return g.phrase("DURATION", Fixed(value=duration_value(g, None)))
    if word == "past" or g.letter() in _YEARS_IN:
        return g.phrase("DURATION", Fixed(value=duration_value(g, 1)))
    if word in {"first", "final", "these", "those", "recent"} or g.letter() not in {"W", "M", "Q", "Y"}:
        return None
    told = word in {"previous", "preceding", "prior", "following", "subsequent", "ensuing"}
    return g.phrase("DATE", Shift(unit=g.letter(), amount=TURNS.get(word, 0), told=told))


def half_unit(g: Groups) -> Found:
    """“half a year”, “a year and a half”; half a month has no smaller unit."""
    unit, clocked = g.letter(), g.word("unit").startswith(_CLOCK_UNITS)
    if unit == "Q":
        return None
    if g.has("more"):
        years = _YEARS_IN.get(unit)
        value = f"P{years * 3 // 2}Y" if years else f"P{'T' if clocked else ''}1.5{unit}"
    else:
        value = _HALVES.get(unit, "") if clocked or unit != "M" else ""
    return g.phrase("DURATION", Fixed(value=value or f"P0.5{unit}"))


def every(g: Groups) -> Found:
    """“every day”, “per month”, “every two weeks”, “every other year”, “every Friday”."""
    if g.has("weekday"):
        return g.phrase("SET", Fixed(value=f"XXXX-WXX-{g.number('weekday')}"))
    known = g.letter() in {"D", "W", "M", "Q", "Y", "H", "DE"}
    amount = 2 if g.word("count") == "other" else count(g)
    return g.phrase("SET", Fixed(value=duration_value(g, amount) if known else "P1D"))


def weekdays(g: Groups) -> Found:
    """“on Mondays”."""
    return g.phrase("SET", Fixed(value=f"XXXX-WXX-{g.number('weekdays')}"))


def periodic(g: Groups) -> Found:
    """Daily, annual; not “the Daily News”."""
    if g.text[g.start].isupper() and re.match(r" [A-Z]", g.after):
        return None
    return g.phrase("SET", Fixed(value=g.value("set")))


def recent(g: Groups) -> Found:
    """Recent and recently; “the most recent model” compares, it does not date."""
    return None if g.preceded_by("most", "more", "as") else g.phrase("DATE", Fixed(value="PAST_REF"))


def former(g: Groups) -> Found:
    """“the former minister”, not “the former” of two."""
    if re.match(r"\s*[.,;]|\s+(?:is|was|and|an?|the|of)\b", g.after):
        return None
    return g.phrase("DATE", Fixed(value="PAST_REF"))


def now(g: Groups) -> Found:
    """“now”, not “now-closed” nor “by now”."""
    return None if g.after[:1] == "-" else g.phrase("DATE", Fixed(value="PRESENT_REF"))


def this_time(g: Groups) -> Found:
    """“at this time”, “for the time being”: without a date, and only behind a preposition."""
    being = g.said.endswith("being")
    if not g.preceded_by(*(("for",) if being else ("at", "by", "about", "during"))) or _THING_OF_TIME.match(g.after):
        return None
    return g.phrase("DATE", Fixed(value="PRESENT_REF"))


def the_past(g: Groups) -> Found:
    """“the past” as a noun."""
    return g.phrase("DATE", Fixed(value="PAST_REF")) if g.said.endswith("past") and _NOUN_ENDS.match(g.after) else None


def the_future(g: Groups) -> Found:
    """“the future”, “the near future”."""
    return g.phrase("DATE", Fixed(value="FUTURE_REF"))


def the_present(g: Groups) -> Found:
    """“the present”, “present-day”; not “the present author”."""
    if "day" in g.said or g.preceded_by("at") or _NOUN_ENDS.match(g.after):
        return g.phrase("DATE", Fixed(value="PRESENT_REF"))
    return None
