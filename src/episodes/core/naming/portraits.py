"""Guests shown by their portraits, with the name beneath, as templates of Podlove Publisher list who takes part.

Other pictures with a name beneath show whom a show is about, its team or its sponsors as well.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.markup import LONGEST_TEXT
from episodes.core.naming.name_rows import names_in
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, sighting

#: Larger pictures show what is talked about, points; a portrait is about as wide as it is high.
LARGEST, MOST_UNEVEN = 160, 1.1
#: More portraits than these are a team's.
MOST = 8
#: A picture, and what is written right beneath it.
_CAPTIONED = re.compile(r"<img\s([^<>]{1,3000})>\s*(?:<[^<>]{1,200}>\s*){0,6}([^<>]{3,80})<")
_ATTRIBUTE = re.compile(r"\b(alt|width|height|src)=\"([^\"]{0,500})\"")
#: Where Podlove Publisher keeps its pictures.
_OF_PODLOVE = "/podlove/"


def sightings_of_portraits(description: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests by their portraits; known hosts have theirs beside them.

    >>> picture = '<img alt="Nora Ek" width="128" height="128" src="https://example.org/cache/podlove/n.jpg">'
    >>> [seen.credit.name for seen in sightings_of_portraits(f"<td>{picture}<br><b>Nora Ek</b></td>", ["Ann Lee"])]
    ['Nora Ek']
    """
    if _OF_PODLOVE not in description:
        return
    shown = list(dict.fromkeys(_captions(description[:LONGEST_TEXT])))
    if len(shown) > MOST:
        return
    for text in shown:
        names = list(names_in(text))
        is_one = len(names) == 1 and text in (names[0].text, f"{names[0].honorific} {names[0].text}")
        if is_one and not is_among(names[0].text, hosts):
            yield sighting(names[0], "guest", 0.88, "description", f"a portrait of {text}")


def _captions(description: str) -> Iterator[str]:
    """What stands beneath portraits that say the same of themselves."""
    for match in _CAPTIONED.finditer(description):
        held = {name: tidy(html.unescape(value)) for name, value in _ATTRIBUTE.findall(match[1])}
        text = tidy(html.unescape(match[2]))
        if _is_portrait(held) and fold(text) == fold(held.get("alt", "")):
            yield text


def _is_portrait(held: dict[str, str]) -> bool:
    sides = [held.get(name, "") for name in ("width", "height")]
    if _OF_PODLOVE not in held.get("src", "") or not all(re.fullmatch(r"\d{1,4}", side) for side in sides):
        return False
    shorter, longer = sorted(map(int, sides))
    return longer <= min(LARGEST, MOST_UNEVEN * shorter)
