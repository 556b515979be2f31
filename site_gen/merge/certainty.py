"""How sure an event is, and why, in a sentence for readers.

A voice is what one statement or note says and who stands behind it. The first row that holds decides:

| what the members say | certainty |
| --- | --- |
| an editor's note sets a status | that status |
| nothing but plans | planned |
| somebody denies what somebody else claims, reports or states | disputed |
| nothing but denials | denied |
| said plainly (no hedge), and two independent origins stand behind the plain sentences | confirmed |
| said plainly, or hedged as a report, by whomever | reported |
| nothing but claims and possibilities | claimed |

One outlet alone never confirms, however plainly it writes: on a contested story a lone report is a report. Nor do two
outlets that both say “reportedly”. Origins behind hedged sentences do not help the plain ones. A plan beside a
sentence that says it happened does not count against it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from site_gen.merge.origins import outlets
from site_gen.model import Citation, Modality, Note, Status

_HEARD = frozenset({Modality.STATED, Modality.REPORTED, Modality.UNACKNOWLEDGED})
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")
# A reader takes in so many names; the rest are counted.
NAMED = 4
# How many independent origins confirm.
ENOUGH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one member says, whether it hedges, and the publications behind it."""

    modality: Modality
    hedged: bool
    citations: tuple[Citation, ...]


def certainty(voices: Sequence[Voice], notes: Sequence[Note]) -> tuple[Status, str]:
    """The certainty of an event with its reason; a status in a later note (by id) yields to one in an earlier."""
    origins = outlets(citation for voice in voices for citation in voice.citations)
    for note in notes:
        if note.status:
            return note.status, f"An editor set this to {note.status}; {_behind(origins)}."
    modalities = {voice.modality for voice in voices}
    if modalities == {Modality.PLANNED}:
        return Status.PLANNED, f"It is announced, and no source says yet that it happened; {_behind(origins)}."
    if Modality.DENIED in modalities:
        return _denied(modalities, origins)
    return _told(voices, modalities, origins)


def _denied(modalities: set[Modality], origins: Sequence[str]) -> tuple[Status, str]:
    if modalities == {Modality.DENIED}:
        return Status.DENIED, f"Every source only tells of a denial; {_behind(origins)}."
    return Status.DISPUTED, f"One side says so and another denies it; {_behind(origins)}."


def _told(voices: Sequence[Voice], modalities: set[Modality], origins: Sequence[str]) -> tuple[Status, str]:
    plain = [voice for voice in voices if voice.modality is Modality.STATED and not voice.hedged]
    sure = outlets(citation for voice in plain for citation in voice.citations)
    if len(sure) >= ENOUGH:
        return Status.CONFIRMED, f"{_number(sure)} independent outlets report it: {_listed(sure)}."
    if plain:
        return Status.REPORTED, _lone(origins)
    if modalities & _HEARD:
        return Status.REPORTED, f"Every source hedges it (“reportedly”, “according to”); {_behind(origins)}."
    return Status.CLAIMED, f"It is only claimed or thought possible; {_behind(origins)}."


def _lone(origins: Sequence[str]) -> str:
    if not origins:
        return "It is told without naming a source."
    if len(origins) == 1:
        return f"Only {origins[0]} stands behind it; no second outlet confirms it yet."
    return f"Told plainly by one outlet at most, with hedges by the others: {_listed(origins)}."


def _behind(origins: Sequence[str]) -> str:
    if not origins:
        return "no source is named"
    if len(origins) == 1:
        return f"one outlet stands behind it: {origins[0]}"
    return f"{_number(origins).lower()} independent outlets stand behind it: {_listed(origins)}"


def _listed(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return ", ".join(names) if more <= 0 else f"{', '.join(names[:NAMED])} and {more} more"


def _number(names: Sequence[str]) -> str:
    return _NUMBERS[len(names)] if len(names) < len(_NUMBERS) else str(len(names))
