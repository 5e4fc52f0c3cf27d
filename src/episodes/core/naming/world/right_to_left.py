"""People in Arabic, Persian and Hebrew texts: behind labels, and where a phrase meets a known given name or honorific.

There are no capitals, so a name is what stands between a phrase and the next mark or word that no name has in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from episodes.core.credit import Role
from episodes.core.naming.person_names import Name
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.world.right_to_left_words import ARABIC, HEBREW, PERSIAN, Written
from episodes.core.naming.world.speech import words

MOST_LINES, LONGEST_LINE, MOST_WORDS, LONGEST_WORD = 60, 2000, 4, 16
_SCRIPT = re.compile(r"[\u0590-\u05ff\u0600-\u06ff]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")
_PIECE = re.compile(r"[^،,؛;:.!?؟()\[\]«»\"“”|/–—\n-]{2,80}")
_JOINT = re.compile(r"\s*(?:\([^()]{0,60}\)\s*)?[،,؛;/&|]\s*(?:ו|و)?\s?|\s+(?=و(?!\s))")
_ARABIC_THE = "ال"
_MARK = re.compile(r"[!?؟:،,؛]")
#: So far behind `with` an honorific may stand.
FARTHEST = 80
BY_LABEL, BY_PHRASE, BY_TALK = 0.93, 0.88, 0.85


def sightings_right_to_left(title: str, lines: Sequence[str]) -> Iterator[Sighting]:
    """Find hosts and guests in a title and description in one of these languages.

    >>> [seen.credit.name for seen in sightings_right_to_left("", ["ضيف الحلقة: أحمد المنصوري"])]
    ['أحمد المنصوري']
    """
    for text, origin in ((title, "title"), *((line, "description") for line in lines[:MOST_LINES])):
        text = text[:LONGEST_LINE]
        if not _SCRIPT.search(text):
            continue
        language = _language_of(text)
        yield from _labelled(text, language, origin)
        for sentence in sentences(text):
            if not _pattern(language.later).search(sentence):
                yield from _told(sentence, language, origin)


def sightings_of_author_right_to_left(author: str) -> Iterator[Sighting]:
    """Take for the host whom a show's author field names and nobody else."""
    author = author.strip()[:LONGEST_LINE]
    if _SCRIPT.search(author) and (name := _known(author, _language_of(author))):
        yield _seen(name, "host", BY_TALK, "show", author)


def _language_of(text: str) -> Written:
    if _HEBREW.search(text):
        return HEBREW
    persian, arabic = (sum(text.count(letter) for letter in one.letters.split()) for one in (PERSIAN, ARABIC))
    return PERSIAN if persian > arabic else ARABIC


@cache
def _pattern(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words(table)}(?!\w)")


@cache
def _label(table: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|[.!?؟…|•·;،,–—)/-]\s?)\W{{0,4}}{words(table)}(?:\s[^\W\d_]+){{0,2}}?\s?[:：|]\s?")


def _labelled(text: str, language: Written, origin: str) -> Iterator[Sighting]:
    tables: tuple[tuple[Role, str], ...] = (("host", language.hosts), ("guest", language.guests))
    for role, table in tables:
        for match in _label(table).finditer(text):
            for name in _row(text, match.end(), language):
                yield _seen(name, role, BY_LABEL, origin, match[0], exact=True)


def _told(sentence: str, language: Written, origin: str) -> Iterator[Sighting]:
    tables: tuple[tuple[Role, str, float], ...] = (
        ("host", language.host_is, BY_PHRASE),
        ("guest", language.guest_is, BY_PHRASE),
        ("guest", language.talk, BY_TALK),
    )  # fmt: skip
    for role, table, confidence in tables:
        for match in _pattern(table).finditer(sentence):
            denied = _pattern(language.no).search(sentence[max(0, match.start() - 20) : match.start()])
            name = "" if denied else _name_behind(sentence, match.end(), language, sure=confidence > BY_TALK)
            if name:
                yield _seen(name, role, confidence, origin, match[0])
    for match in _pattern(language.asks).finditer(sentence) if language.asks else ():
        host = _known(sentence[: match.start()].strip(), language)
        guest = _name_behind(sentence, match.end(), language, sure=False)
        if host and guest:
            yield _seen(host, "host", BY_TALK, origin, match[0])
            yield _seen(guest, "guest", BY_TALK, origin, match[0])


def _row(text: str, at: int, language: Written) -> Iterator[str]:
    """The names of a list: pieces of two to four words."""
    for _ in range(8):
        name, end = _piece(text, at, language)
        if not name:
            return
        yield name
        joint = _JOINT.match(text, end)
        if not joint:
            return
        at = joint.end() + (
            1 if text[joint.end() : joint.end() + 1] == "و" and not text[joint.end() - 1 :].isspace() else 0
        )


def _piece(text: str, at: int, language: Written) -> tuple[str, int]:
    """The name that begins here, without honorifics, and where it ends; no name where too many words follow."""
    piece = _PIECE.match(text, _behind_honorifics(text, at, language))
    if not piece:
        return "", at
    kept: list[str] = []
    for match in re.finditer(r"\S+", piece[0]):
        word = match[0]
        joined = word.startswith("و") and len(word) > 3 and word not in language.given and len(kept) > 1
        if word in language.stops.split() or joined or (language is HEBREW and len(kept) > 1 and word[0] in "מלבשכ"):
            break
        kept.append(word)
        if len(kept) > MOST_WORDS:
            return "", at
    name = " ".join(kept)
    return (name, piece.start() + piece[0].find(kept[-1]) + len(kept[-1])) if _is_name(kept, language) else ("", at)


def _is_name(kept: Sequence[str], language: Written) -> bool:
    if not 2 <= len(kept) <= MOST_WORDS or any(len(word) > LONGEST_WORD or not word[0].isalpha() for word in kept):
        return False
    if kept[0] in language.given:
        return True
    return language is ARABIC and not kept[0].startswith(_ARABIC_THE) and len(kept) < MOST_WORDS and len(kept[0]) > 3


def _behind_honorifics(text: str, at: int, language: Written) -> int:
    called = re.compile(r"\s*(?:" + "|".join(map(re.escape, language.honorifics.split())) + r")(?=\s)")
    while match := called.match(text, at):
        at = match.end()
    return at + len(text[at:]) - len(text[at:].lstrip())


def _name_behind(sentence: str, at: int, language: Written, *, sure: bool) -> str:
    """The name here, or behind an honorific in the next words; unless `sure`, one whose given name is known."""
    name, _ = _piece(sentence, at, language)
    if name and (sure or name.split()[0] in language.given):
        return name
    called = re.compile(r"(?<=\s)(?:" + "|".join(map(re.escape, language.honorifics.split())) + r")(?=\s)")
    for far in called.finditer(sentence, at, at + FARTHEST):
        if _MARK.search(sentence, at, far.start()):
            break
        if name := _piece(sentence, far.start(), language)[0]:
            return name
    return ""


def _known(text: str, language: Written) -> str:
    """A text that is one name and nothing else."""
    kept = text.split()
    return text if 2 <= len(kept) <= MOST_WORDS - 1 and kept[0] in language.given else ""


def _seen(name: str, role: Role, confidence: float, origin: str, by: str, *, exact: bool = False) -> Sighting:
    found = Name(text=name, start=0, end=len(name), has_known_given=True)
    return sighting(found, role, confidence, origin, f"{by.strip()[:60]!r} before the name", exact=exact)
