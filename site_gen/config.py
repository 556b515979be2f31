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

REQUIRED = ("title", "base_url")
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*"
_ADDRESSES = ("base_url", "repository", "license_url")
_EXAMPLES = {"title": 'title = "The name of the site"', "base_url": 'base_url = "https://example.org/"'}
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
# tomllib takes time quadratic in the parts of a dotted key (0.1 million of them: 1 s).
_KEY_CHAIN = re.compile(r"(?<![\w-])(?:(?:[\w-]++|\"[^\"\n]*+\"|'[^'\n]*+')[ \t]*+\.[ \t]*+){100}")
_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"\\\x00-\x1f\x7f]")
# How tomllib begins its messages: what that means, and what to type.
_TOML_FAULTS = (
    ("Invalid value", "there is no value that TOML knows", 'put text between straight quotation marks: title = "…"'),
    ("Illegal character '\\n'", "the text on this line is not closed", 'write " at its end'),
    ("Illegal character", "an invisible character stands here", "delete it"),
    ("Expected '='", "an equals sign is missing after the key", 'write key = "value"'),
    ("Cannot", "this key is there already", "keep one of the two"),
    (
        "Expected newline",
        "something stands behind the value",
        "write one key a line; text with \" in it goes between ' '",
    ),
    ("Unclosed array", "the square bracket is never closed", "write ] after the last item"),
    ("Unescaped", "a backslash means something else here", "use single quotation marks: '…'"),
    ("Invalid statement", "a key is missing here", 'write key = "value"'),
    ("Invalid initial", "a key is missing here", 'write key = "value"'),
    ("Invalid date", "there is no such date", "put it between quotation marks"),
    ("Unterminated", "the text that begins here is never closed", "write the same quotation marks at its end"),
    ("Expected ']'", "the heading in brackets is not closed", "write as many brackets behind it as before"),
)
_OTHER_FAULT = ("it does not follow the rules of TOML", "text stands between quotation marks, lists in square brackets")


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
    chain = _KEY_CHAIN.search(source.text)
    if chain:
        said = "the file cannot be read: a key has more than a hundred parts"
        return {}, (error(_place(source, chain.start()), "bad-toml", said, 'write key = "value"'),)
    try:
        return tomllib.loads(source.text), ()
    except (ValueError, RecursionError) as bad:  # numbers of thousands of digits are no TOMLDecodeError
        found = _TOML_PLACE.search(str(bad))
        line, column = (int(found[1]), int(found[2])) if found else (source.text.count("\n") + 1, 1)
        said, hint = next((f[1:] for f in _TOML_FAULTS if str(bad).startswith(f[0])), _OTHER_FAULT)
        at = Location(path=source.path, line=line, column=column)
        return {}, (error(at, "bad-toml", f"the file cannot be read: {said}", hint),)


def key_place(source: Source, key: str) -> Location:
    """Where a top-level key of a TOML file stands; its first line if nowhere."""
    found = re.search(rf"^[ \t]*\[*[ \t]*[\"']?(?={re.escape(key)}\b)", source.text, re.MULTILINE)
    if not found:
        return Location(path=source.path, line=1, column=1)
    line = source.text.count("\n", 0, found.start()) + 1
    return Location(path=source.path, line=line, column=found.end() - found.start() + 1)


def _place(source: Source, offset: int) -> Location:
    line, start = source.text.count("\n", 0, offset) + 1, source.text.rfind("\n", 0, offset) + 1
    return Location(path=source.path, line=line, column=offset - start + 1)


def read_site(source: Source) -> tuple[Site, Problems]:
    """The settings of content/site.toml; a faulty or missing key keeps its default and becomes a problem."""
    table, problems = parse_toml(source)
    known = [field.name for field in fields(Site)]
    checked = {key: _fault(source, key, value, known) for key, value in table.items()}
    faults = [fault for fault in checked.values() if fault]
    missing = [_missing(source, key) for key in REQUIRED if key not in table and not problems]
    good = {key: value.strip() for key, value in table.items() if not checked[key]}
    if "base_url" in good:
        good["base_url"] = good["base_url"].rstrip("/") + "/"
    return Site(**good), (*problems, *faults, *missing)


def _fault(source: Source, key: str, value: object, known: list[str]) -> Problem | None:
    at = key_place(source, key)
    if key not in known and isinstance(value, dict):
        said = "a setting stands at the top of the file, under no heading"
        return error(at, "unknown-key", said, f"take the line [{key}] away")
    if key not in known:
        near = get_close_matches(key, known, n=1)
        hint = f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(known)}"
        return error(at, "unknown-key", f"there is no setting “{key}”", hint)
    if not isinstance(value, str):
        return error(at, "bad-value", f"“{key}” must be text", f'put it between quotation marks: {key} = "…"')
    if key in REQUIRED and not value.strip():
        return error(at, "missing-key", f"the setting “{key}” is empty", f"write for example {_EXAMPLES[key]}")
    if value.strip():
        return _fault_of_text(at, key, value.strip())
    return None


def _fault_of_text(at: Location, key: str, text: str) -> Problem | None:
    if _INVISIBLE.search(text):
        hint = "a backslash stands for itself between single quotation marks only: '…'"
        return error(at, "bad-value", f"“{key}” holds an invisible character", hint)
    if key == "language" and not re.fullmatch(LANGUAGE, text):
        return error(at, "bad-value", f"“{text}” is not the code of a language", 'write for example language = "en"')
    if key in _ADDRESSES and not is_address(text):
        hint = f'write the whole address: {key} = "https://…/"'
        return error(at, "bad-value", f"“{key}” must be a web address", hint)
    if key == "base_url" and not is_web(text):
        return error(at, "bad-value", f"“{key}” must be an address without ? and #", "take away all from that sign on")
    return None


def is_web(text: str) -> bool:
    """Whether the text is a whole http or https address without query or fragment, as a site's base must be."""
    return is_address(text.strip()) and "?" not in text and "#" not in text


def is_address(text: str) -> bool:
    """Whether the text is a whole http or https address, and safe to put into a link as it is."""
    try:
        parts = urlsplit(text)
        return parts.scheme in {"http", "https"} and bool(parts.hostname) and _named(parts.port, text)
    except ValueError:  # brackets that are no IPv6 address, a port that is no number
        return False


def _named(port: int | None, text: str) -> bool:
    return port != 0 and not _NOT_IN_ADDRESSES.search(text)


def _missing(source: Source, key: str) -> Problem:
    at = Location(path=source.path, line=1, column=1)
    return error(at, "missing-key", f"the setting “{key}” is missing", f"add a line: {_EXAMPLES[key]}")
