"""The command that cuts clips: clip."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from episodes.cli import state
from episodes.cli.options import Json
from episodes.cli.output import counted, print_json, talk
from episodes.core.errors import UsageError
from episodes.core.timecode import format_clock, parse_timecode

if TYPE_CHECKING:
    from episodes.core.clip import Stretch
    from episodes.core.episode import Episode
    from episodes.core.transcript import Transcript
    from episodes.studio import Studio
    from episodes.workflow.clip import Clip

#: Seconds added before and after a hit of a search, so that no word is clipped.
AIR = 0.5


def register(app: typer.Typer) -> None:
    app.command()(clip)


def clip(
    context: typer.Context,
    reference: Annotated[
        str, typer.Argument(metavar="REF|-", help="An episode, or - for the JSON of a search on standard input.")
    ],
    start: Annotated[str, typer.Option("--from", metavar="TIME", help="Where it begins: 4:12.")] = "",
    end: Annotated[str, typer.Option("--to", metavar="TIME", help="Where it ends: 4:40.")] = "",
    quote: Annotated[str, typer.Option(help="Cut where these words are said.")] = "",
    hit: Annotated[int, typer.Option(metavar="N", min=1, help="With -: the Nth spot of the search.")] = 1,
    audio: Annotated[bool, typer.Option("--audio", help="Only the sound, of a video too.")] = False,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write.")] = None,
    soundbite: Annotated[bool, typer.Option("--soundbite", help="Keep it as a soundbite of the feed.")] = False,
    as_json: Json = False,
) -> None:
    """Cut a clip out of an episode, with captions beside it and a link in its tags.

    Nothing is encoded anew: sound is cut to a few hundredths of a second, a video begins at the key frame before.

    Example: `episodes search "safe zone" --json | episodes clip -`, or `episodes clip 338 --from 4:12 --to 4:40`
    """
    found = _from_search(hit) if reference == "-" else None
    with state.studio(context) as studio:
        episode = studio.reader.resolve(found["guid"] if found else reference)
        transcript = studio.reader.effective_transcript(episode.guid)
        stretch = _stretch(found, start, end, quote, episode, transcript)
        made = _cut(studio, episode, stretch, transcript, output or _name(episode, stretch), audio=audio)
        if soundbite:
            _keep_soundbite(studio, episode, stretch, quote or made.text)
        if as_json:
            files = [str(file) for file in made.captions]
            print_json(
                {"file": str(made.file), "captions": files, "start": made.start, "end": made.end, "url": made.link}
            )
        else:
            print(made.file)
        talk.say(f"{format_clock(made.start)} to {format_clock(made.end)}  {made.link}")


def _from_search(position: int) -> dict[str, Any]:
    """Take the nth spot out of what `search --json` printed; raises UsageError."""
    try:
        answer = json.load(sys.stdin)
        spots = [
            {"guid": episode["guid"], "at": hit["at"], "end": hit["end"]}
            for episode in answer["episodes"]
            for hit in episode["hits"]
            if hit["at"] is not None
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(
            "standard input is not what `search --json` prints", hint="episodes search WORDS --json | episodes clip -"
        ) from error
    if position > len(spots):
        there = counted(len(spots), "spoken spot")
        raise UsageError(f"the search has {there}, no spot {position}", hint="choose another --hit")
    return spots[position - 1]


def _stretch(
    found: dict[str, Any] | None, start: str, end: str, quote: str, episode: Episode, transcript: Transcript | None
) -> Stretch:
    from episodes.core.clip import checked, find_quote

    if quote:
        spoken = find_quote(quote, transcript.segments if transcript else ())
        return checked(spoken.start - AIR, spoken.end + AIR, duration=episode.duration)
    if found:
        until = found["end"] if found["end"] is not None else found["at"] + 15
        return checked(found["at"] - AIR, until + AIR, duration=episode.duration)
    if not start or not end:
        raise UsageError("it must be said what to cut", hint="--from 4:12 --to 4:40, or --quote WORDS")
    return checked(_time(start), _time(end), duration=episode.duration)


def _time(text: str) -> float:
    try:
        return parse_timecode(text)
    except ValueError as error:
        raise UsageError(f"{text!r} is no time", hint="write it like 4:12 or 1:02:03.5") from error


def _name(episode: Episode, stretch: Stretch) -> Path:
    clock = re.sub(r"\D", "-", format_clock(stretch.start))
    return Path.cwd() / f"{episode.slug}-{clock}.clip"


def _cut(
    studio: Studio, episode: Episode, stretch: Stretch, transcript: Transcript | None, target: Path, *, audio: bool
) -> Clip:
    from episodes.core.addresses import episode_page, page_url
    from episodes.workflow.clip import make_clip

    show = studio.config.shows.get(episode.show)
    return make_clip(
        episode,
        stretch,
        target,
        show_title=show.title if show else episode.show,
        page=page_url(studio.config.base_url, episode_page(episode)),
        transcript=transcript,
        storage=studio.storage,
        cutter=studio.cutter,
        audio_only=audio,
    )


def _keep_soundbite(studio: Studio, episode: Episode, stretch: Stretch, text: str) -> None:
    from dataclasses import replace

    from episodes.core.chapter import Soundbite
    from episodes.core.clip import title_of

    bite = Soundbite(start=stretch.start, duration=stretch.end - stretch.start, title=title_of(text))

    def with_bite(episode: Episode) -> Episode:
        others = tuple(one for one in episode.soundbites if abs(one.start - bite.start) > 1)
        return replace(episode, soundbites=(*others, bite))

    studio.catalogue.change_episode(episode.guid, with_bite, show=episode.show)
    talk.say("kept as a soundbite; `episodes build` puts it into the feed")
