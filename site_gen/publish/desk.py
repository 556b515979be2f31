"""The editors' desk of the preview: sentences that could not be dated, and what would resolve each."""

from site_gen.model import Article, Statement
from site_gen.publish.contents import Contents
from site_gen.publish.list_views import DeskView, UndatedView
from site_gen.publish.urls import clean
from site_gen.publish.views import Link

URL = "desk/undated/"


def desk_view(contents: Contents) -> DeskView:
    """The undated statements, file by file."""
    likely = dict(contents.timeline.likely)
    statements = sorted(contents.timeline.undated, key=lambda s: (s.at, s.start, s.id))
    return DeskView(entries=tuple(_entry(s, likely.get(s.id, ""), contents) for s in statements))


def _entry(statement: Statement, likely: str, contents: Contents) -> UndatedView:
    article = contents.article_by_id.get(statement.article)
    event = contents.event_by_id.get(likely)
    return UndatedView(
        place=str(statement.at),
        text=clean(statement.text),
        language=article.language if article else "",
        article=Link(text=clean(article.title), url=contents.addresses.articles[article.id])
        if article
        else Link(text=statement.article, url=""),
        because=clean(statement.undated_because),
        remedy=_remedy(article),
        likely=Link(text=clean(event.title), url=contents.addresses.events[event.id])
        if event
        else Link(text="", url=""),
    )


def _remedy(article: Article | None) -> str:
    if article and not article.published:
        return f"Give {article.path} a line “published: YYYY-MM-DD”, if its day of publication is known."
    return "Write a note with a date that a source states: site-gen new note TITLE."
