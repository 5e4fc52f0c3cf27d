"""Which passages to look at: weighed by what the index tells of them, without reading any text."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log1p
from typing import NamedTuple

from episodes.store.search.evidence import Evidence
from episodes.store.search.passages import ROOM
from episodes.store.search.sought import Sought

#: The share of all its things that it is worth to hold the query word for word.
VERBATIM_WORTH = 0.25
#: Passages that are weighed exactly, before the best are read.
WEIGHED = 200
#: Passages among which those are chosen, if so few hold the most telling things.
PRESELECTED = 3000
#: Passages of each of the best episodes that are taken where even of these there are more.
EACH = 6
#: What it is worth to find a thing in the next passage, in what is written about the episode, elsewhere in its speech.
NEXT, WRITTEN, ELSEWHERE = 0.75, 0.5, 0.25
#: By how many passages of an episode hold a thing, how much it is the episode's matter (at most 1).
_CROWDS = [min(1.0, log1p(count) / 4) for count in range(55)]


class Window(NamedTuple):
    """A passage to look at, with its neighbours."""

    row: int
    score: float

    @property
    def episode(self) -> int:
        return self.row // ROOM

    @property
    def number(self) -> int:
        return self.row % ROOM


def best_windows(sought: list[Sought], evidence: Evidence, *, count: int, each: int) -> list[Window]:
    """The most promising passages, best first, at most `each` of one episode."""
    around = _around(sought, evidence)
    rough = _roughly_best(sought, evidence, around, max(count, WEIGHED))
    weighed = sorted((_weigh(row, sought, evidence, around) for row in rough), key=lambda window: -window.score)
    taken: list[Window] = []
    by_episode: Counter[int] = Counter()
    for window in weighed:
        if by_episode[window.episode] < each and len(taken) < count:
            by_episode[window.episode] += 1
            taken.append(window)
    return taken


def _around(sought: list[Sought], evidence: Evidence) -> dict[int, float]:
    """What an episode as a whole adds to its passages: the more of them speak of a thing, the more."""
    around: dict[int, float] = {}
    for one, counts, written in zip(sought, evidence.density, evidence.written, strict=True):
        worth_of = [one.weight * 0.1 * crowd for crowd in _CROWDS]
        for episode, count in counts.items():
            worth = worth_of[count] if count < len(worth_of) else worth_of[-1]
            around[episode] = around.get(episode, 0.0) + worth
        for episode, worth in written.items():
            around[episode] = around.get(episode, 0.0) + one.weight * 0.15 * worth
    return around


def _roughly_best(sought: list[Sought], evidence: Evidence, around: dict[int, float], count: int) -> list[int]:
    """Preselect by which things a passage and its neighbours hold; each set of things is added up once."""
    masks = _masks(evidence)
    if len(masks) <= count:
        return list(masks)
    value = _Value(sought)
    rows: list[int] = []
    promises: list[float] = []
    for mask, holding in _promising(masks, value, evidence, around, count):
        own, alone = 0.3 * value[mask], 0.3 * value[mask] + 0.7 * value[mask]
        rows += holding
        promises += [
            (own + 0.7 * value[mask | masks[row + 1]] if row + 1 in masks else alone) + around.get(row // ROOM, 0.0)
            for row in holding
        ]
    return [rows[number] for number in heapq.nlargest(count, range(len(rows)), key=promises.__getitem__)]


def _masks(evidence: Evidence) -> dict[int, int]:
    """For each passage, which things it holds, a bit each; one more bit for those that hold the query verbatim."""
    masks: dict[int, int] = {}
    for number, rows in enumerate([*evidence.speech, evidence.verbatim]):
        bit = 1 << number
        if not masks:
            masks = dict.fromkeys(rows, bit)
            continue
        for row in rows:  # half the time of bringing whole dictionaries and sets together
            if row in masks:
                masks[row] |= bit
            else:
                masks[row] = bit
    return masks


class _Value(dict[int, float]):
    """What the sets of things are worth, each added up when first asked for."""

    def __init__(self, sought: list[Sought]) -> None:
        super().__init__()
        weights = [one.weight for one in sought]
        self._weights = [*weights, VERBATIM_WORTH * sum(weights)]

    def __missing__(self, mask: int) -> float:
        self[mask] = sum(weight for number, weight in enumerate(self._weights) if mask >> number & 1)
        return self[mask]


def _promising(
    masks: dict[int, int], value: _Value, evidence: Evidence, around: dict[int, float], count: int
) -> Iterator[tuple[int, list[int]]]:
    """Passages by the things that they hold, the best such set first, until there are enough."""
    by_mask = _by_mask(masks)
    found = 0
    ranked = sorted(around, key=lambda episode: (around[episode], episode), reverse=True)
    for mask in sorted(by_mask, key=lambda mask: -value[mask]):
        rows = _of_best_episodes(by_mask[mask], evidence, ranked) if count == WEIGHED else by_mask[mask]
        yield mask, rows
        found += len(rows)
        if found >= max(PRESELECTED, count):
            break


def _by_mask(masks: dict[int, int]) -> dict[int, list[int]]:
    if len(set(masks.values())) == 1:  # most searches for one word: there is nothing to sort out
        return {next(iter(masks.values())): list(masks)}
    by_mask: defaultdict[int, list[int]] = defaultdict(list)
    for row, mask in masks.items():
        by_mask[mask].append(row)
    return by_mask


def _of_best_episodes(rows: list[int], evidence: Evidence, ranked: list[int]) -> list[int]:
    """Of very many passages that hold the same things, the most exact of the best episodes, the newest first."""
    if len(rows) <= PRESELECTED:
        return rows
    ordered = sorted(rows)
    best: dict[int, list[int]] = {}
    for episode in ranked:
        start = bisect_left(ordered, episode * ROOM)
        if its := ordered[start : bisect_left(ordered, (episode + 1) * ROOM, start)]:
            best[episode] = its
            if len(best) == WEIGHED // EACH:
                break

    def exactness(row: int) -> float:
        return sum([held.get(row, 0.0) for held in evidence.speech])

    return [
        row
        for episode in sorted(best, reverse=True)
        for row in sorted(best[episode], key=exactness, reverse=True)[:EACH]
    ]


def _weigh(row: int, sought: list[Sought], evidence: Evidence, around: dict[int, float]) -> Window:
    episode = row // ROOM
    score = around.get(episode, 0.0)
    for one, rows, written, counts in zip(sought, evidence.speech, evidence.written, evidence.density, strict=True):
        held = rows.get(row, 0.0)
        if held < NEXT:  # what it holds itself well enough, nothing around it can outdo
            held = max(
                held,
                NEXT * max(rows.get(row + 1, 0.0), rows.get(row - 1, 0.0)),
                WRITTEN * written.get(episode, 0.0),
                ELSEWHERE if episode in counts else 0.0,
            )
        score += one.weight * held
    if row in evidence.verbatim:
        score += VERBATIM_WORTH * sum(one.weight for one in sought)
    return Window(row, score)
