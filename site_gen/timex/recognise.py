"""Finds time expressions in a text, asking no clock."""

from collections.abc import Iterator

from site_gen.timex.grammar import ANY, COMPILED, RULES
from site_gen.timex.groups import Groups
from site_gen.timex.phrases import Phrase
from site_gen.timex.tokens import Tokens, tokenise


def recognise(text: str) -> tuple[Phrase, ...]:
    """The phrases of `text` in file order, not overlapping, in time linear in its length."""
    return tuple(_phrases(tokenise(text), text))


def _phrases(tokens: Tokens, text: str) -> Iterator[Phrase]:
    position = 0
    while found := ANY.search(tokens.codes, position):
        phrase, position = _first_reading(tokens, text, found.start(), int(str(found.lastgroup)[1:]))
        if phrase:
            yield phrase


def _first_reading(tokens: Tokens, text: str, position: int, first: int) -> tuple[Phrase | None, int]:
    for rule, pattern in zip(RULES[first:], COMPILED[first:], strict=True):
        found = pattern.match(tokens.codes, position)
        phrase = rule.read(Groups(rule.name, found, tokens, text)) if found else None
        if found and phrase:
            return phrase, found.end()
    return None, position + 1
