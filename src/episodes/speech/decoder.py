"""The search for what was said: Whisper's decoder in ONNX Runtime, one sound at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.speech.decoder_graphs import Shape, memory_graph, step_graph
from episodes.speech.graph import session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from episodes.speech.weights import Weights


@dataclass(frozen=True, kw_only=True)
class Found:
    """The best hypothesis: its tokens without the end's, their mean log-probability with it, and that of silence."""

    tokens: list[int]
    probability: float
    silence: float


@dataclass(frozen=True)
class Hypothesis:
    """What is being said, perhaps: its log-probability, whose past it goes on with, its tokens."""

    score: float
    parent: int
    tokens: list[int]


class Signs:
    """Tokens with a meaning.

    `end` ends a text, `silence` says that nobody speaks, `never` are not to be said, `not_first` not at the beginning.
    """

    def __init__(
        self, *, end: int, silence: int, never: Sequence[int], not_first: Sequence[int], vocabulary: int
    ) -> None:
        self.end, self.silence = end, silence
        #: What is added to the logits, at the first step and later.
        self.first, self.later = (
            _value(_forbidding([*never, *more], vocabulary)) for more in (list(not_first), list[int]())
        )


class Decoder:
    """One model's decoder; safe to call from several threads."""

    def __init__(self, weights: Weights, *, threads: int = 1) -> None:
        """Load it; raises ValueError or KeyError for a model that is laid out in another way."""
        self._weights, self._shape = weights, Shape.of(weights)
        self._places = weights.array("decoder/position_encodings/encodings")
        self._listening = session(memory_graph(weights), threads)
        self._stepping = session(step_graph(weights), threads)

    @property
    def vocabulary(self) -> int:
        return self._shape.vocabulary

    def listen(self, encoded: NDArray[np.float32]) -> dict[str, Any]:
        """What the search needs of one sound, from the encoder's output [1, frames, width]."""
        kept = _run(self._listening, self._shape.memory, {"sound": _value(encoded)})
        return dict(zip(self._shape.memory, kept, strict=True))

    def search(
        self, memory: dict[str, Any], prompt: Sequence[int], start: int, signs: Signs, *, beam: int, most: int
    ) -> Found:
        """Beam search as CTranslate2's `src/decoding.cc` does it: as many hypotheses must end as the beam is wide.

        `start` is the place in the prompt of the token that begins the transcript, where the model says whether
        anybody speaks. At most `most` tokens.
        """
        always = {**memory, "count": _value(np.array([2 * beam], dtype=np.int64))}
        nothing = _value(np.zeros((1, self._shape.heads, 0, self._shape.head), dtype=np.float32))
        past = dict.fromkeys(self._shape.past, nothing)
        alive, ended = [Hypothesis(0.0, 0, [])], list[Hypothesis]()
        rows, place, wanted, silence = [prompt], 0, [start, len(prompt) - 1], 0.0
        for length in range(1, most + 1):
            given = {
                "tokens": self._embedded(rows, place),
                "parents": _value(np.array([one.parent for one in alive], dtype=np.int64)),
                "scores": _value(np.array([[one.score] for one in alive], dtype=np.float32)),
                "wanted": _value(np.array(wanted, dtype=np.int64)),
                "added": signs.first if length == 1 else signs.later,
            }
            best, places, *present = self._step({**given, **past, **always}, look=length == 1)
            if length == 1:
                silence = _chance(present.pop().numpy()[0, 0], signs.silence)
            candidates = self._candidates(alive, best.numpy().tolist(), places.numpy().tolist())
            alive = _continued(candidates, beam, signs.end, ended, last=length == most)
            if len(ended) >= beam:
                break
            past = dict(zip(self._shape.past, present, strict=True))
            place += len(rows[0])
            rows, wanted = [one.tokens[-1:] for one in alive], [0]
        return _best(ended, signs.end, silence)

    def _step(self, given: dict[str, Any], *, look: bool) -> list[Any]:
        outputs = ["best", "places", *self._shape.present, *(["logits"] if look else [])]
        return _run(self._stepping, outputs, given)

    def _candidates(self, alive: list[Hypothesis], scores: list[float], places: list[int]) -> list[Hypothesis]:
        parents = [divmod(place, self._shape.vocabulary) for place in places]
        return [
            Hypothesis(score, parent, [*alive[parent].tokens, token])
            for score, (parent, token) in zip(scores, parents, strict=True)
        ]

    def _embedded(self, rows: Sequence[Sequence[int]], place: int) -> Any:
        """Tokens of equally long rows as the decoder takes them, the first of each at `place`."""
        tokens = np.array(rows)
        values = self._weights.array("decoder/embeddings/weight", tokens)
        return _value(values + self._places[place : place + tokens.shape[1]])


def _continued(
    candidates: list[Hypothesis], beam: int, end: int, ended: list[Hypothesis], *, last: bool
) -> list[Hypothesis]:
    """The hypotheses to go on with; those of the best that end go to `ended`, others take their places."""
    others = iter([one for one in candidates[beam:] if one.tokens[-1] != end])
    alive = []
    for one in candidates[:beam]:
        if last or one.tokens[-1] == end:
            ended.append(one)
            alive.append(next(others, one))
        else:
            alive.append(one)
    return alive


def _best(ended: list[Hypothesis], end: int, silence: float) -> Found:
    """The hypothesis whose tokens, without that of the end, are the most probable on the average."""

    def said(one: Hypothesis) -> list[int]:
        return one.tokens[:-1] if one.tokens[-1] == end else one.tokens

    best = max(ended, key=lambda one: one.score / max(1, len(said(one))))
    return Found(tokens=said(best), probability=best.score / (len(said(best)) + 1), silence=silence)


def _run(session: Any, outputs: Sequence[str], given: dict[str, Any]) -> list[Any]:
    """Run a graph; raises RuntimeError, as CTranslate2 does: the runtime's own errors are nothing but exceptions."""
    try:
        return list(session.run_with_ort_values(outputs, given))
    except Exception as error:
        raise RuntimeError(str(error)) from error


def _forbidding(tokens: Sequence[int], vocabulary: int) -> NDArray[np.float32]:
    added = np.zeros(vocabulary, dtype=np.float32)
    added[list(tokens)] = -np.inf
    return added


def _value(array: NDArray[Any]) -> Any:
    import onnxruntime

    return onnxruntime.OrtValue.ortvalue_from_numpy(np.ascontiguousarray(array))


def _chance(logits: NDArray[np.float32], token: int) -> float:
    return float(np.exp(logits[token] - np.logaddexp.reduce(logits)))
