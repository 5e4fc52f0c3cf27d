"""Rules of alternate enclosures: what they say of themselves, and the files behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.check.facts import Facts
from episodes.core.check.finding import NAMESPACE, TAGS, Finding, error, warning
from episodes.core.check.media import MISSING_FILE, check_https
from episodes.core.check.regions import check_region
from episodes.core.check.signature import trouble_of_media
from episodes.core.check.sound import picture_height, steady_duration
from episodes.core.check.sums import check_integrity
from episodes.core.check.tree import Node
from episodes.core.check.values import is_count, is_decimal, parse_duration, trouble_of_language

ALTERNATE_TYPE = error("alternate-type", NAMESPACE, "podcast:alternateEnclosure has a media type")
ALTERNATE_NUMBER = error("alternate-number", NAMESPACE, "length, bitrate and height are numbers")
ALTERNATE_SOURCE = error("alternate-source", NAMESPACE, "podcast:alternateEnclosure holds podcast:source with uri")
ALTERNATE_DEFAULT = error("alternate-default", NAMESPACE, "one at most is the default, and it is the enclosure itself")
ALTERNATE_FLAG = error("alternate-flag", NAMESPACE, "default is true or false")
ALTERNATE_RATE = warning("alternate-bitrate", NAMESPACE, "bitrate is bits per second: 128000, not 128")
ALTERNATE_LABEL = warning("alternate-label", NAMESPACE, "keep title and rel within 32 characters")
ALTERNATE_LANGUAGE = error("alternate-language", TAGS, "take a tag such as en or pt-BR")
ALTERNATE_BYTES = error("alternate-bytes", NAMESPACE, "`episodes build` writes what the file really is")
ALTERNATE_LENGTH = error("alternate-other-length", NAMESPACE, "`episodes build` writes what the file really is")
ALTERNATE_OWN = warning("alternate-not-default", NAMESPACE, 'the enclosure\'s own file has default="true"')
ALTERNATE_AVERAGE = warning("alternate-average", NAMESPACE, "bitrate is the average: 8 times length, by the duration")
ALTERNATE_CODECS = warning("alternate-codecs", NAMESPACE, "codecs are those that the type can hold (RFC 6381)")
ALTERNATE_HEIGHT = warning("alternate-height", NAMESPACE, "`episodes build` writes what the file really is")
SOURCE_TYPE = warning("source-type", NAMESPACE, "contentType is the type under which that address answers")

_CODECS = {
    "audio/mpeg": ("mp3", "mp4a.6b", "mp4a.69", "mp4a.40.34"),
    "audio/ogg": ("opus", "vorbis", "flac", "speex"),
    "audio/opus": ("opus",),
    "audio/flac": ("flac",),
    "audio/x-m4a": ("mp4a", "aac", "alac", "ac-3", "ec-3", "opus", "flac", "xhe"),
}
_RATE_FACTOR = 2.0
_MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9.+-]*", re.IGNORECASE)


def check_alternates(item: Node, facts: Facts | None) -> Iterator[Finding]:
    """Judge the alternate enclosures of an item, beside its enclosure."""
    alternates = item.all("podcast:alternateEnclosure")
    enclosure = item.first("enclosure")
    defaults = [a for a in alternates if a.get("default") == "true"]
    for alternate in alternates:
        yield from _alternate(item, alternate, facts)
    if len(defaults) > 1:
        yield ALTERNATE_DEFAULT(item.where, f"{len(defaults)} alternate enclosures are the default")
    own = enclosure.get("url") if enclosure else None
    if own and any(
        source.get("uri") == own and alternate.get("default") != "true"
        for alternate in alternates
        for source in alternate.all("podcast:source")
    ):
        yield ALTERNATE_OWN(item.where, f"{own} is the enclosure and an alternate one that is not the default")
    for default in defaults[:1]:
        uris = [source.get("uri") for source in default.all("podcast:source")]
        if enclosure and enclosure.get("url") not in uris:
            yield ALTERNATE_DEFAULT(item.where, "the default alternate enclosure is not the enclosure")


def _alternate(item: Node, alternate: Node, facts: Facts | None) -> Iterator[Finding]:
    if not _MEDIA_TYPE.fullmatch(alternate.get("type") or ""):
        yield ALTERNATE_TYPE(item.where, f"podcast:alternateEnclosure's type is {alternate.get('type')!r}")
    yield from _numbers(item, alternate)
    if alternate.get("default") not in (None, "true", "false"):
        yield ALTERNATE_FLAG(item.where, f"podcast:alternateEnclosure's default is {alternate.get('default')!r}")
    if max(len(alternate.get(name) or "") for name in ("title", "rel")) > 32:
        yield ALTERNATE_LABEL(item.where, "podcast:alternateEnclosure's title or rel is long")
    language = alternate.get("lang")
    if language is not None and trouble_of_language(language):
        yield ALTERNATE_LANGUAGE(item.where, f"podcast:alternateEnclosure's lang is {language!r}")
    else:
        yield from check_region(item.where, language or "")
    uris = [source.get("uri") for source in alternate.all("podcast:source")]
    if not uris or not all(re.match(r"[a-z][a-z0-9+.-]*:\S+$", uri or "", re.IGNORECASE) for uri in uris):
        yield ALTERNATE_SOURCE(item.where, "podcast:alternateEnclosure has no source, or one without a whole address")
    yield from _codecs(item, alternate)
    yield from _rate(item, alternate, [uri for uri in uris if uri], facts)
    yield from _sources(item, [uri for uri in uris if uri], alternate, facts)
    yield from check_integrity(item, alternate, [uri for uri in uris if uri], facts)


def _numbers(item: Node, alternate: Node) -> Iterator[Finding]:
    for name in ("length", "bitrate", "height"):
        value = alternate.get(name)
        if value is not None and not (is_decimal(value) if name == "bitrate" else is_count(value)):
            yield ALTERNATE_NUMBER(item.where, f"podcast:alternateEnclosure's {name} is {value!r}")
    rate = alternate.get("bitrate")
    if is_decimal(rate) and float(rate or 0) < 1000:
        yield ALTERNATE_RATE(item.where, f"podcast:alternateEnclosure's bitrate is {rate}")


def _codecs(item: Node, alternate: Node) -> Iterator[Finding]:
    for source in alternate.all("podcast:source"):
        stated = source.get("contentType")
        if stated is not None and not _MEDIA_TYPE.fullmatch(stated):
            yield SOURCE_TYPE(item.where, f"podcast:source's contentType is {stated!r}")
    kind, codecs = (alternate.get("type") or "").lower(), alternate.get("codecs")
    fitting = _CODECS.get(kind)
    if fitting and codecs and not all(codec.strip().lower().startswith(fitting) for codec in codecs.split(",")):
        yield ALTERNATE_CODECS(item.where, f"podcast:alternateEnclosure is {kind} with codecs {codecs!r}")


def _rate(item: Node, alternate: Node, uris: Sequence[str], facts: Facts | None) -> Iterator[Finding]:
    """Compare the bit rate with length and duration, where that is known; a playlist is short itself."""
    kind = (alternate.get("type") or "").lower()
    if not kind.startswith(("audio/", "video/")) or kind.endswith("mpegurl"):
        return
    rate, length = alternate.get("bitrate"), alternate.get("length")
    if not is_decimal(rate) or not is_count(length):
        return
    if not (lasts := _duration(item, alternate, uris, facts)):
        return
    real, stated = int(length or 0) * 8 / lasts, float(rate or 0)
    if stated >= 1000 and not 0.5 < stated / real < _RATE_FACTOR:
        yield ALTERNATE_AVERAGE(
            item.where, f"podcast:alternateEnclosure's bitrate is {rate}, its length makes {real:.0f}"
        )


def _duration(item: Node, alternate: Node, uris: Sequence[str], facts: Facts | None) -> float:
    """How long an alternate enclosure lasts, seconds; 0 where neither its file nor the item tells.

    The item tells of the enclosure alone: the film of the same talk may be several times as long as the sound.
    """
    for uri in uris:
        known = facts(uri) if facts else None
        if known and known.exists and (lasts := known.duration or steady_duration(known)):
            return lasts
    enclosure = item.first("enclosure")
    if alternate.get("default") == "true" or (enclosure and enclosure.get("url") in uris):
        return parse_duration(item.value("itunes:duration")) or 0.0
    return 0.0


def _sources(item: Node, uris: Sequence[str], alternate: Node, facts: Facts | None) -> Iterator[Finding]:
    length, kind = alternate.get("length"), (alternate.get("type") or "").lower()
    for uri in uris:
        yield from check_https(item.where, "alternate enclosure", uri)
        known = facts(uri) if facts else None
        if known and not known.exists:
            yield MISSING_FILE(item.where, f"there is no {uri}")
        elif known and is_count(length) and known.length != int(length or 0):
            yield ALTERNATE_LENGTH(item.where, f"{uri}: length says {length}, the file has {known.length} bytes")
        if known and (trouble := trouble_of_media(known.data, kind)):
            yield ALTERNATE_BYTES(item.where, f"{uri}: type says {kind}, the file is {trouble}")
        high = picture_height(known.read, known.length) if known and known.read else 0
        if high and is_count(alternate.get("height")) and int(alternate.get("height") or 0) != high:
            yield ALTERNATE_HEIGHT(item.where, f"{uri}: height says {alternate.get('height')}, the picture has {high}")
        for source in alternate.all("podcast:source"):
            stated = source.get("contentType")
            if source.get("uri") == uri and stated and known and known.mime_type and stated.lower() != known.mime_type:
                yield SOURCE_TYPE(item.where, f"{uri}: contentType says {stated}, the server {known.mime_type}")
