"""Slugs: names of files and addresses, safe on every system."""

import re
import unicodedata
from hashlib import sha256
from pathlib import PurePosixPath

LONGEST = 60
# content/articles/talks/index.md: an index file right in a room's folder has no folder of its own.
_ROOM = 3
_WINDOWS_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)")


def slug(text: str, *, longest: int = LONGEST) -> str:
    """A lower-case ASCII name of at most `longest` characters, safe as a folder on any system; never empty.

    It depends on the text alone. Where letters are lost (other scripts, overlong names) or the plain form is a device
    of Windows, a hash of the text keeps it apart from its like: `عباس عراقچی` becomes `x-` and eight digits.
    """
    folded = unicodedata.normalize("NFKD", text).casefold()
    plain = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[^\x00-\x7f]|['’]", "", folded)).strip("-")
    lossy = any(c.isalnum() and not c.isascii() for c in folded)
    if plain and not lossy and len(plain) <= longest and not _WINDOWS_DEVICE.fullmatch(plain):
        return plain
    return _hashed(plain, text, longest)


def stem_of(path: str) -> str:
    """What a file is called without its ending; an index file (`talks/index.md`) is called as its folder is."""
    whole = PurePosixPath(path)
    return whole.parent.name if whole.stem.lower() == "index" and len(whole.parts) > _ROOM else whole.stem


def _hashed(plain: str, text: str, longest: int) -> str:
    mark = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain[: longest - 9].strip('-') or 'x'}-{mark}"
