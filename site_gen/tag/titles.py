"""Titles of statements: the sentence's own words, cut, never added to."""

import re

MAX_TITLE = 90
_SHORTEST = 25
_ASIDE = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_BEFORE_LEAD = re.compile(
    r"\s*(?:(?:on|in|at|by|during|from|late|early|over|through|then)\s+)*(?:the\s+)?", re.IGNORECASE
)
_AFTER_LEAD = re.compile(r"(?:\s+(?:\([^()]*\)|local time))?\s*,?\s+")
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
# A hedge or a negation that stood in what is cut away would leave a bolder sentence than was written.
_HEDGES = re.compile(
    r"\b(?:reported|reportedly|according|alleged|allegedly|claim|claims|claimed|denied|denies|deny|said|says|sources|"
    r"understood|believed|purported|may|might|could|not|no|never|without|failed)\b"
)


def title(text: str, lead: tuple[int, int] | None = None) -> str:
    """At most 90 characters of a sentence: its date dropped where it leads in, asides dropped, cut where a clause ends.

    `lead` is the span of the date in the sentence. Where every cut would drop a hedge, the sentence is cut between
    words and an ellipsis shows that it goes on.
    """
    whole = _without_lead(text, lead)
    whole = _ASIDE.sub("", whole).strip().rstrip(".!;:,").strip() or text.strip()
    return whole if len(whole) <= MAX_TITLE else _cut(whole)


def _without_lead(text: str, lead: tuple[int, int] | None) -> str:
    if lead is None or not _BEFORE_LEAD.fullmatch(text[: lead[0]]):
        return text
    after = _AFTER_LEAD.match(text, lead[1])
    rest = text[after.end() :] if after else ""
    return rest[:1].upper() + rest[1:] if len(rest) >= _SHORTEST and re.match(r"[A-Za-z“\"]", rest) else text


def _cut(whole: str) -> str:
    hedges = len(_HEDGES.findall(whole))
    for cut in _CUTS:
        ends = [found.start() for found in cut.finditer(whole) if _SHORTEST <= found.start() <= MAX_TITLE]
        if ends and len(_HEDGES.findall(whole[: ends[-1]])) == hedges:
            return whole[: ends[-1]].rstrip(" ,;:–—-")
    return whole[: MAX_TITLE - 1].rpartition(" ")[0].rstrip(" ,;:–—-") + " …"
