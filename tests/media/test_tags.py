"""Tags, covers and chapters: read as well-known tools write them, written so that all can read them."""

from __future__ import annotations

from pathlib import Path

import av
import mutagen
import pytest
from mutagen import id3, mp4

from episodes.core.chapter import Chapter
from episodes.core.errors import MediaError
from episodes.media.boxes import iter_boxes
from episodes.media.probe import probe
from episodes.media.tagging import write_tags
from media.making import PNG, make_media

CHAPTERS = (
    Chapter(start=0.0, title="Opening ❤️"),
    Chapter(start=1.25, title="爱 in the middle", url="https://example.org/x"),
    Chapter(start=2.5, title="Ende, schön"),
)


def test_id3_frames_have_plain_names(tmp_path: Path) -> None:
    """Apple's podcast frames and the common ones are read; iTunes' hidden comments are not."""
    file = make_media(tmp_path / "a.mp3")
    tags = id3.ID3()
    for frame in [
        id3.TIT2(text="Title"),
        id3.TALB(text="Show"),
        id3.TPE1(text="Anna Reader"),
        id3.TRCK(text="12/30"),
        id3.TDRC(text="2019-10-17"),
        id3.TDES(text="Description"),
        id3.COMM(lang="eng", desc="iTunNORM", text=" 00000A 0000"),
        id3.COMM(lang="eng", desc="", text="Comment"),
        id3.USLT(lang="eng", text="Lyrics\r\nof two lines"),
        id3.TXXX(desc="Season Number", text="2"),
        id3.TLAN(text="eng"),
        id3.APIC(mime="image/png", type=3, data=PNG),
    ]:
        tags.add(frame)
    tags.save(file)

    found = probe(file)

    assert found.cover == PNG
    assert {
        "title": "Title",
        "album": "Show",
        "artist": "Anna Reader",
        "track": "12/30",
        "date": "2019-10-17",
        "description": "Description",
        "comment": "Comment",
        "lyrics": "Lyrics\nof two lines",
        "season_number": "2",
        "language": "eng",
    }.items() <= found.tags.items()


def test_mp4_atoms_have_plain_names(tmp_path: Path) -> None:
    """Episode, season, show and the long description are there."""
    file = make_media(tmp_path / "a.m4a")
    audio = mp4.MP4(file)
    audio["\xa9nam"], audio["desc"], audio["ldes"] = "Title", "Short", "Long"
    audio["tvsh"], audio["tven"], audio["tves"], audio["tvsn"] = "Show", "S2E13", [13], [2]
    audio["trkn"], audio["covr"] = [(7, 0)], [mp4.MP4Cover(PNG, mp4.MP4Cover.FORMAT_PNG)]
    audio.save()

    found = probe(file)

    assert found.cover == PNG
    assert {
        "title": "Title",
        "description": "Short",
        "synopsis": "Long",
        "show": "Show",
        "episode_id": "S2E13",
        "episode_sort": "13",
        "season_number": "2",
        "track": "7",
    }.items() <= found.tags.items()


@pytest.mark.parametrize("suffix", [".opus", ".flac", ".ogg"])
def test_vorbis_comments_have_plain_names(tmp_path: Path, suffix: str) -> None:
    """Names in capitals and several values of one name are brought to one form."""
    file = make_media(tmp_path / f"a{suffix}")
    audio = mutagen.File(file)
    audio["TITLE"], audio["TRACKNUMBER"], audio["ARTIST"] = "Title", "12", ["Anna", "Tom"]
    audio.save()

    assert {"title": "Title", "track": "12", "artist": "Anna, Tom"}.items() <= probe(file).tags.items()


def test_matroska_tags_are_read(tmp_path: Path) -> None:
    """Where mutagen knows nothing, FFmpeg's word is taken."""
    file = make_media(tmp_path / "a.mka", tags={"title": "Title", "ARTIST": "Anna", "DATE_RELEASED": "2019-10-17"})

    assert {"title": "Title", "artist": "Anna", "date": "2019-10-17"}.items() <= probe(file).tags.items()


@pytest.mark.parametrize("suffix", [".wav", ".aiff"])
def test_id3_inside_of_a_chunk_is_read(tmp_path: Path, suffix: str) -> None:
    """WAV and AIFF carry ID3 in a chunk of their own."""
    file = make_media(tmp_path / f"a{suffix}")
    audio = mutagen.File(file)
    audio.add_tags()
    audio.tags.add(id3.TIT2(text="Title"))
    audio.save()

    assert probe(file).tags["title"] == "Title"


def test_text_in_a_wrong_encoding_is_mended(tmp_path: Path) -> None:
    """Old tools wrote UTF-8 or Windows-1252 and said that it is Latin-1."""
    file = make_media(tmp_path / "a.mp3", options={"id3v2_version": "0"})
    tags = id3.ID3()
    tags.add(id3.TIT2(encoding=0, text="Grüße aus Köln".encode().decode("latin-1")))
    tags.add(id3.TALB(encoding=0, text=b"It\x92s on".decode("latin-1")))
    tags.save(file)

    found = probe(file).tags

    assert (found["title"], found["album"]) == ("Grüße aus Köln", "It’s on")


@pytest.mark.parametrize("name", ["auphonic.m4a", "auphonic.mp3", "auphonic.opus", "nero-chapters.m4a"])
def test_chapters_of_well_known_tools(shared: Path, name: str) -> None:
    """Auphonic and Nero write the same four chapters in four ways."""
    chapters = probe(shared / "media_tags" / name).chapters

    assert [(chapter.start, chapter.title) for chapter in chapters] == [
        (0.0, "Chapter 1 - ❤️😊"),
        (3.0, "Chapter 2 - ßöÄ"),
        (6.0, "Chapter 3 - 爱"),
        (9.0, "Chapter 4"),
    ]


@pytest.mark.parametrize("name", ["auphonic.mp3", "auphonic.opus"])
def test_addresses_of_chapters(shared: Path, name: str) -> None:
    """A chapter's link comes along."""
    assert {chapter.url for chapter in probe(shared / "media_tags" / name).chapters} == {"https://example.com"}


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".mp4", ".opus", ".flac"])
def test_what_is_written_reads_back(tmp_path: Path, suffix: str) -> None:
    """Every field arrives, the sound stays as it was, and the original is untouched."""
    source = make_media(tmp_path / f"a{suffix}", 4.0, picture=suffix == ".mp4", tags={"genre": "Podcast"})
    before = source.read_bytes()

    target = write_tags(
        source,
        tmp_path / "out" / f"b{suffix}",
        title="Tïtle 爱",
        artist="Anna Reader",
        album="Show",
        number=338,
        date="2019-10-17",
        cover=PNG,
        chapters=CHAPTERS,
        language="en",
        comment="Summary",
    )
    found = probe(target)

    expected = {"title": "Tïtle 爱", "artist": "Anna Reader", "album": "Show", "track": "338", "date": "2019-10-17"}
    assert expected.items() <= found.tags.items()
    assert found.tags.get("comment", found.tags.get("description")) == "Summary"
    assert found.tags["genre"] == "Podcast"
    assert found.cover == PNG
    assert [(chapter.start, chapter.title) for chapter in found.chapters] == [(c.start, c.title) for c in CHAPTERS]
    assert found.duration == pytest.approx(probe(source).duration, abs=0.03)
    assert found.warnings == ()
    assert source.read_bytes() == before
    assert sound_of(target) == sound_of(source)


def sound_of(file: Path) -> list[bytes]:
    with av.open(str(file)) as container:
        return [bytes(packet) for packet in container.demux(container.streams.audio[0]) if packet.size]


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".opus"])
def test_writing_twice_gives_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    """New bytes would make every listener download again."""
    source = make_media(tmp_path / f"a{suffix}")
    first = write_tags(source, tmp_path / f"b{suffix}", title="T", chapters=CHAPTERS)
    second = write_tags(source, tmp_path / f"c{suffix}", title="T", chapters=CHAPTERS)

    assert first.read_bytes() == second.read_bytes()


def test_what_is_left_open_stays(tmp_path: Path) -> None:
    """An empty field is no wish to empty it; chapters that are asked away go."""
    source = write_tags(make_media(tmp_path / "a.mp3"), tmp_path / "b.mp3", title="T", album="A", chapters=CHAPTERS)
    kept = probe(write_tags(source, tmp_path / "c.mp3", title="U"))
    bare = probe(write_tags(source, tmp_path / "d.mp3", chapters=()))

    assert (kept.tags["title"], kept.tags["album"], len(kept.chapters)) == ("U", "A", 3)
    assert bare.chapters == ()


def test_id3_is_what_players_read(tmp_path: Path) -> None:
    """Version 2.3, a table of contents that is ordered and names the chapters."""
    file = write_tags(make_media(tmp_path / "a.mp3"), tmp_path / "b.mp3", chapters=CHAPTERS)
    tags = id3.ID3(file, translate=False)

    (contents,) = tags.getall("CTOC")
    assert tags.version == (2, 3, 0)
    in_time = sorted(tags.getall("CHAP"), key=lambda chapter: chapter.start_time)
    assert contents.child_element_ids == [chapter.element_id for chapter in in_time]
    assert contents.flags == id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED


def test_mp4_has_its_index_first(tmp_path: Path) -> None:
    """Players start before everything is loaded."""
    file = write_tags(make_media(tmp_path / "a.m4a"), tmp_path / "b.m4a", title="T", chapters=CHAPTERS, cover=PNG)
    names = [name for name, _, _ in iter_boxes(file)]

    assert names.index(b"moov") < names.index(b"mdat")


def test_what_cannot_carry_tags_says_so(tmp_path: Path) -> None:
    """And what is no picture is no cover."""
    with pytest.raises(MediaError, match="cannot carry tags"):
        write_tags(make_media(tmp_path / "a.ac3"), tmp_path / "b.ac3", title="T")
    with pytest.raises(MediaError, match="no JPEG or PNG"):
        write_tags(make_media(tmp_path / "a.mp3"), tmp_path / "b.mp3", cover=b"GIF89a")

    assert not (tmp_path / "b.ac3").exists()
