"""Readers: each turns the groups of a matched rule into a phrase, or refuses it."""

import re
from collections.abc import Callable
from typing import Final

from site_gen.timex.groups import Groups
from site_gen.timex.phrases import Calendar, Fixed, Meaning, Phrase, Shift, Weekday

_MODS: Final = {
    "early": "START", "start": "START", "beginning": "START", "outset": "START", "onset": "START", "opening": "START",
    "late": "END", "end": "END", "close": "END", "conclusion": "END", "ending": "END", "latter": "END", "latest": "END",
    "mid": "MID", "middle": "MID", "midpoint": "MID", "later": "AFTER", "earlier": "BEFORE",
}  # fmt: skip
_TURNS: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "following": 1, "subsequent": 1,
    "ensuing": 1, "coming": 1, "upcoming": 1, "before": -1, "after": 1, "earlier": -1, "ago": -1,
}  # fmt: skip
_TOLD: Final = frozenset("previous preceding prior following subsequent ensuing that same before after".split())
_LETTERS: Final = {"day": "D", "days": "D", "weekend": "WE", "weekends": "WE", "year's": "Y", "fiscal": "Y", "financial": "Y"}
_WORD = re.compile(r"[a-z]+")


def phrase(g: Groups, type_: str, meaning: Meaning, *, mod: str = "", clock: str = "") -> Phrase:
    """The phrase of a match; a trailing full stop is none of its own unless it ends an abbreviation."""
    return Phrase(start=g.start, end=g.end, rule=g.rule, type=type_, meaning=meaning, mod=mod or mod_of(g), clock=clock)


def mod_of(g: Groups) -> str:
    """The TIMEX3 mod that the group `mod` names."""
    for word in _WORD.findall(g.word("mod")):
        if word in _MODS:
            return _MODS[word]
    return ""


def fixed(value: str) -> Callable[[Groups], Phrase]:
    """A reader of a phrase that always has the same TIMEX3 value."""

    def read(g: Groups) -> Phrase:
        return phrase(g, "DATE", Fixed(value=value))

    return read


def iso(g: Groups) -> Phrase | None:
    """2025-04-12, with or without a time of day."""
    date, _, clock = g.value("iso").partition("T")
    year, month, day = map(int, date.split("-"))
    found = Calendar(year=year, month=month, day=day)
    return phrase(g, "TIME" if clock else "DATE", found, clock="T" + clock if clock else "")


def slashed(g: Groups) -> Phrase | None:
    """12/04/2025: see `order_of` for which number is the month."""
    numbers = [int(n) for n in re.split(r"[/.]", g.value("slashed"))]
    if numbers[0] > 31:
        year, month, day = numbers
    else:
        month, day, year = numbers
    if month > 12:
        month, day = day, month
    if year < 100:
        year += 1900 if year > 50 else 2000
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return phrase(g, "DATE", Calendar(year=year, month=month, day=day))


def clock(g: Groups) -> Phrase | None:
    """A time of day, of a weekday or of the day told of."""
    hours, minutes = _hour(g)
    meridiem = g.number("meridiem")
    if g.has("weekday") and not g.has("zone") and not g.has("meridiem") and ":" not in g.word("clock"):
        return None
    if meridiem is not None and 1 <= hours <= 12:
        hours = hours % 12 + meridiem
    if hours > 24 or minutes > 59 or (g.rule == "clock" and _is_score(g)):
        return None
    tail = f"T{hours:02}:{minutes:02}" + ("Z" if g.word("zone") in {"utc", "gmt", "zulu"} else "")
    meaning: Meaning = Weekday(number=g.number("weekday") or 1) if g.has("weekday") else Shift(unit="D", told=True)
    return phrase(g, "TIME", meaning, clock=tail)


def _hour(g: Groups) -> tuple[int, int]:
    if g.has("military"):
        digits = g.word("military").zfill(4)
        return int(digits[:-2]), int(digits[-2:])
    hours, _, rest = g.word("clock").partition(":")
    return int(hours), int(rest[:2] or 0)


def _is_score(g: Groups) -> bool:
    """Verses and running times (“John 3:16”) have no zone and no “at” before them."""
    return not g.has("zone") and not g.has("meridiem") and not g.preceded_by("at", "by", "until", "since", "from", "to", "dash", "about", "and", "before", "after")


def calendar(g: Groups) -> Phrase | None:
    """A date with a month, season or year in it."""
    year = g.number("year")
    if g.has("short"):
        short = g.number("short") or 0
        year = short + (1900 if short > 30 else 2000)
    day = g.number("day")
    if day is not None and not 1 <= day <= 31:
        return None
    within = reference(g, "ref", "refunit")
    if within and within.unit not in {"Y", "M"}:
        return None
    turn = _TURNS.get(g.word("turn"), 0) if g.has("turn") else 0
    if g.word("turn") in {"this", "that", "same"}:
        within = Shift(unit="Y", told=g.word("turn") != "this")
    meaning = Calendar(
        year=year, month=g.number("month"), day=day, part=g.value("season"), within=within, turn=turn,
        weekday=g.number("weekday") or 0,
    )  # fmt: skip
    part = g.value("part")
    return phrase(g, "TIME" if part else "DATE", meaning, clock="T" + part if part else "")


def month_day(g: Groups) -> Phrase | None:
    """“May 4”, but not “May 4:30” nor “March 500”."""
    if g.after(1) in {"%", ":"} or re.match(r"\s?(?:percent|per cent|people|%)|[.,]\d", g.after(9)):
        return None
    return calendar(g)


def bare_month(g: Groups) -> Phrase | None:
    """A month alone; those that are also words or names need a preposition or the like."""
    name = g.word("month")
    if name in {"may", "march"} or len(name) < 4:
        edge = g.has("mod")
        if not edge and not g.preceded_by("in", "of", "by", "since", "until", "from", "to", "between", "and", "or", "during", "dash", "after", "before", "last", "next", "early", "late", "slash"):
            return None
        if not edge and re.match(r"\s+(?:said|says|told|has|was|is|had|will|would|also)\b", g.after(8)) and g.preceded_by("and", "or", "of", "by", "from", "to"):
            return None
    if re.match(r"\s+[A-Z][a-z]+", g.after(20)) and name in {"april", "june", "august"} and re.match(r"\s+(?:[A-Z][a-z]+) (?:said|says|told)", g.after(40)):
        return None
    return calendar(g)


def season(g: Groups) -> Phrase | None:
    """A season alone; spring and fall, which are also words, need “in the” or “early”."""
    name = g.value("season")
    if name in {"SP", "FA"} and g.word("season") != "autumn":
        start = g.word("season")
        said_the = g.text[g.start : g.end].lower().startswith("the") or g.has("mod")
        if re.match(r"\s+of\b", g.after(4)) or not (said_the and g.preceded_by("in", "by", "during", "since", "until", "of", "from", "over", "for", "this") or g.preceded_by("in", "by", "early", "late") or g.has("mod")):
            return None
        del start
    return calendar(g)


def quarter(g: Groups) -> Phrase | None:
    """A quarter or half of a year."""
    if g.has("q"):
        code = g.word("q").upper()
        return phrase(g, "DATE", Calendar(year=g.number("year"), part=code))
    unit = letter(g, "unit")
    nth = g.number("nth") if g.number("nth") else {"final": 4, "last": 4}.get(g.word("nth"), 0)
    if g.word("unit") == "half":
        nth = 2 if nth == 4 else nth
        return phrase(g, "DATE", Calendar(year=g.number("year"), part=f"H{nth}", within=reference(g, "ref", "refunit"))) if nth in (1, 2) else None
    if unit != "Q" or nth not in (1, 2, 3, 4):
        return None
    return phrase(g, "DATE", Calendar(year=g.number("year"), part=f"Q{nth}", within=reference(g, "ref", "refunit")))


def decade(g: Groups) -> Phrase | None:
    """The 1980s, the 80s."""
    digits = g.value("tens")[:-1]
    if len(digits) == 2:
        if not (g.text[g.start : g.end].lower().startswith("the") or "'" in g.before(1) + g.text[g.start : g.end] or g.preceded_by("and", "early", "late", "mid")):
            return None
        digits = "19" + digits if int(digits) >= 30 else "20" + digits
    return phrase(g, "DATE", Fixed(value=digits[:3]))


def century(g: Groups) -> Phrase | None:
    """The nineteenth century."""
    nth = sum(v for v in g.values("cent") if isinstance(v, int))
    if letter(g, "unit") != "CE" or not 1 <= nth <= 29:
        return None
    value = f"BC{nth - 1:02}" if g.has("bc") else f"{nth - 1:02}"
    return phrase(g, "DATE", Fixed(value=value))


def year_bc(g: Groups) -> Phrase | None:
    """480 BC."""
    number = g.number("bcyear") or int(g.word("bcyear"))
    return phrase(g, "DATE", Fixed(value=f"BC{number:04}"))


_COUNTED = re.compile(r"\s+(?:people|men|women|troops|soldiers|dead|dollars|euros|miles|km|kilomet\w+|met\w+|percent|per cent|more|or more|jobs|workers|employees|casualties|civilians|prisoners|killed|wounded|feet|tons|tonnes|planes|ships|aircraft|years|days|hours|times|million|billion|thousand|shares|points|votes|seats|words|units|rounds|infantry|cavalry|square)\b|\s?%|[.,]\d|\s*[x×]\s*\d")
_NAMED = re.compile(r"(?:[Rr]esolution|[Ss]ection|Boeing|Airbus|Expo|No\.?|Nos\.?|[Ff]light|[Rr]oute|[Hh]ighway|[Rr]oom|[Pp]age|p\.|[Aa]rticle|[Cc]hapter|[Nn]umber|Windows|Office|Agenda|Vision|Model|Type|Class|Order|Decree|Law|Act|UNSCR|Directive|Regulation|[Ll]ine|[Ee]xtension|Suite|Apollo|Unit|Mark|Peugeot|Hotel|Cup|[Vv]ersion|#|\$|£|€|US\$)\s?\Z")
_CUE = re.compile(r"(?:\b(?:in|In|since|Since|until|Until|till|by|By|from|From|of|to|for|and|or|the|The|during|During|before|Before|after|After|between|early|late|mid|about|around|circa|through|than|over|back|year|dating|[Aa]s of)|[-–—(/,;:])\s*\Z")


def bare_year(g: Groups) -> Phrase | None:
    """Four digits that the words around them make a year."""
    number = g.number("year") or 0
    before, after = g.before(24), g.after(16)
    if before[-1:] in set("$£€#.,:/") and not before[-1:].isspace() and before[-1:] != "/" or _NAMED.search(before) or re.match(r"[:/]\d|\w", after):
        return None
    if _COUNTED.match(after) or not 1000 <= number <= 2199:
        return None
    cue = bool(_CUE.search(before))
    if not cue and not (1900 <= number <= 2099):
        return None
    return calendar(g)


def short_year(g: Groups) -> Phrase | None:
    """'99."""
    word = g.text[g.end - 2 : g.end]
    if not word.isdigit() or g.text[g.end - 3] not in "'’‘`" or g.before(1).isalnum():
        return None
    return calendar(g)


def count(g: Groups) -> int | None:
    """How many: None where the text is vague."""
    total = 0
    for value in g.values("count"):
        if isinstance(value, int):
            total += value
        elif value == "hundred":
            total = max(total, 1) * 100
        elif value == "couple":
            return 2
        elif value in {"few", "several", "many", "numerous"}:
            return None
    return total or 1


def letter(g: Groups, name: str) -> str:
    """The unit's letter in ISO 8601 durations."""
    value = g.value(name)
    return _LETTERS.get(value, value)


def reference(g: Groups, which: str, unit: str) -> Shift | None:
    """“last year”, “that month” as a shift from an anchor."""
    if not g.has(unit):
        return None
    words = g.word(which)
    name = words.split()[-1] if words else "the"
    if name in {"current", "ongoing"}:
        name = "this"
    told = name in _TOLD or (name == "the")
    return Shift(unit=letter(g, unit), amount=_TURNS.get(name, 0), told=told)


def offset(g: Groups) -> Phrase | None:
    """“two days later”, “a year ago”."""
    direction = g.word("dir").split()[0]
    unit, amount = letter(g, "unit"), count(g)
    if g.value("unit") in {"H", "M", "S"} and g.word("unit")[:1] in "hms" and not g.word("unit").startswith("mon"):
        return None
    sign = -1 if direction in {"ago", "earlier", "before"} else 1
    told = direction != "ago"
    if amount is None and direction == "ago":
        return phrase(g, "DATE", Fixed(value="PAST_REF"))
    if amount is None:
        return phrase(g, "DATE", Fixed(value="PAST_REF" if sign < 0 else "FUTURE_REF"))
    mod = "APPROX" if g.has("approx") else ""
    return phrase(g, "DATE", Shift(unit=unit, amount=sign * amount, told=told), mod=mod)


def weekday(g: Groups) -> Phrase | None:
    """A weekday, bare or with last, next, this; with a part of the day."""
    number = g.number("weekday") or 1
    word = g.word("turn")
    turn = _TURNS.get(word, 0) if word else None
    part = g.value("part")
    return phrase(g, "TIME" if part else "DATE", Weekday(number=number, turn=turn), clock="T" + part if part else "")


def weekday_week(g: Groups) -> Phrase | None:
    """“Tuesday of last week”."""
    return phrase(g, "DATE", Calendar(weekday=g.number("weekday") or 1, within=Shift(unit="W", amount=_TURNS.get(g.word("turn"), 0))))


def deictic(g: Groups) -> Phrase | None:
    """Today, yesterday, tomorrow, tonight."""
    word = g.word("deictic")
    part = "NI" if word == "tonight" else g.value("part")
    amount = {"yesterday": -1, "tomorrow": 1}.get(word, 0)
    return phrase(g, "TIME" if part else "DATE", Shift(unit="D", amount=amount), clock="T" + part if part else "")


def day_part(g: Groups) -> Phrase | None:
    """“this morning”, “the next morning”, “that night”."""
    word = g.word("which").split()[-1]
    part = g.value("part")
    amount = _TURNS.get(word, 0)
    return phrase(g, "TIME", Shift(unit="D", amount=amount, told=word not in {"this", "last"}), clock="T" + part)


def day_reference(g: Groups) -> Phrase | None:
    """“the next day”, “that day”."""
    word = g.word("which").split()[-1]
    return phrase(g, "DATE", Shift(unit="D", amount=_TURNS.get(word, 0), told=True))


def the_day(g: Groups) -> Phrase | None:
    """“the day” that is told of: “ended the day down”."""
    if not g.has("mod") and re.match(r"\s+(?:of|that|when|we|he|she|they|I|it|to|will|came)\b", g.after(8)):
        return None
    return phrase(g, "DATE", Shift(unit="D", told=True))


def unit_reference(g: Groups) -> Phrase | None:
    """“last week”, “this year”, “the previous month”, “later this year”."""
    unit = letter(g, "unit")
    word = g.word("which").split()[-1]
    if word == "the" and not g.has("mod"):
        return None
    shift = reference(g, "which", "unit")
    if shift is None or unit not in {"W", "M", "Q", "Y", "DE", "CE", "WE"}:
        return None
    return phrase(g, "DATE", shift)


def same_period(g: Groups) -> Phrase | None:
    """“the same period a year earlier”."""
    if letter(g, "unit") != "Y":
        return None
    return phrase(g, "DATE", Shift(unit="SAME", amount=-1, told=True))


def span_reference(g: Groups) -> Phrase | None:
    """“the past two weeks”: a duration; “the last year”: a year."""
    unit = letter(g, "unit")
    word = g.word("which")
    if not g.has("count"):
        if g.word("unit") in {"days", "weeks", "months", "years", "decades", "centuries", "hours", "minutes", "quarters"}:
            return phrase(g, "DURATION", Fixed(value=duration_value(g, None)))
        if word in {"first", "final", "these", "those", "recent"} or unit not in {"W", "M", "Q", "Y", "DE", "CE"}:
            return None
        return unit_reference(g)
    return phrase(g, "DURATION", Fixed(value=duration_value(g, count(g))))


def duration_value(g: Groups, amount: int | None) -> str:
    """An ISO 8601 duration; X for an amount left open."""
    unit, word = letter(g, "unit"), g.word("unit")
    clocked = word.startswith(("hour", "min", "sec"))
    if unit == "2W":
        unit, amount = "W", 2 * (amount or 1)
    if unit == "WE":
        return f"P{amount or 'X'}WE"
    return f"P{'T' if clocked else ''}{amount if amount else 'X'}{unit}"


def duration(g: Groups) -> Phrase | None:
    """“two months”."""
    mods = {"more": "MORE_THAN", "over": "MORE_THAN", "less": "LESS_THAN", "under": "LESS_THAN", "nearly": "LESS_THAN"}
    mod = mods.get((g.word("approx").split() or [""])[0], "APPROX" if g.has("approx") else "")
    half = "half" in g.word("count")
    value = duration_value(g, count(g))
    if half:
        value = re.sub(r"\d+", lambda m: m[0] + ".5", value, count=1)
    return phrase(g, "DURATION", Fixed(value=value), mod=mod)


def vague_duration(g: Groups) -> Phrase | None:
    """“for months”."""
    return phrase(g, "DURATION", Fixed(value=duration_value(g, None)))


def unit_long(g: Groups) -> Phrase | None:
    """“a month-long siege”."""
    return phrase(g, "DURATION", Fixed(value=duration_value(g, 1)))


def every(g: Groups) -> Phrase | None:
    """“every day”, “per month”."""
    return phrase(g, "SET", Fixed(value=duration_value(g, 1) if letter(g, "unit") in {"D", "W", "M", "Q", "Y", "H"} else "P1D"))


def periodic(g: Groups) -> Phrase | None:
    """Daily, annual."""
    return phrase(g, "SET", Fixed(value=g.value("set")))


def the_past(g: Groups) -> Phrase | None:
    """“the past” as a noun."""
    if not re.match(r"(?:\s+(?:and|or)\b|[.,;:!?)]|\Z)", g.after(6)):
        return None
    return phrase(g, "DATE", Fixed(value="PAST_REF"))


def christmas(g: Groups) -> Phrase | None:
    """Christmas, with its eve."""
    return phrase(g, "DATE", Calendar(year=g.number("year"), month=12, day=24 if g.has("eve") else 25))
