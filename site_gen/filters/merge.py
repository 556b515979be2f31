"""The filter `site-gen merge`: dated statements as JSON lines in, the event of each as JSON lines out."""

from collections.abc import Callable, Iterable, Iterator

import msgspec

from site_gen.dates import NoSuchDateError, NotEdtfError, TimeValue, parse_edtf
from site_gen.filters.lines import decode
from site_gen.merge.clusters import Item, cluster
from site_gen.model import Modality


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A line in: `date` is EDTF or null; what is absent is found in the text."""

    id: str
    date: str | None
    text: str
    source: str = ""
    context: str | None = None
    topic: str | None = None
    modality: Modality | None = None
    actors: tuple[str, ...] | None = None
    places: tuple[str, ...] | None = None
    origin: str | None = None

    def __post_init__(self) -> None:
        if self.date is not None:
            _time(self.date)

    @property
    def item(self) -> Item:
        """The record as merging takes it."""
        return Item(
            id=self.id,
            time=None if self.date is None else _time(self.date),
            text=self.text,
            source=self.source,
            context=self.context or "",
            topic=self.topic or "",
            modality=self.modality,
            actors=self.actors or (),
            places=self.places or (),
            origin=self.origin or "",
        )


def answer(lines: Iterable[bytes], complain: Callable[[str], object]) -> Iterator[bytes]:
    """Each record's event and why, in the order they came; `complain` gets a sentence for every bad line."""
    items: dict[str, Item] = {}
    for number, record in decode(lines, Record, complain):
        if record.id in items:
            complain(f"line {number}: id “{record.id}” was there before; this line is left out")
        else:
            items[record.id] = record.item
    found = {assignment.id: assignment for assignment in cluster(tuple(items.values()))}
    for each in items:
        line = {"id": each, "event": found[each].event, "why": found[each].because}
        yield msgspec.json.encode(line) + b"\n"


def _time(edtf: str) -> TimeValue:
    try:
        return parse_edtf(edtf)
    except (NoSuchDateError, NotEdtfError) as bad:
        raise ValueError(str(bad)) from bad
