"""The rules of English time expressions: patterns over word classes, in the order in which they are tried."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from site_gen.timex import readers
from site_gen.timex.readers import Groups
from site_gen.timex.phrases import Phrase
from site_gen.timex.tokens import CODES, OTHER

# Shorthands; a shorthand may use those above it.
_MACROS: dict[str, str] = {}
for _name, _pattern in (
    ("UNIT", "(?:ONEUNIT|ONEYEAR)"),
    ("MON", "(?:MONTH|MAYMARCH|ABBREVIATED dot?)"),
    ("NUM", "(?:TENS dash? (?:one|NUMBER)|TENS|NUMBER|one|SMALL|TWO|DIGITS|DECIMAL)"),
    ("SURE", "(?:SMALL|NTH)"),
    ("NTHWORD", "(?:first|second|ORDINAL|NTH)"),
    ("ANYUNIT", "(?:day|days|UNIT|UNITS|TUNIT|TUNITS|weekend|weekends)"),
    ("CALUNIT", "(?:day|days|UNIT|UNITS|weekend|weekends)"),
    ("VAGUE", "(?:a? FEW|a couple of?)"),
    ("ROUGHLY", "(?:about|more than|less than|over|under|nearly|only|at least|as long as|another|at most)"),
    ("COUNT", "(?:(?:a|one|NUM) half|NUM hundred|a hundred|NUM and a half|NUM|a couple of?|a? FEW|a)"),
    ("QUANTITY", "(?P<approx>ROUGHLY)? (?P<count>COUNT) dash? (?P<unit>ANYUNIT)"),
    ("EDGE", "(?:the? START (?:of|in)|the? end of|the? MIDDLE of|the? (?:early|late|latest) (?:in|of|part of)?|early|late|mid dash?|early dash|late dash)"),
    ("YEARREF", "(?:the? (?P<ref>last|PAST|next|FOLLOWING|this|that|same|coming|that same|this same)? (?P<refunit>UNIT))"),
    ("AREF", "(?:last|PAST|next|FOLLOWING|coming|this|that|that same|this same|the same|the|the last|the PAST|the next|the FOLLOWING|the coming|the NOW|this NOW|of the)"),
    ("DASHTO", "(?:dash|to|and|or|until)"),
):
    _MACROS[_name] = _pattern


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the reader that turns its groups into a meaning, and the name it is known by."""

    name: str
    pattern: str
    read: Callable[[Groups], Phrase | None]


# fmt: off
RULES: Final[tuple[Rule, ...]] = (
    Rule("iso-date", "(?P<iso>ISO)", readers.iso),
    Rule("slashed-date", "(?P<slashed>SLASHED)", readers.slashed),
    # clock times
    Rule("clock-date", "(?P<clock>CLOCK|SMALL) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)? (?P<weekday>WEEKDAY)", readers.clock),
    Rule("clock", "(?P<clock>CLOCK) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)?", readers.clock),
    Rule("clock-hour", "(?P<clock>SMALL) (?P<meridiem>MERIDIEM) (?P<zone>ZONE|LOCALZONE)?", readers.clock),
    Rule("clock-military", "(?P<military>DIGITS|YEAR) (?P<zone>ZONE|LOCALZONE)", readers.clock),
    # part of a day, dated
    Rule("part-of-date", "(?:early in)? the? early? (?P<part>PART) TUNITS? (?:of|on) the? (?:(?P<day>SURE) of? (?P<month>MON)|(?P<month2>MON) (?P<day2>SURE)) comma? (?P<year>YEAR)?", readers.calendar),
    Rule("date-part", "(?:(?P<day>SURE) (?P<month>MON)|(?P<month2>MON) (?P<day2>SURE)) (?P<part>PART)", readers.calendar),
    # full dates
    Rule("weekday-month-day", "(?P<weekday>WEEKDAY|DAYNAME dot?) comma? (?P<month>MON) (?P<day>SURE) (?:comma? (?P<year>YEAR))?", readers.calendar),
    Rule("weekday-day-month", "(?P<weekday>WEEKDAY|DAYNAME dot?) comma? (?:the)? (?P<day>SURE) of? (?P<month>MON) (?:comma? (?P<year>YEAR))?", readers.calendar),
    Rule("day-month-year", "the? (?P<day>SURE) of? (?P<month>MON) (?:comma? (?P<year>YEAR)|apostrophe (?P<short>TWO|SMALL))", readers.calendar),
    Rule("month-day-year", "(?P<month>MON) (?:the)? (?P<day>SURE) (?:comma? (?P<year>YEAR)|comma? apostrophe (?P<short>TWO|SMALL))", readers.calendar),
    Rule("day-month-ref", "the? (?P<day>SURE) of? (?P<month>MON) of YEARREF", readers.calendar),
    Rule("month-day-ref", "(?P<month>MON) (?P<day>SURE) of YEARREF", readers.calendar),
    Rule("month-of-ref", "(?P<mod>EDGE)? (?P<month>MON) (?:of YEARREF|(?P<ref2>last|next|this) (?P<refunit2>UNIT))", readers.calendar),
    Rule("month-day", "(?P<month>MON) (?:the)? (?P<day>SURE)", readers.month_day),
    Rule("month-year", "(?P<mod>EDGE)? (?P<month>MON) comma? of? (?:(?P<year>YEAR)|apostrophe (?P<short>TWO|SMALL))", readers.calendar),
    Rule("day-month", "the? (?P<day>SURE) of? (?P<month>MON)", readers.calendar),
    Rule("turned-month", "(?P<mod>EDGE)? (?:the)? (?P<turn>last|next|this|PAST|FOLLOWING|coming) (?P<month>MON)", readers.calendar),
    Rule("month", "(?P<mod>EDGE)? (?P<month>MONTH|MAYMARCH|ABBREVIATED dot?)", readers.bare_month),
    # seasons, quarters, halves
    Rule("season-year", "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING) (?:of)? (?P<year>YEAR)", readers.calendar),
    Rule("season-of-ref", "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING) of YEARREF", readers.calendar),
    Rule("turned-season", "(?P<mod>EDGE)? the? (?P<turn>last|next|this|that|PAST|FOLLOWING|coming|same) (?P<season>SEASON|SPRING)", readers.calendar),
    Rule("season", "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING)", readers.season),
    Rule("quarter-year", "(?P<mod>EDGE)? the? (?P<nth>NTHWORD|final|last) dash? (?P<unit>UNIT|half) (?:of|in)? (?:the? (?:fiscal|ONEYEAR)? (?P<year>YEAR)|YEARREF)", readers.quarter),
    Rule("quarter-code", "(?P<q>Q|QUARTER) (?:of)? (?P<year>YEAR)?", readers.quarter),
    Rule("quarter", "the? (?P<nth>NTHWORD|final) dash? (?P<unit>UNIT)", readers.quarter),
    # decades, centuries
    Rule("decade", "(?P<mod>EDGE)? the? apostrophe? (?P<tens>TENSOF) (?P<bc>BC)?", readers.decade),
    Rule("century", "(?P<mod>EDGE)? (?P<the>the)? (?P<cent>(?:TENS dash)? NTHWORD) dash? (?P<unit>UNIT) (?P<bc>BC)?", readers.century),
    # years
    Rule("year-bc", "(?P<mod>EDGE)? (?P<approx>about)? (?P<bcyear>SMALL|TWO|DIGITS|YEAR) (?P<bc>BC)", readers.year_bc),
    Rule("year-ad", "AD (?P<year>YEAR|DIGITS)", readers.calendar),
    Rule("the-year", "(?P<mod>EDGE)? the ONEYEAR (?P<year>YEAR)", readers.calendar),
    Rule("edge-year", "(?P<mod>EDGE) (?P<year>YEAR)", readers.calendar),
    Rule("year", "(?P<year>YEAR)", readers.bare_year),
    Rule("short-year", "(?P<mod>EDGE)? apostrophe (?P<short>TWO|SMALL)", readers.short_year),
    # ago, later, earlier
    Rule("ago", "QUANTITY (?P<dir>ago|earlier|later|before that|after that|FOLLOWING)", readers.offset),
    # weekdays
    Rule("weekday-part", "(?:(?P<turn>last|next|this|PAST|coming|FOLLOWING) )? (?:early|late)? (?P<weekday>WEEKDAY) (?P<part>PART)", readers.weekday),
    Rule("turned-weekday", "(?:the)? (?P<turn>last|next|this|PAST|coming|FOLLOWING) (?P<weekday>WEEKDAY)", readers.weekday),
    Rule("weekday-ref", "(?:on)? (?P<weekday>WEEKDAY) of? (?P<turn>last|next|this) UNIT", readers.weekday_week),
    Rule("weekday", "(?P<weekday>WEEKDAY|DAYNAME dot)", readers.weekday),
    # days by reference
    Rule("deictic", "(?P<mod>earlier|later|early|late)? (?P<deictic>today|yesterday|tomorrow|tonight) (?P<part>PART)?", readers.deictic),
    Rule("part-deictic", "(?:early)? (?P<which>this|that|same|the same|the next|the FOLLOWING|the PAST|last|next|FOLLOWING) (?P<part>PART)", readers.day_part),
    Rule("day-ref", "(?:(?P<mod>early|late|later|earlier) (?:in)?)? (?:the)? (?P<which>this same|that same|same|next|FOLLOWING|PAST|that|this) (?P<unit>day)", readers.day_reference),
    Rule("day-after", "the (?P<unit>day) (?P<which>after|before|FOLLOWING|PAST)", readers.day_reference),
    Rule("the-day", "(?:(?P<mod>early|late|later|earlier) in)? (?P<which>the) (?P<unit>day)", readers.the_day),
    # weeks, months, years by reference
    Rule("edge-of-unit", "(?P<mod>(?:the? (?:START|end|MIDDLE) of|late in|early in|later in|earlier in|the? (?:latest|early|late) part of|mid dash?)) (?P<which>AREF) (?P<unit>UNIT|weekend)", readers.unit_reference),
    Rule("same-period", "the same (?:period|time|UNIT) (?P<which>of? the? last|a|the PAST|one) (?P<unit>UNIT) (?P<dir>earlier|ago|before)?", readers.same_period),
    Rule("past-units", "the? (?P<which>last|PAST|next|FOLLOWING|coming|first|final|these|those|RECENT) (?P<count>COUNT)? (?P<unit>days|UNITS|TUNITS|UNIT|day)", readers.span_reference),
    Rule("unit-ref", "(?P<mod>earlier|later|early|late)? (?P<which>AREF) (?P<unit>UNIT|weekend|fiscal)", readers.unit_reference),
    Rule("unit-previous", "the (?P<unit>UNIT) (?P<which>PAST|FOLLOWING|before|after)", readers.unit_reference),
    # sets, durations
    Rule("every", "(?:each|per) (?P<unit>CALUNIT|TUNIT|WEEKDAY|PART)", readers.every),
    Rule("periodic", "(?P<set>PERIODIC)", readers.periodic),
    Rule("aged", "QUANTITY dash? old", readers.duration),
    Rule("duration", "QUANTITY (?:dash long)?", readers.duration),
    Rule("vague-duration", "(?P<unit>days|UNITS|TUNITS) (?:dash long)?", readers.vague_duration),
    Rule("unit-long", "(?P<unit>day|UNIT) dash long", readers.unit_long),
    # vague references
    Rule("near-term", "the? (?:short|long) dash? term", readers.fixed("FUTURE_REF")),
    Rule("future", "(?:the)? (?:short )? future", readers.fixed("FUTURE_REF")),
    Rule("soon", "SOON", readers.fixed("FUTURE_REF")),
    Rule("now", "now", readers.fixed("PRESENT_REF")),
    Rule("current", "NOW", readers.fixed("PRESENT_REF")),
    Rule("recent", "RECENT", readers.fixed("PAST_REF")),
    Rule("former", "FORMER", readers.fixed("PAST_REF")),
    Rule("the-past", "the PAST", readers.the_past),
    Rule("these-days", "these days", readers.fixed("PRESENT_REF")),
    Rule("christmas", "christmas (?:(?P<eve>eve)|day)? (?P<year>YEAR)?", readers.christmas),
)
# fmt: on

_NAMES = re.compile(r"\(\?P<(\w+)>|\(\?[:=!]|[A-Za-z]+|\s+")


def compile_pattern(source: str) -> str:
    """The regular expression over class characters that a pattern of class names and shorthands stands for."""
    return _NAMES.sub(_replace, source)


def _replace(found: re.Match[str]) -> str:
    word = found[0]
    if word.isspace():
        return ""
    if word.startswith("("):
        return word
    if word in _MACROS:
        return compile_pattern(_MACROS[word])
    return CODES[word]


COMPILED: Final = tuple(re.compile(compile_pattern(rule.pattern)) for rule in RULES)
_UNNAMED = tuple(re.sub(r"\(\?P<\w+>", "(?:", pattern.pattern) for pattern in COMPILED)
ANY: Final = re.compile("|".join(f"(?P<r{n}>{p})" for n, p in enumerate(_UNNAMED)))
assert OTHER not in CODES.values()
