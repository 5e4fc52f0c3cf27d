"""A transcript as running text, in paragraphs: plain, Markdown, and the podcast namespace's HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from episodes.core.captions.formats import escape
from episodes.core.captions.grammar import ends_sentence
from episodes.core.captions.words import clean
from episodes.core.timecode import format_clock
from episodes.core.transcript import Segment

#: A paragraph ends at the first sentence end after so many characters …
PARAGRAPH = 420
#: … or at a pause of so many seconds after a sentence, or at any pause of twice as many.
PAUSE = 2.5


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """What one speaker says in a row."""

    start: float  #: seconds
    end: float
    text: str
    speaker: str = ""


def paragraphs(segments: Iterable[Segment]) -> list[Paragraph]:
    """Gather segments to paragraphs: by speaker, at pauses, at sentence ends when long enough."""
    return [
        Paragraph(
            start=group[0].start,
            end=max(segment.end for segment in group),
            text=" ".join(clean(segment.text) for segment in group),
            speaker=clean(group[0].speaker),
        )
        for group in _groups(segments)
    ]


def _groups(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    group: list[Segment] = []
    length = 0
    for segment in sorted(segments, key=lambda segment: segment.start):
        text = clean(segment.text)
        if not text:
            continue
        if group and _parts(group[-1], segment, length):
            yield group
            group, length = [], 0
        group.append(segment)
        length += len(text) + 1
    if group:
        yield group


def _parts(last: Segment, segment: Segment, length: int) -> bool:
    if clean(last.speaker) != clean(segment.speaker):
        return True
    pause = segment.start - last.end
    if ends_sentence(last.text.split()[-1]):
        return length >= PARAGRAPH or pause >= PAUSE
    return length >= 4 * PARAGRAPH or pause >= 2 * PAUSE


def format_text(segments: Iterable[Segment]) -> str:
    """Write plain text: a paragraph a line, an empty line between, the name where the speaker changes."""
    return "\n\n".join(_named(paragraphs(segments), "{}: {}")) + "\n"


def _named(parts: Iterable[Paragraph], pattern: str) -> Iterator[str]:
    speaker = ""
    for part in parts:
        yield pattern.format(part.speaker, part.text) if part.speaker and part.speaker != speaker else part.text
        speaker = part.speaker


def format_markdown(segments: Iterable[Segment], *, title: str = "") -> str:
    """Write Markdown: each paragraph with its time, and the name where the speaker changes."""
    head = f"# {_plain(title)}\n\n" if title else ""
    speaker, blocks = "", []
    for part in paragraphs(segments):
        name = f"**{_plain(part.speaker)}** " if part.speaker and part.speaker != speaker else ""
        blocks.append(f"{name}[{format_clock(part.start)}] {_plain(part.text)}")
        speaker = part.speaker
    return head + "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    """Keep text from being read as Markdown."""
    for sign in "\\`*_[]<>#":
        text = text.replace(sign, "\\" + sign)
    return text


def format_html(segments: Iterable[Segment], *, title: str = "", language: str = "") -> str:
    """Write the podcast namespace's HTML transcript: cite, time and p for each paragraph, in a whole page."""
    attribute = f' lang="{escape(language)}"' if language else ""
    body = "".join(
        (f"<cite>{escape(part.speaker)}:</cite>\n" if part.speaker else "")
        + f"<time>{format_clock(part.start)}</time>\n<p>{escape(part.text)}</p>\n"
        for part in paragraphs(segments)
    )
    return (
        f'<!DOCTYPE html>\n<html{attribute}>\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(clean(title) or 'Transcript')}</title>\n</head>\n<body>\n{body}</body>\n</html>\n"
    )
