"""The packed engine: speech in windows of up to half a minute, several at once, doubtful ones again.

See docs/transcription.md for what was measured and why it is so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property, partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from episodes.core.errors import TranscriptionError, UsageError
from episodes.core.transcript import Heard, ReviewPlace, Segment
from episodes.speech.ahead import made_ahead
from episodes.speech.allocation import tune_allocator
from episodes.speech.attempts import Finding, Listener
from episodes.speech.audio import Sound
from episodes.speech.careful import CarefulListener
from episodes.speech.gate import Gate
from episodes.speech.languages import Languages
from episodes.speech.listening import Excerpt, Listening
from episodes.speech.processor import stand_back
from episodes.speech.recogniser import Recogniser
from episodes.speech.segments import cut_segments
from episodes.speech.tuning import FULL, Tuning

if TYPE_CHECKING:
    from episodes.speech.models import Model

NAME = (
    "packed/9"  #: the number changes with what comes out: a transcript of another is stale, a half-made one begun anew
)
SETTLING = 3  #: windows of speech that decide on the language
AHEAD = 12  #: windows that are cut before somebody has time to hear them


class PackedEngine:
    """Hears files with one loaded model; the next file finds it loaded."""

    def __init__(self, model: Model, *, device: str = "auto", threads: int = 0, tuning: Tuning | None = None) -> None:
        self.model = model
        self.tuning = tuning or Tuning()
        tune_allocator()  # before there are threads: those that have an arena of their own keep it
        loader = ThreadPoolExecutor(1, "loader")
        self._loading = loader.submit(Recogniser, model=model, tuning=self.tuning, device=device, threads=threads)
        loader.shutdown(wait=False)

    @cached_property
    def recogniser(self) -> Recogniser:
        """The loaded model; raises TranscriptionError if it cannot be loaded."""
        try:
            return self._loading.result()
        except (RuntimeError, ValueError, OSError) as error:
            raise TranscriptionError(f"model {self.model.name} cannot be loaded: {error}") from error

    def hear(
        self, sound: Sound, *, language: str, words: bool, hotwords: Sequence[str], resume_at: float
    ) -> Iterator[Heard]:
        """Yield finished windows in order; the last item's `until` is the duration."""
        # The first windows are cut anew, if not heard: of a short recording the one before tells what was said.
        listening = Listening(sound, self.tuning, resume_at if resume_at > self.tuning.short else 0.0)
        with ThreadPoolExecutor(1, "reader", initializer=stand_back) as reader:
            try:
                # The first windows are decoded and cut while the model is being loaded.
                excerpts = made_ahead(listening.excerpts(), AHEAD, reader)
                languages = Languages(asked=self._known(language))
                listener = Listener(self.recogniser, self.tuning, languages, self._hotwords(hotwords))
                before, rest = _parted(excerpts, resume_at)
                short = self.recogniser.is_quick and 0 < sound.hearing.stated <= self.tuning.short
                rest, whole = _if_one(rest, sound) if short and not before else (rest, None)
                with_care = partial(CarefulListener, before=before, whole=whole) if short else None
                for finding in self._findings(rest, listener, languages, with_care):
                    yield _heard(finding, languages, words=words)
            except RuntimeError as error:
                raise TranscriptionError(f"{self.model.name} failed on {sound.file.name}: {error}") from error
            finally:
                reader.shutdown(cancel_futures=True)
        yield Heard(until=round(sound.hearing.decoded, 3), review=tuple(_damage(sound)), language=languages.settled)

    def _findings(
        self,
        excerpts: Iterator[Excerpt],
        listener: Listener,
        languages: Languages,
        with_care: Callable[[Listener, ThreadPoolExecutor], CarefulListener] | None = None,
    ) -> Iterator[Finding]:
        workers = self.recogniser.workers.count
        # What a kill costs is what is not saved: no more than every worker can hear at once. While one is long about a
        # doubtful window, the others do what is little lost with the process: they encode the next.
        gate = Gate(workers * self.recogniser.batch * self.tuning.whole)
        with ThreadPoolExecutor(workers, "listener") as pool:
            try:
                first = list(islice(excerpts, SETTLING if self.recogniser.multilingual and not languages.fixed else 0))
                languages.settle(self._languages_of(first, pool))
                careful = with_care(listener, pool) if with_care else None
                submit = careful.submit if careful else lambda batch, begin: pool.submit(listener.hear, batch, begin)
                waiting: deque[tuple[float, Future[list[Finding]]]] = deque()
                for number, batch in enumerate(self._batches(chain(first, excerpts))):
                    seconds, ready = sum(excerpt.window.length for excerpt in batch), list[Finding]()
                    begin = partial(gate.enter, number, seconds)
                    waiting.append((seconds, submit(batch, begin)))
                    while waiting and (waiting[0][1].done() or len(waiting) > 2 * workers):
                        ready += self._taken(waiting, gate)
                    yield from ready  # only now, so that nobody waits for them to be saved
                while waiting:
                    yield from self._taken(waiting, gate)
            finally:
                gate.close()
                pool.shutdown(cancel_futures=True)

    @staticmethod
    def _taken(waiting: deque[tuple[float, Future[list[Finding]]]], gate: Gate) -> list[Finding]:
        seconds, future = waiting.popleft()
        found = future.result()
        gate.leave(seconds)
        return found

    def _batches(self, excerpts: Iterator[Excerpt]) -> Iterator[list[Excerpt]]:
        """Windows that a worker hears together; the first are heard alone, so that text comes soon."""
        for excerpt in islice(excerpts, self.recogniser.workers.count):
            yield [excerpt]
        while batch := list(islice(excerpts, self.recogniser.batch)):
            yield batch

    def _languages_of(
        self, excerpts: Sequence[Excerpt], pool: ThreadPoolExecutor
    ) -> list[tuple[dict[str, float], float]]:
        def chances(excerpt: Excerpt) -> tuple[dict[str, float], float]:
            encoded = self.recogniser.encode([excerpt.samples], FULL)
            return self.recogniser.languages(encoded)[0], excerpt.window.spoken

        return list(pool.map(chances, excerpts))

    def _known(self, language: str) -> str:
        if not self.recogniser.multilingual:
            return "en"
        if language not in {"", "auto", "multi"}:
            try:
                self.recogniser.tokenizer(language)
            except ValueError as error:
                raise UsageError(f"Whisper knows no language {language!r}", hint="a code such as en, de, fr") from error
        return language

    def _hotwords(self, hotwords: Sequence[str]) -> list[int]:
        text = ", ".join(hotwords).strip()
        tokens: list[int] = self.recogniser.tokenizer("en").encode(" " + text) if text else []
        return tokens[:100]


def _parted(excerpts: Iterator[Excerpt], time: float) -> tuple[Excerpt | None, Iterator[Excerpt]]:
    """The last window that ends by a time, and all that come after it."""
    before = None
    for excerpt in excerpts:
        if excerpt.window.end > time:
            return before, chain([excerpt], excerpts)
        before = excerpt
    return before, iter(())


def _if_one(excerpts: Iterator[Excerpt], sound: Sound) -> tuple[Iterator[Excerpt], Sound | None]:
    """The sound once more, from its start, if all speech of it is one window; and the windows again."""
    if sound.hearing.stated > FULL:
        return excerpts, None
    windows = list(excerpts)
    return iter(windows), Sound(sound.file) if len(windows) == 1 else None


def _heard(finding: Finding, languages: Languages, *, words: bool) -> Heard:
    language = finding.language if finding.language != languages.settled else ""
    segments = cut_segments(finding.words, keep_words=words, doubts=finding.doubts.of_text, language=language)
    return Heard(
        until=finding.excerpt.window.end,
        segments=tuple(segments),
        review=tuple(_places(finding, segments)),
        language=languages.settled,
    )


def _places(finding: Finding, segments: Sequence[Segment]) -> Iterator[ReviewPlace]:
    window = finding.excerpt.window
    start, end = window.speech[0].start, window.speech[-1].end
    if finding.other_language:
        yield ReviewPlace(start=start, end=end, reason=f"other language: {finding.other_language}")
    for hole in finding.doubts.holes:
        yield ReviewPlace(start=round(hole.start, 2), end=round(hole.end, 2), reason="speech without text")
    for segment in segments:
        for reason in segment.doubts:
            yield ReviewPlace(start=segment.start, end=segment.end, reason=reason)


def _damage(sound: Sound) -> Iterator[ReviewPlace]:
    for start, end in sound.hearing.lost:
        yield ReviewPlace(start=round(start, 2), end=round(end, 2), reason="damaged audio")
    if missing := sound.hearing.missing:
        yield ReviewPlace(start=round(missing[0], 2), end=round(missing[1], 2), reason="audio ends early")
