"""Who may begin: what is at work at once, and would be lost with the process, is kept within bounds."""

from __future__ import annotations

import threading
from concurrent.futures import CancelledError


class Gate:
    """Lets numbered pieces of work begin in order, as long as those that are not done with sum up to at most `most`.

    A piece that is larger than that begins when there is no other. Safe to call from several threads.
    """

    def __init__(self, most: float) -> None:
        self._most = most
        self._held = 0.0
        self._next = 0
        self._closed = False
        self._changed = threading.Condition()

    def enter(self, number: int, size: float) -> None:
        """Return when this piece may begin; raises CancelledError when it never will."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._may_begin(number, size))
            if self._closed:
                raise CancelledError
            self._held += size
            self._next = number + 1
            self._changed.notify_all()

    def leave(self, size: float) -> None:
        """Make room: a piece of this size that has begun is finished and out of danger."""
        with self._changed:
            self._held -= size
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def _may_begin(self, number: int, size: float) -> bool:
        return number == self._next and (self._held < 1e-6 or self._held + size <= self._most + 1e-6)
