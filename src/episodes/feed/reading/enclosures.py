"""The media that an item points to: its enclosure, alternatives (podcast namespace), Media RSS."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from lxml import etree

from episodes.core.filling import filled
from episodes.core.incoming import IncomingFile
from episodes.core.media import Kind
from episodes.feed.reading.names import attribute, children
from episodes.feed.reading.values import parse_length
from episodes.feed.reading.words import web_address

_TYPES = {
    ".mp3": "audio/mpeg", ".m4a": "audio/mp4", ".m4b": "audio/mp4", ".aac": "audio/aac", ".ogg": "audio/ogg",
    ".oga": "audio/ogg", ".opus": "audio/opus", ".flac": "audio/flac", ".wav": "audio/wav", ".mp4": "video/mp4",
    ".m4v": "video/mp4", ".mov": "video/quicktime", ".webm": "video/webm", ".mkv": "video/x-matroska",
    ".ogv": "video/ogg",
}  # fmt: skip
_OTHER_NAMES = {
    "audio/mp3": "audio/mpeg", "audio/x-mp3": "audio/mpeg", "audio/mpeg3": "audio/mpeg", "audio/x-mpeg": "audio/mpeg",
    "audio/x-m4a": "audio/mp4", "audio/m4a": "audio/mp4", "video/x-m4v": "video/mp4", "video/m4v": "video/mp4",
}  # fmt: skip
#: What is no medium that can be fetched as a file.
_NOT_FILES = (
    "application/x-mpegurl",
    "application/vnd.apple.mpegurl",
    "application/x-bittorrent",
    "application/dash+xml",
)
#: Bits a second that no speech or film has: the stated length is then wrong.
_LEAST_RATE, _MOST_RATE = 4_000, 60_000_000


def read_files(element: etree._Element, base: str, duration: float, notes: list[str]) -> tuple[IncomingFile, ...]:
    """Read what an item offers to be played, its enclosure first; addresses are listed once."""
    found: dict[str, IncomingFile] = {}
    for file in [*_enclosures(element, base, notes), *_alternatives(element, base), *_media_rss(element, base)]:
        known = found.get(file.url)
        # Two elements speak of the same file.
        found[file.url] = filled(known, file, "mime_type", "length", "duration", "height") if known else file
    files = [replace(file, duration=file.duration or duration) for file in found.values()]
    return tuple(_believed(file, notes) if place == 0 else file for place, file in enumerate(files))


def _enclosures(element: etree._Element, base: str, notes: list[str]) -> Iterator[IncomingFile]:
    links = [link for link in children(element, "atom:link", "link") if attribute(link, "rel").lower() == "enclosure"]
    stated = [*children(element, "enclosure"), *links]
    media = [one for one in stated if _is_medium(attribute(one, "type"), attribute(one, "url", "href", "resource"))]
    if len(stated) > len(media):
        notes.append(f"{len(stated) - len(media)} enclosures that are neither audio nor video were left out")
    if len(media) > 1:
        notes.append(f"it has {len(media)} enclosures; the first is the main one")
    for one in media:
        said = attribute(one, "url", "href", "resource") or (one.text or "").strip()
        address = web_address(said, base)
        if not address:
            notes.append(f"its enclosure's address {said!r} is none" if said else "its enclosure has no address")
            continue
        if address != said:
            notes.append(f"its enclosure's address {said!r} was mended")
        yield _file(address, attribute(one, "type"), length=_length(one, notes))


def _length(enclosure: etree._Element, notes: list[str]) -> int:
    said = attribute(enclosure, "length")
    length = parse_length(said) if said else None
    if length is None:
        notes.append(
            f"its enclosure's length {said!r} is no number of bytes" if said else "its enclosure states no length"
        )
    elif length == 0:
        notes.append("its enclosure's length is stated as 0")
    return length or 0


def _is_medium(mime_type: str, address: str) -> bool:
    kind = mime_type.lower().partition("/")[0]
    if kind in ("audio", "video"):
        return True
    ending = posixpath.splitext(_path(address))[1].lower()
    if ending in _TYPES:
        return True
    return kind in ("", "application", "binary", "media") and ending not in (
        ".jpg",
        ".png",
        ".pdf",
        ".zip",
        ".epub",
        ".html",
        ".torrent",
    )


def _file(address: str, mime_type: str, *, length: int = 0, duration: float = 0.0, height: int = 0) -> IncomingFile:
    mime_type = mime_type.lower().partition(";")[0].strip()
    mime_type = _OTHER_NAMES.get(mime_type, mime_type)
    guessed = _TYPES.get(posixpath.splitext(_path(address))[1].lower(), "")
    if not mime_type.startswith(("audio/", "video/")):
        mime_type = guessed or mime_type
    kind: Kind = "video" if mime_type.startswith("video/") else "audio"
    return IncomingFile(url=address, kind=kind, mime_type=mime_type, length=length, duration=duration, height=height)


def _path(address: str) -> str:
    try:
        return unquote(urlsplit(address).path)
    except ValueError:
        return ""


def _alternatives(element: etree._Element, base: str) -> Iterator[IncomingFile]:
    for one in children(element, "podcast:alternateEnclosure"):
        mime_type = attribute(one, "type")
        if mime_type.lower().partition(";")[0].strip() in _NOT_FILES:
            continue
        sources = [
            source
            for source in children(one, "podcast:source")
            if attribute(source, "contentType").lower() not in _NOT_FILES
        ]
        addresses = [web_address(attribute(source, "uri", "url"), base) for source in sources]
        if address := next((found for found in addresses if found and not found.endswith(".torrent")), ""):
            height = int(to_number(attribute(one, "height")))
            yield _file(address, mime_type, length=parse_length(attribute(one, "length")) or 0, height=height)


def _media_rss(element: etree._Element, base: str) -> Iterator[IncomingFile]:
    groups = [element, *(group for group in children(element, "media:group"))]
    for one in (content for group in groups for content in children(group, "media:content")):
        mime_type, medium = attribute(one, "type").lower(), attribute(one, "medium").lower()
        if not (mime_type.startswith(("audio/", "video/")) or medium in ("audio", "video")):
            continue
        if address := web_address(attribute(one, "url"), base):
            size = parse_length(attribute(one, "fileSize")) or 0
            yield _file(
                address,
                mime_type or f"{medium}/*",
                length=size if size > 1 else 0,
                duration=to_number(attribute(one, "duration")),
                height=int(to_number(attribute(one, "height"))),
            )


def _believed(file: IncomingFile, notes: list[str]) -> IncomingFile:
    """Leave a length out that the duration contradicts: some feeds state seconds, or a constant."""
    if not (file.length and file.duration >= 30):
        return file
    rate = file.length * 8 / file.duration
    if _LEAST_RATE <= rate <= _MOST_RATE:
        return file
    notes.append(f"its enclosure's length {file.length} cannot be true of {file.duration:.0f} seconds")
    return replace(file, length=0)


def to_number(said: str) -> float:
    match = re.match(r"\s*(\d{1,9}(?:\.\d+)?)", said)
    return float(match[1]) if match else 0.0
