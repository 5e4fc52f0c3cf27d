"""What a card shows, and where it lies."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
from pathlib import Path

from episodes.core.addresses import episode_folder
from episodes.core.publication import Publication, ShowPublication
from episodes.site.card.letters import legible
from episodes.site.frame import accent_of
from episodes.site.markdown import clean_text
from episodes.site.phrases import say_length, say_number
from episodes.site.words import words_for

#: Changes with how cards are drawn, so that those of an older look are made again.
_LOOK = "1"


@dataclass(frozen=True, kw_only=True)
class Card:
    """All that is seen on a card; texts hold only letters that can be drawn."""

    folder: str  #: where it lies under the web root
    title: str
    accent: str
    above: str = ""  #: a small line over the title: the number
    below: str = ""  #: a small line at the foot: the show
    length: str = ""
    cover: str = ""  #: digest of the picture; empty = there is none

    @property
    def path(self) -> str:
        """Under a name that changes with what is seen, since whoever shows a shared link keeps a copy."""
        return f"{self.folder}/card-{hashlib.sha256(repr((_LOOK, astuple(self))).encode()).hexdigest()[:10]}.jpg"

    @property
    def is_blank(self) -> bool:
        return not self.title and not self.cover


def card_of_episode(
    show: ShowPublication, publication: Publication, *, cover: bytes, templates: Path | None = None
) -> Card:
    episode, words = publication.episode, words_for(show.show.language, templates)
    return Card(
        folder=episode_folder(episode),
        title=legible(clean_text(episode.title)),
        accent=accent_of(show.show),
        above=legible(clean_text(say_number(episode, words))),
        below=legible(clean_text(show.show.title)),
        length=say_length(episode.duration, words) if episode.duration else "",
        cover=_digest(cover),
    )


def card_of_show(show: ShowPublication, *, cover: bytes) -> Card:
    by = show.show.author or ", ".join(host.name for host in show.show.hosts)
    return Card(
        folder=show.show.slug,
        title=legible(clean_text(show.show.title)),
        accent=accent_of(show.show),
        below=legible(clean_text(by)),
        cover=_digest(cover),
    )


def _digest(picture: bytes) -> str:
    return hashlib.sha256(picture).hexdigest() if picture else ""
