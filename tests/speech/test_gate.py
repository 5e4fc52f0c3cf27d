"""What is at work at once is bounded, in order, and nobody waits for ever."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import CancelledError, ThreadPoolExecutor

import numpy as np
import pytest

from episodes.speech.attempts import Finding
from episodes.speech.gate import Gate
from episodes.speech.languages import Languages
from episodes.speech.listening import Excerpt
from episodes.speech.models import find_model
from episodes.speech.packed import PackedEngine
from episodes.speech.voice import Span
from episodes.speech.windows import Window


def test_no_more_is_at_work_than_may_be_lost() -> None:
    """Twenty pieces on four threads: in order, at most 3 at once of size 1, the large one alone."""
    gate, lock = Gate(3.0), threading.Lock()
    held, order, seen = [0.0], list[int](), list[float]()
    sizes = [5.0 if number == 7 else 1.0 for number in range(20)]

    def work(number: int) -> None:
        gate.enter(number, sizes[number])
        with lock:
            order.append(number)
            held[0] += sizes[number]
            seen.append(held[0])
        time.sleep(0.002 * (number % 3))
        with lock:
            held[0] -= sizes[number]
        gate.leave(sizes[number])

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(20)))

    assert order == list(range(20))
    assert seen[7] == 5.0
    assert max(seen[:7] + seen[8:]) <= 3.0


def test_nobody_waits_for_ever() -> None:
    gate = Gate(1.0)
    gate.enter(0, 1.0)
    ends = list[type[BaseException]]()

    def wait(number: int) -> None:
        try:
            gate.enter(number, 1.0)
        except CancelledError as error:
            ends.append(type(error))

    waiting = [threading.Thread(target=wait, args=(number,), daemon=True) for number in (1, 2)]
    for one in waiting:
        one.start()
    gate.close()
    for one in waiting:
        one.join(timeout=5)

    assert ends == [CancelledError, CancelledError]


@pytest.mark.parametrize("slow", [0, 3, 11])
def test_a_slow_window_loses_none_of_the_quick_ones_behind_it(slow: int) -> None:
    """Sparse speech: many short windows end while one is heard again; all come out, in order."""
    engine = PackedEngine(find_model("tiny.en"), device="cpu", threads=2)
    excerpts = [_excerpt(number, 28.0 if number == slow else 2.0) for number in range(12)]

    class Slow:
        def hear(self, excerpts: Sequence[Excerpt], begin: Callable[[], None]) -> list[Excerpt]:
            begin()
            if excerpts[0].window.start == slow * 100:
                time.sleep(0.3)
            return list(excerpts)

    found: list[Finding | Excerpt] = list(engine._findings(iter(excerpts), Slow(), Languages(asked="en")))  # type: ignore[arg-type]

    assert found == excerpts


def _excerpt(number: int, length: float) -> Excerpt:
    speech = (Span(start=number * 100.0, end=number * 100.0 + length),)
    window = Window(start=number * 100.0, end=number * 100.0 + 50, pieces=speech, speech=speech)
    return Excerpt(window=window, samples=np.zeros(10, dtype=np.float32))
