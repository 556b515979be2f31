"""Headers: front matter held against its schema, every fault with its place and a hint."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from site_gen.model import Status
from site_gen.problems import Location, Problem, Problems, error
from site_gen.read.front_matter import Field
from site_gen.read.schema import HeaderType, SourceHeader, allowed_keys, given

_DATE_HINT = "write it as 2025-06-24, 2025-06 or 2025, with ~ for “about”, or in words: 24 June 2025"
_HINTS = {
    "no-such-date": "look the date up again; a month alone (2025-02) is fine",
    "not-a-date": _DATE_HINT,
    "not-an-instant": "write it as 2026-04-10T09:00:00+00:00",
    "not-a-url": "write the whole address, https:// included; for a web address only",
    "bool_parsing": "write true or false",
    "int_parsing": "write a whole number",
    "string_type": "write plain text here",
    "enum": "one of: " + ", ".join(Status),
    "string_too_long": "shorten it",
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
    name = ".".join(str(part + 1) if isinstance(part, int) else part for part in loc)
    value_at, key_at = _places(fields, loc, path)
    if kind == "extra_forbidden":
        return _unknown_key(key_at, str(loc[-1]), SourceHeader if len(loc) > 1 else model)
    if kind == "missing":
        return error(value_at, "missing-key", f"the key “{name}” is missing", f"add a line: {loc[-1]}: …")
    if kind in {"no-such-date", "not-a-date", "not-an-instant", "not-a-url"}:
        return error(value_at, kind, fault["msg"], _HINTS[kind])
    return error(value_at, "bad-value", f"“{name}”: {_said(fault)}", _HINTS.get(kind, ""))


def _said(fault: ErrorDetails) -> str:
    if fault["type"] == "enum":
        return f"“{fault['input']}” is no status"
    message = fault["msg"].removeprefix("Input ").removeprefix("Value ")
    return message[:1].lower() + message[1:]


def _unknown_key(at: Location, key: str, model: type[BaseModel]) -> Problem:
    allowed = allowed_keys(model)
    near = get_close_matches(key.lower(), allowed, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(allowed)}"
    return error(at, "unknown-key", f"front matter has no key “{key}”", hint)


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
