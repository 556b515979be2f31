"""The writer: by rename, only what changed, only its own files."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from site_gen.model import Output
from site_gen.publish import write as writer
from site_gen.publish.write import MANIFEST, WriteError, listed, write


def files(root: Path) -> dict[str, str]:
    found = (p for p in sorted(root.rglob("*")) if p.is_file() and p.name != MANIFEST)
    return {p.relative_to(root).as_posix(): p.read_text() for p in found}


def outputs(**named: str) -> list[Output]:
    return [Output(path=name.replace("__", "/") + ".html", content=text.encode()) for name, text in named.items()]


def test_writes_and_reports_what_changed(tmp_path: Path) -> None:
    assert write(outputs(a="1", b__c="2"), tmp_path) == 2
    assert files(tmp_path) == {"a.html": "1", "b/c.html": "2"}
    assert write(outputs(a="1", b__c="3"), tmp_path) == 1
    assert write(outputs(a="1", b__c="3"), tmp_path) == 0


def test_makes_the_folder(tmp_path: Path) -> None:
    assert write(outputs(a="1"), tmp_path / "new" / "site") == 1


def test_unchanged_files_keep_their_time(tmp_path: Path) -> None:
    write(outputs(a="1", b="1"), tmp_path)
    before = (tmp_path / "a.html").stat()
    write(outputs(a="1", b="2"), tmp_path)
    after = (tmp_path / "a.html").stat()
    assert (before.st_mtime_ns, before.st_ino) == (after.st_mtime_ns, after.st_ino)


def test_removes_its_own_files_and_the_folders_left_empty(tmp_path: Path) -> None:
    write(outputs(a="1", b__c__d="2", b__e="3"), tmp_path)
    assert write(outputs(a="1", b__e="3"), tmp_path) == 1
    assert not (tmp_path / "b/c").exists()
    assert files(tmp_path) == {"a.html": "1", "b/e.html": "3"}


def test_leaves_the_files_of_others(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*")
    (tmp_path / "b").mkdir()
    (tmp_path / "b/CNAME").write_text("record.example")
    write(outputs(a="1", b__c="2"), tmp_path)
    write([], tmp_path)
    assert files(tmp_path) == {".gitignore": "*", "b/CNAME": "record.example"}


def test_keeps_what_it_is_told_to_keep(tmp_path: Path) -> None:
    write(outputs(a="1", b="2", c="3"), tmp_path)
    assert write(outputs(a="1"), tmp_path, keep={"b.html"}) == 1
    assert files(tmp_path) == {"a.html": "1", "b.html": "2"}
    assert listed(tmp_path) == {"a.html", "b.html"}
    assert write(outputs(a="1"), tmp_path) == 1
    assert files(tmp_path) == {"a.html": "1"}


@pytest.mark.parametrize(
    "text", ["", "[", "[]", "{}", '{"files": [1, "../out.html", "/etc/x", "a\\\\b"]}', '{"files": 3}']
)
def test_a_manifest_that_makes_no_sense_removes_nothing(tmp_path: Path, text: str) -> None:
    root = tmp_path / "site"
    root.mkdir()
    (tmp_path / "out.html").write_text("outside")
    (root / MANIFEST).write_text(text)
    (root / "mine.html").write_text("mine")
    write(outputs(a="1"), root)
    assert (tmp_path / "out.html").read_text() == "outside"
    assert files(root) == {"a.html": "1", "mine.html": "mine"}


@pytest.mark.parametrize("path", ["../a.html", "/a.html", "a/../../b.html", "a\\b.html", MANIFEST, "", "."])
def test_no_path_leads_out(tmp_path: Path, path: str) -> None:
    with pytest.raises(WriteError) as caught:
        write([Output(path=path, content=b"x")], tmp_path / "site")
    assert caught.value.path == path
    assert not (tmp_path / "a.html").exists()


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/b").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(WriteError):
        write(outputs(b__c="1"), tmp_path / "site")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_page_becomes_a_folder_and_back(tmp_path: Path) -> None:
    write([Output(path="about", content=b"1")], tmp_path)
    write([Output(path="about/index.html", content=b"2")], tmp_path)
    assert files(tmp_path) == {"about/index.html": "2"}
    write([Output(path="about", content=b"3")], tmp_path)
    assert files(tmp_path) == {"about": "3"}


def test_a_foreign_folder_in_the_way_is_an_error_that_names_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").mkdir()
    (tmp_path / "a.html/x").write_text("foreign")
    with pytest.raises(WriteError) as caught:
        write(outputs(a="1", b="2"), tmp_path)
    assert caught.value.path == "a.html"
    assert files(tmp_path) == {"a.html/x": "foreign"}


def test_a_foreign_file_in_the_way_is_found_before_anything_is_overwritten(tmp_path: Path) -> None:
    write([Output(path="a/index.html", content=b"1"), Output(path="b/index.html", content=b"1")], tmp_path)
    (tmp_path / "c").write_text("foreign")
    with pytest.raises(WriteError):
        write([Output(path=f"{name}/index.html", content=b"2") for name in "abc"], tmp_path)
    assert files(tmp_path) == {"a/index.html": "1", "b/index.html": "1", "c": "foreign"}


def test_when_staging_fails_the_site_is_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(outputs(a="1", b="1"), tmp_path)
    staged = []

    def full(path: Path, content: bytes) -> None:
        staged.append(path)
        if len(staged) > 1:
            raise OSError(28, "No space left on device", str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    monkeypatch.setattr(writer, "_stage", full)
    with pytest.raises(WriteError, match="No space left") as caught:
        write(outputs(a="2", b="2"), tmp_path)
    assert caught.value.path == "b.html"
    assert files(tmp_path) == {"a.html": "1", "b.html": "1"}


def test_what_a_stopped_build_left_behind_is_still_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(staged: Path, target: Path) -> None:
        if target.name == "b.html":
            raise OSError(5, "Input/output error", str(target))
        staged.replace(target)

    with monkeypatch.context() as patch:
        patch.setattr(writer, "_rename", stop)
        with pytest.raises(WriteError):
            write(outputs(a="1", b="1"), tmp_path)
    assert files(tmp_path) == {"a.html": "1"}
    write([], tmp_path)
    assert files(tmp_path) == {}


def test_the_manifest_is_the_same_whatever_the_order(tmp_path: Path) -> None:
    pages = outputs(a="1", b="2", c="3")
    write(pages, tmp_path / "x")
    write(pages[::-1], tmp_path / "y")
    assert (tmp_path / "x" / MANIFEST).read_bytes() == (tmp_path / "y" / MANIFEST).read_bytes()


def test_two_builds_at_once_do_not_take_each_other_s_files(tmp_path: Path) -> None:
    sites = [[Output(path=f"{n}/{mark}.html", content=mark.encode()) for n in range(60)] for mark in ("a", "b")]
    for n in range(5):
        with ThreadPoolExecutor(2) as both:
            list(both.map(lambda site, root=tmp_path / str(n): write(site, root), sites))
        assert listed(tmp_path / str(n)) in [{output.path for output in site} for site in sites]
        assert set(files(tmp_path / str(n))) == listed(tmp_path / str(n))


@pytest.mark.parametrize("shut", ["", "b"])
def test_a_folder_that_may_not_be_written_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shut: str
) -> None:
    write(outputs(a="1", b__c="1", b__old="1"), tmp_path)
    monkeypatch.setattr(writer, "_may_write", lambda folder: folder != tmp_path / shut)
    with pytest.raises(WriteError, match="Permission denied"):
        write(outputs(a="2", b__new__c="2"), tmp_path)
    assert files(tmp_path) == {"a.html": "1", "b/c.html": "1", "b/old.html": "1"}
    assert listed(tmp_path) == {"a.html", "b/c.html", "b/old.html"}


def test_a_file_of_somebody_else_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("mine")
    with pytest.raises(WriteError, match="not made by a build"):
        write(outputs(index="1", b="1"), tmp_path)
    assert files(tmp_path) == {"index.html": "mine"}


def test_a_file_of_somebody_else_beside_the_site_stays_and_keeps_its_place(tmp_path: Path) -> None:
    write(outputs(index="1"), tmp_path)
    (tmp_path / "b.html").write_text("mine")
    with pytest.raises(WriteError, match="not made by a build"):
        write(outputs(index="2", b="2"), tmp_path)
    assert files(tmp_path) == {"index.html": "1", "b.html": "mine"}
