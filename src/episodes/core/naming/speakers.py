"""Guests whom sentences let speak: `Ann Lee, baker at Crumb, explains …`, `Historian Bo Ek tells us …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import JOINT, around, names_before_verb
from episodes.core.naming.name_words import HOSTING, is_role
from episodes.core.naming.person_names import Name, name_at, same_person
from episodes.core.naming.positions import role_before
from episodes.core.naming.sightings import Sighting, is_likely, is_ours, sighting

#: What is told of a person between the name and the verb.
_TOLD = re.compile(
    r"\s*(?:\((?P<a>[^()]{3,80})\)|,\s(?P<b>[^.!?;:]{3,120}?),|[–—]\s?(?P<c>[^.!?;:–—]{3,120}?)\s?[–—])(?=\s)"
)
_OF_A_HOUSE = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?:[A-Z][\w&.’'-]*\s?(?:of\s|for\s|and\s)?){1,5}(?<=\S)(?=\s)")
#: `Also, `, `Act two: `: a part of a show begins.
_GOES_ON = re.compile(
    r"^\W*(?:(?:also|plus|then|later|next|first|finally|and|meanwhile|afterwards|but first|to begin|elsewhere)\b,?|"
    r"(?:act|part|segment|chapter|story|hour)\s\w+:)?\s?(?:the\s)?|^.*?;\s(?:(?:and|plus|then|also|later),?\s)*",
    re.IGNORECASE,
)
#: `The BBC's`, `The Verge's`: a house whose people report.
_AIRED = re.compile(r"(?:^|[.,;:!?\s])(?:[Tt]he\s[A-Z][\w ]{1,30}|[A-Z]{2,6})['’]s?\s(?:[a-z]+\s){0,3}$")
_JOINS = re.compile(
    r"\W*(?:He|She|They)(?:[’']s|\sis|\sare|[’']re)?\s(?:also\s)?(?:joins?|joining|sits? down with|speaks? (?:to|with)|"
    r"talks? (?:to|with)|stops? by to see)\s(?:us|me|the (?:show|podcast|program\w*)|(?P<host>[A-Z][^\W\d_]+))\b|"
    r"\W*(?:[^.,]{2,30},?\s)?(?:we|I|(?P<asker>[A-Z][^\W\d_]+(?:\s[A-Z][\w-]+)?))\s(?:\w+ly\s|also\s)?(?:talks?|talked|speaks?|"
    r"spoke|chats?|chatted|sit\sdown|sat\sdown|caught\sup|catch\sup)\s(?:to|with)\s(?:her|him|them)\b|"
    r"\W*(?:Mit|Met|Med)\s(?P<whom>[A-ZÀ-Þ][^\W\d_]+)(?:\s[A-ZÀ-Þ][\w-]+)?\s(?:spricht|redet|diskutiert|spreekt|praat|pratar)\s"
    r"(?:sie|er|zij|ze|hij|hon|han)\b|"
    r"\W*Mit\s(?:ihm|ihr|ihnen)\s(?:spr(?:icht|echen)|red(?:et|en)|unterh(?:ält|alten)\ssich)\b"
)
#: Roles of people of today: philosophers and poets may be long dead.
_OF_TODAY = frozenset(
    [
        "doctor",
        "psychologist",
        "therapist",
        "expert",
        "coach",
        "chef",
        "ceo",
        "cto",
        "cfo",
        "coo",
        "founder",
        "co-founder",
        "cofounder",
        "reporter",
        "correspondent",
        "columnist",
        "lawyer",
        "attorney",
        "researcher",
        "analyst",
        "journalist",
        "comedian",
        "podcaster",
        "blogger",
        "editor",
        "engineer",
        "developer",
        "designer",
        "entrepreneur",
        "consultant",
        "neuroscientist",
        "epidemiologist",
        "nutritionist",
        "dietitian",
        "pollster",
        "strategist",
        "filmmaker",
        "director",
    ]
)
MOST_OF_HOUSE = 4
_ANYTHING = re.compile("")
#: Beside somebody: a host by one name or in full, and what both do.
_AND_ONE = re.compile(rf"\s(?:and|&)\s(?P<one>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?={phrases.PRESENTS.pattern})")
_AND_ONE_DO = re.compile(r"\s(?:and|&)\s(?P<one>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s[a-z]")
_ONE_AND = re.compile(r"(?:^|[,.:;]\s|\b\w+\s)(?P<one>[A-Z][\w’'-]+)\s(?:and|&)\s$")
#: Who tells of the own work lives.
_OWN_WORK = re.compile(
    r"\s(?:explains|shares|describes|reveals|tells|recalls|remembers|recounts|discusses|reflects on|talks about)\s"
    r"(?:(?:how|why|what|where|when|that)\s(?:he|she|they)\b|(?:his|her|their)\s(?:new|latest|own|experiences?|journey|career|"
    r"work|book|film|memoir|research|debut|upcoming|time|life|story)\b)"
)
_ARTICLE = re.compile(r"^(?:the|la|le|el|il|lo|l['’]|o|a|der|die|de|het)\s", re.IGNORECASE)
_OPENING = 900
_ANSWERS = r"(?:joins|joined|tells|told|talks|talked|shares|shared|explains|speaks|spoke|nous|uns|discusses)\b"
#: `discuss` and `look at` are done to people as well as with them.
_TALK = (
    r"\b(?:[Ww]e|I)(?:[’']ve)?\s(?:\w+ly\s|also\s)?(?:talk|talked|chat|chatted|spoke|speak|sat down|"
    r"sit down|caught up|catch up)\b|"
    r"\b(?:[Oo]ur|[Tt]his|[Ii]n this) (?:conversation|interview|chat)\b|\b(?:nous parlons|on parle|nous échangeons|"
    r"wir sprechen|wir reden|ich spreche|hablamos|conversamos|parliamo)\b"
)
#: Who governs is talked of more often than talked to.
_GOVERNS = frozenset(
    {
        "president", "minister", "chancellor", "senator", "premier", "king", "queen", "pope", "prince", "princess",
        "secretary", "governor", "mayor", "congressman", "congresswoman", "politician", "leader", "billionaire",
        "kanzler", "präsident", "dictator", "general",
    }
)  # fmt: skip


def sightings_of_speakers(sentence: str, hosts: Sequence[str], *, whole: str) -> Iterator[Sighting]:
    """Find who explains, shares or tells us something, where the sentence says what that person is."""
    for verb in (phrases.AND_I, phrases.TELLS_US, phrases.WITH_HOST):
        for found in names_before_verb(sentence, verb, known=False):
            known = is_likely(found, whole) or (verb is phrases.WITH_HOST and not found.start)
            if known and not _is_host(found, hosts) and not _is_called_host(sentence, found):
                yield _guest(sentence, found, 0.84)
    for found in _beside_host(sentence, hosts, whole.partition("\n")[0]):
        if is_likely(found, whole) or found.text in whole.partition("\n")[0]:
            yield _guest(sentence, found, 0.85)
    if shared := phrases.AND_HOST.search(sentence):
        for found in names_before_verb(sentence[: shared.start()], phrases.UP_TO_VERB):
            yield _guest(sentence, found, 0.86)
    for found in names_before_verb(sentence, re.compile(""), known=False):
        if not _is_host(found, hosts) and _explains(sentence, found, hosts, whole):
            yield from (_guest(sentence, name, 0.83) for name in [*_row_up_to(sentence, found, hosts), found])


def _row_up_to(sentence: str, last: Name, hosts: Sequence[str]) -> Iterator[Name]:
    """The names that share a row with its last: `A (Crumb) and B, bakers at Crumb, describe …`."""
    end = last.start
    for name in reversed(names_before_verb(sentence[:end], _ANYTHING)):
        between = JOINT.match(sentence, name.end)
        if not between or sentence[between.end() : end].strip() not in ("", *_roles(sentence[between.end() : end])):
            return
        if not _is_host(name, hosts):
            yield name
        end = name.start


def _beside_host(sentence: str, hosts: Sequence[str], title: str) -> Iterator[Name]:
    """`Ann Lee and Tyler discuss …`, `Tyler and Ann Lee discuss …`, where Tyler is known to be the host."""
    for found in names_before_verb(sentence, _ANYTHING, known=False):
        if _is_host(found, hosts) or any(_is_named(word, hosts) for word in found.text.split()):
            continue
        titled = found.text in title
        behind = (_AND_ONE_DO if titled else _AND_ONE).match(sentence, found.end)
        if behind and _is_named(behind["one"], hosts):
            yield found
        before = _ONE_AND.search(sentence[: found.start])
        if before and _is_named(before["one"], hosts) and phrases.PRESENTS.match(sentence, found.end):
            yield found


def _is_named(words: str, hosts: Sequence[str]) -> bool:
    return any(words == host or words in host.split() for host in hosts)


def sightings_of_presented(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom a description presents first, and says we talk then: `Ann Lee is a baker at Crumb. We talk about …`."""
    opening = " ".join(lines[:4])[:_OPENING]
    found = name_at(opening, 0)
    if not found or not found.has_known_given or _is_host(found, hosts):
        return
    told = phrases.IS_SOMEBODY.match(opening, found.end)
    if not told or not _speaks_for_itself(_roles(told["what"])):
        return
    first, last = map(re.escape, (found.text.split()[0], found.text.split()[-1]))
    talk = re.search(rf"(?:\b(?:{first}|{last}|[Hh]e|[Ss]he)\s{_ANSWERS})|{_TALK}", opening[told.end() :])
    if talk:
        yield sighting(found, "guest", 0.82, "description", f"{talk[0]!r} behind {found.text}", text=opening)


def sightings_of_pronouns(sentence: str, before: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom `She joins us` means: the person who begins the sentence before."""
    joins = _JOINS.match(sentence)
    named = (joins["host"] or joins["asker"] or joins["whom"] or "") if joins else ""
    if not joins or (named and not any(named.split()[0] in host.split() for host in hosts)):
        return
    rows = names_before_verb(before, re.compile(r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s[a-z]{2,}"))
    for found in rows[: 1 if "They" not in sentence[:8] else None]:
        if not _is_host(found, hosts) and found.start < 80:
            yield sighting(
                found, "guest", 0.86, "description", f"{joins[0].strip()!r} behind {found.text}", text=before
            )


def _explains(sentence: str, found: Name, hosts: Sequence[str], whole: str) -> bool:
    told = _TOLD.match(sentence, found.end)
    known = is_likely(found, whole)
    if told:
        words = _roles(told["a"] or told["b"] or told["c"])
        return known and _speaks_for_itself(words) and phrases.EXPLAINS.match(sentence, told.end()) is not None
    house = _OF_A_HOUSE.match(sentence, found.end)
    if house and phrases.EXPLAINS.match(sentence, house.end()):
        return known
    if house and not sentence[: found.start].strip() and phrases.ON_TOPIC.match(sentence, house.end()):
        return known
    role = role_before(sentence, found.start)
    before = _roles(role)
    does = phrases.REPORTS.match(sentence, found.end) if known else None
    if known and _speaks_for_itself(before) and _OWN_WORK.match(sentence, found.end):
        return True
    if does and _begins(sentence[: found.start], role, before, comes=does["comes"] is not None):
        return True
    if known and _speaks_for_itself(before) and phrases.ON_TOPIC.match(sentence, found.end):
        return _begins(sentence[: found.start], role, before, comes=True)
    return (
        known
        and _speaks_for_itself(before)
        and is_ours(sentence, hosts)
        and phrases.EXPLAINS.match(sentence, found.end) is not None
    )


def _begins(before: str, role: str, roles: Sequence[str], *, comes: bool) -> bool:
    """Whether a sentence or part begins with what a person is (`Also, critic A`), or with a house (`The BBC's A`)."""
    if _AIRED.search(before):
        return True
    told = _ARTICLE.sub("", phrases.LEAD.sub("", _GOES_ON.sub("", before)))
    aired = told != _ARTICLE.sub("", before) or comes or any(word in _OF_TODAY for word in roles)
    house = told.strip()[: -len(role) or None].split()
    begins = len(house) <= MOST_OF_HOUSE and all(word[:1].isupper() or word == house[0] for word in house)
    return aired and _speaks_for_itself(roles) and told.rstrip().lower().endswith(role.lower()) and begins


def _roles(text: str) -> list[str]:
    words = [fold(word.strip(",.’'()")) for word in text.split()[:10]]
    return [word for word in words if is_role(word)]


def _speaks_for_itself(roles: Sequence[str]) -> bool:
    return bool(roles) and not any(role in HOSTING or role in _GOVERNS for role in roles)


def _is_host(found: Name, hosts: Sequence[str]) -> bool:
    return any(same_person(found.text, host) for host in hosts)


def _is_called_host(sentence: str, found: Name) -> bool:
    """`Host A takes us through …`: no guest, and perhaps another show's host."""
    return any(fold(word) in HOSTING for word in sentence.partition(found.text)[0].split()[-1:])


def _guest(sentence: str, found: Name, confidence: float) -> Sighting:
    return sighting(found, "guest", confidence, "description", f"{around(sentence, found)!r}", text=sentence)
