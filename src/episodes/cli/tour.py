"""The demo's tour: the ordinary commands on the sample episode, one after the other, told as they go."""

from __future__ import annotations

import os
import shutil
import sys
from importlib.resources import as_file, files
from pathlib import Path

from episodes.cli.output import Voice, paint, talk
from episodes.core.errors import UsageError

#: Words that are spoken in the sample.
PHRASE = "whisper in the haystack"


def run_demo(folder: Path, *, shown_as: Path, model: str) -> None:
    """Run `init`, `add`, `build` and `search` in a folder; raises UsageError if other things lie there."""
    from episodes.config.workspace import SETTINGS_FILE

    if folder.exists() and not (folder / SETTINGS_FILE).is_file() and any(folder.iterdir()):
        raise UsageError(
            f"{shown_as} is there already and is no workspace", hint="`episodes demo DIR` takes another folder"
        )
    here = f"{_program()} -C {shown_as}"
    with as_file(files("episodes.demo") / "episode.mp3") as sample:
        _run(_program(), "init", str(shown_as), arguments=["init", str(folder)])
        add = ["add", str(sample), *(["--model", model] if model else [])]
        _run(here, "add", sample.name, arguments=["-C", str(folder), *add])
    _run(here, "build", arguments=["-C", str(folder), "build"])
    _run(here, "check", arguments=["-C", str(folder), "check"])
    _run(here, f'search "{PHRASE}"', arguments=["-C", str(folder), "search", PHRASE])
    talk.say("")
    talk.say("Next, try:")
    talk.say(f"  {here} serve                       # see the pages, subscribe to the feed")
    talk.say(f"  {here} transcript last --format srt")
    talk.say(f"  {here} add YOUR-EPISODE.mp3        # or an address that yt-dlp can read")


def _program() -> str:
    """How the person can call this program: by name if the shell finds it, else by its path."""
    called = Path(sys.argv[0])
    found = shutil.which("episodes")
    if called.name != "episodes" or (found and Path(found).resolve() == called.resolve()):
        return "episodes"
    return os.path.relpath(called) if called.is_absolute() else str(called)


def _run(*shown: str, arguments: list[str]) -> None:
    from episodes.cli.app import app

    if talk.voice >= Voice.normal:  # not by `say`, which takes the colours out as it does all that steers a terminal
        print(f"{paint('$', '2', sys.stderr)} {paint(' '.join(shown), '1', sys.stderr)}", file=sys.stderr)
    app(arguments, prog_name="episodes", standalone_mode=False)
    sys.stdout.flush()  # results and talk in the order in which they came, in a pipe too
    talk.say("")
