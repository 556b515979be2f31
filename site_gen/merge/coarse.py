"""Where a report with a coarse date belongs: to the one finer event that fits, or to none."""

from collections.abc import Sequence

from site_gen.dates import TimeValue
from site_gen.merge.agreement import Agreement, agreement, precise
from site_gen.merge.items import Reading
from site_gen.merge.pairs import held

Group = tuple[int, ...]

# A coarse report looks only at events that share one of its weightiest words.
TELLING = 6
# A second event this near in score makes the first a guess.
CLEAR = 0.1


def settled(groups: Sequence[Group], readings: Sequence[Reading]) -> tuple[Group, ...]:
    """The groups with each coarser one joined to the only finer one that it fits."""
    index = _indexed(groups, readings)
    homes: dict[int, int] = {}
    for number, group in enumerate(groups):
        home = _home(group, groups, index, readings)
        if home is not None:
            homes[number] = home
    return _gathered(groups, homes, readings)


def _indexed(groups: Sequence[Group], readings: Sequence[Reading]) -> dict[str, dict[int, None]]:
    index: dict[str, dict[int, None]] = {}
    for number, group in enumerate(groups):
        for place in group:
            for term in readings[place].sentence:
                index.setdefault(term, {})[number] = None
    return index


def _home(
    group: Group, groups: Sequence[Group], index: dict[str, dict[int, None]], readings: Sequence[Reading]
) -> int | None:
    """The finer group that the group fits, provided that no other fits nearly as well."""
    fitting = sorted(
        (
            (-fit, other)
            for other in _finer(group, groups, index, readings)
            if (fit := _fit(group, groups[other], readings)) > -CLEAR
        ),
    )
    if not fitting or fitting[0][0] >= 0:
        return None
    alone = len(fitting) == 1 or fitting[1][0] - fitting[0][0] > CLEAR
    return fitting[0][1] if alone else None


def _finer(
    group: Group, groups: Sequence[Group], index: dict[str, dict[int, None]], readings: Sequence[Reading]
) -> list[int]:
    time = _finest(group, readings)
    if time is None or precise(time):
        return []
    sentence = readings[group[0]].sentence
    telling = sorted(sentence, key=lambda term: (-sentence[term], term))[:TELLING]
    near = {other for term in telling for other in index[term]}
    return sorted(other for other in near if _inside(_finest(groups[other], readings), time))


def _inside(fine: TimeValue | None, coarse: TimeValue) -> bool:
    return fine is not None and agreement(fine, coarse) is Agreement.WITHIN and fine.days < coarse.days


def _finest(group: Group, readings: Sequence[Reading]) -> TimeValue | None:
    times = [time for place in group if (time := readings[place].item.time)]
    return min(times, key=lambda time: (time.days, time)) if len(times) == len(group) else None


def _fit(group: Group, other: Group, readings: Sequence[Reading]) -> float:
    verdicts = [held(readings[a], readings[b]) for a in group for b in other]
    if any(verdict.barred for verdict in verdicts):
        return float("-inf")
    return sum(verdict.margin for verdict in verdicts) / len(verdicts)


def _gathered(groups: Sequence[Group], homes: dict[int, int], readings: Sequence[Reading]) -> tuple[Group, ...]:
    """Coarse groups move in one after the other, best known first; one that a member bars stays alone."""
    whole = {number: group for number, group in enumerate(groups) if number not in homes}
    for number in sorted(homes, key=lambda number: (_days(groups[number], readings), number)):
        home = homes[number]
        while home in homes:
            home = homes[home]
        if any(held(readings[a], readings[b]).barred for a in groups[number] for b in whole[home]):
            whole[number] = groups[number]
        else:
            whole[home] += groups[number]
    return tuple(tuple(sorted(whole[number])) for number in sorted(whole))


def _days(group: Group, readings: Sequence[Reading]) -> int:
    time = _finest(group, readings)
    return time.days if time else 0
