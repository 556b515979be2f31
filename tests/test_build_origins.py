"""Copies of one agency's report count as one origin, from the file to the event."""

from collections.abc import Callable

import pytest

from site_gen.build import Built

PAPERS = ("gazette", "courier", "herald", "lantern", "mail")
REPORT = (
    "Envoys of Iran and Oman met in a guest house above the harbour of Muscat on 12 April 2025. They sat in separate "
    "rooms for two hours, and their host carried notes from one to the other. Nobody spoke to the press."
)


def story(opening: str, foot: str) -> str:
    return "".join(
        f"-- content/articles/{name}.md --\n---\ntitle: Talks open ({name})\npublished: 2025-04-13\n"
        f"publisher: The {name.title()}\nurl: https://{name}.example/talks\n---\n{opening}{REPORT}\n\n{foot}\n"
        for name in PAPERS
    )


@pytest.mark.parametrize(
    ("opening", "foot"),
    [
        ("MUSCAT, Oman (AP) — ", ""),
        ("", "Copyright 2025 The Associated Press."),
        ("By A Writer, Associated Press\n\n", ""),
        ("", "This article was first published by AP."),
    ],
)
def test_five_copies_of_one_report_are_one_origin_and_confirm_nothing(
    site: Callable[..., Built], opening: str, foot: str
) -> None:
    built = site(story(opening, foot))
    (event,) = built.timeline.events
    assert (event.origins, event.certainty, len(event.statements)) == (1, "reported", 5)
    assert event.reason == "Only AP stands behind it; no second outlet confirms it yet."
    near = [problem for problem in built.problems if problem.code == "near-copy"]
    assert [(problem.at.path, problem.severity.word) for problem in near] == [
        (f"content/articles/{name}.md", "suggestion") for name in sorted(PAPERS)[1:]
    ]


def test_without_a_credit_they_count_apart_and_the_editor_is_warned(site: Callable[..., Built]) -> None:
    built = site(story("", ""))
    (event,) = built.timeline.events
    assert (event.origins, event.certainty) == (5, "confirmed")
    near = [problem for problem in built.problems if problem.code == "near-copy"]
    assert [problem.severity.word for problem in near] == ["warning"] * 4
    assert near[0].message.endswith("in content/articles/courier.md, and they count as two origins")
