"""What a build makes of a site: what is published, what waits, and what one fault leaves standing."""

import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from conftest import Folder, write_files

from site_gen import gather as gathering
from site_gen.build import Built, Options, build, read_timeline
from site_gen.model import Output, Source
from site_gen.problems import Severity
from site_gen.read import documents

TALKS = """
    -- content/articles/talks.md --
    ---
    title: The lantern talks
    published: 2025-04-20
    ---
    Envoys of Iran and Oman met in Muscat on 12 April 2025. In recent days Iran has kept silent.
    -- content/notes/ferry.md --
    ---
    title: The ferry stops
    date: 2025-06
    ---
"""
WAITING = """
    -- content/notes/due.md --
    ---
    title: The ferry sails again
    date: 2025-07-01
    publish_at: 2025-07-02T10:00:00+02:00
    ---
"""


def pages_of(built: Built) -> set[str]:
    return {output.path for output in built.outputs}


def codes(built: Built) -> list[str]:
    return [problem.code for problem in built.problems]


def titles(built: Built) -> list[str]:
    return [event.title for event in built.timeline.events]


def text_of(built: Built) -> str:
    return "\n".join(output.content.decode() for output in built.outputs if output.path.endswith((".html", ".xml")))


def test_articles_and_notes_become_events_in_order(site: Callable[..., Built]) -> None:
    built = site(TALKS)
    assert [event.time.edtf for event in built.timeline.events] == ["2025-04-12", "2025-06"]
    assert built.timeline.events[1].title == "The ferry stops"
    assert built.counts() | {"pages": 0} == {
        "articles": 1,
        "notes": 1,
        "statements": 1,
        "undated": 1,
        "events": 2,
        "pages": 0,
        "problems": 0,
    }


def test_an_undated_sentence_is_told_with_its_place_and_is_on_no_page_but_the_desk(site: Callable[..., Built]) -> None:
    built = site(TALKS)
    [undated] = [problem for problem in built.problems if problem.code == "undated"]
    assert str(undated.at) == "content/articles/talks.md:5:57"
    assert undated.severity is Severity.SUGGESTION
    assert "desk/undated/index.html" not in pages_of(built)
    assert "desk/undated/index.html" in pages_of(site("", preview=True))


def test_the_hint_to_an_undated_sentence_depends_on_whether_the_article_is_dated(site: Callable[..., Built]) -> None:
    [dated] = [p.hint for p in site(TALKS).problems if p.code == "undated"]
    [undated] = [p.hint for p in site(TALKS.replace("published: 2025-04-20", "")).problems if p.code == "undated"]
    assert "write a note" in dated
    assert "`published:`" in undated


def test_an_article_that_nothing_dates_is_not_dated_by_its_file(site: Callable[..., Built], folder: Folder) -> None:
    text = """
        -- content/articles/plain.txt --
        The harbour

        Iran and Oman opened talks last Saturday. Talks went on in 2019.
    """
    root = folder(text)
    os.utime(root / "content/articles/plain.txt", (1_400_000_000, 1_400_000_000))
    built = site(text)
    assert "no-publication-date" in codes(built)
    assert [event.time.edtf for event in built.timeline.events] == ["2019"]
    assert len(built.timeline.undated) == 1


def test_a_note_that_waits_is_left_out_and_listed(site: Callable[..., Built]) -> None:
    built = site(WAITING)
    assert titles(built) == []
    [problem] = built.problems
    assert (problem.code, problem.severity) == ("not-yet", Severity.SUGGESTION)
    assert "2025-07-02T10:00:00+02:00" in problem.message
    assert "ferry" not in text_of(built)


@pytest.mark.parametrize(
    ("as_of", "published"),
    [
        ("2025-07-02T07:59:59+00:00", False),
        ("2025-07-02T08:00:00+00:00", True),
        ("2025-07-02T10:00:00+02:00", True),
        ("2025-07-02T09:30:00+05:00", False),
    ],
)
def test_a_note_is_due_at_its_instant_in_any_time_zone(
    site: Callable[..., Built], as_of: str, *, published: bool
) -> None:
    built = site(WAITING, as_of=datetime.fromisoformat(as_of))
    assert bool(built.timeline.events) is published
    assert ("not-yet" in codes(built)) is not published


@pytest.mark.parametrize("instant", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_an_instant_at_the_edge_of_the_calendar_stops_nothing(site: Callable[..., Built], instant: str) -> None:
    text = WAITING.replace("2025-07-02T10:00:00+02:00", instant)
    built = site(text, as_of=datetime.fromisoformat("2026-01-01T00:00:00+00:00"))
    assert bool(built.timeline.events) is instant.startswith("0001")


def test_drafts_are_left_out_unless_asked_for(site: Callable[..., Built]) -> None:
    text = TALKS.replace("date: 2025-06\n", "date: 2025-06\n    draft: true\n")
    assert "The ferry stops" not in titles(site(text))
    assert "draft" in codes(site(text))
    assert "The ferry stops" in titles(site(text, drafts=True))
    assert "draft" not in codes(site(text, drafts=True))
    assert "The ferry sails again" in titles(site(WAITING, drafts=True))


def test_the_base_url_of_the_command_stands_in_for_that_of_the_settings(site: Callable[..., Built]) -> None:
    assert "https://record.example/lantern/" in text_of(site(TALKS))
    elsewhere = text_of(site(TALKS, base_url="https://other.example/repo/"))
    assert "https://other.example/repo/" in elsewhere
    assert "record.example" not in elsewhere


def test_a_second_file_with_the_same_slug_is_left_out_and_told(site: Callable[..., Built]) -> None:
    built = site("""
        -- content/notes/a/truce.md --
        ---
        title: First
        date: 2025-06-24
        ---
        -- content/notes/b/truce.md --
        ---
        title: Second
        date: 2025-07-24
        ---
    """)
    assert titles(built) == ["First"]
    [problem] = built.problems
    assert (problem.at.path, problem.code) == ("content/notes/b/truce.md", "duplicate-slug")
    assert "content/notes/a/truce.md" in problem.message


def test_an_article_and_a_note_may_share_a_slug(site: Callable[..., Built]) -> None:
    built = site(TALKS.replace("notes/ferry.md", "notes/talks.md"))
    assert "duplicate-slug" not in codes(built)
    assert len(built.timeline.events) == 2


def test_a_file_that_is_not_read_is_told_of_but_counts_for_nothing(site: Callable[..., Built]) -> None:
    built = site("""
        -- content/articles/scan.pdf --
        <p>Talks opened on 12 April 2025.</p>
        -- content/articles/_sketch.html --
        nothing
        -- content/articles/.hidden.md --
        nothing
    """)
    [problem] = built.problems
    assert (problem.code, problem.at.path) == ("not-read", "content/articles/scan.pdf")
    assert problem.severity is Severity.SUGGESTION


def test_links_that_lead_out_of_content_or_nowhere_are_refused(folder: Folder, tmp_path: Path) -> None:
    root = folder(TALKS)
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\ndate: 2025\n---\n", encoding="utf-8")
    (root / "content/notes/out.md").symlink_to(tmp_path / "secret.md")
    (root / "content/notes/loop.md").symlink_to(root / "content/notes/loop.md")
    (root / "content/notes/gone.md").symlink_to(root / "content/notes/missing.md")
    built = build(Options(root=root))
    found = {
        problem.at.path.rpartition("/")[2]: problem.code for problem in built.problems if problem.code != "undated"
    }
    assert found == {"out.md": "link-outside", "loop.md": "unreadable", "gone.md": "unreadable"}
    assert "The ferry stops" in titles(built)


def test_a_file_name_that_is_no_text_is_an_error(folder: Folder) -> None:
    root = folder(TALKS)
    try:
        Path(os.fsdecode(bytes(root / "content/notes") + b"/\xff.md")).write_text("x", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    built = build(Options(root=root))
    assert "file-name" in codes(built)
    assert "The ferry stops" in titles(built)


def test_a_fault_of_ours_in_one_file_is_its_problem_alone(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = documents.note

    def failing(source: Source) -> object:
        if "ferry" in source.path:
            raise RecursionError("\ud800 too deep")
        return honest(source)

    monkeypatch.setattr(documents, "note", failing)
    root = folder(TALKS)
    write_files(root, "-- content/notes/other.md --\n---\ntitle: Other\ndate: 2024\n---\n")
    for _ in ("cold", "warm"):
        built = build(Options(root=root))
        [problem] = [p for p in built.problems if p.severity is Severity.ERROR]
        assert (problem.code, problem.at.path) == ("program-fault", "content/notes/ferry.md")
        assert "RecursionError" in problem.message
        assert "Other" in titles(built)


@pytest.mark.parametrize("header", ['title: "\\uD800"', 'title: "\\0"', "title: [a, b]", "title: &a [*a]", "date: {}"])
def test_a_header_however_odd_stops_no_other(site: Callable[..., Built], header: str) -> None:
    built = site(f"-- content/notes/odd.md --\n---\n{header}\ndate: 2020\n---\n")
    assert "The ferry stops" in titles(site(TALKS))
    assert all(problem.at.path == "content/notes/odd.md" for problem in built.problems)


def test_settings_that_are_missing_leave_the_rest(folder: Folder) -> None:
    root = folder(TALKS)
    (root / "content/site.toml").unlink()
    built = build(Options(root=root))
    [problem] = [p for p in built.problems if p.severity is Severity.ERROR]
    assert (problem.at.path, problem.code) == ("content/site.toml", "missing-file")
    assert len(built.timeline.events) == 2


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('title = "A"\n', {"content/site.toml:1:1 missing-key"}),
        ('title = "A"\nbase_url = "x"\n', {"content/site.toml:2:1 bad-value"}),
        ('title = "A\n', {"content/site.toml:1:11 bad-toml"}),
        ('titel = "A"\nbase_url = "https://a.example/"\n', {
            "content/site.toml:1:1 unknown-key", "content/site.toml:1:1 missing-key"
        }),
    ],
)  # fmt: skip
def test_faults_of_settings_have_places(site: Callable[..., Built], settings: str, told: set[str]) -> None:
    built = site(f"-- content/site.toml --\n{settings}")
    assert {f"{problem.at} {problem.code}" for problem in built.problems} == told


def test_lists_that_cannot_be_read_leave_the_rest(site: Callable[..., Built]) -> None:
    site("-- content/actors.toml --\n[[actor]\n")
    built = site(TALKS)
    assert [p.at.path for p in built.problems if p.severity is Severity.ERROR] == ["content/actors.toml"]
    assert len(built.timeline.events) == 2


def test_a_site_without_content_files_has_a_home_page(site: Callable[..., Built]) -> None:
    assert {"index.html", "404.html", "events.json"} <= pages_of(site(""))
    assert site("").problems == ()


def test_progress_is_told_for_every_file_that_is_read(folder: Folder) -> None:
    root = folder(TALKS)
    told: list[tuple[int, int]] = []
    read_timeline(Options(root=root), lambda done, of: told.append((done, of)))
    assert told == [(1, 2), (2, 2)]
    told.clear()
    read_timeline(Options(root=root), lambda done, of: told.append((done, of)))
    assert told == []


def test_processes_read_what_one_process_reads(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "_WORTH_A_PROCESS", 2)
    monkeypatch.setattr(gathering, "_CHUNK", 1)
    root = folder(TALKS)
    assert build(Options(root=root, jobs=3, cached=False)) == build(Options(root=root, jobs=1, cached=False))


def test_templates_and_static_files_of_the_site_lie_over_those_of_the_program(site: Callable[..., Built]) -> None:
    built = site("-- templates/home.html --\nmine: {{ site.title }}\n-- static/badge.txt --\nmine too\n")
    assert Output(path="index.html", content=b"mine: Lantern talks\n") in built.outputs
    assert b"mine too\n" in {output.content for output in built.outputs if output.path.startswith("assets/badge.")}
    assert "404.html" in pages_of(built)
    assert built.problems == ()
