"""The rules for calendar dates: days, months, seasons, quarters, years, decades, centuries."""

from typing import Final

from site_gen.timex import read_dates, read_years
from site_gen.timex.grammar import Rule

DATES: Final[tuple[Rule, ...]] = (
    Rule(
        "iso-date",
        "ISO 8601: 2025-04-12, 2025-04-12T14:00Z",
        "(?P<iso>ISO)",
        read_dates.iso,
    ),
    Rule(
        "named-day",
        "9/11: a day that is named by its date",
        "(?P<named>NAMED)",
        read_dates.named_day,
    ),
    Rule(
        "holiday",
        "Christmas Eve, Thanksgiving 2024, last Easter (see holidays)",
        "(?P<turn>last|next|this)? (?P<holiday>HOLIDAY) (?P<part>PART)? (?:comma? (?P<year>YEAR)|OFREF)?",
        read_dates.holiday,
    ),
    Rule(
        "slashed-date",
        "12/24/2025, 24.12.2025: American and European order",
        "(?P<slashed>SLASHED)",
        read_dates.slashed,
    ),
    Rule(
        "dashed-date",
        "12-Apr-2025, 03/Jan/2020: as headers and stamps write it",
        "(?P<day>SMALL) (?:dash (?P<month>MON) dash|slash (?P<month2>MON) slash) (?P<year>YEAR)",
        read_dates.date,
    ),
    Rule(
        "date-bc",
        "15 March 44 BC",
        "DAYMONTH (?P<bcyear>BCYEAR) BC",
        read_years.date_bc,
    ),
    Rule(
        "part-of-year-bc",
        "the autumn of 480 BC, the winter of 480/479 BC",
        "(?P<mod>EDGE)? the? (?:(?P<season>SEASON|SPRING)|(?P<month>MON)) (?:of|comma)? (?:(?P<other>BCYEAR) "
        "slash)? (?P<bcyear>BCYEAR) BC",
        read_years.date_bc,
    ),
    Rule(
        "days-of-month",
        "13–24 June 2025, 28 and 29 August: two dates, in British order",
        "the? (?P<left>(?P<day>NUM)) (?:comma (?P<middle>NUM) comma?)? (?P<link>LINK) the? "
        "(?P<until>NUM) of? (?P<right>(?P<month>MON) (?:comma? "
        "(?P<year>YEAR))?)",
        read_dates.days_of_month,
    ),
    Rule(
        "month-days",
        "April 12–19, May 4 and 5: two dates, in American order",
        "(?P<left>(?P<month>MON)) (?P<day>NUM) (?:comma (?P<middle>NUM) comma?)? (?P<link>LINK) "
        "(?P<until>NUM) (?P<right>comma? (?P<year>YEAR))?",
        read_dates.days_of_month,
    ),
    Rule(
        "weekday-date",
        "Saturday, 12 April 2025; Fri. Jan. 3",
        "(?P<weekday>WEEKDAY|DAYNAME dot?) comma? DAYMONTH (?:comma? (?P<year>YEAR))?",
        read_dates.date,
    ),
    Rule(
        "weekday-nth",
        "Tuesday the 24th: of the nearest month in which it is one",
        "(?P<weekday>WEEKDAY) comma? the (?P<day>NTH) (?!of|MON)",
        read_dates.nth_day,
    ),
    Rule(
        "day-month-year",
        "24 June 2025, June 24, 2025, about 24 March 2026",
        "(?P<approx>about)? DAYMONTH (?:comma? (?P<year>YEAR)|SHORT)",
        read_dates.date,
    ),
    Rule(
        "event-day",
        "the September 11 attacks, the January 6 attack: events named by their day, whose year the reader knows",
        "the? DAYMONTH",
        read_dates.event_day,
    ),
    Rule(
        "date-within",
        "July 25 of that year, 8 May last year",
        "DAYMONTH (?:OFREF|(?P<ref2>last|next|this) (?P<refunit2>ONEYEAR))",
        read_dates.date_within,
    ),
    Rule(
        "month-within",
        "October of next year, August of that year",
        "(?P<mod>EDGE)? (?P<month>MON) (?:OFREF|(?P<ref2>last|next|this) (?P<refunit2>ONEYEAR))",
        read_dates.date_within,
    ),
    Rule(
        "nth-weekday",
        "the second Tuesday of March, the last Friday of next month",
        "the (?P<nth>ORDER|last|final) (?P<weekday>WEEKDAY) (?:of|in) (?:(?P<month>MON) "
        "(?:comma? (?P<year>YEAR))?|(?P<ref>REF) (?P<refunit>ONEUNIT))",
        read_dates.nth_weekday,
    ),
    Rule(
        "day-in-words",
        "the first of May, the twenty-fourth of June 2025",
        "the? (?P<day>(?:TENS dash)? (?:first|SECOND|ORDINAL)) of (?P<month>MON) (?:comma? (?P<year>YEAR))?",
        read_dates.day_in_words,
    ),
    Rule(
        "week-of-month",
        "the last week of August: an ISO 8601 week, for want of anything nearer",
        "the (?P<nth>first|SECOND|ORDINAL|last|final) (?P<unit>ONEUNIT) of (?P<month>MON) (?:comma? (?P<year>YEAR))?",
        read_dates.week_of_month,
    ),
    Rule(
        "week-of-day",
        "the week of April 15, the week beginning 14 April 2025, the week ending 18 April",
        "the (?P<unit>ONEUNIT) (?P<edge>of|START|end) DAYMONTH (?:comma? (?P<year>YEAR))?",
        read_dates.week_of_day,
    ),
    Rule(
        "day-month",
        "24 June, June 24: the year is unsaid",
        "DAYMONTH",
        read_dates.date,
    ),
    Rule(
        "month-year",
        "June 2025, early May 1943, September of 1940",
        "(?:(?P<mod>EDGE)|(?P<approx>about))? (?P<month>MON) (?:comma? of? (?P<year>YEAR)|SHORT)",
        read_dates.date,
    ),
    Rule(
        "turned-month",
        "last March, next January",
        "(?P<mod>EDGE)? the? (?P<turn>last|next|this|PAST|FOLLOWING|coming) (?P<month>MON)",
        read_dates.date,
    ),
    Rule(
        "month",
        "in March, late September, Feb.: the year is unsaid",
        "(?P<mod>EDGE)? (?P<month>MON)",
        read_dates.month,
    ),
    Rule(
        "nth-day",
        "on the 20th: of the month told of",
        "the (?P<day>NTH)",
        read_dates.nth_day,
    ),
    Rule(
        "season-year",
        "the summer of 2025, spring 2025",
        "(?:(?P<mod>EDGE)|(?P<approx>about))? the? (?P<season>SEASON|SPRING) of? (?P<year>YEAR)",
        read_dates.date,
    ),
    Rule(
        "season-within",
        "the spring of that year",
        "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING) OFREF",
        read_dates.date_within,
    ),
    Rule(
        "turned-season",
        "last winter, this spring",
        "(?P<mod>EDGE)? the? (?P<turn>last|next|this|that|PAST|FOLLOWING|coming|same) (?P<season>SEASON|SPRING)",
        read_dates.turned_season,
    ),
    Rule(
        "season",
        "the summer, in spring, the fall campaign",
        "(?P<mod>EDGE)? the? (?P<season>SEASON|SPRING)",
        read_dates.season,
    ),
    Rule(
        "quarter-of",
        "the third quarter of 2009, the first half of the year",
        "the? (?P<nth>ORDER|final|last) dash? (?P<unit>UNIT|half) (?:(?:of|in) (?:the? fiscal? ONEYEAR?)? "
        "(?P<year>YEAR)|(?P<year2>YEAR)|OFREF)",
        read_dates.quarter,
    ),
    Rule(
        "quarter-code",
        "Q3 2025",
        "(?P<q>Q|QUARTER) of? (?P<year>YEAR)?",
        read_dates.quarter,
    ),
    Rule(
        "quarter",
        "the fourth quarter, third-quarter results",
        "the? (?P<nth>ORDER|final) dash? (?P<unit>ONEUNIT)",
        read_dates.quarter,
    ),
    Rule(
        "decade",
        "the 1980s, the late 80s, the '80s",
        "(?P<mod>EDGE)? the? apostrophe? (?P<tens>TENSOF)",
        read_years.decade,
    ),
    Rule(
        "century",
        "the early 20th century, the third century BC",
        "(?P<mod>EDGE)? the? (?P<nth>(?:TENS dash)? ORDER) dash? (?P<unit>ONEUNIT) (?P<bc>BC)?",
        read_years.century,
    ),
    Rule(
        "years-bc",
        "264 to 241 BC: two dates",
        "(?P<first>SMALL|TWO|DIGITS|YEAR) (?:dash|to|and|slash|until) (?P<last>SMALL|TWO|DIGITS|YEAR) (?P<bc>BC)",
        read_years.years_bc,
    ),
    Rule(
        "year-bc",
        "about 480 BC, 216 B.C.",
        "(?P<mod>EDGE)? about? (?P<bcyear>SMALL|TWO|DIGITS|YEAR) (?P<bc>BC)",
        read_years.year_bc,
    ),
    Rule(
        "year-ad",
        "AD 70",
        "AD (?P<year>YEAR|DIGITS|TWO)",
        read_dates.date,
    ),
    Rule(
        "year-of-antiquity",
        "in 480, in a text of years before Christ",
        "(?P<mod>EDGE)? (?P<bcyear>DIGITS)",
        read_years.year_of_antiquity,
    ),
    Rule(
        "years",
        "1861–1863, 2015-16: two dates",
        "(?P<year>YEAR) (?:dash|slash) (?P<until>YEAR|TWO|SMALL)",
        read_years.years,
    ),
    Rule(
        "the-year",
        "the year 1979",
        "(?P<mod>EDGE)? the ONEYEAR (?P<year>YEAR)",
        read_years.year,
    ),
    Rule(
        "edge-year",
        "early 2024, the end of 1944",
        "(?P<mod>EDGE) (?P<year>YEAR)",
        read_years.year,
    ),
    Rule(
        "about-year",
        "about 1979",
        "(?P<approx>about) (?P<year>YEAR)",
        read_years.year,
    ),
    Rule(
        "year",
        "in 1979, the 1979 revolution (see context.is_year)",
        "(?P<year>YEAR)",
        read_years.year,
    ),
    Rule(
        "short-year",
        "'99, late '44",
        "(?P<mod>EDGE)? SHORT",
        read_years.short_year,
    ),
)
