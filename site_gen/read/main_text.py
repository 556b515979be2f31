"""The main text of a page: which of its blocks are the article, and why the others are not."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from site_gen.read.furniture import is_furniture
from site_gen.read.html_tree import MARK, MOST_RUNS, Block, Page, Run, ancestors

CAPTION, FURNITURE, OUTSIDE, TITLE = "caption", "page furniture", "outside of the article", "title"
_MARKS = re.compile(f"[{chr(MARK)}-{chr(MARK + MOST_RUNS - 1)}]")
_LETTERS = re.compile(r"[\W_]+")
# Words of class names and ids that tell what an element inside an article is for.
_NOT_TEXT = re.compile(
    r"(?:^|[\s_-])(?:related|newsletters?|promos?|promotion|share|shares|sharing|sharedaddy|social-?(?:share|links|icons|bar)|comments?|"
    r"disclaimer|advert\w*|ads?|adslot|dfp|sponsor\w*|bio|byline|dateline-share|post-?info|post-?meta|entry-?meta|article-?meta|"
    r"breadcrumbs?|subscri\w+|sign-?up|paywall|regwall|cookies?|consent|gdpr|recirc\w*|recommend\w*|trending|outbrain|taboola|"
    r"nav|navbar|navigation|menu|toolbar|pull-?quote|pullquote|read-?time|reading-?time|print-only|read-?more|readmore|"
    r"see-?also|more-?(?:from|on|stories|news)|most-?(?:read|popular)|donat\w+|tags?|tagcloud|tag-?list|keywords|pagination|pager|"
    r"author-?(?:bio|box|info|card)|about-?(?:the-?)?author|skip-?link|login|toc|footnotes?-ad|survey|poll|widget)(?:$|[\s_-])"
    r"|relatedarticles|newsletter|jp-relatedposts|notification-bar|social-media-share",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:caption|captions|figcaption|photo-?credit|image-?credit|credit|cutline|copyright)(?:$|[\s_-])"
    r"|image-?caption|caption-?text|picture__caption|media-?caption",
    re.IGNORECASE,
)
_POPUP = re.compile(
    r"(?:^|[\s_-])(?:rollover-?block|tooltip\w*|popover|popup|hovercard|visually-?hidden|sr-only|screen-?reader\w*|hidden|"
    r"assistive)(?:$|[\s_-])",
    re.IGNORECASE,
)
# Only above the text: a line of the kind may be a heading further down.
_ABOVE = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|subhead|subheadline|sub-?headline|standfirst|sub-?title|teaser|meta|author|authors|date|"
    r"timestamp|pubdate|article-?subline)(?:$|[\s_-])|article__meta",
    re.IGNORECASE,
)
# What opens the boilerplate of a press release, or the lists and boxes below an article.
_AFTERWORD = re.compile(
    r"(?i:about) (?:(?i:the|this|our) )?[A-Z][^.!?]{0,60}|(?i:about the (?:author|writer|reporter)s?)|"
    r"(?i:(?:media|press|investor)s?(?: relations)? (?:contact|enquir(?:y|ie)|inquir(?:y|ie))s?|notes? to editors?|"
    r"for (?:more|further) information[^.!?]{0,60}|you (?:may|might) (?:also )?(?:like|be interested in)|"
    r"(?:more|related|recommended|latest|top|popular|trending) (?:articles|stories|posts|news|reading|coverage|videos)|"
    r"leave a (?:reply|comment)|(?:\d+ )?comments?(?: \(\d+\))?|read next|share this(?: \w+)?|what to read next|"
    r"join the (?:conversation|discussion)|forward-looking statements?):?"
)
_MOST_AFTER = 0.5
_ONLY_A_DATE = re.compile(r"(?=.{0,40}(?:19|20)\d\d)(?:[^\W\d_]++|[\d:/.,|·–-]++|\s++)++")
_DATE_WORDS = 8
_WALL = re.compile(
    r"\b(?:cookies?|javascript|ad ?blocker|captcha|are you a robot|unusual (?:traffic|activity)|access denied|"
    r"subscribe (?:now|to continue)|to continue reading|sign in to|consent|our partners|privacy policy)\b",
    re.IGNORECASE,
)
_TEMPLATE = re.compile(r"\{\{.{1,60}\}\}|<%.{1,60}%>|\blorem ipsum\b", re.IGNORECASE)
_IDEOGRAPHS = re.compile("[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]")
_STOPS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", ":")
_FEWEST_WRITTEN = 120
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NEVER_TEXT = frozenset({"nav", "aside", "form", "button", "footer", "select", "dialog", "menu"})
_SHARE_OF_CONTAINER = 0.9
_SHARE_OF_TIGHT = 0.7
_SHARE_OF_FRAME = 0.4
_MOST_LINKED = 0.6
_FEWEST_LETTERS = 80
_LONGEST_ABOVE = 300
_SHORT = frozenset({"li", "td", "th", "dt", "dd", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True, kw_only=True)
class MainText:
    """The blocks of the article with the runs of each that are shown, and every other block with the reason."""

    blocks: tuple[tuple[Block, tuple[Run, ...]], ...]
    left_out: tuple[tuple[Block, str], ...]


def main_text(page: Page, titles: Iterable[str]) -> MainText:
    """The article of a page: what trafilatura finds, without what its markup or wording shows to be furniture.

    trafilatura (Barbaresi, ACL 2021 demo) decides which part of the page is the article; what lies between its first
    and last block belongs to it as well, if it is no furniture, no caption and not mostly links. No blocks where no
    article is to be found. `titles` are the article's title as the page gives it. The page's tree is used up.
    """
    found = _extracted(page)
    seen = {id(run) for number, run in enumerate(page.runs) if number in found}
    picked = [block for block in page.blocks if _is_picked(block, seen)]
    frame = _Frame(picked)
    known = {key for title in titles if (key := _key(title))}
    return _sorted_out(page.blocks, frame, known)


def _extracted(page: Page) -> set[int]:
    """Numbers of the runs that trafilatura takes for the article; it would drop `<time>` with what is in it."""
    import trafilatura  # noqa: PLC0415 (0.3 s, and only where there are saved pages)

    etree.strip_tags(page.root, "time")
    found = trafilatura.bare_extraction(
        page.root, include_comments=False, favor_precision=True, with_metadata=False, include_tables=True
    )
    body = getattr(found, "body", None)
    return set() if body is None else {ord(mark) - MARK for mark in _MARKS.findall("".join(body.itertext()))}


def _is_picked(block: Block, seen: set[int]) -> bool:
    taken = sum(len(run.text) for run in block.runs if id(run) in seen)
    return taken > 0 and taken * 2 >= sum(len(run.text.strip()) for run in block.runs)


class _Frame:
    """The elements around an article, by the blocks that were picked."""

    def __init__(self, picked: Sequence[Block]) -> None:
        self.picked = {id(block) for block in picked}
        letters: Counter[HtmlElement] = Counter()
        for block in picked:
            for element in ancestors(block.element):
                letters[element] += len(block.text)
        whole = sum(len(block.text) for block in picked)
        self.around = {element for element, count in letters.items() if count >= whole * _SHARE_OF_FRAME}
        self.container = self._container(letters, whole)
        self.picked_letters = whole

    @staticmethod
    def _container(letters: Counter[HtmlElement], whole: int) -> HtmlElement | None:
        """The innermost element that holds nearly all of what was picked."""
        holding = [element for element, count in letters.items() if count >= whole * _SHARE_OF_CONTAINER]
        return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)

    def inside(self, block: Block) -> bool:
        """Whether the block stands in the container."""
        return any(element is self.container for element in ancestors(block.element))

    def is_tight(self, blocks: Iterable[Block]) -> bool:
        """Whether nearly all prose of the container was picked, so that the rest of it belongs to the article, too."""
        if any(element.get("itemprop") == "articleBody" for element in self.around):
            return True
        inside = sum(len(block.text) for block in blocks if not self.reason(block) and self.inside(block))
        return self.picked_letters >= _SHARE_OF_TIGHT * inside

    def reason(self, block: Block) -> str:
        """Why the markup around a block makes it no text of the article; nothing where it does not."""
        for element in ancestors(block.element):
            if element in self.around or element is self.container:
                return ""
            names = f"{element.get('class', '')} {element.get('id', '')}"
            if element.tag == "figcaption" or _CAPTION.search(names):
                return CAPTION
            if element.tag in _NEVER_TEXT or _NOT_TEXT.search(names) or _is_hidden(element):
                return FURNITURE
        return ""


def _sorted_out(blocks: Sequence[Block], frame: _Frame, titles: set[str]) -> MainText:
    places = [number for number, block in enumerate(blocks) if id(block) in frame.picked]
    first, last = (places[0], places[-1]) if places else (0, -1)
    if places and frame.is_tight(blocks):
        first, last = _widened(blocks, frame, first, last)
    kept, left_out = [], []
    begun = False
    for number, block in enumerate(blocks):
        runs = tuple(run for run in block.runs if not _in_popup(run, block))
        between = first <= number <= last and frame.inside(block)
        why = _why_not(block, runs, frame, between=between) or ("" if begun else _why_above(block, titles))
        begun = begun or not why
        if why:
            left_out.append((block, why))
        else:
            kept.append((block, runs))
    end = _end(kept, [block for block in blocks if frame.inside(block) and not frame.reason(block)])
    left_out += [(block, FURNITURE) for block, _ in kept[end:]]
    return MainText(blocks=tuple(kept[:end]), left_out=tuple(left_out))


def _end(kept: Sequence[tuple[Block, tuple[Run, ...]]], inside: Iterable[Block]) -> int:
    """How many of the kept blocks stand before a line that opens what follows an article, if little follows it."""
    left = {id(block): len(block.text) for block, _ in kept}
    whole = rest = sum(left.values())
    number = 0
    for block in inside:
        if number and rest <= whole * _MOST_AFTER and _AFTERWORD.fullmatch(block.text):
            return number
        number += id(block) in left
        rest -= left.get(id(block), 0)
    return len(kept)


def _widened(blocks: Sequence[Block], frame: _Frame, first: int, last: int) -> tuple[int, int]:
    """First and last block, prose that stands beside them in the container taken in."""
    prose = [n for n, block in enumerate(blocks) if frame.inside(block) and is_prose(block)]
    return min([first, *prose]), max([last, *prose])


def is_prose(block: Block) -> bool:
    """Whether it is a sentence or several, and not mostly links."""
    words = block.text
    # A character of Chinese or Japanese says as much as three letters.
    size = len(words) + 2 * len(_IDEOGRAPHS.findall(words))
    return size >= _FEWEST_LETTERS and words.rstrip("\"'”’»)」』").endswith(_STOPS) and not _mostly_links(block)


def _why_not(block: Block, runs: Sequence[Run], frame: _Frame, *, between: bool) -> str:
    picked = id(block) in frame.picked
    if not picked and not between:
        return OUTSIDE
    words = " ".join("".join(run.text for run in runs).split())
    if not _key(words) or is_furniture(words):
        return FURNITURE
    why = frame.reason(block)
    if why or picked:
        return why
    alone = " " not in words and block.element.tag not in _SHORT
    return FURNITURE if alone or _mostly_links(block) else ""


def _why_above(block: Block, titles: set[str]) -> str:
    """Why a block above the text is none of it: a title, a line with a date or a name."""
    if block.element.tag == "h1" or _key(block.text) in titles:
        return TITLE
    named = any(_ABOVE.search(e.get("class", "")) for e in (block.element, *list(block.element.iterancestors())[:1]))
    dated = block.text.count(" ") < _DATE_WORDS and _ONLY_A_DATE.fullmatch(block.text)
    return FURNITURE if dated or (named and len(block.text) < _LONGEST_ABOVE) else ""


def _mostly_links(block: Block) -> bool:
    linked = sum(len(run.text) for run in block.runs if any(e.tag == "a" for e in ancestors(run.element)))
    if any(element.tag == "blockquote" for element in ancestors(block.element)):
        return False
    return linked > _MOST_LINKED * sum(len(run.text) for run in block.runs)


def _in_popup(run: Run, block: Block) -> bool:
    """Whether a run stands in an inline element that is shown only on demand, or to no one."""
    for element in ancestors(run.element):
        if element is block.element:
            return False
        if _POPUP.search(f"{element.get('class', '')} {element.get('id', '')}") or _is_hidden(element):
            return True
    return False


def _is_hidden(element: HtmlElement) -> bool:
    return (
        "hidden" in element.attrib
        or bool(_HIDING.search(element.get("style", "")))
        or bool(_POPUP.search(element.get("class", "")))
    )


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def lacks_article(found: MainText) -> str:
    """Why what was found is no article, for an editor; nothing where it is one."""
    prose = [block for block, _ in found.blocks if is_prose(block)]
    written = sum(len(_key(block.text)) for block in prose)
    if written < _FEWEST_WRITTEN and any(is_prose(block) and _WALL.search(block.text) for block, _ in found.left_out):
        return "all it shows is a notice about cookies, scripts or subscriptions"
    if written < _FEWEST_WRITTEN:
        return "no paragraphs of text stand in it"
    if 2 * sum(len(_key(block.text)) for block in prose if _WALL.search(block.text)) > written:
        return "all it shows is a notice about cookies, scripts or subscriptions"
    linked = sum(len(_key(block.text)) for block, _ in found.blocks if _mostly_links(block))
    if linked > written:
        return "it is a list of links to other pages"
    if any(_TEMPLATE.search(block.text) for block in prose):
        return "it is a template whose text is still to be filled in"
    return ""
