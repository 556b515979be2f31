"""Finds time expressions in a text and resolves them."""

from datetime import date

from site_gen.model import Mention
from site_gen.timex import foreign
from site_gen.timex.document import is_narrative
from site_gen.timex.months import LANGUAGES
from site_gen.timex.order import ordered
from site_gen.timex.recognise import recognise
from site_gen.timex.refine import refine
from site_gen.timex.resolve import resolve
from site_gen.timex.words import parse_words

__all__ = ["find", "parse_words"]


def find(text: str, dct: date | None, *, narrative: bool | None = None, language: str = "en") -> tuple[Mention, ...]:
    """The time expressions of `text`, in file order, not overlapping.

    `dct` is the day of publication (the document creation time of TIMEX3); without it nothing that hangs on it is
    resolved. `narrative` says whether dates hang on the date last told of; None decides from the document.
    `language` is a BCP 47 tag: en, de, fr, es, ar and fa are read, others as if they were English. It also says which
    number of 12/04/2025 is the month, and `implied` of such a mention names month and day.
    """
    tongue = language.replace("_", "-").partition("-")[0].lower()
    found = foreign.recognise(text, tongue) if tongue in LANGUAGES else recognise(text)
    phrases = refine(text, ordered(text, found, language))
    told = is_narrative(text, phrases, dct) if narrative is None else narrative
    return tuple(resolve(text, phrases, dct, narrative=told))
