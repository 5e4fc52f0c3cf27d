"""How a word sounds, roughly: names that are heard alike get the same key, however they are spelt."""

from __future__ import annotations

import re
from functools import cache

#: Applied in order; made for English ears and European names, as misheard and misspelt names are the case.
_RULES = (
    (r"^(?:kn|gn|pn)", "n"),
    (r"^wr", "r"),
    (r"^wh", "w"),
    (r"^x", "s"),
    (r"^mc", "mac"),
    (r"tch", "x"),
    (r"sch", "x"),
    (r"sh|ch(?=[ei])", "x"),
    (r"ch", "k"),
    (r"ph", "f"),
    (r"gh(?=[aeiou])", "g"),
    (r"gh", ""),
    (r"gu(?=[ei])", "g"),
    (r"dg(?=[eiy])", "j"),
    (r"[ck]+(?=[lrt])|ck|cc(?=[aou])|qu|q", "k"),
    (r"c(?=[eiy])", "s"),
    (r"c", "k"),
    (r"x(?!$)(?=[aeiou])", "ks"),
    (r"z", "s"),
    (r"v", "f"),
    (r"w(?=[aeiouy])", "v"),
    (r"th", "t"),
    (r"(?<!^)h", ""),
    (r"j", "y"),
)


@cache
def _rules() -> list[tuple[re.Pattern[str], str]]:
    """Compiled when a sound is first asked for: a search does so only where nobody says a word."""
    return [(re.compile(pattern), heard) for pattern, heard in (*_RULES, (r"(.)\1+", r"\1"))]


def sound(term: str) -> str:
    """The key of a word's sound; empty for what is not spelt in Latin letters.

    >>> {sound(name) for name in ("mercouris", "mercuris", "merkouris")}
    {'mrkrs'}
    >>> [sound(a) == sound(b) for a, b in (("icaza", "icasa"), ("miguel", "migel"), ("relica", "relika"))]
    [True, True, True]
    """
    if not (term.isascii() and term.isalpha()):
        return ""
    for pattern, heard in _rules():
        term = pattern.sub(heard, term)
    first = "a" if term[:1] and term[0] in "aeiouy" else term[:1]
    key = first + re.sub(r"[aeiouyw]+", "", term[1:])
    return re.sub(r"(.)\1+", r"\1", key)
