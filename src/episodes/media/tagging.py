"""Writing tags, cover and chapters into a copy of a media file, its sound untouched."""

from __future__ import annotations

import base64
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.errors import MediaError
from episodes.core.timecode import format_timecode
from episodes.media.chapter_pictures import MOST_PICTURES, tag_stream
from episodes.media.chapters import read_chapters
from episodes.media.opening import open_media
from episodes.media.probe import probe
from episodes.media.remux import copy_streams
from episodes.media.saving import require_space, whole_file
from episodes.media.tags import TagSheet

#: Entries of a list of chapters (ID3v2 Chapters, 3.2).
_MOST_LISTED = 255


@dataclass(frozen=True, kw_only=True)
class Label:
    """What a published file says of itself; empty fields leave the file's own."""

    title: str = ""
    artist: str = ""
    album: str = ""
    number: int | None = None
    date: str = ""  #: ISO 8601, "2019-10-17"
    comment: str = ""
    language: str = ""  #: BCP 47 tag
    cover: bytes = b""  #: JPEG or PNG
    chapters: tuple[Chapter, ...] | None = None  #: None = leave the file's own


def write_tags(
    source: Path,
    target: Path,
    *,
    title: str = "",
    artist: str = "",
    album: str = "",
    number: int | None = None,
    date: str = "",
    cover: bytes = b"",
    chapters: Sequence[Chapter] | None = None,
    language: str = "",
    comment: str = "",
) -> Path:
    """Write a copy of a file with these tags; what is empty stays as the file has it.

    MP3 gets ID3v2.3 with CHAP and CTOC (id3.org, ID3v2 Chapter Frame Addendum), MP4 a chapter
    track and its index first, Ogg and FLAC Vorbis comments. Raises MediaError for a file that
    cannot carry tags. The same input gives the same bytes.
    """
    label = Label(
        title=title,
        artist=artist,
        album=album,
        number=number,
        date=date,
        comment=comment,
        language=language,
        cover=cover,
        chapters=None if chapters is None else tuple(sorted(chapters, key=lambda chapter: chapter.start)),
    )
    if cover and not cover.startswith((b"\xff\xd8\xff", b"\x89PNG")):
        raise MediaError(
            f"the cover for {target.name} is no JPEG or PNG picture", hint="convert the picture to JPEG or PNG"
        )
    mime, codec, duration = _kind_of(source)
    writer = _writer(mime, codec)
    if writer is None:
        raise MediaError(f"{source.name} ({mime}) cannot carry tags", hint="publish it as MP3 or M4A")
    require_space(target, source.stat().st_size)
    with whole_file(target, size=source.stat().st_size) as part:
        writer(source, part, label, duration)
    return target


def _kind_of(source: Path) -> tuple[str, str, float]:
    found = probe(source)
    return found.mime_type, found.codec, found.duration


def _writer(mime: str, codec: str) -> Any:
    if mime == "audio/mpeg":
        return _write_mp3
    if mime in ("audio/x-m4a", "video/mp4", "video/quicktime"):
        return _write_mp4
    if mime in ("audio/ogg", "audio/flac") and codec in ("opus", "vorbis", "flac"):
        return _write_vorbis
    return None


def _write_mp3(source: Path, part: Path, label: Label, duration: float) -> None:
    from mutagen import id3

    shutil.copyfile(source, part)
    slim, _ = tag_stream(part, most=MOST_PICTURES)
    try:
        tags = id3.ID3(part if slim is None else slim)
    except id3.ID3NoHeaderError:
        tags = id3.ID3()
    texts = {"TIT2": label.title, "TALB": label.album, "TPE1": label.artist, "TDRC": label.date}
    texts |= {"TRCK": str(label.number) if label.number is not None else "", "TLAN": _three_letters(label.language)}
    for name, text in texts.items():
        if text:
            tags.setall(name, [getattr(id3, name)(encoding=1, text=[text])])
    if label.comment:
        tags.delall("COMM")
        tags.add(id3.COMM(encoding=1, lang=_three_letters(label.language) or "und", desc="", text=[label.comment]))
    if label.cover:
        tags.delall("APIC")
        tags.add(id3.APIC(encoding=0, mime=_picture_type(label.cover), type=3, desc="", data=label.cover))
    if label.chapters is not None:
        _set_id3_chapters(tags, label.chapters, duration)
    tags.update_to_v23()  # 2.3 is what every car radio and player reads
    tags.save(part, v1=0, v2_version=3)


def _set_id3_chapters(tags: Any, chapters: tuple[Chapter, ...], duration: float) -> None:
    from mutagen import id3

    pictures = {frame.start_time: frame.sub_frames.getall("APIC") for frame in tags.getall("CHAP")}
    tags.delall("CHAP")
    tags.delall("CTOC")
    ends = [*(chapter.start for chapter in chapters[1:]), max(duration, chapters[-1].start)] if chapters else []
    for number, (chapter, end) in enumerate(zip(chapters, ends, strict=True)):
        frames: list[Any] = [id3.TIT2(encoding=1, text=[chapter.title])]
        if chapter.url:
            frames.append(id3.WXXX(encoding=0, desc="chapter url", url=chapter.url))
        stop = chapter.end if chapter.end is not None else end
        # 0xFFFFFFFF: byte positions are not given, the times count (addendum, 3.1).
        times = {"start_time": round(chapter.start * 1000), "end_time": round(stop * 1000)}
        nowhere = {"start_offset": 0xFFFFFFFF, "end_offset": 0xFFFFFFFF}
        frames += pictures.get(times["start_time"], [])
        tags.add(id3.CHAP(element_id=f"chp{number}", **times, **nowhere, sub_frames=frames))
    names = [f"chp{number}" for number in range(len(chapters))]
    for name, part in _contents(names):
        flags = id3.CTOCFlags.ORDERED | (id3.CTOCFlags.TOP_LEVEL if name == "toc" else 0)
        tags.add(id3.CTOC(element_id=name, flags=flags, child_element_ids=part, sub_frames=[]))


def _contents(names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Lists of chapters by their names: one counts its entries in a byte, so that a long one is a list of lists."""
    if len(names) <= _MOST_LISTED:
        yield from [("toc", names)] if names else []
        return
    parts = [names[place : place + _MOST_LISTED] for place in range(0, len(names), _MOST_LISTED)]
    yield "toc", [f"toc{number}" for number in range(len(parts))]
    yield from ((f"toc{number}", part) for number, part in enumerate(parts))


def _write_mp4(source: Path, part: Path, label: Label, duration: float) -> None:
    """Copy the packets into a new MP4 file, index first, then write the atoms as iTunes has them."""
    import av
    from mutagen.mp4 import MP4

    with open_media(source) as opened:
        chapters = read_chapters(opened, TagSheet()) if label.chapters is None else list(label.chapters)
        streams = [stream for stream in (opened.video, *opened.container.streams.audio) if stream is not None]
        brand = "mp4" if opened.video is not None else "ipod"
        try:
            copy_streams(opened, streams, part, brand, chapters=chapters, duration=duration)
        except (av.FFmpegError, ValueError) as error:
            if isinstance(error, OSError) and error.errno:
                raise OSError(error.errno, error.strerror) from error
            raise MediaError(f"{source.name} cannot be written as MP4: {error}", hint="publish it as it is") from error
    old: Any = MP4(source).tags or {}
    new: Any = MP4(part)
    if new.tags is None:
        new.add_tags()
    for key, values in old.items():
        new.tags[key] = values
    _set_atoms(new.tags, label)
    new.save()


def _set_atoms(tags: Any, label: Label) -> None:
    from mutagen.mp4 import AtomDataType, MP4Cover

    texts = {
        "\xa9nam": label.title,
        "\xa9ART": label.artist,
        "\xa9alb": label.album,
        "\xa9day": label.date,
        "\xa9cmt": label.comment,
    }
    for key, text in texts.items():
        if text:
            tags[key] = [text]
    if label.number is not None and 0 <= label.number < 1 << 16:
        tags["trkn"] = [(label.number, 0)]
    if label.cover:
        kind = AtomDataType.PNG if label.cover.startswith(b"\x89PNG") else AtomDataType.JPEG
        tags["covr"] = [MP4Cover(label.cover, kind)]


def _write_vorbis(source: Path, part: Path, label: Label, _duration: float) -> None:
    import mutagen

    shutil.copyfile(source, part)
    audio = mutagen.File(part)
    if audio.tags is None:
        audio.add_tags()
    texts = {
        "title": label.title,
        "artist": label.artist,
        "album": label.album,
        "date": label.date,
        "language": label.language,
    }
    texts |= {"tracknumber": str(label.number) if label.number is not None else "", "description": label.comment}
    for key, text in texts.items():
        if text:
            audio.tags[key] = [text]
    if label.cover:
        _set_picture(audio, label.cover)
    if label.chapters is not None:
        _set_vorbis_chapters(audio.tags, label.chapters)
    audio.save()


def _set_picture(audio: Any, cover: bytes) -> None:
    from mutagen.flac import FLAC, Picture

    picture = Picture()
    picture.type, picture.mime, picture.data = 3, _picture_type(cover), cover
    if isinstance(audio, FLAC):
        audio.clear_pictures()
        audio.add_picture(picture)
    else:
        audio.tags["metadata_block_picture"] = [base64.b64encode(picture.write()).decode("ascii")]


def _set_vorbis_chapters(tags: Any, chapters: tuple[Chapter, ...]) -> None:
    """Write CHAPTERxxx comments (wiki.xiph.org, Chapter Extension)."""
    for key in {key for key, _ in tags if key.upper().startswith("CHAPTER")}:
        del tags[key]
    for number, chapter in enumerate(chapters):
        tags[f"CHAPTER{number:03d}"] = [format_timecode(chapter.start)]
        tags[f"CHAPTER{number:03d}NAME"] = [chapter.title]
        if chapter.url:
            tags[f"CHAPTER{number:03d}URL"] = [chapter.url]


def _picture_type(cover: bytes) -> str:
    return "image/png" if cover.startswith(b"\x89PNG") else "image/jpeg"


#: ISO 639-2 codes of frequent languages, which ID3 wants (ID3v2.4.0 frames, 4.2.3).
_THREE_LETTERS = {
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fi": "fin",
    "fr": "fra", "he": "heb", "hi": "hin", "hu": "hun", "id": "ind", "it": "ita", "ja": "jpn", "ko": "kor",
    "nl": "nld", "no": "nor", "nb": "nob", "pl": "pol", "pt": "por", "ro": "ron", "ru": "rus", "sv": "swe",
    "th": "tha", "tr": "tur", "uk": "ukr", "vi": "vie", "zh": "zho", "ca": "cat", "bg": "bul", "hr": "hrv",
    "sk": "slk", "sl": "slv", "sr": "srp", "fa": "fas",
}  # fmt: skip


def _three_letters(language: str) -> str:
    code = language.lower().split("-")[0]
    return code if len(code) == 3 else _THREE_LETTERS.get(code, "")
