"""Choosing readers' comments by their numbers, and showing or hiding them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from episodes.core.episode import Comment
from episodes.core.errors import NotFound, UsageError


def chosen_comments(text: str, count: int) -> set[int]:
    """Read numbers as people write them, counted from 1, as positions; raises UsageError or NotFound.

    >>> sorted(chosen_comments("1,3-4", 5)), sorted(chosen_comments("all", 2))
    ([0, 2, 3], [0, 1])
    """
    if text.strip().lower() == "all":
        return set(range(count))
    chosen: set[int] = set()
    for part in text.split(","):
        match = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6})\s*)?", part)
        if not match:
            raise UsageError(f"{text!r} names no comments", hint="write numbers like 1,3-5, or all")
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= count:
            raise NotFound(
                f"there is no comment {part.strip()}", hint=f"there are {count}; `episodes comments REF` lists"
            )
        chosen |= set(range(first - 1, last))
    return chosen


def with_approval(comments: Sequence[Comment], chosen: Collection[int], *, approved: bool) -> tuple[Comment, ...]:
    """Show or hide the comments at these positions; the others stay as they are."""
    return tuple(
        replace(comment, approved=approved) if place in chosen else comment for place, comment in enumerate(comments)
    )
