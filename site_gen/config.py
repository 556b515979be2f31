"""The settings of a site, as content/site.toml states them."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlsplit

from site_gen.model import Source
from site_gen.problems import Location, Problem, Problems, error

_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
REQUIRED = ("title", "base_url")


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """`base_url` ends with a slash and is used only where a URL must be absolute; `repository` may be empty."""

    title: str = "Untitled"
    description: str = ""
    language: str = "en"
    base_url: str = "http://localhost/"
    author: str = ""
    repository: str = ""
    license: str = ""
    license_url: str = ""


def parse_toml(source: Source) -> tuple[Mapping[str, Any], Problems]:
    """A TOML file's tables; empty with a problem that has line and column if it is not TOML."""
    try:
        return tomllib.loads(source.text), ()
    except (tomllib.TOMLDecodeError, RecursionError) as bad:
        found = _TOML_PLACE.search(str(bad))
        line, column = (int(found[1]), int(found[2])) if found else (source.text.count("\n") + 1, 1)
        said = re.sub(r"\s*\(at .*\)$", "", str(bad))
        at = Location(path=source.path, line=line, column=column)
        hint = "text values stand in quotation marks, lists in square brackets"
        return {}, (error(at, "bad-toml", f"the file cannot be read: {said}", hint),)


def key_place(source: Source, key: str) -> Location:
    """Where a top-level key of a TOML file stands; its first line if nowhere."""
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?(?={re.escape(key)}\b)", source.text, re.MULTILINE)
    if not found:
        return Location(path=source.path, line=1, column=1)
    line = source.text.count("\n", 0, found.start()) + 1
    return Location(path=source.path, line=line, column=found.end() - found.start() + 1)


def read_site(source: Source) -> tuple[Site, Problems]:
    """The settings of content/site.toml; a faulty or missing key keeps its default and becomes a problem."""
    table, problems = parse_toml(source)
    known = [field.name for field in fields(Site)]
    faults = [fault for key, value in table.items() if (fault := _fault(source, key, value, known))]
    missing = [_missing(source, key) for key in REQUIRED if key not in table and not problems]
    wrong = {fault.message.split("“")[1].split("”")[0] for fault in faults}
    good = {key: value.strip() for key, value in table.items() if key not in wrong}
    if "base_url" in good:
        good["base_url"] = good["base_url"].rstrip("/") + "/"
    return Site(**good), (*problems, *faults, *missing)


def _fault(source: Source, key: str, value: object, known: list[str]) -> Problem | None:
    at = key_place(source, key)
    if key not in known:
        near = get_close_matches(key, known, n=1)
        hint = f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(known)}"
        return error(at, "unknown-key", f"there is no setting “{key}”", hint)
    if not isinstance(value, str):
        return error(at, "bad-value", f"“{key}” must be text", f'write {key} = "…"')
    if key == "base_url" and not is_web(value):
        return error(at, "bad-value", f"“{key}” must be a web address", 'write base_url = "https://…/"')
    return None


def is_web(text: str) -> bool:
    """Whether the text is a whole http or https address without query or fragment, as a site's base must be."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query and not parts.fragment


def _missing(source: Source, key: str) -> Problem:
    at = Location(path=source.path, line=1, column=1)
    return error(at, "missing-key", f"the setting “{key}” is missing", f'add a line: {key} = "…"')
