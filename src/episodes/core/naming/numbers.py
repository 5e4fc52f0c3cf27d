"""Episode and season numbers in a title: every rule proposes, the surest proposal wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from episodes.core.naming.code_rules import code_numbers
from episodes.core.naming.folding import tidy
from episodes.core.naming.number_rules import bare_numbers, hash_numbers, named_numbers
from episodes.core.naming.number_shapes import LONGEST_TITLE, Heading, Numbering
from episodes.core.naming.patterns import search_pattern
from episodes.core.naming.season_rules import compact_numbers, marked_numbers, season_alone, season_in_brackets

#: Proposals below this are not taken.
LEAST_CONFIDENCE = 0.5
#: How sure a number is that stands where the show's other titles have theirs.
HABIT_CONFIDENCE = 0.9
_RULES = (compact_numbers, marked_numbers, hash_numbers, named_numbers, code_numbers, bare_numbers)


def read_numbering(title: str, *, show_title: str = "", patterns: Mapping[str, str] | None = None) -> Numbering:
    """Read episode and season number out of a title; `number` is None where it states none.

    A producer's own patterns (`number`, `season`) go first; their first group is the number.

    >>> read_numbering("S02E05. What now?").number
    5
    >>> read_numbering("Review of the year 2017").number is None
    True
    """
    best = max(iter_proposals(title, show_title=show_title, patterns=patterns), key=_rank, default=Numbering())
    heading = make_heading(title, show_title)
    if best.confidence < LEAST_CONFIDENCE:
        best = Numbering()
    if best.season is None and (season := season_alone(heading)):
        best = _with_season(best, season)
    if best.season is None and best.number is not None and (season := season_in_brackets(heading)):
        best = _with_season(best, season)
    return best


def make_heading(title: str, show_title: str) -> Heading:
    return Heading(tidy(title[: LONGEST_TITLE * 4])[:LONGEST_TITLE], show_title=tidy(show_title[:LONGEST_TITLE]))


def iter_proposals(
    title: str, *, show_title: str = "", patterns: Mapping[str, str] | None = None
) -> Iterator[Numbering]:
    """Yield every number that may be the episode's, with how sure each is."""
    heading = make_heading(title, show_title)
    yield from _by_patterns(heading, patterns or {})
    for rule in _RULES:
        yield from rule(heading)


def _rank(found: Numbering) -> tuple[float, int]:
    return found.confidence, -found.start


def _with_season(best: Numbering, season: Numbering) -> Numbering:
    return season if best.number is None else replace(best, season=season.season)


def _by_patterns(heading: Heading, patterns: Mapping[str, str]) -> Iterator[Numbering]:
    searched = {name: search_pattern(patterns.get(name, ""), heading.text) for name in ("number", "season")}
    found = {name: match for name, match in searched.items() if match}
    if not found:
        yield from _by_habit(heading, patterns)
        return
    values = {name: _first_figure(match) for name, match in found.items()}
    first = next(iter(found.values()))
    yield Numbering(
        number=values.get("number"), season=values.get("season"), start=first.start(), end=first.end(),
        confidence=1.0, reason=f"{first[0]!r} in the title, by the show's pattern",
    )  # fmt: skip


def _by_habit(heading: Heading, patterns: Mapping[str, str]) -> Iterator[Numbering]:
    """Read the number where the show's other titles have it (`core/naming/learned.py`)."""
    match = search_pattern(patterns.get("learned number", ""), heading.text)
    number = _first_figure(match) if match else None
    if match and number is not None and number <= int(patterns.get("learned number up to", "0")):
        learned = f"learned from {patterns['learned number from']} titles of the show"
        yield Numbering(
            number=number, start=match.start(), end=match.end(), confidence=HABIT_CONFIDENCE,
            reason=f"{match[0].strip()!r} in the title, {learned}",
        )  # fmt: skip


def _first_figure(match: re.Match[str]) -> int | None:
    groups = [group for group in (match.groups() or (match[0],)) if group]
    figures = re.search(r"\d{1,9}", groups[0]) if groups else None
    return int(figures[0]) if figures else None
