"""A title made ready for the number rules, and what a rule proposes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from episodes.core.naming.distractors import HIDDEN, hide_dates, hide_others
from episodes.core.naming.folding import fold
from episodes.core.naming.show_names import joined_otherwise, spellings

#: Titles are read this far; longer ones are no titles.
LONGEST_TITLE = 500
SEPARATORS = '-:|/.,;~·•・>()[]{}<【】「」『』《》〈〉"_!?*'
_FIRST_KANA = 0x3040  # from here on, scripts that set no separator after a number
_OPENING = re.compile(r"[\s(\[{<\"'【「『《〈*~#|:.·•-]*$")


@dataclass(frozen=True, kw_only=True)
class Numbering:
    """A number that a rule proposes for an episode; `start` and `end` are its place in the title."""

    number: int | None = None
    season: int | None = None
    label: str = ""
    start: int = 0
    end: int = 0
    confidence: float = 0.0
    reason: str = ""


@dataclass(frozen=True)
class Heading:
    """A tidy title with its show's name, and views of it of the same length for the rules."""

    text: str
    show_title: str = ""
    names: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "names", spellings(self.show_title) if self.show_title else ())

    @cached_property
    def folded(self) -> str:
        return fold(self.text)

    @cached_property
    def dated(self) -> str:
        """Folded, with dates hidden and, where a show's own name holds a number, that too."""
        text = hide_dates(self.folded)
        for name in self.names:
            if any(map(str.isdigit, name)) and name in text:
                return text.replace(name, "".join(HIDDEN if c.isdigit() else c for c in name))
        return text

    @cached_property
    def plain(self) -> str:
        """Folded, with everything hidden that is a number of another kind."""
        return hide_others(self.dated)

    @cached_property
    def name_span(self) -> tuple[int, int] | None:
        """Where the title names its show, at the beginning or after a separator."""
        for name in joined_otherwise(self.names):
            at = self.folded.find(name)
            while at >= 0:
                end = at + len(name)
                if self.opens(at) and not (end < len(self.folded) and self.folded[end].isalpha()):
                    return at, end
                at = self.folded.find(name, end)
        return None

    def opens(self, at: int) -> bool:
        """Whether nothing, or a separator, stands before a place."""
        before = self.folded[:at].rstrip()
        return not any(map(str.isalnum, before)) or before[-1] in SEPARATORS or _is_sign(before[-1])

    def opens_after_name(self, at: int) -> bool:
        """Whether a place begins the title, or follows a separator or the show's name."""
        if self.opens(at):
            return True
        before = self.folded[:at].rstrip(" -:|#,.")
        return any(before.endswith(name) and self.opens(len(before) - len(name)) for name in self.names)

    def closes(self, at: int) -> bool:
        """Whether nothing, or a separator, stands after a place."""
        after = self.folded[at:].lstrip()
        return not after or after[0] in SEPARATORS or _is_sign(after[0]) or ord(after[0]) >= _FIRST_KANA

    def closes_plainly(self, at: int) -> bool:
        """Whether a separator, or nothing, stands after a place; a script without separators does not count."""
        after = self.folded[at:].lstrip()
        return not after or after[0] in SEPARATORS

    def has_letters_before(self, at: int) -> bool:
        return any(map(str.isalpha, self.folded[:at]))


def opening_of(folded: str, at: int) -> int:
    """The place where the brackets, quotes and dashes before a place begin."""
    match = _OPENING.search(folded, max(0, at - 20), at)
    return match.start() if match else at


def _is_sign(character: str) -> bool:
    """Whether a character is a picture or a sign, no letter, figure or hidden number."""
    return not character.isalnum() and ord(character) > 0x2000


def bare_numbering(
    heading: Heading, start: int, end: int, number: int, confidence: float, *, label: str = ""
) -> Numbering:
    return Numbering(
        number=number, label=label, start=start, end=end, confidence=confidence,
        reason=f"{heading.text[start:end].strip()!r} in the title",
    )  # fmt: skip


def season_and_number(heading: Heading, match: re.Match[str], confidence: float) -> Numbering:
    """Propose what the groups `season` and `number` of a match say; its group `after` is where they end."""
    number, label = int(match["number"]), f"{match['season']}.{match['number']}"
    found = bare_numbering(heading, match.start(), match.start("after"), number, confidence, label=label)
    return replace(found, season=int(match["season"]))
