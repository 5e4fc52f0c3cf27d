"""Whether an item is an episode that is known already: one talk as video and as audio, under two titles."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from typing import Literal

from episodes.core.episode import SURE, Episode
from episodes.core.item import Item
from episodes.core.naming.items import read_item
from episodes.core.reading import Reading
from episodes.core.reference import fold
from episodes.core.show import Show

#: From here on two are joined; from `ASKED` on a person is asked; below they stay apart.
JOINED, ASKED = 0.85, 0.6
#: Days that a video and its audio may be published apart.
DAYS = timedelta(days=3)
#: A measured alignment at least this sure says that two have the same sound; below `OTHER_SOUND` they have not.
SAME_SOUND, OTHER_SOUND = 0.5, 0.15
#: What the evidence weighs.
_TITLE, _DATE, _DURATION = 0.5, 0.2, 0.3

_MARKS = re.compile(r"\b(?:video|audio|podcast|episode|folge|ep|full|official|hd|4k|show|interview|part)\b")

Verdict = Literal["joined", "asked", "apart"]


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """How two media lie to each other in time."""

    offset: float  #: seconds to add to a time in the first to find it in the second
    confidence: float  #: 0 to 1: the share of the shorter one that is heard in both


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What is compared of an item or episode."""

    title: str = ""
    number: int | None = None
    number_is_sure: bool = True
    season: int | None = None
    published_at: datetime | None = None
    duration: float = 0.0  #: seconds; 0 = not known
    kind: str = "full"


@dataclass(frozen=True, kw_only=True)
class Match:
    """How likely two are the same, 0 to 1, and why, for people."""

    score: float
    reasons: tuple[str, ...] = ()
    is_vetoed: bool = False

    @property
    def verdict(self) -> Verdict:
        return "joined" if self.score >= JOINED else "asked" if self.score >= ASKED else "apart"


def facts_of_item(item: Item, reading: Reading) -> Facts:
    origin = next((origin for origin in reading.origins if origin.field == "number"), None)
    return Facts(
        title=reading.title or item.title,
        number=reading.number,
        number_is_sure=origin is None or origin.confidence >= SURE,
        season=reading.season,
        published_at=item.published_at if item.date_is_sure else None,
        duration=item.duration,
        kind=reading.kind,
    )


def read_facts(item: Item, show: Show) -> Facts:
    """What an item says of itself that can be compared."""
    return facts_of_item(item, read_item(replace(item, show_title=item.show_title or show.title), show=show))


def facts_of_episode(episode: Episode) -> Facts:
    return Facts(
        title=episode.title,
        number=episode.number,
        number_is_sure=not episode.is_guessed("number"),
        season=episode.season,
        published_at=episode.published_at if episode.date_is_sure else None,
        duration=episode.duration or max((medium.duration for medium in episode.media), default=0.0),
        kind=episode.kind,
    )


def compare(one: Facts, other: Facts) -> Match:
    """Weigh two sets of facts: the same number joins, a different one vetoes, else title, date and duration.

    >>> compare(Facts(title="A", number=338), Facts(title="B", number=338)).verdict
    'joined'
    >>> compare(Facts(title="A", number=338), Facts(title="A", number=339)).score
    0.0
    """
    if decided := _by_number(one, other):
        return decided
    if "trailer" in (one.kind, other.kind) and one.kind != other.kind:
        return Match(score=0.0, reasons=("one is a trailer, the other is not",), is_vetoed=True)
    parts = [part for part in (_titles(one, other), _dates(one, other), _durations(one, other)) if part]
    weight = sum(weight for weight, _, _ in parts)
    if not weight:
        return Match(score=0.0, reasons=("nothing can be compared",))
    score = sum(weight * value for weight, value, _ in parts) / weight
    # Little evidence may raise a question; it does not answer one.
    limit = 0.55 + 0.45 * min(1.0, weight / (_TITLE + _DURATION))
    return Match(score=round(min(score, limit), 3), reasons=tuple(reason for _, _, reason in parts))


def _by_number(one: Facts, other: Facts) -> Match | None:
    if one.number is None or other.number is None or not (one.number_is_sure and other.number_is_sure):
        return None
    if one.number != other.number:
        return Match(score=0.0, reasons=(f"numbers {one.number} and {other.number} differ",), is_vetoed=True)
    if one.season is not None and other.season is not None and one.season != other.season:
        return Match(score=0.0, reasons=(f"seasons {one.season} and {other.season} differ",), is_vetoed=True)
    if one.kind != other.kind:
        return Match(score=0.7, reasons=(f"both are number {one.number}", f"one is {one.kind}, the other {other.kind}"))
    return Match(score=0.98, reasons=(f"both are number {one.number}",))


def _titles(one: Facts, other: Facts) -> tuple[float, float, str] | None:
    if not one.title or not other.title:
        return None
    value = similarity(one.title, other.title)
    words = "the same title" if value > 0.97 else f"titles {value:.0%} alike"
    return _TITLE, value, words


def similarity(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1: by their words in any order, and by their letters.

    >>> similarity("The Day After in Syria (Video)", "Syria: the day after") > 0.8
    True
    >>> similarity("The Day After in Syria", "What the central banks want") < 0.4
    True
    """
    a, b = _bare(one), _bare(other)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    first, second = sorted(set(a.split())), sorted(set(b.split()))
    letters = SequenceMatcher(None, a, b, autojunk=False).ratio()
    in_order = SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    shared = set(first) & set(second)
    weight = sum(map(len, shared)) * 2 / max(1, sum(map(len, first)) + sum(map(len, second)))
    contained = sum(map(len, shared)) / max(1, min(sum(map(len, first)), sum(map(len, second))))
    return max(letters, in_order * 0.95, weight, contained * 0.9 if len(shared) >= 3 else 0.0)


def _bare(title: str) -> str:
    """A title without the words that only say what it is."""
    folded = fold(title)
    return " ".join(_MARKS.sub(" ", folded).split()) or folded


def _dates(one: Facts, other: Facts) -> tuple[float, float, str] | None:
    if one.published_at is None or other.published_at is None:
        return None
    apart = abs(one.published_at - other.published_at)
    days = apart.days + (apart.seconds >= 43200)
    words = (
        "published on the same day"
        if apart < timedelta(days=1)
        else f"published {days} {'day' if days == 1 else 'days'} apart"
    )
    return _DATE, 1.0 if apart <= DAYS else max(0.0, 1 - (apart - DAYS) / (3 * DAYS)), words


def _durations(one: Facts, other: Facts) -> tuple[float, float, str] | None:
    if not one.duration or not other.duration:
        return None
    apart, room = abs(one.duration - other.duration), max(60.0, 0.05 * max(one.duration, other.duration))
    words = f"lengths {apart:.0f} s apart"
    return _DURATION, 1.0 if apart <= room else max(0.0, 1 - (apart - room) / room), words


def with_sound(match: Match, alignment: Alignment | None) -> Match:
    """Let the ear decide where the words leave it open: the same sound joins, other sound is asked at most."""
    if alignment is None or match.is_vetoed:
        return match
    if alignment.confidence >= SAME_SOUND:
        reason = f"the same sound, {alignment.offset:+.1f} s apart"
        return Match(
            score=max(match.score, round(0.9 + 0.1 * alignment.confidence, 3)), reasons=(*match.reasons, reason)
        )
    if alignment.confidence <= OTHER_SOUND and match.score >= JOINED and not _same_number(match):
        return Match(score=JOINED - 0.01, reasons=(*match.reasons, "but the sound is not the same"))
    return match


def _same_number(match: Match) -> bool:
    return any(reason.startswith("both are number") for reason in match.reasons)


def best_match(facts: Facts, episodes: Iterable[Episode]) -> tuple[Episode, Match] | None:
    """The episode that an item most likely is; two that are as likely are a question, no answer."""
    ranked = rank(facts, episodes)
    if not ranked:
        return None
    (episode, match), *others = ranked
    if others and match.score >= JOINED and others[0][1].score >= JOINED:
        reason = f"{others[0][0].title!r} is as likely"
        match = Match(score=JOINED - 0.01, reasons=(*match.reasons, reason))
    return episode, match


def rank(facts: Facts, episodes: Iterable[Episode]) -> list[tuple[Episode, Match]]:
    """Episodes by how likely an item is one of them, best first; those it cannot be are left out."""
    found = [(episode, compare(facts, facts_of_episode(episode))) for episode in episodes]
    return sorted((pair for pair in found if not pair[1].is_vetoed), key=lambda pair: -pair[1].score)


def could_hold(episode: Episode, kind: str, channel_guids: Collection[str]) -> bool:
    """Whether an episode may take a medium of a kind: none of that kind yet, nor an item of the same source."""
    own = [medium for medium in episode.media if medium.source.provider != "audio-of"]
    return all(medium.kind != kind for medium in own) and episode.guid not in channel_guids
