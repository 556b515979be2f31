"""A small timeline of made-up values, as varied as what a site has to show, for tests of pages and files."""

from dataclasses import replace
from pathlib import Path

from site_gen.config import Site
from site_gen.dates import TimeValue, parse_edtf
from site_gen.model import (
    Account,
    Article,
    Citation,
    Entity,
    Event,
    Footnote,
    Join,
    Mention,
    Modality,
    Note,
    StandingPage,
    Statement,
    Status,
    Timeline,
    event_order,
)
from site_gen.problems import Location
from site_gen.publish.render import Theme, read_theme

ROOT = Path(__file__).parent.parent
HOSTILE = "<script>alert(1)</script>\"'&\u202egnp.\x07"
PERSIAN = "سفیر عمان"

SITE = Site(
    title="The Lantern Talks",
    description="A made-up record of messages, truces and talks between two made-up governments.",
    base_url="https://record.example/lantern/",
    author="The record’s editors",
    repository="https://code.example/lantern",
    license="CC BY 4.0",
    license_url="https://creativecommons.org/licenses/by/4.0/",
)

HARBOUR = """# The harbour talks

Delegations from both sides **met in Port Aster** on 24 June 2025.[^gazette] *The talks lasted four hours.*

## What was agreed

- On 26 June 2025 the envoys signed a [short text](https://gazette.example/text).
- A second round would follow in July 2025.[^gazette]

2025. That was the year of the lanterns. On 24 June 2025 the
ferry stopped.

> "We shall wait," the envoy said.

| Round | Place |
| --- | --- |
| first | Port Aster |

[^gazette]: The Aster Gazette: [Talks open in the harbour](https://gazette.example/talks), 24 June 2025
"""
TRUCE = """The truce of the islands

A truce was announced on 12 April 2025 at noon. Nobody signed it.

In recent days the patrols have come back. The same truce <b>ended</b> & the ferries stopped.
"""
WIRE = """سفیر عمان در ۲۴ ژوئن سخن گفت.

Envoys met on 24 June 2025 in Port Aster, an official said. <script>alert(1)</script>
Read [more](javascript:alert(1)) or [less](../elsewhere/).
"""

GAZETTE = Citation(
    url="https://gazette.example/talks",
    title="Talks open in the harbour",
    publisher="The Aster Gazette",
    published=parse_edtf("2025-06-24"),
    archived="https://archive.example/gazette/talks",
)
COURIER = Citation(
    url="https://courier.example/a?b=1&c=2", title="Envoys seen at the ferry", publisher="Island Courier"
)
UNSAFE = Citation(url="javascript:alert(1)", title=HOSTILE, publisher="Nobody’s Paper")


def article(name: str, body: str, **fields: object) -> Article:
    """An article whose text is its body; tests of reading look at blanked markup."""
    values: dict[str, object] = {"title": name.replace("-", " ").capitalize(), "body": body, "text": body, **fields}
    return Article(id=name, path=f"content/articles/{name}.md", **values)  # type: ignore[arg-type] # fields are free


def statement(source: Article, sentence: str, edtf: str | None, **fields: object) -> Statement:
    """A statement that quotes the article; the sentence must stand in it."""
    start = source.body.index(sentence)
    line = source.first_line + source.body.count("\n", 0, start)
    text = " ".join(sentence.replace("*", "").split())
    values: dict[str, object] = {"title": text.rstrip("."), "time": parse_edtf(edtf) if edtf else None, **fields}
    return Statement(
        id=f"{source.id}-{start}",
        article=source.id,
        at=Location(path=source.path, line=line, column=1),
        start=start,
        end=start + len(sentence),
        text=text,
        **values,  # type: ignore[arg-type] # fields are free
    )


def note(name: str, edtf: str, **fields: object) -> Note:
    """An editor's note."""
    values: dict[str, object] = {"title": name.replace("-", " ").capitalize(), **fields}
    at = Location(path=f"content/notes/{name}.md", line=1)
    return Note(id=name, at=at, said=edtf, time=parse_edtf(edtf), **values)  # type: ignore[arg-type] # fields are free


def event(name: str, edtf: str, title: str, **fields: object) -> Event:
    """An event with nothing behind it but what is given."""
    values: dict[str, object] = {
        "time": parse_edtf(edtf),
        "summary": title,
        "certainty": Status.REPORTED,
        "reason": "one source",
        **dict.fromkeys(("statements", "notes", "joins", "accounts", "actors", "places", "topics", "citations"), ()),
        "origins": 1,
        **fields,
    }
    return Event(id=name, title=title, **values)  # type: ignore[arg-type] # fields are free


ARTICLES = (
    article(
        "the-harbour-talks",
        HARBOUR,
        first_line=6,
        title_span=(2, 19),
        title="The harbour talks",
        published=parse_edtf("2025-07-02"),
        modified=parse_edtf("2025-07-05"),
        author="The record’s editors",
        license="CC BY 4.0",
        footnotes=(Footnote(offset=74, label="gazette", citations=(GAZETTE,)),),
    ),
    article("truce", TRUCE, markdown=False, title="The truce of the islands", title_span=(0, 24), publisher="Courier"),
    article(
        "wire",
        WIRE,
        title=f"Wire report {HOSTILE}",
        publisher="Wire Service",
        published=parse_edtf("2025-06-25"),
        url="https://wire.example/report",
        language="fa",
        full_text=False,
    ),
)
HARBOUR_ARTICLE, TRUCE_ARTICLE, WIRE_ARTICLE = ARTICLES

MET = statement(
    HARBOUR_ARTICLE,
    "Delegations from both sides **met in Port Aster** on 24 June 2025.",
    "2025-06-24",
    citations=(GAZETTE,),
)
WIRED = statement(
    WIRE_ARTICLE,
    "Envoys met on 24 June 2025 in Port Aster, an official said.",
    "2025-06-24",
    modality=Modality.REPORTED,
    citations=(COURIER,),
)
SIGNED = replace(
    statement(
        HARBOUR_ARTICLE, "On 26 June 2025 the envoys signed a [short text](https://gazette.example/text).", "2025-06-26"
    ),
    text="On 26 June 2025 the envoys signed a short text.",
)
FERRY = statement(HARBOUR_ARTICLE, "On 24 June 2025 the\nferry stopped.", "2025-06-24")
NEXT_MONTH = Mention(
    start=0,
    end=10,
    text="next\nmonth",
    type="DATE",
    value="2025-07",
    time=parse_edtf("2025-07"),
    rule="next-unit",
    implied=frozenset({"year", "month"}),
    anchor="2025-06-26",
)
SECOND = statement(
    HARBOUR_ARTICLE,
    "A second round would follow in July 2025.",
    "2025-07",
    modality=Modality.PLANNED,
    mention=NEXT_MONTH,
)
TRUCED = statement(TRUCE_ARTICLE, "A truce was announced on 12 April 2025 at noon.", "2025-04-12")
PATROLS = statement(
    TRUCE_ARTICLE,
    "In recent days the patrols have come back.",
    None,
    undated_because="“In recent days” hangs on the day of publication, which the article does not state",
)

MEETING_NOTE = note(
    "port-aster-meeting",
    "2025-06-25",
    title="Envoys meet in Port Aster",
    status=Status.CONFIRMED,
    body="See [the truce](/events/truce/) and [nothing](/events/no-such-event/). **Clocks** differ by a day.[^1]\n\n"
    "[^1]: So the harbour master says.",
    citations=(COURIER, UNSAFE),
    added="2025-07-03T10:00:00+02:00",
)

MEETING = event(
    "port-aster-meeting",
    "2025-06-24",
    "Envoys meet in Port Aster",
    summary="Envoys of both governments met in Port Aster for four hours, the first meeting since the ferries stopped.",
    certainty=Status.CONFIRMED,
    reason="2 independent sources agree, and the editors confirmed it",
    statements=(MET, WIRED),
    notes=(MEETING_NOTE,),
    joins=(
        Join(member=WIRED.id, onto=MET.id, score=0.8, because="same day, place and words: envoys, Port Aster"),
        Join(member=MEETING_NOTE.id, onto=MET.id, score=1.0, because="the note names this event"),
    ),
    accounts=(
        Account(about="date", says="2025-06-24", members=(MET.id, WIRED.id), leads=True),
        Account(about="date", says="2025-06-25", members=(MEETING_NOTE.id,), leads=False),
    ),
    actors=("Northern Republic", "Southern Kingdom", PERSIAN),
    places=("Port Aster",),
    topics=("Talks",),
    citations=(GAZETTE, COURIER, UNSAFE),
    origins=2,
    key=True,
)

_PLAIN = (
    ("letters", "2013", "The two governments begin to write letters", Status.CONFIRMED),
    ("customs", "2014-21", "Customs officers trade lists of names", Status.CLAIMED),
    ("era", "200X", "Fishing crews agree on lanterns as signals", Status.REPORTED),
    ("lists", "2015-03", "Lists are made of seized boats", Status.CONFIRMED),
    ("exchange", "2015-03-01", "Four sailors are exchanged at sea", Status.CONFIRMED),
    ("visit", "2015-03~", "An envoy is said to have visited in secret", Status.CLAIMED),
    ("blockade", "2024-01-30/2024-02-02", "A blockade closes the strait for four days", Status.CONFIRMED),
    ("siege", "2024-05/2024-08", "Fishing is closed off the northern coast", Status.REPORTED),
    ("quarter", "2024-34", "Duties on salt are lowered", Status.REPORTED),
    ("protest", "2024-07-09", "The southern consul protests", Status.DENIED),
    ("drill", "2024-12-30/2025-01-04", "Ships of both fleets drill near the islands", Status.DISPUTED),
    ("call", "2025-02-14?", "The two foreign ministers speak by telephone", Status.DISPUTED),
    ("war", "2025-06-13/2025-06-24", "Twelve days of skirmishes in the strait", Status.CONFIRMED),
    ("lull", "2025-06", "An undeclared lull sets in", Status.REPORTED),
    ("winter", "2025-24", "Ice keeps the harbour closed", Status.CONFIRMED),
    ("aid", "2026-01-05%", "A ship with grain is let through", Status.CLAIMED),
    ("mail", "2026-03-24~", "Post between the islands begins again", Status.REPORTED),
    ("summit", "2026-05", "A summit is to be held on the ferry", Status.PLANNED),
)

EVENTS = (
    MEETING,
    *(event(name, edtf, title, certainty=status, places=("The strait",)) for name, edtf, title, status in _PLAIN),
    event(
        "truce",
        "2025-04-12/..",
        "A truce is announced for the islands",
        statements=(TRUCED,),
        actors=("Northern Republic",),
        topics=("Truces",),
        certainty=Status.CLAIMED,
        reason="one side says so",
    ),
    event("signing", "2025-06-26", "The envoys sign a short text", statements=(SIGNED,), topics=("Talks",)),
    event("ferry", "2025-06-24", "The ferry stops", statements=(FERRY,)),
    event("second-round", "2025-07", "A second round is planned", statements=(SECOND,), certainty=Status.PLANNED),
    event("../../etc/passwd", "2016-02-29", HOSTILE, actors=(HOSTILE,), places=("CON",), topics=("..",), origins=0),
    event("گفتگو", "2025-06-24", f"{PERSIAN} با نمایندگان دو کشور گفتگو کرد", actors=(PERSIAN,)),
)

PAGES = (
    StandingPage(
        id="about",
        path="content/pages/about.md",
        title="About this record",
        body="# How it is made\n\nEvery line leads to [a sentence](../events/port-aster-meeting/#q-1).\n\n"
        "- Dates are given [as stated](/events/letters/).\n- Nothing is [guessed](/nowhere/).\n",
        order=2,
    ),
    StandingPage(id="overview", path="content/pages/overview.md", title="Overview", body="In short: *talks*.", order=1),
)
ENTITIES = (
    Entity(kind="actor", name="Northern Republic", aliases=("the North",), description="One of the two governments."),
    Entity(kind="actor", name="Nobody", description="Named nowhere."),
    Entity(kind="place", name="Port Aster", description="A harbour on the strait."),
)

TIMELINE = Timeline(
    events=tuple(sorted(EVENTS, key=event_order)),
    undated=(PATROLS,),
    likely=((PATROLS.id, "truce"),),
    articles=ARTICLES,
    notes=(MEETING_NOTE,),
    pages=PAGES,
    entities=ENTITIES,
)


def theme() -> Theme:
    """The theme that ships with the project."""
    found, problems = read_theme(ROOT)
    assert not problems
    return found


def time(edtf: str) -> TimeValue:
    """A date by its EDTF text."""
    return parse_edtf(edtf)
