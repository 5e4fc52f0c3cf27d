"""The chooser among sources: a path, the address of a media file, or a page or site."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from episodes.core.captions.offer import CaptionOffer
from episodes.core.errors import EpisodesError, SourceError, Unreachable
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.progress import Report
from episodes.core.sound import CUT_OUT
from episodes.media.addresses import is_web_address, parts_of, without_secrets
from episodes.media.asking import Limits, not_media
from episodes.media.beside import captions_beside
from episodes.media.local import LocalFiles
from episodes.media.paths import is_there, no_such_path, path_of
from episodes.media.sniff import HEAD
from episodes.media.source_addresses import no_kind
from episodes.media.types import MEDIA_EXTENSIONS

if TYPE_CHECKING:
    from episodes.media.resting import Resting
    from episodes.media.sites import Sites
    from episodes.media.web import WebFiles


#: What yt-dlp may find media in.
_PAGES = ("a web page", "a playlist", "an XML document", "something else (text/html", "something else (application/xh")


class Downloads:
    """Chooses who is to be asked; satisfies `Downloader`. Each part is made when it is first needed."""

    def __init__(
        self,
        *,
        allow_hosts: Collection[str] = (),
        cookies: str = "",
        proxy: str = "",
        language: str = "",
        limits: Limits | None = None,
        resting: Resting | None = None,
    ) -> None:
        self.allow_hosts = tuple(allow_hosts)
        self.cookies = cookies
        self.proxy = proxy
        self.language = language
        self.limits = limits
        self.resting = resting

    @cached_property
    def local(self) -> LocalFiles:
        return LocalFiles(language=self.language)

    @cached_property
    def web(self) -> WebFiles:
        from episodes.media.web import WebFiles

        return WebFiles(
            allow_hosts=self.allow_hosts,
            limits=self.limits,
            proxy=self.proxy,
            language=self.language,
            resting=self.resting,
        )

    @cached_property
    def sites(self) -> Sites:
        from episodes.media.sites import Sites

        return Sites(
            web=self.web, allow_hosts=self.allow_hosts, cookies=self.cookies, proxy=self.proxy, language=self.language
        )

    def handles(self, url: str, /) -> bool:
        return is_web_address(url) or path_of(url) is not None

    def knows_site(self, url: str, /) -> bool:
        """Tell whether yt-dlp has a reader made for this very site; the address of a file is never one."""
        return is_web_address(url) and not _names_a_file(url) and self.sites.knows(url)

    def info(self, url: str, /) -> list[Item]:
        """Ask what is there.

        Raises UsageError for a path that does not exist, SourceError or MediaError for the rest.
        """
        if not is_web_address(url):
            return self._local_info(url)
        if _names_a_file(url):
            return self._file_or_page(url)
        if self.sites.knows(url):
            return self.sites.info(url)
        return self._file_or_page(url)

    def details(self, item: Item, /) -> Item:
        """Ask for what a site's flat list left open; all else is whole already."""
        return item if item.source.provider in ("file", "web") else self.sites.details(item)

    def fetch(self, item: Item, folder: Path, /, *, audio_only: bool = True, report: Report | None = None) -> Path:
        """Bring the item's media into an empty work folder (or name the local file) and return it."""
        if item.source.provider == "file":
            return self.local.fetch(item, folder)
        if item.source.provider == "web":
            return self.web.fetch(item, folder, report=report)
        return self.sites.fetch(item, folder, audio_only=audio_only, report=report)

    def beginning(self, url: str, /) -> bytes:
        """The first bytes of what may be a list of media and is no medium; empty for all else."""
        if is_web_address(url):
            return b"" if _names_a_file(url) else self._beginning_of_page(url)
        path = path_of(url)
        if path is None or not path.is_file() or path.suffix.lower() in MEDIA_EXTENSIONS:
            return b""
        with path.open("rb") as file:
            return file.read(HEAD)

    def _beginning_of_page(self, url: str) -> bytes:
        try:
            seen = self.web.look(url)
        except Unreachable:  # to ask it for its media would be to wait for it once more
            raise
        except EpisodesError:
            return b""  # asked for its media, it says why
        return seen.head if seen.what else b""

    def captions(self, source: Source, /) -> list[CaptionOffer]:
        """List caption files beside a local file or at its site; what is but an address of a file has none."""
        if source.provider == "file":
            return captions_beside(Path(source.url))
        if source.provider in ("web", "feed", "page", CUT_OUT):
            return []
        return self.sites.captions(source)

    def _local_info(self, text: str) -> list[Item]:
        path = path_of(text)
        if path is None:
            raise no_kind(text)
        if not is_there(path):
            raise no_such_path(text)
        return self.local.info(text)

    def _file_or_page(self, url: str) -> list[Item]:
        """Look at what the server sends: a media file is ours, a page is for yt-dlp to read."""
        seen = self.web.look(url)
        if not seen.what:
            return [self.web.item(url, seen)]
        # A log-in page that is sent as audio is no page to look for players in.
        if seen.content_type.startswith(("audio/", "video/")) or not seen.what.startswith(_PAGES):
            raise not_media(without_secrets(url), seen.what)
        try:
            return self.sites.info(url)
        except SourceError as error:
            if _names_a_file(url):  # it should have been a file; what came instead is the reason
                raise not_media(without_secrets(url), seen.what) from error
            raise


def _names_a_file(url: str) -> bool:
    return PurePosixPath(parts_of(url).path).suffix.lower() in MEDIA_EXTENSIONS
