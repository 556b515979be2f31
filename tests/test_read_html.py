"""Saved pages: every word of an article stands where it is said to stand, and no page, however odd, stops the rest."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from site_gen.model import Article, Source
from site_gen.read import documents
from site_gen.read.html_tokens import tokens
from site_gen.read.html_tree import MARK, parse
from site_gen.read.page_dates import day_of

SENTENCE = "The two delegations met in the harbour city on {day} April 2025, and agreed to meet there again."
PIECES = (
    *"<p> </p> <b> </i> <td> <table> </table> <li> <ul> <br> <!-- --> <! </ </x <script> </script> <title>".split(),
    *"</title> <textarea> <style> & &amp; &#0; &#xD800; &nbsp; < > word — ۱ \x00 \ud800".split(),
    *('<div class="a">', '<a href="x>', "<a href='y'>", " "),
)
SOUP = st.lists(
    st.sampled_from(PIECES) | st.text(max_size=4),
    max_size=60,
).map("".join)


def article(page: str) -> Article:
    made, _ = documents.article(Source(path="content/articles/talks.html", text=page, digest="0"))
    assert made is not None
    return made


def codes(page: str) -> set[str]:
    made, problems = documents.article(Source(path="content/articles/talks.html", text=page, digest="0"))
    return {problem.code for problem in problems if problem.code != "page-furniture"} | ({"read"} if made else set())


def a_page(gap: str, mark: str, days: list[int]) -> str:
    words = [SENTENCE.format(day=day).replace(" in ", f" {mark}in{mark.replace('<', '</')} ") for day in days]
    paragraphs = "".join(f"<p>{sentence.replace(' the ', f' the{gap}')}</p>{gap}" for sentence in words)
    return f"<html><body>{gap}<h1>Talks</h1><article>{paragraphs}</article></body></html>"


@given(
    gap=st.sampled_from([" ", "\n", "\n\n  ", "&nbsp;", " <!-- a remark\n -->", "\t"]),
    mark=st.sampled_from(["", "<b>", "<em>", "<span>"]),
    days=st.lists(st.integers(1, 28), min_size=4, max_size=8),
)
@settings(max_examples=25, deadline=None)
def test_every_letter_of_the_text_stands_in_the_file_where_it_is_said_to(gap: str, mark: str, days: list[int]) -> None:
    page = a_page(gap, mark, days)
    made = article(page)
    lines = page.split("\n")
    for offset, letter in enumerate(made.text):
        at = documents.locate(made, offset)
        assert letter.isspace() or lines[at.line - 1][at.column - 1] == letter
    assert made.text == made.body
    assert made.text.split("\n\n") == [SENTENCE.format(day=day) for day in days]


def test_front_matter_shifts_the_places() -> None:
    page = a_page(" ", "", [1, 2, 3, 4])
    made = article(f"---\npublished: 2025-04-30\n---\n{page}")
    assert documents.locate(made, 0).line == 4


def test_an_entity_is_its_character_at_its_place() -> None:
    page = a_page(" ", "", [1, 2, 3]).replace("city", "c&iacute;ty")
    made = article(page)
    assert "harbour cíty on" in made.text
    at = documents.locate(made, made.text.index("íty"))
    assert page.split("\n")[at.line - 1][at.column - 1 :].startswith("&iacute;ty on")


@given(SOUP)
@settings(max_examples=200, deadline=None)
def test_tokens_lie_one_after_the_other_and_no_soup_breaks_the_tree(soup: str) -> None:
    found = list(tokens(soup))
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(0 <= token.start <= token.end <= len(soup) for token in found)
    page = parse(soup)
    assert all(soup[run.start : run.end].strip() for run in page.runs)
    words = "".join(page.root.itertext())
    assert all(chr(MARK + number) in words for number in range(len(page.runs)))
    etree.tostring(page.root)


@given(SOUP)
@settings(max_examples=40, deadline=None)
def test_no_soup_stops_the_reader(soup: str) -> None:
    documents.article(Source(path="content/articles/soup.html", text=soup + a_page(" ", "", [1, 2, 3]), digest="0"))


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        pytest.param("<div>" * 100_000 + "text", {"too-deep"}, id="100,000 elements nested"),
        pytest.param("<p>a</p>" * 60_000, {"file-too-large"}, id="more paragraphs than an article has"),
        pytest.param("<" * 500_000, {"no-article"}, id="nothing but brackets"),
        pytest.param("<!--" * 200_000, {"file-too-large"}, id="comments never closed"),
        pytest.param('<a b="' * 200_000, {"no-article"}, id="quotation marks never closed"),
        pytest.param("<script>" * 200_000, {"no-article"}, id="scripts never closed"),
        pytest.param(
            "<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">" + a_page(" ", "", [1, 2, 3]),
            {"read", "no-publication-date"},
            id="50,000 attributes",
        ),
        pytest.param("<b>" * 600 + a_page(" ", "", [1, 2, 3]), {"read", "no-publication-date"}, id="600 marks open"),
    ],
)
def test_pages_out_of_all_measure(page: str, expected: set[str]) -> None:
    assert codes(page) == expected


def test_a_page_of_somebody_else_is_not_published_whole() -> None:
    page = a_page(" ", "", [1, 2, 3])
    assert not article(page).full_text
    assert article(f"---\nfull_text: true\n---\n{page}").full_text
    assert article(f"---\nlicense: CC BY 4.0\n---\n{page}").full_text


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-04-12T23:30:00+03:30", "2025-04-12"),
        ("2025-04-12 23:30:00", "2025-04-12"),
        ("20250412T2330", "2025-04-12"),
        ("2025/04/12 23:30:00", "2025-04-12"),
        ("Sat, 12 Apr 2025 23:30:00 GMT", "2025-04-12"),
        ("April 12, 2025 at 11:30 pm", "2025-04-12"),
        ("12 April 2025", "2025-04-12"),
        ("2025-04", None),
        ("2025", None),
        ("04/05/2025", None),
        ("2025-02-30", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01T00:00:00Z", None),
        ("yesterday", None),
        ("", None),
        ("1744500000", None),
    ],
)
def test_days_that_pages_state(value: str, day: str | None) -> None:
    found = day_of(value)
    assert (found.edtf if found else None) == day
