"""An editor's dates in plain words: read in full or not at all, and never from the day of reading."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen import dates
from site_gen.timex import parse_words

CASES = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "cases" / "timex" / "words.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _read(words: str) -> str:
    try:
        time = parse_words(words)
    except dates.NoSuchDateError:
        return "!"
    return time.edtf if time else "–"


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_words(words: str, expected: str) -> None:
    assert _read(words) == expected


@pytest.mark.parametrize(("words", "expected"), CASES)
def test_blanks_around_and_between_change_nothing(words: str, expected: str) -> None:
    assert _read(f"  {words.replace(' ', '   ')} ") == expected


@given(st.dates().filter(lambda day: 1000 <= day.year <= 2999))
def test_every_day_written_out_is_that_day(day: date) -> None:
    words = f"{day.day} {day:%B} {day.year}"
    assert parse_words(words) == dates.day(day)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_not_understood(text: str) -> None:
    try:
        time = parse_words(text)
    except dates.NoSuchDateError:
        return
    assert time is None or dates.parse_edtf(time.edtf) == time
