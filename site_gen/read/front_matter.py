"""Front matter: the YAML header of a file, each value with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from site_gen.model import Source
from site_gen.problems import Location, Problem, Problems, error

MAX_CHARS = 64_000
MAX_DEPTH = 6
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY = re.compile(r"[^\W\d][\w -]*:(?:\s|$)")
_NULLS = frozenset({"~", "null", "Null", "NULL"})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Value = str | list["Field"] | dict[str, "Field"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A value of the header, and where it stands; scalars are text as written, so that no date or `no` is reshaped."""

    value: Value
    at: Location
    key_at: Location

    @property
    def plain(self) -> Any:  # noqa: ANN401 (text, lists and mappings of them, nested)
        """The value without its places."""
        if isinstance(self.value, dict):
            return {key: field.plain for key, field in self.value.items()}
        if isinstance(self.value, list):
            return [field.plain for field in self.value]
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A file in two: its header's fields (None where it has none), the body, and the body's first line (from 1)."""

    fields: dict[str, Field] | None
    body: str
    first_line: int


class _RefusedError(Exception):
    """The header cannot be used; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


def split(source: Source) -> tuple[Split | None, Problems]:
    """Header and body of a file; None with a problem where there is a header that cannot be read.

    A file that opens with a thematic break (`---`, prose, `---`) has no header, and loses nothing.
    """
    handler = _Handler(source.path, skipped=_blank_lines(source.text))
    try:
        fields, content = frontmatter.parse(source.text, handler=handler)
    except _RefusedError as refused:
        return None, (refused.problem,)
    if not handler.found:
        return Split(fields=None, body=source.text, first_line=1), ()
    start = len(source.text.rstrip()) - len(content)
    return Split(
        fields=cast("dict[str, Field]", fields),
        body=source.text[start:],
        first_line=source.text.count("\n", 0, start) + 1,
    ), ()


def _blank_lines(text: str) -> int:
    """How many lines stand before the first that is not blank; the library strips them before it looks."""
    return text.count("\n", 0, len(text) - len(text.lstrip()))


class _Handler(BaseHandler):
    """Reads YAML between `---` lines through python-frontmatter, keeping marks; `found` tells whether there was any."""

    def __init__(self, path: str, *, skipped: int) -> None:
        super().__init__(fm_boundary=_OPENING)
        self.path = path
        self.first_line = skipped + 1
        self.found = False

    def split(self, text: str) -> tuple[str, str]:
        """Header and content; ValueError (as the library wants it) where the text has no header."""
        opening = _OPENING.match(text)
        if not opening:
            raise ValueError
        closing = _CLOSING.search(text, opening.end())
        header = text[opening.end() : closing.start() if closing else len(text)]
        if not _KEY.match(header.lstrip()) and header.strip():
            raise ValueError
        if not closing:
            raise _RefusedError(
                error(
                    Location(path=self.path, line=self.first_line, column=1),
                    "unclosed-front-matter",
                    "the front matter that opens here is never closed",
                    "write a line of three hyphens, ---, after its last key",
                )
            )
        self.found = True
        return header, text[closing.end() :]

    def load(self, header: str) -> dict[str, Field]:
        """The header's fields; its first line is line 2 of the file."""
        if len(header) > MAX_CHARS:
            raise _RefusedError(
                error(
                    Location(path=self.path, line=self.first_line),
                    "front-matter-too-large",
                    f"over {MAX_CHARS:,} characters",
                )
            )
        try:
            return _Builder(self.path, self.first_line).build(yaml.parse(header, Loader=_LOADER))
        except yaml.MarkedYAMLError as bad:
            mark = bad.problem_mark or bad.context_mark
            raise _RefusedError(_bad_yaml(self._at(mark), bad.problem or "not YAML")) from bad
        except yaml.YAMLError as bad:
            at = Location(path=self.path, line=self.first_line, column=1)
            raise _RefusedError(_bad_yaml(at, "a character that YAML does not allow")) from bad

    def _at(self, mark: yaml.Mark | None) -> Location:
        line, column = (mark.line + 1, mark.column) if mark else (0, 0)
        return Location(path=self.path, line=self.first_line + line, column=column + 1)


_HINTS = {
    "found character": "use spaces, not tabs, at the start of a line, and quotation marks around odd characters",
    "mapping values are not allowed": "put the value in quotation marks if it holds a colon",
    "did not find expected key": "check the quotation marks and the spaces at the start of the line",
}


def _bad_yaml(at: Location, said: str) -> Problem:
    hint = next((h for start, h in _HINTS.items() if said.startswith(start)), "put the value in quotation marks")
    return error(at, "bad-front-matter", f"the front matter cannot be read: {said}", hint)


class _Builder:
    """Fields out of YAML's events: no object is made; aliases and depth are refused before they can grow."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line

    def build(self, events: Iterator[yaml.Event]) -> dict[str, Field]:
        """The fields of the one mapping that the events must hold; an empty header has none."""
        events = (e for e in events if not isinstance(e, yaml.StreamStartEvent | yaml.DocumentStartEvent))
        first = next(events)
        if isinstance(first, yaml.MappingStartEvent):
            fields = self._mapping(events, 1)
            self._refuse_a_second_document(events)
            return fields
        if isinstance(first, yaml.StreamEndEvent) or (isinstance(first, yaml.ScalarEvent) and not first.value):
            return {}
        raise _RefusedError(_bad_yaml(self._at(first), "it has no keys"))

    def _at(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column) if mark else (0, 0)
        return Location(path=self.path, line=self.first_line + line, column=column + 1)

    def _refuse_a_second_document(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent | yaml.ScalarEvent | yaml.SequenceStartEvent):
                raise _RefusedError(_bad_yaml(self._at(event), "it holds two documents"))

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Value:
        if isinstance(event, yaml.ScalarEvent):
            return "" if event.implicit[0] and event.value in _NULLS else event.value
        at = self._at(event)
        if isinstance(event, yaml.AliasEvent):
            raise _RefusedError(error(at, "alias", "front matter may not use aliases (*name)", "write the value out"))
        if depth > MAX_DEPTH:
            raise _RefusedError(error(at, "too-deep", f"front matter may not nest deeper than {MAX_DEPTH} levels"))
        return (self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence)(events, depth + 1)

    def _field(self, event: yaml.Event, key_at: Location, events: Iterator[yaml.Event], depth: int) -> Field:
        at = self._at(event)
        return Field(value=self._value(event, events, depth), at=at, key_at=key_at)

    def _sequence(self, events: Iterator[yaml.Event], depth: int) -> list[Field]:
        items = []
        while not isinstance(event := next(events), yaml.SequenceEndEvent):
            items.append(self._field(event, self._at(event), events, depth))
        return items

    def _mapping(self, events: Iterator[yaml.Event], depth: int) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._key(event, fields)
            fields[key] = self._field(next(events), self._at(event), events, depth)
        return fields

    def _key(self, event: yaml.Event, fields: dict[str, Field]) -> str:
        at = self._at(event)
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            raise _RefusedError(_bad_yaml(at, "a key must be a word"))
        if event.value in fields:
            said = f"“{event.value}” is there twice, first on line {fields[event.value].key_at.line}"
            raise _RefusedError(error(at, "duplicate-key", said, "keep one of the two"))
        return event.value
