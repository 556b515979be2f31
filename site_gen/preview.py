"""The preview: the site on 127.0.0.1, rebuilt and reloaded on every save."""

import logging
import os
import threading
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import LiveScriptInjector, Server
from livereload.watcher import Watcher
from tornado import web
from tornado.httpserver import HTTPServer
from tornado.ioloop import IOLoop
from tornado.netutil import bind_sockets
from watchfiles import watch

from site_gen import report
from site_gen.build import Options, build, write_site
from site_gen.problems import Severity

HOST = "127.0.0.1"
# Names under which a browser reaches this machine and nobody else's page can.
_OWN_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]", "::1"})
_WATCHED = ("content", "templates", "static")
_DEBOUNCE_MS = 50
_STEP_MS = 10
_LOOK_AGAIN_MS = 1000


def serve(root: Path, *, port: int, base_path: str, open_browser: bool) -> int:
    """Build into .site_gen/preview, serve it, rebuild on change until interrupted; returns the exit code.

    Drafts and the editors' desk are shown here, and nothing of it reaches output/.
    """
    try:
        sockets = bind_sockets(port, HOST)
    except OSError as failed:
        click.echo(f"port {port} cannot be used: {failed.strerror}; --port 0 takes any that is free", err=True)
        return 1
    bound = sockets[0].getsockname()[1]
    base = "/" + base_path.strip("/") + "/" if base_path.strip("/") else "/"
    site = _Site(root.resolve(), f"http://{HOST}:{bound}{base}")
    # livereload catches Ctrl+C while it serves; it may come before, too
    with suppress(KeyboardInterrupt):
        site.rebuild()
        server = _Preview(site, sockets=sockets, base=base)
        click.echo(f"{site.address} — stop with Ctrl+C")
        if open_browser:
            webbrowser.open(site.address)
        server.serve(host=HOST, port=bound)
    return 0


class _Site:
    """The site as built for the preview; a build that fails leaves the last good one standing."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self.address = address
        self.folder = root / ".site_gen" / "preview"
        self.seen: frozenset[tuple[str, int, int]] = frozenset()

    def folders(self) -> list[Path]:
        """Those to watch; never the whole root, in which output/ and virtual environments lie."""
        return [self.root / name for name in _WATCHED if (self.root / name).is_dir()]

    def stale(self) -> bool:
        """Whether files are other than at the last build, as when one was saved before the watch began."""
        return self._stamps() != self.seen

    def _stamps(self) -> frozenset[tuple[str, int, int]]:
        walks = (walk for folder in self.folders() for walk in os.walk(folder))
        return frozenset(_stamp(Path(base, name)) for base, _, names in walks for name in names)

    def rebuild(self) -> None:
        """Build, write, and say so in one line; whatever goes wrong is told, and the preview goes on."""
        try:
            self.seen = self._stamps()
            built = build(Options(root=self.root, base_url=self.address, drafts=True, preview=True))
            changed, faults = write_site(built, self.folder)
        except Exception as failed:  # noqa: BLE001 (a preview that dies while an editor types is worse than any fault)
            click.echo(f"the build failed: {failed!r}; the last good one is shown", err=True)
            return
        problems = tuple(sorted({*built.problems, *faults}))
        for problem in problems:
            if problem.severity is not Severity.SUGGESTION:
                click.echo(report.as_text(problem), err=True)
        events, files = report.counted(len(built.timeline.events), "event"), report.counted(changed, "file")
        click.echo(f"{events}, {files} changed; {report.summary(problems)}")


def _stamp(path: Path) -> tuple[str, int, int]:
    try:
        stat = path.lstat()
    except OSError:  # gone meanwhile, as files are while they are saved
        return str(path), 0, 0
    return str(path), stat.st_mtime_ns, stat.st_size


class _FolderWatcher(Watcher):
    """livereload's watcher with watchfiles underneath: one rebuild for all files of a save, and no polling."""

    def __init__(self, site: _Site) -> None:
        super().__init__()
        self.site = site
        self.stopped = threading.Event()

    def watch(self, *_args: object, **_kwargs: object) -> None:
        """Watches nothing beside the site's folders, whatever livereload asks for."""

    def examine(self) -> tuple[str, None]:
        """What livereload sends to browsers: reload at once (its own name for that), without its pause of seconds."""
        return "__livereload__", None

    def start(self, callback: Callable[[], object]) -> bool:
        """Watch in a thread; `callback` runs on the server's loop after each rebuild."""
        loop = IOLoop.current()
        threading.Thread(target=self._run, args=(loop, callback), daemon=True).start()
        return True

    def _run(self, loop: IOLoop, callback: Callable[[], object]) -> None:
        while not self.stopped.is_set():
            folders = self.site.folders()
            try:
                self._follow(folders, loop, callback)
            except (OSError, RuntimeError) as failed:  # no folder is left, or the system has no watches to give
                click.echo(f"the folders cannot be watched: {failed}", err=True)
                self.stopped.wait(_LOOK_AGAIN_MS / 1000)

    def _follow(self, folders: list[Path], loop: IOLoop, callback: Callable[[], object]) -> None:
        """Rebuild on each change, until there are other folders to watch."""
        unwatched = True
        for changes in watch(
            *folders,
            debounce=_DEBOUNCE_MS,
            step=_STEP_MS,
            rust_timeout=_LOOK_AGAIN_MS,
            yield_on_timeout=True,
            stop_event=self.stopped,
            raise_interrupt=False,
        ):
            if changes or (unwatched and self.site.stale()):
                self._rebuild(loop, callback)
            unwatched = False
            if self.site.folders() != folders:
                return

    def _rebuild(self, loop: IOLoop, callback: Callable[[], object]) -> None:
        self.site.rebuild()
        loop.add_callback(callback)


class _OwnHostOnly(web.RequestHandler):
    """Refuses requests that name a foreign host: a page elsewhere could reach the preview by rebinding its name."""

    def prepare(self) -> None:
        """403 unless the Host header names this machine."""
        if self.request.host_name not in _OWN_NAMES:
            raise web.HTTPError(403)


class _Reload(_OwnHostOnly, LiveReloadHandler):
    """livereload's socket, for pages of the preview only."""

    def check_origin(self, origin: str) -> bool:
        """As tornado has it: the page's host is ours."""
        return bool(super(LiveReloadHandler, self).check_origin(origin))


class _Script(_OwnHostOnly, LiveReloadJSHandler):
    """livereload's script."""


class _Files(_OwnHostOnly, web.StaticFileHandler):
    """The site's files, never cached, with its own page for what is not there."""

    def set_extra_headers(self, path: str) -> None:
        """Editors want what is, not what was."""
        del path
        self.set_header("Cache-Control", "no-store")

    def should_return_304(self) -> bool:
        """Never: a page and its style may have changed in the same second."""
        return False

    def write_error(self, status_code: int, **kwargs: Any) -> None:  # noqa: ANN401 (tornado's own signature)
        """The site's 404 page in place of tornado's."""
        page = Path(self.root) / "404.html"
        if status_code == web.HTTPError(404).status_code and page.is_file():
            self.finish(page.read_bytes())
            return
        super().write_error(status_code, **kwargs)


class _Injector(LiveScriptInjector):
    """Puts the reloading script into pages as a file of our own host, never inline."""

    script = b'<script src="/livereload.js"></script>'


class _Preview(Server):
    """livereload's server, with a base path, the site's 404 page, and ears for this machine alone."""

    def __init__(self, site: _Site, *, sockets: list[Any], base: str) -> None:
        super().__init__(watcher=_FolderWatcher(site))
        self.site = site
        self.sockets = sockets
        self.base = base

    def application(self, *_args: object, **_kwargs: object) -> None:
        """Listens on the sockets that were bound before the build, so that a busy port is told at once."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        files = {"path": str(self.site.folder), "default_filename": "index.html"}
        handlers: list[Any] = [(r"/livereload", _Reload), (r"/livereload\.js", _Script)]
        if self.base != "/":
            handlers.append((r"/", web.RedirectHandler, {"url": self.base, "permanent": False}))
        handlers.append((f"{self.base}(.*)", _Files, files))
        HTTPServer(web.Application(handlers, transforms=[_Injector])).add_sockets(self.sockets)

    def _setup_logging(self) -> None:
        """One line a rebuild is ours to print; of livereload and tornado only what went wrong."""
        for name in ("livereload", "tornado"):
            logging.getLogger(name).addHandler(logging.NullHandler())
        logging.getLogger("tornado.access").setLevel(logging.CRITICAL)
