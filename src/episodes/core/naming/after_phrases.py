"""People behind phrases: `our guest is A`, `talks to A`, `hosted by A and B`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from episodes.core.credit import Role
from episodes.core.naming import phrases
from episodes.core.naming.denials import is_denied
from episodes.core.naming.name_places import behind_description, beyond, known_host
from episodes.core.naming.name_rows import JOINT, around, distant_name, names_from, next_name
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.positions import roles_in
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_likely, is_ours, sighting
from episodes.core.naming.signs import signs_of_label, signs_of_words
from episodes.core.naming.told_of import is_told_of
from episodes.core.naming.tongues import frames
from episodes.core.naming.tongues.frames import words_in
from episodes.core.naming.trades import is_asked

_ONE_HOST = re.compile(r"\bhost,?\s*$", re.IGNORECASE)
#: `talks to Ann Lee's widow`, `Chris James' co-author`.
_OWNS = re.compile(r"['’]s\s(?!(?:back|here|in|on|our|the guest|with)\b)|(?<=[sxz])['’]\s(?=[a-z])")
#: Words of role that may stand before the second name.
MOST_BEFORE_NEXT = 4
#: `A from Crumb and …`: the row goes on behind a house.
_HOUSE_AND = re.compile(r"\s(?:of|from|at)\s(?:the\s)?[A-Z][\w&.'’-]*(?:\s[A-Z][\w&.'’-]*){0,4},?\s(?:and|&)\s")
#: `, a baker, `: without it, who follows a host may be the next host.
_TOLD = re.compile(r",\s(?P<article>(?:an?|the)\s)?(?P<what>[^.!?;:,]{1,150}),\s")
#: `an archive interview with `, `a 1975 interview with the late `.
_OF_ARCHIVES = re.compile(
    r"\b(?:1[89]\d\d|archiv\w*|late|fictional|imaginary|fiktiv\w*|fictif|verstorbenen?|feu|fallecid[oa]|avlidn[ae])\b",
    re.IGNORECASE,
)
_GUESTS = re.compile(
    rf"(?:&|\b(?:{frames.WITH}|{frames.AND}|plus))\s(?:\w+\s){{0,2}}?(?:{frames.GUEST}|{frames.GUESTS})\b",
    re.IGNORECASE,
)
#: The rest of a sentence that is a list, and one of its pieces.
_LIST = re.compile(r"(?:,\s[^,.;:!?]{5,70}){1,8}(?=[.!]?\s*$)")
_PIECE = re.compile(r",\s(?:and\s|und\s|et\s|y\s|e\s)?(?P<piece>[^,]+)")
_OF_OTHERS = re.compile(
    r"\b(?:of|about|on|for|by|who|whose|with|from|at|in|son|daughter|wife|husband|de|du|des|del|von|van|über|für)\b"
)
#: So sure is a phrase that says outright who the guest is.
SURE = 0.9
_WHO = re.compile(r",?\s(?:who|whose)\s")
_TOLD_ROLE = re.compile(r",\s(?:an?|the)?\s?(?P<what>[^.!?;:,]{3,80})")
_CO_HOST = re.compile(r"\bco-?host\s$", re.IGNORECASE)
_DO = re.compile(r"\s(?:are|have|were)\s(?!joined|back|here)")
_AND = re.compile(rf"\s(?:{frames.AND}|&)\s")
#: `Ann Van Ek`, which no work is called.
_PARTICLE = re.compile(r"\s(?:[Vv]an|[Vv]on|[Dd]e|[Dd]i|[Dd]er|[Dd]en|da|dos|el|al)\s")
#: The small word that ends a phrase, and where it comes again. English `with` says as often what somebody plays with.
_SMALL = re.compile(r"\b(con|avec|com|mit|met|med)\s*$", re.IGNORECASE)
_MORE = re.compile(
    r"(?:(?!,\s(?:die|der|das|den|dem)\s|\b(?:que|qui|quien|che|chi|sobre|sur|su|über|om|over|cómo|comment|wie)\b)[^.!?;:]){0,90}?(?:,\s|\s(?:y|e|et|und|och|og|en)\s)"
    r"(?P<small>con|avec|com|mit|met|med)\s"
)
_CAPITAL = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ]")
_LATE = re.compile(r"\b(?:late|great)\b")


def after_phrases(
    sentence: str, listed: Iterable[phrases.Phrase], *, origin: str, hosts: Sequence[str], whole: str = ""
) -> Iterator[Sighting]:
    """Find people behind phrases; a name that no list knows counts where the whole text comes back to it."""
    words = words_in(sentence)
    for phrase in (phrase for phrase in listed if not phrase.needs or not phrase.needs.isdisjoint(words)):
        for match in phrase.pattern.finditer(sentence):
            before = sentence[: match.start()]
            if phrases.NOT_HERE.search(before[-60:]) or (phrase.ours and not is_ours(before[-80:], hosts)):
                continue
            names = _named(sentence, match.end(), phrase, hosts, whole)
            if phrase.role == "guest":
                names = _guests_of(sentence, match, names)
            others, names = _of_other_role(sentence, phrase, names, hosts, opens=not before.strip(' "“'))
            for found, role, confidence in others:
                yield sighting(found, role, confidence, origin, f"{around(sentence, found)!r}", text=sentence)
            if phrase.role == "host" and _ONE_HOST.search(match[0]):
                names = _as_one(sentence, names)
            signs = signs_of_label(match[0]) if phrase.role == "guest" else signs_of_words(match[0])
            for place, found in enumerate(names):
                yield sighting(
                    found,
                    phrase.role,
                    phrase.confidence,
                    origin,
                    f"{match[0].strip()!r} before the name",
                    text=sentence,
                    signs=signs if place == 0 else signs - {"outright"},  # `I'm Ann Lee, joined by Bo Ek`
                )


def _of_other_role(
    sentence: str, phrase: phrases.Phrase, names: list[Name], hosts: Sequence[str], *, opens: bool
) -> tuple[list[tuple[Name, Role, float]], list[Name]]:
    """Those of a row whose role is not the phrase's, with how sure that is, and the others."""
    if phrase.role == "guest":
        if names and is_among(names[0].text, hosts):
            names = beyond(sentence, names[-1].end) or names
        if len(names) > 1 and _asks(sentence, names[-1], begins=opens):
            return [(names[-1], "host", 0.84)], names[:-1]
        return [], names
    names = [found for found in names if not _OWNS.match(sentence, found.end)]
    if len(names) > 1 and _goes_on(sentence, names):
        return [(names[-1], "guest", 0.82)], names[:-1]
    invited = _behind_guests(sentence, names)
    return [(found, "guest", 0.9) for found in invited], [found for found in names if found not in invited]


def _guests_of(sentence: str, match: re.Match[str], names: list[Name]) -> list[Name]:
    """Those of the names behind a guest's phrase who are guests; none, where it denies it or means an older talk."""
    names = [*names, *(_behind_house(sentence, names[-1]) or _rest_of_list(sentence, names[-1]))] if names else []
    if names and _OF_ARCHIVES.search(sentence[match.start() : names[0].start]):
        return []
    if names and is_denied(sentence, match.start(), match.end(), names[0].start, names[-1].end):
        return []
    names = _invited(sentence, names)
    return [] if names and is_told_of(sentence, match.end(), names) else names


def _named(sentence: str, at: int, phrase: phrases.Phrase, hosts: Sequence[str], whole: str) -> list[Name]:
    """The names behind a phrase, in the first of the ways in which there are some."""
    names = list(names_from(sentence, at, known=phrase.known)) or known_host(sentence, at, hosts)
    if names and phrase.role == "guest" and phrase.known:
        names += _and_stranger(sentence, names[-1], whole) + _again(sentence, at, names[-1])
    if not names and phrase.role == "guest" and (distant := distant_name(sentence, at)):
        names = list(names_from(sentence, distant.start, known=True))
    names = names or [found for found in names_from(sentence, at, known=False) if is_likely(found, whole)]
    if not names and phrase.role == "guest" and phrase.confidence >= SURE and (stranger := name_at(sentence, at)):
        names = [stranger] if _is_told_who(sentence, stranger, at) else []
    if not names and phrase.role == "guest" and (described := behind_description(sentence, at)):
        names = [described]
    return names


def _is_told_who(sentence: str, found: Name, at: int) -> bool:
    """`Bennet Mac, a baker`, `Bennet Mac, who …`: right behind a phrase for guests, no list need know the name."""
    if sentence[at : found.start].strip() or len(found.text.split()) != 2:
        return False
    if _WHO.match(sentence, found.end):
        return True
    told = _TOLD_ROLE.match(sentence, found.end)
    return told is not None and bool(roles_in(told["what"])) and name_at(told["what"], 0) is None


def _and_stranger(sentence: str, last: Name, whole: str) -> list[Name]:
    """`A and B`: the second, whom no list knows, where the text comes back to B or B is written as a person's name."""
    joint = _AND.match(sentence, last.end)
    found = name_at(sentence, joint.end()) if joint else None
    if not joint or not found or found.start != joint.end() or _OWNS.match(sentence, found.end):
        return []
    return [found] if is_likely(found, whole) or _PARTICLE.search(found.text) else []


def _again(sentence: str, at: int, last: Name) -> list[Name]:
    """`con A, directora de Pan, con B, panadera, y con C`: further names behind the same small word."""
    small = _SMALL.search(sentence[:at])
    names: list[Name] = []
    while small and (more := _MORE.match(sentence, last.end)) and more["small"] == small[1]:
        found = name_at(sentence, more.end())
        if not found or found.start != more.end() or not found.has_known_given:
            break
        names.append(found)
        last = found
    return names


def _behind_house(sentence: str, last: Name) -> list[Name]:
    """`A from Crumb and baker B`: another name, where the sentence says before it who that is."""
    house = _HOUSE_AND.match(sentence, last.end)
    found = next_name(sentence, house.end(), known=True, reach=MOST_BEFORE_NEXT) if house else None
    if not house or not found:
        return []
    between = sentence[house.end() : found.start]
    return [found] if is_asked(roles_in(between)) and not _LATE.search(between) else []


def _rest_of_list(sentence: str, last: Name) -> list[Name]:
    """`A, Crumb–winning baker B, Rye's C, and critic D`: the rest of a list each piece of which ends with a name."""
    listed = _LIST.match(sentence, last.end)
    pieces = list(_PIECE.finditer(listed[0])) if listed else []
    names: list[Name] = []
    for piece in pieces:
        end = last.end + piece.end("piece")
        starts = (last.end + piece.start("piece") + word.start() for word in _CAPITAL.finditer(piece["piece"]))
        found = next((name for start in starts if (name := name_at(sentence, start)) and name.end == end), None)
        if not found or not found.has_known_given or _OF_OTHERS.search(piece["piece"]):
            return []
        names.append(found)
    return names if len(names) > 1 else []


def _as_one(sentence: str, names: Sequence[Name]) -> list[Name]:
    """Of `co-host Ann Lee, Congressman Bo Ek` the first: what stands before another name makes that somebody else."""
    if len(names) > 1 and _DO.match(sentence, names[1].end) and _CO_HOST.search(sentence[: names[0].start]):
        return list(names[:1])  # `Co-host Ann Lee and Bo Ek are writing a book`
    row = list(names[:1])
    for one, two in pairwise(names):
        if not JOINT.fullmatch(sentence[one.end : two.start]):
            break
        row.append(two)
    return row


def _invited(sentence: str, names: Sequence[Name]) -> list[Name]:
    """Leave out whose widow or work is meant, and who made the episode."""
    kept = [found for found in names if not _OWNS.match(sentence, found.end)]
    return kept[:-1] if len(kept) > 1 and _makes_it(sentence, kept) else kept


def _makes_it(sentence: str, names: Sequence[Name]) -> bool:
    """`Ann Lee, a baker, and producer Bo Ek made it`: the last of the row begins what the sentence goes on with."""
    between = sentence[names[-2].end : names[-1].start]
    return "," in between and phrases.MAKES.match(sentence, names[-1].end) is not None


def _goes_on(sentence: str, names: Sequence[Name]) -> bool:
    """`hosted by Ann Lee, Bo Ek, a baker, shares …`: the last of the row begins what the sentence goes on with."""
    between = sentence[names[-2].end : names[-1].start]
    if between.strip() != "," or not phrases.SPEAKS.match(sentence, names[-1].end):
        return False
    told = _TOLD.match(sentence, names[-1].end)
    return told is not None and (told["article"] is not None or bool(roles_in(told["what"])))


def _behind_guests(sentence: str, names: Sequence[Name]) -> Sequence[Name]:
    """Of `host Ann Lee with guests Bo Ek and Eva Holt` those behind the word for guests."""
    behind = (
        place for place in range(1, len(names)) if _GUESTS.search(sentence, names[place - 1].end, names[place].start)
    )
    return names[next(behind, len(names)) :]


def _asks(sentence: str, found: Name, *, begins: bool) -> bool:
    """`In conversation with Ann Lee, Bo Ek asks …`: the last of the row is who talks with the others."""
    alone = sentence[: found.start].rstrip().endswith(",")
    return begins and alone and phrases.ASKS.match(sentence, found.end) is not None
