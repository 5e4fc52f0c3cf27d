"""Cues written as files: WebVTT, SRT and the podcast namespace's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from episodes.core.captions.cue import Cue
from episodes.core.captions.words import width
from episodes.core.timecode import format_timecode

#: Columns of a line in SRT, as the podcast namespace asks of transcripts.
SRT_CHARS = 32


def format_vtt(cues: Iterable[Cue]) -> str:
    """Write WebVTT, with `<v Name>` on every cue whose speaker is known (source: W3C WebVTT 1)."""
    return "WEBVTT\n" + "".join(f"\n{_times(cue)}\n{_voice(cue)}{_lines(cue)}\n" for cue in cues)


def _times(cue: Cue) -> str:
    return f"{format_timecode(cue.start)} --> {format_timecode(cue.end)}"


def _voice(cue: Cue) -> str:
    return f"<v {escape(cue.speaker)}>" if cue.speaker else ""


def _lines(cue: Cue) -> str:
    return "\n".join(escape(line) for line in cue.lines)


def escape(text: str) -> str:
    """Escape what WebVTT and HTML would read as markup.

    >>> escape("R&D --> <b>")
    'R&amp;D --&gt; &lt;b&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def format_srt(cues: Iterable[Cue]) -> str:
    """Write SubRip; a speaker's name and a colon begin the cue where the speaker changes.

    For the podcast namespace's 2 lines of 32 characters give it cues made so:
    `cues(segments, max_chars=SRT_CHARS, label_speakers=True)`.
    """
    return "".join(
        f"{number}\n{format_timecode(cue.start, comma=True)} --> {format_timecode(cue.end, comma=True)}\n"
        + "".join(f"{line}\n" for line in lines)
        + "\n"
        for number, (cue, lines) in enumerate(_labelled(cues), start=1)
    )


def _labelled(cues: Iterable[Cue]) -> Iterator[tuple[Cue, tuple[str, ...]]]:
    speaker = ""
    for cue in cues:
        # An arrow of two hyphens would be read as a time line by many players.
        lines = tuple(line.replace("-->", "->") for line in cue.lines)
        if cue.speaker and cue.speaker != speaker:
            lines = _with_label(cue.speaker, lines)
        yield cue, lines
        speaker = cue.speaker


def _with_label(speaker: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    label = f"{speaker}:"
    if width(label) > SRT_CHARS:
        label = f"{speaker[: SRT_CHARS - 2].rstrip()}…:"
    if not lines or width(label) + 1 + width(lines[0]) <= SRT_CHARS:
        return (" ".join([label, *lines[:1]]), *lines[1:])
    return (label, *lines)


def format_json(cues: Iterable[Cue]) -> str:
    """Write the podcast namespace's JSON transcript, version 1.0.0."""
    segments = [
        ({"speaker": cue.speaker} if cue.speaker else {})
        | {"startTime": cue.start, "endTime": cue.end, "body": cue.text}
        for cue in cues
    ]
    return json.dumps({"version": "1.0.0", "segments": segments}, ensure_ascii=False, indent=1) + "\n"
