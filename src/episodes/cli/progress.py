"""The progress line: how far, how fast, how long still; on a terminal redrawn, else a line now and then.

Where two things go on at once (the next episode is fetched while this one is transcribed), it is a table. With
`--json` it is one JSON object a line, on stderr, for programs.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING

from episodes.cli.output import Voice, columns, cut, printable, size, talk
from episodes.core.progress import Progress
from episodes.core.timecode import format_clock

if TYPE_CHECKING:
    from rich.live import Live
    from rich.table import Table

#: Stages that are counted in seconds of sound, and those in episodes; the others count bytes.
HEARD = frozenset({"transcribe", "compare captions"})
COUNTED = frozenset({"build"})
#: Seconds between two drawings on a terminal, between two lines in a log, and between two events for a program.
DRAW_EVERY = 0.1
LOG_EVERY = 30.0
TELL_EVERY = 1.0
#: So long nothing is drawn after the line was taken away: somebody is about to print.
_PAUSE = 0.2
#: So many columns of a title are shown in a table before anything else is left out.
_TITLE = 18
#: What has not moved for so many seconds is no longer shown.
_STALE = 60.0


@dataclass(kw_only=True)
class _Row:
    """One thing that is going on."""

    last: Progress
    started: float
    first: float  #: how far it was when we first heard of it
    told_at: float = 0.0
    moved_at: float = 0.0

    @property
    def is_over(self) -> bool:
        return 0 < self.last.total <= self.last.done

    def name(self, subject: str) -> str:
        """`2 of 5: The bridge`, where several things are counted; else the subject alone."""
        return f"{self.last.number} of {self.last.of}: {subject}" if self.last.of > 1 else subject

    def words(self) -> tuple[str, str, str]:
        """How far, how fast, how long still."""
        progress = self.last
        speed = (progress.done - self.first) / max(self.moved_at - self.started, 1e-3)
        if progress.stage in HEARD:
            amount = f"{format_clock(progress.done)} of {format_clock(progress.total)}"
            pace = f"{speed:.1f}x real time"
        elif progress.stage in COUNTED:
            amount = f"{progress.done:.0f} of {progress.total:.0f} episodes"
            pace = f"{speed:.1f}/s"
        else:
            amount = f"{size(int(progress.done))}" + (f" of {size(int(progress.total))}" if progress.total else "")
            pace = f"{size(int(speed))}/s"
        left = (progress.total - progress.done) / speed if progress.total and speed > 0 else 0.0
        return amount, pace, f"{format_clock(left)} to go" if progress.total and speed > 0 else ""


class ProgressLine:
    """Shows the progress of what goes on; call it with a Progress, from any thread."""

    def __init__(self, *, as_events: bool = False) -> None:
        self._as_events = as_events
        self._rows: dict[str, _Row] = {}
        self._subject = ""
        self._drawn_at = self._cleared_at = 0.0
        self._is_open = False
        self._table: Live | None = None
        self._is_heard = True  #: until whoever reads it goes away
        self._live = sys.stderr.isatty()
        self._lock = threading.RLock()

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.clear()

    def work_on(self, subject: str) -> None:
        """Say what is being worked on from now on; what was worked on before is over."""
        with self._lock:
            self._rows.pop("", None)
            self._rows.pop(self._subject, None)
            self._subject = subject

    def __call__(self, progress: Progress) -> None:
        if not self._is_heard or (talk.voice == Voice.quiet and not self._as_events):
            return
        with self._lock:
            try:
                self._show(progress, time.monotonic())
            except OSError:  # who read it went away, which is no reason to leave work half done
                self._is_heard = False
                _say_nothing_more()

    def _show(self, progress: Progress, now: float) -> None:
        row = self._noted(progress, now)
        if self._as_events:
            self._tell(row, now)
            return
        if progress.text and talk.voice == Voice.verbose:
            self.clear()
            print(f"  {format_clock(progress.done)}  {printable(progress.text.strip())}", file=sys.stderr)
        if now - self._drawn_at < (DRAW_EVERY if self._live else LOG_EVERY) or now - self._cleared_at < _PAUSE:
            return
        self._drawn_at = now
        self._draw(now)

    def clear(self) -> None:
        """Take the line away, so that other text can be printed."""
        with self._lock, suppress(OSError):
            self._cleared_at = time.monotonic() if self._is_open or self._table is not None else 0.0
            if self._table is not None:
                self._table.stop()
                self._table = None
            if self._is_open:
                sys.stderr.write("\r\033[K")
                sys.stderr.flush()
                self._is_open = False

    def _noted(self, progress: Progress, now: float) -> _Row:
        subject = progress.subject or self._subject
        row = self._rows.get(subject)
        if row is None or row.last.stage != progress.stage or progress.done < row.last.done:
            row = self._rows[subject] = _Row(last=progress, started=now, first=progress.done)
            if not self._live or len(self._rows) == 1:
                self._drawn_at = now  # what is over in a moment is not shown
        row.last, row.moved_at = progress, now
        return row

    def _tell(self, row: _Row, now: float) -> None:
        if now - row.told_at < TELL_EVERY and not row.is_over:
            return
        row.told_at = now
        event = {
            "event": "progress",
            "stage": row.last.stage,
            "subject": row.last.subject or self._subject,
            "done": row.last.done,
            "total": row.last.total,
        }
        if row.last.of:
            event |= {"number": row.last.number, "of": row.last.of}
        print(json.dumps(event, ensure_ascii=False), file=sys.stderr, flush=True)

    def _draw(self, now: float) -> None:
        shown = {
            subject: row
            for subject, row in self._rows.items()
            if now - row.moved_at < _STALE and (not row.is_over or len(self._rows) == 1)
        }
        if self._live and len(shown) > 1:
            self._draw_table(shown)
            return
        for subject, row in list(shown.items())[:1] if self._live else shown.items():
            amount = ", ".join(filter(None, row.words()))
            is_one_of = len(self._rows) > 1 or row.last.of > 1
            name = f"  {printable(row.name(subject))}" if subject and is_one_of else ""
            self._draw_line(row.last, f"{row.last.stage} {amount}{name}")

    def _draw_line(self, progress: Progress, words: str) -> None:
        if not self._live:
            print(_bar(progress) + words, file=sys.stderr)
            return
        # What goes beyond the edge goes on in the next line, and that one cannot be taken away again.
        room = (columns(sys.stderr) or 80) - 1
        line = cut(_bar(progress, room - len(words)) + words, room)
        if self._table is not None:
            self._table.stop()
            self._table = None
        sys.stderr.write(f"\r\033[K{line}")
        sys.stderr.flush()
        self._is_open = True

    def _draw_table(self, rows: dict[str, _Row]) -> None:
        from rich.console import Console
        from rich.live import Live

        if self._is_open:
            sys.stderr.write("\r\033[K")
            self._is_open = False
        if self._table is None:
            self._table = Live(console=Console(stderr=True), transient=True, auto_refresh=False)
            self._table.start()
        self._table.update(table_of(rows, columns(sys.stderr) or 80), refresh=True)


def _say_nothing_more() -> None:
    """Have what is still said on stderr go nowhere: it would end the program now, or make it fail at its end."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stderr.fileno())
        os.close(nowhere)


def table_of(rows: dict[str, _Row], room: int = 80) -> Table:
    """What goes on, a row each: episode, what is done with it, how far, how fast, how long still.

    In `room` columns the episodes' titles are cut; where even that is not enough, bars, speeds and stages are left out.
    """
    from rich.table import Table
    from rich.text import Text

    cells = [(row.last.stage, _bar(row.last).strip(), *row.words()) for row in rows.values()]
    shown = [0, 1, 2, 3, 4]  # stage, bar, how far, how fast, how long still
    widths = [max(map(len, column)) for column in zip(("", "", "how far", "how fast", ""), *cells, strict=True)]
    for spared in (1, 3, 0):
        if room - sum(widths[one] + 2 for one in shown) < _TITLE:
            shown.remove(spared)
    left = min(_TITLE * 2, max(1, room - sum(widths[one] + 2 for one in shown)))
    table = Table(box=None, pad_edge=False, expand=False)
    for heading in (cut("episode", left), *(("", "", "how far", "how fast", "")[one] for one in shown)):
        table.add_column(heading, no_wrap=True, overflow="ellipsis")
    for (subject, going), row in zip(rows.items(), cells, strict=True):
        title = cut(printable(going.name(subject)), left) or "-"
        table.add_row(*(Text(cell) for cell in (title, *(row[one] for one in shown))))
    return table


def _bar(progress: Progress, room: int = 28) -> str:
    """A bar and the percentage; in few columns a shorter bar, in very few the percentage alone."""
    if not progress.total:
        return ""
    share = min(1.0, max(0.0, progress.done / progress.total))
    width = min(20, room - 8)
    full = int(share * width)
    return f"[{'#' * full}{'.' * (width - full)}] {share:4.0%} " if width >= 5 else f"{share:.0%} "
