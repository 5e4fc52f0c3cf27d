"""The number in the title weighed against the one in the tags, and the first line of the description."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from episodes.core.episode import SURE, Origin
from episodes.core.item import Item
from episodes.core.naming.markup import without_links
from episodes.core.naming.number_shapes import Numbering
from episodes.core.naming.numbers import iter_proposals, make_heading, read_numbering
from episodes.core.naming.season_rules import compact_numbers, marked_numbers

_FIGURE = re.compile(r"\s*0*(\d{1,6})(?!\d)")
#: `Episode 500 is nearly here, but first …`.
_NOT_YET = re.compile(
    r"\s(?:is|will be)\s(?:\w+\s)?(?:nearly|almost|coming|next|soon|just around|on its way)\b", re.IGNORECASE
)
_OWN_NUMBER = re.compile(
    r"^\W*+(?:(?:welcome to|this is|you'?re listening to|in|for|on|here is|it'?s|im|in der|dans|en|nell[ao]?)\s)?"
    r"(?:this |our |the )?(?:episode|ep\.?|show|folge|épisode|episodio|episódio|puntata|aflevering|"
    r"avsnitt)\s(?:number |no\.? |#)?(\d{1,4})\b(?!\s?(?:we (?:talked|discussed|covered)|when))",
    re.IGNORECASE,
)
#: A sign between the heading and what is said of the episode.
_BEHIND_HEADING = re.compile(r"\s*[)\]]?\s*(?:[.:|](?=\s|$)\s*|[-–—•·]\s+|$)")
#: A heading's number stands no further on than a show's name is long.
MOST_BEFORE = 80
#: A tag's number is what a person or a program once typed; a file's track may count songs on a disc.
_TAG_CONFIDENCE = 0.88
_TRACK_CONFIDENCE = 0.65


def weigh_numbers(
    item: Item, lines: Sequence[str], *, show_title: str = "", patterns: Mapping[str, str] | None = None
) -> tuple[Numbering, list[Origin]]:
    """Choose number and season, and say from where and why; both numbers are named where two differ."""
    in_title = read_numbering(item.title, show_title=show_title, patterns=patterns)
    number, season = _figure(item.number), _figure(item.season) or None
    chosen, origin = _choose_number(item, in_title, number, show_title)
    if chosen.number is None and (found := _in_first_lines(lines, show_title)):
        chosen, origin = replace(found, season=chosen.season or found.season, start=0, end=0), "description"
    origins = (
        [Origin(field="number", origin=origin, confidence=chosen.confidence, reason=chosen.reason)]
        if chosen.number is not None
        else []
    )
    if chosen.season is not None:
        said = f"; the tag says {season}" if season not in (None, chosen.season) else ""
        origins.append(
            Origin(field="season", origin="title", confidence=0.9, reason=(in_title.reason or chosen.reason) + said)
        )
    elif season is not None:
        chosen = replace(chosen, season=season)
        origins.append(
            Origin(field="season", origin="tag", confidence=_TAG_CONFIDENCE, reason=f"the tag says {season}")
        )
    return chosen, origins


def _choose_number(item: Item, in_title: Numbering, tagged: int | None, show_title: str) -> tuple[Numbering, str]:
    if tagged is None:
        return in_title, "title"
    if in_title.number == tagged:
        return replace(
            in_title, confidence=max(in_title.confidence, 0.97), reason=f"{in_title.reason}; the tag agrees"
        ), "title"
    if in_title.number is not None and in_title.confidence >= SURE:
        return replace(in_title, reason=f"{in_title.reason}; the tag says {tagged}"), "title"
    agreeing = next(
        (found for found in iter_proposals(item.title, show_title=show_title) if found.number == tagged), None
    )
    if agreeing:
        return replace(
            agreeing, confidence=0.93, reason=f"{agreeing.reason}; the tag agrees", season=in_title.season
        ), "title"
    doubt = f"; {in_title.reason} may be another number" if in_title.number is not None else ""
    sure = _TRACK_CONFIDENCE if item.source.provider == "file" and "/" in item.number else _TAG_CONFIDENCE
    return Numbering(
        number=tagged, season=in_title.season, confidence=sure, reason=f"the tag says {tagged}{doubt}"
    ), "tag"


def _in_first_lines(lines: Sequence[str], show_title: str) -> Numbering | None:
    """Find the number in a description that opens with it: `Show Episode 1388 - …`, `In episode 12, …`."""
    for line in [without_links(line) for line in lines if line][:2]:
        heading = make_heading(line, show_title)
        for found in [*compact_numbers(heading), *marked_numbers(heading)]:
            if _NOT_YET.match(line, found.end):
                return None
            if found.confidence >= 0.97 and heading.opens_after_name(found.start) and found.start < 60:
                return replace(
                    found, confidence=0.85, reason=f"{found.reason.removesuffix(' in the title')} opens the description"
                )
        if match := _OWN_NUMBER.match(line):
            return Numbering(number=int(match[1]), confidence=0.8, reason=f"{match[0].strip()!r} opens the description")
    return None


def without_heading(lines: Sequence[str], number: int | None, *, show_title: str = "") -> list[str]:
    """Take a heading of show and number off the beginning of a description, once both are known.

    >>> without_heading(["Quick Take: Episode 12. We talk of tea."], 12, show_title="Quick Take")
    ['We talk of tea.']
    >>> without_heading(["Episode 12 is about tea."], 12)
    ['Episode 12 is about tea.']
    """
    place = next((place for place, line in enumerate(lines) if line), None)
    if place is None or number is None:
        return list(lines)
    heading = make_heading(lines[place], show_title)
    if not lines[place].startswith(heading.text):
        return list(lines)
    for found in [*compact_numbers(heading), *marked_numbers(heading)]:
        if found.number == number and found.start < MOST_BEFORE and heading.opens_after_name(found.start):
            end = _BEHIND_HEADING.match(lines[place], found.end)
            if end:
                return [*lines[:place], lines[place][end.end() :], *lines[place + 1 :]]
    return list(lines)


def _figure(text: str) -> int | None:
    match = _FIGURE.match(text)
    return int(match[1]) if match else None
