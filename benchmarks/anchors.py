"""Do edits find their places again? Real transcripts by one model, edited, then laid over another model's.

    python benchmarks/anchors.py AUDIO... [--model tiny.en] [--other base] [--trials 10]

In each trial a word is changed in twelve segments, chosen by chance. Told are edits that lost their place, edited lines
that do not stand in the new text, and words that stand there twice because two texts overlap at an edit's border.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import replace
from pathlib import Path

from episodes.core.corrections import Overlay, effective
from episodes.core.corrections.differences import changes
from episodes.core.transcript import Segment, join_text
from episodes.speech.whisper import Whisper


def hear(model: str, audio: Path) -> tuple[Segment, ...]:
    windows = Whisper(model, pull=False).hear(audio, language="en")
    return tuple(segment for heard in windows for segment in heard.segments)


def edited(machine: tuple[Segment, ...], chance: random.Random) -> Overlay:
    wanted = list(machine)
    for number in chance.sample(range(len(machine)), min(12, len(machine) // 2)):
        words = machine[number].text.split() or [""]
        words[chance.randrange(len(words))] = f"corrected{number}"
        wanted[number] = replace(machine[number], text=" ".join(words), words=())
    found = changes(machine, effective(machine, Overlay()), wanted)
    return Overlay(edits=tuple(replace(edit, id=n) for n, edit in enumerate(found.edits, 1)))


def doubled(segments: tuple[Segment, ...]) -> int:
    """Count segments whose first two words end the one before."""
    ends = [segment.text.casefold().split()[-2:] for segment in segments]
    starts = [segment.text.casefold().split()[:2] for segment in segments]
    return sum(len(start) == 2 and start == end for end, start in zip(ends, starts[1:], strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("audio", nargs="+", type=Path)
    parser.add_argument("--model", default="tiny.en")
    parser.add_argument("--other", default="base")
    parser.add_argument("--trials", type=int, default=10)
    args = parser.parse_args()
    chance = random.Random(3)
    for audio in args.audio:
        one, other = hear(args.model, audio), hear(args.other, audio)
        edits = lost = missing = twice = 0
        started = time.process_time()
        for _ in range(args.trials):
            overlay = edited(one, chance)
            result = effective(other, overlay)
            text = join_text(result.segments)
            edits += len(overlay.edits)
            lost += len(result.lost)
            missing += sum(line.text not in text for edit in overlay.edits for line in edit.lines)
            twice += doubled(result.segments)
        seconds = (time.process_time() - started) / args.trials
        print(
            f"{audio.name}: {len(one)}, {len(other)} segments, {edits} edits, {lost} lost, {missing} not in the text, "
            f"{twice} doubled borders, {seconds * 1000:.0f} ms for {edits // args.trials} edits"
        )


if __name__ == "__main__":
    main()
