"""What programs read: the feed, the sitemap and events.json say no more than the content does."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from samples import MEETING, SITE, TIMELINE, TRUCE_ARTICLE, theme, time

from site_gen.publish import publish

THEME = theme()
OUTPUTS, _ = publish(TIMELINE, SITE, THEME)
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_gives_only_times_that_are_stated() -> None:
    feed = ET.fromstring(next(o.content for o in OUTPUTS if o.path == "feed.xml"))  # noqa: S314 (our own bytes)
    entries = {e.findtext(f"{ATOM}id"): e.findtext(f"{ATOM}updated") for e in feed.findall(f"{ATOM}entry")}
    base = SITE.base_url + "events/"
    assert entries == dict.fromkeys(
        (f"{base}{name}/" for name in ("port-aster-meeting", "signing", "ferry", "second-round")),
        "2025-07-05T00:00:00Z",
    )
    assert feed.findtext(f"{ATOM}updated") == "2025-07-05T00:00:00Z"


def test_a_month_is_no_instant_in_the_feed() -> None:
    told = replace(TRUCE_ARTICLE, published=time("2025-04"))
    articles = tuple(told if a.id == told.id else a for a in TIMELINE.articles)
    outputs, _ = publish(replace(TIMELINE, articles=articles), SITE, THEME)
    assert b"/truce/" not in next(o.content for o in outputs if o.path == "feed.xml")


@pytest.mark.parametrize("path", ["feed.xml", "sitemap.xml"])
def test_xml_is_well_formed_and_absolute(path: str) -> None:
    content = next(o.content for o in OUTPUTS if o.path == path)
    root = ET.fromstring(content)  # noqa: S314 (our own bytes)
    urls = [e.text or "" for e in root.iter() if e.tag.endswith(("loc", "}id"))]
    assert urls
    assert all(url.startswith(SITE.base_url) for url in urls)
    assert not any("404" in url or "desk" in url for url in urls)


def test_events_json_carries_the_provenance() -> None:
    records = json.loads(next(o.content for o in OUTPUTS if o.path == "events.json"))["events"]
    record = next(r for r in records if r["id"] == MEETING.id)
    assert record["date"] == "2025-06-24"
    assert record["url"] == "events/port-aster-meeting/"
    assert [s["line"] for s in record["statements"]] == [8, 3]
    assert record["statements"][0]["sources"][0]["url"] == "https://gazette.example/talks"
    assert {a["says"] for a in record["accounts"]} == {"2025-06-24", "2025-06-25"}
    assert not any("javascript" in json.dumps(r).lower() for r in records)
