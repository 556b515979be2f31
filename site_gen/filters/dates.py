"""Documents as JSON lines in, their time expressions as JSON lines out."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date

import msgspec

from site_gen import timex
from site_gen.filters import lines as json_lines
from site_gen.model import Mention


class Document(msgspec.Struct):
    """A line of input: `dct` is the day of publication (absent or null if not known), `language` a BCP 47 tag."""

    id: str
    text: str
    dct: date | None = None
    language: str = "en"


class TimeExpression(msgspec.Struct):
    """One expression of a line of output; `edtf` is null where there is no date to state."""

    start: int
    end: int
    text: str
    type: str
    value: str
    edtf: str | None
    rule: str
    implied: list[str]


class Answer(msgspec.Struct):
    """A line of output."""

    id: str
    timexes: list[TimeExpression]


def answer(lines: Iterable[bytes], complain: Callable[[str], object]) -> Iterator[bytes]:
    """For each document its time expressions, one JSON line (with line feed) each, in the order of the input.

    A line that is no document, or whose `dct` is no date, is told to `complain` by its number and passed over.
    """
    encode = msgspec.json.Encoder().encode
    for _, document in json_lines.decode(lines, Document, complain):
        found = timex.find(document.text, document.dct, language=document.language)
        yield encode(Answer(document.id, [_expression(mention) for mention in found])) + b"\n"


def _expression(mention: Mention) -> TimeExpression:
    return TimeExpression(
        start=mention.start,
        end=mention.end,
        text=mention.text,
        type=mention.type,
        value=mention.value,
        edtf=mention.time.edtf if mention.time else None,
        rule=mention.rule,
        implied=sorted(mention.implied),
    )
