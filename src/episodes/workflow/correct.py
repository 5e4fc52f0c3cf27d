"""Correcting transcripts: from a sheet, a file or a review place to edits that are saved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from episodes.core.corrections.differences import Changes, Group, changes, from_groups
from episodes.core.corrections.doubtful import Doubt, doubtful
from episodes.core.corrections.merging import format_of, merged
from episodes.core.corrections.sheet import format_sheet, parse_sheet
from episodes.core.corrections.values import Looked
from episodes.core.episode import Episode
from episodes.core.errors import NotFound
from episodes.core.misheard import Suggestion, suggest
from episodes.core.names import known_names
from episodes.core.show import Show
from episodes.store.catalogue import Catalogue
from episodes.store.overlays import Corrected


@dataclass(frozen=True, kw_only=True)
class Correcting:
    """Corrects the transcript of one episode; what is shown first is what changes are measured against."""

    catalogue: Catalogue
    episode: Episode
    corrected: Corrected
    who: str

    @classmethod
    def open(cls, catalogue: Catalogue, episode: Episode, *, who: str) -> Correcting:
        """Take an episode to correct; raises NotFound if it has no transcript."""
        corrected = catalogue.corrections.find(episode.guid, show=episode.show)
        if corrected is None:
            name = f"{episode.show}/{episode.slug}"
            raise NotFound(f"{name} has no transcript yet", hint=f"episodes transcribe {name}")
        return cls(catalogue=catalogue, episode=episode, corrected=corrected, who=who)

    def sheet(self) -> str:
        title = f"{self.episode.show}/{self.episode.slug}: {self.episode.title}"
        return format_sheet(self.corrected.effective.segments, title=title)

    def save_sheet(self, text: str) -> int:
        """Save what was changed in a sheet; returns the number of edits. UsageError names a line without sense."""
        now = self.corrected.effective
        wanted = parse_sheet(text, now.segments)
        return self._save(changes(self.corrected.machine.segments, now, wanted), "edit")

    def import_file(self, text: str, name: str) -> int:
        """Save the differences of a file that was corrected elsewhere; UsageError for another text."""
        now = self.corrected.effective
        names = tuple(credit.name for credit in self.episode.credits)
        wanted = merged(now.segments, text, format_of(text, name), duration=self.episode.duration or None, names=names)
        groups = [
            Group(first=n, last=n + 1, lines=(new,) if new.text else ())
            for n, (old, new) in enumerate(zip(now.segments, wanted, strict=True))
            if (old.text.strip(), old.speaker) != (new.text.strip(), new.speaker)
        ]
        return self._save(from_groups(self.corrected.machine.segments, now, groups), "import")

    def doubts(self) -> list[Doubt]:
        return doubtful(self.corrected.machine, self.corrected.effective, self.corrected.looked)

    def rewrite(self, doubt: Doubt, text: str) -> int:
        """Put other words in a doubtful place; none take it out."""
        now = self.corrected.effective
        if doubt.segments:
            first, last = doubt.segments[0], doubt.segments[-1] + 1
            line = replace(now.segments[first], text=text, end=now.segments[last - 1].end, words=())
        else:
            from episodes.core.transcript import Segment

            first = last = sum(segment.start < doubt.start for segment in now.segments)
            line = Segment(start=doubt.start, end=doubt.end, text=text)
        group = Group(first=first, last=last, lines=(line,) if text.strip() else ())
        return self._save(from_groups(self.corrected.machine.segments, now, [group]), "review")

    def accept(self, doubts: Iterable[Doubt]) -> None:
        looked = [Looked(start=d.start, end=d.end, reason=d.reason, text=d.text) for d in doubts]
        self.catalogue.corrections.accept(self.episode.guid, looked, who=self.who, show=self.episode.show)

    def _save(self, found: Changes, verb: str) -> int:
        if not found:
            return 0
        self.catalogue.corrections.save_edits(self.episode.guid, found, who=self.who, verb=verb, show=self.episode.show)
        return max(len(found.edits), len(found.replaced))


def suggestions(
    shows: Mapping[str, Show], episodes: Sequence[Episode], everything: Sequence[Episode], *, catalogue: Catalogue
) -> dict[str, list[Suggestion]]:
    """Look for misheard names in episodes, by show; names come from all episodes of the show."""
    found = {}
    for slug in dict.fromkeys(episode.show for episode in episodes):
        names = known_names(shows[slug], [episode for episode in everything if episode.show == slug])
        transcripts = [
            (episode.guid, transcript.segments)
            for episode in episodes
            if episode.show == slug
            and (transcript := catalogue.effective_transcript(episode.guid, show=slug)) is not None
        ]
        found[slug] = suggest(names, transcripts)
    return found
