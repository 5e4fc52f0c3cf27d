"""Names that the record knows: told to the recogniser beforehand, and looked for in what it misheard."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from episodes.core.captions.grammar import bare, ends_sentence, is_starter
from episodes.core.episode import Episode
from episodes.core.show import Show
from episodes.core.sounds import sound
from episodes.core.transcript import Segment
from episodes.core.words import fold

#: Letters of names that a recogniser is told: it takes 100 tokens of about three letters.
ROOM = 320
_WORD = re.compile(r"[^\W_][\w’'&.+-]*[\w+]|[^\W_]")
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
    words = [word for word in _WORD.findall(text) if len(word) > 3]
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
        inner = _WORD.search(match[0])
        word = inner[0] if inner else ""
        is_start = starts and not run and is_starter(word)
        is_name = word[:1].isupper() and not is_start and bare(word) not in ("i", "i'm")
        if run and (not is_name or match[0][:1] in '("“«['):
            yield from _closed(run)
            run = []
        if is_name:
            run.append(_unowned(word))
        starts = ends_sentence(match[0]) or match[0][-1] in ":–—|"
        if run and (match[0][-1] in ',;:!?)"”»]' or starts or word != _unowned(word)):
            yield from _closed(run)
            run = []
    yield from _closed(run)


def _closed(run: list[str]) -> Iterator[str]:
    if run and (len(run) > 1 or len(run[0]) > 2):
        yield " ".join(run)


def _unowned(word: str) -> str:
    return re.sub(r"['’]s$", "", word)


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """Words of transcripts that sound or look like a known name."""

    wrong: str
    right: str
    likeness: float  #: 0 to 1
    places: tuple[tuple[str, float], ...]  #: (GUID, seconds)
    example: str = ""  #: the line of the first place


def suggest(
    names: Iterable[str], transcripts: Iterable[tuple[str, Sequence[Segment]]], *, least: float = 0.74
) -> list[Suggestion]:
    """Find words that may be misheard names, the most frequent first; what is spelt right is left out.

    Ordinary words (those that occur in small letters) are no candidates by themselves.
    """
    targets = _targets(names)
    found: dict[tuple[str, str], list[tuple[str, float]]] = {}
    alike: dict[tuple[str, str], tuple[float, str]] = {}
    known = {word for name in targets for word in name.split()} | set(targets)
    seen = list(transcripts)
    ordinary = _ordinary(segment.text for _, segments in seen for segment in segments)
    answers: dict[str, tuple[str, float] | None] = {}
    for guid, segments in seen:
        for at, words, line in _candidates(segments, ordinary):
            written = " ".join(words)
            folded = " ".join(fold(word) for word in words)
            if folded in known or all(part in known for part in folded.split()):
                continue
            if folded not in answers:
                answers[folded] = _nearest(folded, targets, least)
            if answer := answers[folded]:
                found.setdefault((written, answer[0]), []).append((guid, at))
                alike.setdefault((written, answer[0]), (answer[1], line))
    made = [
        Suggestion(wrong=wrong, right=right, likeness=round(near, 2), places=tuple(found[wrong, right]), example=line)
        for (wrong, right), (near, line) in alike.items()
    ]
    return sorted(_without_parts(made), key=lambda one: (-len(one.places), -one.likeness, one.wrong))


def _targets(names: Iterable[str]) -> dict[str, str]:
    """Folded names and their longer words, each with how it is written."""
    targets: dict[str, str] = {}
    for name in names:
        words = [word for word in name.split() if len(fold(word)) >= 2]
        folded = " ".join(fold(word) for word in words)
        if len(folded) >= 4:
            targets.setdefault(folded, name)
        for word in words:
            if len(fold(word)) >= 5 and word[:1].isupper():
                targets.setdefault(fold(word), word.strip(".,"))
    return targets


def _ordinary(texts: Iterable[str]) -> set[str]:
    counts = Counter(word for text in texts for word in _WORD.findall(text) if word[:1].islower())
    return {fold(word) for word in counts}


def _candidates(segments: Sequence[Segment], ordinary: set[str]) -> Iterator[tuple[float, tuple[str, ...], str]]:
    """Words that may be names: capitalised and not ordinary, and such a word with the one or two that follow."""
    for segment in segments:
        words = [_unowned(match[0]) for match in _WORD.finditer(segment.text)]
        for number, word in enumerate(words):
            if not word[:1].isupper():
                continue
            at = segment.start + (segment.end - segment.start) * number / max(1, len(words))
            if fold(word) not in ordinary:
                yield at, (word,), segment.text.strip()
            for size in (2, 3):
                part = tuple(words[number : number + size])
                if len(part) == size and not (is_starter(word) and fold(word) in ordinary):
                    yield at, part, segment.text.strip()


def _nearest(folded: str, targets: dict[str, str], least: float) -> tuple[str, float] | None:
    best = max(((likeness(folded, target), target) for target in targets), default=(0.0, ""))
    return (targets[best[1]], best[0]) if best[0] >= least else None


def likeness(one: str, other: str) -> float:
    """How alike two folded names look or sound, 0 to 1.

    >>> likeness("marcurius", "mercouris") > 0.74, likeness("marcus curious", "mercouris") > 0.74
    (True, True)
    >>> likeness("london", "mercouris") > 0.5
    False
    """
    one, other = one.replace(" ", ""), other.replace(" ", "")
    if abs(len(one) - len(other)) > max(2, len(other) // 2) or len(one) < 4:
        return 0.0
    look = SequenceMatcher(None, one, other, autojunk=False).ratio()
    mine, yours = sound(one), sound(other)
    if min(len(mine), len(yours)) < 3 or mine[0] != yours[0]:
        return look if look >= 0.8 else 0.0
    heard = SequenceMatcher(None, mine, yours, autojunk=False).ratio()
    return max(look, (look + 2 * heard) / 3)


def _without_parts(found: list[Suggestion]) -> Iterator[Suggestion]:
    """Of overlapping suggestions at the same place, keep the likest."""
    best: dict[tuple[str, int], float] = {}
    for one in found:
        for guid, at in one.places:
            spot = (guid, round(at / 2))
            best[spot] = max(best.get(spot, 0.0), _weight(one))
    for one in found:
        places = tuple(place for place in one.places if best[place[0], round(place[1] / 2)] <= _weight(one))
        if places:
            yield replace(one, places=places)


def _weight(one: Suggestion) -> float:
    """Rank overlapping suggestions: the one with more capitalised words, then the likelier."""
    return one.likeness + 0.1 * sum(word[:1].isupper() for word in one.wrong.split())
