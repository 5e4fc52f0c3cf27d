"""Rules of what elements of the podcast namespace hold: other feeds, parts of a payment, pictures, Podping, blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from episodes.core.check.finding import NAMESPACE, Finding, error, warning
from episodes.core.check.tree import Feed, Node
from episodes.core.check.values import is_decimal, trouble_of_url

BAD_REMOTE = error("remote-item", NAMESPACE, "podcast:remoteItem has the feedGuid of another feed")
NO_REMOTE = error("remote-item-missing", NAMESPACE, "podcast:podroll and podcast:publisher hold podcast:remoteItem")
EMPTY_LIST = warning("medium-list-empty", NAMESPACE, "a list medium lists podcast:remoteItem; or take the L away")
BAD_PODPING = error("podping", NAMESPACE, "usesPodping is true or false")
BLOCK_NAME = warning("podcast-block-id", NAMESPACE, "id is the name of a service in small letters, such as amazon")
PICTURE_ADDRESS = error("podcast-image-address", NAMESPACE, "podcast:image has the picture's whole web address in href")
BAD_SPLIT = error("value-time-split", NAMESPACE, "it has startTime and duration in seconds, and who gets the value")


def check_nested_show(feed: Feed) -> Iterator[Finding]:
    """Judge what only a show may have."""
    channel = feed.channel
    for name in ("podcast:podroll", "podcast:publisher"):
        for holder in channel.all(name):
            if not holder.all("podcast:remoteItem"):
                yield NO_REMOTE("channel", f"<{name}> holds no podcast:remoteItem")
            yield from _remote_items(holder, f"<{name}>'s podcast:remoteItem")
    yield from _remote_items(channel, "podcast:remoteItem")
    medium = channel.value("podcast:medium")
    if medium.endswith("L") and not channel.all("podcast:remoteItem"):
        yield EMPTY_LIST("channel", f"podcast:medium is {medium}, and no podcast:remoteItem is listed")
    for podping in channel.all("podcast:podping"):
        if podping.get("usesPodping") not in ("true", "false"):
            yield BAD_PODPING("channel", f"podcast:podping's usesPodping is {podping.get('usesPodping')!r}")
    for block in channel.all("podcast:block"):
        if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", block.get("id") or "all"):
            yield BLOCK_NAME("channel", f"podcast:block's id is {block.get('id')!r}")


def _remote_items(holder: Node, what: str) -> Iterator[Finding]:
    for remote in holder.all("podcast:remoteItem"):
        if not remote.get("feedGuid"):
            yield BAD_REMOTE("channel", f"{what} has no feedGuid")


def check_nested(node: Node) -> Iterator[Finding]:
    """Judge what a show and an episode may both have."""
    for picture in node.all("podcast:image"):
        if trouble := trouble_of_url(picture.get("href")):
            yield PICTURE_ADDRESS(node.where, f"podcast:image's href {trouble}")
    for value in node.all("podcast:value"):
        for split in value.all("podcast:valueTimeSplit"):
            is_timed = is_decimal(split.get("startTime")) and is_decimal(split.get("duration"))
            if not is_timed or not (split.all("podcast:remoteItem") or split.all("podcast:valueRecipient")):
                yield BAD_SPLIT(
                    node.where,
                    f"podcast:valueTimeSplit has startTime {split.get('startTime')!r}, "
                    f"duration {split.get('duration')!r}",
                )
