"""Who stands behind an event, and how sure it is."""

import pytest

from site_gen.merge.certainty import Voice, certainty
from site_gen.merge.origins import outlets
from site_gen.model import Citation, Modality, Note, Status
from site_gen.problems import Location


def _cited(names: str) -> tuple[Citation, ...]:
    return tuple(
        Citation(url=f"https://{n}.example/a", publisher=name) for n, name in enumerate(names.split("; ")) if name
    )


def _voice(said: str) -> Voice:
    modality, _, rest = said.partition(": ")
    hedged = modality.endswith("?")
    return Voice(modality=Modality(modality.rstrip("?")), hedged=hedged, citations=_cited(rest))


@pytest.mark.parametrize(
    ("voices", "status", "reason"),
    [
        (["stated: AP; Gulf News"], "confirmed", "Two independent outlets report it: AP, Gulf News."),
        (["stated: AP", "stated: Gulf News"], "confirmed", "Two independent outlets report it: AP, Gulf News."),
        (["stated: AP", "planned: AP; Gulf News"], "reported", "one outlet at most"),
        (["stated: AP", "reported?: Gulf News"], "reported", "one outlet at most"),
        (["stated: daily8 (AP); AJC (AP)"], "reported", "Only AP stands behind it"),
        (["stated: AP"], "reported", "Only AP stands behind it; no second outlet confirms it yet."),
        (["stated"], "reported", "without naming a source"),
        (["stated?: AP; Reuters"], "reported", "Every source hedges it"),
        (["reported?: AP; Reuters; AFP"], "reported", "Every source hedges it"),
        (["unacknowledged: AP; Reuters"], "reported", "hedges"),
        (["claimed: AP; Reuters"], "claimed", "only claimed"),
        (["possible: AP"], "claimed", "only claimed"),
        (["claimed: AP", "denied: Reuters"], "disputed", "One side says so and another denies it"),
        (["stated: AP; Reuters", "denied: IRNA"], "disputed", "another denies it"),
        (["denied: IRNA", "denied: AP"], "denied", "only tells of a denial"),
        (["planned: AP; Reuters"], "planned", "no source says yet that it happened"),
    ],
)
def test_certainty_follows_voices_and_origins(voices: list[str], status: str, reason: str) -> None:
    found, why = certainty([_voice(said) for said in voices], ())
    assert found is Status(status)
    assert reason in why
    assert why.endswith(".")


def test_an_editor_has_the_last_word_and_the_reason_says_so() -> None:
    note = Note(id="n", at=Location(path="n.md"), title="N", status=Status.CLAIMED)
    found, why = certainty([_voice("stated: AP; Reuters")], [note])
    assert found is Status.CLAIMED
    assert why == "An editor set this to claimed; two independent outlets stand behind it: AP, Reuters."


@pytest.mark.parametrize(
    ("publishers", "names"),
    [
        (["daily8 (AP)", "AJC (AP)", "Associated Press"], ["AP"]),
        (["Gulf News", "The Gulf News"], ["Gulf News"]),
        (["NZ Herald (AP)", "NZ Herald"], ["AP", "NZ Herald"]),
        (["Reuters", "Straits Times (Reuters)", "AFP"], ["AFP", "Reuters"]),
        (["Rappler"], ["Rappler"]),
        (["Mapfre", "Apple Daily"], ["Apple Daily", "Mapfre"]),
        ([""], ["0.example"]),
    ],
)
def test_copies_of_one_agency_report_are_one_origin(publishers: list[str], names: list[str]) -> None:
    citations = [Citation(url=f"https://www.{n}.example/x", publisher=name) for n, name in enumerate(publishers)]
    assert list(outlets(citations)) == names
    assert outlets(reversed(citations)) == outlets(citations)


def test_two_pages_of_one_site_are_one_origin() -> None:
    pages = [
        Citation(url="https://edition.cnn.com/a"),
        Citation(url="https://cnn.com/b", publisher="CNN"),
        Citation(url="https://www.bbc.co.uk/a"),
        Citation(url="https://news.bbc.co.uk/b"),
        Citation(url="not a url"),
    ]
    assert outlets(pages) == ("bbc.co.uk", "CNN")
