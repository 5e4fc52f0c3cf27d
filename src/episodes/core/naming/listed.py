"""Lists of people, a line each: below a label, or each with what that person is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.labelled import MOST_LINES, MOST_NAMES, names_behind_label
from episodes.core.naming.person_names import name_at
from episodes.core.naming.roles import HOSTING, ROLES

#: Words that stand over a list of guests without a colon.
_ALONE = re.compile(
    r"(?:with|con|com|met|med|mit|avec|(?:(?:about|meet) )?(?:(?:our|the|your|today[’']s) )?(?:guests?|hosts?)|"
    r"featuring|panel(?:l?ists)?|speakers|gäste|invités|ospiti|invitados|convidados|gasten|"
    r"(?:sermon )?preached by|(?:sermon )?delivered by)",
    re.IGNORECASE,
)
#: `It is ` before `hosted by:`.
_IT_IS = re.compile(
    r"(?!.*\b(?:last|next|previous|other|former|music|past)\b)[^.:!?,;]{0,40}?\b(?:is|are|was|wird|werden|est|sont|è|es|é|"
    r"wordt|worden|leds av|er)\s(?=[^\W\d_])",
    re.IGNORECASE,
)
_AND = re.compile(r"(?:and|und|et|&)", re.IGNORECASE)
#: A line below somebody's name: where that person is found.
_ADDRESS = re.compile(
    r"(?:https?://|www\.|@\w|[\w-]+\.(?:com|org|net|io|de|co|tv|me|dev)(?:/|$))\S*\s*$|(?:twitter|instagram|"
    r"mastodon|irc|web|website|blog|github)\s*:",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-–—•*·►▶→]\ufe0e?|\d{1,2}[.)]\s)\s*")
#: `Ann Lee – Partner, Crumb`, `Your host, Bo Ek`.
_WHO_IS = re.compile(
    r"(?:(?P<before>(?:your |our )?(?:co-?)?hosts?),?:?\s)?(?P<name>[^,;:()|–—]{5,50}?)\s*"
    r"(?:$|(?:\s[–—|-]\s|,\s|\(|:\s)(?P<what>.{3,120})$)",
    re.IGNORECASE,
)
_IN_CAPITALS = re.compile(
    r"(?P<given>[A-ZÀ-Þ][a-zß-ÿ]+(?:[- ][A-ZÀ-Þ][a-zß-ÿ]+)?)\s"
    r"(?P<last>(?:(?:de|du|d['’]|le|la|van|von)\s)?[A-ZÀ-Þ][A-ZÀ-Þ'’-]+(?:\s[A-ZÀ-Þ][A-ZÀ-Þ'’-]+)?),?\s"
    r"(?P<what>[^\W\d_].{2,})"
)
#: A heading over works or people of works.
_OF_WORKS = re.compile(
    r"\b(?:livres?|bibliographie|lectures?|lire|œuvres|ouvrages|références|personnages|extraits?|archives?|"
    r"books?|reading|supporters?|patrons?|backers?|donors?|sponsors?|unterstützer\w*|mecenas|soutiens?|sostenitori|donateurs?|"
    r"characters|playlist|coups? de cœur|films?|musiques?|chansons?|libros|libri|bücher|literatur|hommage)\b",
    re.IGNORECASE,
)
#: Offices that are no roles elsewhere: a reader writes letters too.
_OFFICE = re.compile(
    r"(?:(?:Senior|Associate|Emeritus|Visiting)\s)*(?:Reader|Dean|Provost|Warden|Master|Chair|Head)\s(?:in|of|at)\s"
)
_MAKERS = frozenset({"producer", "producers", "editor", "engineer", "composer", "designer", "sound", "mixing", "music"})
#: What stands in brackets behind the name of somebody who only helps to make an episode.
HELPS = re.compile(
    r"[(\[]\s?(?:schnitt|musik|grafik|produktion|ton|technik|regie|music|editing|edit|producer|montage|montáž|střih|"
    r"dźwięk|montaż|монтаж|звук|музыка|дизайн|klipp|musikk|teknik|teknikk|produsent|producent|leikkaus)\s?[)\]]",
    re.IGNORECASE,
)
#: At the end of what somebody of a panel is: `Director, Crumb—Moderator`.
_MODERATES = re.compile(r"(?:^|[—–,;(-]\s?)(?:as\s)?moderator\W*$", re.IGNORECASE)
#: Behind a name that begins a sentence: `Ann Lee bakes`.
_GOES_ON = re.compile(r"\s(?!(?:and|und|et|y|e|og|och|en|i|from|of|at|von|vom|de|aka)\b)[^\W\d_A-ZÀ-Þ][^\W\d_]*\s")
LONGEST_HEADING, LONGEST_LABEL = 80, 60
#: So much of a line below a label is read for a name and what its owner is.
LONGEST_NAME = 100


def rows_under_labels(lines: Sequence[str]) -> Iterator[str]:
    """Join a label that has a line to itself with the names below it, one a line.

    >>> list(rows_under_labels(["Hosts:", "- Anna Reader", "- Tom Shelf", "", "We talk."]))
    ['Hosts: Anna Reader; Tom Shelf']
    """
    for position, line in enumerate(lines[:MOST_LINES]):
        bare = _without_it_is(line.strip(" *_#"))
        if _ALONE.fullmatch(bare):
            bare += ":"
        if not _is_label(bare):
            continue
        spaced = not "".join(lines[position + 1 : position + 2]).strip()
        below = lines[position + 1 : position + 1 + 4 * MOST_NAMES]
        row, moderating = _row_of(below, may_be_apart=spaced or bare.lower() == "with:")
        if taking_part := [name for name in row if not HELPS.search(name)]:
            yield f"{bare} {'; '.join(taking_part)}"
        yield from (f"Moderator: {name}" for name in moderating)


def _row_of(lines: Sequence[str], *, may_be_apart: bool) -> tuple[list[str], list[str]]:
    """The names of a list, one a line, and of these whoever moderates; some `may_be_apart` from the next."""
    row: list[str] = []
    moderating: list[str] = []
    before, apart = "", False
    for line in lines:
        name = _head(_BULLET.sub("", line).strip())
        if (not name and (not row or may_be_apart)) or _AND.fullmatch(name):
            apart = bool(row) and not name
            continue
        if row and (_ADDRESS.match(name) or (not name and _ADDRESS.match(before))):
            before = name
            continue
        before = name
        if row and not apart and len(name) < 120 and _tells_a_role(name):
            if _MODERATES.search(name):
                moderating.append(row.pop())
            continue
        if not _begins_with_name(name, apart=apart):
            break
        row.append(name.partition(";")[0])
        apart = False
    return row, moderating


def _begins_with_name(line: str, *, apart: bool) -> bool:
    """Whether a line of a list begins with somebody's name, and, where it stands apart, is no sentence."""
    found = names_behind_label(line, 0) if len(line) <= LONGEST_NAME else []
    if found and line.endswith(":") and not found[0].has_known_given:  # `Additional Reading:` begins another list
        return False
    return bool(found) and found[0].start <= 20 and not (apart and _GOES_ON.match(line, found[0].end))


def _is_label(line: str) -> bool:
    return len(line) <= LONGEST_LABEL and any(match.end() == len(line) for match in _labels_of(line))


def _without_it_is(line: str) -> str:
    said = _IT_IS.match(line) if line.endswith(":") and len(line) <= LONGEST_HEADING else None
    return line[said.end() :] if said else line


def _head(line: str) -> str:
    """A line without the end of what it tells of a person, where it is long."""
    return line if len(line) <= LONGEST_NAME else line[: line.rfind(",", 0, LONGEST_NAME)]


def listed_people(lines: Sequence[str]) -> Iterator[str]:
    """Join the lines of a list that tells of each person who that is, and label it; makers of the show stay out.

    >>> list(listed_people(["In this episode:", "• Anna Reader – Author, Crumb", "• Your host, Tom Shelf"]))
    ['Guests: Anna Reader – Author', 'Host: Tom Shelf']
    """
    bulleted = [_apart(_BULLET.sub("", line)) for line in outside_works(lines[:MOST_LINES]) if _BULLET.match(line)]
    people = [(line, match) for line in bulleted if (match := _WHO_IS.match(line)) and _is_listed(match)]
    people = [(line, match) for line, match in people if not HELPS.search(line)]
    known = sum(name.has_known_given for _, match in people if (name := name_at(match["name"], 0)))
    if len(people) < 2 or len(people) * 3 < len(bulleted) * 2 or known * 2 < len(people):
        return
    if not any(_has_role(match) for _, match in people):
        return
    for _, match in people:
        what = {fold(word.strip(",.()")) for word in (match["before"] or match["what"] or "").split()}
        if what & HOSTING:
            yield f"Host: {match['name']}"
        elif not what & _MAKERS:
            yield f"Guests: {match['name']} – {match['what'].split(',')[0]}"


def outside_works(lines: Sequence[str]) -> Iterator[str]:
    """The lines but for the lists under a heading of works, `Books we mention:`: those in them made these."""
    of_works = False
    for line in lines:
        if _BULLET.match(line) and of_works:
            continue
        if (bare := line.strip()) and not _BULLET.match(line):
            heads = len(bare) < LONGEST_HEADING and (bare.endswith(":") or len(bare.split()) < 5)
            of_works = heads and _OF_WORKS.search(bare) is not None
        yield line


def _apart(line: str) -> str:
    """Set what somebody is apart from a surname in capitals: `Anne BEREST romancière …`."""
    match = _IN_CAPITALS.match(line)
    if not match or not any(fold(word.strip(",.()'’")) in ROLES for word in match["what"].split()[:4]):
        return line
    return f"{match['given']} {_written(match['last'])} – {match['what'].split(',')[0]}"


def _written(surname: str) -> str:
    return " ".join(word if word.islower() else word.title() for word in surname.split())


def _is_listed(match: re.Match[str]) -> bool:
    found = name_at(match["name"], 0)
    told = match["before"] or match["what"]
    return bool(told) and found is not None and found.end == len(match["name"])


def _has_role(match: re.Match[str]) -> bool:
    return any(fold(word.strip(",.()")) in ROLES for word in (match["before"] or match["what"] or "").split())


def _tells_a_role(line: str) -> bool:
    """Whether a line below a name only says who that is: `Professor of Economics at Bread College`."""
    if fold(line.strip(" :")) in _MAKERS:
        return False  # it stands over the next name
    if _OFFICE.match(line):
        return True
    first = next(iter(line.split()), "")
    return (
        name_at(line, 0) is None
        and any(fold(word.strip(",.()")) in ROLES for word in line.split()[:6])
        and first[:1].isupper()
    )


def _labels_of(text: str) -> Iterator[re.Match[str]]:
    return (match for phrase in phrases.LABELS for match in phrase.pattern.finditer(text))
