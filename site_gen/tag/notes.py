"""Notes, tagged: names as the lists have them, and found in the note's words where it gives none."""

from dataclasses import replace
from difflib import get_close_matches

from site_gen.model import Note
from site_gen.problems import Problem, Problems, suggestion
from site_gen.tag.names import Gazetteer

_KINDS = (("actor", "actors"), ("place", "places"), ("topic", "topics"))


def tag_note(note: Note, gazetteer: Gazetteer) -> tuple[Note, Problems]:
    """The note with canonical names; one that no list knows is kept, and suggested to the editor."""
    problems: list[Problem] = []
    found = gazetteer.find(f"{note.title}\n{note.summary}\n{note.body}")
    names: dict[str, tuple[str, ...]] = {}
    for kind, field in _KINDS:
        given: tuple[str, ...] = getattr(note, field)
        problems += [_unknown(note, kind, name, gazetteer) for name in given if not gazetteer.canonical(kind, name)]
        known = [gazetteer.canonical(kind, name) or name for name in given]
        names[field] = tuple(dict.fromkeys(known or [n.entity.name for n in found if n.entity.kind == kind]))
    made = replace(note, actors=names["actors"], places=names["places"], topics=names["topics"])
    return made, tuple(problems)


def _unknown(note: Note, kind: str, name: str, gazetteer: Gazetteer) -> Problem:
    listed = [entity.name for entity in gazetteer.entities if entity.kind == kind]
    near = get_close_matches(name, listed, n=1)
    file = f"content/{kind}s.toml"
    hint = f"did you mean “{near[0]}”? Or add it to {file}" if near else f"add it to {file}"
    return suggestion(note.at, f"unknown-{kind}", f"{file} does not know “{name}”", hint)
