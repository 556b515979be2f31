"""JSON lines: decoding them one by one, so that a bad line does not stop the rest."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import msgspec

Record = TypeVar("Record")


def decode(
    lines: Iterable[bytes], kind: type[Record], complain: Callable[[str], object]
) -> Iterator[tuple[int, Record]]:
    """Number (from 1) and value of each line that is a `kind`; a bad line is told of by number, a blank one ignored."""
    decoder = msgspec.json.Decoder(kind)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield number, decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as bad:
            complain(f"line {number}: {bad}")
