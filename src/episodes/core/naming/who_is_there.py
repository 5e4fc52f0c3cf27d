"""Which of a show's hosts are there where an episode names only some: `Ann and Bo Ray are joined by …`, of three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from episodes.core.mention import Mention
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import BAR, Sighting

#: What the producer is told of and nobody else.
DOUBTED = 0.75
#: So likely a host is one by the words around the name in the description.
CLEAR = 0.8
_PANEL = re.compile(
    r"\b(?:(?:panell?ists|regulars)(?:\s(?:are|include|including)\b|:)?|(?:co-?)?hosts(?:\s(?:are|include|including)\b|:))"
    r"(?P<names>[^.!?\n]{5,400})",
    re.IGNORECASE,
)
#: Whoever writes `Ann Lee and I` is there without a name.
_I = re.compile(
    r"\b(?:I|[Mm]e|[Mm]y|[Ii]ch|[Mm]ich|[Mm]ein|[Jj]e|[Mm]oi|[Mm]on|[Yy]o|[Ii]o|[Ee]u|[Jj]a|[Jj]ag|[Jj]eg|[Mm]i)\b|"
    r"[IJj]['’](?:m|ve|ll|d|ai)\b"
)
#: What a host does behind the name, with others of the episode; who `brings us a story` may have others around.
_MEETS = re.compile(
    r"(?:,[^,]{2,40},)?\s(?:(?:is|was)\s(?:re)?joined\sby|hosts|interviews|welcomes|"
    r"(?:talks|speaks|chats|sits\sdown|catches\sup)\s(?:to|with)|asks\s(?:[\w’'-]+\s){0,4}[A-ZÀ-Þ][\w’'-]+\s[A-ZÀ-Þ]\w+)\b"
)
#: So many hosts whom no rule saw are named as all who are there; one alone may only tell the story this time.
ROSTER = 2
#: Characters of title and description in which an episode's hosts are named, and others may be; below, notes name all.
OPENING, MOST_TEXT = 600, 1500


def is_panelist(name: str, about: str) -> bool:
    """Whether a show's description has a name among those of its panel: `Panelists include Ann Lee and Bo Ray`."""
    return any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", row["names"]) for row in _PANEL.finditer(about))


def without_the_unnamed(
    persons: Sequence[Sighting], of_text: Sequence[Sighting], mentions: Sequence[Mention] | None, text: str
) -> list[Sighting]:
    """Doubt hosts whom only the show names, where sentences of the episode let other hosts take part by full name.

    `of_text` are who rules saw in the episode's text, `text` its title and what its description says. Whom a feed, a
    list or the settings state is there unless somebody says otherwise.
    """
    by_rule = [seen.credit.name for seen in of_text if _is_host(seen) and "steps in" not in seen.signs]
    speaking = [*by_rule, *(one.name for one in mentions or () if one.field == "text" and one.host >= CLEAR)]
    opening = text[:OPENING]
    named = [
        seen.credit.name
        for seen in persons
        if _is_host(seen) and " " in seen.credit.name and seen.credit.name in opening
        and is_among(seen.credit.name, speaking)
    ]  # fmt: skip
    is_told = len(named) >= ROSTER or any(is_among(name, by_rule) or _meets(name, opening) for name in named)
    if _I.search(opening) or not is_told:
        return list(persons)
    return [
        replace(seen, confidence=DOUBTED, reason=f"{seen.reason}; but the episode names {named[0]} and not this host")
        if _is_host(seen)
        and not _is_stated(seen)
        and not is_among(seen.credit.name, named)
        and not _is_named(seen.credit.name, text[:MOST_TEXT])
        else seen
        for seen in persons
    ]


def _is_host(seen: Sighting) -> bool:
    return seen.credit.role == "host" and seen.confidence >= BAR


def _meets(name: str, text: str) -> bool:
    """Whether the words behind a name let its person meet the others of the episode, or host it."""
    found = re.search(rf"(?<![\w-]){re.escape(name)}(?P<behind>[^.!?\n]{{0,60}})", text)
    return found is not None and _MEETS.match(found["behind"]) is not None


def _is_stated(seen: Sighting) -> bool:
    return seen.exact or seen.confidence == 1.0 or seen.origin in ("feed", "tag")


def _is_named(name: str, text: str) -> bool:
    """Whether a text has the first or last word of a name, in whichever case."""
    words = name.split()
    stems = (re.escape(word[: max(3, len(word) - 2)]) for word in (words[0], words[-1]))
    return any(re.search(rf"(?<![\w-]){stem}\w{{0,5}}(?!\w)", text) for stem in stems)
