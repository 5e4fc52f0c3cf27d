"""The sound of a video as a file of its own, and containers that every player reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from episodes.core.errors import MediaError
from episodes.core.progress import Progress, Report
from episodes.media.chapters import read_chapters
from episodes.media.opening import Opened, open_media
from episodes.media.probe import codec_name
from episodes.media.remux import AUDIO_HOMES, copy_streams
from episodes.media.saving import require_space, whole_file
from episodes.media.tags import TagSheet, read_tags

#: AAC bit rates that are transparent for speech and good for music, by number of channels.
_AAC_RATES = {1: 96_000, 2: 160_000}
_CARRIED_TAGS = ("title", "artist", "album", "date", "comment", "description")


class AvConverter:
    """Converts with FFmpeg's libraries (PyAV); satisfies `Converter`."""

    def __init__(self, *, language: str = "") -> None:
        self.language = language  #: preferred among several audio tracks

    def extract_audio(self, file: Path, folder: Path, /, *, report: Report | None = None) -> Path:
        """Write the sound of a video into a folder; see `extract_audio`."""
        return extract_audio(file, folder, language=self.language, report=report)


def extract_audio(file: Path, folder: Path, *, language: str = "", report: Report | None = None) -> Path:
    """Write a file's sound into a folder, chapters kept; raises MediaError if it has none.

    The packets are copied as they are where podcast players know the codec (AAC, MP3, Opus,
    Vorbis, FLAC); anything else becomes AAC.
    """
    with open_media(file, language=language) as opened:
        if opened.audio is None:
            raise MediaError(
                f"{file.name} has no audio track", hint="there is nothing to listen to or transcribe in it"
            )
        container, suffix = AUDIO_HOMES.get(_copied_codec(opened), ("ipod", ".m4a"))
        target = folder / f"{file.stem}{suffix}"
        if target == file:
            target = folder / f"{file.stem}-audio{suffix}"
        with whole_file(target) as part:
            _write_sound(file, opened, part, container, _teller(opened, report))
    return target


def _copied_codec(opened: Opened) -> str:
    """The codec whose packets can be copied; "" where a stream does not tell its rate before it is decoded."""
    context = opened.audio.codec_context
    return codec_name(context.name) if context.sample_rate else ""


def _write_sound(file: Path, opened: Opened, part: Path, container: str, tell: Callable[[float], None]) -> None:
    import av

    sheet = read_tags(file, opened)
    chapters = read_chapters(opened, sheet)
    metadata = {name: text for name, text in sheet.tags.items() if name in _CARRIED_TAGS}
    duration = (opened.container.duration or 0) / 1_000_000
    is_copied = _copied_codec(opened) in AUDIO_HOMES
    try:
        if is_copied:
            copy_streams(
                opened,
                [opened.audio],
                part,
                container,
                chapters=chapters,
                duration=duration,
                metadata=metadata,
                tell=tell,
            )
        else:
            encode_aac(opened, part, metadata=metadata, tell=tell)
    except av.FFmpegError as error:
        if isinstance(error, OSError) and error.errno:
            raise OSError(error.errno, error.strerror) from error
        raise MediaError(
            f"the sound of {file.name} cannot be extracted: {error.strerror or error}", hint="check that it plays"
        ) from error


def encode_aac(opened: Opened, target: Path, *, metadata: dict[str, str], tell: Callable[[float], None]) -> None:
    """Encode the chosen track as AAC in an MP4 file with its index first; at most two channels."""
    import av
    from av.audio.resampler import AudioResampler

    source = opened.audio.codec_context
    channels = min(2, source.layout.nb_channels) or 2  # a stream may not tell before it is decoded
    rate = source.sample_rate if source.sample_rate in (32_000, 44_100, 48_000) else 44_100
    layout = "mono" if channels == 1 else "stereo"
    with av.open(str(target), "w", format="ipod", options={"movflags": "+faststart"}) as output:
        output.metadata.update(metadata)
        stream = output.add_stream("aac", rate=rate, layout=layout)
        stream.bit_rate = _AAC_RATES[channels]
        resampler = AudioResampler(format="fltp", layout=layout, rate=rate)
        for frame in frames_of(opened):
            tell(frame.time or 0.0)
            frame.pts = None  # damaged stretches leave holes in the time stamps that the encoder refuses
            for part in resampler.resample(frame):
                output.mux(stream.encode(part))
        for part in resampler.resample(None):
            output.mux(stream.encode(part))
        output.mux(stream.encode(None))


def frames_of(opened: Opened) -> Any:
    """Decode the chosen track frame by frame; damaged stretches are passed over."""
    import av

    for packet in opened.packets(opened.audio):
        try:
            yield from packet.decode()
        except av.EOFError:
            return
        except av.FFmpegError:
            continue  # damage was told when the file was probed


def _teller(opened: Opened, report: Report | None) -> Callable[[float], None]:
    """Report progress at most once for each second of sound."""
    total = (opened.container.duration or 0) / 1_000_000
    said = 0.0

    def tell(seconds: float) -> None:
        nonlocal said
        if report is not None and seconds - said >= 1.0:
            said = seconds
            report(Progress(stage="convert", done=seconds, total=total))

    return tell


def to_mp4(file: Path, folder: Path, *, report: Report | None = None) -> Path:
    """Move a video into an MP4 file with its index first, nothing encoded anew; raises MediaError."""
    import av

    with open_media(file) as opened:
        streams = [stream for stream in (opened.video, opened.audio) if stream is not None]
        target = folder / f"{file.stem}.mp4"
        if target == file:
            target = folder / f"{file.stem}-fast.mp4"
        require_space(target, file.stat().st_size)
        chapters = read_chapters(opened, TagSheet())
        with whole_file(target) as part:
            try:
                copy_streams(opened, streams, part, "mp4", chapters=chapters, tell=_teller(opened, report))
            except (av.FFmpegError, ValueError) as error:
                raise MediaError(
                    f"{file.name} does not fit into an MP4 file: {error}", hint="keep it as it is"
                ) from error
    return target
