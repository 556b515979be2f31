"""One folder with one of everything that goes wrong: each is told of in one line, and nothing stops the rest."""

import os
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from commands_run import run

from site_gen.read import files

ARTICLES = "content/articles"
GOOD = "---\npublished: 2025-04-20\n---\n# Talks open\n\nEnvoys of Iran and Oman met in Muscat on 12 April 2025.\n"


def headed(line: str) -> bytes:
    return f"---\n{line}\n---\n# Talks\n\nThey met on 12 April 2025.\n".encode()


DATED = "---\npublished: 2025-04-20\n---\n"
NESTED = "".join(
    [DATED, "# Talks\n\n", "<div>" * 100_000, "\nThey met on 12 April 2025.\n", "</div>" * 100_000]
).encode()
# name, content, and the code of the one line (empty: it is read, and nothing is wrong)
FILES = [
    ("empty.md", b"", "error[empty-file]"),
    ("blank.txt", b" \n\n\t\n", "error[empty-file]"),
    ("binary.md", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "error[binary-file]"),
    ("utf-16.txt", f"{DATED}Talks\n\nThey met on 12 April 2025.".encode("utf-16"), "warning[encoding]"),
    ("truncated.md", f"{DATED}Talks\n\nفرستادگان در مسقط دیدار".encode()[:-1], "warning[encoding]"),
    ("line.txt", b"x" * (files.MAX_LINE + 1), "error[line-too-long]"),
    ("nested.md", NESTED, ""),
    ("two words.md", f"{DATED}# Talks\n\nThey met in a town with two names on 12 April 2025.\n".encode(), ""),
    ('l\'été "1".md', GOOD.encode(), ""),
    ("مذاکرات.md", f"{DATED}# مذاکرات\n\nمذاکرات روز شنبه آغاز شد.\n".encode(), ""),
    (
        "script.md",
        f"{DATED}# Talks\n\nThey met.<script>x = '</script>'; y()\n\nOn 12 April 2025 they left.\n".encode(),
        "",
    ),
    ("tabs.md", b"---\ntitle: Talks\n\tpublisher: A\n---\nThey met on 12 April 2025.\n", "error[bad-front-matter]"),
    ("no-day.md", headed("published: 2025-02-30"), "error[no-such-date]"),
    ("unknown.md", headed("date: 2025-02-28"), "error[unknown-key]"),
    ("tomorrow.md", headed("published: tomorrow"), "error[not-a-date]"),
    ("klingon.md", headed("published: 2025-04-20\nlanguage: klingon"), "error[bad-value]"),
    ("letter.docx", b"PK\x03\x04", "suggestion[not-read]"),
]


@pytest.fixture
def root(folder: Callable[..., Path]) -> Path:
    made = folder('-- content/actors.toml --\n[[actor]]\nname = "Iran"\n')
    (made / ARTICLES).mkdir()
    for name, content, _ in FILES:
        (made / ARTICLES / name).write_bytes(content)
    with (made / ARTICLES / "large.md").open("wb") as file:
        file.truncate(300_000_000)
    (made / ARTICLES / "folder.md").mkdir()
    secret = made.parent / "secret.md"
    secret.write_text(GOOD, encoding="utf-8")
    (made / ARTICLES / "link.md").symlink_to(secret)
    (made / ARTICLES / "loop.md").symlink_to(made / ARTICLES / "loop.md")
    return made


def lines(root: Path) -> tuple[int, Counter[tuple[str, str]]]:
    result = run(root, "check")
    told = [line for line in result.stdout.splitlines() if not line.startswith(" ")]
    named = [line.removeprefix(f"{ARTICLES}/").partition(": ") for line in told]
    return result.exit_code, Counter((place.rsplit(":", 2)[0], rest.partition(": ")[0]) for place, _, rest in named)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold no such links and names")
def test_each_is_told_of_in_one_line_and_the_command_exits_with_1(root: Path) -> None:
    code, told = lines(root)
    expected = {(name, problem) for name, _, problem in FILES if problem}
    expected |= {
        ("large.md", "error[file-too-large]"),
        ("folder.md", "error[unreadable]"),
        ("link.md", "error[link-outside]"),
        ("loop.md", "error[unreadable]"),
    }
    undated = {each for each in told if each[1] == "warning[no-publication-date]"}
    assert code == 1
    assert set(told) - undated == expected
    assert set(told.values()) == {1}
    assert {name for name, _ in undated} == {"unknown.md"}


def test_two_that_differ_in_capitals_only(folder: Callable[..., Path]) -> None:
    made = folder(f"-- {ARTICLES}/talks.md --\n{GOOD}-- {ARTICLES}/Talks.md --\n{GOOD}")
    if len(list((made / ARTICLES).iterdir())) == 1:
        pytest.skip("this system holds one of the two only")
    assert lines(made) == (1, Counter({("talks.md", "error[same-name]"): 1}))


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_a_file_that_may_not_be_read(folder: Callable[..., Path]) -> None:
    made = folder(f"-- {ARTICLES}/a.md --\n{GOOD}-- {ARTICLES}/b.md --\n{GOOD.replace('Talks', 'Other talks')}")
    (made / ARTICLES / "a.md").chmod(0)
    code, told = lines(made)
    assert (code, told["a.md", "error[unreadable]"]) == (1, 1)


def test_a_file_that_the_system_will_not_hand_over(
    folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = folder(f"-- {ARTICLES}/a.md --\n{GOOD}")
    whole = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return whole(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert lines(made) == (1, Counter({("a.md", "error[unreadable]"): 1}))
