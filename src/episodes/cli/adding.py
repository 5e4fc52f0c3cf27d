"""The commands that bring episodes in and transcribe them: add, transcribe."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Model, Words
from episodes.cli.output import counted, print_json, talk
from episodes.cli.progress import ProgressLine
from episodes.core.errors import EpisodesError, NotAllDone
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.core.plan import Wishes
    from episodes.studio import Studio
    from episodes.workflow.add import Added
    from episodes.workflow.ports import Transcriber
    from episodes.workflow.transcribe import Transcribed


def register(app: typer.Typer) -> None:
    app.command()(add)
    app.command()(transcribe)


def add(
    context: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="A media file, a folder of them, or an address.")
    ],
    show: Annotated[str, typer.Option("--show", "-s", help="The show they belong to; else the source says it.")] = "",
    number: Annotated[int | None, typer.Option(help="The episode's number; else it is read from the source.")] = None,
    title: Annotated[str, typer.Option(help="The episode's title.")] = "",
    host: Annotated[list[str] | None, typer.Option(metavar="NAME|TITLE", help="A host; may be given again.")] = None,
    date: Annotated[str, typer.Option(metavar="DATE", help="The publication date: 2019-10-17.")] = "",
    language: Annotated[str, typer.Option(help="The language spoken, as en or de; else it is detected.")] = "",
    transcribe: Annotated[bool, typer.Option("--transcribe/--no-transcribe", help="Transcribe the speech.")] = True,
    model: Model = "",
    words: Words = False,
    as_json: Json = False,
) -> None:
    """Add episodes: fetch the media, read title, number, hosts and summary, transcribe, save.

    Adding the same source again makes no second episode; it goes on where it was cut off.
    In a folder that is no workspace yet, it makes one.

    Example: `episodes add interview.mp3 --host "Ann Lee|Editor"`
    """
    from episodes.core.credit import Credit
    from episodes.core.editing import parse_date
    from episodes.core.plan import Wishes

    wishes = Wishes(
        show=show,
        number=number,
        title=title.strip(),
        hosts=tuple(Credit.parse(text) for text in host or ()),
        published_at=parse_date(date) if date else None,
    )
    make_workspace_if_none(context)
    with state.studio(context) as studio:
        records = _Adding(studio, wishes, language, words, model if transcribe else None).run(sources)
        if as_json:
            print_json(records.done)
        records.raise_if_any_failed()


def make_workspace_if_none(context: typer.Context) -> None:
    """Make the current folder a workspace, and say so, unless it lies in one."""
    from episodes.config.workspace import find_workspace
    from episodes.workflow.init import make_workspace

    folder = state.folder(context)
    if find_workspace(folder) is None:
        make_workspace(folder)
        talk.say(f"made a workspace in {folder}")


class _Outcome:
    """What was done, and what failed, of several things."""

    def __init__(self) -> None:
        self.done: list[dict[str, object]] = []
        self.errors: list[EpisodesError] = []
        self.count = 0

    def failed(self, what: str, error: EpisodesError) -> None:
        self.errors.append(error)
        talk.error(f"{what}: {error.message}" if what and what not in error.message else error.message, hint=error.hint)

    def raise_if_any_failed(self) -> None:
        if self.errors:
            raise NotAllDone(
                f"{counted(len(self.errors), 'item')} of {self.count} failed; the rest is done and saved",
                hint="run the same command again to try those once more",
            )


class _Adding:
    """Adds sources one after the other and tells what happens."""

    def __init__(self, studio: Studio, wishes: Wishes, language: str, words: bool, model: str | None) -> None:
        self.studio, self.wishes, self.language, self.words = studio, wishes, language, words
        self.model = model
        self.outcome = _Outcome()

    def run(self, sources: list[str]) -> _Outcome:
        with ProgressLine() as line:
            adder = self.studio.adder(line, typed=sources)
            for source in sources:
                try:
                    for event in adder.add(source, self.wishes):
                        line.clear()
                        self._take(event, line)
                except EpisodesError as error:
                    line.clear()
                    if len(sources) == 1 and not self.outcome.count:
                        raise
                    self.outcome.count += 1
                    self.outcome.failed(source, error)
        return self.outcome

    def _take(self, event: object, line: ProgressLine) -> None:
        from episodes.workflow.add import Added, Failed

        self.outcome.count += 1
        if isinstance(event, Failed):
            self.outcome.failed(event.what, event.error)
            return
        assert isinstance(event, Added)
        tell_added(event)
        done = None
        if self.model is not None:
            done = transcribe_one(self.studio, event.episode, self._transcriber(), self.language, self.words, line)
        self.outcome.done.append(_record(event, done))

    def _transcriber(self) -> Transcriber:
        return self.studio.transcriber(model=self.model or "", language=self.language)


def _record(added: Added, done: Transcribed | None) -> dict[str, object]:
    from episodes.core.record import episode_record

    record = episode_record(added.episode, transcript=done.transcript if done else None)
    return {"is_new": added.is_new, **record, "warnings": list(added.warnings)}


def tell_added(added: Added) -> None:
    """Say what was found out about a new episode, with guesses marked."""
    from episodes.core.record import reference

    episode = added.episode
    if not added.is_new:
        talk.say(f"already there: {reference(episode)}  {episode.title}")
        return
    if added.new_show:
        talk.say(f"made the show {added.new_show.slug!r} ({added.new_show.title})")
    talk.say(f"added {reference(episode)}  {episode.title}")
    for name, value in _found(episode):
        talk.say(f"  {name:<9} {value}")
    for warning in added.warnings:
        talk.warn(warning)


def _found(episode: Episode) -> Iterator[tuple[str, str]]:
    def mark(name: str) -> str:
        return "  (guessed)" if episode.is_guessed(name) else ""

    if episode.number is not None:
        season = f", season {episode.season}" if episode.season is not None else ""
        yield "number", f"{episode.number_label or episode.number}{season}{mark('number')}"
    for role, people in (("hosts", episode.hosts), ("guests", episode.guests)):
        if people:
            names = "; ".join(", ".join(filter(None, (p.name, p.title, p.organisation))) for p in people)
            yield role, names + (mark(role) or mark("credits"))
    yield (
        "date",
        f"{episode.published_at:%Y-%m-%d}"
        + ("" if episode.date_is_sure else "  (guessed; confirm with `episodes edit`)"),
    )
    if episode.summary:
        text = episode.summary
        yield "summary", (text if len(text) <= 100 else text[:99].rsplit(" ", 1)[0] + " …") + mark("summary")
    if episode.chapters:
        yield "chapters", str(len(episode.chapters))
    if episode.links:
        yield "links", str(len(episode.links))
    for medium in episode.media:
        yield medium.kind, f"{format_clock(medium.duration)}, {medium.mime_type}"


def transcribe_one(
    studio: Studio,
    episode: Episode,
    transcriber: Transcriber,
    language: str,
    words: bool,
    line: ProgressLine,
    *,
    again: bool = False,
) -> Transcribed | None:
    """Transcribe one episode and tell how it went; one without sound is left without a transcript."""
    from episodes.workflow.transcribe import transcribe as run

    done = run(
        episode,
        studio.shows.get(episode.show),
        catalogue=studio.catalogue,
        storage=studio.storage,
        transcriber=transcriber,
        language=language,
        words=words or studio.config.transcription.words,
        again=again,
        report=line,
    )
    line.clear()
    tell_transcribed(done)
    return done


def tell_transcribed(done: Transcribed) -> None:
    transcript = done.transcript
    name = f"{transcript.fingerprint.model}, {transcript.fingerprint.engine}"
    if not done.made:
        talk.say(f"  transcript is there already ({name})")
        return
    heard = transcript.duration - done.resumed_at
    speed = f", {heard / done.seconds:.1f}x real time" if done.seconds > 0 else ""
    resumed = f", went on from {format_clock(done.resumed_at)}" if done.resumed_at else ""
    count = sum(len(segment.text.split()) for segment in transcript.segments)
    talk.say(f"  transcript {counted(count, 'word')} in {transcript.language or '?'} ({name}{speed}{resumed})")
    if transcript.review:
        talk.say(f"  {counted(len(transcript.review), 'place')} to look at: `episodes info REF` lists them")


def transcribe(
    context: typer.Context,
    references: Annotated[
        list[str] | None, typer.Argument(metavar="[REF]...", help="Episodes; none means all without a transcript.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Transcribe even if an equal transcript is there.")] = False,
    language: Annotated[str, typer.Option(help="The language spoken, as en or de; else it is detected.")] = "",
    model: Model = "",
    engine: Annotated[str, typer.Option(help="The engine: packed (fast) or simple (plain faster-whisper).")] = "",
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
        transcriber = studio.transcriber(model=model, engine=engine, language=language)
        outcome = _Outcome()
        with ProgressLine() as line:
            for episode in wanted:
                outcome.count += 1
                talk.say(f"{episode.show}/{episode.slug}")
                try:
                    done = transcribe_one(studio, episode, transcriber, language, words, line, again=again)
                except EpisodesError as error:
                    line.clear()
                    if len(wanted) == 1 or error.exit_code == 130:
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
