"""The commands, as an editor types them."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from conftest import Folder, write_files
from syrupy.assertion import SnapshotAssertion

from site_gen import commands
from site_gen.build import Options, build
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


# build


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


# bad input, all of it in one site

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


# check


def test_check_says_when_nothing_is_wrong(folder: Folder) -> None:
    result = run(folder(""), "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing is wrong\n")


def test_check_counts_by_severity_and_is_silent_about_furniture(folder: Folder) -> None:
    root = folder(STORY)
    folder(WARNING)
    folder(ERROR)
    result = run(root, "check")
    assert result.stderr == "1 error, 1 warning, 1 suggestion\n"
    assert "page-furniture" not in result.stdout
    verbose = run(root, "check", "--verbose")
    assert "content/articles/talks.md:9:1: suggestion[page-furniture]: " in verbose.stdout
    assert verbose.stderr == "1 error, 1 warning, 2 suggestions\n"


def test_check_as_json(folder: Folder) -> None:
    root = folder(STORY)
    folder(ERROR)
    result = run(root, "check", "--format", "json")
    records = json.loads(result.stdout)
    assert result.exit_code == 1
    assert result.stderr == ""
    [error] = [record for record in records if record["severity"] == "error"]
    assert list(error) == ["path", "line", "column", "severity", "code", "message", "hint"]
    assert (error["path"], error["line"], error["column"], error["code"]) == (
        "content/notes/bad.md",
        3,
        7,
        "no-such-date",
    )


def test_check_as_annotations(folder: Folder) -> None:
    root = folder(STORY)
    folder("-- content/notes/a,b.md --\n---\ntitle: 100%\ndate: 100%\n---\n")
    result = run(root, "check", "--format", "github")
    assert result.exit_code == 1
    error, suggestion = sorted(result.stdout.splitlines())
    assert error.startswith("::error file=content/notes/a%2Cb.md,line=3,col=7,title=not-a-date::“100%25” is not a date")
    assert suggestion.startswith("::notice file=content/articles/talks.md,line=7,col=57,title=undated::")


def test_check_writes_no_output(folder: Folder) -> None:
    root = folder(STORY)
    run(root, "check")
    assert not (root / "output").exists()


# new


def test_new_note_asks_for_its_date_and_is_then_sound(folder: Folder) -> None:
    root = folder("")
    made = run(root, "new", "note", "Talks open: “Muscat”, 100% {sure} # \\d")
    assert (made.exit_code, made.stderr) == (0, "")
    path = root / made.stdout.strip()
    told = run(root, "check").stdout
    assert re.match(
        rf"{re.escape(made.stdout.strip())}:5:1: error\[missing-key\]: nothing stands after “date:”\n", told
    )
    path.write_text(path.read_text(encoding="utf-8").replace("date:\n", "date: 12 April 2025\n"), encoding="utf-8")
    built = build(Options(root=root, drafts=True))
    assert built.problems == ()
    [event] = built.timeline.events
    assert (event.title, event.time.edtf) == ("Talks open: “Muscat”, 100% {sure} # \\d", "2025-04-12")
    assert "draft" in {problem.code for problem in build(Options(root=root)).problems}


def test_new_article_asks_for_its_text_and_is_then_sound(folder: Folder) -> None:
    root = folder("")
    made = run(root, "new", "article", "The Omani channel")
    path = root / made.stdout.strip()
    assert made.stdout == "content/articles/the-omani-channel.md\n"
    assert "error[no-text]" in run(root, "check").stdout
    text = path.read_text(encoding="utf-8").replace("published:\n", "published: 2025-04-20\n")
    path.write_text(f"{text}Envoys met in Muscat on 12 April 2025.\n", encoding="utf-8")
    built = build(Options(root=root))
    assert built.problems == ()
    assert built.timeline.articles[0].title == "The Omani channel"
    assert [event.time.edtf for event in built.timeline.events] == ["2025-04-12"]


def test_new_takes_a_free_name_and_overwrites_nothing(folder: Folder) -> None:
    root = folder("-- content/notes/truce.md --\nmine\n")
    made = [run(root, "new", "note", title).stdout.strip() for title in ("Truce", "truce!", "آتش‌بس", "آتش‌بس")]
    assert made[:2] == ["content/notes/truce-2.md", "content/notes/truce-3.md"]
    assert len(set(made)) == 4
    assert all(path.isascii() for path in made)
    assert (root / "content/notes/truce.md").read_text(encoding="utf-8") == "mine\n"


def test_new_stamps_when_it_was_added(folder: Folder) -> None:
    root = folder("")
    path = root / run(root, "new", "note", "Truce").stdout.strip()
    assert re.search(r"^added: \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00$", path.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(
    "title", ["a\nb: c", "tab\there", "nul\0and\x7f", "# --- !", '"', "\u2028", "no: yes", "x" * 400]
)
def test_new_survives_odd_titles(folder: Folder, title: str) -> None:
    root = folder("")
    made = run(root, "new", "note", title)
    if not title.strip():
        assert made.exit_code == 2
        return
    path = root / made.stdout.strip()
    path.write_text(path.read_text(encoding="utf-8").replace("date:\n", "date: 2025\n"), encoding="utf-8")
    problems = build(Options(root=root, drafts=True)).problems
    assert {problem.code for problem in problems} <= ({"bad-value"} if len(title) > 300 else set())


@pytest.mark.parametrize("arguments", [["note", ""], ["note", "  "], ["event", "Truce"], ["note"]])
def test_usage_errors_of_new(folder: Folder, arguments: list[str]) -> None:
    root = folder("")
    assert run(root, "new", *arguments).exit_code == 2
    assert not (root / "content/notes").exists()


# events

FIELDS = (
    "id url date title summary certainty reason key origins actors places topics statements sources accounts"
).split()


def test_events_as_json_lines(folder: Folder) -> None:
    result = run(folder(STORY), "events")
    assert (result.exit_code, result.stderr) == (0, "")
    talks, ferry = [json.loads(line) for line in result.stdout.splitlines()]
    assert list(talks) == list(ferry) == FIELDS
    [statement] = talks["statements"]
    assert list(statement) == ["article", "line", "text", "date", "modality", "sources"]
    assert statement["text"] == "Envoys of Iran and Oman met in Muscat on 12 April 2025."
    assert (statement["article"], statement["line"], statement["date"]) == ("talks", 7, "2025-04-12")
    assert [source["url"] for source in talks["sources"]] == ["https://gazette.example/talks"]
    assert (ferry["date"], ferry["actors"], ferry["statements"]) == ("2025-06", ["Iran"], [])


def test_events_leave_out_what_waits_and_tell_errors(folder: Folder) -> None:
    root = folder(STORY.replace("date: 2025-06\n", "date: 2025-06\n    draft: true\n"))
    folder(ERROR)
    result = run(root, "events")
    assert result.exit_code == 1
    assert [json.loads(line)["date"] for line in result.stdout.splitlines()] == ["2025-04-12"]
    assert result.stderr.startswith("content/notes/bad.md:3:7: error[no-such-date]: ")


def test_events_as_a_table_hold_no_formula(folder: Folder) -> None:
    root = folder("""
        -- content/notes/formula.md --
        ---
        title: '=HYPERLINK("https://evil.example")'
        date: 2025-06-24
        summary: '+1 more, "quoted"'
        actors: ['@A', B]
        topics: ['－x']
        sources: https://gazette.example/a
        ---
    """)
    result = run(root, "events", "--format", "csv")
    [row] = csv.DictReader(io.StringIO(result.stdout))
    assert row["title"] == '\'=HYPERLINK("https://evil.example")'
    assert row["summary"] == '\'+1 more, "quoted"'
    assert row["actors"] == "'@A; B"
    assert row["topics"] == "'－x"
    assert (row["date"], row["sources"]) == ("2025-06-24", "https://gazette.example/a")
    assert list(row)[:3] == ["id", "date", "title"]


# dates and merge


def filtered(command: str, text: str | bytes) -> Result:
    return CliRunner().invoke(main, [command], input=text)


def test_dates_keeps_the_order_and_passes_over_bad_lines() -> None:
    lines = [
        '{"id": "b", "dct": "2025-04-14", "text": "They met on Saturday."}',
        "not JSON",
        "",
        '{"id": "x", "dct": "2025-02-30", "text": "A day that is none."}',
        '{"id": 7, "text": "A number for an id."}',
        '{"id": "a", "text": "Talks began on 12 April 2025 – 💬 and in May 2026."}',
        '{"id": "c", "dct": null, "text": "They met on Saturday."}',
    ]
    result = filtered("dates", "\n".join(lines) + "\n")
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in result.stderr.splitlines()] == ["line 2", "line 4", "line 5"]
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["b", "a", "c"]
    assert [timex["edtf"] for timex in answers[0]["timexes"]] == ["2025-04-12"]
    assert [timex["edtf"] for timex in answers[1]["timexes"]] == ["2025-04-12", "2026-05"]
    for timex in answers[1]["timexes"]:
        assert json.loads(lines[5])["text"][timex["start"] : timex["end"]] == timex["text"]
    assert not any(timex["edtf"] for timex in answers[2]["timexes"])


def test_dates_takes_bytes_that_are_no_text() -> None:
    result = filtered("dates", b'{"id": "a", "text": "\xff"}\n{"id": "b", "text": ""}')
    assert result.exit_code == 1
    assert result.stderr.startswith("line 1: ")
    assert json.loads(result.stdout) == {"id": "b", "timexes": []}


def test_merge_keeps_the_order_and_passes_over_bad_lines() -> None:
    same = "Envoys of Iran and Oman opened talks in Muscat."
    lines = [
        json.dumps({"id": "z", "date": "2025-04-12", "text": same, "source": "a"}),
        json.dumps({"id": "x", "date": "2025-02-30", "text": same, "source": "a"}),
        json.dumps({"id": "z", "date": "2025-04-12", "text": same, "source": "b"}),
        json.dumps({"id": "a", "date": "2025-04-12", "text": same, "source": "b"}),
        json.dumps({"id": "m", "date": "2018-05-08", "text": "The ferry left the harbour.", "source": "b"}),
        '{"id": "n"}',
    ]
    result = filtered("merge", "\n".join(lines))
    assert result.exit_code == 1
    assert [line.partition(":")[0] for line in sorted(result.stderr.splitlines())] == ["line 2", "line 3", "line 6"]
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(answer) for answer in answers] == [["id", "event", "why"]] * 3
    assert [answer["id"] for answer in answers] == ["z", "a", "m"]
    assert answers[0]["event"] == answers[1]["event"] != answers[2]["event"]


@pytest.mark.parametrize("command", ["dates", "merge"])
def test_filters_of_nothing_say_nothing(command: str) -> None:
    result = filtered(command, "")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")


# help

COMMANDS = sorted(main.commands.items())


def test_every_command_is_there() -> None:
    wanted = {"build", "serve", "check", "new", "events", "dates", "merge"}
    assert wanted <= {name for name, _ in COMMANDS}


@pytest.mark.parametrize(("name", "command"), COMMANDS, ids=[name for name, _ in COMMANDS])
def test_every_command_is_explained(name: str, command: click.Command) -> None:
    told = CliRunner().invoke(main, [name, "--help"]).stdout
    example = told.partition("Example:\n")[2]
    assert f"site-gen {name}" in example
    assert command.help
    assert not command.get_short_help_str(limit=64).endswith("...")
    options = [each for each in command.params if isinstance(each, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_program_explains_itself() -> None:
    told = CliRunner().invoke(main, ["--help"]).stdout
    assert "Example:\n  site-gen new note " in told
    assert "..." not in told.partition("Commands:")[2]


# the program as such


def test_python_m_site_gen_is_the_program(folder: Folder) -> None:
    root = folder(STORY)
    command = [sys.executable, "-m", "site_gen", "build", "--root", str(root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("files changed\n")


def test_a_terminal_without_unicode_gets_escapes_and_no_crash(folder: Folder) -> None:
    root = folder(STORY)
    command = [sys.executable, "-m", "site_gen", "check", "--root", str(root)]
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    done = subprocess.run(command, capture_output=True, env=latin, check=False)
    assert (done.returncode, done.stderr) == (0, b"1 suggestion\n")
    assert b"\\u201crecent\\u201d" in done.stdout


def test_events_are_utf_8_on_any_terminal(folder: Folder) -> None:
    root = folder(STORY.replace("The ferry stops", "Паром стоит"))
    latin = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    for form in ("jsonl", "csv"):
        command = [sys.executable, "-m", "site_gen", "events", "--root", str(root), "--format", form]
        done = subprocess.run(command, capture_output=True, env=latin, check=True)
        assert "Паром стоит" in done.stdout.decode("utf-8")


def test_the_bar_is_for_people_who_watch(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    with commands._bar(quiet=False) as progress:  # noqa: SLF001 (no terminal can be had here to see it from outside)
        assert progress is None
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(commands, "_BAR_AFTER_SECONDS", -1.0)
    with commands._bar(quiet=True) as progress:  # noqa: SLF001 (as above)
        assert progress is None
    with commands._bar(quiet=False) as progress:  # noqa: SLF001 (as above)
        assert progress is not None
        progress(1, 2)
        progress(2, 2)
    drawn = capsys.readouterr()
    assert drawn.out == ""
    assert "reading" in drawn.err


def test_colours_are_for_terminals_alone(folder: Folder) -> None:
    root = folder(ERROR)
    assert "\x1b[" not in run(root, "build").stderr
    coloured = run(root, "build", color=True).stderr
    assert "\x1b[" in coloured
    assert click.unstyle(coloured) == run(root, "build").stderr


def test_a_problem_cannot_move_the_cursor(folder: Folder) -> None:
    root = folder("")
    write_files(root, '-- content/notes/escape.md --\n---\ntitle: A\ndate: "\\e[2Jsoon"\n---\n')
    result = run(root, "build")
    assert result.exit_code == 1
    assert "\x1b" not in result.stderr
