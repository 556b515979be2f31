"""Addresses that are safe on every system, stable, and never let a script out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import TIMELINE

from site_gen.publish.urls import LONGEST_ID, _folder, addresses, clean, fragment, host, output_path, root_of, web

SAFE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*/")


@given(st.lists(st.text(st.characters(codec=None), max_size=90), unique=True, max_size=8))
def test_every_name_gets_a_folder_of_its_own(names: list[str]) -> None:
    urls = _folder("", names)
    assert len({url.casefold() for url in urls.values()}) == len(names)
    assert all(SAFE.fullmatch(url) and len(url) <= LONGEST_ID + 1 for url in urls.values())
    assert urls == _folder("", reversed(names))


def test_names_alike_are_told_apart() -> None:
    urls = _folder("actors/", ["US", "U-S", "u s"])
    assert urls["U-S"] == "actors/u-s/"
    assert urls["u s"].startswith("actors/u-s-")
    assert urls["US"] == "actors/us/"


def test_the_id_of_a_note_is_another_name_of_its_event() -> None:
    found = addresses(TIMELINE)
    assert found.aliases["events/port-aster-meeting/"] == "events/port-aster-meeting/"


@pytest.mark.parametrize(
    ("url", "out"),
    [
        ("https://a.example/b?c=d&e=f#g", True),
        (" http://a.example/ ", True),
        ("mailto:desk@a.example", True),
        ("HTTPS://A.EXAMPLE/", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//a.example/", False),
        ("/a", False),
        ("http:", False),
        ("http://[", False),
        ("https://a.example/ b", False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_get_out(url: str, *, out: bool) -> None:
    assert web(url) == (url.strip() if out else "")


def test_host_as_readers_know_it() -> None:
    assert host("https://www.a.example:8080/b") == "a.example"
    assert host("javascript:alert(1)") == ""


def test_ways_back_to_the_root() -> None:
    assert [root_of(u) for u in ("", "feed.xml", "about/", "events/x/")] == ["./", "./", "../", "../../"]
    assert [output_path(u) for u in ("", "feed.xml", "events/x/")] == ["index.html", "feed.xml", "events/x/index.html"]


@given(st.text())
def test_a_fragment_is_an_id(text: str) -> None:
    assert re.fullmatch(r"s-[A-Za-z0-9_-]+", fragment("s", text))


def test_fragments_of_like_ids_differ() -> None:
    assert len({fragment("s", t) for t in ("a.1", "a-1", "a 1", "A-1")}) == 4


def test_control_characters_go_and_writing_stays() -> None:
    assert clean("a\x00b\x07\x1b\ud800\ufffe\u202e") == "ab"
    assert clean("می‌خواهد\t\n– “x”") == "می‌خواهد\t\n– “x”"
