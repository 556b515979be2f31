"""The site in a real browser: on a phone and a desk, in the dark, on paper, with and without JavaScript."""

import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import browser
import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from samples import SITE, TIMELINE, theme

from site_gen.publish import publish
from site_gen.publish.write import write

pytestmark = pytest.mark.browser
SHOTS = Path(__file__).parent / "shots"
PAGES = {
    "home": "",
    "event": "events/port-aster-meeting/",
    "article": "articles/the-harbour-talks/",
    "sources": "articles/",
    "actor": "actors/northern-republic/",
    "actors": "actors/",
    "about": "about/",
    "desk": "desk/undated/",
}


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves files without a line on stderr for each."""

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    path = browser.find()
    if not path and not browser.required():
        pytest.skip("no Chromium or Chrome was found")
    assert path, "CI needs a Chromium or Chrome"
    with sync_playwright() as playwright:
        # its crash reports and settings would lie in the home of whoever runs the tests
        away = str(tmp_path_factory.mktemp("home"))
        homes = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), away)
        environment: dict[str, str | float | bool] = {**os.environ, **homes}
        running = playwright.chromium.launch(executable_path=path, args=browser.arguments(), env=environment)
        yield running
        running.close()


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the sample site at `/` (published) and at `/repo/` (preview, which has the desk)."""
    folder = tmp_path_factory.mktemp("served")
    for path, preview in (("", False), ("repo", True)):
        write(publish(TIMELINE, SITE, theme(), preview=preview)[0], folder / path)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def faults() -> list[str]:
    """What a page must not do: complain on the console, fail a request, or talk to another host."""
    return []


def opened(chromium: Browser, origin: str, path: str, faults: list[str], **options: object) -> Page:
    context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})  # type: ignore[arg-type] # options are free
    page = context.new_page()
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("request", lambda r: None if r.url.startswith(origin) else faults.append(f"request: {r.url}"))
    page.on("response", lambda r: faults.append(f"{r.status}: {r.url}") if r.status >= 400 else None)
    page.goto(f"{origin}{path}")
    return page


@pytest.mark.parametrize("base", ["/", "/repo/"])
@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
def test_home_shows_the_events_in_order(
    chromium: Browser, origin: str, faults: list[str], base: str, *, javascript: bool
) -> None:
    page = opened(chromium, origin, base, faults, java_script_enabled=javascript)
    cards = page.locator(".timeline .card")
    assert cards.count() == len(TIMELINE.events)
    boxes = [card.bounding_box() for card in cards.all()]
    tops = [box["y"] for box in boxes if box and box["height"] > 0]
    assert len(tops) == len(TIMELINE.events)
    assert tops == sorted(tops)
    page.locator(".timeline .card a", has_text="Envoys meet in Port Aster").click()
    assert page.locator("h1").inner_text() == "Envoys meet in Port Aster"
    page.locator("figure a", has_text="The harbour talks").click()
    assert page.locator("mark:target").count() == 1
    page.go_back()
    page.locator("nav[aria-label=Main] a", has_text="Timeline").click()
    assert page.url == f"{origin}{base}"
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("name", PAGES)
def test_nothing_is_wider_than_the_screen(chromium: Browser, origin: str, faults: list[str], name: str) -> None:
    page = opened(chromium, origin, f"/repo/{PAGES[name]}", faults)
    for width in (320, 390, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.screenshot(path=SHOTS / f"{name}-{width}.png", full_page=width != 320)
    assert faults == []
    page.context.close()


@pytest.mark.parametrize("name", ["home", "event", "article"])
def test_the_dark_is_dark_and_readable(chromium: Browser, origin: str, faults: list[str], name: str) -> None:
    page = opened(chromium, origin, f"/repo/{PAGES[name]}", faults, color_scheme="dark")
    style = "getComputedStyle(document.documentElement)"
    ink, paper = (_luminance(page.evaluate(f"{style}.{which}")) for which in ("color", "backgroundColor"))
    assert paper < 0.02
    assert (ink + 0.05) / (paper + 0.05) > 10
    page.set_viewport_size({"width": 390, "height": 800})
    page.screenshot(path=SHOTS / f"{name}-dark.png", full_page=True)
    page.context.close()


def test_paper_shows_where_the_sources_are(chromium: Browser, origin: str, faults: list[str]) -> None:
    page = opened(chromium, origin, f"/{PAGES['event']}", faults)
    page.emulate_media(media="print")
    after = page.evaluate("getComputedStyle(document.querySelector('.sources a'), '::after').content")
    assert "https://gazette.example/talks" in page.locator(".sources a").first.evaluate("a => a.href")
    assert "gazette.example" in after
    assert not page.locator("nav[aria-label=Main]").is_visible()
    page.pdf(path=SHOTS / "event.pdf", format="A4")
    page.context.close()


def test_the_keyboard_reaches_every_event_in_order(chromium: Browser, origin: str, faults: list[str]) -> None:
    page = opened(chromium, origin, "/", faults)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    reached = []
    for _ in range(200):
        page.keyboard.press("Tab")
        href = page.evaluate("document.activeElement.closest('.timeline .card') && document.activeElement.href")
        reached += [href] if href else []
        if len(reached) == len(TIMELINE.events):
            break
    assert reached == page.locator(".timeline .card a").evaluate_all("links => links.map(a => a.href)")
    page.context.close()


def test_targets_are_large_enough_to_touch(chromium: Browser, origin: str, faults: list[str]) -> None:
    """WCAG 2.2, 2.5.8: at least 24 by 24 CSS pixels, links within a sentence excepted."""
    page = opened(chromium, origin, "/", faults, viewport={"width": 390, "height": 800})
    small = page.locator("nav a, .card a, summary, .brand a, .colophon li a").evaluate_all(
        "all => all.map(a => [a.textContent, a.getBoundingClientRect()])"
        ".filter(([, box]) => box.height < 24 || box.width < 24).map(([text]) => text)"
    )
    assert small == []
    page.context.close()


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2) of `rgb(r, g, b)`."""
    parts = [int(p) / 255 for p in colour.removeprefix("rgb(").removesuffix(")").split(",")]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
