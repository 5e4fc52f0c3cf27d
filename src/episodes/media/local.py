"""Local files and folders as a source: tags, and what lies beside a file, make the item."""

from __future__ import annotations

import os
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.errors import MediaError, NotFound
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.probe import Probe
from episodes.core.progress import Report
from episodes.core.tagged import episode_number, full_date
from episodes.media.beside import beside, with_info_file
from episodes.media.digest import sha256
from episodes.media.paths import no_such_path, path_of
from episodes.media.probe import glance
from episodes.media.tracks import short_language
from episodes.media.types import MEDIA_EXTENSIONS, extension, fits
from episodes.media.walking import files_below


class LocalFiles:
    """Reads files and folders of this machine; satisfies `Downloader`."""

    def __init__(self, *, language: str = "") -> None:
        self.language = language

    def handles(self, url: str, /) -> bool:
        return path_of(url) is not None

    def info(self, url: str, /) -> list[Item]:
        """Describe a file, or each media file of a folder in natural order.

        Raises UsageError for a path that does not exist and MediaError for a file that is no media.
        """
        path = path_of(url)
        if path is None or not path.exists():
            raise no_such_path(url)
        if path.is_dir():
            return self._folder(path)
        return [self._describe(path)]

    def fetch(
        self,
        item: Item,
        folder: Path,
        /,
        *,
        audio_only: bool = True,  # noqa: ARG002 - a file is what it is
        report: Report | None = None,  # noqa: ARG002 - there is nothing to wait for
    ) -> Path:
        """Return the file itself, or a copy in the work folder where its name says the wrong type."""
        path = Path(item.source.url)
        if not path.is_file():
            raise no_such_path(item.source.url)
        kind = item.tags.get("mime_type", "")
        if not kind or fits(path.suffix, kind):
            return path
        return _copy(path, folder / f"{path.stem}{extension(kind)}")

    def _folder(self, folder: Path) -> list[Item]:
        files = list(files_below(folder, MEDIA_EXTENSIONS))
        if not files:
            raise NotFound(
                f"no audio or video files in {folder}", hint="name a folder with mp3, m4a, mp4, … files, or one file"
            )
        items, reasons = [], []
        for file in files:
            try:
                items.append(self._describe(file))
            except MediaError as error:
                reasons.append(error)
                items.append(_unread(file))
        if len(reasons) == len(files):
            raise reasons[0]
        return items

    def _describe(self, file: Path) -> Item:
        return item_from_file(file, glance(file, language=self.language))


def item_from_file(file: Path, found: Probe) -> Item:
    """Make an item of a probed file, its tags, and the description or info.json beside it."""
    tags = found.tags
    published_at, is_sure = _date(file, tags)
    item = Item(
        source=Source(provider="file", key=sha256(file), url=str(file.absolute())),
        title=tags.get("title", "") or title_from_name(file.stem),
        description=beside(file, found.duration) or _longest(tags, "synopsis", "description", "comment", "lyrics"),
        show_title=tags.get("show", "") or tags.get("album", ""),
        author=tags.get("artist", "") or tags.get("album_artist", ""),
        published_at=published_at,
        date_is_sure=is_sure,
        number=episode_number(tags),
        season=tags.get("season_number", ""),
        kind=found.kind,
        duration=found.duration,
        language=language_code(tags.get("language", "")),
        webpage_url=tags.get("url", ""),
        tags={**tags, "mime_type": found.mime_type, "file_name": file.name},
        chapters=found.chapters,
    )
    return with_info_file(item, file)


def _unread(file: Path) -> Item:
    """Name a file that probing refused: fetching it will say why, and the others go on."""
    return Item(
        source=Source(provider="file", key=sha256(file), url=str(file.absolute())), title=title_from_name(file.stem)
    )


def title_from_name(stem: str) -> str:
    """Make a title of a file's name where no tag has one.

    >>> title_from_name("2019-10-17_how_printing_began")
    '2019-10-17 how printing began'
    >>> title_from_name("My Show - Ep. 12 [dQw4w9WgXcQ]")
    'My Show - Ep. 12'
    """
    text = re.sub(r"\s*\[[\w-]{11}\]$", "", stem)  # yt-dlp's default names end in the id
    if " " not in text:
        text = re.sub(r"(?<=\w)_+(?=\w)|_+", " ", text)
        if text.count("-") >= 2 and " " not in text:
            text = re.sub(r"(?<=[^\W\d])-|-(?=[^\W\d])", " ", text)
    return text.strip() or stem


def language_code(text: str) -> str:
    """Accept a language tag only if it looks like a code.

    >>> language_code("eng"), language_code("de-AT"), language_code("Deutsch (Österreich)")
    ('en', 'de-AT', '')
    """
    if not re.fullmatch(r"[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*", text) or text.lower() in ("und", "mul", "xxx", "zxx"):
        return ""
    return short_language(text) if len(text) == 3 else text


def _date(file: Path, tags: dict[str, str]) -> tuple[datetime | None, bool]:
    """Take the day that a tag states; a year alone, or the file's own time stamp, is a guess."""
    for name in ("release_date", "date", "purchase_date"):
        if found := full_date(tags.get(name, "")):
            return found, True
    written = datetime.fromtimestamp(file.stat().st_mtime, UTC).replace(microsecond=0)
    year = tags.get("date", "")[:4]
    if year.isdigit() and 1900 < int(year) <= written.year and int(year) != written.year:
        return datetime(int(year), 1, 1, tzinfo=UTC), False
    return written, False


def _longest(tags: dict[str, str], *names: str) -> str:
    return max((tags.get(name, "") for name in names), key=len)


def _copy(file: Path, target: Path) -> Path:
    from episodes.media.saving import require_space, whole_file

    size = file.stat().st_size
    require_space(target, size)
    with whole_file(target, size=size) as part:
        shutil.copyfile(file, part)
    os.utime(target, (file.stat().st_mtime, file.stat().st_mtime))
    return target
