"""What a tagger marked, weighed with what the rules found: each knows people whom the other misses."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import get_args

from episodes.core.credit import Credit, Role
from episodes.core.mention import Mention
from episodes.core.naming.episode_words import words_of
from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import HONORIFICS
from episodes.core.naming.person_names import Name, is_given
from episodes.core.naming.positions import position
from episodes.core.naming.roles import ROLES
from episodes.core.naming.same_person import is_among, same_person
from episodes.core.naming.sightings import BAR, Sighting

#: A logistic regression over judged descriptions of shows on which the tagger was not trained (docs/names_measured.md).
TAGGER = 0.76  #: for each step in the log odds of the tagger's mean probability
SURE, LIKELY, DOUBTED = 1.0, 1.3, 0.1  #: a rule found the same part, so surely
OTHER, OTHER_LIKELY = -1.6, -0.6  #: a rule found the other part; a guest, and not surely
NOBODY = -0.8  #: no rule found the person
PARTIAL = -0.2  #: a longer name holds this one
START = -0.2
#: Above is published; how many of those are right is in docs/names_measured.md.
ENOUGH = 0.75
WORTH_TELLING = 0.4  #: above, the producer is asked
#: Of a person whom a rule saw as a guest: so likely some part is, and the tagger's.
TAKES_PART, SURE_PART = 0.9, 0.7
DOUBT = 0.7  #: of whom it is known that only one of two may be the guest
MOST_OF_SHOW = 3  #: words of a host's name
_SURELY, _ALMOST = 0.88, 0.02
MOST_WORDS, LONGEST = 5, 60
#: A word that was cut is short, and what was cut off longer than an ending.
MOST_CUT, LEAST_REST = 4, 3
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FIRMS = words_of("""
    holdings media productions studios network networks group records publishing university institute radio podcast
    podcasts entertainment foundation ministries company inc llc ltd gmbh ag tv fm verlag medien stiftung verein
""")
_ORIGINS = {"title": "title", "show": "show", "author": "show", "about": "show", "by": "tag", "persons": "tag"}
_OFFICES = words_of(
    "ministro ministra senatore senatrice senador senadora sindaco sindaca alcalde alcaldesa presidenta"
)
_JOINED = re.compile(r"\S+\s(?:y|e|and|und|et|og|och|en|i)\s\S+")
_AGAINST = "but the sentences around it speak against it"
_OF_SHOW = frozenset(("show", "author", "about", "by"))
_QUOTES = re.compile(r"[\"“”„«»]")
#: Scripts of which the tagger knows few pieces: there the rules decide.
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")


def weighed(persons: Sequence[Sighting], mentions: Sequence[Mention] | None) -> list[Sighting]:
    """Raise and lower what rules found by what the tagger marked.

    Whom a feed, the producer or a list states stays as it is. Where no tagger has read the item (`mentions` is None),
    everybody stays.
    """
    if mentions is None:
        return list(persons)
    marked = _by_name(mentions)
    names = _names(persons, marked)
    groups = [_of(person.credit.name, marked) for person in persons]
    found = [_weighed(person, group, names) for person, group in zip(persons, groups, strict=True)]
    if not any(_is_host_taken_for_guest(person, group) for person, group in zip(persons, groups, strict=True)):
        return found
    return [_unsure(person, seen) for person, seen in zip(persons, found, strict=True)]


def _is_host_taken_for_guest(person: Sighting, group: Sequence[Mention]) -> bool:
    """Whether the tagger takes a host whom the show's name, author or description gives for a guest of this episode."""
    is_own = any(one.field in _OF_SHOW and one.host > one.guest for one in group) or person.origin in ("show", "tag")
    here = [one for one in group if one.field in ("title", "text")]
    return is_own and person.credit.role == "host" and sum(one.guest - one.host for one in here) > 0


def _unsure(person: Sighting, found: Sighting) -> Sighting:
    """Nobody in another part where the tagger has host and guest the wrong way round."""
    if person.credit.role == found.credit.role:
        return found
    return replace(person, confidence=min(person.confidence, DOUBT), reason=f"{person.reason}; {_AGAINST}")


def added(
    persons: Sequence[Sighting], mentions: Sequence[Mention] | None, *, lines: Sequence[str], away: Iterable[str]
) -> Iterator[Sighting]:
    """Those whom the tagger marked and no rule found; `lines` are where their titles are looked for.

    Their names are of two words or more: one word alone is published by a rule or not at all. Whoever of the show is
    `away` does not come back, nor whoever only publishes it where somebody hosts it.
    """
    marked = _by_name(mentions or ())
    names = _names(persons, marked)
    known = [*(person.credit.name for person in persons), *away]
    has_hosts = any(person.confidence >= BAR and person.credit.role == "host" for person in persons)
    groups = [group for group in marked if not is_among(group[0].name, known) and not _is_firm(group)]
    found = list(_added([group for group in groups if not (has_hosts and _is_publisher(group))], names, lines))
    for seen in sorted(found, key=lambda one: -one.confidence):  # of two spellings the surer
        if is_among(seen.credit.name, known):
            found.remove(seen)
        known.append(seen.credit.name)
    yield from found


def _names(persons: Sequence[Sighting], marked: Sequence[Sequence[Mention]]) -> list[str]:
    return [*(person.credit.name for person in persons), *(_without_honorific(group[0].name)[0] for group in marked)]


def _is_publisher(group: Sequence[Mention]) -> bool:
    return all(mention.field in ("author", "by") for mention in group)


def _is_firm(group: Sequence[Mention]) -> bool:
    """Whether a name that only publishes something ends as firms' names do: `Holdings`, `Media`."""
    return _is_publisher(group) and fold(group[0].name.split()[-1]).strip(".") in _FIRMS


def _weighed(person: Sighting, group: Sequence[Mention], names: Sequence[str]) -> Sighting:
    if _is_stated(person) or _EAST_ASIAN.search(person.credit.name) or (not group and _is_of_the_show(person)):
        return person
    is_one = not _JOINED.fullmatch(person.credit.name)  # not two by their first names
    roles: Sequence[Role] = get_args(Role) if is_one else (person.credit.role,)
    chances = {role: _chance(person, group, role, names) for role in roles}
    role = max(chances, key=lambda one: chances[one])
    sure = _confidence(chances[role])
    if sure < BAR <= person.confidence and is_one and person.credit.role == "guest" and (marked := _marked_role(group)):
        role, sure = marked, BAR
    if sure < BAR:
        reason = f"{person.reason}; {_AGAINST if group else 'but no sentence speaks for it'}"
        return person if person.confidence < BAR else replace(person, confidence=sure, reason=reason)
    if role != person.credit.role:
        reason = f"the sentences around the name let a {role} be expected ({person.reason})"
        return replace(person, credit=replace(person.credit, role=role), confidence=sure, reason=reason)
    if person.confidence >= BAR:
        return person
    return replace(person, confidence=sure, reason=f"{person.reason}; the sentences around it speak for it")


def _is_of_the_show(person: Sighting) -> bool:
    """Whether a show's own words surely name a person: in a long text the tagger overlooks `Hosted by Ann Lee`."""
    words = person.credit.name.split()
    is_sure = person.origin == "show" and person.confidence >= _SURELY
    return is_sure and 1 < len(words) <= MOST_OF_SHOW and is_given(fold(words[0]))


def _marked_role(group: Sequence[Mention]) -> Role | None:
    """The part of somebody of whom the tagger is sure, by title and text, to take part and as what."""
    group = [mention for mention in group if mention.field in ("title", "text")] or group
    if not group:
        return None
    host = sum(mention.host for mention in group) / len(group)
    guest = sum(mention.guest for mention in group) / len(group)
    if host + guest < TAKES_PART or max(host, guest) < SURE_PART:
        return None
    return "host" if host > guest else "guest"


def _is_stated(person: Sighting) -> bool:
    """Whether a feed, the producer, a list or the person gives the name, or the show calls them its own."""
    is_told = person.exact or not person.signs.isdisjoint(("house", "outright"))
    return person.origin == "feed" or person.confidence == 1.0 or (is_told and person.confidence >= BAR)


def _added(marked: Sequence[Sequence[Mention]], names: Sequence[str], lines: Sequence[str]) -> Iterator[Sighting]:
    for group in marked:
        name, title = _without_honorific(group[0].name)
        if not _is_name(name) or _EAST_ASIAN.search(name):
            continue
        if any(_is_part(name, other) or _is_genitive(name, other) or _is_cut(name, other) for other in names):
            continue
        chances = {role: _chance(None, group, role, names) for role in get_args(Role)}
        role = max(chances, key=lambda one: chances[one])
        if chances[role] < WORTH_TELLING:
            continue
        told, organisation = _position(name, lines)
        yield Sighting(
            credit=Credit(name=name, role=role, title=told or title, organisation=organisation),
            confidence=_confidence(chances[role]),
            origin=_ORIGINS.get(group[0].field, "description"),
            reason=f"what stands around the name speaks for a {role}",
        )


def _chance(person: Sighting | None, group: Sequence[Mention], role: Role, names: Sequence[str]) -> float:
    """How likely a name is a host's or a guest's, from 0 to 1."""
    mean = sum(getattr(mention, role) for mention in group) / len(group) if group else 0.0
    score = START + TAGGER * math.log((mean + _ALMOST) / (1 + _ALMOST - mean))
    name = person.credit.name if person else group[0].name
    if any(_is_part(name, other) for other in names):
        score += PARTIAL
    if person is None:
        score += NOBODY
    elif person.credit.role != role:
        is_likely = person.credit.role == "guest" and person.confidence < _SURELY
        score += 0 if person.confidence < BAR else OTHER_LIKELY if is_likely else OTHER
    elif person.confidence < BAR:
        score += DOUBTED
    else:
        score += SURE if person.confidence >= _SURELY else LIKELY
    return 1 / (1 + math.exp(-score))


def _confidence(chance: float) -> float:
    """The chance on the scale of the rules, on which `BAR` is what is published."""
    if chance < ENOUGH:
        return max(0.0, round(BAR * chance / ENOUGH - 0.01, 2))
    return round(BAR + (0.99 - BAR) * (chance - ENOUGH) / (1 - ENOUGH), 2)


def _by_name(mentions: Iterable[Mention]) -> list[list[Mention]]:
    groups: dict[str, list[Mention]] = {}
    for mention in mentions:
        name, _ = _without_honorific(mention.name)
        groups.setdefault(fold(name), []).append(mention)
    return list(groups.values())


def _of(name: str, marked: Sequence[Sequence[Mention]]) -> Sequence[Mention]:
    """What was marked of a person: by the same name, by another spelling of it, or by its first words alone."""
    exactly = [group for group in marked if fold(_without_honorific(group[0].name)[0]) == fold(name)]
    alike = [group for group in marked if same_person(group[0].name, name)]
    begun = [group for group in marked if fold(name).startswith(f"{fold(group[0].name)} ")]
    return next(iter(exactly or alike or begun), ())


def _is_part(name: str, other: str) -> bool:
    return set(_WORD.findall(fold(name))) < set(_WORD.findall(fold(other)))


def _is_genitive(name: str, other: str) -> bool:
    """Whether a name is another with an ending: `Bertha Pappenheims` beside `Bertha Pappenheim`."""
    return fold(name) == f"{fold(other)}s"


def _is_cut(name: str, other: str) -> bool:
    """Whether another name goes on inside a name's short last word: `Joe Bad` beside Joe Badolato."""
    rest = other[len(name) :] if fold(other).startswith(fold(name)) else ""
    return len(name.rsplit(maxsplit=1)[-1]) <= MOST_CUT and len(rest) >= LEAST_REST and rest.isalpha()


def _without_honorific(name: str) -> tuple[str, str]:
    """A name without the honorifics before it, and these: `("Ann Lee", "Prof. Dr.")`."""
    words = name.split()
    count = 0
    while count < len(words) - 1 and fold(words[count]).rstrip(".") in HONORIFICS:
        count += 1
    return " ".join(words[count:]), " ".join(words[:count])


def _is_name(name: str) -> bool:
    words = name.split()
    is_written = name[0].isupper() or not name[0].islower()
    if len(words) > 1 and fold(words[0]) in ROLES | _OFFICES and words[1].islower():  # `Ministro della Difesa`
        return False
    if len(_QUOTES.findall(name)) % 2:  # `Bob" Martin`
        return False
    return 1 < len(words) <= MOST_WORDS and len(name) <= LONGEST and is_written and not any(map(str.isdigit, name))


def _position(name: str, lines: Sequence[str]) -> tuple[str, str]:
    """The title and organisation that stand beside the first place of a name that has them."""
    whole = re.compile(rf"(?<![\w-]){re.escape(name)}(?!\w)")
    for line in lines:
        at = whole.search(line)
        if at and any(told := position(line, Name(text=name, start=at.start(), end=at.end()))):
            return told
    return "", ""
