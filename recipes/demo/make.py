"""Make the demo episode: speak the script, join the turns, bring them to loudness, encode, tag."""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import Any

import numpy as np
from cover import cover_jpeg
from script import Turn, read_script
from sound import Audio, loudness, mastered, silence, write_mp3
from tags import Chapter, write_tags
from voices import RATE, Voices

HERE = Path(__file__).resolve().parent
EPISODE = HERE.parents[1] / "src" / "episodes" / "demo" / "episode.mp3"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("voices", type=Path, help="the file kokoro-js-1.2.1.tgz, as `npm pack` leaves it")
    parser.add_argument("--out", type=Path, default=EPISODE, help="where the episode goes (default: the package)")
    arguments = parser.parse_args()
    recipe = tomllib.loads((HERE / "episode.toml").read_text("utf-8"))
    voices = Voices(arguments.voices, seed=recipe["sound"]["seed"])
    make(recipe, read_script(), voices=voices, out=arguments.out)


def make(recipe: dict[str, Any], turns: list[Turn], *, voices: Voices, out: Path) -> None:
    episode, sound = recipe["episode"], recipe["sound"]
    spoken = balanced(turns, [voices.say(turn.words, voice=recipe["voices"][turn.host]) for turn in turns])
    audio, starts = joined(turns, spoken, sound)
    audio = mastered(audio, sound["loudness"], sound["ceiling"], rate=RATE)
    seconds = len(audio) / RATE
    part = out.with_name(out.name + ".part")
    write_mp3(part, audio, rate=RATE, to_rate=sound["rate"], bit_rate=sound["bit_rate"])
    write_tags(part, episode, chapters(turns, starts, seconds), cover_jpeg(episode["show"]))
    part.replace(out)
    print(f"{out.name}: {seconds:.1f} s, {out.stat().st_size:,} bytes", file=sys.stderr)


def balanced(turns: list[Turn], spoken: list[Audio]) -> list[Audio]:
    """Bring every host to one loudness, turns among themselves as they were spoken."""
    gain = {}
    for host in {turn.host for turn in turns}:
        own = np.concatenate([audio for turn, audio in zip(turns, spoken, strict=True) if turn.host == host])
        gain[host] = np.float32(10 ** ((-20 - loudness(own, rate=RATE)) / 20))
    return [audio * gain[turn.host] for turn, audio in zip(turns, spoken, strict=True)]


def joined(turns: list[Turn], spoken: list[Audio], sound: dict[str, Any]) -> tuple[Audio, list[float]]:
    """Put the turns in a row with pauses; also tell at which second each one starts."""
    starts: list[float] = []
    pieces, before = [silence(sound["lead"], rate=RATE)], turns[0]
    for turn, audio in zip(turns, spoken, strict=True):
        if starts:
            pause = sound["pause"] if turn.chapter == before.chapter else sound["chapter_pause"]
            pieces.append(silence(pause, rate=RATE))
        starts.append(sum(map(len, pieces)) / RATE)
        pieces.append(audio)
        before = turn
    pieces.append(silence(sound["lead"], rate=RATE))
    return np.concatenate(pieces), starts


def chapters(turns: list[Turn], starts: list[float], end: float) -> list[Chapter]:
    """One chapter for each heading, from its first word to the next one's; the first starts at zero."""
    firsts: dict[str, float] = {}
    for turn, start in zip(turns, starts, strict=True):
        firsts.setdefault(turn.chapter, start if firsts else 0.0)
    spans = zip(firsts.items(), [*list(firsts.values())[1:], end], strict=True)
    return [Chapter(start=start, end=next_start, title=title) for (title, start), next_start in spans]


if __name__ == "__main__":
    main()
