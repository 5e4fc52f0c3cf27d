"""Sound of any media file as a stream of 16 kHz mono pieces, with damage found and told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from episodes.core.errors import MediaError
from episodes.speech.opening import open_sound

Samples = NDArray[np.float32]

RATE = 16_000  #: samples a second, what Whisper and the voice activity model want
PIECE = 32.0  #: seconds of sound in a piece; a whole number of the voice detector's steps
GAP = 0.06  #: seconds of missing time stamps that count as lost sound; containers round by less
LOST_BYTES = 1_024  #: bytes between two frames of bare MP3 or AAC that count as lost sound
MOST_BYTES = 2_048  #: no frame of theirs is longer; more is a frame with what could not be read
LONGEST_GAP = 3_600.0  #: seconds; a longer jump of the time stamps is a broken clock, not lost sound


@dataclass(kw_only=True)
class Hearing:
    """What was found out about a file's sound while it was decoded."""

    stated: float = 0.0  #: seconds, as the container claims; 0 = it claims nothing
    decoded: float = 0.0  #: seconds that came out, lost stretches filled with silence
    whole: bool = True  #: the file was read to its last byte
    lost: list[tuple[float, float]] = field(default_factory=list)  #: damaged stretches, seconds

    @property
    def missing(self) -> tuple[float, float] | None:
        """The end that the container promises and the file does not hold."""
        if self.stated - self.decoded > max(1.0, 0.01 * self.stated) and not self.whole:
            return (self.decoded, self.stated)
        return None


class Sound:
    """One medium's sound, decoded piece by piece so that length costs no memory.

    Opposite-phase stereo is heard through one channel, the first audible track is taken, frames
    that cannot be decoded become silence of the same length. Raises MediaError where there is
    no sound at all.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.hearing = Hearing()

    def pieces(self, start: float = 0.0) -> Iterator[Samples]:
        """Yield pieces of about PIECE seconds from `start` on; what lies before is decoded and dropped.

        Seeking in MP3 is inexact, and a transcript that goes on must land on the same sample.
        """
        size, skip = int(PIECE * RATE), round(start * RATE)
        held: list[Samples] = []
        count = 0
        for samples in self._samples():
            part = samples[skip:] if skip else samples
            skip -= min(skip, len(samples))
            held.append(part)
            count += len(part)
            if count >= size:
                whole = np.concatenate(held)
                cut = len(whole) // size * size
                yield from np.split(whole[:cut], cut // size)
                held, count = [whole[cut:]], len(whole) - cut
        if count:
            yield np.concatenate(held)

    def _samples(self) -> Iterator[Samples]:
        from av.error import FFmpegError

        try:
            with open_sound(self.file) as container:
                stream = _audible(self.file, container)
                yield from _Decoding(container, stream, self.hearing).run()
        except (FFmpegError, OSError) as error:
            raise MediaError(f"{self.file.name} cannot be decoded: {_reason(error)}") from error
        if not self.hearing.decoded:
            raise MediaError(f"{self.file.name} holds no sound", hint="check that the file is whole and plays")


class _Decoding:
    """Frames of one stream on a steady clock."""

    def __init__(self, container: Any, stream: Any, hearing: Hearing) -> None:
        self.container, self.stream, self.hearing = container, stream, hearing
        self.hearing.stated = _stated(container, stream)
        self.origin = (container.start_time or 0) / 1_000_000
        self.clock = 0.0  # seconds of sound given to the resampler
        self.line: _Line | None = None

    def run(self) -> Iterator[Samples]:
        done = 0
        for samples in self._mixed():
            done += len(samples)
            self.hearing.decoded = done / RATE
            yield samples
        self.hearing.whole = self.hearing.whole and not self.hearing.lost

    def _mixed(self) -> Iterator[Samples]:
        for frame in self._frames():
            gap = self._gap(frame)
            if gap or (self.line and self.line.kind != _kind(frame)):
                yield from self._close()
            if gap:
                yield np.zeros(round(gap * RATE), dtype=np.float32)
                if self.clock:
                    self.hearing.lost.append((self.clock, self.clock + gap))
                self.clock += gap
            self.line = self.line or _Line(frame)
            self.clock += frame.samples / frame.sample_rate
            yield from self.line.take(frame)
        yield from self._close()

    def _close(self) -> Iterator[Samples]:
        if self.line:
            yield from self.line.close()
        self.line = None

    def _gap(self, frame: Any) -> float:
        if frame.time is None:
            return 0.0
        gap = float(frame.time) - self.origin - self.clock
        limit = min(LONGEST_GAP, max(0.0, self.hearing.stated - self.clock) + 1.0)
        return gap if GAP < gap <= limit else 0.0

    def _frames(self) -> Iterator[Any]:
        from av.error import EOFError as EndOfFile
        from av.error import FFmpegError

        last = 0
        try:
            for packet in self.container.demux(self.stream):
                if packet.pos is not None and packet.size:
                    self._see_skipped(packet.pos - last + max(0, packet.size - MOST_BYTES), last)
                    last = packet.pos + packet.size
                try:
                    yield from packet.decode()
                except EndOfFile:
                    return
                except FFmpegError:
                    continue  # the clock shows what was lost, see _gap
        except FFmpegError:
            self.hearing.whole = False
            return
        size = self.container.size or 0
        self.hearing.whole = not size or last >= 0.97 * size

    def _see_skipped(self, size: int, last: int) -> None:
        """Bare MP3 and AAC have no stamps: bytes that are no frame are all that damage leaves to see.

        Players join what is left, so the times go on without a gap.
        """
        bare = self.container.format.name in {"mp3", "aac"}
        if bare and last and size > LOST_BYTES and self.clock:
            self.hearing.lost.append((self.clock, self.clock + size * self.clock / last))


class _Line:
    """Frames of one format, through buffer and resampler, to one channel."""

    def __init__(self, frame: Any) -> None:
        from av.audio.fifo import AudioFifo
        from av.audio.resampler import AudioResampler

        self.kind = _kind(frame)
        layout = "mono" if self.kind[2] == 1 else "stereo"
        self.buffer = AudioFifo()
        self.resampler = AudioResampler(format="fltp", layout=layout, rate=RATE)
        self.full = int(PIECE * frame.sample_rate)

    def take(self, frame: Any) -> Iterator[Samples]:
        frame.pts = None  # the buffer wants gapless stamps; ours are checked before
        self.buffer.write(frame)
        if self.buffer.samples >= self.full:
            yield from self._resample(self.buffer.read())

    def close(self) -> Iterator[Samples]:
        if self.buffer.samples:
            yield from self._resample(self.buffer.read())
        yield from self._resample(None)

    def _resample(self, frame: Any) -> Iterator[Samples]:
        for part in self.resampler.resample(frame):
            yield to_mono(part.to_ndarray().astype(np.float32, copy=False))


def to_mono(channels: Samples) -> Samples:
    """Mix channels to one; where they cancel each other out, take the louder.

    >>> to_mono(np.array([[0.5, -0.5], [-0.5, 0.5]], dtype=np.float32)).tolist()
    [0.5, -0.5]
    """
    if len(channels) == 1:
        return np.ascontiguousarray(channels[0], dtype=np.float32)
    mixed = channels.mean(axis=0, dtype=np.float32)
    levels = [float(np.dot(channel, channel)) for channel in channels]
    loudest = int(np.argmax(levels))
    cancelled = float(np.dot(mixed, mixed)) < 0.05 * levels[loudest]
    return np.ascontiguousarray(channels[loudest] if cancelled else mixed, dtype=np.float32)


def _kind(frame: Any) -> tuple[str, int, int]:
    return frame.format.name, frame.sample_rate, frame.layout.nb_channels


def _stated(container: Any, stream: Any) -> float:
    if container.duration:
        return float(container.duration / 1_000_000)
    if stream.duration and stream.time_base:
        return float(stream.duration * stream.time_base)
    return 0.0


def _audible(file: Path, container: Any) -> Any:
    """The first track, or the first that is not silent where the first is."""
    streams = list(container.streams.audio)
    if not streams:
        raise MediaError(f"{file.name} has no audio track", hint="add --video-only to keep it without a transcript")
    if len(streams) == 1:
        return streams[0]
    heard = next((index for index in range(len(streams)) if _is_audible(file, index)), 0)
    return streams[heard]


def _is_audible(file: Path, index: int) -> bool:
    with open_sound(file) as container:
        length = (container.duration or 0) / 1_000_000
        places = [0.0, 0.25 * length, 0.5 * length, 0.75 * length]
        return any(_level(container, container.streams.audio[index], place) > 1e-4 for place in places)


def _level(container: Any, stream: Any, place: float, seconds: float = 20.0) -> float:
    from av.error import FFmpegError

    top = 0.0
    try:
        container.seek(int(place * 1_000_000))
        for frame in container.decode(stream):
            samples = frame.to_ndarray()
            scale = float(np.iinfo(samples.dtype).max) if samples.dtype.kind in "iu" else 1.0
            top = max(top, float(np.abs(samples.astype(np.float32)).max(initial=0.0)) / scale)
            if top > 1e-4 or (frame.time or 0.0) > place + seconds:
                break
    except FFmpegError:
        return top
    return top


def _reason(error: BaseException) -> str:
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
