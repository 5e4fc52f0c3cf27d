"""What a sync tells of, one thing after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from episodes.core.episode import Episode
from episodes.core.errors import EpisodesError
from episodes.core.matching import Match
from episodes.workflow.captions_first import Captions

#: "begun": an earlier run was stopped in transcribing it · "filled": it was joined earlier, and got what that left
#: open · "presented": who became hosts of episodes, being in most of the show's · "cut": the source's list breaks off
What = Literal[
    "new", "joined", "filled", "asked", "gone", "back", "failed", "waiting", "planned", "listed", "cut", "begun",
    "presented",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Step:
    """One thing that a sync did, would do, or could not do."""

    what: What
    show: str = ""
    channel: str = ""
    title: str = ""
    episode: Episode | None = None
    match: Match | None = None
    captions: Captions = field(default_factory=Captions)  #: what became of those that the source has
    note: str = ""  #: on a new episode: what is likely wrong with it
    error: EpisodesError | None = None
    next_try_at: datetime | None = None
    count: int = 0  #: of entries, for "listed"; of episodes, for "presented"
