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

#: Seconds that a copied video may begin too early; beyond, its picture is encoded anew.
LEAD = 2.0


@dataclass(frozen=True, kw_only=True)
class Cut:
    """A piece that was cut: the file, and the stretch of the original that it really holds."""

    file: Path
    start: float  #: seconds in the original; a video begins at the key frame before what was asked
    end: float


class AvCutter:
    """Cuts with FFmpeg's libraries (PyAV); satisfies `Cutter`."""

    def cut(
        self, file: Path, target: Path, /, *, start: float, end: float, video: bool, tags: Mapping[str, Any]
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
    """Copy the packets of a stretch to a new file: nothing is decoded, so nothing is lost.

    Sound is cut to its packet (about 25 ms). A video begins at the key frame at or before `start`;
    where that lies more than `LEAD` seconds before, its picture is encoded anew, to the frame.
    """
    import av

    with open_media(file) as opened:
        streams, container, ending = _streams(file, opened, video=video)
        target = target.with_suffix(ending)
        try:
            with whole_file(target) as part:
                if streams[0].type == "video" and start - _key_frame(opened, streams[0], start) > LEAD:
                    first, last = _encode(opened, streams, part, start, end)
                else:
                    first, last = _copy(opened, streams, part, container, start, end)
        except av.FFmpegError as error:
            why = error.strerror or error
            raise MediaError(f"{file.name} cannot be cut: {why}", hint="check that it plays") from error
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


def _key_frame(opened: Opened, stream: Any, start: float) -> float:
    """The time of the key frame from which a player could begin."""
    opened.container.seek(int(start / stream.time_base), stream=stream, backward=True)
    packets = opened.container.demux(stream)
    return next((float(packet.pts * packet.time_base) for packet in packets if packet.pts is not None), 0.0)


def _encode(opened: Opened, streams: list[Any], part: Path, start: float, end: float) -> tuple[float, float]:
    """Encode the picture of a stretch as H.264 and copy its sound."""
    import av

    picture = streams[0]
    opened.container.seek(int(start / picture.time_base), stream=picture, backward=True)
    with av.open(str(part), "w", format="mp4", options={"movflags": "+faststart"}) as output:
        drawn = output.add_stream("libx264", rate=picture.average_rate or 25, options={"crf": "20", "preset": "fast"})
        drawn.width, drawn.height = picture.codec_context.width // 2 * 2, picture.codec_context.height // 2 * 2
        drawn.pix_fmt, drawn.time_base = "yuv420p", picture.time_base
        copied = {stream.index: output.add_stream_from_template(stream) for stream in streams[1:]}
        over: set[int] = set()
        for packet in opened.packets(*streams):
            if packet.dts is None or packet.pts is None:
                continue
            at = float(packet.pts * packet.time_base)
            if at >= end:
                over.add(packet.stream.index)
                if len(over) == len(streams):
                    break
            if packet.stream.index in copied:
                if start <= at < end:
                    _mux_shifted(output, packet, copied[packet.stream.index], start)
                continue
            frames: list[Any] = packet.decode()
            for frame in frames:
                if frame.time is not None and start <= frame.time < end:
                    frame.pts -= round(start / frame.time_base)
                    frame.pict_type = av.video.frame.PictureType.NONE
                    output.mux(drawn.encode(frame))
        output.mux(drawn.encode(None))
    return start, end


def _mux_shifted(output: Any, packet: Any, stream: Any, by: float) -> None:
    shift = round(by / packet.time_base)
    packet.pts, packet.dts = packet.pts - shift, packet.dts - shift
    packet.stream = stream
    output.mux(packet)


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
        for packet in opened.packets(*streams):
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
            _mux_shifted(output, packet, outputs[index], first)
    if first is None:
        raise MediaError("there is nothing between these times", hint="`episodes info REF` says how long it is")
    return first, min(last, end) if main.type == "video" else last


def _length(packet: Any) -> float:
    return float((packet.duration or 0) * packet.time_base)
