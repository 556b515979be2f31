"""The names in a text, by their capitals, for records that bring none of their own."""

import re

from site_gen.merge.words import STOP

_NAME = re.compile(r"\b(?:[A-Z]\.?){2,}(?![\w])|\b[A-Z][\w’'-]*[a-z]\w*(?:[ -](?:(?:of|al|bin|el) )?[A-Z][\w’'-]+)*")
_STARTS = re.compile(r"(?:^|[.!?:;\n]\s*[“\"'‘]?|[“\"‘])$")
_CALENDAR = frozenset(
    ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
)
_SAME = {"us": "United States", "usa": "United States", "uk": "United Kingdom", "eu": "European Union"}


def names(text: str) -> tuple[str, ...]:
    """Capitalised names in the order of their first mention, each once; “U.S.” is read as “United States”."""
    found = (_named(match, text) for match in _NAME.finditer(text))
    return tuple(dict.fromkeys(name for name in found if name))


def _named(match: re.Match[str], text: str) -> str:
    words = match[0].removesuffix("’s").removesuffix("'s").split()
    if len(words) == 1 and _STARTS.search(text[: match.start()]) and not match[0].isupper():
        return "" if words[0].lower() in STOP | _CALENDAR else words[0]
    while words and words[0].lower() in STOP | _CALENDAR and words[0].upper() != words[0]:
        words = words[1:]
    name = " ".join(words)
    return _SAME.get(name.replace(".", "").lower(), name) if name.lower() not in _CALENDAR else ""
