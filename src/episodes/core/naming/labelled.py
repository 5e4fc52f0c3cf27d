"""People whom a clear label names: `Hosts: A, B`, `Guest: C`, an artist tag `Hosted by A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.folding import cut_at_word, fold, tidy
from episodes.core.naming.name_rows import JOINT, distant_name, names_from, next_name
from episodes.core.naming.name_words import SURNAMES_BEHIND_LABELS
from episodes.core.naming.person_names import Name, is_given, name_at
from episodes.core.naming.roles import ROLES, is_role
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.signs import signs_of_label
from episodes.core.naming.tongues import frames

_HARD_JOINT = re.compile(r"\s*[,;/&+•|]\s*")
_PAIR = re.compile(
    r"(?P<given>[^\W\d_]+(?:[-'’][^\W\d_]+)?)\s(?:[^\W\d_]\.\s)?(?P<last>[^\W\d_]{2,}(?:[-'’][^\W\d_]+)?)"
    rf"(?=\s*(?:$|[,;/&+•|(\[.!–—]|-\s|(?:{frames.AND}|i|и|ve|ja|with|mit|avec|con|from|of|at)\s))",
)
_SEMICOLON = re.compile(rf"\s*;\s(?:{frames.AND}\s)?")
_DETAIL = re.compile(rf"[^,;|•.!?\n]{{2,80}}?(?=\s*[,;|•]|\s(?:{frames.AND}|&)\s)")
#: `… / Technik: Hans Meier`: the list of the label before ends.
_NEXT_LABEL = re.compile(r"\s[/|]\s(?=[^\W\d_][^\W\d_-]{2,25}\s?:\s)")
_IN_BRACKETS = re.compile(r"\s*(?:\([^()]{0,80}\)|\[[^\]]{0,80}\]|@\w+)")
#: `Guest:`, `Gast:`, `Invité:`: of one person.
_SINGULAR = re.compile(
    r"(?<!-)\b(?:guest|host|gast|invité|invitée|invitado|invitada|ospite|convidado|convidada|gæst|gjest|konuk|sunucu|"
    r"presenter|moderator|gospodarz|gość|гость)\s*[:：]\s*$",
    re.IGNORECASE,
)
_DELIVERED = re.compile(r"\W*delivered by\b", re.IGNORECASE)
LONGEST_LINE = 4000
MOST_LINES = 400
MOST_NAMES = 12
#: A text has so many labels at most, and behind each a list of so many characters.
MOST_LABELS, LONGEST_LIST = 200, 2500


def sightings_of_labels(lines: Sequence[str]) -> Iterator[Sighting]:
    """Find the people that a description lists: `Hosts: A, B`, `Special Guest: C`."""
    texts = [line[:LONGEST_LINE] for line in lines[:MOST_LINES]]
    yield from _labelled(texts, origin="description", labels=phrases.LABELS)


def sightings_of_author_label(author: str) -> Iterator[Sighting]:
    """Find the people of an author or artist tag that says what they are: `Hosts: A and B`, `Hosted by A & B`."""
    text = tidy(author[:500])
    for seen in _labelled([text], origin="tag", labels=(*phrases.LABELS, phrases.AUTHOR_LABEL)):
        yield replace(seen, credit=replace(seen.credit, role="host")) if "with" in seen.signs else seen


def _labelled(texts: Sequence[str], *, origin: str, labels: Sequence[phrases.Phrase]) -> Iterator[Sighting]:
    found_labels = (
        (text, phrase, match) for text in texts for phrase in labels for match in phrase.pattern.finditer(text)
    )
    for text, phrase, match in islice(found_labels, MOST_LABELS):
        reason = f"{match[0].strip()!r} before the name"
        listed = [
            name for name in names_behind_label(text, match.end()) if not _is_office(name) and _delivers(match[0], name)
        ]
        names = _one_of(match[0], listed, text)
        for found in names:
            seen = sighting(
                found,
                phrase.role,
                phrase.confidence,
                origin,
                reason,
                text=text,
                exact=True,
                signs=signs_of_label(match[0]),
            )
            yield _without_others(seen, names)


def _is_office(name: Name) -> bool:
    """Whether words are rather what somebody is: `Sveriges Radios USA-korrespondenter`."""
    _, hyphen, last = name.text.split()[-1].rpartition("-")
    return bool(hyphen) and last.islower() and is_role(fold(last))


def _delivers(label: str, name: Name) -> bool:
    """Whether a name below `Delivered by` is a preacher's; flour is delivered too."""
    return bool(name.honorific) or not _DELIVERED.match(label)


def _one_of(label: str, names: list[Name], text: str) -> list[Name]:
    """Behind `Guest:`, what follows a comma is as often a house: `Ann Lee, Allianz Global`."""
    if not names or not _SINGULAR.search(label):
        return names
    return [
        name
        for place, name in enumerate(names)
        if place == 0 or name.has_known_given or text[names[place - 1].end : name.start].strip() != ","
    ]


def _without_others(seen: Sighting, names: Sequence[Name]) -> Sighting:
    """Where the next name has an ordinary word in it, it is not what the person before is."""
    if any(name.text in seen.credit.title for name in names):
        return replace(seen, credit=replace(seen.credit, title="", organisation=""))
    return seen


def names_behind_label(text: str, at: int) -> list[Name]:
    """Read names in a row where a label has said that names follow; ordinary words may be surnames there.

    >>> [name.text for name in names_behind_label("Anna Reader, Editor-in-Chief, and Tom Story", 0)]
    ['Anna Reader', 'Tom Story']
    >>> names_behind_label("Harbour Radio and The Guardian", 0)
    []
    """
    text = cut_at_word(text, at + LONGEST_LIST)
    if following := _NEXT_LABEL.search(text, at):
        text = text[: following.start()]
    pieces = [piece.end() for piece in _SEMICOLON.finditer(text, at)]
    by_piece: list[Name] = []
    if pieces:
        found = [
            name_at(text, start) or next_name(text, start, known=True, reach=4) or _last_of_piece(text, start)
            for start in [at, *pieces]
        ]
        by_piece = [name for name in found if name][:MOST_NAMES] if all(found) else []
        if len(pieces) > 1 and by_piece:
            return by_piece
    names: list[Name] = []
    while len(names) < MOST_NAMES:
        strict = list(names_from(text, at, known=False))
        pair = _pair(text, at)
        if pair and (not strict or strict[0].start > pair.start or strict[0].end <= pair.start):
            names.append(pair)
        elif strict:
            names += _with_pairs(text, at, strict)
        elif (distant := distant_name(text, at)) and distant.start - at < 30:
            names.append(distant)
        else:
            break
        joint = _next(text, names[-1].end)
        if joint is None:
            break
        at = joint
    told_apart = len(names) > len(by_piece) and all(name.has_known_given for name in names)
    return names if told_apart or not by_piece else by_piece


def _last_of_piece(text: str, at: int) -> Name | None:
    """The person behind what is told first, as one piece of a row: `and reporter at Crumb.se, Ann Lee`."""
    piece = re.compile(r"(?P<what>[^,;:!?]{3,60}),\s(?P<name>[^,;:!?]{5,50}?)(?=\s*(?:;|\.?\s*$))").match(text, at)
    found = name_at(text, piece.start("name")) if piece else None
    if not piece or not found or found.end != piece.end("name") or not found.has_known_given:
        return None
    return found if any(fold(word) in ROLES for word in piece["what"].split()) else None


def _with_pairs(text: str, at: int, names: list[Name]) -> list[Name]:
    """Add the pairs that stand between names of a row, as `Tom Singer` in `Ann Lee, Tom Singer, Bo Ek`."""
    found = [pair for joint in _HARD_JOINT.finditer(text, at, names[-1].end) if (pair := _pair(text, joint.end()))]
    more = [pair for pair in found if not any(pair.start < name.end and name.start < pair.end for name in names)]
    return sorted([*names, *more], key=lambda name: name.start)


def _pair(text: str, at: int) -> Name | None:
    """A known given name and one more word, which as an ordinary word would be refused elsewhere."""
    match = _PAIR.match(text, at)
    if not match or not match["given"][0].isupper() or not match["last"][0].isupper():
        return None
    if not is_given(fold(match["given"])) or fold(match["last"]) not in SURNAMES_BEHIND_LABELS:
        return None
    return Name(text=match[0], start=match.start(), end=match.end(), has_known_given=True)


def _next(text: str, at: int) -> int | None:
    """Where the next name of the row may begin: behind a joint, and behind what is told of the last person."""
    rest = _IN_BRACKETS.match(text, at)
    at = rest.end() if rest else at
    for _ in range(3):
        joint = JOINT.match(text, at) or _HARD_JOINT.match(text, at)
        if not joint or joint.end() == at:
            return None
        at = joint.end()
        if name_at(text, at) or _pair(text, at) or next_name(text, at, known=True, reach=4):
            return at
        detail = _DETAIL.match(text, at)
        if not detail or not any(fold(word.strip("'’()")) in ROLES for word in detail[0].split()):
            return None
        at = detail.end()
    return None
