"""What is clustered: statements, notes and filter records in one form, with what is read of their words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from site_gen.dates import MONTHS, WEEKDAYS, TimeValue
from site_gen.merge import fitted
from site_gen.merge.marks import Marks, marks
from site_gen.merge.names import folded, name_terms, names
from site_gen.merge.similarity import Vector, vector, weights
from site_gen.merge.words import terms
from site_gen.model import Modality

_CALENDAR = frozenset(terms(" ".join(MONTHS + WEEKDAYS))) | {str(n) for n in (*range(1, 32), *range(1900, 2100))}
# An article: its source and its text.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report of something; items of two topics are never compared.

    `title` is a shorter form of the text, where it has one of its own; `context` is the text of its whole article.
    `cited` are the addresses of the publications it rests on.
    `origin`, the outlet that a record names, is kept but decides nothing: copies of one report merge like others.
    `note` marks an editor's free-standing note: a cluster holds at most one of them.
    """

    id: str
    time: TimeValue | None
    text: str
    title: str = ""
    source: str = ""
    context: str = ""
    topic: str = ""
    modality: Modality | None = None
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    origin: str = ""
    cited: frozenset[str] = frozenset()
    note: bool = False

    @property
    def article(self) -> Key:
        """What it was taken from; an item that brings no article is one by itself."""
        return (self.source, self.context) if self.context else (self.source or self.id, self.text)


@dataclass(kw_only=True)
class Reading:
    """An item with what is derived from it: vectors of its text, of its title too, of its article; names; marks."""

    item: Item
    sentence: Vector
    forms: tuple[Vector, ...]
    context: Vector
    length: int

    @cached_property
    def actors(self) -> frozenset[str]:
        """Who acts in it, as given or else by the names in the sentence."""
        return frozenset(self.item.actors or names(self.item.text))

    @cached_property
    def cast(self) -> frozenset[str]:
        """The actors, whichever way they are written."""
        return frozenset(folded(name) for name in self.actors)

    @cached_property
    def marks(self) -> Marks:
        """What a veto looks at."""
        return marks(self.item.title or self.item.text, self.item.text, self.item.modality, self.item.places)


def readings(items: Sequence[Item]) -> list[Reading]:
    """The items of one topic, read.

    Document frequency is counted over articles and for each year apart, so that what is told of other years changes
    nothing; the undated items are a collection of their own.
    """
    counted = {article: terms(article[1]) for article in dict.fromkeys(item.article for item in items)}
    years: dict[int, dict[Key, None]] = {}
    for item in items:
        years.setdefault(_year(item), {})[item.article] = None
    weight = {year: _weights(year, list(articles), counted) for year, articles in years.items()}
    whole = {
        (year, article): vector(_without_calendar(counted[article]) if year else counted[article], weight[year])
        for year, articles in years.items()
        for article in articles
    }
    return [_reading(item, counted[item.article].total(), weight[_year(item)], whole) for item in items]


def _reading(item: Item, length: int, weight: Mapping[str, float], whole: Mapping[tuple[int, Key], Vector]) -> Reading:
    sentence = vector(_dateless(item.text, item.time), weight)
    forms = (sentence, vector(_dateless(item.title, item.time), weight)) if item.title else (sentence,)
    return Reading(item=item, sentence=sentence, forms=forms, context=whole[_year(item), item.article], length=length)


def _without_calendar(counted: Counter[str]) -> Counter[str]:
    """The terms of an article less months, weekdays, days and years: all dated reports have some of these."""
    return Counter({term: count for term, count in counted.items() if term not in _CALENDAR})


def _dateless(text: str, time: TimeValue | None) -> Counter[str]:
    """The terms of a text without those that state its date: dates are compared as dates, not as words."""
    counted = terms(text)
    for term in _date_terms(time) if time else ():
        del counted[term]
    return counted


def _date_terms(time: TimeValue) -> frozenset[str]:
    days = (time.start, time.last)
    numbers = {str(number) for when in days for number in (when.year, when.day)}
    names = {term for when in days for term in terms(f"{MONTHS[when.month - 1]} {WEEKDAYS[when.weekday()]}")}
    return frozenset(numbers | names)


def _weights(year: int, articles: Sequence[Key], counted: dict[Key, Counter[str]]) -> dict[str, float]:
    lone = fitted.LONE if not year and len(articles) >= fitted.MANY else 1.0
    return weights([counted[article] for article in articles], name_terms(text for _, text in articles), lone=lone)


def _year(item: Item) -> int:
    return item.time.start.year if item.time else 0
