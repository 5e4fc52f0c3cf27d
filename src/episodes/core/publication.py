"""Publications: an episode together with all that its feed item and its page are made from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from episodes.core.episode import Episode
from episodes.core.media import Kind, Medium
from episodes.core.show import Show
from episodes.core.transcript import Transcript


@dataclass(frozen=True, kw_only=True)
class Publication:
    """An episode as listeners get it; the transcript holds the effective text."""

    episode: Episode
    transcript: Transcript | None = None
    cover: str = ""  #: path under the web root of the episode's own picture; empty = the show's
    small_cover: str = ""  #: path of a small copy for pages; empty = the picture itself is small
    card: str = ""  #: path of the picture that a shared link is shown with; empty = there is none
    mark: str = ""  #: of all that the episode and its transcript are; equal ones are the same; empty = not known

    @property
    def has_text(self) -> bool:
        """Whether there are captions to point to."""
        return self.transcript is not None and self.transcript.has_words

    def is_held_as(self, kind: Kind) -> bool:
        """Whether there is an enclosure of that kind."""
        return self.enclosure(kind) is not None

    def enclosure(self, kind: Kind) -> Medium | None:
        """The held medium of that kind, if there is one."""
        for medium in self.episode.media:  # a generator takes three times as long, and feeds ask it of every episode
            if medium.media_key and medium.kind == kind:
                return medium
        return None


@dataclass(frozen=True, kw_only=True)
class ShowPublication:
    """A show with its published episodes, newest first."""

    show: Show
    base_url: str  #: address of the web root
    episodes: tuple[Publication, ...] = ()
    cover: str = ""  #: path under the web root of the show's picture; empty = there is none
    small_cover: str = ""  #: path of a small copy for pages; empty = the picture itself is small
    card: str = ""  #: path of the picture that a shared link is shown with; empty = there is none
    searchable: bool = False  #: whether what is said can be found from its pages
    indexes: tuple[str, ...] = ()  #: folders of that search's index under `search/`; known once it is made

    @cached_property
    def kinds(self) -> frozenset[Kind]:
        """What its episodes can be had as."""
        return frozenset(medium.kind for one in self.episodes for medium in one.episode.held)

    @cached_property
    def followed(self) -> Episode | None:
        """The newest episode that says where the show can be followed."""
        return next((one.episode for one in self.episodes if one.episode.tells_where_to_follow), None)

    @cached_property
    def by_title(self) -> dict[str, Episode]:
        """Episodes by the titles that others may name them by, in small letters; the newest of the same title."""
        return {
            title.casefold().strip(): one.episode
            for one in reversed(self.episodes)
            for title in (one.episode.original_title, one.episode.title)
            if title.strip()
        }
