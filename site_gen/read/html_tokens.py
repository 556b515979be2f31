"""Tokens of HTML: tags and the text between them, each with its place in the file."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

# Their content is no markup; that of the first group is no text either (HTML Standard, 13.2.5 and 13.1.2).
RAW = frozenset({"script", "style", "xmp", "iframe", "noembed", "noframes"})
_ESCAPABLE = frozenset({"textarea", "title"})
_TAG_NAME = re.compile(r"</?+(?P<name>[A-Za-z][^\s/>]*+)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>][^\s=/>]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?"
)
_END = re.compile(r"[\s/]*+>")


class Token(NamedTuple):
    """A tag (`kind` is open or close), a piece of text, or the content of a script: half-open offsets into the file."""

    kind: str
    name: str
    start: int
    end: int
    attributes: dict[str, str]


def tokens(text: str) -> Iterator[Token]:
    """The tokens of a page in order, comments and declarations left out, in time linear in its length.

    As browsers read them (HTML Standard, 13.2.5), but what is opened and never closed (a comment, a title) hides
    nothing of what follows.
    """
    scanner = _Scanner(text)
    done = 0
    while done < len(text):
        start = scanner.next_markup(done)
        if start > done:
            yield Token("text", "", done, start, {})
        if start == len(text):
            return
        token, done = scanner.markup(start)
        if not token:
            continue
        yield token
        if token.kind == "open" and token.name in RAW | _ESCAPABLE:
            end = scanner.raw_end(token.name, done)
            if end >= 0:
                yield Token("raw", token.name, done, end, {})
                done = end


class _Scanner:
    """Where markup stands; it remembers what it sought in vain, so that nothing is sought twice to the end."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.unclosed: set[str] = set()

    def next_markup(self, start: int) -> int:
        """Offset of the next `<` that opens a tag, a comment or a declaration; the end where there is none."""
        while (start := self.text.find("<", start)) >= 0:
            after = self.text[start + 1 : start + 3]
            if after[:1] in {"!", "?"} or (after.lstrip("/")[:1].isascii() and after.removeprefix("/")[:1].isalpha()):
                return start
            start += 1
        return len(self.text)

    def markup(self, start: int) -> tuple[Token | None, int]:
        """The tag that opens at an offset (None for a comment), and the offset after it."""
        name = _TAG_NAME.match(self.text, start)
        if not name:
            return None, self._after_comment(start)
        attributes, end = self._attributes(name.end())
        kind = "close" if self.text[start + 1] == "/" else "open"
        return Token(kind, name["name"].lower(), start, end, attributes), end

    def _attributes(self, at: int) -> tuple[dict[str, str], int]:
        found: dict[str, str] = {}
        while not (end := _END.match(self.text, at)):
            attribute = _ATTRIBUTE.match(self.text, at)
            if not attribute:
                return found, len(self.text)
            at = attribute.end()
            value = attribute["double"] or attribute["single"] or attribute["bare"] or ""
            found.setdefault(attribute["name"].lower(), unescape(value))
        return found, end.end()

    def _after_comment(self, start: int) -> int:
        if self.text.startswith("<!--", start):
            end = self._find("-->", start + 2)
            if end >= 0:
                return end + 3
        if self.text.startswith("<![CDATA[", start):
            return start + 9
        end = self._find(">", start)
        return end + 1 if end >= 0 else start + 2

    def _find(self, sought: str, start: int) -> int:
        if sought in self.unclosed:
            return -1
        found = self.text.find(sought, start)
        if found < 0:
            self.unclosed.add(sought)
        return found

    def raw_end(self, name: str, start: int) -> int:
        """Where the content of a script or its like ends; -1 where nothing closes it."""
        if name in self.unclosed:
            return -1
        found = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE | re.ASCII).search(self.text, start)
        if found:
            return found.start()
        self.unclosed.add(name)
        return len(self.text) if name in {"script", "style"} else -1
