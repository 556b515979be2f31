"""Whether a text tells of its own days, as news does, or of days long past, as a history does."""

from datetime import date

from site_gen.timex.phrases import Calendar, Fixed, Phrase, Weekday

# A rule that worked on news and histories of development data.
_ENOUGH_YEARS, _MOST, _DENSE, _AWAY = 5, 0.6, 0.003, 2
_FEW_YEARS = 3
# Rules of what is said from the day of writing.
_HASTY = frozenset({"deictic", "past-unit", "unit-ref", "turned-month", "turned-season"})


def is_narrative(text: str, phrases: tuple[Phrase, ...], dct: date | None) -> bool:
    """Whether dates without a year hang on the date last told of rather than on the day of publication."""
    if dct is None:
        return True
    years = [year for phrase in phrases if (year := _stated_year(phrase)) is not None]
    # not its spaces: where markup stood there may be thousands
    words = len(text.split()) + 1
    away = sum(abs(year - dct.year) >= _AWAY for year in years)
    if away >= _ENOUGH_YEARS and away >= _MOST * len(years) and away > _DENSE * words:
        return True
    return _is_chronicle(phrases, dct, words)


def _stated_year(phrase: Phrase) -> int | None:
    if isinstance(phrase.meaning, Calendar):
        return phrase.meaning.year
    return 0 if isinstance(phrase.meaning, Fixed) and phrase.meaning.value.startswith("BC") else None


def _is_chronicle(phrases: tuple[Phrase, ...], dct: date, words: int) -> bool:
    """Many dates with their year, few bare weekdays: news names the year only of what lies far off.

    Fewer will do where nothing at all is told from the day of publication.
    """
    full = [p.meaning for p in phrases if isinstance(p.meaning, Calendar) and p.meaning.year and p.meaning.month]
    told = sum(not _is_dateline(said, dct) for said in full)
    hasty = sum(isinstance(p.meaning, Weekday) or p.rule in _HASTY for p in phrases) + len(full) - told
    enough = _ENOUGH_YEARS if hasty else _FEW_YEARS
    return told >= enough and told > _DENSE * words and told >= 2 * hasty


def _is_dateline(said: Calendar, dct: date) -> bool:
    return (said.year, said.month, said.day) == (dct.year, dct.month, dct.day)
