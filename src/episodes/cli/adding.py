"""The command that brings episodes in: add."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import AutomaticCaptions, CaptionsFirst, Json, Model, Words, complete_shows
from episodes.cli.outcome import Outcome
from episodes.cli.output import length, print_json, talk
from episodes.cli.progress import ProgressLine
from episodes.cli.transcribing import Listener, tell_captions
from episodes.core.errors import EpisodesError, HookFailed, Interrupted, UsageError

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.core.plan import Wishes
    from episodes.core.transcript import Transcript
    from episodes.studio import Studio
    from episodes.workflow.add import Added, Failed
    from episodes.workflow.captions_first import CaptionTaker


def register(app: typer.Typer) -> None:
    app.command()(add)


def add(
    context: typer.Context,
    sources: Annotated[
        list[str], typer.Argument(metavar="SOURCE...", help="A media file, a folder of them, or an address.")
    ],
    show: Annotated[
        str,
        typer.Option(
            "--show", "-s", autocompletion=complete_shows, help="The show they belong to; else the source says it."
        ),
    ] = "",
    number: Annotated[int | None, typer.Option(help="The episode's number; else it is read from the source.")] = None,
    title: Annotated[str, typer.Option(help="The episode's title.")] = "",
    host: Annotated[list[str] | None, typer.Option(metavar="NAME|TITLE", help="A host; may be given again.")] = None,
    date: Annotated[str, typer.Option(metavar="DATE", help="The publication date: 2019-10-17.")] = "",
    language: Annotated[str, typer.Option(help="The language spoken, as en or de; else it is detected.")] = "",
    transcribe: Annotated[bool, typer.Option("--transcribe/--no-transcribe", help="Transcribe the speech.")] = True,
    captions_first: CaptionsFirst = True,
    automatic_captions: AutomaticCaptions = False,
    model: Model = "",
    words: Words = False,
    as_json: Json = False,
) -> None:
    """Add episodes: fetch the media, read title, number, hosts and summary, transcribe, save.

    Adding the same source or file again makes no second episode; it goes on where it was cut off, and brings back a
    file that was lost. The film of a talk that is there as sound joins it, or the reverse; `unmatch` undoes that.
    In a folder that is no workspace yet, it makes one. A feed comes in as a whole, as `episodes import FEED --media`
    brings it, GUIDs and dates to the letter; `episodes import FEED` only links its media. The hook of the settings
    is run after each new episode, those of a feed apart.

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
    if not all(source.strip() for source in sources):
        raise UsageError("a source is empty", hint="name a file, a folder or an address; `.` is this folder")
    make_workspace_if_none(context)
    with state.studio(context) as studio:
        with ProgressLine(as_events=as_json) as line:
            listener = Listener(studio=studio, line=line, model=model, language=language, words=words)
            wants = captions_first or automatic_captions
            taker = studio.caption_taker(line, typed=sources, automatic=automatic_captions) if wants else None
            outcome = _Adding(studio, wishes, line, listener if transcribe else None, taker).run(sources)
        if as_json:
            print_json(outcome.done)
        outcome.raise_if_any_failed()


def make_workspace_if_none(context: typer.Context) -> None:
    """Make the current folder a workspace, and say so, unless it lies in one."""
    from episodes.config.workspace import find_workspace
    from episodes.workflow.init import make_workspace

    folder = state.folder(context)
    if find_workspace(folder) is None:
        make_workspace(folder)
        talk.say(f"made a workspace in {folder}")


class _Adding:
    """Adds sources one after the other and tells what happens; transcribes them if there is a listener."""

    def __init__(
        self,
        studio: Studio,
        wishes: Wishes,
        line: ProgressLine,
        listener: Listener | None,
        taker: CaptionTaker | None,
    ) -> None:
        self.studio, self.wishes, self.line, self.listener, self.taker = studio, wishes, line, listener, taker
        self.outcome = Outcome()

    def run(self, sources: list[str]) -> Outcome:
        from episodes.media.addresses import refuse_mistyped

        adder = self.studio.adder(self.line, typed=sources)
        for source in sources:
            try:
                refuse_mistyped(source)
                if adder.is_feed(source):
                    self._take_feed(source)
                    continue
                for event in adder.add(source, self.wishes):
                    self._take(event)
            except EpisodesError as error:
                self.line.clear()
                if isinstance(error, Interrupted) or (len(sources) == 1 and not self.outcome.count):
                    raise
                self.outcome.count += 1
                self.outcome.failed(source, error)
        return self.outcome

    def _take(self, event: Added | Failed) -> None:
        from episodes.workflow.add import Failed

        self.line.clear()
        if isinstance(event, Failed):
            self.outcome.count += not isinstance(event.error, HookFailed)  # its episode is counted already
            self.outcome.failed(event.what, event.error)
            return
        self.outcome.count += 1
        tell_added(event)
        # A channel's old episodes are not asked for captions each time that its new ones are added.
        is_asked = event.is_new or event.is_completed or not event.is_listed
        self.outcome.done.append(_record(event, self._transcript(event.episode, asks_for_captions=is_asked)))

    def _take_feed(self, source: str) -> None:
        """Import a feed with its media, then go through its episodes as if each had been added."""
        from episodes.cli.bringing import tell_imported
        from episodes.workflow.add import Added, Failed

        refuse_what_fits_one(self.wishes, source)
        talk.say(f"{source} is a feed: all its episodes are brought in, with their media")
        for event in self.studio.importer(self.line, typed=[source]).run(
            source, show=self.wishes.show, with_media=True
        ):
            self.line.clear()
            if isinstance(event, Failed):
                self.outcome.count += 1
                self.outcome.failed(event.what, event.error)
                continue
            tell_imported(event)
            for guid in event.guids:
                self.outcome.count += 1
                episode = self.studio.catalogue.get_episode(guid, show=event.show.slug)
                transcript = self._transcript(episode)
                added = Added(episode=episode, is_new=guid in event.new_guids)
                self.outcome.done.append(_record(added, transcript))

    def _transcript(self, episode: Episode, *, asks_for_captions: bool = True) -> Transcript | None:
        """The episode's transcript: the captions that there are, else what is heard."""
        from episodes.core.record import reference

        done = None
        try:
            if self.taker is not None:
                if asks_for_captions:
                    language = self.listener.language if self.listener else ""
                    tell_captions(self.taker.take(episode, language=language))
                known = self.studio.catalogue.find_transcript(episode.guid, show=episode.show)
                if known is not None and known.origin != "machine":
                    return known
            if self.listener and episode.main_medium:
                self.line.work_on(reference(episode))
                done = self.listener.transcribe(episode)
        except Interrupted:
            raise
        except EpisodesError as error:
            self.line.clear()
            self.outcome.failed("", error)
        finally:
            self.line.work_on("")
        return done.transcript if done else None


def refuse_what_fits_one(wishes: Wishes, feed: str) -> None:
    """Raise UsageError for options that say something of one episode."""
    if wishes.title or wishes.number is not None or wishes.hosts or wishes.published_at:
        raise UsageError(
            f"--title, --number, --host and --date fit one episode, and {feed} is a feed",
            hint=f"`episodes add {feed}` brings in all of it; then `episodes edit REF` changes one",
        )


def _record(added: Added, transcript: Transcript | None) -> dict[str, object]:
    from episodes.core.record import episode_record

    record = episode_record(added.episode, transcript=transcript)
    return {"is_new": added.is_new, **record, "warnings": list(added.warnings)}


def tell_added(added: Added) -> None:
    """Say what was found out about a new episode, with guesses marked."""
    from episodes.core.record import reference

    episode = added.episode
    if added.is_completed:
        talk.say(f"completed {reference(episode)}  {episode.title}")
        return
    if added.match is not None:
        talk.say(f"joined {reference(episode)}  {episode.title} ({'; '.join(added.match.reasons)})")
        return
    if added.is_kept:
        talk.say(f"fetched for {reference(episode)}, which lacked its file: {episode.title}")
        return
    if not added.is_new:
        talk.say(f"already there: {reference(episode)}  {episode.title}")
        return
    if added.new_show:
        talk.say(f"made the show {added.new_show.slug!r} ({added.new_show.title})")
    talk.say(f"added {reference(episode)}  {episode.title}")
    for name, value in _found(episode):
        talk.say(f"  {name:<9} {value}")
    for warning in added.warnings:
        talk.warn(f"{reference(episode)} {warning}")


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
        known = [length(medium.duration) if medium.duration else "", medium.mime_type]
        yield medium.kind, ", ".join(filter(None, known)) or f"linked: {medium.source.url}"
