"""Exact content types for everything a web root holds; guessing ones differ between machines."""

from __future__ import annotations

from pathlib import PurePath

_TEXT = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".vtt": "text/vtt",
    ".srt": "application/x-subrip",
    ".opml": "text/x-opml",
    ".xml": "application/xml",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}
_BYTES = {
    ".mp3": "audio/mpeg",
    ".m4a": "audio/x-m4a",  # as Apple names it, and so the feed
    ".m4b": "audio/mp4",
    ".aac": "audio/aac",
    ".ogg": "audio/ogg",
    ".oga": "audio/ogg",
    ".opus": "audio/ogg",
    ".flac": "audio/flac",
    ".wav": "audio/wav",
    ".weba": "audio/webm",
    ".mp4": "video/mp4",
    ".m4v": "video/mp4",
    ".mov": "video/quicktime",
    ".webm": "video/webm",
    ".mkv": "video/x-matroska",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".avif": "image/avif",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".wasm": "application/wasm",
    ".pdf": "application/pdf",
    ".zip": "application/zip",
}
#: Types whose own rules fix the encoding take no charset (RFC 8259, RFC 8081).
_WITHOUT_CHARSET = {"application/json", "application/json+chapters", "application/manifest+json"}


def content_type(file: PurePath, beginning: bytes = b"") -> str:
    """Tell the type of a file by its name; feeds among the XML files by how they begin.

    >>> content_type(PurePath("quick-take/feed.xml"), b"<?xml version='1.0'?><rss version='2.0'>")
    'application/rss+xml; charset=utf-8'
    >>> content_type(PurePath("338/chapters.json")), content_type(PurePath("338.m4a"))
    ('application/json+chapters', 'audio/x-m4a')
    """
    suffix = file.suffix.lower()
    if suffix in _BYTES:
        return _BYTES[suffix]
    kind = _TEXT.get(suffix, "application/octet-stream")
    if suffix == ".xml":
        kind = _kind_of_xml(beginning)
    if file.name == "chapters.json":
        kind = "application/json+chapters"
    known = suffix in _TEXT and kind not in _WITHOUT_CHARSET
    return f"{kind}; charset=utf-8" if known else kind


def is_text(file: PurePath) -> bool:
    return file.suffix.lower() in _TEXT


def _kind_of_xml(beginning: bytes) -> str:
    for mark, kind in ((b"<rss", "application/rss+xml"), (b"<feed", "application/atom+xml")):
        if mark in beginning[:4096]:
            return kind
    return "application/xml"
