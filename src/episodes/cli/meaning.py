"""What `search --semantic`, `--like` and `--index-semantic` do."""

from __future__ import annotations

from pathlib import Path

from episodes.cli.output import counted, talk
from episodes.core.errors import AmbiguousReference, NotFound
from episodes.core.hits import Results
from episodes.store.search.semantic.ask import Asking, search_like, search_meaning
from episodes.store.search.semantic.model import find_model
from episodes.store.search.semantic.vectors import embed_waiting
from episodes.studio import Studio


def index(studio: Studio, model: Path | None) -> None:
    """Make the vectors that are missing; can be broken off and goes on where it was."""

    def told(done: int, of: int) -> None:
        if done < of:
            talk.say(f"indexing by meaning: episode {done + 1} of {of}")

    count = embed_waiting(studio.reader.path, find_model(model), told)
    talk.say(f"{counted(count, 'episode')} indexed by meaning")


def search(studio: Studio, model: Path | None, *, words: str, like: str, asking: Asking) -> Results:
    """Search by the words and their meaning, or by likeness to an episode (if `like` names one) or a text."""
    if not like:
        return search_meaning(studio.reader, find_model(model), words, asking)
    return search_like(studio.reader, find_model(model), like, asking, _episode_named(studio, like))


def _episode_named(studio: Studio, like: str) -> str:
    """The guid of the episode that a reference names; empty if it is plain text."""
    try:
        return studio.reader.resolve(like).guid
    except (NotFound, AmbiguousReference):
        if like.isdecimal() or ("/" in like.strip("/") and " " not in like):
            raise  # a number or show/slug is meant as a reference
        return ""
