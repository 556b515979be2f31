"""Linked data of a page: the objects of its JSON-LD that describe an article (JSON-LD 1.1, schema.org)."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

_ARTICLES = re.compile(r"(?:[A-Z]\w*)?(?:Article|Posting|Report|Review|LiveBlog)\b|CreativeWork")
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*;?\s*$"
)
_MOST_CHARS = 500_000

Thing = dict[str, Any]


def articles(scripts: Iterable[str]) -> list[Thing]:
    """The article objects at the top of the scripts or of their `@graph`; those inside other objects are not meant."""
    return [thing for script in scripts for thing in _things(script) if _ARTICLES.search(_type(thing))]


def _things(script: str) -> Iterator[Thing]:
    if len(script) > _MOST_CHARS:
        return
    try:
        parsed = json.loads(_WRAPPING.sub("", script), strict=False)
    except (ValueError, RecursionError):
        return
    for thing in parsed if isinstance(parsed, list) else [parsed]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (each for each in (graph if isinstance(graph, list) else []) if isinstance(each, dict))


def _type(thing: Thing) -> str:
    kind = thing.get("@type")
    return " ".join(map(str, kind)) if isinstance(kind, list) else str(kind or "")


def text_of(value: object) -> str:
    """A value as text: its own, its `name`, `@id` or `url`, or those of its items with commas between them."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(filter(None, map(text_of, value[:20]))))
    if isinstance(value, dict):
        return next((found for key in ("name", "@id", "url") if (found := text_of(value.get(key)))), "")
    return " ".join(value.split()) if isinstance(value, str) else ""
