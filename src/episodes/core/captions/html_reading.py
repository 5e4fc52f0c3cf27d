"""Transcripts in the podcast namespace's HTML: cite, time and p."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser

from episodes.core.captions.cue import Captions, Cue
from episodes.core.sound_html import sound_html
from episodes.core.timecode import parse_timecode

#: Letters a second that people speak, for paragraphs without an end.
PACE = 15.0
#: Characters of a page that are read: a day's speech has a million, and marks around it.
MOST = 5_000_000


@dataclass
class _Part:
    text: str
    speaker: str
    start: float | None


def read_html(text: str) -> Captions:
    """Read a transcript page: one cue a paragraph; it ends where the next one begins."""
    page = _Page()
    page.feed(sound_html(text[:MOST]))
    page.close()
    notes = list(page.notes)
    if len(text) > MOST:
        notes.append(f"it has {len(text):,} characters; the first {MOST:,} were read")
    if page.parts and all(part.start is None for part in page.parts):
        notes.append("it states no times; they are guesses")
    cues: list[Cue] = []
    latest = 0.0
    for part, following in zip(page.parts, _following(page.parts), strict=True):
        start = max(latest, part.start if part.start is not None else latest)
        spoken = start + max(1.0, len(part.text) / PACE)
        latest = following if following is not None and following > start else spoken
        lines = tuple(line for raw in part.text.split("\n") if (line := " ".join(raw.split())))
        cues.append(Cue(start=round(start, 3), end=round(latest, 3), lines=lines, speaker=part.speaker))
    return Captions(cues=tuple(cues), format="html", language=page.language, notes=tuple(notes))


def _following(parts: list[_Part]) -> list[float | None]:
    """For each part, the next time that is stated after it."""
    found: list[float | None] = []
    following: float | None = None
    for part in reversed(parts):
        found.append(following)
        following = part.start if part.start is not None else following
    return found[::-1]


class _Page(HTMLParser):
    """Collects who speaks, when, and what; a name holds until the next one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[_Part] = []
        self.notes: list[str] = []
        self.language = ""
        self._open = ""  #: the element that text is collected for
        self._text: list[str] = []
        self._speaker = ""
        self._start: float | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "html":
            self.language = dict(attrs).get("lang") or ""
        if tag == "br":
            self._text.append("\n")
        elif tag in ("cite", "time", "p", "title", "script", "style", "h1", "h2"):
            self._finish()
            self._open = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open:
            self._finish()

    def handle_data(self, data: str) -> None:
        # Lines of the source are no lines of the text; only <br> makes one.
        text = data.replace("\n", " ")
        if self._open:
            self._text.append(text)
        elif text.strip():
            self.notes.append(f"line {self.getpos()[0]}: text outside of paragraphs is left out: {text.strip()[:60]!r}")

    def close(self) -> None:
        super().close()
        self._finish()

    def _finish(self) -> None:
        text, tag = "".join(self._text).strip(), self._open
        self._text, self._open = [], ""
        if tag == "cite":
            self._speaker = " ".join(text.rstrip(" :").split())
        elif tag == "time":
            try:
                self._start = parse_timecode(text)
            except ValueError:
                self.notes.append(f"line {self.getpos()[0]}: {text!r} is no time")
        elif tag == "p" and text:
            self.parts.append(_Part(text, self._speaker, self._start))
            self._start = None
