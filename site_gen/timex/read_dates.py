"""Readers of calendar dates: days, months, seasons, quarters, holidays."""

import datetime as dt
import re
from dataclasses import replace
from typing import Final

from site_gen.timex import context, order
from site_gen.timex.groups import TURNS, Groups
from site_gen.timex.phrases import Calendar, Fixed, Found, Phrase, Shift

DAYS: Final = range(1, 32)
_MONTHS: Final = range(1, 13)
_QUARTERS: Final = range(1, 5)
_HALVES: Final = range(1, 3)
PREPOSITIONS: Final = (
    "in", "of", "by", "since", "until", "from", "to", "between", "and", "or", "during", "dash", "after", "before",
    "for", "slash", "comma", "open", "over", "as",
)  # fmt: skip
# Events that go by their day all over the world.
_EVENT_YEARS: Final = {(9, 11): 2001}
_VERSION = re.compile(r"\d+\.\d+\.\d\d")
_NUMBERED = re.compile(r"[\d+][-/.]\Z")
_YEAR_FIRST = re.compile(r"\d{4}/")
_PHRASAL = re.compile(r"\s+of\b")
_THAT_MONTH = re.compile(r"\s*(?:[.,;:)–—-]|\Z|\s(?:and|to|or|was|were|of (?:that|the|this)|when|as|in|at)\b)")


def iso(g: Groups) -> Found:
    """2025-04-12, with or without a time of day."""
    date, _, clock = g.value("iso").partition("T")
    year, month, day = map(int, date.split("-"))
    found = Calendar(year=year, month=month, day=day)
    return g.phrase("TIME" if clock else "DATE", found, clock="T" + clock if clock else "")


def slashed(g: Groups) -> Found:
    """12/04/2025, 24-04-2025, 12.04.2025 (see order) and 2025/04/12; 1.10.12 is a version, 555-12-04-2025 a number."""
    text = g.value("slashed")
    if _VERSION.fullmatch(text) or _NUMBERED.search(g.before):
        return None
    if _YEAR_FIRST.match(text):
        year, month, day = map(int, text.split("/"))
        possible = month in _MONTHS and day in DAYS
        return g.phrase("DATE", Calendar(year=year, month=month, day=day)) if possible else None
    found = order.read(text, day_first=False)
    return replace(g.phrase("DATE", found[0]), assumed=found[1]) if found else None


def date(g: Groups) -> Found:
    """Whatever of weekday, day, month and year the pattern names."""
    if g.has("day") and (g.number("day") not in DAYS or not context.is_day(g.after)):
        return None
    if (g.has("year") and context.is_measured(g.after)) or _is_of_two_lines(g):
        return None
    unsaid = g.has("month") and not (g.has("year") or g.has("short"))
    if unsaid and context.is_dated_otherwise(g.after):
        return None
    part = g.value("part")
    return g.phrase("TIME" if part else "DATE", calendar_of(g), clock="T" + part if part else "")


def _is_of_two_lines(g: Groups) -> bool:
    """A weekday that ends one line and a full date that opens the next do not belong together unless they agree."""
    if not g.has("weekday") or "\n" not in g.text[g.start : g.end]:
        return False
    try:
        day = dt.date(g.number("year") or 0, g.number("month") or 0, g.number("day") or 0)
    except ValueError:
        return g.has("year")
    return day.isoweekday() != g.number("weekday")


def calendar_of(g: Groups) -> Calendar:
    """The parts of a date that the groups name."""
    short = g.number("short")
    year = g.number("year") if short is None else order.full_year(f"{short:02}")
    word = g.word("turn")
    within = g.reference()
    if word in {"this", "that", "same"}:
        within = Shift(unit="Y", told=word != "this")
    return Calendar(
        year=year, month=g.number("month"), day=g.number("day"), part=g.value("season"), within=within,
        turn=TURNS.get(word, 0), weekday=g.number("weekday") or 0, century=short is None,
    )  # fmt: skip


def event_day(g: Groups) -> Found:
    """“the September 11 attacks”; the year of any other such day is left open rather than guessed."""
    month, day = g.number("month") or 0, g.number("day") or 0
    if not context.names_event(g.after) or day not in DAYS:
        return None
    year = _EVENT_YEARS.get((month, day))
    value = f"{year or 'XXXX'}-{month:02}-{day:02}"
    return g.phrase("DATE", Fixed(value=value))


def date_within(g: Groups) -> Found:
    """“July 25 of that year”, “October of next year”."""
    return date(g) if g.letter("refunit") in {"Y", "M"} else None


def days_of_month(g: Groups) -> Found:
    """“13–24 June 2025”, “May 4 and 5”: two dates, and a range when a dash or “to” stands between them."""
    first, last = g.number("day") or 0, g.number("until") or 0
    if last not in DAYS or first not in DAYS or not context.is_day(g.after):
        return None
    year, month = g.number("year"), g.number("month")
    begin = Calendar(year=year, month=month, day=first)
    end = Calendar(year=year, month=month, day=last)
    left = g.piece("left", "day", begin)
    right = g.piece("until", "right", end) if g.has("right") else g.piece("until", "until", end)
    between = g.number("middle")
    if between is not None:
        middle = Calendar(year=year, month=month, day=between)
        return (left, g.piece("middle", "middle", middle), right) if between in DAYS else None
    ranged = first < last and (g.word("link") not in {"and", "or", "&"} or g.preceded_by("between"))
    return (until(left, end) if ranged else left, right)


def until(phrase: Phrase, end: Calendar) -> Phrase:
    """The phrase as the beginning of a range."""
    return replace(phrase, rule="range", until=end)


def month(g: Groups) -> Found:
    """A month alone; where it is also a word or a name, a preposition or the like must stand before it."""
    word = g.word("month").rstrip(".")
    if context.is_name_of_person(word, g.before, g.after) or context.is_dated_otherwise(g.after):
        return None
    weak = word in {"may", "march"} or len(word) < len("june")
    if weak and not g.has("mod") and not g.preceded_by(*PREPOSITIONS):
        return None
    return g.phrase("DATE", Calendar(month=g.number("month")))


def nth_day(g: Groups) -> Found:
    """“on the 20th”, “Tuesday the 24th”: a day of the month last told of, or of one beside it."""
    day = g.number("day") or 0
    said_so = g.has("weekday") or g.preceded_by("on", "by", "until", "since", "from", "and")
    if day not in DAYS or not said_so or not _THAT_MONTH.match(g.after):
        return None
    return g.phrase("DATE", Calendar(day=day, weekday=g.number("weekday") or 0))


def season(g: Groups) -> Found:
    """A season alone; spring and fall, which are also other words, need more of a sign."""
    doubtful = g.word("season") in {"spring", "fall"}
    if doubtful and not (_is_spring(g) or context.names_season(g.after)):
        return None
    return g.phrase("DATE", calendar_of(g))


def turned_season(g: Groups) -> Found:
    """“last spring”; “the last fall” only where a preposition stands before it."""
    if g.word("season") in {"spring", "fall"}:
        alone = g.said.startswith("the") and not g.preceded_by(*PREPOSITIONS)
        if alone or g.preceded_by("the"):
            return None
    return date(g)


def _is_spring(g: Groups) -> bool:
    if g.has("mod"):
        return True
    if _PHRASAL.match(g.after):
        return False
    if g.said.startswith("the"):
        return g.preceded_by("in", "by", "during", "since", "until", "of", "from", "over", "for", "to", "into", "after")
    return g.preceded_by("in", "by", "early", "late", "until", "since")


def quarter(g: Groups) -> Found:
    """A quarter or half of a year: “the third quarter of 2009”, “Q3”, “the first half of the year”."""
    if g.has("q"):
        code = g.word("q").upper()
        return g.phrase("DATE", Calendar(year=g.number("year"), part=code))
    half = g.word("unit") == "half"
    last = 2 if half else 4
    nth = g.number("nth") or {"final": last, "last": last}.get(g.word("nth"), 0)
    if (not half and g.letter() != "Q") or nth not in (_HALVES if half else _QUARTERS):
        return None
    within = g.reference()
    if half and within and within.unit != "Y":
        return None
    if not (g.has("year") or within) and context.is_game(g.before, g.after):
        return None
    return g.phrase("DATE", Calendar(year=g.number("year"), part=f"{'H' if half else 'Q'}{nth}", within=within))


def nth_weekday(g: Groups) -> Found:
    """“the second Tuesday of March”."""
    nth = -1 if g.word("nth") in {"last", "final"} else g.number("nth") or 0
    if nth not in {-1, 1, 2, 3, 4, 5} or (g.has("refunit") and g.letter("refunit") != "M"):
        return None
    said = calendar_of(g)
    return g.phrase("DATE", replace(said, nth=nth))


def day_in_words(g: Groups) -> Found:
    """“the twenty-fourth of June 2025”."""
    day = sum(value for value in g.values("day") if isinstance(value, int))
    return g.phrase("DATE", replace(calendar_of(g), day=day)) if day in DAYS else None


def week_of_month(g: Groups) -> Found:
    """“the last week of August”."""
    if g.letter() != "W":
        return None
    nth = {"last": 9, "final": 9}.get(g.word("nth"), g.number("nth") or 0)
    if nth not in {1, 2, 3, 4, 9}:
        return None
    return g.phrase("DATE", Calendar(year=g.number("year"), month=g.number("month"), part=f"W{nth}"))


def week_of_day(g: Groups) -> Found:
    """“the week of April 15”: not the day but its week."""
    day = g.number("day")
    if g.letter() != "W" or day not in DAYS or not context.is_day(g.after):
        return None
    part = "WE" if g.word("edge") in {"end", "ending"} else "WB"
    return g.phrase("DATE", Calendar(year=g.number("year"), month=g.number("month"), day=day, part=part))


def named_day(g: Groups) -> Found:
    """9/11."""
    return g.phrase("DATE", Fixed(value=g.value("named")))


def holiday(g: Groups) -> Found:
    """A holiday, but not the season of buying before it, nor a white one."""
    plain = g.has("turn") or g.has("year") or g.has("part")
    if not plain and not context.is_holiday(g.before, g.after):
        return None
    part = g.value("part")
    said = Calendar(
        year=g.number("year"), holiday=g.value("holiday"), turn=TURNS.get(g.word("turn"), 0), within=g.reference()
    )
    return g.phrase("TIME" if part else "DATE", said, clock="T" + part if part else "")
