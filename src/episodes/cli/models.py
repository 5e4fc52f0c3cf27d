"""The commands about Whisper models: models list, pull, path, bench."""

from __future__ import annotations

from typing import Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json
from episodes.cli.output import paint, print_json, print_table, size, talk
from episodes.core.record import to_record

models = typer.Typer(no_args_is_help=True, help="List, get and measure Whisper models.")

Name = Annotated[str, typer.Argument(metavar="NAME", help="A model: tiny.en, base, large-v3-turbo, auto, or a folder.")]


def register(app: typer.Typer) -> None:
    app.add_typer(models, name="models")


@models.command("list")
def list_models(context: typer.Context, as_json: Json = False) -> None:
    """List the models on this machine, and the names that could be had.

    Example: `episodes models list`
    """
    with state.loose_studio(context) as studio:
        shelf = studio.shelf
        here = shelf.installed()
        others = [name for name in shelf.known() if name not in {model.name for model in here}]
    if as_json:
        installed = [{**to_record(model), "folder": str(model.folder)} for model in here]
        print_json({"installed": installed, "available": others})
        return
    if here:
        rows = [(model.name, size(model.size), model.languages, model.where) for model in here]
        print_table(("model", "size", "languages", "where"), rows)
    talk.say(f"to be had with `episodes models pull NAME`: {', '.join(others)}")


@models.command()
def pull(context: typer.Context, name: Name) -> None:
    """Get a model, so that transcribing needs no network later.

    Example: `episodes models pull large-v3-turbo`
    """
    with state.loose_studio(context) as studio:
        model = studio.shelf.pull(name)
    print(model.folder)
    talk.say(f"{model.name}: {size(model.size)}, {model.where}")


@models.command()
def path(context: typer.Context, name: Name) -> None:
    """Print the folder of a model on this machine.

    Example: `episodes models path tiny.en`
    """
    with state.loose_studio(context) as studio:
        print(studio.shelf.find(name).folder)


@models.command()
def bench(
    context: typer.Context,
    names: Annotated[list[str] | None, typer.Argument(metavar="[NAME]...", help="Models; none means all here.")] = None,
    wish: Annotated[str, typer.Option(help="What to pick for: speed or quality.")] = "quality",
    at_least: Annotated[float, typer.Option(metavar="X", help="For quality: X times real time at least.")] = 2.0,
    as_json: Json = False,
) -> None:
    """Measure models on this machine with the sample episode, and pick one.

    Example: `episodes models bench --wish speed`
    """
    from importlib.resources import as_file, files

    from episodes.core.errors import UsageError
    from episodes.workflow.bench import measure
    from episodes.workflow.bench import pick as pick_one

    if wish not in ("speed", "quality"):
        raise UsageError(f"no wish named {wish!r}", hint="speed or quality")
    measured = []
    with state.loose_studio(context) as studio, as_file(files("episodes.demo") / "episode.mp3") as sample:
        wanted = [studio.shelf.find(name) for name in names] if names else studio.shelf.installed()
        for model in wanted:
            talk.say(f"measuring {model.name} …")
            transcriber = studio.transcriber(model=str(model.folder), language="en")
            measured.append(measure(model.name, model.size, transcriber, sample))
    best = pick_one(measured, "speed" if wish == "speed" else "quality", at_least=at_least)
    if as_json:
        print_json({"measured": to_record(measured), "pick": best.name})
        return
    rows = [(one.name, size(one.size), f"{one.load:.1f} s", f"{one.speed:.1f}x", str(one.words)) for one in measured]
    print_table(("model", "size", "first words", "speed", "words"), rows)
    print(f'{paint("pick", "1")}  {best.name}: write model = "{best.name}" under [transcription] in episodes.toml')
