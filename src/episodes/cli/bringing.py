"""The commands that bring whole shows in and take them out: import, export."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.adding import make_workspace_if_none
from episodes.cli.options import Json
from episodes.cli.outcome import not_all_done
from episodes.cli.output import counted, print_json, talk
from episodes.cli.progress import ProgressLine
from episodes.core.errors import EpisodesError, NotAllDone, UsageError

if TYPE_CHECKING:
    from episodes.studio import Studio
    from episodes.workflow.import_feed import Imported


def register(app: typer.Typer) -> None:
    app.command("import")(import_)
    app.command()(export)


def import_(
    context: typer.Context,
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="A feed's address or file, a list of feeds; or FILE REF, see below."),
    ],
    show: Annotated[str, typer.Option("--show", "-s", help="The show it goes to; else the feed says it.")] = "",
    media: Annotated[
        bool, typer.Option("--media", help="Fetch the media, transcripts and chapters too; else they are only linked.")
    ] = False,
    transcript: Annotated[
        bool, typer.Option("--transcript", help="Bring corrections home: FILE REF, a corrected transcript.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Bring a show in from its feed: all episodes, with their GUIDs and dates to the letter.

    Importing again adds what is new and leaves the rest alone. A further feed of the show (its films, another host's
    copy) fills what its items of the same GUIDs say beyond the first, and its media join them. What had to be mended
    is noted on each episode.
    The folder of an `export` comes back without loss; a folder of caption files gives transcripts to the episodes
    that the files are named after.
    With `--transcript`, it takes a transcript that was exported and corrected elsewhere (SRT, VTT, JSON, Markdown)
    and the episode, and makes edits of the words and speakers that differ.

    Example: `episodes import https://example.org/feed.xml` or `episodes import 338.srt quick-take/338 --transcript`
    """
    if transcript:
        from episodes.cli.correcting import import_corrections

        import_corrections(context, sources)
        return
    make_workspace_if_none(context)
    with state.studio(context) as studio:
        done: list[dict[str, object]] = []
        failed: list[EpisodesError] = []
        for source in sources:
            with ProgressLine() as line:
                try:
                    for event in _events(studio, source, show, media=media, line=line):
                        line.clear()
                        failed += _tell(event, done)
                        _tell_of_links(source, event, show, media=media)
                except EpisodesError as error:
                    if len(sources) == 1:
                        raise
                    failed.append(error)
                    talk.error(f"{source}: {error.message}", hint=error.hint)
        if as_json:
            print_json(done)
        if failed:
            raise not_all_done(
                failed,
                " failed; the rest is imported",
                hint="mend what is told of them, then run the same command again",
            )


def _events(studio: Studio, source: str, show: str, *, media: bool, line: ProgressLine) -> Iterator[object]:
    from episodes.media.addresses import refuse_mistyped
    from episodes.workflow.import_export import is_export

    refuse_mistyped(source)
    folder = Path(source).expanduser()
    if folder.is_dir() and is_export(folder):
        yield from studio.export_reader().run(folder)
        return
    if folder.is_dir() or folder.suffix.lower() in (".vtt", ".srt", ".sbv"):
        from episodes.workflow.import_captions import import_captions

        if not folder.exists():
            raise UsageError(f"no file or folder {source}", hint="check the path")
        chosen = studio.shows.get(show) if show else None
        yield from import_captions(folder, chosen, catalogue=studio.catalogue)
        return
    yield from studio.importer(line, typed=[source]).run(source, show=show, with_media=media)


def _tell(event: object, done: list[dict[str, object]]) -> list[EpisodesError]:
    from episodes.core.record import reference
    from episodes.workflow.add import Failed
    from episodes.workflow.import_captions import Captioned
    from episodes.workflow.import_feed import Imported

    if isinstance(event, Failed):
        talk.error(f"{event.what}: {event.error.message}", hint=event.error.hint)
        return [event.error]
    if isinstance(event, Captioned):
        words = f"transcript of {counted(event.segments, 'segment')}" if event.is_new else "it has a transcript already"
        talk.say(f"{event.file.name}: {reference(event.episode)}, {words}")
        done.append({"file": str(event.file), "guid": event.episode.guid, "is_new": event.is_new})
        return []
    assert isinstance(event, Imported)
    tell_imported(event)
    counts = {name: getattr(event, name) for name in ("items", "added", "completed", "fetched", "remarks")}
    done.append({"show": event.show.slug, "is_new_show": event.is_new_show, **counts, "notes": list(event.notes)})
    return []


def _tell_of_links(source: str, event: object, show: str, *, media: bool) -> None:
    """What comes without its media cannot be transcribed or published yet."""
    from episodes.workflow.import_feed import Imported

    if not isinstance(event, Imported) or not event.added or media or Path(source).expanduser().is_dir():
        return
    if not event.has_media:
        talk.say("  the page names no media; `episodes add FILE --number N` (or `--title`) brings them")
    else:
        again = f"episodes import {shlex.quote(source)} --media" + (f" --show {shlex.quote(show)}" if show else "")
        talk.say(f"  media are only linked; `{again}` fetches them for feeds")


def tell_imported(event: Imported) -> None:
    """Say what became of one feed."""
    show = event.show
    if event.is_new_show:
        talk.say(f"made the show {show.slug!r} ({show.title})")
    for note in event.notes:
        talk.warn(note)
    if not event.added and not event.completed and not event.fetched:
        talk.say(f"{show.slug}: nothing new among {counted(event.items, 'item')}")
        return
    more = [f"{counted(event.completed, 'episode')} completed"] if event.completed else []
    more += [f"{counted(event.fetched, 'media file')} fetched"] if event.fetched else []
    more += [f"{counted(event.remarks, 'remark')} (`episodes info REF` shows them)"] if event.remarks else []
    talk.say(", ".join([f"{show.slug}: {event.added} of {counted(event.items, 'item')} added", *more]))
    for told in event.presented.told:
        talk.say(f"  {told}")


def export(
    context: typer.Context,
    directory: Annotated[
        Path, typer.Argument(metavar="DIR|REF", help="A folder, new or with an older export; or an episode, see below.")
    ],
    show: Annotated[list[str] | None, typer.Option("--show", "-s", help="Only this show; may be given again.")] = None,
    media: Annotated[bool, typer.Option("--media", help="Copy the media files too.")] = False,
    transcript: Annotated[
        bool, typer.Option("--transcript", help="Write one episode's transcript, to be corrected elsewhere.")
    ] = False,
    format: Annotated[  # noqa: A002  # the option's name
        str, typer.Option("--format", "-f", help="With --transcript: srt, vtt, json, md, txt or html.")
    ] = "",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="With --transcript: write to a file.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Write everything to a folder: records as JSON, episodes as Markdown, a list of the media.

    `episodes import DIR` brings it back without loss, here or elsewhere. With `--transcript`, it writes one
    transcript instead; `episodes import FILE REF --transcript` brings the corrections home.

    Example: `episodes export backup --media`
    """
    from episodes.core.record import to_record

    if transcript:
        from episodes.cli.correcting import export_transcript

        with state.studio(context) as studio:
            export_transcript(studio, str(directory), format, output)
        return
    with state.studio(context) as studio:
        done, missing = [], 0
        for event in studio.exporter().export(studio.shows.chosen(show or []), directory, with_media=media):
            text = f"{event.show}: {counted(event.episodes, 'episode')}, {counted(event.transcripts, 'transcript')}"
            talk.say(text + (f", {counted(event.media, 'media file')}" if media else ""))
            for key in event.missing:
                talk.warn(f"media/{key} is gone; its episode is exported without it")
            missing += len(event.missing)
            done.append(to_record(event))
        if as_json:
            print_json(done)
        if missing:
            raise NotAllDone(f"{counted(missing, 'media file')} missing; the rest is exported")
