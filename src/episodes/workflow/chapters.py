"""Chapters by topic: found in the effective text, kept as a proposal, taken over when somebody accepts them."""

from __future__ import annotations

from episodes.core.chapter import Chapter
from episodes.core.chapter_titles import titles
from episodes.core.episode import Episode
from episodes.core.errors import NotFound, UsageError
from episodes.core.proposal import TOPICS, Proposal, accepted
from episodes.core.sentences import iter_sentences
from episodes.core.topics import stretches
from episodes.core.transcript import Transcript
from episodes.store.catalogue import Catalogue


def suggest_chapters(episode: Episode, *, catalogue: Catalogue, number: int = 0) -> Proposal:
    """Find where the topic changes, and keep the chapters beside the episode; NotFound where nothing tells of any."""
    transcript = catalogue.effective_transcript(episode.guid, show=episode.show)
    name = f"{episode.show}/{episode.slug}"
    if transcript is None or not transcript.text:
        raise NotFound(f"{name} has no transcript to find chapters in", hint=f"episodes transcribe {name}")
    chapters = chapters_by_topic(episode, transcript, number=number)
    if len(chapters) < 2:
        raise NotFound(
            f"no change of topic stands out in {name}",
            hint=f"`episodes chapters {name} --suggest --number 4` asks for four",
        )
    proposal = Proposal(chapters=chapters, model=TOPICS)
    return catalogue.corrections.save_proposal(episode.guid, proposal, show=episode.show, kind="chapters")


def chapters_by_topic(episode: Episode, transcript: Transcript, *, number: int = 0) -> tuple[Chapter, ...]:
    """The chapters that the text suggests; the first begins with the episode."""
    sentences = list(iter_sentences(transcript.segments))
    language = transcript.language or episode.language
    duration = episode.duration or transcript.duration
    firsts = stretches(sentences, duration=duration, language=language, number=number)
    texts = [
        [one.text for one in sentences[first:last]]
        for first, last in zip(firsts, [*firsts[1:], len(sentences)], strict=True)
    ]
    people = {credit.name for credit in episode.credits} | {one.speaker for one in sentences}
    starts = [0.0, *(round(sentences[first].start, 2) for first in firsts[1:])]
    named = titles(texts, language=language, names=people)
    return tuple(Chapter(start=start, title=title) for start, title in zip(starts, named, strict=False))


def accept_chapters(
    episode: Episode, proposal: Proposal, *, catalogue: Catalogue, who: str, force: bool = False
) -> Episode:
    """Take chapters over; UsageError where a person or the source gave others, unless forced.

    Without `who` they stay marked as a guess that nobody has looked at.
    """

    def with_chapters(episode: Episode) -> Episode:
        if episode.chapters and not episode.is_machine_made("chapters") and not force:
            name = f"{episode.show}/{episode.slug}"
            raise UsageError(
                f"{name} has {len(episode.chapters)} chapters that no machine made",
                hint=f"`episodes chapters {name} --accept --force` replaces them",
            )
        return accepted(episode, proposal, who=who, fields=["chapters"])

    changed = catalogue.change_episode(episode.guid, with_chapters, show=episode.show)
    catalogue.corrections.drop_proposal(episode.guid, proposal, who=who, verb="accept", show=episode.show)
    return changed
