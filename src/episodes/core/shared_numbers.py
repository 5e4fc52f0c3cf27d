"""Full episodes that have one number: likely somebody mistyped it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from episodes.core.episode import Episode


def shared_numbers(episodes: Iterable[Episode]) -> list[list[Episode]]:
    """The full episodes of a show that share a number in one season, each group from the oldest on."""
    groups: dict[tuple[int | None, int], list[Episode]] = defaultdict(list)
    for episode in sorted(episodes, key=lambda one: one.published_at):
        if episode.number is not None and episode.kind == "full":
            groups[episode.season, episode.number].append(episode)
    return [group for group in groups.values() if len(group) > 1]


def number_note(episode: Episode, episodes: Iterable[Episode]) -> str:
    """What a producer is told where a new episode has the number of another one; "" where it has not."""
    same = (one for one in episodes if one.number == episode.number and one.guid != episode.guid)
    other = next((one for group in shared_numbers([episode, *same]) for one in group if one is not episode), None)
    if other is None:
        return ""
    return (
        f"number {episode.number} is that of {_name(other)}, too: if it is mistyped, "
        f"`episodes edit {_name(episode)} number=…`"
    )


def group_note(group: list[Episode]) -> str:
    """The same of episodes that are there."""
    *others, last = map(_name, group)
    return (
        f"number {group[0].number} is that of {', '.join(others)} and {last}: `episodes edit {last} number=…` mends "
        f"it, `episodes match {others[0]} {last}` joins them, with `--apart` they stay"
    )


def _name(episode: Episode) -> str:
    """A reference that a number makes ambiguous no more."""
    return f"{episode.show}/{episode.slug}"
