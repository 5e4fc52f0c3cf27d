"""All that is said of an episode and its show, as the rules for people read it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from episodes.core.item import Item
from episodes.core.naming.degrees import without_degrees
from episodes.core.naming.praise import without_praise
from episodes.core.naming.talk_words import count_of_talks, is_called_talk, is_of_fiction, is_of_others
from episodes.core.show import Show

MOST_OF_SHOW = 3_000  #: characters of a show's description that are read


@dataclass(frozen=True, kw_only=True)
class Said:
    """What an item, its text and its show say; `prose` are its sentences, `lines` these and its lists of people."""

    item: Item
    prose: Sequence[str]
    lines: Sequence[str]
    show_title: str
    show: Show | None

    @property
    def title(self) -> str:
        return self.item.title

    @property
    def author(self) -> str:
        """Who publishes the show."""
        return self.show.author if self.show else ""

    @cached_property
    def description(self) -> str:
        """The show's, without praise by others and degrees behind names."""
        return without_degrees(without_praise(self.show.description)) if self.show else ""

    @property
    def about(self) -> str:
        """What the show says of itself, without what critics say of it."""
        return self.description[:MOST_OF_SHOW]

    @cached_property
    def of_itself(self) -> str:
        """The same, uncut, behind who publishes it."""
        return f"{self.show.author}\n{self.description}" if self.show else ""

    @property
    def patterns(self) -> Mapping[str, str]:
        return self.show.patterns if self.show else {}

    @cached_property
    def whole(self) -> str:
        return "\n".join([self.title, *self.prose, self.of_itself])

    @cached_property
    def is_of_fiction(self) -> bool:
        return is_of_fiction(self.show_title, self.about)

    @cached_property
    def is_of_talks(self) -> bool:
        """Whether the show is one of conversations with its guests."""
        is_talk = is_called_talk(self.show_title) or count_of_talks(self.about) > 0
        return is_talk and not is_of_others(self.show_title, self.about)
