"""How a show writes its titles, learned from its own episodes: where the number stands, and where the guest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from episodes.core.credit import Role
from episodes.core.episode import SURE, Episode
from episodes.core.naming.folding import tidy
from episodes.core.show import Show

#: So many titles must agree before anything is taken for a habit.
LEAST = 5
#: Of those that could show the habit, so many must.
SHARE = 0.9
#: A number may be so much higher than the highest known: a year in its place is none.
AHEAD = 100
_LONGEST = 300
_NUMBER = re.compile(r"(?<!\d)0*(\d{1,6})(?!\d)")
#: What parts a name from the rest of a title.
_APART = r"(?: [-–—|•·] |: | \| | (?:with|mit|avec|con|com|met|med|w/|feat\.|ft\.) | \()"


def taught(show: Show, episodes: Sequence[Episode]) -> Show:
    """Give a show what its own episodes teach; what a person set in the settings stays first.

    The same episodes teach the same. What is learned stands among the patterns under names of its own
    (`learned number`, `learned guests`), with the count of titles behind it.
    """
    found: dict[str, str] = {}
    if "number" not in show.patterns:
        found |= _number_habit(episodes)
    if "guests" not in show.patterns:
        found |= _guest_habit(episodes)
    return replace(show, patterns={**found, **show.patterns}) if found else show


def _number_habit(episodes: Sequence[Episode]) -> dict[str, str]:
    """The words before and behind the number that all titles share, where the numbers rise with the dates."""
    told = [(tidy(one.original_title[:_LONGEST]), one.number, one) for one in episodes if one.original_title]
    habits = Counter(
        shape for title, number, one in told if number is not None for shape in _shapes(title, number) if _counts(one)
    )
    for shape, count in sorted(habits.items(), key=lambda pair: (-pair[1], pair[0])):
        pattern = re.compile(shape)
        seen = [(match, number, one) for title, number, one in told if (match := pattern.search(title))]
        agreed = [(number, one) for match, number, one in seen if number is not None and int(match[1]) == number]
        if count < LEAST or len(agreed) < SHARE * len(seen) or len(agreed) < SHARE * _numbered(told):
            continue
        if _rises(agreed):
            most = max(number for number, _ in agreed)
            return {
                "learned number": shape,
                "learned number from": str(len(agreed)),
                "learned number up to": str(most + AHEAD),
            }
    return {}


def _shapes(title: str, number: int) -> Iterable[str]:
    """Ways to say where a number stands in a title: what is before it at the beginning, or behind it at the end."""
    for match in _NUMBER.finditer(title):
        if int(match[1]) != number:
            continue
        before, after = title[: match.start()], title[match.end() :]
        if len(before) <= 30 and not re.search(r"\d", before):
            follow = re.match(r"\s?[-–—:|.,)\]]?\s?", after)
            yield rf"^{re.escape(before)}0*(\d{{1,6}}){re.escape(follow[0]) if follow else ''}" + ("" if after else "$")
        if len(after) <= 10 and not re.search(r"[^\W_]", after) and (lead := re.search(r"[^\w]{1,4}$", before)):
            yield rf"{re.escape(lead[0])}0*(\d{{1,6}}){re.escape(after)}$"


def _counts(episode: Episode) -> bool:
    """Trailers and repeats often carry another's number."""
    return episode.kind == "full"


def _numbered(told: Sequence[tuple[str, int | None, Episode]]) -> int:
    return sum(number is not None and _counts(one) for _, number, one in told)


def _rises(agreed: Sequence[tuple[int, Episode]]) -> bool:
    """Whether numbers are each used once a season and follow the dates, as years in titles or parts do not."""
    numbers = [(one.season or 0, number) for number, one in sorted(agreed, key=lambda pair: pair[1].published_at)]
    steps = sum(later > earlier for earlier, later in pairwise(numbers))
    return len(set(numbers)) == len(numbers) and steps >= SHARE * (len(numbers) - 1)


def _guest_habit(episodes: Sequence[Episode]) -> dict[str, str]:
    """Whether guests stand at one place of the title: behind the last ` – `, or before the first `: `."""
    titles = [(tidy(one.original_title[:_LONGEST]), one) for one in episodes if one.original_title and _counts(one)]
    habits = Counter(shape for title, one in titles for shape in _places(title, one))
    for shape, count in sorted(habits.items(), key=lambda pair: (-pair[1], pair[0])):
        if count < LEAST:
            break
        pattern = re.compile(shape)
        seen = [(match[1], one) for title, one in titles if (match := pattern.search(title))]
        agreed = [one for words, one in seen if any(words.startswith(name) for name in _sure_names(one, "guest"))]
        if len(agreed) >= LEAST and len(agreed) >= SHARE * len(seen):
            return {"learned guests": shape, "learned guests from": str(len(agreed))}
    return {}


def _places(title: str, episode: Episode) -> Iterable[str]:
    for name in _sure_names(episode, "guest"):
        before, found, after = title.partition(name)
        lead = re.search(rf"{_APART}$", before)
        follow = re.match(_APART, after)
        if found and lead and len(after) <= 1:
            yield rf".*{re.escape(lead[0])}([^\d]{{4,80}}){re.escape(after)}$"
        elif found and follow and not re.search(r"[^\W\d_]{4}", before):
            yield rf"^[^a-zA-Z]*([^\d]{{4,80}}?){re.escape(follow[0])}"


def _sure_names(episode: Episode, role: Role) -> list[str]:
    origin = episode.origin_of(f"{role}s")
    if origin is not None and not origin.locked and origin.confidence < SURE:
        return []
    return [credit.name for credit in episode.credits if credit.role == role]
