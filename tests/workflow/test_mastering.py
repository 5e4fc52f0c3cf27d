"""The audio that listeners get: tagged once, levelled when asked, never changed behind an app's back."""

from __future__ import annotations

import shutil

import feedparser
import pytest

from conftest import SHARED, run_cli
from episodes.media.loudness import measure_loudness
from episodes.media.probe import probe

VIDEO = SHARED / "episodes" / "ep_dev_2.mp4"


def enclosure(folder, show: str) -> tuple[str, int, object]:
    feed = feedparser.parse((folder / "feeds" / show / "feed.xml").read_bytes())
    found = feed.entries[0].enclosures[0]
    return found.href, int(found.length), folder / "feeds" / found.href.partition("8484/")[2]


@pytest.fixture(scope="module")
def built_once(tmp_path_factory):
    if not VIDEO.is_file():
        pytest.skip("the shared test video is not beside the repository")
    folder = tmp_path_factory.mktemp("video")
    assert run_cli(folder, "add", str(VIDEO), "--show", "desk", "--title", "Own title", "--no-transcribe") == 0
    assert run_cli(folder, "build") == 0
    return folder


@pytest.fixture
def video_workspace(built_once, tmp_path):
    return shutil.copytree(built_once, tmp_path / "video")


def test_sound_out_of_a_video_is_tagged(video_workspace):
    """Title and show are in the file, and the feed states its true length."""
    _, length, file = enclosure(video_workspace, "desk")

    assert file.stat().st_size == length
    assert probe(file).tags["title"] == "Own title"
    assert probe(file).mime_type == "audio/x-m4a"


def test_an_edit_leaves_published_bytes_alone_until_asked(video_workspace):
    """New bytes make every app download again, so only --retag writes them."""
    before = enclosure(video_workspace, "desk")[2].read_bytes()

    assert run_cli(video_workspace, "edit", "last", "title=Another title") == 0
    assert run_cli(video_workspace, "build") == 0
    after_build = enclosure(video_workspace, "desk")[2].read_bytes()
    assert run_cli(video_workspace, "build", "--retag") == 0
    _, length, file = enclosure(video_workspace, "desk")

    assert after_build == before
    assert probe(file).tags["title"] == "Another title"
    assert file.stat().st_size == length


def test_a_show_that_asks_gets_its_audio_levelled(tmp_path, sample):
    """-19 LUFS for mono, by a constant gain; the kept file stays as it came."""
    assert run_cli(tmp_path, "add", str(sample), "--no-transcribe") == 0
    assert run_cli(tmp_path, "show", "edit", "the-feed-desk", "level=yes") == 0
    assert run_cli(tmp_path, "build") == 0

    _, length, file = enclosure(tmp_path, "the-feed-desk")
    found = measure_loudness(file)
    assert abs(found.integrated - -19) < 0.7
    assert found.true_peak <= 0
    assert file.stat().st_size == length
    assert probe(file).chapters[0].title == "Welcome"
    kept = [path for path in (tmp_path / "media").rglob("*.mp3") if ".published" not in path.name]
    assert [path.read_bytes() for path in kept] == [sample.read_bytes()]


def test_an_untouched_file_is_published_to_the_byte(demo_workspace, sample):
    """What nobody asked to change is what the producer gave."""
    assert enclosure(demo_workspace, "the-feed-desk")[2].read_bytes() == sample.read_bytes()
