"""Log-mel features of one window, as Whisper was trained on them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from episodes.speech.audio import RATE

if TYPE_CHECKING:
    from episodes.speech.audio import Samples

HOP = 160  #: samples between frames
WIDTH = 400  #: samples in a frame
FRAMES_A_SECOND = RATE // HOP


def log_mel(samples: Samples, frames: int, bands: int = 80) -> Samples:
    """Features of exactly `frames` frames, sound beyond the samples taken as silence.

    Same values as openai/whisper `audio.py:log_mel_spectrogram`, computed in single precision
    and for one window only: for a whole file of an hour it needs gigabytes.
    """
    length = frames * HOP
    held = samples[:length] if len(samples) >= length else np.pad(samples, (0, length - len(samples)))
    padded = np.pad(held, (WIDTH // 2, WIDTH // 2), mode="reflect")
    parts = np.lib.stride_tricks.as_strided(padded, (frames, WIDTH), (padded.strides[0] * HOP, padded.strides[0]))
    spectrum = np.fft.rfft(parts * _hann(), axis=1)
    power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32, copy=False)
    mel = np.log10(np.maximum(_filtered(power, bands), 1e-10))
    mel = np.maximum(mel, mel.max() - 8.0)
    return np.ascontiguousarray((mel + 4.0) / 4.0, dtype=np.float32)


def _filtered(power: Samples, bands: int) -> Samples:
    """Bands × frames, out of frames × frequencies.

    Not a product of matrices: NumPy's BLAS would give it threads that then wait in circles, on the cores that the model
    works on (an eighth of all processor time), and nearly all of a filter is zeros.
    """
    frequencies = np.ascontiguousarray(power.T)
    mel = np.empty((bands, len(power)), dtype=np.float32)
    for band, (first, weights) in enumerate(_filters(bands)):
        np.einsum("i,ij->j", weights, frequencies[first : first + len(weights)], out=mel[band])
    return mel


@lru_cache
def _hann() -> Samples:
    return np.hanning(WIDTH + 1)[:-1].astype(np.float32)


@lru_cache
def _filters(bands: int) -> list[tuple[int, Samples]]:
    """Of each filter the first frequency that it lets pass, and the weights of that and the next."""
    from faster_whisper.feature_extractor import FeatureExtractor

    filters = FeatureExtractor.get_mel_filters(RATE, WIDTH, n_mels=bands).astype(np.float32)
    passed = [np.flatnonzero(row) for row in filters]
    return [(int(places[0]), row[places[0] : places[-1] + 1]) for row, places in zip(filters, passed, strict=True)]
