"""The rules for English: patterns over word classes, in the order in which they are tried."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from site_gen.timex import read_dates, read_relative, read_spans
from site_gen.timex.groups import Groups
from site_gen.timex.phrases import Found
from site_gen.timex.tokens import CODES

# Shorthands, each a pattern of classes (see lexicon) and of shorthands above it. Blanks mean nothing.
_SHORTHANDS: Final = {
    "UNIT": "(?:ONEUNIT|ONEYEAR)",
    "PLURAL": "(?:days|UNITS|hours|TUNITS)",
    "ANYUNIT": "(?:day|days|UNIT|UNITS|TUNIT|hours|TUNITS|weekend|weekends)",
    "MON": "(?:MONTH|MAYMARCH|ABBREVIATED dot?)",
    "NUM": "(?:SMALL|NTH)",
    "SHORT": "(?:apostrophe (?P<short>TWO|SMALL))",
    "ORDER": "(?:first|SECOND|ORDINAL|NTH)",
    "NUMBERS": "(?:TENS dash? (?:one|NUMBER)|TENS|NUMBER|one|SMALL|TWO|DIGITS|DECIMAL)",
    "COUNT": "(?:a? couple of?|a? FEW|(?:one|a|NUMBERS) and a? half|(?:NUMBERS|a)? hundred|NUMBERS|a)",
    "ROUGHLY": "(?:about|(?:more|less) than|over|under|nearly|only|at (?:least|most)|another|as long as)",
    "QUANTITY": "(?P<approx>ROUGHLY)? (?P<count>COUNT) dash? (?P<unit>ANYUNIT)",
    "EDGE": "(?:the? START (?:of|in)|the? end of|the? MIDDLE of|the? (?:early|late|latest) (?:part of|in)?"
    "|mid dash?|(?:early|late) dash)",
    "REF": "(?:last|PAST|next|FOLLOWING|coming|this same|that same|the? same|this|that|the)",
    "OFREF": "of (?P<ref>REF)? (?P<refunit>UNIT)",
    "LINK": "(?:dash|to|and|or|until)",
    "BCYEAR": "(?:SMALL|TWO|DIGITS|YEAR)",
    "DAYMONTH": "(?:the? (?P<day>NUM) of? (?P<month>MON)|(?P<month2>MON) the? (?P<day2>NUM))",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A name, a pattern, and the reader that makes a phrase of what the pattern matched, or refuses it."""

    name: str
    pattern: str
    read: Callable[[Groups], Found]


# fmt: off
RULES: Final[tuple[Rule, ...]] = (
    Rule("iso-date", "(?P<iso>ISO)", read_dates.iso),
    Rule("named-day", "(?P<named>NAMED)", read_dates.named_day),
    Rule("holiday", "(?P<turn>last|next|this)? (?P<holiday>HOLIDAY) (?P<part>PART)? (?:comma? (?P<year>YEAR)|OFREF)?", read_dates.holiday),
    Rule("slashed-date", "(?P<slashed>SLASHED)", read_dates.slashed),
    # times of day
    Rule("clock-of-weekday", "(?P<clock>CLOCK|SMALL) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)? on? (?P<weekday>WEEKDAY)", read_relative.clock),
    Rule("clock-of-date", "(?P<clock>CLOCK|SMALL) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)? DAYMONTH (?:comma? (?P<year>YEAR))?", read_relative.clock),
    Rule("date-clock", "DAYMONTH (?:comma? (?P<year>YEAR))? (?:comma|at)? (?P<clock>CLOCK|SMALL(?=MERIDIEM)) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)?", read_relative.clock),
    Rule("clock", "(?P<clock>CLOCK) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)?", read_relative.clock),
    Rule("clock-hour", "(?P<clock>SMALL) (?P<meridiem>MERIDIEM) (?P<zone>ZONE|LOCALZONE)?", read_relative.clock),
    Rule("clock-military", "(?P<military>DIGITS|YEAR) (?P<zone>ZONE|LOCALZONE)", read_relative.clock),
    Rule("part-of-date", "(?:early in)? the early? (?P<part>PART) hours? (?:of|on) DAYMONTH (?:comma? (?P<year>YEAR))?", read_dates.date),
    Rule("date-part", "DAYMONTH (?P<part>PART)", read_dates.date),
    # several days of a month
    Rule("days-of-month", "(?P<left>(?P<day>NUM)) (?P<link>LINK) the? (?P<until>NUM) of? (?P<right>(?P<month>MON) (?:comma? (?P<year>YEAR))?)", read_dates.days_of_month),
    Rule("month-days", "(?P<left>(?P<month>MON)) (?P<day>NUM) (?P<link>LINK) (?P<until>NUM) (?P<right>comma? (?P<year>YEAR))?", read_dates.days_of_month),
    # dates
    Rule("weekday-date", "(?P<weekday>WEEKDAY|DAYNAME dot?) comma? DAYMONTH (?:comma? (?P<year>YEAR))?", read_dates.date),
    Rule("day-month-year", "(?P<approx>about)? DAYMONTH (?:comma? (?P<year>YEAR)|SHORT)", read_dates.date),
    Rule("date-within", "DAYMONTH OFREF", read_dates.date_within),
    Rule("month-within", "(?P<mod>EDGE)? (?P<month>MON) (?:OFREF|(?P<ref2>last|next|this) (?P<refunit2>ONEYEAR))", read_dates.date_within),
    Rule("week-of-month", "the (?P<nth>first|SECOND|ORDINAL|last|final) (?P<unit>ONEUNIT) of (?P<month>MON) (?:comma? (?P<year>YEAR))?", read_dates.week_of_month),
    Rule("day-month", "DAYMONTH", read_dates.date),
    Rule("month-year", "(?:(?P<mod>EDGE)|(?P<approx>about))? (?P<month>MON) (?:comma? of? (?P<year>YEAR)|SHORT)", read_dates.date),
    Rule("turned-month", "(?P<mod>EDGE)? the? (?P<turn>last|next|this|PAST|FOLLOWING|coming) (?P<month>MON)", read_dates.date),
    Rule("month", "(?P<mod>EDGE)? (?P<month>MON)", read_dates.month),
    Rule("nth-day", "the (?P<day>NTH)", read_dates.nth_day),
    # seasons, quarters, halves
    Rule("season-year", "(?:(?P<mod>EDGE)|(?P<approx>about))? the? (?P<season>SEASON|SPRING) of? (?P<year>YEAR)", read_dates.date),
    Rule("season-within", "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING) OFREF", read_dates.date_within),
    Rule("turned-season", "(?P<mod>EDGE)? the? (?P<turn>last|next|this|that|PAST|FOLLOWING|coming|same) (?P<season>SEASON|SPRING)", read_dates.date),
    Rule("season", "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING)", read_dates.season),
    Rule("quarter-of", "the? (?P<nth>ORDER|final|last) dash? (?P<unit>UNIT|half) (?:(?:of|in) (?:the? fiscal? ONEYEAR?)? (?P<year>YEAR)|(?P<year2>YEAR)|OFREF)", read_dates.quarter),
    Rule("quarter-code", "(?P<q>Q|QUARTER) of? (?P<year>YEAR)?", read_dates.quarter),
    Rule("quarter", "the? (?P<nth>ORDER|final) dash? (?P<unit>ONEUNIT)", read_dates.quarter),
    # decades, centuries, years
    Rule("decade", "(?P<mod>EDGE)? the? apostrophe? (?P<tens>TENSOF)", read_dates.decade),
    Rule("century", "(?P<mod>EDGE)? the? (?P<nth>(?:TENS dash)? ORDER) dash? (?P<unit>ONEUNIT) (?P<bc>BC)?", read_dates.century),
    Rule("date-bc", "DAYMONTH (?P<bcyear>BCYEAR) BC", read_dates.date_bc),
    Rule("part-of-year-bc", "(?P<mod>EDGE)? the? (?:(?P<season>SEASON|SPRING)|(?P<month>MON)) (?:of|comma)? (?:(?P<other>BCYEAR) slash)? (?P<bcyear>BCYEAR) BC", read_dates.date_bc),
    Rule("years-bc", "(?P<first>SMALL|TWO|DIGITS|YEAR) (?:dash|to|and|slash|until) (?P<last>SMALL|TWO|DIGITS|YEAR) (?P<bc>BC)", read_dates.years_bc),
    Rule("year-bc", "(?P<mod>EDGE)? about? (?P<bcyear>SMALL|TWO|DIGITS|YEAR) (?P<bc>BC)", read_dates.year_bc),
    Rule("year-of-antiquity", "(?P<mod>EDGE)? (?P<bcyear>DIGITS)", read_dates.year_of_antiquity),
    Rule("years", "(?P<year>YEAR) (?:dash|slash) (?P<until>YEAR|TWO|SMALL)", read_dates.years),
    Rule("the-year", "(?P<mod>EDGE)? the ONEYEAR (?P<year>YEAR)", read_dates.year),
    Rule("edge-year", "(?P<mod>EDGE) (?P<year>YEAR)", read_dates.year),
    Rule("about-year", "(?P<approx>about) (?P<year>YEAR)", read_dates.year),
    Rule("year", "(?P<year>YEAR)", read_dates.year),
    Rule("short-year", "(?P<mod>EDGE)? SHORT", read_dates.short_year),
    # counted from another date
    Rule("counted-of", "the (?:first|last|final|next) (?P<count>NUMBERS) (?P<unit>PLURAL) of (?:(?:MON )? YEAR|MON)", read_spans.counted_units),
    Rule("offset", "QUANTITY (?P<dir>ago|earlier|later|(?:before|after) that)", read_relative.offset),
    Rule("vague-offset", "(?P<unit>PLURAL) (?P<dir>ago|earlier|later|(?:before|after) that)", read_relative.vague_offset),
    Rule("offset-before", "QUANTITY (?P<dir>before|after) (?=comma|dot)", read_relative.offset),
    # weekdays
    Rule("weekday-part", "(?P<turn>last|next|this|PAST|coming|FOLLOWING)? (?:early|late)? (?P<weekday>WEEKDAY) (?P<part>PART)", read_relative.weekday),
    Rule("turned-weekday", "the? (?P<turn>last|next|this|PAST|coming|FOLLOWING) (?P<weekday>WEEKDAY)", read_relative.weekday),
    Rule("weekday-of-week", "(?P<weekday>WEEKDAY) (?:OFREF|(?P<ref2>last|next|this) (?P<refunit2>ONEUNIT))", read_relative.weekday_of_week),
    Rule("weekday", "(?P<weekday>WEEKDAY|DAYNAME dot)", read_relative.weekday),
    Rule("weekdays", "(?P<weekdays>WEEKDAYS)", read_spans.weekdays),
    # days by reference
    Rule("deictic", "(?P<mod>earlier|later|early|late)? (?P<deictic>today|yesterday|tomorrow|tonight) (?P<part>PART)?", read_relative.deictic),
    Rule("day-part", "early? (?P<which>this|that|the? same|the? next|the? FOLLOWING|the? PAST|last) (?P<part>PART)", read_relative.day_part),
    Rule("day-ref", "(?:(?P<mod>early|late|later|earlier) in?)? the? (?P<which>this same|that same|same|next|FOLLOWING|PAST|that|this) day", read_relative.day_reference),
    Rule("day-after", "the day (?P<which>after|before|FOLLOWING|PAST)", read_relative.day_reference),
    Rule("the-day", "(?:(?P<mod>early|late|later|earlier) in)? the day", read_relative.the_day),
    Rule("day-time", "(?:the|one)? (?P<part>PART)", read_relative.bare_part),
    # weeks, months, years by reference
    Rule("these-days", "these days", read_spans.fixed("PRESENT_REF")),
    Rule("part-of-unit", "(?P<mod>(?:the? (?:START|end|MIDDLE) of|(?:late|early|later|earlier) in|the? (?:latest|early|late) part of|mid dash?)) (?P<which>REF) (?P<unit>UNIT|weekend)", read_relative.unit_reference),
    Rule("same-period", "the same (?:period|time|UNIT) (?P<which>of? the? last|a|of? the PAST|one) (?P<unit>ONEYEAR) (?P<dir>earlier|ago|before)?", read_relative.same_period),
    Rule("past-units", "the? (?P<which>last|PAST|next|FOLLOWING|coming|first|final) (?P<count>COUNT) (?P<between>_)? (?P<unit>PLURAL)", read_spans.duration),
    Rule("last-unit-of", "the (?:first|last|final) (?P<unit>UNIT|day|TUNIT) (?=of)(?!of the? (?:this|that|last|next)? (?:UNIT|MON)|of YEAR)", read_spans.first_unit),
    Rule("past-unit", "the? (?P<which>last|PAST|next|FOLLOWING|coming|first|final|those|RECENT) (?P<unit>PLURAL|UNIT)", read_spans.past_unit),
    Rule("unit-ref", "(?P<mod>earlier|later|early|late)? (?P<which>REF) (?P<unit>UNIT|weekend)", read_relative.unit_reference),
    Rule("unit-before", "the (?P<unit>UNIT) (?P<which>PAST|FOLLOWING|before|after) (?=comma|dot|PAST)", read_relative.unit_reference),
    # sets and durations
    Rule("every", "(?:each|per) (?P<unit>ANYUNIT|WEEKDAY|PART)", read_spans.every),
    Rule("periodic", "(?P<set>PERIODIC)", read_spans.periodic),
    Rule("aged", "QUANTITY dash? old", read_spans.duration),
    Rule("duration", "QUANTITY (?:dash long)?", read_spans.duration),
    Rule("word-between", "(?P<approx>ROUGHLY)? (?P<count>NUMBERS|a? couple of?|a? FEW) (?P<between>_|consecutive) (?P<unit>PLURAL)", read_spans.duration),
    Rule("durations", "(?P<count>NUMBERS) (?=(?:to|and|or|dash) NUMBERS dash? (?P<unit>ANYUNIT))", read_spans.range_of_durations),
    Rule("vague-duration", "(?P<unit>PLURAL) (?:dash long)?", read_spans.vague_duration),
    Rule("unit-long", "(?P<unit>day|UNIT|TUNIT) dash long", read_spans.unit_long),
    # vague references
    Rule("term", "the (?:short|long) term", read_spans.the_future),
    Rule("future", "the? short? future", read_spans.the_future),
    Rule("present", "(?:the|at)? (?:present|modern) (?:dash? day)?", read_spans.the_present),
    Rule("now", "now", read_spans.now),
    Rule("current", "NOW", read_spans.fixed("PRESENT_REF")),
    Rule("recent", "RECENT", read_spans.recent),
    Rule("former", "FORMER", read_spans.former),
    Rule("past", "the PAST", read_spans.the_past),
)
# fmt: on

_NAMES = re.compile(r"\(\?P<\w+>|\(\?[:=!]|[A-Za-z]+|\s+")


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression over class characters that a pattern stands for."""
    return re.compile(_expanded(pattern))


def _expanded(pattern: str) -> str:
    return _NAMES.sub(_replaced, pattern)


def _replaced(found: re.Match[str]) -> str:
    word = found[0]
    if word.isspace():
        return ""
    if word.startswith("("):
        return word
    return _expanded(_SHORTHANDS[word]) if word in _SHORTHANDS else CODES[word]


PATTERNS: Final = tuple(compiled(rule.pattern) for rule in RULES)
