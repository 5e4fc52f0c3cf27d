"""Who an episode is about and takes part too: named once in full, then by one name or a pronoun beside us.

`Ann Lee: four hundred loaves … I drove up to see Ann.` – `Ann Lee baked for kings. She invited us to her kitchen.`
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from episodes.core.naming import phrases
from episodes.core.naming.name_rows import names_before_verb, names_from, names_in, sentences
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at, same_person
from episodes.core.naming.sightings import Sighting, is_likely, sighting

_PIECE = re.compile(r"\s[-–—|]\s|[:|]\s|[()\[\]]|\s//\s|^\W*\d+\.?\s")
_VISITS = r"(?:came|comes|popped|pops|drops|dropped|stops|stopped|dials|dialled|calls|called|jumps|rings|rang)"
#: What whoever is meant does with us, or our host; the dead are said to leave, teach and give us things.
_BESIDE_US = (
    r"(?:['’]s|\sis)\s(?:back|here|with us|on the (?:show|line|pod|podcast)|in the studio)\b|"
    rf"\s(?:also\s|then\s)?{_VISITS}\s(?:[a-z]+\s){{0,3}}?(?:on|in|by|round|over|back|up)\b|"
    r"\s(?!gave\b|gives\b|left\b|leaves\b|taught\b|brought\b|made\b|inspired\b|inspires\b|reminds\b|showed\b|haunts\b|"
    r"with\b|and\b|of\b|to\b|for\b|from\b|in\b|on\b|or\b|as\b)"
    r"[a-z]+\s(?:at\s|to\s|with\s|round\s|for\s|down with\s)?(?:us|me|our)\b(?!\sall)|"
    r"\s(?:talks|talked|speaks|spoke|chats|chatted|sits down|sat down|tells|told|shows|explains)\s(?:to\s|"
    r"with\s)?(?:HOST)\b"
)
_WE = (
    r"\b(?:[Ww]e|I|HOST)(?:['’]ve)?\s(?:(?:[\w’'-]+\s){1,12}?to\s|(?:[a-z]+\s){0,4}?)(?:see|meets?|met|"
    r"visit(?:s|ed)?|ask(?:s|ed)?|interview(?:s|ed)?)\s"
)
#: `The former minister in conversation with B`: whom the title names answers B.
_ROLE_WITH = re.compile(
    r"(?:The|Die|Der|La|Le|L['’]|El|Il|De|Den|Het|O|A)\s?[^.,!?;:]{4,80}\s(?:in conversation with|im Gespräch mit|"
    r"en conversation avec|en conversación con|in dialogo con|in gesprek met|em conversa com|i samtal med)\s"
)
#: `Interview special: Ann Lee`, `Das Interview der Woche: Ann Lee`.
_INTERVIEW = re.compile(
    r"(?:^|\s[-–—|]\s|\d[.:]?\s)(?:[^\W\d_][\w’']*\s){0,2}?(?:interview|entretien|entrevista|intervista|intervju)\b[^:]{0,24}:\s",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"s?he\b", re.IGNORECASE)
#: `A in conversation with B`, as houses call what they put on: B asks.
_IN_CONVERSATION = re.compile(r"\s(?:in conversation with|im Gespräch mit)\s", re.IGNORECASE)
MOST_LINES, MOST_TEXT = 6, 1500


def sightings_of_topics(title: str, lines: Sequence[str], *, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find who is named in a title or opens a description, and is said further on to be with us."""
    text = "\n".join(lines[:MOST_LINES])[:MOST_TEXT]
    titled = list(_of_title(title, text))
    if (label := _INTERVIEW.search(title)) and (named := list(names_from(title, label.end(), known=False))):
        for found in named:
            yield sighting(found, "guest", 0.86, "title", f"{label[0].strip()!r} before the name")
        titled += named
    yield from _answering(titled, lines)
    yield from _in_conversation(title, hosts)
    opening = [] if titled else list(_of_opening(lines))
    for found in titled or opening:
        if found.text in OF_THE_NEWS or any(same_person(found.text, host) for host in hosts):
            continue
        if (found.has_known_given or _is_told_of(found, text)) and (
            words := _beside_us(found, text, hosts, alone=len(titled) < 2)
        ):
            yield sighting(found, "guest", 0.84, "title" if titled else "description", f"{words!r} of {found.text}")


def _of_title(title: str, text: str) -> Iterator[Name]:
    for piece in _PIECE.split(title):
        found = name_at(piece, 0)
        if found and not piece[: found.start].removeprefix(found.honorific).strip():
            shorter = found.text.rpartition(" ")[0]
            # `Ann Lee Bakes for Kings`: where each word has a capital, the text knows where the name ends.
            cut = " " in shorter and found.text not in text and shorter in text
            yield replace(found, text=shorter, end=found.start + len(shorter)) if cut else found


def _of_opening(lines: Sequence[str]) -> Iterator[Name]:
    """The name that begins a description, of whom it goes on to tell."""
    found = name_at(lines[0], 0) if lines else None
    if found and not found.start and phrases.GOES_ON.match(lines[0], found.end):
        yield found


def _beside_us(found: Name, text: str, hosts: Sequence[str], *, alone: bool) -> str:
    """The words that put somebody beside us: by name, or by a pronoun where nobody else can be meant."""
    words = found.text.split()
    one = "|".join(map(re.escape, (found.text, words[0], words[-1])))
    host = "|".join(re.escape(part) for name in hosts for part in (name, name.split()[0])) or r"(?!)"
    who = rf"(?<![\w-])(?:{one}{'|[Hh]e|[Ss]he' if alone else ''})"
    pattern = rf"{who}(?:{_BESIDE_US})|{_WE}(?:{one})(?![\w-])".replace("HOST", host)
    match = re.search(pattern, text)
    if not match or (_PRONOUN.match(match[0]) and _is_another_between(found, text[: match.start()])):
        return ""
    return match[0]


def _is_told_of(found: Name, text: str) -> bool:
    """Whether a text goes on with somebody of whom no list knows the given name."""
    return is_likely(found, "\n" + text)


def _is_another_between(found: Name, before: str) -> bool:
    return any(
        other.has_known_given and not same_person(other.text, found.text)
        for other in names_in(before[before.rfind(found.text) + 1 :])
    )


def _in_conversation(title: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    answering = names_before_verb(title, _IN_CONVERSATION, known=False)
    match = _IN_CONVERSATION.search(title)
    asking = list(names_from(title, match.end(), known=False)) if match else []
    if not answering or not asking or any(same_person(one.text, host) for host in hosts for one in answering + asking):
        return
    yield from (
        sighting(found, "guest", 0.86, "title", f"'in conversation' behind {found.text}") for found in answering
    )
    yield from (sighting(found, "host", 0.82, "title", f"'in conversation with' {found.text}") for found in asking[:1])


def _answering(titled: Sequence[Name], lines: Sequence[str]) -> Iterator[Sighting]:
    match = _ROLE_WITH.match(sentences(lines[0])[0]) if titled and lines else None
    asking = list(names_from(lines[0], match.end(), known=False)) if match else []
    if match and asking:
        yield sighting(asking[0], "host", 0.84, "description", f"{match[0]!r} before the name")
        for found in titled[:1]:
            yield sighting(found, "guest", 0.84, "title", f"{match[0]!r} of {found.text}")
