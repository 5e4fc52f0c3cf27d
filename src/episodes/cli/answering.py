"""How a search is answered on the command line, whoever read the arguments; it needs no Typer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from episodes.cli import hits
from episodes.cli.output import print_json, talk
from episodes.core.errors import NotFound, UsageError
from episodes.core.query import Filters, Scope, Sort
from episodes.studio import Studio

if TYPE_CHECKING:
    from episodes.core.hits import Results


class Wishes(NamedTuple):
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


def answer(folder: Path, words: Sequence[str], wishes: Wishes) -> None:
    """Search the workspace of a folder and print what is found; raises NotFound and UsageError."""
    _require_words(words, wishes)
    filters = _filters(wishes)
    with Studio.open(folder) as studio:
        # The settings are read only where something of them is needed.
        is_linked = wishes.links or wishes.open_hit or wishes.as_json or wishes.as_csv or wishes.as_md
        base_url = studio.config.base_url if is_linked else ""
        if wishes.show:
            _require_shows(wishes.show, studio.config.shows)
        if wishes.reindex:
            studio.reader.reindex()
            talk.say("the index is made anew")
        if wishes.index_semantic:
            from episodes.cli import meaning

            meaning.index(studio, wishes.model)
        if not words and not wishes.like:
            return
        found = _found(studio, hits.as_typed(words), filters, wishes)
    _print(found, base_url, wishes)
    if not found:
        raise NotFound(f"nothing found for {found.query!r}", hint=hits.advice(found))
    if wishes.open_hit:
        hits.open_in_browser(found, base_url, wishes.open_hit)


def _require_words(words: Sequence[str], wishes: Wishes) -> None:
    if not words and not wishes.like and not wishes.index_semantic and not wishes.reindex:
        raise UsageError("no words to search for", hint="episodes search WORDS...")
    if words and wishes.like:
        raise UsageError(
            "--like stands instead of words, not beside them", hint=f"episodes search --like {wishes.like!r}"
        )


def _require_shows(names: Sequence[str], shows: Mapping[str, object]) -> None:
    from episodes.core.show_names import no_such_show

    for name in names:
        if name not in shows:
            raise no_such_show(name, shows)


def _filters(wishes: Wishes) -> Filters:
    from_day, to_day = hits.period(wishes.since), hits.period(wishes.until)
    return Filters(
        shows=wishes.show,
        hosts=wishes.host,
        speakers=wishes.speaker,
        since=from_day and from_day[0],
        until=to_day and to_day[1],
        numbers=hits.numbers(wishes.episodes),
        scope=wishes.scope,
    )


def _found(studio: Studio, asked: str, filters: Filters, wishes: Wishes) -> Results:
    spots = 0 if wishes.all_hits else 3
    if not wishes.semantic and not wishes.like:
        return studio.reader.search(
            asked, filters=filters, sort=wishes.sort, limit=wishes.limit, hits=spots, context=wishes.around
        )
    from episodes.cli import meaning
    from episodes.store.search.semantic.ask import Asking

    asking = Asking(filters=filters, sort=wishes.sort, limit=wishes.limit, hits=spots, context=wishes.around)
    return meaning.search(studio, wishes.model, words=asked, like=wishes.like, asking=asking)


def _print(found: Results, base_url: str, wishes: Wishes) -> None:
    if wishes.as_json:
        print_json(hits.record(found, base_url))
    elif wishes.only_count:
        hits.print_count(found)
    elif wishes.as_csv:
        hits.print_csv(found, base_url)
    elif wishes.as_md:
        hits.print_markdown(found, base_url)
    else:
        hits.print_text(found, base_url, links=wishes.links)
