"""Names: whole words, longest first, and never what the editor ruled out."""

import pytest

from site_gen.model import Entity
from site_gen.tag.names import Gazetteer

LISTS = (
    Entity(kind="actor", name="United States", aliases=("US", "U.S.", "Washington")),
    Entity(kind="actor", name="Donald Trump", aliases=("Trump",), excluded=("Trump Tower", "Ivanka Trump")),
    Entity(kind="actor", name="Iran", aliases=("Iranian", "ایران")),
    Entity(kind="actor", name="IRGC", aliases=("Revolutionary Guards", "Iranian Guards")),
    Entity(kind="place", name="Washington"),
    Entity(kind="topic", name="Talks", aliases=("talks",)),
)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The US and Iran", ["United States", "Iran"]),
        ("the U.S. left", ["United States"]),
        ("Trump's envoy", ["Donald Trump"]),
        ("Iranian Guards said", ["IRGC"]),
        ("Iran's and Iranian", ["Iran", "Iran"]),
        ("In Washington", ["United States", "Washington"]),
        ("talks in ایران", ["Talks", "Iran"]),
        ("تهران و ايران", ["Iran"]),
        ("us and them", []),
        ("USA", []),
        ("Trump Tower", []),
        ("Ivanka Trump spoke", []),
        ("Ivanka Trump and Trump", ["Donald Trump"]),
        ("Iranians", []),
        ("walks", []),
        ("", []),
    ],
)
def test_find(text: str, names: list[str]) -> None:
    assert [name.entity.name for name in Gazetteer(LISTS).find(text)] == names


@pytest.mark.parametrize(
    ("kind", "said", "listed"),
    [
        ("actor", "US", "United States"),
        ("actor", "iran", "Iran"),
        ("actor", "Trump", "Donald Trump"),
        ("place", "Washington", "Washington"),
        ("place", "US", None),
        ("actor", "Oman", None),
        ("weather", "Rain", None),
    ],
)
def test_canonical(kind: str, said: str, listed: str | None) -> None:
    assert Gazetteer(LISTS).canonical(kind, said) == listed


def test_no_lists_no_names() -> None:
    assert Gazetteer(()).find("Iran and the US") == ()
