"""Names right with and without hotwords, and the error rate of the other words.

    python benchmarks/names.py [--model tiny.en] [--engine packed]
        [--audio FILE --reference FILE --names FILE [--context FILE]]...

`--names` lists the names that are spoken, one a line. Each audio is heard four times: without hotwords, with the first
name only (as if only hosts were known), with all names, and with all names among twenty others that are not said.
A name counts as right as often as it stands in the text, at most as often as in the reference.
Without arguments it takes the shared clips beside the repository.
"""

from __future__ import annotations

import argparse
import re
import time
from pathlib import Path

from episodes.speech.whisper import Whisper

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data" / "audio"
CLIPS = {
    "fw_hotwords.mp3": ["ComfyUI"],
    "wd_test.opus": ["Pieter Wuille", "Pieter", "Jonas", "John", "Bitcoin Core"],
}
OTHERS = [
    *("Alexander Mercouris", "Alex Christoforou", "Nora Bennett", "Daniel Brooks", "Ljubljana", "Kubernetes"),
    *("PostgreSQL", "Zelensky", "Anthropocene", "Quetzalcoatl", "Miguel de Icaza", "Guido van Rossum", "Jane Goodall"),
    *("Nairobi", "Reykjavik", "LibreOffice", "Grzegorz", "Tchaikovsky", "Worcestershire", "Hermione"),
]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def count(name: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", " ".join(text.casefold().split())))


def right(names: list[str], text: str, reference: str) -> tuple[int, int]:
    wanted = {name: count(name, reference) for name in names}
    return sum(min(n, count(name, text)) for name, n in wanted.items()), sum(wanted.values())


def error_rate(text: str, reference: str, names: list[str]) -> float:
    """Word error rate of what is no name."""
    drop = {word for name in names for word in words(name)}
    said = [word for word in words(reference) if word not in drop]
    heard = [word for word in words(text) if word not in drop]
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        previous, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (word != other))
    return row[-1] / max(1, len(said))


def hear(whisper: Whisper, audio: Path, hotwords: list[str]) -> tuple[str, float]:
    started = time.monotonic()
    segments = [s for heard in whisper.hear(audio, language="en", hotwords=hotwords) for s in heard.segments]
    return " ".join(segment.text.strip() for segment in segments), time.monotonic() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", action="append", help="may be given again; else tiny.en")
    parser.add_argument("--engine", default="packed")
    parser.add_argument("--audio", action="append", type=Path, default=[])
    parser.add_argument("--reference", action="append", type=Path, default=[])
    parser.add_argument("--names", action="append", type=Path, default=[])
    parser.add_argument("-v", "--verbose", action="store_true", help="print what was heard")
    args = parser.parse_args()
    if not len(args.audio) == len(args.reference) == len(args.names):
        parser.error("each --audio needs its --reference and --names")
    clips = [
        (audio, reference.read_text(encoding="utf-8"), names.read_text(encoding="utf-8").split("\n"))
        for audio, reference, names in zip(args.audio, args.reference, args.names, strict=True)
    ] or [(SHARED / n, (SHARED / n).with_suffix(".txt").read_text(encoding="utf-8"), k) for n, k in CLIPS.items()]
    for model in args.model or ["tiny.en"]:
        whisper = Whisper(model, engine=args.engine, pull=False)
        print(
            f"{model} ({args.engine})\n{'clip':<24}{'hotwords':<16}{'names right':>12}{'WER others':>12}{'seconds':>9}"
        )
        sums: dict[str, list[int]] = {}
        for audio, reference, listed in clips:
            names = [name.strip() for name in listed if name.strip()]
            for label, told in (
                ("none", []),
                ("first only", names[:1]),
                ("all names", names),
                ("names + 20", [*names, *OTHERS]),
            ):
                text, seconds = hear(whisper, audio, told)
                good, total = right(names, text, reference)
                rate = error_rate(text, reference, names)
                print(f"{audio.name:<24}{label:<16}{f'{good} of {total}':>12}{rate:>12.1%}{seconds:>9.1f}", flush=True)
                if args.verbose:
                    print(f"    {text}")
                tally = sums.setdefault(label, [0, 0])
                tally[0], tally[1] = tally[0] + good, tally[1] + total
        print("".join(f"{label}: {good} of {total} names right\n" for label, (good, total) in sums.items()))


if __name__ == "__main__":
    main()
