"""Cutting a piece out of a media file, its sound and picture copied as they are."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from episodes.core.errors import MediaError
from episodes.media.opening import Opened, open_media
from episodes.media.probe import codec_name
from episodes.media.remux import AUDIO_HOMES
from episodes.media.saving import whole_file
from episodes.media.tagging import write_tags

#: Codecs of picture and sound that an MP4 file may hold for browsers and phones.
MP4_CODECS = {"h264", "hevc", "av1", "vp9", "mpeg4", "aac", "mp3", "opus", "ac3", "eac3", "alac", "flac"}


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A piece that was cut: the file, and the stretch of the original that it really holds."""

    file: Path
    start: float  #: seconds in the original; a video begins at the key frame before what was asked
    end: float


class AvCutter:
    """Cuts with FFmpeg's libraries (PyAV); satisfies `Cutter`."""

    def cut(
        self, file: Path, target: Path, /, *, start: float, end: float, video: bool, tags: Mapping[str, str]
    ) -> Cut:
        """Write the stretch to `target`, whose ending is set to fit, with its tags; raises MediaError."""
        with TemporaryDirectory(prefix="clip-") as folder:
            raw = cut(file, Path(folder) / target.name, start=start, end=end, video=video)
            target = target.with_suffix(raw.file.suffix)
            try:
                write_tags(raw.file, target, chapters=(), **tags)
            except MediaError:  # the few kinds that carry no tags are cut all the same
                with whole_file(target) as part:
                    shutil.copyfile(raw.file, part)
        return replace(raw, file=target)


def cut(file: Path, target: Path, *, start: float, end: float, video: bool) -> Cut:
    """Copy the packets of a stretch to a new file; nothing is decoded, so nothing is lost.

    Sound is cut to its packet (about 25 ms); a video begins at the key frame at or before `start`.
    """
    import av

    with open_media(file) as opened:
        streams, container, ending = _streams(file, opened, video=video)
        target = target.with_suffix(ending)
        try:
            with whole_file(target) as part:
                first, last = _copy(opened, streams, part, container, start, end)
        except av.FFmpegError as error:
            raise MediaError(
                f"{file.name} cannot be cut: {error.strerror or error}", hint="check that it plays"
            ) from error
    return Cut(file=target, start=first, end=last)


def _streams(file: Path, opened: Opened, *, video: bool) -> tuple[list[Any], str, str]:
    """Choose what is cut, and the container that takes it."""
    if opened.audio is None and not (video and opened.video):
        raise MediaError(f"{file.name} has no sound to cut", hint="cut the video: leave out --audio")
    if video and opened.video is not None:
        streams = [stream for stream in (opened.video, opened.audio) if stream is not None]
        fits = all(codec_name(stream.codec_context.name) in MP4_CODECS for stream in streams)
        return streams, *(("mp4", ".mp4") if fits else ("matroska", ".mkv"))
    home = AUDIO_HOMES.get(codec_name(opened.audio.codec_context.name), ("matroska", ".mka"))
    return [opened.audio], *home


def _copy(
    opened: Opened, streams: list[Any], part: Path, container: str, start: float, end: float
) -> tuple[float, float]:
    import av

    main = streams[0]
    opened.container.seek(int(start / main.time_base), stream=main, backward=True)
    options = {"movflags": "+faststart"} if container in ("mp4", "ipod") else {}
    first: float | None = None
    last = start
    over: set[int] = set()
    with av.open(str(part), "w", format=container, options=options) as output:
        outputs = {stream.index: output.add_stream_from_template(stream) for stream in streams}
        for packet in opened.container.demux(streams):
            if packet.dts is None or packet.pts is None:
                continue
            at = float(packet.pts * packet.time_base)
            index = packet.stream.index
            if at >= end:
                over.add(index)
                if len(over) == len(streams):
                    break
                continue
            if first is None:
                if index != main.index or (main.type == "audio" and at + _length(packet) <= start):
                    continue  # sound before the first key frame, or before the wanted packet
                first = at
            elif at < first:
                continue
            last = max(last, at + _length(packet))
            shift = round(first / packet.time_base)
            packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
            packet.stream = outputs[index]
            output.mux(packet)
    if first is None:
        raise MediaError("there is nothing between these times", hint="`episodes info REF` says how long it is")
    return first, min(last, end) if main.type == "video" else last


def _length(packet: Any) -> float:
    return float((packet.duration or 0) * packet.time_base)
