"""How well changes of topic are found, beside chapters at fixed intervals and at random.

    python benchmarks/chapters.py [--episodes 40] [--seed 1] [--transcripts FOLDER] [--episodes-of FOLDER]

Known borders are made by joining stretches (2 to 9 minutes at 150 words a minute) of transcripts of different
episodes: of any shows ("mixed"), or of one show, which talk about alike things ("one show"). Speakers and pauses are
taken away, for they would tell; so this measures words alone. The baselines are told the right number of chapters.
Figures: Pk and WindowDiff (less is better; half the mean length as window, in steps of 5 s), and F1 of borders that
are found within 30 s.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from episodes.core.sentences import iter_sentences
from episodes.core.topics import stretches
from episodes.core.transcript import Segment

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PER_WORD = 60 / 150
STEP = 5.0
NEAR = 30.0


def segments_of(texts: list[str], start: float) -> list[Segment]:
    """Sentences as segments, timed by their words."""
    made = []
    for text in texts:
        for sentence in re.split(r"(?<=[.!?…]) +", text):
            end = start + PER_WORD * len(sentence.split())
            made.append(Segment(start=start, end=end, text=sentence))
            start = end
    return made


def excerpt(turns: list[str], words: int, chance: random.Random) -> list[str]:
    """Consecutive turns from somewhere in the middle."""
    sizes = [len(turn.split()) for turn in turns]
    last = len(turns) - 1
    while last and sum(sizes[last:]) < words:
        last -= 1
    place, taken, size = chance.randint(0, last), [], 0
    while place < len(turns) and size < words:
        taken.append(turns[place])
        size += sizes[place]
        place += 1
    return taken


def joined(
    shows: dict[str, list[list[str]]], chance: random.Random, *, one_show: bool
) -> tuple[list[Segment], list[float]]:
    """An episode of 5 to 12 stretches, and where they begin."""
    count = chance.randint(5, 12)
    if one_show:
        enough = sorted(show for show, talks in shows.items() if len(talks) >= 3)
        talks = shows[chance.choice(enough)]
    else:
        talks = [talk for show in sorted(shows) for talk in shows[show]]
    order: list[list[str]] = []
    while len(order) < count:
        order += [t for t in chance.sample(talks, min(len(talks), count)) if not order or t is not order[-1]]
    segments: list[Segment] = []
    borders: list[float] = []
    for talk in order[:count]:
        start = segments[-1].end if segments else 0.0
        borders.append(start)
        segments += segments_of(excerpt(talk, chance.randint(300, 1350), chance), start)
    return segments, borders[1:]


def found(segments: list[Segment], number: int = 0) -> list[float]:
    sentences = list(iter_sentences(segments))
    return [sentences[i].start for i in stretches(sentences, duration=segments[-1].end, number=number)][1:]


def steps(borders: list[float], duration: float) -> list[int]:
    """Which stretch each step of time belongs to."""
    return [sum(border <= i * STEP + STEP / 2 for border in borders) for i in range(int(duration / STEP))]


def pk(truth: list[int], guess: list[int], k: int) -> float:
    pairs = range(len(truth) - k)
    return sum((truth[i] == truth[i + k]) != (guess[i] == guess[i + k]) for i in pairs) / max(1, len(pairs))


def window_diff(truth: list[int], guess: list[int], k: int) -> float:
    pairs = range(len(truth) - k)
    return sum(truth[i + k] - truth[i] != guess[i + k] - guess[i] for i in pairs) / max(1, len(pairs))


def hits(truth: list[float], guess: list[float]) -> int:
    """Borders that are found; each guess counts once."""
    left, count = sorted(guess), 0
    for border in sorted(truth):
        near = [one for one in left if abs(one - border) <= NEAR]
        if near:
            left.remove(min(near, key=lambda one: abs(one - border)))
            count += 1
    return count


Method = Callable[[list[Segment], list[float], random.Random], list[float]]


def fixed(segments: list[Segment], borders: list[float], _: random.Random) -> list[float]:
    count = len(borders) + 1
    return [segments[-1].end * i / count for i in range(1, count)]


def at_random(segments: list[Segment], borders: list[float], chance: random.Random) -> list[float]:
    return sorted(chance.choice(segments).start for _ in borders)


METHODS: dict[str, Method] = {
    "topics": lambda segments, _, __: found(segments),
    "topics, number told": lambda segments, borders, _: found(segments, len(borders) + 1),
    "fixed intervals, number told": fixed,
    "random, number told": at_random,
    "no chapters": lambda *_: [],
}


def measure(name: str, tests: list[tuple[list[Segment], list[float]]]) -> Iterator[str]:
    for label, method in METHODS.items():
        chance, started = random.Random(0), time.monotonic()
        rows, right, made, wanted = [], 0, 0, 0
        for segments, borders in tests:
            guess = method(segments, borders, chance)
            duration = segments[-1].end
            k = max(2, round(duration / STEP / (len(borders) + 1) / 2))
            truth, ours = steps(borders, duration), steps(guess, duration)
            rows.append((pk(truth, ours, k), window_diff(truth, ours, k)))
            right, made, wanted = right + hits(borders, guess), made + len(guess), wanted + len(borders)
        p, w = (statistics.mean(row[i] for row in rows) for i in (0, 1))
        took = (time.monotonic() - started) / len(tests)
        f1 = 2 * right / max(1, made + wanted)
        yield f"| {name} | {label} | {p:.3f} | {w:.3f} | {f1:.2f} | {right} of {wanted}, {made} made | {took:.2f} s |"


def shows_of(folder: Path) -> dict[str, list[list[str]]]:
    """Turns of transcripts, by show: `show__episode.jsonl`, a turn with its text a line."""
    shows: dict[str, list[list[str]]] = {}
    for file in sorted(folder.glob("*.jsonl")):
        turns = [json.loads(line)["text"] for line in file.read_text(encoding="utf-8").splitlines()]
        if sum(len(turn.split()) for turn in turns) > 1500:
            shows.setdefault(file.name.partition("__")[0], []).append(turns)
    return shows


def parts_of(file: Path) -> tuple[list[Segment], list[float]]:
    """A joined recording with the times of its parts."""
    segments: list[Segment] = []
    parts = json.loads(file.read_text(encoding="utf-8"))["parts"]
    for part in parts:
        sentences = re.split(r"(?<=[.!?…]) +", part["text"])
        size = sum(map(len, sentences)) or 1
        at = part["start"]
        for sentence in sentences:
            end = at + (part["end"] - part["start"]) * len(sentence) / size
            segments.append(Segment(start=at, end=end, text=sentence))
            at = end
    return segments, [part["start"] for part in parts][1:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--episodes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--transcripts", type=Path, default=SHARED / "transcripts" / "changelog")
    parser.add_argument("--parts", type=Path, default=SHARED / "episodes")
    options = parser.parse_args()
    shows = shows_of(options.transcripts)
    print("| material | method | Pk | WindowDiff | F1 | borders found | time each |\n" + "| --- " * 7 + "|")
    for name, one_show in (("mixed", False), ("one show", True)):
        chance = random.Random(f"{options.seed}{name}")
        tests = [joined(shows, chance, one_show=one_show) for _ in range(options.episodes)]
        print(*measure(name, tests), sep="\n")
    for file in sorted(options.parts.glob("*.json")):
        print(*measure(file.stem, [parts_of(file)]), sep="\n")


if __name__ == "__main__":
    main()
