"""A text as a string of word classes, one character a token, for rules that are regular expressions over it."""

import re
from dataclasses import dataclass
from typing import Final

from site_gen.timex import holidays, lexicon

_TOKEN = re.compile(
    rf"(?:{holidays.pattern()})\b"
    r"|[ap]\.m\b\.?|[AP]\.M\b\.?|B\.C\b\.?(?:E\.)?|A\.D\b\.?|Q[1-4]\b|H[12]\b"
    r"|[^\W\d_]+"
    r"|\d{4}-\d\d-\d\d(?:T\d\d:?\d\d(?::?\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-])"
    r"|\d{1,4}/\d{1,2}/\d{1,4}(?![\d/])|\d{1,2}-\d{1,2}-\d{4}(?![\d-])|9/11(?![\d/])"
    r"|\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s|ST|ND|RD|TH)\b)?"
    r"|\n[^\S\n]*\n|[^\w\s]"
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_SLASHED = re.compile(r"\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}/\d{1,2}/\d{1,2}|\d{1,2}-\d{1,2}-\d{4}")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|ST|ND|RD|TH)")
_DECADE = re.compile(r"\d{3}0s|\d0s")
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,3}")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3}){1,4}")
_SPECIAL = {"9/11": "2001-09-11"}

OTHER: Final = "_"
_CLASSES = sorted(
    {code for code, _ in (*lexicon.LOWER.values(), *lexicon.CASED.values())}
    | set(lexicon.PUNCTUATION.values())
    | set(lexicon.NUMERIC)
)
# Letters and digits mean themselves in a pattern.
_ALPHABET = [c for c in map(chr, range(0x30, 0x250)) if c.isalnum()]
CODES: Final = dict(zip(_CLASSES, _ALPHABET, strict=False))

# Of a longer number only so many digits are read: it counts nothing that a calendar holds.
_READ_DIGITS = 9
_WORDS = {
    **{word: (CODES[code], value) for word, (code, value) in lexicon.LOWER.items()},
    **{word.capitalize(): (CODES[code], value) for word, (code, value) in lexicon.LOWER.items()},
    **{word: (CODES[code], value) for word, (code, value) in lexicon.CASED.items()},
    **{name.capitalize(): (CODES["HOLIDAY"], name) for name in holidays.NAMES if " " not in name},
    **{sign: (CODES[code], sign) for sign, code in lexicon.PUNCTUATION.items()},
}
_UPPER = {word.upper(): found for word, found in _WORDS.items() if word.islower() and len(word) > 3}  # noqa: PLR2004 (acronyms are short)
_WORDS = {**_UPPER, **_WORDS}


@dataclass(frozen=True, slots=True)
class Tokens:
    """`codes` holds a character a token (a run of words of no interest is one); the lists give place and meaning."""

    codes: str
    starts: list[int]
    ends: list[int]
    values: list[lexicon.Value]


def tokenise(text: str) -> Tokens:
    """The tokens of `text`, in time linear in its length."""
    codes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[lexicon.Value] = []
    known = _WORDS.get
    last = ""
    for found in _TOKEN.finditer(text):
        word = found[0]
        entry = known(word)
        if entry is None:
            if word[0].isupper() and " " in word:
                entry = (CODES["HOLIDAY"], holidays.canonical(word))
            elif not word[0].isdigit():
                if last == OTHER:
                    continue
                entry = (OTHER, "")
            else:
                entry = _number(word)
        last = entry[0]
        codes.append(last)
        values.append(entry[1])
        start, end = found.span()
        starts.append(start)
        ends.append(end)
    return Tokens("".join(codes), starts, ends, values)


def _number(word: str) -> tuple[str, lexicon.Value]:
    if word.isdecimal():
        return _plain(word)
    for code, form in (("CLOCK", _CLOCK), ("SLASHED", _SLASHED), ("TENSOF", _DECADE), ("DECIMAL", _DECIMAL)):
        if form.fullmatch(word):
            return CODES[code], word
    if _THOUSANDS.fullmatch(word):
        return CODES["DIGITS"], int(word.replace(",", ""))
    if word in _SPECIAL:
        return CODES["NAMED"], _SPECIAL[word]
    if nth := _ORDINAL.fullmatch(word):
        return CODES["NTH"], int(nth[1])
    return (CODES["ISO"], word) if len(word) > 9 and word[4] == "-" else (OTHER, "")  # noqa: PLR2004 (YYYY-MM-DD has ten)


def _plain(word: str) -> tuple[str, lexicon.Value]:
    if len(word) > 4:  # noqa: PLR2004 (no year has five digits)
        return CODES["DIGITS"], int(word[:_READ_DIGITS])
    number = int(word)
    if len(word) == 4:  # noqa: PLR2004 (a year has four digits)
        return CODES["YEAR" if 1000 <= number < 3000 else "DIGITS"], number if number >= 1000 else word  # noqa: PLR2004 (range of years)
    if len(word) < 3:  # noqa: PLR2004 (a day of a month has at most two digits)
        return CODES["SMALL" if 1 <= number <= 31 else "TWO"], number  # noqa: PLR2004 (days of a month)
    return CODES["DIGITS"], number
