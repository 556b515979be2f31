"""Dating: which of a sentence's time expressions says when the thing happened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.dates import Granularity, TimeValue
from site_gen.model import Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What dates a sentence.

    `mention` is the expression chosen, None if there is none. `named` is set where it only belongs to a thing that the
    sentence refers to (“the 2015 nuclear deal”): the words that name the thing. `vague` is an expression that points to
    a time but to no day, month or year that could be told (“in recent days”).
    """

    mention: Mention | None = None
    named: str = ""
    vague: Mention | None = None


# What can be referred to as “the 2015 …”: things that happened. Anything else after a year makes no entry.
_HEADS = (
    r"deal|agreement|accord|pact|treaty|memorandum|framework|resolution|talks|negotiations|summit|meeting|round|truce|"
    r"ceasefire|cease-fire|armistice|lull|attacks?|strikes?|raids?|bombings?|assault|offensive|war|conflict|invasion|"
    r"withdrawal|pullout|exit|revolution|coup|uprising|protests|elections?|vote|exchange|swap|release|assassination|"
    r"killing|shootdown|downing|seizure|crisis|embargo|sanctions|inspection|inspections|breakdown|collapse|explosion"
)
_AFTER = re.compile(rf"(?P<thing>(?:\s+[A-Za-z][\w.’'–-]*){{0,3}}?\s+(?:{_HEADS}))\b")
_DETERMINER = re.compile(r"(?:\b(?:the|this|that|a|an|its|their|his|her|our)|['’]s)\s+(?:[a-z]+[-\s])?$", re.IGNORECASE)
_OF = re.compile(r"\b(?P<thing>(?:[A-Za-z][\w.’'–-]*\s+){0,3}(?:" + _HEADS + r"))\s+(?:of|in|on|from)\s+(?:the\s+)?$")
_LEADS_IN = re.compile(r"\b(?:following|after|since|before|until|despite|under)\s+(?:(?:the|a|an|its|their|his)\s+)?$")
# The date of a boundary, not of the thing itself: “since 2018”, “before 15 June”, “by March”.
_BOUNDARY = re.compile(
    r"\b(?:since|until|till|before|after|by|following|prior to|ahead of|than|as of|as early as|as late as|beyond|"
    r"dating (?:back )?(?:from|to)|expir(?:e|es|ed|ing)(?: on| in)?|deadline of|for)"
    r"\s+(?:early\s|late\s|mid-)?(?:the\s)?$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told [A-Z]?[\w\s]{0,30}?|announced|reported|stated|wrote|added|tweeted|posted)"
    r"(?:\s+(?:on|in|late|early))?\s+$"
)
_NOUN_FOLLOWS = re.compile(r"\s+[a-z]")
# How far back a preposition or a noun may stand; keeps the time linear where a sentence has no end.
_REACH = 120
_DATED = frozenset({"DATE", "TIME"})
_COARSEST = Granularity.YEAR


def date_sentence(text: str, start: int, mentions: Sequence[Mention]) -> Dating:
    """What dates the sentence `text`, which begins at offset `start`; `mentions` are those within it, in order."""
    told = [m for m in mentions if m.time is not None and m.type in _DATED and _usable(m.time)]
    roles = [(_role(text, m, start), m) for m in told]
    own = [m for role, m in roles if role == "event"] or [m for role, m in roles if role == "saying"]
    if own:
        return Dating(mention=_finest(own))
    for mention in told:
        named = _thing(text, mention.start - start, mention.end - start)
        if named:
            return Dating(mention=mention, named=named)
    return Dating(vague=next((m for m in mentions if _vague(m)), None))


def _usable(time: TimeValue) -> bool:
    return time.granularity >= _COARSEST and not time.open_ended


def _role(text: str, mention: Mention, start: int) -> str:
    at = mention.start - start
    before = text[max(0, at - _REACH) : at]
    if _thing(text, mention.start - start, mention.end - start):
        return "reference"
    if _BOUNDARY.search(before):
        return "boundary"
    if _DETERMINER.search(before) and _NOUN_FOLLOWS.match(text, mention.end - start) and mention.text[:1].isdigit():
        return "reference"
    return "saying" if _SAYING.search(before) else "event"


def _thing(text: str, start: int, end: int) -> str:
    """The words that name a thing by its date, such as “2015 nuclear deal” or “U.S. withdrawal in 2018”; or nothing."""
    before, shown = text[max(0, start - _REACH) : start], text[start:end]
    following = _AFTER.match(text, end)
    if following and _DETERMINER.search(before):
        return " ".join((shown + following["thing"]).split())
    thing = _OF.search(before)
    if thing and _LEADS_IN.search(before[: thing.start("thing")]):
        return " ".join(f"{before[thing.start('thing') :]}{shown}".split())
    return ""


def _finest(mentions: Sequence[Mention]) -> Mention:
    """The first, or a finer one that lies within it: “in June 2025, on the 24th”."""
    first = mentions[0]
    inside = [m for m in mentions[1:] if first.time and m.time and first.time != m.time and first.time.contains(m.time)]
    return inside[0] if inside else first


def _vague(mention: Mention) -> bool:
    if mention.time is not None or mention.type not in _DATED:
        return False
    return mention.value == "PAST_REF" or mention.value.startswith("X")
