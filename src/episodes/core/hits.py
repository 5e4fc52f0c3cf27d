"""What a search finds: spots in episodes, each with its words in context."""

from __future__ import annotations

from typing import Literal

from episodes.core.episode import Episode
from episodes.core.light import dataclass

Place = Literal["transcript", "title", "notes", "comments"]


@dataclass(frozen=True, kw_only=True)
class Hit:
    """One spot: a moment in the speech, or a place in title, notes or comments."""

    snippet: str  #: the words in context, cut at sentence ends
    marks: tuple[tuple[int, int], ...] = ()  #: where the words that were looked for lie in the snippet: (start, end)
    place: Place = "transcript"
    at: float | None = None  #: seconds at which the first of the words is spoken; None outside the transcript
    end: float | None = None  #: seconds at which the snippet ends
    speaker: str = ""
    segment: int | None = None  #: position in the transcript of the segment that holds the first of the words
    score: float = 0.0
    missing: tuple[str, ...] = ()  #: words of the query that are not here


@dataclass(frozen=True, kw_only=True)
class EpisodeHits:
    """An episode with its best spots, best first."""

    episode: Episode
    show_title: str
    hits: tuple[Hit, ...]
    score: float = 0.0
    spots: int = 0  #: about how many spots there are in all


@dataclass(frozen=True, kw_only=True)
class Results:
    """The answer to a search; it has no episodes if nothing was found."""

    query: str
    episodes: tuple[EpisodeHits, ...] = ()
    total: int = 0  #: how many episodes answer; at least, if `total_is_exact` is False
    total_is_exact: bool = True
    relaxed: bool = False  #: nowhere are all the words together: the nearest was taken
    replaced: tuple[tuple[str, str], ...] = ()  #: (as typed, as found): other spellings that were needed
    did_you_mean: str = ""  #: the query with likelier spellings
    notes: tuple[str, ...] = ()  #: what a person should know: a filter that fits nothing, …
    seconds: float = 0.0  #: time that the search took

    def __bool__(self) -> bool:
        return bool(self.episodes)
