"""The page of an article: its text with the sentences that events rest on marked, or those sentences alone."""

from collections.abc import Callable, Sequence

from markupsafe import Markup

from site_gen.model import Article, Event, Statement
from site_gen.publish.contents import Contents, statement_anchor, when
from site_gen.publish.marks import Span, marked_html
from site_gen.publish.prose import markdown_html, plain_html
from site_gen.publish.urls import clean, host, root_of, web
from site_gen.publish.views import ArticleView, Link, UseView
from site_gen.publish.wording import date_words

Use = tuple[Statement, Event]


def article_view(article: Article, contents: Contents, missing: list[str]) -> ArticleView:
    """The finished view of an article; links of our own text that lead nowhere are added to `missing`."""
    uses = contents.uses.get(article.id, ())
    body, marked = _body(article, uses, contents, missing) if article.full_text else ("", frozenset())
    return ArticleView(
        title=clean(article.title),
        publisher=clean(article.publisher) or host(article.url),
        author=clean(article.author),
        published=when(article.published) if article.published else None,
        modified=when(article.modified) if article.modified else None,
        url=web(article.url),
        license=clean(article.license),
        language=article.language,
        body=Markup(body),  # noqa: S704 (marked_html keeps what was made safe before, and escapes what it adds)
        uses=tuple(_use(use, contents, marked) for use in uses),
        full_text=article.full_text,
    )


def without_title(article: Article) -> str:
    """The body with the lines of its title emptied, offsets unchanged: the page has its own heading."""
    if not article.title_span:
        return article.body
    start = article.body.rfind("\n", 0, article.title_span[0]) + 1
    end = _line_end(article.body, article.title_span[1])
    if set(article.body[end : _line_end(article.body, end + 1)].strip()) in ({"="}, {"-"}):
        end = _line_end(article.body, end + 1)
    return article.body[:start] + "\n" * (end - start) + article.body[end:]


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", min(offset, len(text)))
    return len(text) if found < 0 else found


def _body(article: Article, uses: Sequence[Use], contents: Contents, missing: list[str]) -> tuple[str, frozenset[str]]:
    root = root_of(contents.addresses.articles[article.id])
    spans = tuple(_span(statement, event, root, contents) for statement, event in uses)
    return marked_html(without_title(article), spans, _renderer(article, contents, root, missing))


def _renderer(article: Article, contents: Contents, root: str, missing: list[str]) -> Callable[[str], str]:
    if not article.markdown:
        return plain_html
    # Relative links of other people's articles led to pages of theirs; they are dropped without a word.
    resolve = contents.resolver(root, [] if article.url else missing)
    return lambda text: markdown_html(text, prefix="t", resolve=resolve)


def _span(statement: Statement, event: Event, root: str, contents: Contents) -> Span:
    return Span(
        start=statement.start,
        end=statement.end,
        anchor=statement_anchor(statement),
        url=f"{root}{contents.addresses.events[event.id]}",
        label=clean(event.title),
    )


def _use(use: Use, contents: Contents, marked: frozenset[str]) -> UseView:
    statement, event = use
    anchor = statement_anchor(statement)
    return UseView(
        anchor="" if anchor in marked else anchor,
        text=clean(statement.text),
        line=statement.at.line,
        when=date_words(statement.time) if statement.time else "",
        event=Link(text=clean(event.title), url=contents.addresses.events[event.id]),
        marked=f"#{anchor}" if anchor in marked else "",
    )
