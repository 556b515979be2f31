"""Doubtful dates of an article: days that no calendar has, other weekdays, numbers whose order was assumed."""

import re
from collections.abc import Iterable

from site_gen.dates import WEEKDAYS, NoSuchDateError, parse_edtf
from site_gen.model import Article, Mention
from site_gen.problems import Problem, Problems, warning
from site_gen.read.documents import locate
from site_gen.timex import solar

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A weekday in English with a day of the month behind it.
_OF_WEEKDAY = re.compile(rf"({'|'.join(WEEKDAYS)})\b(?=[^:]*\d)", re.IGNORECASE)
_ORDER_ASSUMED = frozenset({"month", "day"})


def doubts(article: Article, mentions: Iterable[Mention]) -> Problems:
    """A warning for each expression of an impossible day, of a day that is another weekday, or in doubtful order."""
    return tuple(found for mention in mentions for doubt in _DOUBTS if (found := doubt(article, mention)))


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


def _other_weekday(article: Article, mention: Mention) -> Problem | None:
    said = _OF_WEEKDAY.match(mention.text)
    if not said or mention.time is None or mention.time.days != 1:
        return None
    true = WEEKDAYS[mention.time.start.weekday()]
    if said[1].capitalize() == true:
        return None
    hint = "one of the two is wrong, or another year is meant: look the date up again"
    message = f"“{mention.text}”: {mention.time.edtf} is a {true}"
    return warning(locate(article, mention.start), "weekday-mismatch", message, hint)


_DOUBTS = (_impossible, _other_weekday, _either)
