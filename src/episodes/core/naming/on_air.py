"""Guests whom a sentence about this episode lets speak, whichever comes first: `In dieser Folge erzählt Ann Lee von …`.

What is said to us (`Ann Lee nous raconte`) names a guest; else a trade, the title or hosts who are others must.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.denials import is_of_another_time, is_of_whom
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import around, names_before_verb, names_from, names_in
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.positions import role_before, roles_in
from episodes.core.naming.roles import HOSTING, is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_likely, sighting
from episodes.core.naming.tongues import frames
from episodes.core.naming.tongues.frames import words_of
from episodes.core.naming.trades import is_asked

_CONFIDENCE = 0.84
_TOLD = r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?"
_US = re.compile(rf"{_TOLD}\s{frames.TELLS_US}(?!\w)")
_TELLS = re.compile(rf"{_TOLD}\s(?:{frames.TELLS}|{words_of('speaks')}(?!\s{frames.WITH}\s))(?!\w)")
_ARGUES = re.compile(rf"{_TELLS.pattern}|{_TOLD}\s{words_of('argues')}(?!\w)")
#: The verb first, as German and its kin have it behind `In this episode`.
_FIRST = re.compile(
    rf"\b(?:{frames.TELLS_FIRST}|(?P<argues>{frames.ARGUES_FIRST}))\s(?:(?:{frames.US}|auch|hier)\s)?"
    r"(?=(?:(?:der|die|de|het|den)\s(?:[a-zß-ÿ-]+\s){0,2})?[^\W\d_a-z])"
)
_BEHIND_FIRST = re.compile(
    rf"(?:,[^.!?;:]{{1,120}}?,)?\s(?:uns\s|auch\s)?(?:{frames.ABOUT}|darüber|wie|warum|was|hoe|hur|hvordan|varför|"
    r"hvorfor|waarom|und gibt|und erklärt)\b"
)
#: Behind names: they are guests.
_AS_GUESTS = re.compile(
    r"(?:,?\s(?:who|som|die|der|qui|que)\s[^.!?;:]{3,60})?,?\s(?:here\s)?(?:as (?:our|my|today[’']s|"
    r"this week[’']s|a|special|the) (?:\w+ )?guests?|"
    r"(?:heute|diesmal|wieder|bei uns|bei mir|hier)?\s?(?:als (?:Gast|Gäste|Gästin|Gesprächspartner\w*)|"
    r"zu Gast)|som (?:gäst(?:er)?|gjest(?:er)?|gæst(?:er)?)|"
    r"comme invité(?:e|s|es)?|en invité(?:e|s|es)?|como invitad[oa]s?|como convidad[oa]s?|come ospiti?|"
    r"als gast(?:en)?|te gast)(?!\w)"
)
_OURS = re.compile(
    r"\b(?:att ha|to have|te hebben|zu haben|de tener|di avere|we|I|us|our|today|this (?:week|episode|time)|wir|"
    r"uns|ich|mir|mich|heute|diesmal|dieser Folge|"
    r"dieser Episode|nous|on|notre|aujourd[’']hui|"
    r"tenemos|tengo|hoy|contamos|recibimos|abbiamo|oggi|temos|hoje|recebemos|wij|we|vandaag|vi|jag|jeg|idag|"
    r"i dag|avsnitt\w*|episode[nr]?)\b",
    re.IGNORECASE,
)
_WORK = re.compile(rf"(?<!\w)(?:{frames.WORKS}|films?)(?!\w)", re.IGNORECASE)
#: From the one who asks to the one who tells; the former may have one name alone.
_IN_TALK_WITH = re.compile(rf"\b{frames.IN_TALK_WITH}\s(?-i:[A-ZÀ-Þ][\w-]+(?=\s[a-z]))?", re.IGNORECASE)
_THEN_TELLS = re.compile(rf"\s?{frames.TELLS_FIRST}\s(?:(?:{frames.US}|auch|hier)\s)?")
_SAYS = re.compile(rf",\s{frames.TELLS_FIRST}\s(?:[a-zß-ÿ-]+\s|[A-ZÀ-Þ][\w-]+(?:in|er|or|e)\s){{0,5}}(?=[A-ZÀ-Þ])")
FURTHEST = 40
LEAST_IN_ROW, MOST_IN_ROW = 3, 20
_NEXT_TRADE = re.compile(r"(?:\s\([^()]{1,60}\))?(?:,\s|,?\sand\s|,\sand\s)(?:[a-z0-9][\w-]*\s){1,5}")
_ALL_SPEAK = re.compile(
    r"(?:\s\([^()]{1,60}\))?,?(?:\s(?:and|plus)\s(?:many\s)?(?:others|more))?,?\s(?:all\s|also\s)?"
    r"(?:share(?!\s(?:an?|the)\s)|discuss|talk|speak|tell|explain|describe|reflect|weigh\sin|chat|join\sus|recall|reveal|answer)\b"
)
_DO_TOGETHER = re.compile(rf"\b{words_of('speaks', 'presents')}\s(?=[A-ZÀ-Þ])")
_WITH = re.compile(
    r"[^.!?;:]{0,60}?\s(?:mit|met|med)\s(?:(?:der|dem|den|de|"
    r"het)\s)?(?:[a-zß-ÿ-]+\s){0,2}[A-ZÀ-Þ][\w-]+\s[A-ZÀ-Þ]"
)
#: `Roman` is a novel as well as a name.
_NOVEL = re.compile(r"^Roman\s(?:von|de)\s|s\sRoman$")
_HAS = re.compile(
    r"(?<!\w)(?P<who>[A-ZÀ-Þ][\w-]+)\s(?:has|hosts|brings on|invites|welcomes|hat|reçoit|recibe a|tiene a|har|"
    r"heeft)\s(?=[A-ZÀ-Þ])"
)
_EPISODE = re.compile(
    r"\b(?:episode|show|podcast|week|today|tonight|folge|woche|heute|épisode|episodio|avsnitt\w*|aflevering|"
    r"afsnit)\b",
    re.IGNORECASE,
)
#: An episode, not only a time: `Diese Woche diskutieren A und B im Bundestag`.
_THIS_EPISODE = re.compile(
    r"\b(?:episode|show|podcast|folge|sendung|ausgabe|épisode|episodio|avsnitt\w*|aflevering|afsnit)\b", re.IGNORECASE
)
#: `en 1920`, and books of then.
_OF_THE_PAST = re.compile(r"(?<!\d)1[0-8]\d\d(?!\d)|\b(?:of|from|en|de|von|im Jahr|i|del)\s19\d\d\b")
_NOT = re.compile(
    r"\b(?:nicht|kein\w*|not|never|n[’']t|pas|jamais|no|nunca|non|mai|não|niet|geen|inte|ikke|once|nächste\w*|"
    r"next|letzte\w*|last|damals|war|waren|was|were|"
    r"por qué|warum|why|pourquoi|perché)\b|\b1[89]\d\d\b",
    re.IGNORECASE,
)


def sightings_on_air(sentence: str, hosts: Sequence[str], *, whole: str) -> Iterator[Sighting]:
    """Find who speaks in an episode, as one of its sentences says."""
    if _OF_THE_PAST.search(sentence) or is_of_another_time(sentence):
        return
    lead = phrases.LEAD.match(sentence.lstrip(' "“-–—*'))
    for found in _before(sentence, _US):
        if (found.has_known_given or _is_explained(sentence, found)) and not is_among(found.text, hosts):
            yield _guest(sentence, found)
    for found in _before(sentence, _ARGUES if lead and _THIS_EPISODE.search(lead[0]) else _TELLS):
        explained = found.has_known_given and _is_explained(sentence, found)
        if explained and (lead or _at_start(sentence, found)) and not is_among(found.text, hosts):
            yield _guest(sentence, found)
    yield from _behind_verb(sentence, hosts, whole) if lead else ()
    yield from _tells_host(sentence, hosts)
    yield from _is_quoted(sentence, hosts, whole.partition("\n")[0])
    yield from _each_with_a_trade(sentence, hosts)
    yield from _together(sentence, hosts, whole)
    yield from _whom_we_have(sentence, hosts, whole)
    if _OURS.search(sentence) and not _NOT.search(sentence):
        for found in _before(sentence, _AS_GUESTS):
            if is_likely(found, whole) and not is_among(found.text, hosts):
                yield _guest(sentence, found)


def _behind_verb(sentence: str, hosts: Sequence[str], whole: str) -> Iterator[Sighting]:
    """`In dieser Folge erzählt Ann Lee von …`, where the title, hosts who are others or a trade tell what she is."""
    title = whole.partition("\n")[0]
    for match in _FIRST.finditer(sentence):
        if _WORK.search(sentence[: match.start()]):  # `In diesem Film erzählt …`
            continue
        for found in names_from(sentence, match.end(), known=False):
            if is_among(found.text, hosts):
                continue
            explained = _is_explained(sentence, found) or bool(found.honorific)
            told = explained or (bool(hosts) and is_likely(found, whole))
            if found.text in title or (
                explained if match["argues"] else told and _BEHIND_FIRST.match(sentence, found.end)
            ):
                yield _guest(sentence, found)


def _is_quoted(sentence: str, hosts: Sequence[str], title: str) -> Iterator[Sighting]:
    """`…, erzählt die Bäckerin Ann Lee`, where the title names her."""
    for match in _SAYS.finditer(sentence):
        found = name_at(sentence, match.end())
        ends = found is not None and re.match(r"[,.;:!?)]|$", sentence[found.end :]) is not None
        if found and ends and found.has_known_given and found.text in title and not is_among(found.text, hosts):
            yield _guest(sentence, found)


def _tells_host(sentence: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """`Im Gespräch mit Ann Lee erzählt Bo Ek …`: who tells is the guest, and who is talked with the host."""
    match = _IN_TALK_WITH.search(sentence)
    if not match:
        return
    asking = list(names_from(sentence, match.end(), known=True))
    verb = _THEN_TELLS.match(sentence, asking[-1].end if asking else match.end())
    telling = list(names_from(sentence, verb.end(), known=True)) if verb else []
    if not verb or not telling or is_among(telling[0].text, hosts) or telling[0].start - verb.end() > FURTHEST:
        return
    yield from (_guest(sentence, found) for found in telling)
    if asking and not any(_is_explained(sentence, found) for found in asking):
        reason = f"{around(sentence, asking[0])!r} is told"
        yield from (sighting(found, "host", 0.82, "description", reason) for found in asking)


def _each_with_a_trade(sentence: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """`Author Ann Lee, rye miller Bo Ek, night baker Eva Holt and others share stories`: three or more who speak."""
    if not _ALL_SPEAK.search(sentence):
        return
    row: list[Name] = []
    for found in islice(names_in(sentence), MOST_IN_ROW):
        if row and _NEXT_TRADE.fullmatch(sentence, row[-1].end, found.start):
            row.append(found)
        elif len(row) < LEAST_IN_ROW:
            before = sentence[: found.start].split()[-1:]
            row = [found] if before and is_role(fold(before[0])) and not is_of_whom(sentence, found.start) else []
    if len(row) >= LEAST_IN_ROW and _ALL_SPEAK.match(sentence, row[-1].end):
        yield from (_guest(sentence, found) for found in row if not is_among(found.text, hosts))


def _together(sentence: str, hosts: Sequence[str], whole: str) -> Iterator[Sighting]:
    """`In dieser Folge blicken Ann Lee und Bo Ek zurück`: several of whom nobody says what they are are the hosts."""
    match = None if hosts else _DO_TOGETHER.search(sentence)
    if not match or not _THIS_EPISODE.search(sentence[: match.start()]):
        return
    names = list(names_from(sentence, match.end(), known=True))
    titled = any(name.text in whole.partition("\n")[0] or fold(name.text) in OF_THE_NEWS for name in names)
    told = any(_is_explained(sentence, name) or name.honorific for name in names)
    if len(names) < 2 or names[0].start != match.end() or titled or told:
        return
    if not _WITH.match(sentence, names[-1].end):  # whom they talk with is read elsewhere
        for found in names:
            yield sighting(found, "host", 0.82, "description", f"{around(sentence, found)!r} together")


def _whom_we_have(sentence: str, hosts: Sequence[str], whole: str) -> Iterator[Sighting]:
    """`On this episode Ann has Bo Ek`, where Ann is known to be a host."""
    match = _HAS.search(sentence)
    if (
        not match
        or not any(match["who"] in host.split() for host in hosts)
        or not _EPISODE.search(sentence[: match.start()])
    ):
        return
    for found in names_from(sentence, match.end(), known=False):
        owns = re.match(r"['’]s", sentence[found.end :])
        if is_likely(found, whole) and not owns and not is_among(found.text, hosts):
            yield _guest(sentence, found)


def _before(sentence: str, pattern: re.Pattern[str]) -> list[Name]:
    names = names_before_verb(sentence, pattern, known=False) if pattern.search(sentence) else []
    return [name for name in names if not is_of_whom(sentence, name.start) and not _NOVEL.search(name.text)]


def _at_start(sentence: str, found: Name) -> bool:
    """Whether only what somebody is stands before the name: `L'historienne Ann Lee`."""
    return len(sentence[: found.start].split()) <= 4


def _is_explained(sentence: str, found: Name) -> bool:
    """Whether words beside a name say what that person is, and that this is somebody who is asked."""
    before = role_before(re.sub(r"\b(?:l|d)['’]", "", sentence[: found.start]), 10_000)
    last = sentence[: found.start].split()[-1:]
    bare = fold(re.sub(r"^(?:l|d)['’]", "", last[0])) if last else ""
    if bare in HOSTING:
        return False
    told = re.match(r",\s([^.!?;:,]{3,120})", sentence[found.end :])
    return is_role(bare) or is_asked(roles_in(before)) or (told is not None and is_asked(roles_in(told[1])))


def _guest(sentence: str, found: Name) -> Sighting:
    return sighting(found, "guest", _CONFIDENCE, "description", f"{around(sentence, found)!r} on air", text=sentence)
