"""Two reports held against one another: how much speaks for one event, and in words why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from site_gen.dates import TimeValue
from site_gen.merge import fitted
from site_gen.merge.agreement import SLACK, Agreement, agreement, precise, told
from site_gen.merge.items import Reading
from site_gen.merge.lexicon import STATES
from site_gen.merge.names import folded
from site_gen.merge.similarity import cosine, postings, shared
from site_gen.merge.stems import stem
from site_gen.merge.vetoes import other_parties, vetoes
from site_gen.merge.words import split
from site_gen.model import Modality

# A term that more reports of a day have than this brings no pair together by itself.
LONGEST = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`margin` is the score less what these dates demand; `barred` when no score could make up for what is against."""

    score: float
    margin: float
    barred: bool


def held(a: Reading, b: Reading) -> Verdict:
    """Compare two reports; symmetric."""
    agreed = agreement(a.item.time, b.item.time)
    if agreed is Agreement.APART or (a.item.note and b.item.note):
        return Verdict(score=0.0, margin=-1.0, barred=True)
    score = _score(a, b, agreed)
    against = bool(_against(a, b, agreed))
    barred = against and agreed is not Agreement.UNDATED
    barred |= agreed is Agreement.NEAR and _strangers(a, b)
    margin = score - _demanded(a, b, agreed) - (fitted.VETO if against else 0.0)
    return Verdict(score=score, margin=margin, barred=barred)


def because(a: Reading, b: Reading) -> str:
    """What brings the two together, and what speaks against it, as a fragment of a sentence."""
    agreed = agreement(a.item.time, b.item.time)
    spelt = {stem(word): word for word in reversed(split(a.item.text))}
    words = ", ".join(spelt[term] for term in shared(a.sentence, b.sentence))
    alike = f"{_score(a, b, agreed):.2f} alike"
    actors = ", ".join(sorted(name for name in a.actors if folded(name) in b.cast)[:3])
    said = [told(agreed, a.item.time), f"{alike} in words: {words}" if words else f"{alike} with their articles"]
    against = [f"but {reason}" for reason in _against(a, b, agreed)]
    cited = len(a.item.cited & b.item.cited)
    sources = [f"{cited} source{'s' * (cited > 1)} in common"] if cited and agreed is not Agreement.UNDATED else []
    return "; ".join([*said, *sources, *([f"same actors: {actors}"] if actors else []), *against])


def candidates(readings: Sequence[Reading]) -> list[tuple[int, int]]:
    """Pairs worth comparing, by place: dates that may agree, and a term in common that is not everyone's."""
    seen: set[tuple[int, int]] = set()
    for bucket in _buckets(readings):
        seen.update(_neighbours(bucket, readings))
    undated = {place for place, reading in enumerate(readings) if reading.item.time is None}
    if undated:
        everyone = _neighbours(range(len(readings)), readings)
        seen.update((a, b) for a, b in everyone if a in undated or b in undated)
    return sorted(seen)


def _neighbours(bucket: Sequence[int], readings: Sequence[Reading]) -> Iterator[tuple[int, int]]:
    vectors = [{**readings[place].sentence, **readings[place].context} for place in bucket]
    for posting in postings(vectors, LONGEST):
        yield from ((bucket[a], bucket[b]) for a, b in combinations(posting, 2))


def _buckets(readings: Sequence[Reading]) -> Iterator[list[int]]:
    """Places of the precise reports of each day and the next, and of those of each coarse date."""
    days: dict[object, list[int]] = {}
    for place, reading in enumerate(readings):
        for key in _keys(reading.item.time):
            days.setdefault(key, []).append(place)
    yield from (bucket for bucket in days.values() if len(bucket) > 1)


def _keys(time: TimeValue | None) -> Iterable[object]:
    if time is None:
        return ()
    if not precise(time):
        return ((time.start, time.end),)
    reach = SLACK if time.qualifier else 1
    return range(time.start.toordinal() - reach, time.end.toordinal())


def _score(a: Reading, b: Reading, agreed: Agreement) -> float:
    sentence = max(cosine(x, y) for x in a.forms for y in b.forms)
    one_article = a.item.source == b.item.source and a.item.context == b.item.context
    sources = 0.0 if agreed is Agreement.UNDATED else fitted.CITED * _common(a.item.cited, b.item.cited)
    if one_article and agreed is not Agreement.UNDATED:
        return sentence + sources
    # on one day articles may tell of several things: the whole speaks only where the sentences do
    brief = (
        0.0 if agreed is not Agreement.UNDATED and _bare(a, b) else min(1.0, fitted.BRIEF / max(1, a.length, b.length))
    )
    weight = fitted.CONTEXT * brief
    score = (1 - weight) * sentence + weight * cosine(a.context, b.context)
    return score + sources + (0.0 if agreed is Agreement.UNDATED else fitted.ACTORS * _common(a.cast, b.cast))


def _common(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard's index."""
    return len(a & b) / len(a | b) if a and b else 0.0


def _against(a: Reading, b: Reading, agreed: Agreement) -> tuple[str, ...]:
    """The vetoes; without dates, but for other parties, only between sentences so alike that they tell of one act."""
    if agreed is not Agreement.UNDATED or cosine(a.sentence, b.sentence) >= fitted.SAME_ACT:
        return vetoes(a.marks, b.marks, one_source=bool(a.item.cited) and a.item.cited == b.item.cited)
    parties = other_parties(a.marks, b.marks)
    return (parties,) if parties else ()


def _strangers(a: Reading, b: Reading) -> bool:
    """Whether a day apart is a day too much: other actors, hardly a word in common, or a denial and what came after."""
    denials = {a.item.modality, b.item.modality} & {Modality.DENIED}
    if _common(a.cast, b.cast) < fitted.SAME_ACTORS or (denials and a.item.modality is not b.item.modality):
        return True
    return not a.item.cited & b.item.cited and len(_content(a, b)) < fitted.SAME_WORDS


def _bare(a: Reading, b: Reading) -> bool:
    """Whether nothing but the names of states joins two dated sentences."""
    return not a.item.cited & b.item.cited and not _content(a, b)


def _content(a: Reading, b: Reading) -> set[str]:
    """The terms of both sentences, or of their titles, that are no names of states: a story has these everywhere."""
    mine, theirs = (set().union(*(form.keys() for form in reading.forms)) for reading in (a, b))
    return (mine & theirs) - STATES


def _demanded(a: Reading, b: Reading, agreed: Agreement) -> float:
    if agreed is Agreement.UNDATED:
        return fitted.THRESHOLD[agreed]
    caution = fitted.ONE_ARTICLE if a.item.source and a.item.source == b.item.source else 0.0
    return fitted.THRESHOLD[agreed] + caution + (fitted.BARE if _bare(a, b) else 0.0)
