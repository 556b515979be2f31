"""Reading holds a few sources at a time, however many files there are."""

import weakref
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from site_gen import gather as gathering
from site_gen.cache import Cache
from site_gen.model import Source
from site_gen.problems import Problems
from site_gen.read.files import read_source

FILES = 30
# What was read last may still be remembered, for the places of its lines.
FEW = 4


class Text(str):
    """A text that tells when it is gone."""

    __slots__ = ("__weakref__",)


@pytest.mark.parametrize("front_matter", ["", "---\npublished: 2025-04-20\n---\n"])
def test_few_sources_are_held_at_a_time(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, front_matter: str
) -> None:
    said = f"{front_matter}# Talks {{0}}\n\nEnvoys met in Muscat on 12 April 2025, for the {{0}}. time.\n"
    root = folder("".join(f"-- content/articles/a{n}.md --\n{said.format(n)}" for n in range(FILES)))
    held: list[weakref.ref[Text]] = []
    most = 0
    read = read_source

    def counted(root: Path, name: str) -> tuple[Source | None, Problems]:
        nonlocal most
        source, problems = read(root, name)
        if source is None:
            return source, problems
        text = Text(source.text)
        held.append(weakref.ref(text))
        most = max(most, sum(each() is not None for each in held))
        return replace(source, text=text), problems

    monkeypatch.setattr(gathering, "read_source", counted)
    content, _ = gathering.gather(root, Cache(None))
    assert len(content.articles) == FILES
    assert len(held) >= FILES
    assert most <= FEW
