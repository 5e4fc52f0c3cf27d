"""What critics say of a show in its own description: they praise it, and do not host it."""

from __future__ import annotations

import re

_PRAISE = re.compile(
    r"(?:^|(?<=[.!?”\"]\s)|(?<=\n))[A-ZÀ-Þ][^.!?\"“”\n]{2,90}\s(?:says|said|calls|called|writes|wrote|raves|raved)"
    r"(?:\s(?:it|this|that|the\s\w+))?[,:]?\s(?:\"[^\"]{3,400}\"|“[^“”]{3,400}”)\s?"
)
MOST = 4_000  #: characters of a description in which praise is looked for


def without_praise(description: str) -> str:
    """A show's description without `Critic Ann Lee says “…”`.

    >>> without_praise("Harbour Times critic Ann Lee says “A delight.” Bo Ray talks to bakers.")
    'Bo Ray talks to bakers.'
    >>> without_praise('Ann Lee says hello to bakers.')
    'Ann Lee says hello to bakers.'
    """
    if "“" not in description and '"' not in description:
        return description
    return _PRAISE.sub("", description[:MOST]) + description[MOST:]
