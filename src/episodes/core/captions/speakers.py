"""Speakers written before the text: `Name: words`, as SRT files of podcasts have them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from episodes.core.captions.timed import Block

_WORD = r"[^\W\d_a-z][\w.'’-]*"
_LABEL = re.compile(rf"({_WORD}(?:[ ](?:{_WORD}|de|van|von|der|of|and|&|\d{{1,2}})){{0,4}}) ?: *(?=\S|$)")
#: Words before a colon that name nobody.
_NO_NAMES_TEXT = (
    "note warning question answer example update chapter part episode step number the this that so and but remember "
    "first second third finally today here now well actually"
)
_NO_NAMES = frozenset(_NO_NAMES_TEXT.split())


def with_speakers(blocks: list[Block]) -> list[Block]:
    """Take names out of the text where they clearly are names; one holds until the next (podcast namespace, SRT)."""
    if any(block.speaker for block in blocks):
        return blocks
    labels = [_label(block) for block in blocks]
    counts = Counter(label for label in labels if label)
    if not _are_names(labels, counts):
        return blocks
    speaker, named = "", []
    for block, label in zip(blocks, labels, strict=True):
        if label:
            speaker = label
            block = replace(block, lines=_without_label(block.lines))
        if block.lines:
            named.append(replace(block, speaker=speaker))
    return named


def _are_names(labels: list[str], counts: Counter[str]) -> bool:
    """By convention the first cue names who begins; else a name must come again, and most labels must be such names."""
    if not counts:
        return False
    if labels[0]:
        return True
    again = sum(count for count in counts.values() if count > 1)
    return again > 0 and again >= sum(counts.values()) / 2


def _label(block: Block) -> str:
    match = _LABEL.match(block.lines[0]) if block.lines else None
    if not match or match[1].split()[0].casefold() in _NO_NAMES:
        return ""
    return match[1].strip()


def _without_label(lines: list[str]) -> list[str]:
    rest = _LABEL.sub("", lines[0], count=1).strip()
    return [rest, *lines[1:]] if rest else lines[1:]
