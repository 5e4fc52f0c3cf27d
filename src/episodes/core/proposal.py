"""Summaries and chapters that a machine proposes: what it is asked, how its answer is read, and whose word it is."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from episodes.core.chapter import Chapter
from episodes.core.episode import Episode, Origin
from episodes.core.errors import SourceError
from episodes.core.paragraphs import iter_paragraphs
from episodes.core.timecode import format_clock, parse_timecode
from episodes.core.transcript import Segment

#: Letters of a transcript that a model is given at once; longer ones are told part by part first.
ROOM = 48_000
#: Who proposes chapters without a language model; the number rises when the same text would give others.
TOPICS = "topics/1"
#: What waits side by side: a language model's proposal, and chapters by topic.
ProposalKind = Literal["proposal", "chapters"]
_ASK = """\
You write show notes for a podcast. Below is the transcript of an episode, each paragraph with its time. Use only what
is said in it. Answer with one JSON object and nothing else: {"summary": one paragraph of at most 80 words, in the
language of the transcript, "title": a title of at most 10 words, "chapters": [{"start": "12:34", "title": at most 7
words}, …]} with 3 to 12 chapters that begin where the topic changes, the first at 0:00.
"""
_CONDENSE = """\
Below is a part of a podcast's transcript, each paragraph with its time. Tell in at most 300 words what is said, in
order, with the time of each change of topic. Use only what is said.
"""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What a machine proposes for an episode; nothing of it is published before somebody accepts it."""

    summary: str = ""
    title: str = ""
    chapters: tuple[Chapter, ...] = ()
    model: str = ""
    prompt: str = ""  #: hash of what was asked
    id: int = 0

    @property
    def origin(self) -> str:
        """How the record names who wrote it: a language model, or this program by itself."""
        return "machine" if self.model == TOPICS else f"model {self.model}"


def prompt_hash() -> str:
    return hashlib.sha256((_ASK + _CONDENSE).encode()).hexdigest()[:12]


def parts_to_condense(segments: Sequence[Segment]) -> list[list[dict[str, str]]]:
    """The questions to ask first of a transcript that is too long for one; none for others."""
    text = _text(segments)
    if len(text) <= ROOM:
        return []
    parts: list[str] = [""]
    for paragraph in text.split("\n\n"):
        if len(parts[-1]) + len(paragraph) > ROOM:
            parts.append("")
        parts[-1] += f"{paragraph}\n\n"
    return [[{"role": "system", "content": _CONDENSE}, {"role": "user", "content": part}] for part in parts]


def question(episode: Episode, segments: Sequence[Segment], condensed: Sequence[str] = ()) -> list[dict[str, str]]:
    """What a model is asked: about the transcript, or about what it told of its parts."""
    people = ", ".join(credit.name for credit in episode.credits)
    head = f"Title so far: {episode.title}\nPeople: {people or 'unknown'}\nLength: {format_clock(episode.duration)}\n\n"
    text = "\n\n".join(condensed) or _text(segments)
    return [{"role": "system", "content": _ASK}, {"role": "user", "content": head + text}]


def _text(segments: Sequence[Segment]) -> str:
    return "\n\n".join(
        f"[{format_clock(part.start)}] {f'{part.speaker}: ' if part.speaker else ''}{part.text}"
        for part in iter_paragraphs(segments)
    )


def read_answer(text: str, *, duration: float, model: str) -> Proposal:
    """Read a model's answer; chapters outside the episode or out of order are left out. SourceError if it is no answer.

    >>> read_answer('Sure! {"summary": "All of it.", "chapters": []}', duration=60, model="m").summary
    'All of it.'
    """
    match = re.search(r"\{.*\}", text, re.DOTALL)
    try:
        answer: Any = json.loads(match[0]) if match else None
    except ValueError:
        answer = None
    if not isinstance(answer, dict) or not isinstance(answer.get("summary"), str) or not answer["summary"].strip():
        raise SourceError(f"{model} did not answer as it was asked to", hint="try again, or another model")
    title = answer.get("title")
    return Proposal(
        summary=" ".join(answer["summary"].split()),
        title=" ".join(title.split()) if isinstance(title, str) else "",
        chapters=_chapters(answer.get("chapters"), duration),
        model=model,
        prompt=prompt_hash(),
    )


def _chapters(listed: Any, duration: float) -> tuple[Chapter, ...]:
    chapters: list[Chapter] = []
    for entry in listed if isinstance(listed, list) else []:
        try:
            start, title = parse_timecode(str(entry["start"])), " ".join(str(entry["title"]).split())
        except (TypeError, KeyError, ValueError):
            continue
        if title and start < duration and (not chapters or start > chapters[-1].start):
            chapters.append(Chapter(start=start, title=title))
    return tuple(chapters) if len(chapters) > 1 else ()


def accepted(episode: Episode, proposal: Proposal, *, who: str, fields: Sequence[str] = ()) -> Episode:
    """Take a proposal over: summary, and chapters where there are none, or the fields that are named.

    The origin names who made it, and the prompt. Accepted by a person (`who`), it is final; else it stays marked as
    a guess.
    """
    wanted = fields or ("summary", *(() if episode.chapters else ("chapters",)))
    values: dict[str, Any] = {name: getattr(proposal, name) for name in wanted if getattr(proposal, name)}
    made = f"prompt {proposal.prompt}" if proposal.prompt else f"made by {proposal.model}"
    reason = made + (f"; accepted by {who}" if who else "; nobody has looked at it")
    origins = [
        Origin(
            field=name,
            origin=proposal.origin,
            confidence=1.0 if who else 0.5,
            locked=bool(who),
            reason=reason,
        )
        for name in values
    ]
    kept = [origin for origin in episode.origins if origin.field not in values]
    return replace(episode, **values, origins=(*kept, *origins))
