"""Word diffs: they lead from one text to the other, long ones too, in good time."""

from __future__ import annotations

import random
import time

from hypothesis import given
from hypothesis import strategies as st

from episodes.core.corrections.wording import opcodes, word_diff
from episodes.core.transcript import Segment

words = st.lists(st.sampled_from(["the", "a", "to", "of", "war", "peace", "Syria", "said"]), max_size=30)


def rebuilt(old: list[str], new: list[str]) -> tuple[list[str], list[str]]:
    """Both texts, put together from the pieces of their difference."""
    ours, theirs = [], []
    for tag, i, i_end, j, j_end in opcodes(old, new):
        assert tag != "equal" or old[i:i_end] == new[j:j_end]
        ours += old[i:i_end]
        theirs += new[j:j_end]
    return ours, theirs


@given(old=words, new=words)
def test_a_difference_covers_both_texts(old, new):
    assert rebuilt(old, new) == (old, new)


def test_long_texts_are_compared_in_good_time():
    chance = random.Random(1)
    old = [chance.choice(["the", "of", "and", *[f"word{n}" for n in range(500)]]) for _ in range(20_000)]
    new = [word if chance.random() > 0.02 else "other" for word in old if chance.random() > 0.01]

    started = time.process_time()
    assert rebuilt(old, new) == (old, new)
    equal = sum(i_end - i for tag, i, i_end, _, _ in opcodes(old, new) if tag == "equal")

    assert equal > 0.95 * len(new)
    assert time.process_time() - started < 5


def test_differences_have_times_and_neighbours():
    old = [Segment(start=0, end=4, text="we talk of war today")]
    new = [Segment(start=0, end=4, text="we talk of peace today")]

    (found,) = word_diff(old, new, context=1)

    assert (found.kind, found.old, found.new, found.before, found.after) == ("changed", "war", "peace", "of", "today")
    assert 1 < found.start < 4
