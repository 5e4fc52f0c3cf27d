"""Rules of what few shows have: live episodes, chats, sets of pictures, and RSS's own cloud and text box."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from episodes.core.check.finding import NAMESPACE, RSS, Finding, error
from episodes.core.check.tree import Node
from episodes.core.check.values import trouble_of_url

BAD_LIVE = error("live-item", NAMESPACE, "podcast:liveItem has status (pending, live, ended) and start in ISO 8601")
LIVE_PARTS = error("live-item-parts", NAMESPACE, "podcast:liveItem has title, guid, enclosure and podcast:contentLink")
BAD_CHAT = error("chat", NAMESPACE, "podcast:chat has a server and a protocol: irc, xmpp, nostr or matrix")
BAD_PICTURES = error(
    "images", NAMESPACE, "srcset lists web addresses, each with its width: https://… 1500w, https://… 600w"
)
BAD_CLOUD = error("cloud", RSS, "cloud has domain, port, path, registerProcedure and protocol; or leave it out")
BAD_INPUT = error("text-input", RSS, "textInput has title, description, name and link; or leave it out")

_PROTOCOLS = {"irc", "xmpp", "nostr", "matrix"}
_WIDTH = re.compile(r"[1-9]\d*w|[1-9]\d*(\.\d+)?x")


def check_channel_rest(channel: Node) -> Iterator[Finding]:
    """Judge what only a show may have."""
    for live in channel.all("podcast:liveItem"):
        yield from _live(live)
    for cloud in channel.all("cloud"):
        if lacking := [
            name for name in ("domain", "port", "path", "registerProcedure", "protocol") if not cloud.get(name)
        ]:
            yield BAD_CLOUD("channel", f"cloud lacks {', '.join(lacking)}")
    for box in channel.all("textInput"):
        if lacking := [name for name in ("title", "description", "name", "link") if not box.value(name)]:
            yield BAD_INPUT("channel", f"textInput lacks {', '.join(lacking)}")


def check_rest(node: Node) -> Iterator[Finding]:
    """Judge what a show and an episode may both have."""
    for chat in node.all("podcast:chat"):
        if not chat.get("server") or (chat.get("protocol") or "").lower() not in _PROTOCOLS:
            yield BAD_CHAT(node.where, f"podcast:chat has server {chat.get('server')!r}, {chat.get('protocol')!r}")
    for pictures in node.all("podcast:images"):
        if not all(map(_is_sized, (pictures.get("srcset") or "").split(","))):
            yield BAD_PICTURES(node.where, f"podcast:images has srcset {pictures.get('srcset')!r}")


def _live(live: Node) -> Iterator[Finding]:
    start, end = _moment(live.get("start")), _moment(live.get("end"))
    if live.get("status") not in ("pending", "live", "ended") or not start:
        yield BAD_LIVE("channel", f"podcast:liveItem has status {live.get('status')!r}, start {live.get('start')!r}")
    if live.get("end") is not None and not end:
        yield BAD_LIVE("channel", f"podcast:liveItem's end is {live.get('end')!r}")
    elif start and end and (start.tzinfo is None) == (end.tzinfo is None) and end <= start:
        yield BAD_LIVE("channel", f"podcast:liveItem ends at {live.get('end')}, before it starts")
    parts = ("title", "guid", "enclosure", "podcast:contentLink")
    if lacking := [name for name in parts if not live.first(name)]:
        yield LIVE_PARTS("channel", f"podcast:liveItem lacks {', '.join(lacking)}")


def _moment(text: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(text or "")
    except ValueError:
        return None


def _is_sized(entry: str) -> bool:
    url, _, width = entry.strip().partition(" ")
    return not trouble_of_url(url) and bool(_WIDTH.fullmatch(width.strip()))
