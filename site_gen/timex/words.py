"""An editor's date in plain words, read without a clock: what is not stated is not guessed."""

import re
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from site_gen import dates
from site_gen.dates import TimeValue
from site_gen.timex.phrases import Calendar, Phrase
from site_gen.timex.recognise import recognise
from site_gen.timex.refine import refine
from site_gen.timex.resolve import resolve
from site_gen.timex.values import Point

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

# Words that may stand around a date without changing it; “since” opens an interval.
_LEADING = re.compile(r"(?:on|in|during|from|between|the)?\s*\Z", re.IGNORECASE)
_SINCE = re.compile(r"(?:since|from)\s+(?=.)", re.IGNORECASE)
_ONWARDS = re.compile(r"\s+(?:onwards?|on)\Z", re.IGNORECASE)
_LINK = re.compile(r"\s*(?:[-–—]|to|and|until|till|through)\s*(?:the\s+)?", re.IGNORECASE)
# What dateparser would pass over, though it changes what is said; and numbers whose order nobody can tell.
_CHANGING = re.compile(
    r"\b(?:by|until|till|before|after|since|from|to|or|and|not|about|circa|ago|in|early|late|mid)\b", re.IGNORECASE
)
_EITHER_ORDER = re.compile(r"\b(?:0?[1-9]|1[0-2])([/.-])(?:0?[1-9]|1[0-2])\1(?:\d{4}|\d\d)\b")
# A date in letters and digits has a year of four; one in digits alone has three parts. Anything else dateparser would
# take for a time stamp, a year of the century, or a part of what was written.
_DATELIKE = re.compile(
    r"(?=.*[^\W\d_])(?=\D*(?:\d{1,2}\D+)*\d{4}(?!\d))(?!.*\d{5})(?![-+/.])|\d{1,4}([./-])\d{1,2}\1\d{1,4}\.?\Z"
)
# Persian and Arabic digits.
_DIGITS: Final = {ord(digit): str(n % 10) for n, digit in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_LANGUAGES: Final = ("en", "de", "fr", "es", "it", "nl", "pt", "tr", "ru", "ar", "fa", "he")
# Two days that differ in all they can: what depends on the day of reading comes out differently.
_BASES: Final = (datetime(1997, 3, 4), datetime(2034, 11, 22))  # noqa: DTZ001 (dateparser wants local time)
_LONGEST: Final = 60


def parse_words(text: str) -> TimeValue | None:
    """The date that `text` states in full, such as “24 June 2025”, “spring 2025”, “13–24 June 2025”, “since 2018”.

    None where it states none, or less than a year, or could be read in two ways (12/04/2025).

    Raises:
        NoSuchDateError: it states a day that the calendar does not have.
    """
    words = " ".join(text.split()).translate(_DIGITS)
    if words.endswith("?"):
        return _uncertain(parse_words(words[:-1]))
    if not words or len(words) > _LONGEST:
        return None
    since = _SINCE.match(words)
    if since and (begun := _by_rules(_ONWARDS.sub("", words[since.end() :]))):
        whole = _by_rules(words)
        return whole if whole and "/" in whole.edtf else dates.interval(begun, None)
    return _by_rules(words) or _by_library(words)


def _uncertain(time: TimeValue | None) -> TimeValue | None:
    if time is None or "/" in time.edtf:
        return None
    return dates.parse_edtf(time.edtf[:-1] + "%" if time.qualifier else time.edtf + "?")


def _by_rules(words: str) -> TimeValue | None:
    phrases = refine(words, recognise(words))
    if not phrases or not _LEADING.match(words[: phrases[0].start]):
        return None
    _refuse_impossible(phrases)
    first = phrases[0]
    rest = words[first.end :]
    if len(phrases) > 1 and first.until is not None:
        gap = words[first.end : phrases[1].start]
        rest = words[phrases[1].end :] if _LINK.fullmatch(gap) else words
    if rest.strip(" .") or first.assumed:
        return None
    return next(resolve(words, phrases, None, narrative=True)).time


def _refuse_impossible(phrases: tuple[Phrase, ...]) -> None:
    for phrase in phrases:
        said = phrase.meaning
        if isinstance(said, Calendar) and said.year and said.month and said.day:
            dates.parse_edtf(Point(said.year, said.month, said.day).value())


def _by_library(words: str) -> TimeValue | None:
    """What dateparser makes of it, if two days of reading make no difference."""
    if not _DATELIKE.match(words) or _CHANGING.search(words) or _EITHER_ORDER.search(words):
        return None
    first, second = (_read(words, base) for base in range(len(_BASES)))
    return first if first == second else None


def _read(words: str, base: int) -> TimeValue | None:
    found = _parser(base).get_date_data(words)
    when = found.date_obj
    if when is None:
        return None
    if found.period == "year":
        return dates.year(when.year)
    return dates.month(when.year, when.month) if found.period == "month" else dates.day(when.date())


@lru_cache(maxsize=2)
def _parser(base: int) -> "DateDataParser":
    from dateparser.date import DateDataParser  # noqa: PLC0415 (74 ms, and seldom needed)

    return DateDataParser(
        languages=list(_LANGUAGES),
        settings={"RELATIVE_BASE": _BASES[base], "PREFER_DAY_OF_MONTH": "first", "STRICT_PARSING": False},
    )
