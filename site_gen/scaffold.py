"""New files for editors: a note or an article with the right front matter."""

import json
from datetime import datetime
from pathlib import Path

from site_gen.slugs import slug

_NOTE = """\
---
title: {title}
# What happened when, as precisely as a source states it: 2025-06-24, 2025-06, 2025, 2025-06-13/2025-06-24,
# 2026-03-24~ for “about”, or in words: 24 June 2025
date:
# confirmed, reported, claimed, disputed, denied or planned
status: reported
summary:
actors: []
places: []
topics: []
sources:
  # - url: https://…
  #   title:
  #   publisher:
  #   published:
# Take the next line away to publish
draft: true
added: {now}
---
"""
_ARTICLE = """\
---
title: {title}
# The day on which the text was first published: its relative dates hang on it. Leave it empty if nothing states it
published:
# For a text from elsewhere: who published it, and where
publisher:
author:
url:
# For a text that may be shown whole: its licence, such as CC-BY-4.0
license:
---

"""


def new(root: Path, kind: str, title: str, now: datetime) -> str:
    """Write a file for a note or an article under a free slug; returns its path relative to the root.

    Raises:
        OSError: the folder cannot be made, or not be written into.
    """
    folder = root / "content" / f"{kind}s"
    folder.mkdir(parents=True, exist_ok=True)
    template = _NOTE if kind == "note" else _ARTICLE
    text = template.format(title=_quoted(title), now=now.isoformat(timespec="seconds"))
    path = _write_free(folder, slug(title), text)
    return path.relative_to(root).as_posix()


def _quoted(title: str) -> str:
    """The title on one line, as text of JSON, which YAML reads as it stands."""
    return json.dumps(" ".join("".join(c if c.isprintable() else " " for c in title).split()), ensure_ascii=False)


def _write_free(folder: Path, name: str, text: str) -> Path:
    """Create the file under the first name that is free; one that somebody else makes meanwhile is not overwritten."""
    number = 1
    while True:
        path = folder / (f"{name}.md" if number == 1 else f"{name}-{number}.md")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            number += 1
        else:
            return path
