"""Entries of flat lists: what each is called, and which of them are lists themselves, before any is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from episodes.core.errors import SourceError
from episodes.core.filling import filled
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.media.addresses import canonical_url, without_secrets
from episodes.media.infodict import item_from_info

Info = Mapping[str, Any]

#: What sites call places in a list whose item cannot be seen any more.
_EMPTY_PLACES = ("[Deleted video]", "[Private video]", "[Deleted track]", "[Private track]")
#: Broadcasts that are not over; "post_live" is one whose recording is still being made.
_NOT_OVER = ("is_live", "is_upcoming", "post_live")


def is_flat(entry: Info) -> bool:
    """Whether an entry names an address that is still to be asked."""
    return entry.get("_type") in ("url", "url_transparent")


def is_there(entry: Info) -> bool:
    """Whether an entry stands for something that can be had now: neither taken away nor still to come."""
    return entry.get("title") not in _EMPTY_PLACES and entry.get("live_status") not in _NOT_OVER


def refuse_live(info: Info, url: str) -> None:
    """Raise SourceError for what has no end yet."""
    shown = str(info.get("title") or without_secrets(url))
    if info.get("live_status") == "is_upcoming":
        raise SourceError(f"{shown} has not begun yet", hint="add it when it is over")
    if info.get("live_status") == "post_live":
        raise SourceError(f"{shown} has just ended, and its recording is not ready", hint="add it in some hours")
    if info.get("is_live") or info.get("live_status") == "is_live":
        raise SourceError(f"{shown} is live and has no end yet", hint="add it when it is over")


def find_reader(entry: Info) -> Any:
    """yt-dlp's reader for an entry's address: the one that is named, else the one made for that site, else None."""
    from yt_dlp.extractor import gen_extractor_classes

    name, url = entry.get("ie_key"), str(entry.get("url") or "")
    readers = gen_extractor_classes()
    if name:
        return next((reader for reader in readers if reader.ie_key() == name), None)
    return next((reader for reader in readers if reader.suitable(url) and reader.IE_NAME != "generic"), None)


def is_list(reader: Any, url: str) -> bool:
    """Whether a reader makes lists of such addresses, as those of channels and sets do."""
    if reader is None or reader.IE_NAME == "generic":
        return False
    return reader.ie_key() == "YoutubeTab" or reader.is_single_video(url) is False


def flat_item(entry: Info, reader: Any) -> Item:
    """Make an item of a flat entry; its identity is the one that its site gives it, as far as the entry tells."""
    url = str(entry.get("url") or "").partition("#__youtubedl_smuggle=")[0]
    web = url if url.startswith(("http://", "https://")) else ""
    item = item_from_info(entry)
    if reader is None or reader.IE_NAME == "generic":
        source = Source(provider="generic", key=canonical_url(web) if web else url, url=without_secrets(web))
        return replace(item, source=source, webpage_url=web)
    key = str(entry.get("id") or reader.get_temp_id(url) or (canonical_url(web) if web else url))
    source = Source(provider=reader.ie_key().lower(), key=key, url=without_secrets(web) or url)
    return replace(item, source=source, webpage_url=item.webpage_url or source.url)


def completed(full: Item, listed: Item) -> Item:
    """Let a list fill in what an item's own page leaves open."""
    told = ("title", "description", "show_title", "author", "published_at", "number", "season", "duration", "image_url")
    is_sure = full.date_is_sure if full.published_at else listed.date_is_sure
    return replace(filled(full, listed, *told), date_is_sure=is_sure)
