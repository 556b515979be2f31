"""What the templates of lists get: the home page, indexes, the desk, the feed and the sitemap."""

from dataclasses import dataclass

from site_gen.publish.views import CardView, CertaintyView, Link, SourceView, WhenView, YearView


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    """The whole timeline. `facts` is one line of counts; `latest` the newest events, newest first."""

    years: tuple[YearView, ...]
    facts: str
    latest: tuple[CardView, ...]
    certainties: tuple[CertaintyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView:
    """An actor, a place or a topic, with its events."""

    kind: str
    name: str
    aliases: tuple[str, ...]
    description: str
    facts: str
    years: tuple[YearView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryView:
    """A line of an index: a name, how many events, from when to when."""

    name: str
    url: str
    description: str
    count: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexView:
    """All actors, places or topics."""

    title: str
    intro: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticleView:
    """An article in the list of sources."""

    title: str
    url: str
    publisher: str
    language: str
    published: WhenView | None
    used: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletView:
    """A publisher and what of it is cited."""

    name: str
    sources: tuple[SourceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesView:
    """Every article that was read, and every publication they cite."""

    articles: tuple[ListedArticleView, ...]
    outlets: tuple[OutletView, ...]
    facts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UndatedView:
    """A sentence that could not be dated, for the editors; `place` is file:line:column."""

    place: str
    text: str
    language: str
    article: Link
    because: str
    remedy: str
    likely: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskView:
    """The editors' list of undated sentences; only ever in the preview."""

    entries: tuple[UndatedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntryView:
    """An event in the feed; `updated` is an instant in UTC, `url` site-relative."""

    url: str
    title: str
    when: str
    certainty: str
    summary: str
    updated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """The feed, newest first; its own `updated` is the newest of its entries."""

    updated: str
    entries: tuple[FeedEntryView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MappedView:
    """A page in the sitemap; `modified` is empty where nothing states it."""

    url: str
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """The sitemap."""

    pages: tuple[MappedView, ...]
