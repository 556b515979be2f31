"""The words of a text as similarity counts them: lower case, stemmed, without function words."""

import re
from collections import Counter
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?")
_COUNTRY = re.compile(r"\b(?:U\.S\.A?\.?|USA?|United States(?: of America)?)(?![\w])")

# The function words of English, and the verbs of saying that news puts beside every fact.
STOP = frozenset(
    ["a", "about", "after", "again", "against", "all", "also", "although", "am", "an", "and", "any", "are", "as", "at", "be", "because", "been", "before", "being", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "down", "during", "each", "few", "for", "from", "further", "had", "has", "have", "having", "he", "her", "here", "hers", "him", "his", "how", "i", "if", "in", "into", "is", "it", "its", "itself", "just", "may", "me", "might", "more", "most", "my", "no", "nor", "not", "of", "off", "on", "once", "only", "or", "other", "our", "out", "over", "own", "same", "she", "should", "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too", "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "why", "will", "with", "would", "you", "your", "say", "said", "says", "saying", "told", "tell", "tells", "according", "added", "one", "two"]
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A light stem: plural, past and progressive endings go (after Harman's S-stemmer, JASIS 42:1, 1991)."""
    if len(word) < 4 or word[-1].isdigit():  # noqa: PLR2004 (shorter words lose too much)
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) > 2:  # noqa: PLR2004 (a stem keeps three letters)
            return _undoubled(word[: -len(ending)])
    return word.removesuffix("e")


def split(text: str) -> list[str]:
    """The words of a text in order, lower case, with “U.S.” and “United States” as one."""
    folded = _COUNTRY.sub("usa", text).replace("’", "'").lower()
    return [_bare(word) for word in _WORD.findall(folded)]


def terms(text: str) -> Counter[str]:
    """How often each stem that carries meaning occurs."""
    return Counter(stem(word) for word in split(text) if word not in STOP)


def _bare(word: str) -> str:
    return word.removesuffix(".").removesuffix("'s").replace(".", "")


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 (“ties” is no “ty”)
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _undoubled(word: str) -> str:
    doubled = word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word.removesuffix("e")
