"""From statements and notes to events: fields, notes that name events, ids, suggestions."""

from dataclasses import replace
from itertools import pairwise

import pytest

from site_gen.dates import parse_edtf
from site_gen.merge import merge
from site_gen.merge.permalinks import permalink
from site_gen.model import Article, Citation, Modality, Note, Statement, Status
from site_gen.problems import Location

AP = Citation(url="https://apnews.com/a", publisher="AP")
GULF = Citation(url="https://gulfnews.com/b", publisher="Gulf News", title="Truce")


def _statement(id_: str, date: str | None, text: str, *cited: Citation, article: str = "") -> Statement:
    at = Location(path=f"content/articles/{article or id_}.md", line=3, column=1)
    return Statement(
        id=id_, article=article or id_, at=at, start=0, end=len(text), text=text, title=text.rstrip("."),
        time=parse_edtf(date) if date else None, citations=cited, actors=("Iran", "Qatar"),
    )  # fmt: skip


def _note(id_: str, title: str, date: str = "", *, event: str = "", **more: object) -> Note:
    at = Location(path=f"content/notes/{id_}.md", line=1, column=1)
    note = Note(id=id_, at=at, title=title, time=parse_edtf(date) if date else None, event=event)
    return replace(note, **more)  # type: ignore[arg-type]  # the fields differ from test to test


FIRED = _statement("one", "2025-06-23", "Iran fired missiles at the Al Udeid air base in Qatar.", AP)
SHOT = _statement("two", "2025-06-23", "Missiles from Iran were shot at the base of Al Udeid in Qatar.", GULF)
JUNE = _statement("june", "2025-06", "In June Iran fired missiles at the Al Udeid air base in Qatar.", GULF)
ATTACK = _note("al-udeid", "Iran attacks Al Udeid air base in Qatar", "2025-06-23", status=Status.CONFIRMED)


def test_an_event_has_what_its_members_say() -> None:
    merged, problems = merge([FIRED, SHOT], (), ())
    (event,) = merged.events
    assert not problems
    assert event.id == "2025-06-23-missiles-from-iran-were-shot-at-the-base-of-al-udeid-in"
    assert event.certainty is Status.CONFIRMED
    assert event.reason == "Two independent outlets report it: AP, Gulf News."
    assert event.citations == (AP, GULF)
    assert event.origins == 2
    assert event.actors == ("Iran", "Qatar")
    assert not event.accounts
    (join,) = event.joins
    assert {join.member, join.onto} == {"one", "two"}
    assert join.because.startswith("same day; 0.")


def test_a_note_leads_the_statements_it_tells_of() -> None:
    merged, _ = merge([FIRED, SHOT], [ATTACK], ())
    (event,) = merged.events
    assert event.id == "2025-06-23-iran-attacks-al-udeid-air-base-in-qatar"
    assert event.title == ATTACK.title
    assert event.notes == (ATTACK,)
    assert event.summary in {FIRED.text, SHOT.text}
    assert {join.member for join in event.joins} == {"one", "two"}


def test_the_finer_date_wins_and_the_month_is_no_other_account() -> None:
    merged, _ = merge([FIRED, JUNE], (), ())
    (event,) = merged.events
    assert event.time.edtf == "2025-06-23"
    assert not event.accounts


def test_dates_a_day_apart_are_two_accounts() -> None:
    late = replace(FIRED, id="late", article="late", time=parse_edtf("2025-06-24"), citations=(GULF,))
    merged, _ = merge([FIRED, late, SHOT], (), ())
    (event,) = merged.events
    assert [(account.about, account.says, account.leads) for account in event.accounts] == [
        ("date", "2025-06-23", True),
        ("date", "2025-06-24", False),
    ]


def test_a_denial_is_an_account_and_makes_it_disputed() -> None:
    denied = replace(SHOT, modality=Modality.DENIED)
    (event,) = merge([FIRED, denied], (), ())[0].events
    assert event.certainty is Status.DISPUTED
    assert {account.says for account in event.accounts} == {"it happened", "it is denied"}
    assert sum(account.leads for account in event.accounts) == 1


VOICES = (Modality.STATED, Modality.REPORTED, Modality.UNACKNOWLEDGED, Modality.CLAIMED, Modality.DENIED)


@pytest.mark.parametrize(("plain", "other"), list(pairwise(VOICES)))
def test_the_plainer_voice_gives_the_title(plain: Modality, other: Modality) -> None:
    for leading, following in ((FIRED, SHOT), (SHOT, FIRED)):
        told = [replace(leading, modality=plain), replace(following, modality=other)]
        (event,) = merge(told, (), ())[0].events
        assert event.title == leading.title
        assert [join.member for join in event.joins] == [following.id]


def test_two_notes_are_two_events_though_a_statement_fits_both() -> None:
    other = _note("base", "Iran attacks the Al Udeid air base in Qatar with missiles", "2025-06-23")
    merged, _ = merge([FIRED, SHOT], [ATTACK, other], ())
    assert len(merged.events) == 2
    assert [len(event.notes) for event in merged.events] == [1, 1]


@pytest.mark.parametrize(
    "name",
    ["2025-06-23-iran-attacks-al-udeid-air-base-in-qatar", "al-udeid", "iran-attacks-al-udeid-air-base-in-qatar"],
)
def test_a_note_that_names_an_event_corrects_it(name: str) -> None:
    correction = _note("fix", "A warned attack", event=name, status=Status.REPORTED, citations=(GULF,))
    merged, problems = merge([FIRED], [ATTACK, correction], ())
    (event,) = merged.events
    assert not problems
    assert event.title == "A warned attack"
    assert event.certainty is Status.REPORTED
    assert event.time == ATTACK.time
    assert event.origins == 2
    assert event.id == "2025-06-23-iran-attacks-al-udeid-air-base-in-qatar"
    assert "an editor's note names this event" in {join.because for join in event.joins}


def test_a_correction_may_name_an_event_of_statements_and_give_it_a_date() -> None:
    (before,) = merge([FIRED], (), ())[0].events
    correction = _note("fix", "", "2025-06-24", event=before.id)
    (event,) = merge([FIRED], [correction], ())[0].events
    assert event.time.edtf == "2025-06-24"
    assert event.title == before.title


def test_a_note_that_names_nothing_is_an_error_with_a_hint() -> None:
    stray = _note("fix", "Typing error", event="2025-06-23-iran-attacks-al-udeid-air-base-in-quatar")
    merged, (problem,) = merge([FIRED], [ATTACK, stray], ())
    assert problem.code == "no-such-event"
    assert problem.at == stray.at
    assert "2025-06-23-iran-attacks-al-udeid-air-base-in-qatar" in problem.hint
    assert len(merged.events) == 1


def test_notes_that_name_each_other_in_a_ring_are_errors() -> None:
    ring = [_note("a", "A", event="b"), _note("b", "B", event="a")]
    merged, problems = merge((), ring, ())
    assert not merged.events
    assert [problem.code for problem in problems] == ["no-such-event", "no-such-event"]


def test_two_notes_with_one_date_and_title_are_an_error_and_both_stay() -> None:
    twin = replace(ATTACK, id="twin", at=Location(path="content/notes/twin.md", line=1, column=1))
    merged, (problem,) = merge((), [ATTACK, twin], ())
    assert problem.code == "duplicate-id"
    assert problem.at.path == "content/notes/twin.md"
    assert "content/notes/al-udeid.md" in problem.message
    assert [event.id[-2:] for event in merged.events] == ["ar", "-2"]


def test_an_undated_statement_joins_nothing_and_may_be_suggested() -> None:
    undated = _statement("none", None, "Iran fired missiles at the Al Udeid air base in Qatar, officials said.")
    vague = _statement("vague", None, "Bread was scarce in the town that winter.")
    merged, _ = merge([FIRED, undated, vague], (), ())
    (event,) = merged.events
    assert event.statements == (FIRED,)
    assert merged.undated == (undated, vague)
    assert merged.likely == (("none", event.id),)


def test_our_own_article_is_no_origin_and_somebody_elses_is() -> None:
    own = Article(id="one", path="one.md", title="Own", body="x", text="x")
    theirs = replace(own, id="two", url="https://www.rappler.com/x", publisher="Rappler")
    bare = replace(FIRED, citations=())
    other = replace(SHOT, citations=())
    (event,) = merge([bare, other], (), [own, theirs])[0].events
    assert event.origins == 1
    assert [citation.publisher for citation in event.citations] == ["Rappler"]
    assert event.certainty is Status.REPORTED


@pytest.mark.parametrize(
    ("date", "title", "id_"),
    [
        ("2025-06-24", "Iran's “truce” begins", "2025-06-24-irans-truce-begins"),
        ("2025-06", "Talks in São Tomé & Łódź", "2025-06-talks-in-sao-tome-and-lodz"),
        ("2015~", "U.S. leaves", "2015-us-leaves"),
        ("2025-06-13/2025-06-24", "Twelve days", "2025-06-13-twelve-days"),
        ("2025-22", "A summer", "2025-06-a-summer"),
        ("202X", "A decade", "2020-a-decade"),
        ("2025-06-24", "word " * 40, "2025-06-24-" + "-".join(["word"] * 11)),
    ],
)
def test_ids_are_dates_and_slugs(date: str, title: str, id_: str) -> None:
    assert permalink(parse_edtf(date), title) == id_


def test_a_title_without_latin_letters_still_has_an_id_of_its_own() -> None:
    ids = {permalink(parse_edtf("2025"), title) for title in ("عباس", "مسقط")}
    assert len(ids) == 2
    assert all(id_.isascii() for id_ in ids)
