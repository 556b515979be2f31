"""Files of content/: which are listed, which are refused, and that one that cannot be read stops no other."""

import os
import sys
from collections.abc import Iterator
from errno import EACCES
from pathlib import Path

import pytest

from site_gen.read.files import MAX_BYTES, MAX_LINE, decode, list_files, read_source

ARTICLES = "content/articles"
SUFFIXES = (".md", ".txt")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / ARTICLES).mkdir(parents=True)
    return tmp_path


def put(root: Path, name: str, text: str = "They met.") -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def hint(text: str) -> str:
    return f"\n    {text}"


def listed(root: Path) -> tuple[list[str], list[str]]:
    names, problems = list_files(root, ARTICLES, SUFFIXES)
    return [name.removeprefix(f"{ARTICLES}/") for name in names], [str(problem) for problem in problems]


def test_files_are_listed_in_order_of_their_paths(root: Path) -> None:
    names = ["B.md", "a.md", "a.TXT", "folder/c.md", "two words.md", "l'été «1».md", "سفیر.md", "x.md.txt"]
    for name in names:
        put(root, f"{ARTICLES}/{name}")
    assert listed(root) == (sorted(names), [])


def test_hidden_files_and_folders_are_passed_over(root: Path) -> None:
    for name in (".a.md", "_b.md", "_drafts/c.md", ".git/d.md"):
        put(root, f"{ARTICLES}/{name}")
    assert listed(root) == ([], [])


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list_files(tmp_path, ARTICLES, SUFFIXES) == ((), ())


@pytest.mark.parametrize("shut", [ARTICLES, f"{ARTICLES}/2025"])
def test_a_folder_that_may_not_be_read_is_no_empty_one(root: Path, monkeypatch: pytest.MonkeyPatch, shut: str) -> None:
    put(root, f"{ARTICLES}/2025/a.md")
    put(root, f"{ARTICLES}/b.md")
    scan = os.scandir

    def refuse(folder: str | Path) -> Iterator[os.DirEntry[str]]:
        if Path(folder) == root / shut:
            raise PermissionError(EACCES, "Permission denied", str(folder))
        return scan(str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    names, problems = listed(root)
    assert names == ([] if shut == ARTICLES else ["b.md"])
    assert problems == [
        f"{shut}:1:1: error[unreadable]: the folder cannot be read: Permission denied"
        + hint("see that you may read it; what lies in it is left out")
    ]


def test_a_file_of_another_kind_is_told_of(root: Path) -> None:
    put(root, f"{ARTICLES}/talks.docx")
    assert listed(root) == (
        [],
        [
            f"{ARTICLES}/talks.docx:1:1: suggestion[not-read]: the file is not read; here only .md and .txt are"
            + hint("a name that begins with _ is passed over without a word")
        ],
    )


def test_a_folder_named_like_a_file_is_told_of_and_looked_into(root: Path) -> None:
    put(root, f"{ARTICLES}/x.md/a.md")
    assert listed(root) == (
        ["x.md/a.md"],
        [
            f"{ARTICLES}/x.md:1:1: error[unreadable]: this is a folder, though its name ends in .md"
            + hint("give the folder another name")
        ],
    )


def test_a_link_out_of_content_is_refused(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = put(tmp_path_factory.mktemp("elsewhere"), "secret.md")
    (root / ARTICLES / "a.md").symlink_to(secret)
    assert listed(root) == (
        [],
        [
            f"{ARTICLES}/a.md:1:1: error[link-outside]: the link leads out of content/"
            + hint("copy the file in its place")
        ],
    )


def test_a_link_within_content_is_followed(root: Path) -> None:
    (root / ARTICLES / "a.md").symlink_to(put(root, "content/drawer/a.md"))
    assert listed(root) == (["a.md"], [])


def test_a_link_to_a_folder_is_not_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    put(elsewhere, "secret.md")
    (root / ARTICLES / "folder").symlink_to(elsewhere)
    (root / ARTICLES / "loop").symlink_to(root / ARTICLES)
    names, problems = listed(root)
    assert names == []
    assert problems == [
        f"{ARTICLES}/{name}:1:1: error[link-outside]: a link to a folder is not followed"
        + hint("copy the folder in its place")
        for name in ("folder", "loop")
    ]


def test_a_link_to_itself_is_told_of(root: Path) -> None:
    (root / ARTICLES / "a.md").symlink_to(root / ARTICLES / "a.md")
    assert listed(root) == (
        [],
        ["content/articles/a.md:1:1: error[unreadable]: the link leads nowhere\n    delete it"],
    )


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names themselves")
def test_a_name_that_is_not_utf8_is_told_of(root: Path) -> None:
    (root / ARTICLES / os.fsdecode(b"a\xff.md")).write_text("They met.", encoding="utf-8")
    names, problems = listed(root)
    assert names == []
    assert [problem.encode().decode().partition(": ")[2].partition("]")[0] for problem in problems] == [
        "error[file-name"
    ]


def told(root: Path, name: str) -> str:
    source, (problem,) = read_source(root, f"{ARTICLES}/{name}")
    assert source is None
    return str(problem)


def test_a_file_that_is_not_there(root: Path) -> None:
    assert told(root, "a.md") == (
        "content/articles/a.md:1:1: error[unreadable]: the file cannot be read: No such file or directory\n"
        "    see that the file is there, and that you may read it"
    )


def test_a_folder_is_no_file(root: Path) -> None:
    (root / ARTICLES / "a.md").mkdir()
    assert told(root, "a.md").startswith("content/articles/a.md:1:1: error[unreadable]: this is no file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_file_and_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / ARTICLES / "a.md")
    assert told(root, "a.md").startswith("content/articles/a.md:1:1: error[unreadable]: this is no file")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(root: Path) -> None:
    put(root, f"{ARTICLES}/a.md").chmod(0)
    assert told(root, "a.md").startswith(
        "content/articles/a.md:1:1: error[unreadable]: the file cannot be read: Permission denied"
    )


def test_a_file_too_large_is_not_even_read(root: Path) -> None:
    with (root / ARTICLES / "a.md").open("wb") as file:
        file.truncate(300_000_000)
    assert told(root, "a.md") == (
        f"{ARTICLES}/a.md:1:1: error[file-too-large]: the file has 300,000,000 bytes, the limit is {MAX_BYTES:,}"
        + hint("split it, or save the text alone")
    )


def test_a_line_too_long_is_named(root: Path) -> None:
    put(root, f"{ARTICLES}/a.md", "short\n" + "x" * (MAX_LINE + 1))
    assert told(root, "a.md") == (
        "content/articles/a.md:2:1: error[line-too-long]: a line is longer than 1,000,000 characters\n"
        "    break it into paragraphs"
    )


def test_a_line_as_long_as_may_be_is_read() -> None:
    source, problems = decode("a.txt", b"x" * MAX_LINE + b"\n")
    assert source is not None
    assert problems == ()


def test_the_digest_is_of_the_bytes() -> None:
    one, _ = decode("a.txt", b"a\r\n")
    other, _ = decode("a.txt", b"a\n")
    assert one is not None
    assert other is not None
    assert one.text == other.text
    assert one.digest != other.digest


def test_pictures_beside_an_index_file_are_passed_over(root: Path) -> None:
    for name in ("talks/index.md", "talks/map.png", "talks/hall.JPG", "talks/plan.pdf", "other/a.md", "other/map.png"):
        put(root, f"{ARTICLES}/{name}")
    names, problems = listed(root)
    assert names == ["other/a.md", "talks/index.md"]
    assert [problem.partition(":")[0] for problem in problems] == [
        f"{ARTICLES}/other/map.png",
        f"{ARTICLES}/talks/plan.pdf",
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems hold one of the two only")
@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Talks.md", "talks.md"),
        ("TALKS/a.md", "talks/A.md"),
        ("Été.md", "été.md"),
        ("a.MD", "a.md"),
        ("e\u0301te\u0301.md", "\u00e9t\u00e9.md"),
    ],
)
def test_names_that_many_systems_take_for_one_are_told_of(root: Path, first: str, second: str) -> None:
    for name in (first, second):
        put(root, f"{ARTICLES}/{name}")
    said = f"many systems take this for the same name as {ARTICLES}/{first}"
    assert listed(root) == (
        [first],
        [f"{ARTICLES}/{second}:1:1: error[same-name]: {said}" + hint("rename one of the two files")],
    )
