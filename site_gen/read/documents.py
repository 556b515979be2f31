"""Articles, notes and standing pages, made of files."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter

from site_gen.model import Article, Citation, Note, Source, StandingPage
from site_gen.problems import Location, Problem, Problems, Severity, error, suggestion, warning
from site_gen.read.footnotes import footnotes
from site_gen.read.front_matter import Field, Split, split
from site_gen.read.furniture import blank_furniture
from site_gen.read.headers import validate
from site_gen.read.html import PAGES, saved_page
from site_gen.read.markup import blank, first_heading, visible
from site_gen.read.provenance import attributed, by_front_matter
from site_gen.read.schema import ArticleHeader, NoteHeader, PageHeader, SourceHeader
from site_gen.slugs import slug, stem_of

MAX_TITLE = 90
MAX_HEADING = 300
_NEWLINE = re.compile(r"\n")
_FIRST_LINE = re.compile(r"\s*(?P<line>[^\n\u2029]+)")
_CUT_AT = re.compile(r"(?:[.;:!?]|,| [–—-])(?=\s)")
_EXAMPLES = {
    "title": "write what happened in a few words, such as title: Talks open in Muscat",
    "date": "write when it happened, such as date: 2025-04-12, or date: 2025-04 if only the month is known",
}
_SENTENCE_END = (".", "!", "?", ":", ";", ",")


def article(source: Source) -> tuple[Article | None, Problems]:
    """An article; without front matter its title is its first heading or line, and nothing dates it.

    None with a problem if its header cannot be read. A fault in a single key leaves the rest of the header standing.
    """
    parts, problems = split(source)
    if parts is None:
        return None, problems
    header, faults = validate(ArticleHeader, parts.fields or {}, source.path)
    if source.path.lower().endswith(PAGES):
        return _saved_page(source, header, parts, (*problems, *faults))
    body, gone = blank_furniture(parts.body)
    if header is None or not body.strip():
        return None, (*problems, *faults, _no_text(source.path, parts))
    made, remarks = _article(source, header, Split(fields=parts.fields, body=body, first_line=parts.first_line))
    if not made.text.strip():
        return None, (*problems, *faults, _no_text(source.path, parts))
    furniture = tuple(_furniture(made, offset, line) for offset, line in gone)
    made, doubts = attributed(made, by_front_matter(header.model_fields_set))
    doubtful = tuple(warning(locate(made, offset), "two-dates", said, hint) for offset, said, hint in doubts)
    return made, (*problems, *faults, *_dct(made, faults), *doubtful, *remarks, *furniture)


def _saved_page(
    source: Source, header: ArticleHeader | None, parts: Split, problems: Problems
) -> tuple[Article | None, Problems]:
    if header is None:
        return None, problems
    made, stated_by, found = saved_page(source.path, parts, header)
    if made is None:
        return None, (*problems, *found)
    made, doubts = attributed(made, stated_by)
    doubtful = tuple(warning(locate(made, offset), "two-dates", said, hint) for offset, said, hint in doubts)
    return made, (*problems, *found, *_dct(made, problems), *doubtful)


def _article(source: Source, header: ArticleHeader, parts: Split) -> tuple[Article, Problems]:
    markdown = source.path.lower().endswith(".md")
    text = blank(parts.body) if markdown else parts.body
    span, title = (None, header.title) if header.title else _own_title(parts.body, text)
    references, undefined = footnotes(parts.body) if markdown else ((), ())
    made = Article(
        id=slug(stem_of(source.path)),
        path=source.path,
        title=title,
        body=parts.body,
        text=text,
        first_line=parts.first_line,
        title_span=span,
        published=header.published,
        modified=header.modified,
        publisher=header.publisher,
        author=header.author,
        url=header.url,
        language=header.language,
        license=header.license,
        full_text=header.full_text if header.full_text is not None else bool(header.license or not header.url),
        markdown=markdown,
        footnotes=references,
    )
    return made, tuple(_undefined(made, offset, label) for offset, label in undefined)


def locate(made: Article, offset: int) -> Location:
    """The place in the file of an offset into an article's text."""
    if made.places:
        start, line, column = made.places[max(0, bisect_right(made.places, offset, key=itemgetter(0)) - 1)]
        return Location(path=made.path, line=line, column=column + max(0, offset - start))
    starts = _line_starts(made.body)
    line = bisect_right(starts, offset) - 1
    return Location(path=made.path, line=made.first_line + line, column=offset - starts[line] + 1)


@lru_cache(maxsize=2)
def _line_starts(body: str) -> tuple[int, ...]:
    return (0, *(found.end() for found in _NEWLINE.finditer(body)))


def _own_title(body: str, text: str) -> tuple[tuple[int, int] | None, str]:
    """Title of an article whose header has none, and its span where it is a line of its own."""
    heading = first_heading(body)
    if heading:
        line = visible(body, text, *heading) or "Untitled"
        return (heading, line) if len(line) <= MAX_HEADING else (None, _cut(line))
    found = _FIRST_LINE.search(text)
    if not found:
        return None, "Untitled"
    start, end = found.span("line")
    line = visible(body, text, start, end)
    alone = not line.endswith(_SENTENCE_END) and not text[end : end + 2].strip()
    return ((start, end), line) if alone and len(line) <= MAX_TITLE * 2 else (None, _cut(line))


def _cut(line: str) -> str:
    if len(line) <= MAX_TITLE:
        return line.rstrip(".;:,")
    ends = [found.start() for found in _CUT_AT.finditer(line[: MAX_TITLE + 1])]
    return line[: ends[-1]] if ends else line[:MAX_TITLE].rpartition(" ")[0] + " …"


def _no_text(path: str, parts: Split) -> Problem:
    at = Location(path=path, line=parts.first_line, column=1)
    if parts.body.strip():
        return error(at, "no-text", "nothing here is text of an article", "write the article there, or delete the file")
    return error(at, "no-text", "there is no text below the front matter", "write the article there")


def _dct(made: Article, faults: Problems) -> Problems:
    if made.published or any(fault.code in {"no-such-date", "not-a-date"} for fault in faults):
        return ()
    said = "nothing states when this article was published, so its relative dates stay undated"
    return (warning(Location(path=made.path, line=1, column=1), "no-publication-date", said, "add `published:`"),)


def _undefined(made: Article, offset: int, label: str) -> Problem:
    at = locate(made, offset)
    return warning(at, "undefined-footnote", f"no footnote is called “{label}”", f"add a line [^{label}]: … at the end")


def _furniture(made: Article, offset: int, line: str) -> Problem:
    return suggestion(locate(made, offset), "page-furniture", f"left out as page furniture: “{line}”")


def note(source: Source) -> tuple[Note | None, Problems]:
    """A note; None with problems if anything in its header is wrong, since half a note may say more than was meant.

    What a draft still lacks is a suggestion, not an error: nobody publishes it.
    """
    parts, problems = split(source)
    if parts is None:
        return None, problems
    if parts.fields is None:
        hint = "write ---, title: …, date: … and --- above the text, each on a line; `site-gen new note TITLE` does so"
        return None, (_no_front_matter(source.path, "note", hint),)
    header, faults = validate(NoteHeader, parts.fields, source.path)
    if faults or header is None:
        return None, (*problems, *faults)
    missing = tuple(_missing(source.path, key, parts.fields) for key in _needed(header))
    if missing and header.draft:
        return None, (*problems, *(replace(each, severity=Severity.SUGGESTION) for each in missing))
    return (None, (*problems, *missing)) if missing else (_note(source, header, parts), problems)


def _no_front_matter(path: str, kind: str, hint: str) -> Problem:
    at = Location(path=path, line=1, column=1)
    return error(at, "no-front-matter", f"a {kind} begins with front matter", hint)


def _needed(header: NoteHeader) -> list[str]:
    """A correction of an event may leave its title and date alone; an event of its own needs both."""
    return [] if header.event else [key for key in ("title", "date") if not getattr(header, key)]


def _missing(path: str, key: str, fields: dict[str, Field]) -> Problem:
    if key in fields:
        return error(fields[key].key_at, "missing-key", f"nothing stands after “{key}:”", _EXAMPLES[key])
    at = Location(path=path, line=1, column=1)
    return error(at, "missing-key", f"the key “{key}” is missing", _EXAMPLES[key])


def _note(source: Source, header: NoteHeader, parts: Split) -> Note:
    said = (parts.fields or {}).get("date")
    return Note(
        id=slug(stem_of(source.path)),
        at=said.at if said else Location(path=source.path, line=1, column=1),
        title=header.title,
        said=str(said.value) if said else "",
        time=header.date,
        status=header.status,
        summary=header.summary,
        body=parts.body.strip(),
        actors=tuple(header.actors),
        places=tuple(header.places),
        topics=tuple(header.topics),
        citations=tuple(map(_citation, header.sources)),
        event=header.event,
        key=header.key,
        added=header.added,
        draft=header.draft,
        publish_at=header.publish_at,
    )


def _citation(source: SourceHeader) -> Citation:
    return Citation(
        url=source.url,
        title=source.title,
        publisher=source.publisher,
        published=source.published,
        archived=source.archived,
    )


def standing_page(source: Source) -> tuple[StandingPage | None, Problems]:
    """A standing page; its header needs a title."""
    parts, problems = split(source)
    if parts is None:
        return None, problems
    if parts.fields is None:
        hint = "write ---, title: … and --- above the text, each on a line of its own"
        return None, (_no_front_matter(source.path, "page", hint),)
    header, faults = validate(PageHeader, parts.fields, source.path)
    if header is None:
        return None, (*problems, *faults)
    stem = slug(stem_of(source.path))
    made = StandingPage(id=stem, path=source.path, title=header.title, body=parts.body, order=header.order)
    return made, (*problems, *faults)
