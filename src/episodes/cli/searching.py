"""The command that finds what was said and written: search."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, complete_shows
from episodes.core.query import Scope, Sort


def register(app: typer.Typer) -> None:
    app.command()(search)


def search(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS...", help='Words; "a phrase", -not, begin*, OR, speaker:NAME, episode:300-350.'),
    ] = None,
    show: Annotated[
        list[str] | None,
        typer.Option("--show", "-s", autocompletion=complete_shows, help="Only this show; may be given again."),
    ] = None,
    host: Annotated[list[str] | None, typer.Option(help="Only episodes with this host or guest.")] = None,
    speaker: Annotated[list[str] | None, typer.Option(help="Only what this person says.")] = None,
    since: Annotated[
        str, typer.Option(metavar="DATE", help="Only episodes of then or later: 2024, 2024-06, yesterday.")
    ] = "",
    until: Annotated[
        str, typer.Option(metavar="DATE", help="Only episodes of then or earlier, the whole year, month or day.")
    ] = "",
    episodes: Annotated[str, typer.Option(metavar="N-M", help="Only these numbers: 300-350, 300-.")] = "",
    scope: Annotated[Scope, typer.Option("--in", help="Where to look.")] = "all",
    sort: Annotated[Sort, typer.Option(help="The order of the episodes.")] = "best",
    limit: Annotated[int, typer.Option(min=0, help="At most so many episodes; 0 = all.")] = 10,
    all_hits: Annotated[
        bool, typer.Option("--all-hits", help="Every spot of each episode, not the best three.")
    ] = False,
    around: Annotated[int, typer.Option("--context", min=0, help="So many sentences more around each spot.")] = 0,
    count: Annotated[bool, typer.Option("--count", help="Only say how much was found.")] = False,
    links: Annotated[bool, typer.Option("--links", help="Show the address of each spot.")] = False,
    open_hit: Annotated[int, typer.Option("--open", metavar="N", min=0, help="Open the Nth spot in the browser.")] = 0,
    reindex: Annotated[bool, typer.Option("--reindex", help="First make the index anew from the catalogue.")] = False,
    semantic: Annotated[
        bool, typer.Option("--semantic", help="Also find what is meant alike (extra `semantic`).")
    ] = False,
    like: Annotated[str, typer.Option(metavar="TEXT|REF", help="What is like a text or an episode, by meaning.")] = "",
    index_semantic: Annotated[
        bool, typer.Option("--index-semantic", help="Prepare --semantic and --like: some seconds an episode.")
    ] = False,
    model: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            envvar="EPISODES_SEMANTIC_MODEL",
            help="A sentence model: model.onnx, tokenizer.json.",
        ),
    ] = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV, a line a spot.")] = False,
    as_md: Annotated[bool, typer.Option("--md", help="Print Markdown.")] = False,
) -> None:
    """Search what was said and written: who said what, where.

    Plain words just work. An option that is a word of the search goes after `--`.

    Example: `episodes search "safe zone" turkey --host mercouris --since 2019-10-01`
    """
    from episodes.cli.answering import Asked, answer

    asked = Asked(
        show=tuple(show or ()),
        host=tuple(host or ()),
        speaker=tuple(speaker or ()),
        since=since,
        until=until,
        episodes=episodes,
        scope=scope,
        sort=sort,
        limit=limit,
        all_hits=all_hits,
        around=around,
        only_count=count,
        links=links,
        open_hit=open_hit,
        reindex=reindex,
        semantic=semantic,
        like=like,
        index_semantic=index_semantic,
        model=model,
        as_json=as_json,
        as_csv=as_csv,
        as_md=as_md,
    )
    answer(state.folder(context), words or [], asked)
