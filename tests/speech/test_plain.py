"""Recordings of one window: what faster-whisper's own call says, where nothing speaks against it."""

from __future__ import annotations

import itertools
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import pytest

from episodes.core.transcript import Word
from episodes.speech.audio import RATE, Sound
from episodes.speech.encoded import Encoded
from episodes.speech.models import find_model
from episodes.speech.plain import plain_reading, whole_excerpt
from episodes.speech.recogniser import Reading, Recogniser
from episodes.speech.tuning import FULL, Tuning
from episodes.speech.voice import Span
from episodes.speech.whisper import Whisper
from episodes.speech.windows import Window

from .test_whisper import a_wave, needs_model, noise, samples_of, segments_of, silence

CLIPS = ["fw_hotwords.mp3", "jfk_inaugural.mp3", "mfa_acoustic_corpus.wav", "wd_test.opus"]


@pytest.fixture(scope="module")
def whisper() -> Whisper:
    return Whisper("tiny.en", pull=False)


def words_of(whisper: Whisper, file: Path, hotwords: list[str] | None = None) -> list[Word]:
    heard = list(whisper.hear(file, words=True, hotwords=hotwords or []))
    return [word for segment in segments_of(heard) for word in segment.words]


@needs_model
@pytest.mark.parametrize("name", CLIPS)
def test_the_text_is_the_plain_call_s(whisper: Whisper, shared: Path, name: str):
    """To the letter, on the same weights; and every word has its time within the file."""
    from faster_whisper import WhisperModel

    file = shared / "audio" / name
    model = WhisperModel(str(find_model("tiny.en", pull=False).folder), device="cpu", compute_type="int8")
    peer = "".join(segment.text for segment in model.transcribe(str(file), language="en")[0])
    words = words_of(whisper, file)

    assert [word.text for word in words] == peer.split()
    assert all(0 <= word.start <= word.end <= len(samples_of(file)) / RATE for word in words)
    assert all(one.start <= two.start for one, two in itertools.pairwise(words))
    assert np.diff([word.start for word in words]).mean() < 1


@needs_model
@pytest.mark.parametrize("after", [silence, noise])
def test_words_where_nobody_speaks_are_not_believed(whisper: Whisper, shared: Path, tmp_path: Path, after):
    """The plain call hears the empty end along, and may invent something there."""
    speech = samples_of(shared / "audio" / "jfk_inaugural.mp3")
    words = words_of(whisper, a_wave(tmp_path / "tail.wav", speech, after(14.0)))

    assert "country" in words[-1].text
    assert words[-1].end <= 11.5


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(model=find_model("tiny.en", pull=False), tuning=Tuning(), device="cpu")


def read(recogniser: Recogniser, file: Path, *speech: Span) -> Reading | None:
    window = Window(start=0.0, end=30.0, pieces=speech, speech=speech)
    excerpt = whole_excerpt(Sound(file), window)
    assert excerpt
    encoded: Future[Encoded] = Future()
    encoded.set_result(recogniser.encode([excerpt.samples], FULL))
    return plain_reading(recogniser, excerpt, encoded, "en", [])


@needs_model
def test_what_was_drawn_by_lot_is_not_believed(recogniser: Recogniser, shared: Path, tmp_path: Path):
    """The plain call is so unsure of loud noise that it samples, and says something else each time."""
    clip = samples_of(shared / "audio" / "wd_test.opus")
    loud = a_wave(tmp_path / "loud.wav", clip * 0.3 + noise(len(clip) / RATE)[: len(clip)])

    assert read(recogniser, shared / "audio" / "wd_test.opus", Span(start=0.0, end=22.0))
    assert read(recogniser, loud, Span(start=0.0, end=22.0)) is None


@needs_model
def test_what_is_said_outside_of_speech_is_not_believed(recogniser: Recogniser, shared: Path):
    """A segment where the voice detector found nobody is an invention."""
    file = shared / "audio" / "jfk_inaugural.mp3"

    assert read(recogniser, file, Span(start=0.5, end=10.5))
    assert read(recogniser, file, Span(start=11.5, end=14.0)) is None


@needs_model
def test_longer_than_the_model_hears(shared: Path):
    """A file whose length was stated wrongly is heard in windows, as others are."""
    speech = Span(start=0.0, end=20.0)
    window = Window(start=0.0, end=60.0, pieces=(speech,), speech=(speech,))

    assert whole_excerpt(Sound(shared / "audio" / "wk_ted_60.m4a"), window) is None


@needs_model
def test_hot_words_reach_the_plain_call(whisper: Whisper, shared: Path):
    """A name that the model does not know is written as the producer spells it."""
    file = shared / "audio" / "fw_hotwords.mp3"
    without = " ".join(word.text for word in words_of(whisper, file))
    told = " ".join(word.text for word in words_of(whisper, file, ["ComfyUI", "Sonnet"]))

    assert told != without
