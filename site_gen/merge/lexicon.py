"""The words that merging knows, as lexicon.toml lists them."""

from site_gen.merge.stems import LEXICON, stem

STOP = frozenset(LEXICON["stop"].split())
ASIDE = frozenset(stem(word) for word in LEXICON["aside"].split())
ORDINALS = {word: number for number, word in enumerate(LEXICON["ordinals"].split(), start=1)}
NUMBER_WORDS = {word: number for number, word in enumerate(LEXICON["numbers"].split(), start=1)}
COUNTRY_OF = {place: country for country, towns in LEXICON["countries"].items() for place in (country, *towns)}

PEOPLE_OF = {people: country for country, peoples in LEXICON["peoples"].items() for people in peoples}
GROUPS = frozenset(LEXICON["groups"].split())
# Terms that stand for a country, as stems; the words of longer names are left out, since “new” and “south” are words of
# much else.
STATES = frozenset(stem(name) for name in (*COUNTRY_OF, *PEOPLE_OF) if " " not in name)


def _opposites() -> dict[str, tuple[tuple[int, int], ...]]:
    places: dict[str, dict[tuple[int, int], None]] = {}
    for axis, line in enumerate(LEXICON["opposites"]):
        for pole, side in enumerate(line.split("|")):
            for word in side.split():
                places.setdefault(stem(word), {})[axis, pole] = None
    return {word: tuple(found) for word, found in places.items()}


# For each stem, the axes it stands on and which end of each: (axis, 0 or 1).
OPPOSITES = _opposites()
