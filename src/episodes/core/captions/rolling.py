"""Rolling captions, as YouTube's recogniser makes them: every line is shown again above the next one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from episodes.core.captions.timed import Block


def is_rolling(blocks: list[Block]) -> bool:
    """Tell whether captions say most lines twice: by times within the text, or by lines seen again and again."""
    repeats = [b for a, b in pairwise(blocks) if _repeats(a, b)]
    grown = sum(len(block.lines) > 1 for block in repeats)
    if any(block.has_inline_times for block in blocks):
        return grown > 0
    if len(blocks) < 6 or any(block.speaker for block in blocks):
        return False
    different = len({block.lines[0] for block in repeats})  # a refrain is not rolling
    return len(repeats) > len(blocks) / 2 and grown >= len(blocks) / 3 and different >= len(blocks) / 3


def _repeats(before: Block, after: Block) -> bool:
    return bool(before.lines and after.lines) and after.lines[0] == before.lines[-1]


def without_repeats(blocks: list[Block]) -> list[Block]:
    """Keep each line where it comes first; cues that only repeat go."""
    kept: list[Block] = []
    shown: list[str] = []
    for block in blocks:
        fresh = block.lines[_overlap(shown, block.lines) :]
        shown = block.lines
        if fresh:
            kept.append(replace(block, lines=fresh))
    return [_until_next(block, kept[place + 1] if place + 1 < len(kept) else None) for place, block in enumerate(kept)]


def _overlap(shown: list[str], lines: list[str]) -> int:
    """How many lines a cue begins with that the one before ended with."""
    for count in range(min(len(shown), len(lines)), 0, -1):
        if shown[-count:] == lines[:count]:
            return count
    return 0


def _until_next(block: Block, following: Block | None) -> Block:
    if following and following.start > block.start:
        return replace(block, end=min(block.end, following.start))
    return block
