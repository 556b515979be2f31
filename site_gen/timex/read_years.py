"""Readers of years, decades and centuries, and of what lies before Christ."""

import re
from typing import Final

from site_gen.timex import context
from site_gen.timex.groups import Groups
from site_gen.timex.order import full_year
from site_gen.timex.phrases import Calendar, Fixed, Found
from site_gen.timex.read_dates import DAYS, PREPOSITIONS, calendar_of, until

_CENTURIES: Final = range(1, 30)
_GOES_ON = re.compile(r"\s?[-–—:/]?\d|\w")


def decade(g: Groups) -> Found:
    """The 1980s, the 80s."""
    digits = g.value("tens")[:-1]
    if len(digits) == len("80"):
        if not (g.said.startswith("the") or "'" in g.said or "’" in g.said or g.has("mod") or g.preceded_by("and")):
            return None
        digits = f"{full_year(digits)}"
    return g.phrase("DATE", Fixed(value=digits[:3]))


def century(g: Groups) -> Found:
    """The nineteenth century, the 3rd century BC."""
    nth = sum(value for value in g.values("nth") if isinstance(value, int))
    if g.letter() != "CE" or nth not in _CENTURIES or "C" in g.text[g.start : g.end].removesuffix("BC"):
        return None
    if not (g.has("bc") or g.has("mod") or g.said.startswith("the") or g.said[0].isdigit() or g.preceded_by("and")):
        return None
    return g.phrase("DATE", Fixed(value=f"{'BC' if g.has('bc') else ''}{nth - 1:02}"))


def year(g: Groups) -> Found:
    """Four digits that the words around them make a year."""
    if not context.is_year(g.number("year") or 0, g.before, g.after):
        return None
    if g.has("approx") and context.is_count(g.after):
        return None
    return g.phrase("DATE", calendar_of(g))


def years(g: Groups) -> Found:
    """“2015-16”, “1861–1863”: two dates and a range."""
    first = g.number("year") or 0
    last = g.number("until") or 0
    if last < 100:  # noqa: PLR2004 (two digits)
        last += first // 100 * 100
    if last <= first or not context.is_year(first, g.before, f"-{last}") or _GOES_ON.match(g.after):
        return None
    begin, end = Calendar(year=first), Calendar(year=last)
    return (until(g.piece("year", "year", begin), end), g.piece("until", "until", end))


def years_bc(g: Groups) -> Found:
    """“264 to 241 BC”."""
    first, last = int(g.word("first")), int(g.word("last"))
    return (
        g.piece("first", "first", Fixed(value=f"BC{first:04}")),
        g.piece("last", "bc", Fixed(value=f"BC{last:04}")),
    )


def year_bc(g: Groups) -> Found:
    """480 BC."""
    return g.phrase("DATE", Fixed(value=f"BC{int(g.word('bcyear')):04}"))


def short_year(g: Groups) -> Found:
    """The year '99."""
    if not g.said[-2:].isdigit() or g.before[-1:].isalnum() or not context.is_short_year(g.said, g.after):
        return None
    return g.phrase("DATE", calendar_of(g))


def date_bc(g: Groups) -> Found:
    """“the autumn of 480 BC”, “15 March 44 BC”."""
    year = 1 - int(g.word("bcyear"))
    day = g.number("day")
    if day is not None and day not in DAYS:
        return None
    return g.phrase("DATE", Calendar(year=year, month=g.number("month"), day=day, part=g.value("season")))


def year_of_antiquity(g: Groups) -> Found:
    """“in 480”, which is a year only in a text that tells of years before Christ (see refine)."""
    if len(g.word("bcyear")) != len("480") or not (g.has("mod") or g.preceded_by(*PREPOSITIONS)):
        return None
    if not context.may_be_antique(g.before, g.after):
        return None
    return g.phrase("DATE", Calendar(year=1 - (g.number("bcyear") or 0)))
