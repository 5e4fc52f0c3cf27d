"""A Whisper model at work: batches of sound in, text with word times and its own doubt out."""

from __future__ import annotations

import platform
import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.speech.allocation import tune_allocator
from episodes.speech.audio import RATE
from episodes.speech.decoder import Decoder, Found, Signs
from episodes.speech.features import FRAMES_A_SECOND, log_mel
from episodes.speech.processor import prefer_wide_vectors, usable_cores
from episodes.speech.weights import Weights
from episodes.speech.words import TOKEN_FRAMES_A_SECOND, TimedWord, align_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from episodes.speech.audio import Samples
    from episodes.speech.models import Model
    from episodes.speech.tuning import Tuning

FULL = 30.0  #: seconds that Whisper was trained on
SMOOTHING = 3  #: frames of the alignment's median filter; 7, the usual width, moves no word and costs twice
LARGEST = 250_000_000  #: weights of a decoder that is held twice, by CTranslate2 and by us; small has 154 million
MOST_TOKENS = 224  #: half of the decoder's memory: more is never asked for


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the model made of one window's sound; times in seconds of that sound."""

    text: str
    words: tuple[TimedWord, ...] = ()
    probability: float = 0.0  #: mean log-probability of the tokens
    silence: float = 0.0  #: the model's own probability that nobody speaks
    language: str = "en"
    how: str = "window"
    ended: bool = True  #: False: stopped by the limit on tokens

    @property
    def compression(self) -> float:
        """How well the text packs; repetition packs well."""
        data = self.text.encode()
        return len(data) / len(zlib.compress(data)) if data else 0.0


@dataclass(frozen=True, kw_only=True)
class Manner:
    """How to listen: with the model's time marks or without, how warm, how wide a search."""

    marks: bool = False
    temperature: float = 0.0
    beam: int = 5
    wider: int = 0  #: beam for those sounds that the first search leaves unsure; 0: none
    name: str = "window"


@dataclass(frozen=True, kw_only=True)
class Workers:
    """How many batches run at once, with how many threads each."""

    count: int
    threads: int

    @classmethod
    def of_cores(cls, cores: int, *, large: bool = False) -> Workers:
        """Many workers of one thread beat one of many, until memory bandwidth is the limit.

        >>> [Workers.of_cores(cores).count for cores in (1, 2, 8, 32)]
        [1, 2, 8, 8]
        """
        count = max(1, min(cores, 4 if large else 8))
        return cls(count=count, threads=max(1, cores // count))


@dataclass
class Recogniser:
    """One loaded model, shared by all episodes and safe to call from several threads."""

    model: Model
    tuning: Tuning
    device: str = "auto"
    threads: int = 0
    workers: Workers = field(init=False)

    def __post_init__(self) -> None:
        import ctranslate2
        import faster_whisper  # noqa: F401 - here, where no other thread of ours imports parts of it
        import tokenizers

        tune_allocator()
        prefer_wide_vectors()
        gpu = self.device != "cpu" and ctranslate2.get_cuda_device_count() > 0
        cores = self.threads or usable_cores()
        self.workers = Workers(count=2, threads=1) if gpu else Workers.of_cores(cores, large=self.model.size > 1e9)
        self.gpu = gpu
        self._vocabulary: Any = tokenizers.Tokenizer.from_file(str(self.model.folder / "tokenizer.json"))
        self._tokenizers: dict[str, Any] = {}
        with ThreadPoolExecutor(1, "loader") as beside:
            own = beside.submit(_own_decoder, self.model, self.workers.threads) if not gpu else None
            self._whisper: Any = ctranslate2.models.Whisper(
                str(self.model.folder),
                device="cuda" if gpu else "cpu",
                compute_type=_compute_type(gpu),
                inter_threads=self.workers.count,
                intra_threads=self.workers.threads,
            )
            self._decoder = own.result() if own else None

    @property
    def multilingual(self) -> bool:
        return bool(self._whisper.is_multilingual)

    @cached_property
    def _suppressed(self) -> list[int]:
        from faster_whisper.transcribe import get_suppressed_tokens

        return list(get_suppressed_tokens(self.tokenizer("en"), [-1]))

    @cached_property
    def _signs(self) -> Signs:
        assert self._decoder  # nobody else asks
        tokenizer = self.tokenizer("en")
        return Signs(
            end=tokenizer.eot,
            silence=tokenizer.no_speech,
            never=self._suppressed,
            not_first=[*tokenizer.encode(" "), tokenizer.eot],  # as CTranslate2's `suppress_blank`
            vocabulary=self._decoder.vocabulary,
        )

    def tokenizer(self, language: str) -> Any:
        """The tokenizer with a language's marks; raises ValueError for a language that Whisper does not know."""
        from faster_whisper.tokenizer import Tokenizer

        if language not in self._tokenizers:
            self._tokenizers[language] = Tokenizer(
                self._vocabulary, self.multilingual, task="transcribe", language=language
            )
        return self._tokenizers[language]

    @property
    def batch(self) -> int:
        """Windows heard at once by a worker. On a CPU one: of more, each token costs little less, a kill much more."""
        return 16 if self.gpu else 1

    def filled(self, length: float) -> float:
        """The encoder's length for a window of so many seconds; on a GPU all have the same, whoever shares a batch."""
        return FULL if self.gpu else self.tuning.filled(length)

    def encode(self, sounds: Sequence[Samples], seconds: float) -> Any:
        """Run the encoder over sounds, each filled up with silence to `seconds`."""
        frames = 2 * round(seconds * FRAMES_A_SECOND / 2)
        features = [log_mel(sound, frames, self._whisper.n_mels)[None] for sound in sounds]
        return self._whisper.encode(self.view(np.concatenate(features)))

    @staticmethod
    def view(rows: Any) -> Any:
        """An array as the model's own kind."""
        import ctranslate2

        return ctranslate2.StorageView.from_array(np.ascontiguousarray(rows))

    def languages(self, encoded: Any) -> list[dict[str, float]]:
        """Probability of each language, for each sound of an encoded batch."""
        found = self._whisper.detect_language(encoded)
        return [{mark[2:-2]: float(probability) for mark, probability in listed} for listed in found]

    def read(
        self, encoded: Any, lengths: Sequence[float], manner: Manner, language: str, hotwords: Sequence[int] = ()
    ) -> list[Reading]:
        """Turn an encoded batch into text with word times."""
        tokenizer = self.tokenizer(language)
        results = self._search(encoded, manner, tokenizer, hotwords)
        tokens = [[token for token in result.tokens if token < tokenizer.eot] for result in results]
        words = self._align(encoded, lengths, tokens, tokenizer)
        return [
            Reading(
                text=tokenizer.decode(kept).strip(),
                words=timed,
                probability=result.probability,
                silence=result.silence,
                language=language,
                how=manner.name,
                ended=len(result.tokens) < self._limit(encoded) - 1,
            )
            for result, kept, timed in zip(results, tokens, words, strict=True)
        ]

    def _search(self, encoded: Any, manner: Manner, tokenizer: Any, hotwords: Sequence[int]) -> list[Found]:
        """One result a sound: of the narrow search where it is sure of itself, else of the wide one."""
        prompt = [*([tokenizer.sot_prev, *hotwords] if hotwords else []), *tokenizer.sot_sequence]
        if not manner.marks:
            prompt.append(tokenizer.no_timestamps)
        if self._decoder and not (manner.marks or manner.temperature):
            return [self._search_one(self._decoder, sound, manner, prompt) for sound in np.array(encoded)]
        results = self._generate(encoded, manner, prompt)
        unsure = [index for index, found in enumerate(results) if found.probability < self.tuning.sure]
        if not (manner.wider and unsure):
            return results
        part = encoded if len(unsure) == len(results) else self.view(np.array(encoded)[unsure])
        again = self._generate(part, replace(manner, beam=manner.wider), prompt)
        for index, found in zip(unsure, again, strict=True):
            results[index] = found
        return results

    def _search_one(self, decoder: Decoder, sound: Samples, manner: Manner, prompt: list[int]) -> Found:
        memory, start = decoder.listen(sound[None]), prompt.index(self.tokenizer("en").sot)
        search = partial(decoder.search, memory, prompt, start, self._signs, most=self._limit(sound[None]))
        found = search(beam=manner.beam)
        return search(beam=manner.wider) if manner.wider and found.probability < self.tuning.sure else found

    def _generate(self, encoded: Any, manner: Manner, prompt: list[int]) -> list[Found]:
        search = (
            {"beam_size": 1, "num_hypotheses": 5, "sampling_topk": 0, "sampling_temperature": manner.temperature}
            if manner.temperature
            else {"beam_size": manner.beam}
        )
        results = self._whisper.generate(
            encoded,
            [prompt] * encoded.shape[0],
            return_scores=True,
            return_no_speech_prob=True,
            suppress_tokens=self._suppressed,
            max_length=2 * self._limit(encoded),  # CTranslate2 generates half of it at most
            **search,
        )
        return [
            Found(
                tokens=list(result.sequences_ids[0]),
                probability=_mean_probability(result),
                silence=float(result.no_speech_prob),
            )
            for result in results
        ]

    def _limit(self, encoded: Any) -> int:
        """Tokens that fit into so much sound; not the windows' own length, which the batch would mix up."""
        seconds = encoded.shape[1] / TOKEN_FRAMES_A_SECOND
        return min(MOST_TOKENS, int(24 + self.tuning.tokens_a_second * seconds))

    def _align(
        self, encoded: Any, lengths: Sequence[float], tokens: list[list[int]], tokenizer: Any
    ) -> list[tuple[TimedWord, ...]]:
        if not any(tokens):
            return [() for _ in tokens]
        frames = [max(2, round(length * FRAMES_A_SECOND)) for length in lengths]
        texts = [kept or [tokenizer.encode(" .")[0]] for kept in tokens]
        found = self._whisper.align(encoded, tokenizer.sot_sequence, texts, frames, median_filter_width=SMOOTHING)
        return [
            align_words(alignment, kept, tokenizer) if kept else ()
            for alignment, kept in zip(found, tokens, strict=True)
        ]


def seconds_of(samples: Samples) -> float:
    return len(samples) / RATE


def _own_decoder(model: Model, threads: int) -> Decoder | None:
    """Our decoder for a model; None where CTranslate2's is to be used.

    That lays the matrices out for the processor anew at each step of the search, which takes longer than to multiply
    by them. Not measured, and so left: other processors than x86, and models whose decoder is so large that we would
    not want it in memory twice.
    """
    if platform.machine() not in {"x86_64", "AMD64"}:
        return None
    try:
        weights = Weights(model.folder / "model.bin")
        return Decoder(weights, threads=threads) if weights.size("decoder/") <= LARGEST else None
    except Exception:  # noqa: BLE001 - of whatever kind: there is another decoder
        return None


def _mean_probability(result: Any) -> float:
    count = len(result.sequences_ids[0])
    return float(result.scores[0]) * count / (count + 1)


def _compute_type(gpu: bool) -> str:
    return "float16" if gpu else "int8"
