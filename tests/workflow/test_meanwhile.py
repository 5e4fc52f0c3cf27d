"""What others write while a build makes a file that an episode lacks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import pytest

from episodes.core.episode import Episode
from episodes.core.media import Rendition
from episodes.core.show import Show
from episodes.studio import Studio
from workflow.desk import Desk


@dataclass
class Meanwhile:
    """Makes a rendition of one episode, and has somebody write before it is done."""

    mastering: Any
    write: Callable[[], object] | None

    def settle(self, episode: Episode, show: Show, *, retag: bool = False) -> Episode:
        if not self.write or episode.number != 30:
            return self.mastering.settle(episode, show, retag=retag)
        (medium, *_), write = episode.media, self.write
        self.write = None
        made = Rendition(
            media_key=medium.media_key, mime_type="audio/mpeg", length=130, sha256="f" * 64, made_from="test"
        )
        settled = self.mastering.catalogue().add_medium(
            episode.guid, replace(medium, rendition=made), show=episode.show
        )
        write()
        return settled


def build(desk: Desk, write: Callable[[], object] | None = None) -> list[tuple[int, int]]:
    """Episodes and files written, of the show and of the home page."""
    with Studio.open(desk.workspace.root) as studio:
        builder, shows = studio.builder(), studio.shows.shows
        parts = replace(
            builder.parts,
            search=replace(builder.parts.search, program=None),
            mastering=Meanwhile(builder.parts.mastering, write),
        )
        return [
            (built.episodes, built.written)
            for built in replace(builder, parts=parts).build(shows, all_shows=shows, force=True)
        ]


def add(desk: Desk) -> None:
    desk.add()


def edit(desk: Desk) -> None:
    with desk.catalogue() as catalogue:
        one = next(one for one in catalogue.list_episodes("talk") if one.number == 5)
        catalogue.save_episode(replace(one, summary="Written meanwhile."))


def remove(desk: Desk) -> None:
    with desk.catalogue() as catalogue:
        one = next(one for one in catalogue.list_episodes("talk") if one.number == 5)
        catalogue.remove_episode(one.guid, show="talk")


@pytest.mark.parametrize(("write", "change"), [(add, 1), (edit, 0), (remove, -1)])
def test_what_is_written_while_a_file_is_made_is_in_the_build(tmp_path, write: Callable[[Desk], None], change: int):
    """The build is of the state after the file was made, so that the next has nothing to do."""
    desk = Desk(tmp_path / "desk", 1)
    (episodes, _), _ = build(desk)
    with desk.catalogue() as catalogue:
        one = next(one for one in catalogue.list_episodes("talk") if one.number == 30)
        catalogue.save_episode(replace(one, summary="So that there is something to build."))

    (now, _), _ = build(desk, lambda: write(desk))

    assert now == episodes + change
    assert build(desk) == [(now, 0), (0, 0)]
    if write is edit:
        pages = (desk.workspace.root / "feeds" / "talk").rglob("*.html")
        assert any("Written meanwhile." in page.read_text(encoding="utf-8") for page in pages)
