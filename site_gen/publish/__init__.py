"""Makes a website of a timeline."""

from collections.abc import Sequence

from site_gen.config import Site
from site_gen.model import Output, Timeline
from site_gen.problems import Location, Problems, error
from site_gen.publish.contents import Contents
from site_gen.publish.feeds import events_json
from site_gen.publish.pages import pages, site_view
from site_gen.publish.render import Theme, assets, render

__all__ = ["publish"]


def publish(
    timeline: Timeline, site: Site, theme: Theme, *, preview: bool = False
) -> tuple[tuple[Output, ...], Problems]:
    """The files of the site, in order of path, and what is wrong with texts and templates.

    Pure: the same timeline in any order gives the same bytes. `preview` adds the editors' desk and a badge on each
    page that leads to it.
    """
    contents = Contents(timeline)
    made, text_problems = pages(contents, preview=preview)
    undated = len(timeline.undated)
    rendered, template_problems = render(made, site_view(site, contents, preview=preview), theme, undated=undated)
    plain = (
        Output(path="events.json", content=events_json(contents)),
        Output(path=".nojekyll", content=b""),
    )
    outputs, clashes = _told_apart(sorted((*rendered, *assets(theme), *plain), key=lambda output: output.path))
    return outputs, tuple(sorted((*text_problems, *template_problems, *clashes)))


def _told_apart(outputs: Sequence[Output]) -> tuple[tuple[Output, ...], Problems]:
    """Without the files that would overwrite another where upper and lower case are one."""
    kept: dict[str, Output] = {}
    problems = []
    for output in outputs:
        other = kept.setdefault(output.path.casefold(), output)
        if other is not output:
            hint = "give one of the two another id or name"
            at = Location(path=output.path)
            problems.append(error(at, "same-path", f"two pages would be one file: {other.path}", hint))
    return tuple(kept.values()), tuple(problems)
