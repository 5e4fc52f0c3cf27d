"""Guests in lists that tell who each is: `joined by three bakers – A, whose …; B, whose …`, `With A Professor of …`.

Public radio writes the second without signs, and where line breaks were lost without spaces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming.name_rows import around, names_before_verb, names_from, names_in
from episodes.core.naming.person_names import Name
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, sighting

_CONFIDENCE = 0.86
MOST_TEXT, LONGEST_LIST, LEAST = 6000, 900, 2
MOST_LINES, MOST_SENTENCES, MOST_NAMES = 6, 8, 12
#: Up to the list: who asks, of how many, and a dash or colon.
_JOINED = re.compile(
    r"(?:\b(?:is|are|we[’']re)\s(?:\w+\s){0,2}joined\b|\b(?:talks?|speaks?|chats?|talking|speaking)\s(?:to|with)\b|"
    r"\b(?:guests|panell?ists|speakers)\s(?:are|include)\b|\bhears?\sfrom\b)[^.;:–—!?]{0,160}(?:\s[–—-]\s|:\s)",
)
_IS_JOINED = re.compile(r"\s(?:is|are)\s(?:\w+\s){0,2}joi")
_SEMICOLON = re.compile(r";\s(?:(?:and|plus)\s)?")
_END = re.compile(r"[.!?](?:\s|$)")
_POST = (
    r"(?:Emerit(?:us|a)|Senior|Associate|Assistant|Visiting|Honorary|Regius|Distinguished|Public|Research|Principal|"
    r"Former|Professor|Lecturer|Reader|Fellow|Historian|Director|Chair|Curator|Author|Writer|Critic|Journalist|Poet|"
    r"Novelist|Head|Dean|President|Vice|Deputy|Biographer|Archaeologist|Economist|Philosopher|Scientist|Astronomer|"
    r"Keeper|Editor)"
)
_WITH = re.compile(r"(?:^|\n|[.!?…)]\s?|(?<=[a-z])(?=With))With:?\s*(?=(?:(?:Dr|Prof|Sir|Dame|Professor)\.?\s)?[A-Z])")
_UP_TO = re.compile(r"\b(?:Produce[rd]|Presente[rd]|Presented|Production|In Our Time is|Image|Photo|Credit)\b")
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bLe)(?<!\bVan)(?=[A-Z])")
_BEFORE_POST = re.compile(rf"(?<=\w)\s+(?={_POST}\b)")
_IS_POST = re.compile(rf"\s*,\s*(?:an?\s|the\s)?{_POST}\b|\s\([A-Z][^()]{{1,60}}\)", re.IGNORECASE)
#: `, a rye baker, and ` or ` of the Rye Times and `, up to the next of a row; and what they all do.
_TOLD = r"(?:,\san?\s[^.!?;:,]{3,90}|\s(?:of|from|at|with)\s(?:the\s)?[A-Z][^.!?;:,]{2,50})"
_NEXT = re.compile(rf"{_TOLD},?\s(?:and|&)\s|{_TOLD},\s")
_ALL_DO = re.compile(
    rf"{_TOLD},?\s(?:(?:all|also|now)\s)?(?:tackle|discuss|debate|talk|join(?:\sus)?|explore|preview|examine|explain|share|"
    r"weigh\sin|review|sit\sdown|look|consider|unpack|reflect|answer|chat|speak|break\sdown)\b"
)


def sightings_in_lists(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find the guests of such lists; `hosts` are known already."""
    text = "\n".join(lines)[:MOST_TEXT]
    for match in _JOINED.finditer(text):
        end = _END.search(text, match.end())
        names = _of_pieces(text[match.end() : end.start() if end else len(text)])
        yield from _guests(names, hosts)
        asking = list(names_before_verb(text[: match.start() + 12], _IS_JOINED)) if len(names) >= LEAST else []
        for found in () if hosts else asking:
            yield sighting(found, "host", _CONFIDENCE, "description", f"{around(text, found)!r} begins a list")
    for line in lines[:MOST_LINES]:
        for sentence in islice(sentences(line[:MOST_TEXT]), MOST_SENTENCES):
            yield from _guests([(found, sentence) for found in _of_told(sentence)], hosts)
    for match in _WITH.finditer(text):
        yield from _guests(_of_posts(text[match.end() : match.end() + LONGEST_LIST]), hosts)


def _of_pieces(listed: str) -> list[tuple[Name, str]]:
    """The first name of each piece between semicolons."""
    pieces = _SEMICOLON.split(listed)
    firsts = [(next(names_from(piece, 0, known=True), None), piece) for piece in pieces]
    return [(found, piece) for found, piece in firsts if found] if len(pieces) >= LEAST else []


def _of_told(sentence: str) -> list[Name]:
    """Those who do something together, of each of whom the sentence tells what or where from that person is."""
    row: list[Name] = []
    if not _NEXT.search(sentence) or not _ALL_DO.search(sentence):
        return row
    for found in islice(names_in(sentence), MOST_NAMES):
        joined = _NEXT.match(sentence, row[-1].end) if row else None
        if row and not (joined and joined.end() == found.start):
            row = []
        row = [*row, found] if found.has_known_given else []
        if len(row) >= LEAST and _ALL_DO.match(sentence, found.end):
            return row
    return []


def _of_posts(listed: str) -> list[tuple[Name, str]]:
    """The names right behind which a post stands, up to who made the show."""
    plain = _UP_TO.split(_GLUED.sub(" ", listed))[0]
    plain = _BEFORE_POST.sub(", ", plain)
    return [(found, plain) for found in names_in(plain) if found.has_known_given and _IS_POST.match(plain, found.end)]


def _guests(names: Sequence[tuple[Name, str]], hosts: Sequence[str]) -> Iterator[Sighting]:
    if len(names) < LEAST:
        return
    for found, text in names:
        if not is_among(found.text, hosts):
            yield sighting(found, "guest", _CONFIDENCE, "description", f"{around(text, found)!r} in a list", text=text)
