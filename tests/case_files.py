"""Case files: a title, what goes in, what comes out, each part ended by a line that holds a dot."""

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"
_SETTINGS = re.compile(r"\((?P<settings>[^()]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Case:
    """A case: where it stands, its title, its settings (`published 2025-04-14`), its input and its expected lines."""

    place: str
    title: str
    settings: dict[str, str]
    given: str
    expected: list[str]

    def __str__(self) -> str:
        return f"{self.place} {self.title}"


def load(folder: str) -> list[Case]:
    """Every case of the .txt files in tests/cases/<folder>, in order."""
    return [case for path in sorted((CASES / folder).glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> list[Case]:
    lines = path.read_text(encoding="utf-8").split("\n")
    dots = [number for number, line in enumerate(lines) if line == "."]
    assert len(dots) % 3 == 0, f"{path}: a case has three dots"
    made, after = [], 0
    for first, second, third in zip(dots[::3], dots[1::3], dots[2::3], strict=True):
        head = "\n".join(lines[after:first]).strip()
        given = "\n".join(lines[first + 1 : second])
        expected = [line for line in lines[second + 1 : third] if line]
        made.append(_case(f"{path.stem}:{first + 1}", head, given, expected))
        after = third + 1
    return made


def _case(place: str, head: str, given: str, expected: list[str]) -> Case:
    found = _SETTINGS.search(head)
    pairs = (part.split(None, 1) for part in found["settings"].split(",")) if found else ()
    settings = {pair[0]: pair[1].strip() for pair in pairs if len(pair) > 1}
    return Case(place, _SETTINGS.sub("", head).strip(), settings, given, expected)
