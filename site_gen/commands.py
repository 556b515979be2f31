"""What the commands do, once the command line is understood; the clock is read here alone."""

import csv
import io
import json
import os
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import click

from site_gen import report
from site_gen.build import Built, Options, read_timeline, write_site
from site_gen.build import build as build_in_memory
from site_gen.config import is_web
from site_gen.gather import Progress
from site_gen.problems import Problems, Severity, exit_code

_VERBOSE_ONLY = frozenset({"page-furniture"})
# A bar is drawn only where the wait is felt.
_BAR_AFTER_SECONDS = 1.0
# With their full-width forms, which spreadsheets take for the same.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CSV_COLUMNS = ("id", "date", "title", "summary", "certainty", "reason", "actors", "places", "topics", "origins", "url")


def build_site(  # noqa: PLR0913 (the options of the command, all by name)
    *,
    root: Path,
    output: Path | None,
    base_url: str,
    as_of: datetime | None,
    strict: bool,
    drafts: bool,
    no_cache: bool,
    jobs: int | None,
    quiet: bool,
) -> int:
    """`site-gen build`: the exit code."""
    began = time.perf_counter()
    require_content(root)
    target = _output(root, output)
    options = Options(
        root=root,
        base_url=_base(base_url),
        as_of=as_of,
        drafts=drafts,
        cached=not no_cache,
        jobs=jobs or os.cpu_count() or 1,
    )
    with _bar(quiet=quiet) as progress:
        built = build_in_memory(options, progress)
    changed, faults = write_site(built, target, strict=strict)
    problems = tuple(sorted({*built.problems, *faults}))
    told = [p for p in problems if p.severity is not Severity.SUGGESTION]
    for problem in told:
        click.echo(report.as_text(problem), err=True)
    code = exit_code(problems, strict=strict)
    if not quiet:
        _summarise(built, time.perf_counter() - began)
        click.echo(_outcome(changed, strict=strict and bool(code), failed=bool(faults)))
    return code


def _summarise(built: Built, seconds: float) -> None:
    counts = (f"{n:,} {kind.removesuffix('s') if n == 1 else kind}" for kind, n in built.counts().items())
    click.echo(f"{' · '.join(counts)} · {seconds:.2f} s")
    more = sum(problem.severity is Severity.SUGGESTION for problem in built.problems)
    if more:
        click.echo(f"{report.counted(more, 'suggestion')}, such as notes that were left out: see site-gen check")


def _outcome(changed: int, *, strict: bool, failed: bool) -> str:
    if failed:
        return "the site could not be written"
    return (
        "nothing was written, since --strict allows no problem"
        if strict
        else f"{report.counted(changed, 'file')} changed"
    )


def check_content(root: Path, form: str, *, strict: bool, verbose: bool) -> int:
    """`site-gen check`: everything that is wrong, templates included; the exit code."""
    require_content(root)
    built = build_in_memory(Options(root=root, jobs=os.cpu_count() or 1, preview=True))
    problems = tuple(p for p in built.problems if verbose or p.code not in _VERBOSE_ONLY)
    if form == "json":
        click.echo(report.as_json(problems))
    else:
        for problem in problems:
            click.echo(report.as_github(problem) if form == "github" else report.as_text(problem))
        click.echo(report.summary(problems), err=True)
    return exit_code(problems, strict=strict)


def print_events(root: Path, form: str) -> int:
    """`site-gen events`: the timeline on stdout, problems on stderr; the exit code."""
    from site_gen.publish.contents import Contents
    from site_gen.publish.feeds import event_record

    require_content(root)
    _, timeline, problems = read_timeline(Options(root=root, jobs=os.cpu_count() or 1))
    contents = Contents(timeline)
    records = [event_record(event, contents) for event in contents.events]
    if form == "csv":
        click.echo(_as_csv(records).encode(), nl=False)  # bytes: UTF-8, whatever the terminal speaks
    else:
        for record in records:
            click.echo(json.dumps(record, ensure_ascii=False).encode())
    _complain(problems)
    return exit_code(problems, strict=False)


def print_readings(root: Path, names: Iterable[str]) -> int:
    """`site-gen read`: a JSON line a file on stdout, errors on stderr; the exit code."""
    from site_gen.filters.reading import answer

    code = 0
    for line, problems in answer(root, names):
        click.echo(line, nl=False)
        _complain(problems)
        code = max(code, exit_code(problems, strict=False))
    return code


def print_schemas(kind: str | None, output: Path | None) -> int:
    """`site-gen schema`: one on stdout, or each in a file of the folder; the exit code."""
    from site_gen.read.json_schemas import KINDS, json_schema

    schemas = {each: json_schema(each) for each in ([kind] if kind else KINDS)}
    if output is None:
        made: object = schemas[kind] if kind else schemas
        click.echo((json.dumps(made, ensure_ascii=False, indent=2)).encode())
        return 0
    try:
        output.mkdir(parents=True, exist_ok=True)
        for name, schema in schemas.items():
            written = output / f"{name}.schema.json"
            written.write_text(json.dumps(schema, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
            click.echo(written)
    except OSError as why:
        click.echo(f"{output} cannot be written: {why.strerror}", err=True)
        return 1
    return 0


def _complain(problems: Problems) -> None:
    for problem in problems:
        if problem.severity is Severity.ERROR:
            click.echo(report.as_text(problem), err=True)


def _as_csv(records: list[dict[str, object]]) -> str:
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow((*_CSV_COLUMNS, "sources"))
    for record in records:
        writer.writerow([*(_cell(record[column]) for column in _CSV_COLUMNS), _cell(_urls(record))])
    return made.getvalue()


def _urls(record: dict[str, object]) -> list[str]:
    sources = record["sources"]
    return [source["url"] for source in sources] if isinstance(sources, list) else []


def _cell(value: object) -> str:
    """Text of a cell; one that a spreadsheet would take for a formula is made plain text (OWASP, CSV injection)."""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def require_content(root: Path) -> None:
    """Raises a usage error (exit 2) where there is no content/ to work on."""
    if not (root / "content").is_dir():
        raise click.UsageError(
            f"there is no folder content/ in {root.resolve()}; --root DIR names the folder that holds it"
        )


def _output(root: Path, output: Path | None) -> Path:
    target = output or root / "output"
    there = target.resolve()
    for name in ("content", "templates", "static"):
        folder = (root / name).resolve()
        if folder.is_relative_to(there) or there.is_relative_to(folder):
            raise click.UsageError(f"the output {target} and {name}/ may not lie in one another")
    return target


def _base(base_url: str) -> str:
    if base_url and not is_web(base_url):
        raise click.UsageError(f"--base-url {base_url} is no web address such as https://example.org/repo/")
    return base_url.rstrip("/") + "/" if base_url else ""


def now() -> datetime:
    """The present instant in UTC; for `new`, never for a build."""
    return datetime.now(UTC)  # noqa: TID251 (the one command that stamps what it writes)


@contextmanager
def _bar(*, quiet: bool) -> Iterator[Progress | None]:
    """A progress bar that appears after a second, on a terminal; else nothing."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    began = time.perf_counter()
    bar = Bar(console=Console(stderr=True), transient=True)
    task = bar.add_task("reading", total=None)

    def progress(done: int, all_of_them: int) -> None:
        if not bar.live.is_started and time.perf_counter() - began > _BAR_AFTER_SECONDS:
            bar.start()
        bar.update(task, completed=done, total=all_of_them)

    try:
        yield progress
    finally:
        bar.stop()
