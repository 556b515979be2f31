"""Markup of markdown, blanked: the text that a reader sees, at the offsets of the file."""

import re
from collections.abc import Iterable, Iterator
from html import unescape

# Ends a block (a heading, a list item) in the text where the file has a bare line feed: one character, as that is.
BLOCK_END = "\u2029"

_FENCE = re.compile(r"^ {0,3}(?P<mark>`{3,}+|~{3,}+)(?P<after>[^\n]*)\n?", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`{1,3})(?!`)[^`\n]+(?<!`)\1(?!`)")
_RAW_OPENING = re.compile(r"<!--|<(script|style|template|svg)\b", re.IGNORECASE | re.ASCII)
_RAW_CLOSING = {
    "": re.compile("-->"),
    **{name: re.compile(f"</{name}[^<>\n]*>?", re.IGNORECASE) for name in ("script", "style", "template", "svg")},
}
_TAG = re.compile(r"</?[A-Za-z][\w-]*+(?:\s(?:[^<>\n]|\n(?![ \t]*\n))*+)?/?>")
FOOTNOTE_DEFINITION = re.compile(
    r"^ {0,3}\[\^(?P<label>[^\[\]\n]+)\]:(?P<text>[^\n]*(?:\n(?:[ \t]{2,}|\t)[^\n]+)*)", re.MULTILINE
)
_LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]\^\n][^\]\n]*\]:[ \t]*\S[^\n]*", re.MULTILINE)
# An address may hold parentheses in pairs, as those of Wikipedia do.
_TARGET = r"(?:[^()\s]++|\([^()\s]*+\))*+"
_IMAGE = re.compile(rf"!\[(?:[^\[\]\n]++|\[[^\[\]\n]*+\])*+\](?:\({_TARGET}(?:[ \t][^()\n]*)?\)|\[[^\[\]\n]*\])")
FOOTNOTE = re.compile(r"(?<!\\)\[\^(?P<label>[^\[\]\n]+)\]")
_LINK = re.compile(
    r"\[(?P<shown>[^\[\]\n]*(?:\n[^\[\]\n]+){0,3})\]"
    rf"(?:\([ \t]*+{_TARGET}(?:\s++(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*+\)|\[[^\[\]\n]*\])"
)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^<>\s]*>")
_SETEXT = re.compile(r"(?<=\n) {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", re.MULTILINE)
_TABLE_LINE = re.compile(
    r"^[ \t]*+\|?+[ \t]*+:?+-{2,}+:?+[ \t]*+(?:\|[ \t]*+:?+-{2,}+:?+[ \t]*+)*+\|?+[ \t]*+$", re.MULTILINE
)
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}(?=\s)|(?<=\S)[ \t]+#+[ \t]*$", re.MULTILINE)
_ITEM = re.compile(r"^[ \t]*(?P<mark>[-*+]|\d{1,3}[.)])(?=[ \t])", re.MULTILINE)
_STRONG = re.compile(
    r"(?<![\\*])\*{1,3}+(?=\S)|(?<=[^\s\\*])\*{1,3}+|(?<![\\\w])_{1,3}+(?=\S)|(?<=[^\s\\])_{1,3}+(?!\w)|`+"
)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_HEADING_LINE = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*\n|^[^\n]+\n(?= {0,3}(?:=+|-{2,})[ \t]*$)", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")

# In this order: what hides other markup first.
_BLANKED = (
    _AUTOLINK, _TAG, FOOTNOTE_DEFINITION, _LINK_DEFINITION, _IMAGE, FOOTNOTE,
)  # fmt: skip
_BLANKED_BEFORE_ITEMS = (_RULE, _TABLE_LINE, _SETEXT, _QUOTE)
_BLANKED_LAST = (_HEADING, _STRONG, _ESCAPE)


def blank(body: str) -> str:
    """The body with markup replaced by spaces, as long as before; headings and list items end with `BLOCK_END`.

    A guess at what `markdown` makes of it, line by line; what it leaves standing would be shown as text as well.
    """
    text = _blank_raw(_blank_fences(body))
    for pattern in _BLANKED:
        text = pattern.sub(_spaces, text)
    text = _LINK.sub(_keep_shown, text)
    ends = {found.end() - 1 for found in _HEADING_LINE.finditer(text)}
    for pattern in _BLANKED_BEFORE_ITEMS:
        text = pattern.sub(_spaces, text)
    items = list(_items(text))
    ends |= {item.start() - 1 for item in items if item.start()}
    text = _blank_marks(text, items)
    for pattern in _BLANKED_LAST:
        text = pattern.sub(_spaces, text)
    text = _ENTITY.sub(_character, text)
    return _with_block_ends(text, sorted(ends))


def _items(text: str) -> Iterator[re.Match[str]]:
    """Items of lists; a number makes one only where a block begins or a list goes on, not in “on June / 24. Talks”."""
    done, listed = 0, False
    for found in _ITEM.finditer(text):
        between = text[done : found.start()].split("\n")
        begins = _begins_block(between, first=not done)
        listed = begins or (listed and all(map(str.strip, between[1:-1])))
        if listed or not found["mark"][0].isdigit():
            yield found
            listed = True
        done = found.end()


def _begins_block(between: list[str], *, first: bool) -> bool:
    """Whether nothing or a blank line stands above; `between` begins with the rest of the last item's line, if any."""
    if len(between) == 1:
        return first
    return not between[-2].strip() and (first or bool(between[1:-1]))


def _blank_marks(text: str, items: Iterable[re.Match[str]]) -> str:
    parts, done = [], 0
    for item in items:
        parts += [text[done : item.start("mark")], " " * len(item["mark"])]
        done = item.end()
    return "".join([*parts, text[done:]])


def blank_code(body: str) -> str:
    """The body without its code, comments and scripts, as long as before: there, brackets are no footnotes."""
    return _CODE.sub(_spaces, _blank_raw(_blank_fences(body)))


def _blank_fences(body: str) -> str:
    """Fenced blocks as spaces; a fence that is never closed is text, so that no slip takes an article away."""
    parts, done = [], 0
    opening: re.Match[str] | None = None
    for found in _closed_fences(list(_FENCE.finditer(body))):
        if opening is None:
            opening = found
            continue
        parts += [body[done : opening.start()], _NOT_NEWLINE.sub(" ", body[opening.start() : found.end()])]
        done, opening = found.end(), None
    return "".join([*parts, body[done:]])


def _closed_fences(marks: list[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Opening, closing, opening … of the fences that are closed: by as many of the same sign, alone on the line."""
    longest = _longest_closings(marks)
    number = 0
    while number < len(marks):
        sign = marks[number]["mark"]
        if longest[number][sign[0] == "~"] < len(sign):
            number += 1
            continue
        end = next(n for n in range(number + 1, len(marks)) if _closes(marks[n], sign))
        yield marks[number]
        yield marks[end]
        number = end + 1


def _closes(mark: re.Match[str], sign: str) -> bool:
    return mark["mark"].startswith(sign) and not mark["after"].strip()


def _longest_closings(marks: list[re.Match[str]]) -> list[tuple[int, int]]:
    """For each mark, the longest closing of either sign after it: so that no fence is sought that is never closed."""
    backticks = tildes = 0
    found = []
    for mark in reversed(marks):
        found.append((backticks, tildes))
        if not mark["after"].strip():
            size = len(mark["mark"])
            backticks, tildes = (
                (backticks, max(tildes, size)) if mark["mark"][0] == "~" else (max(backticks, size), tildes)
            )
    return found[::-1]


def _with_block_ends(text: str, ends: list[int]) -> str:
    starts = [0, *(end + 1 for end in ends)]
    return BLOCK_END.join(text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))


def visible(body: str, text: str, start: int, end: int) -> str:
    """What stands between two offsets without its markup, letter for letter; line breaks and runs of spaces as one."""
    pairs = zip(body[start:end], text[start:end], strict=True)
    return " ".join("".join(shown for raw, shown in pairs if shown != " " or raw.isspace()).split())


def _blank_raw(text: str) -> str:
    """Comments, scripts and their like, from opening to closing; one that is never closed is left to the tags."""
    parts, done, unclosed = [], 0, set[str]()
    for opening in _RAW_OPENING.finditer(text):
        name = (opening[1] or "").lower()
        if opening.start() < done or name in unclosed:
            continue
        closing = _RAW_CLOSING[name].search(text, opening.end())
        if not closing:
            unclosed.add(name)
            continue
        parts += [text[done : opening.start()], _NOT_NEWLINE.sub(" ", text[opening.start() : closing.end()])]
        done = closing.end()
    return "".join([*parts, text[done:]])


_ENTITY = re.compile(r"&(?:[A-Za-z]{2,10}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")


def _character(found: re.Match[str]) -> str:
    """`&amp;` as the character it stands for, as long as before; what is no entity stays as it is."""
    meant = unescape(found[0])
    return meant.ljust(len(found[0])) if len(meant) == 1 and (meant.isprintable() or meant == "\u00a0") else found[0]


def _spaces(found: re.Match[str]) -> str:
    return _NOT_NEWLINE.sub(" ", found[0])


def _keep_shown(found: re.Match[str]) -> str:
    shown, whole = found["shown"], found[0]
    return " " + shown + " " * (len(whole) - len(shown) - 1)


def first_heading(body: str) -> tuple[int, int] | None:
    """Span of the first heading's text, if the body opens with a heading."""
    found = _OPENING_HEADING.match(body)
    if not found:
        return None
    title = found["title"].rstrip().rstrip("#").rstrip()
    return found.start("title"), found.start("title") + len(title)


_OPENING_HEADING = re.compile(r"\s*+#{1,2}[ \t]++(?P<title>[^\n]+)")
