"""Guests whom an episode's title names, by what its description says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.labelled import LONGEST_LINE, sightings_of_labels
from episodes.core.naming.name_rows import JOINT, all_names, names_before_verb, names_from
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.roles import is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_one_of_us, sighting
from episodes.core.naming.told_of import is_told_life, tells_in_work
from episodes.core.naming.tongues import frames
from episodes.core.naming.trades import OFFICES

IDIOM = re.compile(
    r"\b(?:deal(?:s|ing)?|dealt|reckon(?:s|ing)?|problems?|trouble|wrong|love|war|obsess(?:ed|ion)|done|happen(?:s|"
    r"ed|ing)?|up|meet(?:s|ing)?|feud|fight|beef|work(?:s|ed|ing)?|play(?:s|ed|ing)?|cop(?:e|es|ing)|matter|"
    r"issues?|relationship|affair|break-?up|struggle|battle|mess(?:ing)?|ends?|starts?|beg[ia]ns?|begin|compared|"
    r"familiar|sleeping|living|live|down|together|fell|falling|night|evening|year|years|life|dinner|lunch|breakfast|"
    r"date|drinks|tea|coffee|abrechnung|krieg|streit|ärger|umgang|schluss|fertig|abschied|frieden|rupture|guerre|"
    r"rendez-vous|dîner|rencontre manquée|vivre|oorlog|ruzie|krig|bråk|weg)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"{JOINT.pattern}|\s(?:of|from|at|on|about|talking|discussing|von|aus|über|zu|de|du|à|sur|"
    rf"sobre|su)\s",
    re.IGNORECASE,
)
_TALKS_TO = re.compile(phrases.TALKS_TO)
_WE_TALK_TO = re.compile(rf"{phrases.WE_TALK_TO}$")
_TOPIC = re.compile(r"\s(?:on|about|über|zu|sur|sobre|su|om|:)\s")
LONGEST_HEADING = 80
_MET = re.compile(rf"(?<!\w){frames.WITH}\s$")
_APART = re.compile(r"(?:^|[-–—,:|(\[/.!?…\"”»]|#?\d+)\s*$")
_ANYTHING = re.compile("")
#: What follows a name, or a row of them, that begins a piece of a title.
_ENDS_NAME = re.compile(rf"\s*$|,\s|{_TOPIC.pattern}")
_LECTURE_BY = re.compile(
    r"\b(?:lecture|keynote|sermon|homily|vortrag|predigt|conférence|conferenza|foredrag)\s"
    r"(?:by|von|de|di|av|af)\s(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
#: Between who is asked and who asks.
_ASKED_BY = re.compile(
    r"\s(?:(?:is|wird|est|es|è)\s)?(?:interviewed|interviewt|interviewée?s?|entrevistad[oa]s?|intervistat[oaie]|"
    r"geïnterviewd|intervjuas|interviewes)\s(?:by|von|par|por|da|door|av|af)\s(?=(?-i:[A-ZÀ-Þ]))",
    re.IGNORECASE,
)
#: `Debunking a lecture by …`, `Reaction to a sermon by …`.
_IS_ABOUT = re.compile(
    r"\b(?:\w+ing (?:an?|the|his|her|my|our|this)|on|about|why|how|review|reaction|response|to|über|zu|sur|su|om)\b",
    re.IGNORECASE,
)
_ENDS_PIECE = re.compile(r"\s*(?:$|[-–—|:(\[,]\s?)")
#: `Der neue Roman von `: a work speaks.
_WORK_OF = re.compile(r"\b(?:by|of|von|vom|de|di|du|da|do|av|af|van)\s$")
#: `Ann Lee (@ann) has written …`: who has a handle is living.
_HAS_HANDLE = re.compile(r"\s\(@\w+\)\s")


def sightings_of_title(title: str, lines: Sequence[str], *, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests in a title: behind `with` and the like, or alone between separators where the text confirms it."""
    plain = tidy(title[:500])
    for match in phrases.TITLE_WITH.finditer(plain):
        # Other languages' `with` is also what one settles accounts, dines or struggles with.
        word = match[0].lower().strip(" :")
        english = word not in ("mit", "avec", "con", "com", "met", "med", "x")
        apart = word not in ("con", "com") or _APART.search(plain[: match.start()]) is not None
        if IDIOM.search(plain[: match.start()]):
            continue
        for found in names_from(plain, match.end(), known=False):
            stands = found.has_known_given and (english or apart)
            if not (_confirmed(found, lines) or stands):
                break
            if not re.match(r"\s+[^\W\d_]", plain[found.end :]) or _GOES_ON.match(plain, found.end):
                is_told = english and found.has_known_given and fold(found.text) not in OF_THE_NEWS
                is_told = is_told and _in_brackets(plain, match.start(), found.end)
                reason = f"{match[0].strip()!r} in the title"
                yield sighting(found, "guest", 0.86, "title", reason, text=plain, exact=is_told)
    for piece in re.split(r"\s[-–—|]\s|[:|]\s|[()\[\]]|\s//\s", plain):
        bare = piece.strip(" .#0123456789")
        names = all_names(bare) or _speaker_of(bare) or _begins_both(bare, lines)
        for found in names:
            line = _confirmed(found, lines) or _introduced(found, lines) or _stands_alone(piece, found, lines)
            if line and not is_among(found.text, hosts):
                yield sighting(found, "guest", 0.87, "title", f"alone in the title; {line!r}")
    yield from _who_talks(plain, lines, hosts)
    yield from _who_lectures(plain, hosts)
    yield from _who_is_asked(plain)
    labelled = [seen for seen in sightings_of_labels([plain, *plain.split(" - ")[1:]]) if seen.credit.role == "guest"]
    # `Met:`, `Con:` in a title are a house and a forger as well.
    yield from (seen for seen in labelled if "with" not in seen.signs)


def _who_is_asked(title: str) -> Iterator[Sighting]:
    """Find both of `Ann Lee interviewed by Bo Ek`."""
    match = _ASKED_BY.search(title)
    asked = names_before_verb(title, _ASKED_BY, known=False) if match else []
    if not match or not asked or _IS_ABOUT.search(title[: asked[0].start]) or fold(asked[0].text) in OF_THE_NEWS:
        return
    for found in asked:
        yield sighting(found, "guest", 0.9, "title", f"{match[0].strip()!r} in the title", text=title, exact=True)
    for found in names_from(title, match.end(), known=False):
        yield sighting(found, "host", 0.9, "title", f"{match[0].strip()!r} in the title", text=title, exact=True)


def _in_brackets(title: str, start: int, end: int) -> bool:
    """Whether brackets hold nothing but a part of a title: `Bread (with Ann Lee!)`."""
    return title[:start].rstrip()[-1:] in tuple("([") and re.match(r"[!.]?[)\]]", title[end:]) is not None


def _who_lectures(title: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find who gives the lecture that an episode is: `Baking Prize lecture by Ann Lee`."""
    match = _LECTURE_BY.search(title)
    found = name_at(title, match.end()) if match else None
    if not match or not found or _IS_ABOUT.search(title[: match.start()]) or is_among(found.text, hosts):
        return
    if found.has_known_given and _ENDS_PIECE.match(title, found.end):
        yield sighting(found, "guest", 0.9, "title", f"{match[0].strip()!r} in the title", text=title, exact=True)


def _speaker_of(piece: str) -> list[Name]:
    """`A on how to …`: a name with a topic."""
    found = name_at(piece, 0)
    return [found] if found and found.has_known_given and _TOPIC.match(piece, found.end) else []


def _begins_both(piece: str, lines: Sequence[str]) -> list[Name]:
    """Names that begin a piece of the title and a line of the text, though no list knows them."""
    names = list(names_from(piece, 0, known=False))
    if not names or names[0].start > len(names[0].honorific) + 1 or not _ENDS_NAME.match(piece, names[-1].end):
        return []
    return [found for found in names if any(_begins(line, found) for line in lines[:2])]


def _begins(line: str, found: Name) -> bool:
    """Whether a text begins with somebody; of what no list knows, bands and firms work for decades too."""
    works = None if found.has_known_given else phrases.WORKS.match(line, len(found.text))
    return line.startswith(found.text) and not works


def _who_talks(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find who is named in a title and, by any part of the name, talks to us or our hosts in the text."""
    for found in names_before_verb(title, _ANYTHING, known=False):
        in_full = any(line.startswith(found.text) for line in lines[:2])
        if is_among(found.text, hosts) or not (found.has_known_given or in_full):
            continue
        words = found.text.split()
        parts = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, (found.text, words[0], words[-1])))})(?!\w)")
        told = (
            talk
            for line in lines[:6]
            for part in parts.finditer(line[:LONGEST_LINE])
            if (talk := _talks(line[:LONGEST_LINE], part, hosts))
        )
        if talk := next(told, ""):
            yield sighting(found, "guest", 0.85, "title", f"{talk!r} of whom the title names")


def _talks(line: str, part: re.Match[str], hosts: Sequence[str]) -> str:
    """The words by which somebody named at a place of a line talks to us, or we and our hosts with that person."""
    talks = _TALKS_TO.match(line, part.end())
    if talks and is_one_of_us(talks["to"], hosts):
        return line[part.start() : talks.end()]
    if we_talk := _WE_TALK_TO.search(line[: part.start()]):
        return line[we_talk.start() : part.end()]
    us = {word for host in hosts for word in (host, host.split()[0])}
    behind = next((word for word in us if line.startswith(f" and {word}", part.end())), "")
    before = next((word for word in us if line[: part.start()].endswith(f"{word} and ")), "")
    end = part.end() + (len(f" and {behind}") if behind else 0)
    return line[part.start() : end] if (behind or before) and phrases.PRESENTS.match(line, end) else ""


def _stands_alone(piece: str, found: Name, lines: Sequence[str]) -> str:
    """The words of a title that need little proof: `Amb. Ann Lee`, `Ann Lee on Bread`, if the text names her too."""
    text = "\n".join(lines[:6])
    if text.strip() and (found.text.split()[-1] not in text or is_told_life(found, text)):
        return ""
    if fold(found.text) in OF_THE_NEWS or fold(found.honorific) in OFFICES:
        return ""
    rest = piece.strip(" .#0123456789").removeprefix(found.honorific).strip()
    if found.honorific and found.end - found.start == len(rest):
        return f"{found.honorific} {found.text}"
    on_topic = found.has_known_given and rest.startswith(f"{found.text} on ")
    return rest[: len(found.text) + 20] if on_topic else ""


def _introduced(found: Name, lines: Sequence[str]) -> str:
    """The words by which a description introduces somebody living: `A is a historian …` as its first sentence."""
    for line in lines[:2]:
        line = line.removeprefix(f"{found.honorific} ") if found.honorific else line
        if line.startswith(found.text):
            if phrases.WORKS.match(line, len(found.text)):
                return line[: len(found.text) + 40]
            match = phrases.IS_SOMEBODY.match(line, len(found.text))
            if match and any(is_role(fold(word.strip(",."))) for word in match["what"].split()):
                return line[: len(found.text) + 40]
            if _HAS_HANDLE.match(line, len(found.text)):
                return line[: len(found.text) + 40]
    return ""


def _confirmed(found: Name, lines: Sequence[str]) -> str:
    """The words by which a description lets a person speak whom the title names alone."""
    for line in lines[:4]:
        at = line.find(found.text)
        if at >= 0 and (_WORK_OF.search(line[:at]) or tells_in_work(line, at + len(found.text))):
            continue
        heading = len(line) < LONGEST_HEADING and not line.rstrip().endswith((".", "!", "?"))  # of a part of the talk
        met = _MET.search(line[:at]) if at >= 0 and heading else None
        if met and found.has_known_given and not IDIOM.search(line[: met.start()]):
            return line[met.start() : at + len(found.text)]
        if at >= 0 and phrases.SPEAKS.match(line, at + len(found.text)):
            return line[at : at + len(found.text) + 30]
    return ""
