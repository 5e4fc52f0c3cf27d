"""Captions whose cues are blocks of lines under a line of times: WebVTT, SRT and SBV."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from episodes.core.timecode import parse_timecode

_TIME = r"(?:\d{1,4}:)?\d{1,4}:\d{1,2}(?:[.,]\d{1,3})?"
_TIMES = re.compile(rf"\s*({_TIME})\s*-->\s*({_TIME})(?:\s.*)?$")
_SBV_TIMES = re.compile(r"\s*(\d+:\d\d:\d\d\.\d+),(\d+:\d\d:\d\d\.\d+)\s*$")
_SBV_LOOKS = re.compile(r"\s*\d+:\d\d:[^\s,]*,\d+:\d\d:\S*\s*$")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:[ \t]+([^>\n]*))?>")
_INLINE_TIME = re.compile(r"<(?:\d+:)?\d\d:\d\d\.\d{3}>")
_VTT_TAG = re.compile(r"<(?=[/a-zA-Z0-9.])[^<>\n]*>")
_SRT_TAG = re.compile(r"</?(?:i|b|u|s|font)\b[^<>\n]*>|\{\\[^{}\n]*\}", re.IGNORECASE)
_SKIPPED = ("NOTE", "STYLE", "REGION")


@dataclass
class Block:
    """A cue as it stands in a file."""

    line: int  #: where its times stand, from 1
    start: float
    end: float
    lines: list[str] = field(default_factory=list)
    speaker: str = ""
    has_inline_times: bool = False


def read_blocks(text: str, *, is_vtt: bool) -> tuple[list[Block], list[str]]:
    """Read WebVTT or SRT line by line: times begin a cue even where the empty line before them is missing."""
    return _Reader(is_vtt).read(text.split("\n"))


class _Reader:
    """Goes through the lines and keeps what belongs to the cue at hand, and what to none."""

    def __init__(self, is_vtt: bool) -> None:
        self.is_vtt = is_vtt
        self.blocks: list[Block] = []
        self.notes: list[str] = []
        self.current: Block | None = None
        self.loose: list[tuple[int, str]] = []  #: lines under no times
        self.is_skipping = False  #: within a comment, a style, or the file's head

    def read(self, lines: list[str]) -> tuple[list[Block], list[str]]:
        self.is_skipping = self.is_vtt and lines[0].startswith("WEBVTT")
        for number, line in enumerate(lines, start=1):
            if "-->" in line:
                self._times(number, line)
            elif self._ends_cue(line):
                self._close()
            elif line.strip() and not self.is_skipping:
                self._text(number, line.strip())
        self._close()
        self._settle_loose()
        blocks = [made for block in self.blocks for made in _finished(block, self.is_vtt, self.notes)]
        return blocks, self.notes

    def _ends_cue(self, line: str) -> bool:
        """In WebVTT a line of spaces belongs to the cue: YouTube begins its rolling captions with one."""
        return not line if self.is_vtt else not line.strip()

    def _times(self, number: int, line: str) -> None:
        if self.current and self.current.lines and self.current.lines[-1].isdecimal():
            self.current.lines.pop()  # the next cue's number, without an empty line before it
        elif self.loose and (self.loose[-1][0] == number - 1 or self.loose[-1][1].isdecimal()):
            self.loose.pop()  # the cue's name, or its number, that an empty line may have parted from it
        self._close()
        self._settle_loose()
        self.is_skipping = False
        match = _TIMES.match(line)
        if match:
            self.current = Block(number, parse_timecode(match[1]), parse_timecode(match[2]))
        else:
            self.notes.append(f"line {number}: {line.strip()!r} are no times; the text under it is left out")
            self.is_skipping = True

    def _text(self, number: int, line: str) -> None:
        if self.current:
            self.current.lines.append(line)
        elif self.is_vtt and not self.loose and line.partition(" ")[0].rstrip(":") in _SKIPPED:
            self.is_skipping = True
        else:
            self.loose.append((number, line))

    def _close(self) -> None:
        if self.current:
            self.blocks.append(self.current)
        self.current = None
        self.is_skipping = False

    def _settle_loose(self) -> None:
        """Say what happens to text under no times: in SRT, an empty line may have parted it from its cue."""
        loose, self.loose = self.loose, []
        if not loose:
            return
        number, first = loose[0]
        if not self.is_vtt and not first.isdecimal() and self.blocks and self.blocks[-1].lines:
            self.blocks[-1].lines += [line for _, line in loose]
            self.notes.append(f"line {number}: text after an empty line was taken to the cue before it")
        else:
            said = " ".join(line for _, line in loose)
            self.notes.append(f"line {number}: text without times is left out: {said[:80]!r}")


def _finished(block: Block, is_vtt: bool, notes: list[str]) -> Iterator[Block]:
    """Take the markup out of a cue, mend its times, and part it where several people speak."""
    block.has_inline_times = any(_INLINE_TIME.search(line) for line in block.lines)
    parts = _voices(block.lines) if is_vtt else [("", block.lines)]
    kept = [(voice, lines) for voice, raw in parts if (lines := _plain(raw, is_vtt))]
    if not kept:
        notes.append(f"line {block.line}: a cue without text is left out")
        return
    _mend_times(block, sum(len(line) for _, lines in kept for line in lines), notes)
    total = sum(len(" ".join(lines)) for _, lines in kept)
    start = block.start
    for voice, lines in kept:
        end = start + (block.end - block.start) * len(" ".join(lines)) / total
        yield Block(block.line, round(start, 3), round(end, 3), lines, voice, block.has_inline_times)
        start = end


def _mend_times(block: Block, letters: int, notes: list[str]) -> None:
    if block.end < block.start:
        notes.append(f"line {block.line}: the cue ends before it starts; its end is a guess")
        block.end = block.start + max(1.0, letters / 15)


def _voices(lines: list[str]) -> list[tuple[str, list[str]]]:
    text = "\n".join(lines)
    found = list(_VOICE.finditer(text))
    if not found:
        return [("", lines)]
    parts = [("", text[: found[0].start()].split("\n"))]
    for place, match in enumerate(found):
        until = found[place + 1].start() if place + 1 < len(found) else len(text)
        name = " ".join(html.unescape(match[1] or "").split())
        parts.append((name, text[match.end() : until].split("\n")))
    return _joined([(voice, said) for voice, said in parts if _plain(said, is_vtt=True)])


def _joined(parts: list[tuple[str, list[str]]]) -> list[tuple[str, list[str]]]:
    joined: list[tuple[str, list[str]]] = []
    for voice, lines in parts:
        if joined and joined[-1][0] == voice:
            joined[-1][1].extend(lines)
        else:
            joined.append((voice, list(lines)))
    return joined


def _plain(lines: list[str], is_vtt: bool) -> list[str]:
    if is_vtt:
        plain = [html.unescape(_VTT_TAG.sub("", line)) for line in lines]
    else:
        plain = [_SRT_TAG.sub("", line) for line in lines]
    return [text for line in plain if (text := line.strip())]


def read_sbv(text: str) -> tuple[list[Block], list[str]]:
    """Read YouTube's SubViewer format."""
    blocks: list[Block] = []
    notes: list[str] = []
    current: Block | None = None
    is_skipping = False
    for number, line in enumerate(text.split("\n"), start=1):
        if match := _SBV_TIMES.match(line):
            current, is_skipping = Block(number, parse_timecode(match[1]), parse_timecode(match[2])), False
            blocks.append(current)
        elif _SBV_LOOKS.match(line):
            notes.append(f"line {number}: {line.strip()!r} are no times; the text under it is left out")
            current, is_skipping = None, True
        elif not line.strip():
            current, is_skipping = None, False
        elif current:
            current.lines += line.strip().split("[br]")
        elif not is_skipping:
            notes.append(f"line {number}: text without times is left out: {line.strip()[:80]!r}")
    return [made for block in blocks for made in _finished(block, False, notes)], notes
