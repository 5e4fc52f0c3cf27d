"""What critics say of a show in its own description: they praise it, and do not host it."""

from __future__ import annotations

import re

_PRAISE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))[A-ZÀ-Þ][^.!?\"“”\n]{2,90}\s(?:says|said|writes|wrote|raves|raved)"
    r"(?:\s(?:it|this|that|the\s\w+))?[,:]?\s(?:\"[^\"]{3,400}\"|“[^“”]{3,400}”)\s?"
)
_HOSTS = re.compile(r"\b(?:co-?)?hosts?\b|\b(?:hosted|presented|join|with)\b", re.IGNORECASE)
MOST = 4_000  #: characters of a description in which praise is looked for


def without_praise(description: str) -> str:
    """A show's description without `Critic Ann Lee says “…”`.

    >>> without_praise("Harbour Times critic Ann Lee says “A delight.” Bo Ray talks to bakers.")
    'Bo Ray talks to bakers.'
    >>> without_praise('Host Ann Lee says: "I talk to bakers."')
    'Host Ann Lee says: "I talk to bakers."'
    """
    if "“" not in description and '"' not in description:
        return description
    return _PRAISE.sub(_without, description[:MOST]) + description[MOST:]


def _without(praise: re.Match[str]) -> str:
    """Nothing, but where the sentence tells who hosts the show."""
    is_whole = re.search(r"[.!?][”\"]\s?$", praise[0]) is not None
    rest = None if is_whole else re.match(r"[^.!?\n]{0,300}", praise.string[praise.end() :])
    return praise[0] if _HOSTS.search(praise[0].partition("“")[0].partition('"')[0] + (rest[0] if rest else "")) else ""
