"""Pairs of sentences that tell of one event, or only seem to."""

from pathlib import Path

import pytest

from site_gen.dates import parse_edtf
from site_gen.merge.clusters import Item, cluster

CASES = Path(__file__).parent / "cases" / "merge"
Pair = tuple[Item, Item]


def load(name: str) -> list[Pair]:
    text = "\n".join(
        line for line in (CASES / f"{name}.txt").read_text(encoding="utf-8").splitlines() if not line.startswith("#")
    )
    blocks = [block.splitlines() for block in text.strip().split("\n\n")]
    assert all(len(block) == 2 for block in blocks)
    return [
        (_item(f"{name}-{number:02}-a", block[0]), _item(f"{name}-{number:02}-b", block[1]))
        for number, block in enumerate(blocks)
    ]


def _item(id_: str, line: str) -> Item:
    date, _, text = line.partition(" | ")
    return Item(id=id_, time=parse_edtf(date), text=text, source=id_)


SAME = load("same-event")
LOOK_ALIKES = load("look-alikes")
EVERYTHING = [item for pair in (*SAME, *LOOK_ALIKES) for item in pair]


def _events(items: list[Item]) -> dict[str, str]:
    return {assignment.id: assignment.event for assignment in cluster(items)}


WHOLE = _events(EVERYTHING)


def test_there_are_as_many_look_alikes_as_pairs_of_one_event() -> None:
    assert len(SAME) >= 30
    assert len(LOOK_ALIKES) >= 30


@pytest.mark.parametrize("pair", SAME, ids=lambda pair: pair[0].text)
def test_two_tellings_of_one_event_merge(pair: Pair) -> None:
    a, b = pair
    alone = _events([a, b])
    assert alone[a.id] == alone[b.id]
    assert WHOLE[a.id] == WHOLE[b.id]


@pytest.mark.parametrize("pair", LOOK_ALIKES, ids=lambda pair: pair[0].text)
def test_look_alikes_stay_two_events(pair: Pair) -> None:
    a, b = pair
    alone = _events([a, b])
    assert alone[a.id] != alone[b.id]
    assert WHOLE[a.id] != WHOLE[b.id]


@pytest.mark.parametrize("pair", LOOK_ALIKES, ids=lambda pair: pair[0].text)
def test_look_alikes_stay_two_events_in_other_collections(pair: Pair) -> None:
    a, b = pair
    events = _events([a, b, *(item for other in SAME[:8] for item in other)])
    assert events[a.id] != events[b.id]


def test_a_whole_month_holds_a_day_but_does_not_chain_two() -> None:
    talks = "Witkoff and Araghchi spoke by telephone about a pause in the strikes"
    items = [
        Item(id=date, time=parse_edtf(date), text=f"{talks}.", source=date)
        for date in ("2025-06-14", "2025-06", "2025-06-18")
    ]
    assert len(set(_events(items).values())) == 3
    assert len(set(_events(items[:2]).values())) == 1
