"""The event that an undated statement seems to belong to: a hint to the editor, never a date."""

from collections.abc import Mapping, Sequence

from site_gen.merge import fitted
from site_gen.merge.items import Item, Reading, readings
from site_gen.merge.pairs import Verdict, held
from site_gen.model import Event, Statement

# An undated statement is held against the statements that share one of its weightiest words.
TELLING = 4


def likely(undated: Sequence[Statement], events: Sequence[Event], items: Sequence[Item]) -> tuple[tuple[str, str], ...]:
    """Pairs (undated statement, event) by id, at most one a statement, sorted."""
    home = {statement.id: event.id for event in events for statement in event.statements}
    read = {reading.item.id: reading for reading in readings(sorted(items, key=lambda item: item.id))}
    index = _index([read[each] for each in sorted(home)])
    found = ((statement.id, _best(read[statement.id], index)) for statement in undated)
    return tuple(sorted((each, home[best]) for each, best in found if best))


def _index(dated: Sequence[Reading]) -> dict[str, list[Reading]]:
    index: dict[str, list[Reading]] = {}
    for reading in dated:
        for term in reading.sentence:
            index.setdefault(term, []).append(reading)
    return index


def _best(reading: Reading, index: Mapping[str, Sequence[Reading]]) -> str:
    telling = sorted(reading.sentence, key=lambda term: (-reading.sentence[term], term))[:TELLING]
    near = {other.item.id: other for term in telling for other in index.get(term, ())}
    fits = [(verdict.score, each) for each in sorted(near) if _fits(verdict := held(reading, near[each]))]
    return max(fits, key=lambda fit: (fit[0], fit[1]))[1] if fits else ""


def _fits(verdict: Verdict) -> bool:
    return verdict.margin > 0 and verdict.score >= fitted.LIKELY
