"""Pages that list: the home page, actors, places and topics with their indexes, and the sources."""

from collections.abc import Sequence
from datetime import date

from site_gen.merge.origins import citation_key
from site_gen.model import Article, Citation, Event, Status, Timeline
from site_gen.publish.chronicle import chronicle
from site_gen.publish.contents import Contents, certainty, every_citation, source, when
from site_gen.publish.feeds import feed_view
from site_gen.publish.list_views import (
    EntryView,
    HomeView,
    IndexView,
    ListedArticleView,
    OutletView,
    SourcesView,
    SubjectView,
)
from site_gen.publish.urls import clean, host
from site_gen.publish.views import CardView
from site_gen.publish.wording import count

LATEST = 3
SINGULAR = {"actors": "Actor", "places": "Place", "topics": "Topic"}
TITLES = {"actors": "Actors", "places": "Places", "topics": "Topics"}


def home_view(contents: Contents) -> HomeView:
    """The whole timeline."""
    events = contents.events
    used = {e.certainty for e in events}
    return HomeView(
        years=chronicle(events, contents.cards),
        facts=_home_facts(contents),
        latest=_latest(contents),
        certainties=tuple(certainty(status) for status in Status if status in used),
    )


def subject_view(kind: str, name: str, contents: Contents) -> SubjectView:
    """An actor, place or topic with its events."""
    entity = contents.entity_by_name.get((kind, name))
    events = _events_of(kind, name, contents)
    return SubjectView(
        kind=SINGULAR[kind],
        name=clean(name),
        aliases=tuple(clean(a) for a in entity.aliases) if entity else (),
        description=clean(entity.description) if entity else "",
        facts=", ".join(filter(None, (count(len(events), "event"), _years(events)))),
        years=chronicle(events, contents.cards),
    )


def index_view(kind: str, contents: Contents) -> IndexView:
    """All actors, places or topics, by name."""
    urls = contents.addresses.of_kind(kind)
    names = sorted(urls, key=lambda name: (name.casefold(), name))
    return IndexView(
        title=TITLES[kind],
        intro=count(len(names), SINGULAR[kind].lower()),
        entries=tuple(_entry(kind, name, urls[name], contents) for name in names),
    )


def sources_view(contents: Contents) -> SourcesView:
    """Every article, newest first, and every publication cited, by outlet."""
    articles = sorted(contents.article_by_id.values(), key=_newest_first)
    outlets = _outlets(contents.timeline)
    cited = sum(len(o.sources) for o in outlets)
    return SourcesView(
        articles=tuple(_listed(a, contents) for a in articles),
        outlets=outlets,
        facts=f"{count(len(articles), 'article')} read, {count(cited, 'publication')} cited",
    )


def _home_facts(contents: Contents) -> str:
    events, cited = contents.events, _cited(contents.timeline)
    parts = (
        count(len(events), "event"),
        _years(events),
        f"{count(len(cited), 'publication')} cited" if cited else "",
    )
    return " · ".join(filter(None, parts))


def _latest(contents: Contents) -> tuple[CardView, ...]:
    """The newest events, newest first: nothing planned, and no deadline beyond the day that the content has reached.

    Where editors have entered enough events of their own, those: a sentence of an article may tell of a side issue.
    """
    reached = feed_view(contents).updated[:10]
    told = [e for e in contents.events if e.certainty is not Status.PLANNED]
    happened = [e for e in told if not reached or e.time.start.isoformat() <= reached]
    entered = [e for e in happened if e.notes]
    chosen = entered if len(entered) >= LATEST else happened
    return tuple(contents.cards[e.id] for e in reversed(chosen[-LATEST:]))


def _years(events: Sequence[Event]) -> str:
    """“2013–2026”, from the first event's year to the last one's."""
    if not events:
        return ""
    first = min(e.time.start for e in events).year
    last = max(e.time.start if e.time.end == date.max else e.time.last for e in events).year
    return str(first) if first == last else f"{first}–{last}"


def _events_of(kind: str, name: str, contents: Contents) -> tuple[Event, ...]:
    return contents.by_name[kind].get(name, ())


def _entry(kind: str, name: str, url: str, contents: Contents) -> EntryView:
    events = _events_of(kind, name, contents)
    entity = contents.entity_by_name.get((kind, name))
    return EntryView(
        name=clean(name),
        url=url,
        description=clean(entity.description) if entity else "",
        count=count(len(events), "event"),
        span=_years(events),
    )


def _newest_first(article: Article) -> tuple[int, str, str]:
    """Articles without a date of publication come last."""
    newest = -article.published.start.toordinal() if article.published else 1
    return (newest, article.title.casefold(), article.id)


def _listed(article: Article, contents: Contents) -> ListedArticleView:
    used = len(contents.uses.get(article.id, ()))
    return ListedArticleView(
        title=clean(article.title),
        url=contents.addresses.articles[article.id],
        publisher=clean(article.publisher) or host(article.url),
        language=article.language,
        published=when(article.published) if article.published else None,
        used=count(used, "sentence") + " used" if used else "no sentence used",
    )


def _cited(timeline: Timeline) -> dict[str, Citation]:
    """Every citation by its URL, or by its title where it has none; the fullest one of each."""
    every = sorted({c for e in timeline.events for c in every_citation(e)}, key=_fullest_last)
    return {citation_key(c): c for c in every}


def _fullest_last(citation: Citation) -> tuple[int, tuple[str, str, str, str]]:
    words = (citation.url, citation.publisher, citation.title, citation.archived)
    return (sum(map(bool, words)) + bool(citation.published), words)


def _outlets(timeline: Timeline) -> tuple[OutletView, ...]:
    found: dict[str, list[Citation]] = {}
    for citation in _cited(timeline).values():
        found.setdefault(clean(citation.publisher) or host(citation.url) or "Unnamed", []).append(citation)
    return tuple(
        OutletView(name=name, sources=tuple(source(c, n) for n, c in enumerate(sorted(found[name], key=_by_day), 1)))
        for name in sorted(found, key=lambda name: (name.casefold(), name))
    )


def _by_day(citation: Citation) -> tuple[int, str, str]:
    day = citation.published.start.toordinal() if citation.published else 0
    return (day, citation.title, citation.url)
