"""Lists of names: actors.toml, places.toml, topics.toml."""

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from site_gen.config import key_place, parse_toml
from site_gen.model import Entity, Source
from site_gen.problems import Location, Problem, Problems, error, warning

_KEYS = ("name", "aliases", "not", "kind", "description")
# Who speaks decides how sure a sentence is (see tag.modality), so that a slip here must not go unseen.
_KINDS_OF_ACTOR = ("state", "person", "body", "group", "outlet")


def entities(source: Source, kind: str) -> tuple[tuple[Entity, ...], Problems]:
    """The entries of a list whose tables are called `kind` (`[[actor]]`); a faulty entry is left out with a problem."""
    tables, problems = _tables(source, kind)
    places = _places(source, kind)
    made: list[tuple[Entity, Location]] = []
    for number, table in enumerate(tables):
        at = places[number] if number < len(places) else key_place(source, kind)
        faults = tuple(_faults(table, at, kind))
        problems += faults
        if not faults:
            made.append((_entity(table, kind), at))
    unknown = tuple(_unknown_kind(entity.sort, at) for entity, at in made if _is_unknown_kind(entity))
    return tuple(entity for entity, _ in made), (*problems, *unknown, *_name_twice(made))


def _tables(source: Source, kind: str) -> tuple[list[Any], Problems]:
    parsed, problems = parse_toml(source)
    stray = tuple(
        error(key_place(source, key), "unknown-key", f"the file has no “{key}”", f"use [[{kind}]]")
        for key in parsed
        if key != kind
    )
    tables = parsed.get(kind, [])
    return (tables if isinstance(tables, list) else [tables]), (*problems, *stray)


def _faults(table: object, at: Location, kind: str) -> list[Problem]:
    if not isinstance(table, dict):
        said = "an entry is a heading with keys below it"
        return [error(at, "bad-value", said, f'write [[{kind}]] on a line, and name = "…" below it')]
    found = [_unknown(at, key) for key in table if key not in _KEYS]
    if not isinstance(table.get("name"), str) or not table["name"].strip():
        found.append(error(at, "missing-key", "the entry has no name", 'add a line: name = "…"'))
    return [*found, *(fault for key in table if (fault := _fault(at, key, table[key])))]


def _fault(at: Location, key: str, value: object) -> Problem | None:
    if key in {"kind", "description"} and not isinstance(value, str):
        return error(at, "bad-value", f"“{key}” must be text", f'put it between quotation marks: {key} = "…"')
    listed = isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value)
    if key in {"aliases", "not"} and not listed:
        return error(at, "bad-value", f"“{key}” is a list of names, none of them empty", f'write {key} = ["…", "…"]')
    return None


def _unknown(at: Location, key: str) -> Problem:
    near = get_close_matches(key.lower(), _KEYS, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"allowed: {', '.join(_KEYS)}"
    return error(at, "unknown-key", f"an entry has no key “{key}”", hint)


def _is_unknown_kind(entity: Entity) -> bool:
    return entity.kind == "actor" and bool(entity.sort) and entity.sort not in _KINDS_OF_ACTOR


def _unknown_kind(written: str, at: Location) -> Problem:
    near = get_close_matches(written.lower(), _KINDS_OF_ACTOR, n=1)
    hint = f"did you mean “{near[0]}”?" if near else f"one of: {', '.join(_KINDS_OF_ACTOR)}"
    return warning(at, "bad-value", f"there is no kind of actor “{written}”; it counts for nothing", hint)


def _entity(table: Mapping[str, Any], kind: str) -> Entity:
    return Entity(
        kind=kind,
        name=table["name"].strip(),
        aliases=_stripped(table.get("aliases", ())),
        excluded=_stripped(table.get("not", ())),
        sort=table.get("kind", "").strip(),
        description=table.get("description", "").strip(),
    )


def _stripped(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in names))


def _name_twice(made: Iterable[tuple[Entity, Location]]) -> Problems:
    """Two entries may not claim one name: a sentence would belong to either by chance."""
    owner: dict[str, Location] = {}
    problems = []
    for entity, at in made:
        for name in dict.fromkeys((entity.name, *entity.aliases)):
            first = owner.setdefault(name, at)
            if first != at:
                said = f"“{name}” belongs to the entry on line {first.line} already"
                problems.append(error(at, "name-twice", said, "keep it in one of the two"))
    return tuple(problems)


def _places(source: Source, kind: str) -> list[Location]:
    """Where each table of the list opens, in order."""
    opening = re.compile(rf"[ \t]*+\[\[?+[ \t]*+{re.escape(kind)}[ \t]*+\]")
    lines = enumerate(source.text.split("\n"), start=1)
    return [Location(path=source.path, line=number, column=1) for number, line in lines if opening.match(line)]
