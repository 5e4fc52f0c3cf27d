"""A producer's own regular expressions, as the settings give them by field name."""

from __future__ import annotations

import re


def search_pattern(pattern: str, text: str) -> re.Match[str] | None:
    r"""Search a text; a pattern that is empty or no regular expression finds nothing.

    >>> search_pattern(r"Log (\d+)", "Log 12")[1]
    '12'
    """
    try:
        return re.search(pattern, text) if pattern else None
    except re.error:
        return None  # the settings' own check names a wrong pattern; reading goes on without it
