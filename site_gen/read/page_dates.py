"""The days of publication and of change that a saved page states."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from site_gen.dates import Granularity, NoSuchDateError, NotEdtfError, TimeValue
from site_gen.read.html_tree import Block, Page
from site_gen.read.linked_data import Thing, text_of
from site_gen.read.schema import stated_date
from site_gen.timex import find

JSON_LD, META, TIME, BYLINE = "JSON-LD", "meta", "time", "byline"
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
_DAY_FIRST = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:[T ].*)?", re.ASCII)
_BASIC = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?:T?\d{4,6}Z?)?", re.ASCII)
_SLASHED = re.compile(r"(?P<y>\d{4})/(?P<m>\d\d)/(?P<d>\d\d)(?:[T ].*)?", re.ASCII)
_RFC = re.compile(r"(?:\w{3},? )?(?P<words>\d{1,2} \w{3,9} \d{4}|\w{3,9}\.? \d{1,2}, \d{4})\b.{0,40}", re.ASCII)
_UNIVERSAL = re.compile(r"\d(?:Z|\s?\+00:?00|\s?(?:GMT|UTC))\s*$", re.ASCII)
_NAIVE = re.compile(r"[\d/-]+[T ][\d:.]+", re.ASCII)
_PUBLISHED_WORDS = re.compile(r"publi|posted|issued|entry-date|created", re.IGNORECASE)
_MODIFIED_WORDS = re.compile(r"updat|modif|edit", re.IGNORECASE)
_ANYTHING = re.compile(r".*", re.DOTALL)
# What may stand before the day of a byline; a caption (“A ship leaves Miami on Aug. 31, 2019”) has other words there.
_BEFORE_A_DAY = re.compile(
    r"\W*(?:(?:(?:written|posted|story)\s)?by\b.{1,80}|(?:first\s)?(?:publi\w+|posted|veröffentlicht|issued|date)\b.{0,30})?",
    re.IGNORECASE,
)
_BLOCKS_BELOW_TITLE = 14
_LONGEST_BYLINE = 160
# What systems write that know no date: the zero of their clocks.
_FIRST_YEAR = 1970


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day that a page states, and where: `universal` as of an instant in UTC, `naive` of a time without a zone."""

    day: TimeValue
    by: str
    universal: bool = False
    naive: bool = False


def published_days(page: Page, thing: Thing, meta: dict[str, str], heading: Block | None) -> Iterator[Day]:
    """Every day of publication that the page states, the most trusted first: for machines, then for readers."""
    yield from _days([text_of(thing.get("datePublished"))], JSON_LD)
    yield from _days((meta[key] for key in _PUBLISHED if key in meta), META)
    yield from _days((meta[key] for key in sorted(meta) if _PUBLISHED_NAME.fullmatch(key)), META)
    yield from _one(_times(page, heading), TIME)
    yield from _one(_bylines(page, heading), BYLINE)


def modified_days(thing: Thing, meta: dict[str, str]) -> Iterator[Day]:
    """The days on which the page says that it was changed."""
    yield from _days([text_of(thing.get("dateModified"))], JSON_LD)
    yield from _days((meta[key] for key in _MODIFIED if key in meta), META)


def _days(values: Iterable[str], by: str) -> Iterator[Day]:
    for value in values:
        day = day_of(value)
        if day:
            yield Day(day=day, by=by, universal=bool(_UNIVERSAL.search(value)), naive=bool(_NAIVE.fullmatch(value)))


def _one(days: Iterable[TimeValue], by: str) -> Iterator[Day]:
    """The day, if there is but one: where two stand side by side, nothing tells which is meant."""
    distinct = list(dict.fromkeys(days))
    if len(distinct) == 1:
        yield Day(day=distinct[0], by=by)


def chosen(days: Iterable[Day]) -> Day | None:
    """The first; but the day of the place before that of Greenwich, where the two are neighbours."""
    known = list(days)
    if not known or not (known[0].universal or known[0].naive):
        return known[0] if known else None
    near = [day for day in known if not day.universal and are_neighbours(day, known[0])]
    placed = [day for day in near if not day.naive]
    local = [day for day in placed if day.by == BYLINE] or placed or (near if known[0].universal else [])
    return local[0] if local else known[0]


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
