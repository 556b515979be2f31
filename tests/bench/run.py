"""Measures the program: `python tests/bench/run.py [DATA]`; DATA holds annotated texts, see the benches it calls.

Times are medians of whole processes, since start-up is felt at every save. They move with the machine: compare runs
that were made in turn.
"""

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
RUNS = 5
NOTES = 1000


def main(arguments: list[str]) -> None:
    """Print how long builds of the shipped site and of a made one take, then the figures of the date reader."""
    with tempfile.TemporaryDirectory() as folder:
        shipped, made = Path(folder, "shipped"), Path(folder, "made")
        shutil.copytree(ROOT / "content", shipped / "content")
        _make(made)
        for name, root in (("the shipped site", shipped), (f"a site of {NOTES:,} notes", made)):
            _builds(name, root)
    data = Path(arguments[0]) / "timex" if arguments else None
    bench = [sys.executable, str(ROOT / "tests/bench/timex.py"), *([str(data)] if data and data.is_dir() else [])]
    subprocess.run(bench, check=True)


def _builds(name: str, root: Path) -> None:
    note = min((root / "content/notes").glob("*.md"))
    text = note.read_text(encoding="utf-8")

    def forget() -> None:
        shutil.rmtree(root / ".site_gen", ignore_errors=True)
        shutil.rmtree(root / "output", ignore_errors=True)

    def edit() -> None:
        note.write_text(f"{text}\nEdited {time.perf_counter_ns()}.\n", encoding="utf-8")

    print(f"{name}: s, median of {RUNS}")
    for what, before in (("cold", forget), ("nothing changed", _nothing), ("one note changed", edit)):
        print(f"  {what:18} {_median(root, before):6.2f}")


def _nothing() -> None:
    """Leave all as the last build left it."""


def _median(root: Path, before: Callable[[], None]) -> float:
    taken = []
    for _ in range(RUNS):
        before()
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "site_gen", "build", "--quiet", "--root", str(root)], check=True)
        taken.append(time.perf_counter() - began)
    return statistics.median(taken)


def _make(root: Path) -> None:
    """A site of dated notes, each of which depends on its number alone."""
    notes = root / "content/notes"
    notes.mkdir(parents=True)
    settings = 'title = "Made"\nbase_url = "https://example.org/"\n'
    (root / "content/site.toml").write_text(settings, encoding="utf-8")
    for number in range(NOTES):
        day = f"{2000 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        body = f"Round {number} was held in house {number * 7 % 97}. " * 20
        text = f"---\ntitle: Round {number} of the talks\ndate: {day}\nactors: [Side {number % 9}]\n---\n{body}\n"
        (notes / f"round-{number}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
