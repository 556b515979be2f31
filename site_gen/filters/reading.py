"""What was read of a file, as a JSON line."""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from site_gen.gather import program_fault
from site_gen.model import Article, Source
from site_gen.problems import Location, Problem, Problems
from site_gen.read import documents
from site_gen.read.files import read_source
from site_gen.read.markup import visible

# A blank line, or the end of a heading or a list item.
_GAP = re.compile(r"\n[^\S\n]*\n\s*|\u2029\s*")


def answer(root: Path, names: Iterable[str]) -> Iterator[tuple[bytes, Problems]]:
    """For each file, its path seen from the root: its line, and what is wrong with it. One is held at a time.

    A line is an object with path, title, published and published_by (front matter, dateline …), modified, publisher,
    author, url, language, origins, stated_by (which of these stands where), text and problems. What is not known is
    null; of a file that cannot be read there is nothing but its path and problems. `text` is the article's own words,
    without its title, a blank line between two paragraphs.
    """
    for name in names:
        source, problems = read_source(root, name)
        article, faults = _article(source) if source else (None, ())
        told = tuple(sorted(_under(name, problem) for problem in (*problems, *faults)))
        record = {"path": name, **_record(article), "problems": [_told(problem) for problem in told]}
        yield json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n", told


def _article(source: Source) -> tuple[Article | None, Problems]:
    try:
        return documents.article(source)
    except Exception as fault:  # noqa: BLE001 (no file, however odd, stops the others)
        return None, (program_fault(source, fault),)


def _under(name: str, problem: Problem) -> Problem:
    return replace(problem, at=Location(path=name, line=problem.at.line, column=problem.at.column))


def _record(article: Article | None) -> dict[str, Any]:
    stated_by = dict(article.stated_by) if article else {}
    return {
        "title": _known(article and article.title),
        "published": article.published.edtf if article and article.published else None,
        "published_by": stated_by.get("published"),
        "modified": article.modified.edtf if article and article.modified else None,
        "publisher": _known(article and article.publisher),
        "author": _known(article and article.author),
        "url": _known(article and article.url),
        "language": _known(article and article.language),
        "origins": list(article.origins) if article else [],
        "stated_by": stated_by,
        "text": _text(article) if article else None,
    }


def _known(text: object) -> str | None:
    return str(text) if text else None


def _text(article: Article) -> str:
    return "\n\n".join(filter(None, _paragraphs(article)))


def _paragraphs(article: Article) -> Iterator[str]:
    done = article.title_span[1] if article.title_span else 0
    for gap in _GAP.finditer(article.text, done):
        yield visible(article.body, article.text, done, gap.start())
        done = gap.end()
    yield visible(article.body, article.text, done, len(article.text))


def _told(problem: Problem) -> dict[str, Any]:
    return {
        "line": problem.at.line,
        "column": problem.at.column,
        "severity": problem.severity.word,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
