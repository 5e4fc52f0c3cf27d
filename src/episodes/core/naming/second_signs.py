"""What a guest must have beside the shape of a sentence before the name is published.

A shape fits people who are only talked of as well. So whom it names is a suggestion where the title gives somebody
else, or where no list knows the name and nothing comes back to it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import names_in
from episodes.core.naming.name_words import HONORIFICS, OF_THE_NEWS
from episodes.core.naming.person_names import is_given, name_at
from episodes.core.naming.phrases import TITLE_WITH
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.the_dead import is_of_the_past
from episodes.core.naming.title_alone import names_alone

_BELOW = min(BAR, 0.7)
#: So sure is a phrase that says outright who the guest is.
SAYS_SO = 0.88
LONGEST_TITLE = 300
_OF_US = re.compile(
    r"\b(?:us|our|we|uns|unser\w*|wir|nous|notre|nos|ci|noi|ons|onze|vi|oss|guest|interview|conversation|gespräch|"
    r"hosts?|(?:this|dieser|cet|este|esta|questa|questo|deze|denne|detta) (?:week|show|program\w*|podcast|"
    r"episode|folge|sendung|épisode|episodio|puntata|episódio|aflevering))\b|"
    r"(?:^|\n)(?:with|mit|avec|con|com|met|med)\s",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def _is_of_us(text: str) -> bool:
    return _OF_US.search(text) is not None


def asking_second_sign(
    seen: Sighting, *, title: str, lines: Sequence[str], hosts: Sequence[str], of_talks: bool
) -> Sighting:
    """Doubt a guest for whom only a shape speaks, against the title or the name itself.

    Whom a line begins with may be its topic, unless the show is one of conversations (`of_talks`) or the text speaks
    to us.
    """
    name = seen.credit.name
    unsaid = not of_talks and "talk" not in seen.signs and not _is_of_us("\n".join(lines))
    if unsaid and ("topic" in seen.signs or name not in title):
        return replace(seen, confidence=_BELOW)
    known = is_given(fold(name.split()[0])) or _comes_back(name, title, lines)
    return seen if known and not gives_another(title, name, hosts) else replace(seen, confidence=_BELOW)


def gives_another(title: str, name: str, hosts: Sequence[str]) -> bool:
    """Whether a title names persons, none of whom is this one, a host or in the news every day.

    >>> gives_another("Episode 7: Ann Lee", "Bo Ek", []), gives_another("Episode 7: Ann Lee", "Ann Lee", [])
    (True, False)
    """
    named = [found.text for found in names_in(title) if found.has_known_given and fold(found.text) not in OF_THE_NEWS]
    return name.rsplit(maxsplit=1)[-1] not in title and any(not is_among(other, hosts) for other in named)


def without_show(seen: Sighting, show_title: str) -> Sighting:
    """Doubt a guest who is called as the show is."""
    is_show = seen.credit.role == "guest" and not seen.exact and fold(seen.credit.name) in fold(show_title)
    return replace(seen, confidence=min(seen.confidence, _BELOW)) if is_show else seen


def without_the_dead(seen: Sighting) -> Sighting:
    """Doubt whoever is known to be dead, whatever a text lets them say."""
    return replace(seen, confidence=_BELOW) if is_of_the_past(seen.credit.name) else seen


def without_cast_of_fiction(seen: Sighting, *, of_fiction: bool) -> Sighting:
    """Doubt who only a sentence of a story names; its makers and guests stand in lists."""
    told = of_fiction and not seen.exact and seen.origin == "description" and seen.confidence < SAYS_SO
    return replace(seen, confidence=min(seen.confidence, _BELOW)) if told else seen


def without_topic(seen: Sighting, title: str) -> Sighting:
    """Doubt whom a title names before `with`, and somebody else behind it: `The music of Ann Lee with Bo Ek`."""
    last = seen.credit.name.split()[-1]
    if seen.credit.role != "guest" or seen.exact or seen.confidence >= SAYS_SO or last not in title:
        return seen
    title = title[:LONGEST_TITLE]
    for match in TITLE_WITH.finditer(title):
        behind = name_at(title, match.end())
        if behind and last in title[: match.start()] and last not in title[match.end() :]:
            return replace(seen, confidence=_BELOW)
    return seen


def _comes_back(name: str, title: str, lines: Sequence[str]) -> bool:
    """Whether the title has the name, or the text one of its words twice."""
    text, words = "\n".join([title, *lines]), name.split()
    return name in title or any(text.count(word) > 1 for word in (words[0], words[-1]))


def without_own_cast(seen: Sequence[Sighting], *, title: str, has_hosts: bool) -> list[Sighting]:
    """Doubt the guests of a list of all who take part, where nobody else is known to be the host.

    The title's word, or that a list tells who its people are, is the second sign.
    """
    lists = [one for one in seen if one.credit.role == "guest" and "takes part" in one.signs]
    if has_hosts or any(_is_told(one) for one in lists):
        return list(seen)
    return [replace(one, confidence=_BELOW) if one in lists and one.credit.name not in title else one for one in seen]


def _is_told(seen: Sighting) -> bool:
    """Whether a list tells who somebody is, by more than an honorific: `Fr.`."""
    words = [fold(word).rstrip(".") for word in seen.credit.title.split()]
    return bool(seen.credit.organisation) or any(word not in HONORIFICS for word in words)


def topic_doubted(seen: Sighting, told: Sequence[Sighting], prose: Sequence[str]) -> Sighting:
    """Doubt `with A` in a title, `Dinner with A`, where the description names other guests and never A."""
    guests = [other for other in told if other.credit.role == "guest" and other.confidence >= BAR]
    if not guests or _is_one_of(seen, guests) or any(seen.credit.name in line for line in prose):
        return seen
    return replace(seen, confidence=min(seen.confidence, 0.7))


def topic_alone(seen: Sighting, title: str, told: Sequence[Sighting]) -> Sighting:
    """Doubt whoever is the whole title, where a phrase names another guest: that one tells of the former."""
    hosts = [other for other in told if other.credit.role == "host"]
    guests = [other for other in told if other.credit.role == "guest" and other.confidence >= BAR]
    guests = [other for other in guests if not _is_one_of(other, hosts)]  # `joined by co-host Bo Ek`
    if not guests or _is_one_of(seen, guests) or names_alone(title) != [seen.credit.name]:
        return seen
    return replace(seen, confidence=min(seen.confidence, 0.7))


def _is_one_of(seen: Sighting, others: Sequence[Sighting]) -> bool:
    return is_among(seen.credit.name, [other.credit.name for other in others])
