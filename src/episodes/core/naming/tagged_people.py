"""Whom only the tagger makes sure: doubted where the rules know that somebody is talked of, dead or comes later."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from episodes.core.mention import Mention
from episodes.core.naming.denials import is_of_another_time
from episodes.core.naming.folding import fold
from episodes.core.naming.mentioned import added, weighed
from episodes.core.naming.name_words import PARTICLES
from episodes.core.naming.row_mates import with_row_mates
from episodes.core.naming.second_signs import without_cast_of_fiction, without_show, without_the_dead, without_topic
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import BAR, Sighting
from episodes.core.naming.talk_words import is_met, is_of_crimes, is_of_fiction, is_of_others
from episodes.core.naming.world.cases import CASED, base_among, plain_form
from episodes.core.naming.world.spoken import speeches_of

_LONG_DEAD = re.compile(r"\s?\((?:born |geb\.? |\*\s?)?1[0-8]\d\d\b")
#: `The Ann LeeCast`: her show, and not she.
_OF_A_SHOW = re.compile(r"\w(?:Cast|Pod)$|(?:podcast|show)$")
_MAKERS = re.compile(
    r"(?:(?:executive|senior|associate|audio|sound)\s)?"
    r"(?:produc(?:ers?|ed by|tion)|edit(?:ors?|ed by|ing)|mix(?:ed by|ing)|engineers?)",
    re.IGNORECASE,
)
MOST_MAKERS = 2  #: lines that a label of theirs stands above a name
MOST_COMPARED = 40  #: names among which one in another case is looked for
CLEAR = 0.9  #: so likely a name is that ends where the tagger says
BELOW = 0.75  #: what the producer is told of and nobody else


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What is known of an episode beside its people."""

    title: str
    show_title: str
    said: str  #: the show's description
    lines: Sequence[str]
    away: Sequence[str]  #: of the show's hosts


def with_tagged(persons: Sequence[Sighting], mentions: Sequence[Mention] | None, scene: Scene) -> Iterator[Sighting]:
    """Weigh persons with what the tagger marked, and add those whom only it knows."""
    has_own_hosts = any(person.confidence == 1.0 and person.credit.role == "host" for person in persons)
    mentions, scene, in_case = _in_base_form(mentions, scene)
    persons = [_cut_right(person, mentions or ()) for person in persons]
    sure = {(person.credit.name, person.credit.role) for person in persons if person.confidence >= BAR}
    has_sure_guests = any(role == "guest" for _, role in sure)
    found = [*weighed(persons, mentions), *added(persons, mentions, lines=scene.lines, away=scene.away)]
    found = [seen for seen in found if not _is_beginning(seen, found, mentions or ())]
    if mentions:
        found = list(with_row_mates(found, [scene.title, *scene.lines]))
    hosts = [seen.credit.name for seen in found if seen.credit.role == "host" and seen.confidence >= BAR]
    for seen in found:
        if (seen.credit.name, seen.credit.role) in sure or seen.confidence < BAR:
            yield seen
        elif seen.credit.name in in_case:
            yield replace(seen, confidence=BELOW)
        else:
            yield _doubted(seen, scene, hosts=hosts, has_own_hosts=has_own_hosts, has_sure_guests=has_sure_guests)


def _in_base_form(
    mentions: Sequence[Mention] | None, scene: Scene
) -> tuple[Sequence[Mention] | None, Scene, frozenset[str]]:
    """Names in another case in their base form, there and in the scene; and those whose base form is unknown."""
    languages = [speech.code for speech in speeches_of("\n".join((*scene.lines, scene.title)))] if mentions else []
    if not mentions or not languages:
        return mentions, scene, frozenset()
    text = "\n".join((scene.title, scene.show_title, scene.said, *scene.lines))
    forms = {mention.name: _base(mention.name, languages, text) for mention in mentions}
    if CASED.intersection(languages):
        known = [form for form in forms.values() if form][:MOST_COMPARED]
        forms = {name: base_among(form, known) if form else form for name, form in forms.items()}
    changed = {name: form for name, form in forms.items() if form not in ("", name)}
    for name, form in changed.items():
        lines = [line.replace(name, form) for line in scene.lines]
        scene = replace(scene, lines=lines, title=scene.title.replace(name, form))
    unknown = frozenset(name for name, form in forms.items() if not form)
    return [replace(one, name=changed.get(one.name, one.name)) for one in mentions], scene, unknown


def _base(name: str, languages: Sequence[str], text: str) -> str:
    """The base form by the first of the languages in which a name stands in another."""
    forms = [plain_form(name, language, text=text) for language in languages]
    return next((form for form in forms if form != name), name)


def _cut_right(person: Sighting, mentions: Sequence[Mention]) -> Sighting:
    """Somebody whose name a rule read too far, by the name that the tagger saw: `Po Chi Wu Candidate` is Po Chi Wu."""
    name = person.credit.name
    if person.origin == "feed" or person.confidence == 1.0 or any(fold(one.name) == fold(name) for one in mentions):
        return person
    begun = [one.name for one in mentions if _is_clear(one) and name.startswith(f"{one.name} ")]
    return replace(person, credit=replace(person.credit, name=max(begun, key=len))) if begun else person


def _is_clear(mention: Mention) -> bool:
    """Whether a name of several words surely ends where the tagger says, not before a particle: `Harald zur`."""
    words = fold(mention.name).split()
    return len(words) > 1 and words[-1] not in PARTICLES and mention.host + mention.guest >= CLEAR


def _is_beginning(seen: Sighting, found: Sequence[Sighting], mentions: Sequence[Mention]) -> bool:
    """Whether a longer name, which the tagger saw, begins with this one: `Po Chi` beside `Po Chi Wu`."""
    name = fold(seen.credit.name)
    if " " not in name or seen.origin == "feed" or seen.confidence == 1.0:
        return False
    spans = {fold(mention.name) for mention in mentions}
    others = (fold(other.credit.name) for other in found if other.confidence >= BAR)
    return any(other.startswith(f"{name} ") and other in spans for other in others)


def _doubted(
    seen: Sighting, scene: Scene, *, hosts: Sequence[str], has_own_hosts: bool, has_sure_guests: bool
) -> Sighting:
    """Doubt whom rules speak against, and who produces.

    Where a show tells of crimes they speak against all; where it tells of others, the news, sport or the past, against
    those whom the title alone names, and those beside guests whom a rule saw and with whom no host is said to talk.
    """
    seen = without_topic(without_show(seen, scene.show_title), scene.title)
    of_fiction = is_of_fiction(scene.show_title, scene.said)
    seen = without_the_dead(without_cast_of_fiction(seen, of_fiction=of_fiction))
    if seen.credit.role == "host":
        name = seen.credit.name
        is_doubted = has_own_hosts or _is_show(name, scene.show_title)
    else:
        is_doubted = is_of_crimes(scene.show_title, scene.said) or (
            is_of_others(scene.show_title, scene.said)
            and (has_sure_guests or not any(seen.credit.name in line for line in scene.lines))
            and not is_met(seen.credit.name, scene.lines, hosts)
        )
    is_doubted = is_doubted or _produces(seen.credit.name, scene.lines)
    if is_doubted or _is_elsewhen(seen.credit.name, scene):
        return replace(seen, confidence=min(seen.confidence, BELOW))
    return seen


def _produces(name: str, lines: Sequence[str]) -> bool:
    """Whether a name has a line below the label of those who make a show, `PRODUCER`, or is said to be one of them."""
    is_one = re.compile(
        rf"(?<![\w-]){re.escape(name)}(?:\sis\s(?:our|the\sshow[’']s)\s(?:\w+\s){{0,2}}?producer\b|"
        r",\s(?:[A-Z][\w/]*[\s/]){0,2}Producer\s*(?:[;.]|$))"
    )
    if any(is_one.search(line) for line in lines):
        return True
    stated = [line.strip(" *_#:-–") for line in lines]
    below = [place for place, line in enumerate(stated) if line == name]
    return any(_MAKERS.fullmatch(line) for place in below for line in stated[max(0, place - MOST_MAKERS) : place])


def _is_show(name: str, title: str) -> bool:
    """Whether a name is rather a show's: `The Ann LeeCast`, or that of whom a show tells."""
    return fold(name) == fold(title) or _OF_A_SHOW.search(name) is not None


def _is_elsewhen(name: str, scene: Scene) -> bool:
    """Whether somebody lived long ago, or all sentences with the name tell of another time."""
    lines = [line for line in scene.lines if name in line]
    if any(_LONG_DEAD.match(line, found.end()) for line in lines for found in re.finditer(re.escape(name), line)):
        return True
    named = [one for line in lines for one in sentences(line[:2000]) if name in one]
    return bool(named) and name not in scene.title and all(map(is_of_another_time, named))
