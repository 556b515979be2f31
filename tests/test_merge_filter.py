"""The merge filter: JSON lines in, an event for each out."""

import json

import pytest

from site_gen.filters.merge import answer


def _answered(*records: object) -> tuple[list[dict[str, str]], list[str]]:
    complaints: list[str] = []
    lines = [record if isinstance(record, bytes) else json.dumps(record).encode() for record in records]
    out = list(answer(lines, complaints.append))
    assert all(line.endswith(b"\n") for line in out)
    return [json.loads(line) for line in out], complaints


def _record(id_: str, date: str | None, text: str, **more: object) -> dict[str, object]:
    return {"id": id_, "date": date, "text": text, "source": f"outlet {id_}", **more}


AIR_BASE = "Iran fired missiles at the Al Udeid air base in Qatar."
MISSILES = "Missiles from Iran were shot at the base of Al Udeid in Qatar."


def test_answers_come_in_the_order_of_the_questions() -> None:
    found, complaints = _answered(
        _record("z", "2025-06-23", AIR_BASE),
        _record("m", "2025-04-12", "Envoys met in Muscat."),
        _record("a", "2025-06-23", MISSILES),
    )
    assert [line["id"] for line in found] == ["z", "m", "a"]
    assert found[0]["event"] == found[2]["event"] != found[1]["event"]
    assert not complaints
    assert {line["why"].split(";")[0] for line in found} == {"leads", "same day"}


def test_items_without_a_date_cluster_by_their_text() -> None:
    found, _ = _answered(_record("a", None, AIR_BASE), _record("b", None, MISSILES), _record("c", None, "Bread rose."))
    assert found[0]["event"] == found[1]["event"] != found[2]["event"]


def test_a_truce_with_militias_is_not_the_truce_of_two_states() -> None:
    found, _ = _answered(
        _record("a", None, "An unacknowledged truce has taken root in Iraq, where militias hold their fire."),
        _record("b", None, "The uneasy truce between Israel and Iran, where fire has ceased, is holding."),
    )
    assert found[0]["event"] != found[1]["event"]


def test_topics_stay_apart() -> None:
    found, _ = _answered(
        _record("a", None, AIR_BASE, topic="one"), _record("b", None, AIR_BASE, topic="two", context=None)
    )
    assert found[0]["event"] != found[1]["event"]


@pytest.mark.parametrize(
    "bad",
    [
        b"{",
        b'"text"',
        _record("x", "2025-02-30", "There is no such day."),
        _record("x", "yesterday", "That is not EDTF."),
        {"id": "x", "text": "The date is missing.", "source": ""},
        _record("x", "2025-06-23", "A modality that there is not.", modality="rumoured"),
    ],
)
def test_a_bad_line_is_told_of_and_the_rest_goes_on(bad: object) -> None:
    found, complaints = _answered(_record("a", "2025-06-23", AIR_BASE), bad, _record("b", "2025-06-23", MISSILES))
    assert [line["id"] for line in found] == ["a", "b"]
    assert len(complaints) == 1
    assert complaints[0].startswith("line 2: ")


def test_an_id_that_comes_twice_is_told_of() -> None:
    found, complaints = _answered(_record("a", None, AIR_BASE), _record("a", None, MISSILES))
    assert len(found) == 1
    assert "“a”" in complaints[0]


def test_planned_and_happened_are_two_even_when_only_the_modality_says_so() -> None:
    text = "Talks between the envoys in Geneva."
    found, _ = _answered(
        _record("a", "2026-02-26", text, modality="planned"), _record("b", "2026-02-26", text, modality="stated")
    )
    assert found[0]["event"] != found[1]["event"]
