"""Tests of the words around a number or a name: whether it is a date at all."""

import re
from typing import Final

# What is counted, so that the number before it is no year: “2015 troops”.
_COUNTED = re.compile(
    r"\s+(?:people|men|women|children|troops|soldiers|dead|dollars|euros|pounds|rials?|miles|km|kilomet\w+|met\w+|"
    r"percent|per cent|more|or more|jobs|workers|employees|casualties|civilians|prisoners|killed|wounded|feet|tons|"
    r"tonnes|planes|ships|aircraft|years?|days|hours|minutes|months|times|million|billion|thousand|shares|points|votes|"
    r"seats|words|units|rounds|infantry|cavalry|square|centrifuges|missiles|drones|rockets|protesters|members|"
    r"fighters|militants|militiamen|personnel|refugees|migrants|inmates|detainees|pilgrims|guards|sailors|marines|officers|"
    r"passengers|residents|students|vehicles|tanks|launchers|Iranians|Americans|Israelis|Palestinians|Iraqis|hectares|acres|"
    r"families|homes|houses|barrels|kg|kilogram\w*|mph|rpm)\b"
)
# What is measured or told by the clock, even behind a day and a month: “12 May 2030 GMT”.
_MEASURED = re.compile(
    r"\s+(?:[ap]\.?m|hrs?|UTC|GMT|km|kilomet\w+|miles|kg|kilogram\w*|mph|rpm|percent|per cent)\b"
    r"|\s?[%°]|[.,]\d|\s*[x×]\s*\d"
)
# “In 2024 rockets struck” opens a sentence; “killed in 2015 attacks” may count them.
_OPENING_IN = re.compile(r"(?:\A|[.!?…\n][”\"’')\]]*\s*)In \Z")
# After these a number is a name's or a thing's: “Resolution 2231”, “Boeing 737”, “Expo 2020”, “Room 1984”.
_NAMED = re.compile(
    r"(?:[Rr]esolutions?|[Ss]ections?|[Aa]rticles?|[Cc]hapters?|[Pp]aragraphs?|Boeing|Airbus|Expo|Nos?\.?|[Nn]umbers?|"
    r"[Ff]light|[Rr]oute|[Hh]ighway|[Rr]oom|[Pp]ages?|pp?\.|Windows|Office|Agenda|Vision|Model|Type|Class|Order|Decree|"
    r"UNSCR|RFC|Directive|Regulation|[Ll]ines?|[Ee]xtension|Suite|Apollo|Unit|Mark|Hotel|[Vv]ersion|Area|Index|Psalm|Form|"
    r"[Tt]itle|[Bb]ill|[Ss]tatute|[Cc]ode|[Bb]ox|[Pp]hone|[Tt]el\.?|[Ii]nterstate|[Pp]ort|[Ii]sotope|[Cc]hannel|"
    r"[#$£€¥@+]|US\$|[Rr]ial)\s?\Z"
)
_CUE = re.compile(
    r"(?:\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Ff]rom|of|to|[Ff]or|and|or|[Tt]he|[Dd]uring|[Tt]hroughout|[Bb]efore|"
    r"[Aa]fter|[Bb]etween|[Ee]arly|[Ll]ate|[Mm]id|[Aa]bout|[Aa]round|[Cc]irca|ca\.|c\.|through|than|back|year|years|"
    r"dating|as|[Ii]nto|over|a)|[-–—(/,;:\n])\s*\Z"
)
_CAPITAL = re.compile(r"(?:^|[^.!?:\n“\"(]\s)[A-Z][\w’'&-]*(?<!['’])[a-zA-Z] \Z")
_ENDS_NAME = re.compile(r"\s*(?:[.,;:)\]\n–—'’\"”-]|\Z|and\b|to\b)")
_PREPOSITION = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Oo]f|[Ff]rom|[Bb]y|[Uu]ntil|[Tt]he) \Z")
_PEOPLE_WERE = re.compile(r"\s+(?:were|are|have|had)\b")
_RANGE_ON = re.compile(r"\s?[-–—/]\s?(?:\d{4}|\d\d)\b")
_YEARS: Final = range(1900, 2100)
_POSSIBLE_YEARS: Final = range(1000, 2200)
_AFTER_NUMBER = re.compile(r"[:/]\d|\w|-(?!\d)\w|[-–]\d{3}-\d")
_LONG_NUMBER_BEFORE = re.compile(r"\d[-. ]\d{2,}[-. ]\Z|\+\d+[-. ]\Z|(?<!\d)\d{3}[-. ]\Z")
_JOINED = re.compile(r"[$£€¥#.,:+@&=_]\Z|\d[-–/]\Z")


# A code's year is the code's: “CVE-2013-3893”, “ISO-2022”; words with a small letter are none: “pre-2015”.
_CODE = re.compile(r"\b[A-Z]{2,}-\Z")
# A score behind a plural (“the lions' 31-24 win”), and a quotation that opens with a number (“the '15 top ones' list”).
_NO_SHORT_YEAR = re.compile(r"\w|[-–]\d|[^'’\n]{1,60}\w['’](?!\w)")
# Games have quarters, too.
_GAME = re.compile(
    r"\b(?:touchdowns?|scor(?:es?|ed|ing)|goals?|games?|halftime|yards?|rebounds?|rall(?:y|ied)|victory|quarterback|"
    r"baskets?|kick-?off|overtime|innings)\b",
    re.IGNORECASE,
)


# “3 Feb 9999 they met”, “7 July 333.”: a year that cannot be read is a year all the same, and not that of publication.
# “On 24 June 200 protesters marched” counts.
_UNREAD_YEAR = re.compile(
    r",?\s+\d{3,}(?:\s*(?:[.,;:)\]](?!\d)|\Z)|\s+(?:they|he|she|it|we|the|a|an|in|at|when|and|was|were|is|has|had|on|with|"
    r"to|by|for|of|that|which)\b)"
)


def is_dated_otherwise(after: str) -> bool:
    """Whether a number that is no year of ours stands where the year of a day or month would."""
    return bool(_UNREAD_YEAR.match(after))


def is_short_year(said: str, after: str) -> bool:
    """Whether two digits behind an apostrophe tell a year."""
    return "' " not in said and "’ " not in said and not _NO_SHORT_YEAR.match(after)


def is_game(before: str, after: str) -> bool:
    """Whether the words around a bare quarter are those of a game."""
    return bool(_GAME.search(before) or _GAME.search(after))


def is_year(number: int, before: str, after: str) -> bool:
    """Whether four digits between `before` and `after` tell a year.

    Outside 1900 to 2099 a preposition or the like must stand before it; a capitalised name before it makes it part of
    the name (“Expo 2020 in Dubai”), unless the name ends there (“the conference of Bonn 1978.”).
    """
    if number not in _POSSIBLE_YEARS or _NAMED.search(before) or _CODE.search(before) or _AFTER_NUMBER.match(after):
        return False
    if _JOINED.search(before) or _LONG_NUMBER_BEFORE.search(before) or _MEASURED.match(after):
        return False
    if _COUNTED.match(after) and not (number in _YEARS and _OPENING_IN.search(before)):
        return False
    if _PEOPLE_WERE.match(after) and not _PREPOSITION.search(before):
        return False
    if _CUE.search(before) or _RANGE_ON.match(after):
        return True
    return number in _YEARS and not (_CAPITAL.search(before) and not _ENDS_NAME.match(after))


_PLURAL = re.compile(r"\s+(?!(?:was|has|this|his|its|does|as)\b)(?:[a-z]+-)?[a-z]{3,}s\b(?<!ss)")


def is_count(after: str) -> bool:
    """Whether something is counted behind “about 2000”: the years that are about 2000 stand without a plural."""
    return bool(_PLURAL.match(after))


# What follows the day of a month that is none: “March 5 percent”, “May 4:30”.
_NO_DAY = re.compile(r"\s?(?:percent|per cent|people|%|million|billion|points?\b|[ap]\.?m\b)|[.,]\d|:\d|°")


def is_measured(after: str) -> bool:
    """Whether what follows a number beside a month says that it is no year: a time of day, a percentage."""
    return bool(_MEASURED.match(after))


def is_day(after: str) -> bool:
    """Whether a number beside a month is a day of it."""
    return not _NO_DAY.match(after)


_SPEAKS = re.compile(r"\s+(?:said|says|told|has|have|was|is|had|will|would|also|who|wants?|did|could|must|called)\b")
_SURNAME = re.compile(
    r"[^\S\n]+(?!Day|Revolution|War|Campaign|Offensive|Conference|Movement|Crisis|Agreement)[A-Z][\w’']+"
)
_GIVEN_NAMES: Final = frozenset({"april", "june", "august", "may", "jan"})
_TITLE = re.compile(
    r"(?:\b(?:Ms|Mrs|Mr|Dr|Theresa|Minister|President|Lady|Miss|[A-Z][a-z]+ [A-Z])\.?|[a-z] [A-Z][a-z]+) \Z"
)


def is_name_of_person(word: str, before: str, after: str) -> bool:
    """Whether a month's name is somebody's: “June Carter”, “Theresa May said”."""
    if word not in _GIVEN_NAMES:
        return False
    if word == "may" and (_SPEAKS.match(after) or _TITLE.search(before)):
        return True
    return bool(_SURNAME.match(after)) and not re.search(
        r"\b(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Oo]f|from|the|last|next) \Z", before
    )


_ATTRIBUTIVE = re.compile(
    r"\s+(?:offensives?|campaigns?|terms?|sessions?|seasons?|elections?|semesters?|harvests?|quarter)\b", re.IGNORECASE
)


def names_season(after: str) -> bool:
    """Whether spring or fall stands before what happens in one: “the spring offensive”."""
    return bool(_ATTRIBUTIVE.match(after))


_BUYING = re.compile(
    r"\s+(?:and\b.{0,30}\b)?(?:sales?|season|shopping|shoppers|tree|trees|period|gifts?|cards?|carols?|lights|markets?|dinner|"
    r"party|parties|bonus|song|songs|album|single|truce|present|presents|holidays?|break|vacation|egg|eggs|Offensive|Island|"
    r"Rising|Parade|Carol|Tree|Cup|School|turkey|list|movie|film|special)\b|-"
)
_PART_OF_NAME = re.compile(r"[A-Z]\w+ \Z|-\Z")
_STARTS_SENTENCE = re.compile(r"(?:[.!?]\s|\A|\n)(?:On|By|Before|After|At|This|Last|Next|Since|Until|In|For)\s\Z")


def is_holiday(before: str, after: str) -> bool:
    """Whether a holiday's name tells a day."""
    if _BUYING.match(after):
        return False
    return not _PART_OF_NAME.search(before) or bool(_STARTS_SENTENCE.search(before))


_NOT_ANTIQUE = re.compile(
    r"\s*(?:[.,;:)\n–—/-]|\Z)|\s(?:and|to|when|the|by|with|a|an|he|they|but|was|as|after|in|at|or|while|his|its|for)\b"
)
_BC_CUE = re.compile(
    r"(?:\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Bb]etween|[Aa]fter|[Bb]efore|[Dd]uring|of|and|to|late|early|circa|c\.|about)\s|[-–(/])\Z"
)


def may_be_antique(before: str, after: str) -> bool:
    """Whether a number of three digits stands where a year would, and nothing is counted with it."""
    return bool(_BC_CUE.search(before) and _NOT_ANTIQUE.match(after)) and not _COUNTED.match(after)


_EVENT = re.compile(
    r"\s+(?:terrorist |terror |suicide )?(?:attacks?|bombings?|massacre|uprising|revolution|riots?|insurrection|coup|"
    r"hijackings?|movement|generation)\b"
)


def names_event(after: str) -> bool:
    """Whether a day stands before the event that goes by its name."""
    return bool(_EVENT.match(after))


_ARTICLE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|\w+['’]s?)(?: [a-z-]+){0,2} \Z"
)
_THING = re.compile(
    r" (?!(?:and|or|to|but|when|while|as|after|before|until|the|a|an|he|she|they|it|was|were|is|had|has|in|on|at|by|"
    r"with|for|from|that|which|who)\b)[A-Za-z]"
)


def names_thing(text: str, start: int, end: int) -> bool:
    """Whether a year only says which thing is meant (“the 2015 deal”), so that nothing later hangs on it."""
    return bool(_ARTICLE.search(text[max(0, start - 40) : start]) and _THING.match(text, end))
