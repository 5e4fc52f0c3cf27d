"""Answering whether two are one: asked items joined or kept apart, episodes merged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from episodes.core.completing import Account
from episodes.core.doubles import doubles
from episodes.core.episode import Episode
from episodes.core.errors import NotFound, UsageError
from episodes.core.facts import facts_of_episode
from episodes.core.likeness import bare, common_titles
from episodes.core.matching import Match
from episodes.core.media import Medium, Source
from episodes.core.naming.learned import taught
from episodes.core.ranking import Lineup
from episodes.core.remote import (
    RemoteItem,
    account_of,
    is_account_kept,
    is_unsettled,
    item_of,
    merged_record,
    record_of,
    settled,
    unsettled,
)
from episodes.core.shared_numbers import shared_numbers
from episodes.core.show import Show
from episodes.core.sound import has_own, has_sound, is_cut_out, own_source, sources_of
from episodes.core.timing import timed_by
from episodes.core.transcript import Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.alone import account_alone
from episodes.workflow.joining import Joiner, fetched
from episodes.workflow.parting import remote_of
from episodes.workflow.settling import Settler
from episodes.workflow.shifted import shifted_pairs

#: The reason that is kept with an answer.
_SAID = ("a person said so",)


@dataclass(frozen=True, kw_only=True)
class Question:
    """An item, or an episode, that may be (part of) another episode."""

    title: str
    episode: Episode
    match: Match
    remote: RemoteItem | None = None  #: the item that is asked about
    other: Episode | None = None  #: or the second episode


@dataclass(frozen=True, kw_only=True)
class Matcher:
    """Joins what a person says is one; the fields are everything that this touches."""

    catalogue: Catalogue
    joiner: Joiner

    def questions(self, shows: list[Show]) -> Iterator[Question]:
        """What a person is to answer, the surest first, show by show."""
        for show in shows:
            episodes = self.catalogue.list_episodes(show.slug)
            by_guid = {episode.guid: episode for episode in episodes}
            found = [
                Question(
                    title=one.title,
                    episode=by_guid[one.guid],
                    match=Match(score=one.score, reasons=one.reasons),
                    remote=one,
                )
                for one in self.catalogue.list_remote(show.slug)
                if one.state == "asked" and one.guid in by_guid
            ]
            found += self._pairs(show, episodes)
            yield from sorted(found, key=lambda question: -question.match.score)

    def shared_numbers(self, shows: list[Show]) -> Iterator[list[Episode]]:
        """Full episodes of one number, as far as no person has said that they stay two."""
        for show in shows:
            apart = {one.guid for one in self.catalogue.list_remote(show.slug) if one.state == "apart"}
            episodes = self.catalogue.list_episodes(show.slug)
            yield from shared_numbers([one for one in episodes if one.guid not in apart])

    def settle(self, shows: list[Show]) -> Iterator[Episode]:
        """End joins that were cut off, and fill in what an earlier version left open, as far as no sync is to do it.

        What an item says is known best to its source, which only `sync` asks.
        """
        settler = Settler(catalogue=self.catalogue, joiner=self.joiner)
        for show in shows:
            watched = {source.url for source in show.sources}
            remotes = self.catalogue.list_remote(show.slug)
            if not any(map(is_unsettled, remotes)):
                continue
            episodes = self.catalogue.list_episodes(show.slug)
            by_guid = {episode.guid: episode for episode in episodes}
            for channel in {one.channel: None for one in remotes}:
                own = [one for one in remotes if one.channel == channel]
                open_here = [one for one in own if channel not in watched or is_account_kept(one)]
                for episode in settler.settle(taught(show, episodes), open_here, by_guid):
                    by_guid[episode.guid] = episode
                    yield episode

    def _pairs(self, show: Show, episodes: list[Episode]) -> Iterator[Question]:
        """Episodes that look like one, each with media that the other lacks, or with one file."""
        remotes = self.catalogue.list_remote(show.slug)
        apart = {one.guid for one in remotes if one.state == "apart"}
        audio = [one for one in episodes if _own_kinds(one) == {"audio"} and one.guid not in apart]
        video = [one for one in episodes if _own_kinds(one) == {"video"} and one.guid not in apart]
        common = common_titles([one.title for one in audio], [one.title for one in video])
        lineup = Lineup(audio)
        for one in video:
            facts = replace(facts_of_episode(one), is_title_common=bare(one.title) in common)
            for other, match in lineup.likely(facts):
                older, newer = sorted((one, other), key=lambda episode: episode.published_at)
                yield Question(title=newer.title, episode=older, other=newer, match=match)
        for older, newer, match in doubles([one for one in episodes if one.guid not in apart]):
            yield Question(title=newer.title, episode=older, other=newer, match=match)
        known = {one.guid: one for one in episodes}
        for alone, others in ((video, audio), (audio, video)):
            for newer, older, match in shifted_pairs(alone, others, remotes, known):
                yield Question(title=newer.title, episode=older, other=newer, match=match)

    def answer(self, question: Question, show: Show) -> Episode:
        """Say yes to a question."""
        if question.remote is not None:
            return self.join(question.remote, question.episode, show, question.match)
        assert question.other is not None
        return self.merge(question.episode, question.other)

    def join(self, remote: RemoteItem, episode: Episode, show: Show, match: Match) -> Episode:
        """Make a source's item a medium of an episode, whose GUID, date and address stay."""
        item = replace(item_of(remote), kind=remote.kind)
        source = next((one for one in show.sources if one.url == remote.channel), None)
        is_downloaded = source.is_downloaded if source else remote.kind == "audio"
        gone = self._gone(episode, remote)
        if any(medium.media_key for medium in gone):  # the file is here, and may be published: it stays
            media: tuple[Medium, ...] = ()
        elif not is_downloaded or has_own(episode.media, remote.kind):
            media = (Medium(kind=remote.kind, source=item.source, duration=item.duration),)
        else:
            with fetched(self.joiner, item, audio_only=remote.kind == "audio") as fetch:
                file = fetch()
                probe = self.joiner.prober.probe(file)
                keeper, place = self.joiner.keeper, (show.slug, item.source, file, probe, file.parent)
                is_sound, with_sound = remote.kind == "audio", not has_sound(episode.media)
                media = keeper.keep_sound(*place) if is_sound else keeper.keep(*place, with_sound=with_sound)
        reasons, before = (*match.reasons, "a person said so"), episode.media
        account = account_of(remote, item) or account_alone(self.catalogue, item, show.slug)
        joined = replace(remote, state="episode", guid=episode.guid, score=match.score, reasons=reasons)
        joined = unsettled(replace(joined, record=record_of(item, account)), timed_by(before))
        with self.catalogue.together():
            episode = self.joiner.add(episode, media, account, instead_of=gone if media else ())
            self.catalogue.put_remote(joined)
        self.joiner.clear(before, episode.media)
        return self.joiner.measure(episode, account, remote=joined)

    def keep_apart(self, remote: RemoteItem) -> None:
        """Say no: the item becomes an episode of its own at the next sync, and nobody is asked again."""
        self.catalogue.put_remote(
            replace(remote, state="apart", guid="", score=0.0, attempts=0, next_try_at=None, reasons=_SAID)
        )

    def keep_episodes_apart(self, episode: Episode, other: Episode) -> None:
        """Say no to two episodes: the second one stays by itself; raises UsageError if they are one."""
        if episode.guid == other.guid:
            raise UsageError("that is one episode", hint="`episodes unmatch REF` parts its media")
        for source in sources_of(other.media):
            known = remote_of(self.catalogue, source, other)
            kind = next(medium.kind for medium in other.media if medium.source == source)
            base = known or RemoteItem(source=source, show=other.show, channel="", state="apart", kind=kind)
            title = base.title or other.title
            self.catalogue.put_remote(replace(base, state="apart", guid=other.guid, title=title, reasons=_SAID))

    def merge(self, episode: Episode, other: Episode) -> Episode:
        """Bring the media of a second episode under the first; the second goes, and `unmatch` brings it back."""
        if episode.guid == other.guid:
            raise UsageError("that is one episode already", hint="name two")
        if episode.show != other.show:
            raise UsageError("they belong to different shows", hint="only episodes of one show are joined")
        transcript = self.catalogue.find_transcript(other.guid, show=other.show)
        account = Account(said=other, source=sources_of(other.media)[0]) if other.media else None
        joined = [self._merged(source, other, transcript, episode) for source in sources_of(other.media)]
        media = other.media
        if episode.main_medium is not None:  # offsets from the other's main medium mean nothing here
            media = tuple(replace(medium, offset=0.0) for medium in media)
        with self.catalogue.together():
            self.catalogue.remove_episode(other.guid, show=other.show)
            episode = self.joiner.add(episode, media, account)
            for remote in joined:
                self.catalogue.put_remote(remote)
        return self.joiner.measure(episode, account, remote=joined[0] if joined else None)

    def _merged(self, source: Source, other: Episode, transcript: Transcript | None, episode: Episode) -> RemoteItem:
        """What is known of an item whose episode is joined to another; the first one stands for all of them."""
        known = remote_of(self.catalogue, source, other)
        kind = next(medium.kind for medium in other.media if medium.source == source)
        base = known or RemoteItem(source=source, show=episode.show, channel="", state="episode", kind=kind)
        record = merged_record(other, transcript, known)
        joined = replace(base, state="episode", guid=episode.guid, title=other.title, record=record, reasons=_SAID)
        is_first = source == sources_of(other.media)[0]
        return unsettled(joined, timed_by(episode.media)) if is_first else settled(joined)

    def _gone(self, episode: Episode, remote: RemoteItem) -> tuple[Medium, ...]:
        """The media that items of the same source and kind left behind when they went."""
        gone = {
            (one.source.provider, one.source.key)
            for one in self.catalogue.list_remote(episode.show)
            if one.guid == episode.guid and one.gone_at and one.channel == remote.channel and one.kind == remote.kind
        }
        return tuple(one for one in episode.media if one.kind == remote.kind and own_source(one.source) in gone)


def find_asked(catalogue: Catalogue, said: str) -> RemoteItem:
    """The item that a person means, by address, key or a piece of its title; raises NotFound or UsageError."""
    items = [one for one in catalogue.list_remote() if one.state in ("asked", "failed") or _is_parted(one)]
    exact = [one for one in items if said in (one.source.url, one.source.key)]
    found = exact or [one for one in items if said.casefold() in one.title.casefold()]
    if not found:
        raise NotFound(f"no item that waits for an answer is called {said!r}", hint="`episodes match` lists them")
    if len(found) > 1:
        raise UsageError(
            f"{said!r} can mean {len(found)} items", hint=f"say its address, for example {found[0].source.url}"
        )
    return found[0]


def _is_parted(remote: RemoteItem) -> bool:
    """Whether a person said no, and the next sync is still to make the episode: the answer can be changed."""
    return remote.state == "apart" and not remote.guid


def _own_kinds(episode: Episode) -> set[str]:
    return {medium.kind for medium in episode.media if not is_cut_out(medium)}
