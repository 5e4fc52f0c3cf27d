"""The command that transcribes, and how a transcription is told; `add` uses it too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Model, Words
from episodes.cli.outcome import Outcome
from episodes.cli.output import counted, print_json, talk
from episodes.cli.progress import ProgressLine
from episodes.core.errors import EpisodesError, Interrupted
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.studio import Studio
    from episodes.workflow.captions_first import Captions
    from episodes.workflow.transcribe import Transcribed


def register(app: typer.Typer) -> None:
    app.command()(transcribe)


@dataclass(frozen=True, kw_only=True)
class Listener:
    """Transcribes episodes as the command line wants it, and tells how it goes."""

    studio: Studio
    line: ProgressLine
    model: str = ""
    engine: str = ""
    language: str = ""
    words: bool = False
    again: bool = False

    def transcribe(self, episode: Episode) -> Transcribed | None:
        """Transcribe an episode; one without sound is left without a transcript."""
        from episodes.workflow.transcribe import transcribe as run

        if episode.media and not any(medium.channels for medium in episode.media):
            talk.say("  no sound in it, so no transcript")
            return None
        show = self.studio.shows.get(episode.show)
        language = (self.language or episode.language or show.language).split("-")[0].lower()
        transcriber = self.studio.transcriber(model=self.model, engine=self.engine, language=language)
        talk.say(f"  model     {transcriber.describe()}")
        done = run(
            episode,
            show,
            catalogue=self.studio.catalogue,
            storage=self.studio.storage,
            transcriber=transcriber,
            language=language,
            words=self.words or self.studio.config.transcription.words,
            again=self.again,
            report=self.line,
        )
        self.line.clear()
        tell_transcribed(done)
        if done.made:
            self._tell_lost(episode)
        return done

    def _tell_lost(self, episode: Episode) -> None:
        corrected = self.studio.catalogue.corrections.find(episode.guid, show=episode.show)
        if corrected and (lost := corrected.effective.lost):
            where = f"`episodes diff {episode.show}/{episode.slug}` lists them"
            talk.warn(f"{counted(len(lost), 'edit')} found no place in the new text; all are kept, {where}")


def tell_captions(found: Captions) -> None:
    """Say which captions were taken for the transcript, and why others were not."""
    for reason in found.refused:
        talk.warn(reason)
    if found.transcript is not None:
        who = "people" if found.transcript.origin == "person" else "a recogniser"
        count = sum(len(segment.text.split()) for segment in found.transcript.segments)
        talk.say(f"  transcript {counted(count, 'word')}, captions made by {who}: {found.place}")
        if found.mended:
            talk.say(f"  {found.mended}; they were laid on the speech")


def tell_transcribed(done: Transcribed) -> None:
    from episodes.core.record import reference

    transcript = done.transcript
    name = f"{transcript.fingerprint.model} by {transcript.fingerprint.engine}"
    if not done.made:
        talk.say(f"  transcript is there already ({name})")
        return
    heard = transcript.duration - done.resumed_at
    speed = f", {heard / done.seconds:.1f}x real time" if done.seconds > 0 else ""
    resumed = f", went on from {format_clock(done.resumed_at)}" if done.resumed_at else ""
    count = sum(len(segment.text.split()) for segment in transcript.segments)
    talk.say(f"  transcript {counted(count, 'word')} in {transcript.language or '?'} ({name}{speed}{resumed})")
    if transcript.review:
        places = counted(len(transcript.review), "place")
        talk.say(f"  {places} to look at: `episodes review {reference(done.episode)}` walks through them")


def transcribe(
    context: typer.Context,
    references: Annotated[
        list[str] | None, typer.Argument(metavar="[REF]...", help="Episodes; none means all without a transcript.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Transcribe even if an equal transcript is there.")] = False,
    language: Annotated[str, typer.Option(help="The language spoken, as en or de; else it is detected.")] = "",
    model: Model = "",
    engine: Annotated[
        str, typer.Option(help="The engine: packed (fast), simple (plain faster-whisper) or remote.")
    ] = "",
    words: Words = False,
    as_json: Json = False,
) -> None:
    """Transcribe episodes; a run that was cut off goes on where it stopped.

    The old transcript stays until the new one is whole.

    Example: `episodes transcribe quick-take/338 --model base`
    """
    from episodes.core.record import transcript_summary

    with state.studio(context) as studio:
        wanted = _wanted(studio, references or [])
        outcome = Outcome()
        with ProgressLine() as line:
            listener = Listener(
                studio=studio, line=line, model=model, engine=engine, language=language, words=words, again=again
            )
            for episode in wanted:
                outcome.count += 1
                talk.say(f"{episode.show}/{episode.slug}")
                try:
                    done = listener.transcribe(episode)
                except EpisodesError as error:
                    line.clear()
                    if len(wanted) == 1 or isinstance(error, Interrupted):
                        raise
                    outcome.failed(episode.title, error)
                    continue
                if done:
                    record = {"guid": episode.guid, "made": done.made, "seconds": round(done.seconds, 2)}
                    outcome.done.append({**record, "transcript": transcript_summary(done.transcript)})
        if not wanted:
            talk.say("every episode has its transcript")
        if as_json:
            print_json(outcome.done)
        outcome.raise_if_any_failed()


def _wanted(studio: Studio, references: list[str]) -> list[Episode]:
    if references:
        return [studio.reader.resolve(reference) for reference in references]
    return [
        episode
        for episode in studio.catalogue.list_episodes()
        if episode.main_medium and studio.catalogue.find_transcript(episode.guid) is None
    ]
