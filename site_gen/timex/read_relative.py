"""Readers of what hangs on another date: weekdays, “two days later”, “last week”, “the day”; and of times of day."""

import re
from typing import Final

from site_gen.timex.groups import TOLD, TURNS, Groups
from site_gen.timex.phrases import Calendar, Fixed, Found, Meaning, Shift, Weekday
from site_gen.timex.read_spans import count

_HOURS: Final = range(25)
_MINUTES: Final = range(60)
_HALF_DAY: Final = range(1, 13)
_CLOCK_CUES: Final = (
    "at", "by", "until", "since", "from", "to", "dash", "about", "and", "before", "after", "between", "over", "as",
)  # fmt: skip
# “the day” is one told of only where something lasts through it or ends with it; otherwise any day will do.
_SPENT = re.compile(
    r"\b(?:end(?:s|ed|ing)?|clos(?:e|es|ed|ing)|finish(?:es|ed|ing)?|start(?:s|ed|ing)?|beg[aiu]n|spen[dt]|rest of|"
    r"remainder of|during|throughout|most of|all of|for) \Z",
    re.IGNORECASE,
)
_NOTHING_MORE = re.compile(
    r"\s*(?:[.,;:)–—]|\Z)|\s+(?:in|at|on|and|to|with|by|from|as|after|when|while|up|down|lower|higher)\b"
)
# “three days later than planned” compares with a day that was none.
_COMPARED = re.compile(r"\s+than\b")
# “Dawn reported”, “Operation Midnight Hammer”: with a capital, a time of day is a name unless it opens its sentence.
_OPENING = re.compile(r"(?:\A|[.!?:\n“\"‘(–—|/-])\s*(?:The |One )?\Z")
# “when it was evening in New York” tells the hour of another place, not the day.
_ELSEWHERE = re.compile(r"\bit (?:is|was)(?: still| already| only)? \Z", re.IGNORECASE)
_NAME_GOES_ON = re.compile(r"\s[A-Z]\w")
_PART_OF_NAME = re.compile(r"[A-Z]\w* \Z")
# “on a Friday in May” is any Friday; “in a Friday statement” is one.
_VAGUE_DAY = re.compile(r"\s*(?:[.,;:)–—]|\Z)|\s+(?:in|of|and|or|at|when|that)\b")
_NAMED_WEEKDAY = re.compile(
    r"(?:\b(?:Black|Good|Bloody|Super|Cyber|Ash|Holy|Palm|Easter|Whit|Fat|Red)|FC|[`‘'“\"]) ?\Z"
)


def clock(g: Groups) -> Found:
    """A time of day, of a weekday, of a date, or of the day told of."""
    hours, minutes = _hour_and_minute(g)
    meridiem = g.number("meridiem")
    if meridiem is not None and hours in _HALF_DAY:
        hours = hours % 12 + meridiem
    if hours not in _HOURS or minutes not in _MINUTES or not _is_time(g):
        return None
    tail = f"T{hours:02}:{minutes:02}{'Z' if g.value('zone') == 'Z' else ''}"
    meaning: Meaning = Shift(unit="D", told=True, here=True)
    if g.has("weekday"):
        meaning = Weekday(number=g.number("weekday") or 1)
    if g.has("month"):
        meaning = Calendar(year=g.number("year"), month=g.number("month"), day=g.number("day"))
    return g.phrase("TIME", meaning, clock=tail)


def _hour_and_minute(g: Groups) -> tuple[int, int]:
    if g.has("military"):
        digits = g.word("military").zfill(4)
        return int(digits[:-2]), int(digits[-2:])
    hours, _, rest = g.word("clock").partition(":")
    return int(hours), int(rest[:2] or 0)


def _is_time(g: Groups) -> bool:
    """Not a verse (“John 3:16”), a running time or a score: those have no zone, and no “at” before them."""
    if g.has("zone") or g.has("meridiem"):
        return True
    return ":" in g.word("clock") and (g.preceded_by(*_CLOCK_CUES) or g.has("weekday") or g.has("month"))


def weekday(g: Groups) -> Found:
    """A weekday, bare or with last, next, this; with a part of the day."""
    word = g.last_word("turn")
    if not word and _NAMED_WEEKDAY.search(g.before) and not g.has("part"):
        return None
    if g.preceded_by("a") and _VAGUE_DAY.match(g.after):
        return None
    turn = TURNS.get(word, 0) if word else None
    part = g.value("part")
    meaning = Weekday(number=g.number("weekday") or 1, turn=turn, told=word in {"that", "same"})
    return g.phrase("TIME" if part else "DATE", meaning, clock="T" + part if part else "")


def weekday_of_week(g: Groups) -> Found:
    """“Tuesday of last week”."""
    within = g.reference()
    if within is None or within.unit != "W":
        return None
    return g.phrase("DATE", Calendar(weekday=g.number("weekday") or 1, within=within))


def deictic(g: Groups) -> Found:
    """Today, yesterday, tomorrow, tonight."""
    word = g.word("deictic")
    if g.text[g.start].isupper() and _PART_OF_NAME.search(g.before):
        return None
    part = "NI" if word == "tonight" else g.value("part")
    shift = Shift(unit="D", amount={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    return g.phrase("TIME" if part else "DATE", shift, clock="T" + part if part else "")


def day_but_one(g: Groups) -> Found:
    """“the day before yesterday”, “the day after tomorrow”."""
    return g.phrase("DATE", Shift(unit="D", amount=-2 if g.has("back") else 2))


def day_part(g: Groups) -> Found:
    """“this morning”, “the next morning”, “that night”, “last night”."""
    word = g.last_word("which")
    if word == "past":
        return None
    told = word not in {"this", "last"}
    shift = Shift(unit="D", amount=TURNS.get(word, 0), told=told, here=told and word in {"that", "same", "the"})
    return g.phrase("TIME", shift, clock="T" + g.value("part"))


def bare_part(g: Groups) -> Found:
    """“in the morning”: of the day told of."""
    if g.value("part") == "NI" and not g.said.startswith(("the", "one")):
        return None
    if _is_name(g) or _ELSEWHERE.search(g.before):
        return None
    if g.value("part") in {"NI", "MI"} and not g.preceded_by("in", "at", "during", "by", "on"):
        return None
    return g.phrase("TIME", Shift(unit="D", told=True, here=True), clock="T" + g.value("part"))


def _is_name(g: Groups) -> bool:
    written = g.text[g.end - len(g.word("part")) : g.end]
    if not written[0].isupper() or not written[1:].islower():
        return False
    return not _OPENING.search(g.before) or bool(_NAME_GOES_ON.match(g.after))


def day_reference(g: Groups) -> Found:
    """“the next day”, “that day”, “the day after”."""
    word = g.last_word("which")
    if word in {"before", "after"} and not _NOTHING_MORE.match(g.after):
        return None
    return g.phrase(
        "DATE", Shift(unit="D", amount=TURNS.get(word, 0), told=True, here=word in {"that", "same", "this"})
    )


def part_before(g: Groups) -> Found:
    """“the evening before”."""
    word = g.word("which")
    if word in {"before", "after"} and not _NOTHING_MORE.match(g.after):
        return None
    return g.phrase("TIME", Shift(unit="D", amount=TURNS[word], told=True), clock="T" + g.value("part"))


def the_day(g: Groups) -> Found:
    """“the day” that is told of: “ended the day lower”, “later in the day”; not “the day on which”."""
    if not g.has("mod") and not (_SPENT.search(g.before) and _NOTHING_MORE.match(g.after)):
        return None
    return g.phrase("DATE", Shift(unit="D", told=True, here=True))


def offset(g: Groups) -> Found:
    """“two days later”, “a year ago”; a vague amount makes a vague reference, hours and minutes are no dates."""
    direction = g.word("dir").split()[0]
    if g.word("unit")[:2] in {"ho", "mi", "se"} or _COMPARED.match(g.after):
        return None
    if g.word("dir").endswith(" that") and not _NOTHING_MORE.match(g.after):
        return None
    sign, amount = TURNS[direction], count(g)
    if amount is None:
        return g.phrase("DATE", Fixed(value="PAST_REF" if sign < 0 else "FUTURE_REF"))
    unit, many = ("W", 2) if g.letter() == "2W" else (g.letter(), 1)
    told = direction not in {"ago", "from"}
    return g.phrase("DATE", Shift(unit=unit, amount=sign * amount * many, told=told))


def vague_offset(g: Groups) -> Found:
    """“weeks earlier”, “days later”, “years ago”."""
    if _COMPARED.match(g.after):
        return None
    past = TURNS[g.word("dir").split()[0]] < 0
    return g.phrase("DATE", Fixed(value="PAST_REF" if past else "FUTURE_REF"))


def the_weekend(g: Groups) -> Found:
    """“over the weekend”, “at the weekend”."""
    if not g.said.startswith("the") or not g.preceded_by("over", "at", "during", "on", "of", "for", "since", "before"):
        return None
    return g.phrase("DATE", Shift(unit="WE", here=True))


def unit_reference(g: Groups) -> Found:
    """“last week”, “this year”, “the previous month”, “later this year”, “the end of the month”."""
    word = g.last_word("which")
    shift = g.reference("which", "unit")
    if shift is None or shift.unit not in {"W", "M", "Q", "Y", "DE", "CE", "WE"}:
        return None
    if word == "the" and not g.has("mod"):
        return None
    if word == "same" and re.match(r"\s+(?:as|that|for|in which)\b", g.after):
        return None
    here = word in TOLD and shift.amount == 0
    return g.phrase("DATE", Shift(unit=shift.unit, amount=shift.amount, told=shift.told, here=here))


def same_period(g: Groups) -> Found:
    """“the same period a year earlier”."""
    if g.letter() != "Y" or (g.last_word("which") in {"a", "one"} and not g.has("dir")):
        return None
    return g.phrase("DATE", Shift(unit="SAME", amount=-1, told=True))
