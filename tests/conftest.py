"""Fixtures: a whole site in one string, with `-- path --` lines between its files."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from site_gen.build import Built, Options, build

# How long an example takes says more of the machine than of the program.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

SETTINGS = 'title = "Lantern talks"\nbase_url = "https://record.example/lantern/"\n'
_SEPARATOR = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)

Folder = Callable[..., Path]


def files_of(text: str) -> dict[str, str]:
    """The files that the string holds, by path; what stands before the first separator must be blank."""
    before, *parts = _SEPARATOR.split(textwrap.dedent(text))
    assert not before.strip(), before
    return dict(zip(parts[::2], parts[1::2], strict=True))


def write_files(root: Path, text: str) -> None:
    for name, content in files_of(text).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Writes the site of a string below tmp_path, with settings unless it brings its own; returns its root.

    A second string adds to the first. Without templates/ of its own the site takes the look of the program.
    """

    def written(text: str, name: str = "site") -> Path:
        root = tmp_path / name
        if not (root / "content").exists():
            write_files(root, f"-- content/site.toml --\n{SETTINGS}")
        write_files(root, text)
        return root

    return written


@pytest.fixture
def site(folder: Folder) -> Callable[..., Built]:
    """Builds the site of a string in memory; a second string adds to the first."""

    def built(text: str, **options: object) -> Built:
        return build(Options(root=folder(text), **options))  # type: ignore[arg-type] # options are Options' own fields

    return built
