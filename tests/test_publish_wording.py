"""Dates in words at the precision that was stated, and never a finer one."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.dates import MONTHS, Granularity, parse_edtf
from site_gen.publish.wording import count, date_words, edtf_words, html_datetime, not_reported, precision

WORDS = {
    "2025-06-24": "24 June 2025",
    "2025-06-01": "1 June 2025",
    "2025-06": "June 2025",
    "2025-06-XX": "June 2025",
    "2015": "2015",
    "2015-XX-XX": "2015",
    "0622": "622",
    "202X": "2020s",
    "20XX": "21st century",
    "10XX": "11th century",
    "21XX": "22nd century",
    "2025-21": "spring 2025",
    "2025-22": "summer 2025",
    "2025-23": "autumn 2025",
    "2025-24": "winter 2025–26",
    "1999-24": "winter 1999–00",
    "2025-33": "first quarter of 2025",
    "2025-36": "last quarter of 2025",
    "2025-40": "first half of 2025",
    "2026-03-24~": "about 24 March 2026",
    "2025-04-12?": "possibly 12 April 2025",
    "2026-01-05%": "possibly about 5 January 2026",
    "2026-03~": "about March 2026",
    "201X~": "about 2010s",
    "2025-06-13/2025-06-24": "13–24 June 2025",
    "2024-01-30/2024-02-02": "30 January – 2 February 2024",
    "2024-12-30/2025-01-04": "30 December 2024 – 4 January 2025",
    "2025-04/2025-06": "April–June 2025",
    "2024-11/2025-02": "November 2024 – February 2025",
    "2013/2015": "2013–2015",
    "2025-06-13~/2025-06-24": "from about 13 June 2025 to 24 June 2025",
    "2025-06-13/2025-06-24~": "from 13 June 2025 to about 24 June 2025",
    "2025-06-13/2025-07": "13 June 2025 – July 2025",
    "2025-21/2025-22": "spring 2025 – summer 2025",
    "2025-04-12/..": "since 12 April 2025",
    "2025-04/..": "since April 2025",
    "2025-04-12~/..": "since about 12 April 2025",
}
DATETIMES = {
    "2025-06-24": "2025-06-24",
    "2025-06": "2025-06",
    "2015": "2015",
    **dict.fromkeys(("2025-21", "2025-33", "202X", "20XX", "2025-06-XX", "2025-06~", "2025-06-24?"), ""),
    **dict.fromkeys(("2025-06-13/2025-06-24", "2025-04-12/..", "2025-40"), ""),
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items())
def test_words(edtf: str, words: str) -> None:
    assert date_words(parse_edtf(edtf)) == words


@pytest.mark.parametrize(("edtf", "value"), DATETIMES.items())
def test_only_what_html_allows_becomes_a_datetime(edtf: str, value: str) -> None:
    assert html_datetime(parse_edtf(edtf)) == value


@pytest.mark.parametrize(
    ("edtf", "missing"),
    [
        ("2025-06-24", ""),
        ("2025-06-24~", ""),
        ("2025-06", "day not reported"),
        ("2025", "month not reported"),
        ("2025-24", "month not reported"),
        ("202X", "year not reported"),
        ("2025-06-13/2025-06-24", ""),
    ],
)
def test_what_is_not_reported(edtf: str, missing: str) -> None:
    assert not_reported(parse_edtf(edtf)) == missing


@pytest.mark.parametrize(
    ("edtf", "sentence"),
    [
        ("2025-06-24", "Reported to the day."),
        ("2025-06-24~", "The date is approximate."),
        ("2025-06-24?", "The date is uncertain."),
        ("2025-06", "Reported to the month; the day is not reported."),
        ("2025-06~", "The date is approximate. Reported to the month; the day is not reported."),
        ("2025", "Reported no more closely: month not reported."),
        ("2025-06-13/2025-06-24", "Reported as a span of time."),
        ("2025-04-12/..", "Reported with a beginning and no end."),
    ],
)
def test_precision_in_a_sentence(edtf: str, sentence: str) -> None:
    assert precision(parse_edtf(edtf)) == sentence


def test_text_that_is_no_date_is_left_alone() -> None:
    assert edtf_words("it is denied") == "it is denied"
    assert edtf_words("2025-02-30") == "2025-02-30"
    assert edtf_words("2025-02-28") == "28 February 2025"


def test_counts() -> None:
    assert count(1, "source") == "1 source"
    assert count(0, "source") == "0 sources"
    assert count(3, "entry", "entries") == "3 entries"


@given(st.integers(1000, 9000), st.integers(1, 12), st.sampled_from(["", "~", "?", "%"]))
def test_a_month_never_gets_a_day(year: int, month: int, qualifier: str) -> None:
    time = parse_edtf(f"{year}-{month:02}{qualifier}")
    assert time.granularity is Granularity.MONTH
    assert re.fullmatch(rf"(possibly )?(about )?{MONTHS[month - 1]} {year}", date_words(time))


@given(st.dates(), st.dates())
def test_a_span_names_both_ends(one: object, other: object) -> None:
    first, last = sorted((str(one), str(other)))
    if int(last[:4]) > 9998 or int(first[:4]) > 9998:
        return
    words = date_words(parse_edtf(f"{first}/{last}"))
    for day in (first, last):
        assert str(int(day[8:])) in words
    assert str(int(last[:4])) in words
