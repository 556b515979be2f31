"""Discourse: which sentences tell of something, and which talk about the telling."""

import re

_FEWEST_WORDS = 4
_ENDS = re.compile(r"[.!?…][\"”’')\]]*$")
_QUESTION = re.compile(r"\?[\"”’')\]]*$")
_PIECE = r"article|story|report|post|piece|interview|essay|page"
_FIRST, _PUT_UP = "originally|first|previously|last", "published|appeared|updated|posted"
# Sentences about accounts and their dates: an account of an account is no event. Only what can hardly mean anything
# else stands here, since what it hits leaves the timeline: the rest is for editors to word.
_ABOUT_SOURCES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?:accounts|chronologies|timelines|versions|reports|sources) (?:differ|disagree|vary|diverge)\b",
        r"\bdates (?:it|the [\w-]+|this|that|them) (?:to|at)\b",
        r"^this (?:article|chronicle|explainer)\b",
        # a text's own imprint: whose it is, and when it was put up
        r"^[\W_]*(?:copyright\b|©|\(c\)\s*\d{4})",
        rf"^[\W_]*(?:(?:this|the) (?:{_PIECE})\b[^.]{{0,40}}? )?(?:{_FIRST}) (?:{_PUT_UP}) (?:on|in|by|at)\b",
        r"^[\W_]*(?:(?:additional )?reporting|writing|editing) by\b",
    )
)
# Forms of a finite verb as news uses them: whether something is said of anybody yet.
PREDICATE = re.compile(
    r"\b(?:[a-z]{2,}ed|is|are|was|were|has|have|had|will|would|did|does|met|held|took|made|left|led|fell|rose|won|lost|hit|"
    r"put|set|cut|let|struck|shot|sent|gave|went|came|became|began|broke|brought|built|bought|sold|told|found|fought|kept|"
    r"saw|spoke|wrote|fired|died|killed|says|said|calls|meets|signs|agrees|opens|ends|begins|strikes|rejects|warns)\b"
)
_ANAPHOR = re.compile(
    r"(?:It|This|That|These|Those|They|He|She|Both|Neither|There|Its|Their|His|Her)\b"
    r"(?!\s+(?:same\s+)?(?:day|night|morning|evening|afternoon|week|weekend|month|year|spring|summer|autumn|winter)s?\b)"
)


def is_prose(text: str) -> bool:
    """Not a heading, a caption, a lone date or a question."""
    return len(text.split()) >= _FEWEST_WORDS and bool(_ENDS.search(text)) and not _QUESTION.search(text)


def is_about_sources(text: str) -> bool:
    """Whether a sentence compares what sources say of a date, or speaks of its own text, and tells of no event."""
    return any(pattern.search(text) for pattern in _ABOUT_SOURCES)


def goes_on(text: str) -> bool:
    """Whether a sentence opens with a word that points back to the one before it."""
    return bool(_ANAPHOR.match(text))
