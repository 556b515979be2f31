"""Laws of reading: offsets stay places in the file, nothing of a text is lost or made up, and no input is fatal."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from site_gen.model import Article, Source
from site_gen.problems import Location, Problems
from site_gen.read.documents import article, locate, note, standing_page
from site_gen.read.entities import entities
from site_gen.read.files import decode
from site_gen.read.footnotes import footnotes
from site_gen.read.front_matter import split
from site_gen.read.furniture import blank_furniture
from site_gen.read.markup import BLOCK_END, blank, first_heading, visible

MARKS = (
    "[ ]( ) ![ [^ ]: ](https://x.example) * ** _ ` ``` ~~~ < > <b> </b> <!-- --> <script> </script> "
    "# ## === --- | \\ & 1. 24. - +"
)
WORDS = "envoys met 12 April 2025 İstanbul ſ سفیر é 😀 title: published: date: Leave a Reply share"
PIECES = [
    *MARKS.split(" "),
    *WORDS.split(" "),
    "\n",
    "\n\n",
    "\n---\n",
    "---\n",
    "\n    ",
    "\t",
    "  ",
    "\u2029",
    "\x0b",
    "'",
    '"',
]
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=60).map("".join) | st.text(max_size=80)
# As decode hands texts on: with line feeds alone.
TIDY = MARKDOWN.map(lambda text: text.replace("\r\n", "\n").replace("\r", "\n"))
KEYS = "title date published status actors sources url key added event tags topics order language".split()
VALUES = [
    "Talks",
    "2025-04-12",
    "tomorrow",
    "[a, b]",
    "{url: x}",
    '"',
    "'",
    "|\n  a",
    "*a",
    "&a b",
    "!t",
    "",
    "\n  - b",
    "\t",
    "# c",
]
HEADERS = st.lists(st.tuples(st.sampled_from(KEYS), st.sampled_from(VALUES) | st.text(max_size=10)), max_size=6).map(
    lambda pairs: "---\n" + "".join(f"{key}: {value}\n" for key, value in pairs) + "---\n"
)


def source(text: str, path: str = "content/articles/x.md") -> Source:
    return Source(path=path, text=text, digest="")


def assert_placed(problems: Problems, path: str, text: str) -> None:
    """Every problem points into the file and says in one line what is wrong."""
    lines = text.split("\n")
    for problem in problems:
        assert problem.at.path == path
        assert 1 <= problem.at.line <= len(lines)
        assert 1 <= problem.at.column <= len(lines[problem.at.line - 1]) + 1
        assert problem.message
        assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", problem.code)


@given(TIDY)
@example("met on June\n24. Talks\n\n1. a\n2. b\n```\n- c\n```")
@example("---\nx\n---\n- a\n  - b\n* * *\n")
def test_blanking_keeps_every_offset(body: str) -> None:
    text = blank(body)
    assert len(text) == len(body)
    for before, after in zip(body, text, strict=True):
        assert after in ({before, BLOCK_END} if before == "\n" else {before, " "})


@given(TIDY)
def test_what_is_visible_is_what_stands_there(body: str) -> None:
    shown = iter(visible(body, blank(body), 0, len(body)))
    rest = iter(body)
    assert all(letter.isspace() or letter in rest for letter in shown)


@given(st.lists(st.sampled_from("the envoys met in Muscat on 12 April and parted again".split())).map(" ".join))
def test_plain_words_are_all_visible(body: str) -> None:
    assert visible(body, blank(body), 0, len(body)) == body


@given(TIDY)
def test_furniture_goes_by_whole_lines_and_is_told(body: str) -> None:
    kept, gone = blank_furniture(body)
    before, after = body.split("\n"), kept.split("\n")
    told = [line.strip() for line, left in zip(before, after, strict=True) if line != left]
    assert all(
        not left.strip() and len(left) == len(line) for line, left in zip(before, after, strict=True) if line != left
    )
    assert told == [words for _, words in gone]
    assert all(body[offset:].lstrip(" \t\x0b").startswith(words[:1]) for offset, words in gone)


@given(TIDY)
def test_references_stand_where_they_are_said_to(body: str) -> None:
    known, undefined = footnotes(body)
    for offset, label in [(reference.offset, reference.label) for reference in known] + list(undefined):
        assert body[offset:].startswith(f"[^{label}]")


@given(TIDY)
def test_the_first_heading_is_in_the_first_line(body: str) -> None:
    span = first_heading(body)
    if span:
        assert "\n" not in body[span[0] : span[1]]
        assert not body[: span[0]].strip(" \t\n\x0b\u2029#")


@given(HEADERS, TIDY)
def test_splitting_loses_nothing_of_the_body(header: str, body: str) -> None:
    text = header + body
    parts, problems = split(source(text))
    assert_placed(problems, "content/articles/x.md", text)
    if parts is None:
        return
    assert text.endswith(parts.body)
    before = text[: len(text) - len(parts.body)]
    assert parts.first_line == before.count("\n") + 1
    if parts.fields is None:
        assert parts.body == text
    elif len(before) > len(header):
        assert not before[len(header) :].strip()


@given(TIDY)
def test_without_front_matter_all_is_body(body: str) -> None:
    text = f"They met.\n{body}"
    parts, problems = split(source(text))
    assert parts is not None
    assert (parts.fields, parts.body, parts.first_line, problems) == (None, text, 1, ())


@given(HEADERS, TIDY, st.data())
def test_places_lead_back_to_offsets(header: str, body: str, data: st.DataObject) -> None:
    text = f"{header}They met.\n{body}"
    made, _ = article(source(text))
    if made is None:
        return
    offset = data.draw(st.integers(0, max(0, len(made.body) - 1)))
    at = locate(made, offset)
    line = text.split("\n")[at.line - 1]
    assert at.column <= len(line) + 1
    start = sum(len(each) + 1 for each in text.split("\n")[: at.line - 1])
    assert start + at.column - 1 == len(text) - len(made.body) + offset


def test_places_are_counted_from_one() -> None:
    made = Article(id="x", path="x.md", title="", body="ab\ncd\n", text="ab\ncd\n", first_line=5)
    expected = [(0, 5, 1), (1, 5, 2), (2, 5, 3), (3, 6, 1), (5, 6, 3), (6, 7, 1)]
    assert [(o, locate(made, o)) for o, _, _ in expected] == [
        (offset, Location(path="x.md", line=line, column=column)) for offset, line, column in expected
    ]


@given(HEADERS | st.just(""), TIDY)
@example("", "[^a]\n\n[^a]: https://[x")
def test_no_text_is_fatal(header: str, body: str) -> None:
    text = header + body
    for read in (article, note, standing_page):
        made, problems = read(source(text))
        assert made is not None or problems
        assert_placed(problems, "content/articles/x.md", text)


@given(HEADERS, TIDY)
def test_an_article_quotes_its_file(header: str, body: str) -> None:
    made, _ = article(source(header + body))
    if made:
        assert len(made.text) == len(made.body)
        if made.title_span:
            assert visible(made.body, made.text, *made.title_span) in {made.title, ""}


@given(st.binary(max_size=200) | TIDY.map(str.encode) | TIDY.map(lambda text: text.encode("utf-16")))
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf\xff")
def test_no_bytes_are_fatal(raw: bytes) -> None:
    made, problems = decode("x.txt", raw)
    assert made is not None or problems
    if made:
        assert "\r" not in made.text
        assert "\0" not in made.text
        assert not made.text.startswith("\ufeff")
        assert decode("x.txt", made.text.encode()) == (Source(path="x.txt", text=made.text, digest=_digest(made)), ())


def _digest(made: Source) -> str:
    again, _ = decode("x.txt", made.text.encode())
    return again.digest if again else ""


@given(TIDY.filter(str.strip))
def test_text_in_utf8_comes_back(text: str) -> None:
    made, problems = decode("x.txt", text.encode())
    if "\0" not in text and text.lstrip("\ufeff").strip():
        assert problems == ()
        assert made is not None


TOML = [
    "[[actor]]\n",
    "[actor]\n",
    "actor = ",
    'name = "Oman"\n',
    'aliases = ["Muscat"]\n',
    "not = 5\n",
    "[",
    "]",
    '"',
    "'",
    "=",
    "\n",
    "x",
    "1",
]


@given(st.lists(st.sampled_from(TOML), max_size=20).map("".join) | st.text(max_size=60))
def test_no_list_is_fatal(text: str) -> None:
    made, problems = entities(source(text, "content/actors.toml"), "actor")
    assert_placed(problems, "content/actors.toml", text)
    assert all(entity.name.strip() for entity in made)
