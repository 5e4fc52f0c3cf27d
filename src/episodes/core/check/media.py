"""Rules of enclosures and pictures: their addresses, types and lengths, and the files behind them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from episodes.core.check.facts import Facts, FileFacts, read_picture
from episodes.core.check.finding import APPLE, PSP, RSS, SPOTIFY, Finding, error, warning
from episodes.core.check.signature import trouble_of_media
from episodes.core.check.sound import check_sound, steady_duration
from episodes.core.check.tree import Feed, Node
from episodes.core.check.values import is_count, is_local, parse_duration, trouble_of_url

_BUILD = "`episodes build` writes what the file really is"

NO_ENCLOSURE = error("enclosure", APPLE, "an item of a podcast has one <enclosure>")
MANY_ENCLOSURES = error("enclosure-repeated", RSS, "keep one; others go to podcast:alternateEnclosure")
ENCLOSURE_ADDRESS = error("enclosure-address", RSS, "give the whole web address of the file, percent-encoded")
NOT_HTTPS = warning("not-https", APPLE, "serve it over https, and set `base_url` so")
SAME_ENCLOSURE = error("enclosure-shared", APPLE, "each item has a file of its own")
ENCLOSURE_LENGTH = error("enclosure-length", RSS, f"length is the size in bytes; {_BUILD}")
ENCLOSURE_TYPE = error("enclosure-type", RSS, f"type is a media type such as audio/mpeg; {_BUILD}")
NOT_MEDIA = error("enclosure-not-media", PSP, "apps play audio and video")
RARE_TYPE = warning("enclosure-rare-type", APPLE, "apps surely play MP3, M4A and MP4")
EXTENSION = warning("enclosure-extension", APPLE, "Apple goes by the address's ending: .mp3, .m4a, .mp4, .m4v, .mov")
EXTENSION_TYPE = error("enclosure-extension-type", APPLE, "the address's ending and the type must agree")
MISSING_FILE = error("file-missing", RSS, "put the file there: `episodes build`")
OTHER_LENGTH = error("enclosure-other-length", RSS, f"apps stop early or report an error; {_BUILD}")
OTHER_TYPE = warning("enclosure-other-type", RSS, "the feed and the server must tell the same type")
OTHER_BYTES = error("enclosure-bytes", RSS, f"apps play what the type says or refuse; {_BUILD}")
OTHER_DURATION = warning("duration-other", APPLE, "say how long the file really is")
WRONG_MEDIUM = warning("medium-mismatch", "podcast namespace, docs/tags/medium.md", "a video feed holds video")

NO_COVER = error("cover", APPLE, "give the show a picture: `episodes show edit SHOW image=FILE`")
COVER_ADDRESS = error("cover-address", APPLE, "itunes:image has the picture's whole web address in href")
COVER_EXTENSION = error("cover-extension", APPLE, "pictures end with .jpg, .jpeg or .png")
ITEM_COVER_EXTENSION = warning("item-cover-extension", APPLE, "pictures end with .jpg, .jpeg or .png")
COVER_FORMAT = error("cover-format", APPLE, "save the picture as JPEG or PNG, with the ending that fits")
COVER_SIZE = error("cover-size", APPLE, "pictures are square, from 1400 x 1400 to 3000 x 3000 pixels")
COVER_COLOURS = error("cover-colours", APPLE, "save the picture in RGB colours")
COVER_ALPHA = warning("cover-alpha", APPLE, "save the show's picture without transparency (alpha channel)")
COVER_CUT = error("cover-cut", APPLE, "the picture's file is not whole: save it anew")
COVER_HEAVY = warning("cover-heavy", SPOTIFY, "keep pictures within 2 MB")

#: Endings with the types that fit them; the first is what Apple's guide names.
TYPES: dict[str, tuple[str, ...]] = {
    ".mp3": ("audio/mpeg", "audio/mp3"),
    ".m4a": ("audio/x-m4a", "audio/mp4", "audio/m4a", "audio/aac"),
    ".m4b": ("audio/x-m4b", "audio/mp4", "audio/x-m4a"),
    ".mp4": ("video/mp4", "audio/mp4"),
    ".m4v": ("video/x-m4v", "video/mp4", "video/m4v"),
    ".mov": ("video/quicktime",),
    ".aac": ("audio/aac", "audio/aacp"),
    ".ogg": ("audio/ogg", "application/ogg"),
    ".oga": ("audio/ogg", "application/ogg"),
    ".opus": ("audio/opus", "audio/ogg"),
    ".flac": ("audio/flac", "audio/x-flac"),
    ".wav": ("audio/wav", "audio/x-wav", "audio/vnd.wave"),
    ".webm": ("video/webm", "audio/webm"),
    ".mkv": ("video/x-matroska",),
    ".pdf": ("application/pdf",),
    ".epub": ("application/epub+zip",),
}
_SURE = {".mp3", ".m4a", ".mp4", ".m4v", ".mov", ".pdf"}


def check_enclosure(feed: Feed, item: Node, facts: Facts | None) -> Iterator[Finding]:
    enclosures = item.all("enclosure")
    if not enclosures:
        yield NO_ENCLOSURE(item.where, "has no enclosure")
        return
    if len(enclosures) > 1:
        yield MANY_ENCLOSURES(item.where, f"has {len(enclosures)} enclosures")
    enclosure = enclosures[0]
    url, kind = enclosure.get("url") or "", enclosure.get("type") or ""
    if trouble := trouble_of_url(url):
        yield ENCLOSURE_ADDRESS(item.where, f"enclosure's url {trouble}: {url!r}")
    yield from check_https(item.where, "enclosure", url)
    if url and feed.enclosure_counts[url] > 1:
        yield SAME_ENCLOSURE(item.where, f"shares its enclosure {url} with another item")
    if not is_count(enclosure.get("length")):
        yield ENCLOSURE_LENGTH(item.where, f"enclosure's length is {enclosure.get('length')!r}")
    yield from _type(feed, item, url, kind)
    known = facts(url) if facts else None
    if known:
        yield from _file(item, enclosure, known)


def check_https(where: str, what: str, url: str) -> Iterator[Finding]:
    if url.lower().startswith("http://") and not is_local(url):
        yield NOT_HTTPS(where, f"{what} is not served over https: {url}")


def extension_of(url: str) -> str:
    return posixpath.splitext(urlsplit(url).path)[1].lower()


def _type(feed: Feed, item: Node, url: str, kind: str) -> Iterator[Finding]:
    ending = extension_of(url)
    if not re.fullmatch(r"[a-z]+/[a-z0-9][a-z0-9.+-]*", kind):
        yield ENCLOSURE_TYPE(item.where, f"enclosure's type is {kind!r}")
        return
    if not kind.startswith(("audio/", "video/")) and kind != "application/pdf":
        yield NOT_MEDIA(item.where, f"enclosure's type is {kind}")
    if ending not in TYPES:
        yield EXTENSION(item.where, f"enclosure's address ends with {ending or 'nothing'}")
    elif kind not in TYPES[ending]:
        yield EXTENSION_TYPE(item.where, f"enclosure ends with {ending}, its type is {kind}")
    elif ending not in _SURE:
        yield RARE_TYPE(item.where, f"enclosure is {kind}")
    if feed.channel.value("podcast:medium") == "video" and not kind.startswith("video/"):
        yield WRONG_MEDIUM(item.where, f"podcast:medium is video, the enclosure is {kind}")


def _file(item: Node, enclosure: Node, known: FileFacts) -> Iterator[Finding]:
    if not known.exists:
        yield MISSING_FILE(item.where, f"there is no {enclosure.get('url')}")
        return
    stated = enclosure.get("length")
    if is_count(stated) and int(stated or 0) != known.length:
        yield OTHER_LENGTH(item.where, f"enclosure's length says {stated}, the file has {known.length} bytes")
    if known.mime_type and known.mime_type != enclosure.get("type"):
        yield OTHER_TYPE(item.where, f"enclosure's type says {enclosure.get('type')}, the server {known.mime_type}")
    if trouble := trouble_of_media(known.data, enclosure.get("type") or ""):
        yield OTHER_BYTES(item.where, f"enclosure's type says {enclosure.get('type')}, the file is {trouble}")
    yield from check_sound(item.where, known, enclosure.get("type") or "")
    said, lasts = parse_duration(item.value("itunes:duration")), known.duration or steady_duration(known)
    if said and lasts and abs(said - lasts) > max(2.0, lasts * 0.02):
        yield OTHER_DURATION(item.where, f"itunes:duration says {said:.0f} s, the file lasts {lasts:.0f} s")


def check_cover(node: Node, facts: Facts | None, *, required: bool) -> Iterator[Finding]:
    """Judge a show's or an episode's picture."""
    image = node.first("itunes:image")
    if image is None:
        if required:
            yield NO_COVER(node.where, "has no itunes:image")
        return
    url = image.get("href") or ""
    if trouble := trouble_of_url(url):
        yield COVER_ADDRESS(node.where, f"itunes:image's href {trouble}: {url!r}")
        return
    yield from check_https(node.where, "picture", url)
    ending = extension_of(url)
    if ending not in (".jpg", ".jpeg", ".png"):
        rule = COVER_EXTENSION if required else ITEM_COVER_EXTENSION
        yield rule(node.where, f"the picture's address ends with {ending or 'nothing'}")
    known = facts(url) if facts else None
    if known and not known.exists:
        yield MISSING_FILE(node.where, f"there is no {url}")
    elif known and known.is_read:
        yield from _picture(node, ending, known, required)


def _picture(node: Node, ending: str, known: FileFacts, is_show: bool) -> Iterator[Finding]:
    picture = read_picture(known.data)
    if picture is None:
        yield COVER_FORMAT(node.where, "the picture is neither JPEG nor PNG")
        return
    if (picture.mime_type == "image/png") != (ending == ".png"):
        yield COVER_FORMAT(node.where, f"the picture is {picture.mime_type}, its address ends with {ending}")
    width, height = picture.width, picture.height
    if width != height or not 1400 <= width <= 3000:
        yield COVER_SIZE(node.where, f"the picture has {width} x {height} pixels")
    if not picture.is_rgb:
        yield COVER_COLOURS(node.where, "the picture's colours are not RGB")
    if picture.has_alpha and is_show:
        yield COVER_ALPHA(node.where, "the picture has an alpha channel")
    if len(known.data) == known.length and not _has_end(picture.mime_type, known.data):
        yield COVER_CUT(node.where, "the picture ends before its data does")
    if known.length > 2_000_000:
        yield COVER_HEAVY(node.where, f"the picture has {known.length / 1e6:.1f} MB")


def _has_end(mime_type: str, data: bytes) -> bool:
    """Tell whether the mark that ends a JPEG or PNG stands where its data is over; a camera may write more after it."""
    return b"IEND" in data[-4096:] if mime_type == "image/png" else b"\xff\xd9" in data[data.rfind(b"\xff\xda") :]
