"""The commands about shows: show add, list, info, edit, remove."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Annotated, Any

import typer

from episodes.cli import state
from episodes.cli.options import Json, complete_shows
from episodes.cli.output import counted, print_facts, print_json, print_table, talk

shows = typer.Typer(no_args_is_help=True, help="Add, list and change shows.")

Slug = Annotated[str, typer.Argument(metavar="SHOW", autocompletion=complete_shows, help="The show's short name.")]
Settings = Annotated[
    list[str] | None,
    typer.Argument(metavar="[FIELD=VALUE]...", help="Settings of the show, as `show info` lists them."),
]


def register(app: typer.Typer) -> None:
    app.add_typer(shows, name="show")


@shows.command("add")
def add_show(
    context: typer.Context,
    slug: Slug,
    title: Annotated[str, typer.Option(help="The show's title; else made of its short name: Quick Take.")] = "",
    settings: Settings = None,
) -> None:
    """Add a show.

    Example: `episodes show add quick-take --title "The Quick Take" author="Ann Lee" language=en`
    """
    from episodes.cli.adding import make_workspace_if_none
    from episodes.core.show_names import new_show

    make_workspace_if_none(context)
    with state.studio(context) as studio:
        show = new_show(slug, title)
        show = studio.shows.add(replace(show, **_changes(settings or [], show)))
        talk.say(f"added the show {show.slug!r} ({show.title}); its settings are in {studio.workspace.settings.name}")


@shows.command("list")
def list_shows(context: typer.Context, as_json: Json = False) -> None:
    """List the shows.

    Example: `episodes show list --json`
    """
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        counts = studio.counts()
        rows = [(show, counts.get(show.slug, 0)) for show in studio.config.shows.values()]
        if as_json:
            print_json([{**to_record(show), "episodes": count} for show, count in rows])
        elif rows:
            print_table(("show", "episodes", "title"), [(show.slug, str(count), show.title) for show, count in rows])
        else:
            talk.say("no shows yet; `episodes show add` or `episodes add SOURCE` makes one")


@shows.command("info")
def show_info(context: typer.Context, slug: Slug, as_json: Json = False) -> None:
    """Show the settings of a show.

    Example: `episodes show info quick-take`
    """
    from episodes.core.addresses import extra_feed_file, feed_file, join_url, page_url, show_page
    from episodes.core.record import to_record
    from episodes.core.show_names import no_such_show

    with state.studio(context) as studio:
        config = studio.config
        if slug not in config.shows:
            raise no_such_show(slug, config.shows)
        show = config.shows[slug]
        addresses = {
            "page": page_url(config.base_url, show_page(slug)),
            "feed": join_url(config.base_url, feed_file(slug)),
        }
        for extra in show.feeds:
            is_made = bool(extra.path) or not extra.private
            url = join_url(config.base_url, extra_feed_file(slug, extra)) if is_made else ""
            addresses[f"feed {extra.name}"] = url or "(the next build makes its secret address)"
        count = studio.counts().get(slug, 0)
        if as_json:
            print_json({**to_record(show), "episodes": count, **addresses})
            return
        facts = [(field.name, _words(getattr(show, field.name))) for field in fields(show)]
        print_facts([*facts, ("episodes", counted(count, "episode")), *addresses.items()])


@shows.command("edit")
def edit_show(
    context: typer.Context,
    slug: Slug,
    settings: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE...", help="Settings, as `show info` lists them.")
    ],
) -> None:
    """Change settings of a show; the same can be done in episodes.toml.

    Example: `episodes show edit quick-take category="News > Politics" hosts="Ann Lee|Editor; Bo Ek"`
    """
    with state.studio(context) as studio:
        studio.shows.change(slug, lambda show: replace(show, **_changes(settings, show)))
        talk.say(f"changed {', '.join(text.partition('=')[0] for text in settings)} of {slug}")


def _changes(texts: list[str], show: Any) -> dict[str, Any]:
    from episodes.core.editing import parse_settings

    return parse_settings(texts, show)


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return "; ".join(entry if isinstance(entry, str) else entry.format() for entry in value)
    if isinstance(value, dict):
        return "; ".join(f"{name} = {text}" for name, text in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if value is not None else ""
