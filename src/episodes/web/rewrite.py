"""Making a site that was built for its public address work at the one it is looked at."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import quote

_REWRITTEN = {".xml", ".html", ".json", ".opml", ".txt"}
#: A host as browsers and podcast clients send it; anything else is not written into pages.
_HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")


def is_rewritten(file: PurePath) -> bool:
    return file.suffix.lower() in _REWRITTEN


def is_host(text: str) -> bool:
    """Tell whether a request's `Host` may be written into pages.

    >>> is_host("127.0.0.1:8484"), is_host("[::1]:80"), is_host("x'><script>")
    (True, True, False)
    """
    return _HOST.fullmatch(text) is not None


def rewrite(content: bytes, base_url: str, asked_url: str) -> bytes:
    """Put the address that was asked in place of the public one, plain or percent-encoded.

    >>> rewrite(b"https://example.org/a https://example.organic/ https%3A%2F%2Fexample.org%2Fa",
    ...         "https://example.org", "http://127.0.0.1:8484")
    b'http://127.0.0.1:8484/a https://example.organic/ http%3A%2F%2F127.0.0.1%3A8484%2Fa'
    """
    for public, asked in ((base_url, asked_url), (quote(base_url, safe=""), quote(asked_url, safe=""))):
        content = _pattern(public).sub(asked.encode().replace(b"\\", b"\\\\"), content)
    return content


@lru_cache(maxsize=8)
def _pattern(url: str) -> re.Pattern[bytes]:
    """Match the address, but not the beginning of a longer host name or port."""
    return re.compile(re.escape(url.encode()) + rb"(?![A-Za-z0-9_-]|\.[A-Za-z0-9]|:[0-9]|%3A[0-9])")
