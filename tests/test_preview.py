"""The preview, as a browser and an editor meet it: pages, reloads, and who is kept out."""

import asyncio
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from typing import IO

import pytest
from conftest import SETTINGS, write_files
from tornado.httpclient import HTTPClientError, HTTPRequest
from tornado.websocket import WebSocketClientConnection, websocket_connect

from site_gen.build import Options, build

STORY = f"""
-- content/site.toml --
{SETTINGS}
-- content/articles/talks.md --
---
title: The lantern talks
---
Envoys of Iran and Oman met in Muscat on 12 April 2025. In recent days Iran has kept silent.
-- content/notes/ferry.md --
---
title: The ferry stops
date: 2025-06
---
-- content/notes/draft.md --
---
title: A draft of a truce
date: 2025-06-24
draft: true
---
"""
PATIENCE = 10.0
DRAFT_PAGE = "events/2025-06-24-a-draft-of-a-truce/"


@dataclass
class Preview:
    """A running preview: its process, its port, and what it has printed so far."""

    root: Path
    process: subprocess.Popen[str]
    base: str
    port: int = 0
    said: list[str] = field(default_factory=list)
    complained: list[str] = field(default_factory=list)

    def get(self, path: str, host: str = "", *, below: bool = True) -> tuple[int, str, HTTPResponse]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Host": host} if host else {}
        connection.request("GET", (self.base + path) if below else path, headers=headers)
        response = connection.getresponse()
        text = response.read().decode("utf-8", errors="replace")
        connection.close()
        return response.status, text, response

    def write(self, name: str, text: str) -> None:
        """As editors save: a file beside it, renamed over it."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.with_suffix(".part").write_text(text, encoding="utf-8")
        path.with_suffix(".part").replace(path)


def eventually(holds: Callable[[], bool]) -> bool:
    """Whether it holds before patience ends."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.02)
    return False


def start(root: Path, base: str) -> Preview:
    command = [sys.executable, "-m", "site_gen", "serve", "--root", str(root), "--port", "0", "--base-path", base]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    preview = Preview(root, process, base)
    for stream, lines in ((process.stdout, preview.said), (process.stderr, preview.complained)):
        assert stream is not None
        Thread(target=_drain, args=(stream, lines), daemon=True).start()
    assert eventually(lambda: bool(_addresses(preview)) or process.poll() is not None)
    assert process.poll() is None, preview.complained
    [preview.port] = _addresses(preview)
    return preview


def _drain(stream: IO[str], lines: list[str]) -> None:
    with stream:
        lines.extend(line.rstrip("\n") for line in stream)


def _addresses(preview: Preview) -> list[int]:
    found = (re.match(rf"http://127\.0\.0\.1:(\d+){preview.base} ", line) for line in preview.said)
    return [int(match[1]) for match in found if match]


def stop(preview: Preview) -> int:
    preview.process.send_signal(signal.SIGINT)
    try:
        return preview.process.wait(PATIENCE)
    finally:
        preview.process.kill()


@pytest.fixture(scope="module", params=["/", "/repo/"])
def preview(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    root = tmp_path_factory.mktemp("preview")
    write_files(root, STORY)
    running = start(root, request.param)
    yield running
    stop(running)


def test_pages_are_served_with_drafts_and_the_desk(preview: Preview) -> None:
    for path, held in (
        ("", "The ferry stops"),
        ("", "A draft of a truce"),
        ("events/2025-06-the-ferry-stops/", "The ferry stops"),
        (DRAFT_PAGE, "A draft of a truce"),
        ("desk/undated/", "In recent days Iran has kept silent."),
        ("desk/undated/", "content/articles/talks.md:4:57"),
    ):
        status, text, response = preview.get(path)
        assert (status, response.headers["Cache-Control"]) == (200, "no-store"), path
        assert held in text


def test_what_the_preview_shows_more_is_in_no_build(preview: Preview) -> None:
    built = {output.path: output.content for output in build(Options(root=preview.root, cached=False)).outputs}
    assert DRAFT_PAGE + "index.html" not in built
    assert "desk/undated/index.html" not in built
    assert not any(b"A draft of a truce" in content or b"livereload" in content for content in built.values())
    assert not (preview.root / "output").exists()


def test_links_lead_somewhere(preview: Preview) -> None:
    _, text, _ = preview.get(DRAFT_PAGE)
    links = [link for link in re.findall(r'(?:href|src)="(?!https?:|mailto:|#)([^"#]+)', text) if link[0] != "/"]
    assert len(links) > 3
    for link in links:
        assert preview.get(DRAFT_PAGE + link)[0] == 200, link


def test_pages_load_the_reloading_script_as_a_file(preview: Preview) -> None:
    assert '<script src="/livereload.js"></script></head>' in preview.get("")[1]
    status, _, response = preview.get("/livereload.js", below=False)
    assert (status, response.headers["Content-Type"]) == (200, "application/javascript")


def test_what_is_not_there_gets_the_page_of_the_site(preview: Preview) -> None:
    status, text, _ = preview.get("events/nowhere/")
    assert status == 404
    assert text.replace('<script src="/livereload.js"></script>', "") == (
        preview.root / ".site_gen/preview/404.html"
    ).read_text(encoding="utf-8")
    assert f"http://127.0.0.1:{preview.port}{preview.base}" in text


def test_outside_the_base_path_there_is_nothing(preview: Preview) -> None:
    if preview.base == "/":
        return
    status, _, response = preview.get("/", below=False)
    assert (status, response.headers["Location"]) == (302, preview.base)
    assert preview.get("/events/2025-06-the-ferry-stops/", below=False)[0] == 404


@pytest.mark.parametrize(
    "path", ["../../content/site.toml", "..%2f..%2fcontent/site.toml", "%2e%2e/cache/x", "//etc/passwd"]
)
def test_nothing_else_of_the_machine_is_served(preview: Preview, path: str) -> None:
    status, text, _ = preview.get(path)
    assert status in {403, 404}
    assert "base_url" not in text


@pytest.mark.parametrize("path", ["", "desk/undated/", "nowhere", "events.json"])
def test_foreign_hosts_are_refused(preview: Preview, path: str) -> None:
    status, text, _ = preview.get(path, host=f"evil.example:{preview.port}")
    assert status == 403
    assert "ferry" not in text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST"])
def test_own_names_are_served(preview: Preview, host: str) -> None:
    assert preview.get("", host=f"{host}:{preview.port}")[0] == 200


async def connected(preview: Preview, **headers: str) -> WebSocketClientConnection:
    address = f"ws://127.0.0.1:{preview.port}/livereload"
    socket_ = await websocket_connect(HTTPRequest(address, headers=headers, request_timeout=PATIENCE))
    await socket_.write_message(json.dumps({"command": "hello", "protocols": []}))
    hello = json.loads(str(await asyncio.wait_for(socket_.read_message(), PATIENCE)))
    assert hello["command"] == "hello"
    await socket_.write_message(json.dumps({"command": "info", "url": f"http://127.0.0.1:{preview.port}/"}))
    return socket_


@pytest.mark.parametrize("headers", [{"Host": "evil.example"}, {"Origin": "http://evil.example"}])
def test_foreign_pages_get_no_socket(preview: Preview, headers: dict[str, str]) -> None:
    with pytest.raises(HTTPClientError, match="403"):
        asyncio.run(connected(preview, **headers))


async def reloads(preview: Preview, change: Callable[[], None]) -> str:
    """The command that a browser is sent after the change."""
    page = await connected(preview, Origin=f"http://127.0.0.1:{preview.port}")
    try:
        # A second greeting is answered only after the first two messages were heard.
        await page.write_message(json.dumps({"command": "hello", "protocols": []}))
        await asyncio.wait_for(page.read_message(), PATIENCE)
        change()
        message = json.loads(str(await asyncio.wait_for(page.read_message(), PATIENCE)))
        return str(message["command"])
    finally:
        page.close()


def test_a_save_changes_the_page_and_reloads_it(preview: Preview) -> None:
    def save() -> None:
        preview.write("content/notes/new.md", "---\ntitle: A lantern is lit\ndate: 2025-08\n---\n")

    assert asyncio.run(reloads(preview, save)) == "reload"
    assert "A lantern is lit" in preview.get("")[1]
    (preview.root / "content/notes/new.md").unlink()
    assert eventually(lambda: "A lantern is lit" not in preview.get("")[1])
    assert preview.get("events/2025-08-a-lantern-is-lit/")[0] == 404


def test_a_fault_is_told_and_leaves_the_rest(preview: Preview) -> None:
    preview.write("content/notes/bad.md", "---\ntitle: Bad\ndate: 2025-02-30\n---\n")
    assert eventually(
        lambda: any("content/notes/bad.md:3:7: error[no-such-date]" in line for line in preview.complained)
    )
    assert "The ferry stops" in preview.get("")[1]
    (preview.root / "content/notes/bad.md").unlink()
    assert eventually(lambda: "error" not in preview.said[-1])


def test_a_broken_template_keeps_the_last_good_page(preview: Preview) -> None:
    good = preview.get("")[1]
    preview.write("templates/home.html", "one\n{{ nowhere }}\n")
    assert eventually(lambda: any("templates/home.html:2:1: error[template]" in line for line in preview.complained))
    assert preview.get("")[1] == good
    preview.write("templates/home.html", "<head></head>mended {{ site.title }}\n")
    assert eventually(lambda: "mended Lantern talks" in preview.get("")[1])
    (preview.root / "templates/home.html").unlink()
    (preview.root / "templates").rmdir()
    assert eventually(lambda: preview.get("")[1] == good)


def test_it_stops_without_a_word(tmp_path: Path) -> None:
    write_files(tmp_path, STORY)
    running = start(tmp_path, "/")
    assert stop(running) == 0
    assert [line for line in running.complained if "Traceback" in line] == []


def test_a_save_during_the_start_is_not_lost(tmp_path: Path) -> None:
    write_files(tmp_path, STORY)
    running = start(tmp_path, "/")
    running.write("content/notes/early.md", "---\ntitle: An early bird\ndate: 2025-08\n---\n")
    try:
        assert eventually(lambda: "An early bird" in running.get("")[1])
    finally:
        stop(running)


def test_a_busy_port_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, STORY)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = [sys.executable, "-m", "site_gen", "serve", "--root", str(tmp_path), "--port", str(port)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    assert done.returncode == 1
    assert done.stderr.startswith(f"port {port} cannot be used: ")
    assert "--port 0" in done.stderr
    assert "Traceback" not in done.stderr
    assert not os.path.lexists(tmp_path / ".site_gen/preview")
