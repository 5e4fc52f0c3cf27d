"""Hosts as show-notes pages present them: `The Harbour's Ann Lee and Editor-in-Chief Bo Ek examine how …`."""

from __future__ import annotations

import re
from dataclasses import replace

from episodes.core.credit import Credit
from episodes.core.episode import Origin
from episodes.core.naming.folding import fold
from episodes.core.naming.person_names import is_name
from episodes.core.naming.roles import is_role
from episodes.core.reading import Reading

_WORD = r"[^\W\d_a-zß-ÿ][\w.'’-]*"
#: The house whose people they are, and whatever else is capitalised up to the first verb.
_OPENING = re.compile(
    rf"^\W*(?P<org>(?:The\s)?{_WORD}(?:\s(?:of\sthe\s|of\s|and\s|&\s)?{_WORD}){{0,4}}?)[’']s?\s(?P<people>{_WORD}"
    rf"(?:(?:\s|,\s|\s&\s|,?\sand\s)(?:(?:of|in|at|for|de|und|von)\s|to\sthe\s)?(?:[a-z]+-)?{_WORD}){{1,24}})\s(?P<verb>[a-zß-ÿ]+)"
)
_JOINT = re.compile(r",\sand\s|,\s|\sand\s|\s&\s")
#: What hosts do together; one alone would do it with an `s`.
_VERBS = re.compile(
    r"(?:take|look|listen|examine|discuss|talk|ask|explain|break|cover|analy[sz]e|debate|explore|review|consider|explain|speak|go|"
    r"give|share|dig|delve|unpack|weigh|dissect|assess|argue|react|respond|report|sit|sum|chat|recap|wonder|comment|"
    r"describe|tell|answer|try|study|return|reflect|question|follow|compare|address|connect|cut|get|lay|outline|present|"
    r"bring|read|run|see|trace|track|turn|update|walk|preview|predict|probe|ponder|make|begin|continue|conclude|"
    r"focus|investigate|interview|welcome|meet|join|host|set|pick|provide)"
)
_BY_THE_HOUSE = 0.86


def with_page_hosts(reading: Reading) -> Reading:
    """Add the hosts with whom a page's summary begins, where nobody besides them is known to be one."""
    match = _OPENING.match(reading.summary)
    if not match or not _VERBS.fullmatch(match["verb"]):
        return reading
    hosts = _persons(match["people"], match["org"])
    if len(hosts) < 2:
        return reading
    names = {credit.name for credit in hosts}
    known = {credit.name for credit in reading.credits if credit.role == "host"}
    if known == names or known - names:
        return reading
    others = tuple(credit for credit in reading.credits if credit.name not in names)
    reason = f"{match['org']}'s, who {match['verb']}, begin the summary"
    origins = [origin for origin in reading.origins if origin.field != "hosts"]
    origins.append(Origin(field="hosts", origin="page", confidence=_BY_THE_HOUSE, reason=reason))
    doubtful = tuple(credit for credit in reading.doubtful if credit.name not in names)
    return replace(reading, credits=(*hosts, *others), doubtful=doubtful, origins=tuple(origins))


def _persons(text: str, organisation: str) -> list[Credit]:
    """Each of a row of names with its title before it; nothing where one of them is no name."""
    found: list[Credit] = []
    for part in _JOINT.split(text):
        words = part.split()
        starts = range(max(0, len(words) - 4), len(words) - 1)
        name = next((" ".join(words[at:]) for at in starts if _is_person(words[at:])), "") or _behind_role(words)
        if not name:
            return []
        title = " ".join(words[: len(words) - len(name.split())])
        found.append(Credit(name=_cased(name), role="host", title=title, organisation=organisation))
    return found


def _behind_role(words: list[str]) -> str:
    """Two words behind a trade are a name there, though no list has it: `Director Yasmin Oduya`."""
    trade = words[-3].rpartition("-")[2] if len(words) > 2 else ""
    return " ".join(words[-2:]) if is_role(fold(trade)) else ""


def _is_person(words: list[str]) -> bool:
    return len(words) >= 2 and is_name(" ".join(words))


def _cased(name: str) -> str:
    return name.title() if name.isupper() else name
