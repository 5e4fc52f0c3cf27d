"""Plain addresses of media files as a source, fetched by our own downloader."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path, PurePosixPath

import httpx

from episodes.core.errors import MediaError
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.probe import Probe
from episodes.core.progress import Report
from episodes.core.tagged import with_tags
from episodes.core.timecode import format_clock
from episodes.media.addresses import canonical_url, file_name, without_secrets
from episodes.media.asking import PASSING, Cut, Limits, Web, is_refusal, not_media, status_error
from episodes.media.local import title_from_name
from episodes.media.patience import Pace, Patience, busy
from episodes.media.probe import is_cut_off, probe
from episodes.media.resting import Resting
from episodes.media.saving import whole_file
from episodes.media.seen import LARGEST_HEADER, Seen, glance_at, has_index_last, header_bytes, read_bytes
from episodes.media.transfer import Transfer, body_length
from episodes.media.types import extension, fits

#: How often an address is looked at whose server is busy.
_LOOKS = 3


class WebFiles:
    """Fetches media files from web servers; satisfies `Downloader`.

    `allow_hosts` are hosts with private addresses that may be asked all the same ("nas.local",
    "192.168.1.5:8000"); every other private address is refused at every hop.
    """

    def __init__(
        self,
        *,
        allow_hosts: Collection[str] = (),
        limits: Limits | None = None,
        proxy: str = "",
        language: str = "",
        resting: Resting | None = None,
    ) -> None:
        self.web = Web(allow_hosts=allow_hosts, limits=limits, proxy=proxy, resting=resting)
        self.language = language
        self._secrets: dict[str, str] = {}  #: canonical address -> the one with name and password, never stored

    def handles(self, url: str, /) -> bool:
        return url.lower().startswith(("http://", "https://"))

    def info(self, url: str, /) -> list[Item]:
        """Look at the file's headers and first bytes; raises SourceError if it is no media."""
        seen = self.look(url)
        if seen.what:
            raise not_media(without_secrets(url), seen.what)
        return [self.item(url, seen)]

    def look(self, url: str) -> Seen:
        """Ask for the beginning of a file, as much as its tags need."""
        seen = self._look(url)
        if not seen.what and has_index_last(seen):
            return replace(seen, tail=self._tail(seen))
        return seen

    def _tail(self, seen: Seen) -> bytes:
        """Ask for the end of a file; a server that cannot give it sends nothing that we need."""
        start = max(len(seen.head), seen.length - LARGEST_HEADER // 4)
        try:
            with self.web.ask(seen.url, {"Range": f"bytes={start}-"}) as response:
                expected = f"bytes {start}-{seen.length - 1}/{seen.length}"
                if response.status_code != 206 or response.headers.get("content-range") != expected:
                    return b""
                return read_bytes(response, seen.length - start)
        except Cut:
            return b""

    def _look(self, url: str) -> Seen:
        """Ask again where a server answers badly for the moment; raises Unreachable with the last reason."""
        patience = Patience(
            self.web,
            without_secrets(url),
            failed="could not be asked",
            hint="check the address, or try again later",
            attempts=_LOOKS,
        )
        while True:
            pace = Pace(self.web.limits)
            try:
                return self._look_once(url, pace)
            except Cut as cut:
                patience.wait(cut, idle=pace.idle)

    def _look_once(self, url: str, pace: Pace) -> Seen:
        """Look once; raises Cut for an answer that may be another in a moment."""
        with self.web.ask(url) as response:
            if response.status_code in PASSING:
                raise busy(response)
            if is_refusal(response.status_code):
                raise status_error(without_secrets(url), response.status_code)
            headers = response.headers
            return Seen(
                url=str(response.url),
                status=response.status_code,
                content_type=headers.get("content-type", "").split(";")[0].strip().lower(),
                head=header_bytes(response, pace),
                length=body_length(response) or 0,
                disposition=headers.get("content-disposition", ""),
                modified=headers.get("last-modified", ""),
            )

    def item(self, url: str, seen: Seen) -> Item:
        """Make an item of an address whose beginning was seen."""
        key = canonical_url(url)
        if without_secrets(url) != url:
            self._secrets[key] = url
        name = file_name(seen.url if PurePosixPath(httpx.URL(seen.url).path).suffix else url, seen.disposition)
        item = Item(
            source=Source(provider="web", key=key, url=without_secrets(url)),
            published_at=_modified(seen.modified),
            date_is_sure=False,
            kind="video" if seen.content_type.startswith("video/") else "audio",
            tags={"file_name": name, "mime_type": seen.content_type},
        )
        found = glance_at(seen, name)
        item = with_tags(item, found) if found is not None else item
        return replace(item, title=item.title or title_from_name(PurePosixPath(name).stem))

    def fetch(self, item: Item, folder: Path, /, *, audio_only: bool = True, report: Report | None = None) -> Path:
        """Download the file whole and prove that it is media; nothing is left in the folder otherwise."""
        del audio_only  # a file is what it is
        url = self._secrets.get(item.source.key, item.source.url or item.source.key)
        return self.download(url, folder, name=item.tags.get("file_name", ""), report=report)

    def download(
        self,
        url: str,
        folder: Path,
        *,
        name: str = "",
        report: Report | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> Path:
        """Download an address into a folder; raises SourceError or MediaError, with nothing half-written left."""
        target = folder / (name or file_name(url))
        with whole_file(target) as part:
            Transfer(self.web, url, part, name=target.name, report=report, headers=headers).run()
            found = self._prove(url, part, target.name)
        if fits(target.suffix, found.mime_type):
            return target
        stem = target.stem if 2 <= len(target.suffix) <= 5 else target.name
        return target.replace(target.with_name(stem + extension(found.mime_type, found.codec)))

    def _prove(self, url: str, part: Path, name: str) -> Probe:
        try:
            found = probe(part, language=self.language)
        except MediaError as error:
            raise MediaError(
                error.message.replace(part.name, f"what {without_secrets(url)} sent"),
                hint=error.hint.replace(part.name, name),
            ) from error
        if is_cut_off(found):
            raise MediaError(
                f"{name} ends after {format_clock(found.duration)}, and its header says "
                f"{format_clock(found.stated_duration)}: what the server sent is not whole",
                hint="try again later; if it is meant to be so, download it by hand and add the file",
            )
        return found


def _modified(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError):
        return None
    return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
