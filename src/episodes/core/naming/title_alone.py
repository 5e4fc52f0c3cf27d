"""Guests whose names are a whole title, `Folge 28: Ann Lee`, where the text says that somebody is talked with.

A title that is a name is as often what an episode is about. So the text must say that somebody answers (`Im Gespräch
verrät sie`, `el invitado`), must tell nothing of births and deaths, and nobody else may be known for the guest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_rows import all_names, names_in
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, is_among
from episodes.core.naming.sightings import Sighting, sighting

#: `Folge #28: `, `12. `, `S2, Episode 38: `, before the name.
_NUMBERED = re.compile(
    r"^\W*(?:s(?:eason)?\s?\d{1,3}\W{0,3})?(?:(?:folge|episode|ep|episodio|épisode|episódio|avsnitt|afsnit|aflevering|afl|puntata|"
    r"nr|no|interview)\b\.?\s*)?(?:#?\d{1,4}\b\s*)?[:.–—|-]*\s*",
    re.IGNORECASE,
)
_WHO = r"(?:ihm|ihr|ihnen|de[mr](?:selben)?\s\w+)"
#: That there is a guest: the one of the title, if the text names nobody else.
_GUEST = re.compile(
    r"\b(?:my|our|this week[’']s|today[’']s) (?:\w+ )?guest\b|\bmein(?:e|en)? (?:heutige[rn]? )?gast\b|"
    r"\b(?:un|cet) entretien (?!avec)|\b(?:notre|mon) invitée?\b|\b(?:el invitado|la invitada)\b|"
    r"\bnuestr[oa] invitad[oa]\b|\b(?:il nostro|la nostra) ospite\b|"
    r"\b(?:o nosso|a nossa|nosso|nossa) convidad[oa]\b|\b(?:onze|mijn) gast\b|"
    r"\b(?:veckans|dagens|ugens|ukens) (?:gäst|gæst|gjest)\b",
    re.IGNORECASE,
)
#: That the one of the title answers; a talk *about* somebody is none of these.
_ANSWERS = re.compile(
    r"\bjoin(?:s|ed) (?:us|me)\b|"
    r"\b(?:i|we) (?:\w+ )?(?:talk(?:ed)?|speak|spoke|chat(?:ted)?|sat down|sit down) (?:to|with) (?:him|her|them)\b|"
    r"\b(?:in|during) (?:this|our) interview\b|"
    rf"\b(?:spreche|sprechen|rede|reden|unterhalte|unterhalten)\b[^.!?]{{0,40}}?\bmit {_WHO}|"
    r"\bim (?:gespräch|interview) (?:verrät|erzählt|erklärt|spricht|berichtet)\b|"
    r"\b(?:verrät|erzählt|berichtet) (?:sie|er) (?:uns|mir|im (?:gespräch|interview|podcast))\b|"
    r"\bmit uns (?:spricht|redet) (?:sie|er)\b|\b(?:hat|haben) (?:sie|er) uns (?:geantwortet|erzählt|verraten)\b|"
    r"\b(?:en|durante) esta entrevista\b|\bin (?:questa|quest['’]) ?intervista\b|\bnesta entrevista\b|"
    r"\bvi (?:pratar|snakker|taler) med (?:henne|honom|hende|ham)\b",
    re.IGNORECASE,
)
_IS_DEAD = re.compile(
    r"\b(?:born|died|deaths?|killed|murder\w*|legacy|biograph\w*|posthum\w*|geboren|gestorben|verstorben\w*|starb|tode?s?|"
    r"ermordet|nachlass|biografi\w*|née?|morte?|décès|décédée?|assassin\w*|nació|murió|muerte|fallec\w*|nacque|"
    r"morì|nasceu|morreu|död\w*|døde?|overleden|1[0-8]\d\d|\w*centur\w*|jahrhunderts?|siècle|siglo|secolo|século)\b",
    re.IGNORECASE,
)
#: The one of the title is talked of.
_OF_THEM = re.compile(
    r"\b(?:discuss|about|of|über|sur|sobre|su|über) (?:him|her|them|sie|ihn|lui|elle|ella)\b|\bwhy (?:he|she|they)\b|"
    r"\b(?:his|her|their) (?:life|crimes?|story|death|genius|influence)\b|\bde su (?:obra|vida|pintura|arte)\b|"
    r"\bph[äe]nomen|phénomène|fenómeno|fenomeno|\bracconta(?:re)? (?:la|lo|il|l['’])",
    re.IGNORECASE,
)
MOST_LINES, LONGEST_TEXT, MOST_NAMES = 6, 3000, 40


def sightings_of_bare_title(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests in a title that is nothing but their names, where the text lets somebody answer."""
    names = _names(title)
    text = "\n".join(lines[:MOST_LINES])[:LONGEST_TEXT]
    if not names or _IS_DEAD.search(text) or _OF_THEM.search(text):
        return
    answers = _ANSWERS.search(text) or (None if _names_others(text, names) else _GUEST.search(text))
    if not answers:
        return
    for found in names:
        if not is_among(found.text, hosts) and fold(found.text) not in OF_THE_NEWS:
            yield sighting(found, "guest", 0.84, "title", f"the whole title; {answers[0]!r} in the text")


def names_alone(title: str) -> list[str]:
    """The names that a title is made of, if it is nothing but names and a number."""
    return [name.text for name in _names(title)]


def _names(title: str) -> list[Name]:
    plain = tidy(title[:200])
    return all_names(_NUMBERED.sub("", plain)) or all_names(plain)


def _names_others(text: str, names: Sequence[Name]) -> bool:
    ours = [name.text for name in names]
    return any(other.has_known_given and not is_among(other.text, ours) for other in islice(names_in(text), MOST_NAMES))
