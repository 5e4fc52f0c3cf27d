"""Proposals by a language model: asked for, kept, and taken over when somebody accepts them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from episodes.core.episode import Episode
from episodes.core.errors import NotFound
from episodes.core.proposal import Proposal, accepted, parts_to_condense, question, read_answer
from episodes.store.catalogue import Catalogue


class Model(Protocol):
    """Answers a question; raises SourceError."""

    @property
    def model(self) -> str: ...

    def answer(self, messages: list[dict[str, str]]) -> str: ...


def propose(episode: Episode, *, catalogue: Catalogue, model: Model) -> Proposal:
    """Ask for summary, title and chapters of the effective text, and keep the answer beside the episode."""
    transcript = catalogue.effective_transcript(episode.guid, show=episode.show)
    if transcript is None or not transcript.text:
        name = f"{episode.show}/{episode.slug}"
        raise NotFound(f"{name} has no transcript to summarize", hint=f"episodes transcribe {name}")
    condensed = [model.answer(part) for part in parts_to_condense(transcript.segments)]
    answer = model.answer(question(episode, transcript.segments, condensed))
    proposal = read_answer(answer, duration=episode.duration or transcript.duration, model=model.model)
    return catalogue.corrections.save_proposal(episode.guid, proposal, show=episode.show)


def accept(
    episode: Episode, proposal: Proposal, *, catalogue: Catalogue, who: str, fields: Sequence[str] = ()
) -> Episode:
    """Take a proposal over into the record; without `who` it stays marked as a machine's."""
    changed = catalogue.change_episode(
        episode.guid, lambda episode: accepted(episode, proposal, who=who, fields=fields), show=episode.show
    )
    catalogue.corrections.drop_proposal(episode.guid, proposal, who=who, verb="accept", show=episode.show)
    return changed
