"""Where what is known of an article stands: in its front matter, in its page, or in its text alone."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from site_gen.dates import TimeValue
from site_gen.model import Article
from site_gen.read.credits import credits_of
from site_gen.read.datelines import Dateline, dateline

FRONT_MATTER, DATELINE, TEXT = "front matter", "dateline", "text"
_FIELDS = ("title", "published", "modified", "publisher", "author", "url", "language", "license")


def by_front_matter(keys: Iterable[str]) -> dict[str, str]:
    """Field to where it stands, for the keys of a header that were read."""
    return dict.fromkeys((key for key in keys if key in _FIELDS), FRONT_MATTER)


def attributed(made: Article, stated_by: Mapping[str, str]) -> tuple[Article, tuple[tuple[int, str, str], ...]]:
    """The article with what its text alone states: the day of its dateline, if nothing above it has one, and credits.

    `stated_by` says where the fields stand that are known already. Beside the article: offset, sentence and hint of
    each warning; a dateline that contradicts the date of publication is one.
    """
    start = made.title_span[1] if made.title_span else 0
    found = dateline(made.text, start)
    said = dict(stated_by)
    if made.title_span or made.title:
        said.setdefault("title", TEXT)
    published = made.published
    if found and not published:
        published, said["published"] = found.day, DATELINE
    known = replace(
        made, published=published, origins=credits_of(made.text, start), stated_by=tuple(sorted(said.items()))
    )
    doubt = _disagreement(made.published, found, said.get("published", FRONT_MATTER)) if found else None
    return known, (doubt,) if doubt else ()


def _disagreement(published: TimeValue | None, found: Dateline, where: str) -> tuple[int, str, str] | None:
    """A month that holds the dateline's day agrees with it; so does the stamp of a page put up on the day after."""
    if published is None or (published.start <= found.day.start and found.day.end <= published.end):
        return None
    if where != FRONT_MATTER and published.start == found.day.end:
        return None
    said = f"the dateline says {found.day.edtf}, {where} says {published.edtf}; {published.edtf} is used"
    return found.start, said, "see which of the two is the day of publication, and state it in the front matter"
