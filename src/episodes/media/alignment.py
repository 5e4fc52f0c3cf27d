"""The time offset between two edits of the same talk, measured from their sound."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from episodes.core.errors import MediaError
from episodes.core.matching import Alignment
from episodes.media.opening import open_media

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Envelope = NDArray[np.float32]

#: Samples a second that are listened to, and envelope frames a second (so the offset is right to a hundredth).
RATE, FRAMES = 8000, 100
_HOP, _WINDOW = RATE // FRAMES, 256
#: Edges of the bands in Hz: speech without the hum below and what codecs take off above.
_EDGES = (150, 300, 450, 650, 900, 1250, 1700, 2300, 3200)
#: An offset is only believed where the two overlap by so many seconds.
LEAST_OVERLAP = 5.0
#: Stretches that are compared one by one, seconds, and the correlation that makes two alike.
_STRETCH, _ALIKE = 10.0, 0.5


class SoundAligner:
    """Compares media by ear; satisfies `Aligner`. Envelopes of the last files are kept."""

    def __init__(self) -> None:
        self._known: dict[Path, Envelope] = {}

    def align(self, one: Path, other: Path, /) -> Alignment:
        """Measure how much later things are heard in `other` than in `one`; raises MediaError."""
        return align(self._envelope(one), self._envelope(other))

    def _envelope(self, file: Path) -> Envelope:
        if file not in self._known:
            if len(self._known) >= 8:
                self._known.pop(next(iter(self._known)))
            self._known[file] = envelope(file)
        return self._known[file]


def envelope(file: Path) -> Envelope:
    """The loudness of eight bands, a hundred times a second, each as it changes; raises MediaError."""
    import numpy as np

    spectra = list(_spectra(file))
    if not spectra:
        raise MediaError(f"{file.name} has no sound to compare", hint="check that it plays")
    loudness = np.concatenate(spectra)
    # Steps of loudness do not care for the level, slow ones (music beds, gain riding) are taken out.
    smooth = _smoothed(loudness, FRAMES)
    changed = np.clip(loudness - smooth, -2.5, 2.5)
    centred: Envelope = (changed - changed.mean(axis=0)).astype(np.float32)
    return centred


def _smoothed(values: NDArray[Any], width: int) -> NDArray[Any]:
    import numpy as np

    padded = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    count = len(values)
    low = np.maximum(0, np.arange(count) - width // 2)
    high = np.minimum(count, np.arange(count) + width // 2 + 1)
    smooth: NDArray[Any] = (padded[high] - padded[low]) / (high - low)[:, None]
    return smooth


def _spectra(file: Path) -> Iterator[NDArray[Any]]:
    """The bands' loudness of one stretch of sound after the other, in decades of power."""
    import numpy as np

    window = np.hanning(_WINDOW).astype(np.float32)
    bins = [round(edge * _WINDOW / RATE) for edge in _EDGES]
    rest = np.zeros(0, np.float32)
    for piece in _pieces(file):
        rest = np.concatenate([rest, piece])
        count = (len(rest) - _WINDOW) // _HOP + 1
        if count < 1:
            continue
        frames = np.lib.stride_tricks.sliding_window_view(rest, _WINDOW)[::_HOP][:count]
        power = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
        bands = np.stack([power[:, a:b].sum(axis=1) for a, b in pairwise(bins)], axis=1)
        yield np.log10(bands + 1e-4)
        rest = rest[count * _HOP :]


def _pieces(file: Path) -> Iterator[NDArray[Any]]:
    """Decode a file's sound to mono, some ten seconds at a time; holes in its time stamps are filled with silence."""
    import av
    import numpy as np

    with open_media(file) as opened:
        if opened.audio is None:
            raise MediaError(f"{file.name} has no sound to compare", hint="check that it plays")
        resampler = av.AudioResampler(format="flt", layout="mono", rate=RATE)
        held: list[NDArray[Any]] = []
        first: float | None = None
        position = 0
        for frame in _frames(opened):
            if first is None:
                first = frame.time or 0.0
                # A track that begins after the picture is heard that much later.
                position = 0
            if frame.time is not None:
                gap = int((frame.time - first) * RATE) - position
                if RATE // 10 < gap < RATE * 600:
                    held.append(np.zeros(gap, np.float32))
                    position += gap
            frame.pts = None
            for part in resampler.resample(frame):
                samples = part.to_ndarray().reshape(-1).astype(np.float32)
                held.append(samples)
                position += len(samples)
            if sum(map(len, held)) > 10 * RATE:
                yield np.concatenate(held)
                held = []
        if held:
            yield np.concatenate(held)


def _frames(opened: Any) -> Iterator[Any]:
    import av

    try:
        for packet in opened.packets(opened.audio):
            try:
                yield from packet.decode()
            except av.EOFError:
                return
            except av.FFmpegError:
                continue  # a damaged packet; the time stamps tell how much is missing
    except av.FFmpegError:
        return  # cut off; what was heard before counts


def align(one: Envelope, other: Envelope) -> Alignment:
    """Find the shift at which two envelopes agree best, and how sure that is."""
    import numpy as np

    size = 1 << (len(one) + len(other)).bit_length()
    product = np.zeros(size // 2 + 1, np.complex128)
    for band in range(one.shape[1]):
        product += np.conj(np.fft.rfft(one[:, band], size)) * np.fft.rfft(other[:, band], size)
    scores = np.fft.irfft(product, size)
    lags = np.arange(size)
    lags[lags > size // 2] -= size
    overlap = np.minimum(len(one), len(other) - lags) - np.maximum(0, -lags)
    least = min(int(LEAST_OVERLAP * FRAMES), min(len(one), len(other)))
    scores = np.where(overlap >= least, scores / np.sqrt(np.maximum(overlap, least)), -np.inf)
    best = int(np.argmax(scores))
    lag = int(lags[best])
    return Alignment(
        offset=round(lag / FRAMES + _fraction(scores, best) / FRAMES, 3),
        confidence=_confidence(one, other, lag),
        lengths=(len(one) / FRAMES, len(other) / FRAMES),
    )


def _fraction(scores: NDArray[Any], best: int) -> float:
    """Where between two frames the peak lies, by a parabola through it and its neighbours."""
    before, peak, after = (float(scores[(best + step) % len(scores)]) for step in (-1, 0, 1))
    bend = before - 2 * peak + after
    if not (bend < 0 and before > float("-inf") and after > float("-inf")):
        return 0.0
    return max(-0.5, min(0.5, 0.5 * (before - after) / bend))


def _confidence(one: Envelope, other: Envelope, lag: int) -> float:
    """The share of the shorter one's sound that the other has at that shift."""
    start, end = max(0, -lag), min(len(one), len(other) - lag)
    shorter = min(len(one), len(other))
    if end - start < 1:
        return 0.0
    a, b = one[start:end], other[start + lag : end + lag]
    step = int(min(_STRETCH * FRAMES, end - start))
    alike = [_correlation(a[at : at + step], b[at : at + step]) >= _ALIKE for at in range(0, len(a) - step + 1, step)]
    share = sum(alike) / max(1, len(alike))
    covered = min(1.0, (end - start) / shorter)
    return round(share * covered, 3)


def _correlation(a: Envelope, b: Envelope) -> float:
    import numpy as np

    norm = float(np.sqrt((a * a).sum() * (b * b).sum()))
    return float((a * b).sum()) / norm if norm > 1e-6 else 0.0
