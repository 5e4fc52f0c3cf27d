"""The command that finds what was said and written: search."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json, complete_shows
from episodes.cli.output import print_json
from episodes.core.query import Scope, Sort

if TYPE_CHECKING:
    from episodes.core.hits import Results


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
    from episodes.cli import hits
    from episodes.core.errors import NotFound
    from episodes.core.query import Filters

    _require_words(words, like, index_semantic=index_semantic)
    from_day, to_day = hits.period(since), hits.period(until)
    filters = Filters(
        shows=tuple(show or ()),
        hosts=tuple(host or ()),
        speakers=tuple(speaker or ()),
        since=from_day and from_day[0],
        until=to_day and to_day[1],
        numbers=hits.numbers(episodes),
        scope=scope,
    )
    with state.studio(context) as studio:
        # The settings are read only where something of them is needed.
        base_url = studio.config.base_url if links or open_hit or as_json or as_csv or as_md else ""
        if show:
            _require_shows(show, studio.config.shows)
        if index_semantic:
            from episodes.cli import meaning

            meaning.index(studio, model)
            if not words and not like:
                return
        asked = hits.as_typed(words or [])
        spots = 0 if all_hits else 3
        if semantic or like:
            from episodes.cli import meaning
            from episodes.store.search.semantic.ask import Asking

            asking = Asking(filters=filters, sort=sort, limit=limit, hits=spots, context=around)
            found = meaning.search(studio, model, words=asked, like=like, asking=asking)
        else:
            found = studio.reader.search(asked, filters=filters, sort=sort, limit=limit, hits=spots, context=around)
    _print(
        found, base_url, how="json" if as_json else "csv" if as_csv else "md" if as_md else "", count=count, links=links
    )
    if not found:
        raise NotFound(f"nothing found for {found.query!r}", hint=hits.advice(found))
    if open_hit:
        hits.open_in_browser(found, base_url, open_hit)


def _require_words(words: list[str] | None, like: str, *, index_semantic: bool) -> None:
    from episodes.core.errors import UsageError

    if not words and not like and not index_semantic:
        raise UsageError("no words to search for", hint="episodes search WORDS...")
    if words and like:
        raise UsageError("--like stands instead of words, not beside them", hint=f"episodes search --like {like!r}")


def _require_shows(names: list[str], shows: Mapping[str, object]) -> None:
    from episodes.core.show_names import no_such_show

    for name in names:
        if name not in shows:
            raise no_such_show(name, shows)


def _print(found: Results, base_url: str, *, how: str, count: bool, links: bool) -> None:
    from episodes.cli import hits

    if how == "json":
        print_json(hits.record(found, base_url))
    elif count:
        hits.print_count(found)
    elif how == "csv":
        hits.print_csv(found, base_url)
    elif how == "md":
        hits.print_markdown(found, base_url)
    else:
        hits.print_text(found, base_url, links=links)
