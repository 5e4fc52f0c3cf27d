"""Who stands in for a host this once, and which of the show's hosts are away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming.name_rows import around, names_from, names_in, sentences
from episodes.core.naming.sightings import Sighting, sighting

#: It is told in a description's first lines.
MOST_LINES = 6
LONGEST_LINE = 1500
_CONFIDENCE = 0.9
#: Before the name of who stands in.
_BEFORE = re.compile(
    r"\b(?:(?:guest|substitute|stand-?in|fill-?in|replacement) host,?|guest-?hosted by|"
    r"(?:présentée?|animée?) (?:aujourd[’']hui|cette semaine|exceptionnellement) par|"
    r"(?:heute|diesmal|ausnahmsweise) (?:moderiert|präsentiert) (?:von )?)\s*(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
#: Behind that name.
_BEHIND = re.compile(
    r",?\s(?:(?:is|was|are|who[’']s|who is)\s)?(?:"
    r"(?:sit|fill|stand|step|sub)(?:s|bing|ping|ting|ing)?\s(?:back\s)?in\s(?:as\s(?:our\s)?(?:guest\s)?(?:host|moderator)|"
    r"(?:(?:this week|today|tonight|again)\s)?for(?=\s[A-ZÀ-Þ]))|"
    r"guest[- ]hosts?\b|(?:tak(?:es|ing)|took) over (?:as host|hosting|the (?:show|mic|microphone))|"
    r"(?:springt|vertritt|übernimmt)\s(?:heute\s|diesmal\s)?"
    r"(?:für\s[A-ZÀ-Þ]|die Moderation|[A-ZÀ-Þ][^.!?]{0,40}?(?:ein\b|im Studio|am Mikro))|"
    r"(?:remplace|remplaçait)\s(?=[A-ZÀ-Þ])|neemt (?:deze week |vandaag )?(?:de show|het)\s(?:\w+\s)?over)"
)
#: Behind what stands in: for whom.
_FOR = re.compile(
    r"\b(?:(?:for|für|in place of|in the absence of|anstelle von|statt|remplace|vertritt)\s|"
    r"en l[’']absence d(?:e\s|[’']))(?=[A-ZÀ-Þ])"
)
#: Behind the name of a host who is not there; `out of flour` is somewhere else.
_AWAY = re.compile(
    r"(?:,\swho)?\s(?:is|are)\s(?:still\s)?(?:"
    r"(?:(?:away|out|off)\s)?on (?:\w+\s){0,2}(?:leave|holiday|vacation|assignment|duty)|"
    r"(?:away|out|off|absent|under the weather|sick|unwell)(?!\s(?:of|from|to|in|on|with)\b))\b|"
    r"\s(?:ist|sind)\s(?:noch\s)?(?:krank|verhindert|im Urlaub|in Elternzeit|nicht dabei)\b|"
    r"\sest\s(?:absente?|en (?:vacances|congé))\b"
)


def sightings_of_stand_ins(lines: Sequence[str]) -> Iterator[Sighting]:
    """Find who hosts in a host's place: `guest host Ann Lee`, `Bo Ek, filling in as host`.

    A title's `Ann Lee Guest Hosts` is none: it is told in a sentence, or told of another episode.
    """
    for sentence in _sentences(lines):
        for match in _BEFORE.finditer(sentence):
            for found in list(names_from(sentence, match.end(), known=True))[:1]:
                reason = f"{match[0].strip()!r} before the name"
                yield sighting(found, "host", _CONFIDENCE, "description", reason, exact=True)
        for found in names_in(sentence):
            if found.has_known_given and _BEHIND.match(sentence, found.end):
                yield sighting(found, "host", _CONFIDENCE, "description", f"{around(sentence, found)!r}", exact=True)


def away(hosts: Sequence[str], lines: Sequence[str], *, replaced: bool) -> list[str]:
    """Which of a show's hosts an episode says to be away; where somebody stands in for nobody named, all of them.

    >>> away(["Ann Lee", "Bo Ek"], ["Ann is on leave, so Bo bakes alone."], replaced=False)
    ['Ann Lee']
    """
    told = _sentences(lines)
    gone = [host for host in hosts if any(_is_away(host, sentence) for sentence in told)]
    return list(hosts) if replaced and not gone else gone


def _is_away(host: str, sentence: str) -> bool:
    if _BEFORE.search(sentence) or _BEHIND.search(sentence):
        for match in _FOR.finditer(sentence):
            if re.match(rf"{re.escape(_first(host))}(?![\w-])", sentence[match.end() :]):
                return True
    called = re.compile(rf"(?<![\w-])(?:{re.escape(host)}|{re.escape(_first(host))})(?![\w-])")
    return any(_AWAY.match(sentence, match.end()) for match in called.finditer(sentence))


def _first(name: str) -> str:
    return name.split(maxsplit=1)[0]


def _sentences(lines: Sequence[str]) -> list[str]:
    return [sentence for line in lines[:MOST_LINES] for sentence in sentences(line[:LONGEST_LINE])]
