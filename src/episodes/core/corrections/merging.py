"""A transcript that was corrected in a file, elsewhere: its differences brought home to our segments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from episodes.core.captions import format_captions
from episodes.core.captions.parsing import parse_captions
from episodes.core.corrections.tokens import Token, split
from episodes.core.corrections.wording import opcodes
from episodes.core.errors import UsageError
from episodes.core.timecode import parse_timecode
from episodes.core.transcript import Segment

_PARAGRAPH = re.compile(r"(?:\*\*(?P<name>(?:\\.|[^*])+)\*\* )?(?:\[(?P<time>[\d:.]+)\] )?(?P<text>.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\`*_\[\]<>#])")
#: Share of the words that must be the same for a file to be a version of the transcript.
_ENOUGH = 0.3


class Spoken(NamedTuple):
    """A word of a file."""

    word: str
    speaker: str
    start: float | None  #: seconds, of the caption it stands in


def format_of(text: str, name: str) -> str:
    """Tell in which of our formats a file is; raises UsageError."""
    ending = name.rpartition(".")[2].lower()
    if ending in ("md", "markdown"):
        return "md"
    found = parse_captions(text)
    if ending == "txt" and not found.cues:
        return "txt"
    if not found.cues:
        raise UsageError(f"{name} holds no captions", hint="SRT, VTT, JSON, HTML, Markdown or text of the transcript")
    return found.format if found.format in ("vtt", "srt", "json", "html") else "vtt"


def merged(
    segments: Sequence[Segment], text: str, format_: str, *, duration: float | None = None, names: Iterable[str] = ()
) -> list[Segment]:
    """Our segments with the words and speakers that a corrected file has; times and cuts stay ours.

    The file is compared with what we would write, read back in the same way: so whatever a format cannot hold
    makes no difference. Raises UsageError for a file that is another text.
    """
    ours = format_captions(format_, segments, duration=duration, names=names)
    base, theirs = read_words(ours, format_), read_words(text, format_)
    if base == theirs:
        return list(segments)
    codes = opcodes([spoken.word for spoken in base], [spoken.word for spoken in theirs])
    same = sum(i_end - i for tag, i, i_end, _, _ in codes if tag == "equal")
    if same < _ENOUGH * max(len(base), len(theirs)):
        raise UsageError("the file holds another text than this transcript", hint="name the episode it belongs to")
    return _Merge(segments, base, theirs).run(codes)


def read_words(text: str, format_: str) -> list[Spoken]:
    """The words of a file in any of our formats."""
    if format_ in ("md", "txt"):
        return _read_paragraphs(text, marked=format_ == "md")
    return [
        Spoken(token.text, cue.speaker, cue.start) for cue in parse_captions(text).cues for token in split(cue.text)
    ]


def _read_paragraphs(text: str, *, marked: bool) -> list[Spoken]:
    words: list[Spoken] = []
    speaker = ""
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if not marked:
            words += [Spoken(token.text, "", None) for token in split(block)]
            continue
        match = _PARAGRAPH.fullmatch(block.strip())
        if not match or block.lstrip().startswith("# "):
            continue
        speaker = _ESCAPED.sub(r"\1", match["name"]) if match["name"] else speaker
        start = parse_timecode(match["time"]) if match["time"] else None
        words += [Spoken(token.text, speaker, start) for token in split(_ESCAPED.sub(r"\1", match["text"]))]
    return words


class _Merge:
    """Brings changes between two versions of a file home to segments."""

    def __init__(self, segments: Sequence[Segment], base: Sequence[Spoken], theirs: Sequence[Spoken]) -> None:
        self.segments, self.base, self.theirs = segments, base, theirs
        self.tokens: list[Token] = []
        self.owners: list[int] = []
        for number, segment in enumerate(segments):
            found = split(segment.text)
            self.tokens += found
            self.owners += [number] * len(found)
        self.home = self._homes()

    def _homes(self) -> list[int]:
        """For each border between two words of our file: the border between the segments' words that it is."""
        homes: list[int] = []
        for _, i, i_end, j, j_end in opcodes([s.word for s in self.base], [token.text for token in self.tokens]):
            homes += [min(j_end, j + n) for n in range(i_end - i)]
        return [*homes, len(self.tokens)]

    def run(self, codes: Iterable[tuple[str, int, int, int, int]]) -> list[Segment]:
        splices: dict[int, list[tuple[int, int, list[str]]]] = {}
        voices: dict[int, Counter[tuple[str, str]]] = {}
        for tag, i, i_end, j, j_end in codes:
            if tag == "equal":
                for n in range(i_end - i):
                    owner = self._owner(self.home[i + n])
                    pair = (self.base[i + n].speaker, self.theirs[j + n].speaker)
                    voices.setdefault(owner, Counter())[pair] += 1
                continue
            for owner, first, last, words in self._parts(self.home[i], self.home[i_end], self.theirs[j:j_end]):
                splices.setdefault(owner, []).append((first, last, words))
        made = list(self.segments)
        for owner, cuts in splices.items():
            made[owner] = replace(made[owner], text=self._spliced(owner, cuts))
        for owner, votes in voices.items():
            (old, new), _ = votes.most_common(1)[0]
            if old != new:
                made[owner] = replace(made[owner], speaker=new)
        return made

    def _owner(self, token: int) -> int:
        return self.owners[min(token, len(self.owners) - 1)] if self.owners else 0

    def _parts(self, first: int, last: int, words: Sequence[Spoken]) -> list[tuple[int, int, int, list[str]]]:
        """Share new words among the segments whose words they replace: by their time, else by their place."""
        if first == last:
            owner = self._owner(first)
            before = self._owner(first - 1) if first else owner
            at = words[0].start if words else None
            if before != owner and (at is None or at < self.segments[owner].start - 0.05):
                owner = before
            return [(owner, first, first, [spoken.word for spoken in words])]
        owners = list(dict.fromkeys(self.owners[first:last]))
        shares: dict[int, list[str]] = {owner: [] for owner in owners}
        latest = 0
        for number, spoken in enumerate(words):
            if spoken.start is None:
                place = number * len(owners) // len(words)
            else:
                place = sum(self.segments[owner].start <= spoken.start + 0.05 for owner in owners) - 1
            latest = max(latest, min(place, len(owners) - 1), 0)
            shares[owners[latest]].append(spoken.word)
        bounds = {owner: [n for n in range(first, last) if self.owners[n] == owner] for owner in owners}
        return [(owner, bounds[owner][0], bounds[owner][-1] + 1, shares[owner]) for owner in owners]

    def _spliced(self, owner: int, cuts: list[tuple[int, int, list[str]]]) -> str:
        text = self.segments[owner].text
        for first, last, words in sorted(cuts, reverse=True):
            new = _joined(words)
            if first < last:
                begin, end = self.tokens[first].first, self.tokens[last - 1].last
            elif first < len(self.owners) and self.owners[first] == owner:
                begin = end = self.tokens[first].first
                new += " " if new and not _is_tight(new[-1]) else ""
            else:
                begin = end = len(text)
                new = f" {new}" if text.strip() and new else new
            text = text[:begin] + new + text[end:]
        return re.sub(r"\s+", " ", text).strip()


def _joined(words: Iterable[str]) -> str:
    text = ""
    for word in words:
        text += word if not text or (_is_tight(text[-1]) and _is_tight(word[0])) else f" {word}"
    return text


def _is_tight(letter: str) -> bool:
    return len(split(f"{letter}{letter}")) == 2
