"""The record that an item makes alone: of a new episode, or what it says of one that it joins."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

from episodes.core.bringing import imported_episode
from episodes.core.completing import Account
from episodes.core.episode import Episode
from episodes.core.incoming import IncomingItem
from episodes.core.item import Item
from episodes.core.naming.learned import taught
from episodes.core.naming.reader import read_item
from episodes.core.plan import Wishes, new_episode
from episodes.core.show import Show
from episodes.store.catalogue import Catalogue
from episodes.tagger.tag import marked


def alone(
    item: Item, incoming: IncomingItem | None, show: Show, *, now: datetime, taken: Collection[str] = ()
) -> Episode:
    """Make the record of an item, without media; `incoming` is what a feed says of it beyond the item."""
    if incoming is not None:
        incoming = replace(incoming, item=marked(incoming.item, show))
        return replace(imported_episode(incoming, show, now=now, taken=taken), media=())
    reading = read_item(marked(item, show), show=show)
    made = new_episode(item, reading, Wishes(show=show.slug), show=show, media=(), now=now, taken=taken)
    return replace(made, image=item.image_url)


def alone_now(catalogue: Catalogue, item: Item, show: str) -> Episode:
    """The same for an item of which no more is known, with what the show's episodes teach of its titles."""
    lent = taught(catalogue.get_show(show), catalogue.list_episodes(show))
    now, taken = datetime.now(UTC).replace(microsecond=0), catalogue.slugs(show)
    return alone(item, None, lent, now=now, taken=taken)


def account_alone(catalogue: Catalogue, item: Item, show: str) -> Account:
    """What an item says, of which nothing was kept but itself."""
    return Account(said=alone_now(catalogue, item, show), source=item.source)
