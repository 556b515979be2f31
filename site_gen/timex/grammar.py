"""The notation of the rules: patterns over word classes, with shorthands, and what a rule is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from site_gen.timex.groups import Groups
from site_gen.timex.phrases import Found
from site_gen.timex.tokens import CODES

# Shorthands, each a pattern of classes (see lexicon) and of shorthands above it. Blanks mean nothing.
_SHORTHANDS: Final = {
    "UNIT": "(?:ONEUNIT|ONEYEAR)",
    "PLURAL": "(?:days|UNITS|hours|TUNITS)",
    "ANYUNIT": "(?:day|days|UNIT|UNITS|TUNIT|hours|TUNITS|weekend|weekends)",
    "MON": "(?:MONTH|MAYMARCH|ABBREVIATED dot?)",
    "NUM": "(?:SMALL|NTH)",
    "SHORT": "(?:apostrophe (?P<short>TWO|SMALL))",
    "ORDER": "(?:first|SECOND|ORDINAL|NTH)",
    "NUMBERS": "(?:TENS dash? (?:one|NUMBER)|TENS|NUMBER|one|SMALL|TWO|DIGITS|DECIMAL)",
    "COUNT": "(?:a? couple of?|a? FEW|(?:one|a|NUMBERS) and a? half|(?:NUMBERS|a)? hundred|NUMBERS|a)",
    "ROUGHLY": "(?:about|(?:more|less) than|over|under|nearly|only|at (?:least|most)|another|as long as)",
    "QUANTITY": "(?P<approx>ROUGHLY)? (?P<count>COUNT) (?:dash|more)? (?P<unit>ANYUNIT)",
    "EDGE": "(?:the? START (?:of|in)|the? end of|the? MIDDLE of|the? (?:early|late|latest) (?:part of|in)?"
    "|mid dash?|(?:early|late|end) dash)",
    "REF": "(?:last|PAST|next|FOLLOWING|coming|this same|that same|the? same|this|that|the)",
    "OFREF": "of (?P<ref>REF)? (?P<refunit>UNIT)",
    "LINK": "(?:dash|to|and|or|until)",
    "BCYEAR": "(?:SMALL|TWO|DIGITS|YEAR)",
    "DAYMONTH": "(?:the? (?P<day>NUM) of? (?P<month>MON)|(?P<month2>MON) the? (?P<day2>NUM))",
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A name; examples or the source; a pattern; and the reader that makes a phrase of a match, or refuses it."""

    name: str
    why: str
    pattern: str
    read: Callable[[Groups], Found]


_NAMES = re.compile(r"\(\?P<\w+>|\(\?[:=!]|[A-Za-z]+|\s+")


def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression over class characters that a pattern stands for."""
    return re.compile(_expanded(pattern))


def _expanded(pattern: str) -> str:
    return _NAMES.sub(_replaced, pattern)


def _replaced(found: re.Match[str]) -> str:
    word = found[0]
    if word.isspace():
        return ""
    if word.startswith("("):
        return word
    return _expanded(_SHORTHANDS[word]) if word in _SHORTHANDS else CODES[word]
