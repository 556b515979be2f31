"""The law of the cache: a warm build is a cold build is a build without cache."""

import os
import shutil
from errno import EACCES
from pathlib import Path
from typing import NoReturn

import pytest
from conftest import SETTINGS, Folder
from hypothesis import given, settings
from hypothesis import strategies as st
from story import HEADERS, NOTES, SENTENCES, STORY, digest_of, headed

from site_gen import gather as gathering
from site_gen.build import CACHE, Options, build, write_site
from site_gen.publish.write import MANIFEST

THEME = Path(__file__).parent.parent / "templates"

_LISTS = ("", '[[actor]]\nname = "Iran"\n', '[[actor]]\nname = "Oman"\naliases = ["Muscat"]\n', "[[actor")
_TEMPLATES = ("{{ page.title }} {{ view }}", "{{ site.title }}", "{{ missing }}", "{% if %}")

_article = st.builds(headed, st.sampled_from(HEADERS), st.sampled_from(SENTENCES))
_note = st.builds(headed, st.sampled_from(NOTES), st.just(""))
_names = st.sampled_from(("a", "b", "c"))
_edits = st.one_of(
    st.tuples(st.just("write"), st.builds("content/articles/{}.md".format, _names), _article),
    st.tuples(st.just("write"), st.builds("content/articles/{}.txt".format, _names), st.sampled_from(SENTENCES)),
    st.tuples(st.just("write"), st.builds("content/notes/{}.md".format, _names), _note),
    st.tuples(st.just("write"), st.just("content/actors.toml"), st.sampled_from(_LISTS)),
    st.tuples(st.just("write"), st.just("content/site.toml"), st.sampled_from((SETTINGS, 'title = "T"\n', "title"))),
    st.tuples(st.just("write"), st.just("templates/event.html"), st.sampled_from(_TEMPLATES)),
    st.tuples(st.just("delete"), st.builds("content/articles/{}.md".format, _names), st.just("")),
    st.tuples(st.just("delete"), st.builds("content/notes/{}.md".format, _names), st.just("")),
    st.tuples(st.just("rename"), st.just("content/articles/a.md"), st.builds("content/articles/{}.md".format, _names)),
    st.tuples(st.just("rename"), st.just("content/notes/a.md"), st.builds("content/articles/{}.md".format, _names)),
    st.tuples(st.just("damage"), st.sampled_from(("cut", "flip", "swap", "folder", "all")), st.just("")),
)


def apply(root: Path, edit: tuple[str, str, str]) -> None:
    what, name, more = edit
    path = root / name
    if what == "write":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(more, encoding="utf-8")
    elif what == "delete":
        path.unlink(missing_ok=True)
    elif what == "rename" and path.exists():
        (root / more).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / more)
    elif what == "damage":
        damage(root / CACHE, name)


def damage(cache: Path, how: str) -> None:
    stored = sorted(path for path in cache.glob("??/*") if path.is_file())
    if how == "all":
        shutil.rmtree(cache, ignore_errors=True)
    elif stored and how == "cut":
        stored[0].write_bytes(stored[0].read_bytes()[:-3])
    elif stored and how == "flip":
        stored[-1].write_bytes(stored[-1].read_bytes()[:-1] + b"\xff")
    elif len(stored) > 1 and how == "swap":
        stored[0].write_bytes(stored[1].read_bytes()[:7])
    elif stored:
        stored[0].unlink()
        stored[0].mkdir()


@pytest.fixture(scope="module")
def plain_theme() -> dict[str, str]:
    """Templates that print everything they are given, and are fast."""
    names = (path.name for path in THEME.iterdir() if path.name not in {"base.html", "macros.html", "icons.svg"})
    return {f"templates/{name}": "{{ site }} {{ page }} {{ view }}" for name in sorted(names)}


@settings(max_examples=20)
@given(edits=st.lists(_edits, min_size=3, max_size=8))
def test_warm_is_cold_is_without_cache(
    tmp_path_factory: pytest.TempPathFactory, plain_theme: dict[str, str], edits: list[tuple[str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("edits")
    (root / "static").mkdir()
    start = {"content/site.toml": SETTINGS, "content/notes/a.md": headed(NOTES[0], ""), **plain_theme}
    for name, text in start.items():
        apply(root, ("write", name, text))
    for edit in edits:
        apply(root, edit)
        warm, bare = build(Options(root=root)), build(Options(root=root, cached=False))
        assert warm == bare
        write_site(warm, root / "output")
        if not any(problem.code == "template" for problem in warm.problems):
            written = digest_of(root / "output")
            del written[MANIFEST]
            assert written == {output.path: output.content for output in bare.outputs}


def test_a_second_build_reads_nothing_anew(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder(STORY)
    cold = build(Options(root=root))

    def refuse(*_: object) -> NoReturn:
        raise AssertionError

    monkeypatch.setattr(gathering, "_read_one", refuse)
    assert build(Options(root=root)) == cold


def test_a_damaged_cache_is_not_believed(folder: Folder) -> None:
    root = folder(STORY)
    cold = build(Options(root=root))
    for path in (root / CACHE).glob("??/*"):
        path.write_bytes(path.read_bytes().replace(b"A lull begins", b"A bull begins"))
    assert any(b"A bull begins" in path.read_bytes() for path in (root / CACHE).glob("??/*"))
    assert build(Options(root=root)) == cold


def test_the_cache_forgets_what_no_file_needs(folder: Folder) -> None:
    root = folder(STORY)
    build(Options(root=root))
    before = set((root / CACHE).glob("??/*"))
    (root / "content/notes/lull.md").write_text("---\ntitle: Another\ndate: 2025\n---\n", encoding="utf-8")
    build(Options(root=root))
    after = set((root / CACHE).glob("??/*"))
    assert len(after) == len(before) == 5
    assert len(after - before) == 1
    assert (root / ".site_gen/.gitignore").read_text(encoding="utf-8") == "*\n"


def test_a_cache_that_cannot_be_written_is_no_fault(folder: Folder) -> None:
    root = folder(STORY)
    (root / ".site_gen").write_text("in the way", encoding="utf-8")
    assert build(Options(root=root)) == build(Options(root=root, cached=False))


def test_a_cache_that_may_not_be_read_is_no_fault(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    root = folder(STORY)
    bare = build(Options(root=root, cached=False))
    build(Options(root=root))
    look = os.stat

    def refuse(path: str | Path, **how: bool) -> os.stat_result:
        if ".site_gen" in str(path):
            raise PermissionError(EACCES, "Permission denied", str(path))
        return look(path, **how)

    monkeypatch.setattr(os, "stat", refuse)
    assert build(Options(root=root)) == bare


def test_jobs_do_not_matter(folder: Folder) -> None:
    notes = "".join(f"-- content/notes/n{n}.md --\n---\ntitle: Note {n}\ndate: 2025\n---\n" for n in range(120))
    root = folder(notes)
    assert build(Options(root=root, jobs=3, cached=False)) == build(Options(root=root, jobs=1, cached=False))
