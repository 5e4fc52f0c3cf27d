"""Joining a picture and a sound that a site gives as two files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from episodes.core.errors import MediaError
from episodes.media.opening import Opened, open_media
from episodes.media.saving import require_space, whole_file

_MP4_AUDIO = ("aac", "mp3", "alac", "ac3", "eac3", "opus", "flac")
_MP4_VIDEO = ("h264", "hevc", "mpeg4", "av1", "libdav1d", "vp9", "libvpx-vp9")
_WEBM = ("vp8", "libvpx", "vp9", "libvpx-vp9", "av1", "libdav1d"), ("opus", "libopus", "vorbis")


def join_tracks(picture: Path, sound: Path, folder: Path) -> Path:
    """Write picture and sound into one file without encoding anew; raises MediaError if they do not fit."""
    with open_media(picture) as video, open_media(sound) as audio:
        if video.video is None or audio.audio is None:
            raise MediaError(f"{picture.name} and {sound.name} are no picture and sound", hint="try again later")
        container, suffix = _home(video, audio)
        target = folder / f"{picture.name.split('.')[0]}{suffix}"
        require_space(target, picture.stat().st_size + sound.stat().st_size)
        with whole_file(target) as part:
            _interleave(video, audio, part, container)
    return target


def _home(video: Opened, audio: Opened) -> tuple[str, str]:
    picture, sound = video.video.codec_context.name, audio.audio.codec_context.name.removesuffix("float")
    if picture in _WEBM[0] and sound in _WEBM[1]:
        return "webm", ".webm"
    return ("mp4", ".mp4") if picture in _MP4_VIDEO and sound in _MP4_AUDIO else ("matroska", ".mkv")


def _interleave(video: Opened, audio: Opened, target: Path, container: str) -> None:
    """Write the packets of both in the order of their times, as players read them."""
    import av

    options = {"movflags": "+faststart"} if container == "mp4" else {}
    try:
        with av.open(str(target), "w", format=container, options=options) as output:
            lanes = [_Lane(opened, stream, output) for opened, stream in ((video, video.video), (audio, audio.audio))]
            while waiting := [lane for lane in lanes if lane.packet is not None]:
                lane = min(waiting, key=lambda lane: lane.time)
                output.mux(lane.take())
    except (av.FFmpegError, ValueError) as error:
        if isinstance(error, OSError) and error.errno:
            raise OSError(error.errno, error.strerror) from error
        raise MediaError(f"picture and sound cannot be joined: {error}", hint="try again later") from error


class _Lane:
    """One stream on its way into the new file."""

    def __init__(self, opened: Opened, stream: Any, output: Any) -> None:
        self._packets = (packet for packet in opened.packets(stream) if packet.dts is not None)
        self._stream = output.add_stream_from_template(stream)
        self.packet: Any = next(self._packets, None)

    @property
    def time(self) -> float:
        return float(self.packet.dts * self.packet.time_base) if self.packet is not None else float("inf")

    def take(self) -> Any:
        packet, self.packet = self.packet, next(self._packets, None)
        packet.stream = self._stream
        return packet
