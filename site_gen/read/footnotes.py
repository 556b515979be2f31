"""Footnotes of an article: the publications that its sentences rest on."""

import re
from collections.abc import Iterator

from site_gen.config import is_address
from site_gen.dates import NoSuchDateError, NotEdtfError, TimeValue
from site_gen.model import Citation, Footnote
from site_gen.read.markup import FOOTNOTE, FOOTNOTE_DEFINITION, blank_code
from site_gen.read.schema import stated_date

_NO_OUTLETS = {"see", "see also", "cf", "source", "sources", "at", "via", "and"}
_LINK = re.compile(
    r"\[(?P<title>[^\[\]]+)\]\((?P<url>(?:[^()\s]++|\([^()\s]*+\))++)[^()]*\)|<?(?P<bare>https?://[^\s<>]+)>?"
)


def footnotes(body: str) -> tuple[tuple[Footnote, ...], tuple[tuple[int, str], ...]]:
    """References in order of their offsets; beside them the offset and label of each that nothing defines."""
    shown = blank_code(body)
    definitions = list(FOOTNOTE_DEFINITION.finditer(shown))
    heads = {found.start("label") - 2 for found in definitions}
    defined = {found["label"]: found["text"] for found in definitions}
    citations = {label: tuple(_citations(text)) for label, text in defined.items()}
    references = [(found.start(), found["label"]) for found in FOOTNOTE.finditer(shown) if found.start() not in heads]
    known = tuple(
        Footnote(offset=at, label=label, citations=citations[label]) for at, label in references if label in defined
    )
    return known, tuple((at, label) for at, label in references if label not in defined)


def _citations(text: str) -> Iterator[Citation]:
    """`Publisher: [Title](url), date; Publisher: …`: what stands before a link names its outlet, after it the date."""
    links = list(_LINK.finditer(text))
    for number, link in enumerate(links):
        before = text[links[number - 1].end() if number else 0 : link.start()]
        after = text[link.end() : links[number + 1].start() if number + 1 < len(links) else len(text)]
        url = link["url"] or _without_stops(link["bare"])
        if is_address(url):
            yield Citation(
                url=url,
                title=" ".join((link["title"] or "").split()),
                publisher=_outlet(before if not number else before.rpartition(";")[2]),
                published=_date(after.partition(";")[0]),
            )


def _without_stops(url: str) -> str:
    """A bare address without the stops of the sentence around it."""
    stripped = url.rstrip(".,;:!?'\"”’")
    return stripped if "(" in stripped else stripped.rstrip(")").rstrip(".,;")


def _outlet(text: str) -> str:
    outlet = " ".join(text.split()).strip(" :,(“”\"'")
    return "" if outlet.lower().rstrip(".") in _NO_OUTLETS else outlet


def _date(text: str) -> TimeValue | None:
    stripped = " ".join(text.split()).strip(" ,.()")
    if not any(map(str.isdigit, stripped)):
        return None
    try:
        return stated_date(stripped)
    except (NotEdtfError, NoSuchDateError):
        return None
