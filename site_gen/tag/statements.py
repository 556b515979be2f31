"""Statements: the sentences of an article that say something happened, with their dates."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise

from site_gen.dates import ONE_DAY
from site_gen.model import Article, Citation, Mention, Modality, Statement
from site_gen.problems import Problems
from site_gen.read.datelines import opening
from site_gen.read.documents import locate
from site_gen.read.markup import BLOCK_END, visible
from site_gen.tag.dating import Dating, date_sentence
from site_gen.tag.discourse import goes_on, is_about_sources, is_prose
from site_gen.tag.doubts import doubts
from site_gen.tag.modality import modality
from site_gen.tag.names import Gazetteer, Name
from site_gen.tag.places import places
from site_gen.tag.titles import title
from site_gen.timex import find
from site_gen.timex.sentences import split

_RECENT = re.compile(r"\b(?:[Rr]ecent(?:ly)?|[Nn]ewly|[Ll]ately)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    """A sentence of an article: offsets, up to where its footnotes may stand, and what was found in it."""

    start: int
    end: int
    reach: int
    text: str
    mentions: tuple[Mention, ...]
    names: tuple[Name, ...]


def tag(article: Article, gazetteer: Gazetteer) -> tuple[tuple[Statement, ...], Problems]:
    """The article's statements in order: the dated ones, and those whose date cannot be told; and doubtful dates.

    A sentence becomes a statement if one of its time expressions dates it, or refers to something by its date, and it
    is neither a heading nor a question nor speculation. One that names an actor (any sentence, where no actors are
    listed) and only points to a time (“in recent days”) becomes an undated statement, for the editor.
    """
    made: list[Statement] = []
    taken: dict[str, int] = {}
    mentions = _mentions(article)
    for sentence in _sentences(article, mentions, gazetteer):
        words = article.text[sentence.start : sentence.end]
        dating = date_sentence(words, sentence.start, sentence.mentions)
        kind, hedges = modality(words, sentence.start, sentence.names, past=_is_past(article, dating))
        if _is_entry(sentence, dating, kind, gazetteer):
            made.append(_statement(article, sentence, dating, (kind, hedges), _identify(article, sentence, taken)))
    return _linked(made), doubts(article, mentions)


def _is_past(article: Article, dating: Dating) -> bool:
    """Whether what is dated was over when the article was published."""
    time = dating.mention.time if dating.mention else None
    return time is not None and article.published is not None and time.end <= article.published.start


def _linked(made: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements, each that goes on about the one before it on the same date bound to it."""
    linked = list(made[:1])
    for before, this in pairwise(made):
        near = not this.background and not before.background and this.at.line == before.at.line
        same = near and this.time is not None and this.time == before.time and goes_on(this.text)
        linked.append(replace(this, continues=before.id) if same else this)
    return tuple(linked)


def _mentions(article: Article) -> tuple[Mention, ...]:
    """The article's time expressions; only a whole day of publication is one that others can hang on."""
    dct = article.published.start if article.published and article.published.days == ONE_DAY.days else None
    return find(article.text, dct, language=article.language)


def _sentences(article: Article, mentions: tuple[Mention, ...], gazetteer: Gazetteer) -> Iterator[_Sentence]:
    """The article's sentences; its own title is none of them, and its dateline no part of any."""
    starts = [mention.start for mention in mentions]
    names = gazetteer.find(article.text)
    name_starts = [name.start for name in names]
    title_end = article.title_span[1] if article.title_span else 0
    dateline = opening(article.text, title_end) or (0, 0)
    for first, end, reach in _spans(article.text):
        start = max(first, dateline[1]) if first >= dateline[0] else first
        if first < title_end or start >= end:
            continue
        yield _Sentence(
            start=start,
            end=end,
            reach=reach,
            text=visible(article.body, article.text, start, end),
            mentions=mentions[bisect_left(starts, start) : bisect_left(starts, end)],
            names=names[bisect_left(name_starts, start) : bisect_left(name_starts, end)],
        )


def _spans(text: str) -> Iterator[tuple[int, int, int]]:
    """Start, end, and start of the next sentence of the block (or the block's end), of each sentence."""
    offset = 0
    for block in text.split(BLOCK_END):
        spans = split(block)
        for number, (start, end) in enumerate(spans):
            reach = spans[number + 1][0] if number + 1 < len(spans) else len(block)
            yield offset + start, offset + end, offset + reach
        offset += len(block) + 1


def _is_entry(sentence: _Sentence, dating: Dating, kind: Modality, gazetteer: Gazetteer) -> bool:
    if not is_prose(sentence.text) or is_about_sources(sentence.text):
        return False
    if dating.named:
        return True
    if kind is Modality.POSSIBLE:
        return False
    if dating.mention:
        return True
    actors_listed = any(entity.kind == "actor" for entity in gazetteer.entities)
    named = not actors_listed or any(name.entity.kind == "actor" for name in sentence.names)
    return named and (dating.vague is not None or bool(_RECENT.search(sentence.text)))


def _identify(article: Article, sentence: _Sentence, taken: dict[str, int]) -> str:
    """An id that stays while the sentence stays as it is, wherever in the article it stands."""
    mark = sha256(sentence.text.encode()).hexdigest()[:8]
    taken[mark] = taken.get(mark, 0) + 1
    return f"{article.id}-{mark}" + (f"-{taken[mark]}" if taken[mark] > 1 else "")


def _statement(
    article: Article, sentence: _Sentence, dating: Dating, how: tuple[Modality, tuple[str, ...]], name: str
) -> Statement:
    kind, hedges = how
    mention = dating.mention
    return Statement(
        id=name,
        article=article.id,
        at=locate(article, sentence.start),
        start=sentence.start,
        end=sentence.end,
        text=sentence.text,
        title=dating.named or title(sentence.text, _shown_dates(article, sentence)),
        time=mention.time if mention else None,
        mention=mention or dating.vague,
        background=bool(dating.named),
        undated_because="" if mention else _undated_because(article, dating, sentence.text),
        modality=Modality.STATED if dating.named else kind,
        hedges=() if dating.named else hedges,
        actors=_named(sentence, "actor"),
        places=places(article.text, sentence.names),
        topics=_named(sentence, "topic"),
        citations=_citations(article, sentence),
    )


def _shown_dates(article: Article, sentence: _Sentence) -> list[tuple[int, int]]:
    """Spans of the dates in the sentence as shown, which is shorter than in the file where markup stood."""
    spans = []
    for mention in sentence.mentions:
        end = len(visible(article.body, article.text, sentence.start, mention.end))
        spans.append((end - len(visible(article.body, article.text, mention.start, mention.end)), end))
    return spans


def _undated_because(article: Article, dating: Dating, text: str) -> str:
    found = _RECENT.search(text)
    words = dating.vague.text if dating.vague else (found[0] if found else "")
    if article.published is None:
        return f"“{words}” hangs on a date of publication, and nothing states it"
    return f"“{words}” names no day, month or year"


def _named(sentence: _Sentence, kind: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.entity.name for name in sentence.names if name.entity.kind == kind))


def _citations(article: Article, sentence: _Sentence) -> tuple[Citation, ...]:
    notes: Sequence[Citation] = [
        citation
        for footnote in article.footnotes
        if sentence.start <= footnote.offset < sentence.reach
        for citation in footnote.citations
    ]
    return tuple(dict.fromkeys(notes))
