"""Taking an episode out of the catalogue, with everything that was made for it."""

from __future__ import annotations

import shutil
from pathlib import Path

from episodes.core.addresses import episode_folder, media_file
from episodes.core.episode import Episode
from episodes.core.show import Show
from episodes.store.catalogue import Catalogue
from episodes.workflow.ports import MediaStorage


def remove_episode(
    episode: Episode, show: Show, *, catalogue: Catalogue, storage: MediaStorage, feeds: Path, keep_media: bool = False
) -> None:
    """Remove the record first, then its files: a cut-off run leaves files without a record, never the reverse."""
    catalogue.remove_episode(episode.guid)
    for medium in episode.media:
        if medium.media_key:
            (feeds / media_file(episode, medium.published)).unlink(missing_ok=True)
            for key in {medium.media_key, medium.published.media_key} if not keep_media else ():
                storage.remove(key)
    if episode.image and not keep_media and show.image != f"media/{episode.image}":
        storage.remove(episode.image)
    shutil.rmtree(feeds / episode_folder(episode), ignore_errors=True)
