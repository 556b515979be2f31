"""`site-gen read`: what is read of a file, wherever it lies."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.filters.reading import answer
from site_gen.read import documents

PLAIN = """\
Talks open

MUSCAT, Oman, April 12, 2025 (AP) — Envoys of Iran
met in Muscat.

Leave a Reply

They *left* in the evening.
"""
HEADED = """\
---
title: Talks open
published: 2025-04-13
publisher: The Gazette
url: https://gazette.example/talks
language: fa
pubisher: A
---
# Another heading

They [met](https://a.example/) in *Muscat*.

- one
- another
"""


def read(*files: Path | str) -> tuple[int, list[dict[str, Any]], str]:
    result = CliRunner().invoke(main, ["read", *map(str, files)])
    return result.exit_code, [json.loads(line) for line in result.stdout.splitlines()], result.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "two words.txt").write_text(PLAIN, encoding="utf-8")
    (tmp_path / "talks.md").write_text(HEADED, encoding="utf-8")
    (tmp_path / "مذاکرات.md").write_text("---\ntitle: مذاکرات\n---\nمذاکرات آغاز شد.\n", encoding="utf-8")
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "photo.md").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    return tmp_path


def test_a_plain_text_with_a_dateline(folder: Path) -> None:
    code, (record,), errors = read(folder / "two words.txt")
    assert (code, errors) == (0, "")
    furniture = record.pop("problems")
    assert [(p["line"], p["code"], p["severity"]) for p in furniture] == [(6, "page-furniture", "suggestion")]
    assert record == {
        "path": str(folder / "two words.txt"),
        "title": "Talks open",
        "published": "2025-04-12",
        "published_by": "dateline",
        "modified": None,
        "publisher": None,
        "author": None,
        "url": None,
        "language": "en",
        "origins": ["AP"],
        "stated_by": {"published": "dateline", "title": "text"},
        "text": "MUSCAT, Oman, April 12, 2025 (AP) — Envoys of Iran met in Muscat.\n\nThey *left* in the evening.",
    }


def test_markdown_with_front_matter_and_a_fault_in_it(folder: Path) -> None:
    code, (record,), errors = read(folder / "talks.md")
    assert code == 1
    assert record["text"] == "Another heading\n\nThey met in Muscat.\n\none\n\nanother"
    assert record["published_by"] == record["stated_by"]["language"] == "front matter"
    assert (record["title"], record["publisher"], record["language"]) == ("Talks open", "The Gazette", "fa")
    assert [(p["line"], p["column"], p["code"], p["hint"]) for p in record["problems"]] == [
        (7, 1, "unknown-key", "did you mean “publisher”?")
    ]
    assert f"{folder / 'talks.md'}:7:1: error[unknown-key]" in errors


def test_every_file_has_its_line_in_the_order_given(folder: Path) -> None:
    names = ["photo.md", "مذاکرات.md", "nowhere.md", "empty.md", "two words.txt", "."]
    code, records, _ = read(*(folder / name for name in names))
    assert code == 1
    assert [Path(record["path"]).name for record in records] == [(folder / name).name for name in names]
    codes = [[p["code"] for p in record["problems"]] for record in records]
    assert codes[:4] == [["binary-file"], ["no-publication-date"], ["unreadable"], ["empty-file"]]
    assert records[1]["text"] == "مذاکرات آغاز شد."
    assert records[0]["text"] is records[0]["title"] is records[0]["published"] is None


def test_a_fault_of_ours_is_a_problem_of_that_file_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = documents.article

    def fail(source: Any) -> Any:  # noqa: ANN401 (as the function it stands for)
        if source.path.endswith("talks.md"):
            raise RuntimeError("no")
        return whole(source)

    monkeypatch.setattr(documents, "article", fail)
    code, records, _ = read(folder / "talks.md", folder / "two words.txt")
    assert code == 1
    assert [[p["code"] for p in record["problems"]] for record in records] == [["program-fault"], ["page-furniture"]]


def test_it_wants_a_file() -> None:
    assert read()[0] == 2


def test_paths_are_seen_from_the_root(folder: Path) -> None:
    _, (record,), _ = read("--root", folder, "two words.txt")
    assert (record["path"], record["title"]) == ("two words.txt", "Talks open")


def test_a_file_is_read_only_when_its_turn_comes(folder: Path) -> None:
    names = iter(["two words.txt", "talks.md", "empty.md"])
    lines = answer(folder, names)
    next(lines)
    assert list(names) == ["talks.md", "empty.md"]
