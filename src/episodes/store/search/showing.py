"""Showing what was found: grouped by episode, each spot with its sentences, marks and time."""

from __future__ import annotations

from collections import defaultdict

from episodes.core.episode import Episode
from episodes.core.hits import EpisodeHits, Hit, Place
from episodes.store.search.evidence import Evidence
from episodes.store.search.found import Found, Wish
from episodes.store.search.snippets import cut_snippet
from episodes.store.search.sought import Sought
from episodes.store.search.spots import Glass, Page
from episodes.store.search.texts import Texts


class Showing:
    """Shows the spots of one search."""

    def __init__(self, texts: Texts, sought: list[Sought], glass: Glass, wish: Wish) -> None:
        self._texts, self._sought, self._glass, self._wish = texts, sought, glass, wish

    def grouped(self, found: list[Found]) -> list[list[Found]]:
        by_episode: dict[int, list[Found]] = defaultdict(list)
        taken: dict[tuple[int, Place], list[range]] = defaultdict(list)
        for one in sorted(found, key=lambda one: -one.score):
            lines = one.page.stretch(one.spot.first, one.spot.last)
            there = taken[one.episode, one.place]
            if all(lines.stop <= other.start or other.stop <= lines.start for other in there):
                by_episode[one.episode].append(one)
                there.append(lines)
        groups = list(by_episode.values())
        dates = self._texts.dates(by_episode)
        if self._wish.sort == "best":
            return sorted(groups, key=lambda g: (round(_worth(g), 2), dates[g[0].episode]), reverse=True)
        return sorted(groups, key=lambda g: dates[g[0].episode], reverse=self._wish.sort == "new")

    def episode_hits(self, group: list[Found], loaded: tuple[Episode, str], evidence: Evidence) -> EpisodeHits:
        episode, show_title = loaded
        shown = group[: self._wish.hits] if self._wish.hits else group
        rarest = max(range(len(self._sought)), key=lambda n: self._sought[n].weight)
        spots = evidence.density[rarest][group[0].episode] if evidence.density else 0
        hits = tuple(self._hit(one) for one in shown)
        return EpisodeHits(
            episode=episode, show_title=show_title, hits=hits, score=_worth(group), spots=max(len(group), spots)
        )

    def _hit(self, found: Found) -> Hit:
        page = found.page
        first = min((m.word for m in found.spot.held.values() if m.spoken), default=found.spot.first)
        number = page.line_of(first)
        line = page.lines[number]
        around = page.around(first, found.spot.last, lines=6 + 3 * self._wish.context)
        marks = self._marks(page, around, found.episode)
        snippet = cut_snippet(page, around, first, found.spot.last, marks, self._wish.context)
        at = line.start
        if found.place == "transcript":
            at = self._texts.time_of(found.episode, line, first - page.begin(number))
        return Hit(
            snippet=snippet.text,
            marks=snippet.marks,
            place=found.place,
            at=at,
            end=page.lines[around.start + snippet.last].end,
            speaker=line.speaker,
            segment=line.position if found.place == "transcript" else None,
            score=round(found.score, 3),
            missing=tuple(self._sought[n].typed for n in self._glass.missing(found.spot)),
        )

    def _marks(self, page: Page, lines: range, episode: int) -> dict[int, int]:
        """How many words to mark, by the word at which they begin; common words only beside another that is sought."""
        skipped = page.begin(lines.start)
        matches = self._glass.matches(page.words[skipped : page.begin(lines.stop)], episode)
        at: dict[int, set[int]] = defaultdict(set)
        for match in matches:
            at[match.word].add(match.thing)
        return {
            skipped + match.word: len(match.way.terms)
            for match in matches
            if self._glass.is_telling(match.thing)
            or match.thing + 1 in at.get(match.word + 1, ())
            or match.thing - 1 in at.get(match.word - 1, ())
        }


def _worth(group: list[Found]) -> float:
    return group[0].score + sum(0.05 * other.score for other in group[1:3])
