"""The progress line: how far, how fast, how long still; on a terminal redrawn, else a line now and then."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from episodes.cli.output import Voice, printable, size, talk
from episodes.core.progress import Progress
from episodes.core.timecode import format_clock

#: Seconds between two drawings on a terminal, and between two lines in a log.
DRAW_EVERY = 0.1
LOG_EVERY = 30.0


class ProgressLine:
    """Shows the progress of one piece of work after the other; call it with a Progress."""

    def __init__(self) -> None:
        self._stage = ""
        self._started = self._drawn_at = 0.0
        self._first = 0.0
        self._is_open = False
        self._live = sys.stderr.isatty()

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def __call__(self, progress: Progress) -> None:
        if talk.voice == Voice.quiet:
            return
        now = time.monotonic()
        if progress.stage != self._stage:
            self._stage, self._started, self._drawn_at, self._first = progress.stage, now, now, 0.0
            self._first = progress.done
        if progress.text and talk.voice == Voice.verbose:
            self.clear()
            print(f"  {format_clock(progress.done)}  {printable(progress.text.strip())}", file=sys.stderr)
        if now - self._drawn_at < (DRAW_EVERY if self._live else LOG_EVERY):
            return
        self._drawn_at = now
        self._draw(self._words(progress, now))

    def clear(self) -> None:
        """Take the line away, so that other text can be printed."""
        if self._is_open:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
            self._is_open = False

    def _draw(self, words: str) -> None:
        if not self._live:
            print(words, file=sys.stderr)
            return
        sys.stderr.write(f"\r\033[K{words}")
        sys.stderr.flush()
        self._is_open = True

    def _words(self, progress: Progress, now: float) -> str:
        took = max(now - self._started, 1e-3)
        speed = (progress.done - self._first) / took
        if progress.stage == "transcribe":
            amount = f"{format_clock(progress.done)} of {format_clock(progress.total)}, {speed:.1f}x real time"
        else:
            amount = f"{size(int(progress.done))}" + (f" of {size(int(progress.total))}" if progress.total else "")
            amount += f", {size(int(speed))}/s"
        if progress.total and speed > 0:
            amount += f", {format_clock((progress.total - progress.done) / speed)} to go"
        return f"{_bar(progress)}{progress.stage} {amount}"


def _bar(progress: Progress, width: int = 20) -> str:
    if not progress.total:
        return ""
    share = min(1.0, max(0.0, progress.done / progress.total))
    full = int(share * width)
    return f"[{'#' * full}{'.' * (width - full)}] {share:4.0%} "
