"""Credits: who takes part in an episode, and as what."""

from __future__ import annotations

from typing import Literal

from episodes.core.light import dataclass

Role = Literal["host", "guest"]


@dataclass(frozen=True, kw_only=True)
class Credit:
    """A person's part in an episode or show."""

    name: str
    role: Role = "host"
    title: str = ""  #: as in "Editor-in-Chief"
    organisation: str = ""
    url: str = ""
    image_url: str = ""

    @classmethod
    def parse(cls, text: str, *, role: Role = "host") -> Credit:
        """Read `Name|Title|Organisation`, as `--host` takes it.

        >>> Credit.parse("Alexander Mercouris|Editor-in-Chief").title
        'Editor-in-Chief'
        """
        name, title, organisation = ([part.strip() for part in text.split("|")] + ["", ""])[:3]
        return cls(name=name, title=title, organisation=organisation, role=role)

    def format(self) -> str:
        """Write it as `parse` reads it.

        >>> Credit(name="Ann Lee", title="Editor").format()
        'Ann Lee|Editor'
        """
        return "|".join([self.name, self.title, self.organisation]).rstrip("|")
