"""Titles of statements: the sentence's own words, cut, never added to."""

import re
from collections.abc import Sequence

from site_gen.tag.discourse import PREDICATE
from site_gen.tag.modality import HEDGE

MAX_TITLE = 90
_SHORTEST = 25
_FEWEST_LEFT = 12
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])\s*(?P<mark>[.,;:!?]?)\s*")
_BEFORE_LEAD = re.compile(
    r"\s*(?:[–—-]\s*)?(?:(?:on|in|at|by|during|from|late|early|over|overnight|through|then|around|about|of|and|to|between)\s+)*"
    r"(?:the\s+)?",
    re.IGNORECASE,
)
_AFTER_LEAD = re.compile(r"(?:\s+(?:\([^()]*\)|local time))?\s*,?(?:\s+(?:too|again|however|meanwhile|also),)?\s+")
_OPENS_AFTER_COMMA = re.compile(r"[A-Za-z“\"]")
# Without a comma only what can open a sentence: “two days after that | round, a blast …” must stay whole.
_OPENS = re.compile(
    r"[A-Z“\"]|(?:the|a|an|its|their|his|her|this|that|these|those|some|several|both|two|three|four|five|six|seven|eight|"
    r"nine|ten|more|at|there|it|he|she|they)\s"
)
# Where a sentence may end early, the mildest cut first.
_CUTS = (
    re.compile(r"(?:;|:|\s[–—-])\s"),
    re.compile(
        r",\s(?=(?:which|who|where|when|while|as|after|before|although|though|because|since|with|in|on|at|according|"
        r"a|an|the|but|and)\b)"
    ),
    re.compile(r"\s(?=(?:which|after|before|although|because|while|when|according to|amid|despite)\b)"),
    re.compile(r",\s"),
)


def title(text: str, dates: Sequence[tuple[int, int]] = ()) -> str:
    """At most 90 characters of a sentence: dates dropped where they lead in, asides dropped, cut where a clause ends.

    `dates` are the spans of the sentence's time expressions, in order. Where every cut would drop a hedge, the sentence
    is cut between words and an ellipsis shows that it goes on.
    """
    whole = _ASIDE.sub(_closed_up, _without_lead(text, dates)).strip().rstrip(".!;:,").strip() or text.strip()
    return whole if len(whole) <= MAX_TITLE else _cut(whole)


def _closed_up(aside: re.Match[str]) -> str:
    return f"{aside['mark']} "


def _without_lead(text: str, dates: Sequence[tuple[int, int]]) -> str:
    """The sentence from where its leading dates end (“Five months later, on 14 October 2024, …”)."""
    done = 0
    for start, end in dates:
        if start < done or not _BEFORE_LEAD.fullmatch(text[done:start]):
            break
        after = _AFTER_LEAD.match(text, end)
        done = after.end() if after else end
    rest = text[done:]
    opens = _OPENS_AFTER_COMMA if text[:done].rstrip().endswith(",") else _OPENS
    return rest[:1].upper() + rest[1:] if done and len(rest) >= _FEWEST_LEFT and opens.match(rest) else text


def _cut(whole: str) -> str:
    # a hedge or a negation that stood in what is cut away would leave a bolder sentence than was written
    hedges = len(HEDGE.findall(whole))
    for cut in _CUTS:
        ends = [found.start() for found in cut.finditer(whole) if _SHORTEST <= found.start() <= MAX_TITLE]
        if ends and len(HEDGE.findall(whole[: ends[-1]])) == hedges and PREDICATE.search(whole[: ends[-1]]):
            return whole[: ends[-1]].rstrip(" ,;:–—-")
    return whole[: MAX_TITLE - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + " …"
