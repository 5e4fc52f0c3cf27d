"""Whether who left something behind is still at work."""

from __future__ import annotations

import os


def is_running(process: int) -> bool:
    """Tell whether a process of that number runs on this machine; where asking is not safe, it does.

    >>> is_running(os.getpid())
    True
    """
    if os.name == "nt":
        return True  # asking would end it there; what is old goes by its age
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
