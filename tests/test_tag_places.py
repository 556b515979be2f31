"""Places: where something happened, not who did it."""

import pytest

from site_gen.model import Entity
from site_gen.tag.names import Gazetteer
from site_gen.tag.places import places

LISTS = (
    Entity(kind="actor", name="Iran", aliases=("Tehran",)),
    Entity(kind="actor", name="Israel"),
    Entity(kind="place", name="Iran"),
    Entity(kind="place", name="Israel"),
    Entity(kind="place", name="Tehran"),
    Entity(kind="place", name="Muscat"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met in Tehran.", ("Tehran",)),
        ("Tehran said no.", ()),
        ("Muscat was quiet.", ("Muscat",)),
        ("in western Iran and near Muscat", ("Iran", "Muscat")),
        ("in Israel's attack", ()),
        ("in Iran’s words", ()),
        ("Iran struck Israel", ()),
        ("over Israel", ("Israel",)),
        ("in Tehran, in Tehran", ("Tehran",)),
        ("", ()),
    ],
)
def test_places(text: str, found: tuple[str, ...]) -> None:
    assert places(text, Gazetteer(LISTS).find(text)) == found
