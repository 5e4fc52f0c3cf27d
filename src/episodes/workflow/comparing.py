"""What is compared of a source's items: each for itself, and as one of all that its source lists."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import NamedTuple

from episodes.core.completing import is_told
from episodes.core.episode import Episode
from episodes.core.facts import Facts, facts_of_episode, read_facts
from episodes.core.item import Item
from episodes.core.likeness import bare, common_titles
from episodes.core.numbering import Counts, doubted
from episodes.core.remote import RemoteItem, item_of
from episodes.core.show import ShowSource
from episodes.core.sound import is_cut_out, own_source
from episodes.workflow.listing import Listing
from episodes.workflow.shelf import Shelf, key_of

#: So many items of a source are looked at to learn how it counts, and which titles it repeats.
_MOST_ITEMS = 500
#: So many items of other sources are looked at for the same, the newest ones.
_MOST_JOINED = 60
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


class Remembered(NamedTuple):
    """An item that was taken or asked about earlier, and what it said of itself then."""

    remote: RemoteItem
    facts: Facts


@dataclass(frozen=True)
class Comparer:
    """Reads the facts of one source's items; what all items tell is read when it is first asked for."""

    shelf: Shelf
    source: ShowSource
    listing: Listing

    def facts(self, item: Item, *, is_measured: bool) -> Facts:
        """What an item says of itself, and what its source's other items make of that."""
        facts = read_facts(item, self.shelf.show, is_measured=is_measured)
        facts = replace(facts, is_title_common=bare(facts.title) in self._common_titles)
        if facts.sure_number is None:
            return facts
        return doubted(facts, self._counts.ahead(facts, self._joined()))

    def _joined(self) -> dict[int, int]:
        """The numbers of items that are in an episode of another source, and the number that they have there."""
        found = dict(self._joined_here)
        for listed, facts in zip(self.listing.entries, self._listed, strict=False):
            known = self.shelf.remote(listed.item.source)
            episode = self.shelf.episode(known.guid) if known is not None and known.state == "episode" else None
            if episode is None or episode.number is None or facts.sure_number is None or self._is_founder(episode):
                continue
            if not is_told(episode, "number"):
                found[facts.sure_number] = episode.number
        return found

    @cached_property
    def _joined_here(self) -> dict[int, int]:
        """The same told by other sources, whose items are in episodes of this one: numbers here, and there."""
        found = {}
        others = (one for one in self.shelf.all_remotes if one.state == "episode" and one.channel != self.source.url)
        for one in sorted(others, key=lambda one: one.published_at or _LONG_AGO, reverse=True)[:_MOST_JOINED]:
            episode = self.shelf.episode(one.guid)
            if episode is None or episode.number is None or not self._is_founder(episode):
                continue
            if is_told(episode, "number"):  # by that very item: it says nothing of how this source counts
                continue
            there = read_facts(replace(item_of(one), description=""), self.shelf.show).sure_number
            if there is not None:
                found[episode.number] = there
        return found

    def _is_founder(self, episode: Episode) -> bool:
        """Whether an episode came from this source; audio that came later may stand before its film."""
        if episode.guid in self._founders:
            return self.source.url in self._founders[episode.guid]
        return not episode.media or own_source(episode.media[0].source) in self._own

    @cached_property
    def _founders(self) -> dict[str, set[str]]:
        """The sources that episodes came from, as far as is known: what was joined has its reasons."""
        found: dict[str, set[str]] = {}
        for one in self.shelf.all_remotes:
            if one.state in ("episode", "apart") and not one.reasons:
                found.setdefault(one.guid, set()).add(one.channel)
        return found

    @cached_property
    def _own(self) -> set[tuple[str, str]]:
        own = {key_of(one.source) for one in self.shelf.remotes(self.source.url)}
        return own | {key_of(listed.item.source) for listed in self.listing.entries}

    @cached_property
    def asked(self) -> list[Remembered]:
        """What the show's other sources are waiting for an answer about."""
        waiting = (one for one in self.shelf.all_remotes if one.state == "asked" and one.channel != self.source.url)
        return [Remembered(one, read_facts(item_of(one), self.shelf.show)) for one in waiting]

    @cached_property
    def gone(self) -> list[Remembered]:
        """The items of episodes that this source no longer lists; a source that moves may lose all of them at once."""
        gone = (one for one in self.shelf.remotes(self.source.url) if one.state == "episode" and one.gone_at)
        return [Remembered(one, read_facts(item_of(one), self.shelf.show)) for one in gone]

    @cached_property
    def _listed(self) -> list[Facts]:
        items = (listed.item for listed in self.listing.entries[:_MOST_ITEMS])
        return [read_facts(replace(item, description=""), self.shelf.show) for item in items]

    @cached_property
    def _counts(self) -> Counts:
        others = [facts_of_episode(episode) for episode in self.shelf.episodes if not self._is_founder(episode)]
        return Counts(self._listed, others)

    @cached_property
    def _common_titles(self) -> set[str]:
        """Titles that several items of the source have, or several episodes as sound, or as pictures."""
        episodes = self.shelf.episodes
        groups = [[facts.title for facts in self._listed]]
        groups += [[one.title for one in episodes if _has_own(one, kind)] for kind in ("audio", "video")]
        return common_titles(*groups)


def _has_own(episode: Episode, kind: str) -> bool:
    """Whether an episode has a medium of a kind that is not another one's sound."""
    return any(medium.kind == kind and not is_cut_out(medium) for medium in episode.media)
