"""Whether a text tells of its own days, as news does, or of days long past, as a history does."""

import re
from datetime import date

from site_gen.timex.phrases import Calendar, Fixed, Phrase, Weekday

# A rule that worked on news and histories of development data.
_ENOUGH_YEARS, _MOST, _DENSE, _AWAY = 5, 0.6, 0.003, 2
_WORDS = re.compile(r"\s+")


def is_narrative(text: str, phrases: tuple[Phrase, ...], dct: date | None) -> bool:
    """Whether dates without a year hang on the date last told of rather than on the day of publication."""
    if dct is None:
        return True
    years = [year for phrase in phrases if (year := _stated_year(phrase)) is not None]
    words = text.count(" ") + 1
    away = sum(abs(year - dct.year) >= _AWAY for year in years)
    if away >= _ENOUGH_YEARS and away >= _MOST * len(years) and away > _DENSE * words:
        return True
    return _is_chronicle(phrases, dct, words)


def _stated_year(phrase: Phrase) -> int | None:
    if isinstance(phrase.meaning, Calendar):
        return phrase.meaning.year
    return 0 if isinstance(phrase.meaning, Fixed) and phrase.meaning.value.startswith("BC") else None


def _is_chronicle(phrases: tuple[Phrase, ...], dct: date, words: int) -> bool:
    """Many months and days with their year, few bare weekdays: news names the year only of what lies far off."""
    told = sum(
        isinstance(p.meaning, Calendar)
        and bool(p.meaning.year and p.meaning.month)
        and not _is_dateline(p.meaning, dct)
        for p in phrases
    )
    hasty = sum(isinstance(p.meaning, Weekday) or p.rule == "deictic" for p in phrases)
    return told >= _ENOUGH_YEARS and told > _DENSE * words and told >= 2 * hasty


def _is_dateline(said: Calendar, dct: date) -> bool:
    return (said.year, said.month, said.day) == (dct.year, dct.month, dct.day)
