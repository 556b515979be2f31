"""Finds dates in German, French, Spanish, Arabic and Persian: those in full, and the commonest that hang on today."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from site_gen.timex import order, solar
from site_gen.timex.months import LANGUAGES, Language
from site_gen.timex.phrases import Calendar, Fixed, Meaning, Phrase, Weekday

# As long as what they replace, so that offsets stay.
_DIGITS: Final = {ord(digit): str(n % 10) for n, digit in enumerate("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩")}
_DAYS: Final = range(1, 32)
_SOLAR_YEARS: Final = range(1200, 1500)


def recognise(text: str, language: str) -> tuple[Phrase, ...]:
    """The phrases of `text` in file order, not overlapping, in time linear in its length."""
    return tuple(_phrases(text.translate(_DIGITS), LANGUAGES[language], language))


def _phrases(text: str, words: Language, language: str) -> Iterator[Phrase]:
    for found in _pattern(language).finditer(text):
        numbers = order.read(found["numeric"], day_first=True) if found.lastgroup == "numeric" else None
        meaning, assumed = numbers or (_meaning(found, words), frozenset[str]())
        if meaning is not None:
            start = found.start("year3") if found.lastgroup == "yearly" else found.start()
            rule = f"{language}-{found.lastgroup}"
            yield Phrase(start=start, end=found.end(), rule=rule, type="DATE", meaning=meaning, assumed=assumed)


def _meaning(found: re.Match[str], words: Language) -> Meaning | None:
    kind = found.lastgroup
    if kind == "relative":
        said = " ".join(found["relative"].split())
        return words.relative.get(said) or words.relative[said[0].lower() + said[1:]]
    if kind == "weekday":
        return Weekday(number=words.weekdays[found["weekday"]])
    if kind == "iso":
        return _year_first(found["iso"], words)
    return _named(found, words) if kind != "numeric" else None


def _year_first(written: str, words: Language) -> Meaning:
    """2025-04-12 and 2025/04/12; where the Solar Hijri calendar is used also ۱۴۰۴/۰۱/۲۳."""
    year, month, day = map(int, re.split("[-/]", written))
    if words.solar and year in _SOLAR_YEARS:
        return Fixed(value=solar.day(year, month, day))
    return Calendar(year=year, month=month, day=day)


def _named(found: re.Match[str], words: Language) -> Meaning | None:
    name, year = found["name"] or found["name2"], found["year"] or found["year2"] or found["year3"]
    day = int(found["number"] or 0)
    if found["number"] and day not in _DAYS:
        return None
    if name in words.solar or (not name and year and int(year) in _SOLAR_YEARS and words.solar):
        return _solar(words.solar.get(name, 0), day, int(year or 0))
    return Calendar(year=int(year) if year else None, month=words.months.get(name), day=day or None)


def _solar(month: int, day: int, year: int) -> Meaning | None:
    if not year and day:
        return Calendar(month=month, day=day, solar=True)
    if year not in _SOLAR_YEARS:
        return None
    if day:
        return Fixed(value=solar.day(year, month, day))
    return Fixed(value=solar.span(year, month))


def _written(words: Language) -> set[str]:
    """The relative phrases as written, also at the start of a sentence; “Morgen” there is the morning."""
    return {form for said in words.relative for form in (said, said[0].upper() + said[1:])} - {"Morgen"}


@lru_cache(maxsize=len(LANGUAGES))
def _pattern(language: str) -> re.Pattern[str]:
    words = LANGUAGES[language]
    month = "|".join(sorted(map(re.escape, (*words.months, *words.solar)), key=len, reverse=True))
    relative = "|".join(p.replace(" ", r"\s+") for p in sorted(_written(words), key=len, reverse=True))
    weekday = "|".join(sorted(words.weekdays, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w-])(?:(?P<iso>\d{{4}}(?:-\d\d-|/\d\d?/)\d\d?)|(?P<numeric>\d{{1,2}}([./-])\d{{1,2}}\3\d{{4}})"
        rf"|(?P<date>(?P<number>\d{{1,2}}){words.between}(?P<name>{month})(?:{words.between}(?P<year>\d{{4}}))?)"
        rf"|(?P<month>(?P<name2>{month}){words.between}(?P<year2>\d{{4}}))"
        rf"|(?P<relative>{relative})|(?P<weekday>{weekday})"
        rf"|(?P<yearly>{words.in_year}\s+(?P<year3>\d{{4}})))(?![\w-]|/\d)"
    )
