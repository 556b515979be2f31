"""From statements and notes to events: the stage itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.merge.accounts import modality
from site_gen.merge.background import told
from site_gen.merge.clusters import Assignment, Item, cluster
from site_gen.merge.composition import Group, composed
from site_gen.merge.corrections import corrected
from site_gen.merge.permalinks import distinct, permalink
from site_gen.merge.suggestions import likely
from site_gen.model import Article, Event, Join, Note, Statement, event_order
from site_gen.problems import Problem, Problems, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """Events in order; the undated statements; and which event an undated statement (by id) seems to belong to."""

    events: tuple[Event, ...]
    undated: tuple[Statement, ...]
    likely: tuple[tuple[str, str], ...]


def merge(
    statements: Sequence[Statement], notes: Sequence[Note], articles: Sequence[Article]
) -> tuple[Merged, Problems]:
    """Merge what tells of the same event; an undated statement joins none.

    Problems: `duplicate-id` where two notes ask for the same id, `no-such-event` at a note whose `event` names none.
    """
    known = {article.id: article for article in articles}
    said = {statement.id: statement for statement in statements}
    dated = [said[each] for each in sorted(said) if said[each].time]
    undated = tuple(sorted((s for s in said.values() if not s.time), key=lambda s: (s.at, s.start, s.id)))
    own = sorted((note for note in notes if not note.event and note.time), key=lambda note: note.id)
    corrections = sorted((note for note in notes if note.event), key=lambda note: note.id)
    groups = told(_grouped(dated, own, known))
    events = _identified([composed(group, known) for group in groups])
    groups, stray = corrected(groups, events, corrections)
    events = [replace(composed(group, known), id=event.id) for group, event in zip(groups, events, strict=True)]
    ordered = tuple(sorted(events, key=event_order))
    near = likely(undated, ordered, [as_item(s, known) for s in (*dated, *undated)])
    return Merged(events=ordered, undated=undated, likely=near), tuple(sorted((*stray, *_duplicates(own))))


def as_item(statement: Statement, articles: Mapping[str, Article]) -> Item:
    """A statement as it is clustered."""
    article = articles.get(statement.article)
    return Item(
        id=statement.id,
        time=statement.time,
        text=statement.title if statement.background else statement.text,
        source=statement.article,
        context=article.text if article else "",
        modality=statement.modality,
        actors=statement.actors,
        places=statement.places,
        cited=frozenset(citation.url for citation in statement.citations),
    )


def _note_item(note: Note) -> Item:
    return Item(
        id=_note_key(note.id),
        time=note.time,
        text=f"{note.title}. {note.summary}".strip(),
        title=note.title,
        source=_note_key(note.id),
        modality=modality(note) if note.status else None,
        actors=note.actors,
        places=note.places,
        cited=frozenset(citation.url for citation in note.citations),
        note=True,
    )


def _note_key(note: str) -> str:
    """Notes and statements have ids of their own making; a note's is marked while they are clustered together."""
    return f"note\0{note}"


def _grouped(dated: Sequence[Statement], own: Sequence[Note], articles: Mapping[str, Article]) -> list[Group]:
    said = {statement.id: statement for statement in dated}
    leading = [statement for statement in dated if statement.continues not in said]
    items = [as_item(statement, articles) for statement in leading] + [_note_item(note) for note in own]
    assigned = {assignment.id: assignment for assignment in cluster(items)}
    for statement in sorted(dated, key=lambda s: (s.article, s.start)):
        if statement.continues in assigned:
            assigned[statement.id] = _goes_on(statement, assigned[statement.continues])
    groups: dict[str, list[Assignment]] = {}
    for assignment in assigned.values():
        groups.setdefault(assignment.event, []).append(assignment)
    noted = {_note_key(note.id): note for note in own}
    return [_group(groups[leader], said, noted) for leader in sorted(groups)]


def _goes_on(statement: Statement, before: Assignment) -> Assignment:
    """A sentence that goes on about the one before it is of the same event, whatever its own words."""
    why = "goes on from the sentence before it"
    return Assignment(id=statement.id, event=before.event, onto=before.id, score=1.0, because=why)


def _group(assignments: Sequence[Assignment], said: Mapping[str, Statement], noted: Mapping[str, Note]) -> Group:
    return Group(
        statements=tuple(said[a.id] for a in assignments if a.id in said),
        notes=tuple(noted[a.id] for a in assignments if a.id in noted),
        joins=tuple(
            Join(member=_bare(a.id), onto=_bare(a.onto), score=round(a.score, 4), because=a.because)
            for a in assignments
            if a.onto
        ),
    )


def _bare(key: str) -> str:
    return key.removeprefix("note\0")


def _identified(events: Sequence[Event]) -> list[Event]:
    """Every event with its id, in the order they came; of two that ask for one id, the one with a note gets it."""
    wanted = [replace(event, id=permalink(event.time, event.title)) for event in events]
    order = sorted(range(len(wanted)), key=lambda number: _claim(wanted[number]))
    ids = distinct(wanted[number].id for number in order)
    named = dict(zip(order, ids, strict=True))
    return [replace(event, id=named[number]) for number, event in enumerate(wanted)]


def _claim(event: Event) -> tuple[object, ...]:
    members = tuple(sorted([note.id for note in event.notes] + [statement.id for statement in event.statements]))
    return (event.id, not event.notes, members)


def _duplicates(own: Sequence[Note]) -> list[Problem]:
    asked: dict[str, Note] = {}
    found = []
    for note in own:
        if note.time is None:
            continue
        first = asked.setdefault(permalink(note.time, note.title), note)
        if first is not note:
            found.append(
                error(
                    note.at,
                    "duplicate-id",
                    f"“{note.title}” has the same date and title as the note {first.at.path}",
                    f"change one of the titles, or write “event: {first.id}” here if both tell of one event",
                )
            )
    return found
