"""Editors' notes that name an event: they join it, and what they give wins."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from site_gen.merge.composition import Group
from site_gen.merge.permalinks import slug
from site_gen.model import Event, Join, Note
from site_gen.problems import Problem, error


def corrected(
    groups: Sequence[Group], events: Sequence[Event], corrections: Sequence[Note]
) -> tuple[list[Group], list[Problem]]:
    """The groups with the notes that name them. `events` are those of the groups before, place by place."""
    places = _places(events)
    named = {note.id: note for note in corrections}
    for note in corrections:
        place = _target(note, places, named)
        if place is not None:
            _add_names(places, note, place)
    stray, joined = [], list(groups)
    for note in corrections:
        place = _target(note, places, named)
        if place is None:
            stray.append(_no_such_event(note, places))
        else:
            joined[place] = _joined(joined[place], note)
    return joined, stray


def _places(events: Sequence[Event]) -> dict[str, int]:
    """What an editor may call an event: its id, the id or the slug of its note."""
    places: dict[str, int] = {event.id: number for number, event in enumerate(events)}
    for number, event in enumerate(events):
        for note in event.notes:
            _add_names(places, note, number)
    return places


def _add_names(places: dict[str, int], note: Note, number: int) -> None:
    for name in (note.id, note.id.rpartition("/")[2], slug(note.title)):
        places.setdefault(name, number)


def _target(note: Note, places: Mapping[str, int], named: Mapping[str, Note]) -> int | None:
    """The place of the event named, also through other notes that name it; None in a ring or at a loose end."""
    seen: set[str] = set()
    wanted = note.event
    while wanted not in places and wanted in named and wanted not in seen:
        seen.add(wanted)
        wanted = named[wanted].event
    return places.get(wanted)


def _joined(group: Group, note: Note) -> Group:
    joined = {join.member for join in group.joins}
    members = [each.id for each in group.notes] + [each.id for each in group.statements]
    leads = next((member for member in members if member not in joined), note.event)
    join = Join(member=note.id, onto=leads, score=1.0, because="an editor's note names this event")
    return replace(group, corrections=(*group.corrections, note), joins=(*group.joins, join))


def _no_such_event(note: Note, places: Mapping[str, int]) -> Problem:
    near = get_close_matches(note.event, sorted(places), n=1, cutoff=0.5)
    hint = f"did you mean “{near[0]}”?" if near else "`site-gen events` lists the ids of all events"
    return error(note.at, "no-such-event", f"no event or note is called “{note.event}”", hint)
