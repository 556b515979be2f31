"""Notes, tagged: names as the lists have them, and found in the note's words where it gives none."""

from dataclasses import replace
from difflib import get_close_matches

from site_gen.model import Note
from site_gen.problems import Problem, Problems, suggestion
from site_gen.tag.names import Gazetteer
from site_gen.tag.places import places

_KINDS = (("actor", "actors"), ("place", "places"), ("topic", "topics"))


def tag_note(note: Note, gazetteer: Gazetteer) -> tuple[Note, Problems]:
    """The note with canonical names; one that no list knows is kept, and suggested to the editor."""
    problems: list[Problem] = []
    text = f"{note.title}\n{note.summary}\n{note.body}"
    names_in_text = gazetteer.find(text)
    found = {kind: tuple(n.entity.name for n in names_in_text if n.entity.kind == kind) for kind, _ in _KINDS}
    found["place"] = places(text, names_in_text)
    names: dict[str, tuple[str, ...]] = {}
    for kind, field in _KINDS:
        given: tuple[str, ...] = getattr(note, field)
        problems += [_unknown(note, kind, name, gazetteer) for name in given if not gazetteer.canonical(kind, name)]
        known = [gazetteer.canonical(kind, name) or name for name in given]
        names[field] = tuple(dict.fromkeys(known or found[kind]))
    made = replace(note, actors=names["actors"], places=names["places"], topics=names["topics"])
    return made, tuple(problems)


def _unknown(note: Note, kind: str, name: str, gazetteer: Gazetteer) -> Problem:
    listed = [entity.name for entity in gazetteer.entities if entity.kind == kind]
    near = get_close_matches(name, listed, n=1)
    file = f"content/{kind}s.toml"
    hint = f"did you mean “{near[0]}”? Or add it to {file}" if near else f"add it to {file}"
    return suggestion(note.at, f"unknown-{kind}", f"{file} does not know “{name}”", hint)
