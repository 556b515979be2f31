"""The cache: what was made of a file, remembered by what it was made of. It may be deleted at any moment."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import NamedTemporaryFile

# Libraries whose next version may read a file differently.
_LIBRARIES = (
    "python-frontmatter",
    "pyyaml",
    "pydantic",
    "dateparser",
    "jdatetime",
    "ahocorasick-rs",
    "charset-normalizer",
    "trafilatura",
    "lxml",
    "msgspec",
)


@lru_cache(maxsize=1)
def program_digest() -> str:
    """Changes whenever our code, Python or a library that reads content does."""
    whole = sha256(sys.version.encode())
    for path in sorted(Path(__file__).parent.rglob("*.py")):
        whole.update(path.read_bytes())
    for library in _LIBRARIES:
        whole.update(f"{library}={_version(library)}".encode())
    return whole.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def key(*parts: str) -> str:
    """One name for all that a value depends on."""
    whole = sha256(program_digest().encode())
    for part in parts:
        whole.update(f"{len(part)}:{part}".encode("utf-8", "surrogatepass"))
    return whole.hexdigest()


class Cache:
    """Bytes by key in a folder, a file each, checked by a digest in front; without a folder it forgets everything."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, name: str) -> bytes | None:
        """What was put under the name; None if nothing was, or if it is damaged."""
        if self.folder is None:
            return None
        try:
            stored = self._path(name).read_bytes()
        except OSError:
            return None
        mark, content = stored[:32], stored[32:]
        return content if sha256(content).digest() == mark else None

    def put(self, name: str, content: bytes) -> None:
        """Remember, under a name that is not empty; a cache that cannot be written is no cache, but no fault either."""
        if self.folder is None or not name:
            return
        path = self._path(name)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _ignore(self.folder)
            with NamedTemporaryFile(dir=path.parent, delete=False) as part:
                part.write(sha256(content).digest() + content)
            os.replace(part.name, path)  # noqa: PTH105 (the rename is the point; Path.replace says less)
        except OSError:
            return

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget what no name in the list needs."""
        wanted = set(names)
        for path in self._stored():
            if path.name not in wanted:
                with suppress(OSError):  # a folder, or not ours to delete: no fault either
                    path.unlink()

    def _stored(self) -> list[Path]:
        if self.folder is None:
            return []
        try:
            return list(self.folder.glob("??/*"))
        except OSError:  # a folder that may not be read
            return []

    def _path(self, name: str) -> Path:
        assert self.folder is not None  # noqa: S101 (both callers have asked)
        return self.folder / name[:2] / name


def _ignore(folder: Path) -> None:
    """Keeps the folder out of version control by a file of its own."""
    mark = folder.parent / ".gitignore"
    if not mark.exists():
        mark.write_text("*\n", encoding="utf-8")
