"""Local files and folders: what a file, its tags and its neighbours say makes the item."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from episodes.core.errors import MediaError, NotFound, UsageError
from episodes.media.digest import sha256
from episodes.media.downloads import Downloads
from episodes.media.local import LocalFiles
from media.making import make_media


def test_tags_make_the_item(tmp_path: Path) -> None:
    """Title, show, author, number, date, description, chapters."""
    tags = {"title": "T", "album": "Show", "artist": "Anna", "track": "12/30", "date": "2019-10-17", "comment": "About"}
    file = make_media(tmp_path / "a.mp3", 6.0, tags=tags, chapters=[(0.0, "A"), (3.0, "B")])

    (item,) = LocalFiles().info(str(file))

    assert (item.source.provider, item.source.key, item.source.url) == ("file", sha256(file), str(file))
    assert (item.title, item.show_title, item.author, item.number) == ("T", "Show", "Anna", "12")
    assert (item.published_at, item.date_is_sure) == (datetime(2019, 10, 17, tzinfo=UTC), True)
    assert item.description == "About"
    assert [chapter.title for chapter in item.chapters] == ["A", "B"]
    assert (item.kind, round(item.duration)) == ("audio", 6)


def test_without_tags_the_name_is_the_title(tmp_path: Path) -> None:
    """And the file's time stamp is a guess of the date."""
    file = make_media(tmp_path / "ep_12_how_printing_began.mp3")
    os.utime(file, (1_571_300_000, 1_571_300_000))

    (item,) = LocalFiles().info(str(file))

    assert item.title == "ep 12 how printing began"
    assert (item.published_at, item.date_is_sure) == (datetime(2019, 10, 17, 8, 13, 20, tzinfo=UTC), False)


def test_a_year_alone_is_a_guess(tmp_path: Path) -> None:
    """No day is made up and called sure."""
    (item,) = LocalFiles().info(str(make_media(tmp_path / "a.mp3", tags={"date": "2019"})))

    assert item.published_at is not None
    assert (item.published_at.year, item.date_is_sure) == (2019, False)


def test_the_same_bytes_are_the_same_item(tmp_path: Path) -> None:
    """Whatever they are called and wherever they lie."""
    file = make_media(tmp_path / "a.mp3")
    copy = tmp_path / "else" / "b.mp3"
    copy.parent.mkdir()
    copy.write_bytes(file.read_bytes())

    assert LocalFiles().info(str(file))[0].source.key == LocalFiles().info(str(copy))[0].source.key


@pytest.mark.parametrize("suffix", [".description", ".md", ".txt"])
def test_a_description_beside_the_file(tmp_path: Path, suffix: str) -> None:
    """Of the same name; it says more than the comment tag."""
    file = make_media(tmp_path / "a.mp3", tags={"comment": "short"})
    file.with_suffix(suffix).write_text("With Anna Reader.", encoding="utf-8")

    assert LocalFiles().info(str(file))[0].description == "With Anna Reader."


def test_a_transcript_beside_the_file_is_no_description(tmp_path: Path) -> None:
    """A text as long as what is said in the file."""
    file = make_media(tmp_path / "a.mp3", 10.0, tags={"comment": "short"})
    file.with_suffix(".txt").write_text("Hello and welcome to the show. " * 10, encoding="utf-8")

    assert LocalFiles().info(str(file))[0].description == "short"


def test_the_info_file_of_yt_dlp_beside_the_file(tmp_path: Path) -> None:
    """It says what the site said; the file stays the source."""
    file = make_media(tmp_path / "abc.mp3", tags={"title": "from the tag", "album": "Album"})
    told = {
        "title": "From the site",
        "description": "D",
        "upload_date": "20191017",
        "id": "abc",
        "extractor_key": "Youtube",
    }
    file.with_suffix(".info.json").write_text(json.dumps(told), encoding="utf-8")

    (item,) = LocalFiles().info(str(file))

    assert (item.title, item.description, item.show_title) == ("From the site", "D", "Album")
    assert (item.published_at, item.date_is_sure) == (datetime(2019, 10, 17, tzinfo=UTC), True)
    assert item.source.provider == "file"


def test_a_broken_info_file_is_left_out(tmp_path: Path) -> None:
    """The media file is sound all the same."""
    file = make_media(tmp_path / "abc.mp3", tags={"title": "T"})
    file.with_suffix(".info.json").write_text("{", encoding="utf-8")

    assert LocalFiles().info(str(file))[0].title == "T"


def test_a_folder_gives_its_files_in_natural_order(tmp_path: Path) -> None:
    """Nine before ten; what is no media, hidden or unfinished is left out."""
    file = make_media(tmp_path / "ep10.mp3")
    for name in ("ep9.mp3", "Ep1.mp3", "more/ep11.mp3", ".hidden.mp3", "ep3.mp3.part"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(file.read_bytes() + name.encode())
    (tmp_path / "notes.txt").write_text("notes")

    items = LocalFiles().info(str(tmp_path))

    assert [item.title for item in items] == ["Ep1", "ep9", "ep10", "ep11"]


def test_one_bad_file_of_a_folder_stops_no_other(tmp_path: Path) -> None:
    """It is listed, and fetching it says what is wrong."""
    make_media(tmp_path / "a.mp3")
    (tmp_path / "b.mp3").write_text("text")

    assert [item.title for item in LocalFiles().info(str(tmp_path))] == ["a", "b"]


def test_a_folder_of_bad_files_says_why(tmp_path: Path) -> None:
    """And an empty one what it should hold."""
    with pytest.raises(NotFound, match="no audio or video files"):
        LocalFiles().info(str(tmp_path))
    (tmp_path / "b.mp3").write_text("text")
    with pytest.raises(MediaError, match=r"b\.mp3 is plain text"):
        LocalFiles().info(str(tmp_path))


def test_fetching_names_the_file_itself(tmp_path: Path) -> None:
    """Nothing is copied, because the storage does that."""
    file = make_media(tmp_path / "a.mp3")
    (tmp_path / "work").mkdir()
    local = LocalFiles()

    assert local.fetch(local.info(str(file))[0], tmp_path / "work") == file


def test_a_wrong_name_is_put_right(tmp_path: Path) -> None:
    """The copy in the work folder ends as its content wants; the original stays."""
    file = make_media(tmp_path / "a.mp3").rename(tmp_path / "a.wav")
    (tmp_path / "work").mkdir()
    local = LocalFiles()

    fetched = local.fetch(local.info(str(file))[0], tmp_path / "work")

    assert fetched == tmp_path / "work" / "a.mp3"
    assert fetched.read_bytes() == file.read_bytes()


def test_paths_as_people_type_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Relative, from the home folder, as an address, with odd characters."""
    file = make_media(tmp_path / "ä b#1%20.mp3")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    for text in ("ä b#1%20.mp3", "./ä b#1%20.mp3", "~/ä b#1%20.mp3", str(file), file.as_uri()):
        assert Downloads().info(text)[0].source.url == str(file)


def test_a_missing_file_is_wrong_use_with_a_hint(tmp_path: Path) -> None:
    """The nearest name is offered."""
    make_media(tmp_path / "episode.mp3")

    with pytest.raises(UsageError, match="no file or folder") as caught:
        Downloads().info(str(tmp_path / "epsiode.mp3"))
    assert "episode.mp3" in caught.value.hint
    with pytest.raises(UsageError, match="ftp is no kind of source"):
        Downloads().info("ftp://example.org/a.mp3")
