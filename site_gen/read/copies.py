"""Near-copies: articles that share most of their text, as when several outlets print one agency's report.

Every text is kept as a sketch, a sample of the hashes of its runs of five words (Broder, On the resemblance and
containment of documents, 1997), drawn so that what two texts share is drawn from both. Two are near-copies where the
shorter has half of its runs from the other: containment, not resemblance, since outlets cut what they print.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby, pairwise
from zlib import crc32

from site_gen.model import Article
from site_gen.problems import Location, Problem, Problems, suggestion, warning

RUN = 5
_WORD = re.compile(r"\w+")
_ALL = 1 << 32
# Texts of up to so many runs are kept whole; of others an eighth, and at most so many.
_FEW, _PART, _MOST = 256, _ALL // 8, 256
_CONTAINED, _ENOUGH = 0.5, 5
# A run that so many texts share is a phrase of the trade; its texts are then compared in a chain, not each with each.
_COMMON = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """The hashes (of 32 bits, ascending) of a text's runs of words that lie below `limit`."""

    limit: int
    hashes: tuple[int, ...]


def sketch(text: str) -> Sketch:
    """The sketch of a text; case, punctuation and line breaks do not count."""
    words = [word.encode("utf-8", "surrogatepass") for word in _WORD.findall(text.casefold())]
    runs = sorted({crc32(b" ".join(words[at : at + RUN])) for at in range(len(words) - RUN + 1)})
    if len(runs) <= _FEW:
        return Sketch(limit=_ALL, hashes=tuple(runs))
    kept = runs[: bisect_left(runs, _PART)]
    if len(kept) <= _MOST:
        return Sketch(limit=_PART, hashes=tuple(kept))
    return Sketch(limit=kept[_MOST], hashes=tuple(kept[:_MOST]))


def containment(one: Sketch, other: Sketch) -> float:
    """How much of the shorter text stands in the other, from 0 to 1; 0 where both are too short to tell."""
    limit = min(one.limit, other.limit)
    few, many = sorted((set(_below(one, limit)), set(_below(other, limit))), key=len)
    shared = len(few & many)
    return shared / len(few) if shared >= _ENOUGH else 0.0


def _below(kept: Sketch, limit: int) -> Sequence[int]:
    return kept.hashes[: bisect_left(kept.hashes, limit)]


def near_copies(articles: Sequence[Article], sketches: Sequence[Sketch]) -> Problems:
    """A problem for each article that is a near-copy of an earlier one (by path), naming that; the nearest if several.

    A warning where the two would count as two independent origins, else a suggestion. Time grows with the number of
    articles and of pairs that share text, not with the square of the articles.
    """
    order = sorted(range(len(articles)), key=lambda number: articles[number].path)
    ordered = [sketches[number] for number in order]
    best: dict[int, tuple[float, int]] = {}
    for earlier, later in _candidates(ordered):
        shared = containment(ordered[earlier], ordered[later])
        if shared >= _CONTAINED and (shared, -earlier) > best.get(later, (0.0, 0)):
            best[later] = (shared, -earlier)
    return tuple(
        _problem(articles[order[later]], articles[order[-earlier]], shared)
        for later, (shared, earlier) in sorted(best.items())
    )


def _candidates(sketches: Sequence[Sketch]) -> Iterator[tuple[int, int]]:
    """Pairs of numbers (the smaller first) of texts that share runs, in order."""
    # a hash and who has it in one number: a tenth of the memory of lists by hash
    held_by = sorted(each << 32 | number for number, kept in enumerate(sketches) for each in kept.hashes)
    shared: Counter[tuple[int, int]] = Counter()
    for _, run in groupby(held_by, key=lambda each: each >> 32):
        held = [each & (_ALL - 1) for each in run]
        shared.update(combinations(held, 2) if len(held) <= _COMMON else pairwise(held))
    return (pair for pair, runs in sorted(shared.items()) if runs >= _ENOUGH)


def _problem(later: Article, earlier: Article, shared: float) -> Problem:
    at = Location(path=later.path, line=1, column=1)
    said = f"{shared:.0%} of the shorter text is the same in this article and in {earlier.path}"
    if _counts_once(later, earlier):
        return suggestion(at, "near-copy", said, "keep the fuller one, if both are one report")
    hint = "if both pass on one report, name its agency behind the publisher: publisher: A newspaper (AP)"
    return warning(at, "near-copy", f"{said}, and they count as two origins", hint)


def _counts_once(one: Article, other: Article) -> bool:
    if not (one.url and other.url):
        return True
    named = [article.origins[0] if article.origins else article.publisher for article in (one, other)]
    return bool(named[0]) and named[0].casefold() == named[1].casefold()
