"""Whether a source numbers its items as the show does: some count from 0, or count a trailer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from episodes.core.completing import Said, is_told
from episodes.core.episode import Episode
from episodes.core.facts import Facts
from episodes.core.likeness import bare, similarity
from episodes.core.matching import DAYS

#: Counts are looked for that run so far apart.
FARTHEST = 5
#: So many numbered items around an item tell how its source counts there.
_AROUND = 7
#: Of those that are one episode already, so many nearest ones tell alone: people, or the sound, have decided.
_ANSWERED = 3
#: Of others, so many must fit another count by their titles, and so large a share.
_LEAST, _SHARE = 2, 0.4
#: Where lengths and dates alone tell, a source may as well cut otherwise: nearly all must fit.
_LEAST_UNTITLED, _SHARE_UNTITLED = 3, 0.7
#: Votes of title and length by which another count must fit better. Dates alone tell nothing: a source that counts
#: otherwise looks as one does that publishes each episode a week after the other source.
_GAIN = 2
#: Titles from here on are alike, below the second they are not.
_ALIKE, _UNLIKE = 0.8, 0.5
_DAY = timedelta(days=1)


class Vote(NamedTuple):
    """What one item says of how its source counts."""

    ahead: int  #: of the show's numbers
    is_titled: bool  #: whether its title says so, and not its length alone


@dataclass(frozen=True)
class Counts:
    """How a source counts, beside how the show does; what has been compared once is remembered."""

    items: Sequence[Facts]  #: what the source lists
    episodes: Sequence[Facts]  #: those that did not come from it
    _votes: dict[Facts, Vote | None] = field(default_factory=dict)

    def ahead(self, facts: Facts, joined: Mapping[int, int]) -> int | None:
        """How far the source's numbers run ahead of the show's around an item; None where they do not.

        `joined` are the numbers of items and episodes that are one already. Of others, an item tells against its
        number where an episode of another number is more like it in title and length than the one of the same.
        """
        if facts.sure_number is None:
            return None
        same = self._by_number.get(facts.sure_number, [])
        if any(_title_votes(facts, one) > 0 and _agreement(facts, one) > 0 for one in same):
            return None  # number and words agree
        if ahead := ahead_by_nearest(facts.sure_number, joined):
            return ahead
        own = [one for one in self.items if one.sure_number is not None and _same_season(one, facts)]
        votes = (self._vote(one, joined) for one in sorted(own, key=lambda one: _distance(one, facts)))
        near = list(islice((vote for vote in votes if vote is not None), _AROUND))
        for with_untitled, least, share in ((False, _LEAST, _SHARE), (True, _LEAST_UNTITLED, _SHARE_UNTITLED)):
            counts = Counter(vote.ahead for vote in near if vote.ahead and (vote.is_titled or with_untitled))
            for ahead, count in counts.most_common(1):
                if count >= least and count >= share * len(near):
                    return ahead
        return None

    @cached_property
    def _by_number(self) -> dict[int, list[Facts]]:
        found: dict[int, list[Facts]] = {}
        for episode in self.episodes:
            if episode.sure_number is not None:
                found.setdefault(episode.sure_number, []).append(episode)
        return found

    def _vote(self, item: Facts, joined: Mapping[int, int]) -> Vote | None:
        number = item.sure_number or 0
        if number in joined:
            return Vote(number - joined[number], is_titled=True)
        if item not in self._votes:
            self._votes[item] = _vote(item, self._by_number)
        return self._votes[item]


def ahead_by_joined(number: int, joined: Mapping[int, int]) -> int | None:
    """How far a source's numbers run ahead around one of them, as two of the nearest that are joined say at least.

    >>> ahead_by_joined(0, {1: 2, 2: 3}), ahead_by_joined(0, {1: 1, 2: 3}), ahead_by_joined(0, {1: 1, 2: 2})
    (-1, None, None)
    """
    near = sorted(joined, key=lambda one: abs(one - number))[:_ANSWERED]
    counts = Counter(one - joined[one] for one in near)
    ahead, votes = counts.most_common(1)[0] if counts else (0, 0)
    return ahead if ahead and votes >= _LEAST else None


def doubted(facts: Facts, ahead: int | None) -> Facts:
    """An item whose source counts otherwise; its number neither joins nor vetoes."""
    if ahead is None:
        return facts
    words = f"its source's numbers run {abs(ahead)} {'ahead of' if ahead > 0 else 'behind'} the show's"
    return replace(facts, doubt=words)


def _distance(one: Facts, other: Facts) -> int:
    return abs((one.sure_number or 0) - (other.sure_number or 0))


def joined_numbers(said: Iterable[tuple[Episode, Said]]) -> dict[int, int]:
    """The numbers of a source's items, and of the episodes that they were joined to, which have theirs from others."""
    return {
        words.number: episode.number
        for episode, words in said
        if isinstance(words, Episode)
        and words.number is not None
        and not words.is_guessed("number")
        and episode.number is not None
        and not is_told(episode, "number")
    }


def ahead_by_nearest(number: int, joined: Mapping[int, int]) -> int:
    """How far most of the nearest numbers run ahead that are one episode already."""
    near = sorted(joined, key=lambda one: abs(one - number))[:_ANSWERED]
    return Counter(one - joined[one] for one in near).most_common(1)[0][0] if near else 0


def _same_season(one: Facts, other: Facts) -> bool:
    return one.season is None or other.season is None or one.season == other.season


def _vote(item: Facts, by_number: Mapping[int, Sequence[Facts]]) -> Vote | None:
    """How far an item's number runs ahead; None where nothing tells."""
    number = item.sure_number or 0
    same = [one for one in by_number.get(number, ()) if _same_season(one, item)]
    if not same:
        return None
    own, mine = max(((_agreement(item, one), one) for one in same), key=lambda pair: pair[0])
    if own > 0 and _title_votes(item, mine) > 0:
        return Vote(0, is_titled=True)
    found = [
        (_agreement(item, one), -abs(ahead), ahead, one)
        for ahead in range(-FARTHEST, FARTHEST + 1)
        for one in (by_number.get(number - ahead, ()) if ahead else ())
        if _same_season(one, item) and _undated(item, one) - _undated(item, mine) >= _GAIN
    ]
    agreed, _, ahead, other = max(found, key=lambda one: one[:3], default=(own, 0, 0, mine))
    if agreed - own < _GAIN:
        return Vote(0, is_titled=True) if own >= 0 else None
    return Vote(ahead, is_titled=_title_votes(item, other) > 0)


def _agreement(one: Facts, other: Facts) -> int:
    """How many of title, date and length agree, less those that do not; the title counts twice."""
    if not (one.published_at and other.published_at):
        return _undated(one, other)
    apart = abs(one.published_at - other.published_at)
    return _undated(one, other) + (apart <= _DAY) - (apart > DAYS)


def _undated(one: Facts, other: Facts) -> int:
    votes = _title_votes(one, other)
    if one.duration and other.duration:
        apart, longer = abs(one.duration - other.duration), max(one.duration, other.duration)
        votes += (apart <= max(20.0, 0.02 * longer)) - (apart > max(60.0, 0.05 * longer))
    return votes


def _title_votes(one: Facts, other: Facts) -> int:
    titles = bare(one.title), bare(other.title)
    if any(not re.search(r"[^\W\d]", title) for title in titles) or one.is_title_common or other.is_title_common:
        return 0  # nothing but a number, or what all have
    alike = similarity(one.title, other.title)
    return 2 * ((alike >= _ALIKE) - (alike < _UNLIKE))
