"""Words of transcripts that sound or look like names that the record knows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from episodes.core.captions.grammar import is_starter
from episodes.core.names import WORD, unowned
from episodes.core.sounds import sound
from episodes.core.transcript import Segment
from episodes.core.words import fold


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
    counts = Counter(word for text in texts for word in WORD.findall(text) if word[:1].islower())
    return {fold(word) for word in counts}


def _candidates(segments: Sequence[Segment], ordinary: set[str]) -> Iterator[tuple[float, tuple[str, ...], str]]:
    """Words that may be names: capitalised and not ordinary, and such a word with the one or two that follow."""
    for segment in segments:
        words = [unowned(match[0]) for match in WORD.finditer(segment.text)]
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
