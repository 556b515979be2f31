"""Statements: which sentences tell of something, when, and how sure they are."""

from dataclasses import replace
from datetime import date

import case_files
import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model import Article, Entity, Source, Statement
from site_gen.read.documents import article
from site_gen.read.markup import visible
from site_gen.tag import gazetteer, tag
from site_gen.tag.doubts import doubts
from site_gen.tag.titles import MAX_TITLE, title
from site_gen.timex import find

ACTORS = tuple(
    Entity(kind="actor", name=name, aliases=aliases, sort=sort)
    for name, aliases, sort in (
        ("Iran", ("Tehran",), "state"),
        ("United States", ("U.S.", "Washington", "Trump"), "state"),
        ("Oman", (), "state"),
        ("Israel", (), "state"),
        ("Reuters", (), "outlet"),
    )
)


def read(text: str, published: str = "") -> Article:
    header = f"---\ntitle: A title\npublished: {published}\n---\n" if published else "---\ntitle: A title\n---\n"
    made, _ = article(Source(path="content/articles/a.md", text=header + text, digest=""))
    assert made is not None
    return made


def shown(statement: Statement) -> str:
    when = statement.time.edtf if statement.time else "undated"
    return f"{when} | {statement.modality} | {statement.title}"


@pytest.mark.parametrize("case", case_files.load("tag"), ids=str)
def test_case(case: case_files.Case) -> None:
    made, _ = tag(read(case.given, case.settings.get("published", "")), gazetteer(ACTORS))
    assert [shown(statement) for statement in made] == case.expected


def test_a_statement_leads_to_its_line_and_its_footnotes() -> None:
    text = (
        "Words.\n\nMore words. On 12 April 2025 Iran met Oman.[^a] Nothing.[^b]\n\n[^a]: AP: [T](https://a.example/)\n"
    )
    ((made,), _) = tag(read(text, "2026-11-21"), gazetteer(ACTORS))
    assert str(made.at) == "content/articles/a.md:7:13"
    assert [citation.url for citation in made.citations] == ["https://a.example/"]
    assert made.text == "On 12 April 2025 Iran met Oman."


def test_a_sentence_that_goes_on_is_bound_to_the_one_before() -> None:
    text = "On 12 April 2025 Iran met Oman. It was over by noon on 12 April 2025. On 12 April 2025 Israel kept silent."
    (first, second, third), _ = tag(read(text, "2026-11-21"), gazetteer(ACTORS))
    assert [first.continues, second.continues, third.continues] == ["", first.id, ""]


def test_the_same_sentence_twice_has_two_ids_that_do_not_move() -> None:
    sentence = "On 12 April 2025 Iran met Oman."
    before, _ = tag(read(f"{sentence}\n\n{sentence}", "2026-11-21"), gazetteer(ACTORS))
    after, _ = tag(read(f"Something new.\n\n{sentence}\n\nMore.\n\n{sentence}", "2026-11-21"), gazetteer(ACTORS))
    assert len({statement.id for statement in before}) == 2
    assert [s.id for s in before] == [s.id for s in after]


def test_without_a_list_of_actors_every_undated_sentence_is_the_editors() -> None:
    ((made,), _) = tag(read("A truce was recently brokered there."), gazetteer(()))
    assert made.time is None
    assert "recently" in made.undated_because


WORDS = st.sampled_from(
    "On 12 April 2025 Iran met Oman . *and* the [deal](https://a.example/) of 2015 , reportedly _denied_ yesterday ! "
    "[^a] \n\n - # > `x` ; said could In May Trump's envoys (AP) — “yes” ?".split(" ")
)


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_law_a_statement_quotes_its_article_letter_for_letter(text: str) -> None:
    made = read("They met.\n\n" + text + "\n\n[^a]: AP: [T](https://a.example/)", "2026-11-21")
    for statement in tag(made, gazetteer(ACTORS))[0]:
        assert statement.text == visible(made.body, made.text, statement.start, statement.end)
        assert _letters(statement.text) in _letters(made.text)
        assert statement.time is not None or statement.undated_because


def _letters(text: str) -> str:
    return "".join(text.split())


@given(st.text(max_size=300))
def test_no_text_makes_tagging_fail(text: str) -> None:
    made, _ = article(Source(path="content/articles/a.md", text=text, digest=""))
    if made:
        tag(made, gazetteer(ACTORS))


@given(st.text(alphabet="ab ,.;:—(", max_size=300), st.lists(st.integers(0, 300), max_size=4).map(sorted))
def test_law_a_title_is_short_and_adds_no_letter(text: str, cuts: list[int]) -> None:
    dates = list(zip(cuts[::2], cuts[1::2], strict=False))
    made = title(text, dates)
    assert len(made) <= MAX_TITLE + 1
    assert set(made.casefold()) <= set(text.casefold()) | {"…", " "}


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Iran and Oman met on 30 February 2025.", "no-such-date"),
        ("Iran and Oman met on 12/04/2025.", "ambiguous-date"),
        ("Iran and Oman met on 25/04/2025.", ""),
        ("Iran and Oman met on 28 February 2025.", ""),
        ("Iran and Oman met on Sunday, 12 April 2025.", "weekday-mismatch"),
        ("Iran and Oman met on Friday, June 24, 2025.", "weekday-mismatch"),
        ("Iran and Oman met on Saturday, 12 April 2025.", ""),
        ("Iran and Oman met on Friday morning.", ""),
    ],
)
def test_doubtful_dates_are_told(sentence: str, code: str) -> None:
    statements, problems = tag(read(f"Words.\n\n{sentence}", "2026-11-21"), gazetteer(ACTORS))
    assert [problem.code for problem in problems] == ([code] if code else [])
    assert all(str(problem.at) == "content/articles/a.md:7:22" for problem in problems)
    assert bool(statements) is (code != "no-such-date")


@pytest.mark.parametrize(
    ("sentence", "why"),
    [
        ("در ۳۰ اسفند ۱۴۰۴ دیدار کردند.", "Esfand 1404 of the Solar Hijri calendar has 29 days"),
        ("در ۳۱ مهر ۱۴۰۴ دیدار کردند.", "Mehr 1404 of the Solar Hijri calendar has 30 days"),
        ("در ۱۴۰۴/۱۳/۰۱ دیدار کردند.", "there is no month 13 in the Solar Hijri calendar"),
        ("در ۳۰ اسفند ۱۴۰۳ دیدار کردند.", ""),
        ("در ۲۹ اسفند ۱۴۰۴ دیدار کردند.", ""),
    ],
)
def test_a_day_that_the_solar_calendar_does_not_have_is_told(sentence: str, why: str) -> None:
    made = replace(read(f"Words.\n\n{sentence}", "2026-11-21"), language="fa")
    found = doubts(made, find(made.text, date(2026, 11, 21), language="fa"))
    assert [(problem.code, why in problem.message) for problem in found] == ([("no-such-date", True)] if why else [])
    assert all(str(problem.at) == "content/articles/a.md:7:4" for problem in found)
