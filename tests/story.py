"""A small site with something of everything, and pieces of which tests make others."""

from pathlib import Path

STORY = """
    -- content/actors.toml --
    [[actor]]
    name = "Iran"
    aliases = ["Tehran"]
    [[actor]]
    name = "Oman"
    -- content/places.toml --
    [[place]]
    name = "Muscat"
    -- content/articles/talks.md --
    ---
    title: The lantern talks
    published: 2025-04-20
    publisher: The Gazette
    url: https://gazette.example/talks
    ---
    Envoys of Iran and Oman met in **Muscat** on 12 April 2025. They met again on Saturday.

    In recent days Tehran has kept silent.
    -- content/articles/ferry.txt --
    The ferry of Muscat

    On 12 April 2025 envoys of Iran and Oman met in Muscat, port workers said.
    -- content/notes/lull.md --
    ---
    title: A lull begins
    date: June 2025
    actors: [Iran]
    added: 2025-07-01T10:00:00+02:00
    ---
    -- content/notes/spring.md --
    ---
    title: Talks about talks
    date: 2024-21~
    sources: https://gazette.example/spring
    ---
    -- content/pages/about.md --
    ---
    title: About
    ---
    What this is.
"""
SENTENCES = (
    "Envoys met in Muscat on 12 April 2025.",
    "On 12 April 2025 envoys met in Muscat, Oman said.",
    "They met again last Saturday. In recent days Iran kept silent.",
    "Iran denied on 3 May 2025 that talks had begun.",
)
HEADERS = ("title: A\npublished: 2025-04-20", "title: B", "titel: C", "published: 2025-02-30", "title: [")
NOTES = ("title: N\ndate: 2025-04-12", "title: Lull\ndate: 2025-06", "title: N", "title: D\ndate: 2024\ndraft: true")


def headed(header: str, body: str) -> str:
    return f"---\n{header}\n---\n{body}\n"


def digest_of(output: Path) -> dict[str, bytes]:
    return {p.relative_to(output).as_posix(): p.read_bytes() for p in sorted(output.rglob("*")) if p.is_file()}
