"""Hosts of a show, as its feed, name, author and description let them be known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from episodes.core.credit import Credit, Role
from episodes.core.naming import phrases
from episodes.core.naming.after_phrases import after_phrases
from episodes.core.naming.degrees import without_degrees
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_rows import (
    JOINT,
    around,
    names_before_verb,
    names_from,
    names_in,
)
from episodes.core.naming.name_words import PARTICLES
from episodes.core.naming.person_names import MOST_PARTS, Name, is_given, is_name, name_at
from episodes.core.naming.roles import is_role
from episodes.core.naming.sentences import sentences
from episodes.core.naming.show_titles import of_one_surname, sightings_of_show_title
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.tongues import frames

_ROLES_OF_FEEDS: dict[str, Role] = {
    "": "host", "host": "host", "co-host": "host", "cohost": "host", "presenter": "host", "moderator": "host",
    "guest host": "host", "guest": "guest", "special guest": "guest", "interviewee": "guest",
}  # fmt: skip
_ADDRESS = re.compile(r"\S{1,100}@\S{1,100}|\((?![^()]*\s)[^()]{0,100}\)")
_AND = rf"(?:{frames.AND}|и|і|ve)"
_AUTHORS_JOINT = re.compile(rf"\s*[,;/|+&]\s*(?:{_AND}\s+)?|\s+(?:-|–|—|{_AND})\s+")
#: `Ann Lee's weekly podcast for bakers`, as a show's description begins.
_PODCAST_OF = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w.-]*(?:\s[A-ZÀ-Þ][\w.-]*){1,3})['’]s?\s(?:[a-z-]+\s){0,3}(?:podcast|show|series|"
    r"programme)\b"
)
#: Behind the name or names that begin the description of a show: what these do in it.
_DO = re.compile(
    r"(?:\s*\([^()]{1,60}\)|,[^.!?;:]{1,120}?,)?\s(?:(?:\w+ly|always|never|just)\s(?:has\b)?)?"
    r"(?:(?<=has)|(?!(?:is|was|has|does|as|his|this|us)\b)[a-z]{2,}(?:s|ss)\b)"
)
_DO_TOGETHER = re.compile(
    r"(?:\s*\([^()]{1,60}\)|,[^.!?;:]{1,120}?,)?\s(?!(?:was|were|had|have|did|in|of|at|from|and|or)\b)[a-z]{2,}\b"
)
#: Before a name in a show's description: it is none of a host.
_NO_HOST = re.compile(
    r"\b(?:produc\w+|produzi\w+|script\w*|written|screenplay|starring|stars|stories by|played|voiced|\w*design|"
    r"prodotto|founded|gegründet|fond(?:é|ato|ata)|fundado|ideat[oa]|ideazione|"
    r"konzipiert|conçu|curat?|cura di|"
    r"la cura|regia|redazione|redaktion|réalis\w+|realizzat\w+|edit\w*|engineer\w*|logo\w*|music|theme|artwork|"
    r"guests?|gästen?|"
    r"invités|invitados|ospiti|including|includes?|such as|past|recorded|named|why|how|what|sponsored|"
    r"powered|ranging from)\b[^.!?]{0,80}$|\bfrom\s[^.!?,;]{2,50}\sto\s$|"
    r"\b(?:feed|network)\b[^.!?;]{0,60}\bincludes?\b[^.!?]{0,400}$|"
    r"\b(?:about|of|like|vs\.?|versus|wie|como|comme|over|sobre|über|inspired by|in the tradition of|"
    r"(?:episodes?|interviews?|conversations|discussions|talks|chats|readings|sermons|lectures|gesprächen?|"
    r"entretiens|entrevistas|interviste|conversaciones|conversazioni|conversas|gesprekken|talked|spoken|hear)"
    r"(?:\s(?:with|to|from|by|mit|avec|con|com|met|med))?)\s(?:(?:the|great|poet|(?!host|present)[a-z]+(?:s|er|"
    r"or|ist|ian))\s){0,2}$",
    re.IGNORECASE,
)
#: In a sentence that names those who hold the show.
_HOSTS_WORD = re.compile(
    r"\b(?:(?:co-?)?host(?:s|ed|ing)?|present(?:s|ed|ers?)|moder(?:iert|ieren|ation|ator\w*|ates?d?)|präsentier\w+|"
    r"anim(?:é|ée|ateur\w*)|"
    r"conduc\w+|condott[oaie]|conduttor\w+|presentad[oa]s?|presentan?|apresenta\w*|gepresenteerd|programled\w+|vært\w*|"
    r"prowadz\w+|gastgeber\w*|présentat\w+|presentatie|värd\w*|conduzione)\b",
    re.IGNORECASE,
)
_NAMES_NEXT = re.compile(r"\s[^\W\d_a-zß-ÿ][^\W\d_]+\s[^\W\d_a-zß-ÿ]")
_HOSTS_IT = re.compile(
    rf"{_HOSTS_WORD.pattern}|\b(?:(?:are|is) joined|journey through|brothers|sisters|siblings|duo|in diesem podcast|"
    r"in this podcast|your guides?|(?:talk|speak|chat|sit)s? (?:\w+ )?(?:to|with|about)|(?<=, )(?:talk|chat|debate)\b|"
    rf"discuss|interviews|{frames.SPEAKS_FIRST})\b",
    re.IGNORECASE,
)
#: Right before the name of a host: `Ich bin`, and what hosts do where the verb comes first.
_DOES_FIRST = re.compile(
    r"\b(?:i(?:[’']m| am)|we(?: a|[’'])re|ich bin|wir sind|(?:mein|my) name(?: is|[’']s| ist)|"
    rf"je suis|nous sommes|soy|somos|io sono|^sono|{frames.SPEAKS_FIRST}|{frames.HOLDS_FIRST})\s$",
    re.IGNORECASE,
)
#: `Each week journalist`, right before a name.
_EACH_WEEK = re.compile(
    r"\b(?:(?:each|every) (?:week|day|month|episode)|jede woche|jeden (?:tag|monat)|chaque (?:semaine|jour|mois)|"
    r"cada (?:semana|día|mes)|ogni (?:settimana|giorno)|elke week|varje vecka|hver (?:uke|uge))"
    r",?\s(?:(?!(?:with|mit|avec|con|met|med)\s)[a-zà-ÿ-]+\s)?$",
    re.IGNORECASE,
)
#: Between a host's word and a name that is another's: `hosted by fans who love Ann Lee`.
_APART = re.compile(r"[.;!?]|\b(?:who|whose|about|die|der|über|qui|que|che|som)\s")
MOST_BETWEEN = 80
MOST_BEFORE = 4
#: More names than these are a list of guests, authors or works.
MOST_HOSTS = 3
_OF_A_THING = re.compile(
    r"\s(?:University|Stiftung|Fondation|Fondazione|Fundación|Memorial|Show|School|Institute|Center|Centre|"
    r"Forum|Award|Prize|Foundation|Library|Museum|Care|Studios?|"
    r"Community|Church|Chapel|College|Hospital|Academy|Parish|House)\b"
)
#: The last word of what looks like a person's name and is a firm's, a place's or a band's.
_IS_FIRM = re.compile(
    r"\s(?:Bakery|Speedway|Rogues|Makers|Archives?|Elementary|Voices|Audio|Networks?|Creatives?|Collective|"
    r"Sounds|"
    r"Library|Stories|Twins|Bros|Family|Friends|Originals|Learning|Coaching|Fitness|Yoga|Wellness|Ministry|"
    r"Theater|Theatre|Players|Motors?|Racing|Hotels?|Wines?|Brewing|Comics|Wrestling|Union|Alliance|Initiative|"
    r"Journal|Avenue|Square|County)$"
)
#: Those that are surnames too: a firm's where no given name stands before them (`Amy Beach`, `Long Beach`).
_IS_FIRM_OR_PERSON = re.compile(r"\s(?:Sound|Temple|Abbey|Coffee|Beach|Valley)$")
_AND_GUESTS = re.compile(
    rf"(?:\s*\([^()]{{0,60}}\))?,?\s(?:and|&|with|und|et|og|och|y|e)\s(?:\w+\s){{0,2}}(?:guest|{frames.GUESTS})\b"
)


def sightings_of_feed(people: Iterable[tuple[str, str]]) -> Iterator[Sighting]:
    """Take the persons that a feed states (`podcast:person`), by role; their names need no proof."""
    for role, name in people:
        kind = _ROLES_OF_FEEDS.get(role.strip().lower())
        if kind and (whole := without_degrees(tidy(name))):
            found = name_at(whole, 0)
            plain = found.text if found and found.end == len(whole) else whole
            credit = Credit(name=plain, role=kind, title=found.honorific if found else "")
            yield Sighting(credit=credit, confidence=1.0, origin="feed", reason=f"the feed names {plain} as {kind}")


def sightings_of_author(author: str, *, origin: str) -> Iterator[Sighting]:
    """Take the author of an item or show for a host where it is a person's name, alone or beside a firm's."""
    plain = without_degrees(tidy(_ADDRESS.sub(" ", author[:500])))
    if " with " in plain.lower():
        yield from sightings_of_show_title(plain)
        return
    couple = of_one_surname(plain, 0)
    if couple and couple[-1].end == len(plain):
        yield from (sighting(one, "host", 0.83, origin, f"{plain[:80]!r} is the author") for one in couple)
        return
    pieces = [piece.strip(' ()<>"') for piece in _AUTHORS_JOINT.split(plain)]
    # Behind a stroke stands as often a firm as a person.
    any_name = any(map(is_name, pieces)) and not re.search(r"[/|+]|\s[-–—]\s", plain)
    for piece in pieces:
        found = name_at(piece, 0)
        if found and len(piece.split()) >= MOST_PARTS and not PARTICLES & set(fold(piece).split()):
            continue  # two persons without a sign between them
        if found and not _is_firm(piece) and found.end == len(piece) and (any_name or is_name(piece)):
            yield sighting(found, "host", 0.83, origin, f"{plain[:80]!r} is the author")


def _is_firm(name: str) -> bool:
    may_be = _IS_FIRM_OR_PERSON.search(name) is not None and not is_given(fold(name.split(maxsplit=1)[0]))
    return may_be or _IS_FIRM.search(name) is not None


def sightings_of_show(description: str) -> Iterator[Sighting]:
    """Find the hosts in the description of a show; whom it names as authors, guests or examples is left out."""
    parts = re.split(r"\n\s*\n", description[:3000])
    for number, sentence in enumerate([one for part in parts for one in sentences(tidy(part))][:8]):
        if not phrases.ELSEWHEN.match(sentence):
            others = _named_for_others(sentence)
            yield from (seen for seen in _of_show(sentence, first=number == 0) if seen.credit.name not in others)


def _of_show(sentence: str, *, first: bool) -> Iterator[Sighting]:
    if first:
        yield from after_phrases(sentence, (phrases.SHOW_WITH,), origin="show", hosts=())
    of_hosts = _HOSTS_IT.search(sentence) is not None
    yield from after_phrases(sentence, phrases.SHOW_HOSTS[: None if of_hosts else -1], origin="show", hosts=())
    if first:
        yield from _beginners(sentence)
        if (owner := _PODCAST_OF.match(sentence)) and (whose := name_at(owner["name"], 0)) and is_name(whose.text):
            yield sighting(whose, "host", 0.86, "show", f"{owner[0]!r} begins the show's description")
    presenter = name_at(sentence, 0)
    if presenter and _AND_GUESTS.match(sentence, presenter.end):
        yield sighting(presenter, "host", 0.88, "show", f"{around(sentence, presenter)!r} in the show's description")
    for found in names_before_verb(sentence, phrases.SHOW_VERBS):
        if not re.search(
            r"\b(?:guests?|by|including|include|like)\b[^.]{0,30}$", sentence[: found.start], re.IGNORECASE
        ):
            yield sighting(found, "host", 0.86, "show", f"{around(sentence, found)!r} in the show's description")
    yield from _named(sentence)


def _named_for_others(sentence: str) -> set[str]:
    """Who stands behind a word that names no hosts, or in a long row without a word that does."""
    names = list(names_in(sentence))
    others = {
        found.text
        for found in names
        if ((word := _NO_HOST.search(sentence[: found.start])) and not _HOSTS_WORD.search(word[0]))
        or _OF_A_THING.match(sentence, found.end)
    }
    row: list[Name] = []
    for found in names:
        joined = row and JOINT.fullmatch(sentence[row[-1].end : found.start])
        row = [*row, found] if joined else [found]
        if (joined and row[0].text in others) or (len(row) > MOST_HOSTS and not _HOSTS_IT.search(sentence)):
            others |= {one.text for one in row}
    return others


def _named(sentence: str) -> Iterator[Sighting]:
    """Take those whom a sentence names right behind a host's word, or before it or before what hosts do."""
    if sentence.endswith("?"):
        return
    names = list(names_in(sentence))
    taken: Name | None = None
    for place, found in enumerate(names):
        beside = names[max(0, place - 1) : place + 2]
        likely = found.has_known_given or any(
            other.has_known_given and JOINT.fullmatch(sentence[one.end : two.start])
            for one, two in pairwise(beside)
            for other in (one, two)
        )
        if not found.has_known_given and any(is_role(fold(word)) for word in found.text.split()):
            continue  # `Ann Lee, Certified Judge`
        in_row = taken is not None and JOINT.fullmatch(sentence[taken.end : found.start])
        if likely and not _IS_FIRM.search(found.text) and (in_row or _is_beside(sentence, found)):
            taken = found
            yield sighting(found, "host", 0.82, "show", f"{around(sentence, found)!r} in the show's description")


def _is_beside(sentence: str, found: Name) -> bool:
    """Whether a host's word stands right before a name, or such a word or what hosts do behind it."""
    before = sentence[max(0, found.start - MOST_BETWEEN) : found.start]
    word = next(reversed(list(_HOSTS_WORD.finditer(before))), None)
    if word and not _APART.search(before, word.end()):
        return True
    if _DOES_FIRST.search(before) or _EACH_WEEK.search(before) or _AND_GUESTS.match(sentence, found.end):
        return True
    behind = _HOSTS_IT.search(sentence, found.end, found.end + 2 * MOST_BETWEEN)
    if behind and sentence[found.end : behind.start()].strip() == "," and _NAMES_NEXT.match(sentence, behind.end()):
        return False  # `from Ann Lee to Bo Ek, host Eva Holt asks …`
    return (
        behind is not None
        and not re.match(r"\s?:|\s(?:by|von|par|por|da)\b", sentence[behind.end() :])
        and not re.search(r"[.;!?]", sentence[found.end : behind.start()])
    )


def _begins_with_trade(before: str) -> bool:
    """Whether nothing, or only a trade, stands before a name: `Award-winning journalists `."""
    words = before.split()
    return not words or (len(words) <= MOST_BEFORE and is_role(fold(words[-1])) and not {"of", "by", "for"} & {*words})


def _beginners(sentence: str) -> Iterator[Sighting]:
    """`Ann Lee and Bo Ek are baking the past`, `Ann Lee, author of …, discovers …`: a show of theirs."""
    names = list(names_from(sentence, 0, known=True)) if sentence[:1].isupper() else []
    told = bool(names) and _begins_with_trade(sentence[: names[0].start])
    if told and (_DO if len(names) == 1 else _DO_TOGETHER).match(sentence, names[-1].end):
        for found in names:
            yield sighting(
                found, "host", 0.84, "show", f"{sentence[:60]!r} begins the show's description", text=sentence
            )
