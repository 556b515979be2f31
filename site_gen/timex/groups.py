"""What the groups of a matched pattern hold, in words and numbers."""

import re
from dataclasses import dataclass

from site_gen.timex.lexicon import Value
from site_gen.timex.tokens import CODES, Tokens


@dataclass(frozen=True, slots=True)
class Groups:
    """A match of one rule over the class characters of a text, with the tokens it covers."""

    rule: str
    match: re.Match[str]
    tokens: Tokens
    text: str

    @property
    def start(self) -> int:
        """Where the phrase starts in the text."""
        return self.tokens.starts[self.match.start()]

    @property
    def end(self) -> int:
        """Where the phrase ends in the text."""
        return self.tokens.ends[self.match.end() - 1]

    def has(self, name: str) -> bool:
        """Whether the pattern has the group (or its twin, with a 2 behind its name) and it took part."""
        return bool(self._span(name))

    def values(self, name: str) -> list[Value]:
        """What the tokens of the group stand for; empty where it took no part."""
        span = self._span(name)
        return self.tokens.values[span[0] : span[1]] if span else []

    def number(self, name: str) -> int | None:
        """The first number in the group."""
        return next((value for value in self.values(name) if isinstance(value, int)), None)

    def word(self, name: str) -> str:
        """The group as written, in small letters."""
        span = self._span(name)
        return self.text[self.tokens.starts[span[0]] : self.tokens.ends[span[1] - 1]].lower() if span else ""

    def value(self, name: str) -> str:
        """What the last token of the group stands for, as text."""
        found = self.values(name)
        return str(found[-1]) if found else ""

    def _span(self, name: str) -> tuple[int, int] | None:
        for twin in (name, name + "2"):
            if twin in self.match.re.groupindex and self.match.end(twin) > self.match.start(twin) >= 0:
                return self.match.span(twin)
        return None

    def before(self, count: int = 40) -> str:
        """Up to `count` characters in front of the phrase."""
        return self.text[max(0, self.start - count) : self.start]

    def after(self, count: int = 40) -> str:
        """Up to `count` characters behind the phrase."""
        return self.text[self.end : self.end + count]

    def preceded_by(self, *classes: str) -> bool:
        """Whether the token in front of the phrase is of one of the classes."""
        first = self.match.start()
        return first > 0 and self.tokens.codes[first - 1] in {CODES[c] for c in classes}

    def followed_by(self, *classes: str) -> bool:
        """Whether the token behind the phrase is of one of the classes."""
        last = self.match.end()
        return last < len(self.tokens.codes) and self.tokens.codes[last] in {CODES[c] for c in classes}
