"""Markdown of notes, pages and articles as HTML that is safe to publish."""

import re
import threading
from collections.abc import Callable
from hashlib import sha256
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import escape

from site_gen.publish.urls import SCHEMES, clean, web

Resolve = Callable[[str], str]
"""Takes the target of a link without a scheme, gives what to write instead, or nothing to drop the link."""

# Python-Markdown takes time quadratic in the number of opening brackets (5,000 of them: 4 s).
MOST_BRACKETS = 2_000
LONGEST = 1_000_000
LONGEST_WRAPPED = 120
FOOTNOTE_CLASSES = {"footnote", "footnote-ref", "footnote-backref"}
_BLOCKS = ("blockquote", "dd", "div", "dl", "dt", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul")
_TABLES = ("table", "tbody", "td", "tfoot", "th", "thead", "tr")
_PHRASES = ("a", "abbr", "b", "bdi", "br", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "samp")
_SMALL = ("small", "span", "strong", "sub", "sup", "u", "var")
TAGS = {*_BLOCKS, *_TABLES, *_PHRASES, *_SMALL}
ATTRIBUTES = {
    "a": {"href", "title", "rel"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "*": {"id", "lang", "dir"},
}
# A year that ends a line's first sentence is not the number of a list: “2025. Talks were …”
_YEAR_AT_LINE_START = re.compile(r"^([^\w\s]?)(\d{4})\.(?=\s)", re.MULTILINE)
_ID = re.compile(r"[A-Za-z0-9_:-]+")
# Marks (see marks) stand in a text as such characters; they have no length.
_PRIVATE = re.compile("[\U000f0000-\U0010fffd]")
_local = threading.local()


def markdown_html(text: str, *, prefix: str, resolve: Resolve) -> str:
    """The text as HTML that holds no script, no foreign image and no unsafe link; ids get `prefix` and a hyphen.

    A text that is too large for the Markdown library, or too deeply nested, comes back as plain paragraphs.
    """
    if len(text) > LONGEST or text.count("[") > MOST_BRACKETS:
        return plain_html(text)
    try:
        return _sanitised(_converter().reset().convert(_without_year_lists(clean(text))), prefix, resolve)
    except RecursionError:
        return plain_html(text)


def plain_html(text: str) -> str:
    """A text without markup as paragraphs: one for each block between blank lines, or for each line that is one."""
    blocks = (_paragraphs(block) for block in re.split(r"\n[ \t]*\n", clean(text)))
    return "\n".join(f"<p>{escape(p.strip())}</p>" for paragraphs in blocks for p in paragraphs if p.strip())


def _paragraphs(block: str) -> list[str]:
    """Nobody wraps lines so late: a block with such a line has its paragraphs on a line each."""
    lines = block.split("\n")
    return lines if any(len(_PRIVATE.sub("", line)) > LONGEST_WRAPPED for line in lines) else [block]


def _converter() -> Markdown:
    """The thread's own instance: they are not safe to share."""
    if not hasattr(_local, "converter"):
        _local.converter = Markdown(extensions=["footnotes", "tables", "sane_lists", _HouseRules()])
    converter: Markdown = _local.converter
    return converter


def _without_year_lists(text: str) -> str:
    return _YEAR_AT_LINE_START.sub(r"\1\2\\.", text)


def _sanitised(html: str, prefix: str, resolve: Resolve) -> str:
    def attribute(_tag: str, name: str, value: str) -> str | None:
        if name == "id":
            return f"{prefix}-{_id(value)}"
        if name == "href":
            return _href(value, prefix, resolve) or None
        return re.sub("[<>]", "", value)

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=attribute,
        allowed_classes={"div": {"footnote"}, "a": FOOTNOTE_CLASSES},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _href(value: str, prefix: str, resolve: Resolve) -> str:
    if value.startswith("#"):
        return f"#{prefix}-{_id(value[1:])}"
    # No angle bracket may stand in an attribute, so that tags can be told from text by their brackets alone.
    return (web(value) or resolve(value)).replace("<", "%3C").replace(">", "%3E")


def _id(text: str) -> str:
    return text if _ID.fullmatch(text) else "x" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


class _HouseRules(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        md.treeprocessors.register(_Rearranged(md), "house-rules", 0)


class _Rearranged(Treeprocessor):
    def run(self, root: Element) -> None:
        _demote_headings(root)
        for element in list(root.iter()):
            if element.tag == "img":
                _link_instead_of_image(element)
            if element.tag == "a" and web(element.get("href", "")):
                # cited, not endorsed: an article may carry links that nobody here has looked at
                element.set("rel", "nofollow")


def _demote_headings(root: Element) -> None:
    """The page has its own first heading; a text with such headings moves down by one."""
    levels = {f"h{n}": f"h{min(n + 1, 6)}" for n in range(1, 7)}
    if root.find(".//h1") is None:
        return
    for element in root.iter():
        element.tag = levels.get(element.tag, element.tag)


def _link_instead_of_image(element: Element) -> None:
    """An image from elsewhere would tell its host who reads the page; one beside the article is not published."""
    url, words = element.get("src", ""), element.get("alt", "")
    tail = element.tail
    element.clear()
    element.tag, element.text, element.tail = "a" if web(url) else "em", words or "image", tail
    if web(url):
        element.set("href", url)
