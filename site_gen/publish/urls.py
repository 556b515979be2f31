"""Where everything in the site lives: slugs, addresses, fragments, and which links may leave."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

from site_gen.model import Event, Timeline
from site_gen.slugs import slug

# An event's id is a date and a slug of 60 characters.
LONGEST_ID = 80
SCHEMES = frozenset({"http", "https", "mailto"})
KINDS = ("actors", "places", "topics")
# Folders and pages of our own; a standing page may not take their place.
RESERVED = frozenset({"articles", "assets", "desk", "events", "index", "404", *KINDS})

_FRAGMENT_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
# Everything that XML 1.0 (2.2) forbids, and the C1 controls that HTML forbids: they pass autoescape and break feeds.
# With them the two overrides of writing direction, whose only use in prose is to make “gnp.exe” read as “exe.png”.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Site-relative URLs (`events/x/`) by id or name, and the notes' ids as other names of their events."""

    events: dict[str, str]
    articles: dict[str, str]
    actors: dict[str, str]
    places: dict[str, str]
    topics: dict[str, str]
    pages: dict[str, str]
    aliases: dict[str, str]

    def of_kind(self, kind: str) -> dict[str, str]:
        """Names to URLs of `actors`, `places` or `topics`."""
        return {"actors": self.actors, "places": self.places, "topics": self.topics}[kind]

    def all(self) -> frozenset[str]:
        """Every URL a text may link to."""
        folders = (self.events, self.articles, self.actors, self.places, self.topics, self.pages)
        return frozenset({"", "articles/", *(f"{k}/" for k in KINDS)}).union(*(f.values() for f in folders))


def addresses(timeline: Timeline) -> Addresses:
    """Addresses of everything that gets a page."""
    events = _folder("events/", (e.id for e in timeline.events))
    return Addresses(
        events=events,
        articles=_folder("articles/", (a.id for a in timeline.articles)),
        actors=_folder("actors/", _names(timeline.events, "actors")),
        places=_folder("places/", _names(timeline.events, "places")),
        topics=_folder("topics/", _names(timeline.events, "topics")),
        pages=_folder("", (p.id for p in timeline.pages)),
        aliases={f"events/{slug(n.id, longest=LONGEST_ID)}/": events[e.id] for e in timeline.events for n in e.notes},
    )


def fragment(prefix: str, text: str) -> str:
    """An id for use after `#`, such as `s-` and the id of a statement."""
    return f"{prefix}-{text if _FRAGMENT_SAFE.fullmatch(text) else _hashed(slug(text), text)}"


def output_path(url: str) -> str:
    """The file behind a site-relative URL."""
    return f"{url}index.html" if not url or url.endswith("/") else url


def root_of(url: str) -> str:
    """The way from a page back to the root of the site."""
    return "../" * url.count("/") or "./"


def web(url: str) -> str:
    """The URL if it is http, https or mailto and whole; otherwise nothing."""
    url = url.strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    whole = bool(parts.netloc) or (parts.scheme == "mailto" and bool(parts.path))
    return url if parts.scheme in SCHEMES and whole and not re.search(r"[\s\x00-\x1f]", url) else ""


def host(url: str) -> str:
    """The host of a URL as readers know it, without `www.`."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if web(url) else ""


def clean(text: str) -> str:
    """The text without characters that XML and HTML forbid, or that turn letters around."""
    return _FORBIDDEN.sub("", text)


def digest(content: bytes) -> str:
    """Ten hexadecimal digits that change with the content."""
    return sha256(content).hexdigest()[:10]


def _names(events: Iterable[Event], kind: str) -> set[str]:
    return {name for e in events for name in getattr(e, kind)}


def _folder(prefix: str, keys: Iterable[str]) -> dict[str, str]:
    """Key to URL; of two keys with one slug the first in order keeps it, the other gets a hash."""
    taken: set[str] = set()
    urls = {}
    for key in sorted(set(keys)):
        plain = slug(key, longest=LONGEST_ID)
        name = plain if plain not in taken else _hashed(plain, key)
        taken.add(name)
        urls[key] = f"{prefix}{name}/"
    return urls


def _hashed(name: str, text: str) -> str:
    return f"{name[: LONGEST_ID - 11].strip('-')}-{digest(text.encode('utf-8', 'surrogatepass'))}"
