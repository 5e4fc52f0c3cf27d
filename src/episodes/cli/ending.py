"""How a command line ends: the one place where errors become messages and exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from episodes.cli.outcome import AlreadyTold
from episodes.cli.output import talk
from episodes.core.errors import AmbiguousReference, EpisodesError

#: The exit code of a program that Ctrl-C ended: 128 and the number of the signal.
INTERRUPTED = 130


def exit_code(command: Callable[[], int], *, debug: bool) -> int:
    """Run a command and return its exit code.

    A traceback is a bug of ours: everything that can go wrong for a user is an EpisodesError.
    """
    code = _outcome(command, debug=debug)
    _drop_output()
    return code


def _outcome(command: Callable[[], int], *, debug: bool) -> int:
    try:
        code = command()
        if sys.stdout is not None:
            sys.stdout.flush()  # at the end of the process it could not be told any more what went wrong
    except EpisodesError as error:
        if debug:
            raise
        if not isinstance(error, AlreadyTold):
            _complain(error)
        return error.exit_code
    except KeyboardInterrupt:
        talk.error("stopped", hint="the same command goes on where it can")
        return INTERRUPTED
    except BrokenPipeError:
        return 0  # the reader of a pipe (head, less) went away
    except OSError as error:
        if in_the_way := _in_the_way(error):
            talk.error(
                f"{in_the_way} is a file where a folder belongs",
                hint="move it away or give it another name, then run the same command again",
            )
            return 3
        if error.errno not in {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EPERM}:
            raise
        with suppress(OSError):  # the errors may go to the same full disk
            talk.error(
                f"{error.strerror}: {error.filename or 'the disk'}",
                hint="make room or check permissions, then run the same command again",
            )
        return 3
    return code


def _in_the_way(error: OSError) -> Path | None:
    """What stands where a folder should be made or looked into, as a file named `media`, or a link to nowhere."""
    if error.errno not in {errno.ENOTDIR, errno.EEXIST} or not isinstance(error.filename, str):
        return None
    path = Path(error.filename).absolute()
    nearest = next((one for one in (path, *path.parents) if os.path.lexists(one)), path)
    return None if nearest.is_dir() else nearest


def _drop_output() -> None:
    """Let go of output that cannot be written: Python would try once more at exit, and complain."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(error: EpisodesError) -> None:
    talk.error(error.message, hint=error.hint)
    if isinstance(error, AmbiguousReference):
        for candidate in error.candidates:
            talk.detail(candidate)
