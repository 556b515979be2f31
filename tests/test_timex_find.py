"""Time expressions in whole texts: what they hang on, and the laws that hold for every text."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen import dates, timex
from site_gen.model import Mention
from site_gen.timex.recognise import recognise

CASES = Path(__file__).parent / "cases" / "timex" / "documents.txt"
_HEAD = re.compile(r"(?P<title>.+?)\s+\((?P<options>.*)\)")


def _documents() -> list[tuple[str, str, str, list[str]]]:
    parts = re.split(r"^\.\n", CASES.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found = []
    for head, text, expected in zip(parts[0::3], parts[1::3], parts[2::3], strict=False):
        heading = _HEAD.fullmatch(head.strip())
        assert heading, head
        found.append((heading["title"], heading["options"], text, expected.splitlines()))
    return found


def _told(mention: Mention) -> str:
    days = mention.time.edtf if mention.time else "–"
    anchor = f"from {mention.anchor}" if mention.anchor else ""
    return f"{mention.text} | {mention.value} | {days} | {anchor}".strip()


def _published(options: str) -> date | None:
    found = re.search(r"dct (\d{4}-\d\d-\d\d)", options)
    return date.fromisoformat(found[1]) if found else None


@pytest.mark.parametrize(
    ("title", "options", "text", "expected"),
    _documents(),
    ids=lambda x: x if isinstance(x, str) and len(x) < 70 else "",
)
def test_a_document(title: str, options: str, text: str, expected: list[str]) -> None:
    narrative = True if "narrative" in options else None
    found = timex.find(text, _published(options), narrative=narrative)
    assert [_told(m) for m in found] == expected, title


_WORDS = st.sampled_from(
    (
        "the a of in on by and to 12 24 31 2025 1979 44 BC April May June Feb. Friday last next two days weeks year "
        "years later ago earlier early mid- end - – , . ' 80s 15th quarter first summer morning noon today now "
        "2025-02-30 16:08 UTC 12/04/2025 9/11 Christmas Easter until since between said will \n\n AD 5 p.m. hundred "
        "this that same day month"
    ).split(" ")
)
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=60)
_DAYS = st.none() | st.dates(date(1, 1, 1), date(9998, 12, 31))


@given(_TEXTS, _DAYS, st.sampled_from([None, True, False]))
def test_mentions_quote_the_text_in_order(text: str, dct: date | None, narrative: bool | None) -> None:  # noqa: FBT001 (hypothesis passes by place)
    end = 0
    for mention in timex.find(text, dct, narrative=narrative):
        assert end <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text == mention.text.strip()
        assert mention.type in {"DATE", "TIME", "DURATION", "SET"}
        end = mention.end


@given(_TEXTS, _DAYS)
def test_edtf_and_timex3_agree(text: str, dct: date | None) -> None:
    for mention in timex.find(text, dct):
        if mention.time is None:
            assert not mention.implied
            continue
        assert mention.type in {"DATE", "TIME"}
        assert dates.parse_edtf(mention.time.edtf) == mention.time
        calendar = re.fullmatch(r"(\d{4}(?:-\d\d(?:-\d\d)?)?)(?:T.*)?", mention.value)
        if calendar:
            assert mention.time.edtf.rstrip("~").split("/")[0].rstrip("~") == calendar[1]


@given(_TEXTS, _DAYS)
def test_without_a_date_of_publication_nothing_hangs_on_one(text: str, dct: date | None) -> None:
    unpublished = {(m.start, m.value) for m in timex.find(text, None) if m.time}
    told = {(m.start, m.value) for m in timex.find(text, dct, narrative=True) if m.time}
    assert unpublished <= told


@given(_TEXTS)
def test_recognising_asks_no_clock_and_forgets_nothing_between_texts(text: str) -> None:
    first = recognise(text)
    recognise("On 12 April 2025 they met. Two days later they left.")
    assert recognise(text) == first


@pytest.mark.parametrize(
    "piece", ["1", " ", "\n", "May ", "the end of ", "April 1, ", "12 and ", "2025-", "'", "a.m. ", "two ", "x"]
)
def test_long_runs_do_no_harm(piece: str) -> None:
    found = timex.find(piece * 2_000, date(2025, 4, 14))
    assert all(m.start < m.end for m in found)
