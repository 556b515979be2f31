"""Content, gathered: every file of content/ read and tagged, each remembered by what it was made of."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from site_gen.cache import Cache, key
from site_gen.config import Site, read_site
from site_gen.model import Article, Entity, Note, Source, StandingPage, Statement
from site_gen.problems import Location, Problem, Problems, error
from site_gen.read.copies import Sketch, near_copies, sketch
from site_gen.read.files import list_files, read_source

FOLDERS = (
    ("articles", "content/articles", (".md", ".txt", ".html", ".htm")),
    ("notes", "content/notes", (".md",)),
    ("pages", "content/pages", (".md",)),
)
LISTS = ("actor", "place", "topic")
# Below this a process costs more to start than it saves.
_WORTH_A_PROCESS = 100
_CHUNK = 25

Progress = Callable[[int, int], object]
# Its room, and its path below the root.
File = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one file came to: an article with its statements, a note, or a page; and what is wrong with it."""

    article: Article | None = None
    statements: tuple[Statement, ...] = ()
    sketch: Sketch | None = None
    note: Note | None = None
    page: StandingPage | None = None
    problems: Problems = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """All of content/, in order of paths."""

    site: Site
    entities: tuple[Entity, ...]
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    notes: tuple[Note, ...]
    pages: tuple[StandingPage, ...]


def gather(root: Path, cache: Cache, *, jobs: int = 1, progress: Progress | None = None) -> tuple[Content, Problems]:
    """Read and tag everything below `root/content`; `progress` is told how many files of how many are done."""
    site, site_problems = _settings(root)
    entities, lists_key, list_problems = _entities(root)
    listed = [(room, list_files(root, folder, suffixes)) for room, folder, suffixes in FOLDERS]
    files = [(room, name) for room, (names, _) in listed for name in names]
    readings = _readings(_Task(root=root, entities=entities, lists_key=lists_key), files, cache, jobs, progress)
    kept, twice = _distinct(readings)
    problems = (
        *site_problems,
        *list_problems,
        *(p for _, (_, found) in listed for p in found),
        *(p for reading in readings for p in reading.problems),
        *twice,
        *_copies(kept),
    )
    return _content(site, entities, kept), problems


def _content(site: Site, entities: tuple[Entity, ...], readings: Sequence[Reading]) -> Content:
    return Content(
        site=site,
        entities=entities,
        articles=tuple(r.article for r in readings if r.article),
        statements=tuple(s for r in readings for s in r.statements),
        notes=tuple(r.note for r in readings if r.note),
        pages=tuple(sorted((r.page for r in readings if r.page), key=lambda page: (page.order, page.id))),
    )


def program_fault(source: Source, fault: Exception) -> Problem:
    """The problem of a file on which our own program failed."""
    said = f"the program failed on this file: {type(fault).__name__}: {fault}".encode(errors="replace").decode()
    hint = "the rest was built without it; please report it, with the file"
    return error(Location(path=source.path, line=1, column=1), "program-fault", said, hint)


def _copies(readings: Iterable[Reading]) -> Problems:
    drawn = [(reading.article, reading.sketch) for reading in readings if reading.article and reading.sketch]
    return near_copies([article for article, _ in drawn], [kept for _, kept in drawn])


def _settings(root: Path) -> tuple[Site, Problems]:
    name = "content/site.toml"
    if not (root / name).exists():
        hint = 'make it with the lines title = "…" and base_url = "https://…/"'
        return Site(), (error(Location(path=name), "missing-file", "the site has no settings", hint),)
    source, problems = read_source(root, name)
    if source is None:
        return Site(), problems
    site, faults = read_site(source)
    return site, (*problems, *faults)


def _entities(root: Path) -> tuple[tuple[Entity, ...], str, Problems]:
    """The entities of all lists, a key of the lists' texts, and problems; a list that is not there is empty."""
    from site_gen.read.entities import entities

    made: list[Entity] = []
    problems: list[Problem] = []
    texts = []
    for kind in LISTS:
        if not (root / f"content/{kind}s.toml").exists():
            continue
        source, found = read_source(root, f"content/{kind}s.toml")
        problems += found
        if source:
            entries, faults = entities(source, kind)
            made += entries
            problems += faults
            texts.append(f"{kind}:{source.digest}")
    return tuple(made), ",".join(texts), tuple(problems)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """What is the same for every file."""

    root: Path
    entities: tuple[Entity, ...]
    lists_key: str


def _readings(
    task: _Task, files: Sequence[File], cache: Cache, jobs: int, progress: Progress | None
) -> tuple[Reading, ...]:
    """One reading a file, in the order of the files; those the cache does not know are made, in processes if many.

    No more than one file's source is held at a time: a file that the cache does not know is read again where its
    reading is made.
    """
    told = progress or (lambda _done, _all: None)
    decoder = msgspec.msgpack.Decoder(Reading)
    looked_up = [_known(task, file, cache, decoder) for file in files]
    names = [name for name, _ in looked_up]
    readings = [reading for _, reading in looked_up]
    missing = [number for number, reading in enumerate(readings) if reading is None]
    done = len(files) - len(missing)
    for number, (name, stored) in zip(missing, _made(task, [files[n] for n in missing], jobs), strict=True):
        cache.put(name, stored)
        names[number], readings[number] = name, _decoded(decoder, stored)
        done += 1
        told(done, len(files))
    cache.keep_only(names)
    return tuple(reading for reading in readings if reading)


def _known(
    task: _Task, file: File, cache: Cache, decoder: "msgspec.msgpack.Decoder[Reading]"
) -> tuple[str, Reading | None]:
    """The file's name in the cache, and what the cache knows of it; a file that cannot be read is known at once."""
    source, problems = read_source(task.root, file[1])
    if source is None:
        return "", Reading(problems=problems)
    name = _name(task, file, source, problems)
    return name, _decoded(decoder, cache.get(name))


def _name(task: _Task, file: File, source: Source, problems: Problems) -> str:
    return key(task.lists_key, file[0], source.path, source.digest, *map(str, problems))


def _decoded(decoder: "msgspec.msgpack.Decoder[Reading]", stored: bytes | None) -> Reading | None:
    try:
        return _lean(decoder.decode(stored)) if stored is not None else None
    except (msgspec.DecodeError, ValueError):
        return None


def _lean(reading: Reading) -> Reading:
    """With one string for a body and a text that are equal, as those of plain text are."""
    article = reading.article
    if article is None or article.text != article.body:
        return reading
    return replace(reading, article=replace(article, text=article.body))


def _made(task: _Task, files: Sequence[File], jobs: int) -> Iterable[tuple[str, bytes]]:
    if jobs < 2 or len(files) < _WORTH_A_PROCESS:  # noqa: PLR2004 (two is the fewest that are several)
        return (_read_one(task, file) for file in files)
    chunks = [(task, files[at : at + _CHUNK]) for at in range(0, len(files), _CHUNK)]
    return _in_processes(chunks, jobs)


def _in_processes(chunks: Sequence[tuple[_Task, Sequence[File]]], jobs: int) -> Iterable[tuple[str, bytes]]:
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(jobs) as pool:
        for made in pool.map(_read_chunk, chunks):
            yield from made


def _read_chunk(chunk: tuple[_Task, Sequence[File]]) -> list[tuple[str, bytes]]:
    task, files = chunk
    return [_read_one(task, file) for file in files]


def _read_one(task: _Task, file: File) -> tuple[str, bytes]:
    """A file's name in the cache and its reading; where our own program fails on it, that is this file's problem."""
    source, problems = read_source(task.root, file[1])
    if source is None:  # it went since it was looked up
        return "", msgspec.msgpack.encode(Reading(problems=problems))
    name = _name(task, file, source, problems)
    try:
        reading = _reading(task, file[0], source)
        return name, msgspec.msgpack.encode(replace(reading, problems=(*problems, *reading.problems)))
    except Exception as fault:  # noqa: BLE001 (no file, however odd, stops the others)
        return name, msgspec.msgpack.encode(Reading(problems=(*problems, program_fault(source, fault))))


def _reading(task: _Task, room: str, source: Source) -> Reading:
    """What a file comes to. The readers load here, so that a build with nothing to read does not pay for them."""
    from site_gen.read import documents
    from site_gen.tag import gazetteer, tag, tag_note

    known = gazetteer(task.entities)
    if room == "articles":
        article, found = documents.article(source)
        statements, doubtful = tag(article, known) if article else ((), ())
        drawn = sketch(article.text) if article else None
        return Reading(article=article, statements=statements, sketch=drawn, problems=(*found, *doubtful))
    if room == "notes":
        note, found = documents.note(source)
        tagged, unknown = tag_note(note, known) if note else (None, ())
        return Reading(note=tagged, problems=(*found, *unknown))
    page, found = documents.standing_page(source)
    return Reading(page=page, problems=found)


def _distinct(readings: Iterable[Reading]) -> tuple[list[Reading], Problems]:
    """Readings without those whose slug an earlier file of the same kind has already."""
    owner: dict[tuple[str, str], str] = {}
    kept, problems = [], []
    for reading in readings:
        for kind, made, path in _slugs(reading):
            first = owner.setdefault((kind, made), path)
            if first != path:
                said = f"this {kind} and {first} have the same slug, “{made}”"
                problems.append(
                    error(Location(path=path, line=1, column=1), "duplicate-slug", said, "rename one of the two files")
                )
                break
        else:
            kept.append(reading)
    return kept, tuple(problems)


def _slugs(reading: Reading) -> list[tuple[str, str, str]]:
    found = []
    if reading.article:
        found.append(("article", reading.article.id, reading.article.path))
    if reading.note:
        found.append(("note", reading.note.id, reading.note.at.path))
    if reading.page:
        found.append(("page", reading.page.id, reading.page.path))
    return found
