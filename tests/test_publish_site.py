"""The whole site: every link leads somewhere, nothing depends on order, nothing unsafe or private gets out."""

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from posixpath import join, normpath
from random import Random
from typing import TypeVar
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from samples import HOSTILE, MEETING_NOTE, SITE, TIMELINE, event, theme

from site_gen.model import Output, StandingPage, Timeline
from site_gen.publish import publish

THEME = theme()
OUTPUTS, PROBLEMS = publish(TIMELINE, SITE, THEME)
PREVIEW, _ = publish(TIMELINE, SITE, THEME, preview=True)
PAGES = {o.path: o.content.decode() for o in OUTPUTS if o.path.endswith(".html")}
Value = TypeVar("Value")


class Links(HTMLParser):
    """The targets and ids of a page, and whether its tags nest."""

    VOID = frozenset({"br", "hr", "link", "meta", "input", "img", "path", "rect", "circle", "use"})

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.open: list[str] = []
        self.misnested: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name in ("href", "src"):
                self.targets.append(value or "")
            if name == "id":
                self.ids.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self.VOID and (not self.open or self.open.pop() != tag):
            self.misnested.append(tag)


def broken(outputs: tuple[Output, ...], base_path: str) -> list[str]:
    """Links inside the site, served below `base_path`, that lead to no file or to no id."""
    pages = {o.path: Links(o.content.decode()) for o in outputs if o.path.endswith(".html")}
    paths = {o.path for o in outputs}
    return [
        f"{path} -> {target}"
        for path, page in pages.items()
        for target in page.targets
        if not _resolves(path, target, base_path, paths, pages)
    ]


def _resolves(path: str, target: str, base_path: str, paths: set[str], pages: dict[str, Links]) -> bool:
    if target.startswith(SITE.base_url):
        target = base_path + target.removeprefix(SITE.base_url)
    parts = urlsplit(target)
    if parts.scheme:
        return True
    at = join(base_path, path)
    found = normpath(join(at.rpartition("/")[0] + "/", unquote(parts.path))) if parts.path else at
    found += "/" if parts.path.endswith(("/", ".")) and found != "/" else ""
    if not found.startswith(base_path):
        return False
    file = found.removeprefix(base_path)
    file = f"{file}index.html" if not file or file.endswith("/") else file
    return file in paths and (not parts.fragment or parts.fragment in pages[file].ids)


@pytest.mark.parametrize("base_path", ["/", "/repo/"])
@pytest.mark.parametrize("outputs", [OUTPUTS, PREVIEW], ids=["published", "preview"])
def test_every_link_and_fragment_resolves(outputs: tuple[Output, ...], base_path: str) -> None:
    assert broken(outputs, base_path) == []


def test_the_link_checker_notices() -> None:
    page = Output(path="a/index.html", content=b'<a href="../b/">x</a><a href="#c">x</a><a href="../../">x</a>')
    assert len(broken((page,), "/repo/")) == 3


@pytest.mark.parametrize("path", sorted(PAGES))
def test_a_page_is_well_made(path: str) -> None:
    text, links = PAGES[path], Links(PAGES[path])
    assert not links.misnested
    assert not links.open
    assert len(links.ids) == len(set(links.ids))
    assert text.count("<h1") == 1
    assert "<main" in text
    assert "None" not in re.sub(r"<[^>]*>", "", text)


@pytest.mark.parametrize("output", [*OUTPUTS, *PREVIEW], ids=lambda o: o.path)
def test_nothing_unsafe_gets_out(output: Output) -> None:
    text = output.content.decode()
    if not output.path.endswith((".html", ".xml")):
        return
    assert "<script" not in text.lower()
    assert "javascript:" not in text.lower()
    assert "\x07" not in text
    assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", text))


def test_hostile_words_are_still_shown_as_words() -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in PAGES["events/etc-passwd/index.html"]


@settings(max_examples=8)
@given(st.randoms(use_true_random=False))
def test_order_changes_no_byte(random: Random) -> None:
    def shuffled(values: tuple[Value, ...]) -> tuple[Value, ...]:
        return tuple(random.sample(values, len(values)))

    other = Timeline(
        events=tuple(replace(e, statements=shuffled(e.statements)) for e in shuffled(TIMELINE.events)),
        undated=shuffled(TIMELINE.undated),
        likely=shuffled(TIMELINE.likely),
        articles=shuffled(TIMELINE.articles),
        notes=shuffled(TIMELINE.notes),
        pages=shuffled(TIMELINE.pages),
        entities=shuffled(TIMELINE.entities),
    )
    assert publish(other, SITE, THEME) == (OUTPUTS, PROBLEMS)


def test_the_published_site_knows_nothing_of_the_desk() -> None:
    assert not any("desk" in o.path or b"desk/" in o.content or b"Preview" in o.content for o in OUTPUTS)
    assert all(b"In recent days" not in PAGES[p].encode() for p in PAGES if p != "articles/truce/index.html")


def test_the_preview_shows_what_has_no_date() -> None:
    desk = next(o.content.decode() for o in PREVIEW if o.path == "desk/undated/index.html")
    for words in (
        "content/articles/truce.md:5:1",
        "In recent days the patrols have come back.",
        "which the article does not state",
        "published: YYYY-MM-DD",
        "A truce is announced for the islands",
    ):
        assert words in desk
    assert all(b"desk/undated/" in o.content for o in PREVIEW if o.path.endswith(".html"))
    assert all(b'content="noindex"' in o.content for o in PREVIEW if o.path.endswith(".html"))


IN_ORDER = (
    # a decade before its years; what has no month before the months of its year; a month before its days
    *("era", "letters", "customs", "visit", "lists", "exchange", "etc-passwd"),
    *("quarter", "blockade", "siege", "protest", "drill"),
    *("winter", "call", "truce", "lull", "war", "port-aster-meeting", "ferry", "x-4172b29c", "signing", "second-round"),
    *("aid", "mail", "summit"),
)


def test_home_shows_every_event_once_and_in_order() -> None:
    home = PAGES["index.html"]
    assert tuple(re.findall(r'<li class="card[^"]*" id="e-([^"]+)"', home)) == IN_ORDER
    assert len(IN_ORDER) == len(TIMELINE.events)
    assert re.findall(r'<h2 id="y(\w+)"', home) == ["200x", "2013", "2014", "2015", "2016", "2024", "2025", "2026"]


def test_the_latest_is_not_what_lies_ahead() -> None:
    home = PAGES["index.html"]
    latest = re.findall(r'<a href="./(events/[^"]+)"', home[home.index('id="latest"') : home.index('class="timeline"')])
    assert latest == ["events/signing/", "events/x-4172b29c/", "events/ferry/"]


def test_the_latest_is_what_editors_entered() -> None:
    entered = tuple(
        replace(e, notes=(replace(MEETING_NOTE, id=f"note-{n}"),)) for n, e in enumerate(TIMELINE.events[:5])
    )
    outputs, _ = publish(replace(TIMELINE, events=(*entered, *TIMELINE.events[5:])), SITE, THEME)
    home = next(o.content.decode() for o in outputs if o.path == "index.html")
    latest = re.findall(
        r'<a href="./events/([^"]+)/"', home[home.index('id="latest"') : home.index('class="timeline"')]
    )
    assert latest == ["port-aster-meeting", entered[4].id, entered[3].id]


def test_what_has_no_day_stands_on_no_day() -> None:
    home = PAGES["index.html"]
    june = home[home.index('id="y2025-06"') : home.index('id="y2025-07"')]
    undayed = june[june.index("Day not reported") : june.index("By day")]
    assert "An undeclared lull sets in" in undayed
    assert "Envoys meet" not in undayed
    assert '<time datetime="2025-06">June 2025</time>' in undayed
    assert "1 June" not in june


def test_winter_is_under_no_month() -> None:
    home = PAGES["index.html"]
    year = home[home.index('id="y2025"') :]
    assert year.index("Month not reported") < year.index("Ice keeps") < year.index('id="y2025-02"')


def test_a_site_without_events_is_still_a_site() -> None:
    empty = Timeline(events=(), undated=(), likely=(), articles=(), notes=(), pages=(), entities=())
    outputs, problems = publish(empty, SITE, THEME)
    assert not problems
    assert broken(outputs, "/repo/") == []
    assert "feed.xml" not in {o.path for o in outputs}


def test_only_the_quoted_sentences_of_other_peoples_articles_are_shown() -> None:
    page = PAGES["articles/wire/index.html"]
    assert "Envoys met on 24 June 2025" in page
    assert "Read [more]" not in page
    assert "در ۲۴ ژوئن" not in page
    assert 'href="https://wire.example/report"' in page


def test_an_event_page_leads_to_the_sentence() -> None:
    page = PAGES["events/port-aster-meeting/index.html"]
    target = re.search(r'href="../../articles/the-harbour-talks/#(s-[^"]+)"', page)
    assert target
    assert f'<mark id="{target[1]}">' in PAGES["articles/the-harbour-talks/index.html"]


def test_a_date_that_was_worked_out_says_how() -> None:
    assert "“next month” read as July 2025, counted from 26 June 2025" in PAGES["events/second-round/index.html"]
    assert "read as" not in PAGES["events/port-aster-meeting/index.html"]


def test_assets_are_named_by_their_content() -> None:
    names = {o.path for o in OUTPUTS if o.path.startswith("assets/")}
    changed = replace(THEME, static=tuple((name, content + b" ") for name, content in THEME.static))
    assert names.isdisjoint({o.path for o in publish(TIMELINE, SITE, changed)[0]})


def test_the_style_sheet_is_small() -> None:
    assert len(dict(THEME.static)["style.css"]) <= 12 * 1024


def test_links_of_texts_that_lead_nowhere_are_listed() -> None:
    assert [(p.at.path, p.code) for p in PROBLEMS] == [
        ("content/notes/port-aster-meeting.md", "broken-link"),
        ("content/pages/about.md", "broken-link"),
    ]


def test_a_page_may_not_take_the_place_of_ours() -> None:
    intruder = StandingPage(id="Events", path="content/pages/Events.md", title="Events", body="x")
    outputs, problems = publish(replace(TIMELINE, pages=(intruder,)), SITE, THEME)
    assert "reserved-page" in {p.code for p in problems}
    assert "events/index.html" not in {o.path for o in outputs}


def test_one_file_for_two_pages_is_a_problem() -> None:
    twice = replace(THEME, static=(*THEME.static, *(((n.upper(), c) for n, c in THEME.static if n == "icon.svg"))))
    outputs, problems = publish(TIMELINE, SITE, twice)
    assert len({o.path.casefold() for o in outputs}) == len(outputs)
    assert "same-path" in {p.code for p in problems}


def test_two_events_whose_ids_look_alike_both_get_a_page() -> None:
    twins = (event("A b", "2025", "One"), event("a-B", "2025", "Two"))
    outputs, problems = publish(replace(TIMELINE, events=twins, pages=()), SITE, THEME)
    assert not problems
    assert sum(o.path.startswith("events/") for o in outputs) == 2


@pytest.mark.parametrize("make", [lambda: HOSTILE, lambda: "a\x00b\x1bc", lambda: "\ud800"])
def test_no_control_character_reaches_a_file(make: Callable[[], str]) -> None:
    site = replace(SITE, title=make(), description=make(), author=make())
    outputs, _ = publish(TIMELINE, site, THEME)
    for output in outputs:
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", output.content.decode())
