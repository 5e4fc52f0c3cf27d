"""Making things before they are asked for."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from concurrent.futures import Executor, Future
from itertools import islice, repeat
from typing import TypeVar

Item = TypeVar("Item")

_END = object()


def made_ahead(items: Iterator[Item], count: int, maker: Executor) -> Iterator[Item]:
    """Yield items that `maker`, an executor of one thread, makes up to `count` ahead; it begins at once.

    What making one raises is raised where it would have been yielded. The executor's `shutdown` stops it.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> with ThreadPoolExecutor(1) as maker:
    ...     list(made_ahead(iter("abc"), 2, maker))
    ['a', 'b', 'c']
    """
    wanted: Iterator[Future[Item | object]] = (maker.submit(next, items, _END) for _ in repeat(None))
    coming = deque(islice(wanted, count))
    return _yielded(coming, wanted)


def _yielded(coming: deque[Future[Item | object]], wanted: Iterator[Future[Item | object]]) -> Iterator[Item]:
    while coming:
        item = coming.popleft().result()
        if item is _END:
            return
        coming.append(next(wanted))
        yield item  # type: ignore[misc]
