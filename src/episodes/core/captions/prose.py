"""A transcript as running text, in paragraphs: plain, Markdown, and the podcast namespace's HTML."""

from __future__ import annotations

import html
from collections.abc import Iterable

from episodes.core.captions.formats import escape
from episodes.core.captions.words import clean
from episodes.core.paragraphs import Paragraph, iter_paragraphs
from episodes.core.timecode import format_clock
from episodes.core.transcript import Segment


def _paragraphs(segments: Iterable[Segment]) -> list[tuple[Paragraph, str, str]]:
    """Paragraphs with their words and, where the speaker changes, his name."""
    speaker, found = "", []
    for part in iter_paragraphs(sorted(segments, key=lambda segment: segment.start)):
        said_by = clean(part.speaker)
        found.append((part, clean(part.text), said_by if said_by != speaker else ""))
        speaker = said_by
    return found


def format_text(segments: Iterable[Segment]) -> str:
    """Write plain text: a paragraph a line, an empty line between, the name where the speaker changes."""
    return "\n\n".join(f"{name}: {text}" if name else text for _, text, name in _paragraphs(segments)) + "\n"


def format_markdown(segments: Iterable[Segment], *, title: str = "") -> str:
    """Write Markdown: each paragraph with its time, and the name where the speaker changes."""
    blocks = [f"# {_plain(title)}"] if title else []
    for part, text, name in _paragraphs(segments):
        label = f"**{_plain(name)}** " if name else ""
        blocks.append(f"{label}[{format_clock(part.start)}] {_plain(text)}")
    return "\n\n".join(blocks) + "\n"


def _plain(text: str) -> str:
    """Keep text from being read as Markdown."""
    for sign in "\\`*_[]<>#":
        text = text.replace(sign, "\\" + sign)
    return text


def format_html(segments: Iterable[Segment], *, title: str = "", language: str = "") -> str:
    """Write the podcast namespace's HTML transcript: cite, time and p for each paragraph, in a whole page."""
    attribute = f' lang="{html.escape(language)}"' if language else ""
    body = "".join(
        (f"<cite>{escape(name)}:</cite>\n" if name else "")
        + f"<time>{format_clock(part.start)}</time>\n<p>{escape(text)}</p>\n"
        for part, text, name in _paragraphs(segments)
    )
    return (
        f'<!DOCTYPE html>\n<html{attribute}>\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(clean(title) or 'Transcript')}</title>\n"
        # Without an icon of its own, a browser asks the root of the server for one, and complains of what it gets.
        f'<link rel="icon" href="data:,">\n</head>\n<body>\n{body}</body>\n</html>\n'
    )
