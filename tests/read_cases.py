"""Cases of reading: a file's content and what it comes to, as tests/cases/read/*.txt write them down.

A case is a line `#### name`, the file's path, its content between a line `<<<` and a line `>>>`, and below that what is
read of it: one `field: value` a line for all that is not as by default, or `nothing`, and then every problem as it
is printed. The content's last line feed belongs to the mark. After the path may stand `bytes`: the content is then
written with the escapes of Python (`\\xff`), for files that are not UTF-8.
"""

import re
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from site_gen.config import read_site
from site_gen.dates import TimeValue
from site_gen.model import Article, Citation, Footnote, Source
from site_gen.problems import Location, Problems
from site_gen.read import documents
from site_gen.read.entities import entities
from site_gen.read.files import decode
from site_gen.read.markup import visible

FOLDER = Path(__file__).parent / "cases" / "read"
_CASE = re.compile(
    r"^#### (?P<name>[^\n]+)\n(?P<path>\S+)(?P<raw> bytes)?\n"
    r"<<<\n(?P<content>.*?)\n?>>>\n(?P<expected>.*?)(?=^#### |\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One file and what is to be read of it."""

    name: str
    path: str
    raw: bytes
    expected: str


def read_cases() -> Iterator[Case]:
    """Every case of every file, in order."""
    for file in sorted(FOLDER.glob("*.txt")):
        for found in _CASE.finditer(file.read_bytes().decode()):
            yield Case(
                name=f"{file.stem}: {found['name']}",
                path=found["path"],
                raw=_bytes(found["content"], escaped=bool(found["raw"])),
                expected=found["expected"].strip("\n"),
            )


def _bytes(content: str, *, escaped: bool) -> bytes:
    if escaped:
        return content.encode("latin-1").decode("unicode_escape").encode("latin-1")
    return content.encode()


def outcome(case: Case) -> str:
    """What reading the case's file comes to, written as cases have it."""
    source, problems = decode(case.path, case.raw)
    read, found = _read(source) if source else ([], ())
    lines = [line for value in read for line in _lines(value)]
    return "\n".join([*(lines or ["nothing"]), *map(str, (*problems, *found))])


def _read(source: Source) -> tuple[list[Any], Problems]:
    if source.path == "content/site.toml":
        site, problems = read_site(source)
        return [site], problems
    if source.path.endswith(".toml"):
        entries, problems = entities(source, Path(source.path).stem.removesuffix("s"))
        return list(entries), problems
    kind = Path(source.path).parts[1]
    reader: Any = {"articles": documents.article, "notes": documents.note, "pages": documents.standing_page}[kind]
    made, problems = reader(source)
    return [made] if made else [], problems


def _lines(value: Any) -> Iterator[str]:  # noqa: ANN401 (any of the values that are read)
    if isinstance(value, Article):
        yield f"reads: {visible(value.body, value.text, 0, len(value.text))}"
    for field in fields(value):
        item = getattr(value, field.name)
        if field.name == "stated_by":  # what the header states, and a title taken from the text, go without saying
            item = tuple(
                f"{key} by {by}" for key, by in item if by != "front matter" and (key, by) != ("title", "text")
            )
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        hidden = field.name in {"id", "path", "text"} or (
            isinstance(value, Article) and field.name in {"body", "places"}
        )
        if item != default and not hidden:
            yield f"{field.name}: {_shown(item)}"


def _shown(item: object) -> str:
    if isinstance(item, tuple) and item and not isinstance(item[0], int):
        return " | ".join(map(_shown, item))
    if isinstance(item, Footnote):
        return f"[{item.label}] at {item.offset}: {' + '.join(map(_shown, item.citations)) or 'no source'}"
    if isinstance(item, Citation):
        published = item.published.edtf if item.published else ""
        return ", ".join(filter(None, (item.publisher, item.title, item.url, published)))
    plain = item.edtf if isinstance(item, TimeValue) else item
    place = f"{item.line}:{item.column}" if isinstance(item, Location) else str(plain)
    return place.replace("\n", "⏎")
