"""Datelines: only one that states its year dates an article, and a wrong date is worse than none."""

import pytest

from site_gen.dates import parse_edtf
from site_gen.model import Article, Source
from site_gen.read.datelines import dateline, opening
from site_gen.read.documents import article
from site_gen.read.provenance import attributed
from site_gen.tag import gazetteer, tag

STATED = [
    ("MUSCAT, Oman, April 12, 2025 (AP) — Talks began.", "2025-04-12"),
    ("WASHINGTON, 24 June 2025 — The truce began.", "2025-06-24"),
    ("WASHINGTON, June 24, 2025 -- The truce began.", "2025-06-24"),
    ("Muscat, 24 June 2025 (AFP) – The truce began.", "2025-06-24"),
    ("TEHRAN (Reuters), April 12, 2025 - Talks began.", "2025-04-12"),
    ("VIENNA, Saturday, April 12, 2025 — Talks began.", "2025-04-12"),
    ("DUBAI, United Arab Emirates — June 24, 2025 — Ships left.", "2025-06-24"),
    ("LONDON, 2025-04-12 — Talks began.", "2025-04-12"),
    ("NEW YORK, Apr. 12, 2025 /PRNewswire/ -- Talks began.", "2025-04-12"),
    ("**MUSCAT, April 12, 2025** — Talks began.", "2025-04-12"),
    ("TEHRAN, Apr. 12, 2025 (MNA) - The minister left.", "2025-04-12"),
    ("GENEVA, 12 avril 2025 (ATS) — Les pourparlers commencent.", "2025-04-12"),
    ("By A Writer\n\nROME, May 3, 2025 — Talks began.", "2025-05-03"),
    ("WASHINGTON (AP), Sat 12 Apr 2025 -- Talks began.", "2025-04-12"),
    ("RIO DE JANEIRO, July 7, 2025 (Xinhua) -- The ministers met. By 2045 all will be over.", "2025-07-07"),
    ("VIENNA, 12 April 2025 — The limits end in 2031.", "2025-04-12"),
]
UNSTATED = [
    "MUSCAT, Oman (AP) — Talks began.",
    "MUSCAT, April 12 (Reuters) — Talks began.",
    "MUSCAT, April 2025 — Talks began.",
    "MUSCAT, Saturday — Talks began.",
    "Hiroshima, August 6, 1945 – A bomb fell.",
    "HIROSHIMA, Aug. 6, 1945 — A bomb fell. Eighty years later, in 2025, they remember.",
    "VIENNA, July 14, 2015 — A deal.\n\nMUSCAT, April 12, 2025 — Talks.",
    "TALKS OF APRIL 12, 2025 — WHAT WE KNOW",
    "The talks of April 12, 2025 - the first - ended.",
    "On April 12, 2025 — a Saturday — talks began.",
    "In Muscat, April 12, 2025 was a Saturday.",
    "MUSCAT, April 12, 2025. Talks began.",
    "VIENNA, Friday, April 12, 2025 — No such Friday.",
    "ROME, Feb. 30, 2025 — No such day.",
    "MUSCAT, 12/04/2025 — Which is it?",
    "Officials met in Oman, April 12, 2025 marking the day, and left — at once.",
    "",
    "—",
]


@pytest.mark.parametrize(("text", "day"), STATED)
def test_a_dateline_with_its_year_states_the_day(text: str, day: str) -> None:
    found = dateline(text)
    assert found is not None
    assert found.day.edtf == day
    assert text[found.start : found.end].strip(" ,") == text[found.start : found.end]


@pytest.mark.parametrize("text", UNSTATED)
def test_what_states_no_day_gives_none(text: str) -> None:
    assert dateline(text) is None


def test_one_far_down_in_the_text_is_none() -> None:
    assert dateline("Talks began.\n\n" * 60 + "MUSCAT, April 12, 2025 (AP) — Talks began.") is None


def read(text: str) -> tuple[str, dict[str, str], list[str]]:
    made, problems = article(Source(path="content/articles/a.txt", text=text, digest=""))
    assert made is not None
    return made.published.edtf if made.published else "", dict(made.stated_by), [str(p) for p in problems]


HEADED = "---\npublished: {}\n---\nTalks open\n\nMUSCAT, Oman, April 12, 2025 (AP) — Talks began on Saturday.\n"


def test_it_dates_an_article_that_nothing_else_dates() -> None:
    published, stated, problems = read(HEADED.partition("\n---\n")[2])
    assert (published, stated["published"], problems) == ("2025-04-12", "dateline", [])


@pytest.mark.parametrize("given", ["2025-04-12", "2025-04", "2025"])
def test_front_matter_comes_first_and_one_that_agrees_is_no_problem(given: str) -> None:
    published, stated, problems = read(HEADED.format(given))
    assert (published, stated["published"], problems) == (given, "front matter", [])


def test_two_that_disagree_are_both_shown() -> None:
    published, _, problems = read(HEADED.format("2025-04-15"))
    assert published == "2025-04-15"
    said = "the dateline says 2025-04-12, front matter says 2025-04-15; 2025-04-15 is used"
    hint = "see which of the two is the day of publication, and state it in the front matter"
    assert problems == [f"content/articles/a.txt:6:15: warning[two-dates]: {said}\n    {hint}"]


@pytest.mark.parametrize(
    ("where", "day", "doubts"),
    [
        ("front matter", "2025-04-13", 1),
        ("JSON-LD", "2025-04-13", 0),
        ("JSON-LD", "2025-04-14", 1),
        ("JSON-LD", "2025-04-11", 1),
        ("JSON-LD", "2025-04-12", 0),
    ],
)
def test_a_page_put_up_on_the_day_after_agrees_with_its_dateline(where: str, day: str, doubts: int) -> None:
    text = "MUSCAT, Oman, April 12, 2025 (AP) — Talks began."
    page = Article(id="a", path="a.html", title="Talks", body=text, text=text, published=parse_edtf(day))
    made, told = attributed(page, {"published": where})
    assert made.published == page.published
    assert dict(made.stated_by)["published"] == where
    assert len(told) == doubts


def test_nothing_is_stated_by_nobody() -> None:
    assert read("Talks open\n\nThey met.\n")[1] == {"title": "text"}


OPENINGS = [
    ("MUSCAT, Oman, April 12, 2025 (AP) — ", "Talks began."),
    ("MUSCAT, Oman (AP) — ", "Talks began."),
    ("MUSCAT (Reuters) - ", "Talks began."),
    ("MUSCAT, April 12 (Reuters) - ", "Talks began."),
    ("MUSCAT, 12 April — ", "Talks began."),
    ("Muscat (AFP) – ", "Talks began."),
    ("**MUSCAT** (AP) -- ", "Talks began."),
    ("", "IAEA — the watchdog — said so."),
    ("", "The watchdog (IAEA) — it has its seat in Vienna — said so."),
    ("", "Hiroshima, August 6, 1945 – a bomb fell."),
    ("", "Talks (the first) — began."),
    ("", "On 12 April — a Saturday — talks began."),
    ("", "Talks began in Muscat on 12 April 2025."),
]


@pytest.mark.parametrize(("words", "rest"), OPENINGS)
def test_what_opens_a_report_is_told_from_what_it_says(words: str, rest: str) -> None:
    for title in ("", "Talks open\n\n"):
        text = f"{title}{words}{rest} They went on."
        found = opening(text, len(title.rstrip()))
        assert (text[found[0] : found[1]].lstrip("\n*") if found else "") == words.lstrip("*")


def test_a_dateline_dates_nothing_that_its_report_tells_of() -> None:
    text = "Talks open\n\nMUSCAT, Oman, April 14, 2025 (AP) — Iran said no on Saturday. Its envoys left.\n"
    made, _ = article(Source(path="content/articles/a.txt", text=text, digest=""))
    assert made is not None
    told, _ = tag(made, gazetteer(()))
    assert [(each.time.edtf if each.time else "", each.text) for each in told] == [
        ("2025-04-12", "Iran said no on Saturday.")
    ]
    assert made.text[told[0].start : told[0].end] == told[0].text
