"""Dynamic time warping against its definition, and where heads look."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from episodes.speech.alignment import _warped, first_frames
from episodes.speech.words import cut_words, timing_of_path


def cheapest(costs: np.ndarray) -> float:
    """What the cheapest path costs, cell by cell as the method is defined."""
    rows, frames = costs.shape
    total = np.full((rows + 1, frames + 1), np.inf)
    total[0, 0] = 0
    for row in range(rows):
        for frame in range(frames):
            before = min(total[row, frame], total[row, frame + 1], total[row + 1, frame])
            total[row + 1, frame + 1] = costs[row, frame] + before
    return float(total[-1, -1])


def cost_of(costs: np.ndarray, firsts: list[int]) -> float:
    """What a path costs that enters each row at its first frame and leaves it for the next by the cheaper way."""
    total, ends = 0.0, [*firsts[1:], costs.shape[1]]
    for row, (first, end) in enumerate(zip(firsts, ends, strict=True)):
        total += costs[row, first:end].sum()
        if row + 1 < len(firsts) and (end == first or costs[row, end] < 0):
            total += costs[row, end]  # straight up instead of slanted
    return float(total)


@given(st.integers(1, 7), st.integers(1, 25), st.integers(0, 10_000))
def test_the_path_is_the_cheapest(rows: int, frames: int, seed: int) -> None:
    costs = np.random.default_rng(seed).normal(size=(rows, frames))
    firsts = _warped(costs)

    assert firsts[0] == 0
    assert firsts == sorted(firsts)
    assert firsts[-1] < frames
    assert cost_of(costs, firsts) == pytest.approx(cheapest(costs), abs=1e-9)


def test_each_token_is_where_the_heads_look() -> None:
    """Ten tokens of five frames each; the prompt's row, the end's, and the silence behind are no token's."""
    attention = np.full((2, 12, 80), 0.001, dtype=np.float32)
    attention[:, 0, 0] = attention[:, 11, 50:] = 1.0
    for token in range(10):
        attention[:, token + 1, 5 * token : 5 * token + 5] = 1.0
    attention /= attention.sum(axis=2, keepdims=True)

    assert first_frames(attention, 52, 1)[:10] == [5 * token for token in range(10)]


@pytest.mark.parametrize("frames", [0, 1, 2, 3])
def test_the_shortest_sounds_have_a_path(frames: int) -> None:
    attention = np.full((1, 6, 768), 1 / 768, dtype=np.float32)

    assert all(0 <= first < max(1, frames) for first in first_frames(attention, frames, 1))


def test_a_path_without_pairs_gives_no_words_and_no_error() -> None:
    assert cut_words(timing_of_path([5, 6], [], [0.5, 0.5]), tokenizer=None) == ()
