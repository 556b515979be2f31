"""How dates, certainty and counts are put into words for readers."""

import re
from dataclasses import dataclass

from site_gen.dates import MONTHS, Granularity, NoSuchDateError, NotEdtfError, TimeValue, parse_edtf
from site_gen.model import Modality, Status

# EDTF codes of parts of a year; winter (24) begins in December of its year, see site_gen.dates.
_PARTS = {
    21: "spring {y}",
    22: "summer {y}",
    23: "autumn {y}",
    24: "winter {y}–{next:02}",
    33: "first quarter of {y}",
    34: "second quarter of {y}",
    35: "third quarter of {y}",
    36: "last quarter of {y}",
    40: "first half of {y}",
    41: "second half of {y}",
}
_QUALIFIED = {"": "", "~": "about ", "?": "possibly ", "%": "possibly about "}
_DOUBT = {
    "": "",
    "~": "The date is approximate.",
    "?": "The date is uncertain.",
    "%": "The date is uncertain.",
}
_SHAPE = re.compile(r"(?P<year>\d{4}|\d{3}X|\d\dXX)(?:-(?P<month>\d\d|XX))?(?:-(?P<day>\d\d|XX))?(?P<qualifier>[~?%]?)")

CERTAINTY = {
    Status.CONFIRMED: ("Confirmed", "told plainly by independent sources, or established by the editors"),
    Status.REPORTED: ("Reported", "told by one source, or passed on as a report"),
    Status.CLAIMED: ("Claimed", "asserted, or thought possible; nobody else vouches for it"),
    Status.DISPUTED: ("Disputed", "one side says so and another denies it"),
    Status.DENIED: ("Denied", "known only from its denial"),
    Status.PLANNED: ("Planned", "announced; no source says yet that it happened"),
}
MODALITY = {
    Modality.STATED: "",
    Modality.REPORTED: "told as a report",
    Modality.CLAIMED: "told as a claim",
    Modality.DENIED: "told as a denial",
    Modality.PLANNED: "told as a plan",
    Modality.POSSIBLE: "told as a possibility",
    Modality.UNACKNOWLEDGED: "not acknowledged",
}
_UNREPORTED = {
    Granularity.CENTURY: "year not reported",
    Granularity.DECADE: "year not reported",
    Granularity.YEAR: "month not reported",
    Granularity.HALF: "month not reported",
    Granularity.SEASON: "month not reported",
    Granularity.QUARTER: "month not reported",
    Granularity.MONTH: "day not reported",
}


@dataclass(frozen=True, slots=True)
class _Simple:
    """An EDTF date taken apart; month and day are 0 where not given."""

    year: str
    month: int
    day: int
    qualifier: str


def date_words(time: TimeValue) -> str:
    """The date in words at its true precision: “13–24 June 2025”, “about 24 March 2026”, “spring 2025”."""
    left, slash, right = time.edtf.partition("/")
    if not slash:
        return _words(_taken_apart(left))
    if right == "..":
        return f"since {_words(_taken_apart(left))}"
    return _span(_taken_apart(left), _taken_apart(right))


def edtf_words(text: str) -> str:
    """The words of an EDTF text; any other text as it is."""
    try:
        return date_words(parse_edtf(text))
    except (NotEdtfError, NoSuchDateError):
        return text


def html_datetime(time: TimeValue) -> str:
    """A value that the datetime attribute allows for just this precision (day, month, year), or nothing.

    HTML Living Standard, 4.5.14: there is no form for spans, seasons, decades or doubt.
    """
    exact = re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", time.edtf)
    return time.edtf if exact and time.edtf >= "0001" else ""


def not_reported(time: TimeValue) -> str:
    """Which part of the date no source gives: “day not reported”; nothing for days and spans."""
    return _UNREPORTED.get(time.granularity, "")


def precision(time: TimeValue) -> str:
    """One sentence on how exactly the date is known."""
    if time.open_ended:
        return "Reported with a beginning and no end."
    exact = {
        Granularity.DAY: "Reported to the day.",
        Granularity.INTERVAL: "Reported as a span of time.",
        Granularity.MONTH: "Reported to the month; the day is not reported.",
    }.get(time.granularity, f"Reported no more closely: {not_reported(time)}.")
    if time.qualifier and time.granularity is Granularity.DAY:
        return _DOUBT[time.qualifier]
    return f"{_DOUBT[time.qualifier]} {exact}".lstrip()


def start_granularity(time: TimeValue) -> Granularity:
    """The unit in which the beginning is known: that of the left side of a span."""
    return parse_edtf(time.edtf.partition("/")[0]).granularity


def month_words(number: int) -> str:
    """The English name of a month, 1 to 12."""
    return MONTHS[number - 1]


def count(number: int, one: str, many: str = "") -> str:
    """“1 source”, “3 sources”."""
    return f"{number} {one if number == 1 else many or f'{one}s'}"


def _taken_apart(edtf: str) -> _Simple:
    found = _SHAPE.fullmatch(edtf)
    if not found:
        raise NotEdtfError(f"“{edtf}” is not a date in EDTF")
    month, day = (int(found[k]) if found[k] not in (None, "XX") else 0 for k in ("month", "day"))
    return _Simple(found["year"], month, day, found["qualifier"])


def _words(date: _Simple) -> str:
    return _QUALIFIED[date.qualifier] + _plain(date)


def _plain(date: _Simple) -> str:
    if date.year.endswith("XX"):
        return _century(int(date.year[:2]) + 1)
    if date.year.endswith("X"):
        return f"{int(date.year[:3])}0s"
    if date.month in _PARTS:
        number = int(date.year)
        return _PARTS[date.month].format(y=number, next=(number + 1) % 100)
    named = (str(date.day or ""), month_words(date.month) if date.month else "", str(int(date.year)))
    return " ".join(part for part in named if part)


def _century(number: int) -> str:
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending} century"


def _span(left: _Simple, right: _Simple) -> str:
    if left.qualifier or right.qualifier:
        return f"from {_words(left)} to {_words(right)}"
    first, last = _without_shared(left, right), _plain(right)
    dash = " – " if " " in first else "–"
    return f"{first}{dash}{last}"


def _without_shared(left: _Simple, right: _Simple) -> str:
    """The beginning of a span without the year and month that its end repeats."""
    named = left.month in range(1, 13) and right.month in range(1, 13)
    if left.year != right.year or not named or bool(left.day) != bool(right.day):
        return _plain(left)
    if left.day and left.month == right.month:
        return str(left.day)
    return f"{left.day or ''} {month_words(left.month)}".strip()
