"""Hosts and guests of an episode, as its title and description name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from episodes.core.credit import Credit, Role
from episodes.core.naming import phrases
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.labelled import LONGEST_LINE, names_behind_label, sightings_of_labels
from episodes.core.naming.meetings import sightings_of_meetings
from episodes.core.naming.name_rows import JOINT, all_names, around, names_before_verb, names_from, sentences
from episodes.core.naming.name_words import HOSTING, OF_THE_NEWS, ROLES, is_role
from episodes.core.naming.patterns import search_pattern
from episodes.core.naming.person_names import Name, name_at, same_person
from episodes.core.naming.positions import APPOSITION, role_before
from episodes.core.naming.sightings import Sighting, after_phrases, is_likely, is_ours, sighting
from episodes.core.naming.speakers import sightings_of_presented, sightings_of_pronouns, sightings_of_speakers

_IDIOM = re.compile(
    r"\b(?:deal(?:s|ing)?|dealt|reckon(?:s|ing)?|problems?|trouble|wrong|love|war|obsess(?:ed|ion)|done|happen(?:s|"
    r"ed|ing)?|up|meet(?:s|ing)?|feud|fight|beef|work(?:s|ed|ing)?|play(?:s|ed|ing)?|cop(?:e|es|ing)|matter|"
    r"issues?|relationship|affair|break-?up|struggle|battle|mess(?:ing)?|ends?|starts?|beg[ia]ns?|begin|compared|"
    r"familiar|sleeping|living|live|down|together|fell|falling|night|evening|year|years|life|dinner|lunch|breakfast|"
    r"date|drinks|tea|coffee|abrechnung|krieg|streit|ärger|umgang|schluss|fertig|abschied|frieden|rupture|guerre|"
    r"rendez-vous|dîner|rencontre manquée|vivre|oorlog|ruzie|krig|bråk)\s*$",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    rf"{JOINT.pattern}|\s(?:of|from|at|on|about|talking|discussing|von|aus|über|zu|de|du|à|sur|"
    rf"sobre|su)\s",
    re.IGNORECASE,
)
_IN_THIS = re.compile(r"\W*(?:in|on) (?:this|today[’']s)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"^\W*(?:he|she)\b", re.IGNORECASE)
#: `judges`, `our marketing lead`, `fellow baker`.
_ROLE_WORD = re.compile(
    r"(?:(?:our|my|fellow|special)\s(?:[a-z]+\s){0,2}?)?(?P<role>[^\W\d_][\w-]*,?)(?=\s[A-Z]|$)|(?P<other>\S+)"
)
_GUESTS = re.compile(r"\b(?:guests?|gäste|invités|invitados|ospiti|convidados|gasten|gäster)\b", re.IGNORECASE)
_TOPIC = re.compile(r"\s(?:on|about|über|zu|sur|sobre|su|om|:)\s")
_APART = re.compile(r"(?:^|[-–—,:|(\[/.!?…\"”»]|#?\d+)\s*$")
_ANYTHING = re.compile("")
#: Who governs is named by the office, and talked of.
_OFFICES = frozenset(
    ["president", "minister", "secretary", "lord", "lady", "general", "king", "queen", "governor", "mayor"]
)
#: `Ann Lee (@ann) has written …`: who has a handle is living.
_HAS_HANDLE = re.compile(r"\s\(@\w+\)\s")
_WE_TALK = (
    r"\b(?:[Ww]e|I)\b[^.!?]{0,60}?\b(?:talk|chat|speak|discuss|convers|interview|sit|spoke|sat|caught|catch)\w*"
    r"[^.!?]{0,60}?\s(?:with|to)\s"
)
#: Who takes part is told in a description's first lines; a transcript below names everybody.
MOST_PROSE = 80
#: An honorific or role that may stand before the first name.
MOST_BEFORE = 20
LONGEST_TITLE = 200


def sightings_of_title(title: str, lines: Sequence[str], *, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests in a title: behind `with` and the like, or alone between separators where the text confirms it."""
    plain = tidy(title[:500])
    for match in phrases.TITLE_WITH.finditer(plain):
        # Other languages' `with` is also what one settles accounts, dines or struggles with.
        english = match[0].strip().lower() not in ("mit", "avec", "con", "com", "met", "med", "x")
        apart = match[0].strip().lower() not in ("con", "com") or _APART.search(plain[: match.start()]) is not None
        if _IDIOM.search(plain[: match.start()]):
            continue
        for found in names_from(plain, match.end(), known=False):
            stands = found.has_known_given and (english or apart)
            if not (_confirmed(found, lines) or stands):
                break
            if not re.match(r"\s+[^\W\d_]", plain[found.end :]) or _GOES_ON.match(plain, found.end):
                yield sighting(found, "guest", 0.86, "title", f"{match[0].strip()!r} in the title", text=plain)
    for piece in re.split(r"\s[-–—|]\s|[:|]\s|[()\[\]]|\s//\s", plain):
        names = all_names(piece.strip(" .#0123456789")) or _speaker_of(piece.strip(" .#0123456789"))
        for found in names:
            line = _confirmed(found, lines) or _introduced(found, lines) or _stands_alone(piece, found)
            if line and not any(same_person(found.text, host) for host in hosts):
                yield sighting(found, "guest", 0.87, "title", f"alone in the title; {line!r}")
    yield from _who_talks(plain, lines, hosts)
    yield from (seen for seen in sightings_of_labels([plain]) if seen.credit.role == "guest")


def sightings_of_patterns(texts: Sequence[str], patterns: Mapping[str, str]) -> Iterator[Sighting]:
    """Take the people whom the producer's own patterns (`hosts`, `guests`) find; their names need no proof."""
    roles: tuple[Role, ...] = ("host", "guest")
    for role, text in product(roles, texts):
        if match := search_pattern(patterns.get(f"{role}s", ""), text[:LONGEST_LINE]):
            named = tidy(match[1] or "" if match.groups() else match[0])
            reason = f"{match[0]!r}, by the show's pattern"
            for name in filter(None, (piece.strip(" .") for piece in JOINT.split(named))):
                credit = Credit(name=name, role=role)
                yield Sighting(credit=credit, confidence=1.0, origin="pattern", reason=reason, exact=True)


def sightings_of_habit(title: str, patterns: Mapping[str, str]) -> Iterator[Sighting]:
    """Find guests where the show's other titles have theirs (`core/naming/learned.py`)."""
    match = search_pattern(patterns.get("learned guests", ""), tidy(title[:500]))
    names = names_behind_label(match[1], 0) if match else []
    if not match or not names or names[0].start > MOST_BEFORE:
        return
    for found in names:
        reason = f"{found.text!r} in the title, learned from {patterns['learned guests from']} titles of the show"
        yield sighting(found, "guest", 0.85, "title", reason)


def sightings_of_prose(
    lines: Sequence[str], *, hosts: Sequence[str], title: str = "", show_title: str = ""
) -> Iterator[Sighting]:
    """Find hosts and guests in the sentences of a description; `title` may confirm a name that no list knows."""
    own = list(_of_the_show(lines, show_title))
    yield from own
    hosts = [*hosts, *(seen.credit.name for seen in own)]
    yield from sightings_of_presented(lines, hosts)
    before = ""
    whole = "\n".join([title, *lines[:MOST_PROSE]])[: LONGEST_LINE * 2]
    for position, line in enumerate(lines[:MOST_PROSE]):
        for number, sentence in enumerate(sentences(line[:LONGEST_LINE])):
            if not phrases.ELSEWHEN.match(sentence):
                of_others = _PRONOUN.match(sentence) is not None and not is_ours(before, hosts)
                yield from _of_sentence(
                    sentence, hosts=hosts, first=position < 2 and number < 2, of_others=of_others, whole=whole
                )
                yield from sightings_of_pronouns(sentence, before, hosts)
            before = sentence


def _of_the_show(lines: Sequence[str], show_title: str) -> Iterator[Sighting]:
    """`talks with Bread Hour's Ann Lee`: who is called after the show itself."""
    if not 4 <= len(show_title) <= LONGEST_TITLE:
        return
    called = re.compile(rf"(?<!\w){re.escape(show_title)}(?:['’]s?|,?\s(?:co-?)?hosts?)\s")
    for line in lines[:6]:
        for match in called.finditer(line[:LONGEST_LINE]):
            for found in names_from(line, match.end(), known=True):
                yield sighting(found, "host", 0.86, "description", f"{match[0].strip()!r} before the name")


def _of_sentence(
    sentence: str, *, hosts: Sequence[str], first: bool, of_others: bool, whole: str
) -> Iterator[Sighting]:
    """`of_others`: the sentence tells of somebody named before, who is none of the show's (`She speaks to …`)."""
    listed = [phrase for phrase in phrases.INLINE if not (of_others and phrase.ours)]
    yield from after_phrases(sentence, listed, origin="description", hosts=hosts, whole=whole)
    yield from _after_with_role(sentence, hosts)
    for found in names_before_verb(
        sentence, phrases.COMES, suits=lambda match: _comes_to_us(match, hosts), known=False
    ):
        if is_likely(found, whole):
            yield sighting(found, "guest", 0.92, "description", f"{around(sentence, found)!r}", text=sentence)
    yield from sightings_of_speakers(sentence, hosts, whole=whole)
    yield from sightings_of_meetings(sentence, hosts, opening=first, whole=whole)
    if first:
        yield from (_as_guest(seen, hosts) for seen in _presenters(sentence))


def _as_guest(seen: Sighting, hosts: Sequence[str]) -> Sighting:
    """`In this episode, Ann Lee breaks down …`, where others are known to be the hosts: a guest does."""
    if not hosts or seen.credit.organisation or any(same_person(seen.credit.name, host) for host in hosts):
        return seen
    if not _IN_THIS.match(seen.reason.strip("'\"")):
        return seen
    return replace(seen, credit=replace(seen.credit, role="guest"), confidence=0.82)


def _after_with_role(sentence: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """`with judges A, B and C`, and `with A, the best-selling author of …` where the sentence is about us."""
    for match in re.finditer(r"\b(?:with|mit|avec|con|com|met|med)\s+(?=\S)", sentence, re.IGNORECASE):
        word = _ROLE_WORD.match(sentence, match.end())
        names = list(names_from(sentence, match.end(), known=True))
        if not names or not word:
            continue
        by_role = fold((word["role"] or word["other"]).strip(",")) in ROLES - HOSTING
        apposition = APPOSITION.match(sentence, names[-1].end)
        explained = apposition is not None and any(is_role(fold(part)) for part in apposition["phrase"].split())
        first = not sentence[: match.start()].strip()
        if first and explained:
            names += _further(sentence, names[-1].end)
        if by_role or (explained and (first or is_ours(sentence[: match.start()], hosts))):
            for found in names:
                yield sighting(found, "guest", 0.84, "description", f"{around(sentence, found)!r}", text=sentence)


def _further(sentence: str, at: int) -> list[Name]:
    """The rest of `With A, professor at X; B, author of Y; and C`."""
    starts = [match.end() for match in re.finditer(r";\s+(?:and\s+)?", sentence[at:])]
    return [found for start in starts if (found := name_at(sentence, at + start)) and found.has_known_given]


def _presenters(sentence: str) -> Iterator[Sighting]:
    """`The ORG's A and TITLE B examine how …`: the names that begin a summary, with whose people they are."""
    lead = phrases.LEAD.match(sentence)
    start = re.compile(
        r"\W*(?:(?:the\s)?(?P<org>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,4})[’']s?\s)?",
    ).match(sentence, lead.end() if lead else 0)
    if not start:
        return
    organisation = start["org"] or ""
    names = list(names_from(sentence, start.end(), known=not organisation))
    if not names:
        return
    verb = phrases.PRESENTS if len(names) > 1 else phrases.PRESENTS_ALONE
    if not verb.match(sentence, names[-1].end):
        return
    invited = [name for name in names if _GUESTS.search(sentence[names[0].end : name.start])]
    for found in invited:  # `Ann Lee and guests Bo Ek and Eva Dahl discuss …`
        yield sighting(found, "guest", 0.9, "description", f"{around(sentence, found)!r}", text=sentence)
    names = [name for name in names if name not in invited]
    confidence = (0.85 if len(names) > 1 else 0.7) if organisation else 0.72
    if (len(names) > 1 or (lead and not organisation)) and not any(fold(one.text) in OF_THE_NEWS for one in names):
        confidence = 0.83
    if invited:  # whose guests they are
        confidence = 0.88
    for found in names:
        seen = sighting(
            found,
            "host",
            confidence,
            "description",
            f"{sentence[: names[-1].end][:80]!r} begins the summary",
            text=sentence,
        )
        title = role_before(sentence, found.start) or seen.credit.title
        yield replace(
            seen, credit=replace(seen.credit, title=title, organisation=organisation or seen.credit.organisation)
        )


def _speaker_of(piece: str) -> list[Name]:
    """`A on how to …`: a name with a topic."""
    found = name_at(piece, 0)
    return [found] if found and found.has_known_given and _TOPIC.match(piece, found.end) else []


def _who_talks(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find who is named in a title and, by any part of the name, talks to us or our hosts in the text."""
    for found in names_before_verb(title, _ANYTHING):
        if any(same_person(found.text, host) for host in hosts):
            continue
        words = found.text.split()
        parts = "|".join(map(re.escape, (found.text, words[0], words[-1])))
        talks = re.compile(
            rf"(?<!\w)(?:{parts})\s(?:\w+\s)?(?:talks?|talked|speaks?|spoke|chats?|chatted|"
            rf"sits? down|sat down|joins?|joined|tells?|told|opens? up|catches up)(?:\s(?:to|"
            rf"with))?\s(?:the\s)?(?P<to>\w+)"
        )
        with_whom = re.compile(rf"{_WE_TALK}(?:{parts})(?!\w)")
        for line in lines[:6]:
            match = talks.search(line[:LONGEST_LINE])
            if match and not _is_one_of_us(match["to"], hosts):
                match = None
            if match := match or with_whom.search(line[:LONGEST_LINE]):
                yield sighting(found, "guest", 0.85, "title", f"{match[0]!r} of whom the title names")
                break


def _comes_to_us(match: re.Match[str], hosts: Sequence[str]) -> bool:
    """Whether somebody comes to the show or its host, not to a country or a party (`X visits Y`)."""
    if re.search(r"\shosts?\s", match[0]):
        return True
    return match["host"] is None or _is_one_of_us(match["host"], hosts)


def _is_one_of_us(word: str, hosts: Sequence[str]) -> bool:
    return word.lower() in ("us", "me", "host", "hosts", "lads", "boys", "gang", "team", "crew", "guys") or any(
        word in host.split() for host in hosts
    )


def _stands_alone(piece: str, found: Name) -> str:
    """The words of a title that need no proof: `Amb. Ann Lee`, `Ann Lee on Bread`."""
    if fold(found.text) in OF_THE_NEWS or fold(found.honorific) in _OFFICES:
        return ""
    rest = piece.strip(" .#0123456789").removeprefix(found.honorific).strip()
    if found.honorific and found.end - found.start == len(rest):
        return f"{found.honorific} {found.text}"
    return rest[: len(found.text) + 20] if rest.startswith(f"{found.text} on ") else ""


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
        if at >= 0 and phrases.SPEAKS.match(line, at + len(found.text)):
            return line[at : at + len(found.text) + 30]
    return ""
