"""What a saved page says of itself: title, publisher, dates …, each with where in the page it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from site_gen.config import LANGUAGE, is_address
from site_gen.read.html_tree import Block, Page, ancestors
from site_gen.read.linked_data import Thing, articles, text_of
from site_gen.read.page_dates import BYLINE, JSON_LD, META, Day, day_of, modified_days, published_days

HEADING, TITLE, LINK, SAVED, HTML = "heading", "title", "link", "saved-from comment", "html"
_AUTHORS = "author article:author parsely-author sailthru.author byl dc.creator dcterms.creator citation_author".split()
_SITES = "og:site_name dc.publisher citation_journal_title".split()
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(?P<url>\S+)|\burl: (?P<single>https?://\S+)")
_SEPARATOR = re.compile(r"\s+(?:[|·•»«:–—-]|::|\|\|)\s+")
_BY = re.compile(r"(?:written |posted |story )?by:?\s+", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")
_LONGEST_BYLINE = 160
_TOP = 3_000
_SHORTEST_TITLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a page states, and where."""

    value: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageMetadata:
    """What a page says of itself; None where it says nothing.

    `published` holds every place that states when it was published, the most trusted first; `headings` are the words
    that the page has for its title, so that they are not taken for text.
    """

    title: Stated | None
    publisher: Stated | None
    author: Stated | None
    url: Stated | None
    language: Stated | None
    region: Stated | None
    published: tuple[Day, ...]
    modified: Day | None
    headings: tuple[str, ...]


def metadata(page: Page, text: str) -> PageMetadata:
    """What the page says of itself; `text` is its file's, for the comment that a browser leaves when it saves."""
    meta = _meta(page.root)
    heading = _heading(page, meta)
    thing = _main(articles(page.linked_data), heading.text if heading else "", meta)
    sites = list(_sites(thing, meta))
    title = next(_titles(page, thing, meta, heading, sites), None)
    return PageMetadata(
        title=title,
        publisher=sites[0] if sites else None,
        author=next(_authors(thing, meta, page), None),
        url=next(_urls(page, meta, text), None),
        language=next(_languages(page, meta), None),
        region=next(_regions(page, meta), None),
        published=tuple(published_days(page, thing, meta, heading)),
        modified=next(modified_days(thing, meta), None),
        headings=tuple({h.text for h in (heading,) if h} | ({title.value} if title else set())),
    )


def _meta(root: HtmlElement) -> dict[str, str]:
    """Content of the meta elements by name, property or itemprop in small letters; the first counts."""
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        content = " ".join(element.get("content", "").split())
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute, "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _heading(page: Page, meta: dict[str, str]) -> Block | None:
    """The `<h1>` that the page's own title repeats, or the only one."""
    first = [block for block in page.blocks if block.element.tag == "h1" or _is_headline(block)]
    known = [_key(page.root.findtext("head/title") or ""), _key(meta.get("og:title", ""))]
    fitting = [
        block
        for block in first
        if any(_key(block.text) in title for title in known if len(_key(block.text)) >= _SHORTEST_TITLE)
    ]
    site = {_key(unescape(meta.get("og:site_name", "")))}
    only = [block for block in first if block.element.tag == "h1" and " " in block.text]
    fitting, only = ([block for block in found if _key(block.text) not in site] for found in (fitting, only))
    return next(iter(fitting), only[0] if len(only) == 1 else None)


def _is_headline(block: Block) -> bool:
    return any(e.tag == "h1" or e.get("itemprop") == "headline" for e in list(ancestors(block.element))[:3])


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _main(things: list[Thing], heading: str, meta: dict[str, str]) -> Thing:
    """The object that describes this page's article: the only one, or the one that has its headline."""
    dated = [thing for thing in things if thing.get("datePublished") or thing.get("headline")]
    if len(dated) == 1:
        return dated[0]
    wanted = {_key(heading), _key(meta.get("og:title", ""))} - {""}
    named = [thing for thing in dated if _key(unescape(text_of(thing.get("headline")))) in wanted]
    if named:
        return named[0]
    days = {day_of(text_of(thing.get("datePublished"))) for thing in dated}
    return dated[0] if len(days) == 1 else {}


def _titles(
    page: Page, thing: Thing, meta: dict[str, str], heading: Block | None, sites: list[Stated]
) -> Iterator[Stated]:
    if heading:
        yield Stated(value=heading.text, by=HEADING)
    names = [site.value for site in sites]
    own = page.root.findtext("head/title") or ""
    for value, by in (
        (unescape(text_of(thing.get("headline"))), JSON_LD),
        (unescape(meta.get("og:title", "")), META),
        (own, TITLE),
    ):
        cleaned = _without_site(" ".join(value.split()), names)
        if cleaned:
            yield Stated(value=cleaned, by=by)


def _without_site(title: str, names: Iterable[str]) -> str:
    """The title without the names of the site after (or before) it, with a stroke or dash between them."""
    parts = _SEPARATOR.split(title)
    known = {_key(name) for name in names}
    if len(parts) > 1 and _key(parts[-1]) in known:
        return title[: title.rindex(parts[-1])].rstrip(" |·•»«:–—-")
    if len(parts) > 1 and _key(parts[0]) in known:
        return title[len(parts[0]) :].lstrip(" |·•»«:–—-")
    return title


def _sites(thing: Thing, meta: dict[str, str]) -> Iterator[Stated]:
    name = unescape(text_of(thing.get("publisher")))
    if name and not name.startswith("http"):
        yield Stated(value=name, by=JSON_LD)
    for key in _SITES:
        value = unescape(meta.get(key, "")).lstrip("@")
        if value and not value.startswith("http"):
            yield Stated(value=value, by=META)


def _authors(thing: Thing, meta: dict[str, str], page: Page) -> Iterator[Stated]:
    for value, by in ((text_of(thing.get("author")), JSON_LD), *((meta.get(key, ""), META) for key in _AUTHORS)):
        name = _BY.sub("", unescape(value), count=1).strip()
        if name and not name.startswith(("http", "/")) and len(name) < _LONGEST_BYLINE:
            yield Stated(value=name, by=by)
    for block in page.blocks:
        if any(e.get("rel") == "author" or e.get("itemprop") == "author" for e in _around(block)):
            yield Stated(value=_BY.sub("", block.text, count=1)[:_LONGEST_BYLINE], by=BYLINE)


def _around(block: Block) -> Iterator[HtmlElement]:
    for run in block.runs:
        yield from list(ancestors(run.element))[:3]


def _urls(page: Page, meta: dict[str, str], text: str) -> Iterator[Stated]:
    links = [
        link.get("href", "") for link in page.root.iter("link") if "canonical" in link.get("rel", "").lower().split()
    ]
    saved = _SAVED_FROM.search(text[:_TOP])
    comment = (saved["url"] or saved["single"]) if saved else ""
    for url, by in (*((link, LINK) for link in links), (meta.get("og:url", ""), META), (comment, SAVED)):
        stripped = url.strip()
        if stripped.startswith("http") and is_address(stripped) and urlsplit(stripped).path.strip("/"):
            yield Stated(value=stripped, by=by)


def _languages(page: Page, meta: dict[str, str]) -> Iterator[Stated]:
    for value, by in ((page.root.get("lang", ""), HTML), *((meta.get(k, ""), META) for k in ("og:locale", "language"))):
        tag = value.strip().replace("_", "-")
        if re.fullmatch(LANGUAGE, tag):
            yield Stated(value=tag, by=by)


def _regions(page: Page, meta: dict[str, str]) -> Iterator[Stated]:
    for value, by in (
        (meta.get("geo.region", ""), META),
        (meta.get("og:locale", ""), META),
        (page.root.get("lang", ""), HTML),
    ):
        found = re.fullmatch(r"(?:[A-Za-z]{2,3}[-_])?(?P<region>[A-Z]{2})(?:-\w+)?", value.strip())
        if found:
            yield Stated(value=found["region"], by=by)
