"""The commands about where episodes come from: source add, list, remove."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, Shows, complete_shows
from episodes.cli.output import print_json, print_table, talk
from episodes.core.errors import NotFound, UsageError

if TYPE_CHECKING:
    from episodes.core.show import Show

sources = typer.Typer(no_args_is_help=True, help="Say where a show's episodes come from.")

Slug = Annotated[str, typer.Argument(metavar="SHOW", autocompletion=complete_shows, help="The show's short name.")]


def register(app: typer.Typer) -> None:
    app.add_typer(sources, name="source")


@sources.command("add")
def add_source(
    context: typer.Context,
    show: Slug,
    url: Annotated[str, typer.Argument(metavar="URL", help="A channel, playlist, feed, page or folder.")],
    kind: Annotated[str, typer.Option("--as", help="What its items are taken as: audio or video.")] = "audio",
    match: Annotated[str, typer.Option("--match", metavar="REGEX", help="Only items whose title is like this.")] = "",
    min_duration: Annotated[str, typer.Option(metavar="TIME", help="Only items at least so long: 90, 5:00.")] = "",
    download: Annotated[
        bool | None,
        typer.Option("--download/--link", help="Fetch the media, or only link them; by default audio is fetched."),
    ] = None,
) -> None:
    """Add a source to a show; `sync` then brings what is new there.

    Example: `episodes source add quick-take https://www.youtube.com/@QuickTake --as video --min-duration 5:00`
    """
    import re

    from episodes.core.logins import without_login
    from episodes.core.show import ShowSource
    from episodes.core.timecode import parse_timecode
    from episodes.media.source_addresses import as_source, kept_as

    url = as_source(url)
    if kind not in ("audio", "video"):
        raise UsageError(f"--as takes audio or video, not {kind!r}")
    try:
        re.compile(match)
        seconds = parse_timecode(min_duration) if min_duration else 0.0
    except re.error as error:
        raise UsageError(f"--match {match!r} is no regular expression: {error}") from error
    except ValueError as error:
        raise UsageError(f"--min-duration {min_duration!r} is no time", hint="write it like 90 or 5:00") from error
    source = ShowSource(
        url=url, kind="video" if kind == "video" else "audio", match=match, min_duration=seconds, download=download
    )

    def with_source(known: Show) -> Show:
        if any((kept_as(one.url), one.kind) == (source.url, source.kind) for one in known.sources):
            raise UsageError(
                f"{show} has that source already",
                hint=f"`episodes source remove {show} {without_login(url)}` takes it off",
            )
        return replace(known, sources=(*known.sources, source))

    with state.studio(context) as studio:
        studio.shows.change(show, with_source)
        talk.say(f"added to {show}: {source.format()}; `episodes sync {show}` brings what is there")


@sources.command("list")
def list_sources(context: typer.Context, show: Shows = None, as_json: Json = False) -> None:
    """List the sources, with how much of each is known.

    Example: `episodes source list`
    """
    from episodes.core.logins import without_login
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        rows = []
        for one in studio.shows.chosen(show or []).values():
            remote = studio.catalogue.list_remote(one.slug)
            for source in one.sources:
                own = [item for item in remote if item.channel == source.url]
                counts = {
                    name: sum(item.state == name for item in own) for name in ("episode", "asked", "failed", "passed")
                }
                shown = replace(source, url=without_login(source.url))
                rows.append((one.slug, shown, {**counts, "gone": sum(item.gone_at is not None for item in own)}))
        if as_json:
            print_json([{"show": slug, **to_record(source), **counts} for slug, source, counts in rows])
        elif rows:
            table = [
                (slug, source.format(), ", ".join(f"{count} {name}" for name, count in counts.items() if count) or "-")
                for slug, source, counts in rows
            ]
            print_table(("show", "source", "items"), table)
        else:
            talk.say("no sources yet; `episodes source add SHOW URL` adds one")


@sources.command("remove")
def remove_source(
    context: typer.Context,
    show: Slug,
    url: Annotated[str, typer.Argument(metavar="URL", help="As `source list` has it.")],
) -> None:
    """Take a source off a show; the episodes that came from it stay.

    Example: `episodes source remove quick-take https://example.org/feed.xml`
    """
    from episodes.core.logins import without_login
    from episodes.media.source_addresses import kept_as

    def without_source(known: Show) -> Show:
        listed = [source.url for source in known.sources]
        own = kept_as(url) if kept_as(url) in listed else url
        left = tuple(one for one in known.sources if own != (one.url if own in listed else without_login(one.url)))
        if len(left) == len(known.sources):
            raise NotFound(f"{show} has no source {without_login(url)}", hint=f"`episodes source list {show}` has them")
        return replace(known, sources=left)

    with state.studio(context) as studio:
        studio.shows.change(show, without_source)
        talk.say(f"removed {without_login(url)} from {show}")
