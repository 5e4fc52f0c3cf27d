"""The engine's numbers in one place, with what each is for; measured in docs/transcription.md."""

from __future__ import annotations

import math
from dataclasses import dataclass

FULL = 30.0  #: seconds that Whisper was trained on, and the most that its encoder takes


@dataclass(frozen=True, kw_only=True)
class Tuning:
    """How speech is cut into windows, heard, and doubted; times in seconds."""

    # Voice activity
    threshold: float = 0.35  #: speech begins here; 0.5 loses words at the edges
    release: float = 0.2  #: and ends below this
    pause: float = 0.1  #: a shorter break belongs to the speech
    padding: float = 0.4  #: kept before and after speech

    # Windows
    shortest: float = 16.0  #: a window is closed at a pause from here on
    longest: float = 28.4  #: and at the latest here
    whole: float = 29.5  #: but speech that ends within this is not cut, though its tail then is shorter
    remainder: float = 8.0  #: a cut that leaves less than this for the next window is avoided
    fullness: float = 3.0  #: seconds of pause that a full window is worth against an empty one
    silence: float = 1.6  #: longer pauses within a window are shortened to this
    apart: float = 4.0  #: speech further apart than this goes to another window
    tail: float = 1.0  #: empty sound after a window; without it the model repeats phrases
    grain: float = 0.64  #: a window is filled up to a multiple of this: 32 frames, whose rows lie evenly in memory
    least: float = 15.36  #: and at least to this: shorter sounds are the ones that the model circles in

    # Recognition
    narrow: int = 2  #: beam of the first search: finds most of what a wide one finds wherever the model is sure
    tiny_width: int = 384  #: width of the smallest decoder, tiny's, which needs, and can afford, one hypothesis more
    beam: int = 5  #: beam where it is not, and of second tries
    sure: float = -0.3  #: mean log-probability from which the narrow search is believed
    short: float = 120.0  #: a recording of up to this is heard with more care, since loading takes as long as hearing
    lead: float = 0.5  #: silence before the second reading of its windows: what `whole` leaves of `FULL`
    tokens_a_second: float = 10.0  #: faster speech there is none; stops runaway repetition early

    # Doubt
    compression: float = 2.4  #: text that packs better repeats itself
    unsure: float = -0.35  #: mean log-probability below which a window is heard again
    probability: float = -0.85  #: and below which the text is marked as doubtful
    hole: float = 1.6  #: speech without words for longer than this is heard again
    unheard: float = -0.7  #: mean log-probability below which text under `silent` is dropped
    silent: float = 0.6  #: no-speech probability that, with low probability, means: no words here

    def filled(self, length: float) -> float:
        """The encoder's length for so much sound.

        >>> Tuning().filled(2.0), Tuning().filled(14.6), Tuning().filled(28.4), Tuning().filled(29.4)
        (15.36, 16.0, 29.44, 30.0)
        """
        return min(FULL, max(self.least, math.ceil((length + self.tail) / self.grain) * self.grain))
