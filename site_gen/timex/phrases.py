"""What a time expression says, before anything is inferred from its surroundings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many units from an anchor; `amount` is None where the text leaves it vague (“a few days later”).

    `unit` is a letter of ISO 8601 durations (D W M Q Y, DE and CE for decades and centuries, WE for a weekend; SAME:
    the date told of, a year away). `told`: the anchor is the date last told of in the text, not the day of
    publication. `here`: where no day was told of the day of publication will do (“the day”).
    """

    unit: str
    amount: int | None = 0
    told: bool = False
    here: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Parts of a calendar date, as far as they are said.

    `part` is a season (SP SU FA WI), quarter (Q1) or half (H1) of a year, or the first or last week of a month (W1,
    W9); `within` says which year (or month, or week) is meant when it is named relatively: “July of that year”; `turn`
    is -1 for “last March”, 1 for “next March”. `century` is False where the year has only two digits. `holiday` is the
    canonical name of one; `nth` with a weekday and a month is “the second Tuesday of March” (-1: the last). A year
    before 1 is of the era before Christ: 0 for 1 BC. `solar`: month and day are of the Solar Hijri calendar.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: str = ""
    within: Shift | None = None
    turn: int = 0
    weekday: int = 0
    century: bool = True
    holiday: str = ""
    nth: int = 0
    solar: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """A day of the week, 1 for Monday; `turn` is -1 for “last”, 1 for “next”, 0 for “this” and None for a bare name.

    `told`: it hangs on the date last told of (“that Friday”).
    """

    number: int
    turn: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A TIMEX3 value that needs no anchor: durations, sets, vague references, decades, centuries, named days."""

    value: str


Meaning = Shift | Calendar | Weekday | Fixed


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A recognised expression: its span, the rule that found it, TIMEX3 type and mod, meaning, time of day if any.

    `clock` is the TIMEX3 tail of a time (`T16:15Z`, `TMO`). `until` is what ends a range that this phrase begins.
    `assumed` names a part whose order was assumed (12/04/2025).
    """

    start: int
    end: int
    rule: str
    type: str
    meaning: Meaning
    mod: str = ""
    clock: str = ""
    until: Meaning | None = None
    assumed: frozenset[str] = frozenset()


Found = Phrase | tuple[Phrase, ...] | None
