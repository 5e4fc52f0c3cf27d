"""The demo episode is small enough to ship, and looks like a producer's file."""

from __future__ import annotations

from importlib.resources import as_file, files

import mutagen
import pytest


@pytest.fixture(scope="module")
def episode():
    with as_file(files("episodes.demo") / "episode.mp3") as path:
        yield path


def test_it_is_small_and_short(episode):
    """It ships inside the wheel, and `make demo` has to transcribe it while someone waits."""
    seconds = mutagen.File(episode).info.length

    assert episode.stat().st_size <= 900_000
    assert 60 <= seconds <= 120


def test_its_tags_tell_what_the_demo_shows(episode):
    """Number, hosts, summary, links and date are read from these."""
    tags = mutagen.File(episode).tags

    assert str(tags["TIT2"]) == "The Feed Desk: Episode 7. How a spoken sentence becomes searchable"
    assert [str(tags[name]) for name in ("TALB", "TRCK", "TCON")] == ["The Feed Desk", "7", "Podcast"]
    assert str(tags["TDRC"]) == "2026-11-19"
    assert str(tags["TDES"]) == str(tags["COMM::eng"])
    assert tags["APIC:Cover"].data.startswith(b"\xff\xd8\xff")


def test_its_description_lists_the_embedded_chapters(episode):
    """The timestamps in the text and the chapters in the tag are of one making."""
    tags = mutagen.File(episode).tags
    chapters = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    lines = [f"{c.start_time // 60_000:02}:{c.start_time // 1000 % 60:02} {c.sub_frames['TIT2']}" for c in chapters]

    assert len(lines) == 6
    assert "\n".join(lines) in str(tags["TDES"])
