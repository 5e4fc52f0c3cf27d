"""How often functions are called: what tells of time, and is the same on every machine."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable
from types import CodeType
from typing import Any


def calls(work: Callable[[], Any], *watched: Callable[..., Any]) -> int:
    """How often functions are called meanwhile."""
    codes, counts = {one.__code__ for one in watched}, Counter[CodeType]()

    def count(frame: Any, event: str, _: Any) -> None:
        if event == "call" and frame.f_code in codes:
            counts[frame.f_code] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return counts.total()
