"""Measures the reader of dates: `python tests/bench/timex.py [DATA]`.

DATA is a folder of annotated texts (*.jsonl; a line: {"id", "dct", "text", "timexes"}) with its scorer,
score_timex.py. Without it only the speed is measured, on a text of our own. The figures of other tools were measured
with the same scorer on the same texts; HeidelTime was told which texts are news, ours never is.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from site_gen import timex

# Calendar value F on news and on histories, and seconds for 1,000 words.
OTHERS = (
    ("HeidelTime", 87.6, 90.8, 1.1),
    ("Microsoft recognizers", 84.8, 54.0, 1.1),
    ("chrono", 78.4, 33.0, 0.008),
    ("dateparser.search_dates", 66.3, 44.0, 0.08),
)
NEWS, HISTORIES = "meantime", "wikiwars-dev"
SAMPLE = (
    "MUSCAT, April 12 (AP) – Envoys of both sides met on Saturday, and said they would meet again next week. The deal "
    "of July 14, 2015, was left in May 2018; a year later Iran followed. Two days later oil fell by 3 percent. "
    "Nobody had expected much of the round, which took place in two rooms with a minister who walked between them.\n\n"
) * 60
ROUNDS = 5


def main(arguments: list[str]) -> None:
    """Print the speed, and with a folder of data the table of scores."""
    print(f"{seconds([(SAMPLE, date(2025, 4, 14))]):.4f} s per 1,000 words on a text of our own")
    if arguments:
        _scores(Path(arguments[0]))


def seconds(texts: list[tuple[str, date]]) -> float:
    """Processor time for 1,000 words, the best of several rounds."""
    words = sum(len(text.split()) for text, _ in texts)
    return min(_once(texts) for _ in range(ROUNDS)) * 1000 / words


def _once(texts: Iterable[tuple[str, date]]) -> float:
    begun = time.process_time()
    for text, published in texts:
        timex.find(text, published)
    return time.process_time() - begun


def _scores(folder: Path) -> None:
    score = _scorer(folder / "score_timex.py")
    found = {path.stem: _measured(path, score) for path in sorted(folder.glob("*.jsonl"))}
    for name, (figures, pace) in found.items():
        print(f"\n{name}: {pace:.4f} s per 1,000 words")
        for view in ("all", "DATE", "calendar"):
            of = figures[view]
            print(f"  {view:9} relaxed F {of['relaxed']['F']:5.1f}   value F {of['value']['F']:5.1f}")
    print("\n| tool | news | histories | s / 1,000 words |\n| --- | --- | --- | --- |")
    for row in OTHERS:
        print("| {} | {:.1f} | {:.1f} | {} |".format(*row))
    if {NEWS, HISTORIES} <= found.keys():
        news, histories = (found[name][0]["calendar"]["value"]["F"] for name in (NEWS, HISTORIES))
        print(f"| site-gen dates | {news:.1f} | {histories:.1f} | {max(pace for _, pace in found.values()):.4f} |")


def _scorer(path: Path) -> Any:  # noqa: ANN401 (a module that comes with the data)
    spec = importlib.util.spec_from_file_location("score_timex", path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.score


def _measured(path: Path, score: Any) -> tuple[Any, float]:  # noqa: ANN401 (the scorer has no types)
    gold = {d["id"]: d for d in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
    ours = {key: {"id": key, "timexes": _expressions(document)} for key, document in gold.items()}
    return score(gold, ours), seconds([(d["text"], date.fromisoformat(d["dct"])) for d in gold.values()])


def _expressions(document: dict[str, Any]) -> list[dict[str, object]]:
    found = timex.find(document["text"], date.fromisoformat(document["dct"]))
    return [{"start": m.start, "end": m.end, "text": m.text, "type": m.type, "value": m.value} for m in found]


if __name__ == "__main__":
    main(sys.argv[1:])
