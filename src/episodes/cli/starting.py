"""The commands one starts with, or comes back to in trouble: init, demo, doctor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from episodes.cli import state
from episodes.cli.options import Json
from episodes.cli.output import paint, print_json, talk


def register(app: typer.Typer) -> None:
    app.command()(init)
    app.command()(demo)
    app.command()(doctor)


def init(
    context: typer.Context,
    directory: Annotated[Path | None, typer.Argument(metavar="[DIR]", help="The folder; else this one.")] = None,
    base_url: Annotated[str, typer.Option(metavar="URL", help="The address that feeds/ will have on the web.")] = "",
) -> None:
    """Make a workspace: settings, and folders for media and for what is published.

    Example: `episodes init quick-take --base-url https://shows.example.org`
    """
    from episodes.config import edit
    from episodes.config.settings import load_config
    from episodes.workflow.init import make_folder, make_workspace

    folder = make_folder(state.folder(context) / (directory or ""))
    workspace = make_workspace(folder)
    if base_url:
        edit.set_base_url(workspace.settings, base_url)
        load_config(workspace.settings)
    talk.say(f"{folder} is a workspace; its settings are in {workspace.settings.name}")
    talk.say('next: `episodes show add quick-take --title "Quick Take"`, or just `episodes add SOURCE`')


def demo(
    context: typer.Context,
    directory: Annotated[Path, typer.Argument(metavar="[DIR]", help="A new folder for it.")] = Path("episodes-demo"),
    model: Annotated[str, typer.Option(help="A Whisper model by name or folder; auto picks.")] = "",
) -> None:
    """Do the main job on an episode that comes with the program, and show what came out.

    Example: `episodes demo`, then `episodes -C episodes-demo serve`
    """
    from episodes.cli.tour import run_demo

    run_demo(state.folder(context) / directory, shown_as=directory, model=model)


def doctor(
    context: typer.Context,
    site: Annotated[str, typer.Argument(metavar="[SITE]", help="youtube or soundcloud: what reading it takes.")] = "",
    as_json: Json = False,
) -> None:
    """Look at this machine and workspace: what is there, what is missing, and the command that mends it.

    Example: `episodes doctor`, or `episodes doctor youtube`
    """
    from episodes.config.workspace import find_workspace
    from episodes.core.errors import NotAllDone
    from episodes.workflow.doctor import examine, examine_site

    workspace = find_workspace(state.folder(context))
    with state.loose_studio(context) as studio:
        findings = examine_site(site, studio) if site else examine(workspace, studio)
    if as_json:
        print_json([{"what": f.what, "state": f.state, "detail": f.detail, "mend": f.mend} for f in findings])
    else:
        marks = {"good": paint("ok     ", "32"), "missing": paint("missing", "33"), "broken": paint("broken ", "31")}
        for finding in findings:
            print(f"{marks[finding.state]}  {finding.what}: {finding.detail}")
            if finding.mend:
                print(f"         {finding.mend}")
    if any(finding.state == "broken" for finding in findings):
        raise NotAllDone("something is broken; see above")
