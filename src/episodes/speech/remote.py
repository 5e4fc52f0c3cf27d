"""The Transcriber that asks a server which speaks OpenAI's transcription protocol; off unless the settings name one."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from episodes.core.errors import TranscriptionError
from episodes.core.progress import Progress, Report
from episodes.core.transcript import Fingerprint, Heard, Segment, Word
from episodes.speech.audio import RATE, Samples, Sound

NAME = "remote/1"
#: Seconds of sound in one request; servers take 25 MB, and this is 10 to 15 MB of FLAC.
LONGEST = 600.0
#: Seconds before the end of a request in which the quietest place is looked for.
REACH = 30.0
#: Seconds that a server may take for one request.
PATIENCE = 900.0


class RemoteTranscriber:
    """Sends speech to `url` (".../v1") in pieces of at most ten minutes, cut where it is quiet.

    `key` is sent as a bearer token if there is one. Raises TranscriptionError with what the server said.
    """

    def __init__(self, *, url: str, model: str, key: str = "", language: str = "") -> None:
        self.url, self.model, self.key, self.language = url.rstrip("/"), model, key, language

    def describe(self) -> str:
        return f"{self.model} at {self.url} (the settings name it)"

    def fingerprint(self, media_sha256: str, /, *, language: str = "", words: bool = False) -> Fingerprint:
        options = {"language": language or self.language or "auto", "words": "yes" if words else "no", "at": self.url}
        return Fingerprint(media_sha256=media_sha256, engine=NAME, model=self.model, options=options)

    def hear(
        self,
        audio: Path,
        /,
        *,
        language: str = "",
        words: bool = False,
        hotwords: Sequence[str] = (),
        resume_at: float = 0.0,
        report: Report | None = None,
    ) -> Iterator[Heard]:
        """Yield what the server heard, a request at a time; raises MediaError or TranscriptionError."""
        sound, at = Sound(audio), resume_at
        for samples in _requests(sound.pieces(resume_at)):
            answer = self._ask(samples, language=language or self.language, words=words, hotwords=hotwords)
            until = at + len(samples) / RATE
            segments = tuple(_segments(answer, at, until))
            if report:
                text = segments[-1].text if segments else ""
                total = max(sound.hearing.stated, until)
                report(Progress(stage="transcribe", done=until, total=total, text=text))
            yield Heard(until=until, segments=segments, language=_code(str(answer.get("language") or language)))
            at = until

    def _ask(self, samples: Samples, *, language: str, words: bool, hotwords: Sequence[str]) -> dict[str, Any]:
        import httpx

        fields: dict[str, Any] = {"model": self.model, "response_format": "verbose_json"}
        fields["timestamp_granularities[]"] = ["segment", "word"] if words else ["segment"]
        if language:
            fields["language"] = language
        if hotwords:
            fields["prompt"] = ", ".join(hotwords)
        headers = {"Authorization": f"Bearer {self.key}"} if self.key else {}
        address = f"{self.url}/audio/transcriptions"
        file = {"file": ("speech.flac", _flac(samples), "audio/flac")}
        try:
            response = httpx.post(address, data=fields, files=file, headers=headers, timeout=PATIENCE)
            response.raise_for_status()
            answer = response.json()
        except httpx.HTTPStatusError as error:
            said = f"{error.response.status_code}: {error.response.text[:200]}"
            raise TranscriptionError(
                f"{address} answers {said}", hint="check url, model and key_env under [transcription]"
            ) from error
        except httpx.HTTPError as error:
            raise TranscriptionError(
                f"{address} cannot be asked: {error}", hint="is the server running? what was heard is saved"
            ) from error
        except ValueError as error:
            raise TranscriptionError(f"{address} does not answer as an OpenAI-compatible server does") from error
        if not isinstance(answer, dict) or not isinstance(answer.get("segments"), list):
            raise TranscriptionError(
                f"{address} sends no segments with times", hint="choose a model that knows verbose_json"
            )
        return answer


def _requests(pieces: Iterator[Samples]) -> Iterator[Samples]:
    """Join pieces to requests, each cut at the quietest place near its end."""
    held: list[Samples] = []
    count, limit = 0, int(LONGEST * RATE)
    for piece in pieces:
        held.append(piece)
        count += len(piece)
        if count >= limit:
            whole = np.concatenate(held)
            cut = _quietest(whole[:limit])
            yield whole[:cut]
            held, count = [whole[cut:]], len(whole) - cut
    if count:
        yield np.concatenate(held)


def _quietest(samples: Samples) -> int:
    """The middle of the quietest half second in the last stretch."""
    half = RATE // 2
    reach = min(len(samples), int(REACH * RATE)) // half * half
    tail = samples[len(samples) - reach :].reshape(-1, half)
    quietest = int(np.argmin(np.square(tail).mean(axis=1)))
    return len(samples) - reach + quietest * half + half // 2


def _flac(samples: Samples) -> bytes:
    """Encode without loss, in half the bytes of WAV."""
    import av

    held = io.BytesIO()
    with av.open(held, "w", format="flac") as output:
        stream: Any = output.add_stream("flac", rate=RATE, layout="mono")
        whole = np.clip(np.rint(samples * 32767), -32768, 32767).astype(np.int16)
        for start in range(0, len(whole), RATE):
            frame = av.AudioFrame.from_ndarray(whole[None, start : start + RATE], format="s16", layout="mono")
            frame.sample_rate, frame.pts = RATE, start
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return held.getvalue()


def _segments(answer: dict[str, Any], at: float, until: float) -> Iterator[Segment]:
    words = [word for word in answer.get("words") or () if isinstance(word, dict)]
    for one in answer["segments"]:
        text = str(one.get("text", "")).strip()
        start, end = (min(until, max(at, at + float(one.get(name, 0.0)))) for name in ("start", "end"))
        if text and end > start:
            mine = [word for word in words if start <= at + float(word["start"]) < end]
            sure = math.exp(min(0.0, float(one.get("avg_logprob", 0.0))))
            yield Segment(start=start, end=end, text=text, words=tuple(_words(mine, at, until)), confidence=sure)


def _words(words: list[dict[str, Any]], at: float, until: float) -> Iterator[Word]:
    for word in words:
        start, end = (min(until, at + float(word[name])) for name in ("start", "end"))
        yield Word(start=start, end=end, text=str(word["word"]).strip())


#: Servers name languages in English words; these are the ones that feeds most often need as codes.
_CODES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
    "dutch": "nl", "swedish": "sv", "norwegian": "no", "danish": "da", "finnish": "fi", "polish": "pl",
    "czech": "cs", "russian": "ru", "ukrainian": "uk", "greek": "el", "turkish": "tr", "arabic": "ar",
    "hebrew": "he", "hindi": "hi", "chinese": "zh", "japanese": "ja", "korean": "ko", "vietnamese": "vi",
}  # fmt: skip


def _code(language: str) -> str:
    """Name a language by its code, whether a code or an English word came.

    >>> _code("English"), _code("de"), _code("pt-BR")
    ('en', 'de', 'pt')
    """
    language = language.lower()
    return _CODES.get(language, language.split("-")[0] if len(language.split("-")[0]) <= 3 else "")
