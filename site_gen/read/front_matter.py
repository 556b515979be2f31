"""Front matter: the YAML header of a file, each value with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import frontmatter
import yaml
from frontmatter.default_handlers import BaseHandler

from site_gen.model import Source
from site_gen.problems import Location, Problem, Problems, error, warning
from site_gen.read.yaml_faults import explain, quoted

MAX_CHARS = 64_000
MAX_DEPTH = 6
_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
# Keys that stand in headers everywhere, however they are written, and anything that looks as a key of ours does.
_USUAL = "title|date|published|publisher|author|url|language|status|summary"
_KEY = re.compile(rf"^[\"']?(?:(?i:{_USUAL})[\"']?[ \t]*:|[a-z][a-z_]*[\"']?[ \t]*:(?:\s|$))", re.MULTILINE)
_SKIPPED = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*+")
_PARAGRAPH = re.compile(r"(?:[ \t]*+\S[^\n]*\n?)*+")
_UNOPENED = re.compile(rf"(?P<dashes>[-–—_*=]+[ \t]*\n)?(?i:{_USUAL})[ \t]*:[ \t]+\S")
# Line breaks to YAML, but to no editor: they would shift every line below.
_ODD_BREAKS = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
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
    start = source.text.rfind("\n", 0, start) + 1 if content else start
    return Split(
        fields=cast("dict[str, Field]", fields),
        body=source.text[start:],
        first_line=source.text.count("\n", 0, start) + 1,
    ), tuple(handler.remarks)


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
        self.remarks: list[Problem] = []

    def split(self, text: str) -> tuple[str, str]:
        """Header and content; ValueError (as the library wants it) where the text has no header."""
        opening = _OPENING.match(text)
        if not opening:
            self._refuse_unopened(text)
            raise ValueError
        closing = _CLOSING.search(text, opening.end())
        header = text[opening.end() : closing.start() if closing else len(text)]
        if not _has_keys(header):
            raise ValueError
        if not closing:
            said = "the front matter that opens here is never closed"
            hint = "write a line of three hyphens, ---, after its last key"
            raise _RefusedError(error(self._top(), "unclosed-front-matter", said, hint))
        self.found = True
        return header, text[closing.end() :]

    def _refuse_unopened(self, text: str) -> None:
        """Keys above a line of hyphens, but none of three hyphens above the keys: they would become the text."""
        keys = _UNOPENED.match(text)
        if keys and (keys["dashes"] or _CLOSING.search(_paragraph(text))):
            said = "this looks like front matter, but it is not opened by a line of three hyphens"
            hint = "write a line of three hyphens, ---, above the first key and below the last"
            raise _RefusedError(error(self._top(), "unopened-front-matter", said, hint))

    def load(self, header: str) -> dict[str, Field]:
        """The header's fields; its first line is line 2 of the file."""
        if len(header) > MAX_CHARS:
            said = f"the front matter is longer than {MAX_CHARS:,} characters"
            hint = "move what is text below the line of three hyphens that closes it"
            raise _RefusedError(error(self._top(), "front-matter-too-large", said, hint))
        plain = header.translate(_ODD_BREAKS).replace(":\t", ": ")  # PyYAML without libyaml refuses the tab
        builder = _Builder(self.path, self.first_line, plain.split("\n"))
        try:
            fields = builder.build(yaml.parse(plain, Loader=_LOADER))
        except yaml.YAMLError as bad:
            fault = explain(bad, plain)
            at = Location(path=self.path, line=self.first_line + fault.line + 1, column=fault.column + 1)
            raise _RefusedError(_bad_yaml(at, fault.said, fault.hint)) from bad
        self.remarks += builder.remarks
        return fields

    def _top(self) -> Location:
        return Location(path=self.path, line=self.first_line, column=1)


def _has_keys(header: str) -> bool:
    """Whether the lines at its top are keys rather than prose; an empty header is one as well."""
    top = _paragraph(header)
    return bool(_KEY.search(top)) if top.strip() else not header.strip()


def _paragraph(text: str) -> str:
    """The first lines that are neither blank nor comments, up to a blank one."""
    found = _PARAGRAPH.match(text, _SKIPPED.match(text).end())  # type: ignore[union-attr] # it matches nothing as well
    return found[0] if found else ""


def _bad_yaml(at: Location, said: str, hint: str) -> Problem:
    return error(at, "bad-front-matter", f"the front matter cannot be read: {said}", hint)


class _Builder:
    """Fields out of YAML's events: no object is made; aliases and depth are refused before they can grow."""

    def __init__(self, path: str, first_line: int, lines: list[str]) -> None:
        self.path = path
        self.first_line = first_line
        self.lines = lines
        self.remarks: list[Problem] = []

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
        list(events)  # what PyYAML has to say about the rest is more to the point
        raise self._refused(first, "it has no keys", "begin every line with a key, a colon and a space")

    def _refused(self, event: yaml.Event, said: str, hint: str) -> _RefusedError:
        return _RefusedError(_bad_yaml(self._at(event), said, hint))

    def _at(self, event: yaml.Event) -> Location:
        mark = event.start_mark
        line, column = (mark.line + 1, mark.column) if mark else (0, 0)
        return Location(path=self.path, line=self.first_line + line, column=column + 1)

    def _line(self, event: yaml.Event) -> str:
        mark = event.start_mark
        return self.lines[mark.line] if mark and mark.line < len(self.lines) else ""

    def _refuse_a_second_document(self, events: Iterator[yaml.Event]) -> None:
        for event in events:
            if isinstance(event, yaml.MappingStartEvent | yaml.ScalarEvent | yaml.SequenceStartEvent):
                hint = "leave nothing but three hyphens on the line that closes the front matter"
                raise self._refused(event, "a line that begins with --- stands inside it", hint)

    def _value(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Value:
        sign = _sign(event)
        if sign:
            raise self._refused(event, f"a value cannot begin with {sign}", quoted(self._line(event)))
        if isinstance(event, yaml.ScalarEvent):
            self._remark_on_a_comment(event)
            return "" if event.implicit[0] and event.value in _NULLS else event.value
        if depth > MAX_DEPTH:
            said = f"front matter may not nest deeper than {MAX_DEPTH} levels"
            raise _RefusedError(error(self._at(event), "too-deep", said, quoted(self._line(event))))
        return (self._mapping if isinstance(event, yaml.MappingStartEvent) else self._sequence)(events, depth + 1)

    def _remark_on_a_comment(self, event: yaml.ScalarEvent) -> None:
        """What follows ` #` in a value is lost to YAML; “Round #2” would lose its number in silence."""
        mark = event.end_mark
        if mark is None or not event.implicit[0] or not event.value or mark.line >= len(self.lines):
            return
        rest = self.lines[mark.line][mark.column :]
        lost = rest.lstrip(" \t")
        if lost.startswith("#"):
            column = mark.column + len(rest) - len(lost) + 1
            at = Location(path=self.path, line=self.first_line + mark.line + 1, column=column)
            said = f"the value ends before “#”, and “{lost.rstrip()}” is left out"
            hint = "if it belongs to the value, " + quoted(self._line(event))
            self.remarks.append(warning(at, "comment-in-value", said, hint))

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
        if not isinstance(event, yaml.ScalarEvent) or not event.value or _sign(event):
            raise self._refused(event, "a key must be a word", "begin the line with a key, a colon and a space")
        if event.value in fields:
            said = f"“{event.value}” is there twice, first on line {fields[event.value].key_at.line}"
            raise _RefusedError(error(self._at(event), "duplicate-key", said, "keep one of the two"))
        return event.value


def _sign(event: yaml.Event) -> str:
    """The sign that would make an alias, an anchor or a tag of the value, and take text away from it."""
    if isinstance(event, yaml.AliasEvent):
        return "*"
    return "&" if getattr(event, "anchor", None) else "!" if getattr(event, "tag", None) else ""
