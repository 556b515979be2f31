"""Whether the words around a date tell of what is to come, and whether a date opens its sentence."""

import re
from enum import Enum
from typing import Final

_REACH: Final = 70
_SENTENCE: Final = 300
# not at the dots of a.m., U.S. and Mr.
_CLAUSE = re.compile(r"(?<!\.[A-Za-z])(?<!\bMr)(?<!\bDr)(?<!\bGen)(?<!\bSen)[.]\s|[;!?:\n]\s|[“\"]")
_FUTURE = re.compile(
    r"\b(?:will|won't|shall|'ll|expected|scheduled|due|plans?|planned|planning|set to|slated|to be|to begin|to start|"
    r"to meet|to hold|to resume|deadline|is to|are to|ahead of|hopes?|intends?|aims?|is going to|are going to|going to|"
    r"wants?|seeks?|vowed to|pledged to|agreed to|promised to|can|may|might|should|must|upcoming|would|until|till|"
    r"postponed)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|says|told|was|were|had|did|has|have|met|held|fell|rose|began|came|went|made|took|sent|left|saw|won|lost|"
    r"hit|put|set|shot|struck|killed|gave|got|ran|spoke|wrote|since|from)\b|\b(?!(?:sched|expect|plann?|need|unit)\w*ed\b)\w{2,}ed\b",
    re.IGNORECASE,
)
# “would be held on Saturday”: what comes after be is no past tense.
_PASSIVE = re.compile(r"(?:[\w']+\s+){1,3}?be\s+(?:\w+ly\s+)?\w+")
# “a truce starting Tuesday”; of one that has begun news says that it started.
_STARTING = re.compile(
    r"\b(?:starting|beginning|effective|commencing|no later than)\s+(?:at\s+(?:\S+\s+){1,5}?)?(?:on\s+|from\s+)?"
    r"(?:early\s+|late\s+)?[A-Z]\w*day(?:\s\w+)?\Z"
)
# “since 7 October”, “the war that began on 7 October”: what is announced or agreed may still come.
_HAPPENED = re.compile(
    r"\b(?:[Ss]ince|began|begun|started|erupted|broke out|ended|died|fell|happened|occurred|"
    r"took (?:place|effect|office)|came into force|attacked|struck|killed|wounded|fired|launched|seized|met|signed|"
    r"arrived|returned|left)"
    r"\s+(?:early\s+|late\s+)?(?:on\s+)?(?:the\s+)?\Z"
)
_AHEAD_AFTER = re.compile(
    r",?\s+((?:[\w'’-]+\s+){0,4}?)(?:will|shall|(?:is|are) (?:expected|scheduled|due|set|planned|likely|to)|deadline)\b"
)
_BY = re.compile(r"\b[Bb]y\s+(?:the\s+)?\Z")
_STOP = re.compile(r"[a-z\d][.!?][\"”’)]?\s")
_OPENING = re.compile(r"(?:[.!?:;\n”\"]|\A)\s*(?:[A-Z][a-z]*,?\s+){0,2}(?:[a-z]+\s){0,1}\Z")


class Tense(Enum):
    """What the words around a date say of when it lies."""

    FUTURE = "future"
    PAST = "past"
    UNTOLD = "untold"


def tense_of(text: str, start: int, end: int) -> Tense:
    """The tense of the clause around the span; past only where a word right before it allows nothing else."""
    if _tells_future(text, start, end):
        return Tense.FUTURE
    return Tense.PAST if _HAPPENED.search(text[max(0, start - _REACH) : start]) else Tense.UNTOLD


def _tells_future(text: str, start: int, end: int) -> bool:
    before = _CLAUSE.split(text[max(0, start - _REACH) : start])[-1]
    cue = None
    for cue in _FUTURE.finditer(before):  # noqa: B007 (the last one is wanted)
        pass
    if _STARTING.search(before + text[start:end]):
        return True
    if cue:
        passive = _PASSIVE.match(before, cue.start())
        return not _PAST.search(before, max(cue.end(), passive.end() if passive else 0))
    if _BY.search(before):
        return not _PAST.search(before) and not _PAST.search(text[end : end + _REACH])
    ahead = _AHEAD_AFTER.match(text, end, end + _REACH)
    return ahead is not None and not _PAST.search(ahead[1]) and not _PAST.search(before)


def opens_sentence(text: str, start: int) -> bool:
    """Whether the span opens its sentence, or stands in the first sentence of its paragraph."""
    if _OPENING.search(text[max(0, start - 24) : start]):
        return True
    before = text[max(0, start - _SENTENCE) : start]
    line = before.rfind("\n")
    return (line >= 0 or start < _SENTENCE) and not _STOP.search(before, line + 1)
