"""Files that the catalogue knows already: by the address where one lies, or by its bytes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from episodes.core.doubles import sums_of
from episodes.core.episode import Episode
from episodes.core.errors import SourceError
from episodes.core.media import Medium, Source
from episodes.core.probe import Probe
from episodes.core.sound import has_own, has_sound, is_cut_out, own_source
from episodes.media.addresses import canonical_url
from episodes.store.catalogue import Catalogue
from episodes.workflow.keeping import Keeper

#: Providers whose addresses are those of files; a site's is that of a page, and known by the site's own key.
_PLAIN = ("web", "feed", "page")
#: What stands between the pieces of an address that everybody writes alike.
_OTHERWISE = re.compile(r"%[0-9A-F]{2}|[^\w.~-]", re.ASCII)


class Copy(NamedTuple):
    """A medium of an episode that a file is, too."""

    episode: Episode
    medium: Medium

    @property
    def own(self) -> list[Medium]:
        """All that the episode has of the medium's source: a film's sound is one more medium of it."""
        wanted = own_source(self.medium.source)
        return [one for one in self.episode.media if own_source(one.source) == wanted]


@dataclass(frozen=True, kw_only=True)
class KnownFiles:
    """Finds files that are there, and brings back lost ones; the fields are everything that this touches."""

    catalogue: Catalogue
    keeper: Keeper

    def at(self, address: str, *, show: str = "") -> list[Copy]:
        """The media that lie at an address, in its one form, the first episode first; of `show`, if one is named."""
        wanted = _canonical(address)
        if not wanted:
            return []
        piece = max(_OTHERWISE.split(wanted.partition("://")[2].partition("/")[2]), key=len)
        found = self.catalogue.episodes_at(piece, lambda one: _canonical(one) == wanted)
        return [
            Copy(episode, medium)
            for episode in found
            for medium in episode.media
            if medium.source.provider in _PLAIN and _canonical(medium.source.url) == wanted
            if show in ("", episode.show)
        ]

    def of(self, sha256: str, *, show: str = "") -> list[Copy]:
        """The media that have these bytes, as they were kept or as listeners get them."""
        return [
            Copy(episode, medium)
            for episode in self.catalogue.episodes_of_bytes(sha256)
            for medium in episode.media
            if sha256 in sums_of(medium) and show in ("", episode.show)
        ]

    def is_whole(self, copy: Copy) -> bool:
        """Whether nothing is to be fetched: all that was kept is there, or another file of this kind is."""
        if any(one.media_key for one in copy.own):
            return self.keeper.has_all(tuple(copy.own))
        return copy.medium.source.provider not in _PLAIN or has_own(copy.episode.media, copy.medium.kind)

    def keep(self, copy: Copy, file: Path, probe: Probe, folder: Path) -> Episode:
        """Keep the file of a medium that was lost, or only linked; the rest of the record stays as it is."""
        episode, medium = copy
        provider, key = own_source(medium.source)
        place = (episode.show, Source(provider=provider, key=key, url=medium.source.url), file, probe, folder)
        if all(one.kind == "audio" and not is_cut_out(one) for one in copy.own):
            kept = self.keeper.keep_sound(*place)
        else:
            others = [one for one in episode.media if one not in copy.own]
            kept = self.keeper.keep(*place, with_sound=any(map(is_cut_out, copy.own)) or not has_sound(others))
        before = {(one.kind, one.source): one for one in copy.own}
        for one in kept:
            old = before.get((one.kind, one.source))
            if old is not None and old.sha256 == one.sha256:  # what else is known of these bytes stays true
                one = replace(old, media_key=one.media_key)
            one = replace(one, offset=old.offset) if old is not None else one
            if one != old:
                episode = self.catalogue.add_medium(episode.guid, one, show=episode.show)
        return episode


def _canonical(address: str) -> str:
    """An address in its one form; "" for what is none."""
    try:
        return canonical_url(address) if address.lower().startswith(("http://", "https://")) else ""
    except SourceError:
        return ""
