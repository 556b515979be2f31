"""How alike two texts are in words: cosine of idf-weighted vectors.

The weight of a term is (1 + log tf) · log(1 + K / df) (after Salton & Buckley, Information Processing & Management
24:5, 1988, with a constant in place of the collection's size). Without the size in it, a text that shares no term with
others cannot change the weight of theirs. Names and numbers weigh more, since they are what tells two events of one
kind apart; in a collection large enough to judge by, a term that no other article has weighs next to nothing, since
it can neither join nor part.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from site_gen.merge import fitted
from site_gen.merge.lexicon import STATES

Vector = Mapping[str, float]


def weights(documents: Sequence[Counter[str]], names: AbstractSet[str], *, lone: float) -> dict[str, float]:
    """The weight of each term of a collection; `lone` is the factor for terms of a single document."""
    frequency = Counter(term for document in documents for term in document)
    return {
        term: math.log1p(fitted.COMMON / count) * _kind(term, names) * (lone if count == 1 else 1.0)
        for term, count in frequency.items()
    }


def vector(terms: Counter[str], weight: Mapping[str, float]) -> dict[str, float]:
    """The terms as a vector of length 1; one that the collection does not have weighs as if met once."""
    once = math.log1p(fitted.COMMON)
    raw = {
        term: (1 + math.log(count)) * (weight[term] if term in weight else once * _kind(term, frozenset()))
        for term, count in sorted(terms.items())
    }
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """From 0 (no word in common) to 1; of two vectors of length 1 (or empty)."""
    return min(1.0, math.fsum(a[term] * b[term] for term in a.keys() & b.keys()))


def shared(a: Vector, b: Vector, count: int = 3) -> tuple[str, ...]:
    """The terms that make them alike, weightiest first."""
    return tuple(sorted(a.keys() & b.keys(), key=lambda term: (-a[term] * b[term], term))[:count])


def postings(vectors: Iterable[Vector], longest: int) -> list[list[int]]:
    """For each term that at least two and at most `longest` vectors have, which ones."""
    index: dict[str, list[int]] = {}
    for number, each in enumerate(vectors):
        for term in each:
            index.setdefault(term, []).append(number)
    return [index[term] for term in sorted(index) if 1 < len(index[term]) <= longest]


def _kind(term: str, names: AbstractSet[str]) -> float:
    if term in STATES:
        return fitted.STATE
    if term in names:
        return fitted.NAME
    return fitted.NUMBER if any(letter.isdigit() for letter in term) else 1.0
