"""When each token was said: the path through the decoder's attention to the sound.

The method is that of openai/whisper `timing.py`: some heads of the decoder look at the sound that they are writing
down, and dynamic time warping finds the way through what they look at that gives each token its frames in order.
CTranslate2 does the same with a second pass over the finished text (`WhisperReplica::align`); here the attention is
what the search itself paid, and costs nothing but the warping.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

EVEN = 1e-10  #: a spread below this is none


def first_frames(attention: Floats, frames: int, lead: int) -> list[int]:
    """The frame at which each token begins, of attention [heads, tokens, frames], every row's sum being 1.

    Only the first `frames` frames hold sound. The first `lead` rows belong to the prompt: they tell what all tokens
    look at alike, and get no time.
    """
    heard = attention[:, :, : max(1, frames)]
    heard = heard / np.maximum(heard.sum(axis=2, keepdims=True), EVEN)
    heard -= heard.mean(axis=1, keepdims=True)
    heard /= np.maximum(np.sqrt(np.square(heard).mean(axis=1, keepdims=True)), EVEN)
    return _warped(-_smoothed(heard[:, lead:]).mean(axis=0, dtype=np.float64))


def _smoothed(heard: Floats) -> Floats:
    """The median of each frame and its neighbours; 7 frames, the usual width, move no word and cost twice."""
    if heard.shape[2] < 3:
        return heard
    before, here, after = heard[:, :, :-2], heard[:, :, 1:-1], heard[:, :, 2:]
    least, most = np.minimum(before, here), np.maximum(before, here)
    smooth = heard.copy()
    smooth[:, :, 1:-1] = np.maximum(least, np.minimum(most, after))
    return smooth


def _warped(costs: NDArray[np.float64]) -> list[int]:
    """The first frame of each row on the cheapest path through rows × frames, from the first corner to the last.

    A path goes on by a frame, a row, or both. Row by row: what a path through a row costs is the sum of the row up
    to its end, less that up to where it came in, and where it best came in is a running minimum.
    """
    entered = np.empty_like(costs)
    above, corner = np.full(costs.shape[1], np.inf), 0.0  # before the first row there is the corner alone
    crossed = []
    for row, cost in enumerate(costs):
        total = np.cumsum(cost)
        slanted = np.concatenate([[corner], above[:-1]])
        crossed.append(slanted < above)
        entered[row] = np.minimum.accumulate(np.minimum(above, slanted) - (total - cost))
        above, corner = entered[row] + total, np.inf
    firsts, frame = [], costs.shape[1] - 1
    for row in range(len(costs) - 1, -1, -1):
        way = entered[row, : frame + 1]
        changes = np.flatnonzero(way[1:] < way[:-1])
        frame = int(changes[-1]) + 1 if len(changes) else 0
        firsts.append(frame)
        frame -= int(crossed[row][frame])
    return firsts[::-1]
