"""The episode that an added file is another medium of: the film of a talk that is there as sound, or the reverse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from episodes.core.completing import Account
from episodes.core.episode import Episode
from episodes.core.facts import Facts, facts_of_item
from episodes.core.item import Item
from episodes.core.likeness import bare, common_titles, part_of
from episodes.core.media import Medium
from episodes.core.plan import Wishes
from episodes.core.ranking import Lineup
from episodes.core.reading import Reading
from episodes.core.remote import RemoteItem, record_of, unsettled
from episodes.core.sound import is_cut_out
from episodes.core.timing import timed_by
from episodes.store.catalogue import Catalogue
from episodes.workflow.identifying import Found, Identifier
from episodes.workflow.joining import Joiner


@dataclass(frozen=True)
class Siblings:
    """The items that one source lists: they are no media of one another."""

    titles: Sequence[str] = ()
    guids: set[str] = field(default_factory=set)  #: of the episodes that they are, as far as they were added


@dataclass(frozen=True, kw_only=True)
class Counterparts:
    """Finds and joins them as `sync` does for a source's items; the fields are everything that this touches."""

    catalogue: Catalogue
    joiner: Joiner

    def find(
        self,
        item: Item,
        reading: Reading,
        wishes: Wishes,
        file: Path,
        *,
        known: Sequence[Episode],
        siblings: Siblings,
    ) -> Found | None:
        """The episode of `known` that most likely is the talk of a file, and lacks its kind of medium.

        Files of one kind are not compared: what somebody adds may well be called, and last, as the one before.
        """
        facts = _facts(item, reading, wishes)
        groups = [siblings.titles, *([one.title for one in known if _is(one, kind)] for kind in ("audio", "video"))]
        facts = replace(facts, is_title_common=bare(facts.title) in common_titles(*groups))
        identifier = Identifier(joiner=self.joiner, facts=facts, kind=item.kind, is_held=True, sound=lambda: file)
        return identifier.find_lacking(Lineup(known), siblings.guids)

    def join(self, item: Item, said: Episode, found: Found, media: tuple[Medium, ...]) -> Episode:
        """Bring a file's media under the episode that was found, and fill with `said` what that one lacks."""
        episode, match = found
        account = Account(said=replace(said, media=()), source=item.source)
        remote = RemoteItem(
            source=item.source,
            show=episode.show,
            channel="",
            state="episode",
            kind=item.kind,
            title=said.title,
            guid=episode.guid,
            score=match.score,
            reasons=match.reasons,
            published_at=item.published_at,
            record=record_of(item, account),
        )
        remote, before = unsettled(remote, timed_by(episode.media)), episode.media
        with self.catalogue.together():
            episode = self.joiner.add(episode, media, account)
            self.catalogue.put_remote(remote)
        self.joiner.clear(before, episode.media)
        return self.joiner.measure(episode, account, remote=remote)


def question(episode: Episode, found: Found | None) -> tuple[str, ...]:
    """What a person is asked of a new episode, if anything: a sentence, with the command that says yes."""
    if found is None or found[1].verdict != "asked":
        return ()
    other, match = found
    why = f"{match.score:.0%}: {'; '.join(match.reasons)}"
    command = f"episodes match {other.show}/{other.slug} {episode.show}/{episode.slug}"
    return (f"may be {other.show}/{other.slug}  {other.title} ({why}); `{command}` joins the two",)


def _facts(item: Item, reading: Reading, wishes: Wishes) -> Facts:
    """What a file says of itself, under what the person who adds it says."""
    facts = facts_of_item(item, reading, is_measured=item.duration > 0)
    if wishes.title:
        facts = replace(facts, title=wishes.title, part=part_of(wishes.title))
    if wishes.number is not None:
        facts = replace(facts, number=wishes.number, number_is_sure=True)
    return replace(facts, published_at=wishes.published_at or facts.published_at)


def _is(episode: Episode, kind: str) -> bool:
    return any(medium.kind == kind and not is_cut_out(medium) for medium in episode.media)
