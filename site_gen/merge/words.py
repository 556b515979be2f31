"""The words of a text as similarity counts them: lower case, stemmed, without function words."""

import re
from collections import Counter

from site_gen.merge.lexicon import STOP
from site_gen.merge.stems import stem

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_COUNTRY = re.compile(r"\b(?:U\.S\.A?\.?|USA?|United States(?: of America)?)(?![\w])")


def split(text: str) -> list[str]:
    """The words of a text in order, lower case, with “U.S.” and “United States” as one."""
    folded = _COUNTRY.sub("usa", text).replace("’", "'").lower()
    return [_bare(word) for word in _WORD.findall(folded)]


def terms(text: str) -> Counter[str]:
    """How often each stem that carries meaning occurs."""
    return Counter(stem(word) for word in split(text) if word not in STOP)


def _bare(word: str) -> str:
    return word.removesuffix(".").removesuffix("'s").replace(".", "")
