"""Refits the weights of merging without dates: `python tests/bench/fit_merge.py DATA.jsonl`.

A line of the data: {"id", "topic", "text", "source", "context", "cluster"}. Topics are split by a hash; the weights are
tried one after the other on one half, and the score of both halves is printed. Nothing is written: what is found is
taken over into site_gen/merge/fitted.py by hand, so that the weights stay few and round.
"""

import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from site_gen.merge import fitted
from site_gen.merge.agreement import Agreement
from site_gen.merge.clusters import Item, cluster

GRID: dict[str, tuple[float, ...]] = {
    "COMMON": (15, 30, 60),
    "STATE": (0.3, 0.6, 1.0),
    "NAME": (1.0, 1.25, 1.5, 2.0),
    "NUMBER": (1.0, 1.5, 2.0, 3.0),
    "LONE": (0.05, 0.1, 0.3, 1.0),
    "CONTEXT": (0.6, 0.8, 0.9),
    "MATTER": (0.3, 0.4, 0.5, 0.6),
    "UNDATED": (0.03, 0.05, 0.07, 0.1),
}


def main(path: Path) -> None:
    """Print the best value of each weight, and B-cubed F1 of the half fitted on and of the half kept apart."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    halves = [[row for row in rows if _half(row["topic"]) == half] for half in (1, 0)]
    for name, values in GRID.items():
        best = max((_scored(halves[0], name, value), value) for value in values)
        _put(name, best[1])
        print(f"{name:8} {best[1]:6g}   B-cubed F1 {best[0]:.4f}")
    print(f"fitted on {b_cubed(halves[0]):.4f}   kept apart {b_cubed(halves[1]):.4f}")


def b_cubed(rows: Sequence[Mapping[str, str]]) -> float:
    """B-cubed F1 (Bagga & Baldwin, LREC workshop 1998) of clustering the rows without their dates."""
    items = [
        Item(
            id=row["id"], time=None, text=row["text"], source=row["source"], context=row["context"], topic=row["topic"]
        )
        for row in rows
    ]
    found = {assignment.id: assignment.event for assignment in cluster(items)}
    gold = {row["id"]: f"{row['topic']} {row['cluster']}" for row in rows}
    both = Counter((gold[each], found[each]) for each in gold)
    precision = sum(n * n / size for (_, event), n in both.items() if (size := _size(found, event)))
    recall = sum(n * n / size for (event, _), n in both.items() if (size := _size(gold, event)))
    return 2 * precision * recall / (precision + recall) / len(gold)


def _size(clusters: Mapping[str, str], event: str) -> int:
    return sum(each == event for each in clusters.values())


def _half(topic: str) -> int:
    return sha256(topic.encode()).digest()[0] % 2


def _scored(rows: Sequence[Mapping[str, str]], name: str, value: float) -> float:
    before = _put(name, value)
    score = b_cubed(rows)
    _put(name, before)
    return score


def _put(name: str, value: float) -> float:
    """Set a weight and hand back what it was."""
    if name == "UNDATED":
        before, fitted.THRESHOLD[Agreement.UNDATED] = fitted.THRESHOLD[Agreement.UNDATED], value
        return before
    was = float(getattr(fitted, name))
    setattr(fitted, name, value)
    return was


if __name__ == "__main__":
    main(Path(sys.argv[1]))
