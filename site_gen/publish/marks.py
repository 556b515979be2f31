"""Marks around the sentences of an article that events rest on."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import chain

from markupsafe import escape

# Planes 15 and 16 are for private use: no markup language gives their characters a meaning.
_PRIVATE = range(0xF0000, 0x10FFFE)
_LEADING_MARKUP = re.compile(r"[\s*_#>+|~`\-]*")
_TOKEN = re.compile(r"(<[^>]*>|[\U000F0000-\U0010FFFD])")

Render = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A sentence `[start, end)` of a body, the id its mark gets, and the event to link to."""

    start: int
    end: int
    anchor: str
    url: str
    label: str


@dataclass(frozen=True, slots=True)
class _Placed:
    span: Span
    opens: str
    closes: str


def marked_html(body: str, spans: Sequence[Span], render: Render) -> tuple[str, frozenset[str]]:
    """The rendered body with `<mark id=…>` around the spans, and the anchors that found a place.

    Private-use characters are put in before rendering and swapped for marks after. A span whose characters would
    change how the body renders gets no mark: the text always reads as it would without any.
    """
    plain = render(body)
    placed = _place(body, spans)
    if not placed:
        return plain, frozenset()
    html, kept = _largest_faithful(body, placed, render, plain)
    return _swap(html, kept), frozenset(p.span.anchor for p in kept)


def _place(body: str, spans: Sequence[Span]) -> tuple[_Placed, ...]:
    free = (chr(code) for code in _PRIVATE if chr(code) not in body)
    within = (s for s in spans if 0 <= s.start < s.end <= len(body) and body[s.start : s.end].strip())
    return tuple(_Placed(s, next(free), next(free)) for s in sorted(within, key=lambda s: (s.start, -s.end, s.anchor)))


def _largest_faithful(
    body: str, placed: tuple[_Placed, ...], render: Render, plain: str
) -> tuple[str, tuple[_Placed, ...]]:
    """As many of the spans as leave the rendering alone, found by halving."""
    html = render(_insert(body, placed))
    if _faithful(html, placed, plain):
        return html, placed
    if len(placed) <= 1:
        return plain, ()
    half = len(placed) // 2
    halves = (_largest_faithful(body, part, render, plain)[1] for part in (placed[:half], placed[half:]))
    kept = tuple(chain.from_iterable(halves))
    html = render(_insert(body, kept))
    return (html, kept) if _faithful(html, kept, plain) else (plain, ())


def _insert(body: str, placed: Iterable[_Placed]) -> str:
    # Of marks at one offset those that close come first.
    points = sorted(chain.from_iterable(_points(body, p) for p in placed), key=lambda point: point[:2])
    pieces: list[str] = []
    before = 0
    for offset, _, mark in points:
        pieces += (body[before:offset], mark)
        before = offset
    return "".join((*pieces, body[before:]))


def _points(body: str, placed: _Placed) -> tuple[tuple[int, int, str], tuple[int, int, str]]:
    span = placed.span
    lead = _LEADING_MARKUP.match(body, span.start, span.end)
    start = lead.end() if lead and lead.end() < span.end else span.start
    return (start, 1, placed.opens), (span.end, 0, placed.closes)


def _faithful(html: str, placed: Sequence[_Placed], plain: str) -> bool:
    """Whether the marks stand in the text, each once, and the rest is as without them."""
    wanted = sorted(chain.from_iterable((p.opens, p.closes) for p in placed))
    ours = set(wanted)
    found = sorted(token for token in _TOKEN.split(html) if token in ours)
    return found == wanted and "".join(c for c in html if c not in ours) == plain


@dataclass(slots=True)
class _Writer:
    """Writes tokens out again with marks around the text; a mark never spans a tag, so it always nests."""

    out: list[str] = field(default_factory=list)
    open: list[Span] = field(default_factory=list)
    unnamed: list[Span] = field(default_factory=list)
    ended: list[Span] = field(default_factory=list)
    in_link: bool = False

    def start(self, span: Span) -> None:
        self.open.append(span)
        self.unnamed.append(span)

    def end(self, span: Span) -> None:
        self.open.remove(span)
        self.ended.append(span)
        self.flush()

    def tag(self, token: str) -> None:
        self.out.append(token)
        if re.match(r"</?a\b", token):
            self.in_link = not token.startswith("</")
        self.flush()

    def text(self, token: str) -> None:
        if not self.open or (not token.strip() and "\n" in token):
            self.out.append(token)
            return
        first, *others = [*(escape(s.anchor) for s in self.unnamed), ""]
        self.out += (f'<span id="{anchor}"></span>' for anchor in others if anchor)
        self.out.append(f'<mark id="{first}">{token}</mark>' if first else f"<mark>{token}</mark>")
        self.unnamed.clear()

    def flush(self) -> None:
        """Links to the events of the spans that have ended, once they do not stand within another link."""
        if self.in_link:
            return
        for span in self.ended:
            label = escape(f"Event: {span.label}")
            self.out.append(f'<a class="to-event" href="{escape(span.url)}" title="{label}" aria-label="{label}">→</a>')
        self.ended.clear()


def _swap(html: str, placed: Sequence[_Placed]) -> str:
    opens, closes = ({getattr(p, side): p.span for p in placed} for side in ("opens", "closes"))
    writer = _Writer()
    for token in filter(None, _TOKEN.split(html)):
        if token in opens:
            writer.start(opens[token])
        elif token in closes:
            writer.end(closes[token])
        elif token.startswith("<"):
            writer.tag(token)
        else:
            writer.text(token)
    return "".join(writer.out)
