"""What is wrong with a header's YAML, in an editor's words."""

import re
from dataclasses import dataclass

import yaml
from yaml.reader import Reader

_LONGEST_HINT = 100
_PAIR = re.compile(r"\s*(?:- +)*(?P<key>[^\s:\"'#][^:\"'#]*?):[ \t]+(?P<value>\S.*?)\s*")
_NO_SPACE = re.compile(r"[^\W\d]\w*:(?=\S)")
# Where the parser was when it gave up: these began at the fault; all others noticed it where they stopped.
_BEGUN = re.compile(r"while (?:scanning|parsing) an? (?:quoted|flow|alias|anchor|simple|tag|directive)")
_ESCAPE = ("a backslash means something else between double quotation marks", "use single quotation marks, '…'")
_NO_BEGINNINGS = tuple(",]}@`%&*!")
_UNFIT = "does not fit what stands before it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong, and what to type; line and column in the header, from 0."""

    line: int
    column: int
    said: str
    hint: str


def explain(bad: yaml.YAMLError, header: str) -> Fault:
    """The fault behind an error of PyYAML, with libyaml or without: their messages differ, the lines do not."""
    if not isinstance(bad, yaml.MarkedYAMLError):
        return _invisible(header)
    begun = bad.context_mark if _BEGUN.match(bad.context or "") and "escape" not in (bad.problem or "") else None
    mark = begun or bad.problem_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = [*header.split("\n"), ""]
    said, hint, line, column = _look(bad, lines, min(line, len(lines) - 1), column)
    return Fault(line=line, column=column, said=said, hint=hint)


def quoted(line: str) -> str:
    """A hint that shows the line's value between quotation marks."""
    pair = _PAIR.fullmatch(line)
    value = (pair["value"] if pair else "").strip("\"'“”")
    if not pair or not value or len(value) > _LONGEST_HINT or "\\" in value:
        return 'put the whole value between quotation marks: title: "…"'
    if '"' not in value:
        return f'put the whole value between quotation marks: {pair["key"]}: "{value}"'
    doubled = value.replace("'", "''")
    return f"put the whole value between quotation marks: {pair['key']}: '{doubled}'"


def _invisible(header: str) -> Fault:
    found = Reader.NON_PRINTABLE.search(header)
    at = found.start() if found else 0
    line, column = header.count("\n", 0, at), at - header.rfind("\n", 0, at) - 1
    code = f"U+{ord(header[at : at + 1] or ' '):04X}"
    return Fault(line=line, column=column, said=f"an invisible character ({code}) stands here", hint="delete it")


def _look(bad: yaml.MarkedYAMLError, lines: list[str], line: int, column: int) -> tuple[str, str, int, int]:
    """Sentence, hint, line and column, from the line that the parser stumbled over."""
    text, context, problem = lines[line], bad.context or "", bad.problem or ""
    here = text[column : column + 1]
    if "\t" in text[: column + 1] and not text[:column].strip():
        return "a tab stands at the start of this line", "put spaces in its place", line, text.index("\t")
    if "escape" in problem:
        return *_ESCAPE, line, text.find("\\")
    if problem.startswith("mapping values"):
        return _colon(lines, line, column)
    opened = _opened(context, here, text)
    return *(opened or _misplaced(problem, text, column)), line, column


def _opened(context: str, here: str, text: str) -> tuple[str, str] | None:
    if "quoted" in context:
        return (
            f"the quotation mark {here} that opens here is never closed",
            f"write {here} at the end of the value, too",
        )
    if "flow" in context:
        return f"the bracket {here} that opens here is not closed as it should be", _bracket(here, text)
    return _no_key(text) if "simple key" in context else None


def _bracket(here: str, text: str) -> str:
    closing = {"[": "]", "{": "}"}.get(here, "]")
    missing = text.rstrip()[-1:] != closing
    return f"write {closing} at its end; or, if it is no list, {quoted(text)}" if missing else quoted(text)


def _misplaced(problem: str, text: str, column: int) -> tuple[str, str]:
    before, here = text[:column], text[column : column + 1]
    if problem.startswith(("block sequence", "sequence entries")):
        return (
            "a list begins in the middle of a line",
            "write every item on a line of its own, after a hyphen and a space",
        )
    if before.rstrip().endswith((":", "-")) or here in _NO_BEGINNINGS:
        return (f"a value cannot begin with {here}" if here else "the value is not complete"), quoted(text)
    if not before.strip():
        return f"this line {_UNFIT}", "begin it with as many spaces as the lines that it belongs with"
    return f"what stands here {_UNFIT}", quoted(text)


def _no_key(text: str) -> tuple[str, str]:
    space = _NO_SPACE.match(text)
    if space:
        return "no space stands after the colon", f"write {space[0]} {text[space.end() :].strip()}"[:_LONGEST_HINT]
    return "this line has no key", "begin the line with a key, a colon and a space; or join it to the line above"


def _colon(lines: list[str], line: int, column: int) -> tuple[str, str, int, int]:
    """A colon where none can be: inside a value, on a line set in too far, or after a line that has no key."""
    text = lines[line]
    if ": " in text[:column]:
        return "a value that holds a colon needs quotation marks", quoted(text), line, column
    if text[:1] in {" ", "\t"}:
        indent = len(text) - len(text.lstrip())
        return "this line begins with more spaces than its key may have", "take the spaces away", line, indent
    above = max((n for n in range(line) if lines[n].strip()), default=line)
    return *_no_key(lines[above]), above, 0
