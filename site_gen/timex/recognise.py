"""Finds time expressions in a text, asking no clock."""

from collections.abc import Iterator

from site_gen.timex.dispatch import RULES_FROM, candidates
from site_gen.timex.groups import Groups
from site_gen.timex.phrases import Phrase
from site_gen.timex.rules import PATTERNS, RULES
from site_gen.timex.tokens import Tokens, tokenise


def recognise(text: str) -> tuple[Phrase, ...]:
    """The phrases of `text` in file order, not overlapping, in time linear in its length."""
    return tuple(_phrases(tokenise(text), text))


def _phrases(tokens: Tokens, text: str) -> Iterator[Phrase]:
    free = 0
    for position in candidates(tokens.codes):
        if position >= free:
            phrases, free = _first_reading(tokens, text, position)
            yield from phrases


def _first_reading(tokens: Tokens, text: str, position: int) -> tuple[tuple[Phrase, ...], int]:
    for number in RULES_FROM[tokens.codes[position]]:
        found = PATTERNS[number].match(tokens.codes, position)
        if not found:
            continue
        phrases = RULES[number].read(Groups(RULES[number].name, found, tokens, text))
        if phrases:
            return phrases if isinstance(phrases, tuple) else (phrases,), found.end()
    return (), position + 1
