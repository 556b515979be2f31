"""Markup of markdown, blanked: the text that a reader sees, at the offsets of the file."""

import re

# Ends a block (a heading, a list item) in the text where the file has a bare line feed: one character, as that is.
BLOCK_END = "\u2029"

_FENCE = re.compile(r"^ {0,3}(`{3,}+|~{3,}+)[^\n]*\n(?:(?! {0,3}\1)[^\n]*\n)*(?: {0,3}\1[^\n]*)?", re.MULTILINE)
_RAW_OPENING = re.compile(r"<!--|<(script|style|template|svg)\b", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][\w-]*(?:\s[^<>\n]*)?/?>")
_FOOTNOTE_DEFINITION = re.compile(r"^ {0,3}\[\^[^\]\n]+\]:[^\n]*(?:\n(?:[ \t]{2,}|\t)[^\n]+)*", re.MULTILINE)
_LINK_DEFINITION = re.compile(r"^ {0,3}\[[^\]\^\n][^\]\n]*\]:[ \t]*\S[^\n]*", re.MULTILINE)
_IMAGE = re.compile(r"!\[[^\]\n]*\](?:\((?:[^()\n]|\([^()\n]*\))*+\)|\[[^\]\n]*\])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\n]+\]")
_LINK = re.compile(
    r"\[(?P<shown>[^\[\]\n]*(?:\n[^\[\]\n]+){0,3})\]"
    # an address may hold parentheses in pairs, as those of Wikipedia do
    r"(?:\([ \t]*(?:[^()\s]|\([^()\s]*\))*+(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\)|\[[^\]\n]*\])"
)
_AUTOLINK = re.compile(r"<(?:https?://|mailto:)[^>\s]*>")
_SETEXT = re.compile(r"(?<=\n) {0,3}(?:=+|-{2,})[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:-[ \t]*){3,})$", re.MULTILINE)
_TABLE_LINE = re.compile(
    r"^[ \t]*+\|?+[ \t]*+:?+-{2,}+:?+[ \t]*+(?:\|[ \t]*+:?+-{2,}+:?+[ \t]*+)*+\|?+[ \t]*+$", re.MULTILINE
)
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+", re.MULTILINE)
_HEADING = re.compile(r"^ {0,3}#{1,6}(?=\s)|(?<=\S)[ \t]+#+[ \t]*$", re.MULTILINE)
_BULLET = re.compile(r"^[ \t]*(?:[-*+]|\d{1,3}[.)])(?=[ \t])", re.MULTILINE)
_STRONG = re.compile(
    r"(?<![\\*])\*{1,3}+(?=\S)|(?<=[^\s\\*])\*{1,3}+|(?<![\\\w])_{1,3}+(?=\S)|(?<=[^\s\\])_{1,3}+(?!\w)|`+"
)
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_HEADING_LINE = re.compile(r"^ {0,3}#{1,6}[ \t][^\n]*\n|^[^\n]+\n(?= {0,3}(?:=+|-{2,})[ \t]*$)", re.MULTILINE)
_ITEM_END = re.compile(r"\n(?=[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t])")
_NOT_NEWLINE = re.compile(r"[^\n]")

# In this order: what hides other markup first.
_BLANKED = (
    _AUTOLINK, _TAG, _FOOTNOTE_DEFINITION, _LINK_DEFINITION, _IMAGE, _FOOTNOTE,
)  # fmt: skip
_BLANKED_AFTER_LINKS = (_RULE, _TABLE_LINE, _SETEXT, _QUOTE, _HEADING, _BULLET, _STRONG, _ESCAPE)


def blank(body: str) -> str:
    """The body with markup replaced by spaces, as long as before; headings and list items end with `BLOCK_END`.

    A guess at what `markdown` makes of it, line by line; what it leaves standing would be shown as text as well.
    """
    text = _blank_raw(_FENCE.sub(_spaces, body))
    for pattern in _BLANKED:
        text = pattern.sub(_spaces, text)
    text = _LINK.sub(_keep_shown, text)
    ends = _block_ends(text)
    for pattern in _BLANKED_AFTER_LINKS:
        text = pattern.sub(_spaces, text)
    return _with_block_ends(text, ends)


def _block_ends(text: str) -> list[int]:
    headings = (found.end() - 1 for found in _HEADING_LINE.finditer(text))
    before_items = (found.start() for found in _ITEM_END.finditer(text))
    return sorted({*headings, *before_items})


def _with_block_ends(text: str, ends: list[int]) -> str:
    starts = [0, *(end + 1 for end in ends)]
    return BLOCK_END.join(text[start:end] for start, end in zip(starts, [*ends, len(text)], strict=True))


def visible(body: str, text: str, start: int, end: int) -> str:
    """What stands between two offsets without its markup, letter for letter; line breaks and runs of spaces as one."""
    pairs = zip(body[start:end], text[start:end], strict=True)
    return " ".join("".join(shown for raw, shown in pairs if shown != " " or raw.isspace()).split())


def _blank_raw(text: str) -> str:
    """Comments, scripts and their like, from opening to closing; one that is never closed is left to the tags."""
    lower, parts, done, unclosed = text.lower(), [], 0, set[str]()
    for opening in _RAW_OPENING.finditer(text):
        closing = f"</{opening[1].lower()}" if opening[1] else "-->"
        if opening.start() < done or closing in unclosed:
            continue
        end = lower.find(closing, opening.end())
        if end < 0 or len(lower) != len(text):
            unclosed.add(closing)
            continue
        parts += [text[done : opening.start()], _NOT_NEWLINE.sub(" ", text[opening.start() : end + len(closing)])]
        done = end + len(closing)
    return "".join([*parts, text[done:]])


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
