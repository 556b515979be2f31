"""The ids of events: date in digits and hyphens, then the title as an ASCII slug."""

import re
import unicodedata
from collections.abc import Iterable

from site_gen import slugs
from site_gen.dates import Granularity, TimeValue

# The slug, date excluded, is at most 60 characters long; three are kept for “-99”.
LONGEST = 57
# Letters that do not fall apart into an ASCII letter and a mark.
_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "Æ": "ae", "œ": "oe", "Œ": "oe", "ø": "o", "Ø": "o", "ł": "l", "Ł": "l", "đ": "d",
        "Đ": "d", "ð": "d", "þ": "th", "ı": "i", "’": "", "'": "", "ʿ": "", "ʾ": "", "&": " and ", "%": " percent ",
    }
)  # fmt: skip
_ABBREVIATION = re.compile(r"\b(?:[A-Za-z]\.){2,}")


def slug(title: str) -> str:
    """Lower-case ASCII words joined by hyphens, cut between words; empty where no letter has a Latin form."""
    spelt = _ABBREVIATION.sub(lambda found: found[0].replace(".", ""), title).translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    whole = "-".join(re.findall(r"[a-z0-9]+", plain))
    if len(whole) <= LONGEST:
        return whole
    return whole[: LONGEST + 1].rpartition("-")[0] or whole[:LONGEST]


def start(time: TimeValue) -> str:
    """The start of a date, as precise as stated: `2025-06-24`, `2025-06`, `2015`."""
    first = time.edtf.partition("/")[0].rstrip("~?%")
    if time.granularity <= Granularity.YEAR:
        return f"{time.start.year:04}"
    if time.granularity < Granularity.MONTH:
        return f"{time.start.year:04}-{time.start.month:02}"
    return first.replace("-XX", "")


def permalink(time: TimeValue, title: str) -> str:
    """The id that an event asks for."""
    return f"{start(time)}-{slug(title) or slugs.slug(title)}"


def distinct(wanted: Iterable[str]) -> list[str]:
    """Each id made unique by -2, -3 … in the order given."""
    taken: set[str] = set()
    out = []
    for each in wanted:
        number, free = 1, each
        while free in taken:
            number += 1
            free = f"{each}-{number}"
        taken.add(free)
        out.append(free)
    return out
