"""Episodes that have one file: likely added twice, unless one feed has it in two items."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from episodes.core.bringing import is_same_feed
from episodes.core.episode import Episode
from episodes.core.facts import facts_of_episode
from episodes.core.matching import Match, of_one_file
from episodes.core.media import Medium


def sums_of(medium: Medium) -> set[str]:
    """The checksums of a medium: of the file that was kept, and of the one that listeners get."""
    return {medium.sha256, medium.rendition.sha256 if medium.rendition else ""} - {""}


def doubles(episodes: Sequence[Episode]) -> Iterator[tuple[Episode, Episode, Match]]:
    """Pairs of episodes with the same file, the older first; a feed's own items are what the feed says they are."""
    by_file: dict[str, dict[str, Episode]] = defaultdict(dict)
    for episode in episodes:
        for name in set().union(*map(_names_of, episode.media)):
            by_file[name][episode.guid] = episode
    told = set()
    for same in by_file.values():
        for one, other in combinations(sorted(same.values(), key=lambda one: one.published_at), 2):
            if (one.guid, other.guid) in told or is_of_one_feed(one.media, other.media):
                continue
            told.add((one.guid, other.guid))
            yield one, other, of_one_file(facts_of_episode(one), facts_of_episode(other))


def _names_of(medium: Medium) -> set[str]:
    """What a file is known by: its bytes, or where it lies."""
    address = medium.source.url
    return sums_of(medium) | ({address} if address.startswith(("http://", "https://")) else set())


def is_of_one_feed(some: Iterable[Medium], others: Iterable[Medium]) -> bool:
    """Whether media of two episodes came from items of one feed."""
    others = list(others)
    return any(is_same_feed(one.source, other.source) for one in some for other in others)
