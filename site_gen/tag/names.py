"""Names in a text: actors, places and topics, by the lists that editors keep."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from site_gen.model import Entity

# Arabic yeh and kaf, as typed on Arabic keyboards, for their Persian forms: one letter each, so offsets stay.
_FOLDED = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "’": "'", "\u2011": "-", "\u00a0": " "})


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """An entity named at `[start, end)` of a text."""

    start: int
    end: int
    entity: Entity


class Gazetteer:
    """Finds all names at once, case-sensitive, whole words only; what stands on a `not` list hides what it covers."""

    def __init__(self, entities: Sequence[Entity]) -> None:
        self.entities = tuple(entities)
        patterns: dict[str, dict[str, Entity | None]] = {}
        for entity in entities:
            for alias in (entity.name, *entity.aliases):
                patterns.setdefault(_fold(alias), {})[entity.kind] = entity
            for other in entity.excluded:
                patterns.setdefault(_fold(other), {}).setdefault(entity.kind, None)
        self._meant = tuple(tuple(sorted(owners.items())) for owners in patterns.values())
        self._automaton = AhoCorasick(list(patterns)) if patterns else None
        self._known = {kind: _exact(entities, kind) for kind in {e.kind for e in entities}}

    def find(self, text: str) -> tuple[Name, ...]:
        """Names in order; of overlapping ones of a kind the longest, of equals the first."""
        if self._automaton is None:
            return ()
        folded = _fold(text)
        found: dict[str, list[tuple[int, int, Entity | None]]] = {}
        for pattern, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if _whole(folded, start, end):
                for kind, entity in self._meant[pattern]:
                    found.setdefault(kind, []).append((start, end, entity))
        kept = [Name(start=s, end=e, entity=n) for spans in found.values() for s, e, n in _longest(spans) if n]
        return tuple(sorted(kept, key=lambda name: (name.start, name.end, name.entity.kind)))

    def canonical(self, kind: str, name: str) -> str | None:
        """The listed name of an actor, place or topic that an editor calls `name`; None if no list knows it."""
        known = self._known.get(kind, {})
        return known.get(_fold(name)) or known.get(_fold(name).casefold())


def _exact(entities: Iterable[Entity], kind: str) -> dict[str, str]:
    known: dict[str, str] = {}
    mine = [e for e in entities if e.kind == kind]
    for entity in mine:
        for alias in (entity.name, *entity.aliases):
            known.setdefault(_fold(alias), entity.name)
    for entity in mine:
        known.setdefault(_fold(entity.name).casefold(), entity.name)
    return known


@lru_cache(maxsize=8)
def gazetteer(entities: tuple[Entity, ...]) -> Gazetteer:
    """The gazetteer of these entities, made once a process."""
    return Gazetteer(entities)


def _fold(text: str) -> str:
    return text.translate(_FOLDED)


def _whole(text: str, start: int, end: int) -> bool:
    """Whether the span is a word of its own: no letter or digit goes on beside it (a possessive 's may)."""
    before = text[start - 1 : start]
    after = text[end : end + 1]
    return not (before.isalnum() or before == "_") and not (after.isalnum() or after == "_")


def _longest(spans: Iterable[tuple[int, int, Entity | None]]) -> list[tuple[int, int, Entity | None]]:
    kept: list[tuple[int, int, Entity | None]] = []
    reach = -1
    for start, end, entity in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start >= reach:
            kept.append((start, end, entity))
            reach = end
    return kept
