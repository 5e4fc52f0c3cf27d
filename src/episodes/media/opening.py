"""Opening a media file by its content alone, with its audio and video tracks chosen."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from episodes.core.errors import MediaError
from episodes.core.id3 import id3_length
from episodes.media.boxes import has_box
from episodes.media.nameless import Nameless
from episodes.media.sniff import HEAD, refusal
from episodes.media.tag_limits import excess
from episodes.media.tracks import choose_audio, codec_tag, is_moving, track_name

if TYPE_CHECKING:
    from av.container import InputContainer

#: Containers that we read. Playlists (hls, concat), pictures and captions are left out on purpose:
#: FFmpeg would open other files or addresses that such a "media file" names.
FORMATS = (
    "mp3,mp4,ogg,matroska,flac,wav,w64,aiff,aac,adts,ac3,eac3,dts,dtshd,amr,amrnb,amrwb,ape,asf,asf_o,au,avi,caf,dsf,dv,flv,"
    "mpc,mpc8,mpeg,mpegts,nut,oma,rm,tak,tta,truehd,voc,wv,xwma,gsm,qcp,shn,iff,adx,loas,latm"
)
#: So many bytes without a packet are the end: no frame is as large, and a file of zeros may be huge.
_MOST_BYTES = 64 * 1024 * 1024
#: Tags of more bytes are left to `read_tags` alone.
_LARGE_TAG = 8 << 20
#: A file whose first so many bytes are zero is blank.
_BLANK = 1 << 20
#: Seconds from which on a track counts as begun late.
_LATE = 0.5
_ENCRYPTED = {"drms", "enca", "encv", "drmi", "p608"}


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file that FFmpeg reads, and the tracks that count."""

    container: InputContainer
    head: bytes  #: the first bytes
    body: bytes  #: the first bytes after any ID3 tags
    body_start: int  #: where they lie
    audio: Any  #: the chosen audio stream, or None
    video: Any  #: the moving picture's stream, or None; covers and chapter pictures do not count
    notes: tuple[str, ...] = ()  #: what a person should know of the choice
    lead: float = 0.0  #: seconds of nothing before the first sound or picture: a header counts them, a decoder does not
    sound_lead: float = 0.0  #: seconds by which the sound begins after the picture
    video_lead: float = 0.0  #: the same of the picture
    patience: Nameless  #: ends the reading where no packet comes out of very many bytes

    def packets(self, *streams: Any) -> Iterator[Any]:
        """Read the packets of some tracks; a stretch of bytes that holds none, however long, takes little memory."""
        for packet in self.container.demux(list(streams)):
            self.patience.renew(_MOST_BYTES)
            yield packet


#: So many bytes hold no sound: padding behind a tag, or half a frame.
_SHORTEST_SOUND = 64


@contextmanager
def open_media(file: Path, *, language: str = "") -> Iterator[Opened]:
    """Open a media file for reading; raises MediaError by name and reason for what is none.

    The file is handed over as a stream without its name, so that the content alone decides what
    it is and nothing in it can make FFmpeg open another file or address.
    """
    with open_file(file) as stream:
        head = stream.read(HEAD)
        start, body = _after_tags(stream, head)
        if reason := refusal(head) or refusal(body):
            raise MediaError(f"{file.name} is {reason}, not audio or video", hint=f"check where {file.name} came from")
        if reason := _blank(stream, head):
            raise MediaError(f"{file.name} {reason}", hint="download or copy it again")
        if reason := excess(stream, head):
            raise MediaError(
                f"{file.name} has {reason}, more than any reader should take",
                hint="take its tags away with a tag editor, and try again",
            )
        source, container = _open(file, stream, head, start)
        with container:
            if source.is_weary:
                raise MediaError(
                    f"{file.name} is damaged: its header is too long to read", hint="download or copy it again"
                )
            source.rest()
            yield _choose(file, container, head, body, start, source, language)


def _open(file: Path, stream: BinaryIO, head: bytes, start: int) -> tuple[Nameless, Any]:
    """Open a file from its beginning, and where that fails from behind its tags, which FFmpeg may not look beyond.

    Large tags are passed over at once: FFmpeg would copy their pictures, and write private bytes out as text.
    """
    import av

    for place in dict.fromkeys((start, 0) if start > _LARGE_TAG else (0, start)):
        source = Nameless(stream, start=place)
        try:
            return source, av.open(
                source, "r", options={"format_whitelist": FORMATS}, io_open=_refuse_to_open, **_lenient()
            )
        except (av.FFmpegError, OSError, ValueError) as error:
            reason = error
            if source.is_weary:
                break
    why = "is damaged: its header is too long to read" if source.is_weary else unreadable(file, head)
    raise MediaError(f"{file.name} {why}", hint="check that it is whole and plays") from reason


@contextmanager
def open_file(file: Path) -> Iterator[BinaryIO]:
    """Open an ordinary file that is not empty; raises MediaError for all else."""
    try:
        mode = file.stat().st_mode
        if stat.S_ISDIR(mode):
            raise MediaError(f"{file.name} is a folder, not a media file", hint="name the files in it")
        if not stat.S_ISREG(mode):
            raise MediaError(f"{file.name} is a device or pipe, not a media file", hint="save it to a file first")
        if not file.stat().st_size:
            raise MediaError(f"{file.name} is empty", hint="download or copy it again")
        stream = file.open("rb")
    except FileNotFoundError as error:
        raise MediaError(f"there is no file {file}", hint="check the path") from error
    except OSError as error:
        raise MediaError(f"cannot read {file.name}: {error.strerror}", hint="check the file's permissions") from error
    with stream:
        yield stream


def unreadable(file: Path, head: bytes) -> str:
    """Say why FFmpeg may refuse a file, as far as its bytes show."""
    if head[4:8] == b"ftyp" and not has_box(file, b"moov"):
        return "is cut off: its index (moov) is missing"
    if head[4:8] in (b"ftyp", b"moov"):
        return "is damaged: its index (moov) cannot be read"
    if head.startswith(b"ID3") and id3_length(head) >= file.stat().st_size - _SHORTEST_SOUND:
        return "has a tag, and no sound behind it"
    if head.startswith((b"OggS", b"fLaC", b"RIFF", b"FORM", b"\x1aE\xdf\xa3", b"ID3")):
        return "is cut off or damaged: its header cannot be read"
    return "is no audio or video that can be read"


def _lenient() -> dict[str, Any]:
    """Ask for tags that are no UTF-8 to be read all the same, see `mend`; PyAV 19 does so by itself."""
    import av

    return {"metadata_errors": "surrogateescape"} if int(av.__version__.split(".")[0]) < 19 else {}


def _after_tags(stream: BinaryIO, head: bytes) -> tuple[int, bytes]:
    """Find and read what follows the ID3 tags; some files have several, and covers make them long."""
    position, body = 0, head
    for _ in range(4):
        length = id3_length(body)
        if not length:
            break
        position += length
        stream.seek(position)
        body = stream.read(HEAD)
    return position, body


def _blank(stream: BinaryIO, head: bytes) -> str:
    """Tell a file of zeros from one that only begins with some."""
    if any(head):
        return ""
    stream.seek(0)
    start = stream.read(_BLANK)
    if any(start):
        return ""
    has_more = len(start) == _BLANK and bool(stream.read(1))
    return f"begins with {_BLANK:,} or more zero bytes" if has_more else "is nothing but zero bytes"


def _refuse_to_open(url: str, *_: object) -> Any:
    raise PermissionError(f"the file wants to open {url}")


def _choose(
    file: Path, container: Any, head: bytes, body: bytes, start: int, source: Nameless, language: str
) -> Opened:
    audio = list(container.streams.audio)
    if encrypted := [s for s in container.streams if codec_tag(s) in _ENCRYPTED]:
        raise MediaError(
            f"{file.name} is encrypted ({codec_tag(encrypted[0])}): it cannot be decoded",
            hint="get a copy without copy protection",
        )
    chosen = choose_audio(audio, language)
    notes = []
    if len(audio) > 1:
        names = ", ".join(track_name(number, stream) for number, stream in enumerate(audio, 1))
        notes.append(f"has {len(audio)} audio tracks ({names}); track {audio.index(chosen) + 1} is used")
    video = next((stream for stream in container.streams.video if is_moving(stream, container)), None)
    if chosen is None and video is None:
        raise MediaError(f"{file.name} has no audio or video track", hint="check where it came from")
    sound, picture = _start(chosen), _start(video)
    first = min(sound, picture) if chosen is not None and video is not None else max(sound, picture)
    return Opened(
        container=container, head=head, body=body, body_start=start, audio=chosen, video=video, notes=tuple(notes),
        lead=max(0, container.start_time or 0) / 1_000_000, sound_lead=_late(sound - first),
        video_lead=_late(picture - first), patience=source,
    )  # fmt: skip


def _start(stream: Any) -> float:
    """When a track begins, in seconds of its file's clock."""
    return float((stream.start_time or 0) * stream.time_base) if stream is not None and stream.time_base else 0.0


def _late(seconds: float) -> float:
    """Leave out what only brings sound and picture together, or a broken clock says."""
    return seconds if _LATE <= seconds <= 3600 else 0.0
