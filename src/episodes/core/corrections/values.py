"""Corrections as values: rules for all transcripts, edits of one, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from episodes.core.transcript import Segment


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What `fix` keeps: words that are always heard wrong, and what they are.

    Rules and edits share one row of numbers: a rule leaves lines alone that were edited after it was made.
    """

    wrong: str
    right: str
    show: str = ""  #: the show's slug; empty = everywhere
    whole_word: bool = False
    id: int = 0


@dataclass(frozen=True, kw_only=True)
class Edit:
    """What a person wrote in place of what a machine had heard at one place of one episode.

    The place is anchored by time and text: the segments that stood there, and the words around them.
    """

    heard: tuple[Segment, ...] = ()  #: what the machine had there, without words; () = nothing: an insertion
    lines: tuple[Segment, ...] = ()  #: what the person wrote; () = it was taken out
    before: str = ""  #: the machine's words before the place
    after: str = ""  #: and after it
    position: int = 0  #: how many of the machine's words lie before the place
    basis: str = ""  #: digest of the machine's words that it was made on
    id: int = 0

    @property
    def start(self) -> float:
        return (self.heard or self.lines)[0].start

    @property
    def end(self) -> float:
        return (self.heard or self.lines)[-1].end


@dataclass(frozen=True, kw_only=True)
class Overlay:
    """All corrections that concern one transcript."""

    edits: tuple[Edit, ...] = ()
    rules: tuple[Rule, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.edits or self.rules)


@dataclass(frozen=True, kw_only=True)
class Lost:
    """An edit that has no place in the machine's present text; it is kept and tried again with the next one."""

    edit: Edit
    reason: str


@dataclass(frozen=True, kw_only=True)
class Looked:
    """A person looked at a doubtful place and found it good."""

    start: float
    end: float
    reason: str
    text: str  #: as it stood there


@dataclass(frozen=True, kw_only=True)
class Change:
    """One thing that somebody did to transcripts: an entry of the history."""

    id: int
    at: datetime
    who: str  #: empty = a machine
    verb: str  #: "fix", "unfix", "edit", "import", "review", "undo", "transcribe"
    what: str  #: for people
    episode: str = ""  #: GUID; empty = many
    is_undone: bool = False
