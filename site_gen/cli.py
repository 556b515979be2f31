"""The command line: `site-gen`."""

import sys
from datetime import datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds content/, templates/, static/; else the current one.",
)
_STRICT = click.option("--strict", is_flag=True, help="Warnings count as errors.")
_EVENT_FORMATS = "One JSON object a line with everything, or a table for spreadsheets."
_NO_CACHE = click.option("--no-cache", is_flag=True, help="Read every file anew.")


class _Examples(click.Command):
    """A command whose help ends with an example, lines kept."""

    def __init__(self, *args: Any, example: str = "", **kwargs: Any) -> None:  # noqa: ANN401 (click's own signature)
        super().__init__(*args, **kwargs)
        self.example = example

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Writes the example below the options."""
        with formatter.section("Example"):
            for line in self.example.strip().splitlines():
                formatter.write(f"  {line}\n")
        super().format_epilog(ctx, formatter)


class _Program(_Examples, click.Group):
    """The program itself; what a terminal's encoding lacks is written as an escape, never a crash."""

    def main(self, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 (click's own signature)
        """As click has it, on streams that take every character."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        return super().main(*args, **kwargs)


_FIRST_STEPS = """\
site-gen new note "Talks open in Muscat"   write what happened, and when, into the file it names
site-gen check                             list what is wrong, and what is left out
site-gen serve                             look at it while you write
site-gen build                             make the site in output/"""


@click.group(cls=_Program, context_settings={"help_option_names": ["-h", "--help"]}, example=_FIRST_STEPS)
@click.version_option(package_name="site-gen")
def main() -> None:
    """Turns a folder of articles and editors' notes into a sourced, chronological website."""


class Instant(click.ParamType[datetime]):
    """An ISO 8601 instant with an offset."""

    name = "instant"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:  # noqa: ANN401 (click's own signature)
        """The instant, or a usage error."""
        try:
            instant = value if isinstance(value, datetime) else datetime.fromisoformat(value)
        except ValueError:
            instant = datetime.min  # noqa: DTZ901 (a naive time: refused below)
        if instant.tzinfo is None:
            self.fail(f"{value!r} is no instant with an offset, such as 2026-04-10T09:00:00+00:00", param, ctx)
        return instant


@main.command(cls=_Examples, example="site-gen build --base-url https://example.org/iran/ --strict")
@_ROOT
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Where the site goes; else output/.")
@click.option("--base-url", default="", help="The address that the site will have, in place of site.toml's.")
@click.option("--as-of", type=Instant(), help="The instant that publish_at is held against.")
@_STRICT
@click.option("--drafts", is_flag=True, help="Publish drafts and notes whose time has not come, too.")
@_NO_CACHE
@click.option("--jobs", type=click.IntRange(1, 64), default=None, help="Processes that read; else one a processor.")
@click.option("--quiet", is_flag=True, help="Print problems only.")
def build(**given: Any) -> None:  # noqa: ANN401 (click's options, typed above)
    """Build the site: content/ → output/."""
    from site_gen import commands

    sys.exit(commands.build_site(**given))


@main.command(cls=_Examples, example="site-gen serve --port 8000 --base-path /repo/")
@_ROOT
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: any that is free.")
@click.option("--base-path", default="/", show_default=True, help="Serve below this path, as GitHub Pages does.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in the browser.")
def serve(root: Path, port: int, base_path: str, open_browser: bool) -> None:  # noqa: FBT001 (click hands it over by name)
    """Preview: the site on 127.0.0.1, reloaded on every save.

    Drafts are shown, and the editors' desk with the sentences that could not be dated; neither reaches output/.
    """
    from site_gen import commands, preview

    commands.require_content(root)
    sys.exit(preview.serve(root, port=port, base_path=base_path, open_browser=open_browser))


@main.command(cls=_Examples, example="site-gen check --strict --format github")
@_ROOT
@_STRICT
@click.option("--verbose", is_flag=True, help="Also what was left out as page furniture.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, or as annotations of a pull request.",
)
def check(root: Path, form: str, *, strict: bool, verbose: bool) -> None:
    """List what is wrong with the content, by file and line."""
    from site_gen import commands

    sys.exit(commands.check_content(root, form, strict=strict, verbose=verbose))


def _told(_ctx: click.Context, _param: click.Parameter, title: str) -> str:
    if not title.strip():
        raise click.BadParameter("it is empty; say in a few words what happened")
    return title


@main.command(
    cls=_Examples, example='site-gen new note "Talks open in Muscat"\nsite-gen new article "The Omani channel"'
)
@click.argument("kind", type=click.Choice(["note", "article"]))
@click.argument("title", callback=_told)
@_ROOT
def new(kind: str, title: str, root: Path) -> None:
    """Write a note or article to fill in, and print its path."""
    from site_gen import commands, scaffold

    commands.require_content(root)
    try:
        click.echo(scaffold.new(root, kind, title, commands.now()))
    except OSError as failed:
        click.echo(f"the {kind} cannot be written into content/{kind}s/: {failed.strerror}", err=True)
        sys.exit(1)


@main.command(cls=_Examples, example="site-gen events --format csv > events.csv")
@_ROOT
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "csv"]), default="jsonl", show_default=True, help=_EVENT_FORMATS
)
def events(root: Path, form: str) -> None:
    """Print the merged timeline with its provenance."""
    from site_gen import commands

    sys.exit(commands.print_events(root, form))


@main.command(cls=_Examples, example="site-gen read content/articles/talks.md ~/Downloads/page.txt > read.jsonl")
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@_ROOT
def read(files: tuple[str, ...], root: Path) -> None:
    """Show what is read of article files, wherever they lie.

    Each file makes a JSON line with path, title, published and published_by (front matter, dateline …), modified,
    publisher, author, url, language, origins, stated_by, text and problems; what is not known is null. A file that
    cannot be read has a line as well, and the rest goes on. Paths are seen from the root.
    """
    from site_gen import commands

    sys.exit(commands.print_readings(root, files))


_KINDS = ("article", "note", "page", "site", "actors", "places", "topics")


@main.command(cls=_Examples, example="site-gen schema --output .vscode/schemas\nsite-gen schema note")
@click.argument("kind", type=click.Choice(_KINDS), required=False)
@click.option("--output", type=click.Path(file_okay=False, path_type=Path), help="Write them into this folder.")
def schema(kind: str | None, output: Path | None) -> None:
    """Print JSON Schemas of what editors write.

    Of one kind, or of all by kind, for the tools of editors: front matter of articles, notes and pages, and the TOML
    files of content/.
    """
    from site_gen import commands

    sys.exit(commands.print_schemas(kind, output))


@main.command(
    cls=_Examples,
    example="""echo '{"id": "1", "dct": "2025-04-14", "text": "They met on Saturday."}' | site-gen dates""",
)
def dates() -> None:
    """Find dates: documents as JSON lines in, JSON lines out.

    A line in is {"id", "dct", "text"}, where "dct" is the day of publication or null; a line out is {"id", "timexes"},
    with offsets in characters, TIMEX3 type and value, and EDTF. A bad line is named, and the rest goes on.
    """
    from site_gen.filters import dates as filter_dates

    sys.exit(_filter(filter_dates.answer))


@main.command(
    cls=_Examples,
    example="""echo '{"id": "1", "date": "2025-04-12", "text": "Talks opened.", "source": "a"}' | site-gen merge""",
)
def merge() -> None:
    """Find events: dated statements as JSON lines in and out.

    A line in is {"id", "date", "text", "source"}, where "date" is EDTF or null, and may also have "context", "topic",
    "modality", "actors", "places" and "origin"; a line out is {"id", "event", "why"}. A bad line is named, and the
    rest goes on.
    """
    from site_gen.filters import merge as filter_merge

    sys.exit(_filter(filter_merge.answer))


def _filter(answer: Any) -> int:  # noqa: ANN401 (a filter's answer function: lines and a complaint in, lines out)
    """Stdin through a filter to stdout; 1 if a line was bad."""
    bad: list[str] = []

    def complain(message: str) -> None:
        bad.append(message)
        click.echo(message, err=True)

    for line in answer(sys.stdin.buffer, complain):
        sys.stdout.buffer.write(line)
        sys.stdout.buffer.flush()  # who writes one line and waits for its answer must not wait for ever
    return int(bool(bad))
