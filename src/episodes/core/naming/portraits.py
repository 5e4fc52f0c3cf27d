"""Guests shown by a small portrait with their name beneath, as Podlove Publisher lists who takes part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html.parser import HTMLParser

from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.markup import LONGEST_TEXT
from episodes.core.naming.name_rows import names_in
from episodes.core.naming.person_names import is_among
from episodes.core.naming.sightings import Sighting, sighting

#: Larger pictures show what is talked about, points.
LARGEST = 256
#: A portrait is about as wide as it is high.
MOST_UNEVEN = 1.3
#: More portraits than these are a team's or a crowd's.
MOST = 8
_PORTRAIT = re.compile(r"<img\s", re.IGNORECASE)


def sightings_of_portraits(description: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests by their portraits; known hosts have theirs beside them.

    >>> square = '<td><img alt="Nora Ek" width="128" height="128" src="n.jpg"><br><b>Nora Ek</b></td>'
    >>> [seen.credit.name for seen in sightings_of_portraits(square, ["Ann Lee"])]
    ['Nora Ek']
    """
    if not _PORTRAIT.search(description):
        return
    reader = _Reader()
    reader.feed(description[:LONGEST_TEXT])
    reader.close()
    shown = list(dict.fromkeys(reader.shown))
    if len(shown) > MOST:
        return
    for text in shown:
        names = list(names_in(text))
        is_one = len(names) == 1 and text in (names[0].text, f"{names[0].honorific} {names[0].text}")
        if is_one and not is_among(names[0].text, hosts):
            yield sighting(names[0], "guest", 0.88, "description", f"a portrait of {text}")


class _Reader(HTMLParser):
    """Collects what is written right beneath pictures that say the same of themselves."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shown: list[str] = []
        self._said = ""  #: by the picture that was passed last, as long as no other text has come

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "img":
            held = dict(attrs)
            self._said = tidy(held.get("alt") or "") if _is_portrait(held) else ""

    def handle_data(self, data: str) -> None:
        text = tidy(data)
        if not text:
            return
        if self._said and fold(text) == fold(self._said):
            self.shown.append(text)
        self._said = ""


def _is_portrait(held: dict[str, str | None]) -> bool:
    sides = [held.get(name) or "" for name in ("width", "height")]
    if not all(side.isdecimal() for side in sides):
        return False
    shorter, longer = sorted(map(int, sides))
    return 0 < longer <= min(LARGEST, MOST_UNEVEN * shorter)
