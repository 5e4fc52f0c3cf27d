"""Recordings that fit into one window: faster-whisper's plain call on the model that is loaded already.

There our windows gain nothing, and the plain call, which hears the pauses along and goes on from its own time marks,
errs a little less. It is believed where nothing speaks against it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.speech.audio import RATE
from episodes.speech.listening import Excerpt
from episodes.speech.recogniser import MOST_TOKENS, Reading
from episodes.speech.tuning import FULL
from episodes.speech.voice import Span
from episodes.speech.windows import Window

if TYPE_CHECKING:
    from collections.abc import Sequence
    from concurrent.futures import Future

    from episodes.speech.audio import Sound
    from episodes.speech.encoded import Encoded
    from episodes.speech.recogniser import Recogniser

STEPS = 32_768  #: of a sample of 16 bits: the model's texts hang on the last bit, and the plain call hears no more


def whole_excerpt(sound: Sound, window: Window) -> Excerpt | None:
    """A recording's only window with all the sound there is, pauses along; None if the model cannot hear so much."""
    samples = np.concatenate(list(sound.pieces()))
    length = len(samples) / RATE
    if length > FULL:
        return None
    everything = Window(start=window.start, end=window.end, pieces=(Span(start=0.0, end=length),), speech=window.speech)
    return Excerpt(window=everything, samples=samples)


def plain_reading(
    recogniser: Recogniser, excerpt: Excerpt, encoded: Future[Encoded], language: str, hotwords: Sequence[int]
) -> Reading | None:
    """What faster-whisper makes of a whole recording, with word times; `encoded` is the same sound, made beside.

    None where it cannot be believed: it said nothing, had to guess (its second tries are drawn by lot), or found text
    where nobody speaks.
    """
    tokenizer = recogniser.tokenizer(language)
    steps = np.round(np.clip(excerpt.samples * STEPS, -STEPS, STEPS - 1))
    found, _ = _call(recogniser).transcribe(
        (steps / STEPS).astype(np.float32),
        language=language,
        hotwords=tokenizer.decode(list(hotwords)).strip() or None,
    )
    segments = list(found)
    tokens = [token for segment in segments for token in segment.tokens if token < tokenizer.eot]
    guessed = any(segment.temperature > 0 for segment in segments)
    if not 0 < len(tokens) < MOST_TOKENS or guessed or any(_is_unspoken(one, excerpt.window) for one in segments):
        return None
    counts = [len(segment.tokens) for segment in segments]
    return Reading(
        text=tokenizer.decode(tokens).strip(),
        words=recogniser.place(encoded.result(), excerpt.window.length, tokens, language),
        probability=float(np.average([segment.avg_logprob for segment in segments], weights=counts)),
        language=language,
        how="plain",
    )


def _is_unspoken(segment: Any, window: Window) -> bool:
    """Whether less than a tenth of a segment lies where the voice detector found speech."""
    spoken = sum(max(0.0, min(segment.end, span.end) - max(segment.start, span.start)) for span in window.speech)
    return bool(spoken < 0.1 * (segment.end - segment.start))


def _call(recogniser: Recogniser) -> Any:
    """A `WhisperModel` around the loaded weights; its own constructor would load them once more."""
    from faster_whisper import WhisperModel
    from faster_whisper.feature_extractor import FeatureExtractor
    from faster_whisper.utils import get_logger

    call = WhisperModel.__new__(WhisperModel)
    call.logger = get_logger()
    call.model, call.hf_tokenizer = recogniser.loaded
    call.feat_kwargs = {"feature_size": call.model.n_mels}
    call.feature_extractor = FeatureExtractor(**call.feat_kwargs)
    call.input_stride = 2  # the encoder halves the frames
    call.num_samples_per_token = call.feature_extractor.hop_length * call.input_stride
    call.frames_per_second = call.feature_extractor.sampling_rate // call.feature_extractor.hop_length
    call.tokens_per_second = call.feature_extractor.sampling_rate // call.num_samples_per_token
    call.time_precision = 1 / call.tokens_per_second
    call.max_length = 2 * MOST_TOKENS
    return call
