"""The laws of the design, through the whole build."""

import datetime as dt
import itertools
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from click.testing import CliRunner
from conftest import SETTINGS, Folder, files_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from site_gen import gather as gathering
from site_gen.build import CACHE, Built, Options, build, write_site
from site_gen.cache import Cache
from site_gen.cli import main
from site_gen.problems import Severity
from site_gen.publish.write import MANIFEST
from site_gen.read import files

THEME = Path(__file__).parent.parent / "templates"
STORY = """
    -- content/actors.toml --
    [[actor]]
    name = "Iran"
    aliases = ["Tehran"]
    [[actor]]
    name = "Oman"
    -- content/places.toml --
    [[place]]
    name = "Muscat"
    -- content/articles/talks.md --
    ---
    title: The lantern talks
    published: 2025-04-20
    publisher: The Gazette
    url: https://gazette.example/talks
    ---
    Envoys of Iran and Oman met in **Muscat** on 12 April 2025. They met again on Saturday.

    In recent days Tehran has kept silent.
    -- content/articles/ferry.txt --
    The ferry of Muscat

    On 12 April 2025 envoys of Iran and Oman met in Muscat, port workers said.
    -- content/notes/lull.md --
    ---
    title: A lull begins
    date: June 2025
    actors: [Iran]
    added: 2025-07-01T10:00:00+02:00
    ---
    -- content/notes/spring.md --
    ---
    title: Talks about talks
    date: 2024-21~
    sources: https://gazette.example/spring
    ---
    -- content/pages/about.md --
    ---
    title: About
    ---
    What this is.
"""


def digest_of(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}


# 1. A statement's span quotes its article, letter for letter.

_PIECES = st.sampled_from(
    [
        ("On 12 April 2025 envoys met in **Muscat**. ", "On 12 April 2025 envoys met in Muscat. "),
        ("On 3 May 2025\nthey *spoke* again. ", "On 3 May 2025 they spoke again. "),
        ("Talks [began](https://a.example/x_(y)?z=1&b=2) in June 2025.[^1] ", "Talks began in June 2025. "),
        ("Herr “Ælfric” 💬 – ß – said no on 5 May 2025! ", "Herr “Ælfric” 💬 – ß – said no on 5 May 2025! "),
        ("\n\n> They left on 8 May 2025.\n\n", " They left on 8 May 2025. "),
        ("\n\n- Oman spoke 11 May 2025.\n- Iran left in 2026.\n\n", " Oman spoke 11 May 2025. Iran left in 2026. "),
        ("<b>Iran</b> refused on 9 May 2025 &amp; left. ", "Iran refused on 9 May 2025 &amp; left. "),
        ("Mus*ca*t\u00a0fell silent in 2024. ", "Muscat fell silent in 2024. "),
        ("\n\n## A heading of 2023\n\n", " A heading of 2023 "),
        ("<!-- On 1 May 2020 nothing. -->", " "),
    ]
)  # fmt: skip


@settings(max_examples=30, deadline=None)
@given(pieces=st.lists(_PIECES, min_size=1, max_size=7), line_end=st.sampled_from(["\n", "\r\n"]), bom=st.booleans())
def test_statements_quote_their_article(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[tuple[str, str]], line_end: str, *, bom: bool
) -> None:
    root = tmp_path_factory.mktemp("quotes")
    text = "---\ntitle: A\npublished: 2025-05-20\n---\n" + "".join(raw for raw, _ in pieces) + "\n\n[^1]: Gazette\n"
    (root / "content/articles").mkdir(parents=True)
    (root / "content/articles/a.md").write_bytes(
        (b"\xef\xbb\xbf" if bom else b"") + text.replace("\n", line_end).encode()
    )
    content, _ = gathering.gather(root, Cache(None))
    shown = " ".join("".join(plain for _, plain in pieces).split())
    assert bool(content.articles) is bool(shown)
    for article, statement in itertools.product(content.articles, content.statements):
        assert len(article.text) == len(article.body)
        assert statement.text in shown
        assert article.body[statement.start] == statement.text[0]
        assert article.body[statement.end - 1] == statement.text[-1] or article.text[statement.end - 1] == " "
        assert text.split("\n")[statement.at.line - 1][statement.at.column - 1 :].startswith(statement.text[0])


# 2. The same content gives the same bytes, in any file order, in any time zone, on any day.


def run_build(root: Path, output: Path, **environment: str) -> dict[str, bytes]:
    command = [sys.executable, "-m", "site_gen", "build", "--root", str(root), "--output", str(output), "--quiet"]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    assert done.stderr.count("warning[") == done.stderr.count("\n    add"), done.stderr
    return digest_of(output)


def test_same_content_same_bytes(tmp_path: Path) -> None:
    contents = sorted({"content/site.toml": SETTINGS, **files_of(STORY)}.items())
    built = []
    for name, order, zone, seed in (
        ("one", contents, "Pacific/Kiritimati", "1"),
        ("two/deeper", contents[::-1], "America/Adak", "2"),
    ):
        root = tmp_path / name
        for path, text in order:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
            os.utime(root / path, (int(seed) * 10**9, int(seed) * 10**9))
        built.append(run_build(root, tmp_path / f"output-{seed}", TZ=zone, PYTHONHASHSEED=seed, LC_ALL="C"))
    assert len(built[0]) > 10
    assert built[0] == built[1]


def test_the_order_in_which_a_folder_lists_its_files_does_not_matter(
    folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = folder(STORY)
    expected = build(Options(root=root, cached=False))
    honest = files._walk  # noqa: SLF001 (no file system lists backwards at will)
    monkeypatch.setattr(files, "_walk", lambda path: sorted(honest(path), reverse=True))
    assert build(Options(root=root, cached=False)) == expected


# 3. Warm build == cold build == build without cache. The cache may be deleted at any moment.

_SENTENCES = (
    "Envoys met in Muscat on 12 April 2025.",
    "On 12 April 2025 envoys met in Muscat, Oman said.",
    "They met again last Saturday. In recent days Iran kept silent.",
    "Iran denied on 3 May 2025 that talks had begun.",
)
_HEADERS = ("title: A\npublished: 2025-04-20", "title: B", "titel: C", "published: 2025-02-30", "title: [")
_NOTES = ("title: N\ndate: 2025-04-12", "title: Lull\ndate: 2025-06", "title: N", "title: D\ndate: 2024\ndraft: true")
_LISTS = ("", '[[actor]]\nname = "Iran"\n', '[[actor]]\nname = "Oman"\naliases = ["Muscat"]\n', "[[actor")
_TEMPLATES = ("{{ page.title }} {{ view }}", "{{ site.title }}", "{{ missing }}", "{% if %}")


def _headed(header: str, body: str) -> str:
    return f"---\n{header}\n---\n{body}\n"


_article = st.builds(_headed, st.sampled_from(_HEADERS), st.sampled_from(_SENTENCES))
_note = st.builds(_headed, st.sampled_from(_NOTES), st.just(""))
_names = st.sampled_from(("a", "b", "c"))
_edits = st.one_of(
    st.tuples(st.just("write"), st.builds("content/articles/{}.md".format, _names), _article),
    st.tuples(st.just("write"), st.builds("content/articles/{}.txt".format, _names), st.sampled_from(_SENTENCES)),
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


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(edits=st.lists(_edits, min_size=3, max_size=8))
def test_warm_is_cold_is_without_cache(
    tmp_path_factory: pytest.TempPathFactory, plain_theme: dict[str, str], edits: list[tuple[str, str, str]]
) -> None:
    root = tmp_path_factory.mktemp("edits")
    (root / "static").mkdir()
    start = {"content/site.toml": SETTINGS, "content/notes/a.md": _headed(_NOTES[0], ""), **plain_theme}
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


def test_jobs_do_not_matter(folder: Folder) -> None:
    notes = "".join(f"-- content/notes/n{n}.md --\n---\ntitle: Note {n}\ndate: 2025\n---\n" for n in range(120))
    root = folder(notes)
    assert build(Options(root=root, jobs=3, cached=False)) == build(Options(root=root, jobs=1, cached=False))


# 6. No article, however broken, stops the others.

_mangled = st.builds(
    lambda text, at, junk: text[:at] + junk + text[at:],
    st.sampled_from([_headed(h, s).encode() for h in (*_HEADERS, *_NOTES) for s in _SENTENCES]),
    st.integers(0, 60),
    st.one_of(
        st.binary(max_size=4), st.sampled_from((b"---\n", b"\t", b": ", b"[" * 50, b"&a *a ", b"\xff\xfe", b"\0"))
    ),
)


@settings(max_examples=60, deadline=None)
@given(
    raw=st.one_of(_mangled, st.binary(max_size=60), st.text(max_size=60).map(str.encode)),
    room=st.sampled_from(("articles", "notes", "pages")),
)
def test_no_file_stops_the_others(tmp_path_factory: pytest.TempPathFactory, raw: bytes, room: str) -> None:
    root = tmp_path_factory.mktemp("broken")
    for name in ("articles", "notes", "pages"):
        (root / "content" / name).mkdir(parents=True)
    (root / "content/articles/good.md").write_text(_headed(_HEADERS[0], _SENTENCES[0]), encoding="utf-8")
    (root / "content/notes/good.md").write_text(_headed(_NOTES[1], ""), encoding="utf-8")
    (root / f"content/{room}/odd.md").write_bytes(raw)
    content, problems = gathering.gather(root, Cache(None))
    assert "content/articles/good.md" in {article.path for article in content.articles}
    assert _SENTENCES[0] in {statement.text for statement in content.statements}
    assert "good" in {note.id for note in content.notes}
    odd = [p for p in problems if p.at.path != "content/site.toml"]
    assert {p.at.path for p in odd} <= {f"content/{room}/odd.md"}
    assert "program-fault" not in {p.code for p in odd}
    assert all(p.hint and p.at.line for p in odd if p.severity is Severity.ERROR)


# 8. A build asks nothing of the network, and nothing of the clock.


@contextmanager
def clock_at(year: int) -> Iterator[None]:
    """Every module that took `datetime` reads it in the given year; `time.time` fails."""
    real = dt.datetime

    class Kind(type):
        def __instancecheck__(cls, value: object) -> bool:
            return isinstance(value, real)

    class Shifted(real, metaclass=Kind):  # type: ignore[misc, valid-type] # a stand-in for the length of a test
        @classmethod
        def now(cls, tz: dt.tzinfo | None = None) -> dt.datetime:
            return real(year, 3, 5, 12, tzinfo=tz)

        today = utcnow = now

    def refuse() -> NoReturn:
        raise AssertionError

    with pytest.MonkeyPatch.context() as patch:
        for name, module in sorted(sys.modules.items()):
            if name.partition(".")[0] in {"site_gen", "dateparser", "jinja2", "frontmatter", "markdown", "pydantic"}:
                for attribute, value in list(vars(module).items()):
                    if value is real:
                        patch.setattr(module, attribute, Shifted)
        patch.setattr(time, "time", refuse)
        yield


VAGUE = """
    -- content/notes/month.md --
    ---
    title: Talks in a month without a year
    date: June
    ---
    -- content/notes/day.md --
    ---
    title: Talks on a day without a year
    date: 24 June
    ---
    -- content/notes/yesterday.md --
    ---
    title: Talks the day before
    date: yesterday
    ---
    -- content/articles/vague.md --
    ---
    title: Talks of an unknown day
    published: last Tuesday
    ---
    Envoys met in Muscat yesterday. On 5 May they met again. Iran kept silent this week.
"""


def test_no_socket_and_no_clock(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)
    root = folder(STORY)
    folder(VAGUE)
    expected = build(Options(root=root, cached=False))
    for year in (1999, 2044):
        with clock_at(year):
            assert build(Options(root=root, cached=False)) == expected


def test_nothing_is_dated_by_the_day_of_the_build(site: Callable[..., Built]) -> None:
    built = site(VAGUE)
    assert built.timeline.events == ()
    today = time.strftime("%Y-%m-%d").encode()
    for output in built.outputs:
        if output.path.endswith((".html", ".xml", ".json", ".txt")):
            assert today not in output.content, output.path
            assert today[:4] not in output.content, output.path


# 9. Content is never written to.


@pytest.mark.parametrize("command", ["build", "check", "events"])
def test_content_is_never_written_to(folder: Folder, command: str) -> None:
    root = folder(STORY)
    folder(VAGUE)
    watched = [path for path in sorted((root / "content").rglob("*")) if path.is_file()]
    for path in watched:
        os.utime(path, (10**9, 10**9))
        path.chmod(0o444)
    before = digest_of(root / "content")
    result = CliRunner().invoke(main, [command, "--root", str(root)])
    assert result.exit_code == 1, result.output
    assert digest_of(root / "content") == before
    assert {path.stat().st_mtime_ns for path in watched} == {10**18}
