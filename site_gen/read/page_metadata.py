"""What a saved page says of itself: title, publisher, dates …, each with where in the page it stands."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from site_gen.config import LANGUAGE, is_address
from site_gen.dates import Granularity, NoSuchDateError, NotEdtfError, TimeValue
from site_gen.read.html_tree import Block, Page, ancestors
from site_gen.read.linked_data import Thing, articles, text_of
from site_gen.read.schema import stated_date
from site_gen.timex import find

JSON_LD, META, TIME, BYLINE, HEADING, TITLE, LINK, SAVED, HTML = (
    *("JSON-LD", "meta", "time", "byline", "heading", "title", "link", "saved-from comment", "html"),
)
_PUBLISHED = (
    "article:published_time article:published datepublished og:published_time og:pubdate dc.date.issued dcterms.issued "
    "dcterms.created dc.date.created article_date_original citation_date dcsext.articlefirstpublished sailthru.date "
    "cxenseparse:recs:publishtime displaydate dc.date dcterms.date"
).split()
_PUBLISHED_NAME = re.compile(
    r"(?:^|.*[.:_-])(?:post|pub|publish|published|publication|originalpublication|release)[._-]?(?:date|time|at|on)"
)
_MODIFIED = (
    "article:modified_time article:modified og:updated_time datemodified dcterms.modified dc.date.modified"
).split()
_AUTHORS = "author article:author parsely-author sailthru.author byl dc.creator dcterms.creator citation_author".split()
_SITES = "og:site_name dc.publisher citation_journal_title".split()
_DAY_FIRST = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)
_BASIC = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?", re.ASCII)
_SLASHED = re.compile(r"(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)(?:[T ].*)?", re.ASCII)
_RFC = re.compile(r"(?:\w{3},? )?(?P<words>\d{1,2} \w{3,9} \d{4}|\w{3,9}\.? \d{1,2}, \d{4})\b.{0,40}", re.ASCII)
_UNIVERSAL = re.compile(r"\d(?:Z|\s?\+00:?00|\s?(?:GMT|UTC))\s*$|^[\d/-]+[T ][\d:.]+$", re.ASCII)
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(?P<url>\S+)|\burl: (?P<single>https?://\S+)")
_SEPARATOR = re.compile(r"\s+(?:[|·•»«:–—-]|::|\|\|)\s+")
_BY = re.compile(r"(?:written |posted |story )?by:?\s+", re.IGNORECASE)
_PUBLISHED_WORDS = re.compile(r"publi|posted|issued|entry-date|created", re.IGNORECASE)
_MODIFIED_WORDS = re.compile(r"updat|modif|edit", re.IGNORECASE)
_ANYTHING = re.compile(r".*", re.DOTALL)
# What may stand before the day of a byline; a caption (“A ship leaves Miami on Aug. 31, 2019”) has other words there.
_BEFORE_A_DAY = re.compile(
    r"\W*(?:(?:(?:written|posted|story)\s)?by\b.{1,80}|(?:first\s)?(?:publi\w+|posted|veröffentlicht|issued|date)\b.{0,30})?",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[\W_]+")
_LONGEST_BYLINE = 160
_BLOCKS_BELOW_TITLE = 14
_TOP = 3_000
_SHORTEST_TITLE = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """What a page states, and where."""

    value: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that a page states, and where; `universal` if it may be that of Greenwich rather than of the place."""

    day: TimeValue
    by: str
    universal: bool = False


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
        published=tuple(_published(page, thing, meta, heading)),
        modified=next(_modified(thing, meta), None),
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


def _published(page: Page, thing: Thing, meta: dict[str, str], heading: Block | None) -> Iterator[Day]:
    yield from _days([text_of(thing.get("datePublished"))], JSON_LD)
    yield from _days((meta[key] for key in _PUBLISHED if key in meta), META)
    yield from _days((meta[key] for key in sorted(meta) if _PUBLISHED_NAME.fullmatch(key)), META)
    yield from _one(_times(page, heading), TIME)
    yield from _one(_bylines(page, heading), BYLINE)


def _modified(thing: Thing, meta: dict[str, str]) -> Iterator[Day]:
    yield from _days([text_of(thing.get("dateModified"))], JSON_LD)
    yield from _days((meta[key] for key in _MODIFIED if key in meta), META)


def _days(values: Iterable[str], by: str) -> Iterator[Day]:
    for value in values:
        day = day_of(value)
        if day:
            yield Day(day=day, by=by, universal=bool(_UNIVERSAL.search(value)))


def _one(days: Iterable[TimeValue], by: str) -> Iterator[Day]:
    """The day, if there is but one: where two stand side by side, nothing tells which is meant."""
    distinct = list(dict.fromkeys(days))
    if len(distinct) == 1:
        yield Day(day=distinct[0], by=by)


def chosen(days: Iterable[Day]) -> Day | None:
    """The first; but the day of the place before that of Greenwich, where the two are neighbours."""
    known = list(days)
    if not known or not known[0].universal:
        return known[0] if known else None
    local = [day for day in known if not day.universal and are_neighbours(day, known[0])]
    return next((day for day in local if day.by == BYLINE), local[0] if local else known[0])


def are_neighbours(one: Day, other: Day) -> bool:
    """Whether two days may be one instant, seen from two places."""
    return abs((one.day.start - other.day.start).days) <= 1


def day_of(value: str) -> TimeValue | None:
    """The day of a machine's or a person's date; None where it is less than a day, or can be read in two ways."""
    text = " ".join(value.split())
    for pattern in (_DAY_FIRST, _BASIC, _SLASHED, _RFC):
        found = pattern.fullmatch(text)
        if found:
            parts = found.groupdict()
            text = parts.get("day") or parts.get("words") or "{y}-{m}-{d}".format(**parts)
            break
    try:
        day = stated_date(text) if len(text) < _LONGEST_BYLINE else None
    except (NotEdtfError, NoSuchDateError):
        return None
    return day if day and day.granularity is Granularity.DAY and day.start.year > _FIRST_YEAR else None


# What systems write that know no date: the zero of their clocks.
_FIRST_YEAR = 1970


def _times(page: Page, heading: Block | None) -> Iterator[TimeValue]:
    """Days of the `<time>` elements near the title, or marked as the day of publication."""
    near = {id(run.element) for block in _below(page, heading) for run in block.runs}
    for element in page.root.iter("time"):
        words = (
            f"{element.get('class', '')} {element.get('itemprop', '')} {'published' * ('pubdate' in element.attrib)}"
        )
        around = words + (element.getparent().get("class", "") if element.getparent() is not None else "")
        inside = id(element) in near or any(id(child) in near for child in element.iter())
        marked = element.get("itemprop", "").lower() == "datepublished"
        if (inside or marked) and (not _MODIFIED_WORDS.search(around) or _PUBLISHED_WORDS.search(words)):
            day = day_of(element.get("datetime", "")) or _said(page, element)
            if day:
                yield day


def _said(page: Page, element: HtmlElement) -> TimeValue | None:
    words = " ".join(run.text for run in page.runs if run.element is element)
    return _only_day(words)


def _bylines(page: Page, heading: Block | None) -> Iterator[TimeValue]:
    """Days in the short lines between title and text, but for those of an update."""
    for block in _below(page, heading):
        words = block.text
        if len(words) < _LONGEST_BYLINE and not _MODIFIED_WORDS.search(words):
            day = _only_day(words, _BEFORE_A_DAY)
            if day:
                yield day


def _below(page: Page, heading: Block | None) -> list[Block]:
    """The blocks below the title, up to the first that is long enough to be text."""
    if heading is None:
        return []
    at = next(number for number, block in enumerate(page.blocks) if block is heading)
    below: list[Block] = []
    for block in page.blocks[at + 1 : at + 1 + _BLOCKS_BELOW_TITLE]:
        if len(block.text) > _LONGEST_BYLINE:
            break
        below.append(block)
    return below


def _only_day(words: str, before: re.Pattern[str] = _ANYTHING) -> TimeValue | None:
    """The one day that the words state with its year, if nothing else than `before` stands above it."""
    said = [
        (m.time, m.start)
        for m in find(words, None)
        if m.time and not m.implied and m.time.granularity is Granularity.DAY
    ]
    if len({day for day, _ in said}) != 1 or not before.fullmatch(words[: said[0][1]]):
        return None
    return said[0][0]
