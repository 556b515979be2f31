"""Problems: what is wrong with the content, as values an editor can act on."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """How bad; lower is worse, so that sorting puts errors first."""

    ERROR = 0
    WARNING = 1
    SUGGESTION = 2

    @property
    def word(self) -> str:
        """As printed: `error`, `warning`, `suggestion`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A place in a file: path relative to the root (POSIX), line and column counted from 1 (0: the whole file)."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        return f"{self.path}:{self.line}:{self.column}" if self.column else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One thing that is wrong: where, how bad, a stable code, one sentence, and what to do about it."""

    at: Location
    severity: Severity
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        first = f"{self.at}: {self.severity.word}[{self.code}]: {self.message}"
        return f"{first}\n    {self.hint}" if self.hint else first


Problems = tuple[Problem, ...]


def error(at: Location, code: str, message: str, hint: str = "") -> Problem:
    """The content is wrong: the build exits with 1."""
    return Problem(at=at, severity=Severity.ERROR, code=code, message=message, hint=hint)


def warning(at: Location, code: str, message: str, hint: str = "") -> Problem:
    """The content is doubtful: counts as an error only when strict."""
    return Problem(at=at, severity=Severity.WARNING, code=code, message=message, hint=hint)


def suggestion(at: Location, code: str, message: str, hint: str = "") -> Problem:
    """The editor may want to look: never counts."""
    return Problem(at=at, severity=Severity.SUGGESTION, code=code, message=message, hint=hint)


def exit_code(problems: Iterable[Problem], *, strict: bool) -> int:
    """0 when clean, 1 when something must be mended; suggestions never count."""
    worst = Severity.WARNING if strict else Severity.ERROR
    return int(any(p.severity <= worst for p in problems))
