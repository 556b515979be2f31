"""Why two reports that look alike are not of one event."""

from site_gen.merge.lexicon import COUNTRY_OF, GROUPS
from site_gen.merge.marks import Marks

KNOWN = GROUPS | frozenset(COUNTRY_OF.values())

# A toll of 3 and one of 25 are two attacks; 20 and 25 are two reports.
FAR_APART = 4.0


def vetoes(a: Marks, b: Marks, *, one_source: bool = False) -> tuple[str, ...]:
    """The reasons against, each as a fragment of a sentence; symmetric up to the order of the two sides.

    `one_source`: both rest on the very same publications, which do not tell of a plan and of its fulfilment on one day;
    a “would” in one of them is then the tense of what somebody said.
    """
    found = (_turn(a, b), _verb(a, b), _negation(a, b) or _negation(b, a), _place(a, b))
    more = (other_parties(a, b, one_source=one_source), "" if one_source else _plan(a, b), _count(a, b))
    return tuple(reason for reason in (*found, *more) if reason)


def other_parties(a: Marks, b: Marks, *, one_source: bool = False) -> str:
    """A truce between two named sides is not one with another side, nor one elsewhere that does not name them both.

    What rests on the same publications may name the delegates here and their governments there.
    """
    return _one_sided(a, b, one_source=one_source) or _one_sided(b, a, one_source=one_source)


def _turn(a: Marks, b: Marks) -> str:
    for noun in sorted(a.turns.keys() & b.turns.keys()):
        if not a.turns[noun] & b.turns[noun]:
            numbers = sorted({min(a.turns[noun]), min(b.turns[noun])})
            return f"{noun} number {numbers[0]} is not number {numbers[1]}"
    return ""


def _verb(a: Marks, b: Marks) -> str:
    """Opposites on one axis at least, the same on none; a report that goes on to name both ends opposes neither."""
    axes = a.poles.keys() & b.poles.keys()
    agreed = any(a.poles[axis] & b.poles[axis] for axis in axes)
    opposed = any(not a.poles[axis] & b.touched[axis] and not b.poles[axis] & a.touched[axis] for axis in axes)
    return "opposite verbs" if opposed and not agreed else ""


def _negation(a: Marks, b: Marks) -> str:
    verbs = (a.denied & b.asserted) - b.denied - a.asserted
    return f"one says “not {min(verbs)}”" if verbs else ""


def _place(a: Marks, b: Marks) -> str:
    if not a.countries or not b.countries or a.countries & b.mentioned or b.countries & a.mentioned:
        return ""
    if a.countries & b.countries:
        return ""
    here, there = sorted((min(a.countries), min(b.countries)))
    return f"{here.title()} is not {there.title()}"


def _one_sided(a: Marks, b: Marks, *, one_source: bool) -> str:
    mine, theirs = a.parties - b.named - b.mentioned, b.parties - a.named - a.mentioned
    if mine & KNOWN and theirs & KNOWN:
        return f"{min(mine & KNOWN).title()} is not {min(theirs & KNOWN).title()}"
    elsewhere = b.countries and not b.countries & a.mentioned
    return "other parties" if mine and elsewhere and not one_source else ""


def _plan(a: Marks, b: Marks) -> str:
    """The plan of a deed and the deed; a sentence that looks ahead itself may be of the plan."""
    done = (a.planned in b.asserted and not b.ahead) or (b.planned in a.asserted and not a.ahead)
    said = (a.foretold and b.told and not b.ahead) or (b.foretold and a.told and not a.ahead)
    return "planned is not happened" if done or said else ""


def _count(a: Marks, b: Marks) -> str:
    for noun in sorted(a.counts.keys() & b.counts.keys()):
        low, high = sorted((max(a.counts[noun]), max(b.counts[noun])))
        if low and high / low >= FAR_APART and not a.counts[noun] & b.counts[noun]:
            return f"{low:g} against {high:g} ({noun})"
    return ""
