"""The names in a text, by their capitals, for records that bring none of their own."""

import re
from collections import Counter
from collections.abc import Iterable

from site_gen.dates import MONTHS, WEEKDAYS
from site_gen.merge.lexicon import COUNTRY_OF, PEOPLE_OF, STOP
from site_gen.merge.stems import stem

_NAME = re.compile(r"\b(?:[A-Z]\.?){2,}(?![\w])|\b[A-Z][\w’'-]*[a-z]\w*(?:[ -](?:(?:of|al|bin|el) )?[A-Z][\w’'-]+)*")
_STARTS = re.compile(r"(?:^|[.!?:;\n]\s*[“\"'‘]?|[“\"‘])$")
_CALENDAR = frozenset(name.lower() for name in MONTHS + WEEKDAYS)
# Headlines capitalise words that are no names, some of the time.
MOSTLY = 0.6
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SAME = {"us": "United States", "usa": "United States", "uk": "United Kingdom", "eu": "European Union"}


def names(text: str) -> tuple[str, ...]:
    """Capitalised names in the order of their first mention, each once; “U.S.” is read as “United States”.

    A single capitalised word that opens a sentence is a name only if it occurs elsewhere within one too, or is a
    country or its capital.
    """
    found = [(match, _named(match)) for match in _NAME.finditer(text)]
    inside = {name for match, name in found if not _STARTS.search(text[: match.start()])}
    sure = (name for _, name in found if name and (name in inside or " " in name or name.lower() in COUNTRY_OF))
    return tuple(dict.fromkeys(sure))


def folded(name: str) -> str:
    """What two ways to write a name have in common: “Steve Witkoff” is “witkoff”, “Americans” are “united states”."""
    whole = name.lower()
    last = whole.rpartition(" ")[2].strip(".").removesuffix("'s").removesuffix("’s")
    return str(COUNTRY_OF.get(whole) or COUNTRY_OF.get(last) or PEOPLE_OF.get(last) or stem(last))


def name_terms(texts: Iterable[str]) -> frozenset[str]:
    """The stems that texts, taken together, mostly write with a capital, where it does not open a sentence."""
    seen: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in _WORD.finditer(text):
            if not _STARTS.search(text[max(0, word.start() - 3) : word.start()]):
                seen[term := stem(word[0].lower().removesuffix("'s").removesuffix("’s"))] += 1
                capital[term] += word[0][0].isupper()
    return frozenset(term for term, count in capital.items() if count / seen[term] > MOSTLY)


def _named(match: re.Match[str]) -> str:
    words = match[0].removesuffix("’s").removesuffix("'s").split()
    while words and words[0].lower() in STOP | _CALENDAR and not words[0].isupper():
        words = words[1:]
    name = " ".join(words)
    return _SAME.get(name.replace(".", "").lower(), name)
