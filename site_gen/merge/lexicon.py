"""The words that the vetoes know: ordinals, numbers, opposite verbs, words of planning, capitals with their countries."""

import re

from site_gen.merge.words import stem

_NUMBERS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"]
NUMBER_WORDS = {word: number for number, word in enumerate(_NUMBERS, start=1)} | {"dozen": 12, "hundred": 100}
ORDINALS = {word: number for number, word in enumerate(_ORDINALS, start=1)}

# After these an ordinal counts time, or nothing: “first day”, “second thoughts”.
ASIDE = frozenset(stem(word) for word in ["to", "in", "of", "as", "half", "quarter", "term", "lady", "thing", "thought", "hand", "person"])

# Each line is an axis; words before the bar undo what words after it do.
_AXES = """
impose imposed imposes reimpose reimposed reinstate reinstated | lift lifted lifts waive waived ease eased remove removed
agree agreed accept accepted approve approved endorse endorsed | reject rejected rejects deny denied denies refuse refused rebuff rebuffed
open opened opens reopen reopened | close closed closes shut shuts
arrest arrested detain detained jail jailed imprison imprisoned seize seized | release released free freed pardon pardoned
start started begin began begun launch launched | end ended ends halt halted
resume resumed resumes restart restarted | suspend suspended suspends pause paused break broke postpone postponed cancel cancelled canceled collapse collapsed
extend extended renew renewed | expire expired lapse lapsed
join joined rejoin rejoined | quit withdraw withdrew withdrawn exit exited leave
confirm confirmed confirms acknowledge acknowledged admit admitted | deny denied denies dismiss dismissed reject rejected rejects
hire hired appoint appointed | fire fired sack sacked resign resigned oust ousted
win won | lose lost
freeze froze frozen | unfreeze unfroze unfrozen release released
raise raised raises increase increased | cut cuts lower lowered reduce reduced
arrive arrived arrives | depart departed departs
"""


def _opposites() -> dict[str, tuple[tuple[int, int], ...]]:
    places: dict[str, dict[tuple[int, int], None]] = {}
    for axis, line in enumerate(_AXES.strip().splitlines()):
        for pole, side in enumerate(line.split("|")):
            for word in side.split():
                places.setdefault(stem(word), {})[axis, pole] = None
    return {word: tuple(found) for word, found in places.items()}


OPPOSITES = _opposites()

PLANS = re.compile(
    r"\b(?:will|would|shall|['’]ll|(?:is|are|was|were|be) (?:due|set|scheduled|expected|slated|about|preparing) to|"
    r"plans? to|planned|planning|scheduled (?:for|to)|intends? to|due (?:on|in) |to be (?:held|signed)|ahead of)\b",
    re.IGNORECASE,
)

# Where the diplomacy of the news takes place: capitals and conference towns, with the country as reports also give it.
_TOWNS = """
afghanistan kabul|algeria algiers|austria vienna|azerbaijan baku|bahrain manama|belgium brussels|china beijing|cuba havana
egypt cairo|france paris|germany berlin munich|india delhi|iran tehran isfahan natanz fordow qom shiraz|iraq baghdad erbil basra
israel jerusalem haifa|italy rome|japan tokyo|jordan amman|kazakhstan almaty astana|kuwait|lebanon beirut|oman muscat salalah
pakistan islamabad karachi lahore|qatar doha|russia moscow|saudi-arabia riyadh jeddah|south-korea seoul|spain madrid
sudan khartoum|switzerland geneva lausanne bern montreux burgenstock|syria damascus aleppo|turkey ankara istanbul
ukraine kyiv kiev|uae abu-dhabi dubai|united-kingdom london|united-states washington new-york camp-david
yemen sanaa aden hodeidah|gaza rafah|west-bank ramallah
"""
COUNTRY_OF = {
    town.replace("-", " "): places.split()[0].replace("-", " ")
    for line in _TOWNS.strip().splitlines()
    for places in line.split("|")
    for town in places.split()
}
