"""Captions: transcripts cut into cues, written as the formats of the field; `parsing` reads such files back."""

from episodes.core.captions.cue import Captions, Cue, to_segments
from episodes.core.captions.files import CAPTION_FILES, CaptionFile, format_all, format_captions, shift
from episodes.core.captions.formats import SRT_CHARS, format_json, format_srt, format_vtt
from episodes.core.captions.prose import format_html, format_markdown, format_text
from episodes.core.captions.splitting import Layout, cues

__all__ = [
    "CAPTION_FILES",
    "SRT_CHARS",
    "CaptionFile",
    "Captions",
    "Cue",
    "Layout",
    "cues",
    "format_all",
    "format_captions",
    "format_html",
    "format_json",
    "format_markdown",
    "format_srt",
    "format_text",
    "format_vtt",
    "shift",
    "to_segments",
]
