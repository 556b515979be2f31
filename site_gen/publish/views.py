"""What templates get: flat, sorted, finished records, whose URLs are relative to the root of the site.

Those of lists stand in list_views.
"""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A name and where it leads; `url` may be empty."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NavView:
    """An entry of the navigation; `section` is what pages below it carry too."""

    text: str
    url: str
    section: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """What every page knows of the site. `base_url` ends with a slash; `feed` is empty when nothing is in it."""

    title: str
    description: str
    language: str
    base_url: str
    author: str
    repository: str
    license: str
    license_url: str
    nav: tuple[NavView, ...]
    feed: str
    public: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PageView:
    """A page's own frame: `root` leads back to the root of the site, `undated` counts the desk's list (preview)."""

    url: str
    root: str
    title: str
    description: str
    section: str
    preview: bool
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenView:
    """A date in words, its value for `<time datetime>` (or nothing), and what is not reported of it."""

    words: str
    datetime: str
    unreported: str
    precision: str
    edtf: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CertaintyView:
    """How sure: the status (also the name of its icon), its word, and what the word means."""

    status: str
    word: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """An event as it stands in a list."""

    url: str
    anchor: str
    when: WhenView
    title: str
    summary: str
    certainty: CertaintyView
    sources: str
    places: tuple[str, ...]
    key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthView:
    """The events of a month: first those whose day is not reported, then the others in order."""

    label: str
    anchor: str
    undayed: tuple[CardView, ...]
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearView:
    """A year or decade: first the events whose month is not reported (`unreported` says so), then its months."""

    label: str
    anchor: str
    count: str
    number: int
    share: int
    unreported: str
    coarse: tuple[CardView, ...]
    months: tuple[MonthView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A cited publication. `url` and `archived` are safe, or empty; `host` stands in for a missing publisher."""

    number: int
    url: str
    title: str
    publisher: str
    when: str
    archived: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A sentence that tells of an event, letter for letter, and where it stands.

    `dating` says how its date was worked out, where the sentence does not say all of it.
    """

    number: int
    anchor: str
    text: str
    language: str
    modality: str
    dating: str
    outlet: str
    when: str
    article: Link
    line: int
    original: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """An editor's word on an event."""

    anchor: str
    title: str
    summary: str
    body: Markup
    status: str
    added: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountView:
    """One version of what is told differently; `told_by` are links to quotes and notes of the page."""

    says: str
    leads: bool
    told_by: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DifferenceView:
    """What the sources tell differently, version by version."""

    about: str
    accounts: tuple[AccountView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinView:
    """Why one report was put beside another."""

    member: Link
    onto: Link
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event's page: what, when, how sure and why, who says so, and the rest.

    `anchor` is the id of its card on the home page.
    """

    id: str
    anchor: str
    title: str
    when: WhenView
    certainty: CertaintyView
    reason: str
    summary: str
    quotes: tuple[QuoteView, ...]
    notes: tuple[NoteView, ...]
    differences: tuple[DifferenceView, ...]
    sources: tuple[SourceView, ...]
    joins: tuple[JoinView, ...]
    actors: tuple[Link, ...]
    places: tuple[Link, ...]
    topics: tuple[Link, ...]
    previous: CardView | None
    next: CardView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UseView:
    """A sentence of an article that an event rests on; `anchor` is empty where the text itself is marked."""

    anchor: str
    text: str
    line: int
    when: str
    event: Link
    marked: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleView:
    """A source's page. `body` is empty where only the quoted sentences may be shown."""

    title: str
    publisher: str
    author: str
    published: WhenView | None
    modified: WhenView | None
    url: str
    license: str
    language: str
    body: Markup
    uses: tuple[UseView, ...]
    full_text: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StandingView:
    """A page of standing text."""

    title: str
    body: Markup
