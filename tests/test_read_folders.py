"""An article may be a folder: its text is index.md, and the folder's name is the article's."""

from collections.abc import Callable

import pytest

from site_gen.build import Built
from site_gen.slugs import stem_of

FOLDER = """
    -- content/articles/lantern-talks/index.md --
    # The lantern talks

    ![The hall, empty](hall.png)

    Envoys of Iran and Oman met in Muscat on 12 April 2025.
    -- content/articles/lantern-talks/hall.png --
    no picture, but named as one
    """


@pytest.mark.parametrize(
    ("path", "stem"),
    [
        ("content/articles/talks.md", "talks"),
        ("content/articles/talks/index.md", "talks"),
        ("content/articles/2025/talks/index.md", "talks"),
        ("content/articles/talks/INDEX.html", "talks"),
        ("content/articles/مذاکرات/index.md", "مذاکرات"),
        ("content/articles/2025/talks.md", "talks"),
        ("content/articles/index.md", "index"),
        ("content/articles/talks/index-2.md", "index-2"),
    ],
)
def test_what_an_article_is_called(path: str, stem: str) -> None:
    assert stem_of(path) == stem


def test_it_is_read_under_the_name_of_its_folder(site: Callable[..., Built]) -> None:
    built = site(FOLDER)
    assert [article.id for article in built.timeline.articles] == ["lantern-talks"]
    assert [event.time.edtf for event in built.timeline.events] == ["2025-04-12"]
    assert {problem.code for problem in built.problems} == {"no-publication-date"}


def test_its_pictures_are_neither_shown_nor_published(site: Callable[..., Built]) -> None:
    built = site(FOLDER)
    pages = {output.path: output.content.decode() for output in built.outputs if output.path.endswith(".html")}
    (page,) = [text for path, text in pages.items() if path.startswith("articles/lantern-talks")]
    assert "The hall, empty" in page
    assert "hall.png" not in "".join(pages.values())
    assert not any(output.path.endswith("hall.png") for output in built.outputs)


def test_a_folder_and_a_file_of_one_name_are_told_of(site: Callable[..., Built]) -> None:
    site(FOLDER)
    built = site("-- content/articles/lantern-talks.md --\n# Others\n\nThey met on 13 April 2025.\n")
    assert [(p.at.path, p.code) for p in built.problems if p.code == "duplicate-slug"] == [
        ("content/articles/lantern-talks/index.md", "duplicate-slug")
    ]
