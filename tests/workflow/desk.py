"""A workspace that changes, and what its builds leave."""

from __future__ import annotations

import hashlib
import random
import shutil
from contextlib import nullcontext
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from episodes.config.edit import create_settings, save_show, set_base_url
from episodes.config.settings import load_config
from episodes.config.workspace import Workspace
from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.media import Medium, Source
from episodes.core.show import ExtraFeed, Show
from episodes.core.transcript import Fingerprint, Segment, Transcript
from episodes.site.lists import LIST_LENGTH
from episodes.store.catalogue import Catalogue
from episodes.studio import Studio

PEOPLE = ("Ann Lee", "Bo Diaz", "Cy Ng")


class Desk:
    """A workspace that a producer works in, with its builds."""

    def __init__(self, root: Path, seed: int) -> None:
        self.workspace, self.chance = Workspace(root), random.Random(seed)
        self.number = 0
        create_settings(self.workspace.settings)
        set_base_url(self.workspace.settings, "https://example.org")
        guests = ExtraFeed(name="guests", where='guest = "Bo Diaz"')
        secret = ExtraFeed(name="friends", private=True, path="0123456789abcdef", latest=2)
        self.save(
            Show(slug="talk", title="Talk", hosts=(Credit(name="Ann Lee"),), feeds=(guests, secret), feed_limit=8)
        )
        with self.catalogue() as catalogue, catalogue.bulk():
            for _ in range(2 * LIST_LENGTH + 1):  # more than a page of the list
                self.add(catalogue=catalogue)

    def save(self, show: Show) -> None:
        save_show(self.workspace.settings, show)
        with self.catalogue() as catalogue:
            catalogue.save_show(show)

    def catalogue(self) -> Catalogue:
        return Catalogue.open(self.workspace.database)

    def any(self) -> Episode:
        with self.catalogue() as catalogue:
            return self.chance.choice(catalogue.list_episodes("talk"))

    def edit(self, **changes: object) -> None:
        with self.catalogue() as catalogue:
            catalogue.save_episode(replace(self.any(), **changes))

    def add(self, kind: str = "audio", catalogue: Catalogue | None = None) -> None:
        self.number += 1
        number, ending = self.number, "mp4" if kind == "video" else "mp3"
        file = self.workspace.media / "talk" / f"{number}.{ending}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(bytes(100 + number))
        medium = Medium(
            kind=kind,  # type: ignore[arg-type]
            source=Source(provider="file", key=str(number)),
            media_key=f"talk/{file.name}",
            mime_type="video/mp4" if kind == "video" else "audio/mpeg",
            duration=60.0 + number,
            length=100 + number,
            sha256=hashlib.sha256(file.read_bytes()).hexdigest(),
        )
        episode = Episode(
            guid=f"talk-{number}",
            show="talk",
            slug=f"{number}-part",
            title=f"Part {number}",
            number=number,
            published_at=datetime(2025, 1, 1, tzinfo=UTC) + timedelta(days=30 * number),
            summary=f"About {number}.",
            credits=(Credit(name=self.chance.choice(PEOPLE), role="guest"),),
            related=(f"Part {number - 1}",),
            media=(medium,),
        )
        with nullcontext(catalogue) if catalogue else self.catalogue() as written:
            written.add_episode(episode)
            written.save_transcript(episode.guid, self.transcript("some words"), show="talk")

    def transcript(self, text: str) -> Transcript:
        return Transcript(
            fingerprint=Fingerprint(media_sha256="", engine="test/1", model="none"),
            language="en",
            duration=60,
            created_at=datetime(2026, 1, 1, tzinfo=UTC),
            segments=(Segment(start=0, end=4, text=text),),
        )

    def say(self) -> None:
        with self.catalogue() as catalogue:
            catalogue.save_transcript(self.any().guid, self.transcript(f"words {self.chance.random()}"), show="talk")

    def remove(self) -> None:
        episode = self.any()
        with self.catalogue() as catalogue:
            catalogue.remove_episode(episode.guid, show="talk")

    def set(self, **changes: object) -> None:
        self.save(replace(load_config(self.workspace.settings).shows["talk"], **changes))

    def published(self) -> list[Path]:
        files = sorted(file for file in self.workspace.feeds.rglob("*") if file.is_file())
        return [file for file in files if file.suffix not in (".mp3", ".mp4") and not file.name.startswith(".")]

    def spoil(self) -> None:
        file = self.chance.choice(self.published())
        file.write_bytes(file.read_bytes() + b"oops")

    def lose(self) -> None:
        self.chance.choice(self.published()).unlink()

    def lose_medium(self) -> None:
        self.chance.choice(sorted((self.workspace.media / "talk").iterdir())).unlink()

    def build(self, root: Path | None = None, *, processes: int = 1) -> dict[str, bytes]:
        with Studio.open(root or self.workspace.root) as studio:
            builder = studio.builder(processes=processes)
            search = replace(builder.parts.search, program=None)
            builder = replace(builder, parts=replace(builder.parts, search=search))
            shows = studio.shows.shows
            list(builder.build(shows, all_shows=shows, force=True))
        feeds = (root or self.workspace.root) / "feeds"
        return {f.relative_to(feeds).as_posix(): f.read_bytes() for f in feeds.rglob("*") if f.is_file()}

    def build_from_nothing(self, root: Path) -> dict[str, bytes]:
        self.copy_to(root)
        return self.build(root)

    def copy_to(self, root: Path) -> None:
        """Take everything along but what was built."""
        root.mkdir()
        for name in ("episodes.toml", "episodes.db"):
            shutil.copy(self.workspace.root / name, root)
        shutil.copytree(self.workspace.media, root / "media")
