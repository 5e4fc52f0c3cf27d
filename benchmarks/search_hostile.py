"""Throws random and hostile searches at the command line: no traceback, no wrong exit code.

Catalogues: one in English, one in Chinese, Japanese, Thai and others without spaces, and an empty one.
Right is: 0 with something printed, 1 with nothing found and a word about it, 2 with a complaint about the use.
Nothing found is right only if none of the words is said, or a filter or an exclusion may have left them out; 2 is right
where an option is wrong or no word is given, and only there. All run in this process, `--real` of them each in its own.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from episodes.cli.hits import as_typed
from episodes.cli.start import start
from episodes.core.episode import Comment, Episode
from episodes.core.query import Filters, parse_query
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Segment, Transcript
from episodes.core.words import is_unspaced, terms
from episodes.store.catalogue import Catalogue

ENGLISH = """
we talked about the weather and don't panic said Alexander Mercouris about the US & Russia in C++ and C# at 5% of
1,000 crowns twenty one guns the neighbour's colour organised e-mail open source WebRTC naïve café Straße and or not
""".split()  # noqa: SIM905 - easier to read
UNSPACED = """
昨日は東京タワーに行きました ผมพูดภาษาไทยได้ 저는 한국어를 배웁니다 我们今天谈谈天气 मैं हिन्दी बोलता हूँ Ελλάδα 🎧🎙️
""".split()  # noqa: SIM905 - as above
SYNTAX = (
    *"""
    " “ ” ' * - -- | OR AND NOT NEAR( ) ( ^ : :: { } + % \\ / = && || ! ? ; , speaker: host: show: title: before: after:
    until: episode: in: speaker:x host:" show:quick-take before:2020 after:9999 before:0000-13 until:yesterday
    episode:1-3 episode:9999999999999999999 episode:- in:title in:nowhere words: rowid: ${HOME} $(ls) `ls` .* \\d+ %s%n
    [a-z]+(?=x) (?P<a> #338 <script> ﬁ İ ² ٣ 1e999 -1 NaN 0x10 twenty hundred 3rd 21st
    """.split(),  # noqa: SIM905 - as above
    "; DROP TABLE episode; --", "' OR 1=1 --", "a" * 300, "9" * 400, "1" * 5000, "e\u0301" * 9,
    "\x1b[31m", "\u202e", "\ufeff", "\u200d",
)  # fmt: skip
WRONG_BYTES = ("\x00", "\ud800", "\udfff", "a\x00b", "\udc80caf\udce9", "\x01\x02\x7f")
OPTION_LINES = """
--show quick-take; --show nope; --host x; --speaker Mercouris; --since 2020; --since soon; --until 2020-06;
--until 9999-99; --episodes 1-3; --episodes x; --episodes 5-1; --episodes -3; --in title; --in comments; --in bad;
--sort new; --sort old; --sort worst; --limit 0; --limit 1; --limit -1; --limit x; --context 3; --count; --all-hits;
--links; --json; --csv; --md; --open 999999; --open -1; --nonsense; --json=x
"""
ODD_OPTIONS = (
    ("--host", ""), ("--speaker", "\x00"), ("--speaker", "\ud800"), ("--since", ""), ("--since", "9" * 5000),
    ("--episodes", "9" * 30), ("--limit", "9" * 30), ("--limit", "9" * 5000), ("--context", "9" * 25),
)  # fmt: skip
OPTIONS = (*(tuple(line.split()) for line in OPTION_LINES.split(";")), *ODD_OPTIONS)
#: What is wrong use, whatever the words are.
WRONG_LINES = """
--since soon; --until 9999-99; --episodes x; --in bad; --sort worst; --limit -1; --limit x; --open -1; --nonsense;
--json=x
"""
WRONG_OPTIONS = {
    *(tuple(line.split()) for line in WRONG_LINES.split(";")),
    ("--since", "9" * 5000), ("--episodes", "9" * 30), ("--limit", "9" * 5000),
}  # fmt: skip


def make_catalogue(folder: Path, words: list[str], episodes: int) -> None:
    """A workspace whose episodes say these words."""
    folder.mkdir()
    (folder / "episodes.toml").write_text('[shows.quick-take]\ntitle = "Quick Take"\nlanguage = "en"\n')
    draw = random.Random(7)
    with Catalogue.open(folder / "episodes.db") as catalogue, catalogue.bulk():
        catalogue.save_show(Show(slug="quick-take", title="Quick Take", language="en"))
        for number in range(1, episodes + 1):
            said = [" ".join(draw.choices(words, k=draw.randint(3, 14))) for _ in range(60)]
            at = datetime(2015, 1, 1, tzinfo=UTC) + timedelta(days=40 * number)
            comments = (Comment(author=words[0], text=said[1], approved=True),)
            catalogue.add_episode(
                Episode(guid=f"g{number}", show="quick-take", slug=f"e{number}", title=said[0], number=number,
                        published_at=at, notes=said[2], comments=comments)
            )  # fmt: skip
            segments = tuple(
                Segment(
                    start=5.0 * n, end=5.0 * n + 5, text=text, speaker=draw.choice(("Alexander Mercouris", "李", ""))
                )
                for n, text in enumerate(said)
            )
            fingerprint = Fingerprint(media_sha256="", engine="x", model="")
            transcript = Transcript(
                fingerprint=fingerprint, language="en", duration=300, created_at=at, segments=segments
            )
            catalogue.save_transcript(f"g{number}", transcript)


class Draw:
    """Draws command lines."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._kinds: list[tuple[Callable[[], str], int]] = [
            (self._words, 6), (self._syntax, 6), (self._letters, 3), (self._unbalanced, 3), (self._wrong, 1),
        ]  # fmt: skip

    def arguments(self) -> list[str]:
        draw = self._random
        kinds = [kind for kind, _ in self._kinds]
        weights = [weight for _, weight in self._kinds]
        words = [kind() for kind in draw.choices(kinds, weights, k=draw.choice((0, 1, 1, 1, 2, 3)))]
        if draw.random() < 0.001:
            words.append(self._long())
        options = [part for option in draw.choices(OPTIONS, k=draw.choice((0, 0, 0, 1, 2))) for part in option]
        return [*options, *(["--"] if draw.random() < 0.7 else []), *words]

    def _words(self) -> str:
        return " ".join(self._random.choices((*ENGLISH, *UNSPACED), k=self._random.randint(1, 6)))

    def _syntax(self) -> str:
        parts = self._random.choices((*SYNTAX, *ENGLISH, *UNSPACED), k=self._random.randint(1, 7))
        return self._random.choice(("", " ", " ")).join(parts)

    def _letters(self) -> str:
        ranges = ((32, 127), (160, 0x2FF), (0x370, 0x5FF), (0x900, 0xEFF), (0x3040, 0x9FFF), (0x1F300, 0x1FAFF))
        first, last = self._random.choice(ranges)
        return "".join(chr(self._random.randint(first, last)) for _ in range(self._random.randint(1, 40)))

    def _unbalanced(self) -> str:
        text = list(self._words())
        for _ in range(self._random.randint(1, 5)):
            text.insert(self._random.randrange(len(text) + 1), self._random.choice("\"'“”()[]{}*-:|^+"))
        return "".join(text)

    def _wrong(self) -> str:
        return self._random.choice(WRONG_BYTES) + self._words()

    def _long(self) -> str:
        piece = self._random.choice((*SYNTAX, *ENGLISH, *UNSPACED)) + self._random.choice(("", " "))
        return (piece * 100_000)[:100_000]


#: Seconds of processor time that no search may take.
SLOW = 2.0
#: Options that leave nothing out.
HARMLESS = {"--context", "3", "--count", "--all-hits", "--links", "--json", "--csv", "--md", "--limit", "1"}


def said(arguments: list[str], words: list[str]) -> list[str]:
    """Words of a search that are surely said in a catalogue of these words, and that nothing leaves out."""
    if "--" not in arguments or not set(options := arguments[: arguments.index("--")]) <= HARMLESS:
        return []
    typed = as_typed(arguments[len(options) + 1 :])
    query = parse_query(typed)
    if query.filters != Filters() or query.excluded:
        return []
    known = set(terms(" ".join(words)))
    wordings = [wording for concept in query.concepts for wording in concept.wordings]
    return [term for one in wordings if not any(map(is_unspaced, one.terms)) for term in one.terms if term in known]


def is_misuse(arguments: list[str]) -> bool | None:
    """Whether options or the lack of words make it wrong use; None where that is not clear from the command line."""
    given: dict[str, tuple[str, ...]] = {}  # of an option that is given twice, the last one counts
    place, has_words = 0, False
    while place < len(arguments) and arguments[place] != "--":
        option = next((one for one in OPTIONS if list(one) == arguments[place : place + len(one)]), None)
        if option is None and arguments[place].startswith("-"):
            return None
        if option:
            given[option[0]] = option
        has_words = has_words or option is None
        place += len(option or ("a word",))
    if WRONG_OPTIONS & set(given.values()) or not (has_words or arguments[place + 1 :]):
        return True
    return None if "--open" in given else False


def run_here(folder: Path, arguments: list[str], run: Callable[[list[str]], int] = start) -> tuple[int, str, str]:
    """Run one search in this process; returns exit code, what it printed and what it told."""
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run(["-C", str(folder), "search", *arguments])
            out.flush()
            err.flush()
    except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
        return -1, "", traceback.format_exc(limit=-4)
    printed, told = (stream.buffer.getvalue().decode("utf-8", "replace") for stream in (out, err))
    return code, printed, told


def run_process(folder: Path, arguments: list[str]) -> tuple[int, str, str]:
    """Run one search in a process of its own; what no command line can hold is left out."""
    arguments = [os.fsdecode(os.fsencode(one.encode("utf-8", "replace")).replace(b"\0", b"")) for one in arguments]
    program = shutil.which("episodes", path=str(Path(sys.executable).parent)) or "episodes"
    done = subprocess.run([program, "-C", folder, "search", *arguments], capture_output=True, check=False)
    return done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")


def wrong(answer: tuple[int, str, str], arguments: list[str], words: list[str]) -> str:
    """What is wrong with the answer to a search where these words are said."""
    code, printed, told = answer
    if "Traceback" in told or code not in (0, 1, 2):
        return f"exit code {code}, {told[-2000:]}"
    misuse = is_misuse(arguments)
    if misuse is not None and misuse != (code == 2):
        return f"{code}, though the use is {'wrong' if misuse else 'right'}: {told[:200]}"
    if code == 0 and not printed:
        return "0, and nothing printed"
    if code == 1 and "nothing found" not in told and "no show" not in told:
        return f"1, and it is not said that nothing is found: {told[:200]}"
    if code == 1 and (found := said(arguments, words)):
        return f"1, though {found[:3]} are said"
    if code == 1 and "--json" in arguments and "no show" not in told and json.loads(printed)["episodes"]:
        return "1, with episodes"
    if code == 2 and printed and "--open" not in arguments:
        return "2, with results"
    return "an error without a message" if code and not told else ""


def run_queries(
    count: int, seed: int, folder: Path, report: Callable[[str], None], *, episodes: int, real: int = 0
) -> Counter[int]:
    """Run so many searches, the last `real` as processes; report what is wrong, return how often which code came."""
    spoken = {"english": (ENGLISH, episodes), "unspaced": (UNSPACED, max(1, episodes // 3)), "empty": ([], 0)}
    for name, (words, size) in spoken.items():
        make_catalogue(folder / name, words, size)
    codes: Counter[int] = Counter()
    slowest = (0.0, "")
    draw, which = Draw(seed), random.Random(seed)
    for number in range(1, count + 1):
        name = which.choices(list(spoken), (6, 3, 1))[0]
        arguments = draw.arguments()
        started = time.process_time()
        answer = (run_process if number > count - real else run_here)(folder / name, arguments)
        slowest = max(slowest, (time.process_time() - started, repr(arguments)[:200]))
        codes[answer[0]] += 1
        if why := wrong(answer, arguments, spoken[name][0]):
            report(f"{name} {[argument[:200] for argument in arguments]}: {why}")
        if number % 5000 == 0:
            print(f"{number} searches, exit codes {dict(sorted(codes.items()))}", file=sys.stderr, flush=True)
    if slowest[0] > SLOW:
        report(f"{slowest[0]:.1f} s for {slowest[1]}")
    print(f"slowest: {slowest[0]:.2f} s for {slowest[1]}", file=sys.stderr)
    return codes


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--real", type=int, default=200, help="how many of them as processes of their own")
    parser.add_argument("--episodes", type=int, default=3, help="in the larger catalogue; more take more time")
    parser.add_argument("--seed", type=int, default=338)
    args = parser.parse_args()
    failures: list[str] = []

    def report(failure: str) -> None:
        failures.append(failure)
        print(failure, flush=True)

    with tempfile.TemporaryDirectory() as folder:
        codes = run_queries(args.queries, args.seed, Path(folder), report, episodes=args.episodes, real=args.real)
    print(f"{args.queries} searches: {len(failures)} wrong; exit codes {dict(sorted(codes.items()))}")
    return int(bool(failures))


if __name__ == "__main__":
    raise SystemExit(main())
