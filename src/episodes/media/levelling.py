"""Bringing a file to the loudness that podcast players expect, by one constant gain."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from episodes.core.errors import MediaError
from episodes.core.progress import Progress, Report
from episodes.media.chapters import read_chapters
from episodes.media.loudness import Loudness, measure_loudness
from episodes.media.opening import Opened, open_media
from episodes.media.remux import raw_chapters
from episodes.media.saving import require_space, whole_file
from episodes.media.tags import read_tags

#: LUFS by number of channels; a mono file is heard from two loudspeakers (Apple, AES TD1008).
GOALS = {1: -19.0, 2: -16.0}
#: dBTP that no peak may pass, because players' decoders overshoot.
CEILING = -1.0
#: A difference that nobody hears is not worth new bytes, LU.
CLOSE_ENOUGH = 0.5
#: The limiter sees samples, not what is between them; so much lower keeps true peaks under the ceiling, dB.
_MARGIN = 0.7


def level_audio(
    file: Path, target: Path, *, goal: float | None = None, language: str = "", report: Report | None = None
) -> bool:
    """Write a copy of a file at a loudness in LUFS (None = by its channels); False if it has it already.

    One gain for the whole file, so that quiet passages stay quiet; a limiter catches only the
    peaks that would pass the ceiling. Sound is encoded anew (MP3 stays MP3, all else becomes
    AAC), a film's picture is copied. Raises MediaError for silence and for files without sound.
    """
    measured = measure_loudness(file, language=language, report=report)
    if measured is None:
        raise MediaError(f"{file.name} is silent: its loudness cannot be raised", hint="check the recording")
    with open_media(file, language=language) as opened:
        channels = min(2, opened.audio.codec_context.layout.nb_channels)
    aim = GOALS[channels] if goal is None else goal
    gain = aim - measured.integrated
    if abs(gain) < CLOSE_ENOUGH and measured.true_peak <= CEILING + CLOSE_ENOUGH:
        return False
    require_space(target, file.stat().st_size)
    with whole_file(target, size=file.stat().st_size) as part:
        for _ in range(2):  # limiter and encoder take a little of the level; the second time that is known
            with open_media(file, language=language) as opened:
                _Leveller(file, opened, channels, gain, measured, report).write(part)
            reached = measure_loudness(part)
            missing = aim - reached.integrated if reached else 0.0
            if abs(missing) < CLOSE_ENOUGH / 2:
                break
            gain += missing
    return True


class _Leveller:
    """Decodes, changes and encodes the sound of one file, and lets the picture pass."""

    def __init__(
        self, file: Path, opened: Opened, channels: int, gain: float, measured: Loudness, report: Report | None
    ) -> None:
        self.file, self.opened, self.report = file, opened, report
        self.layout = "mono" if channels == 1 else "stereo"
        self.gain = gain
        self.limited = measured.true_peak + gain > CEILING
        source = opened.audio.codec_context
        self.is_mp3 = source.name == "mp3float" and opened.video is None
        self.rate = source.sample_rate if source.sample_rate in (32_000, 44_100, 48_000) else 44_100
        self.bit_rate = max(source.bit_rate or 0, 64_000 * channels)

    def write(self, part: Path) -> None:
        import av

        muxer = "mp3" if self.is_mp3 else "mp4" if self.opened.video is not None else "ipod"
        options = {} if self.is_mp3 else {"movflags": "+faststart"}
        try:
            with av.open(str(part), "w", format=muxer, options=options) as output:
                self._label(output)
                self._pour(output)
        except av.FFmpegError as error:
            if isinstance(error, OSError) and error.errno:
                raise OSError(error.errno, error.strerror) from error
            raise MediaError(f"{self.file.name} cannot be levelled: {error}", hint="publish it as it is") from error

    def _label(self, output: Any) -> None:
        sheet = read_tags(self.file, self.opened)
        names = ("title", "artist", "album", "date", "comment", "description")
        output.metadata.update({name: text for name, text in sheet.tags.items() if name in names})
        duration = (self.opened.container.duration or 0) / 1_000_000
        if chapters := read_chapters(self.opened, sheet):
            output.set_chapters(raw_chapters(chapters, duration))

    def _pour(self, output: Any) -> None:
        film = self.opened.video
        picture: Any = output.add_stream_from_template(film) if film is not None else None
        sound = output.add_stream("libmp3lame" if self.is_mp3 else "aac", rate=self.rate, layout=self.layout)
        sound.bit_rate = self.bit_rate
        chain = _Chain(self._filters(), self.rate, self.layout, sound)
        tell = self._teller()
        for packet in self.opened.packets(*(s for s in (film, self.opened.audio) if s is not None)):
            if packet.stream is film:
                if packet.dts is not None:
                    packet.stream = picture
                    output.mux(packet)
                continue
            for frame in _frames(packet):
                tell(frame.time or 0.0)
                for ready in chain.push(frame):
                    output.mux(sound.encode(ready))
        for ready in chain.push(None):
            output.mux(sound.encode(ready))
        output.mux(sound.encode(None))

    def _filters(self) -> list[tuple[str, str]]:
        limit = 10 ** ((CEILING - _MARGIN) / 20)
        volume = [("volume", f"volume={self.gain:.3f}dB:precision=float")]
        limiter = [("alimiter", f"limit={limit:.5f}:level=false:attack=5:release=80:latency=true")]
        return volume + limiter if self.limited else volume

    def _teller(self) -> Callable[[float], None]:
        total = (self.opened.container.duration or 0) / 1_000_000
        said = 0.0

        def tell(seconds: float) -> None:
            nonlocal said
            if self.report is not None and seconds - said >= 1.0:
                said = seconds
                self.report(Progress(stage="level", done=seconds, total=total))

        return tell


def _frames(packet: Any) -> list[Any]:
    import av

    try:
        return list(packet.decode())
    except av.FFmpegError:
        return []  # damage was told when the file was probed


class _Chain:
    """A resampler, FFmpeg filters, and a resampler to what the encoder wants."""

    def __init__(self, filters: list[tuple[str, str]], rate: int, layout: str, sound: Any) -> None:
        from fractions import Fraction

        from av.audio.resampler import AudioResampler
        from av.filter import Graph

        self.rate = rate
        self.sent = 0
        self.first = AudioResampler(format="fltp", layout=layout, rate=rate)
        self.last = AudioResampler(
            format=sound.format.name, layout=layout, rate=rate, frame_size=sound.frame_size or 1024
        )
        self.graph = Graph()
        base = Fraction(1, rate)
        nodes = [self.graph.add_abuffer(sample_rate=rate, format="fltp", layout=layout, time_base=base)]
        nodes += [self.graph.add(name, arguments) for name, arguments in filters]
        nodes.append(self.graph.add("abuffersink"))
        self.graph.link_nodes(*nodes).configure()
        self.base = base

    def push(self, frame: Any) -> Iterator[Any]:
        """Give one frame, or None at the end; take what is ready to be encoded."""
        if frame is not None:
            frame.pts = None  # holes in the time stamps are closed, as players do
        for part in self.first.resample(frame):
            part.pts, part.time_base = self.sent, self.base
            self.sent += part.samples
            self.graph.push(part)
            yield from self._pull()
        if frame is None:
            self.graph.push(None)
            yield from self._pull()
            yield from self.last.resample(None)

    def _pull(self) -> Iterator[Any]:
        import av

        while True:
            try:
                ready: Any = self.graph.pull()
            except (BlockingIOError, av.EOFError):
                return
            yield from self.last.resample(ready)
