"""The commands about episodes in the catalogue: list, info, edit, remove."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Reference, complete_shows
from episodes.cli.output import counted, length, print_facts, print_json, print_table, printable, size, talk
from episodes.core.errors import UsageError

if TYPE_CHECKING:
    from episodes.core.episode import Episode
    from episodes.core.media import Medium
    from episodes.core.transcript import Transcript
    from episodes.studio import Studio


def register(app: typer.Typer) -> None:
    app.command("list")(list_episodes)
    app.command()(info)
    app.command()(edit)
    app.command()(remove)


def list_episodes(
    context: typer.Context,
    show: Annotated[str, typer.Option("--show", "-s", autocompletion=complete_shows, help="Only this show.")] = "",
    limit: Annotated[int, typer.Option(min=0, help="At most so many; 0 = all.")] = 0,
    needs: Annotated[
        str, typer.Option(metavar="review", help="Only episodes whose transcripts have doubtful places.")
    ] = "",
    as_json: Json = False,
) -> None:
    """List episodes, newest first.

    Example: `episodes list --show quick-take --limit 10`
    """
    from episodes.core.record import episode_line
    from episodes.core.show_names import no_such_show

    with state.studio(context) as studio:
        if show and show not in studio.config.shows:
            raise no_such_show(show, studio.config.shows)
        if not studio.workspace.database.exists():
            episodes = []
        else:
            episodes = studio.reader.list_episodes(show or None, limit=None if needs else limit or None)
        if needs:
            episodes = _needing(studio, episodes, needs)[: limit or None]
        if as_json:
            print_json([episode_line(episode) for episode in episodes])
        elif episodes:
            print_table(("show", "no.", "date", "length", "title"), [_row(episode) for episode in episodes])
        elif needs:
            talk.say(f"no episode needs {needs}")
        else:
            talk.say("no episodes yet; `episodes add SOURCE` adds one")


def _needing(studio: Studio, episodes: list[Episode], what: str) -> list[Episode]:
    """Those of the episodes whose transcripts a person should look at."""
    from episodes.core.corrections.doubtful import doubtful

    if what != "review":
        raise UsageError(f"nothing is known of needing {what!r}", hint="episodes list --needs review")
    found = []
    for episode in episodes:
        corrected = studio.reader.corrected(episode.guid, show=episode.show)
        if corrected and doubtful(corrected.machine, corrected.effective, corrected.looked):
            found.append(episode)
    return found


def _row(episode: Episode) -> tuple[str, ...]:
    number = episode.number_label or ("" if episode.number is None else str(episode.number))
    date = f"{episode.published_at:%Y-%m-%d}" + ("" if episode.date_is_sure else "?")
    return (episode.show, number, date, length(episode.duration), episode.title)


def info(
    context: typer.Context,
    reference: Reference,
    why: Annotated[
        bool, typer.Option("--why", help="Say of each field where it comes from and how sure it is.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Show everything that is known of an episode.

    Example: `episodes info quick-take/338 --why`
    """
    from episodes.core.doubts import is_doubt
    from episodes.core.record import episode_record

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        transcript = studio.reader.find_transcript(episode.guid)
        if as_json:
            print_json(episode_record(episode, transcript=transcript))
            return
        print_facts(_facts(episode, transcript, studio.config.base_url))
        if why:
            print()
            rows = [
                (o.field, o.origin, f"{o.confidence:.0%}", o.reason or ("locked" if o.locked else ""))
                for o in episode.origins
                if not is_doubt(o)
            ]
            print_table(("field", "from", "sure", "why"), rows)
            _print_doubts(episode)


def _print_doubts(episode: Episode) -> None:
    from episodes.core.doubts import accepting, doubted
    from episodes.core.record import reference

    for person, origin in doubted(episode):
        print()
        seen = f"{person.name}, {person.role} ({origin.confidence:.0%}): {origin.reason}"
        print(printable(f"seen, not published: {seen}"))
        print(printable(f"  to accept: episodes edit {reference(episode)} {accepting(episode, person)}"))


def _facts(episode: Episode, transcript: Transcript | None, base_url: str) -> list[tuple[str, str]]:
    from episodes.core.addresses import episode_page, page_url
    from episodes.core.timecode import format_clock

    def people(role: str) -> str:
        shown = [c for c in episode.credits if c.role == role]
        return "; ".join(", ".join(filter(None, (c.name, c.title, c.organisation))) for c in shown)

    def mark(name: str) -> str:
        made = " (machine-made)" if episode.is_machine_made(name) else ""
        return made + (" (guessed)" if episode.is_guessed(name) and not made else "")

    number = episode.number_label or ("" if episode.number is None else str(episode.number))
    facts = [
        ("show", episode.show),
        ("number", number + mark("number") if number else ""),
        ("season", "" if episode.season is None else str(episode.season)),
        ("title", episode.title + mark("title")),
        ("original title", episode.original_title if episode.original_title != episode.title else ""),
        ("kind", "" if episode.kind == "full" else episode.kind),
        (
            "date",
            f"{episode.published_at:%Y-%m-%d %H:%M} UTC"
            + ("" if episode.date_is_sure else " (guessed; not published)"),
        ),
        ("length", length(episode.duration)),
        ("language", episode.language),
        ("hosts", people("host") + mark("credits") if people("host") else ""),
        ("guests", people("guest") + mark("credits") if people("guest") else ""),
        ("summary", episode.summary + mark("summary") if episode.summary else ""),
        ("disclaimer", episode.disclaimer),
    ]
    facts += [(link.kind, f"{link.title}  {link.url}".strip()) for link in episode.links]
    heading = "machine-made chapter" if episode.is_machine_made("chapters") else "chapter"
    facts += [(heading, f"{format_clock(chapter.start)}  {chapter.title}") for chapter in episode.chapters]
    if episode.comments:
        hidden = sum(not comment.approved for comment in episode.comments)
        facts.append(("comments", f"{len(episode.comments)}" + (f", {hidden} of them hidden" if hidden else "")))
    facts += [("related", title) for title in episode.related]
    facts += [(medium.kind, ", ".join(_medium_facts(medium))) for medium in episode.media]
    if transcript:
        by = transcript.fingerprint
        words = sum(len(segment.text.split()) for segment in transcript.segments)
        facts.append(("transcript", f"{counted(words, 'word')}, {transcript.language}, {by.model} by {by.engine}"))
        facts += [
            ("to look at", f"{format_clock(p.start)} to {format_clock(p.end)}  {p.reason}") for p in transcript.review
        ]
    else:
        facts.append(("transcript", "none yet"))
    facts += [("page", page_url(base_url, episode_page(episode))), ("guid", episode.guid)]
    facts.append(("source", next((m.source.url for m in episode.media), "")))
    facts += [("remark", remark) for remark in episode.remarks]
    return facts


def _medium_facts(medium: Medium) -> Iterator[str]:
    """What is known of a medium; of one that is only linked that may be little."""
    yield from filter(None, [medium.mime_type, length(medium.duration) if medium.duration else ""])
    if medium.length:
        yield size(medium.length)
    yield medium.media_key or medium.source.url
    if not medium.media_key:
        yield "only linked"
    if medium.offset:
        yield f"{medium.offset:+.1f} s to the transcript's times"


def edit(
    context: typer.Context,
    reference: Reference,
    changes: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD=VALUE]...", help="title, number, date, hosts, summary, …")
    ] = None,
    transcript: Annotated[
        bool, typer.Option("--transcript", help="Correct the transcript in your editor instead (EDITOR says which).")
    ] = False,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="With --transcript: take the text from a file; - = stdin."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Set fields of an episode by hand, or correct its transcript; no machine changes that afterwards.

    With `--transcript`, the text opens in your editor with times and speakers; what you changed becomes edits,
    which stay when the episode is transcribed anew. `episodes history` shows them, `episodes undo` takes them back.

    Example: `episodes edit 338 title="A better title" hosts="Ann Lee|Editor; Bo Ek" date=2019-10-17`
    """
    from episodes.cli.correcting import edit_transcript
    from episodes.core.editing import edited, parse_changes
    from episodes.core.errors import UsageError
    from episodes.core.record import episode_record

    if transcript or not changes:
        if changes or not transcript:
            raise UsageError("edit takes either FIELD=VALUE or --transcript", hint='episodes edit REF title="…"')
        with state.studio(context) as studio:
            edit_transcript(studio, reference, file)
        return
    values = parse_changes(changes)
    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        with studio.catalogue.together():
            if "date" in values:
                studio.catalogue.set_date(episode.guid, values["date"], show=episode.show)
            episode = studio.catalogue.change_episode(
                episode.guid, lambda episode: edited(episode, values), show=episode.show
            )
        talk.say(f"changed {', '.join(values)} of {episode.show}/{episode.slug}; `episodes build` publishes it")
        if as_json:
            print_json(episode_record(episode, transcript=studio.reader.find_transcript(episode.guid)))


def remove(
    context: typer.Context,
    reference: Reference,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask.")] = False,
    keep_media: Annotated[bool, typer.Option("--keep-media", help="Leave the media files where they are.")] = False,
) -> None:
    """Remove an episode with its transcript, media and pages.

    Example: `episodes remove quick-take/338`
    """
    from episodes.workflow.remove import remove_episode

    with state.studio(context) as studio:
        episode = studio.reader.resolve(reference)
        if not yes:
            _confirm(f"Remove {episode.show}/{episode.slug} ({episode.title}) and its files?")
        remove_episode(
            episode,
            studio.shows.get(episode.show),
            catalogue=studio.catalogue,
            storage=studio.storage,
            feeds=studio.workspace.feeds,
            keep_media=keep_media,
        )
        talk.say(f"removed {episode.show}/{episode.slug}; `episodes build` takes it out of the feed")


def _confirm(question: str) -> None:
    """Ask whether to go on; raises UsageError where nobody is there to answer."""
    try:
        is_agreed = typer.confirm(question, err=True)
    except typer.Abort as error:
        if sys.stdin is not None and sys.stdin.isatty():
            raise
        print(file=sys.stderr)  # the question has no end of line
        raise UsageError("nobody answered, so nothing is removed", hint="`--yes` removes without asking") from error
    if not is_agreed:
        raise typer.Abort
