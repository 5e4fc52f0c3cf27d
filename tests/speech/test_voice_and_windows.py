"""Speech is found, packed into windows, and nothing of it is lost between them."""

from __future__ import annotations

import itertools
import logging
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes.speech import voice as voices
from episodes.speech.audio import RATE, Sound
from episodes.speech.tuning import Tuning
from episodes.speech.voice import ERA, SECONDS, STEP, Span, Voice, _session, find_spans
from episodes.speech.voice_graph import voice_graph
from episodes.speech.windows import Window, next_window


def all_windows(spans: list[Span], now: float, tuning: Tuning) -> list[Window]:
    """Cut as the engine does once everything is decoded."""
    chances = np.zeros(int(now / SECONDS) + 2)
    windows: list[Window] = []
    since = 0.0
    while True:
        rest = [Span(start=max(since, span.start), end=span.end) for span in spans if span.end > since + 0.01]
        first = int(since / SECONDS)
        window = next_window(rest, since, now, chances[first:], tuning, last=True)
        if not window:
            return windows
        windows.append(window)
        since = window.end


@st.composite
def rows_of_speech(draw: st.DrawFn) -> list[Span]:
    at, spans = 0.0, []
    for pause, length in draw(st.lists(st.tuples(st.floats(0.15, 12), st.floats(0.1, 70)), min_size=1, max_size=25)):
        spans.append(Span(start=round(at + pause, 3), end=round(at + pause + length, 3)))
        at = spans[-1].end
    return spans


@settings(max_examples=60, deadline=None)
@given(rows_of_speech(), st.sampled_from([Tuning(), Tuning(shortest=8.0, longest=15.0, whole=15.5)]))
def test_windows_hold_all_speech_once_and_fit_the_model(spans: list[Span], tuning: Tuning):
    """Every second of speech is in exactly one window, and no window is longer than the model hears."""
    windows = all_windows(spans, spans[-1].end + 3.0, tuning)

    assert sum(window.spoken for window in windows) == pytest.approx(sum(span.length for span in spans), abs=0.05)
    assert all(window.length <= tuning.whole + 0.1 for window in windows)
    assert all(one.end <= two.start + 1e-6 for one, two in itertools.pairwise(windows))


def test_a_long_pause_parts_two_windows():
    """What is said a minute apart is not heard as one."""
    windows = all_windows([Span(start=1, end=9), Span(start=70, end=80)], 82.0, Tuning())

    assert [window.speech for window in windows] == [(Span(start=1, end=9),), (Span(start=70, end=80),)]


def test_more_is_awaited_while_a_window_could_still_grow():
    """A window is not closed before it is known where its last pause ends."""
    spans = [Span(start=0.5, end=5.0)]

    assert next_window(spans, 0.0, 6.0, np.zeros(200), Tuning(), last=False) is None
    assert next_window(spans, 0.0, 6.0, np.zeros(200), Tuning(), last=True) is not None


def test_short_breaks_do_not_end_speech():
    """A stop consonant is not a pause."""
    chances = [0.0] * 3 + [0.9] * 10 + [0.1] * 2 + [0.9] * 10 + [0.0] * 10

    assert len(find_spans(chances, 0.0, Tuning())) == 1


def test_voice_in_pieces_equals_voice_at_once():
    """The detector's memory is carried from piece to piece."""
    sound = np.random.default_rng(1).standard_normal(16_000 * 4).astype(np.float32) * 0.1
    whole, parts = Voice(), Voice()
    at_once = whole.probabilities(sound, last=True)
    pieces = np.concatenate([parts.probabilities(sound[:30_001]), parts.probabilities(sound[30_001:], last=True)])

    assert np.allclose(at_once, pieces, atol=1e-5)


def by_telephone(sound: np.ndarray) -> np.ndarray:
    """What a telephone leaves: 300 to 3,400 Hz."""
    spectrum, hertz = np.fft.rfft(sound), np.fft.rfftfreq(len(sound), 1 / RATE)
    return np.fft.irfft(np.where((hertz < 300) | (hertz > 3_400), 0, spectrum), len(sound)).astype(np.float32)


def spoken(sound: np.ndarray) -> np.ndarray:
    """Step by step whether somebody speaks."""
    chances = Voice().probabilities(sound, last=True)
    said = np.zeros(len(chances), dtype=bool)
    for span in find_spans(chances, 0.0, Tuning()):
        said[round(span.start / SECONDS) : round(span.end / SECONDS)] = True
    return said


@pytest.mark.parametrize("name", ["gcp_commercial_mono.wav", "librivox_sense.flac", "wk_ted_60.m4a"])
def test_a_guest_on_the_telephone_is_heard(shared: Path, name: str) -> None:
    """Behind a host, nearly all speech is found that is found of the guest in full sound, and no pause is filled."""
    host, guest = (
        np.concatenate(list(Sound(shared / "audio" / file).pieces())) for file in ("jfk_inaugural.mp3", name)
    )
    whole, thin = (spoken(np.concatenate([host, one]))[len(host) // STEP :] for one in (guest, by_telephone(guest)))

    assert (whole & thin).sum() > 0.94 * whole.sum()
    assert thin.sum() < 1.1 * whole.sum()


@pytest.mark.parametrize("hertz", [(440.0,), (500.0, 630.0, 750.0), ()])
def test_no_voice_is_made_of_tones_and_noise(hertz: tuple[float, ...]) -> None:
    """Tones of a telephone, chords and hiss without deep tones do not become speech with them."""
    times, chance = np.arange(20 * RATE) / RATE, np.random.default_rng(3)
    tones = sum((np.sin(2 * np.pi * one * times) for one in hertz), 0.1 * chance.standard_normal(len(times)))
    on_and_off = np.where(times % 1 < 0.6, 0.1 * tones, 0)

    assert not spoken(by_telephone(on_and_off)).any()


@pytest.fixture(scope="module")
def hiss() -> np.ndarray:
    return np.random.default_rng(5).standard_normal((ERA + 1_500) * STEP).astype(np.float32) * 0.1


@pytest.fixture(scope="module")
def heard(hiss: np.ndarray) -> np.ndarray:
    """What a voice hears that never stopped."""
    return Voice().probabilities(hiss)


@pytest.mark.parametrize("step", [ERA - 1, ERA, ERA + 700])
def test_going_on_hears_the_same_voice(hiss: np.ndarray, heard: np.ndarray, step: int):
    """From any time on, whoever began to listen shortly before hears to the letter what one hears who never stopped."""
    begin = Voice.beginning_before(step)

    rest = Voice(begin).probabilities(hiss[begin * STEP :])

    assert np.array_equal(heard[step:], rest[step - begin :])


def test_the_voice_detector_is_silero_s_own() -> None:
    """The same probabilities as from the file that faster-whisper brings, whose network ours is written after."""
    from faster_whisper.vad import get_vad_model

    own, theirs = _session(), get_vad_model().session
    assert [one.name for one in own.get_outputs()] == ["speech", "hn", "cn"], (
        "another detector: faster-whisper's is used"
    )
    steps = np.random.default_rng(5).normal(scale=0.2, size=(300, 576)).astype(np.float32)
    steps[100:200] *= np.sin(np.arange(576) / 9).astype(np.float32)
    steps[250:] = 0
    given_in = {"input": steps, "h": np.zeros((1, 1, 128), np.float32), "c": np.ones((1, 1, 128), np.float32)}

    for mine, other in zip(own.run(None, given_in), theirs.run(None, given_in), strict=True):
        np.testing.assert_allclose(mine, other, rtol=1e-3, atol=1e-3)


@pytest.mark.parametrize("content", [b"", b"something else"])
def test_another_detector_is_run_as_faster_whisper_runs_it(
    content: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """Ours is written after one file; whatever is wrong with another, speech is still found, and the log says so."""
    other = tmp_path / "silero_vad.onnx"
    other.write_bytes(content)
    monkeypatch.setattr(voices, "voice_graph", lambda _: voice_graph(other))
    _session.cache_clear()
    caplog.set_level(logging.INFO, "episodes")
    try:
        assert [one.name for one in _session().get_outputs()] != ["speech", "hn", "cn"]
        assert Voice().probabilities(np.zeros(16_000, dtype=np.float32), last=True).max() < 0.5
        assert "faster-whisper's slower voice detector is used" in caplog.text
    finally:
        _session.cache_clear()


@pytest.mark.parametrize(("end", "count"), [(29.0, 1), (29.3, 2)])
def test_speech_that_whisper_can_hear_at_once_is_not_cut(end: float, count: int) -> None:
    """A pause is no reason to, where all there is fits with its padding into the encoder's thirty seconds."""
    spans = [Span(start=0.0, end=20.0), Span(start=20.4, end=end)]

    assert len(all_windows(spans, end + 5, Tuning())) == count
