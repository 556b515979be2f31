"""A page as a tree that knows where in the file each piece of its text stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import islice

from lxml import html as lxml_html
from lxml.html import HtmlElement

from site_gen.read.html_tokens import RAW, Token, tokens

# Ideographs of planes 2 and 3 that news hardly uses: they are letters, so that nothing strips them from a text.
MARK = 0x20000
MOST_RUNS = 42_000
_NO_MARKS = dict.fromkeys(range(MARK, MARK + MOST_RUNS), " ")
MAX_DEPTH = 1_000
_MOST_ATTRIBUTES = 100
MOST_ELEMENTS = 100_000
# Deeper elements are dissolved in their parents: libxml2 and what walks its trees give up at 256.
_KEPT_DEPTH = 200
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_HEAD = frozenset("base basefont bgsound link meta noscript script style template title".split())
BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section "
    "select summary table tbody td tfoot th thead tr ul noscript iframe object video audio button".split()
)
_UNSEEN = (
    frozenset(
        {"head", "template", "textarea", "select", "svg", "math", "object", "canvas", "noscript", "video", "audio"}
    )
    | RAW
)
# An opening tag ends what stands open below these: HTML Standard, 13.1.2.4 (optional tags).
_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tbody": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"thead", "tbody", "tfoot"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
}
_CELLS = frozenset({"td", "th", "caption", "table", "button", "body", "html"})
_NO_P = BLOCKS - {"button", "option", "td", "th", "tr", "tbody", "thead", "tfoot", "noscript", "iframe", "object"}
_NAME = re.compile(r"[a-z][a-z0-9_-]*")
_ATTRIBUTE_NAME = re.compile(r"[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?", re.ASCII)
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(slots=True)
class Run:
    """A piece of text without a tag in it: half-open offsets into the file, the text meant, the element around it."""

    start: int
    end: int
    text: str
    element: HtmlElement


@dataclass(slots=True)
class Block:
    """The text between two ends of blocks; `breaks` counts the `<br>` before it, 0 where a block's tag stands there."""

    runs: list[Run]
    element: HtmlElement
    breaks: int

    @property
    def text(self) -> str:
        """The words, with single spaces between them."""
        return " ".join("".join(run.text for run in self.runs).split())


@dataclass(slots=True)
class Page:
    """A page: its tree, the text that can be seen, and the scripts that hold JSON-LD.

    In the tree's text a mark stands before each run: the character `MARK` on from which its number counts.
    """

    root: HtmlElement
    runs: list[Run] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    linked_data: list[str] = field(default_factory=list)
    depth: int = 0
    elements: int = 0

    @property
    def is_cut(self) -> bool:
        """Whether it has more elements than are read."""
        return self.elements > MOST_ELEMENTS


def parse(text: str) -> Page:
    """The tree of a page, as browsers would have it but for misnested tags; `depth` is how deep its elements nest."""
    builder = _Builder(text)
    for token in tokens(text):
        builder.take(token)
        if builder.page.depth > MAX_DEPTH or builder.page.is_cut:
            break
    builder.close()
    return builder.page


def printable(text: str) -> str:
    """The text without characters that no tree of libxml2 holds."""
    return _UNFIT.sub(" ", text)


class _Builder:
    def __init__(self, text: str) -> None:
        self.text = text
        root = lxml_html.html_parser.makeelement("html")
        self.head = _child(root, "head")
        self.body = _child(root, "body")
        self.page = Page(root=root)
        self.stack: list[tuple[str, HtmlElement]] = [("html", root), ("head", self.head)]
        self.unseen = 1
        self.runs: list[Run] = []
        self.pending: list[str] = []
        # The last child of each element: to ask the tree for it takes time proportional to their number.
        self.last: dict[HtmlElement, HtmlElement] = {root: self.body}
        self.breaks = 0

    def take(self, token: Token) -> None:
        if token.kind == "text":
            self._text(token)
            return
        self._flush()
        self.page.elements += 1
        if token.kind == "raw":
            self._raw(token)
        elif token.kind == "open":
            self._open(token)
        else:
            self._close(token.name)

    def _text(self, token: Token) -> None:
        raw = self.text[token.start : token.end]
        if self.stack[-1][0] == "head" and raw.strip():
            self._enter_body({})
        shown = printable(unescape(raw)).translate(_NO_MARKS)
        if self.unseen:
            self.pending.append(shown)
            return
        run = Run(token.start, token.end, shown, self.stack[-1][1])
        self.runs.append(run)
        if shown.strip() and len(self.page.runs) < MOST_RUNS:
            shown = chr(MARK + len(self.page.runs)) + shown
            self.page.runs.append(run)
        self.pending.append(shown)

    def _flush(self) -> None:
        """Write the text since the last tag into the tree: at once, since each addition copies what is there."""
        if not self.pending:
            return
        shown = "".join(self.pending)
        self.pending = []
        last = self.last.get(self.stack[-1][1])
        if last is None:
            self.stack[-1][1].text = (self.stack[-1][1].text or "") + shown
        else:
            last.tail = (last.tail or "") + shown

    def _raw(self, token: Token) -> None:
        name, element = self.stack[-1]
        raw = self.text[token.start : token.end]
        if name == "script":
            if "ld+json" in element.get("type", "").lower():
                self.page.linked_data.append(raw)
            return
        if name in {"title", "textarea"}:
            element.text = printable(unescape(raw))

    def _open(self, token: Token) -> None:
        name = token.name
        if name in {"html", "head", "body"}:
            self._outer(token)
            return
        if self.stack[-1][0] == "head" and name not in _HEAD:
            self._enter_body({})
        if name == "br":
            self._line_break()
        self._end_implied(name)
        if name in BLOCKS:
            self.end_block()
        self._push(token)

    def _push(self, token: Token) -> None:
        name = token.name if _NAME.fullmatch(token.name) else "span"
        deep = len(self.stack) > _KEPT_DEPTH
        parent = self.stack[-1][1]
        element = parent if deep else _child(parent, name)
        if not deep:
            self.last[parent] = element
            _set(element, token.attributes)
        if token.name in _VOID:
            return
        self.stack.append((token.name, element))
        self.unseen += token.name in _UNSEEN
        self.page.depth = max(self.page.depth, len(self.stack))

    def _outer(self, token: Token) -> None:
        if token.name == "html":
            _set(self.page.root, token.attributes)
        elif token.name == "body":
            self._enter_body(token.attributes)

    def _enter_body(self, attributes: dict[str, str]) -> None:
        _set(self.body, attributes)
        if self.stack[1][0] == "head":
            self.stack[1:] = [("body", self.body)]
            self.unseen = 0

    def _line_break(self) -> None:
        breaks = self.breaks if not any(run.text.strip() for run in self.runs) else 0
        started = bool(self.page.blocks)
        self.end_block()
        self.breaks = breaks + 1 if started or breaks or self.page.blocks else 1

    def _end_implied(self, name: str) -> None:
        if name in _NO_P:
            self._end_up_to(frozenset({"p"}), _CELLS)
        if name in _ENDS:
            self._end_up_to(*_ENDS[name])
        if name == "a":
            self._end_up_to(frozenset({"a"}), BLOCKS)

    def _end_up_to(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        """End the innermost open element of the names, and what stands open in it, unless a barrier is met first."""
        for number in range(len(self.stack) - 1, 0, -1):
            if self.stack[number][0] in names:
                self._pop_to(number)
                return
            if self.stack[number][0] in barriers:
                return

    def _close(self, name: str) -> None:
        if name == "head":
            self._enter_body({})
            return
        if name in {"html", "body"}:
            return
        if name == "p" and not any(open_name == "p" for open_name, _ in self.stack):
            self.end_block()
        barriers = frozenset({"table", "td", "th"}) - {name} if name in BLOCKS else BLOCKS
        if name in {"table", "td", "th", "tr", "tbody", "thead", "tfoot"}:
            barriers = frozenset({"table"}) - {name}
        self._end_up_to(frozenset({name}), barriers)

    def _pop_to(self, number: int) -> None:
        if any(name in BLOCKS for name, _ in self.stack[number:]):
            self.end_block()
        for name, _ in self.stack[number:]:
            self.unseen -= name in _UNSEEN
        del self.stack[number:]

    def end_block(self) -> None:
        """What text there was since the last end of a block becomes one."""
        if any(run.text.strip() for run in self.runs):
            self.page.blocks.append(Block(self.runs, self._block_element(), self.breaks))
        self.runs = []
        self.breaks = 0

    def close(self) -> None:
        """The end of the file ends all that stands open."""
        self._flush()
        self.end_block()

    def _block_element(self) -> HtmlElement:
        return next(element for name, element in reversed(self.stack) if name in BLOCKS)


def _child(parent: HtmlElement, name: str) -> HtmlElement:
    element = lxml_html.html_parser.makeelement(name)
    parent.append(element)
    return element


def _set(element: HtmlElement, attributes: dict[str, str]) -> None:
    for name, value in islice(attributes.items(), _MOST_ATTRIBUTES):
        if _ATTRIBUTE_NAME.fullmatch(name) and ":" not in name and name not in element.attrib:
            element.set(name, printable(value))


def ancestors(element: HtmlElement) -> Iterator[HtmlElement]:
    """The element and everything around it, from the inside out."""
    yield element
    yield from element.iterancestors()
