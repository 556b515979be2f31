"""Who stands behind a report: the independent outlets, copies of one agency's story counted once."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from site_gen.model import Article, Citation
from site_gen.read.credits import AGENCIES

_BRACKETS = re.compile(r"\(([^()]+)\)")
# The Associated Press of Pakistan is another agency.
_NAME = re.compile(r"\b((?i:associated press)(?! of)|(?i:agence france-presse)|AP|Reuters|AFP)\b")
# Registries below which names are given out (a subset of the Public Suffix List, publicsuffix.org): “bbc.co.uk”.
_SECOND_LEVEL = frozenset(["co", "com", "org", "net", "gov", "ac", "edu", "or", "ne", "go"])
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


def outlets(citations: Iterable[Citation]) -> tuple[str, ...]:
    """The independent origins among citations, sorted by name; a name and the site it is known by are one.

    A publication that passes on another's report counts as that other.
    """
    named: dict[str, str] = {}
    hosts: dict[str, str] = {}
    for citation in sorted(citations):
        host = domain(citation.url)
        passed_on = citation.origin or agency(citation.publisher)
        name = passed_on or publisher(citation.publisher) or hosts.get(host, "") or host
        if name and not passed_on and host:
            name = hosts.setdefault(host, name)
        if name:
            named.setdefault(name.casefold(), name)
    return tuple(named[key] for key in sorted(named))


def agency(name: str) -> str:
    """The news agency that a publisher's name gives as its source: “daily8 (AP)” is AP; empty when none."""
    for inside in _BRACKETS.findall(name):
        for part in re.split(r"[,/;]| via ", inside):
            if found := AGENCIES.get(_ARTICLE.sub("", part.strip()).casefold()):
                return found
    whole = _NAME.search(name)
    return AGENCIES[whole[1].casefold()] if whole else ""


def publisher(name: str) -> str:
    """A publisher's name without its brackets and its article."""
    return _ARTICLE.sub("", _BRACKETS.sub("", name)).strip()


def domain(url: str) -> str:
    """The registrable domain of a URL: `edition.cnn.com` is `cnn.com`; empty when there is no host."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    parts = host.removeprefix("www.").split(".")
    keep = 3 if len(parts) > 2 and parts[-2] in _SECOND_LEVEL and len(parts[-1]) == 2 else 2  # noqa: PLR2004 (co.uk)
    return ".".join(parts[-keep:])


def citation_key(citation: Citation) -> str:
    """What makes two citations the same publication: the URL, or without one the publisher and title."""
    return citation.url or f"{citation.publisher}\n{citation.title}"


def as_citation(article: Article) -> tuple[Citation, ...]:
    """The article itself as a publication that can be cited; nothing for our own writing, which has no URL."""
    if not article.url:
        return ()
    own = Citation(
        url=article.url,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        origin=article.origins[0] if article.origins else "",
    )
    return (own,)
