"""Days of the year that go by a name, and on which date they fall."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

# Names as news writes them. Those with a fixed date, by month and day.
_FIXED: Final = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "valentine's day": (2, 14), "st patrick's day": (3, 17),
    "april fools' day": (4, 1), "april fool's day": (4, 1), "bastille day": (7, 14), "halloween": (10, 31),
    "armistice day": (11, 11), "veterans day": (11, 11), "remembrance day": (11, 11), "boxing day": (12, 26),
    "christmas": (12, 25), "christmas day": (12, 25), "christmas eve": (12, 24), "all saints' day": (11, 1),
    "juneteenth": (6, 19), "epiphany": (1, 6),
}  # fmt: skip
# Days from Easter Sunday.
_FROM_EASTER: Final = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "holy saturday": -1,
    "easter": 0, "easter sunday": 0, "easter monday": 1, "ascension day": 39, "whit sunday": 49, "whit monday": 50,
}  # fmt: skip
# Month, weekday (1 for Monday), and which of them (-1: the last), as United States law (5 U.S.C. 6103) sets them.
_NTH: Final = {
    "martin luther king day": (1, 1, 3), "presidents' day": (2, 1, 3), "memorial day": (5, 1, -1),
    "labor day": (9, 1, 1), "columbus day": (10, 1, 2), "thanksgiving": (11, 4, 4), "thanksgiving day": (11, 4, 4),
}  # fmt: skip
NAMES: Final = tuple(sorted({*_FIXED, *_FROM_EASTER, *_NTH}, key=lambda name: (-len(name), name)))
_DAYS_OF_WEEK: Final = 7


def pattern() -> str:
    """A regular expression for the names as they are written: with capitals, either apostrophe or none."""
    return "|".join(re.escape(_titled(name)).replace("'", "['’]?") for name in NAMES)


def canonical(name: str) -> str:
    """The name in small letters and with the apostrophe that the tables have."""
    bare = re.sub(r"['’.]", "", name.lower())
    return next(known for known in NAMES if known.replace("'", "") == bare)


@lru_cache(maxsize=512)
def in_year(name: str, year: int) -> date:
    """The day on which the holiday of a canonical name falls in a year from 1 on."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    month, weekday, nth = _NTH[name]
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % _DAYS_OF_WEEK + 7 * (nth - 1))
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.isoweekday() - weekday) % _DAYS_OF_WEEK)


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar: the anonymous algorithm, Meeus, Astronomical Algorithms, chapter 8."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * weekday) // 451
    month, day = divmod(h + weekday - 7 * m + 114, 31)
    return date(year, month, day + 1)


def _titled(name: str) -> str:
    return " ".join(word[0].upper() + word[1:] for word in name.split())
