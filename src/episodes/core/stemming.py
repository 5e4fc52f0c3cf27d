"""Which inflected forms of a word answer for one another: a setting of the show."""

from __future__ import annotations

from episodes.core.errors import UsageError
from episodes.core.forms import STEMMED

AUTO, OFF = "auto", "off"


def parse_stemming(text: str) -> tuple[str, ...] | None:
    """Read the setting: languages whose forms count, none for "off", None for "auto" (those that are spoken).

    >>> parse_stemming("auto"), parse_stemming("off"), parse_stemming("de, en")
    (None, (), ('de', 'en'))
    """
    words = text.lower().replace(",", " ").split()
    if words in ([], [AUTO]):
        return None
    if words == [OFF]:
        return ()
    for word in words:
        if word not in STEMMED:
            raise UsageError(
                f"{word!r} is no language whose word endings are known",
                hint=f"stemming is auto, off, or some of {', '.join(STEMMED)}",
            )
    return tuple(dict.fromkeys(words))
