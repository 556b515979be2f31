"""The page of an event: what, when, how sure and why, who says so."""

from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby

from markupsafe import Markup

from site_gen.merge.origins import citation_key
from site_gen.model import Account, Citation, Event, Join, Statement
from site_gen.publish.contents import (
    Contents,
    certainty,
    every_citation,
    ordered_notes,
    ordered_statements,
    same_words,
    source,
    statement_anchor,
    when,
)
from site_gen.publish.prose import markdown_html
from site_gen.publish.urls import clean, host, root_of, web
from site_gen.publish.views import (
    AccountView,
    CardView,
    DifferenceView,
    EventView,
    JoinView,
    Link,
    NoteView,
    QuoteView,
    SourceView,
)
from site_gen.publish.wording import CERTAINTY, MODALITY, date_words, edtf_words, month_words


def event_view(event: Event, contents: Contents, missing: list[str]) -> EventView:
    """The finished view of an event; links of its notes that lead nowhere are added to `missing`."""
    sources = _numbered(event)
    quotes = _quotes(event, contents, sources)
    labels = _labels(event)
    summary = event.summary
    quoted = any(same_words(summary, text) for text in (event.title, *(q.text for q in quotes)))
    before, after = _neighbours(event, contents)
    return EventView(
        id=event.id,
        anchor=contents.cards[event.id].anchor,
        title=clean(event.title),
        when=when(event.time),
        certainty=certainty(event.certainty),
        reason=clean(event.reason),
        summary="" if quoted else clean(summary),
        quotes=quotes,
        notes=_notes(event, contents, sources, missing),
        differences=_differences(event.accounts, labels),
        sources=tuple(sources.values()),
        joins=tuple(_join(j, labels) for j in event.joins),
        actors=contents.names("actors", event.actors),
        places=contents.names("places", event.places),
        topics=contents.names("topics", event.topics),
        previous=before,
        next=after,
    )


def day_of_instant(instant: str) -> str:
    """The day of an ISO 8601 instant in words, or nothing where it is none."""
    try:
        read: date = datetime.fromisoformat(instant)
    except ValueError:
        return ""
    return f"{read.day} {month_words(read.month)} {read.year}"


def _neighbours(event: Event, contents: Contents) -> tuple[CardView | None, CardView | None]:
    at = contents.position[event.id]
    before = contents.events[at - 1] if at else None
    after = contents.events[at + 1] if at + 1 < len(contents.events) else None
    return (before and contents.cards[before.id]) or None, (after and contents.cards[after.id]) or None


def _numbered(event: Event) -> dict[str, SourceView]:
    """The event's sources by key, numbered from 1 in the order in which its sentences and notes cite them."""
    found: dict[str, Citation] = {}
    for citation in every_citation(event):
        found.setdefault(citation_key(citation), citation)
    return {key: source(citation, n) for n, (key, citation) in enumerate(found.items(), start=1)}


def _quotes(event: Event, contents: Contents, sources: dict[str, SourceView]) -> tuple[QuoteView, ...]:
    return tuple(
        _quote(statement, number, contents, sources)
        for number, statement in enumerate(ordered_statements(event), start=1)
    )


def _quote(statement: Statement, number: int, contents: Contents, sources: dict[str, SourceView]) -> QuoteView:
    article = contents.article_by_id.get(statement.article)
    anchor = f"{contents.addresses.articles[article.id]}#{statement_anchor(statement)}" if article else ""
    return QuoteView(
        number=number,
        anchor=f"q-{number}",
        text=clean(statement.text),
        language=article.language if article else "",
        modality=MODALITY[statement.modality],
        dating=_dating(statement),
        outlet=clean((article.publisher or host(article.url)) if article else ""),
        when=date_words(article.published) if article and article.published else "",
        article=Link(text=clean(article.title) if article else statement.at.path, url=anchor),
        line=statement.at.line,
        original=web(article.url) if article else "",
        sources=tuple(sources[citation_key(c)] for c in statement.citations),
    )


def _dating(statement: Statement) -> str:
    """“Four days later” read as 12 May 2019, counted from 8 May 2019: said only where something was not said."""
    mention = statement.mention
    if not mention or not statement.time or not (mention.anchor or mention.implied):
        return ""
    read = f"“{clean(' '.join(mention.text.split()))}” read as {date_words(statement.time)}"
    return f"{read}, counted from {edtf_words(mention.anchor)}" if mention.anchor else read


def _notes(
    event: Event, contents: Contents, sources: dict[str, SourceView], missing: list[str]
) -> tuple[NoteView, ...]:
    resolve = contents.resolver(root_of(contents.addresses.events[event.id]), missing)
    return tuple(
        NoteView(
            anchor=f"n-{number}",
            title="" if same_words(note.title, event.title) else clean(note.title),
            summary="" if same_words(note.summary, event.summary) else clean(note.summary),
            body=Markup(markdown_html(note.body, prefix=f"n{number}", resolve=resolve)),  # noqa: S704 (sanitised as its last step)
            status=CERTAINTY[note.status][0] if note.status else "",
            added=day_of_instant(note.added),
            sources=tuple(sources[citation_key(c)] for c in note.citations),
        )
        for number, note in enumerate(ordered_notes(event), start=1)
    )


def _labels(event: Event) -> dict[str, Link]:
    """How members are spoken of on the page: by the number of the quote, or as the editors' note."""
    quotes = {s.id: (f"quote {n}", f"#q-{n}") for n, s in enumerate(ordered_statements(event), start=1)}
    several = len(event.notes) > 1
    notes = {
        note.id: (f"editors’ note {n}" if several else "editors’ note", f"#n-{n}")
        for n, note in enumerate(ordered_notes(event), start=1)
    }
    return {key: Link(text=text, url=url) for key, (text, url) in (notes | quotes).items()}


def _differences(accounts: Iterable[Account], labels: dict[str, Link]) -> tuple[DifferenceView, ...]:
    ordered = sorted(accounts, key=lambda a: (a.about, not a.leads, a.says))
    return tuple(
        DifferenceView(about=clean(about), accounts=tuple(_account(a, labels) for a in group))
        for about, group in groupby(ordered, key=lambda a: a.about)
    )


def _account(account: Account, labels: dict[str, Link]) -> AccountView:
    told_by = tuple(labels[m] for m in labels if m in account.members)
    return AccountView(says=clean(edtf_words(account.says)), leads=account.leads, told_by=told_by)


def _join(join: Join, labels: dict[str, Link]) -> JoinView:
    unknown = Link(text="another report", url="")
    return JoinView(
        member=labels.get(join.member, unknown), onto=labels.get(join.onto, unknown), because=clean(join.because)
    )
