"""`site-gen build`, as an editor types it."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from commands_run import ERROR, STORY, WARNING, run, written
from conftest import Folder
from syrupy.assertion import SnapshotAssertion

from site_gen.cli import main


def test_build_writes_the_site_and_says_what_it_holds(folder: Folder) -> None:
    root = folder(STORY)
    result = run(root, "build")
    assert (result.exit_code, result.stderr) == (0, "")
    first, second, third = result.stdout.splitlines()
    numbers = r"1 article · 1 note · 1 statement · 1 undated · 2 events · \d+ pages · 0 problems · \d+\.\d\d s"
    assert re.fullmatch(numbers, first)
    assert second == "2 suggestions, such as notes that were left out: see site-gen check"
    assert third == f"{len(written(root)) - 1} files changed"
    assert "events/2025-06-the-ferry-stops/index.html" in written(root)


def test_a_second_build_changes_nothing(folder: Folder) -> None:
    root = folder(STORY)
    run(root, "build")
    assert run(root, "build").stdout.splitlines()[-1] == "0 files changed"
    assert run(root, "build", "--no-cache", "--jobs", "2").stdout.splitlines()[-1] == "0 files changed"


@pytest.mark.parametrize(
    ("added", "strict", "code"),
    [("", False, 0), ("", True, 0), (WARNING, False, 0), (WARNING, True, 1), (ERROR, False, 1), (ERROR, True, 1)],
)
@pytest.mark.parametrize("command", ["build", "check"])
def test_exit_codes(folder: Folder, command: str, added: str, code: int, *, strict: bool) -> None:
    root = folder(STORY)
    folder(added)
    result = run(root, command, *(["--strict"] if strict else []))
    assert result.exit_code == code, result.output


def test_strict_leaves_the_last_site_whole(folder: Folder) -> None:
    root = folder(STORY)
    run(root, "build")
    before = written(root)
    folder(ERROR)
    (root / "content/notes/ferry.md").unlink()
    result = run(root, "build", "--strict")
    assert result.stdout.splitlines()[-1] == "nothing was written, since --strict allows no problem"
    assert written(root) == before
    assert run(root, "build").exit_code == 1
    assert written(root).keys() < before.keys()


def test_quiet_prints_problems_only(folder: Folder) -> None:
    root = folder(STORY)
    assert run(root, "build", "--quiet").output == ""
    folder(ERROR)
    result = run(root, "build", "--quiet")
    assert result.stdout == ""
    assert result.stderr.startswith("content/notes/bad.md:3:7: error[no-such-date]: ")


def test_build_takes_another_place_and_address(folder: Folder, tmp_path: Path) -> None:
    root = folder(STORY)
    result = run(root, "build", "--output", str(tmp_path / "a/b"), "--base-url", "https://other.example/repo")
    assert result.exit_code == 0
    assert not (root / "output").exists()
    assert "https://other.example/repo/events/" in (tmp_path / "a/b/sitemap.xml").read_text(encoding="utf-8")


def test_as_of_publishes_what_is_due(folder: Folder) -> None:
    root = folder(STORY.replace("date: 2025-06\n", "date: 2025-06\n    publish_at: 2025-07-02T08:00:00Z\n"))
    page = "events/2025-06-the-ferry-stops/index.html"
    run(root, "build")
    assert page not in written(root)
    run(root, "build", "--as-of", "2025-07-02T10:00:00+02:00")
    assert page in written(root)
    run(root, "build", "--as-of", "2025-07-02T09:59:59+02:00")
    assert page not in written(root)
    run(root, "build", "--drafts")
    assert page in written(root)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--output", "content/notes"], "content/ may not lie in one another"),
        (["--output", "content"], "content/ may not lie in one another"),
        (["--output", "."], "content/ may not lie in one another"),
        (["--output", "templates"], "templates/ may not lie in one another"),
        (["--output", "static/site"], "static/ may not lie in one another"),
        (["--output", "content/site.toml"], "is a file"),
        (["--base-url", "example.org"], "is no web address"),
        (["--base-url", "https://example.org/?a=1"], "is no web address"),
        (["--as-of", "tomorrow"], "is no instant with an offset"),
        (["--as-of", "2025-07-02T10:00:00"], "is no instant with an offset"),
        (["--as-of", "2025-02-30T10:00:00Z"], "is no instant with an offset"),
        (["--jobs", "0"], "1<=x<=64"),
        (["--port", "1"], "No such option"),
    ],
)
def test_usage_errors_of_build(
    folder: Folder, monkeypatch: pytest.MonkeyPatch, arguments: list[str], said: str
) -> None:
    root = folder(STORY)
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, ["build", *arguments])
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (root / "output").exists()


@pytest.mark.parametrize("command", [["build"], ["check"], ["events"], ["serve"], ["new", "note", "A"]])
def test_a_folder_without_content_is_a_usage_error(tmp_path: Path, command: list[str]) -> None:
    result = CliRunner().invoke(main, [*command, "--root", str(tmp_path)])
    assert result.exit_code == 2
    assert "there is no folder content/" in result.stderr
    assert "--root DIR" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_an_output_that_cannot_be_written_is_told(folder: Folder) -> None:
    root = folder(STORY)
    (root / "output/index.html").mkdir(parents=True)
    result = run(root, "build")
    assert result.exit_code == 1
    assert "error[unwritable]" in result.stderr
    assert result.stdout.splitlines()[-1] == "the site could not be written"
    assert list((root / "output/index.html").iterdir()) == []


BAD = """
    -- content/site.toml --
    title = "Bad input"
    -- content/articles/good.md --
    ---
    title: Good
    published: 2025-04-20
    ---
    Talks began on 12 April 2025.
    -- content/articles/unclosed.md --
    ---
    title: Unclosed

    Talks went on.
    -- content/articles/not-a-date.md --
    ---
    title: When
    published: someday
    ---
    Talks went on.
    -- content/notes/good.md --
    ---
    title: Good
    date: 2025-06
    ---
    -- content/notes/unknown-key.md --
    ---
    title: Unknown key
    date: 2025-06
    stauts: reported
    ---
    -- content/notes/invalid-date.md --
    ---
    title: Invalid date
    date: 2025-02-30
    ---
    -- content/notes/missing-date.md --
    ---
    title: No date
    ---
    -- content/notes/empty-date.md --
    ---
    title: Empty date
    date:
    ---
    -- content/notes/bad-status.md --
    ---
    title: Bad status
    date: 2025-06
    status: rumoured
    ---
    -- content/notes/twice.md --
    ---
    title: Same key twice
    date: 2025-06
    title: Again
    ---
    -- content/notes/a/truce.md --
    ---
    title: A truce
    date: 2025-06-24
    ---
    -- content/notes/b/truce.md --
    ---
    title: Another truce
    date: 2025-07-24
    ---
    -- content/notes/no-header.md --
    Only text.
    -- templates/sources.html --
    {% extends "base.html" %}
    {% block main %}
      {{ nowhere }}
    {% endblock %}
    -- templates/404.html --
    {% extends "base.html" %}
    {% bloc main %}
"""


def bad_site(folder: Folder) -> Path:
    root = folder(BAD)
    (root / "content/articles/empty.md").write_bytes(b"\n")
    (root / "content/articles/binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    (root / "content/notes/encoding.md").write_bytes(b"\xff\xfe-\0-\0-")
    (root / "content/notes/latin.md").write_bytes("---\ntitle: Café fermé à Genève\ndate: 2025\n---\n".encode("cp1252"))
    return root


def test_every_fault_is_told_in_one_run(folder: Folder, snapshot: SnapshotAssertion) -> None:
    root = bad_site(folder)
    result = run(root, "build")
    assert result.exit_code == 1
    assert result.stderr == snapshot
    events = json.loads(written(root)["events.json"])["events"]
    assert {"Good", "A truce"} <= {event["title"] for event in events}
    assert "Another truce" not in {event["title"] for event in events}
    assert "index.html" in written(root)


def test_every_fault_has_its_place_and_a_hint(folder: Folder) -> None:
    lines = run(bad_site(folder), "build").stderr.splitlines()
    problems, hints = lines[::2], lines[1::2]
    shape = re.compile(r"(content|templates)/[^:]+:[1-9]\d*:[1-9]\d*: (error|warning)\[[a-z-]+\]: \S.*")
    assert [line for line in problems if not shape.fullmatch(line)] == []
    assert [hint for hint in hints if not re.fullmatch(r"    \S.*", hint)] == []
    assert len(problems) > 15


def test_check_tells_what_build_tells(folder: Folder) -> None:
    root = bad_site(folder)
    checked = run(root, "check")
    assert checked.exit_code == 1
    assert set(run(root, "build").stderr.splitlines()) <= set(checked.stdout.splitlines())
