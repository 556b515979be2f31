"""The laws of the design, through the whole build."""

import datetime as dt
import itertools
import os
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
from hypothesis import given, settings
from hypothesis import strategies as st
from story import HEADERS, NOTES, SENTENCES, STORY, digest_of, headed

from site_gen import gather as gathering
from site_gen.build import Built, Options, build
from site_gen.cache import Cache
from site_gen.cli import main
from site_gen.problems import Severity
from site_gen.read import files

# 1. A statement's span quotes its article, letter for letter.

_PIECES = st.sampled_from(
    [
        ("On 12 April 2025 envoys met in **Muscat**. ", "On 12 April 2025 envoys met in Muscat. "),
        ("On 3 May 2025\nthey *spoke* again. ", "On 3 May 2025 they spoke again. "),
        ("Talks [began](https://a.example/x_(y)?z=1&b=2) in June 2025.[^1] ", "Talks began in June 2025. "),
        ("Herr “Ælfric” 💬 – ß – said no on 5 May 2025! ", "Herr “Ælfric” 💬 – ß – said no on 5 May 2025! "),
        ("\n\n> They left on 8 May 2025.\n\n", " They left on 8 May 2025. "),
        ("\n\n- Oman spoke 11 May 2025.\n- Iran left in 2026.\n\n", " Oman spoke 11 May 2025. Iran left in 2026. "),
        ("<b>Iran</b> refused on 9 May 2025 &amp; left. ", "Iran refused on 9 May 2025 & left. "),
        ("Mus*ca*t\u00a0fell silent in 2024. ", "Muscat fell silent in 2024. "),
        ("\n\n## A heading of 2023\n\n", " A heading of 2023 "),
        ("<!-- On 1 May 2020 nothing. -->", " "),
    ]
)  # fmt: skip


@settings(max_examples=30)
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


# 6. No article, however broken, stops the others.

_mangled = st.builds(
    lambda text, at, junk: text[:at] + junk + text[at:],
    st.sampled_from([headed(h, s).encode() for h in (*HEADERS, *NOTES) for s in SENTENCES]),
    st.integers(0, 60),
    st.one_of(
        st.binary(max_size=4), st.sampled_from((b"---\n", b"\t", b": ", b"[" * 50, b"&a *a ", b"\xff\xfe", b"\0"))
    ),
)


@settings(max_examples=60)
@given(
    raw=st.one_of(_mangled, st.binary(max_size=60), st.text(max_size=60).map(str.encode)),
    room=st.sampled_from(("articles", "notes", "pages")),
)
def test_no_file_stops_the_others(tmp_path_factory: pytest.TempPathFactory, raw: bytes, room: str) -> None:
    root = tmp_path_factory.mktemp("broken")
    for name in ("articles", "notes", "pages"):
        (root / "content" / name).mkdir(parents=True)
    (root / "content/articles/good.md").write_text(headed(HEADERS[0], SENTENCES[0]), encoding="utf-8")
    (root / "content/notes/good.md").write_text(headed(NOTES[1], ""), encoding="utf-8")
    (root / f"content/{room}/odd.md").write_bytes(raw)
    content, problems = gathering.gather(root, Cache(None))
    assert "content/articles/good.md" in {article.path for article in content.articles}
    assert SENTENCES[0] in {statement.text for statement in content.statements}
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
