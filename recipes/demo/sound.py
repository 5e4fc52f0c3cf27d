"""Loudness by ITU-R BS.1770, a limiter, and the way into an MP3 file."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

Audio = npt.NDArray[np.float32]

# The two K-weighting filters of BS.1770-4, tables 1 and 2, as (b, a) at 48 kHz: the head's shelf, then the high pass.
K_RATE = 48_000
K_FILTERS = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)


def silence(seconds: float, *, rate: int) -> Audio:
    return np.zeros(round(seconds * rate), np.float32)


def loudness(audio: Audio, *, rate: int) -> float:
    """Integrated loudness of one channel in LUFS, gated as BS.1770 says."""
    power = _block_powers(_k_weighted(audio, rate), rate)
    power = power[_lufs(power) > -70]
    power = power[_lufs(power) > _lufs(power.mean()) - 10]
    return float(_lufs(power.mean()))


def at_loudness(audio: Audio, target: float, *, rate: int) -> Audio:
    """The same audio, louder or softer, so that it measures `target` LUFS."""
    gain = 10 ** ((target - loudness(audio, rate=rate)) / 20)
    return (audio * gain).astype(np.float32)


def limited(audio: Audio, ceiling: float, *, rate: int) -> Audio:
    """Turn the gain down around peaks, a few milliseconds ahead, so that none passes `ceiling` (dBFS)."""
    width = rate // 200 | 1
    needed = np.minimum(1.0, 10 ** (ceiling / 20) / np.maximum(np.abs(audio), 1e-9))
    lowest = np.lib.stride_tricks.sliding_window_view(np.pad(needed, width - 1, constant_values=1.0), width).min(axis=1)
    gain = np.convolve(lowest, np.full(width, 1 / width), mode="valid")  # a mean of values that all suffice suffices
    return (audio * gain).astype(np.float32)


def mastered(audio: Audio, target: float, ceiling: float, *, rate: int) -> Audio:
    """Bring speech to its loudness; the limiter takes a little away, so it is done over until it fits."""
    for _ in range(8):
        audio = limited(at_loudness(audio, target, rate=rate), ceiling, rate=rate)
    return audio


def write_mp3(path: Path, audio: Audio, *, rate: int, to_rate: int, bit_rate: int) -> None:
    """Encode one channel with LAME, without any tags."""
    with av.open(str(path), "w", format="mp3", options={"id3v2_version": "0"}) as container:
        stream = container.add_stream("libmp3lame", rate=to_rate, layout="mono", bit_rate=bit_rate)
        resampler = av.AudioResampler(format=stream.codec_context.format, layout="mono", rate=to_rate)
        frame = av.AudioFrame.from_ndarray(audio.reshape(1, -1), format="fltp", layout="mono")
        frame.sample_rate = rate
        for piece in (*resampler.resample(frame), *resampler.resample(None)):
            container.mux(stream.encode(piece))
        container.mux(stream.encode(None))


def _k_weighted(audio: Audio, rate: int) -> npt.NDArray[np.float64]:
    """Filter in the frequency domain, where a response given at 48 kHz serves any rate below."""
    spectrum = np.fft.rfft(audio.astype(np.float64))
    unit = np.exp(-2j * np.pi * np.fft.rfftfreq(len(audio), 1 / rate) / K_RATE)
    for b, a in K_FILTERS:
        spectrum *= np.polyval(b[::-1], unit) / np.polyval(a[::-1], unit)
    return np.fft.irfft(spectrum, len(audio))


def _block_powers(audio: npt.NDArray[np.float64], rate: int) -> npt.NDArray[np.float64]:
    """Mean square of each 400 ms, a new block every 100 ms."""
    starts = range(0, len(audio) - rate * 4 // 10 + 1, rate // 10)
    return np.array([np.mean(audio[start : start + rate * 4 // 10] ** 2) for start in starts])


def _lufs(power: npt.ArrayLike) -> npt.NDArray[np.float64]:
    return -0.691 + 10 * np.log10(np.maximum(power, 1e-12))
