"""Every rule finds what it should, lets alone what it should, and has cases of both kinds."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from site_gen import timex
from site_gen.timex.rules import RULES

CASES = Path(__file__).parent / "cases" / "timex"
PUBLISHED = date(2025, 4, 14)
LEAST = 2


def _lines() -> Iterator[tuple[str, str, str]]:
    for path in sorted(CASES.glob("rules-*.txt")):
        rule = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith(("+ ", "- ")):
                yield rule, line[0], line[2:]
            elif line and not line.startswith("#"):
                rule = line


POSITIVE = [(rule, *(part.strip() for part in rest.split("|"))) for rule, sign, rest in _lines() if sign == "+"]
NEGATIVE = [(rule, rest) for rule, sign, rest in _lines() if sign == "-"]


@pytest.mark.parametrize(("rule", "expression", "value", "sentence"), POSITIVE)
def test_the_rule_finds(rule: str, expression: str, value: str, sentence: str) -> None:
    found = {(m.text, m.value, m.rule) for m in timex.find(sentence, PUBLISHED)}
    assert {(expression, value, rule), (expression, value, "range")} & found, found


@pytest.mark.parametrize(("rule", "sentence"), NEGATIVE)
def test_the_rule_lets_alone(rule: str, sentence: str) -> None:
    assert [m for m in timex.find(sentence, PUBLISHED) if m.rule == rule] == []


@pytest.mark.parametrize("name", [rule.name for rule in RULES])
def test_every_rule_has_cases_of_both_kinds(name: str) -> None:
    assert sum(rule == name for rule, *_ in POSITIVE) >= LEAST
    assert sum(rule == name for rule, _ in NEGATIVE) >= LEAST


def test_every_case_is_of_a_rule_and_every_rule_is_named_once() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
    assert {rule for rule, _, _ in _lines()} == set(names)
