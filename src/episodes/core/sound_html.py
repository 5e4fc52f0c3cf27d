"""HTML that a parser reads in one go, whoever wrote it."""

from __future__ import annotations

import re

_QUOTED = r""""[^"<]*+(?:<[^"<]*+){0,3}+"|'[^'<]*+(?:<[^'<]*+){0,3}+'"""
#: A "<" that begins no tag: one that is closed before the next begins; quotes may hold both signs.
_NO_TAG = re.compile(rf"""<(?!/?[A-Za-z](?:(?:[^<>"']|{_QUOTED})*+|[^<>]*+)>)""")
_DECLARATION = re.compile(r"<[!?][^<>]*+>")


def sound_html(text: str) -> str:
    """Take comments and declarations out and make a "<" that begins no tag a sign of the text.

    Python's parser goes to the text's end for each tag that is never closed: thousands of them would take minutes.

    >>> sound_html("a < b<!-- c --> <i title='>'>d</i> <i"), sound_html("<!doctype html><?x?>e <!-- f")
    ("a &lt; b <i title='>'>d</i> &lt;i", 'e &lt;!-- f')
    """
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces.append(text[at:start])
        at = end + 3
    return _NO_TAG.sub("&lt;", _DECLARATION.sub("", "".join([*pieces, text[at:]])))
