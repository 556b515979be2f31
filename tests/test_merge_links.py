"""What binds reports besides their words: a sentence that goes on, publications in common, a thing referred to."""

from dataclasses import replace

from site_gen.dates import parse_edtf
from site_gen.merge import merge
from site_gen.model import Article, Citation, Event, Modality, Note, Statement
from site_gen.problems import Location

ONE = Citation(url="https://one.example/a", publisher="One")
OTHER = Citation(url="https://other.example/b", publisher="Other")


def statement(id_: str, date: str, text: str, *cited: Citation) -> Statement:
    return Statement(
        id=id_, article=id_, at=Location(path=f"content/articles/{id_}.md", line=1, column=1), start=0, end=len(text),
        text=text, title=text.rstrip("."), time=parse_edtf(date), citations=cited,
    )  # fmt: skip


def members(events: tuple[Event, ...]) -> list[set[str]]:
    return [{s.id for s in event.statements} | {note.id for note in event.notes} for event in events]


def merged(*statements: Statement, notes: tuple[Note, ...] = ()) -> list[set[str]]:
    return sorted(members(merge(statements, notes, ())[0].events), key=sorted)


BLOCKADE = statement("a", "2026-04-13", "On 13 April 2026 the United States began a blockade of Iranian ports.")
ENFORCED = statement("b", "2026-04-13", "It was enforced from ten in the morning, Washington time.")


def test_a_sentence_that_goes_on_is_of_the_event_before_it() -> None:
    assert merged(BLOCKADE, ENFORCED) == [{"a"}, {"b"}]
    assert merged(BLOCKADE, replace(ENFORCED, continues="a")) == [{"a", "b"}]


def test_it_goes_where_the_sentence_before_it_goes() -> None:
    told = statement("c", "2026-04-13", "A US blockade of the ports of Iran began on 13 April 2026.")
    further = replace(ENFORCED, id="d", continues="b")
    assert merged(BLOCKADE, replace(ENFORCED, continues="a"), further, told) == [{"a", "b", "c", "d"}]


def test_what_it_went_on_from_may_be_gone() -> None:
    assert merged(BLOCKADE, replace(ENFORCED, continues="nobody")) == [{"a"}, {"b"}]


def test_publications_in_common_bring_weak_likeness_together() -> None:
    met = statement("a", "2025-07-25", "On 25 July 2025 Iran met the three European states in Istanbul.")
    talked = statement("b", "2025-07-25", "Deputy ministers and the E3 talk about snapback in Istanbul.")
    assert merged(met, talked) == [{"a"}, {"b"}]
    assert merged(replace(met, citations=(ONE, OTHER)), replace(talked, citations=(ONE, OTHER))) == [{"a", "b"}]


def test_publications_alone_make_no_event() -> None:
    swap = statement("a", "2016-01-16", "On 16 January 2016 prisoners were exchanged.", ONE)
    relief = statement("b", "2016-01-16", "The agency certified the steps, and embargoes ended.", ONE)
    assert merged(swap, relief) == [{"a"}, {"b"}]


def test_one_publication_does_not_tell_of_a_plan_and_its_fulfilment_on_one_day() -> None:
    said = statement(
        "a", "2025-06-19", "The White House said that Trump would decide on strikes within two weeks.", ONE
    )
    gives = statement("b", "2025-06-19", "Trump gives himself two weeks to decide on strikes on Iran.", ONE)
    assert merged(said, gives) == [{"a", "b"}]
    assert merged(said, replace(gives, citations=(OTHER,))) == [{"a"}, {"b"}]


def test_one_publication_may_name_the_delegates_and_their_governments() -> None:
    delegates = statement("a", "2024-01-10", "Notes were carried between McGurk and Bagheri Kani.", ONE)
    governments = statement("b", "2024-01-10", "Officials in Oman carried notes between delegations in Muscat.", ONE)
    assert merged(delegates, governments) == [{"a", "b"}]
    assert merged(delegates, replace(governments, citations=(OTHER,))) == [{"a"}, {"b"}]


def test_the_same_day_in_words_makes_nothing_alike() -> None:
    died = statement("a", "2026-02-28", "On 28 February 2026 his death was announced.")
    attacked = statement("b", "2026-02-28", "On 28 February 2026 two states attacked.")
    assert merged(died, attacked) == [{"a"}, {"b"}]


DEAL = replace(
    statement("ref", "2015", "Iran remains bound by the 2015 nuclear deal."), title="2015 nuclear deal", background=True
)


def test_a_thing_referred_to_is_an_entry_where_nothing_else_tells_of_it() -> None:
    assert merged(DEAL) == [{"ref"}]
    assert merged(DEAL, BLOCKADE) == [{"a"}, {"ref"}]


def test_two_references_to_one_thing_are_one_entry() -> None:
    again = replace(DEAL, id="again", article="again", title="2015 Iran nuclear deal", text="Talk of the 2015 deal.")
    assert merged(DEAL, again) == [{"ref", "again"}]


def test_a_thing_referred_to_makes_no_entry_beside_what_may_be_the_telling_of_it() -> None:
    concluded = statement("told", "2015-07-14", "On 14 July 2015 the nuclear deal was concluded in Vienna.")
    reached = replace(concluded, id="more", article="more", time=parse_edtf("2015-04-02"))
    assert {"ref"} not in merged(DEAL, concluded)
    assert {"ref"} not in merged(DEAL, concluded, reached)
    another_year = replace(concluded, time=parse_edtf("2018-05-08"))
    assert merged(DEAL, another_year) == [{"ref"}, {"told"}]


def test_planned_stays_planned() -> None:
    plan = replace(BLOCKADE, modality=Modality.PLANNED)
    assert [event.certainty for event in merge([plan], (), ())[0].events] == ["planned"]


def test_two_short_articles_about_several_things_of_one_day_stay_sentence_by_sentence() -> None:
    said = "Iran denied that it had met the United States."
    lifted = "The United States lifted sanctions on an Iranian shipping firm."
    held = "Iran released two prisoners to the United States."
    texts = {"one": f"{said} {held}", "two": f"{lifted} {held}"}
    articles = [
        Article(id=name, path=f"content/articles/{name}.md", title=name, body=t, text=t) for name, t in texts.items()
    ]
    statements = [
        replace(statement("a", "2026-06-25", said), article="one", modality=Modality.DENIED),
        replace(statement("b", "2026-06-25", lifted), article="two"),
    ]
    assert sorted(members(merge(statements, (), articles)[0].events), key=sorted) == [{"a"}, {"b"}]
