"""Names and passwords in addresses, which are for servers and not for eyes."""

from __future__ import annotations

import re


def without_login(url: str) -> str:
    """An address without the user's name and password, for logs keep what is told.

    >>> without_login("https://me:pw@example.org/feed"), without_login("folder/a@b")
    ('https://example.org/feed', 'folder/a@b')
    """
    return re.sub(r"(?<=://)[^/?#]*@", "", url)
