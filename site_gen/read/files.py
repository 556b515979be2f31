"""Files of content/: which there are, and their bytes as text."""

import os
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from site_gen.model import Source
from site_gen.problems import Location, Problem, Problems, error, suggestion, warning

MAX_BYTES = 5_000_000
MAX_LINE = 1_000_000
_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")


def list_files(root: Path, folder: str, suffixes: tuple[str, ...]) -> tuple[tuple[str, ...], Problems]:
    """Paths below `root/folder` with one of the suffixes, sorted, relative to root.

    Links out of content/ and names that are not UTF-8 are errors; a file of another kind is told of, lest somebody
    wait for it to appear.
    """
    inside = (root / "content").resolve()
    kept, problems = [], []
    for path in _walk(root / folder):
        name = path.relative_to(root).as_posix()
        fault = _refused(path, name, suffixes, inside)
        if fault:
            problems.append(fault)
        else:
            kept.append(name)
    return tuple(sorted(kept)), tuple(sorted(problems))


def _refused(path: Path, name: str, suffixes: tuple[str, ...], inside: Path) -> Problem | None:
    shown = name.encode(errors="replace").decode()
    at = Location(path=shown, line=1, column=1)
    if path.suffix.lower() not in suffixes:
        hint = "a name that begins with _ is passed over without a word"
        return suggestion(at, "not-read", f"the file is not read; here only {' and '.join(suffixes)} are", hint)
    if shown != name:
        return error(at, "file-name", "the name of the file is not UTF-8", "rename it; letters, digits and - are safe")
    try:
        within = path.resolve().is_relative_to(inside)
    except (OSError, RuntimeError):  # a link that leads to itself
        return error(at, "unreadable", "the link leads nowhere", "delete it")
    return None if within else error(at, "link-outside", "the link leads out of content/", "copy the file in its place")


def _walk(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = [f for f in folders if not f.startswith((".", "_"))]
        yield from (Path(base, name) for name in names if not name.startswith((".", "_")))


def read_source(root: Path, name: str) -> tuple[Source | None, Problems]:
    """The file `root/name` as text; None with a problem if it cannot be read."""
    at = Location(path=name, line=1, column=1)
    try:
        size = (root / name).stat().st_size
        if size > MAX_BYTES:
            return None, (error(at, "file-too-large", f"the file has {size:,} bytes, the limit is {MAX_BYTES:,}"),)
        return decode(name, (root / name).read_bytes())
    except OSError as failed:
        return None, (error(at, "unreadable", f"the file cannot be read: {failed.strerror}"),)


def decode(name: str, raw: bytes) -> tuple[Source | None, Problems]:
    """Text of a file's bytes: byte-order mark dropped, line feeds as line ends, NFC; other encodings are detected."""
    at = Location(path=name, line=1, column=1)
    if not raw.strip():
        return None, (error(at, "empty-file", "the file is empty", "write into it, or delete it"),)
    if b"\0" in raw and not raw.startswith(_UTF16_BOMS):
        return None, (error(at, "binary-file", "the file is not text", "save the article as text, markdown or HTML"),)
    text, problems = _to_text(at, raw)
    if text is None:
        return None, problems
    if max(map(len, text.split("\n"))) > MAX_LINE:
        return None, (error(at, "line-too-long", f"a line is longer than {MAX_LINE:,} characters"),)
    return Source(path=name, text=text, digest=sha256(raw).hexdigest()), problems


def _to_text(at: Location, raw: bytes) -> tuple[str | None, Problems]:
    if raw.startswith(_UTF16_BOMS):
        return _decoded(at, raw, "utf-16")
    try:
        return _tidy(raw.removeprefix(_UTF8_BOM).decode("utf-8")), ()
    except UnicodeDecodeError as bad:
        line = raw.count(b"\n", 0, bad.start) + 1
        column = bad.start - (raw.rfind(b"\n", 0, bad.start) + 1) + 1
        return _decoded(Location(path=at.path, line=line, column=column), raw, _detect(raw))


def _decoded(at: Location, raw: bytes, encoding: str) -> tuple[str | None, Problems]:
    hint = "save the file as UTF-8"
    try:
        text = raw.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        text = ""
    if not text:
        return None, (error(at, "encoding", "the file is not UTF-8, and what else it is cannot be told", hint),)
    return _tidy(text), (warning(at, "encoding", f"the file is not UTF-8; it was read as {encoding}", hint),)


def _detect(raw: bytes) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415 (imported only when a file is not UTF-8)

    best = from_bytes(raw).best()
    return best.encoding if best else ""


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
