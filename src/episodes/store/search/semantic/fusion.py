"""Joining the words' answer and the meaning's: reciprocal rank fusion.

Cormack, Clarke and Büttcher, "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods"
(2009): an episode is worth the sum of 1 / (60 + rank) over the answers that have it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from itertools import zip_longest

from episodes.core.episode import Episode
from episodes.core.hits import EpisodeHits, Hit, Results
from episodes.core.query import Sort

K = 60  #: how little the first places differ
DEPTH = 50  #: episodes of each answer that are joined
#: Seconds between spots that are the same to a listener.
SAME = 15.0


@dataclass(frozen=True)
class Candidate:
    """An episode of one answer; its spots are cut only if it is shown."""

    episode: Episode
    show_title: str
    hits: Callable[[], tuple[Hit, ...]]

    @property
    def key(self) -> tuple[str, str]:
        return self.episode.show, self.episode.guid


def fused(words: Results, near: list[Candidate], *, sort: Sort, limit: int, hits: int) -> Results:
    """One answer of both. Where the words are not all found, the meaning's spots come first."""
    spoken = [Candidate(one.episode, one.show_title, partial(_hits_of, one)) for one in words.episodes]
    answers = (near, spoken) if words.relaxed else (spoken, near)
    worth: dict[tuple[str, str], float] = defaultdict(float)
    sources: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for answer in answers:
        for rank, candidate in enumerate(answer, 1):
            worth[candidate.key] += 1 / (K + rank)
            sources[candidate.key].append(candidate)
    joined: list[EpisodeHits] = []
    for key in sorted(worth, key=lambda key: -worth[key]):
        if limit and len(joined) == limit:
            break
        found = _joined(sources[key], worth[key], hits)
        joined += [found] if found.hits else []  # a passage may hold nothing that this search allows
    if sort != "best":
        joined.sort(key=lambda one: one.episode.published_at, reverse=sort == "new")
    return replace(words, episodes=tuple(joined), total=len(worth), total_is_exact=False, relaxed=False)


def _hits_of(found: EpisodeHits) -> tuple[Hit, ...]:
    return found.hits


def _joined(sources: list[Candidate], worth: float, hits: int) -> EpisodeHits:
    kept: list[Hit] = []
    for row in zip_longest(*(source.hits() for source in sources)):
        for hit in row:
            if hit is not None and not any(_same(hit, other) for other in kept):
                kept.append(hit)
    return EpisodeHits(
        episode=sources[0].episode,
        show_title=sources[0].show_title,
        hits=tuple(kept[: hits or None]),
        score=round(worth, 4),
        spots=len(kept),
    )


def _same(hit: Hit, other: Hit) -> bool:
    if hit.segment is None or other.segment is None:
        return False
    near = hit.at is not None and other.at is not None and abs(hit.at - other.at) < SAME
    return near or hit.segment == other.segment
