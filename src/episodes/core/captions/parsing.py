"""Caption files read back, whatever their format and quirks: nothing is lost without a note."""

from __future__ import annotations

import re

from episodes.core.captions.cue import Captions, Cue
from episodes.core.captions.html_reading import read_html
from episodes.core.captions.json_reading import read_json
from episodes.core.captions.rolling import is_rolling, without_repeats
from episodes.core.captions.speakers import with_speakers
from episodes.core.captions.timed import Block, read_blocks, read_sbv

_SBV = re.compile(r"^\s*\d+:\d\d:\d\d\.\d+,\d+:\d\d:\d\d\.\d+\s*$", re.MULTILINE)
_ARROW = re.compile(r"^[^\S\n]*[\d:]+([.,])\d+[^\S\n]*-->", re.MULTILINE)
_HTML = re.compile(r"<(?:!doctype html|html|body|cite|time|p)\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:\s*([A-Za-z0-9-]+)\s*$", re.MULTILINE)


def parse_captions(text: str) -> Captions:
    """Read WebVTT, SRT, SBV, podcast namespace JSON and HTML, or Podlove JSON; the format is told by its looks.

    Speakers come from voice tags, fields, or a `Name:` before the text. YouTube's rolling captions, which say
    everything two or three times, are brought back to once. What cannot be read is left out and noted.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "\ufffd").lstrip("\ufeff")
    start = text.lstrip()
    if start[:1] in ("{", "["):
        return read_json(start)
    if not text.startswith("WEBVTT"):
        if _SBV.search(text):
            return _captions("sbv", *read_sbv(text))
        if not _ARROW.search(text) and _HTML.search(text):
            return read_html(text)
    return _timed(text)


def _timed(text: str) -> Captions:
    head = text.startswith("WEBVTT")
    arrow = _ARROW.search(text)
    if not head and not arrow:
        return Captions(cues=(), format="", notes=("no captions were found in it" if text.strip() else "it is empty",))
    format_ = "vtt" if head or (arrow and arrow[1] == ".") else "srt"
    blocks, notes = read_blocks(text, is_vtt=format_ == "vtt")
    if format_ == "vtt" and not head:
        notes = ["line 1: it does not begin with WEBVTT", *notes]
    language = _LANGUAGE.search(text[: arrow.start()] if arrow else text) if head else None
    return _captions(format_, blocks, notes, language[1] if language else "")


def _captions(format_: str, blocks: list[Block], notes: list[str], language: str = "") -> Captions:
    automatic = is_rolling(blocks)
    if automatic:
        blocks = without_repeats(blocks)
    cues = tuple(
        Cue(start=block.start, end=block.end, lines=tuple(block.lines), speaker=block.speaker)
        for block in with_speakers(blocks)
    )
    return Captions(cues=cues, format=format_, language=language, automatic=automatic, notes=tuple(notes))
