"""Asides: sentences inside a paragraph that ask to subscribe, follow or buy, give credits, thank or warn."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from episodes.core.naming import block_words as words
from episodes.core.naming.markup import without_links
from episodes.core.naming.phrases import LABELS
from episodes.core.naming.sentences import split_sentences

AsideKind = Literal["disclaimer", "subscribe", "follow", "sponsor", "people", "link", "other"]

_PLATFORM = "|".join(map(re.escape, sorted(words.PLATFORMS, key=len, reverse=True)))
#: `Join us as we look at …` asks for nothing; what does names a place, or what there is to subscribe to.
_CLEAR = re.compile(
    rf"(?<!\w)(?:{_PLATFORM})(?!\w)|@\w|https?://|www\.|\b[\w-]+\.(?:com|org|net|fm|io|co|tv|de)\b|"
    r"\b(?:subscri|abonn|suscr|inscrev|iscriv|prenumer|zapisz|подпи|social media|soziale[nm] medien|newsletter|"
    r"mailing list|wherever you|podcast app|favou?rite app|leave (?:us )?an? (?:\w+ )?(?:review|rating)|"
    r"rate (?:us|and|&)|become an? (?:member|patron|supporter))",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|www\.|\]\(|\b[\w-]+\.(?:com|org|net|fm|io|co|tv|de)\b")
_CREDIT = re.compile(r":|\b(?:by|von|par|di|por|av|af|door)\b", re.IGNORECASE)
#: A disclaimer or sponsor's sentence says so near its beginning.
_SOON = 320
#: A longer line is a text of its own, and a shorter sentence says nothing of what it is for.
LONGEST, SHORTEST = 3000, 6


def split_asides(line: str) -> tuple[str, list[tuple[AsideKind, str]]]:
    """Part a paragraph into what it says of the episode and its asides; a mere aside stays whole, as the former.

    >>> split_asides("We talk of tea. Subscribe on YouTube! It is brewed long.")
    ('We talk of tea. It is brewed long.', [('subscribe', 'Subscribe on YouTube!')])
    >>> split_asides("Join us as we look at tea. It is brewed long.")[1]
    []
    """
    if len(line) > LONGEST or len(pieces := split_sentences(line)) < 2:
        return line, []
    kinds = _between_sponsors([_kind(piece) for piece in pieces])
    if kinds[0] is not None or not any(kinds):
        return line, []
    asides: list[tuple[AsideKind, str]] = []
    for kind, piece in zip(kinds, pieces, strict=True):
        if kind and asides and asides[-1][0] == kind:
            asides[-1] = (kind, f"{asides[-1][1]} {piece}")
        elif kind:
            asides.append((kind, piece))
    return " ".join(piece for kind, piece in zip(kinds, pieces, strict=True) if kind is None), asides


def _kind(sentence: str) -> AsideKind | None:
    if len(sentence) < SHORTEST:
        return None
    plain = without_links(sentence)
    if any(phrase.pattern.match(plain) for phrase in LABELS):
        return "people"
    if words.SPONSOR.search(plain, 0, _SOON):
        return "sponsor"
    if words.DISCLAIMER.search(plain, 0, _SOON):
        return "disclaimer"
    for kind, pattern, needs in _TELLING:
        match = pattern.match(plain)
        if match and needs.search(match[0] if needs is _CREDIT else sentence):
            return kind
    return None


_ANYTHING = re.compile("")
_THANKS_TO_LISTENERS = re.compile(
    r"^\W*+(?:thanks|thank you) (?:so much )?for (?:listening|watching|tuning in)\b", re.IGNORECASE
)
#: The kind, how such a sentence begins, and what it must have besides.
_TELLING: Sequence[tuple[AsideKind, re.Pattern[str], re.Pattern[str]]] = (
    ("subscribe", words.SUBSCRIBE, _CLEAR),
    ("follow", words.FOLLOW, _CLEAR),
    ("other", words.HOSTING, _ANYTHING),
    ("other", words.THANKS, _ANYTHING),
    ("other", _THANKS_TO_LISTENERS, _ADDRESS),
    ("other", words.HASHTAGS, _ANYTHING),
    ("other", words.PRODUCTION, _CREDIT),
    ("link", words.CALL, _ADDRESS),
)


def _between_sponsors(kinds: list[AsideKind | None]) -> list[AsideKind | None]:
    """What stands between two sentences of a sponsor is the sponsor's too."""
    places = [place for place, kind in enumerate(kinds) if kind == "sponsor"]
    if len(places) < 2:
        return kinds
    inside = range(places[0], places[-1])
    return ["sponsor" if kind is None and place in inside else kind for place, kind in enumerate(kinds)]
