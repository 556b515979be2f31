"""Whether a text tells of its own days, as news does, or of days long past, as a history does."""

import re
from datetime import date

from site_gen.timex.phrases import Calendar, Phrase

# A rule that worked on news and histories of development data.
_ENOUGH_YEARS, _MOST, _DENSE, _AWAY = 5, 0.6, 0.003, 2
_WORDS = re.compile(r"\s+")


def is_narrative(text: str, phrases: tuple[Phrase, ...], dct: date | None) -> bool:
    """Whether dates without a year hang on the date last told of rather than on the day of publication."""
    if dct is None:
        return True
    years = [p.meaning.year for p in phrases if isinstance(p.meaning, Calendar) and p.meaning.year]
    away = sum(abs(year - dct.year) >= _AWAY for year in years)
    words = text.count(" ") + 1
    return away >= _ENOUGH_YEARS and away >= _MOST * len(years) and away > _DENSE * words
