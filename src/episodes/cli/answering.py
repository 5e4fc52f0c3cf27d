"""How a search is answered on the command line, whoever read the arguments; it needs no Typer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from episodes.cli import hits
from episodes.cli.output import print_json, talk
from episodes.core.errors import NotFound, UsageError
from episodes.core.light import dataclass
from episodes.core.query import Filters, Scope, Sort
from episodes.studio import Studio

if TYPE_CHECKING:
    from episodes.core.hits import Results


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The options of a search, as `episodes search --help` tells them."""

    show: tuple[str, ...] = ()
    host: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    episodes: str = ""
    scope: Scope = "all"
    sort: Sort = "best"
    limit: int = 10
    all_hits: bool = False
    around: int = 0
    only_count: bool = False
    links: bool = False
    open_hit: int = 0
    reindex: bool = False
    semantic: bool = False
    like: str = ""
    index_semantic: bool = False
    model: Path | None = None
    as_json: bool = False
    as_csv: bool = False
    as_md: bool = False


def answer(folder: Path, words: Sequence[str], asked: Asked) -> None:
    """Search the workspace of a folder and print what is found; raises NotFound and UsageError."""
    _require_words(words, asked)
    filters = _filters(asked)
    with Studio.open(folder) as studio:
        # The settings are read only where something of them is needed.
        is_linked = asked.links or asked.open_hit or asked.as_json or asked.as_csv or asked.as_md
        base_url = studio.config.base_url if is_linked else ""
        if asked.show:
            _require_shows(asked.show, studio.config.shows)
        if asked.reindex:
            studio.reader.reindex()
            talk.say("the index is made anew")
        if asked.index_semantic:
            from episodes.cli import meaning

            meaning.index(studio, asked.model)
        if not words and not asked.like:
            return
        found = _found(studio, hits.as_typed(words), filters, asked)
    _print(found, base_url, asked)
    if not found:
        raise NotFound(f"nothing found for {found.query!r}", hint=hits.advice(found))
    if asked.open_hit:
        hits.open_in_browser(found, base_url, asked.open_hit)


def _require_words(words: Sequence[str], asked: Asked) -> None:
    if not words and not asked.like and not asked.index_semantic and not asked.reindex:
        raise UsageError("no words to search for", hint="episodes search WORDS...")
    if words and asked.like:
        raise UsageError(
            "--like stands instead of words, not beside them", hint=f"episodes search --like {asked.like!r}"
        )


def _require_shows(names: Sequence[str], shows: Mapping[str, object]) -> None:
    from episodes.core.show_names import no_such_show

    for name in names:
        if name not in shows:
            raise no_such_show(name, shows)


def _filters(asked: Asked) -> Filters:
    from_day, to_day = hits.period(asked.since), hits.period(asked.until)
    return Filters(
        shows=asked.show,
        hosts=asked.host,
        speakers=asked.speaker,
        since=from_day and from_day[0],
        until=to_day and to_day[1],
        numbers=hits.numbers(asked.episodes),
        scope=asked.scope,
    )


def _found(studio: Studio, words: str, filters: Filters, asked: Asked) -> Results:
    spots = 0 if asked.all_hits else 3
    if not asked.semantic and not asked.like:
        return studio.reader.search(
            words, filters=filters, sort=asked.sort, limit=asked.limit, hits=spots, context=asked.around
        )
    from episodes.cli import meaning
    from episodes.store.search.semantic.ask import Asking

    asking = Asking(filters=filters, sort=asked.sort, limit=asked.limit, hits=spots, context=asked.around)
    return meaning.search(studio, asked.model, words=words, like=asked.like, asking=asking)


def _print(found: Results, base_url: str, asked: Asked) -> None:
    if asked.as_json:
        print_json(hits.record(found, base_url))
    elif asked.only_count:
        hits.print_count(found)
    elif asked.as_csv:
        hits.print_csv(found, base_url)
    elif asked.as_md:
        hits.print_markdown(found, base_url)
    else:
        hits.print_text(found, base_url, links=asked.links)
