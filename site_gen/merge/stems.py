"""A light stemmer for English."""

import tomllib
from functools import lru_cache
from importlib.resources import files

LEXICON = tomllib.loads(files("site_gen.merge").joinpath("lexicon.toml").read_text(encoding="utf-8"))
_forms = LEXICON["irregular"].split()
_IRREGULAR = dict(zip(_forms[::2], _forms[1::2], strict=True))

# Shorter words lose more than they gain, and a stem keeps three letters.
SHORTEST, KEPT = 4, 3


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Plural, past and progressive endings go (after Harman's S-stemmer, JASIS 42:1, 1991)."""
    word = _IRREGULAR.get(word, word)
    if len(word) < SHORTEST or word[-1].isdigit():
        return word
    word = _singular(word)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) - len(ending) >= KEPT:
            return _undoubled(word[: -len(ending)])
    return word.removesuffix("e")


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > SHORTEST else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _undoubled(word: str) -> str:
    doubled = word[-1] == word[-2] and word[-1] not in "lsz"
    return word[:-1] if doubled else word.removesuffix("e")
