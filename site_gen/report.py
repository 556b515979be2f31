"""Problems on a terminal, as JSON, and as annotations of a pull request."""

import json
from collections import Counter
from collections.abc import Iterable

import click

from site_gen.problems import Location, Problem, Problems, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.SUGGESTION: "cyan"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}


def as_text(problem: Problem) -> str:
    """`path:line:column: error[code]: sentence`, and the hint on a line below; in colour where it will be seen."""
    word = click.style(f"{problem.severity.word}[{problem.code}]", fg=_COLOURS[problem.severity], bold=True)
    first = f"{_place(problem.at)}: {word}: {_one_line(problem.message)}"
    return f"{first}\n    {_one_line(problem.hint)}" if problem.hint else first


def as_github(problem: Problem) -> str:
    """A workflow command of GitHub Actions, which shows the problem beside the line."""
    place = f"file={_property(problem.at.path)}"
    if problem.at.line:
        place += f",line={problem.at.line}"
    if problem.at.column:
        place += f",col={problem.at.column}"
    said = f"{problem.message}\n{problem.hint}".strip()
    return f"::{_COMMANDS[problem.severity]} {place},title={_property(problem.code)}::{_escaped(said)}"


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects: path, line, column, severity, code, message, hint."""
    records = [
        {
            "path": p.at.path,
            "line": p.at.line,
            "column": p.at.column,
            "severity": p.severity.word,
            "code": p.code,
            "message": p.message,
            "hint": p.hint,
        }
        for p in problems
    ]
    return json.dumps(records, ensure_ascii=False, indent=1)


def summary(problems: Problems) -> str:
    """`2 errors, 1 warning, 3 suggestions`, or that all is well."""
    worst = Counter(p.severity for p in problems)
    return ", ".join(counted(worst[s], s.word) for s in Severity if worst[s]) or "nothing is wrong"


def counted(number: int, noun: str) -> str:
    """`1 page`, `2,000 pages`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _place(at: Location) -> str:
    """As editors and terminals make a link of it: a line without a column (as templates tell) begins at its first."""
    return f"{at.path}:{at.line}:{max(at.column, 1)}" if at.line else at.path


def _one_line(text: str) -> str:
    """Without characters that would move the cursor or break the line."""
    return "".join(c if c.isprintable() else " " for c in text)


def _escaped(text: str) -> str:
    """As GitHub's toolkit escapes the text of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
