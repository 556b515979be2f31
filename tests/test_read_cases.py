"""What files come to: fields or problems, as tests/cases/read/ has them."""

import re

import pytest
import yaml
from read_cases import FOLDER, Case, outcome, read_cases

from site_gen.read import front_matter

WITH_CASES = {
    *("bad-front-matter", "bad-toml", "bad-value", "binary-file", "comment-in-value", "duplicate-key", "empty-file"),
    *("encoding", "missing-key", "name-twice", "no-front-matter", "no-publication-date", "no-such-date", "no-text"),
    *("not-a-date", "not-a-url", "not-an-instant", "page-furniture", "too-deep", "unclosed-front-matter"),
    *("no-article", "undefined-footnote", "unknown-key", "unopened-front-matter"),
}
CASES = list(read_cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    assert outcome(case) == case.expected


def test_no_case_is_passed_over() -> None:
    marks = sum(file.read_text(encoding="utf-8").count("\n>>>\n") for file in FOLDER.glob("*.txt"))
    assert len(CASES) == marks > 100


def test_names_are_unique() -> None:
    assert len({case.name for case in CASES}) == len(CASES)


def test_there_are_cases_of_good_input_and_of_bad() -> None:
    bad = sum("error[" in case.expected or "warning[" in case.expected for case in CASES)
    assert min(bad, len(CASES) - bad) > 90


def test_every_code_has_a_case() -> None:
    codes = set(re.findall(r"(?:error|warning|suggestion)\[([a-z-]+)\]", "\n".join(case.expected for case in CASES)))
    assert codes >= WITH_CASES


@pytest.mark.parametrize("case", [case for case in CASES if case.name.startswith("front-matter")], ids=lambda c: c.name)
def test_case_without_libyaml(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(front_matter, "_LOADER", yaml.SafeLoader)
    assert outcome(case) == case.expected
