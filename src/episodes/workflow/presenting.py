"""Hosts of a show whom only its episodes together tell of; looked for where one was added or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.regulars import Regular, presented, regulars_of
from episodes.core.show import Show
from episodes.store.catalogue import Catalogue


@dataclass(frozen=True, kw_only=True)
class Presented:
    """Who became a host, and of which episodes, as they are now."""

    names: tuple[str, ...] = ()
    episodes: tuple[Episode, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """What a producer is told, if anything changed: a sentence."""
        count = len(self.episodes)
        what = f"hosts of {count} episode{'s' if count > 1 else ''}: {', '.join(self.names)}"
        return (f"{what}, being in most of the show's",) if self.names else ()

    def now(self, episode: Episode) -> Episode:
        """An episode with what changed of it."""
        return next((one for one in self.episodes if one.guid == episode.guid), episode)


def regulars_in(show: Show, episodes: Sequence[Episode]) -> tuple[Regular, ...]:
    """The regulars of a show; nobody where its producer says who hosts it, or how hosts are to be found."""
    return () if show.hosts or "hosts" in show.patterns else regulars_of(episodes)


def present(catalogue: Catalogue, show: Show) -> Presented:
    """Make hosts of those who are in most of a show's episodes (`core/regulars.py`), in all that are there, or in none.

    Raises NotFound if one of them is removed meanwhile; the next time tells of the others.
    """
    episodes = catalogue.list_episodes(show.slug)
    regulars = regulars_in(show, episodes)
    to_change = [one.guid for one in episodes if presented(one, regulars) is not one]
    if not to_change:
        return Presented()
    with catalogue.together():  # a thousand transactions take longer, and might leave half of them
        changed = tuple(
            catalogue.change_episode(guid, lambda now: presented(now, regulars), show=show.slug) for guid in to_change
        )
    before = {(one.guid, host.name) for one in episodes for host in one.credits if host.role == "host"}
    fresh = [host.name for one in changed for host in _hosts(one) if (one.guid, host.name) not in before]
    return Presented(names=tuple(dict.fromkeys(fresh)), episodes=changed)


def _hosts(episode: Episode) -> list[Credit]:
    return [one for one in episode.credits if one.role == "host"]
