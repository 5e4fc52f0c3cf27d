"""Rules of what points out of a feed: other feeds, trailers, pictures, conversations, services that are kept out."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit

from episodes.core.check.facts import Facts
from episodes.core.check.finding import NAMESPACE, Finding, error, warning
from episodes.core.check.media import MISSING_FILE
from episodes.core.check.podcasting import MEDIA
from episodes.core.check.tree import Feed, Node
from episodes.core.check.values import is_count, trouble_of_date, trouble_of_url

BAD_REMOTE = error("remote-item", NAMESPACE, "podcast:remoteItem has the feedGuid of another feed, a UUID")
REMOTE_PARTS = error("remote-item-parts", NAMESPACE, "feedUrl is a web address, medium a known one, itemGuid not empty")
REMOTE_ALONE = warning(
    "remote-item-alone", NAMESPACE, "a channel lists remote items where its medium is a list (musicL)"
)
NO_REMOTE = error("remote-item-missing", NAMESPACE, "podcast:podroll and podcast:publisher hold podcast:remoteItem")
EMPTY_LIST = warning("medium-list-empty", NAMESPACE, "a list medium lists podcast:remoteItem; or take the L away")
BAD_PODPING = error("podping", NAMESPACE, "usesPodping is true or false")
PUBLISHER = error("publisher-medium", NAMESPACE, 'a publisher\'s podcast:remoteItem has medium="publisher"')
BLOCK_NAME = warning("podcast-block-id", NAMESPACE, "id is the name of a service in small letters, such as amazon")
BLOCK_SERVICE = warning("podcast-block-service", NAMESPACE, "take a name of the namespace's list, serviceslugs.txt")
BAD_TRAILER = error("trailer", NAMESPACE, "a trailer has url and pubdate, and words that name it")
TRAILER_PARTS = warning(
    "trailer-parts", NAMESPACE, "a trailer has type (audio or video) and length; season is a number"
)
TRAILER_WORDS = warning("trailer-words", NAMESPACE, "keep it within 128 characters")
PICTURE_ADDRESS = error("podcast-image-address", NAMESPACE, "podcast:image has the picture's whole web address in href")
PICTURE_PARTS = warning("podcast-image-parts", NAMESPACE, "width and height are pixels, aspect-ratio is such as 16/9")
SOCIAL_PROTOCOL = warning("social-protocol", NAMESPACE, "take a name of the namespace's list, such as activitypub")
SOCIAL_ADDRESS = error("social-address", NAMESPACE, "uri and accountUrl are whole addresses")

_SERVICES_TEXT = (
    "acast amazon anchor apple audible audioboom backtracks bitcoin blubrry buzzsprout captivate castos castopod "
    "deezer facebook fireside fountain fyyd goodpods google gpodder hypercatcher iheart kasts libsyn mastodon megafono "
    "megaphone omnystudio overcast pandora paypal pinecast pocketcasts podbean podcastaddict podcastguru podcastindex "
    "podcasts podcasts.com podchaser podcloud podfriend podiant podigee podnews podomatic podserve podverse redcircle "
    "relay relayfm resonate rss rss.com shoutengine simplecast siriusxm slack soundcloud spotify spreaker stitcher "
    "tiktok transistor truefans tunein twitter whooshkaa youtube zencast"
)
_SERVICES = frozenset(_SERVICES_TEXT.split())
_PROTOCOLS_TEXT = "disabled activitypub twitter lightning lightningcomments bluesky atproto hive matrix nostr"
_PROTOCOLS = frozenset(_PROTOCOLS_TEXT.split())


def check_pointing_show(feed: Feed, facts: Facts | None) -> Iterator[Finding]:
    """Judge what only a show may have."""
    channel = feed.channel
    yield from _lists(channel)
    for podping in channel.all("podcast:podping"):
        if podping.get("usesPodping") not in ("true", "false"):
            yield BAD_PODPING("channel", f"podcast:podping's usesPodping is {podping.get('usesPodping')!r}")
    for block in channel.all("podcast:block"):
        service = block.get("id") or "all"
        if not re.fullmatch(r"[a-z0-9][a-z0-9._-]*", service):
            yield BLOCK_NAME("channel", f"podcast:block's id is {block.get('id')!r}")
        elif service != "all" and service not in _SERVICES:
            yield BLOCK_SERVICE("channel", f"podcast:block's id is {service!r}")
    for trailer in channel.all("podcast:trailer"):
        yield from _trailer(trailer, facts)


def _lists(channel: Node) -> Iterator[Finding]:
    """Judge what lists other feeds."""
    for name in ("podcast:podroll", "podcast:publisher"):
        for holder in channel.all(name):
            if not holder.all("podcast:remoteItem"):
                yield NO_REMOTE("channel", f"<{name}> holds no podcast:remoteItem")
            yield from _remote_items(holder, f"<{name}>'s podcast:remoteItem")
            for remote in holder.all("podcast:remoteItem") if name == "podcast:publisher" else ():
                if remote.get("medium") not in (None, "publisher"):
                    yield PUBLISHER("channel", f"<podcast:publisher> names a feed of medium {remote.get('medium')!r}")
    yield from _remote_items(channel, "podcast:remoteItem")
    medium = channel.value("podcast:medium")
    if channel.all("podcast:remoteItem") and not medium.endswith("L"):
        yield REMOTE_ALONE("channel", f"lists podcast:remoteItem, and its medium is {medium or 'podcast'}")
    if medium.endswith("L") and not channel.all("podcast:remoteItem"):
        yield EMPTY_LIST("channel", f"podcast:medium is {medium}, and no podcast:remoteItem is listed")


def _remote_items(holder: Node, what: str) -> Iterator[Finding]:
    for remote in holder.all("podcast:remoteItem"):
        guid, url, medium = (remote.get(name) for name in ("feedGuid", "feedUrl", "medium"))
        if not guid or not _is_uuid(guid):
            yield BAD_REMOTE("channel", f"{what} has feedGuid {guid!r}")
        if (url is not None and trouble_of_url(url)) or remote.get("itemGuid") == "":
            yield REMOTE_PARTS("channel", f"{what} has feedUrl {url!r}, itemGuid {remote.get('itemGuid')!r}")
        if medium is not None and medium not in MEDIA:
            yield REMOTE_PARTS("channel", f"{what} has medium {medium!r}")


def _is_uuid(text: str) -> bool:
    try:
        return len(text) == 36 and bool(uuid.UUID(text))
    except ValueError:
        return False


def _trailer(trailer: Node, facts: Facts | None) -> Iterator[Finding]:
    url, length, kind = trailer.get("url") or "", trailer.get("length"), trailer.get("type") or ""
    if trouble_of_url(url) or trouble_of_date(trailer.get("pubdate") or "") or not trailer.text:
        yield BAD_TRAILER("channel", f"podcast:trailer has url {url!r}, pubdate {trailer.get('pubdate')!r}")
    elif length is not None and not is_count(length):
        yield BAD_TRAILER("channel", f"podcast:trailer's length is {length!r}")
    elif length is None or not kind.startswith(("audio/", "video/")) or not is_count(trailer.get("season") or "1"):
        yield TRAILER_PARTS(
            "channel", f"podcast:trailer has type {kind!r}, length {length!r}, season {trailer.get('season')!r}"
        )
    if len(trailer.text) > 128:
        yield TRAILER_WORDS("channel", f"podcast:trailer has {len(trailer.text)} characters")
    if facts and (known := facts(url)) and not known.exists:
        yield MISSING_FILE("channel", f"there is no {url}")


def check_pointing(node: Node, facts: Facts | None) -> Iterator[Finding]:
    """Judge what a show and an episode may both have."""
    for picture in node.all("podcast:image"):
        url, ratio = picture.get("href"), picture.get("aspect-ratio")
        if trouble := trouble_of_url(url):
            yield PICTURE_ADDRESS(node.where, f"podcast:image's href {trouble}")
        elif facts and (known := facts(url or "")) and not known.exists:
            yield MISSING_FILE(node.where, f"there is no {url}")
        sizes = [picture.get("width"), picture.get("height")]
        if not all(is_count(size) for size in sizes if size is not None) or not _is_ratio(ratio):
            yield PICTURE_PARTS(node.where, f"podcast:image has width, height {sizes}, aspect-ratio {ratio!r}")
    for social in node.all("podcast:socialInteract"):
        protocol = social.get("protocol")
        if protocol and protocol not in _PROTOCOLS:
            yield SOCIAL_PROTOCOL(node.where, f"podcast:socialInteract's protocol is {protocol!r}")
        uri, account = social.get("uri"), social.get("accountUrl")
        if (uri and not _has_scheme(uri)) or (account is not None and trouble_of_url(account)):
            yield SOCIAL_ADDRESS(node.where, f"podcast:socialInteract has uri {uri!r}, accountUrl {account!r}")


def _has_scheme(uri: str) -> bool:
    try:
        return bool(urlsplit(uri).scheme)
    except ValueError:
        return False


def _is_ratio(text: str | None) -> bool:
    return text is None or bool(re.fullmatch(r"\s*[0-9.]*[1-9][0-9.]*\s*(?:/\s*[0-9.]*[1-9][0-9.]*\s*)?", text))
