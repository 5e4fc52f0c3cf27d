"""Listening to a whole file: how long it plays, what is damaged, silent or out of phase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from episodes.media.surroundings import TAGS, Extent

if TYPE_CHECKING:
    from episodes.media.opening import Opened

#: Missing time between two frames that counts as a hole, seconds; rounding of time stamps is less.
HOLE = 0.1
#: So much sound before a hole is an encoder's lead-in.
_OFFSET = 0.06
#: Where sound is slow, its first frame alone is longer: 1024 samples at 8000 a second.
_FIRST_FRAME = 0.13
#: One frame of so many is looked at for its level; that is every 0.2 s or so.
LEVELS_EVERY = 8
#: Peak below which sound counts as silent: -66 dBFS, under the noise of any microphone.
SILENCE = 0.0005
#: So many seconds of silence amid sound are told: nobody pauses for as long, and a gated microphone seldom does.
_LONG_SILENCE = 10.0
#: So many packets in a row without a sound are enough to give a file up.
PATIENCE = 200


@dataclass(kw_only=True)
class Listening:
    """What was found out by decoding a file's sound and reading its picture's packets."""

    heard: float = 0.0  #: seconds of sound that came out of the decoder
    span: float = 0.0  #: seconds from the first to the last sound by their time stamps
    video_span: float = 0.0  #: the same of the picture
    sound_lead: float = 0.0  #: seconds by which the sound begins after the picture
    video_lead: float = 0.0  #: the same of the picture
    frames: int = 0
    errors: int = 0  #: packets that could not be decoded
    damaged: int = 0  #: the same between sounds; what encoders leave at start and end hurts nobody
    first_error: float | None = None  #: seconds
    holes: list[tuple[float, float]] = field(default_factory=list)  #: start and end, seconds
    rates: set[int] = field(default_factory=set)
    channels: int = 0
    peak: float = 0.0  #: 1.0 = full scale
    silences: list[tuple[float, float]] = field(default_factory=list)  #: long ones amid sound, start and end, seconds
    quiet_since: float | None = None  #: since when nothing was heard, if something was heard before
    energies: tuple[float, float] = (0.0, 0.0)  #: left and right, where there are two channels
    sum_energy: float = 0.0  #: of left + right
    settled: int = 0  #: errors that were judged already
    extent: Extent = field(default_factory=Extent)  #: the bytes that the sound takes
    gave_up: bool = False  #: hardly anything could be decoded

    @property
    def duration(self) -> float:
        """How long the file plays.

        Sound without holes is counted by its samples (time stamps round, and an encoder's padding
        has them too); a hole makes the time stamps right, because players keep to them.
        """
        sound = self.span if self.holes and self.span > self.heard else self.heard
        return max(self.sound_lead + sound, self.video_lead + self.video_span if self.video_span else 0.0)

    @property
    def lost(self) -> float:
        return sum(end - start for start, end in self.holes)


def listen(opened: Opened, *, limit: float | None = None) -> Listening:
    """Decode the chosen audio track to its end, or for `limit` seconds of it."""
    listening = Listening(sound_lead=opened.sound_lead, video_lead=opened.video_lead)
    clocks = {stream.index: _Clock() for stream in (opened.audio, opened.video) if stream is not None}
    if opened.audio is not None:
        clocks[opened.audio.index].longest_frame = _FIRST_FRAME
    for packet in _packets(opened, listening):
        clock = clocks[packet.stream.index]
        if packet.stream is opened.video:
            clock.see(_time(packet), float((packet.duration or 0) * packet.time_base))
            continue
        heard = listening.frames
        _decode(packet, listening, clock)
        listening.extent.see(packet.pos, packet.size, is_sound=listening.frames > heard)
        if _is_hopeless(listening):
            listening.gave_up = True
            break
        if limit is not None and listening.heard > limit:
            break
    if opened.audio is not None:
        listening.span = clocks[opened.audio.index].span
    if opened.video is not None:
        listening.video_span = clocks[opened.video.index].span or _stated(opened.video)
    return listening


def _packets(opened: Opened, listening: Listening) -> Iterator[Any]:
    import av

    streams = [stream for stream in (opened.audio, opened.video) if stream is not None]
    try:
        yield from opened.packets(*streams)
    except av.FFmpegError:
        listening.errors += 1  # a broken index in the middle; what was heard before stands


def _decode(packet: Any, listening: Listening, clock: _Clock) -> None:
    import av

    try:
        frames = packet.decode()
    except av.EOFError:
        return
    except av.FFmpegError:
        if not bytes(packet).startswith(TAGS):
            listening.errors += 1
        return
    for frame in frames:
        _settle_errors(listening, clock.now)
        seconds = frame.samples / frame.sample_rate
        if hole := clock.see(frame.time, seconds):
            listening.holes.append(hole)
        listening.heard += seconds
        listening.rates.add(frame.sample_rate)
        listening.channels = max(listening.channels, frame.layout.nb_channels)
        # Within a silence every frame counts: with long ones (FLAC), eight last as long as a sentence.
        if listening.frames % LEVELS_EVERY == 0 or listening.quiet_since is not None:
            _weigh(frame, listening)
        listening.frames += 1


def _settle_errors(listening: Listening, now: float) -> None:
    """Count the errors before this frame as damage if there was sound before them."""
    if listening.frames and listening.errors > listening.settled:
        listening.damaged += listening.errors - listening.settled
        if listening.first_error is None:
            listening.first_error = now
    listening.settled = listening.errors


def _is_hopeless(listening: Listening) -> bool:
    return listening.errors > PATIENCE and listening.errors > 2 * listening.frames


class _Clock:
    """The time stamps of one stream, and the holes between them."""

    def __init__(self) -> None:
        self.first: float | None = None
        self.now = 0.0  #: seconds from the first stamp
        self.span = 0.0
        self.longest_frame = 0.0  #: that may be a lead-in by itself
        self._lead_in = _OFFSET

    def see(self, time: float | None, seconds: float) -> tuple[float, float] | None:
        """Note a frame or packet; return the hole before it, if there is one."""
        if time is None:
            self.now += seconds
            self.span = max(self.span, self.now)
            return None
        if self.first is None:
            self.first = time
            self._lead_in = max(_OFFSET, min(seconds, self.longest_frame))
        start = time - self.first
        if self.now <= self._lead_in and start > self.now:
            self.first, start = time - self.now, self.now  # an edit at the very start, not a loss
        hole = (self.now, start) if start - self.now > HOLE else None
        self.now = start + seconds
        self.span = max(self.span, self.now)
        return hole


def _weigh(frame: Any, listening: Listening) -> None:
    """Take a frame's peak and, for stereo, how its channels stand to each other."""
    import numpy as np

    samples = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, frame.layout.nb_channels).T
    if samples.dtype.kind in "iu":
        info = np.iinfo(samples.dtype)
        middle = (info.max + 1) // 2 if samples.dtype.kind == "u" else 0
        samples = (samples.astype(np.float32) - middle) / (info.max - middle)
    if not samples.size:
        return
    peak = float(np.abs(samples).max())
    _note_silence(listening, peak, frame.samples / frame.sample_rate)
    listening.peak = max(listening.peak, peak)
    if len(samples) == 2:
        left, right = samples.astype(np.float32)
        listening.energies = (listening.energies[0] + float(left @ left), listening.energies[1] + float(right @ right))
        together = left + right
        listening.sum_energy += float(together @ together)


def _note_silence(listening: Listening, peak: float, seconds: float) -> None:
    """Note where a silence begins and ends; before the first and after the last sound none is lost."""
    begin = listening.heard - seconds
    if peak < SILENCE:
        if listening.quiet_since is None and listening.peak >= SILENCE:
            listening.quiet_since = begin
        return
    if listening.quiet_since is not None and begin - listening.quiet_since >= _LONG_SILENCE:
        listening.silences.append((listening.quiet_since, begin))
    listening.quiet_since = None


def _time(packet: Any) -> float | None:
    stamp = packet.pts if packet.pts is not None else packet.dts
    return None if stamp is None else float(stamp * packet.time_base)


def _stated(stream: Any) -> float:
    return float(stream.duration * stream.time_base) if stream.duration and stream.time_base else 0.0
