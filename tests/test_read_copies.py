"""Near-copies: one report in several papers is found, whatever each has cut; papers with words of their own are not."""

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.model import Article
from site_gen.read.copies import containment, near_copies, sketch

WORDS = [f"{first}{last}" for first in ("ba", "do", "ke", "li", "mu", "ra", "so", "ti") for last in "bdfgklmnprst"]


def report(seed: int, words: int = 400) -> str:
    """A text of made-up words, other words for another seed."""
    chosen = random.Random(seed).choices(WORDS, k=words)  # noqa: S311 (words, not secrets)
    return "\n\n".join(f"{' '.join(chosen[at : at + 40]).capitalize()}." for at in range(0, words, 40))


def paper(name: str, text: str, *, publisher: str = "", origins: tuple[str, ...] = ()) -> Article:
    url = f"https://{name}.example/report"
    return Article(
        id=name,
        path=f"{name}.md",
        title="",
        body=text,
        text=text,
        url=url,
        publisher=publisher or name,
        origins=origins,
    )


def found(*articles: Article) -> list[tuple[str, str, str]]:
    problems = near_copies(articles, [sketch(article.text) for article in articles])
    return [(p.at.path, p.severity.word, p.message.partition(" and in ")[2].partition(",")[0]) for p in problems]


WHOLE = report(1)
CUT = "\n\n".join(WHOLE.split("\n\n")[:5])
EDITED = " ".join(word if number % 19 else "edited" for number, word in enumerate(WHOLE.split()))
SHOUTED = WHOLE.upper().replace(".", " !").replace("\n\n", "\n")


@pytest.mark.parametrize("copy", [WHOLE, CUT, EDITED, SHOUTED, f"{WHOLE}\n\n{report(2, 300)}"])
def test_a_copy_is_named_with_what_it_copies(copy: str) -> None:
    assert found(paper("a", WHOLE), paper("b", copy)) == [("b.md", "warning", "a.md")]


@pytest.mark.parametrize(
    "other",
    [
        report(2),
        f"{report(2)}\n\n{WHOLE.partition('.')[0]}.",
        " ".join(sorted(WHOLE.split())),
        "They met.",
        "",
        "؟",
    ],
)
def test_words_of_its_own_make_no_copy(other: str) -> None:
    assert found(paper("a", WHOLE), paper("b", other)) == []


def test_five_papers_with_one_report_are_all_named() -> None:
    papers = [paper(name, text) for name, text in zip("abcde", [WHOLE, CUT, EDITED, SHOUTED, WHOLE], strict=True)]
    assert [path for path, _, _ in found(*papers)] == ["b.md", "c.md", "d.md", "e.md"]


def test_the_order_of_the_files_does_not_count() -> None:
    papers = [paper("a", WHOLE), paper("b", report(2)), paper("c", EDITED), paper("d", CUT)]
    results = {tuple(found(*each)) for each in permutations(papers)}
    assert len(results) == 1


def test_a_phrase_that_every_paper_prints_makes_no_copies() -> None:
    closing = " ".join(f"phrase{number}" for number in range(60))
    papers = [paper(f"p{number:02}", f"{report(number)}\n\n{closing}") for number in range(40)]
    assert found(*papers) == []


def test_forty_papers_with_one_report_are_all_named() -> None:
    papers = [paper(f"p{number:02}", WHOLE) for number in range(40)]
    assert len(found(*papers)) == 39


@pytest.mark.parametrize(
    ("one", "other", "severity"),
    [
        ({}, {}, "warning"),
        ({"origins": ("AP",)}, {}, "warning"),
        ({"origins": ("AP",)}, {"origins": ("Reuters",)}, "warning"),
        ({"origins": ("AP",)}, {"origins": ("AP",)}, "suggestion"),
        ({"origins": ("AP",)}, {"publisher": "AP"}, "suggestion"),
        ({"publisher": "The Gazette"}, {"publisher": "The Gazette"}, "suggestion"),
    ],
)
def test_it_warns_where_the_copies_would_count_as_two_origins(
    one: dict[str, str], other: dict[str, str], severity: str
) -> None:
    papers = (paper("a", WHOLE, **one), paper("b", WHOLE, **other))  # type: ignore[arg-type] # paper's own options
    assert [word for _, word, _ in found(*papers)] == [severity]


@given(st.text(max_size=300), st.text(max_size=300))
def test_containment_is_symmetric_and_a_part_of_one(one: str, other: str) -> None:
    a, b = sketch(one), sketch(other)
    assert containment(a, b) == containment(b, a)
    assert 0 <= containment(a, b) <= 1


@given(st.integers(0, 10_000), st.integers(20, 1500))
def test_a_text_is_wholly_contained_in_itself(seed: int, words: int) -> None:
    drawn = sketch(report(seed, words))
    assert containment(drawn, drawn) == 1.0
