"""The filters, the help of every command, and the program on its terminal."""

import json
import os
import subprocess
import sys
from select import select

import click
import pytest
from click.testing import CliRunner, Result
from commands_run import ERROR, STORY, run
from conftest import Folder, write_files

from site_gen import commands
from site_gen.cli import main


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


def test_dates_answers_a_line_before_the_next_one_comes() -> None:
    command = [sys.executable, "-m", "site_gen", "dates"]
    buffered = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=buffered) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b'{"id": "a", "text": "Talks began on 12 April 2025."}\n')
        process.stdin.flush()
        answered, _, _ = select([process.stdout], [], [], 30)
        process.stdin.close()
        assert answered
        assert json.loads(process.stdout.readline())["id"] == "a"


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


COMMANDS = sorted(main.commands.items())


def test_every_command_is_there() -> None:
    wanted = {"build", "serve", "check", "new", "events", "read", "schema", "dates", "merge"}
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
