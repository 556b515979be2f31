"""Background: things that articles only refer to by their date, kept where nothing else tells of them."""

from collections.abc import Sequence

from site_gen.dates import TimeValue
from site_gen.merge.composition import Group
from site_gen.merge.words import terms


def told(groups: Sequence[Group]) -> list[Group]:
    """The groups without those that only refer (“the 2015 nuclear deal”) to what another group tells of.

    Telling of the same: a date within that of the reference, and an actor, or a word of the thing's name, in common.
    """
    tellers = [group for group in groups if not _refers(group)]
    return [group for group in groups if not _refers(group) or not _told_by(group, tellers)]


def _refers(group: Group) -> bool:
    return not group.notes and all(statement.background for statement in group.statements)


def _told_by(reference: Group, tellers: Sequence[Group]) -> bool:
    times = [statement.time for statement in reference.statements if statement.time]
    words = {term for statement in reference.statements for term in terms(statement.title) if not term.isdigit()}
    actors = {actor for statement in reference.statements for actor in statement.actors}
    return any(_within(times, group) and (actors & _actors(group) or words & _words(group)) for group in tellers)


def _within(times: Sequence[TimeValue], group: Group) -> bool:
    told_on = [s.time for s in group.statements if s.time] + [note.time for note in group.notes if note.time]
    return any(reference.contains(time) for reference in times for time in told_on)


def _actors(group: Group) -> set[str]:
    return {a for s in group.statements for a in s.actors} | {a for note in group.notes for a in note.actors}


def _words(group: Group) -> set[str]:
    texts = [s.text for s in group.statements] + [f"{note.title} {note.summary}" for note in group.notes]
    return {term for text in texts for term in terms(text)}
