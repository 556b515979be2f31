"""Sentences begin and end where a careful reader would say."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.timex.sentences import split

CASES = Path(__file__).parent / "cases" / "sentences"
LINES = [
    line
    for path in sorted(CASES.glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def _plain(line: str) -> str:
    return line.replace("⏎", "\n").replace("␣", " ")


@pytest.mark.parametrize("line", LINES)
def test_sentences(line: str) -> None:
    expected = [part.strip() for part in _plain(line).split("‖")]
    text = _plain(line.replace(" ‖⏎", "⏎").replace(" ‖", ""))
    assert [text[start:end] for start, end in split(text)] == expected


def test_there_are_enough_cases() -> None:
    assert len(LINES) >= 140


@given(
    st.text(alphabet='Ab.!?…"”’)( \n\t-1[]^»«“', max_size=80)
    | st.lists(st.sampled_from(["No", "Jan", "p", "z", "B", "am", "3", ".", " ", '"', "“", "»", "\n", "(a)"])).map(
        "".join
    )
    | st.text(max_size=80)
)
def test_every_letter_is_in_one_sentence_and_no_white_space_around(text: str) -> None:
    spans = split(text)
    covered = [place for start, end in spans for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(place in set(covered) for place, sign in enumerate(text) if not sign.isspace())


@given(st.lists(st.sampled_from(["Talks ended.", "It rained.", "Who knew?", "They left!"]), max_size=6))
def test_plain_sentences_are_told_apart_whatever_the_blanks(sentences: list[str]) -> None:
    text = "   ".join(sentences)
    assert [text[start:end] for start, end in split(text)] == sentences
