"""Credits: whose report an article passes on."""

import pytest

from site_gen.merge.origins import as_citation, outlets
from site_gen.model import Article, Citation
from site_gen.read.credits import credits_of

LEAD = "The two delegations sat in separate rooms of a guest house on Saturday, and passed notes."
REST = "Nobody spoke to the press.\n\nThe next round is set for Rome, the hosts said in the evening."

TOP = [
    ("MUSCAT, Oman (AP) — Talks began.", "AP"),
    ("MUSCAT (Reuters) - Talks began.", "Reuters"),
    ("(Reuters) - Talks began.", "Reuters"),
    ("MUSCAT, April 12, 2025 (AFP) – Talks began.", "AFP"),
    ("**MUSCAT** (Agence France-Presse) — Talks began.", "AFP"),
    ("AP — Talks began.", "AP"),
    ("TEHRAN, Apr. 12 (MNA) – Talks began.", "Mehr"),
    ("SANAA, Apr. 12 (ZZN) – Talks began.", "ZZN"),
    ("By Jane Doe, Associated Press", "AP"),
    ("By Jane Doe | Reuters", "Reuters"),
    ("By Reuters", "Reuters"),
    ("Source: Xinhua", "Xinhua"),
    ("Reuters", "Reuters"),
]
FOOT = [
    ("(Reporting by A Writer in Rome and B Writer; Editing by C Editor)", "Reuters"),
    ("Reporting by A Writer; writing by B Writer; editing by C Editor", "Reuters"),
    ("— AFP", "AFP"),
    ("AP", "AP"),
    ("They left. (Reuters)", "Reuters"),
    ("Source: Reuters", "Reuters"),
    ("Reporting by the Associated Press", "AP"),
    ("Copyright 2025 The Associated Press. All rights reserved.", "AP"),
    ("© 2025 AFP", "AFP"),
    ("This article first appeared in The Lantern Review.", "Lantern Review"),
    ("This story was originally published by Inside Harbour News and is used with leave.", "Inside Harbour News"),
    ("Originally published at Ferry Watch.", "Ferry Watch"),
    ("Republished from The Lantern Review.", "Lantern Review"),
]
NONE = [
    "The Associated Press contributed to this report.",
    "Reporting by A Writer in Rome",
    "It first appeared in March that he was wrong.",
    "The paper was originally published in 1999.",
    "The Associated Press of Pakistan has its seat in Islamabad.",
    "The deal (JCPOA) – signed in Vienna – is over.",
    "The watchdog (IAEA) — it has its seat in Vienna — said so.",
    "AP classes began — and ended.",
    "He works for Reuters, and left early.",
    "They met (again) — and left.",
]
RESTS_ON = [
    ("The two delegations met in Muscat for the first time in years, according to CNN.", "CNN"),
    ("The two delegations met in Muscat for the first time, according to a report by Reuters.", "Reuters"),
    (
        "The Wall Street Journal reported on Monday that the delegations had met in Muscat twice.",
        "The Wall Street Journal",
    ),
    ("The strike was put off for a week at most, a man who was in the room told Axios.", "Axios"),
]
RESTS_ON_NOTHING = [
    "The two delegations met in Muscat for the first time in years, according to two officials.",
    "The AP classes of the school in Muscat were put off for a week at most, a teacher said.",
    "CNN opened a new office in Muscat on Saturday, and hired a dozen people from the port.",
]


@pytest.mark.parametrize(("line", "name"), TOP)
def test_at_the_top(line: str, name: str) -> None:
    assert credits_of(f"{line}\n\n{LEAD}\n\n{REST}") == (name,)
    assert credits_of(f"Talks open\n\n{line}\n\n{LEAD}\n\n{REST}", len("Talks open")) == (name,)


@pytest.mark.parametrize(("line", "name"), FOOT)
def test_at_the_foot(line: str, name: str) -> None:
    assert credits_of(f"{LEAD}\n\n{REST}\n\n{line}\n") == (name,)


@pytest.mark.parametrize("line", NONE)
def test_what_is_no_credit(line: str) -> None:
    assert credits_of(f"{line}\n\n{LEAD}\n\n{REST}") == ()
    assert credits_of(f"{LEAD}\n\n{REST}\n\n{line}") == ()


@pytest.mark.parametrize(("lead", "name"), RESTS_ON)
def test_what_the_first_paragraph_rests_on(lead: str, name: str) -> None:
    assert credits_of(f"Talks open\n\n{lead}\n\n{REST}") == (name,)
    assert credits_of(f"{LEAD}\n\n{lead}\n\n{REST}") == (), "further down it is one source among several"


@pytest.mark.parametrize("lead", RESTS_ON_NOTHING)
def test_a_first_paragraph_that_rests_on_no_outlet(lead: str) -> None:
    assert credits_of(f"{lead}\n\n{REST}") == ()


def test_a_credit_comes_before_what_the_lead_rests_on() -> None:
    text = f"MUSCAT (Reuters) - The two delegations met in Muscat on Saturday, according to CNN.\n\n{REST}"
    assert credits_of(text) == ("Reuters", "CNN")


def cited(publisher: str, *origins: str) -> Citation:
    url = f"https://{publisher.lower()}.example/talks"
    made = Article(id="a", path="a.md", title="", body="", text="", url=url, publisher=publisher, origins=origins)
    (citation,) = as_citation(made)
    return citation


def test_five_copies_of_one_report_are_one_origin() -> None:
    names = ("Gazette", "Courier", "Herald", "Lantern")
    assert outlets([*(cited(name, "AP") for name in names), cited("AP")]) == ("AP",)


def test_outlets_with_reports_of_their_own_stay_apart() -> None:
    assert outlets([cited("Gazette"), cited("Courier", "AP"), cited("Herald", "Reuters")]) == (
        "AP",
        "Gazette",
        "Reuters",
    )


def test_who_reports_by_another_counts_as_the_other() -> None:
    assert outlets([cited("Gazette", "CNN"), cited("CNN")]) == ("CNN",)


def test_an_outlet_keeps_its_own_report_beside_one_that_it_passes_on() -> None:
    assert outlets([cited("Gazette", "AP"), cited("Gazette")]) == ("AP", "Gazette")


def test_our_own_writing_is_no_origin_whatever_it_credits() -> None:
    assert as_citation(Article(id="a", path="a.md", title="", body="", text="", origins=("AP",))) == ()
