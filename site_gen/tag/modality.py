"""Modality: how a sentence stands to what it says, by the words that show it."""

import re
from collections.abc import Sequence

from site_gen.model import Modality
from site_gen.tag.discourse import PREDICATE
from site_gen.tag.names import Name

# The verb: “dropped the claim” is nobody's claim, and responsibility for a deed is a deed.
_CLAIMS = (
    r"(?<!the )(?<!an )(?<!a )(?<!its )(?<!their )(?<!that )(?<!this )claim(?:s|ed|ing)?"
    r"(?! (?:responsibility|the lives?|lives?))"
)
# In order of weight: the first that has words in the sentence wins, for a denial of a report is a denial.
# The classes follow the epistemic hedges of news style (Rubin 2007; FactBank, Saurí and Pustejovsky 2009).
_WORDS: tuple[tuple[Modality, tuple[str, ...]], ...] = (
    (
        Modality.DENIED,
        (
            r"den(?:y|ies|ied|ying|ials?)",
            r"(?:reject|dismiss|refut)(?:s|ed|es)? (?:the |any |such |all )?(?:claim|report|allegation|account)s?",
        ),
    ),
    (
        Modality.CLAIMED,
        (
            _CLAIMS,
            r"alleg(?:es|ed|edly|ing)",
            r"purported(?:ly)?",
            r"(?:assert|insist|contend)(?:s|ed)",
            r"blam(?:es|ed|ing)",
            r"accus(?:es|ed|ing)",
        ),
    ),
    (
        Modality.UNACKNOWLEDGED,
        (r"unacknowledged", r"undeclared", r"(?:never|not) (?:publicly |officially )?acknowledged"),
    ),
    (
        Modality.REPORTED,
        (
            r"reportedly",
            r"(?:is|are|was|were) (?:reported|said|understood|believed|thought) to",
            r"according to",
            r"people familiar",
            r"sources? (?:familiar|said|told|close|say)",
            r"unconfirmed",
            r"apparently",
            r"reported",
            r"reports that",
            r"(?:media|press|agency|newspaper) reports?",
        ),
    ),
    (
        Modality.PLANNED,
        (
            r"will(?! not)",
            r"(?:is|are|was|were) (?:due|set|scheduled|expected|planned|slated) (?:to|for)",
            r"plan(?:s|ned)? to",
            r"(?:scheduled|planned|slated) for",
        ),
    ),
    (
        Modality.POSSIBLE,
        (r"might", r"could", r"[Ii]f", r"[Ww]hether", r"may(?= [a-z])", r"possibly", r"perhaps", r"would have"),
    ),
)
_CUES = tuple(
    (modality, re.compile(rf"\b(?:{'|'.join(cues)})\b", 0 if modality is Modality.POSSIBLE else re.IGNORECASE))
    for modality, cues in _WORDS
)
# Every word that makes a sentence less than a plain statement.
HEDGE = re.compile(
    "|".join(cue.pattern for _, cue in _CUES) + r"|\b(?:said|says|not|no|never|without|failed)\b", re.IGNORECASE
)
_SAYS = re.compile(r"\b(?:said|says|stated|told|maintain(?:s|ed)|declared)\b")
# What a body declares is its act (a board, a council, a court); outlets report; others claim.
_SPEAKS_AS = {"outlet": Modality.REPORTED, "body": Modality.STATED}
_SPEAKER_REACH = 60


def modality(text: str, start: int, names: Sequence[Name], *, past: bool = False) -> tuple[Modality, tuple[str, ...]]:
    """The modality of the sentence `text`, which begins at offset `start`, and the words that show it, in order.

    `names` are those in the sentence, at their offsets in the whole text.
    `past`: what the sentence dates was over when it was published, so that a “will” in it speaks of something else.
    """
    shown = [(kind, found) for kind, cue in _CUES for found in cue.finditer(text) if _counts(kind, found, past=past)]
    hedges = tuple(found[0] for _, found in sorted(shown, key=lambda pair: pair[1].start()))
    if shown and shown[0][0] is not Modality.POSSIBLE:
        return shown[0][0], hedges
    speaker = _speaker(text, start, names)
    if speaker:
        return _SPEAKS_AS.get(speaker[0].entity.sort, Modality.CLAIMED), (speaker[1], *hedges)
    return (shown[0][0], hedges) if shown else (Modality.STATED, ())


def _counts(kind: Modality, found: re.Match[str], *, past: bool) -> bool:
    """Whether a cue bears on the sentence's own predicate: not on a clause behind it (“met to test whether …”)."""
    if kind in {Modality.POSSIBLE, Modality.PLANNED} and PREDICATE.search(found.string, 0, found.start()):
        return False
    return not (past and found[0] == "will")


def _speaker(text: str, start: int, names: Sequence[Name]) -> tuple[Name, str] | None:
    """Who says it, and the verb, where an actor stands shortly before a verb of saying and does nothing else first."""
    for verb in _SAYS.finditer(text):
        said = start + verb.start()
        near = [n for n in names if n.entity.kind == "actor" and 0 <= said - n.end <= _SPEAKER_REACH]
        if near and not PREDICATE.search(text, near[-1].end - start, verb.start()):
            return near[-1], verb[0]
    return None
