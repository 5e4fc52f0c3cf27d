"""What this machine's processor can do for the model."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

#: What CTranslate2's kernels for wide vectors need, as Linux names it.
WIDE = frozenset({"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"})


@dataclass(frozen=True, kw_only=True)
class Workers:
    """How many batches run at once, with how many threads each."""

    count: int
    threads: int

    @classmethod
    def of_cores(cls, cores: int, *, large: bool = False) -> Workers:
        """Many workers of one thread beat one of many, until memory bandwidth is the limit.

        >>> [Workers.of_cores(cores).count for cores in (1, 2, 8, 32)]
        [1, 2, 8, 8]
        """
        count = max(1, min(cores, 4 if large else 8))
        return cls(count=count, threads=max(1, cores // count))


def usable_cores() -> int:
    """Cores that this process may use, which in a container are fewer than the machine's."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1


def stand_back() -> None:
    """Give this thread a small share of the cores while others want them, where threads have priorities (Linux)."""
    if sys.platform == "linux":
        with suppress(OSError):
            thread = threading.get_native_id()
            os.setpriority(os.PRIO_PROCESS, thread, min(19, os.getpriority(os.PRIO_PROCESS, thread) + 10))


def prefer_wide_vectors(info: Path = Path("/proc/cpuinfo")) -> bool:
    """Have CTranslate2 use AVX-512 where the processor has it; call before the first model is loaded.

    Of itself it stays with AVX2, for the sake of processors that slow down for wide vectors; measured, the
    encoder gains 8 % and the decoder 4 % (docs/transcription.md). A choice that is in the environment stands.
    """
    if "CT2_FORCE_CPU_ISA" in os.environ or not _flags(info) >= WIDE:
        return False
    os.environ["CT2_FORCE_CPU_ISA"] = "AVX512"
    return True


def _flags(info: Path) -> set[str]:
    try:
        with info.open(encoding="ascii", errors="replace") as lines:
            return next((set(line.split(":", 1)[1].split()) for line in lines if line.startswith("flags")), set())
    except OSError:
        return set()
