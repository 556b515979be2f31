"""Credits: whose report an article says it is, where an outlet passes on what another has written.

Only what stands at the top of an article or at its foot is a credit. An agency that “contributed to this report” is
none: the report is the outlet's own. “According to CNN” counts in the first paragraph alone, where it says on what the
whole article rests.
"""

import re
from collections.abc import Iterable, Iterator

# News agencies as bylines, brackets and publishers' names give them.
AGENCIES = {
    "ap": "AP", "associated press": "AP", "reuters": "Reuters", "thomson reuters": "Reuters", "afp": "AFP",
    "agence france-presse": "AFP", "agence france presse": "AFP", "dpa": "dpa", "upi": "UPI",
    "united press international": "UPI", "xinhua": "Xinhua", "tass": "TASS", "irna": "IRNA", "ana": "ANA",
    "pti": "PTI", "press trust of india": "PTI", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "aa": "Anadolu",
    "kyodo": "Kyodo", "kyodo news": "Kyodo", "yonhap": "Yonhap", "efe": "EFE", "ansa": "ANSA", "kuna": "KUNA",
    "wam": "WAM", "qna": "QNA", "isna": "ISNA", "mehr": "Mehr", "mehr news": "Mehr", "mna": "Mehr",
    "tasnim": "Tasnim", "tasnim news agency": "Tasnim", "fars": "Fars", "fars news agency": "Fars",
    "interfax": "Interfax", "ria novosti": "RIA Novosti", "bloomberg": "Bloomberg", "bloomberg news": "Bloomberg",
    "pa": "PA Media", "pa media": "PA Media", "ians": "IANS", "ani": "ANI",
}  # fmt: skip
# Outlets that others report by.
_OUTLETS = (
    "ABC News|Al Jazeera|Al Arabiya|Axios|BBC|BBC News|CBS News|CNN|Financial Times|Fox News|Haaretz|Le Monde|"
    "NBC News|Politico|The Economist|The Guardian|The New York Times|The New Yorker|The Times of Israel|"
    "The Wall Street Journal|The Washington Post|USA Today|Amwaj|Iran International|The Jerusalem Post|Semafor|"
    "The Atlantic|Nour News|Press TV|Al Mayadeen|The Times|The Telegraph|Der Spiegel"
).split("|")
_THE = re.compile(r"the\s+", re.IGNORECASE)
_BY_NAME = {**AGENCIES, **{_THE.sub("", name.casefold(), count=1): name for name in _OUTLETS}}
_TOP, _FOOT, _PARAGRAPHS = 400, 400, 3
_PARAGRAPH = re.compile(r"\n\s*\n|\u2029")


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))


# In running text an agency's short name counts only as it is written: “pa” and “ana” are words elsewhere.
_SHORT = sorted({name for name in AGENCIES.values() if name not in {"PA Media", "Fars", "Mehr", "Anadolu"}})
_LONG = [name.title() for name in AGENCIES if " " in name]
_AGENCY = rf"(?:[Tt]he\s+)?(?P<who>{_any([*_SHORT, *_LONG])})(?!\w| of )"
_KNOWN = rf"(?:[Tt]he\s+)?(?P<who>{_any([*_SHORT, *_LONG, *(_THE.sub('', name, count=1) for name in _OUTLETS)])})(?!\w)"
_NAME = r"(?P<who>(?:[Tt]he\s+)?(?-i:[A-Z])[\w’'&-]*(?:\s+(?:of|the|and|for|de|al)?\s*(?-i:[A-Z])[\w’'&-]*){0,4})"
_AFTER_BRACKET = r"[^\n()—–:]{0,40}?(?:/[^/\n]{1,30}/)?[\s*_]*(?:[—–:]|--?\s)"
_PIECE = "article|story|piece|report|post|essay|column|interview|commentary|version"
_THIS = rf"(?i:(?:this|the)\s+(?:{_PIECE})\b[^.\n]{{0,60}}?\s)"

# MUSCAT, Oman (AP) — · (Reuters) - · AP — · By Jane Doe, Associated Press · Source: Reuters
_AT_TOP = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"^[\s*_]*(?:[^\W\d_][^()\n]{{0,90}})?\({_KNOWN}[^()\n]{{0,20}}\){_AFTER_BRACKET}",
        # an agency that no list has, after a place in capitals
        rf"^[\s*_]*[A-Z]{{3,}}[^()\n]{{0,80}}\((?P<who>[A-Z]{{2,6}})\){_AFTER_BRACKET}",
        rf"^[\s*_]*{_AGENCY}\s*(?:[—–]|--?\s)",
        rf"^[\s*_]*(?:[Bb]y|BY|[Ss]ource:|[Vv]ia:?|[Ff]rom)\s+{_AGENCY}[\s*_.]*$",
        rf"^[\s*_]*(?:[Bb]y|BY)\s[^\n.]{{2,80}}(?:,|\||/|[—–]|\sfor)\s*{_AGENCY}[\s*_.]*$",
        rf"^[\s*_]*{_AGENCY}[\s*_.]*$",
    )
)
_AT_FOOT = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        rf"^[\s*_(\[—–-]*{_AGENCY}[\s*_.)\]]*$",
        rf"[—–]\s?{_AGENCY}[\s*_.)\]]*$",
        rf"(?<=[.”\"’])\s*\({_AGENCY}\)[\s*_.]*$",
        rf"^[\s*_(\[]*(?:[Ss]ource|[Cc]redit|[Rr]eporting by)s?:?\s+{_AGENCY}[\s*_.)\]]*$",
        rf"(?:©|\([Cc]\)|[Cc]opyright)\s*(?:\d{{4}}\s*)?{_AGENCY}",
        rf"{_THIS}(?i:(?:(?:originally|first|previously)\s+(?:published|appeared|ran))\s+(?:in|on|by|at))\s+{_NAME}",
        rf"^[\s*_(\[]*(?i:(?:originally|first|previously)\s+published\s+(?:in|on|by|at))\s+{_NAME}",
        rf"(?i:(?:republished|reprinted|reproduced)\s+(?:(?:here\s+)?with\s+permission\s+)?from)\s+{_NAME}",
    )
)
# Reuters alone signs so: “(Reporting by …; Editing by …)”.
_SIGNED = re.compile(r"\(?(?:Additional )?[Rr]eporting by [^()]{3,300}?;\s*(?:[Ww]riting|[Ee]diting|[Cc]ompiled) by ")
_RESTS_ON = (
    re.compile(rf"\b(?i:according to)\s+(?:(?:an?\s+)?reports?\s+(?:by|from|in)\s+)?{_KNOWN}"),
    re.compile(rf"(?<![\w’']){_KNOWN}\s+(?:has\s+)?(?:reported|reports|first reported)\b"),
    re.compile(rf"\b(?:reported by|told)\s+{_KNOWN}"),
)
_NO_CREDITS = frozenset(
    "january february march april may june july august september october november december us uk eu un uae".split()
)
_PROSE = 60


def credits_of(text: str, start: int = 0) -> tuple[str, ...]:
    """The agencies and outlets credited in a text whose title ends at `start`, each once, the plainest credit first."""
    paragraphs = [part.strip() for part in _PARAGRAPH.split(text[start:]) if part.strip()]
    top = [part[:_TOP] for part in paragraphs[:_PARAGRAPHS]]
    foot = [part[-_FOOT:] for part in paragraphs[1:][-_PARAGRAPHS:]]
    found = (*_matched(_AT_TOP, top), *_matched(_AT_FOOT, (*reversed(foot), *top)), *_signed(foot))
    return tuple(dict.fromkeys((*found, *_rested_on(top))))


def _matched(patterns: Iterable[re.Pattern[str]], paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        for pattern in patterns:
            found = pattern.search(paragraph)
            if found and (name := _known(found["who"])):
                yield name


def _signed(foot: Iterable[str]) -> Iterator[str]:
    """Reuters, where an article ends as its reports do."""
    return ("Reuters" for paragraph in foot if _SIGNED.search(paragraph))


def _rested_on(top: Iterable[str]) -> Iterator[str]:
    lead = next((paragraph for paragraph in top if len(paragraph) >= _PROSE), "")
    return _matched(_RESTS_ON, [lead])


def _known(words: str) -> str:
    """The one name of an agency or outlet; a name that no list has stays as it is, but for words that are none."""
    name = " ".join(_THE.sub("", words.strip(), count=1).split())
    if name.casefold() in _BY_NAME:
        return _BY_NAME[name.casefold()]
    return "" if name.casefold().partition(" ")[0] in _NO_CREDITS else name
