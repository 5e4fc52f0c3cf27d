"""Episodes by the GUID that their feed states: who of them an item that has changed may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from episodes.core.episode import Episode
from episodes.core.incoming import IncomingItem

#: Bytes from which on a length tells files apart: feeds that know none write 0 or 1.
_TELLING = 1000
#: Folders and name of a file.
Path = tuple[str, ...]


class Kin:
    """Episodes by the GUID that their feed states, and what was added to it."""

    def __init__(self, episodes: Iterable[Episode] = (), *, listed: Iterable[IncomingItem] = ()) -> None:
        self._listed = {plain(address_of(incoming)) for incoming in listed}
        self._by_mark: dict[tuple[str, str], Episode] = {}
        self._by_title: dict[tuple[str, str], dict[str, Episode]] = {}
        self._by_file: dict[tuple[str, int, Path], dict[str, Episode]] = {}
        self._paths: dict[tuple[str, str], _Paths] = {}  # of titles that were asked for
        self._marks: dict[str, set[str]] = {}
        for episode in episodes:
            self.add(episode)

    def add(self, episode: Episode) -> None:
        """Take note of an episode that is new, or was changed."""
        parts = episode.guid.split("#")
        for place in range(1, len(parts) + 1):
            base, mark = "#".join(parts[:place]), "#".join(parts[place:])
            self._by_mark[base, mark] = episode
            self._marks.setdefault(base, set()).add(mark)
            for medium in episode.media:
                if medium.length >= _TELLING:
                    file = base, medium.length, path_of(medium.source.url)
                    self._by_file.setdefault(file, {})[mark] = episode
            for title in {episode.original_title, episode.title}:
                self._by_title.setdefault((base, title), {})[mark] = episode
                if (base, title) in self._paths:
                    self._paths[base, title].add(mark, episode)

    def get(self, base: str, mark: str) -> Episode | None:
        return self._by_mark.get((base, mark))

    def of_file(self, incoming: IncomingItem, base: str) -> list[str]:
        """The marks of a GUID's episodes with a file of an item's length, in the same place at its or another host."""
        file, own = incoming.files[0], plain(address_of(incoming))
        found = self._by_file.get((base, file.length, path_of(own)), {}) if file.length >= _TELLING else {}
        return [
            mark
            for mark, episode in found.items()
            if not self.is_listed(episode, incoming)
            and (len(path_of(own)) > 1 or own in map(plain, addresses_of(episode)))
        ]

    def of_path(self, incoming: IncomingItem, base: str) -> dict[str, Episode]:
        """Two at most of a GUID's episodes of an item's title whose media lie where the item's does (`_Paths`)."""
        title = incoming.item.title
        if (base, title) not in self._paths:
            self._paths[base, title] = _Paths(self.of_title(base, title))
        found = self._paths[base, title].find(path_of(address_of(incoming)))
        free = ((mark, episode) for mark, episode in found if not self.is_listed(episode, incoming))
        return dict(islice(free, 2))

    def is_listed(self, episode: Episode, incoming: IncomingItem) -> bool:
        """Whether the feed has another item with an episode's medium: that one is it."""
        own = plain(address_of(incoming))
        return any(address in self._listed and address != own for address in map(plain, addresses_of(episode)))

    def is_shared(self, base: str) -> bool:
        """Whether several episodes have had a GUID."""
        return len(self._marks.get(base, ())) > 1

    def of_title(self, base: str, title: str) -> dict[str, Episode]:
        """The episodes of a GUID that have a title, by what was added."""
        return self._by_title.get((base, title), {})


class _Paths:
    """Episodes by where their media lie at their hosts."""

    def __init__(self, episodes: Mapping[str, Episode]) -> None:
        self._ends: dict[Path, dict[str, Episode]] = {}
        self._wholes: dict[Path, dict[str, Episode]] = {}
        for mark, episode in episodes.items():
            self.add(mark, episode)

    def add(self, mark: str, episode: Episode) -> None:
        for path in filter(None, map(path_of, addresses_of(episode))):
            self._wholes.setdefault(path, {})[mark] = episode
            for place in range(len(path)):
                self._ends.setdefault(path[place:], {})[mark] = episode

    def find(self, path: Path) -> Iterator[tuple[str, Episode]]:
        """Those in the same place, or where one host has put a folder before it.

        A file's name alone tells nothing if several have it: `audio.mp3`.
        """
        ends = (path[place:] for place in range(1, len(path)))
        for found in (self._ends.get(path, {}), *(self._wholes.get(end, {}) for end in ends)):
            for mark, episode in found.items():
                is_name_alone = len(path) == 1 or (path[-1:] in map(path_of, addresses_of(episode)))
                if not is_name_alone or len(self._ends[path[-1:]]) == 1:
                    yield mark, episode
                elif len(path) == 1:
                    break


def plain(address: str) -> str:
    """Take away the query, where many hosts write a token that changes from time to time."""
    return address.partition("?")[0]


def address_of(incoming: IncomingItem) -> str:
    return incoming.files[0].url if incoming.files else ""


def addresses_of(episode: Episode) -> list[str]:
    return [medium.source.url for medium in episode.media] or [""]


def path_of(address: str) -> Path:
    """The folders and the name of a file at its host."""
    return tuple(part for part in plain(address).partition("://")[2].split("/")[1:] if part)
