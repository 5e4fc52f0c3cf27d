"""Someone else's feed as it was read: the show, its items, and a note on everything that had to be mended."""

from __future__ import annotations

from dataclasses import dataclass

from episodes.core.chapter import Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Link
from episodes.core.item import Item
from episodes.core.media import Kind
from episodes.core.show import Show


@dataclass(frozen=True, kw_only=True)
class Document:
    """A feed, page, list or caption file as it was fetched."""

    url: str  #: where it was found in the end: an address, or a path
    data: bytes
    mime_type: str = ""
    charset: str = ""  #: as the server says


@dataclass(frozen=True, kw_only=True)
class IncomingFile:
    """A medium that an item points to, as the feed states it; nothing of it has been seen."""

    url: str
    kind: Kind = "audio"
    mime_type: str = ""
    length: int = 0  #: bytes; 0 = not stated, or not to be believed
    duration: float = 0.0  #: seconds; 0 = not stated
    height: int = 0


@dataclass(frozen=True, kw_only=True)
class IncomingTranscript:
    """A transcript file that an item points to (podcast:transcript)."""

    url: str
    mime_type: str = ""
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class IncomingItem:
    """One item of a feed; `guid` is kept to the letter."""

    guid: str
    item: Item
    is_guid_stated: bool = True  #: False where the feed has none, and another thing stands for it
    mark: str = ""  #: what was added to its GUID, behind "#", to tell it from others of the same
    is_guid_shared: bool = False  #: whether another item of the feed has the same GUID
    is_title_shared: bool = False  #: whether one of these has the same title, too
    is_medium_shared: bool = False  #: whether one of these has the same address
    is_twin: bool = False  #: whether neither title nor date tells it from one of these
    short_title: str = ""  #: itunes:title: without show and number, as the publisher writes it
    summary: str = ""  #: a short text beside the full notes
    files: tuple[IncomingFile, ...] = ()  #: the enclosure first, then what else there is
    transcripts: tuple[IncomingTranscript, ...] = ()
    chapters_url: str = ""
    credits: tuple[Credit, ...] = ()
    contributors: tuple[Credit, ...] = ()  #: people without a stated part: a guess
    number_label: str = ""
    season_name: str = ""
    explicit: bool | None = None
    soundbites: tuple[Soundbite, ...] = ()
    links: tuple[Link, ...] = ()
    license: str = ""
    license_url: str = ""
    location: str = ""
    notes: tuple[str, ...] = ()  #: what was mended, guessed or left out, a sentence each


@dataclass(frozen=True, kw_only=True)
class IncomingFeed:
    """A whole feed, or one page of it."""

    show: Show  #: its settings; slug and title come from the feed's title
    items: tuple[IncomingItem, ...] = ()
    format: str = ""  #: "RSS 2.0", "Atom 1.0", …
    url: str = ""  #: its own address, as it states it
    next_url: str = ""  #: the next page of a feed in pages (RFC 5005)
    notes: tuple[str, ...] = ()  #: what was mended in the document as a whole
    cut: str = ""  #: where the document breaks off, one of the notes; "" = it is whole
