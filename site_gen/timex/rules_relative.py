"""The rules for what hangs on another date, and for durations, sets and vague references."""

from typing import Final

from site_gen.timex import read_relative, read_spans
from site_gen.timex.grammar import Rule

RELATIVE: Final[tuple[Rule, ...]] = (
    Rule(
        "counted-of",
        "the first ten months of 1915: a length, not a date",
        "the (?:first|last|final|next) (?P<count>NUMBERS) (?P<unit>PLURAL) of (?:(?:MON )? YEAR|MON)",
        read_spans.counted_units,
    ),
    Rule(
        "offset",
        "two days later, a year ago, three weeks before that",
        "QUANTITY (?P<dir>ago|earlier|later|(?:before|after) that|from (?:now|today))",
        read_relative.offset,
    ),
    Rule(
        "vague-offset",
        "weeks earlier, years ago",
        "(?P<unit>PLURAL) (?P<dir>ago|earlier|later|(?:before|after) that)",
        read_relative.vague_offset,
    ),
    Rule(
        "offset-before",
        "two years before, …",
        "QUANTITY (?P<dir>before|after) (?=comma|dot)",
        read_relative.offset,
    ),
    Rule(
        "weekday-part",
        "Friday morning, last Sunday night",
        "(?P<turn>last|next|this|PAST|coming|FOLLOWING)? (?:early|late)? (?P<weekday>WEEKDAY) (?P<part>PART)",
        read_relative.weekday,
    ),
    Rule(
        "turned-weekday",
        "last Thursday, next Monday",
        "the? (?P<turn>last|next|this|that same|that|PAST|coming|FOLLOWING) (?P<weekday>WEEKDAY)",
        read_relative.weekday,
    ),
    Rule(
        "weekday-of-week",
        "Tuesday of last week",
        "(?P<weekday>WEEKDAY) (?:OFREF|(?P<ref2>last|next|this) (?P<refunit2>ONEUNIT))",
        read_relative.weekday_of_week,
    ),
    Rule(
        "weekday",
        "on Friday: the day of publication or before it, unless the tense is future",
        "(?P<mod>early|late)? (?P<weekday>WEEKDAY|DAYNAME dot)",
        read_relative.weekday,
    ),
    Rule(
        "weekdays",
        "on Mondays",
        "(?P<weekdays>WEEKDAYS)",
        read_spans.weekdays,
    ),
    Rule(
        "day-but-one",
        "the day before yesterday, the day after tomorrow",
        "the? day (?:before (?P<back>yesterday)|after tomorrow)",
        read_relative.day_but_one,
    ),
    Rule(
        "deictic",
        "today, earlier yesterday, tomorrow night",
        "(?P<mod>earlier|later|early|late)? (?P<deictic>today|yesterday|tomorrow|tonight) (?P<part>PART)?",
        read_relative.deictic,
    ),
    Rule(
        "day-part",
        "this morning, the next morning, that night",
        "early? (?P<which>this|that|the? same|the? next|the? FOLLOWING|the? PAST|last) (?P<part>PART)",
        read_relative.day_part,
    ),
    Rule(
        "day-ref",
        "the next day, that same day",
        "(?:(?P<mod>early|late|later|earlier) in?)? the? (?P<which>this same|that "
        "same|same|next|FOLLOWING|PAST|that|this) day",
        read_relative.day_reference,
    ),
    Rule(
        "day-after",
        "the day after, the day before",
        "the day (?P<which>after|before|FOLLOWING|PAST)",
        read_relative.day_reference,
    ),
    Rule(
        "the-day",
        "ended the day lower, later in the day",
        "(?:(?P<mod>early|late|later|earlier) in)? the day",
        read_relative.the_day,
    ),
    Rule(
        "part-before",
        "the evening before, the morning after",
        "the (?P<part>PART) (?P<which>before|after|FOLLOWING|PAST)",
        read_relative.part_before,
    ),
    Rule(
        "day-time",
        "in the afternoon, one morning",
        "(?:the|one)? (?P<part>PART)",
        read_relative.bare_part,
    ),
    Rule(
        "the-weekend",
        "over the weekend: the last one, unless the tense is future",
        "the? weekend",
        read_relative.the_weekend,
    ),
    Rule(
        "these-days",
        "these days",
        "these days",
        read_spans.fixed("PRESENT_REF"),
    ),
    Rule(
        "part-of-unit",
        "the end of the month, late in the year, the beginning of next week",
        "(?P<mod>(?:the? (?:START|end|MIDDLE) of|(?:late|early|later|earlier) in|the? (?:latest|early|late) "
        "part of|mid dash?)) (?P<which>REF) (?P<unit>UNIT|weekend)",
        read_relative.unit_reference,
    ),
    Rule(
        "same-period",
        "the same period a year earlier",
        "the same (?:period|time|UNIT) (?P<which>of? the? last|a|of? the PAST|one) (?P<unit>ONEYEAR) "
        "(?P<dir>earlier|ago|before)?",
        read_relative.same_period,
    ),
    Rule(
        "past-units",
        "the past two weeks, the next six months: a length",
        "the? (?P<which>last|PAST|next|FOLLOWING|coming|first|final) (?P<count>COUNT) (?P<between>_)? (?P<unit>PLURAL)",
        read_spans.duration,
    ),
    Rule(
        "last-unit-of",
        "the last month of the war: a length",
        "the (?:first|last|final) (?P<unit>UNIT|day|TUNIT) (?=of)(?!of the? (?:this|that|last|next)? "
        "(?:UNIT|MON)|of YEAR)",
        read_spans.first_unit,
    ),
    Rule(
        "past-unit",
        "the past decade, the coming years; the following week",
        "the? (?P<which>last|PAST|next|FOLLOWING|coming|first|final|those|RECENT) (?P<unit>PLURAL|UNIT)",
        read_spans.past_unit,
    ),
    Rule(
        "unit-ref",
        "last week, this year, later this year, that month",
        "(?P<mod>earlier|later|early|late)? (?P<which>REF) (?P<unit>UNIT|weekend)",
        read_relative.unit_reference,
    ),
    Rule(
        "unit-before",
        "the year before, the week after",
        "the (?P<unit>UNIT) (?P<which>PAST|FOLLOWING|before|after) (?=comma|dot|PAST)",
        read_relative.unit_reference,
    ),
    Rule(
        "times-per",
        "twice a week, three times a year, once every two months",
        "(?:OFTEN|(?:NUMBERS|a? FEW) times) (?:a|each|per) (?P<count>NUMBERS)? (?P<unit>day|UNIT|TUNIT|days|UNITS)",
        read_spans.every,
    ),
    Rule(
        "every",
        "every day, per month, every two weeks, every other year, every Friday",
        "(?:each|per) (?:(?P<count>NUMBERS|FEW|other|SECOND|ORDINAL) (?P<unit>days|UNITS|hours|TUNITS|day|UNIT|TUNIT)"
        "|(?P<weekday>WEEKDAY)|(?P<unit2>ANYUNIT|PART))",
        read_spans.every,
    ),
    Rule(
        "periodic",
        "weekly, annual",
        "(?P<set>PERIODIC)",
        read_spans.periodic,
    ),
    Rule(
        "aged",
        "22 years old",
        "QUANTITY dash? old",
        read_spans.duration,
    ),
    Rule(
        "half-unit",
        "half a year, half an hour; a year and a half",
        "(?:half dash? a? (?P<unit>day|UNIT|TUNIT)|(?P<more>a|one) (?P<unit2>day|UNIT|TUNIT) and a? half)",
        read_spans.half_unit,
    ),
    Rule(
        "duration",
        "two months, more than a year, 90-day",
        "QUANTITY (?:dash long)?",
        read_spans.duration,
    ),
    Rule(
        "word-between",
        "six cold months, five trading days",
        "(?P<approx>ROUGHLY)? (?P<count>NUMBERS|a? couple of?|a? FEW) (?P<between>_|consecutive) (?P<unit>PLURAL)",
        read_spans.duration,
    ),
    Rule(
        "durations",
        "the 60 of “between 60 and 90 days”",
        "(?P<count>NUMBERS) (?=(?:to|and|or|dash) NUMBERS dash? (?P<unit>ANYUNIT))",
        read_spans.range_of_durations,
    ),
    Rule(
        "vague-duration",
        "for months, years-long",
        "(?P<unit>PLURAL) (?:dash long)?",
        read_spans.vague_duration,
    ),
    Rule(
        "unit-long",
        "a month-long siege",
        "(?P<unit>day|UNIT|TUNIT) dash long",
        read_spans.unit_long,
    ),
    Rule(
        "term",
        "the near term",
        "the (?:short|long) term",
        read_spans.the_future,
    ),
    Rule(
        "future",
        "the near future",
        "the? short? future",
        read_spans.the_future,
    ),
    Rule(
        "present",
        "the present, present-day",
        "(?:the|at)? (?:present|modern) (?:dash? day)?",
        read_spans.the_present,
    ),
    Rule(
        "now",
        "now",
        "now",
        read_spans.now,
    ),
    Rule(
        "current",
        "current, currently: TimeML's PRESENT_REF",
        "NOW",
        read_spans.fixed("PRESENT_REF"),
    ),
    Rule(
        "recent",
        "recent, recently: TimeML's PAST_REF",
        "RECENT",
        read_spans.recent,
    ),
    Rule(
        "former",
        "the former minister: TimeML's PAST_REF",
        "FORMER",
        read_spans.former,
    ),
    Rule(
        "this-time",
        "at this time, for the time being: TimeML's PRESENT_REF",
        "(?:the time being|this time)",
        read_spans.this_time,
    ),
    Rule(
        "past",
        "the past",
        "the PAST",
        read_spans.the_past,
    ),
)
