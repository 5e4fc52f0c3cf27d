"""How a word sounds, roughly: names that are heard alike get the same key, however they are spelt."""

from __future__ import annotations

import re

#: Applied in order; made for English ears and European names, as misheard and misspelt names are the case.
_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
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
]
_VOWELS = re.compile(r"[aeiouyw]+")


def sound(term: str) -> str:
    """The key of a word's sound; empty for what is not spelt in Latin letters.

    >>> {sound(name) for name in ("mercouris", "mercuris", "merkouris")}
    {'mrkrs'}
    >>> [sound(a) == sound(b) for a, b in (("icaza", "icasa"), ("miguel", "migel"), ("relica", "relika"))]
    [True, True, True]
    """
    if not (term.isascii() and term.isalpha()):
        return ""
    for pattern, heard in _RULES:
        term = pattern.sub(heard, term)
    term = re.sub(r"(.)\1+", r"\1", term)
    first = "a" if term[:1] and term[0] in "aeiouy" else term[:1]
    key = first + _VOWELS.sub("", term[1:])
    return re.sub(r"(.)\1+", r"\1", key)
