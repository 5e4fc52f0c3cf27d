"""Recordings of one window: what faster-whisper's own call says, where nothing speaks against it."""

from __future__ import annotations

import itertools
from pathlib import Path

import numpy as np
import pytest

from episodes.core.transcript import Word
from episodes.speech.models import find_model
from episodes.speech.whisper import Whisper

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
    assert all(0 <= word.start <= word.end <= len(samples_of(file)) / 16_000 for word in words)
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


@needs_model
def test_a_drawn_text_is_not_taken(whisper: Whisper, shared: Path, tmp_path: Path):
    """Where the plain call is so unsure that it draws lots, two runs would differ; ours never do."""
    clip = samples_of(shared / "audio" / "wd_test.opus")
    loud = a_wave(tmp_path / "loud.wav", np.clip(clip * 0.3 + 0.2 * noise(len(clip) / 16_000) / 0.05, -1, 1))
    runs = {tuple(word.text for word in words_of(whisper, loud)) for _ in range(3)}

    assert len(runs) == 1


@needs_model
def test_hot_words_reach_the_plain_call(whisper: Whisper, shared: Path):
    """A name that the model does not know is written as the producer spells it."""
    file = shared / "audio" / "fw_hotwords.mp3"
    without = " ".join(word.text for word in words_of(whisper, file))
    told = " ".join(word.text for word in words_of(whisper, file, ["ComfyUI", "Sonnet"]))

    assert told != without
