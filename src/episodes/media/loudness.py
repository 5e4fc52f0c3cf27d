"""How loud a file is, by EBU R128."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from episodes.core.errors import MediaError
from episodes.core.progress import Progress, Report
from episodes.media.opening import Opened, open_media

#: FFmpeg's value for "nothing but silence"; R128 measures nothing below.
_NOTHING = -70.0


@dataclass(frozen=True, kw_only=True)
class Loudness:
    """What a loudness meter shows at the end of a file."""

    integrated: float  #: LUFS over the whole file
    range: float  #: LU between quiet and loud passages
    true_peak: float  #: dBTP, the highest of all channels


def measure_loudness(file: Path, *, language: str = "", report: Report | None = None) -> Loudness | None:
    """Measure a file's loudness by decoding all of it; None for silence. Raises MediaError.

    EBU R128 and ITU-R BS.1770, as FFmpeg's `ebur128` filter measures them.
    """
    with open_media(file, language=language) as opened:
        if opened.audio is None:
            raise MediaError(f"{file.name} has no audio track", hint="there is nothing to measure")
        meter = _Meter()
        total = (opened.container.duration or 0) / 1_000_000
        _run(opened, meter, lambda done: report(Progress(stage="loudness", done=done, total=total)) if report else None)
    return meter.reading()


def _run(opened: Opened, meter: _Meter, tell: Callable[[float], None]) -> None:
    import av

    told = 0.0
    for packet in opened.packets(opened.audio):
        try:
            frames = packet.decode()
        except av.EOFError:
            return
        except av.FFmpegError:
            continue  # damage was told when the file was probed
        for frame in frames:
            meter.take(frame)
            if meter.seconds - told >= 10.0:
                told = meter.seconds
                tell(told)


class _Meter:
    """FFmpeg's loudness filter; a new one where the sound changes its form, the longest one counts."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.form: Any = None
        self.graph: Any = None
        self.shown: dict[str, str] = {}

    def take(self, frame: Any) -> None:
        form = (frame.format.name, frame.layout.name, frame.sample_rate)
        if self.graph is None:
            self.form, self.graph = form, _graph(frame)
        if form != self.form:
            return  # jingles at another rate are short; a meter cannot be carried over
        frame.pts = round(self.seconds * frame.sample_rate)
        self.seconds += frame.samples / frame.sample_rate
        self.graph.push(frame)
        self._read()

    def _read(self) -> None:
        import av

        while True:
            try:
                self.shown = self.graph.pull().metadata
            except (BlockingIOError, av.EOFError):
                return

    def reading(self) -> Loudness | None:
        integrated = _number(self.shown, "lavfi.r128.I")
        if integrated is None or integrated <= _NOTHING:
            return None
        peaks = [
            value for name in self.shown if "true_peaks_ch" in name if (value := _number(self.shown, name)) is not None
        ]
        peak = max(peaks, default=0.0)
        return Loudness(
            integrated=integrated,
            range=_number(self.shown, "lavfi.r128.LRA") or 0.0,
            true_peak=20 * math.log10(peak) if peak > 0 else _NOTHING,
        )


def _graph(frame: Any) -> Any:
    from fractions import Fraction

    from av.filter import Graph

    graph = Graph()
    source = graph.add_abuffer(
        sample_rate=frame.sample_rate,
        format=frame.format.name,
        layout=frame.layout.name,
        time_base=Fraction(1, frame.sample_rate),
    )
    meter = graph.add("ebur128", "metadata=1:peak=true:framelog=quiet")
    end = graph.add("abuffersink")
    source.link_to(meter)
    meter.link_to(end)
    graph.configure()
    return graph


def _number(shown: dict[str, str], name: str) -> float | None:
    try:
        value = float(shown[name])
    except (KeyError, ValueError):
        return None
    return value if math.isfinite(value) else None
