"""Dates at their stated precision: EDTF in, days out, the same EDTF back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from edtf import parse_edtf as parse_by_library
from hypothesis import given
from hypothesis import strategies as st

from site_gen import dates
from site_gen.dates import Granularity, TimeValue

LINES = [
    [part.strip() for part in line.split("|")]
    for line in (Path(__file__).parent / "cases" / "edtf.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
GOOD = [line for line in LINES if len(line) > 2]
IMPOSSIBLE = [text for text, kind, *rest in LINES if not rest and kind == "!"]
FOREIGN = [text for text, kind, *rest in LINES if not rest and kind == "–"]


@pytest.mark.parametrize(("text", "first", "last", "granularity", "qualifier"), GOOD)
def test_edtf_is_read(text: str, first: str, last: str, granularity: str, qualifier: str) -> None:
    time = dates.parse_edtf(text)
    assert time.start == date.fromisoformat(first)
    assert time.open_ended == (last == "..")
    assert last == ".." or time.last == date.fromisoformat(last)
    assert time.granularity is Granularity[granularity]
    assert time.qualifier == qualifier
    assert time.edtf == text


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_the_calendar_lacks_is_told(text: str) -> None:
    with pytest.raises(dates.NoSuchDateError):
        dates.parse_edtf(text)


@pytest.mark.parametrize("text", FOREIGN)
def test_what_is_no_edtf_is_refused(text: str) -> None:
    with pytest.raises(dates.NotEdtfError):
        dates.parse_edtf(text)


def test_an_impossible_day_says_how_many_there_are() -> None:
    with pytest.raises(dates.NoSuchDateError, match="February 2025 has 28 days"):
        dates.parse_edtf("2025-02-30")


# The library knows level 2 apart, reads no halves, and lets winter end with its year: those are left out.
_BOTH = [
    line
    for line in GOOD
    if "X" not in line[0] and line[0][4:6] != "-2" and line[3] not in {"HALF", "QUARTER", "SEASON"}
]


@pytest.mark.parametrize(("text", "first", "last"), [line[:3] for line in _BOTH if not line[4] and line[2] != ".."])
def test_the_library_sees_the_same_days(text: str, first: str, last: str) -> None:
    theirs = parse_by_library(text)
    assert date(*theirs.lower_strict()[:3]) == date.fromisoformat(first)
    assert date(*theirs.upper_strict()[:3]) == date.fromisoformat(last)


_DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
_QUALIFIERS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def _simple(draw: st.DrawFn) -> str:
    day = draw(_DAYS)
    iso = day.isoformat()
    code = draw(st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36, 40, 41]))
    forms = [iso, iso[:7], iso[:4], f"{iso[:4]}-{code}", f"{iso[:4]}-XX", f"{iso[:7]}-XX"]
    if 0 < day.year // 10 < 999:
        forms.append(f"{iso[:3]}X")
    return draw(st.sampled_from(forms)) + draw(_QUALIFIERS)


@st.composite
def _values(draw: st.DrawFn) -> TimeValue:
    first = dates.parse_edtf(draw(_simple()))
    kind = draw(st.sampled_from(["simple", "open", "closed"]))
    if kind == "open":
        return dates.interval(first, None)
    second = dates.parse_edtf(draw(_simple()))
    return dates.interval(first, second) if kind == "closed" and first.start < second.end else first


@given(_values())
def test_text_to_value_to_text_is_the_identity(time: TimeValue) -> None:
    assert dates.parse_edtf(time.edtf) == time
    assert dates.parse_edtf(time.edtf).edtf == time.edtf
    assert time.start < time.end
    assert time.days == (time.end - time.start) // timedelta(days=1)


@given(_values(), _values(), _values())
def test_the_order_is_total(a: TimeValue, b: TimeValue, c: TimeValue) -> None:
    assert (a < b) + (b < a) + (a == b) == 1
    assert not (a <= b <= c) or a <= c
    assert (a == b) == (a.edtf == b.edtf)


@given(_DAYS)
def test_a_month_stands_before_its_days_and_a_year_before_its_months(day: date) -> None:
    year, month = dates.year(day.year), dates.month(day.year, day.month)
    assert year < month < dates.day(day) or day.day != 1 or day.month != 1
    assert year.contains(month)
    assert month.contains(dates.day(day))
    assert dates.day(day).days == 1


@given(_values(), _values())
def test_overlap_is_mutual_and_follows_from_containing(a: TimeValue, b: TimeValue) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    assert not a.contains(b) or a.overlaps(b)


@given(st.text(max_size=24) | st.text(alphabet="0123456789-/X~?%.", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        time = dates.parse_edtf(text)
    except (dates.NotEdtfError, dates.NoSuchDateError):
        return
    assert time.edtf == text
