"""Places: names of a list that stand where a sentence says where."""

import re
from collections.abc import Sequence

from site_gen.tag.names import Name

_REACH = 40
_LOCATIVE = re.compile(
    r"\b(?:in|at|near|inside|across|around|off|over|into|outside)\s+"
    r"(?:the\s+)?(?:(?:north|south|east|west|central)(?:ern)?\s+)?$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s?\b")


def places(text: str, names: Sequence[Name]) -> tuple[str, ...]:
    """The places among names found in `text`, each once, in order.

    A name that is an actor's too (“Tehran”) is a place only where a preposition says so, and it owns nothing there:
    “in Tehran”, not “Tehran said” nor “in Israel's attack”.
    """
    actors = {(name.start, name.end) for name in names if name.entity.kind == "actor"}
    found = (name for name in names if name.entity.kind == "place")
    return tuple(dict.fromkeys(n.entity.name for n in found if (n.start, n.end) not in actors or _is_where(text, n)))


def _is_where(text: str, name: Name) -> bool:
    before = text[max(0, name.start - _REACH) : name.start]
    return bool(_LOCATIVE.search(before)) and not _POSSESSIVE.match(text, name.end)
