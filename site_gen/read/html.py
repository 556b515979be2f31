"""Articles made of pages that were saved from a browser."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import unescape

from site_gen.dates import TimeValue
from site_gen.model import Article
from site_gen.problems import Location, Problem, Problems, error, suggestion, warning
from site_gen.read.front_matter import Split
from site_gen.read.html_tree import MAX_DEPTH, MOST_RUNS, Page, Run, parse
from site_gen.read.main_text import OUTSIDE, TITLE, MainText, is_prose, lacks_article, main_text
from site_gen.read.page_dates import BYLINE, Day, are_neighbours, chosen
from site_gen.read.page_metadata import PageMetadata, metadata
from site_gen.read.provenance import FRONT_MATTER, by_front_matter
from site_gen.read.schema import ArticleHeader
from site_gen.slugs import slug, stem_of

PAGES = (".html", ".htm")
_PIECE = re.compile(r"[^\S\n]+|\n|&[#\w]+;?|[^\s&]+|&")
_NEWLINE = re.compile(r"\n")
_SHOWN = 80
Place = tuple[int, int, int]


def saved_page(path: str, parts: Split, header: ArticleHeader) -> tuple[Article | None, dict[str, str], Problems]:
    """The article of a page; where each of its fields is stated; problems. None with a problem if it has no article.

    The front matter counts before what the page says of itself. Somebody else's page is not published whole, unless
    its front matter says that it may be. Everything that was left out of the text is told of.
    """
    page = parse(parts.body)
    at = Location(path=path, line=parts.first_line, column=1)
    refused = _refused(page, at)
    if refused:
        return None, {}, (refused,)
    said = metadata(page, parts.body)
    found = main_text(page, said.headings)
    missing = lacks_article(found)
    if missing:
        hint = "save the page when it shows the article, or paste the text into a .txt file"
        return None, {}, (error(at, "no-article", f"the page holds no article: {missing}", hint),)
    text, places = _composed(found, parts)
    made, stated_by = _article(path, header, said, text, places)
    return made, stated_by, (*_disagreements(at, header, said), *_left_out(path, found, _Lines(parts)))


def _refused(page: Page, at: Location) -> Problem | None:
    hint = "save the page anew, or paste the text into a .txt file"
    if page.depth > MAX_DEPTH:
        return error(at, "too-deep", f"the page nests its elements deeper than {MAX_DEPTH:,} levels", hint)
    if len(page.runs) >= MOST_RUNS or page.is_cut:
        return error(at, "file-too-large", "the page has too many elements for one article", hint)
    return None


def _article(
    path: str, header: ArticleHeader, said: PageMetadata, text: str, places: tuple[Place, ...]
) -> tuple[Article, dict[str, str]]:
    given = header.model_fields_set
    stated = {
        key: getattr(said, key)
        for key in ("title", "publisher", "author", "url", "language")
        if key not in given and getattr(said, key)
    }
    published = None if header.published else chosen(said.published)
    modified = None if header.modified else said.modified
    dated = {"published": published, "modified": modified}
    words = {key: value.value for key, value in stated.items()}
    made = Article(
        id=slug(stem_of(path)),
        path=path,
        title=words.get("title") or header.title or "Untitled",
        body=text,
        text=text,
        published=header.published or (published.day if published else None),
        modified=header.modified or (modified.day if modified else None),
        publisher=words.get("publisher", header.publisher),
        author=words.get("author", header.author),
        url=words.get("url", header.url),
        language=words.get("language", header.language),
        license=header.license,
        full_text=header.full_text if header.full_text is not None else bool(header.license),
        markdown=False,
        places=places,
    )
    by = {key: value.by for key, value in (*stated.items(), *dated.items()) if value}
    return made, by_front_matter(given) | by


def _disagreements(at: Location, header: ArticleHeader, said: PageMetadata) -> Iterator[Problem]:
    """One warning for every other day of publication that the page states, with both days in it."""
    own = chosen(said.published)
    used = header.published or (own.day if own else None)
    by = FRONT_MATTER if header.published else own.by if own else ""
    told: set[TimeValue] = set()
    for other in said.published:
        if used is None or _agrees(other, used, said) or other.day in told:
            continue
        told.add(other.day)
        words = f"{other.by} says {other.day.edtf}, {by} says {used.edtf}; {used.edtf} is used"
        hint = "see which of the two is the day of publication, and state it in the front matter"
        yield warning(at, "two-dates", words, hint)


def _agrees(other: Day, used: TimeValue, said: PageMetadata) -> bool:
    """Whether it is within what is used, the same instant elsewhere, or the day of a change that a byline shows."""
    if used.start <= other.day.start and other.day.end <= used.end:
        return True
    same = any(
        day.day == used and are_neighbours(day, other) and (_floats(day) or _floats(other)) for day in said.published
    )
    changed = other.by == BYLINE and said.modified is not None and other.day == said.modified.day
    return same or changed or (_floats(other) and are_neighbours(other, Day(day=used, by="")))


def _floats(day: Day) -> bool:
    return day.universal or day.naive


class _Lines:
    """Lines and columns of offsets into a body, as they are in its file."""

    def __init__(self, parts: Split) -> None:
        self.starts = [0, *(found.end() for found in _NEWLINE.finditer(parts.body))]
        self.first = parts.first_line

    def place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.starts, offset) - 1
        return self.first + line, offset - self.starts[line] + 1


def _composed(found: MainText, parts: Split) -> tuple[str, tuple[Place, ...]]:
    """The article's text, a blank line between two blocks, and its places in the file."""
    writer = _Writer(parts)
    for block, runs in found.blocks:
        writer.begin(weak=block.breaks == 1)
        for run in runs:
            writer.write(run)
    return "".join(writer.pieces).rstrip(), tuple(writer.places)


class _Writer:
    """Writes runs of text with single spaces between their words, and notes where in the file each stretch stands."""

    def __init__(self, parts: Split) -> None:
        self.body = parts.body
        self.lines = _Lines(parts)
        self.pieces: list[str] = []
        self.places: list[Place] = []
        self.length = 0
        self.follows = -1
        self.space = False

    def begin(self, *, weak: bool) -> None:
        """A new block; `weak` where nothing but a single line break parts it from the one before."""
        if self.pieces:
            self._add("\n" if weak else "\n\n", -1)
        self.space = False

    def write(self, run: Run) -> None:
        """The words of a run."""
        for piece in _PIECE.finditer(self.body, run.start, run.end):
            shown = unescape(piece[0])
            if shown.isspace():
                self.space = bool(self.pieces) and not self.pieces[-1].endswith("\n")
                continue
            if self.space:
                self._add(" ", piece.start() - 1 if self.body[piece.start() - 1] == " " else -1)
                self.space = False
            self._add(shown, piece.start())
            if shown != piece[0]:
                self.follows = -1

    def _add(self, shown: str, start: int) -> None:
        if start >= 0 and start != self.follows:
            self.places.append((self.length, *self.lines.place(start)))
        self.pieces.append(shown)
        self.length += len(shown)
        self.follows = start + len(shown) if start >= 0 else -1


def _left_out(path: str, found: MainText, lines: _Lines) -> Iterator[Problem]:
    """What stands inside the article and is none of it, line by line; of what surrounds it, the sentences."""
    rest = 0
    for block, why in found.left_out:
        if why == TITLE:
            continue
        if why == OUTSIDE and not is_prose(block):
            rest += 1
            continue
        yield suggestion(_at(path, block.runs, lines), "page-furniture", f"left out as {why}: “{_short(block.text)}”")
    if rest:
        said = f"left out around the article: {rest} lines of navigation and the like"
        yield suggestion(Location(path=path, line=lines.first, column=1), "page-furniture", said)


def _at(path: str, runs: Sequence[Run], lines: _Lines) -> Location:
    first = next((run for run in runs if run.text.strip()), runs[0])
    line, column = lines.place(first.start)
    return Location(path=path, line=line, column=column)


def _short(words: str) -> str:
    return words if len(words) <= _SHOWN else words[:_SHOWN].rpartition(" ")[0] + " …"
