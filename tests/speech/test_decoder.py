"""Our decoder beside CTranslate2's, on a real model and real speech."""

from __future__ import annotations

import logging
import platform
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from faster_whisper.feature_extractor import FeatureExtractor

from episodes.speech import recogniser as recognisers
from episodes.speech.attempts import Listener
from episodes.speech.audio import Samples, Sound
from episodes.speech.features import log_mel
from episodes.speech.languages import Languages
from episodes.speech.listening import Excerpt
from episodes.speech.models import find_model
from episodes.speech.own_decoder import own_decoder
from episodes.speech.recogniser import Manner, Recogniser
from episodes.speech.tuning import Tuning
from episodes.speech.voice import Span
from episodes.speech.windows import Window

SAMPLE = Path(recognisers.__file__).parents[1] / "demo" / "episode.mp3"
LENGTH = 28  #: seconds of a window


@pytest.fixture(scope="module")
def ours() -> Recogniser:
    return Recogniser(model=find_model("tiny.en"), tuning=Tuning(), device="cpu")


@pytest.fixture(scope="module")
def theirs() -> Recogniser:
    made = Recogniser(model=find_model("tiny.en"), tuning=Tuning(), device="cpu")
    made._decoder = None
    return made


@pytest.fixture(scope="module")
def windows() -> list[Samples]:
    samples = np.concatenate(list(Sound(SAMPLE).pieces()))
    size = LENGTH * 16_000
    return [samples[at : at + size] for at in range(0, len(samples) - size // 2, size)][:4]


def read(recogniser: Recogniser, sound: Samples, manner: Manner, hotwords: Sequence[int] = ()) -> Any:
    encoded = recogniser.encode([sound], 29.44)
    return recogniser.read(encoded, [len(sound) / 16_000], manner, "en", hotwords)[0]


def test_it_is_used_where_it_was_measured(ours: Recogniser, theirs: Recogniser) -> None:
    if platform.machine() not in {"x86_64", "AMD64"}:
        pytest.skip("another processor than x86: CTranslate2's decoder is used")
    assert ours._decoder
    assert not theirs._decoder


def test_the_smallest_models_search_with_one_hypothesis_more(ours: Recogniser) -> None:
    """tiny.en's decoder is as wide as `tiny_width`; for a limit below it, it is none of the smallest."""
    larger = Recogniser(model=find_model("tiny.en"), tuning=replace(Tuning(), tiny_width=383), device="cpu")

    assert (ours.first_beam, larger.first_beam) == (3, 2)


def test_windows_are_heard_with_that_beam(windows: list[Samples]) -> None:
    """Whatever else is tried afterwards, the first search of a window is as wide as the recogniser says."""
    asked: list[Manner] = []

    class Noting(Recogniser):
        def read(self, encoded: Any, lengths: Any, manner: Manner, *more: Any) -> list[Any]:
            asked.append(manner)
            return super().read(encoded, lengths, manner, *more)

    noting = Noting(model=find_model("tiny.en"), tuning=Tuning(), device="cpu")
    listener = Listener(noting, noting.tuning, Languages(asked="en"), [])
    span = Span(start=0.0, end=len(windows[0]) / 16_000)
    window = Window(start=0.0, end=span.end, pieces=(span,), speech=(span,))

    listener.hear([Excerpt(window=window, samples=windows[0])], lambda: None)

    assert (asked[0].beam, asked[0].wider) == (3, 5)


@pytest.mark.parametrize("beam", [1, 2, 5])
def test_both_decoders_hear_the_same(ours: Recogniser, theirs: Recogniser, windows: list[Samples], beam: int) -> None:
    """Not to the letter: both round, each in its way. A word may differ, the text may not."""
    for sound in windows:
        mine, other = read(ours, sound, Manner(beam=beam)), read(theirs, sound, Manner(beam=beam))

        assert mine.probability == pytest.approx(other.probability, abs=0.05)
        assert mine.silence == pytest.approx(other.silence, abs=0.05)
        assert mine.ended
        assert mine.words
        assert len(set(mine.text.split()) ^ set(other.text.split())) <= 4


@pytest.mark.parametrize("beam", [1, 2])
def test_no_text_begins_with_its_end(ours: Recogniser, theirs: Recogniser, beam: int) -> None:
    """Where nobody speaks the model is to say what it would; that it is improbable is judged afterwards."""
    mine, other = (read(one, np.zeros(160_000, dtype=np.float32), Manner(beam=beam)) for one in (ours, theirs))

    assert mine.text == other.text != ""
    assert mine.silence == pytest.approx(other.silence, abs=0.05)


def test_words_have_the_times_that_a_second_pass_would_find(
    ours: Recogniser, theirs: Recogniser, windows: list[Samples]
) -> None:
    """The search's own attention against CTranslate2's alignment of the same text."""
    differences = list[float]()
    for sound in windows:
        mine, other = read(ours, sound, Manner(beam=2)), read(theirs, sound, Manner(beam=2))
        theirs_at = {(word.text, place): word for place, word in enumerate(other.words)}
        for place, word in enumerate(mine.words):
            if found := theirs_at.get((word.text, place)):
                differences += [abs(word.start - found.start), abs(word.end - found.end)]
        starts = [word.start for word in mine.words]
        assert starts == sorted(starts)
        assert starts[0] >= 0
        assert mine.words[-1].end <= len(sound) / 16_000
        assert all(0 < word.probability <= 1 for word in mine.words)

    assert len(differences) > 200
    assert np.mean(differences) < 0.02
    assert np.quantile(differences, 0.99) < 0.25


def test_the_prompt_is_heard(ours: Recogniser, theirs: Recogniser, windows: list[Samples]) -> None:
    hotwords = ours.tokenizer("en").encode(" Whisper, Mercouris, Christoforou, podcast")
    mine, other = (read(one, windows[0], Manner(beam=2), hotwords) for one in (ours, theirs))

    assert mine.probability == pytest.approx(other.probability, abs=0.05)
    assert mine.silence == pytest.approx(other.silence, abs=0.05)


def test_a_text_that_never_ends_is_cut_off(windows: list[Samples]) -> None:
    terse = Recogniser(model=find_model("tiny.en"), tuning=replace(Tuning(), tokens_a_second=0.0), device="cpu")
    reading = read(terse, windows[0], Manner(beam=2))

    assert not reading.ended
    assert reading.text


def test_a_search_that_goes_in_circles_is_stopped(ours: Recogniser, windows: list[Samples]) -> None:
    """A name said sixty times: the model would say it to the limit of tokens, and that can be told early."""
    name = next(word for word in read(ours, windows[0], Manner(beam=2)).words if "Brooks" in word.text)
    said = windows[0][int(name.start * 16_000) : int((name.end + 0.08) * 16_000)]
    reading = read(ours, np.tile(said, 60)[: LENGTH * 16_000], Manner(beam=2))

    assert not reading.ended
    assert 10 < reading.text.count("Brooks") <= 30


def test_what_follows_a_token_is_what_the_search_sees(ours: Recogniser, windows: list[Samples]) -> None:
    """Languages are read off the logits behind the first token, where silence is told too."""
    decoder, signs = ours._decoder, ours._signs
    assert decoder
    encoded = ours.encode([windows[0], np.zeros(160_000, dtype=np.float32)], 29.44)
    for place in (0, 1):
        logits = decoder.after(encoded.memories[place], ours.tokenizer("en").sot, signs)
        told = np.exp(logits[signs.silence] - np.logaddexp.reduce(logits))
        found = ours._search(encoded.part([place]), Manner(beam=2), ours.tokenizer("en"), ())[0]

        assert told == pytest.approx(found.silence, abs=0.02)


def test_what_is_heard_depends_on_nothing_heard_beside_it(ours: Recogniser, windows: list[Samples]) -> None:
    alone = [read(ours, sound, Manner(beam=2, wider=5)) for sound in windows]
    with ThreadPoolExecutor(3) as pool:
        beside = list(pool.map(lambda sound: read(ours, sound, Manner(beam=2, wider=5)), windows * 3))

    assert beside == alone * 3


@pytest.mark.parametrize(
    ("content", "why"),
    [(b"\x05\0\0\0 an older layout", "has layout 5"), (b"\x06\0\0", "error("), (b"", "ValueError")],
)
def test_a_model_that_we_cannot_read_is_left_to_ctranslate2(
    content: bytes, why: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever asks for more, with `-v`, is told why it takes longer."""
    model = find_model("tiny.en")
    (tmp_path / "model.bin").write_bytes(content)

    with caplog.at_level(logging.INFO, "episodes"):
        assert own_decoder(replace(model, folder=tmp_path), 1) is None

    assert "CTranslate2's slower decoder is used" in caplog.text
    assert why in caplog.text


def test_a_graph_that_fails_is_a_failure_of_the_model(ours: Recogniser) -> None:
    """Which ends in words and not in a traceback."""
    assert ours._decoder
    with pytest.raises(RuntimeError):
        ours._decoder.listen(np.zeros((1, 32, 7), dtype=np.float32))


@pytest.mark.parametrize("bands", [80, 128])
def test_features_are_those_of_whisper(windows: list[Samples], bands: int) -> None:
    theirs = FeatureExtractor(feature_size=bands)(windows[0], padding=160)
    ours = log_mel(windows[0], theirs.shape[1] // 2 * 2, bands)

    assert np.abs(ours[:, :2700] - theirs[:, :2700]).max() < 1e-4
