"""Hosts and guests, as the sentences of a description name them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.after_phrases import after_phrases
from episodes.core.naming.carried_on import sightings_of_presented, sightings_of_pronouns, sightings_of_subjects
from episodes.core.naming.folding import fold
from episodes.core.naming.in_company import sightings_in_company
from episodes.core.naming.labelled import LONGEST_LINE
from episodes.core.naming.meetings import sightings_of_meetings
from episodes.core.naming.name_rows import around, names_before_verb, names_from
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.on_air import sightings_on_air
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.positions import APPOSITION, role_before
from episodes.core.naming.roles import HOSTING, ROLES, is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, is_likely, is_one_of_us, is_ours, sighting
from episodes.core.naming.signs import NONE, Sign, signs_of_words
from episodes.core.naming.speakers import sightings_of_speakers
from episodes.core.naming.tongues import frames

_IN_THIS = re.compile(r"\W*(?:in|on) (?:this|today[’']s)\b", re.IGNORECASE)
_WITH_ALL = re.compile(rf"{frames.WITH}\s(?=[A-ZÀ-Þ])", re.IGNORECASE)
_OF_ALL: frozenset[Sign] = frozenset(("takes part",))
#: Who does these talks of something, or only talks; so the topic must follow.
_TALK_ONLY = re.compile(
    r"\s(?!.*(?:dis[ck]|bespr|debat|unpack|break|review|answer|look|share|argue|examin|recap|rank|preview|predict))"
)
_ON_TOPIC = re.compile(rf"\s(?:(?:\w+ly|today|heute|all)\s)?(?:{frames.ABOUT}|through|things|how|why|what)\b")
#: `the millers—and former clerks of Ann Lee—Bo Ek and Ida Lund`.
_ASIDE = re.compile(r"\s?[—–]\s?and\s[a-z][^—–.!?]{3,60}[—–]\s?(?=[A-ZÀ-Þ])")
#: Who talks of an old year may be who did so then.
_OF_A_YEAR = re.compile(r"\b(?:in|im|en|nel|em|i) 1\d{3}\b")
#: Dutch `met`, not English `he met`.
_WITH_WHOM = re.compile(
    r"\b(?:with|mit|avec|con|com|(?<!\bhe )(?<!\bthey )(?<!\bwho )(?<!\bI )(?<!\bwe )(?<!\band )met|med)\s+(?=\S)",
    re.IGNORECASE,
)
#: Behind two who do something with somebody named before: `A en B blikken met hem terug`.
_WITH_HER = re.compile(
    rf"[^.!?;:]{{0,50}}?\s{frames.WITH}\s(?:him|her|them|ihm|ihr|ihnen|lui|elle|eux|él|ella|hem|haar|hen|honom|henne|ham|hende)\b"
)
_OF_THE_HOUSE = 0.92
_OWN: frozenset[Sign] = frozenset(("house",))
_OF_THIS: frozenset[Sign] = frozenset(("this episode",))
_PRONOUN = re.compile(r"^\W*+(?:he|she)\b", re.IGNORECASE)
#: `judges`, `our marketing lead`, `fellow baker`.
_ROLE_WORD = re.compile(
    r"(?:(?:our|my|fellow|special)\s(?:[a-z]+\s){0,2}?)?(?P<role>[^\W\d_][\w-]*,?)(?=\s[A-Z]|$)|(?P<other>\S+)"
)
#: `The Crumb's `, before the names that begin a summary.
_OF_HOUSE = re.compile(r"\W*(?:[^.!?:]{3,60}:\s)?(?:(?:the\s)?(?P<org>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,4})[’']s?\s)?")
#: `Prince's first manager, Ann Lee`: whose people these were is no house.
_WAS_HIS = re.compile(
    r"(?:(?:first|second|last|late|former|longtime|old|ex-)\s)?"
    r"(?:wife|widow|husband|son|daughter|brother|sister|father|mother|friends?|manager|biographers?|bandmates?)\b",
    re.IGNORECASE,
)
#: `Ann Lee and Bo Ek (hosts of Crumb Cast) share …`.
_HOSTS_OF = re.compile(
    r"\s*\((?:the\s)?(?:co-?)?hosts?\s(?:of|from|at)\s(?!(?:this|the|our)\s(?:show|podcast)\b)(?P<show>[^()]{3,60})\)",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(r";\s|:\s|\s[–—-]\s|,\s(?:and|but|und|aber|doch|et|mais|y|pero)\s")
_GUESTS = re.compile(r"\b(?:guests?|gäste|invités|invitados|ospiti|convidados|gasten|gäster)\b", re.IGNORECASE)
#: Who takes part is told in a description's first lines; a transcript below names everybody.
MOST_PROSE, MOST_SENTENCES = 80, 400
LONGEST_TITLE = 200


#: What somebody has with people who are only talked of: `his relationship with Ann Lee, a baker`.
_RELATION = re.compile(
    r"\b(?:stand-?offs?|showdowns?|clash(?:es)?|disputes?|rows?|spats?|confrontations?|negotiations?|deals?|relationships?|friendships?|marriage|affairs?|love|feuds?|fights?|battles?|rivalry|work|collaborations?|"
    r"encounters?|experiences?|obsession|fascination|beziehung|freundschaft|ehe|affäre|streit|zusammenarbeit|relations?|"
    r"amitié|mariage|liaison|relación|amistad|matrimonio|relazione|amicizia|relação|amizade)\s$",
    re.IGNORECASE,
)


def sightings_of_prose(
    lines: Sequence[str], *, hosts: Sequence[str], title: str = "", show_title: str = ""
) -> Iterator[Sighting]:
    """Find hosts and guests in the sentences of a description; `title` may confirm a name that no list knows."""
    own = list(_of_the_show(lines, show_title))
    yield from own
    hosts = [*hosts, *(seen.credit.name for seen in own)]
    yield from _of_lists(lines)
    yield from sightings_of_presented(lines, hosts)
    yield from sightings_of_subjects(lines, hosts, title=title)
    whole = "\n".join([title, *lines[:MOST_PROSE]])[: LONGEST_LINE * 2]
    before = ""
    for sentence, opening in islice(_told(lines), MOST_SENTENCES):
        if not phrases.ELSEWHEN.match(sentence):
            of_others = _PRONOUN.match(sentence) is not None and not is_ours(before, hosts)
            yield from _of_sentence(
                sentence, hosts=hosts, first=opening, of_others=of_others, whole=whole, show_title=show_title
            )
            yield from sightings_of_pronouns(sentence, before, hosts, title=title)
        before = sentence


def _of_lists(lines: Sequence[str]) -> Iterator[Sighting]:
    """`With Ann Lee and Bo Ek.`, a whole sentence: all who take part, so guests where somebody else is the host."""
    for sentence, _ in islice(_told(lines), MOST_SENTENCES):
        match = _WITH_ALL.match(sentence)
        names = list(names_from(sentence, match.end(), known=True)) if match else []
        if match and names and names[0].start == match.end() and not sentence[names[-1].end :].strip(" .!"):
            for found in names:
                reason = f"{match[0].strip()!r} before the name"
                yield sighting(found, "guest", 0.84, "description", reason, text=sentence, signs=_OF_ALL)


def _told(lines: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """The sentences of a description, and whether each is one of the first."""
    for position, line in enumerate(lines[:MOST_PROSE]):
        for number, sentence in enumerate(sentences(line[:LONGEST_LINE])):
            yield sentence, position < 2 and number < 2


def _of_the_show(lines: Sequence[str], show_title: str) -> Iterator[Sighting]:
    """`talks with Bread Hour's Ann Lee`: who is called after the show itself."""
    if not 4 <= len(show_title) <= LONGEST_TITLE:
        return
    called = re.compile(rf"(?<!\w){re.escape(show_title)}(?:['’]s?|,?\s(?:co-?)?hosts?)\s")
    is_one = (
        r"\s(?:is|ist|est|es|è|är|er)\s(?:an?|the|ein|der|une?|una|en|ett|et)\s"
        r"(?:(?!\b(?:that|which|who|about|die|der|über|qui|que|che)\b)[^.!?]){0,120}?"
        rf"\b(?:by|from|von|par|av|af|{frames.WITH})\s"
    )
    made = re.compile(rf"(?<!\w){re.escape(show_title)}{is_one}(?=[A-ZÀ-Þ])")
    for line in lines[:6]:
        if is_made := made.search(line[:LONGEST_LINE]):
            for found in names_from(line, is_made.end(), known=True):
                yield sighting(found, "host", 0.84, "description", f"{is_made[0]!r} before the name")
        for match in called.finditer(line[:LONGEST_LINE]):
            for found in names_from(line, match.end(), known=True):
                yield sighting(found, "host", 0.86, "description", f"{match[0].strip()!r} before the name")


def _of_sentence(
    sentence: str, *, hosts: Sequence[str], first: bool, of_others: bool, whole: str, show_title: str
) -> Iterator[Sighting]:
    """`of_others`: the sentence tells of somebody named before, who is none of the show's (`She speaks to …`)."""
    sentence = _ASIDE.sub(" ", sentence)
    long_ago = phrases.LONG_AGO.match(sentence) is not None
    if long_ago:  # `Ten thousand years ago wheat was tamed, and Ann Lee joins us`
        clause = _NEXT_CLAUSE.search(sentence)
        sentence = sentence[clause.end() :] if clause else ""
    listed = [phrase for phrase in (*phrases.INLINE, *phrases.INVITED) if not (of_others and phrase.ours)]
    yield from after_phrases(sentence, listed, origin="description", hosts=hosts, whole=whole)
    yield from _after_with_role(sentence, hosts)
    coming = _with_the_show(sentence, show_title)
    for found in names_before_verb(coming, phrases.COMES, suits=lambda match: _comes_to_us(match, hosts), known=False):
        if is_likely(found, whole):
            yield sighting(found, "guest", 0.92, "description", f"{around(coming, found)!r}", text=coming)
    if long_ago:
        return
    yield from sightings_of_speakers(sentence, hosts, whole=whole)
    yield from sightings_on_air(sentence, hosts, whole=whole)
    yield from sightings_in_company(sentence, hosts)
    yield from sightings_of_meetings(sentence, hosts, opening=first, whole=whole)
    if first:
        yield from (
            _as_guest(seen, hosts) for seen in _presenters(sentence, show_title, hosts, whole.partition("\n")[0])
        )


def _with_the_show(sentence: str, show_title: str) -> str:
    """A sentence in which the show is called one: `Ann Lee visits Bread Hour` as `Ann Lee visits the show`."""
    called = show_title.partition(" with ")[0]
    return sentence.replace(called, "the show") if 4 <= len(called) <= LONGEST_TITLE else sentence


def _as_guest(seen: Sighting, hosts: Sequence[str]) -> Sighting:
    """`In this episode, Ann Lee breaks down …`, where others are known to be the hosts: a guest does."""
    if not hosts or seen.credit.organisation or is_among(seen.credit.name, hosts):
        return seen
    if "this episode" not in seen.signs:
        return seen
    return replace(seen, credit=replace(seen.credit, role="guest"), confidence=0.82)


def _after_with_role(sentence: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """`with judges A, B and C`, and `with A, the best-selling author of …` where the sentence is about us."""
    for match in _WITH_WHOM.finditer(sentence):
        word = _ROLE_WORD.match(sentence, match.end())
        names = list(names_from(sentence, match.end(), known=True))
        if not names or not word or _RELATION.search(sentence[: match.start()]):
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


def _presenters(sentence: str, show_title: str, hosts: Sequence[str], title: str) -> Iterator[Sighting]:
    """`The ORG's A and TITLE B examine how …`: the names that begin a summary, with whose people they are."""
    lead = phrases.LEAD.match(sentence)
    start = _of_house(sentence, lead.end() if lead else 0)
    organisation = (start["org"] or "") if start else ""
    names = list(names_from(sentence, start.end(), known=not organisation)) if start else []
    if not names or phrases.WITH_HOST.match(sentence, names[-1].end) or _GUESTS.search(sentence[: names[0].start]):
        return  # they are guests
    verb = phrases.PRESENTS if len(names) > 1 else phrases.PRESENTS_ALONE
    if aside := _HOSTS_OF.match(sentence, names[-1].end):  # `Ann Lee and Bo Ek (hosts of Crumbs) share …`
        if verb.match(sentence, aside.end()) and not _is_called(aside["show"], show_title):
            yield from _as_guests(sentence, names, 0.84)
        return
    if not verb.match(sentence, names[-1].end):
        return
    invited = [name for name in names if _GUESTS.search(sentence[names[0].end : name.start])]
    yield from _as_guests(sentence, invited, 0.9)  # `Ann Lee and guests Bo Ek and Eva Dahl discuss …`
    names = [name for name in names if name not in invited]
    talk = not hosts and not organisation and _all_talk(sentence, names)
    if talk and all(name.text in title for name in names):
        yield from _as_guests(sentence, names, 0.82)
        return
    if invited:  # whose guests they are
        confidence = 0.88
    elif lead and (len(names) > 1 or not organisation) and not _is_public(names):
        confidence = 0.83
    elif talk or (not hosts and len(names) > 1 and _WITH_HER.match(sentence, names[-1].end) and not _is_public(names)):
        confidence = 0.82
    else:
        confidence = (0.85 if len(names) > 1 else 0.7) if organisation else 0.72
    is_own = len(names) > 1 and bool(organisation) and (not show_title or _is_part(organisation, show_title))
    for seen in _as_presenters(sentence, names, organisation, confidence):
        yield replace(seen, confidence=_OF_THE_HOUSE, signs=seen.signs | _OWN) if is_own else seen


def _of_house(sentence: str, at: int) -> re.Match[str] | None:
    """Where the names that begin a summary may stand, behind the house whose people they are or none."""
    start = _OF_HOUSE.match(sentence, at)
    return None if start and start["org"] and _WAS_HIS.match(sentence, start.end()) else start


def _as_presenters(sentence: str, names: Sequence[Name], organisation: str, confidence: float) -> Iterator[Sighting]:
    opening = sentence[: names[-1].end] if names else ""
    signs = signs_of_words(opening) | (_OF_THIS if _IN_THIS.match(opening) else NONE)
    reason = f"{opening[:80]!r} begins the summary"
    for found in names:
        seen = sighting(found, "host", confidence, "description", reason, text=sentence, signs=signs)
        title = role_before(sentence, found.start) or seen.credit.title
        yield replace(
            seen, credit=replace(seen.credit, title=title, organisation=organisation or seen.credit.organisation)
        )


def _is_part(organisation: str, show_title: str) -> bool:
    """Whether a show's name has the house's in it, as whole words: `Harbour` and `The Harbour Brief`."""
    house = fold(organisation).removeprefix("the ")
    return re.search(rf"(?<!\w){re.escape(house)}(?!\w)", fold(show_title)) is not None


def _is_public(names: Sequence[Name]) -> bool:
    return any(fold(name.text) in OF_THE_NEWS for name in names)


def _all_talk(sentence: str, names: Sequence[Name]) -> bool:
    """`Ann Lee and Bo Ek discuss …`, of two or more in full who talk with each other, named without a trade."""
    told = any(name.honorific or role_before(sentence, name.start) for name in names)
    known = len(names) > 1 and all(name.has_known_given for name in names)
    if told or not known or _is_public(names) or phrases.ELSEWHERE.search(sentence) or _OF_A_YEAR.search(sentence):
        return False
    talk = phrases.DISCUSS.match(sentence, names[-1].end)
    return talk is not None and (not _TALK_ONLY.match(talk[0]) or _ON_TOPIC.match(sentence, talk.end()) is not None)


def _is_called(name: str, show_title: str) -> bool:
    """Whether a show's name is the title of this one, perhaps cut or with `podcast` behind it."""
    name, title = fold(name), fold(show_title)
    return bool(title) and (title in name or name in title)


def _as_guests(sentence: str, names: Sequence[Name], confidence: float) -> Iterator[Sighting]:
    for found in names:
        yield sighting(found, "guest", confidence, "description", f"{around(sentence, found)!r}", text=sentence)


def _comes_to_us(match: re.Match[str], hosts: Sequence[str]) -> bool:
    """Whether somebody comes to the show or its host, not to a country or a party (`X visits Y`)."""
    if re.search(r"\shosts?\s", match[0]):
        return True
    return match["host"] is None or is_one_of_us(match["host"], hosts)
