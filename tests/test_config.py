"""Settings: what makes an address, and that no file of settings is fatal; tests/cases/read/site.txt has the cases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from site_gen.config import Site, is_address, is_web, key_place, read_site
from site_gen.model import Source

PIECES = [
    'title = "A"\n',
    'base_url = "https://a.example"\n',
    "[a]\n",
    "titel",
    "base_url",
    " = ",
    '"',
    "'",
    "[",
    "]",
    "\n",
    "5",
    "2025-02-30",
    "“",
]


def site_file(text: str) -> Source:
    return Source(path="content/site.toml", text=text, digest="")


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text(max_size=80))
def test_no_settings_are_fatal(text: str) -> None:
    site, problems = read_site(site_file(text))
    lines = text.split("\n")
    assert is_web(site.base_url)
    assert site.base_url.endswith("/")
    for problem in problems:
        assert 1 <= problem.at.line <= len(lines)
        assert problem.hint


@given(st.dictionaries(st.text("abc”“\"'\\é ", max_size=5), st.booleans(), max_size=4))
def test_any_unknown_setting_is_told_of_once(table: dict[str, bool]) -> None:
    keys = {key: '"' + key.replace("\\", "\\\\").replace('"', '\\"') + '"' for key in table}
    text = 'title = "A"\nbase_url = "https://a.example/"\n' + "".join(f"{keys[key]} = true\n" for key in table)
    site, problems = read_site(site_file(text))
    assert site == Site(title="A", base_url="https://a.example/")
    assert [problem.code for problem in problems] == ["unknown-key"] * len(table)


@pytest.mark.parametrize(
    "address",
    [
        "https://a.example",
        "http://a.example:8000/x/",
        "https://a.example/x_(y)?q=1&r=[2]#top",
        "https://a.example/سفیر",
        "https://[::1]/",
        "http://localhost",
    ],
)
def test_addresses(address: str) -> None:
    assert is_address(address)


@pytest.mark.parametrize(
    "text",
    [
        *("", "a.example", "//a.example/", "https://", "https:///x", "https://:80/", "ftp://a.example/"),
        *("javascript:alert(1)", "data:text/html,x", "mailto:a@a.example", "https://a.example/a b"),
        *("https://a.example/\n", "https://a.example/<b>", 'https://a.example/"', "https://a.example\\b"),
        *("https://[a.example", "https://a.example:port/", "https://a.example:99999/", " https://a.example"),
    ],
)
def test_no_addresses(text: str) -> None:
    assert not is_address(text)


@pytest.mark.parametrize(("text", "expected"), [("https://a.example/x", True), ("https://a.example/?", False)])
def test_a_base_has_neither_query_nor_fragment(text: str, *, expected: bool) -> None:
    assert is_web(text) is expected


@pytest.mark.parametrize(
    ("text", "key", "place"),
    [
        ("title = 1", "title", "1:1"),
        ("a = 1\n  title = 1", "title", "2:3"),
        ('a = 1\n"title" = 1', "title", "2:2"),
        ("[[actor]]\nname = 1\n[[place]]", "place", "3:3"),
        ("titles = 1\ntitle = 1", "title", "2:1"),
        ("a = 1", "title", "1:1"),
    ],
)
def test_where_a_key_stands(text: str, key: str, place: str) -> None:
    at = key_place(site_file(text), key)
    assert f"{at.line}:{at.column}" == place
