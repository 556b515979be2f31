"""Laws of merging: order does not matter, merging again changes nothing, what is unrelated changes nothing."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from test_merge_cases import EVERYTHING

from site_gen.dates import day, parse_edtf
from site_gen.merge import merge
from site_gen.merge.clusters import Assignment, Item, cluster
from site_gen.merge.linkage import linked
from site_gen.model import Article, Statement
from site_gen.problems import Location

WHOLE = cluster(EVERYTHING)
KITCHEN = (
    "Whisk the egg whites until stiff and fold them into the batter.",
    "The second loaf rose higher than the first, and the bakers did not open the oven.",
    "A goalkeeper from Lima saved three penalties in Saturday's final.",
    "The museum of clocks in Basel closed its east wing for repairs.",
    "Seventeen rowers crossed the lake before the storm.",
)


def _partition(assignments: tuple[Assignment, ...]) -> set[frozenset[str]]:
    events: dict[str, set[str]] = {}
    for assignment in assignments:
        events.setdefault(assignment.event, set()).add(assignment.id)
    return {frozenset(members) for members in events.values()}


def _statement(item: Item, article: str = "a") -> Statement:
    at = Location(path=f"content/articles/{article}.md", line=1, column=1)
    return Statement(
        id=item.id, article=article, at=at, start=0, end=len(item.text), text=item.text, title=item.text, time=item.time
    )


STATEMENTS = [_statement(item, item.id) for item in EVERYTHING]


@settings(max_examples=12)
@given(st.permutations(EVERYTHING))
def test_the_order_of_what_comes_in_does_not_matter(items: list[Item]) -> None:
    assert cluster(items) == WHOLE


@settings(max_examples=8)
@given(st.permutations(STATEMENTS))
def test_a_merged_timeline_does_not_depend_on_order(statements: list[Statement]) -> None:
    assert merge(statements, (), ()) == merge(STATEMENTS, (), ())


def test_merging_what_is_merged_changes_nothing() -> None:
    merged, problems = merge(STATEMENTS, (), ())
    again = [statement for event in merged.events for statement in event.statements]
    assert merge(again, (), ()) == (merged, problems)
    assert merge([*again, *STATEMENTS], (), ()) == (merged, problems)


@settings(max_examples=60)
@given(
    st.integers(2, 12).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.dictionaries(
                st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(lambda pair: pair[0] < pair[1]),
                st.floats(-1, 1),
            ),
        )
    )
)
def test_clusters_that_have_joined_do_not_join_further(graph: tuple[int, dict[tuple[int, int], float]]) -> None:
    count, margins = graph
    once = linked([(n,) for n in range(count)], margins, missing=-0.1, barred=lambda _a, _b: False)
    assert sorted(point for group in once for point in group) == list(range(count))
    assert linked(once, margins, missing=-0.1, barred=lambda _a, _b: False) == once


@settings(max_examples=25)
@given(
    st.lists(st.sampled_from(KITCHEN), min_size=1, max_size=4, unique=True),
    st.integers(0, 20_000),
    st.integers(0, 40),
)
def test_an_unrelated_article_on_other_dates_changes_no_event(texts: list[str], start: int, gap: int) -> None:
    taken = {(item.time.start, item.time.end) for item in EVERYTHING if item.time}
    days = [date(1975, 1, 1) + timedelta(days=start + n * gap) for n in range(len(texts))]
    free = [(n, when) for n, when in enumerate(days) if not any(a <= when < b for a, b in taken)]
    more = [
        Item(id=f"zz{n}", time=day(when), text=texts[n], source="kitchen", context=" ".join(texts)) for n, when in free
    ]
    before = _partition(WHOLE)
    after = _partition(cluster([*EVERYTHING, *more]))
    assert before <= after
    assert all(len(group) == 1 or group in before or group <= {item.id for item in more} for group in after)


def test_the_same_words_a_week_apart_are_two_events() -> None:
    pair = [
        Item(id="a", time=parse_edtf("2025-04-12"), text="Envoys met in Muscat under Omani mediation.", source="x"),
        Item(id="b", time=parse_edtf("2025-04-19"), text="Envoys met in Muscat under Omani mediation.", source="y"),
    ]
    assert _partition(cluster(pair)) == {frozenset("a"), frozenset("b")}


def test_topics_are_never_merged() -> None:
    pair = [replace(EVERYTHING[0], id="a", topic="x"), replace(EVERYTHING[0], id="b", topic="y")]
    assert len(_partition(cluster(pair))) == 2


def test_two_sentences_of_one_article_merge_only_when_they_are_nearly_one() -> None:
    texts = (
        "Iran fired missiles at the Al Udeid base in Qatar.",
        "Missiles from Iran hit the Al Udeid base in Qatar.",
        "Iran told Qatar by telephone that it bore the emirate no ill will.",
    )
    statements = [
        _statement(Item(id=f"a-{n}", time=parse_edtf("2025-06-23"), text=text)) for n, text in enumerate(texts)
    ]
    text = " ".join(texts)
    merged, _ = merge(statements, (), [Article(id="a", path="a.md", title="A", body=text, text=text)])
    assert sorted(len(event.statements) for event in merged.events) == [1, 2]
