"""The filter for dates: documents in, expressions out, bad lines told of and passed over."""

import json
from collections.abc import Iterator

import pytest

from site_gen.filters.dates import answer


def _line(**fields: object) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def _run(*lines: bytes) -> tuple[list[dict[str, object]], list[str]]:
    complaints: list[str] = []
    found = list(answer(lines, complaints.append))
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in found)
    return [json.loads(line) for line in found], complaints


def test_an_expression_has_all_its_fields() -> None:
    found, complaints = _run(_line(id="a", dct="2025-04-14", text="They met last Thursday."))
    expression = {
        "start": 9,
        "end": 22,
        "text": "last Thursday",
        "type": "DATE",
        "value": "2025-04-10",
        "edtf": "2025-04-10",
        "rule": "turned-weekday",
        "implied": ["day", "month", "year"],
    }
    assert found == [{"id": "a", "timexes": [expression]}]
    assert complaints == []


def test_offsets_count_characters() -> None:
    text = "😀 Café, in June 2025 …"
    ((document,), _) = _run(_line(id="a", text=text))
    assert [text[t["start"] : t["end"]] for t in document["timexes"]] == ["June 2025"]  # type: ignore[attr-defined]  # JSON has no types


@pytest.mark.parametrize(
    "fields",
    [{"id": "a", "text": "yesterday", "dct": None}, {"id": "a", "text": "yesterday"}],
    ids=["null", "absent"],
)
def test_without_a_date_of_publication_there_is_no_date(fields: dict[str, object]) -> None:
    ((document,), complaints) = _run(_line(**fields))
    assert [t["edtf"] for t in document["timexes"]] == [None]  # type: ignore[attr-defined]  # JSON has no types
    assert complaints == []


@pytest.mark.parametrize(
    "bad",
    [
        b"not json\n",
        b'{"id": "a"}\n',
        b'{"text": "x"}\n',
        b'{"id": "a", "text": 5}\n',
        b'{"id": "a", "text": "x", "dct": "2025-02-30"}\n',
        b'{"id": "a", "text": "x", "dct": "yesterday"}\n',
        b'{"id": "a", "text": "x", "dct": 20250412}\n',
        b'{"id": "a", "text": "\xff"}\n',
        b"[]\n",
    ],
)
def test_a_bad_line_is_told_by_number_and_the_rest_goes_on(bad: bytes) -> None:
    good = _line(id="z", text="In 2018 it ended.")
    found, complaints = _run(good, bad, b"\n", good)
    assert [document["id"] for document in found] == ["z", "z"]
    assert len(complaints) == 1
    assert complaints[0].startswith("line 2:")


def test_it_streams() -> None:
    read: list[int] = []

    def lines() -> Iterator[bytes]:
        for number in range(1000):
            read.append(number)
            yield _line(id=str(number), text="In 2018.")

    stream = answer(lines(), str)
    next(stream)
    assert len(read) == 1


def test_the_order_and_every_document_are_kept() -> None:
    found, _ = _run(*(_line(id=str(n), text="nothing" if n % 2 else "In 2018.") for n in range(20)))
    assert [document["id"] for document in found] == [str(n) for n in range(20)]
    assert [len(document["timexes"]) for document in found] == [1, 0] * 10  # type: ignore[arg-type]  # JSON has no types
