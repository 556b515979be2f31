"""An event's own fields, put together from its members."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from site_gen.dates import TimeValue
from site_gen.merge.accounts import accounts, modality
from site_gen.merge.certainty import Voice, certainty
from site_gen.merge.clusters import plainness
from site_gen.merge.origins import as_citation, citation_key, outlets
from site_gen.model import Article, Citation, Event, Join, Note, Statement

# A title longer than this is taken only when there is no shorter one.
READABLE = 110


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The members of an event: statements, at most one free-standing note, and the notes that correct it."""

    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    joins: tuple[Join, ...]
    corrections: tuple[Note, ...] = ()

    @property
    def editors(self) -> tuple[Note, ...]:
        """All notes, corrections first, since what they give wins."""
        return self.corrections + self.notes


def composed(group: Group, articles: Mapping[str, Article]) -> Event:
    """The event of a group; its id is still the empty text."""
    best = sorted(group.statements, key=_goodness)
    time = _time(group)
    members: tuple[Note | Statement, ...] = (*group.editors, *best)
    voices = [_voice(member, articles) for member in members]
    citations = _distinct(citation for voice in voices for citation in voice.citations)
    status, reason = certainty(voices, group.editors)
    return Event(
        id="",
        time=time,
        title=_first([note.title for note in group.editors] + [statement.title for statement in best]),
        summary=_first([note.summary for note in group.editors] + [statement.text for statement in best]),
        certainty=status,
        reason=reason,
        statements=tuple(best),
        notes=group.editors,
        joins=group.joins,
        accounts=accounts(members, time),
        actors=_ranked(member.actors for member in members),
        places=_ranked(member.places for member in members),
        topics=_ranked(member.topics for member in members),
        citations=citations,
        origins=len(outlets(citations)),
        key=any(note.key for note in group.editors),
    )


def _goodness(statement: Statement) -> tuple[object, ...]:
    """The plainest voice first, then the finest date, then a title that can be read at a glance."""
    days = statement.time.days if statement.time else 0
    length = len(statement.title)
    return (plainness(statement.modality), days, length > READABLE, -min(length, READABLE), statement.id)


def _time(group: Group) -> TimeValue:
    """A note's date, a correction's first; else the finest that is stated, by most members, earliest."""
    given = [note.time for note in group.editors if note.time]
    if given:
        return given[0]
    stated = Counter(statement.time for statement in group.statements if statement.time)
    return min(stated, key=lambda time: (time.days, -stated[time], time))


def _voice(member: Note | Statement, articles: Mapping[str, Article]) -> Voice:
    if isinstance(member, Note):
        return Voice(modality=modality(member), hedged=False, citations=member.citations)
    article = articles.get(member.article)
    own = as_citation(article) if article else ()
    return Voice(modality=member.modality, hedged=bool(member.hedges), citations=(*member.citations, *own))


def _first(texts: Sequence[str]) -> str:
    return next((text for text in texts if text), "")


def _ranked(named: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Each name once, the most frequent first, then by name."""
    counted = Counter(name for names in named for name in names)
    return tuple(sorted(counted, key=lambda name: (-counted[name], name.casefold(), name)))


def _distinct(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Each URL once, with all that is known of it; oldest first, undated last."""
    known: dict[str, Citation] = {}
    for citation in sorted(citations, key=_fullness):
        key = citation_key(citation)
        known[key] = _completed(known[key], citation) if key in known else citation
    return tuple(sorted(known.values(), key=_citation_order))


def _fullness(citation: Citation) -> tuple[object, ...]:
    published = citation.published.edtf if citation.published else ""
    empty = [citation.title, citation.publisher, published, citation.archived].count("")
    return (empty, citation.url, citation.title, citation.publisher, published, citation.archived)


def _completed(known: Citation, other: Citation) -> Citation:
    return replace(
        known,
        title=known.title or other.title,
        publisher=known.publisher or other.publisher,
        published=known.published or other.published,
        archived=known.archived or other.archived,
        origin=known.origin or other.origin,
    )


def _citation_order(citation: Citation) -> tuple[object, ...]:
    when = citation.published.start.toordinal() if citation.published else 10**7
    return (when, citation.publisher.casefold(), citation.url, citation.title)
