"""Whether an item is an episode that is known already: one talk as video and as audio, under two titles."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from episodes.core.episode import Episode
from episodes.core.facts import Facts
from episodes.core.likeness import similarity
from episodes.core.sound import is_cut_out
from episodes.core.timecode import format_clock

#: From here on two are joined; from `ASKED` on a person is asked; below they stay apart.
JOINED, ASKED = 0.85, 0.6
#: The highest score that is still a question.
UNSURE = JOINED - 0.01
#: Days that a video and its audio may be published apart.
DAYS = timedelta(days=3)
#: Lengths may differ by so many seconds, or by so large a share of the longer one; twice that is too much.
LENGTH_ROOM, LENGTH_SHARE = 60.0, 0.05
#: A measured alignment at least this sure says that two have the same sound; below `OTHER_SOUND` they have not.
SAME_SOUND, OTHER_SOUND = 0.5, 0.15
#: The same for what is shorter than so many seconds.
SAME_SHORT, SHORT = 0.8, 300.0
#: What the evidence weighs.
_TITLE, _DATE, _DURATION = 0.5, 0.2, 0.3
#: What a length that disagrees weighs, where one of the two was only stated: lists are often wildly wrong.
_STATED = 0.15
#: Titles that are more alike than this are the same.
_SAME_TITLE = 0.97
#: What a title weighs that several episodes of a show have.
_COMMON = 0.15

Verdict = Literal["joined", "asked", "apart"]


@dataclass(frozen=True, kw_only=True)
class Alignment:
    """How two media lie to each other in time."""

    offset: float  #: seconds to add to a time in the first to find it in the second
    confidence: float  #: 0 to 1: the share of the shorter one that is heard in both
    lengths: tuple[float, float] = (math.inf, math.inf)  #: seconds that each of them was heard

    @property
    def is_same(self) -> bool:
        """Whether two have the same sound: of short ones most, for news of a minute may be half jingle."""
        return self.confidence >= (SAME_SHORT if min(self.lengths) < SHORT else SAME_SOUND)

    @property
    def is_telling(self) -> bool:
        """Whether the offset means anything: of a talk that was cut, half of that will do; less may be a jingle."""
        return self.confidence >= (SAME_SHORT if min(self.lengths) < SHORT else SAME_SOUND) / 2


@dataclass(frozen=True, kw_only=True)
class Match:
    """How likely two are the same, 0 to 1, and why, for people."""

    score: float
    reasons: tuple[str, ...] = ()
    is_vetoed: bool = False
    most: float = 1.0  #: the score that the same sound can make of it
    is_by_number: bool = False  #: whether the same number alone joins them
    is_title_common: bool = False  #: other sound settles that two of one common title are not the same

    @property
    def verdict(self) -> Verdict:
        return "joined" if self.score >= JOINED else "asked" if self.score >= ASKED else "apart"


def compare(one: Facts, other: Facts) -> Match:
    """Weigh two sets of facts: the same number joins, a different one vetoes, else title, date and duration.

    >>> compare(Facts(title="A", number=338), Facts(title="B", number=338)).verdict
    'joined'
    >>> compare(Facts(title="A", number=338), Facts(title="A", number=339)).score
    0.0
    """
    decided = _by_part(one, other) or _by_number(one, other) or _by_kind(one, other)
    if decided:
        return decided
    parts = [part for part in (_titles(one, other), _dates(one, other), _durations(one, other)) if part]
    if not parts:
        return Match(score=0.0, reasons=("nothing can be compared",))
    score, limit = _weighed([(weight, value) for weight, value, _ in parts])
    is_repeated = "rebroadcast" in (one.kind, other.kind) and one.kind != other.kind
    is_open = one.is_contradicted or is_repeated or _is_common(one, other) or _is_far_apart(one, other)
    if is_open or (one.part or 1) != (other.part or 1):  # the first of several may not say that it is one
        limit = min(limit, UNSURE)
    if _is_common(one, other) and _is_far_apart(one, other):
        limit = min(limit, ASKED - 0.01)  # another week's
    reasons = [reason for _, _, reason in parts] + [facts.doubt for facts in (one, other) if facts.doubt]
    return Match(
        score=round(min(score, limit), 3),
        reasons=(*reasons, *(["one is a rebroadcast, the other is not"] if is_repeated else [])),
        most=UNSURE if is_repeated else 1.0,
        is_title_common=_is_common(one, other),
    )


def of_one_file(one: Facts, other: Facts) -> Match:
    """Weigh two that have one file: they are one, unless what they say of themselves is that of two.

    >>> of_one_file(Facts(title="A"), Facts(title="B")).verdict
    'joined'
    >>> of_one_file(Facts(title="A", number=1), Facts(title="A", number=2)).verdict
    'asked'
    """
    match = compare(one, other)
    if match.is_vetoed or one.kind != other.kind:
        return Match(score=UNSURE, reasons=(*match.reasons, "but the file is the same"))
    return Match(score=1.0, reasons=("the same file",))


def most_score(one: Facts, other: Facts, title: float) -> float:
    """What the score of two cannot exceed by more than rounding, if their titles are at most so much alike.

    It is there to pass over what need not be compared, and takes a tenth of the time.
    """
    if one.sure_number is not None and other.sure_number is not None:
        return 1.0 if one.number == other.number else 0.0
    date, length = _date_value(one, other), _length_value(one, other)
    others = [part for part in ((_DATE, date) if date is not None else None, length) if part]
    if not one.title or not other.title:
        return min(_weighed(others)) if others else 0.0
    if title <= _SAME_TITLE or not _is_common(one, other):
        return min(_weighed([(_TITLE, title), *others]))
    return max(min(_weighed([(_TITLE, _SAME_TITLE), *others])), min(_weighed([(_COMMON, title), *others])))


def _weighed(parts: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The mean of what is weighed, and the score that so much evidence allows.

    Little evidence may raise a question; it does not answer one.
    """
    weight = sum(weight for weight, _ in parts)
    mean = sum(weight * value for weight, value in parts) / weight
    return mean, 0.55 + 0.45 * min(1.0, weight / (_TITLE + _DURATION))


def _by_part(one: Facts, other: Facts) -> Match | None:
    if one.part is None or other.part is None or one.part == other.part:
        return None
    return Match(score=0.0, reasons=(f"one is part {one.part}, the other part {other.part}",), is_vetoed=True)


def _by_kind(one: Facts, other: Facts) -> Match | None:
    if "trailer" not in (one.kind, other.kind) or one.kind == other.kind:
        return None
    return Match(score=0.0, reasons=("one is a trailer, the other is not",), is_vetoed=True)


def _is_common(one: Facts, other: Facts) -> bool:
    return one.is_title_common or other.is_title_common


def _apart(one: Facts, other: Facts) -> timedelta | None:
    """How far apart two were published, as far as both dates are sure."""
    return abs(one.published_at - other.published_at) if one.published_at and other.published_at else None


def _is_far_apart(one: Facts, other: Facts) -> bool:
    return (_apart(one, other) or timedelta()) > DAYS


def _by_number(one: Facts, other: Facts) -> Match | None:
    if one.sure_number is None or other.sure_number is None:
        return None
    if one.number != other.number:
        return Match(score=0.0, reasons=(f"numbers {one.number} and {other.number} differ",), is_vetoed=True)
    if one.season is not None and other.season is not None and one.season != other.season:
        return Match(score=0.0, reasons=(f"seasons {one.season} and {other.season} differ",), is_vetoed=True)
    if one.kind != other.kind:
        return Match(score=0.7, reasons=(f"both are number {one.number}", f"one is {one.kind}, the other {other.kind}"))
    if _is_piece(one, other):
        shorter, longer = sorted((one.duration, other.duration))
        lengths = f"one lasts {format_clock(shorter)}, the other {format_clock(longer)}"
        return Match(score=0.7, reasons=(f"both are number {one.number}", lengths), most=UNSURE)
    return Match(score=0.98, reasons=(f"both are number {one.number}",), is_by_number=True)


def _is_piece(one: Facts, other: Facts) -> bool:
    """Whether one lasts less than half as long as the other, as clips and teasers do; stated lengths may be wrong."""
    shorter, longer = sorted((one.duration, other.duration))
    return one.is_measured and other.is_measured and 0 < 2 * shorter < longer


def _titles(one: Facts, other: Facts) -> tuple[float, float, str] | None:
    if not one.title or not other.title:
        return None
    value = similarity(one.title, other.title)
    words = "the same title" if value > _SAME_TITLE else f"titles {value:.0%} alike"
    if value > _SAME_TITLE and _is_common(one, other):
        return _COMMON, value, f"{words}, as others have"
    return _TITLE, value, words


def is_same_title(one: Facts, other: Facts) -> bool:
    """Whether two have one title that nothing else of the show has."""
    return not _is_common(one, other) and similarity(one.title, other.title) > 0.9


def has_like_title(one: Facts, other: Facts) -> bool:
    """Whether two have titles that are much alike, and that nothing else of the show has."""
    return not _is_common(one, other) and similarity(one.title, other.title) >= 0.8


def _dates(one: Facts, other: Facts) -> tuple[float, float, str] | None:
    apart, value = _apart(one, other), _date_value(one, other)
    if apart is None or value is None:
        return None
    days = apart.days + (apart.seconds >= 43200)
    words = (
        "published on the same day"
        if apart < timedelta(days=1)
        else f"published {days} {'day' if days == 1 else 'days'} apart"
    )
    return _DATE, value, words


def _date_value(one: Facts, other: Facts) -> float | None:
    """How near two dates are, 0 to 1; None where one is not known."""
    apart = _apart(one, other)
    if apart is None:
        return None
    if _is_common(one, other):  # the nearest comes first
        return max(0.0, 1 - apart / DAYS)
    return 1.0 if apart <= DAYS else max(0.0, 1 - (apart - DAYS) / (3 * DAYS))


def _durations(one: Facts, other: Facts) -> tuple[float, float, str] | None:
    found = _length_value(one, other)
    if found is None:
        return None
    weight, value = found
    stated = ", as stated" if weight == _STATED else ""
    return weight, value, f"lengths {abs(one.duration - other.duration):.0f} s apart{stated}"


def _length_value(one: Facts, other: Facts) -> tuple[float, float] | None:
    """What two lengths weigh, and how near they are, 0 to 1; None where one is not known."""
    if not one.duration or not other.duration:
        return None
    apart = abs(one.duration - other.duration)
    room = max(LENGTH_ROOM, LENGTH_SHARE * max(one.duration, other.duration))
    value = 1.0 if apart <= room else max(0.0, 1 - (apart - room) / room)
    is_stated = value < 1 and not (one.is_measured and other.is_measured)
    return (_STATED if is_stated else _DURATION), value


def with_sound(match: Match, alignment: Alignment | None) -> Match:
    """Let the ear decide where the words leave it open: the same sound joins, other sound is asked at most."""
    if alignment is None or match.is_vetoed:
        return match
    if alignment.is_same:
        reason = f"the same sound, {alignment.offset:+.1f} s apart"
        score = max(match.score, round(0.9 + 0.1 * alignment.confidence, 3))
        return replace(match, score=min(score, match.most), reasons=(*match.reasons, reason))
    if alignment.confidence > OTHER_SOUND or match.is_by_number:
        return match
    if match.is_title_common:
        return replace(match, score=min(match.score, ASKED - 0.01), reasons=(*match.reasons, "other sound"))
    return replace(match, score=min(match.score, UNSURE), reasons=(*match.reasons, "but the sound is not the same"))


def could_hold(episode: Episode, kind: str, channel_guids: Collection[str]) -> bool:
    """Whether an episode may take a medium of a kind: none of that kind yet, nor an item of the same source."""
    own = [medium for medium in episode.media if not is_cut_out(medium)]
    return all(medium.kind != kind for medium in own) and episode.guid not in channel_guids
