"""Pages that a browser has saved: where they were, and where the frames in them were.

A saved page names its frames by files beside it (`./Title_files/saved_resource.html`), by their text (`srcdoc`), or by
parts of an archive (`cid:…`); each of these says its own address at its beginning.
Sources: https://learn.microsoft.com/previous-versions/windows/internet-explorer/ie-developer/compatibility/ms537628(v=vs.85)
(`saved from url`, which Chromium writes too), https://www.rfc-editor.org/rfc/rfc2557 (MHTML).
"""

from __future__ import annotations

import plistlib
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from urllib.parse import unquote

from episodes.feed.reading.words import web_address

_FROM = re.compile(
    r"<!--\s*(?:saved from url=\(\d+\)|Page saved with SingleFile\s+url:\s*)(?P<address>https?://[^\s<>]+)",
    re.IGNORECASE,
)
#: So much of a document holds what a browser writes at its beginning.
_BEGINNING = 4096
_IS_ARCHIVE = re.compile(
    rb"\A(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)*?Content-Type:\s*multipart/related", re.IGNORECASE
)
_HEADERS = 16_384
_PLIST, _MAIN = b"bplist00", "WebMainResource"
_DOCUMENTS = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, kw_only=True)
class Saved:
    """A page as it was saved."""

    data: bytes
    charset: str = ""
    url: str = ""  #: where it was, as the browser wrote into it
    base: str = ""  #: what its addresses hang on; browsers leave none to hang in a file, for its parts lie beside it
    file: Path | None = None  #: where it is
    parts: Mapping[str, str] = field(default_factory=dict)  #: of an archive: the frames' addresses by their names

    def address_of(self, frame: str) -> str:
        """Where a frame was that is a file, or a part, of what was saved; empty for what says nothing of it."""
        if address := self.parts.get(frame):
            return address
        if self.file is None or not frame or ":" in frame:
            return ""
        folder = self.file.parent.resolve()
        with suppress(OSError, ValueError):
            beside = (folder / unquote(frame.partition("?")[0])).resolve()
            if beside.is_relative_to(folder) and beside.is_file():
                with beside.open("rb") as stream:
                    return saved_from(stream.read(_BEGINNING).decode("utf-8", "replace"))
        return ""


def read_saved(data: bytes, *, place: str, charset: str = "") -> Saved:
    """Take a page out of what was saved; one from the web, at its own `place`, is itself."""
    if place.startswith(("http://", "https://")):
        return Saved(data=data, charset=charset, base=place)
    file = Path(place) if place else None
    if is_archive(data):
        return _of_safari(data, file) if data.startswith(_PLIST) else _unpacked(data, file)
    return Saved(data=data, charset=charset, url=saved_from(data[:_BEGINNING].decode("utf-8", "replace")), file=file)


def saved_from(beginning: str) -> str:
    r"""Read where a document was from what the browser wrote at its beginning; empty where nothing is said.

    >>> saved_from("<!DOCTYPE html>\\n<!-- saved from url=(0027)https://crumb.example/rye/7 -->\\n<html>")
    'https://crumb.example/rye/7'
    """
    found = _FROM.search(beginning[:_BEGINNING])
    return web_address(found["address"]) if found else ""


def is_archive(data: bytes) -> bool:
    """Whether a document is a page with all its parts in one (MHTML, or Safari's `.webarchive`)."""
    if data.startswith(_PLIST):
        return _MAIN.encode() in data
    return _IS_ARCHIVE.match(data[:_HEADERS]) is not None


def _unpacked(data: bytes, file: Path | None) -> Saved:
    whole = message_from_bytes(data)
    documents = [part for part in whole.walk() if part.get_content_type() in _DOCUMENTS]
    if not documents:
        return Saved(data=b"", file=file)
    page, frames = documents[0], documents[1:]
    content = page.get_payload(decode=True)
    url = _stated(page, "Content-Location") or _stated(whole, "Snapshot-Content-Location")
    return Saved(
        data=content if isinstance(content, bytes) else b"",
        charset=page.get_content_charset() or "utf-8",
        url=url,
        base=url,
        file=file,
        parts={f"cid:{str(one['Content-ID']).strip(' <>')}": _stated(one, "Content-Location") for one in frames},
    )


def _of_safari(data: bytes, file: Path | None) -> Saved:
    """Read the page of a property list; its frames have the addresses that they had."""
    try:
        main = plistlib.loads(data)[_MAIN]
        content, charset, url = (main.get(f"WebResource{name}") for name in ("Data", "TextEncodingName", "URL"))
    except (plistlib.InvalidFileException, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Saved(data=b"", file=file)
    address = web_address(url if isinstance(url, str) else "")
    return Saved(
        data=content if isinstance(content, bytes) else b"",
        charset=charset if isinstance(charset, str) else "",
        url=address,
        base=address,
        file=file,
    )


def _stated(part: Message, header: str) -> str:
    return web_address(str(part.get(header, "")))
