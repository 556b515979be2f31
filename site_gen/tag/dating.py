"""Dating: which of a sentence's time expressions says when the thing happened."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from site_gen.dates import Granularity, TimeValue, interval
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
    r"deals?|agreements?|accords?|pact|treaty|memorandum|framework|resolution|talks|negotiations|summit|meetings?|rounds?|"
    r"truces?|ceasefires?|cease-fires?|armistice|lull|attacks?|strikes?|raids?|bombings?|assault|offensive|war|conflict|"
    r"invasion|withdrawal|pullout|exit|revolution|coup|uprising|protests|elections?|vote|exchange|swap|release|"
    r"assassination|killings?|shootdown|downing|seizure|crisis|embargo|sanctions|inspections?|breakdown|collapse|explosion"
)
_WORD = r"(?!(?:the|a|an|its|their|his|her|of|in|on|after|before|since|and|that|to|by|for|from)\b)[A-Za-z][\w.’'–-]*"
_AFTER = re.compile(rf"(?P<thing>(?:\s+{_WORD}){{0,3}}?\s+(?:{_HEADS}))\b(?!-)")
_DETERMINER = re.compile(
    r"(?:\b(?:the|this|that|a|an|its|their|his|her|our|under|of|original)|['’]s)\s+(?:[a-z]+[-\s])?$", re.IGNORECASE
)
_OF = re.compile(rf"\b(?P<thing>(?:{_WORD}\s+){{0,3}}?(?:{_HEADS}))\s+(?P<link>of|in|on|from)\s+(?:the\s+)?$")
_LEADS_IN = re.compile(
    r"\b(?:following|after|since|before|until|despite|under|during)\s+(?:(?:the|a|an|its|their|his)\s+)?$",
    re.IGNORECASE,
)
_THE = re.compile(r"\b(?:the|its|their|his)\s+$", re.IGNORECASE)
# The date of a boundary, not of the thing itself: “since 2018”, “before 15 June”, “by March”.
_BOUNDARY = re.compile(
    r"\b(?:since|until|till|before|after|by|following|prior to|ahead of|than|as of|as early as|as late as|beyond|"
    r"dating (?:back )?(?:from|to)|dates? from|(?:which|that) (?:began|started|ended|ends)(?: on| in)?|"
    r"expir(?:e|es|ed|ing)(?: on| in)?|deadline of|deadline (?:was|is)|for)"
    r"\s+(?:early\s|late\s|mid-)?(?:the\s)?$",
    re.IGNORECASE,
)
_SAYING = re.compile(
    r"\b(?:said|says|told [A-Z]?[\w\s]{0,30}?|announced|reported|stated|wrote|added|tweeted|posted)"
    r"(?:\s+(?:on|in|late|early))?\s+$"
)
# A clause about somebody or something named before it, still open: its date is not the sentence's.
_ASIDE = re.compile(r",\s(?:who|which|whose|where)\b[^,;]{0,100}$")
_DEADLINE = re.compile(r"\s+(?:deadline|target|expiry|cut-?off)\b")
_NOUN_FOLLOWS = re.compile(r"\s+[a-z]")
# What stands between the ends of a range: “from 6 to 9 April”, “28 and 29 June”, “began on 29 November and ended on …”.
_UP_TO = re.compile(r"\s*(?:[–—-]\s*|(?:to|until|till|through|and ended (?:on|in)|and lasted until)\s+)(?:the\s+)?\Z")
# “the night | of | 13–14 April”: the part of a day and the days it lay between.
_PART_OF = re.compile(r"\s*(?:of|on)\s+(?:the\s+)?\Z")
_AND = re.compile(r"\s*(?:and|to|or)\s+(?:the\s+)?\Z")
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
# How far back a preposition or a noun may stand; keeps the time linear where a sentence has no end.
_REACH = 120
_DATED = frozenset({"DATE", "TIME"})
_RANGE = "range"
# Which role of a time expression dates its sentence, the best first.
_OWN = ("event", "saying", "aside")
_COARSEST = Granularity.YEAR
_LONGEST_MONTH = 31


def date_sentence(text: str, start: int, mentions: Sequence[Mention]) -> Dating:
    """What dates the sentence `text`, which begins at offset `start`; `mentions` are those within it, in order."""
    told = _ranges(text, start, [m for m in mentions if m.time and m.type in _DATED and _usable(m.time)])
    roles = [(_role(text, m, start), m) for m in told]
    own = next((found for kind in _OWN if (found := [m for role, m in roles if role == kind])), [])
    if own:
        chosen = _best(own)
        nearer = _unresolved(chosen, mentions, aside=("aside", chosen) in roles)
        return Dating(vague=nearer) if nearer else Dating(mention=chosen)
    for mention in told:
        named = _thing(text, mention.start - start, mention.end - start)
        if named:
            return Dating(mention=mention, named=named)
    return Dating(vague=next((m for m in mentions if _vague(m)), None))


def _unresolved(chosen: Mention, mentions: Sequence[Mention], *, aside: bool) -> Mention | None:
    """What dates the sentence's own action where that cannot be told, and a mere year dates something else.

    “The police speak this afternoon about a murder in 1967”, “The actress, who rose to fame in 1999, left last week”
    (`aside`), in an article whose day of publication is unknown.
    """
    if not _is_coarse(chosen):
        return None
    told = (m for m in mentions if m.time is None and m.type in _DATED)
    return next((m for m in told if aside or m.start < chosen.start), None)


def _usable(time: TimeValue) -> bool:
    return time.granularity >= _COARSEST and not time.open_ended


def _ranges(text: str, start: int, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, the two ends of a range made one."""
    joined: list[Mention] = []
    for mention in mentions:
        range_ = _range(text, start, joined[-1], mention) if joined else None
        if range_:
            joined[-1] = range_
        else:
            joined.append(mention)
    return joined


def _range(text: str, start: int, first: Mention, last: Mention) -> Mention | None:
    """Both as one where they are the ends of a range; None where they are two dates."""
    one, other = first.time, last.time
    if one and other and first.type == "TIME" and _is_part(text[first.end - start : last.start - start], one, other):
        return replace(last, start=first.start, text=" ".join(text[first.start - start : last.end - start].split()))
    if one is None or other is None or not one.start < other.start or "/" in other.edtf:
        return None
    between = text[first.end - start : last.start - start]
    words = " ".join(text[first.start - start : last.end - start].split())
    if "/" in one.edtf:
        # The range is known already, and this is its other end.
        known = one.end == other.end and (_UP_TO.match(between) or _AND.match(between))
        return replace(first, end=last.end, text=words) if known else None
    before = text[max(0, first.start - start - _REACH) : first.start - start]
    if one.qualifier or other.qualifier or not _spans(before, between, neighbours=one.end == other.start):
        return None
    both = first.implied | last.implied
    return replace(first, end=last.end, text=words, time=interval(one, other), implied=both, rule=_RANGE)


def _is_part(between: str, one: TimeValue, other: TimeValue) -> bool:
    return "/" in other.edtf and bool(_PART_OF.match(between)) and other.start <= one.start < other.end


def _spans(before: str, between: str, *, neighbours: bool) -> bool:
    if _UP_TO.match(between):
        return True
    return bool(_AND.match(between)) and (neighbours or bool(_BETWEEN.search(before)))


def _role(text: str, mention: Mention, start: int) -> str:
    at = mention.start - start
    before = text[max(0, at - _REACH) : at]
    if _thing(text, at, mention.end - start):
        return "reference"
    if _BOUNDARY.search(before) or _DEADLINE.match(text, mention.end - start):
        return "boundary"
    if mention.text[:1].isdigit() and _DETERMINER.search(before) and _NOUN_FOLLOWS.match(text, mention.end - start):
        return "reference"
    if _is_coarse(mention) and _ASIDE.search(before):
        return "aside"
    return "saying" if _SAYING.search(before) else "event"


def _is_coarse(mention: Mention) -> bool:
    return mention.time is not None and mention.time.days > _LONGEST_MONTH


def _thing(text: str, start: int, end: int) -> str:
    """The words that name a thing by its date, such as “2015 nuclear deal” or “U.S. withdrawal in 2018”; or nothing."""
    before, shown = text[max(0, start - _REACH) : start], text[start:end]
    following = _AFTER.match(text, end)
    if following and _DETERMINER.search(before):
        return " ".join((shown + following["thing"]).split())
    thing = _OF.search(before)
    if thing and _refers(before[: thing.start("thing")], thing["link"]):
        return " ".join(f"{before[thing.start('thing') :]}{shown}".split())
    return ""


def _refers(before: str, link: str) -> bool:
    """Whether “… withdrawal in 2018”, “… attacks of 7 October” is spoken of rather than told."""
    return bool(_LEADS_IN.search(before) or (link == "of" and _THE.search(before)))


def _best(mentions: Sequence[Mention]) -> Mention:
    """The first, unless a finer one lies within it (“in June 2025, on the 24th”) or says outright what it implies."""
    first = mentions[0]
    if first.rule == _RANGE:
        return first
    for other in mentions[1:]:
        if first.time and other.time and first.time != other.time and first.time.contains(other.time):
            return other
        if first.implied and not other.implied and _coarser(first, other):
            return other
    return first


def _coarser(one: Mention, other: Mention) -> bool:
    return one.time is not None and other.time is not None and one.time.days > other.time.days


def _vague(mention: Mention) -> bool:
    if mention.time is not None or mention.type not in _DATED:
        return False
    return mention.value == "PAST_REF" or mention.value.startswith("X")
