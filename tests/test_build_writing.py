"""What a build writes, what it leaves, and what it does when it cannot write."""

from pathlib import Path

from conftest import Folder
from story import STORY

from site_gen.build import Built, Options, build, write_site
from site_gen.problems import Location, error
from site_gen.publish.write import MANIFEST


def test_a_template_that_fails_leaves_the_pages_it_made(folder: Folder, tmp_path: Path) -> None:
    root = folder(STORY)
    output = tmp_path / "output"
    built = build(Options(root=root))
    write_site(built, output)
    before = {path: path.read_bytes() for path in output.rglob("*.html")}
    outputs = tuple(o for o in built.outputs if not o.path.startswith("events/"))
    broken = Built(
        site=built.site,
        timeline=built.timeline,
        outputs=outputs,
        problems=(error(Location(path="templates/event.html"), "template", "broken"),),
    )
    write_site(broken, output)
    assert {path: path.read_bytes() for path in output.rglob("*.html")} == before
    write_site(Built(site=built.site, timeline=built.timeline, outputs=outputs, problems=()), output)
    assert not (output / "events").exists()


def test_strict_writes_nothing_where_something_is_wrong(folder: Folder, tmp_path: Path) -> None:
    built = build(Options(root=folder(STORY.replace("published: 2025-04-20", ""))))
    assert write_site(built, tmp_path / "strict", strict=True) == (0, ())
    assert not (tmp_path / "strict").exists()
    changed, faults = write_site(built, tmp_path / "lenient")
    assert changed == len(built.outputs)
    assert faults == ()


def test_an_output_that_cannot_be_written_is_a_problem(folder: Folder, tmp_path: Path) -> None:
    built = build(Options(root=folder(STORY)))
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    changed, [fault] = write_site(built, tmp_path / "file" / "below")
    assert (changed, fault.code) == (0, "unwritable")
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"
    (tmp_path / "taken" / "index.html").mkdir(parents=True)
    _, [fault] = write_site(built, tmp_path / "taken")
    assert fault.code == "unwritable"


def test_what_the_output_held_of_others_stays(folder: Folder, tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "CNAME").write_text("record.example", encoding="utf-8")
    root = folder(STORY)
    write_site(build(Options(root=root)), output)
    (root / "content/notes/lull.md").unlink()
    write_site(build(Options(root=root)), output)
    assert (output / "CNAME").read_text(encoding="utf-8") == "record.example"
    written = {path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file()}
    assert written - {"CNAME", MANIFEST} == {o.path for o in build(Options(root=root)).outputs}


def test_an_unchanged_site_keeps_every_time_stamp(folder: Folder, tmp_path: Path) -> None:
    built = build(Options(root=folder(STORY)))
    write_site(built, tmp_path / "output")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "output").rglob("*") if path.is_file()}
    assert write_site(built, tmp_path / "output") == (0, ())
    assert {path: path.stat().st_mtime_ns for path in before} == before
