"""Who stands in for a host this once, and which of the show's hosts are away.

Only what is said of the show's own hosts counts: ministers, players and actors stand in for one another every day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming.name_rows import around, names_from, names_in
from episodes.core.naming.phrases import ELSEWHEN
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.tongues import frames

#: It is told in a description's first lines.
MOST_LINES = 6
LONGEST_LINE = 1500
_CONFIDENCE = 0.9
#: Before the name of who stands in.
_BEFORE = re.compile(
    r"\b(?:guest[ -]host|guest-?hosted by|"
    r"(?:this|today[’']s) (?:episode|edition)(?: is| was)?,? hosted by|in this podcast,? hosted by|"
    r"(?:présentée?|animée?) (?:aujourd[’']hui|cette semaine|exceptionnellement) par|"
    r"(?:heute|diesmal|ausnahmsweise) (?:moderiert|präsentiert) von)"
    r"\s(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
#: Behind that name, where nobody is named for whom.
_AS_HOST = re.compile(
    r",?\s(?:(?:is|who[’']s|who is)\s)?(?:"
    r"(?:sit|fill|stand|step|sub)(?:s|bing|ping|ting|ing)?\sin\sas\s(?:our\s)?(?:guest\s)?host|guest[- ]hosts)"
    r"(?=\s*(?:[.,;:!]|$|this\b|today\b|tonight\b|and\b|to\b))"
)
#: The same of somebody whom the show does not know.
_IS_HOST = re.compile(
    r"\sis\s(?:our|your|this week[’']s|today[’']s)\shost(?=\s*(?:[.,;!]|$|(?:this|today|tonight|and|as)\b))"
)
#: Behind that name, before the name of a host.
_FOR_HOST = re.compile(
    r",?\s(?:(?:is|who[’']s|who is)\s)?(?:"
    r"(?:sit|fill|stand|step|sub)(?:s|bing|ping|ting|ing)?\sin\s(?:(?:this week|today|tonight|again)\s)?for|"
    r"springt\s(?:heute\s|diesmal\s)?für|vertritt(?:\sheute|\sdiesmal)?|remplace|sustituye\sa|sostituisce|vervangt|"
    r"vikarierar\sför)\s(?=[A-ZÀ-Þ])"
)
#: Anywhere beside who stands in, before the name of a host.
_INSTEAD_OF = re.compile(
    r"\b(?:(?:in place of|in the absence of|anstelle von|statt)\s|en l[’']absence d(?:e\s|[’']))(?=[A-ZÀ-Þ])"
)
#: Behind the name of a host who is not there; who is out of flour, off sugar or sick of rye is somewhere in the bakery.
_AWAY = re.compile(
    r"(?:,\swho)?\s(?:is|are)\s(?:still\s)?(?:"
    r"(?:(?:away|out|off)\s)?on "
    r"(?:(?:\w+\s)?(?:leave|holiday|vacation)|assignment|(?:jury|paternal|parental|baby) duty)\b|"
    r"(?:(?:under the weather|sick|unwell)(?=\sand\s(?:[A-ZÀ-Þ]|(?:has|must|cannot|so)\b))|"
    r"(?:away|out|off|absent|under the weather|sick|unwell)(?=\s*(?:[.,;!)]|$|(?:so|this|today|tonight|again)\b))))|"
    r"\s(?:ist|sind)\s(?:(?:noch|heute|diesmal|diese Woche|leider)\s){0,2}"
    r"(?:krank|verhindert|im Urlaub|in Elternzeit|nicht dabei)\b|"
    r"\sest\s(?:absente?|en (?:vacances|congé))\b"
)
#: Before such a name: nobody says that it is so.
_SUPPOSED = re.compile(r"\b(?:if|when|why|how|what|wenn|warum|wie|quand|si|pourquoi)\b", re.IGNORECASE)
_MEETS = re.compile(rf"\s(?:(?:talks|speaks)\s(?:to|with)|interviews|{frames.SPEAKS_WITH})\s")
_ENDS = re.compile(rf"(?:\sin gesprek|\s(?:about|on|{frames.ABOUT})\s[^.!?]+)?[.!]?")
LONGEST_CREDIT = 120
_AND = r"(?:,\s|\s(?:and|und|et|&)\s)"
_NOT_NOW = re.compile(r"\b(?:thanks?|next|last|nächste|letzte)\b[^.!?]{0,30}$", re.IGNORECASE)
_NAMED = re.compile(r"[A-ZÀ-Þ][\w’'-]*\s$")


def sightings_of_stand_ins(lines: Sequence[str], hosts: Sequence[str], *, title: str = "") -> Iterator[Sighting]:
    """Find who hosts in a host's place: `guest host Ann Lee`, `Bo Ek, filling in as host`, `Bo Ek sits in for HOST`.

    So does who talks with the one after whom the episode is called, in a sentence of nothing else.
    """
    for sentence in _sentences(lines):
        yield from _of_tonight(sentence, hosts, title)
        for match in _BEFORE.finditer(sentence):
            if not _NOT_NOW.search(sentence[: match.start()]):
                for found in list(names_from(sentence, match.end(), known=True))[:1]:
                    reason = f"{match[0].strip()!r} before the name"
                    yield sighting(found, "host", _CONFIDENCE, "description", reason, exact=True)
        told = _AS_HOST.search(sentence) or _FOR_HOST.search(sentence) or _IS_HOST.search(sentence)
        for found in names_in(sentence) if told else ():
            if found.has_known_given and not _SUPPOSED.search(sentence[: found.start]):
                before = _FOR_HOST.match(sentence, found.end)
                is_new = not is_among(found.text, hosts) and _IS_HOST.match(sentence, found.end)
                if (
                    is_new
                    or _AS_HOST.match(sentence, found.end)
                    or (before and _host_at(sentence, before.end(), hosts))
                ):
                    yield sighting(
                        found, "host", _CONFIDENCE, "description", f"{around(sentence, found)!r}", exact=True
                    )


def _of_tonight(sentence: str, hosts: Sequence[str], title: str) -> Iterator[Sighting]:
    """`Ann Lee spricht mit Bo Ek.`: a sentence of credits, in a show of others; the title has Bo Ek."""
    short = hosts and len(sentence) < LONGEST_CREDIT
    asking = list(names_from(sentence, 0, known=False)) if short else []
    meets = _MEETS.match(sentence, asking[-1].end) if asking and not asking[0].start else None
    asked = list(names_from(sentence, meets.end(), known=False)) if meets else []
    if not meets or not asked or not _ENDS.fullmatch(sentence, asked[-1].end):
        return
    titled = all(found.text in title for found in asked) and not any(found.text in title for found in asking)
    if titled and not any(is_among(found.text, [*hosts]) for found in (*asking, *asked)):
        for found in asking:
            yield sighting(found, "host", _CONFIDENCE, "description", f"{around(sentence, found)!r}", exact=True)


def away(hosts: Sequence[str], lines: Sequence[str], *, replaced: bool) -> list[str]:
    """Which hosts of a show an episode says to be away; where somebody stands in for nobody named, all it never names.

    >>> away(["Ann Lee", "Bo Ek"], ["Ann is on leave, so Bo bakes alone."], replaced=False)
    ['Ann Lee']
    """
    told = [one for one in _sentences(lines) if any(words.search(one) for words in (_AWAY, _FOR_HOST, _INSTEAD_OF))]
    gone = [host for host in hosts if any(_is_away(host, sentence, hosts) for sentence in told)]
    if not replaced or gone:
        return gone
    return [host for host in hosts if not any(re.search(_called(host), line) for line in lines)]


def _is_away(host: str, sentence: str, hosts: Sequence[str]) -> bool:
    for words in (_FOR_HOST, _INSTEAD_OF):
        if any(_host_at(sentence, match.end(), [host]) for match in words.finditer(sentence)):
            return True
    everybody = "|".join(map(_called, hosts))
    for match in re.finditer(rf"{_called(host)}(?:{_AND}(?:{everybody}))*", sentence):
        before = sentence[: match.start()]
        if _AWAY.match(sentence, match.end()) and not (_SUPPOSED.search(before) or _NAMED.search(before)):
            return not sentence.endswith("?")
    return False


def _host_at(sentence: str, at: int, hosts: Sequence[str]) -> bool:
    return any(re.compile(_called(host)).match(sentence, at) for host in hosts)


def _called(name: str) -> str:
    """The pattern of a name in full or by its first word."""
    first = name.split(maxsplit=1)[0]
    return rf"(?<![\w-])(?:{re.escape(name)}|{re.escape(first)}(?!\s[A-ZÀ-Þ]))(?![\w-])"


def _sentences(lines: Sequence[str]) -> list[str]:
    told = [sentence for line in lines[:MOST_LINES] for sentence in sentences(line[:LONGEST_LINE])]
    return [sentence for sentence in told if not ELSEWHEN.match(sentence)]
