"""A small site, and the commands run on it."""

from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from site_gen.cli import main

STORY = """
    -- content/actors.toml --
    [[actor]]
    name = "Iran"
    -- content/articles/talks.md --
    ---
    title: The lantern talks
    published: 2025-04-20
    publisher: The Gazette
    url: https://gazette.example/talks
    ---
    Envoys of Iran and Oman met in Muscat on 12 April 2025. In recent days Iran has kept silent.

    Leave a Reply
    -- content/notes/ferry.md --
    ---
    title: The ferry stops
    date: 2025-06
    actors: [Iran]
    sources: https://gazette.example/ferry
    ---
"""
WARNING = "-- content/articles/undated.md --\n# Undated\n\nTalks went on in 2019.\n"
ERROR = "-- content/notes/bad.md --\n---\ntitle: Bad\ndate: 2025-02-30\n---\n"


def run(root: Path, *arguments: str, **more: Any) -> Result:  # noqa: ANN401 (CliRunner's own options)
    command, *rest = arguments
    return CliRunner().invoke(main, [command, "--root", str(root), *rest], **more)


def written(root: Path) -> dict[str, bytes]:
    output = root / "output"
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in output.rglob("*") if p.is_file()}
