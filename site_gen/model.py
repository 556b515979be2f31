"""The values that one stage hands to the next: frozen, and whole from birth."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from site_gen.dates import Granularity, TimeValue
from site_gen.problems import Location


class Modality(StrEnum):
    """How a text stands to what it says."""

    STATED = "stated"
    REPORTED = "reported"
    CLAIMED = "claimed"
    DENIED = "denied"
    PLANNED = "planned"
    POSSIBLE = "possible"
    UNACKNOWLEDGED = "unacknowledged"


class Status(StrEnum):
    """How sure an event is, as shown to readers."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    CLAIMED = "claimed"
    DISPUTED = "disputed"
    DENIED = "denied"
    PLANNED = "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file as read: path relative to the root, decoded text with line feeds as line ends, SHA-256 of its bytes."""

    path: str
    text: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Citation:
    """A publication that stands behind a sentence or a note; `origin`: whose report it passes on, if it says so."""

    url: str
    title: str = ""
    publisher: str = ""
    published: TimeValue | None = None
    archived: str = ""
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Footnote:
    """A reference to citations at an offset of an article's body."""

    offset: int
    label: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article. `body` is the file after its front matter; `text` is as long, markup blanked by spaces.

    Every offset into `text` is therefore one into `body`, and `first_line` (of the body in the file, from 1) makes it
    a place in the file. `published` is the document creation time (DCT) of TIMEX3: None where nothing states it.
    `url` is that of the original where the article is somebody else's; empty for our own writing, which is no origin.
    Of a saved page, `body` and `text` are its main text alone, and `places` says where in the file it stands: offset,
    line and column (from 1) of each stretch that is there letter for letter, in order of offsets.
    `origins` are the agencies and outlets whose report it says it is, the plainest credit first. `stated_by` says of
    each field that is known where it stands: `("published", "dateline")`; in order of names.
    """

    id: str
    path: str
    title: str
    body: str
    text: str
    first_line: int = 1
    title_span: tuple[int, int] | None = None
    published: TimeValue | None = None
    modified: TimeValue | None = None
    publisher: str = ""
    author: str = ""
    url: str = ""
    language: str = "en"
    license: str = ""
    full_text: bool = True
    markdown: bool = True
    footnotes: tuple[Footnote, ...] = ()
    origins: tuple[str, ...] = ()
    stated_by: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[int, int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An editor's word: an event of its own, or (where `event` names one) a correction of it.

    `said` is the date as the editor wrote it, `time` what it was understood to be; None only for a correction that
    leaves the date alone. `added` is an ISO 8601 instant with an offset, or empty.
    """

    id: str
    at: Location
    title: str
    said: str = ""
    time: TimeValue | None = None
    status: Status | None = None
    summary: str = ""
    body: str = ""
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    event: str = ""
    key: bool = False
    added: str = ""
    draft: bool = False
    publish_at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingPage:
    """A page of standing text (content/pages), such as “about”."""

    id: str
    path: str
    title: str
    body: str
    order: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One time expression in a text: TIMEX3 `type`, `value` and `mod` beside our own `time`.

    `start` and `end` are offsets in code points, half-open. `time` is None for durations, sets, vague references and
    what could not be resolved. `implied` names the parts that were inferred rather than said (year, month, day);
    `anchor` is what they were inferred from, as EDTF, and empty when nothing was.
    """

    start: int
    end: int
    text: str
    type: str
    value: str
    mod: str = ""
    time: TimeValue | None = None
    rule: str
    implied: frozenset[str] = frozenset()
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An entry of actors.toml, places.toml or topics.toml: a name, what else it is called, what it is not.

    `kind` is actor, place or topic; `sort` what the entry says it is (state, person, body, group, outlet).
    """

    kind: str
    name: str
    aliases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    sort: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One sentence that says something happened.

    `start` and `end` are offsets into the article's text; `text` is the sentence letter for letter, without markup and
    with line breaks as spaces. `time` is None for an undated statement, and `undated_because` then says why.
    `background` marks one that only refers to a thing by its date (“the 2015 nuclear deal”): `title` then names the
    thing. `continues` is the id of the statement before it in the text, where it goes on about the same thing.
    """

    id: str
    article: str
    at: Location
    start: int
    end: int
    text: str
    title: str
    time: TimeValue | None
    mention: Mention | None = None
    undated_because: str = ""
    background: bool = False
    continues: str = ""
    modality: Modality = Modality.STATED
    hedges: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Why a member (a statement or a note, by id) stands in its event: what it was held against, and the reason."""

    member: str
    onto: str
    score: float
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One version of something the members of an event tell differently (`about`: date, status …)."""

    about: str
    says: str
    members: tuple[str, ...]
    leads: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, as told by the statements and notes merged into it."""

    id: str
    time: TimeValue
    title: str
    summary: str
    certainty: Status
    reason: str
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    joins: tuple[Join, ...]
    accounts: tuple[Account, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    topics: tuple[str, ...]
    citations: tuple[Citation, ...]
    origins: int
    key: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Everything a site is made of. `likely` maps an undated statement's id to the event it seems to belong to."""

    events: tuple[Event, ...]
    undated: tuple[Statement, ...]
    likely: tuple[tuple[str, str], ...]
    articles: tuple[Article, ...]
    notes: tuple[Note, ...]
    pages: tuple[StandingPage, ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file of the site: POSIX path below output/, and its bytes."""

    path: str
    content: bytes


def event_order(event: Event) -> tuple[date, Granularity, date, str, str]:
    """By first day, a whole month before its days, what ended earlier first; then title and id: no two are equal."""
    time = event.time
    return (time.start, min(time.granularity, Granularity.INTERVAL), time.end, event.title.casefold(), event.id)
