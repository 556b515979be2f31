"""What programs read: the Atom feed, events.json and the sitemap."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from site_gen.dates import Granularity, TimeValue
from site_gen.merge.origins import as_citation
from site_gen.model import Account, Article, Citation, Event, Statement
from site_gen.publish.contents import Contents, ordered_statements
from site_gen.publish.list_views import FeedEntryView, FeedView
from site_gen.publish.urls import clean, web

LONGEST_FEED = 50


def feed_view(contents: Contents) -> FeedView:
    """The events whose latest change is stated somewhere, newest first; no other time is made up."""
    dated = [(updated(e, contents), n, e) for n, e in enumerate(contents.events)]
    newest = sorted((d for d in dated if d[0]), key=lambda d: d[:2], reverse=True)[:LONGEST_FEED]
    return FeedView(
        updated=newest[0][0] if newest else "",
        entries=tuple(_entry(contents, event, instant) for instant, _, event in newest),
    )


def updated(event: Event, contents: Contents) -> str:
    """The newest instant (RFC 3339, UTC) at which an article or note behind the event was published or changed."""
    articles = (contents.article_by_id.get(s.article) for s in event.statements)
    stated = [*(article_updated(a) for a in articles if a), *(_instant(n.added) for n in event.notes)]
    return max(stated, default="")


def article_updated(article: Article) -> str:
    """The newest of an article's exact days as an instant, or nothing; a month is not a day."""
    return max(_midnight(article.published), _midnight(article.modified))


def events_json(contents: Contents) -> bytes:
    """All events with their provenance, as UTF-8 JSON."""
    records = [event_record(e, contents) for e in contents.events]
    return (json.dumps({"events": records}, ensure_ascii=False, indent=1) + "\n").encode()


def event_record(event: Event, contents: Contents) -> dict[str, Any]:
    """An event with its provenance as JSON values; `url` is relative to the root of the site, dates are EDTF."""
    return {
        "id": clean(event.id),
        "url": contents.addresses.events[event.id],
        "date": event.time.edtf,
        "title": clean(event.title),
        "summary": clean(event.summary),
        "certainty": event.certainty.value,
        "reason": clean(event.reason),
        "key": event.key,
        "origins": event.origins,
        "actors": _cleaned(event.actors),
        "places": _cleaned(event.places),
        "topics": _cleaned(event.topics),
        "statements": [_statement_record(s, contents) for s in ordered_statements(event)],
        "sources": _citation_records(event.citations),
        "accounts": [_account_record(a) for a in event.accounts],
    }


def _entry(contents: Contents, event: Event, instant: str) -> FeedEntryView:
    card = contents.cards[event.id]
    return FeedEntryView(
        url=card.url,
        title=card.title,
        when=card.when.words,
        certainty=card.certainty.word,
        summary=card.summary,
        updated=instant,
    )


def _midnight(time: TimeValue | None) -> str:
    exact = time is not None and time.granularity is Granularity.DAY and not time.qualifier
    return f"{time.start.isoformat()}T00:00:00Z" if time and exact else ""


def _instant(text: str) -> str:
    try:
        read = datetime.fromisoformat(text)
        stated = read if read.tzinfo else read.replace(tzinfo=UTC)
        return stated.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except (ValueError, OverflowError):
        return ""


def _statement_record(statement: Statement, contents: Contents) -> dict[str, Any]:
    """A statement; its sources are the article itself where it is somebody else's, then its footnotes."""
    article = contents.article_by_id.get(statement.article)
    own = as_citation(article) if article else ()
    return {
        "article": clean(statement.article),
        "line": statement.at.line,
        "text": clean(statement.text),
        "date": statement.time.edtf if statement.time else None,
        "modality": statement.modality.value,
        "sources": _citation_records((*own, *statement.citations)),
    }


def _citation_records(citations: Iterable[Citation]) -> list[dict[str, Any]]:
    return [
        {
            "url": web(clean(c.url)),
            "title": clean(c.title),
            "publisher": clean(c.publisher),
            "published": c.published.edtf if c.published else None,
        }
        for c in citations
    ]


def _account_record(account: Account) -> dict[str, Any]:
    return {
        "about": clean(account.about),
        "says": clean(account.says),
        "members": _cleaned(account.members),
        "leads": account.leads,
    }


def _cleaned(texts: Iterable[str]) -> list[str]:
    return [clean(t) for t in texts]
