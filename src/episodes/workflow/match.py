"""Answering whether two are one: asked items joined or kept apart, episodes merged, and all of it undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from episodes.core.completing import Account, taken_back
from episodes.core.episode import Episode
from episodes.core.errors import NotFound, UsageError
from episodes.core.item import Item
from episodes.core.likeness import bare, common_titles
from episodes.core.matching import Match, facts_of_episode
from episodes.core.media import Medium, Source
from episodes.core.naming import new_guid
from episodes.core.naming.items import read_item
from episodes.core.naming.learned import taught
from episodes.core.plan import Wishes, free_slug, new_episode
from episodes.core.ranking import Lineup
from episodes.core.rebuild import from_record
from episodes.core.record import to_record
from episodes.core.remote import RemoteItem, account_of, item_of, record_of
from episodes.core.show import Show
from episodes.core.sound import has_own, has_sound, is_cut_out
from episodes.core.timing import moved, timed_by
from episodes.core.transcript import Transcript
from episodes.store.catalogue import Catalogue
from episodes.workflow.joining import Joiner, belongs_to, fetched, joined_sources, own_source
from episodes.workflow.keeping import work_folder
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
    """Joins and parts; the fields are everything that this touches."""

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

    def _pairs(self, show: Show, episodes: list[Episode]) -> Iterator[Question]:
        """Episodes that look like one, each with media that the other lacks."""
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
        account = account_of(remote, item) or Account(said=self._record(item, show, media), source=item.source)
        with self.catalogue.together():
            episode = self.joiner.add(episode, media, account, instead_of=gone if media else ())
            joined = replace(remote, state="episode", guid=episode.guid, score=match.score, reasons=reasons)
            self.catalogue.put_remote(replace(joined, record=record_of(item, account)))
        self.joiner.clear(before, episode.media)
        return self.joiner.measure(episode, before, account)

    def keep_apart(self, remote: RemoteItem) -> None:
        """Say no: the item becomes an episode of its own at the next sync, and nobody is asked again."""
        self.catalogue.put_remote(
            replace(remote, state="apart", guid="", score=0.0, attempts=0, next_try_at=None, reasons=_SAID)
        )

    def keep_episodes_apart(self, episode: Episode, other: Episode) -> None:
        """Say no to two episodes: the second one stays by itself; raises UsageError if they are one."""
        if episode.guid == other.guid:
            raise UsageError("that is one episode", hint="`episodes unmatch REF` parts its media")
        for source in joined_sources(other):
            known = self._remote_of(source, other)
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
        record = json.dumps(
            {"episode": to_record(other), "transcript": to_record(transcript)}, ensure_ascii=False, sort_keys=True
        )
        before = episode.media
        account = Account(said=other, source=joined_sources(other)[0]) if other.media else None
        with self.catalogue.together():
            self.catalogue.remove_episode(other.guid, show=other.show)
            episode = self.joiner.add(episode, other.media, account)
            for source in joined_sources(other):
                known = self._remote_of(source, other)
                kind = next(medium.kind for medium in other.media if medium.source == source)
                base = known or RemoteItem(source=source, show=episode.show, channel="", state="episode", kind=kind)
                self.catalogue.put_remote(
                    replace(
                        base,
                        state="episode",
                        guid=episode.guid,
                        title=other.title,
                        record=record,
                        reasons=_SAID,
                    )
                )
        return self.joiner.measure(episode, before, account)

    def last_joined(self, episode: Episode) -> Source:
        """The source to part where none is named: the last that was joined, and not the one it came from."""
        known = joined_sources(episode)
        joined = [one for one in known if (remote := self._remote_of(one, episode)) is not None and remote.reasons]
        return (joined or known)[-1]

    def part(self, episode: Episode, source: Source) -> Episode:
        """Undo a match: take a source's media off an episode and make them an episode of their own again.

        Raises UsageError for the source that gave the episode its GUID, which stays.
        """
        moved = tuple(medium for medium in episode.media if belongs_to(medium, source))
        kept = tuple(medium for medium in episode.media if not belongs_to(medium, source))
        if not moved or not kept:
            raise UsageError("that is the only medium of the episode", hint="`episodes info REF` lists its media")
        remote = self._remote_of(source, episode)
        kept, moved = self._with_sound(episode.show, kept), self._with_sound(episode.show, moved)
        own, transcript = self._restored(episode, remote, moved)
        if own.guid == episode.guid:
            raise UsageError("the episode came from there, and keeps its GUID", hint="part its other medium")
        with self.catalogue.together():
            self.catalogue.save_episode(_timed_anew(taken_back(episode, [source, *joined_sources(own)]), kept))
            own = self.catalogue.add_episode(own)
            if transcript is not None:
                self.catalogue.save_transcript(own.guid, transcript, show=own.show)
            if remote is not None:
                self.catalogue.put_remote(replace(remote, state="apart", guid=own.guid, reasons=_SAID))
        return own

    def _with_sound(self, show: str, media: tuple[Medium, ...]) -> tuple[Medium, ...]:
        """Media with the sound of a film that is held, where they have no other: they are an episode now."""
        film = next((one for one in media if one.kind == "video" and one.media_key and one.channels), None)
        if film is None or has_sound(media) or not self.joiner.storage.has(film.media_key):
            return media
        file = self.joiner.storage.path(film.media_key)
        with work_folder(self.joiner.work, film.source) as folder:
            return (self.joiner.keeper.cut_out(show, film.source, file, folder), *media)

    def _gone(self, episode: Episode, remote: RemoteItem) -> tuple[Medium, ...]:
        """The media that items of the same source and kind left behind when they went."""
        gone = {
            (one.source.provider, one.source.key)
            for one in self.catalogue.list_remote(episode.show)
            if one.guid == episode.guid and one.gone_at and one.channel == remote.channel and one.kind == remote.kind
        }
        return tuple(one for one in episode.media if one.kind == remote.kind and own_source(one.source) in gone)

    def _remote_of(self, source: Source, episode: Episode) -> RemoteItem | None:
        """What is known of a source's item; a list may have named it otherwise than its own page does."""
        if found := self.catalogue.find_remote(source):
            return found
        items = [one for one in self.catalogue.list_remote(episode.show) if one.guid == episode.guid]
        return next((one for one in items if item_of(one).source == source), None)

    def _restored(
        self, episode: Episode, remote: RemoteItem | None, media: tuple[Medium, ...]
    ) -> tuple[Episode, Transcript | None]:
        media = tuple(replace(medium, offset=0.0) for medium in media)
        taken = self.catalogue.slugs(episode.show)
        held: dict[str, Any] = json.loads(remote.record) if remote and remote.record else {}
        if "episode" in held:
            before = from_record(Episode, held["episode"])
            transcript = from_record(Transcript, held["transcript"]) if held.get("transcript") else None
            return replace(before, media=before.media, slug=free_slug(before.slug, taken)), transcript
        item = item_of(remote) if remote and "item" in held else Item(source=media[0].source, title=episode.title)
        if remote is not None and (account := account_of(remote, item)) and isinstance(account.said, Episode):
            slug = free_slug(account.said.slug, taken)
            return replace(account.said, guid=new_guid(item.source), slug=slug, media=media), None
        return self._record(item, self.catalogue.get_show(episode.show), media), None

    def _record(self, item: Item, show: Show, media: tuple[Medium, ...]) -> Episode:
        """The episode that an item makes alone."""
        lent = taught(show, self.catalogue.list_episodes(show.slug))
        now, taken = datetime.now(UTC).replace(microsecond=0), self.catalogue.slugs(show.slug)
        reading = read_item(item, show=lent)
        made = new_episode(item, reading, Wishes(show=show.slug), show=lent, media=media, now=now, taken=taken)
        return replace(made, image=item.image_url)


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


def _timed_anew(episode: Episode, kept: tuple[Medium, ...]) -> Episode:
    """An episode with the media that are kept, and times that refer to the first of these."""
    main = timed_by(kept)
    assert main is not None
    own = own_source(main.source)
    offset = next((one.offset for one in episode.media if own_source(one.source) == own), 0.0)
    media = (replace(one, offset=0.0 if own_source(one.source) == own else one.offset - offset) for one in kept)
    return moved(replace(episode, media=tuple(media)), offset)


def _own_kinds(episode: Episode) -> set[str]:
    return {medium.kind for medium in episode.media if not is_cut_out(medium)}
