"""What is clustered: statements, notes and filter records in one form, and the words counted of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from site_gen.dates import TimeValue
from site_gen.merge.marks import Marks, marks
from site_gen.merge.names import names
from site_gen.merge.similarity import Vector, vector, weights
from site_gen.merge.words import terms
from site_gen.model import Modality


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report of something. `context` is the text of its whole article; items of two topics are never compared.

    `note` marks an editor's free-standing note: a cluster holds at most one of them.
    """

    id: str
    time: TimeValue | None
    text: str
    source: str = ""
    context: str = ""
    topic: str = ""
    modality: Modality | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    origin: str = ""
    note: bool = False


class Reading:
    """An item with what is derived from its text once: vectors, names, marks for the vetoes."""

    def __init__(self, item: Item, sentence: Vector, context: Vector, length: int) -> None:
        self.item = item
        self.sentence = sentence
        self.context = context
        self.length = length

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who acts in it, as given or else by the names in the sentence."""
        return frozenset(self.item.actors or names(self.item.text))

    @cached_property
    def marks(self) -> Marks:
        """What a veto looks at."""
        return marks(self.item.text, self.item.modality, self.item.places)


def readings(items: Sequence[Item]) -> list[Reading]:
    """The items of one topic with their vectors; df is counted over articles, a year at a time."""
    sentences = [terms(item.text) for item in items]
    contexts = {(item.source, item.context): terms(item.context or item.text) for item in items}
    years: dict[int, dict[tuple[str, str], object]] = {}
    weight = {}
    for item in items:
        years.setdefault(_year(item), {})[item.source, item.context or item.text] = None
    for year, documents in years.items():
        weight[year] = weights(terms(text) for _, text in documents)
    whole = {
        (year, source, context): vector(contexts.get((source, context)) or terms(context), weight[year])
        for year, documents in years.items()
        for source, context in documents
    }
    return [
        Reading(
            item,
            vector(words, weight[_year(item)]),
            whole[_year(item), item.source, item.context or item.text],
            sum(contexts[item.source, item.context].values()),
        )
        for item, words in zip(items, sentences, strict=True)
    ]


def _year(item: Item) -> int:
    return item.time.start.year if item.time else 0
