"""Shows: what a producer publishes under one name, with one feed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from episodes.core.credit import Credit

#: A show's short name: it stands in addresses and folder names.
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, kw_only=True)
class Show:
    r"""A show and its settings, as `episodes.toml` gives them.

    `slug` names it in folders and addresses. `patterns` are the producer's own regular
    expressions for reading titles, by field name (`number = 'Episode (\d+)'`).
    """

    slug: str
    title: str
    description: str = ""
    language: str = ""  #: BCP 47 tag; empty = let the recogniser detect it
    author: str = ""
    owner_name: str = ""
    owner_email: str = ""
    link: str = ""  #: the show's own web site, if it has one besides ours
    image: str = ""  #: file in the workspace, or address, of the cover
    category: str = ""  #: Apple's, "News > Politics"
    explicit: bool = False
    copyright: str = ""
    disclaimer: str = ""
    hosts: tuple[Credit, ...] = ()
    patterns: dict[str, str] = field(default_factory=dict, hash=False)
    accent: str = ""  #: colour of its pages: "blue", "teal", "green", "olive", "amber", "rust", "rose", "plum", "violet"
    guid: str = ""  #: podcast:guid; assigned once, then kept
