"""Guests after whom an episode of conversation is called: `#12 Ann Lee`, `Ann Lee, baker`, `Ann Lee: On Crumbs`.

A title alone names whom one talks of as often as whom one talks with: so the text, the show's description or its name
must say that people are talked with, nothing may say that the person is only talked of, and nobody else may be known
for the guest.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_rows import all_names, names_from, names_in
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.roles import HOSTING, is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_likely, sighting
from episodes.core.naming.talk_words import (
    count_of_talks,
    in_talk,
    is_a_talk,
    is_asked_about,
    is_called_talk,
    is_of_others,
    speaks,
    we_talk,
)
from episodes.core.naming.title_people import IDIOM
from episodes.core.naming.told_of import is_told_life
from episodes.core.naming.trades import GOVERNS, NOT_ASKED

_CONFIDENCE = 0.82
#: So many different words of talk make a show one of conversations, though the text says nothing of the person.
OF_CONVERSATIONS = 2
#: So many letters make a short form.
SHORT = 5
#: The text tells of the episode in its first lines.
MOST_LINES, MOST_TEXT, LONGEST_TITLE = 6, 1800, 300
_PIECES = re.compile(r"\s[-–—|]\s|[:|]\s|\s//?\s|\s(?=\()")
#: What stands in quotes is no saying but a work.
_REVIEWED = re.compile(
    r"\b(?:reviews?|albums?|single|letters?|songs?|rezens\w+|kritik|critique|reseña|recension\w*)\b", re.IGNORECASE
)
#: Behind the name: what its owner says.
_QUOTES = re.compile(r"\s?[:–—-]\s[\"“„«'‘](?=\S)")
_NUMBER = re.compile(
    r"^\W*(?:(?:folge|episode|ep|episodio|épisode|episódio|avsnitt|afsnit|aflevering|afl|puntata|nr|"
    r"no)\b\.?\s*)?#?\d{0,4}\W*",
    re.IGNORECASE,
)
#: `Elk Ek, baker at Crumb`: so a name is told of that no list knows.
_AT_HOUSE = re.compile(r",\s[^,:;.!?]{3,50}\s(?:at|bei|chez|en|da|bij|på|hos)\s(?:the\s)?[A-ZÀ-Þ]")
#: A show about those who make something asks them.
_PEOPLE_BEHIND = re.compile(
    r"\b(?:people|minds|faces|voices|makers|creators|person(?:er)?na|människorna|menneske(?:ne|rne)|folkene|"
    r"personene|menschen|köpfe|gesichter|macher|personnes|gens|personas|persone|pessoas|mensen)\s"
    r"(?:behind|bakom|bak|bag|hinter|derrière|detrás\sde|dietro|por\strás|achter)\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(r",\s[^,:;.!?]{3,50}\s(?:at|bei|chez|en|da|bij|på|hos)\s(?:the\s)?[A-ZÀ-Þ]")
_QUOTE = re.compile(r",?\s[\"“„«»‚'‘](?=\S)")
_TOLD = re.compile(r",\s(?:(?:an?|the|der|die|ein|eine|le|la|un|une|il|una|el)\s)?(?P<what>[^,:;.!?]{3,60})")
_HOUSE = re.compile(r",\s[A-ZÀ-Þ][\w.&-]*(?:\s[A-ZÀ-Þ][\w.&-]*){0,2}\s*")
_IN_BRACKETS = re.compile(
    r"\((?!(?i:part|teil|live|del|bonus|re-?run|remaster\w*)\b)[A-ZÀ-Þ][\w&’'-]*(?:\s[A-ZÀ-Þ][\w&’'-]*){0,3}\)"
)
#: `Ann Lee, "The Rye Book" (Crumb Press, 2021)`, as shows of new books write it.
_OF_A_BOOK = re.compile(
    r"(?P<who>[A-ZÀ-Þ][^,\"“:]{3,40}(?:(?:,\s|\sand\s|\s&\s)[A-ZÀ-Þ][^,\"“:]{3,40}){0,3}),\s[\"“].{3,200}[\"”]\s"
    r"\([^()]{2,60},\s20\d\d\)$"
)
#: `Ann Lee and Bo Ek on rye and the end of the mills`.
_ON = re.compile(r"\son\s(?!(?:trial|fire|tour|the\s(?:run|road|loose)|screen|stage|film|broadway)\b)", re.IGNORECASE)
_PLACE = re.compile(r"\s(?:at|of|from|in der|im|beim|i|på|aux?|en el)\s(?:the\s)?[A-ZÀ-Þ]")


def sightings_of_talk_titles(
    title: str, show_title: str, show_description: str, lines: Sequence[str], hosts: Sequence[str]
) -> Iterator[Sighting]:
    """Find whom the title gives, where this is a conversation; `hosts` are known already."""
    plain = tidy(title[:LONGEST_TITLE])
    text = "\n".join(lines[:MOST_LINES])[:MOST_TEXT]
    told = "" if plain.endswith(text.strip()) else text
    ever = count_of_talks(show_description)
    of_others = is_of_others(show_title, show_description)
    ever += OF_CONVERSATIONS if is_called_talk(show_title) else 0
    if book := _OF_A_BOOK.match(plain):
        for found in names_from(book["who"], 0, known=False):
            if not is_among(found.text, hosts):
                yield sighting(found, "guest", _CONFIDENCE, "title", f"{found.text!r} and a new book", text=plain)
        return
    for found, how in _named(plain, told):
        explained = how != "bare"
        if is_among(found.text, hosts) or fold(found.text) in OF_THE_NEWS or found.text in show_title:
            continue
        in_text = _mentions(told, found)
        if is_asked_about(found, told):
            continue
        here = (
            in_talk(told, guests=not of_others)
            if in_text
            else is_a_talk(told) and not of_others and not _tells_of_others(told)
        )
        here = here or (how == "with" and (ever > 0 or in_talk(told)))
        people = OF_CONVERSATIONS if how == "told" and _PEOPLE_BEHIND.search(show_description) else 0
        of_them = ever + people if how != "bare" or not of_others else 0  # a title of such a show is as often its topic
        talked = here or ((of_them > 0 or (we_talk(told) and not of_others)) and in_text) or _speaks(found, told)
        talked = talked or (
            how == "quoted" and not of_others and not _REVIEWED.search(told) and not is_of_others("", told)
        )
        if not talked and not (of_them >= OF_CONVERSATIONS and (explained or not told.strip())):
            continue
        if is_told_life(found, told, title=plain, explained=explained):
            continue
        yield sighting(
            found, "guest", _CONFIDENCE, "title", f"{found.text!r} in the title of a conversation", text=plain
        )


def _named(title: str, whole: str) -> Iterator[tuple[Name, str]]:
    """The names that a title gives, and how: behind `with`, `told` what the person is, `quoted` or `bare`."""
    for match in phrases.TITLE_WITH.finditer(title):
        for found in names_from(title, match.end(), known=False) if not IDIOM.search(title[: match.start()]) else ():
            if is_likely(found, whole):
                yield found, "with"
    row = list(names_from(title, 0, known=False))
    if row and not title[: row[0].start].strip() and _ON.match(title, row[-1].end):
        how = "told" if len(row) > 1 else "bare"  # one alone is as often whom the title is about
        yield from ((found, how) for found in row if is_likely(found, whole))
    pieces = _PIECES.split(title)
    for piece, behind in zip(pieces, [*pieces[1:], ""], strict=True):
        bare = _NUMBER.sub("", piece)
        if piece.startswith("("):
            continue
        names = all_names(bare.strip(" .!")) or _of_a_house(bare)
        quoted = _QUOTES.match(title, title.find(piece) + len(piece)) is not None
        for found in names:
            if is_likely(found, whole):
                told = len(names) == 1 and _is_what(behind)
                yield found, "quoted" if quoted and len(names) == 1 else "told" if told else "bare"
        if not names and (explained := _explained(bare)):
            yield explained, "told"


def _is_what(piece: str) -> bool:
    """Whether a piece of a title only tells what the person before it is: `Founder, Crumb`, `(Crumb Mills)`."""
    words = [fold(word.strip(",.")) for word in piece.split()]
    trade = 0 < len(words) < 5 and is_role(words[0]) and words[0] not in GOVERNS | NOT_ASKED | HOSTING
    return trade or _IN_BRACKETS.fullmatch(piece.strip()) is not None


def _of_a_house(piece: str) -> list[Name]:
    """`Ann Lee and Bo Ek, Crumb`: a row of names, and where they work."""
    names = list(names_from(piece, 0, known=True))
    begins = bool(names) and not piece[: names[0].start].strip()
    return names if begins and _HOUSE.fullmatch(piece, names[-1].end) else []


def _explained(piece: str) -> Name | None:
    """`Ann Lee, baker at Crumb`, `Crumb-Korrespondentin Ann Lee`, `Ann Lee, "I bake"`."""
    found = name_at(piece, 0)
    in_full = found is not None and len(found.text.split()) == 2 and _AT_HOUSE.match(piece, found.end) is not None
    if found and (found.has_known_given or in_full) and not found.start:
        told = _TOLD.match(piece, found.end)
        roles = [fold(word.strip("'’\"")) for word in told["what"].split()[:6]] if told else []
        if any(is_role(role) or role in NOT_ASKED for role in roles) and not set(roles) & (GOVERNS | HOSTING):
            return found
        if not found.has_known_given:
            return None
        return found if _QUOTE.match(piece, found.end) or _PLACE.match(piece, found.end) else None
    words = piece.split()
    for place, word in enumerate(words[:5]):
        role = fold(word)
        if is_role(role) or is_role(role.rpartition("-")[2]):
            behind = " ".join(words[place + 1 :])
            person = name_at(behind, 0)
            if (
                person
                and person.has_known_given
                and person.end == len(behind.rstrip(" .!"))
                and role not in GOVERNS | HOSTING
            ):
                return person
    return None


def _speaks(found: Name, text: str) -> bool:
    """Whether it is this person whom a text lets speak: a pronoun may be another's, where others are named."""
    return speaks(found, text) and (_mentions(text, found) or not _tells_of_others(text))


def _tells_of_others(text: str) -> bool:
    """Whether a text names or means somebody: `the translator tells us`."""
    words = {fold(word.strip(".,;:!?'’\"()")) for word in text.split()}
    return any(map(is_role, words)) or any(name.has_known_given for name in names_in(text))


def _mentions(text: str, found: Name) -> bool:
    """Whether a text has the name, a part of it, or its beginning as friends use it (`Moyin` of Moyinoluwa)."""
    words = found.text.split()
    return (
        found.text in text
        or re.search(rf"(?<!\w)(?:{re.escape(words[-1])}s?|{re.escape(words[0])})(?!\w)", text) is not None
        or (len(words[0]) > SHORT and re.search(rf"(?<!\w){re.escape(words[0][:SHORT])}\w*(?!\w)", text) is not None)
    )
