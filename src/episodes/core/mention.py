"""Names that a tagger marked in what a source says, and how likely each is a host's or a guest's."""

from __future__ import annotations

from episodes.core.light import dataclass


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A name as it stands in one place of a source's words.

    `host` and `guest` are probabilities from 0 to 1 as the tagger gives them; they are weighed with what else is known
    in `core/naming/mentioned.py`.
    """

    name: str
    field: str  #: where it stands: `show`, `author`, `about`, `title`, `by`, `persons` or `text`
    host: float
    guest: float
