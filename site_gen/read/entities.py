"""Lists of names: actors.toml, places.toml, topics.toml."""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from site_gen.config import key_place, parse_toml
from site_gen.model import Entity, Source
from site_gen.problems import Location, Problem, Problems, error

_KEYS = ("name", "aliases", "not", "kind", "description")


def entities(source: Source, kind: str) -> tuple[tuple[Entity, ...], Problems]:
    """The entries of a list whose tables are called `kind` (`[[actor]]`); a faulty entry is left out with a problem."""
    tables, problems = _tables(source, kind)
    made: list[Entity] = []
    for number, table in enumerate(tables, start=1):
        at = _nth_table(source, kind, number)
        faults = tuple(_faults(table, at))
        problems += faults
        if not faults:
            made.append(_entity(table, kind))
    return tuple(made), (*problems, *_name_twice(made, source))


def _tables(source: Source, kind: str) -> tuple[list[Any], Problems]:
    parsed, problems = parse_toml(source)
    stray = tuple(
        error(key_place(source, key), "unknown-key", f"the file has no “{key}”", f"use [[{kind}]]")
        for key in parsed
        if key != kind
    )
    tables = parsed.get(kind, [])
    return (tables if isinstance(tables, list) else [tables]), (*problems, *stray)


def _faults(table: object, at: Location) -> list[Problem]:
    if not isinstance(table, dict):
        return [error(at, "bad-value", "an entry is a table of keys", "begin it with a line in double brackets")]
    found = [_unknown(at, key) for key in table if key not in _KEYS]
    if not isinstance(table.get("name"), str) or not table["name"].strip():
        found.append(error(at, "missing-key", "the entry has no name", 'add a line: name = "…"'))
    for key in ("aliases", "not"):
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            found.append(error(at, "bad-value", f"“{key}” is a list of texts", f'write {key} = ["…", "…"]'))
    return found


def _unknown(at: Location, key: str) -> Problem:
    near = get_close_matches(key.lower(), _KEYS, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(_KEYS)}"
    return error(at, "unknown-key", f"an entry has no key “{key}”", hint)


def _entity(table: Mapping[str, Any], kind: str) -> Entity:
    return Entity(
        kind=kind,
        name=table["name"].strip(),
        aliases=tuple(table.get("aliases", ())),
        excluded=tuple(table.get("not", ())),
        sort=str(table.get("kind", "")),
        description=str(table.get("description", "")),
    )


def _name_twice(made: list[Entity], source: Source) -> Problems:
    """Two entries may not claim one name: a sentence would belong to either by chance."""
    owner: dict[str, str] = {}
    problems = []
    for entity in made:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            if owner.setdefault(name, entity.name) != entity.name:
                at = _line_of(source, rf"name\s*=\s*[\"']{re.escape(entity.name)}[\"']")
                said = f"“{name}” belongs to both “{owner[name]}” and “{entity.name}”"
                problems.append(error(at, "name-twice", said, "keep it in one of the two"))
    return tuple(problems)


def _nth_table(source: Source, kind: str, number: int) -> Location:
    found = [m.start() for m in re.finditer(rf"^[ \t]*\[\[\s*{kind}\s*\]\]", source.text, re.MULTILINE)]
    line = source.text.count("\n", 0, found[number - 1]) + 1 if number <= len(found) else 1
    return Location(path=source.path, line=line, column=1)


def _line_of(source: Source, pattern: str) -> Location:
    found = re.search(rf"^[ \t]*{pattern}", source.text, re.MULTILINE)
    line = source.text.count("\n", 0, found.start()) + 1 if found else 1
    return Location(path=source.path, line=line, column=1)
