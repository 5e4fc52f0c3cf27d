"""A person named somewhere, and how likely it is that a name is a person's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from episodes.core.credit import Credit, Role
from episodes.core.naming import phrases
from episodes.core.naming.person_names import Name
from episodes.core.naming.positions import position
from episodes.core.naming.signs import NONE, Sign

#: A name less sure than this is told to the producer, never published.
BAR = 0.8
#: Double names, accents and initials: `Nóra Ek`, `Bo Ek-Lee`, `J. Ek`, `NT Ek`.
_LIKE_A_NAME = re.compile(r"[^\W\d_]-[A-ZÀ-Þ]|[À-ÖØ-öø-ÿĀ-ž]|(?:^|\s)[A-Z]\.|^[A-Z]{2}\s[A-Z][a-z]{2}")


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """A person named somewhere, as what, how sure that is, and why."""

    credit: Credit
    confidence: float
    origin: str
    reason: str
    signs: frozenset[Sign] = NONE  #: what later rules ask for
    exact: bool = False  #: from a list of the episode's own hosts or guests


def is_backed(found: Name, whole: str) -> bool:
    """Whether a text that names somebody in full goes on with the first or last name alone, as it does with people.

    >>> text = "We chat with Auryn Mac about bread. Auryn bakes it."
    >>> is_backed(Name(text="Auryn Mac", start=0, end=9), text)
    True
    """
    words = found.text.split()
    if len(words) > 4 or not whole:
        return False
    title = whole.partition("\n")[0]
    if found.honorific or found.text in title or _does_alone(found.text, title):
        return True
    first, last = re.escape(words[0]), re.escape(words[-1])
    again = rf"(?<![\w-]){first}(?!\s+[A-ZÀ-Þ])(?:['’]s)?(?![\w-])|(?:Dr|Mr|Mrs|Ms|Prof)\.\s{last}(?!\w)"
    return re.search(again, whole.replace(found.text, " ")) is not None


def is_likely(found: Name, whole: str) -> bool:
    """Whether capitalised words are a person's name rather than a work's, a show's or a place's."""
    if found.has_known_given or is_backed(found, whole):
        return True
    return len(found.text.split()) < 4 and _LIKE_A_NAME.search(found.text) is not None


def _does_alone(name: str, title: str) -> bool:
    """Whether a title says what one person does: `Auryn Mac Builds Ovens`; a band or firm rarely `Builds`."""
    return re.search(rf"(?:^|[\s:.])(?:Dr\. )?{re.escape(name)}\s(?:Is|Has|[A-Z][^\W\d_]+[^s\W]s)\s", title) is not None


def is_ours(before: str, hosts: Sequence[str]) -> bool:
    return bool(phrases.OURS.search(before)) or any(
        host.split()[0] in before or host.split()[-1] in before for host in hosts
    )


def is_one_of_us(word: str, hosts: Sequence[str]) -> bool:
    return word.lower() in ("us", "me", "host", "hosts", "lads", "boys", "gang", "team", "crew", "guys") or any(
        word in host.split() for host in hosts
    )


def sighting(
    found: Name, role: Role, confidence: float, origin: str, reason: str, *, text: str = "", exact: bool = False,
    signs: frozenset[Sign] = NONE,
) -> Sighting:  # fmt: skip
    title, organisation = position(text, found) if text else ("", "")
    credit = Credit(name=found.text, role=role, title=title or found.honorific, organisation=organisation)
    return Sighting(credit=credit, confidence=confidence, origin=origin, reason=reason, exact=exact, signs=signs)
