"""Corrections: what people mend in transcripts, kept as an overlay that no transcription touches."""

from episodes.core.corrections.effective import Effective, Part, effective, effective_segments
from episodes.core.corrections.rules import Found, apply_rules
from episodes.core.corrections.values import Edit, Lost, Overlay, Rule

__all__ = [
    "Edit",
    "Effective",
    "Found",
    "Lost",
    "Overlay",
    "Part",
    "Rule",
    "apply_rules",
    "effective",
    "effective_segments",
]
