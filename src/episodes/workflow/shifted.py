"""Episodes that stayed two because their sources count otherwise, which was found out later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from episodes.core.episode import Episode
from episodes.core.facts import facts_of_episode
from episodes.core.matching import ASKED, UNSURE, Match, compare
from episodes.core.numbering import ahead_by_joined, doubted, joined_numbers
from episodes.core.remote import RemoteItem, account_of, is_joined, item_of


def shifted_pairs(
    alone: Sequence[Episode], others: Sequence[Episode], remotes: Sequence[RemoteItem], known: Mapping[str, Episode]
) -> Iterator[tuple[Episode, Episode, Match]]:
    """Pairs of an episode alone, by its source's count, and the one that has that number in the show's.

    The first item of a source that counts from 0 meets nothing of its number, and at that time nothing tells.
    """
    channels = {one.guid: one.channel for one in remotes if one.state == "episode" and not one.reasons}
    wanted = {channels[one.guid] for one in alone if one.number is not None and one.guid in channels}
    joined: dict[str | None, dict[int, int]] = {}
    if others:
        joined = {channel: _joined(channel, remotes, known) for channel in wanted}
    by_number: dict[int, list[Episode]] = {}
    for other in others:
        if other.number is not None:
            by_number.setdefault(other.number, []).append(other)
    for one in alone:
        if one.number is None or (ahead := ahead_by_joined(one.number, joined.get(channels.get(one.guid), {}))) is None:
            continue
        for other in by_number.get(one.number - ahead, ()):
            match = compare(doubted(facts_of_episode(one), ahead), facts_of_episode(other))
            if not match.is_vetoed:
                yield one, other, replace(match, score=min(max(match.score, ASKED), UNSURE))


def _joined(channel: str, remotes: Sequence[RemoteItem], known: Mapping[str, Episode]) -> dict[int, int]:
    """The numbers of a source's items that were joined to episodes of others, and the numbers of these."""
    own = [one for one in remotes if one.channel == channel and is_joined(one) and one.guid in known]
    accounts = ((known[one.guid], account_of(one, item_of(one))) for one in own)
    return joined_numbers((episode, account.said) for episode, account in accounts if account is not None)
