"""Page furniture in plain text: whole lines that a saved page carries around its article."""

import re

# Whole lines only: a sentence that merely contains such words is the author's. One pattern a line.
_NETWORK = "(?:facebook|twitter|x|whatsapp|linkedin|e?-?mail|telegram|reddit|pinterest|print|copy link)"
_LINES = rf"""
leave a (?:reply|comment)(?: cancel reply)?
no comments yet\.?
\d+ comments?
comments? (?:are )?closed\.?
(?:post|add) (?:a )?comment
your email address will not be published.{{0,80}}
read more(?::.{{0,120}})?
continue reading.{{0,40}}
show more
load more(?: comments)?
share(?: (?:this|on|via))?(?: (?:article|post|story|page|{_NETWORK})){{0,3}}:?
{_NETWORK}(?:[ |·•,]+{_NETWORK})+
tweet
follow us(?: on .{{1,40}})?
subscribe(?: (?:now|today|to our newsletter))?[.!]?
sign up (?:for|to) (?:our|the) .{{0,60}}newsletters?.{{0,40}}
(?:log|sign) ?in(?: to .{{1,40}})?
advertisement
sponsored content
related (?:articles|stories|posts|topics):?
(?:most (?:read|popular)|trending|recommended)(?: (?:stories|articles|now|for you))?:?
skip to (?:main )?content
(?:we use cookies|this (?:site|website) uses cookies).{{0,200}}
accept (?:all )?cookies
all rights reserved\.?
(?:previous|next) (?:post|article)(?::.{{0,100}})?
back to top
click here to .{{1,60}}
(?:tags?|filed under):.{{0,120}}
""".strip().split("\n")
_FURNITURE = re.compile(rf"^[ \t>*#_\-|]*(?:{'|'.join(_LINES)})[ \t*_|]*$", re.IGNORECASE | re.MULTILINE)
_MAX_LINE = 240
_NOT_NEWLINE = re.compile(r"[^\n]")


def blank_furniture(body: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """The body with furniture lines turned to spaces, and offset and words of each: nothing vanishes unseen."""
    blanked: list[tuple[int, str]] = []
    lines, offset = [], 0
    for line in body.split("\n"):
        gone = bool(line.strip()) and len(line) <= _MAX_LINE and _FURNITURE.fullmatch(line)
        if gone:
            blanked.append((offset, line.strip()))
        lines.append(_NOT_NEWLINE.sub(" ", line) if gone else line)
        offset += len(line) + 1
    return "\n".join(lines), tuple(blanked)


def is_furniture(words: str) -> bool:
    """Whether a block of a page, its words with single spaces between them, is furniture as a whole."""
    return len(words) <= _MAX_LINE and (_FURNITURE.fullmatch(words) or _PAGE_ONLY.fullmatch(words)) is not None


# In saved pages alone: in a text that an editor pasted, such a line may be the author's.
_PAGE_LINES = r"""
(?:filed under|posted in|categor(?:y|ies)|topics?|tags?|keywords?) ?[:|].{0,200}
comments?|reply|share|print|e-?mail|save|menu|search|close|next|previous|more|tweet|pin(?: it)?
(?:by|von|par|por) \S+(?: \S+){0,5}
(?:updated|published|posted|last (?:updated|modified))(?: (?:on|at))?:? .{0,40}
tell us what you think.{0,20}
copyright .{0,160}
(?:©|\(c\)|&copy;) .{0,160}
\[/?\w+(?: [^\[\]]{0,200})?\].{0,20}
this slideshow requires javascript\.?
(?:please )?(?:enable|turn on) javascript.{0,160}
caption|captions|advert|ad|ads|anzeige|publicité|publicidad|iklan|реклама|إعلان|تبلیغات
related .{1,20}
(?:view|see|show) all(?: .{0,30})?
(?:\d{1,2}[/.-]){2}\d{2,4},?(?: by| \d).{0,60}
follow .{1,60} coverage\b.{0,120}
have a (?:news )?tip\?.{0,200}
(?:subscribe|sign up) (?:to|for) .{0,160}
(?:image|photo|picture|video|illustration|graphic)s?(?: credit| by)?: ?.{1,120}
\((?:image|photo|picture|illustration)s?(?: credit| by)?:? .{1,120}\)
.{0,60}\b(?:getty images|shutterstock|istock|reuters/\w+ \w+|ap photo/\w+ \w+)\W{0,3}
(?:you can |please )?(?:follow|contact|reach|e-?mail) (?:\S+ ){1,6}(?:at|on) (?:\S+@\S+|@\w+|twitter|facebook).{0,80}
(?:more|more stories|more news)(?: (?:from|on|about) .{1,60})?:.{0,120}
(?:read|watch|listen|more|see|don't miss|related|recommended|must read|also): .{1,160}
(?:click|tap) here (?:to|for) .{1,120}
(?:join|visit) (?:our|us on) .{1,100}
(?:watch|listen|download|buy|order|shop) (?:now|here|on .{1,30})
do not sell my (?:personal )?information.{0,40}
(?:terms (?:of|and) .{1,30}|privacy policy|cookie policy)(?: .{0,60})?
get .{0,80}(?:delivered|in your inbox|to your inbox|newsletter).{0,120}
follow .{1,60} on (?:twitter|facebook|instagram|x|linkedin|youtube)\b.{0,120}
(?:estimated )?(?:read(?:ing)? time|tempo de leitura|lesezeit)\W.{0,30}|\d+ min(?:ute)?s? read
(?:see also|read also|also read|read next|more from .{1,40}|related)(?: ?[:>»].{0,160})?
""".strip().split("\n")
_PAGE_ONLY = re.compile("|".join(f"(?:{line})" for line in _PAGE_LINES), re.IGNORECASE)
