"""Names at some distance from the words that announce them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import names_from, next_name
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.roles import is_role
from episodes.core.naming.same_person import is_among

_DESCRIBED = re.compile(
    r"\s*(?:(?:an?|the|our|my|his|her|their)\s|(?=former\s|long-?time\s|award-winning\s|renowned\s|British\s|American\s))(?P<told>(?:(?!\babout\b|\bwho(?:se)?\b)[^.!?;:]){3,110}?),\s(?:the\s\w+\s)?(?=[A-ZÀ-Þ])"
)


def known_host(sentence: str, at: int, hosts: Sequence[str]) -> list[Name]:
    found = next_name(sentence, at, known=False, reach=1)
    return [found] if found and is_among(found.text, hosts) else []


def beyond(sentence: str, at: int) -> list[Name]:
    """`Im Gespräch mit HOST erläutert GUEST …`: the name behind the verb that follows the host's."""
    match = re.compile(r"\s[^\W\d_A-Z]\w+\s(?:uns\s|heute\s|diesmal\s)?").match(sentence, at)
    return list(names_from(sentence, match.end(), known=True)) if match else []


def behind_description(sentence: str, at: int) -> Name | None:
    """The person behind what is told first: `talks to the director of the film about ovens, Ann Lee`."""
    match = _DESCRIBED.match(sentence, at)
    if not match:
        return None
    person = name_at(sentence, match.end())
    told = any(is_role(fold(word.strip(",'’"))) for word in match["told"].split())
    return person if person and (person.honorific or (person.has_known_given and told)) else None
