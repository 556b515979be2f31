"""JSON Schemas (draft 7, which editors' tools know best) of what editors write."""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from pydantic import AliasChoices, BaseModel, TypeAdapter

from site_gen.config import LANGUAGE, REQUIRED, Site
from site_gen.read.schema import ArticleHeader, NoteHeader, PageHeader

DRAFT = "http://json-schema.org/draft-07/schema#"
_HEADERS: dict[str, type[BaseModel]] = {"article": ArticleHeader, "note": NoteHeader, "page": PageHeader}
_LISTS = {"actors": "actor", "places": "place", "topics": "topic"}
KINDS = (*_HEADERS, "site", *_LISTS)

_NAME = {"type": "string", "pattern": r"\S"}
_NAMES = {"type": "array", "items": _NAME, "uniqueItems": True}
_ADDRESS = {"type": "string", "format": "uri", "pattern": "^https?://"}
_DATE = "EDTF (2025-06-24, 2025-06, 2025-06~, 2025-06-13/2025-06-24) or plain words (24 June 2025)"
_INSTANT = "an instant with its offset: 2026-04-10T09:00:00+00:00"
# What each key of front matter means.
_MEANS = {
    "title": "What it is called; of a note: what happened, in a few words.",
    "published": f"When it was published: {_DATE}.",
    "modified": f"When it was last changed: {_DATE}.",
    "publisher": "Who published it; an agency whose report it is stands behind in brackets: A newspaper (AP).",
    "name": "Another name of “publisher”.",
    "author": "Who wrote it.",
    "url": "Its web address, whole.",
    "archived": "The web address of a copy in an archive.",
    "language": "The language's code, such as en or fa.",
    "license": "The licence of the text.",
    "full_text": "Whether the site shows the whole text, or only the sentences that it uses.",
    "date": f"When it happened: {_DATE}.",
    "status": "How sure it is; else that follows from the sources.",
    "summary": "What happened, in a sentence or two.",
    "actors": "Who took part: names as in actors.toml.",
    "places": "Where: names as in places.toml.",
    "place": "Another name of “places”.",
    "topics": "What it belongs to: names as in topics.toml.",
    "tags": "Another name of “topics”.",
    "sources": "What it rests on: web addresses, or each with url, title, publisher and published.",
    "event": "The id of an event that this note corrects.",
    "key": "Whether it is one of the key events.",
    "added": f"When the note was written: {_INSTANT}.",
    "draft": "Whether the note is left out for now.",
    "publish_at": f"The note is left out until then: {_INSTANT}.",
    "order": "Its place in the menu, lowest first.",
}
_SAID = {
    "title": "What it is called.",
    "description": "What the site is about, in a sentence.",
    "language": "The language's code, such as en or fa.",
    "base_url": "The address that the site has, with a slash at its end.",
    "author": "Who makes the site.",
    "repository": "Where its source lies.",
    "license": "The licence of the site's own texts.",
    "license_url": "Where that licence is to be read.",
}


def json_schema(kind: str) -> dict[str, Any]:
    """The schema of a kind of file: article, note, page (their front matter), site, actors, places or topics.

    Raises:
        KeyError: there is no such kind.
    """
    if kind in _HEADERS:
        made = _header(_HEADERS[kind])
    elif kind == "site":
        made = _site()
    else:
        made = _list(_LISTS[kind])
    return {"$schema": DRAFT, "title": _title(kind), **made}


def _title(kind: str) -> str:
    return (
        f"Front matter of {'an' if kind[0] in 'aeiou' else 'a'} {kind}" if kind in _HEADERS else f"content/{kind}.toml"
    )


def _header(model: type[BaseModel]) -> dict[str, Any]:
    """The model's own schema, as forgiving as its reader: keys may be empty, and have a second spelling."""
    made = model.model_json_schema(by_alias=True)
    for name, other in _spellings(model):
        made["properties"][other] = made["properties"][name]
    for inside in made.get("$defs", {}).values():
        inside.pop("title")
    sources = made.get("$defs", {}).get("SourceHeader")
    if sources:
        sources["properties"]["name"] = sources["properties"]["publisher"]
    for each in (made, sources or {}):
        each["properties"] = {key: _key(key, value, each) for key, value in each.get("properties", {}).items()}
    return {key: value for key, value in made.items() if key != "title"}


def _key(name: str, schema: dict[str, Any], whole: dict[str, Any]) -> dict[str, Any]:
    """A key's schema, with what it means; one that nobody needs may be empty, which to YAML is null."""
    kept = {key: value for key, value in schema.items() if key not in {"title", "default"}}
    meant = {"description": _MEANS[name], **_lenient(kept)}
    if name in whole.get("required", ()):
        return meant
    return {"description": _MEANS[name], "anyOf": [*_alternatives(_lenient(kept)), {"type": "null"}]}


def _alternatives(schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in schema.get("anyOf", [schema]) if each != {"type": "null"}]


def _lenient(schema: dict[str, Any]) -> dict[str, Any]:
    """With numbers wherever text may stand: `date: 2025` is a number to YAML, and text to us."""
    if schema.get("type") == "string" and not schema.keys() & {"pattern", "enum"}:
        return {**schema, "type": ["string", "number"]}
    if "anyOf" in schema:
        return {**schema, "anyOf": [_lenient(each) for each in schema["anyOf"]]}
    return {**schema, "items": _lenient(schema["items"])} if "items" in schema else schema


def _spellings(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for field in model.model_fields.values():
        if isinstance(field.validation_alias, AliasChoices):
            first, *others = map(str, field.validation_alias.choices)
            yield from ((first, other) for other in others)


def _site() -> dict[str, Any]:
    made = TypeAdapter(Site).json_schema()
    properties = {
        field.name: {**_setting(field.name), "description": _SAID[field.name], "default": field.default}
        for field in fields(Site)
    }
    for key in REQUIRED:
        properties[key].pop("default")
    return {"type": made["type"], "properties": properties, "required": list(REQUIRED), "additionalProperties": False}


def _setting(name: str) -> dict[str, Any]:
    if name.endswith("_url") or name == "repository":
        return _ADDRESS if name in REQUIRED else {"type": "string", "pattern": "^(https?://|$)"}
    return {"type": "string", "pattern": f"^{LANGUAGE}$"} if name == "language" else {"type": "string"}


def _list(kind: str) -> dict[str, Any]:
    entry = {
        "type": "object",
        "properties": {
            "name": {**_NAME, "description": "The name that the site shows."},
            "aliases": {**_NAMES, "description": "What else it is called in texts."},
            "not": {**_NAMES, "description": "Names that hold one of these but mean something else."},
            "kind": {"type": "string", "description": "What it is: state, person, body, group, outlet …"},
            "description": {"type": "string", "description": "A sentence about it."},
        },
        "required": ["name"],
        "additionalProperties": False,
    }
    return {"type": "object", "properties": {kind: {"type": "array", "items": entry}}, "additionalProperties": False}
