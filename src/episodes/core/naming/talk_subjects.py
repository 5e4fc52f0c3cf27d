"""Guests with whom the description begins, in a show of conversations: `Ann Lee bakes for a living. Lee …`.

Such a sentence says nothing of a talk: the show's own description or the next sentence must, and the text must go on
with the person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import names_from
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.phrases.verbs import any_verb
from episodes.core.naming.positions import role_before
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.talk_words import count_of_talks, is_called_talk, is_of_others
from episodes.core.naming.told_of import is_told_life
from episodes.core.naming.tongues import frames
from episodes.core.naming.trades import OFFICES, is_asked

_CONFIDENCE = 0.81
MOST_LINES, MOST_TEXT, MOST_NAMES = 4, 1500, 3
#: Behind the names: they do something, and it is no noun of theirs (`Ann Lee's bread`).
_DOES = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?!(?:was|were|had|died|and|und|et|y|e|or|of)\b)[a-zß-ÿ][\w’'-]+"
)
_WORKS = (
    r"(?:memoirs?|books?|novels?|biography|films?|movie|documentary|albums?|plays?|podcast|series|essays?|"
    r"articles?|study|research|poems?|paintings?|photographs?)"
)
#: What somebody living has just made: `Ann Lee's new memoir`.
_MADE = re.compile(
    rf"['’]s?\s(?:(?:new|latest|debut|first|recent|upcoming|forthcoming|award-winning|best-?selling|critically|"
    rf"acclaimed|[\w-]+)\s){{0,3}}{_WORKS}\b"
)
_IN_WORK = re.compile(
    rf"{frames.IN_NEW_WORK},?\s(?:[^.!?;]{{3,120}},\s|[\"“„«][^\"”“»]{{3,80}}[\"”“»]\s)?(?:{frames.DESCRIBES}\s)?(?-i:(?=[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?:^|\s)[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,3}['’]s\s$")
#: `She talks about`, in the sentence behind the first.
_SHE_TALKS = re.compile(
    rf"\W*(?:He|She|They)\s(?:also\s|then\s)?(?:{any_verb('named')}\s(?:about|with\sus|to\sus|us\b)|reflects?\son|opens?\sup)|"
    rf"\W*{frames.HE}\s(?:{frames.TELLS_US}|{frames.TELLS})\b"
)
_ONE = re.compile(r"\W*(?:He|She)\s")
_PRONOUN = re.compile(
    r"\b(?:he|she|they|his|her|their|er|sie|ihr|il|elle|son|sa|su|él|ella|lui|lei|suo|sua|ele|ela|hij|zij|haar|"
    r"zijn|hon|han|hans|hennes|hun)\b",
    re.IGNORECASE,
)


def sightings_of_talk_subjects(
    title: str, show_title: str, show_description: str, lines: Sequence[str], hosts: Sequence[str]
) -> Iterator[Sighting]:
    """Find whom the first sentence is about, where the show is one of conversations; `hosts` are known already."""
    if not lines:
        return
    told = list(islice(sentences(" ".join(lines[:MOST_LINES])[:MOST_TEXT]), 2))
    of_talks = is_called_talk(show_title) or count_of_talks(show_description) > 0
    of_talks = of_talks and not is_of_others(show_title, show_description)
    if not of_talks and not (len(told) == 2 and _SHE_TALKS.match(told[1])):
        return
    text = "\n".join(lines[:MOST_LINES])[:MOST_TEXT]
    first = next(iter(sentences(lines[0][:MOST_TEXT])), "")
    names = list(names_from(first, 0, known=True))[:MOST_NAMES] or _of_the_work(first)
    alone = name_at(first, 0)
    if not names and alone and _MADE.match(first, alone.end) and len(told) == 2 and _ONE.match(told[1]):
        names = [alone]  # a band's new album is none of hers
    if not names or phrases.ELSEWHEN.match(first) or not _begins(first, names[0]):
        return
    if not _DOES.match(first, names[-1].end) and not _MADE.match(first, names[-1].end):
        return
    if any(fold(name.honorific) in OFFICES for name in names):
        return
    if any(is_among(name.text, hosts) or fold(name.text) in OF_THE_NEWS or name.text in show_title for name in names):
        return
    rest = text[names[-1].end :]
    if any(is_told_life(name, text, title=title) for name in names) or not _goes_on(names, rest):
        return
    for name in names:
        yield sighting(
            name, "guest", _CONFIDENCE, "description", f"a show of conversations begins with {name.text!r}", text=first
        )


def _of_the_work(sentence: str) -> list[Name]:
    """`In her new book, Crumbs, Ann Lee …`: who made what the sentence begins with."""
    match = _IN_WORK.match(sentence)
    found = name_at(sentence, match.end()) if match else None
    return [found] if found and found.has_known_given else []


def _begins(sentence: str, found: Name) -> bool:
    before = sentence[: found.start].strip(' "“-–—*').removesuffix(found.honorific).strip()
    role = role_before(sentence, found.start)
    work = _IN_WORK.match(sentence)
    return (
        not before
        or (work is not None and work.end() == found.start)
        or _HOUSE.search(sentence[: found.start]) is not None
        or (is_asked(role.lower().split()) and len(before.split()) < 6)
    )


def _goes_on(names: Sequence[Name], rest: str) -> bool:
    parts = {part for name in names for part in (name.text.split()[0], name.text.split()[-1])}
    again = any(re.search(rf"(?<![\w-]){re.escape(part)}(?![\w-])", rest) for part in parts)
    return again or _PRONOUN.search(rest) is not None
