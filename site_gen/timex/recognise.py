"""Finds time expressions in a text, asking no clock."""

from collections.abc import Iterator

from site_gen.timex.groups import Groups
from site_gen.timex.phrases import Phrase
from site_gen.timex.rules import ANY, PATTERNS, RULES
from site_gen.timex.tokens import Tokens, tokenise


def recognise(text: str) -> tuple[Phrase, ...]:
    """The phrases of `text` in file order, not overlapping, in time linear in its length."""
    return tuple(_phrases(tokenise(text), text))


def _phrases(tokens: Tokens, text: str) -> Iterator[Phrase]:
    position = 0
    while found := ANY.search(tokens.codes, position):
        phrases, position = _first_reading(tokens, text, found.start(), int(str(found.lastgroup)[1:]))
        yield from phrases


def _first_reading(tokens: Tokens, text: str, position: int, first: int) -> tuple[tuple[Phrase, ...], int]:
    for rule, pattern in zip(RULES[first:], PATTERNS[first:], strict=True):
        found = pattern.match(tokens.codes, position)
        if not found:
            continue
        phrases = rule.read(Groups(rule.name, found, tokens, text))
        if phrases:
            return phrases if isinstance(phrases, tuple) else (phrases,), found.end()
    return (), position + 1
