"""Short names of shows: making one, and saying that there is none of that name."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection

from episodes.core.errors import NotFound, UsageError
from episodes.core.show import SLUG, Show

#: Apple lists no show without a category; this one fits most until the producer says better.
FIRST_CATEGORY = "Society & Culture"
#: Folders under the web root that belong to no show.
RESERVED = frozenset({"assets", "search"})


def no_such_show(wanted: str, shows: Collection[str]) -> NotFound:
    """Say that a show does not exist, with the nearest one that does."""
    near = difflib.get_close_matches(wanted.lower(), list(shows), n=1)
    hint = (
        f"did you mean {near[0]!r}? `episodes show list` has them all" if near else "`episodes show list` has them all"
    )
    if not shows:
        hint = f"make it with `episodes show add {_near(wanted)}`"
    return NotFound(f"no show named {wanted!r}", hint=hint)


def new_show(slug: str, title: str = "") -> Show:
    """Make a show of a short name; raises UsageError if the name cannot stand in addresses.

    >>> new_show("quick-take").title
    'Quick Take'
    """
    if not SLUG.fullmatch(slug):
        near = _near(slug)
        raise UsageError(
            f"{slug!r} cannot be a show's short name",
            hint=f"small letters, digits and single hyphens: {near}" if near else "small letters, digits, hyphens",
        )
    if slug in RESERVED:
        raise UsageError(
            f"{slug!r} cannot be a show's short name: the pages' own {slug}/ lies there",
            hint=f"`episodes show add {slug}-show`",
        )
    return Show(slug=slug, title=title or slug.replace("-", " ").title(), category=FIRST_CATEGORY)


def _near(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "quick-take"
