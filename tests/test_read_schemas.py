"""JSON Schemas: they know every key that the readers know, and no other."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from site_gen.cli import main
from site_gen.config import REQUIRED, Site
from site_gen.model import Source, Status
from site_gen.read.entities import entities
from site_gen.read.json_schemas import KINDS, json_schema
from site_gen.read.schema import ArticleHeader, NoteHeader, PageHeader, SourceHeader, allowed_keys

HEADERS = [("article", ArticleHeader), ("note", NoteHeader), ("page", PageHeader)]
LISTS = [("actors", "actor"), ("places", "place"), ("topics", "topic")]


def objects(schema: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 (a schema or a part of one)
    """Every object of keys in the schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        for part in schema.values():
            yield from objects(part)
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)


@pytest.mark.parametrize(("kind", "model"), HEADERS)
def test_front_matter_has_the_keys_of_its_reader(kind: str, model: Any) -> None:  # noqa: ANN401 (a model's class)
    assert set(json_schema(kind)["properties"]) == set(allowed_keys(model))


def test_a_source_has_the_keys_of_its_reader() -> None:
    assert set(json_schema("note")["$defs"]["SourceHeader"]["properties"]) == set(allowed_keys(SourceHeader))


@pytest.mark.parametrize(("kind", "table"), LISTS)
def test_a_list_has_the_keys_of_its_reader(kind: str, table: str) -> None:
    entry = json_schema(kind)["properties"][table]["items"]
    values = {"name": '"A"', "aliases": '["B"]', "not": '["C"]', "kind": '"state"', "description": '"D"'}
    assert set(entry["properties"]) == set(values)
    text = f"[[{table}]]\n" + "\n".join(f"{key} = {value}" for key, value in values.items())
    assert entities(Source(path="a.toml", text=text, digest=""), table)[1] == ()
    assert set(tomllib.loads(text)) == set(json_schema(kind)["properties"])
    assert entry["required"] == ["name"]


def test_the_settings_have_the_keys_of_their_reader() -> None:
    schema = json_schema("site")
    assert set(schema["properties"]) == {field.name for field in fields(Site)}
    assert set(schema["required"]) == set(REQUIRED)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_unknown_may_stand_anywhere_and_every_key_is_explained(kind: str) -> None:
    found = list(objects(json_schema(kind)))
    assert found
    for each in found:
        assert each["additionalProperties"] is False
        assert all("description" in key or "items" in key for key in each["properties"].values())


@pytest.mark.parametrize(("kind", "_model"), HEADERS)
def test_a_key_that_nobody_needs_may_be_empty(kind: str, _model: Any) -> None:  # noqa: ANN401 (a model's class)
    schema = json_schema(kind)
    for name, key in schema["properties"].items():
        assert ({"type": "null"} in key.get("anyOf", ())) == (name not in schema.get("required", ())), name


def test_a_note_takes_what_its_reader_takes() -> None:
    properties = json_schema("note")["properties"]
    assert json_schema("note")["$defs"]["Status"]["enum"] == [status.value for status in Status]
    assert {"type": ["string", "number"]} in properties["date"]["anyOf"]
    assert {"array", "string"} <= {each.get("type") or "" for each in properties["sources"]["anyOf"]}
    assert any(each.get("type") == "array" for each in properties["actors"]["anyOf"])
    assert any(each.get("type") == ["string", "number"] for each in properties["actors"]["anyOf"])


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["schema", *arguments])
    return result.exit_code, result.stdout


def test_it_prints_one_or_all() -> None:
    assert run("note") == (0, json.dumps(json_schema("note"), ensure_ascii=False, indent=2) + "\n")
    code, everything = run()
    assert (code, json.loads(everything)) == (0, {kind: json_schema(kind) for kind in KINDS})
    assert run("novel")[0] == 2


def test_it_writes_each_into_a_folder(tmp_path: Path) -> None:
    code, told = run("--output", str(tmp_path / "a" / "schemas"))
    assert code == 0
    written = {path.name: json.loads(path.read_bytes()) for path in (tmp_path / "a" / "schemas").iterdir()}
    assert written == {f"{kind}.schema.json": json_schema(kind) for kind in KINDS}
    assert len(told.splitlines()) == len(KINDS)


def test_a_folder_that_cannot_be_made_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run("--output", str(tmp_path / "file" / "schemas"))[0] == 1
