"""`site-gen check`, `new` and `events`, as an editor types them."""

import csv
import io
import json
import re

import pytest
from commands_run import ERROR, STORY, WARNING, run
from conftest import Folder

from site_gen.build import Options, build


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
    assert error.startswith(
        "::error file=content/notes/a%2Cb.md,line=3,col=7,title=not-a-date::“100%25” is not a date%0Awrite "
    )
    assert suggestion.startswith("::notice file=content/articles/talks.md,line=7,col=57,title=undated::")


def test_check_writes_no_output(folder: Folder) -> None:
    root = folder(STORY)
    run(root, "check")
    assert not (root / "output").exists()


def test_new_note_asks_for_its_date_and_is_then_sound(folder: Folder) -> None:
    root = folder("")
    made = run(root, "new", "note", "Talks open: “Muscat”, 100% {sure} # \\d")
    assert (made.exit_code, made.stderr) == (0, "")
    path = root / made.stdout.strip()
    told = run(root, "check").stdout
    assert re.match(
        rf"{re.escape(made.stdout.strip())}:5:1: suggestion\[missing-key\]: nothing stands after “date:”\n", told
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


def test_new_tells_where_nothing_can_be_written(folder: Folder) -> None:
    root = folder("-- content/notes --\na file\n")
    made = run(root, "new", "note", "Truce")
    assert (made.exit_code, made.stdout) == (1, "")
    assert made.stderr == "the note cannot be written into content/notes/: File exists\n"


@pytest.mark.parametrize("arguments", [["note", ""], ["note", "  "], ["event", "Truce"], ["note"]])
def test_usage_errors_of_new(folder: Folder, arguments: list[str]) -> None:
    root = folder("")
    assert run(root, "new", *arguments).exit_code == 2
    assert not (root / "content/notes").exists()


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
