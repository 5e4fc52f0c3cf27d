"""Making the files that listeners get: once, before they are published, and again only when asked."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from episodes.core.addresses import media_file
from episodes.core.episode import Episode
from episodes.core.errors import MediaError
from episodes.core.light import dataclass
from episodes.core.media import Held, Medium, Rendition
from episodes.core.show import Show
from episodes.core.sound import CUT_OUT, offered_media

if TYPE_CHECKING:
    from episodes.store.catalogue import Catalogue
    from episodes.workflow.ports import Master, MediaStorage

#: What a rendition may be, where it is not what was kept.
TYPES = {".mp3": "audio/mpeg", ".m4a": "audio/x-m4a"}


@dataclass(frozen=True, kw_only=True)
class Mastering:
    """Makes renditions of audio; the fields are everything that this touches."""

    catalogue: Callable[[], Catalogue]  #: opened only where something is made
    storage: MediaStorage
    master: Master
    root: Path  #: the workspace, in which pictures lie
    feeds: Path  #: the web root: what lies there is published

    def settle(self, episode: Episode, show: Show, *, retag: bool = False) -> Episode:
        """Give the episode's audio its published form, and return the episode as it is then.

        Sound that was taken out of a video gets tags and chapters before it is first published; a show that
        asks for it gets its audio levelled. A file that is published already is left alone unless `retag`,
        for new bytes make apps download it again. Raises MediaError.
        """
        due = {one.media_key for one in episode.held if one.kind == "audio" and (retag or _lacks(one, show))}
        for medium in offered_media(episode.media) if due else ():  # what no feed offers needs no form
            if medium.media_key in due and (retag or not self._is_out(episode, medium)):
                episode = self._make(episode, medium, show)
        return episode

    def _is_out(self, episode: Episode, medium: Medium) -> bool:
        return (self.feeds / media_file(episode, medium.published)).exists()

    def _make(self, episode: Episode, medium: Medium, show: Show) -> Episode:
        source = self.storage.path(medium.media_key)
        tags, cover = self._tags(episode, show), self._cover(episode, show)
        mark = _mark(medium, tags, episode, cover, level=show.level)
        if medium.rendition and medium.rendition.made_from == mark:
            return episode
        from tempfile import TemporaryDirectory  # few builds make anything

        from episodes.workflow.keeping import file_sha256

        with TemporaryDirectory(prefix="rendition-") as folder:
            try:
                made = self.master.make(
                    source, Path(folder), level=show.level, tags=tags, chapters=episode.chapters, cover=cover
                )
            except MediaError:
                if show.level or medium.rendition:
                    raise
                return episode  # the few kinds that carry no tags are published as they are
            kept = PurePosixPath(medium.media_key)
            key = f"{kept.parent}/{kept.stem}.published{made.suffix}"
            rendition = Rendition(
                media_key=key,
                mime_type=TYPES.get(made.suffix, medium.mime_type),
                length=self.storage.keep(made, key),
                sha256=file_sha256(made),
                made_from=mark,
            )
        return self.catalogue().add_medium(episode.guid, replace(medium, rendition=rendition), show=episode.show)

    def _tags(self, episode: Episode, show: Show) -> dict[str, Any]:
        return {
            "title": episode.title,
            "artist": ", ".join(credit.name for credit in episode.credits) or show.author or show.title,
            "album": show.title,
            "number": episode.number,
            "date": f"{episode.published_at:%Y-%m-%d}",
            "language": episode.language or show.language,
            "comment": episode.summary,
        }

    def _cover(self, episode: Episode, show: Show) -> bytes:
        for place in (self.root / "media" / episode.image if episode.image else None, self.root / show.image):
            if place and place.suffix.lower() in (".jpg", ".jpeg", ".png") and place.is_file():
                return place.read_bytes()
        return b""


def _lacks(medium: Held, show: Show) -> bool:
    """Whether listeners should get another file than the one that is held, and there is none."""
    return not medium.is_mastered and (medium.provider == CUT_OUT or show.level)


def _mark(medium: Medium, tags: Mapping[str, Any], episode: Episode, cover: bytes, *, level: bool) -> str:
    inputs = (medium.sha256, level, sorted(tags.items(), key=str), episode.chapters, hashlib.sha256(cover).hexdigest())
    return hashlib.sha256(repr(inputs).encode()).hexdigest()[:16]
