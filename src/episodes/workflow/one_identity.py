"""Feeds of one show that state one identity: their items are told apart where they have the same names."""

from __future__ import annotations

from dataclasses import replace

from episodes.core.bringing import apart_source, is_same_place
from episodes.core.kin import address_of
from episodes.core.show import ShowSource
from episodes.workflow.listing import Listed, Listing
from episodes.workflow.shelf import Shelf


def told_apart(listing: Listing, shelf: Shelf, source: ShowSource) -> Listing:
    """Call a feed's items otherwise that are called as another feed's: a film and its sound, or a copy elsewhere.

    Items are called by their feed's podcast:guid and their own GUID. A feed that has moved is the same feed.
    """
    watched = {one.url for one in shelf.show.sources} - {source.url}
    return replace(listing, entries=tuple(_told_apart(one, shelf, source, watched) for one in listing.entries))


def _told_apart(listed: Listed, shelf: Shelf, source: ShowSource, watched: set[str]) -> Listed:
    incoming, known = listed.incoming, shelf.remote(listed.item.source)
    if incoming is None or (known is not None and known.channel == source.url):
        return listed
    episode = shelf.episode(known.guid if known is not None else incoming.guid)
    own = listed.item.source
    held = (
        [one for one in episode.media if (one.source.provider, one.source.key) == (own.provider, own.key)]
        if episode
        else []
    )
    is_copy = known is not None and known.channel in watched
    is_other = any(not is_same_place(one.source.url, address_of(incoming)) for one in held)
    if not is_other or not (is_copy or all(one.kind != source.kind for one in held)):
        return listed
    item = replace(incoming.item, source=apart_source(incoming))
    return replace(listed, item=item, incoming=replace(incoming, item=item))
