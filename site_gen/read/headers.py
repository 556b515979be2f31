"""Headers: front matter held against its schema, every fault with its place and a hint."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_gen.model import Status
from site_gen.problems import Location, Problem, Problems, error
from site_gen.read.front_matter import Field
from site_gen.read.schema import HeaderType, SourceHeader, allowed_keys, given, same_key

_DATE_HINT = (
    "write 2025-06-24, 2025-06 or 2025, 2025-06~ for “about”, 2025-06-13/2025-06-24 for a time, or 24 June 2025"
)
_TRUTH, _NUMBER, _KEYS = (
    "{name} is either true or false",
    "{name} is a whole number",
    "{name} is a web address, or keys",
)
_SAID = {
    "bool_parsing": _TRUTH,
    "bool_type": _TRUTH,
    "int_parsing": _NUMBER,
    "int_type": _NUMBER,
    "string_type": "{name} must be plain text, not a list and not keys of its own",
    "list_type": "{name} must be a list",
    "model_type": _KEYS,
    "model_attributes_type": _KEYS,
    "enum": "“{input}” is no status",
    "string_too_long": "{name} is too long",
    "string_too_short": "{name} is empty",
    "string_pattern_mismatch": "“{input}” is not the code of a language",
}
# What editors write who know other programs; the first that the file's kind has is meant.
_MEANT = {
    "date": ("published", "date"),
    "published": ("published", "date"),
    "updated": ("modified", "added"),
    "link": ("url", "sources"),
    "href": ("url", "sources"),
    "source": ("sources", "publisher", "url"),
    "outlet": ("publisher",),
    "site": ("publisher",),
    "by": ("author",),
    "byline": ("author",),
    "headline": ("title",),
    "lang": ("language",),
    "description": ("summary",),
    "weight": ("order",),
}
_HINTS = {
    "no-such-date": "look the date up again; a month alone (2025-02) is fine",
    "not-a-date": _DATE_HINT,
    "not-an-instant": "write it as 2026-04-10T09:00:00+00:00, with how far the clock is ahead of UTC at its end",
    "not-a-url": "write the whole address, https:// included, without spaces",
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "int_parsing": "write a number such as 2",
    "int_type": "write a number such as 2",
    "string_type": "write one piece of text",
    "list_type": "write [one, another], or each on a line of its own after a hyphen",
    "model_type": "write https://…, or url: https://… with title: and publisher: below it",
    "model_attributes_type": "write https://…, or url: https://… with title: and publisher: below it",
    "enum": "one of: " + ", ".join(Status),
    "string_too_long": "300 characters are the most",
    "string_too_short": "write something there, or take it away",
    "string_pattern_mismatch": "for example: en, fa, ar, fr",
}


def validate(model: type[HeaderType], fields: Mapping[str, Field], path: str) -> tuple[HeaderType | None, Problems]:
    """The header as far as it is right: wrong keys are left out, each with a problem; None if the rest will not do."""
    plain = given({key: field.plain for key, field in fields.items()})
    try:
        return model.model_validate(plain), ()
    except ValidationError as bad:
        found = bad.errors(include_url=False)
        problems = tuple(_problem(fault, fields, model, path) for fault in found)
        return _without(model, plain, {str(fault["loc"][0]) for fault in found}), problems


def _without(model: type[HeaderType], plain: Mapping[str, Any], wrong: set[str]) -> HeaderType | None:
    try:
        return model.model_validate({key: value for key, value in plain.items() if key not in wrong})
    except ValidationError:
        return None


def _problem(fault: ErrorDetails, fields: Mapping[str, Field], model: type[BaseModel], path: str) -> Problem:
    kind, loc = fault["type"], fault["loc"]
    value_at, key_at = _places(fields, loc, path)
    if kind == "extra_forbidden":
        return _unknown_key(key_at, str(loc[-1]), SourceHeader if len(loc) > 1 else model)
    if kind == "missing":
        return error(value_at, "missing-key", f"the key {_named(loc)} is missing", f"add a line: {loc[-1]}: …")
    if kind in {"no-such-date", "not-a-date", "not-an-instant", "not-a-url"}:
        return error(value_at, kind, fault["msg"], _HINTS[kind])
    said = _SAID.get(kind, "{name} cannot be used").format(name=_named(loc), input=str(fault["input"])[:80])
    return error(value_at, "bad-value", said, _HINTS.get(kind, ""))


def _named(loc: Sequence[int | str]) -> str:
    """The key, and in which item of which list it stands: `“url” in item 2 of “sources”`."""
    parts = [f"item {part + 1}" if isinstance(part, int) else f"“{part}”" for part in loc]
    joined = parts[0]
    for part, key in zip(parts[1:], loc[1:], strict=True):
        joined = f"{part} of {joined}" if isinstance(key, int) else f"{part} in {joined}"
    return joined


def _unknown_key(at: Location, key: str, model: type[BaseModel]) -> Problem:
    other = same_key(model, key)
    if other:
        said = f"“{key}” and “{other}” are two names of one key"
        return error(at, "duplicate-key", said, "keep one of them, with all that stands in both")
    return error(at, "unknown-key", f"front matter has no key “{key}”", _meant(key, allowed_keys(model)))


def _meant(key: str, allowed: Sequence[str]) -> str:
    plain = key.lower().strip("“”\"'")
    known = [name for name in _MEANT.get(plain, ()) if name in allowed]
    near = known or get_close_matches(plain, allowed, n=1)
    return f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(allowed)}"


def _places(fields: Mapping[str, Field], loc: Iterable[int | str], path: str) -> tuple[Location, Location]:
    """Where the value and its key stand; the innermost that exists (a missing key is a fault of what lacks it)."""
    found: Field | None = None
    inside: Any = fields
    for part in loc:
        known = isinstance(inside, Mapping) and part in inside
        if not known and not (isinstance(inside, list) and isinstance(part, int) and part < len(inside)):
            break
        found = inside[part]
        inside = found.value
    if found is None:
        top = Location(path=path, line=1, column=1)
        return top, top
    return found.at, found.key_at
