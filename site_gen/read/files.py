"""Files of content/: which there are, and their bytes as text."""

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

from site_gen.model import Source
from site_gen.problems import Location, Problem, Problems, error, suggestion, warning

MAX_BYTES = 5_000_000
MAX_LINE = 1_000_000
_UTF8_BOM = b"\xef\xbb\xbf"
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")
_PICTURES = frozenset([".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"])
_ASCII = bytes(range(0x20, 0x7F))
# Control characters that no text has; tab, line ends, form feed and the old end-of-file mark may stand in one.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
_MOST_CHAOS = 0.1
# Folders that browsers put beside a page that they save, named in their language.
_BESIDE_A_PAGE = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_bestanden", "_arquivos", "_filer")


def list_files(root: Path, folder: str, suffixes: tuple[str, ...]) -> tuple[tuple[str, ...], Problems]:
    """Paths below `root/folder` with one of the suffixes, sorted, relative to root.

    Links out of content/, names that are not UTF-8, and names that many systems would take for one are errors; a file
    of another kind is told of, lest somebody wait for it to appear, unless it is a picture beside an index file.
    """
    inside = (root / "content").resolve()
    kept: list[str] = []
    problems = _folders(root, folder, suffixes)
    for path in _walk(root / folder):
        name = path.relative_to(root).as_posix()
        fault = _refused(path, name, suffixes, inside)
        if fault and not _illustrates(path, suffixes):
            problems.append(fault)
        if not fault:
            kept.append(name)
    distinct, twins = _distinct(sorted(kept))
    return distinct, tuple(sorted((*problems, *twins)))


def _illustrates(path: Path, suffixes: tuple[str, ...]) -> bool:
    """Whether it is a picture of an article that is a folder: `talks/map.png` beside `talks/index.md`."""
    return path.suffix.lower() in _PICTURES and any((path.parent / f"index{suffix}").is_file() for suffix in suffixes)


def _distinct(names: Iterable[str]) -> tuple[tuple[str, ...], Problems]:
    """Names without those that a system which knows no capitals, or writes accents its own way, takes for another."""
    first: dict[str, str] = {}
    twins = []
    for name in names:
        other = first.setdefault(unicodedata.normalize("NFC", name).casefold(), name)
        if other != name:
            said = f"many systems take this for the same name as {other}"
            twins.append(error(Location(path=name, line=1, column=1), "same-name", said, "rename one of the two files"))
    return tuple(first.values()), tuple(twins)


def _folders(root: Path, folder: str, suffixes: tuple[str, ...]) -> list[Problem]:
    """Folders that somebody may take for what they are not.

    Links, which are not followed, names like a file's, and folders that may not be read, which look empty.
    """
    problems: list[Problem] = []
    for base, names, _ in os.walk(root / folder, onerror=lambda failed: problems.extend(_shut(root, failed))):
        names[:] = _seen(names)
        for path in (Path(base, name) for name in names):
            if path.is_symlink():
                said = "a link to a folder is not followed"
                problems.append(error(_start(root, path), "link-outside", said, "copy the folder in its place"))
            elif path.suffix.lower() in suffixes:
                said = f"this is a folder, though its name ends in {path.suffix}"
                problems.append(error(_start(root, path), "unreadable", said, "give the folder another name"))
    return problems


def _shut(root: Path, failed: OSError) -> Problems:
    """That a folder cannot be listed; none where there is no such folder."""
    if isinstance(failed, FileNotFoundError):
        return ()
    said = f"the folder cannot be read: {failed.strerror}"
    hint = "see that you may read it; what lies in it is left out"
    return (error(_start(root, Path(failed.filename)), "unreadable", said, hint),)


def _start(root: Path, path: Path) -> Location:
    return Location(path=path.relative_to(root).as_posix().encode(errors="replace").decode(), line=1, column=1)


def _seen(names: list[str]) -> list[str]:
    """Without those that are hidden, set aside by a _ at the start, or the folder that browsers save beside a page."""
    return [name for name in names if not name.startswith((".", "_")) and not name.endswith(_BESIDE_A_PAGE)]


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
        folders[:] = _seen(folders)
        yield from (Path(base, name) for name in _seen(names))


def read_source(root: Path, name: str) -> tuple[Source | None, Problems]:
    """The file `root/name` as text; None with a problem if it cannot be read."""
    at = Location(path=name, line=1, column=1)
    try:
        status = (root / name).stat()
        if not stat.S_ISREG(status.st_mode):
            return None, (error(at, "unreadable", "this is no file", "give it another name, or move it elsewhere"),)
        if status.st_size > MAX_BYTES:
            said = f"the file has {status.st_size:,} bytes, the limit is {MAX_BYTES:,}"
            return None, (error(at, "file-too-large", said, "split it, or save the text alone"),)
        return decode(name, (root / name).read_bytes())
    except OSError as failed:
        hint = "see that the file is there, and that you may read it"
        return None, (error(at, "unreadable", f"the file cannot be read: {failed.strerror}", hint),)


def decode(name: str, raw: bytes) -> tuple[Source | None, Problems]:
    """Text of a file's bytes: byte-order mark dropped, line feeds as line ends, NFC; other encodings are detected."""
    at = Location(path=name, line=1, column=1)
    if b"\0" in raw and not raw.startswith(_UTF16_BOMS):
        return None, (_binary(at),)
    text, problems = _to_text(at, raw)
    if text is None:
        return None, problems
    if not text.strip():
        return None, (error(at, "empty-file", "the file is empty", "write into it, or delete it"),)
    overlong = next((n for n, line in enumerate(text.split("\n"), start=1) if len(line) > MAX_LINE), 0)
    if overlong:
        said = f"a line is longer than {MAX_LINE:,} characters"
        hint = "break it into paragraphs"
        return None, (error(Location(path=name, line=overlong, column=1), "line-too-long", said, hint),)
    return Source(path=name, text=text, digest=sha256(raw).hexdigest()), problems


def _binary(at: Location) -> Problem:
    return error(at, "binary-file", "the file is not text", "save the article as plain text or markdown, in UTF-8")


def _to_text(at: Location, raw: bytes) -> tuple[str | None, Problems]:
    if raw.startswith(_UTF16_BOMS):
        return _decoded(at, raw, "utf-16")
    plain = raw.removeprefix(_UTF8_BOM)
    try:
        return _tidy(plain.decode("utf-8")), ()
    except UnicodeDecodeError as bad:
        before = _tidy(plain[: bad.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        here = Location(path=at.path, line=line, column=column)
        return _not_utf8(here, plain, marked=plain is not raw)


def _not_utf8(at: Location, raw: bytes, *, marked: bool) -> tuple[str | None, Problems]:
    """A file that is not all UTF-8: damaged, if most of what is not ASCII is; else in another encoding."""
    mended = raw.decode("utf-8", "replace")
    lost = mended.count("\ufffd")
    if marked or sum(not c.isascii() for c in mended) > 2 * lost:
        said = "a character is damaged here, and was read as “\ufffd”"
        return _tidy(mended), (warning(at, "encoding", said, "write it anew, and save the file as UTF-8"),)
    return _decoded(at, raw, _detect(raw))


def _decoded(at: Location, raw: bytes, encoding: str) -> tuple[str | None, Problems]:
    hint = "save the file as UTF-8"
    try:
        text = raw.decode(encoding) if encoding else ""
    except UnicodeDecodeError:
        encoding = ""
    if not encoding:
        return None, (error(at, "encoding", "the file is not UTF-8, and what else it is cannot be told", hint),)
    if _CONTROL.search(text):
        return None, (_binary(at),)
    said = f"the file is not UTF-8; it was read as {encoding.replace('cp125', 'windows-125')}"
    return _tidy(text), (warning(at, "encoding", said, hint),)


def _detect(raw: bytes) -> str:
    """Windows-1252 where it can be that, since the detector prefers its rarer sisters, which swap è for č."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 (imported only when a file is not UTF-8)

    found = [match for match in from_bytes(raw) if _ASCII.decode(match.encoding, "replace") == _ASCII.decode()]
    if any("cp1252" in match.could_be_from_charset and match.chaos < _MOST_CHAOS for match in found):
        return "cp1252"
    return found[0].encoding if found else ""


def _tidy(text: str) -> str:
    return unicodedata.normalize("NFC", text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
