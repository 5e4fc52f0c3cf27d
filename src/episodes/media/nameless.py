"""A file's bytes for a library that must not know its name, nor read for ever."""

from __future__ import annotations

import math
import time
from typing import BinaryIO

#: Seconds of processor time that opening may take: tags and indexes can be made to take for ever.
_OPENING = 3.0


class Nameless:
    """A file's bytes without its name: FFmpeg would take the name for a hint, or for a pattern."""

    def __init__(self, stream: BinaryIO, *, start: int = 0) -> None:
        self._stream = stream
        self.start = start  #: what lies before is kept back
        self._read = 0
        self._most = 0
        self._deadline = time.thread_time() + _OPENING
        self.is_weary = False  #: whether opening took so long that it was ended
        stream.seek(start)

    def read(self, size: int = -1) -> bytes:
        if time.thread_time() > self._deadline:
            self.is_weary = True
            return b""
        data = self._stream.read(size)
        self._read += len(data)
        return b"" if self._most and self._read > self._most else data

    def seek(self, position: int, whence: int = 0) -> int:
        return self._stream.seek(position + (0 if whence else self.start), whence) - self.start

    def tell(self) -> int:
        return self._stream.tell() - self.start

    def rest(self) -> None:
        """Say that the file is open: from now on packets tell whether it goes on."""
        self._deadline = math.inf

    def renew(self, most: int) -> None:
        """Say that a packet came, and how many bytes may be read until the next."""
        self._read, self._most = 0, most
