"""Two accounts of one thing: what the first leaves open, the second says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, TypeVar

T = TypeVar("T")


def filled(first: T, second: T, *fields: str) -> T:
    """The first of two values, with these fields from the second where its own are empty.

    >>> from episodes.core.media import Source
    >>> filled(Source(provider="file", key="a"), Source(provider="web", key="b", url="https://a.example"), "key", "url")
    Source(provider='file', key='a', url='https://a.example')
    """
    value: Any = first
    changed: T = replace(value, **{name: getattr(first, name) or getattr(second, name) for name in fields})
    return changed
