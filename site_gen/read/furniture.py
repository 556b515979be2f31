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
