"""The documents say what the program does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = re.compile(r"[a-z]+(?:-[a-z]+)*")
MAKERS = {"error", "warning", "suggestion"}
# Codes that are put together, or handed on, where they are used.
INDIRECT = {"unknown-actor", "unknown-place", "unknown-topic", "draft", "not-yet"}


def made_codes() -> Iterator[str]:
    for path in sorted((ROOT / "site_gen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                yield from _code(node)


def _code(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    place = 1 if name in MAKERS else 0 if name == "PydanticCustomError" else None
    if place is not None and len(call.args) > place and isinstance(call.args[place], ast.Constant):
        value = ast.literal_eval(call.args[place])
        if isinstance(value, str):
            yield value


def explained_codes() -> set[str]:
    text = (ROOT / "docs" / "problems.md").read_text(encoding="utf-8")
    heads = re.findall(r"^- (`.*?`) —", text, flags=re.MULTILINE)
    return {code for head in heads for code in re.findall(r"`([a-z-]+)`", head)}


def test_every_code_is_explained_and_every_explanation_has_its_code() -> None:
    assert set(made_codes()) | INDIRECT == explained_codes()


def test_codes_have_one_form() -> None:
    assert [code for code in made_codes() if not CODE.fullmatch(code)] == []


def test_links_between_documents_lead_somewhere() -> None:
    documents = [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")]
    broken = [
        f"{document.name}: {target}"
        for document in documents
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", document.read_text(encoding="utf-8"))
        if not (document.parent / target).exists()
    ]
    assert broken == []


def test_the_readme_names_every_command() -> None:
    from site_gen.cli import main  # noqa: PLC0415 (the command line loads click)

    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in main.commands if f"site-gen {name}" not in text and f"`{name}`" not in text] == []
