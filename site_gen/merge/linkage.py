"""Average-linkage clustering of a sparse graph with bars: the nearest two clusters join while joining pays.

UPGMA (Sokal & Michener 1958) over margins instead of distances: a pair's margin is its score less what its dates
demand, so that clusters join as long as their mean margin is above zero. A pair that was never compared counts with
`missing`; a barred pair keeps its two clusters apart for good.
"""

from collections.abc import Callable, Mapping, Sequence
from heapq import heappop, heappush

Pair = tuple[int, int]


def linked(
    groups: Sequence[tuple[int, ...]],
    margins: Mapping[Pair, float],
    *,
    missing: float,
    barred: Callable[[int, int], bool],
) -> tuple[tuple[int, ...], ...]:
    """The clusters that `groups` of points grow into, each in order, by first member; ties go to the lower number.

    `margins` is keyed by (lower, higher); `barred` is asked of a pair of points before their clusters join.
    """
    graph = _Graph(groups, margins, missing)
    while (pair := graph.nearest()) is not None:
        a, b = pair
        if any(barred(min(x, y), max(x, y)) for x in graph.members[a] for y in graph.members[b]):
            graph.part(a, b)
        else:
            graph.join(a, b)
    return tuple(tuple(sorted(graph.members[each])) for each in sorted(graph.members))


class _Graph:
    def __init__(self, groups: Sequence[tuple[int, ...]], margins: Mapping[Pair, float], missing: float) -> None:
        # a cluster is called by its lowest member
        self.members = {group[0]: list(group) for group in groups}
        # per neighbour: sum of margins, how many pairs were compared
        self.near: dict[int, dict[int, tuple[float, int]]] = {name: {} for name in self.members}
        self.missing = missing
        self.heap: list[tuple[float, int, int]] = []
        home = {point: group[0] for group in groups for point in group}
        for (a, b), margin in margins.items():
            self._count(home[a], home[b], margin)
        for name, others in self.near.items():
            for other in others:
                if name < other:
                    self._offer(name, other)

    def nearest(self) -> Pair | None:
        while self.heap:
            negative, a, b = heappop(self.heap)
            if a in self.near and b in self.near[a] and self._mean(a, b) == -negative:
                return a, b
        return None

    def part(self, a: int, b: int) -> None:
        self.near[a][b] = self.near[b][a] = (float("-inf"), 1)

    def join(self, a: int, b: int) -> None:
        """The cluster keeps the lower name, so that names do not depend on the way it grew."""
        self.members[a] += self.members.pop(b)
        gone = self.near.pop(b)
        del self.near[a][b]
        for other in gone.keys() - {a}:
            del self.near[other][b]
        for other in gone.keys() - {a}:
            mine, theirs = self.near[a].get(other, (0.0, 0)), gone[other]
            self.near[a][other] = self.near[other][a] = (mine[0] + theirs[0], mine[1] + theirs[1])
        for other in self.near[a]:
            self._offer(min(a, other), max(a, other))

    def _count(self, a: int, b: int, margin: float) -> None:
        if a != b:
            total, compared = self.near[a].get(b, (0.0, 0))
            self.near[a][b] = self.near[b][a] = (total + margin, compared + 1)

    def _offer(self, a: int, b: int) -> None:
        mean = self._mean(a, b)
        if mean > 0:
            heappush(self.heap, (-mean, a, b))

    def _mean(self, a: int, b: int) -> float:
        total, compared = self.near[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return (total + (pairs - compared) * self.missing) / pairs
