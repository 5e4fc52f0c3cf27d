"""Measure transcription beside its peers: wall, CPU, memory, word errors, deletions; same weights, runs interleaved.

    python benchmarks/transcribe.py --model tiny.en --model /models/base --against faster-whisper --against batched

Without `--audio` two files of about 10 and 60 minutes are made from the shared clips, with music,
pauses and noise. Every run is a process of its own; its time includes loading the model. Peers that
are not installed are skipped and named.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
import wave
from collections import defaultdict
from pathlib import Path

import numpy as np
from rapidfuzz.distance import Levenshtein

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
PEERS = ("faster-whisper", "batched", "whisper-ctranslate2", "whisper.cpp")
RATE = 16_000
NOT_ENGLISH = ("pv_test", "sonnet_de", "fw_multilingual")
FILLERS = {"uh", "um", "mm", "hmm", "ah", "er", "mhm"}


def main() -> None:
    arguments = parsed()
    if arguments.run:
        run_one(arguments.run, arguments.model[0], arguments.audio[0], arguments.language)
        return
    with tempfile.TemporaryDirectory() as folder:
        pairs = list(zip(arguments.audio, arguments.reference, strict=True)) or made_files(
            Path(folder), arguments.minutes
        )
        peers = ["episodes", *[peer for peer in arguments.against if installed(peer)]]
        for model in arguments.model:
            compare(model, pairs, peers, arguments)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--audio", type=Path, action="append", default=[])
    parser.add_argument("--reference", type=Path, action="append", default=[])
    parser.add_argument("--model", action="append", help="a name or a folder; may be given again")
    parser.add_argument("--against", action="append", choices=PEERS, help="may be given again; default: all")
    parser.add_argument("--language", default="en")
    parser.add_argument("--minutes", type=int, action="append", help="lengths of the files made; default 10 and 60")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--run", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    arguments.model = arguments.model or ["tiny.en", "base"]
    arguments.against = arguments.against or list(PEERS)
    arguments.minutes = arguments.minutes or [10, 60]
    return arguments


def compare(model: str, pairs: list[tuple[Path, Path]], peers: list[str], arguments: argparse.Namespace) -> None:
    """Run all peers in turn, as often as asked, and print medians."""
    results: dict[tuple[Path, str], list[dict]] = defaultdict(list)
    if "whisper.cpp" in peers:
        writer = Path(__file__).with_name("ggml.py")  # a process of its own: its memory would count as the children's
        subprocess.run([sys.executable, str(writer), weights(model), str(converted(model))], check=True)
    for _ in range(arguments.runs):
        for audio, _reference in pairs:
            for peer in peers:
                command = [sys.executable, __file__, "--run", peer, "--model", model, "--audio", str(audio)]
                done = subprocess.run(
                    [*command, "--language", arguments.language], capture_output=True, text=True, check=False
                )
                if done.returncode:
                    print(f"{peer} failed on {audio.name}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
                    continue
                results[audio, peer].append(json.loads(done.stdout.splitlines()[-1]))
    print(f"\n{model}, {arguments.runs} runs, medians, {os.cpu_count()} cores")
    print(f"{'file':28} {'peer':20} {'wall s':>8} {'CPU s':>8} {'RSS MB':>7} {'WER %':>6} {'del %':>6} {'times':>6}")
    for audio, reference in pairs:
        for peer in peers:
            if results[audio, peer]:
                show(audio, reference, peer, results[audio, peer], results[audio, "episodes"], as_json=arguments.json)


def show(audio: Path, reference: Path, peer: str, runs: list[dict], ours: list[dict], *, as_json: bool) -> None:
    wall, cpu, rss = (statistics.median(run[key] for run in runs) for key in ("wall", "cpu", "rss"))
    counted = counts(reference.read_text(encoding="utf-8"), runs[0]["text"])
    ratio = wall / statistics.median(run["wall"] for run in ours)
    line = {"file": audio.name, "peer": peer, "wall": wall, "cpu": cpu, "rss": rss, "ratio": ratio, **counted}
    if as_json:
        print(json.dumps(line))
        return
    wer, lost = (100 * counted[key] / max(1, counted["words"]) for key in ("errors", "deleted"))
    print(f"{audio.name[:28]:28} {peer:20} {wall:8.1f} {cpu:8.1f} {rss:7.0f} {wer:6.2f} {lost:6.2f} {ratio:6.2f}")


def installed(peer: str) -> bool:
    there = {
        "whisper-ctranslate2": shutil.which("whisper-ctranslate2", path=f"{Path(sys.executable).parent}:{os.defpath}"),
        "whisper.cpp": importlib.util.find_spec("pywhispercpp"),
    }.get(peer, True)
    if not there:
        print(f"skipped: {peer} is not installed", file=sys.stderr)
    return bool(there)


def run_one(peer: str, model: str, audio: Path, language: str) -> None:
    """One measured run: prints a line of JSON."""
    began = time.perf_counter()
    text = {
        "episodes": hear_episodes,
        "faster-whisper": hear_default,
        "batched": hear_batched,
        "whisper-ctranslate2": hear_command,
        "whisper.cpp": hear_cpp,
    }[peer](model, audio, language)
    wall = time.perf_counter() - began
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in used)
    rss = max(peak_of_this_process(), used[1].ru_maxrss if peer == "whisper-ctranslate2" else 0)
    print(json.dumps({"text": text, "wall": wall, "cpu": cpu, "rss": rss / 1024}))


def peak_of_this_process() -> int:
    """Most memory in kB since this program began; `ru_maxrss` counts what the process was before, too."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))


def hear_episodes(model: str, audio: Path, language: str) -> str:
    from episodes.speech.whisper import Whisper

    heard = Whisper(model).hear(audio, language=language)
    return " ".join(segment.text for window in heard for segment in window.segments)


def weights(model: str) -> str:
    from episodes.speech.models import find_model

    return str(find_model(model).folder)


def hear_default(model: str, audio: Path, language: str) -> str:
    from faster_whisper import WhisperModel

    segments, _ = WhisperModel(weights(model), compute_type="int8").transcribe(str(audio), language=language)
    return " ".join(segment.text for segment in segments)


def hear_batched(model: str, audio: Path, language: str) -> str:
    from faster_whisper import BatchedInferencePipeline, WhisperModel

    pipeline = BatchedInferencePipeline(WhisperModel(weights(model), compute_type="int8"))
    segments, _ = pipeline.transcribe(str(audio), language=language, batch_size=8)
    return " ".join(segment.text for segment in segments)


def hear_command(model: str, audio: Path, language: str) -> str:
    program = shutil.which("whisper-ctranslate2", path=f"{Path(sys.executable).parent}:{os.defpath}")
    with tempfile.TemporaryDirectory() as folder:
        options = ["--model_directory", weights(model), "--compute_type", "int8", "--language", language]
        output = ["--output_format", "txt", "--output_dir", folder]
        subprocess.run([str(program), str(audio), *options, *output], check=True, capture_output=True)
        return next(Path(folder).glob("*.txt")).read_text(encoding="utf-8")


def converted(model: str) -> Path:
    """Where the same weights lie for whisper.cpp; written before anything is timed."""
    return Path(tempfile.gettempdir()) / f"{Path(model).name}.ggml"


def hear_cpp(model: str, audio: Path, language: str) -> str:
    from faster_whisper.audio import decode_audio
    from pywhispercpp.model import Model

    whisper = Model(str(converted(model)), language=language, print_progress=False)
    return " ".join(segment.text for segment in whisper.transcribe(decode_audio(str(audio))))


def made_files(folder: Path, minutes: list[int]) -> list[tuple[Path, Path]]:
    """Files of the wanted lengths from the shared English clips, the same every time."""
    if not SHARED.is_dir():
        sys.exit("the shared clips are not beside the repository: give --audio and --reference")
    return [made_file(folder, length) for length in minutes]


def made_file(folder: Path, minutes: int) -> tuple[Path, Path]:
    from faster_whisper.audio import decode_audio

    chance = np.random.default_rng(minutes)
    references = [path for path in sorted((SHARED / "audio").glob("*.txt")) if not path.name.startswith(NOT_ENGLISH)]
    clips = {path: next(one for one in path.parent.glob(path.stem + ".*") if one != path) for path in references}
    sounds = {path: decode_audio(str(clip)) for path, clip in clips.items()}
    parts: list[np.ndarray] = []
    texts: list[str] = []
    count = 0
    while count < minutes * 60 * RATE:
        for index in chance.permutation(len(references)):
            sound = varied(sounds[references[index]], chance)
            between = [pause, pause, pause, noise, music][chance.integers(0, 5)](chance)
            parts += [sound, between]
            texts.append(references[index].read_text(encoding="utf-8"))
            count += len(sound) + len(between)
            if count >= minutes * 60 * RATE:
                break
    audio, reference = folder / f"made-{minutes}min.wav", folder / f"made-{minutes}min.txt"
    samples = (np.clip(np.concatenate(parts), -1, 1) * 32767).astype(np.int16)
    with wave.open(str(audio), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())
    reference.write_text("\n".join(texts), encoding="utf-8")
    return audio, reference


def varied(sound: np.ndarray, chance: np.random.Generator) -> np.ndarray:
    """The same speech a little faster or slower, louder or softer, or with noise."""
    kind = chance.integers(0, 4)
    if kind == 1:
        places = np.arange(0, len(sound) - 1, chance.uniform(0.94, 1.07))
        sound = np.interp(places, np.arange(len(sound)), sound)
    if kind == 2:
        sound = sound + chance.standard_normal(len(sound)) * np.sqrt(np.mean(sound**2)) * 0.1
    return (sound * chance.uniform(0.4, 1.0)).astype(np.float32)


def pause(chance: np.random.Generator) -> np.ndarray:
    return np.zeros(int(chance.uniform(0.3, 12) * RATE), dtype=np.float32)


def noise(chance: np.random.Generator) -> np.ndarray:
    return (chance.standard_normal(int(chance.uniform(3, 10) * RATE)) * 0.01).astype(np.float32)


def music(chance: np.random.Generator) -> np.ndarray:
    times = np.arange(int(chance.uniform(5, 15) * RATE)) / RATE
    sound = np.zeros(len(times))
    for start in np.arange(0, times[-1], 0.5):
        root = 220 * 2 ** (chance.integers(-5, 8) / 12)
        played = np.where(times >= start, np.exp(-3 * np.clip(times - start, 0, 9)), 0)
        sound += played * sum(np.sin(2 * np.pi * root * step * (times - start)) for step in (1, 1.26, 1.5))
    return (sound / np.abs(sound).max() * 0.4).astype(np.float32)


def counts(reference: str, heard: str) -> dict[str, int]:
    words, found = plain(reference), plain(heard)
    steps = Levenshtein.editops(words, found)
    return {"words": len(words), "errors": len(steps), "deleted": sum(step.tag == "delete" for step in steps)}


def plain(text: str) -> list[str]:
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("-", " ")
    words = re.sub(r"[^\w\s']", " ", re.sub(r"(\d),(\d{3})", r"\1\2", text)).split()
    return [bare for word in words if (bare := word.strip("'_")) and bare not in FILLERS]


if __name__ == "__main__":
    main()
