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


NOTHING = -1  #: the token of a hypothesis before anything is said
LOOKED_AT = 8  #: steps after which it is looked whether the search goes in circles
ROUNDS = 4  #: of a phrase that are circles, if they have
SAID = 40  #: tokens together,
PHRASE = 32  #: and the phrase not more than these


@dataclass(frozen=True, kw_only=True)
class Found:
    """The best hypothesis: its tokens without the end's, their mean log-probability with it, and that of silence."""

    tokens: list[int]
    probability: float
    silence: float
    ended: bool  #: False: stopped by the limit on tokens, or because it went in circles
    evidence: Evidence | None = None  #: how the tokens were come by; CTranslate2 does not tell


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What the tokens, and the end if it came, were taken from."""

    chances: list[float]  #: log-probability of each token
    attention: NDArray[np.float32]  #: [heads that align, prompt and tokens, frames], every row's sum being 1
    lead: int  #: rows of it that belong to the prompt


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What is being said, perhaps: one token more than `before`, chosen in a row of the step's results."""

    score: float  #: log-probability
    row: int
    token: int
    before: Hypothesis | None = None

    def path(self) -> list[Hypothesis]:
        """The hypotheses that led here, this one being the last; the first is what nothing was said before."""
        found, one = [], self
        while one.before:
            found.append(one)
            one = one.before
        return found[::-1]


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

    def __init__(self, weights: Weights, *, aligned: Sequence[tuple[int, int]], threads: int = 1) -> None:
        """Load it; raises ValueError or KeyError for a model that is laid out in another way.

        `aligned` are the heads, as layer and number, whose attention tells when a token is said.
        """
        self._weights, self._shape = weights, Shape.of(weights)
        self._places = weights.array("decoder/position_encodings/encodings")
        self._listening = session(memory_graph(weights), threads)
        self._stepping = session(step_graph(weights, aligned), threads)

    @property
    def vocabulary(self) -> int:
        return self._shape.vocabulary

    @property
    def width(self) -> int:
        return self._shape.width

    def listen(self, encoded: NDArray[np.float32]) -> dict[str, Any]:
        """What the search needs of one sound, from the encoder's output [1, frames, width]."""
        kept = _run(self._listening, self._shape.memory, {"sound": _value(encoded)})
        return dict(zip(self._shape.memory, kept, strict=True))

    def search(
        self, memory: dict[str, Any], prompt: Sequence[int], start: int, signs: Signs, *, beam: int, most: int
    ) -> Found:
        """Beam search as CTranslate2's `src/decoding.cc` does it: as many hypotheses must end as the beam is wide.

        Only that it is stopped, as at the limit, when the best hypothesis goes in circles: it would nearly always do so
        to the limit. `start` is the place in the prompt of the token that begins the transcript, where the model says
        whether anybody speaks. At most `most` tokens.
        """
        always = {**memory, "count": _value(np.array([2 * beam], dtype=np.int64))}
        past, place, rows = self._no_past(), 0, [prompt]
        alive, ended = [Hypothesis(0.0, 0, NOTHING)], list[Hypothesis]()
        attended, silence = list[Any](), 0.0
        for length in range(1, most + 1):
            first = length == 1
            given = self._given(rows, place, alive, [start, len(prompt) - 1] if first else [0])
            given |= {"added": signs.first if first else signs.later}
            best, places, attention, *present = self._step({**given, **past, **always}, look=first)
            if first:
                silence = _chance(present.pop().numpy()[0, 0], signs.silence)
            # A copy: memory of the runtime's that is held on to scatters the rest, and a step takes twice as long.
            attended.append(attention.numpy().copy())
            candidates = self._candidates(alive, best.numpy().tolist(), places.numpy().tolist())
            last = length == most or (length % LOOKED_AT == 0 and in_circles([one.token for one in alive[0].path()]))
            alive = _continued(candidates, beam, signs.end, ended, last=last)
            if last or len(ended) >= beam:
                break
            past = dict(zip(self._shape.past, present, strict=True))
            place += len(rows[0])
            rows = [[one.token] for one in alive]
        return _best(ended, signs.end, silence, attended, start)

    def after(self, memory: dict[str, Any], token: int, signs: Signs) -> NDArray[np.float32]:
        """Logits [vocabulary] of what follows a token at the beginning of a transcript."""
        given = self._given([[token]], 0, [Hypothesis(0.0, 0, NOTHING)], [0])
        given |= {"added": signs.later, "count": _value(np.ones(1, dtype=np.int64))}
        logits: NDArray[np.float32] = self._step({**given, **self._no_past(), **memory}, look=True)[-1].numpy()[0, 0]
        return logits

    def _given(
        self, rows: Sequence[Sequence[int]], place: int, alive: Sequence[Hypothesis], wanted: Sequence[int]
    ) -> dict[str, Any]:
        """What a step takes of the hypotheses: their new tokens, the first at `place`, whose past they go on with."""
        return {
            "tokens": self._embedded(rows, place),
            "parents": _value(np.array([one.row for one in alive], dtype=np.int64)),
            "scores": _value(np.array([[one.score] for one in alive], dtype=np.float32)),
            "wanted": _value(np.array(wanted, dtype=np.int64)),
        }

    def _no_past(self) -> dict[str, Any]:
        nothing = _value(np.zeros((1, self._shape.heads, 0, self._shape.head), dtype=np.float32))
        return dict.fromkeys(self._shape.past, nothing)

    def _step(self, given: dict[str, Any], *, look: bool) -> list[Any]:
        outputs = ["best", "places", "attention", *self._shape.present, *(["logits"] if look else [])]
        return _run(self._stepping, outputs, given)

    def _candidates(self, alive: list[Hypothesis], scores: list[float], places: list[int]) -> list[Hypothesis]:
        parents = [divmod(place, self._shape.vocabulary) for place in places]
        return [
            Hypothesis(score, parent, token, alive[parent])
            for score, (parent, token) in zip(scores, parents, strict=True)
        ]

    def _embedded(self, rows: Sequence[Sequence[int]], place: int) -> Any:
        """Tokens of equally long rows as the decoder takes them, the first of each at `place`."""
        tokens = np.array(rows)
        values = self._weights.array("decoder/embeddings/weight", tokens)
        return _value(values + self._places[place : place + tokens.shape[1]])


def in_circles(tokens: Sequence[int]) -> bool:
    """Whether a text ends with a phrase said again and again.

    >>> in_circles([7, 8] * 20), in_circles([7, 8] * 19), in_circles([*range(15)] * 4), in_circles([*range(20)] * 3)
    (True, False, True, False)
    """

    def says_again(length: int) -> bool:
        rounds = max(ROUNDS * length, SAID)
        return len(tokens) >= rounds and all(
            tokens[place] == tokens[place - length] for place in range(-1, length - rounds - 1, -1)
        )

    return any(says_again(length) for length in range(1, PHRASE + 1))


def _continued(
    candidates: list[Hypothesis], beam: int, end: int, ended: list[Hypothesis], *, last: bool
) -> list[Hypothesis]:
    """The hypotheses to go on with; those of the best that end go to `ended`, others take their places."""
    others = iter([one for one in candidates[beam:] if one.token != end])
    alive = []
    for one in candidates[:beam]:
        if last or one.token == end:
            ended.append(one)
            alive.append(next(others, one))
        else:
            alive.append(one)
    return alive


def _best(ended: list[Hypothesis], end: int, silence: float, attended: list[NDArray[np.float32]], start: int) -> Found:
    """The hypothesis whose tokens, without that of the end, are the most probable on the average."""
    paths = [one.path() for one in ended]

    def said(path: list[Hypothesis]) -> list[int]:
        return [one.token for one in path if one.token != end]

    best = max(paths, key=lambda path: path[-1].score / max(1, len(said(path))))
    rows = [attended[0][:, start:]]
    rows += [step[:, one.row, None] for step, one in zip(attended[1:], best[1:], strict=False)]
    scores = [0.0, *(one.score for one in best)]
    return Found(
        tokens=said(best),
        probability=best[-1].score / (len(said(best)) + 1),
        silence=silence,
        ended=best[-1].token == end,
        evidence=Evidence(
            chances=np.diff(scores).tolist(),
            attention=np.concatenate(rows, axis=1),
            lead=rows[0].shape[1] - 1,
        ),
    )


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
