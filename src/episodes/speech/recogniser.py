"""A Whisper model at work: batches of sound in, text with word times and its own doubt out."""

from __future__ import annotations

import zlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

import numpy as np

from episodes.speech.alignment import first_frames
from episodes.speech.allocation import tune_allocator
from episodes.speech.decoder import Decoder, Found, Signs
from episodes.speech.encoded import Encoded, to_view
from episodes.speech.features import FRAMES_A_SECOND, log_mel
from episodes.speech.own_decoder import own_decoder
from episodes.speech.processor import Workers, prefer_wide_vectors, usable_cores
from episodes.speech.tuning import FULL
from episodes.speech.words import TOKEN_FRAMES_A_SECOND, TimedWord, Timing, cut_words, timing_of_path

if TYPE_CHECKING:
    from collections.abc import Sequence

    from episodes.speech.audio import Samples
    from episodes.speech.models import Model
    from episodes.speech.tuning import Tuning

SMOOTHING = 3  #: frames of the median filter in CTranslate2's alignment; ours (`alignment.py`) takes as many
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
    ended: bool = True  #: False: stopped by the limit on tokens, or because it went in circles

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
            own = beside.submit(own_decoder, self.model, self.workers.threads) if not gpu else None
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

    @property
    def loaded(self) -> tuple[Any, Any]:
        """CTranslate2's model and the vocabulary (`tokenizers`), for calls that are not ours."""
        return self._whisper, self._vocabulary

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

    @property
    def first_beam(self) -> int:
        """Beam of the first search; in our own decoder one more for tiny, which is the quickest and errs most."""
        is_tiny = self._decoder is not None and self._decoder.width <= self.tuning.tiny_width
        return self.tuning.narrow + is_tiny

    @property
    def is_quick(self) -> bool:
        """Whether there is our own decoder, whose wide search costs little."""
        return self._decoder is not None

    def filled(self, length: float) -> float:
        """The encoder's length for a window of so many seconds; on a GPU all have the same, whoever shares a batch."""
        return FULL if self.gpu else self.tuning.filled(length)

    def encode(self, sounds: Sequence[Samples], seconds: float) -> Encoded:
        """Run the encoder over sounds, each filled up with silence to `seconds`."""
        frames = 2 * round(seconds * FRAMES_A_SECOND / 2)
        features = [log_mel(sound, frames, self._whisper.n_mels)[None] for sound in sounds]
        return Encoded(self._whisper.encode(to_view(np.concatenate(features))), self._decoder)

    def languages(self, encoded: Encoded) -> list[dict[str, float]]:
        """Probability of each language, for each sound of an encoded batch."""
        if not self._decoder:
            found = self._whisper.detect_language(encoded.view)
            return [{mark[2:-2]: float(probability) for mark, probability in listed} for listed in found]
        names, tokens = zip(*self._language_tokens, strict=True)
        begin = self.tokenizer("en").sot
        logits = [self._decoder.after(memory, begin, self._signs)[list(tokens)] for memory in encoded.memories]
        return [dict(zip(names, np.exp(one - np.logaddexp.reduce(one)).tolist(), strict=True)) for one in logits]

    @cached_property
    def _language_tokens(self) -> list[tuple[str, int]]:
        from faster_whisper.tokenizer import _LANGUAGE_CODES

        found = [(code, self._vocabulary.token_to_id(f"<|{code}|>")) for code in _LANGUAGE_CODES]
        return [(code, token) for code, token in found if token is not None]

    def read(
        self, encoded: Encoded, lengths: Sequence[float], manner: Manner, language: str, hotwords: Sequence[int] = ()
    ) -> list[Reading]:
        """Turn an encoded batch into text with word times."""
        tokenizer = self.tokenizer(language)
        results = self._search(encoded, manner, tokenizer, hotwords)
        timings = self._timings(encoded, lengths, results, tokenizer)
        return [
            Reading(
                text=tokenizer.decode(timing.tokens).strip(),
                words=cut_words(timing, tokenizer),
                probability=result.probability,
                silence=result.silence,
                language=language,
                how=manner.name,
                ended=result.ended,
            )
            for result, timing in zip(results, timings, strict=True)
        ]

    def place(self, encoded: Encoded, length: float, tokens: Sequence[int], language: str) -> tuple[TimedWord, ...]:
        """Words with times of a text that somebody else found in one encoded sound of `length` seconds."""
        tokenizer = self.tokenizer(language)
        found = Found(tokens=list(tokens), probability=0.0, silence=0.0, ended=True)
        return cut_words(self._timings(encoded, [length], [found], tokenizer)[0], tokenizer)

    def _search(self, encoded: Encoded, manner: Manner, tokenizer: Any, hotwords: Sequence[int]) -> list[Found]:
        """One result a sound: of the narrow search where it is sure of itself, else of the wide one."""
        prompt = [*([tokenizer.sot_prev, *hotwords] if hotwords else []), *tokenizer.sot_sequence]
        if not manner.marks:
            prompt.append(tokenizer.no_timestamps)
        if self._decoder and not (manner.marks or manner.temperature):
            most = self._limit(encoded)
            return [self._search_one(self._decoder, memory, manner, prompt, most) for memory in encoded.memories]
        results = self._generate(encoded, manner, prompt)
        unsure = [index for index, found in enumerate(results) if found.probability < self.tuning.sure]
        if not (manner.wider and unsure):
            return results
        again = self._generate(encoded.part(unsure), replace(manner, beam=manner.wider), prompt)
        for index, found in zip(unsure, again, strict=True):
            results[index] = found
        return results

    def _search_one(
        self, decoder: Decoder, memory: dict[str, Any], manner: Manner, prompt: list[int], most: int
    ) -> Found:
        start = prompt.index(self.tokenizer("en").sot)
        search = partial(decoder.search, memory, prompt, start, self._signs, most=most)
        found = search(beam=manner.beam)
        return search(beam=manner.wider) if manner.wider and found.probability < self.tuning.sure else found

    def _generate(self, encoded: Encoded, manner: Manner, prompt: list[int]) -> list[Found]:
        search = (
            {"beam_size": 1, "num_hypotheses": 5, "sampling_topk": 0, "sampling_temperature": manner.temperature}
            if manner.temperature
            else {"beam_size": manner.beam}
        )
        results = self._whisper.generate(
            encoded.view,
            [prompt] * encoded.count,
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
                ended=len(result.sequences_ids[0]) < self._limit(encoded) - 1,
            )
            for result in results
        ]

    def _limit(self, encoded: Encoded) -> int:
        """Tokens that fit into so much sound; not the windows' own length, which the batch would mix up."""
        seconds = encoded.frames / TOKEN_FRAMES_A_SECOND
        return min(MOST_TOKENS, int(24 + self.tuning.tokens_a_second * seconds))

    def _timings(
        self, encoded: Encoded, lengths: Sequence[float], results: Sequence[Found], tokenizer: Any
    ) -> list[Timing]:
        if all(found.evidence for found in results):
            return [_timing(found, length, tokenizer.eot) for found, length in zip(results, lengths, strict=True)]
        tokens = [[token for token in found.tokens if token < tokenizer.eot] for found in results]
        if not any(tokens):
            return [Timing() for _ in tokens]
        frames = [max(2, round(length * FRAMES_A_SECOND)) for length in lengths]
        texts = [kept or [tokenizer.encode(" .")[0]] for kept in tokens]
        found = self._whisper.align(encoded.view, tokenizer.sot_sequence, texts, frames, median_filter_width=SMOOTHING)
        return [
            timing_of_path(kept, alignment.alignments, alignment.text_token_probs) if kept else Timing()
            for alignment, kept in zip(found, tokens, strict=True)
        ]


def _timing(found: Found, length: float, end: int) -> Timing:
    """When the tokens of our own search were said."""
    assert found.evidence
    kept = [place for place, token in enumerate(found.tokens) if token < end]
    if not kept:
        return Timing()
    firsts = first_frames(found.evidence.attention, round(length * TOKEN_FRAMES_A_SECOND), found.evidence.lead)
    firsts = [*firsts, round(length * TOKEN_FRAMES_A_SECOND)]  # for a text that was cut off before its end
    return Timing(
        tokens=[found.tokens[place] for place in kept],
        starts=[firsts[place] / TOKEN_FRAMES_A_SECOND for place in [*kept, kept[-1] + 1]],
        chances=np.exp([found.evidence.chances[place] for place in kept]).tolist(),
    )


def _mean_probability(result: Any) -> float:
    count = len(result.sequences_ids[0])
    return float(result.scores[0]) * count / (count + 1)


def _compute_type(gpu: bool) -> str:
    return "float16" if gpu else "int8"
