"""Where the sentences of a text begin and end."""

import re
from collections.abc import Iterator

# A blank line, or a line break before a list item, ends a sentence whatever stands before it.
_BREAK = re.compile(r"\n(?:[^\S\n]*\n\s*|(?=[^\S\n]*(?:[-*+•–]|\d{1,3}[.)]|\((?:[a-z]|\d{1,3}|[ivx]{1,4})\))[^\S\n]))")
# Closing marks of every tradition: “…” of English, „…“ and »…« of German, « … » of French.
_TERMINATOR = re.compile(
    r"(?:[.!?…]{1,8}|[。؟۔])(?:[\"'”’“»«)\]*_]{0,8}(?:[^\S\n][»›](?=\s))?)(?:\[\^?\w{1,12}\]){0,8}(?=\s)"
)
_WORD_BEFORE = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+){0,7}\Z")
_SOLID = re.compile(r"\S")
_OPENING = re.compile(r"[\"'“‘«(\[*_¿¡]*")
_WORD = re.compile(r"[^\W\d_]+")
_LIST_NUMBER = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]\Z")
# German writes ordinals with a full stop: “am 12. April”, “im 19. Jahrhundert”.
_GERMAN_ORDINAL = re.compile(
    r"\b(?:am|vom|bis|der|die|das|des|dem|zum|zur|den|ab|seit|und|im|beim)\s+\d{1,2}\Z", re.IGNORECASE
)
_GERMAN_MONTH = re.compile(r"(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)\b")
_DAY_BEFORE = re.compile(r"(?<!\d)\d{1,2}\Z")
_LETTER = re.compile(r"[^\W\d_]\.")
_INITIALISM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z")

# After these a full stop never ends a sentence: a name or a number follows (Chicago Manual of Style 10.16-10.42).
_LEADING = frozenset(
    "mr mrs ms messrs mx dr prof gen lt col sgt maj capt cpt cmdr cdr adm brig cpl pvt pfc rear sen rep gov pres "
    "rev fr hon rt amb supt det insp mt vs v approx ca cf viz e.g i.e esp incl art arts sec fig figs pp vol vols ch "
    "par paras op reps sens gens lieut sr.lt dept univ assn m mme mlle dipl ing hr sra srta".split()
)
# After these it ends one only before a word that usually begins one: they close sentences as often as not.
_EITHER = frozenset(
    "inc corp co cos ltd llc plc jr sr bros a.m p.m al ph.d m.d b.a m.a esq p bc b.c ad a.d st ft ave blvd rd".split()
)
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
_NUMBERED = frozenset("p pp art sec fig vol ch par op c".split())
_STARTERS = frozenset(
    "the a an in on at by for from to with it its he she his her they their we our i you this that these those there "
    "here but and or so yet however meanwhile moreover instead still then now when while where after before since "
    "until as if although though because despite during under both all some many most several few one two three no "
    "not nor neither either such what who why how is are was were will would has have had do does did may can could "
    "should last next earlier later soon today yesterday tomorrow also another each every only even officials".split()
)


def split(text: str) -> tuple[tuple[int, int], ...]:
    """Half-open spans of the sentences of `text`, without the white space around them, in time linear in its length.

    A blank line always ends a sentence; a single line break only before a list item. Every character that is not
    white space belongs to exactly one sentence.
    """
    return tuple(span for block in _blocks(text) for span in _sentences(text, *block))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    begin = _SOLID.search(text, start, end)
    if not begin:
        return
    first = begin.start()
    for found in _TERMINATOR.finditer(text, first, end):
        following = _SOLID.search(text, found.end(), end)
        if following and _ends(text, first, found, following.start()):
            yield first, found.end()
            first = following.start()
    yield first, first + len(text[first:end].rstrip())


def _ends(text: str, first: int, found: re.Match[str], following: int) -> bool:
    opening = _OPENING.match(text, following)
    letter = text[opening.end() : opening.end() + 1] if opening else ""
    if letter.islower() or letter in set("–—,;:.…!?"):
        return False
    if not found[0].startswith(".") or found[0].startswith(".."):
        return letter.isalnum() or not letter
    if _LIST_NUMBER.match(text, first, min(found.start() + 1, first + 8)):
        return False
    if _is_ordinal(text, max(first, found.start() - 12), found.start(), following):
        return False
    before = _WORD_BEFORE.search(text, max(first, found.start() - 40), found.start())
    return _stop_ends(before[0] if before else "", text, opening.end() if opening else following)


def _is_ordinal(text: str, first: int, stop: int, following: int) -> bool:
    if _GERMAN_ORDINAL.search(text, first, stop):
        return True
    return bool(_DAY_BEFORE.search(text, first, stop) and _GERMAN_MONTH.match(text, following))


def _stop_ends(word: str, text: str, following: int) -> bool:
    lower = word.lower()
    if lower in {"no", "nos"}:
        return not text[following : following + 1].isdigit()
    if len(word) == 1 and word.islower() and _LETTER.match(text, following):  # “z. B.”
        return False
    if lower in _MONTHS or lower in _NUMBERED:
        return not text[following : following + 1].isdigit() and (lower in _MONTHS or _starts(text, following))
    if lower in _LEADING and (word[:1].isupper() or "." in word or lower in {"vs", "approx", "ca", "cf", "v"}):
        return False
    if lower in _EITHER or _INITIALISM.match(word) or (len(word) == 1 and word.isalpha() and word.isupper()):
        return _starts(text, following)
    return True


def _starts(text: str, following: int) -> bool:
    word = _WORD.match(text, following)
    return word is not None and word[0][0].isupper() and word[0].lower() in _STARTERS
