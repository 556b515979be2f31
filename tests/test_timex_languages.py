"""Dates in other languages than English."""

from datetime import date
from pathlib import Path

import pytest

from site_gen import timex

CASES = [
    [part.strip() for part in line.split("|")]
    for line in (Path(__file__).parent / "cases" / "timex" / "languages.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.parametrize(("language", "published", "sentence", "expected"), CASES)
def test_a_sentence(language: str, published: str, sentence: str, expected: str) -> None:
    found = timex.find(sentence, date.fromisoformat(published), language=language)
    assert all(sentence[m.start : m.end] == m.text for m in found)
    told = [f"{m.text} = {m.time.edtf if m.time else '–'}" for m in found]
    assert told == [part.strip() for part in expected.split(";") if part]


@pytest.mark.parametrize("language", ["de", "fr", "es", "ar", "fa"])
@pytest.mark.parametrize("piece", ["1", "12 ", "12. April ", "۱", " "])
def test_long_runs_do_no_harm(language: str, piece: str) -> None:
    found = timex.find(piece * 2_000, date(2025, 4, 14), language=language)
    assert all(m.start < m.end for m in found)


@pytest.mark.parametrize(
    ("language", "sentence", "implied"),
    [
        ("en", "The permit of 05/04/2025 is void.", {"month", "day"}),
        ("en-GB", "The permit of 05/04/2025 is void.", {"month", "day"}),
        ("en-GB", "The permit of 05/04/2025 ran until 27/04/2025.", {"month", "day"}),
        ("de", "Der Brief kam am 05/04/2025.", {"month", "day"}),
        ("de", "Der Brief kam am 05.04.2025.", set()),
        ("en-GB", "The permit of 25/04/2025 is void.", set()),
        ("en", "The permit of 05/05/2025 is void.", set()),
    ],
)
def test_an_order_that_was_assumed_is_marked(language: str, sentence: str, implied: set[str]) -> None:
    assert timex.find(sentence, None, language=language)[0].implied == implied
