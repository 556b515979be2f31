"""Which reports tell of one event: the same answer whatever their order."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from site_gen.dates import TimeValue
from site_gen.merge import fitted
from site_gen.merge.agreement import Agreement, agreement
from site_gen.merge.coarse import settled
from site_gen.merge.items import Item, Reading, readings
from site_gen.merge.linkage import linked
from site_gen.merge.pairs import Verdict, because, candidates, held
from site_gen.model import Modality

__all__ = ["Assignment", "Item", "cluster"]

# What is told of one day comes together first; what a day lies between, only after that.
_LATER = (frozenset({Agreement.NEAR, Agreement.WITHIN}), frozenset({Agreement.WITHIN}))
_PLAINNESS = (
    *(Modality.STATED, Modality.REPORTED, Modality.UNACKNOWLEDGED, Modality.CLAIMED),
    *(Modality.DENIED, Modality.PLANNED, Modality.POSSIBLE),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """The event an item is of, named by the item that leads it; `onto` is what joined it, empty for the leader."""

    id: str
    event: str
    onto: str
    score: float
    because: str


def cluster(items: Sequence[Item]) -> tuple[Assignment, ...]:
    """Assign each item to an event, in the order of the ids; of two items with one id the later counts."""
    topics: dict[str, list[Item]] = {}
    known = {item.id: item for item in items}
    for item in (known[each] for each in sorted(known)):
        topics.setdefault(item.topic, []).append(item)
    found = [assignment for topic in sorted(topics) for assignment in _topic(topics[topic])]
    return tuple(sorted(found, key=lambda assignment: assignment.id))


def rank(item: Item) -> tuple[object, ...]:
    """What makes an item the one that leads: a note, then the finest date, the plainest voice, the fewest words."""
    return (not item.note, _coarseness(item.time), plainness(item.modality), len(item.text), item.id)


def plainness(modality: Modality | None) -> int:
    """The place of a modality among them all, the plainest first; what gives none is taken to be stated."""
    return _PLAINNESS.index(modality or Modality.STATED)


def _coarseness(time: TimeValue | None) -> int:
    return time.days if time else date.max.toordinal()


def _topic(items: list[Item]) -> Iterable[Assignment]:
    read = readings(items)
    verdicts = {(a, b): held(read[a], read[b]) for a, b in candidates(read)}
    matter = fitted.MATTER * _usual(verdicts, read) + (fitted.FEW if _few(read) else 0.0)
    margins = {
        (a, b): verdict.margin - (matter if _agreement(read, a, b) is Agreement.UNDATED else 0.0)
        for (a, b), verdict in verdicts.items()
        if not verdict.barred
    }
    groups: tuple[tuple[int, ...], ...] = tuple((place,) for place in range(len(items)))
    for later in _LATER:
        groups = _joined(groups, margins, read, later=later, missing=-fitted.THRESHOLD[Agreement.UNDATED] - matter)
    for group in settled(groups, read):
        yield from _assigned([read[place] for place in group])


def _joined(
    groups: tuple[tuple[int, ...], ...],
    margins: Mapping[tuple[int, int], float],
    read: Sequence[Reading],
    *,
    later: frozenset[Agreement],
    missing: float,
) -> tuple[tuple[int, ...], ...]:
    """One round of linkage; pairs that agree only in a `later` way keep their clusters apart in this one."""

    def barred(a: int, b: int) -> bool:
        return _agreement(read, a, b) in later or held(read[a], read[b]).barred

    now = {pair: margin for pair, margin in margins.items() if _agreement(read, *pair) not in later}
    return linked(groups, now, missing=missing, barred=barred)


def _agreement(read: Sequence[Reading], a: int, b: int) -> Agreement:
    return agreement(read[a].item.time, read[b].item.time)


def _usual(verdicts: Mapping[tuple[int, int], Verdict], read: Sequence[Reading]) -> float:
    """The mean score of undated reports from different articles: how alike all that is of this matter is anyway."""
    articles = Counter(reading.item.article for reading in read if reading.item.time is None)
    pairs = math.comb(articles.total(), 2) - sum(math.comb(count, 2) for count in articles.values())
    scores = [
        verdict.score
        for (a, b), verdict in verdicts.items()
        if not (read[a].item.time or read[b].item.time) and read[a].item.article != read[b].item.article
    ]
    return math.fsum(scores) / pairs if pairs else 0.0


def _few(read: Sequence[Reading]) -> bool:
    return len({reading.item.article for reading in read if reading.item.time is None}) < fitted.MANY


def _assigned(group: list[Reading]) -> Iterable[Assignment]:
    group = sorted(group, key=lambda reading: rank(reading.item))
    leader = group[0].item.id
    yield Assignment(id=leader, event=leader, onto="", score=1.0, because="leads")
    for number, reading in enumerate(group[1:], start=1):
        score, onto = min((-held(reading, other).score, place) for place, other in enumerate(group[:number]))
        why = because(reading, group[onto])
        yield Assignment(id=reading.item.id, event=leader, onto=group[onto].item.id, score=-score, because=why)
