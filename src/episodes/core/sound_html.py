"""HTML that a parser reads in one go, whoever wrote it."""

from __future__ import annotations

import re

_QUOTED = r""""[^"<]*+(?:<[^"<]*+){0,20}+"|'[^'<]*+(?:<[^'<]*+){0,20}+'"""
#: A tag whose values may hold "<" and ">" in quotes; else one that is closed before the next begins; else a mere "<".
_TAG = re.compile(
    rf"""<(?:(?P<whole>/?[A-Za-z](?:[^<>"'=]++|=[\s=]*+(?:{_QUOTED}|(?!["']))|["']){{0,200}}+>)|(?P<open>/?[A-Za-z][^<>]*+>)|)"""
)
_QUOTES = re.compile("[\"']")
#: Declarations, and what browsers take for a comment: an end of no element.
_DECLARATION = re.compile(r"<(?:[!?]|/(?![A-Za-z]))[^<>]*+>")


def sound_html(text: str) -> str:
    """Take comments and declarations out and make a "<" that begins no tag a sign of the text.

    Python's parser goes to the text's end for each tag that is never closed: thousands of them would take minutes.
    So does each quote that is never closed: such quotes are taken out.

    >>> sound_html("a < b<!-- c --> <i title='>'>d</i> <i"), sound_html("<!doctype html><?x?>e <!-- f")
    ("a &lt; b <i title='>'>d</i> &lt;i", 'e &lt;!-- f')
    >>> sound_html("</ p>a</><i title='a < b'>d</i> <b x='y>e")
    "a<i title='a &lt; b'>d</i> <b x=y>e"
    """
    pieces, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start + 4)) >= 0:
        pieces.append(text[at:start])
        at = end + 3
    return _TAG.sub(_sound, _DECLARATION.sub("", "".join([*pieces, text[at:]])))


def _sound(tag: re.Match[str]) -> str:
    if whole := tag["whole"]:
        return "<" + whole.replace("<", "&lt;")
    return "<" + _QUOTES.sub("", tag["open"]) if tag["open"] else "&lt;"
