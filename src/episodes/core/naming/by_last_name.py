"""Guests whom the text names in full and lets speak by one name: `… Ann Lee has … Lee tells host Bo Ek how …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import names_in
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_likely, sighting

_CONFIDENCE = 0.84
MOST_TEXT, MOST_NAMES, LONGEST_TITLE = 3000, 30, 300
_TO_HOST = (
    r"\s(?:also\s|then\s)?(?:tells|joins|talks\s(?:to|with)|speaks\s(?:to|with)|sits\sdown\swith|chats\s(?:to|with)|"
    r"explains\sto|shares\swith|opens\sup\sto|walks|takes)\s"
    r"(?:(?:(?:the|our)\s)?(?:show\s|podcast\s)?(?:co-?)?hosts?,?\s)?(?P<host>[A-Z][\w’'-]+)"
)
#: `The hosts and Lee also discuss …`.
_AND_HOSTS = (
    r"\b(?:[Tt]he\s(?:hosts|team|guys|crew|gang)|[Ww]e)\sand\s{one}\s(?:also\s)?(?:discuss|talk|chat|explore|debate)\b"
)
#: Whether anybody does either.
_ANY = re.compile(rf"{_TO_HOST}|{_AND_HOSTS.format(one='[A-Z][a-z’]+')}")


def sightings_by_last_name(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find who talks to a known host by a first or last name that only one person of title and text has."""
    text = " ".join(lines)[:MOST_TEXT]
    if not _ANY.search(text):
        return
    whole = f"{title[:LONGEST_TITLE]} • {text}"
    persons: dict[str, Name] = {}
    for found in islice(names_in(whole), MOST_NAMES):
        if not is_among(found.text, hosts) and is_likely(found, whole) and fold(found.text) not in OF_THE_NEWS:
            persons.setdefault(found.text, found)
    for name, found in persons.items():
        words = {name.split()[0], name.split()[-1]}
        alone = [word for word in words if sum(word in other.split() for other in persons) == 1]
        if alone and _speaks("|".join(map(re.escape, alone)), text, hosts):
            yield sighting(
                found, "guest", _CONFIDENCE, "description", f"{name!r} talks to a host by one name", text=whole
            )


def _speaks(one: str, text: str, hosts: Sequence[str]) -> bool:
    told = re.finditer(rf"(?<![\w’'-])(?:{one}){_TO_HOST}", text)
    if any(match["host"] in host.split() for match in told for host in hosts):
        return True
    return re.search(_AND_HOSTS.format(one=f"(?:{one})"), text) is not None
