"""What yt-dlp reports of real items, read as ours."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.core.chapter import Chapter
from episodes.core.media import Source
from episodes.media.infodict import item_from_info


def test_real_info_files(shared: Path) -> None:
    """Every one has its identity, title, date and length."""
    for file in (shared / "metadata" / "infojson").iterdir():
        info = json.loads(file.read_text(encoding="utf-8"))
        item = item_from_info(info)

        assert item.source == Source(provider="youtube", key=info["id"], url=info["webpage_url"])
        assert item.title == info["title"]
        assert item.author == info["channel"]
        assert item.published_at == datetime.fromtimestamp(info["timestamp"], UTC)
        assert (item.date_is_sure, item.duration, item.kind) == (True, info["duration"], "video")


def test_real_examples_of_all_sites(shared: Path) -> None:
    """Season and episode numbers and series arrive; none of 1,800 shapes is too odd."""
    examples = json.loads((shared / "metadata" / "ytdlp_extractor_examples.json").read_text(encoding="utf-8"))
    for info in examples:
        item = item_from_info({**info, "extractor_key": info["cls"].removesuffix("IE")})
        if isinstance(info.get("episode_number"), int):
            assert item.number == str(info["episode_number"])
        if isinstance(info.get("season_number"), int):
            assert item.season == str(info["season_number"])
        if info.get("series"):
            assert item.show_title == info["series"].strip()


def test_chapters_and_a_release_date() -> None:
    """The day of release counts, not the day of upload; yt-dlp's stop-gap chapter does not."""
    item = item_from_info(
        {
            "id": "1",
            "extractor_key": "Youtube",
            "upload_date": "20191020",
            "release_date": "20191017",
            "chapters": [
                {"start_time": 0, "end_time": 5, "title": "<Untitled Chapter 1>"},
                {"start_time": 5.0, "end_time": 9.0, "title": "Middle"},
                {"title": "no time"},
                None,
            ],
        }
    )

    assert item.published_at == datetime(2019, 10, 17, tzinfo=UTC)
    assert item.chapters == (Chapter(start=5.0, title="Middle"),)


@pytest.mark.parametrize(
    ("info", "kind"),
    [
        ({"vcodec": "none", "ext": "m4a"}, "audio"),
        ({"vcodec": "avc1", "ext": "mp4"}, "video"),
        ({"formats": [{"vcodec": "none"}, {"vcodec": "vp9"}]}, "video"),
        ({"formats": [{"vcodec": "none"}]}, "audio"),
        ({"ext": "mp3"}, "audio"),
        ({"ext": "mp4"}, "video"),
        ({"ext": "mp3", "formats": [{"url": "x"}]}, "audio"),
    ],
)
def test_audio_and_video_are_told_apart(info: dict[str, Any], kind: str) -> None:
    """By what the formats show, else by the extension."""
    assert item_from_info({"id": "1", **info}).kind == kind


VALUES = st.booleans() | st.integers() | st.floats() | st.text() | st.none()
JUNK = VALUES | st.lists(VALUES | st.dictionaries(st.sampled_from(["start_time", "title", "url", "vcodec"]), VALUES))
NAMES = ["id", "title", "timestamp", "upload_date", "duration", "chapters", "formats", "thumbnails", "cast", "vcodec"]


@given(st.dictionaries(st.sampled_from(NAMES), JUNK))
def test_no_junk_is_too_odd(info: dict[str, Any]) -> None:
    """Sites change; what cannot be read is left out."""
    item_from_info(info)
