"""Markdown that is safe to publish, and articles whose marks change no letter."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from samples import ARTICLES, HARBOUR_ARTICLE, TIMELINE

from site_gen.publish.article_pages import without_title
from site_gen.publish.contents import Contents
from site_gen.publish.marks import Span, marked_html
from site_gen.publish.prose import markdown_html, plain_html

MARKS = re.compile(r'</?mark(?: id="[^"]*")?>|<span id="s-[^"]*"></span>|<a class="to-event".*?</a>')


def rendered(text: str, prefix: str = "t") -> str:
    return markdown_html(text, prefix=prefix, resolve=lambda _: "")


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def span(body: str, sentence: str, anchor: str = "s-1") -> Span:
    start = body.index(sentence)
    return Span(start=start, end=start + len(sentence), anchor=anchor, url="../../events/x/", label="X")


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](java\tscript:alert(1))",
    "<a href='javascript:alert(1)'>x</a>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "![x](javascript:alert(1))",
    "<iframe src='https://a.example'></iframe>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed' onclick='x()' class='skip'>x</p>",
    "[x]: javascript:alert(1)\n\n[x]",
    "<javascript:alert(1)>",
    "[^1]\n\n[^1]: <script>alert(1)</script>",
    "<form action='https://a.example'><input></form>",
    "<a href='data:text/html,x'>x</a>",
    "<base href='https://a.example/'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
]
UNSAFE = re.compile(
    r"<(?:script|img|svg|iframe|style|form|input|base|object|embed|link|meta)\b|<[^>]*\s(?:on\w+|style|srcset)\s*=|"
    r'(?:href|src)="\s*(?:javascript|data|vbscript)',
    re.IGNORECASE,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_unsafe_survives(text: str) -> None:
    assert not UNSAFE.search(rendered(text))


FRAGMENTS = st.lists(
    st.sampled_from(
        [*HOSTILE, "*", "_", "`", "[", "](", "<", ">", "\n\n", "- ", "# ", "[^1]", "[^1]: ", "|", "&", "x"]
    ),
    max_size=12,
)


@given(FRAGMENTS.map("".join))
def test_nothing_unsafe_survives_in_any_company(text: str) -> None:
    assert not UNSAFE.search(rendered(text))
    assert not UNSAFE.search(plain_html(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>"),
        ("# A\n\n## B", "<h2>A</h2>\n<h3>B</h3>"),
        ("## A\n\n### B", "<h2>A</h2>\n<h3>B</h3>"),
        ("2025. Talks open.", "<p>2025. Talks open.</p>"),
        ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
        ("[a](https://a.example/)", '<p><a href="https://a.example/" rel="nofollow">a</a></p>'),
        ("[a](mailto:desk@a.example)", '<p><a href="mailto:desk@a.example" rel="nofollow">a</a></p>'),
        ("[a](/nowhere/)", "<p><a>a</a></p>"),
        ("[a](//evil.example/)", "<p><a>a</a></p>"),
        ("![a map](https://a.example/m.png)", '<p><a href="https://a.example/m.png" rel="nofollow">a map</a></p>'),
        ("a <b>b</b> & c", "<p>a <b>b</b> &amp; c</p>"),
    ],
)
def test_markdown(text: str, html: str) -> None:
    assert rendered(text) == html


LONG = "Talks " * 30 + "opened."


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("One line.\nwrapped early.\n\nTwo.", ["One line.\nwrapped early.", "Two."]),
        (f"{LONG}\nShort.\n{LONG}", [LONG, "Short.", LONG]),
        ("a < b & c", ["a &lt; b &amp; c"]),
        ("  \n \n", []),
    ],
)
def test_plain_text(text: str, paragraphs: list[str]) -> None:
    assert plain_html(text) == "\n".join(f"<p>{p}</p>" for p in paragraphs)


def test_marks_do_not_change_where_paragraphs_end() -> None:
    body = "x" * 120 + "\nTalks opened."
    html, marked = marked_html(body, [span(body, "x" * 120), span(body, "Talks opened.", "s-2")], plain_html)
    assert marked == {"s-1", "s-2"}
    assert MARKS.sub("", html) == plain_html(body)


def test_footnotes_of_two_texts_on_a_page_keep_apart() -> None:
    text = "a[^1]\n\n[^1]: note"
    one, two = rendered(text, "n1"), rendered(text, "n2")
    ids = [set(re.findall(r'id="([^"]+)"', html)) for html in (one, two)]
    assert ids[0]
    assert not ids[0] & ids[1]
    for html, known in zip((one, two), ids, strict=True):
        assert set(re.findall(r'href="#([^"]+)"', html)) <= known


def test_footnotes_do_not_leak_into_the_next_text() -> None:
    rendered("[^a]\n\n[^a]: first\n\n[link]: https://a.example/")
    assert rendered("[^a] [link]") == "<p>[^a] [link]</p>"


def test_labels_in_other_scripts_still_link() -> None:
    html = rendered("a[^یک]\n\n[^یک]: note")
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(re.findall(r'id="([^"]+)"', html))


def test_a_text_of_nothing_but_brackets_comes_back_plain() -> None:
    assert rendered("[" * 5000).startswith("<p>[[[")


def test_a_text_nested_too_deeply_comes_back_whole() -> None:
    assert words(rendered("> " * 2000 + "deep")).endswith("deep")


@pytest.mark.parametrize("body", ["Talks \ue000 opened \U000f0000 today.", "Plain words here."])
def test_private_characters_of_the_text_itself_stay(body: str) -> None:
    html, marked = marked_html(body, [span(body, body)], rendered)
    assert marked == {"s-1"}
    assert words(MARKS.sub("", html)) == body


MARKED = [
    ("Talks opened. They closed.", "Talks opened.", '<mark id="s-1">Talks opened.</mark>'),
    ("*Talks* opened.", "*Talks* opened.", '<em><mark id="s-1">Talks</mark></em><mark> opened.</mark>'),
    ("**Talks opened.** More.", "Talks opened.", '<strong><mark id="s-1">Talks opened.</mark>'),
    ("- Talks opened.\n- More.", "- Talks opened.", '<li><mark id="s-1">Talks opened.</mark>'),
    ("## Talks opened", "## Talks opened", '<h2><mark id="s-1">Talks opened</mark>'),
    ("> Talks opened.", "Talks opened.", '<mark id="s-1">Talks opened.</mark>'),
    ("2025. Talks opened.", "2025. Talks opened.", '<p><mark id="s-1">2025. Talks opened.</mark>'),
    (
        "Read [talks opened](https://a.example/).",
        "talks opened",
        '<mark id="s-1">talks opened</mark></a><a class="to-event"',
    ),
    ("Talks opened.[^1]\n\n[^1]: note", "Talks opened.[^1]", '<mark id="s-1">Talks opened.</mark>'),
    ("| A | B |\n| - | - |\n| Talks opened | x |", "Talks opened", '<td><mark id="s-1">Talks opened</mark>'),
    ("Talks opened\nat noon.", "Talks opened\nat noon.", '<mark id="s-1">Talks opened\nat noon.</mark>'),
    (
        "Talks & <b>truces</b>.",
        "Talks & <b>truces</b>.",
        '<mark id="s-1">Talks &amp; </mark><b><mark>truces</mark></b>',
    ),
]


@pytest.mark.parametrize(("body", "sentence", "expected"), MARKED)
def test_marks(body: str, sentence: str, expected: str) -> None:
    html, marked = marked_html(body, [span(body, sentence)], rendered)
    assert marked == {"s-1"}
    assert expected in html
    assert MARKS.sub("", html) == rendered(body)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("See [x](https://a.example/talks-opened).", "talks-opened"),
        ("Talks ![opened](https://a.example/x.png)", "https://a.example"),
        ("<p lang='en'>Talks</p>", "lang='en'"),
        ("[ref]: https://a.example/talks\n\nMore.", "talks"),
    ],
)
def test_a_span_that_would_change_the_text_gets_no_mark(body: str, sentence: str) -> None:
    html, marked = marked_html(body, [span(body, sentence), span(body + " ", body[-2:], "s-2")], rendered)
    assert "s-1" not in marked
    assert MARKS.sub("", html) == rendered(body)


def test_two_statements_of_one_sentence_are_both_found() -> None:
    body = "Talks opened on 1 May and closed on 3 May."
    html, marked = marked_html(body, [span(body, body, "s-1"), span(body, body, "s-2")], rendered)
    assert marked == {"s-1", "s-2"}
    assert html.count("s-1") == html.count("s-2") == 1
    assert html.count("to-event") == 2


@given(st.data())
def test_marks_never_change_a_letter(data: st.DataObject) -> None:
    body = data.draw(st.sampled_from([a.body for a in ARTICLES]))
    cuts = data.draw(st.lists(st.tuples(st.integers(0, len(body)), st.integers(0, len(body))), max_size=4))
    spans = [Span(start=min(c), end=max(c), anchor=f"s-{n}", url="x/", label="X") for n, c in enumerate(cuts)]
    html, _ = marked_html(body, spans, rendered)
    assert MARKS.sub("", html) == rendered(body)


def test_the_title_is_emptied_without_moving_anything() -> None:
    emptied = without_title(HARBOUR_ARTICLE)
    assert len(emptied) == len(HARBOUR_ARTICLE.body)
    assert "harbour talks" not in emptied
    assert "Delegations" in emptied


def test_every_sentence_used_can_be_found_in_the_sample() -> None:
    uses = Contents(TIMELINE).uses
    assert {article: len(found) for article, found in uses.items()} == {"the-harbour-talks": 4, "truce": 1, "wire": 1}
