"""Speech by telephone, brought to what the voice detector knows: with the deep tones that the line takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from episodes.speech.audio import RATE

if TYPE_CHECKING:
    from episodes.speech.audio import Samples

LINE = (300, 3_400)  #: Hz that a telephone lets pass
DEEP = (50, 250)  #: Hz where voices have their fundamental, and a telephone has nothing
WANTING = 10**-1.8  #: power of the deep tones beside the line's; recordings of whole voices stay above -18 dB
MADE = (60, 300)  #: Hz that are put in


def is_by_telephone(sound: Samples) -> bool:
    """Whether the deep tones are wanting; some seconds at once, since the vowels among them must have them.

    >>> times = np.arange(RATE, dtype=np.float32) / RATE
    >>> deep, high = np.sin(2 * np.pi * 120 * times), np.sin(2 * np.pi * 1_200 * times)
    >>> is_by_telephone(deep + high), is_by_telephone(high), is_by_telephone(0 * times)
    (False, True, False)
    """
    spectrum = np.fft.rfft(sound)
    return _power(spectrum, DEEP) < WANTING * _power(spectrum, LINE)


def with_deep_tones(sound: Samples) -> Samples:
    """The same sound with the fundamental of the voice made anew.

    Harmonics alone still swell and fade at the pace of the fundamental (so the ear hears it too): it is found again in
    the size of the samples.

    >>> times = np.arange(RATE, dtype=np.float32) / RATE
    >>> voice = sum(np.sin(2 * np.pi * 120 * step * times) for step in range(3, 20))  # 360 to 2,280 Hz
    >>> is_by_telephone(voice), is_by_telephone(with_deep_tones(voice))
    (True, False)
    """
    sizes = np.fft.rfft(np.abs(sound))
    places = _places(sizes, MADE)
    sizes[: places.start] = sizes[places.stop :] = 0
    return sound + np.fft.irfft(sizes, len(sound)).astype(np.float32, copy=False)


def _power(spectrum: np.ndarray, band: tuple[int, int]) -> float:
    part = spectrum[_places(spectrum, band)]
    return float(np.vdot(part, part).real)


def _places(spectrum: np.ndarray, band: tuple[int, int]) -> slice:
    """Where in a spectrum the frequencies of a band lie."""
    a_hertz = (len(spectrum) - 1) / (RATE / 2)
    return slice(round(band[0] * a_hertz), round(band[1] * a_hertz))
