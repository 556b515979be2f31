"""Templates and static files: what is wrong with them is told by file and line, and stops no other page."""

from dataclasses import replace
from pathlib import Path

import pytest
from samples import SITE, TIMELINE, theme

from site_gen.publish import publish
from site_gen.publish.render import Theme, read_theme

THEME = theme()


def _theme(**changed: str) -> Theme:
    return replace(THEME, templates=tuple((n, changed.get(n.split(".")[0], t)) for n, t in THEME.templates))


@pytest.mark.parametrize(
    ("template", "text", "place"),
    [
        (
            "event",
            "{% extends 'base.html' %}\n{% block main %}\n{{ view.x }}{% endblock %}",
            "templates/event.html:3",
        ),
        ("event", "{% if %}", "templates/event.html:1"),
        ("event", "a\n{{ view.title", "templates/event.html:2"),
        ("event", "{% include 'nothing.html' %}", "templates/nothing.html"),
        ("event", "\n{{ 1 / 0 }}", "templates/event.html:2"),
        ("event", "\n\n{{ view.title | shout }}", "templates/event.html:3"),
        ("base", "<p>\n{{ site.colour }}", "templates/base.html:2"),
        ("base", "{% for %}", "templates/base.html:1"),
        ("macros", "{% macro broken( %}", "templates/macros.html:1"),
    ],
)
def test_a_broken_template_is_one_problem(template: str, text: str, place: str) -> None:
    outputs, problems = publish(TIMELINE, SITE, _theme(**{template: text}))
    found = [p for p in problems if p.code == "template"]
    assert [str(p.at) for p in found] == [place]
    assert found[0].hint
    assert "feed.xml" in {o.path for o in outputs}
    assert ("index.html" in {o.path for o in outputs}) == (template == "event")


def test_a_missing_template_is_one_problem() -> None:
    without = replace(THEME, templates=tuple((n, t) for n, t in THEME.templates if n != "subject.html"))
    outputs, problems = publish(TIMELINE, SITE, without)
    assert [str(p.at) for p in problems if p.code == "template"] == ["templates/subject.html"]
    assert "index.html" in {o.path for o in outputs}


def test_a_folder_without_a_theme_says_so(tmp_path: Path) -> None:
    found, problems = read_theme(tmp_path)
    assert not found.templates
    assert [(p.at.path, p.code) for p in problems] == [("static", "missing-folder"), ("templates", "missing-folder")]


@pytest.mark.parametrize("folder", ["static", "templates"])
def test_a_link_out_of_the_site_s_folder_publishes_nothing(tmp_path: Path, folder: str) -> None:
    site = tmp_path / "site"
    for each in ("static", "templates"):
        (site / each).mkdir(parents=True)
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    (site / "mine.txt").write_text("mine", encoding="utf-8")
    (site / folder / "a.txt").symlink_to("../../secret.txt")
    (site / folder / "b.txt").symlink_to("../mine.txt")
    found, problems = read_theme(site)
    assert [str(problem) for problem in problems] == [
        f"{folder}/a.txt: error[link-outside]: the link leads out of the site's folder\n    copy the file in its place"
    ]
    assert [name for name, _ in (*found.static, *found.templates)] == ["b.txt"]


def test_a_template_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    for folder in ("templates/parts", "static/fonts"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "templates/parts/a.html").write_bytes(b"\xff\xfe")
    (tmp_path / "templates/.hidden").write_bytes(b"x")
    (tmp_path / "static/fonts/a.woff2").write_bytes(b"x")
    found, problems = read_theme(tmp_path)
    assert found.static == (("fonts/a.woff2", b"x"),)
    assert [str(p.at) for p in problems] == ["templates/parts/a.html"]
