"""Doubtful dates of an article: days that no calendar has, and numbers whose order was assumed."""

import re
from collections.abc import Iterable

from site_gen.dates import NoSuchDateError, parse_edtf
from site_gen.model import Article, Mention
from site_gen.problems import Problem, Problems, warning
from site_gen.read.documents import locate
from site_gen.timex import solar

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ORDER_ASSUMED = frozenset({"month", "day"})


def doubts(article: Article, mentions: Iterable[Mention]) -> Problems:
    """A warning for each expression that states an impossible day, or one whose day and month may be the other way."""
    return tuple(found for mention in mentions if (found := _impossible(article, mention) or _either(article, mention)))


def _impossible(article: Article, mention: Mention) -> Problem | None:
    why = _why_impossible(mention.value) if mention.time is None else ""
    if not why:
        return None
    hint = "the sentence stays undated; look the date up again"
    return warning(locate(article, mention.start), "no-such-date", f"“{mention.text}”: {why}", hint)


def _why_impossible(value: str) -> str:
    if not _DAY.fullmatch(value):
        return solar.why_impossible(value)
    try:
        parse_edtf(value)
    except NoSuchDateError as why:
        return str(why)
    return ""


def _either(article: Article, mention: Mention) -> Problem | None:
    if mention.implied != _ORDER_ASSUMED or mention.time is None:
        return None
    said = f"“{mention.text}” was read as {mention.time.edtf}: which number is the month had to be assumed"
    hint = "write the month as a word if the text is yours; otherwise write a note with the right date"
    return warning(locate(article, mention.start), "ambiguous-date", said, hint)
