"""Progress of long work, as the edges report it and the command line shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Progress:
    """How far a long piece of work is."""

    stage: str  #: "download", "transcribe", …
    done: float  #: bytes, or seconds of audio
    total: float = 0.0  #: 0 = not known
    text: str = ""  #: what was just heard or done
    subject: str = ""  #: which of several things it is about; "" = the one that is being worked on
    number: int = 0  #: that one's place among all, from 1; 0 = not counted
    of: int = 0  #: how many there are in all


Report = Callable[[Progress], None]
