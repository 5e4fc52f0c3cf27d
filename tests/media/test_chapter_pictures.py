"""Chapters with pictures: read whatever the tag's version, in bounded time however many, and kept when written anew."""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest
from mutagen.id3 import ID3

from episodes.core.chapter import Chapter
from episodes.media.chapter_pictures import MOST_PICTURES, without_pictures
from episodes.media.probe import probe
from episodes.media.tagging import write_tags
from media.making import make_media
from media.test_tag_limits import before, chapter, entry, tag

JPEG = b"\xff\xd8\xff"


def picture(size: int, mark: int = 0) -> bytes:
    return entry(b"APIC", b"\0image/jpeg\0\3\0" + JPEG + bytes([mark % 251]) * size)


def book(folder: Path, chapters: int, size: int, *, seconds: float = 3.0) -> Path:
    """An MP3 with chapters, a hundredth of a second each, that have a title and a picture."""
    parts = (
        chapter(number, entry(b"TIT2", b"\x03part %d" % number), picture(size, number), name=b"c%d")
        for number in range(chapters)
    )
    file = make_media(folder / "book.mp3")
    file.write_bytes(before(file.read_bytes(), tag(entry(b"TIT2", b"\x03Rye"), *parts)))
    return file


def test_a_book_of_1200_chapters_with_large_pictures_is_read(tmp_path: Path):
    """In a second or two and some 200 MB, with a note on what a copy leaves out."""
    file = book(tmp_path, 1200, 50_000)
    clock = time.process_time()

    found = probe(file)

    assert time.process_time() - clock < 5
    assert found.tags["title"] == "Rye"
    assert [one.title for one in found.chapters] == [f"part {number}" for number in range(1200)]
    assert [one for one in found.warnings if "57 MB of pictures" in one]


def test_its_memory_is_bounded(tmp_path: Path):
    """The tag and little more are held at a time."""
    file = book(tmp_path, 1200, 50_000)
    tracemalloc.start()
    try:
        probe(file)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 2.5 * file.stat().st_size


def test_a_copy_keeps_the_first_pictures(tmp_path: Path):
    """With all chapters, under the titles that they have now; the list of chapters is one of lists."""
    file = book(tmp_path, 1200, 50_000)
    named = [Chapter(start=number / 1000, title=f"Chapter {number}") for number in range(1200)]

    copy = write_tags(file, tmp_path / "copy.mp3", chapters=named)

    tags = ID3(copy)
    chapters = sorted(tags.getall("CHAP"), key=lambda one: one.start_time)
    kept = [one.sub_frames.getall("APIC") for one in chapters]
    assert [one.sub_frames["TIT2"].text[0] for one in chapters] == [one.title for one in named]
    assert [bool(one) for one in kept] == [number < MOST_PICTURES // 50_030 for number in range(1200)]
    assert kept[5][0].data[-1] == 5
    lists = {one.element_id: one.child_element_ids for one in tags.getall("CTOC")}
    listed = [name for part in lists["toc"] for name in lists[part]]
    assert listed == [f"chp{number}" for number in range(1200)]
    assert copy.stat().st_size < MOST_PICTURES + 1_000_000
    assert len(probe(copy).chapters) == 1200


@pytest.mark.parametrize("size", [10, 127, 50_000])
def test_chapters_with_pictures_are_read(tmp_path: Path, size: int):
    """A picture of any size, in a tag of version 2.4, whose lengths have seven bits in a byte."""
    found = probe(book(tmp_path, 3, size))

    assert [one.title for one in found.chapters] == ["part 0", "part 1", "part 2"]
    assert not found.warnings


def test_chapters_with_long_titles_are_read(tmp_path: Path):
    title = b"A title that goes on and on, " * 10
    file = make_media(tmp_path / "talk.mp3")
    parts = [chapter(number, entry(b"TIT2", b"\x03" + title)) for number in range(2)]
    file.write_bytes(before(file.read_bytes(), tag(*parts)))

    assert len(probe(file).chapters) == 2


def test_what_is_no_chapters_picture_stays():
    """Cover, titles, addresses, and what stands behind."""
    cover, words, address = picture(100), entry(b"TIT2", b"\x03part"), entry(b"WXXX", b"\0\0https://example.org")
    whole = tag(cover, chapter(0, words, picture(300), address), chapter(1, words), entry(b"TALB", b"\x03Talks"))
    slim = tag(cover, chapter(0, words, address), chapter(1, words), entry(b"TALB", b"\x03Talks"))

    assert without_pictures(whole, most=0) == (slim, len(picture(300)))
    assert without_pictures(whole, most=1000) == (whole, 0)
