"""The command that walks through the doubtful places of a transcript: review."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from episodes.cli import state
from episodes.cli.correcting import open_correcting
from episodes.cli.options import Json, Reference
from episodes.cli.output import counted, paint, print_json, printable, talk
from episodes.core.errors import UsageError
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from episodes.core.corrections.doubtful import Doubt
    from episodes.studio import Studio
    from episodes.workflow.correct import Correcting

#: Players that can play a stretch of a file, with the arguments for it.
_PLAYERS = {
    "ffplay": "-nodisp -autoexit -loglevel quiet -ss {start} -t {length} {file}",
    "mpv": "--no-video --really-quiet --start={start} --length={length} {file}",
}


def register(app: typer.Typer) -> None:
    app.command()(review)


def review(
    context: typer.Context,
    reference: Reference,
    accept: Annotated[
        str, typer.Option("--accept", metavar="N,N|all", help="Find these places good, by their numbers in the list.")
    ] = "",
    listing: Annotated[bool, typer.Option("--list", help="List the places; ask nothing.")] = False,
    as_json: Json = False,
) -> None:
    """Walk through the doubtful places of a transcript, the worst first: accept, edit, play or skip each.

    Without a terminal, or with `--list`, the places are listed with their numbers.

    Example: `episodes review quick-take/338`
    """
    from episodes.core.record import to_record

    with state.studio(context) as studio:
        correcting = open_correcting(studio, reference)
        doubts = correcting.doubts()
        if accept:
            chosen = _chosen(doubts, accept)
            correcting.accept(chosen)
            talk.say(f"{counted(len(chosen), 'place')} found good")
        elif as_json:
            print_json(to_record(doubts))
        elif listing or not sys.stdin.isatty():
            for number, doubt in enumerate(doubts, start=1):
                print(f"{number:>4}  {_headline(doubt)}\n      {printable(doubt.text) or '(no text)'}")
        else:
            _walk(studio, correcting, doubts)
        if not doubts:
            talk.say("nothing to look at")


def _headline(doubt: Doubt) -> str:
    return f"{format_clock(doubt.start)} to {format_clock(doubt.end)}  {paint(doubt.reason, '33')}"


def _chosen(doubts: list[Doubt], numbers: str) -> list[Doubt]:
    if numbers == "all":
        return doubts
    try:
        places = [int(number) for number in numbers.split(",")]
        if min(places) < 1:
            raise IndexError
        return [doubts[place - 1] for place in places]
    except (ValueError, IndexError) as error:
        raise UsageError(
            f"{numbers!r} names no places of 1 to {len(doubts)}", hint="`episodes review REF --list` shows them"
        ) from error


def _walk(studio: Studio, correcting: Correcting, doubts: list[Doubt]) -> None:
    """Ask for each place; every answer is saved at once."""
    accepted = edited = 0
    for number, doubt in enumerate(doubts, start=1):
        print(f"\n{number} of {len(doubts)}  {_headline(doubt)}\n  {printable(doubt.text) or '(no text)'}")
        _play(studio, correcting, doubt)
        answer = _ask()
        while answer == "p":
            _play(studio, correcting, doubt)
            answer = _ask()
        if answer == "q":
            break
        if answer == "a":
            correcting.accept([doubt])
            accepted += 1
        elif answer == "e":
            edited += bool(_rewrite(correcting, doubt))
            # Later places are measured against the text as it is now.
            correcting = open_correcting(studio, f"{correcting.episode.show}/{correcting.episode.slug}")
            return _rest(studio, correcting, {d.start for d in doubts[:number]}, accepted, edited)
    return talk.say(f"{accepted} accepted, {edited} edited; `episodes review` goes on with the rest")


def _rest(studio: Studio, correcting: Correcting, done: set[float], accepted: int, edited: int) -> None:
    talk.say(f"{accepted} accepted, {edited} edited so far")
    rest = [doubt for doubt in correcting.doubts() if doubt.start not in done]
    if rest:
        _walk(studio, correcting, rest)


def _ask() -> str:
    answer = ""
    while answer not in ("a", "e", "p", "s", "q"):
        try:
            answer = input("[a]ccept, [e]dit, [p]lay, [s]kip, [q]uit? ").strip().lower()[:1]
        except EOFError:
            return "q"
    return answer


def _rewrite(correcting: Correcting, doubt: Doubt) -> int:
    text = input("the right words (- takes the place out, nothing leaves it): ").strip()
    if not text:
        return 0
    return correcting.rewrite(doubt, "" if text == "-" else text)


def _play(studio: Studio, correcting: Correcting, doubt: Doubt) -> None:
    medium = correcting.episode.main_medium
    player = next((name for name in _PLAYERS if shutil.which(name)), None)
    if player is None or medium is None or not studio.storage.has(medium.media_key):
        return
    file: Path = studio.storage.path(medium.media_key)
    start = max(0.0, doubt.start - 1)
    length = min(30.0, doubt.end - start + 1)
    arguments = [part.format(start=start, length=length, file=file) for part in _PLAYERS[player].split()]
    subprocess.run([player, *arguments], check=False)  # noqa: S603 - a player that is there
