"""Sites and pages as a source: yt-dlp finds what is there, and what it fetches must prove itself."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from episodes.core.captions.offer import CaptionOffer
from episodes.core.errors import SourceError
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.progress import Progress, Report
from episodes.media.addresses import canonical_url, without_secrets
from episodes.media.flat import completed, find_reader, flat_item, is_flat, is_list, is_there, refuse_live
from episodes.media.infodict import captions_from_info, item_from_info
from episodes.media.proving import proved
from episodes.media.web import WebFiles
from episodes.media.ytdlp import AUDIO_FORMATS, VIDEO_FORMATS, Info, Quiet, new_ytdlp, nothing_there, translate

#: Lists in lists (a channel's tabs) are followed so far.
_DEEPEST = 2
#: What yt-dlp calls pages that it has no reader for; the ids it makes up for them are not unique.
_PLAIN_PAGES = ("generic", "html5mediaembed", "html5", "")
#: A broken page makes yt-dlp's readers fail in ways that they do not name.
_STUMBLES = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
)


class Sites:
    """Asks any site that yt-dlp reads; satisfies `Downloader`."""

    def __init__(
        self,
        *,
        web: WebFiles,
        allow_hosts: Collection[str] = (),
        cookies: str = "",
        proxy: str = "",
        language: str = "",
    ) -> None:
        self.web = web
        self.allow_hosts = frozenset(allow_hosts)
        self.cookies = cookies
        self.proxy = proxy
        self.language = language
        self._listed: dict[Source, Info] = {}  #: entries of flat lists, which may say more than pages
        self._details: dict[Source, Item] = {}

    def handles(self, url: str, /) -> bool:
        return url.lower().startswith(("http://", "https://"))

    def knows(self, url: str) -> bool:
        """Tell whether yt-dlp has a reader made for this very site."""
        from yt_dlp.extractor import gen_extractor_classes

        return any(reader.suitable(url) and reader.IE_NAME != "generic" for reader in gen_extractor_classes())

    def info(self, url: str, /) -> list[Item]:
        """Ask the site; a list comes back flat, one item for each entry, in the site's order."""
        url = own_tracks(url)
        with self._asking(url) as ytdlp:
            info = ytdlp.extract_info(url, download=False)
            items = list(self._items(ytdlp, info, url))
        if not items and not _entries(info or {}):
            raise nothing_there(url)
        return items

    def details(self, item: Item, /) -> Item:
        """Ask for what a flat list left open of an item, under the identity that its own page gives it.

        What did not come from a flat list is whole and comes back as it is. Raises SourceError.
        """
        if item.source not in self._listed:
            return item
        if item.source in self._details:
            return self._details[item.source]
        entry = self._listed[item.source]
        with self._asking(item.source.url) as ytdlp:
            info = self._resolved(ytdlp, entry)
            full = completed(_named(item_from_info(info), info, item.source.url, position=0, several=False), item)
        self._listed[full.source] = entry
        self._details[item.source] = self._details[full.source] = full
        return full

    def _resolved(self, ytdlp: Any, entry: Info, depth: int = 0) -> Info:
        """Follow a flat entry to the item that it names; a list of one is that one."""
        info = ytdlp.process_ie_result(dict(entry), download=False)
        if info and "entries" not in info:
            refuse_live(info, str(entry.get("url") or ""))
            return dict(info)
        entries = _entries(info or {})
        if len(entries) == 1 and depth < _DEEPEST:
            return self._resolved(ytdlp, entries[0], depth + 1)
        shown = str(entry.get("title") or without_secrets(str(entry.get("url") or "")))
        what = f"is a list of {len(entries)}" if entries else "has no audio or video"
        raise SourceError(f"{shown} {what}", hint="open it in a browser, and add what you want of it by itself")

    def fetch(self, item: Item, folder: Path, /, *, audio_only: bool = True, report: Report | None = None) -> Path:
        """Fetch an item into an empty work folder; raises SourceError or MediaError."""
        formats = AUDIO_FORMATS if audio_only else VIDEO_FORMATS
        with self._asking(item.source.url, folder=folder, formats=formats, hook=_hook(report)) as ytdlp:
            info = self._entry(ytdlp, item)
            if direct := _direct_url(info):
                return self.web.download(direct, folder, name="", report=report, headers=_headers(info))
            ytdlp.process_ie_result(info, download=True)
        return proved(folder, item, language=self.language)

    def captions(self, source: Source) -> list[CaptionOffer]:
        """List the subtitles that a site has of an item; raises SourceError where it cannot be asked."""
        with self._asking(source.url) as ytdlp:
            return captions_from_info(self._entry(ytdlp, Item(source=source)))

    @contextmanager
    def _asking(
        self,
        url: str,
        *,
        folder: Path | None = None,
        formats: str = AUDIO_FORMATS,
        hook: Callable[[Info], None] | None = None,
    ) -> Iterator[Any]:
        from yt_dlp.utils import YoutubeDLError

        quiet = Quiet()
        with new_ytdlp(
            quiet=quiet,
            allow_hosts=self.allow_hosts,
            cookies=self.cookies,
            proxy=self.proxy,
            folder=folder,
            formats=formats,
            hook=hook,
        ) as ytdlp:
            try:
                yield ytdlp
            except (YoutubeDLError, *_STUMBLES) as error:
                raise translate(error, url, quiet) from error

    def _items(self, ytdlp: Any, info: Info | None, url: str, depth: int = 0) -> Iterator[Item]:
        if not info:
            return
        if "entries" not in info:
            refuse_live(info, url)
            yield _named(item_from_info(info), info, url, position=0, several=False)
            return
        entries = _entries(info)
        for position, entry in enumerate(entries):
            if "entries" in entry and depth < _DEEPEST:
                yield from self._items(ytdlp, entry, url, depth + 1)
            elif is_flat(entry):
                yield from self._flat(ytdlp, entry, info, depth)
            elif is_there(entry):
                item = _named(item_from_info(entry), entry, url, position=position, several=len(entries) > 1)
                yield _of_list(item, info)

    def _flat(self, ytdlp: Any, entry: Info, info: Info, depth: int) -> Iterator[Item]:
        """Go into a list that a list names; an item is taken as the list has it, see `details`."""
        reader = find_reader(entry)
        if is_list(reader, str(entry["url"])) and depth < _DEEPEST:
            yield from self._items(ytdlp, ytdlp.extract_info(entry["url"], download=False), entry["url"], depth + 1)
        elif is_there(entry):
            item = _of_list(flat_item(entry, reader), info)
            self._listed[item.source] = entry
            yield item

    def _entry(self, ytdlp: Any, item: Item) -> Info:
        """Ask anew, because addresses of media expire; of a page with several media, take the right one."""
        if item.source in self._listed:
            return self._resolved(ytdlp, self._listed[item.source])
        info = ytdlp.extract_info(item.source.url, download=False)
        if info and "entries" not in info:
            refuse_live(info, item.source.url)
            return dict(info)
        entries = _entries(info or {})
        for position, entry in enumerate(entries):
            several = len(entries) > 1
            named = (
                flat_item(entry, find_reader(entry))
                if is_flat(entry)
                else _named(item_from_info(entry), entry, item.source.url, position=position, several=several)
            )
            if named.source.key == item.source.key or not several:
                return self._resolved(ytdlp, entry)
        raise SourceError(
            f"{item.title or item.source.key} is no longer at {item.source.url}", hint="add the page again"
        )


def own_tracks(url: str) -> str:
    """Let the address of a SoundCloud user mean what they publish, without what they repost of others.

    YouTube's addresses of channels need no such help: yt-dlp reads their videos, broadcasts and shorts.

    >>> own_tracks("https://soundcloud.com/quick-take"), own_tracks("https://soundcloud.com/quick-take/sets/all")
    ('https://soundcloud.com/quick-take/tracks', 'https://soundcloud.com/quick-take/sets/all')
    """
    match = re.fullmatch(r"(https?://(?:www\.|m\.)?soundcloud\.com/(?!discover$|you$|search$)[\w-]+)/?(?:[?#].*)?", url)
    return f"{match[1]}/tracks" if match else url


def _entries(info: Info) -> list[Info]:
    """List a list's entries; what a site lists but does not show comes as None."""
    entries: Iterable[Info | None] = info.get("entries") or ()
    return [entry for entry in entries if entry]


def _of_list(item: Item, info: Info) -> Item:
    """Let a list say what its entries leave open; a plain page with several media is no show."""
    if item.source.provider == "generic":
        return replace(item, description=item.description or str(info.get("description") or ""))
    return replace(item, show_title=item.show_title or str(info.get("title") or ""))


def _named(item: Item, info: Info, url: str, *, position: int, several: bool) -> Item:
    """Give an item its lasting identity: extractor and id; for a page that no extractor knows, its address."""
    source = item.source
    if source.provider not in _PLAIN_PAGES and source.key:
        return replace(item, webpage_url=item.webpage_url or source.url)
    page = canonical_url(str(info.get("webpage_url") or url))
    media = str(info.get("url") or "").partition("?")[0]
    inner = canonical_url(media) if media.startswith(("http://", "https://")) else str(position + 1)
    source = Source(provider="generic", key=f"{page}#{inner}" if several else page, url=without_secrets(page))
    title = item.title if several else re.sub(r" \(\d+\)$", "", item.title)
    # The date of a plain page is the server's Last-Modified, which says little.
    return replace(item, source=source, title=title, date_is_sure=False, webpage_url=page)


def _direct_url(info: Info) -> str:
    """Find a plain file on a plain page: our own downloader fetches it, because it cannot be fooled."""
    if str(info.get("extractor_key", "")).lower() not in _PLAIN_PAGES:
        return ""
    if info.get("protocol") not in ("http", "https") or info.get("requested_formats"):
        return ""
    return str(info.get("url") or "")


def _headers(info: Info) -> dict[str, str]:
    wanted = ("Referer", "Origin", "Cookie")
    return {name: value for name, value in (info.get("http_headers") or {}).items() if name in wanted}


def _hook(report: Report | None) -> Callable[[Info], None] | None:
    """Turn yt-dlp's progress into ours, ten times a second at most."""
    if report is None:
        return None
    said = 0.0

    def hook(status: Info) -> None:
        nonlocal said
        now = time.monotonic()
        if status.get("status") == "downloading" and now - said < 0.1:
            return
        said = now
        total = status.get("total_bytes") or status.get("total_bytes_estimate") or 0
        report(Progress(stage="download", done=float(status.get("downloaded_bytes") or 0), total=float(total)))

    return hook
