"""The build: content/ to a timeline, the timeline to a site, the site to output/."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from site_gen.cache import Cache
from site_gen.config import Site
from site_gen.gather import Content, Progress, gather
from site_gen.model import Note, Output, Statement, Timeline
from site_gen.problems import Location, Problem, Problems, Severity, error, exit_code, suggestion

if TYPE_CHECKING:
    from site_gen.publish.render import Theme

CACHE = ".site_gen/cache"
# The look that comes with the program: in the wheel, then in a checkout.
_THEMES = (Path(__file__).parent / "theme", Path(__file__).parent.parent)
_Kind = TypeVar("_Kind", str, bytes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a build depends on besides content/: `as_of` is the instant that `publish_at` is held against."""

    root: Path
    base_url: str = ""
    as_of: datetime | None = None
    drafts: bool = False
    cached: bool = True
    jobs: int = 1
    preview: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """A site ready to be written, and what it was made of."""

    site: Site
    timeline: Timeline
    outputs: tuple[Output, ...]
    problems: Problems

    def counts(self) -> dict[str, int]:
        """How much there is of each kind, for the summary."""
        timeline = self.timeline
        told = sum(len(event.statements) for event in timeline.events)
        worst = Counter(p.severity for p in self.problems)
        return {
            "articles": len(timeline.articles),
            "notes": len(timeline.notes),
            "statements": told,
            "undated": len(timeline.undated),
            "events": len(timeline.events),
            "pages": sum(output.path.endswith(".html") for output in self.outputs),
            "problems": worst[Severity.ERROR] + worst[Severity.WARNING],
        }


def read_timeline(options: Options, progress: Progress | None = None) -> tuple[Site, Timeline, Problems]:
    """Everything up to the timeline: content gathered, statements and notes merged."""
    from site_gen.merge import merge

    cache = Cache(options.root / CACHE if options.cached else None)
    content, problems = gather(options.root, cache, jobs=options.jobs, progress=progress)
    notes, waiting = _due(content.notes, options)
    merged, faults = merge(content.statements, notes, content.articles)
    timeline = Timeline(
        events=merged.events,
        undated=merged.undated,
        likely=merged.likely,
        articles=content.articles,
        notes=notes,
        pages=content.pages,
        entities=content.entities,
    )
    undated = _undated(merged.undated, content)
    site = replace(content.site, base_url=options.base_url) if options.base_url else content.site
    return site, timeline, tuple(sorted({*problems, *waiting, *faults, *undated}))


def build(options: Options, progress: Progress | None = None) -> Built:
    """The whole site, in memory."""
    from site_gen.publish import publish

    site, timeline, problems = read_timeline(options, progress)
    theme, theme_problems = _theme(options.root)
    outputs, faults = publish(timeline, site, theme, preview=options.preview)
    everything = tuple(sorted({*problems, *theme_problems, *faults}))
    return Built(site=site, timeline=timeline, outputs=outputs, problems=everything)


def write_site(built: Built, output: Path, *, strict: bool = False) -> tuple[int, Problems]:
    """Bring the output folder in line with the site; returns how many files changed, and problems.

    Where strict and something is wrong, nothing is written. Where a template failed, the pages it would have made stay
    as they were.
    """
    from site_gen.publish.write import WriteError, listed, write

    if strict and exit_code(built.problems, strict=True):
        return 0, ()
    failed = any(problem.code == "template" for problem in built.problems)
    try:
        output.mkdir(parents=True, exist_ok=True)
        return write(built.outputs, output, keep=listed(output) if failed else ()), ()
    except WriteError as why:
        return 0, (
            error(Location(path=str(output)), "unwritable", str(why), "free the place, or name another --output"),
        )
    except OSError as why:
        said = f"the folder cannot be made: {why.strerror}"
        return 0, (error(Location(path=str(output)), "unwritable", said, "name another folder with --output"),)


def _theme(root: Path) -> tuple["Theme", Problems]:
    """The site's own templates and static files over those of the program, so that it need bring only what differs."""
    from site_gen.publish.render import Theme, read_theme

    base = next((place for place in _THEMES if (place / "templates").is_dir()), root)
    theme, problems = read_theme(base)
    if base.resolve() == root.resolve():
        return theme, problems
    own, faults = read_theme(root)
    merged = Theme(templates=_over(theme.templates, own.templates), static=_over(theme.static, own.static))
    return merged, (*problems, *(fault for fault in faults if fault.code != "missing-folder"))


def _over(base: Iterable[tuple[str, _Kind]], own: Iterable[tuple[str, _Kind]]) -> tuple[tuple[str, _Kind], ...]:
    return tuple(sorted({**dict(base), **dict(own)}.items()))


def _due(notes: Sequence[Note], options: Options) -> tuple[tuple[Note, ...], Problems]:
    """The notes to publish, and a suggestion for each that waits, so that none is forgotten."""
    waiting = {note.id: why for note in notes if (why := _waits(note, options))}
    told = (suggestion(Location(path=n.at.path, line=1, column=1), *waiting[n.id]) for n in notes if n.id in waiting)
    return tuple(note for note in notes if note.id not in waiting), tuple(told)


def _waits(note: Note, options: Options) -> tuple[str, str, str] | None:
    """Code, sentence and hint of why a note is not published yet."""
    if note.draft and not options.drafts:
        return "draft", "the note is a draft and left out", "take its line “draft: true” away, or build with --drafts"
    if not note.publish_at or options.drafts:
        return None
    if options.as_of and datetime.fromisoformat(note.publish_at) <= options.as_of:
        return None
    said = f"the note is left out until {note.publish_at}"
    return "not-yet", said, "--as-of says what time it is; --drafts builds it at once"


def _undated(statements: Iterable[Statement], content: Content) -> Iterable[Problem]:
    published = {article.id for article in content.articles if article.published}
    for statement in statements:
        hint = "say in the sentence when it was, or write a note about it"
        if statement.article not in published:
            hint = "add `published:` to the front matter if the date of publication is known"
        yield suggestion(statement.at, "undated", f"{statement.undated_because}: “{statement.text}”", hint)
