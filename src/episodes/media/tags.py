"""Reading the tags and the cover of a media file under one set of lower-case names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from struct import error as StructError  # noqa: N812 - mutagen lets it out
from typing import Any, NamedTuple

from episodes.media.chapter_pictures import MOST_PICTURES, tag_stream
from episodes.media.mending import mend
from episodes.media.opening import Opened
from episodes.media.tag_names import DULL_NAMES, ID3_NAMES, MP4_NAMES, OTHER_NAMES

#: A picture larger than this is no cover but a mistake.
_LARGEST_COVER = 32 * 1024 * 1024


class RawChapter(NamedTuple):
    """A chapter as a tag has it; times are milliseconds."""

    start: int
    end: int
    title: str


@dataclass(frozen=True, kw_only=True)
class TagSheet:
    """What a file says of itself besides its sound."""

    tags: dict[str, str] = field(default_factory=dict)
    cover: bytes = b""
    chapter_urls: Mapping[int, str] = field(default_factory=dict)  #: milliseconds of a chapter's start -> address
    chapters: tuple[RawChapter, ...] = ()  #: where the tags tell them
    warnings: tuple[str, ...] = ()


def read_tags(file: Path, opened: Opened) -> TagSheet:
    """Read tags and cover; what is broken becomes a warning, never an error."""
    from mutagen import MutagenError

    demuxer = opened.container.format.name
    sheet, warnings = TagSheet(), []
    try:
        sheet = _read(file, demuxer, opened)
    # Broken tags make mutagen fail in ways that it does not name (seen: struct.error, IndexError, ValueError).
    except (
        MutagenError,
        OSError,
        ValueError,
        LookupError,
        ArithmeticError,
        TypeError,
        AttributeError,
        StructError,
        RecursionError,  # boxes within boxes within boxes
    ) as error:
        warnings.append(f"its tags cannot be read in full ({error})")
    return TagSheet(
        tags=_with_creation(sheet.tags or _plain(_library_tags(opened)), opened),
        cover=sheet.cover or _attached_picture(opened),
        chapter_urls=sheet.chapter_urls,
        chapters=sheet.chapters,
        warnings=(*warnings, *sheet.warnings),
    )


def _read(file: Path, demuxer: str, opened: Opened) -> TagSheet:
    if demuxer in ("mp3", "aac", "tta", "ac3"):
        return _read_id3(file)
    if demuxer in ("wav", "aiff", "dsf"):
        return _read_chunked_id3(file, demuxer)
    if "mp4" in demuxer:
        return _read_mp4(file)
    if demuxer in ("ogg", "flac"):
        return _read_vorbis(file, demuxer, opened)
    return TagSheet()


def _read_id3(file: Path) -> TagSheet:
    from mutagen.apev2 import APENoHeaderError, APEv2
    from mutagen.id3 import ID3, ID3NoHeaderError

    slim, left_out = tag_stream(file, most=0)
    try:
        sheet = _id3_sheet(ID3(file if slim is None else slim))
        return replace(sheet, warnings=_pictures_told(left_out))
    except ID3NoHeaderError:
        pass
    try:
        return TagSheet(tags=_plain((key, str(value)) for key, value in APEv2(file).items()))
    except APENoHeaderError:
        return TagSheet()


def _pictures_told(length: int) -> tuple[str, ...]:
    """A note on chapters' pictures that are more than we write."""
    if length <= MOST_PICTURES:
        return ()
    many, most = round(length / 1024**2), MOST_PICTURES // 1024**2
    return (f"its chapters have {many} MB of pictures; a copy that is tagged anew keeps the first {most} MB",)


def _read_chunked_id3(file: Path, demuxer: str) -> TagSheet:
    from mutagen.aiff import AIFF
    from mutagen.dsf import DSF
    from mutagen.wave import WAVE

    kinds: dict[str, Any] = {"wav": WAVE, "aiff": AIFF, "dsf": DSF}
    tags = kinds[demuxer](file).tags
    return _id3_sheet(tags) if tags else TagSheet()


def _id3_sheet(tags: Any) -> TagSheet:
    found: list[tuple[str, str]] = []
    for frame in tags.values():
        name = frame.FrameID
        if name in ID3_NAMES:
            found.append((ID3_NAMES[name], _words(getattr(frame, "text", None)) or getattr(frame, "url", "")))
        elif name == "TXXX":
            found.append((frame.desc, _words(frame.text)))
        elif name == "WXXX":
            found.append(("url", frame.url))
    found += _comments(tags)
    return TagSheet(
        tags=_plain(found), cover=_id3_cover(tags), chapter_urls=_id3_chapter_urls(tags), chapters=_id3_chapters(tags)
    )


def _comments(tags: Any) -> list[tuple[str, str]]:
    """Take the comment and the lyrics without a label first; iTunes hides numbers in labelled ones."""
    found = []
    for name, ours in (("COMM", "comment"), ("USLT", "lyrics")):
        frames = [
            frame for frame in tags.getall(name) if not frame.desc.lower().startswith(("itun", "id3v1", "songs-db"))
        ]
        frames.sort(key=lambda frame: bool(frame.desc))
        found += [(ours, _words(frame.text)) for frame in frames[:1]]
    return found


def _id3_cover(tags: Any) -> bytes:
    pictures = sorted(tags.getall("APIC"), key=lambda picture: picture.type != 3)  # 3 = front cover
    return _cover(picture.data for picture in pictures)


def _id3_chapter_urls(tags: Any) -> dict[int, str]:
    urls = {}
    for chapter in tags.getall("CHAP"):
        for frame in chapter.sub_frames.values():
            if frame.FrameID in ("WXXX", "WOAF", "WOAR"):
                urls[chapter.start_time] = frame.url
    return urls


def _id3_chapters(tags: Any) -> tuple[RawChapter, ...]:
    """The chapters themselves: FFmpeg passes over those of ID3v2.4 that have a picture or a long title."""
    found = []
    for frame in tags.getall("CHAP"):
        title = next((_words(part.text) for part in frame.sub_frames.getall("TIT2")), "")
        found.append(RawChapter(frame.start_time, frame.end_time, title))
    return tuple(found)


def _read_mp4(file: Path) -> TagSheet:
    from mutagen.mp4 import MP4

    tags: Any = MP4(file).tags or {}
    found: list[tuple[str, str]] = []
    for key, values in tags.items():
        if key in ("trkn", "disk"):
            found.append((MP4_NAMES[key], _counted(values[0])))
        elif key.startswith("----"):
            found.append((key.rsplit(":", 1)[-1], _words(bytes(value).decode("utf-8", "replace") for value in values)))
        elif key in MP4_NAMES:
            found.append((MP4_NAMES[key], _words(values if isinstance(values, list) else [values])))
    return TagSheet(tags=_plain(found), cover=_cover(bytes(value) for value in tags.get("covr", [])))


def _counted(pair: tuple[int, int]) -> str:
    number, total = pair
    return "" if not number else f"{number}/{total}" if total else str(number)


def _read_vorbis(file: Path, demuxer: str, opened: Opened) -> TagSheet:
    from mutagen import flac, oggflac, oggopus, oggspeex, oggtheora, oggvorbis

    ogg = {"opus": oggopus.OggOpus, "flac": oggflac.OggFLAC, "speex": oggspeex.OggSpeex, "vorbis": oggvorbis.OggVorbis}
    codec = opened.audio.codec_context.name.removeprefix("lib") if opened.audio is not None else ""
    kind = flac.FLAC if demuxer == "flac" else oggtheora.OggTheora if opened.video is not None else ogg.get(codec)
    if kind is None:
        return TagSheet()
    audio: Any = kind(file)
    tags = audio.tags if audio.tags is not None else flac.VCFLACDict()
    pictures = list(getattr(audio, "pictures", [])) or _vorbis_pictures(tags)
    values: dict[str, list[str]] = {}
    for key, value in tags:  # a key of several values comes several times
        values.setdefault(key.lower(), []).append(value)
    found = [(key, _words(values[key])) for key in sorted(values) if not key.startswith("chapter")]
    return TagSheet(
        tags=_plain(found),
        cover=_cover(picture.data for picture in sorted(pictures, key=lambda picture: picture.type != 3)),
        chapter_urls=_vorbis_chapter_urls(values),
    )


def _vorbis_pictures(tags: Any) -> list[Any]:
    import base64

    from mutagen.flac import Picture

    return [Picture(base64.b64decode(text)) for text in (tags.get("metadata_block_picture") or [])]


def _vorbis_chapter_urls(values: Mapping[str, Sequence[str]]) -> dict[int, str]:
    """Read CHAPTERxxxURL (wiki.xiph.org, Chapter Extension)."""
    from episodes.core.timecode import parse_timecode

    urls = {}
    for key, (url, *_) in values.items():
        if key.startswith("chapter") and key.endswith("url"):
            start = values.get(key.removesuffix("url"), [""])[0]
            urls[round(parse_timecode(start) * 1000)] = url
    return urls


def _library_tags(opened: Opened) -> Iterable[tuple[str, str]]:
    """What FFmpeg reads: for containers whose tags mutagen does not know."""
    stream = opened.audio if opened.audio is not None else opened.video
    # A track's language is what a muxer writes who was told nothing ("eng" in Matroska).
    own = {name: value for name, value in stream.metadata.items() if name != "language"}
    return {**own, **opened.container.metadata}.items()


def _with_creation(tags: dict[str, str], opened: Opened) -> dict[str, str]:
    created = opened.container.metadata.get("creation_time", "")
    return {**tags, "creation_time": created} if created and not created.startswith(("1904", "1970")) else tags


def _attached_picture(opened: Opened) -> bytes:
    from av.stream import Disposition

    for stream in opened.container.streams:
        if stream.type == "attachment" and (cover := _cover([bytes(getattr(stream, "data", None) or b"")])):
            return cover
        if (
            stream.type == "video"
            and stream.disposition & Disposition.attached_pic
            and "mp4" not in opened.container.format.name
        ):
            break  # its packet comes with the sound; mutagen has read the covers of the formats that matter
    return b""


def _cover(pictures: Iterable[bytes]) -> bytes:
    for data in pictures:
        if data.startswith((b"\xff\xd8\xff", b"\x89PNG")) and len(data) <= _LARGEST_COVER:
            return data
    return b""


def _plain(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Bring names and values to our form; the first value of a name wins."""
    found: dict[str, str] = {}
    for key, value in pairs:
        name = key.strip().lower().replace(" ", "_").replace("-", "_")
        name = OTHER_NAMES.get(name, name)
        text = mend(value)
        if name == "language" and text == "und":
            continue
        if text and name and name not in DULL_NAMES and not name.startswith("id3v2_priv"):
            found.setdefault(name, text)
    return found


def _words(values: Any) -> str:
    if values is None or isinstance(values, str):
        return values or ""
    return ", ".join(dict.fromkeys(text for value in values if (text := str(value).strip("\x00").strip())))
