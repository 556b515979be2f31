"""How alike two texts are in words: cosine of idf-weighted vectors.

The weight of a term is (1 + log tf) · log(1 + K / df) (Salton & Buckley, Information Processing & Management 24:5,
1988, with the collection's size replaced by a constant). Without the size in it, a text that shares no term with
another cannot change the weight of that other's terms; and df is counted over the articles that speak of the same
year, so that what is told of other years changes nothing at all.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

Vector = Mapping[str, float]

# How many articles make a term common.
K = 30.0


def weights(documents: Iterable[Counter[str]]) -> dict[str, float]:
    """The weight of each term of a collection, by how many documents have it."""
    frequency = Counter(term for document in documents for term in document)
    return {term: math.log1p(K / count) for term, count in frequency.items()}


def vector(terms: Counter[str], weight: Mapping[str, float]) -> dict[str, float]:
    """The terms as a vector of length 1; a term that the collection does not have counts as met once."""
    once = math.log1p(K)
    raw = {term: (1 + math.log(count)) * weight.get(term, once) for term, count in sorted(terms.items())}
    length = math.sqrt(math.fsum(value * value for value in raw.values()))
    return {term: value / length for term, value in raw.items()} if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """From 0 (no word in common) to 1; of two vectors of length 1 (or empty)."""
    return min(1.0, math.fsum(a[term] * b[term] for term in a.keys() & b.keys()))


def shared(a: Vector, b: Vector, count: int = 3) -> tuple[str, ...]:
    """The terms that make them alike, weightiest first."""
    return tuple(sorted(a.keys() & b.keys(), key=lambda term: (-a[term] * b[term], term))[:count])


def postings(vectors: Sequence[Vector], longest: int) -> list[list[int]]:
    """For each term that at least two and at most `longest` vectors have, which ones."""
    index: dict[str, list[int]] = {}
    for number, each in enumerate(vectors):
        for term in each:
            index.setdefault(term, []).append(number)
    return [index[term] for term in sorted(index) if 1 < len(index[term]) <= longest]
