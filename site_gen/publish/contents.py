"""What the pages of a site are made from: a timeline with its addresses, looked up by id."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from site_gen.dates import TimeValue
from site_gen.model import Article, Citation, Entity, Event, Note, Statement, Status, Timeline, event_order
from site_gen.problems import Location, Problem, warning
from site_gen.publish.prose import Resolve
from site_gen.publish.urls import KINDS, Addresses, addresses, clean, fragment, host, web
from site_gen.publish.views import CardView, CertaintyView, Link, SourceView, WhenView
from site_gen.publish.wording import CERTAINTY, count, date_words, html_datetime, not_reported, precision
from site_gen.slugs import slug

_KIND_OF = {"actor": "actors", "place": "places", "topic": "topics"}


@dataclass(frozen=True)
class Contents:
    """A timeline, looked up by id. Not slotted, since what is looked up is worked out once and kept."""

    timeline: Timeline

    @cached_property
    def addresses(self) -> Addresses:
        """Where everything lives."""
        return addresses(self.timeline)

    @cached_property
    def linkable(self) -> frozenset[str]:
        """Every URL a text may link to."""
        return self.addresses.all()

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """In the order of the timeline, whatever the order they came in."""
        return tuple(sorted(self.timeline.events, key=event_order))

    @cached_property
    def event_by_id(self) -> dict[str, Event]:
        """Events by id."""
        return {e.id: e for e in self.events}

    @cached_property
    def position(self) -> dict[str, int]:
        """Each event's place in the timeline, from 0, by id."""
        return {e.id: n for n, e in enumerate(self.events)}

    @cached_property
    def article_by_id(self) -> dict[str, Article]:
        """Articles by id, in order of id."""
        return {a.id: a for a in sorted(self.timeline.articles, key=lambda a: a.id)}

    @cached_property
    def entity_by_name(self) -> dict[tuple[str, str], Entity]:
        """Entities by kind (`actors` …) and name."""
        return {(_KIND_OF.get(e.kind, e.kind), e.name): e for e in self.timeline.entities}

    @cached_property
    def cards(self) -> dict[str, CardView]:
        """The card of each event, by the event's id."""
        return {e.id: _card(e, self.addresses.events[e.id]) for e in self.events}

    @cached_property
    def uses(self) -> dict[str, tuple[tuple[Statement, Event], ...]]:
        """Statements that events rest on, with the event, by article and in the order of its text."""
        found: dict[str, list[tuple[Statement, Event]]] = {}
        for event in self.events:
            for statement in event.statements:
                found.setdefault(statement.article, []).append((statement, event))
        return {key: tuple(sorted(pairs, key=lambda p: (p[0].start, p[0].id))) for key, pairs in found.items()}

    @cached_property
    def by_name(self) -> dict[str, dict[str, tuple[Event, ...]]]:
        """Events by kind (`actors` …) and name, in order."""
        found: dict[str, dict[str, list[Event]]] = {kind: {} for kind in KINDS}
        for event in self.events:
            for kind in KINDS:
                for name in sorted(set(getattr(event, kind))):
                    found[kind].setdefault(name, []).append(event)
        return {kind: {name: tuple(events) for name, events in named.items()} for kind, named in found.items()}

    def names(self, kind: str, names: Iterable[str]) -> tuple[Link, ...]:
        """Links to actors, places or topics, by name."""
        urls = self.addresses.of_kind(kind)
        return tuple(Link(text=clean(n), url=urls[n]) for n in sorted(set(names), key=lambda n: (n.casefold(), n)))

    def resolver(self, root: str, missing: list[str]) -> Resolve:
        """Finds pages of the site for links of a text; what leads nowhere is dropped and added to `missing`."""

        def resolve(target: str) -> str:
            path, hash_, rest = target.partition("#")
            path = _from_root(path)
            url = self.addresses.aliases.get(path, path)
            if url in self.linkable:
                return f"{root}{url}{hash_}{rest}"
            missing.append(target)
            return ""

        return resolve


def when(time: TimeValue) -> WhenView:
    """A date for readers."""
    return WhenView(
        words=date_words(time),
        datetime=html_datetime(time),
        unreported=not_reported(time),
        precision=precision(time),
        edtf=time.edtf,
    )


def certainty(status: Status) -> CertaintyView:
    """How sure, for readers."""
    word, meaning = CERTAINTY[status]
    return CertaintyView(status=status.value, word=word, meaning=meaning)


def source(citation: Citation, number: int) -> SourceView:
    """A cited publication for readers; unsafe URLs are left out."""
    return SourceView(
        number=number,
        url=web(clean(citation.url)),
        title=clean(citation.title) or host(citation.url) or "untitled",
        publisher=clean(citation.publisher) or host(citation.url),
        when=date_words(citation.published) if citation.published else "",
        archived=web(clean(citation.archived)),
    )


def broken_links(path: str, missing: Iterable[str]) -> tuple[Problem, ...]:
    """A warning for each link of a text that leads nowhere."""
    hint = "link to pages as “/events/ID/”, “/actors/NAME/” or “/articles/ID/”; the ids stand in events.json"
    return tuple(
        warning(Location(path=path), "broken-link", f"“{clean(target)}” leads to no page of this site", hint)
        for target in sorted(set(missing))
    )


def ordered_statements(event: Event) -> tuple[Statement, ...]:
    """In the order of their place in the content, whatever order they were merged in."""
    return tuple(sorted(event.statements, key=lambda s: (s.at, s.start, s.id)))


def ordered_notes(event: Event) -> tuple[Note, ...]:
    """By id."""
    return tuple(sorted(event.notes, key=lambda n: (n.id, n.at)))


def every_citation(event: Event) -> tuple[Citation, ...]:
    """What its sentences, then its notes, then the event itself cite, with repetitions."""
    statements, notes = ordered_statements(event), ordered_notes(event)
    told = (*(s.citations for s in statements), *(n.citations for n in notes), event.citations)
    return tuple(chain.from_iterable(told))


def statement_anchor(statement: Statement) -> str:
    """The id of a statement's mark on its article's page."""
    return fragment("s", statement.id)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in no more than case, spaces and closing marks."""
    return _bare(one) == _bare(other)


def _bare(text: str) -> str:
    return " ".join(text.casefold().split()).rstrip(" .…!?”\"'")


def _from_root(path: str) -> str:
    """`../events/x`, `/events/x/` and `./events/x/index.html` are all `events/x/`."""
    parts = [p for p in path.removesuffix("index.html").split("/") if p not in ("", ".", "..")]
    return "/".join((*parts, "")) if parts else ""


def _card(event: Event, url: str) -> CardView:
    summary = "" if same_words(event.summary, event.title) else clean(event.summary)
    return CardView(
        url=url,
        anchor=f"e-{slug(event.id)}",
        when=when(event.time),
        title=clean(event.title),
        summary=summary,
        certainty=certainty(event.certainty),
        sources=count(event.origins, "source") if event.origins else "no source named",
        places=tuple(clean(p) for p in event.places),
        key=event.key,
    )
