"""The English words that time expressions are made of: each with its class and what it stands for."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

Value = int | str

# Class, colon, words; `word=value` where the word stands for something. A class in lower case is named after its word.
_WORDS = """
the: the
a: a an
of: of
in: in
on: on
at: at
by: by
to: to through thru
and: and
or: or
until: until till
since: since
from: from
between: between
during: during throughout
within: within
over: over
about: about around roughly approximately circa some ca
than: than
more: more
less: less fewer
least: least
most: most
under: under
nearly: nearly almost
only: only just exactly precisely merely
another: another
this: this
that: that
these: these
those: those
same: same very
last: last
PAST: past previous preceding prior
next: next
FOLLOWING: following subsequent ensuing
coming: coming upcoming
ago: ago
later: later afterward afterwards
earlier: earlier
before: before
after: after
early: early
late: late
mid: mid
end: end close conclusion ending
START: start beginning outset onset opening
MIDDLE: middle midpoint
half: half
other: other
each: each every
per: per
now: now nowadays
then: then
long: long
old: old
time: time
being: being
period: period
part: part parts
well: well
as: as
into: into
for: for
first: first=1
SECOND: second=2
ORDINAL: third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12 thirteenth=13
ORDINAL: fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 thirtieth=30
final: final
latest: latest latter
one: one=1 single=1
NUMBER: two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
NUMBER: fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19
TENS: twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
hundred: hundred dozen
OFTEN: once twice thrice
times: times
FEW: few several many numerous
couple: couple
day: day
days: days
ONEYEAR: year=Y
ONEUNIT: week=W month=M quarter=Q decade=DE century=CE fortnight=2W
UNITS: weeks=W months=M quarters=Q years=Y yrs=Y decades=DE centuries=CE fortnights=2W
TUNIT: hour=H minute=M
hours: hours=H
TUNITS: minutes=M mins=M seconds=S
weekend: weekend
weekends: weekends
SEASON: summer=SU winter=WI autumn=FA
SPRING: spring=SP fall=FA
PART: morning=MO afternoon=AF evening=EV night=NI midnight=NI dawn=MO dusk=EV overnight=NI midday=MI noon=MI daytime=DT
PARTS: mornings=MO afternoons=AF evenings=EV nights=NI
today: today
yesterday: yesterday
tomorrow: tomorrow
tonight: tonight
PERIODIC: daily=P1D weekly=P1W monthly=P1M quarterly=P1Q yearly=P1Y annual=P1Y annually=P1Y nightly=P1D biannual=P6M
PERIODIC: hourly=PT1H fortnightly=P2W biweekly=P2W
RECENT: recent recently lately
NOW: currently current
FORMER: former
future: future
short: short near
term: term
present: present
modern: modern
fiscal: fiscal financial
BC: bc bce
date: date
forward: forward
consecutive: consecutive straight successive
"""
_CASED = """
ZONE: UTC=Z GMT=Z Zulu=Z
MAYMARCH: May=5 March=3 MAY=5 MARCH=3
ABBREVIATED: Jan=1 Feb=2 Mar=3 Apr=4 Jun=6 Jul=7 Aug=8 Sep=9 Sept=9 Oct=10 Nov=11 Dec=12
ABBREVIATED: JAN=1 FEB=2 MAR=3 APR=4 JUN=6 JUL=7 AUG=8 SEPT=9 SEP=9 OCT=10 NOV=11 DEC=12
DAYNAME: Mon=1 Tue=2 Tues=2 Wed=3 Thu=4 Thur=4 Thurs=4 Fri=5 Sat=6 Sun=7
LOCALZONE: EST EDT ET CST CDT PST PDT PT MST MDT CET CEST EET EEST BST IST JST MSK AST HKT SGT AEST WIB IRST AMT
MERIDIEM: am=0 pm=12 AM=0 PM=12 a.m=0 p.m=12 A.M=0 P.M=12 a.m.=0 p.m.=12 A.M.=0 P.M.=12
BC: B.C B.C. BC BCE B.C.E.
AD: A.D A.D. AD CE
Q: Q1=1 Q2=2 Q3=3 Q4=4
QUARTER: H1=1 H2=2
"""
_MONTHS = "January February April June July August September October November December".split()
_MONTH_NUMBERS = (1, 2, 4, 6, 7, 8, 9, 10, 11, 12)
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_PUNCTUATION = {
    ",": "comma", ".": "dot", "-": "dash", "–": "dash", "—": "dash", "‐": "dash", "‑": "dash", "−": "dash",
    "/": "slash", "'": "apostrophe", "’": "apostrophe", "‘": "apostrophe", "`": "apostrophe", "(": "open", ")": "shut",
}  # fmt: skip


def _table(text: str) -> Iterator[tuple[str, tuple[str, Value]]]:
    for line in text.strip().splitlines():
        code, _, words = line.partition(": ")
        for entry in words.split():
            word, _, value = entry.partition("=")
            yield word, (code, int(value) if value.isdigit() else value or word)


def _names() -> Iterator[tuple[str, tuple[str, Value]]]:
    for code, names, numbers in (("MONTH", _MONTHS, _MONTH_NUMBERS), ("WEEKDAY", _WEEKDAYS, tuple(range(1, 8)))):
        for name, number in zip(names, numbers, strict=True):
            yield name, (code, number)
            yield name.upper(), (code, number)
            if code == "WEEKDAY":
                yield name + "s", ("WEEKDAYS", number)


# Lower-case word, and word letter for letter, to (class, what it stands for). Names count only as names are written:
# “may” and “march” in small letters are verbs.
LOWER: Final = MappingProxyType(dict(_table(_WORDS)))
CASED: Final = MappingProxyType({**dict(_table(_CASED)), **dict(_names())})
PUNCTUATION: Final = MappingProxyType(_PUNCTUATION)
# Classes that a number gets from its form.
NUMERIC: Final = (
    "SMALL",  # 1 to 31
    "TWO",  # 00, 32 to 99
    "YEAR",  # four digits, 1000 to 2999
    "DIGITS",  # any other run of digits
    "NTH",  # 1st
    "TENSOF",  # 1980s, 80s
    "DECIMAL",  # 2.5
    "CLOCK",  # 16:15
    "ISO",  # 2025-04-12
    "HOLIDAY",  # New Year's Eve
    "NAMED",  # 9/11
    "SLASHED",  # 12/04/2025, 12.04.2025, 24-04-2025
)
