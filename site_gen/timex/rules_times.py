"""The rules for times of day; they come first, since “10 a.m. on 24 June” holds a date."""

from typing import Final

from site_gen.timex import read_dates, read_relative
from site_gen.timex.grammar import Rule

TIMES: Final[tuple[Rule, ...]] = (
    Rule(
        "clock-of-weekday",
        "12:00 UTC Monday: one time, as TimeML 1.2.1 annotates it",
        "(?P<clock>CLOCK|SMALL) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)? on? (?P<weekday>WEEKDAY)",
        read_relative.clock,
    ),
    Rule(
        "clock-of-date",
        "10 a.m. on 24 June",
        "(?P<clock>CLOCK|SMALL) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)? DAYMONTH (?:comma? (?P<year>YEAR))?",
        read_relative.clock,
    ),
    Rule(
        "date-clock",
        "May 8, 1:00 AM",
        "DAYMONTH (?:comma? (?P<year>YEAR))? (?:comma|at)? (?P<clock>CLOCK|SMALL(?=MERIDIEM)) "
        "(?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)?",
        read_relative.clock,
    ),
    Rule(
        "clock",
        "at 16:08 UTC: of the day told of",
        "(?P<clock>CLOCK) (?P<meridiem>MERIDIEM)? (?P<zone>ZONE|LOCALZONE)?",
        read_relative.clock,
    ),
    Rule(
        "clock-hour",
        "5 p.m.",
        "(?P<clock>SMALL) (?P<meridiem>MERIDIEM) (?P<zone>ZONE|LOCALZONE)?",
        read_relative.clock,
    ),
    Rule(
        "clock-military",
        "0800 UTC",
        "(?P<military>DIGITS|YEAR) (?P<zone>ZONE|LOCALZONE)",
        read_relative.clock,
    ),
    Rule(
        "part-of-date",
        "the early evening hours of 9 June",
        "(?:early in)? the early? (?P<part>PART) hours? (?:of|on) DAYMONTH (?:comma? (?P<year>YEAR))?",
        read_dates.date,
    ),
    Rule(
        "date-part",
        "28 February night",
        "DAYMONTH (?P<part>PART)",
        read_dates.date,
    ),
)
