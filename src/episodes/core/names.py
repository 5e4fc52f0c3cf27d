"""Names that the record knows, and those that the recogniser is told of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from episodes.core.captions.grammar import bare, ends_sentence, is_starter
from episodes.core.episode import Episode
from episodes.core.show import Show
from episodes.core.words import fold

#: Letters of names that a recogniser is told: it takes 100 tokens of about three letters.
ROOM = 320
WORD = re.compile(r"[^\W_][\w’'&.+-]*[\w+]|[^\W_]")
_ODD = re.compile(r"^(?=.*[a-z])(?=.+[A-Z])\w+$|^[A-Z][A-Z0-9&+-]+$|^(?=.*[A-Za-z])(?=.*\d)\w+$")


def hotwords(episode: Episode, show: Show, *, room: int = ROOM) -> tuple[str, ...]:
    """Names for the recogniser, the most specific first, as many as it takes.

    Guests and names in the title come first, then the glossary, hosts, the show, and names in the summary.
    """
    names = [
        *_called(credit.name for credit in episode.guests),
        *names_in(episode.title, episode.summary),
        *show.glossary,
        *_called(credit.name for credit in (*episode.hosts, *show.hosts)),
        *([show.title] if show.title != show.title.lower() else []),
        *names_in(episode.summary),
    ]
    chosen: dict[str, str] = {}
    for name in dict.fromkeys(" ".join(name.split()) for name in names):
        if name and fold(name) not in chosen and len(", ".join([*chosen.values(), name])) <= room:
            chosen[fold(name)] = name
    return tuple(chosen.values())


def _called(names: Iterable[str]) -> Iterator[str]:
    """People's names, each followed by the first name that they are called by: a recogniser spells that otherwise."""
    for name in names:
        yield name
        first = name.split()[0] if " " in name.strip() else ""
        if len(first) > 2 and not first.endswith("."):
            yield first


def known_names(show: Show, episodes: Iterable[Episode]) -> tuple[str, ...]:
    """All names that a show's record holds: people, glossary, names in titles and summaries; the surest first."""
    episodes = list(episodes)
    people = [credit.name for credit in show.hosts]
    people += [credit.name for episode in episodes for credit in episode.credits]
    named = [name for episode in episodes for name in names_in(episode.title, episode.summary)]
    named += [name for episode in episodes for name in names_in(episode.summary)]
    return tuple(dict.fromkeys(filter(None, [*people, *show.glossary, *named])))


def names_in(text: str, more: str = "") -> list[str]:
    """Proper names of a text, in order; in a title with a capital on every word, those that `more` confirms.

    >>> names_in("We met Pieter Wuille, of Bitcoin Core, who runs ComfyUI on NATO soil.")
    ['Pieter Wuille', 'Bitcoin Core', 'ComfyUI', 'NATO']
    """
    found = list(_capital_runs(text))
    words = [word for word in WORD.findall(text) if len(word) > 3]
    if len(words) > 2 and all(word[:1].isupper() for word in words):
        found = [name for run in found for name in _confirmed(run.split(), more)]
    return list(dict.fromkeys(found))


def _confirmed(run: Sequence[str], text: str) -> Iterator[str]:
    """The longest parts of a run of capitalised words that another text writes so too, and words like NATO."""
    number = 0
    while number < len(run):
        for last in range(len(run), number, -1):
            part = " ".join(run[number:last])
            inside = re.search(rf"(?<=[\w,;] ){re.escape(part)}(?!\w)", text)
            if inside or (last == number + 1 and _ODD.match(part)):
                yield part
                number = last
                break
        else:
            number += 1


def _capital_runs(text: str) -> Iterator[str]:
    run: list[str] = []
    starts = True
    for match in re.finditer(r"\S+", text):
        inner = WORD.search(match[0])
        word = inner[0] if inner else ""
        is_start = starts and not run and is_starter(word)
        is_name = word[:1].isupper() and not is_start and bare(word) not in ("i", "i'm")
        if run and (not is_name or match[0][:1] in '("“«['):
            yield from _closed(run)
            run = []
        if is_name:
            run.append(unowned(word))
        starts = ends_sentence(match[0]) or match[0][-1] in ":–—|"
        if run and (match[0][-1] in ',;:!?)"”»]' or starts or word != unowned(word)):
            yield from _closed(run)
            run = []
    yield from _closed(run)


def _closed(run: list[str]) -> Iterator[str]:
    if run and (len(run) > 1 or len(run[0]) > 2):
        yield " ".join(run)


def unowned(word: str) -> str:
    return re.sub(r"['’]s$", "", word)
