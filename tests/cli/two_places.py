"""Two places with the same talks, as feeds on loopback, and a workspace that watches them."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import numpy as np
import pytest

from cli.loopback import babble, write_media
from conftest import run_cli

FIRST = datetime(2024, 3, 4, 8, tzinfo=UTC)
WEEK, DAILY = timedelta(days=7), timedelta(days=1)
TITLES = ["Rye", "Lead type", "The last page", "Mills", "Paper", "Ink"]


@dataclass
class Site:
    """A folder that is served, and a workspace that watches two feeds in it."""

    folder: Path
    desk: Path
    address: str
    capsys: pytest.CaptureFixture[str]

    def feed(self, name: str, *items: str) -> None:
        """Write a feed of items, the newest last."""
        rss = f"<rss version='2.0'><channel><title>Talks</title>{''.join(reversed(items))}</channel></rss>"
        (self.folder / f"{name}.xml").write_text(rss)

    def item(
        self,
        talk: str,
        title: str,
        at: datetime | None = FIRST,
        *,
        lasts: float = 0.0,
        guid: str = "",
        missing: bool = False,
    ) -> str:
        """An item: `talk` is the file that it points to (as `make` has it); what is missing is no file."""
        if not missing:
            self.make(talk)
        kind = "video/mp4" if talk.endswith("4") else "audio/mpeg"
        date = f"<pubDate>{format_datetime(at)}</pubDate>" if at else ""
        lasting = (
            f"<d:duration xmlns:d='http://www.itunes.com/dtds/podcast-1.0.dtd'>{lasts:.0f}</d:duration>"
            if lasts
            else ""
        )
        return (
            f"<item><title>{title}</title><guid isPermaLink='false'>{guid or talk}</guid>{date}{lasting}"
            f"<enclosure url='{talk}' type='{kind}' length='0'/></item>"
        )

    def make(self, talk: str) -> None:
        """Make a film or sound: "3.mp4" and "3.mp3" are one talk, "3-again.mp4" is it again, "3-clip.mp4" a piece."""
        if (self.folder / talk).exists():
            return
        number, _, form = Path(talk).stem.partition("-")
        sound = babble(int(number), 100 if form in ("", "again") and int(number) >= 90 else 12)
        if form == "news":  # half of it is jingle
            sound = np.concatenate([babble(1000, 21), sound[: 16000 * 10], babble(1001, 10)])
        write_media(self.folder / talk, sound[: 16000 * 9] if form == "clip" else sound, video=talk.endswith("4"))

    def watch(self, name: str) -> None:
        more = ["--as", "video"] if name.startswith("video") else []
        assert run_cli(self.desk, "source", "add", "talk", f"{self.address}/{name}.xml", *more) == 0

    def sync(self) -> None:
        assert run_cli(self.desk, "sync") == 0

    def episodes(self) -> list[str]:
        """Each episode's files, as "1.mp3 1.mp4"."""
        with closing(sqlite3.connect(self.desk / "episodes.db")) as connection:
            rows = connection.execute(
                "SELECT e.guid, s.url FROM medium m "
                "JOIN episode e ON e.id = m.episode_id JOIN source s ON s.id = m.source_id"
            ).fetchall()
        found: dict[str, list[str]] = {}
        for guid, url in rows:
            found.setdefault(guid, []).append(url.rpartition("/")[2])
        return sorted(" ".join(sorted(files)) for files in found.values())

    def asked(self) -> list[tuple[str, str]]:
        """What a person is asked: the item, and the reasons."""
        self.capsys.readouterr()
        assert run_cli(self.desk, "match", "--json") == 0
        return [(one["title"], "; ".join(one["reasons"])) for one in json.loads(self.capsys.readouterr().out)]

    def check_quiet(self) -> None:
        """A further run does nothing."""
        before = self.dump()
        self.capsys.readouterr()
        self.sync()
        assert "nothing new" in self.capsys.readouterr().err
        assert self.dump() == before

    def dump(self) -> list[tuple[object, ...]]:
        with closing(sqlite3.connect(self.desk / "episodes.db")) as connection:
            return [
                row for name in ("episode", "medium", "source") for row in connection.execute(f"SELECT * FROM {name}")
            ]


def watch_both(site: Site) -> None:
    site.watch("audio")
    site.watch("video")
    site.sync()
