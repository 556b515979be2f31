"""Golden pages: what a few pages look like, byte for byte; `make golden` rewrites them, the diff is to be read."""

import pytest
from samples import SITE, TIMELINE, theme
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from site_gen.publish import publish

OUTPUTS = {
    o.path: o.content.decode() for o in publish(TIMELINE, SITE, theme(), preview=True)[0] if o.path != ".nojekyll"
}


class PageExtension(SingleFileSnapshotExtension):
    """One file a page, to be opened in a browser or read in a diff."""

    _write_mode = WriteMode.TEXT
    file_extension = "html"


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "events/port-aster-meeting/index.html",
        "articles/the-harbour-talks/index.html",
        "articles/wire/index.html",
        "actors/northern-republic/index.html",
        "articles/index.html",
        "about/index.html",
        "404.html",
        "desk/undated/index.html",
        "feed.xml",
        "events.json",
        "sitemap.xml",
        "robots.txt",
    ],
    ids=lambda path: path.replace("/", "."),
)
def test_page(path: str, snapshot: SnapshotAssertion) -> None:
    assert OUTPUTS[path] == snapshot(extension_class=PageExtension)
