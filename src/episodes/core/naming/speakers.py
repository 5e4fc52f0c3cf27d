"""Guests whom sentences let speak: `Ann Lee, baker at Crumb, explains …`, `Historian Bo Ek tells us …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming import phrases
from episodes.core.naming.denials import is_of_whom
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import JOINT, around, names_before_verb
from episodes.core.naming.name_words import HONORIFICS, OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.positions import role_before, roles_in
from episodes.core.naming.roles import HOSTING
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_likely, is_ours, sighting
from episodes.core.naming.told_of import tells_in_work
from episodes.core.naming.trades import GOVERNS, OF_TODAY, OFFICES, is_asked

#: What is told of a person between the name and the verb, up to the first comma or the third.
_TOLD = re.compile(r"\s*(?:\([^()]{3,80}\)|,\s[^.!?;:]{3,120}?,|[–—]\s?[^.!?;:–—]{3,120}?\s?[–—])(?=\s)")
_TOLD_UP_TO = tuple(
    re.compile(
        rf"\s*(?:\((?P<a>[^()]{{3,80}})\)|,\s(?P<told>(?:[^.!?;:,]{{1,120}},\s){{{commas}}}[^.!?;:,]{{3,120}}),|"
        r"[–—]\s?(?P<c>[^.!?;:–—]{3,120}?)\s?[–—])(?=\s)"
    )
    for commas in range(3)
)
_A_SOMEBODY = re.compile(r"(?:an?|eine?|une?|una|een)\s[a-zß-ÿ]{3,}")
_PLUS = re.compile(r"\W*(?:(?:plus|also|and|then)\W+)?", re.IGNORECASE)
_OF_A_STORY = re.compile(
    r"\b(?:slaves?|victim|killer|murderer|prisoner|orphan|soldier|king|queen|prince\w*|knight|gods?|goddess|saint|pope|"
    r"character|hero|heroine)\b"
)
#: What one does on air with the own story.
_SHARES_OWN = re.compile(
    r"\s(?:also\s)?(?:shares?|tells|recounts|opens?\sup\sabout|reflects?\son|describes|looks?\sback\s(?:on|at))\s"
    r"(?:his|her|their)\s(?:\w+\s)?(?:story|stories|journey|experiences?|career|path|perspectives?|insights?|thoughts|tips|"
    r"advice|recent\svisit|work\s(?:with|on|in|at))\b"
    r"|\s(?:also\s)?answers\s(?:your|our|listeners?['’]?)\s(?:\w+\s){0,2}questions\b|\son\s(?:why|how|what|whether)\s(?!(?:he|she|they|went)\b)"
)
_OF_A_HOUSE = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?:[A-Z][\w&.’'-]*\s?(?:of\s|for\s|and\s)?){1,5}(?<=\S)(?=\s)")
#: `Also, `, `Act two: `: a part of a show begins.
_GOES_ON = re.compile(
    r"^\W*(?:(?:also|plus|then|later|next|first|finally|and|meanwhile|afterwards|but first|to begin|elsewhere)\b,?|"
    r"(?:act|part|segment|chapter|story|hour)\s\w+:)?\s?(?:the\s)?|^.*?;\s(?:(?:and|plus|then|also|later),?\s)*",
    re.IGNORECASE,
)
#: `The BBC's`, `The Verge's`: a house whose people report.
_AIRED = re.compile(r"(?:^|[.,;:!?\s])(?:[Tt]he\s[A-Z][\w ]{1,30}|[A-Z]{2,6})['’]s?\s(?:[a-z]+\s){0,3}$")
#: `Dr Ann Lee weighs in`: of these, not of those who govern.
_ASKED = HONORIFICS - GOVERNS - OFFICES - {""}
MOST_OF_HOUSE = 4
_ANYTHING = re.compile("")
#: Beside somebody: a host by one name or in full, and what both do.
_AND_ONE = re.compile(rf"\s(?:and|&)\s(?P<one>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)(?={phrases.PRESENTS.pattern})")
_AND_ONE_DO = re.compile(r"\s(?:and|&)\s(?P<one>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s[a-z]")
_ONE_AND = re.compile(r"(?:^|[,.:;]\s|\b\w+\s)(?P<one>[A-Z][\w’'-]+)\s(?:and|&)\s$")
_ARTICLE = re.compile(r"^(?:the|la|le|el|il|lo|l['’]|o|a|der|die|de|het)\s", re.IGNORECASE)


def sightings_of_speakers(sentence: str, hosts: Sequence[str], *, whole: str) -> Iterator[Sighting]:
    """Find who explains, shares or tells us something, where the sentence says what that person is."""
    for verb in (phrases.AND_I, phrases.TELLS_US, phrases.WITH_HOST):
        for found in names_before_verb(sentence, verb, known=False):
            known = is_likely(found, whole) or (verb is phrases.WITH_HOST and not found.start)
            known = known and not is_of_whom(sentence, found.start)
            if known and not is_among(found.text, hosts) and not _is_called_host(sentence, found):
                yield _guest(sentence, found, 0.84)
    yield from _beside_host(sentence, hosts, whole)
    if shared := phrases.AND_HOST.search(sentence):
        for found in names_before_verb(sentence[: shared.start()], phrases.UP_TO_VERB):
            yield _guest(sentence, found, 0.86)
    for found in names_before_verb(sentence, re.compile(""), known=False):
        if not is_among(found.text, hosts) and _explains(sentence, found, hosts, whole):
            yield from (_guest(sentence, name, 0.83) for name in [*_row_up_to(sentence, found, hosts), found])


def _row_up_to(sentence: str, last: Name, hosts: Sequence[str]) -> Iterator[Name]:
    """The names that share a row with its last: `A (Crumb) and B, bakers at Crumb, describe …`."""
    end = last.start
    for name in reversed(names_before_verb(sentence[:end], _ANYTHING)):
        between = JOINT.match(sentence, name.end)
        if not between or sentence[between.end() : end].strip() not in ("", *roles_in(sentence[between.end() : end])):
            return
        if not is_among(name.text, hosts):
            yield name
        end = name.start


def _beside_host(sentence: str, hosts: Sequence[str], whole: str) -> Iterator[Sighting]:
    """`Ann Lee and Tyler discuss …`, `Tyler and Ann Lee discuss …`, where Tyler is known to be the host.

    Where both sit down with somebody else, they are hosts if the one who is known goes first and both are named alike
    (`Tyler Ray and Ann Lee sit down with Bo Ek`); else nobody knows what the other is.
    """
    for found, at in _in_pair(sentence, hosts, whole):
        titled = found.text in whole.partition("\n")[0]
        if not titled and not found.honorific and _meets_somebody(sentence, at):
            if any(re.search(rf"(?<!\w){re.escape(host)}\s(?:and|&)\s$", sentence[: found.start]) for host in hosts):
                reason = f"{around(sentence, found)!r} beside the host"
                yield sighting(
                    found, "host", 0.85, "description", reason, text=sentence, signs=frozenset(("steps in",))
                )
        elif is_likely(found, whole) or titled:
            yield _guest(sentence, found, 0.85)


def _meets_somebody(sentence: str, at: int) -> bool:
    """`sit down with Bo Ek`, `are joined by regulars`; one talks with care, love and an audience too."""
    meets = phrases.MEETS.match(sentence, at)
    return meets is not None and ("joined" in meets[0] or name_at(sentence, meets.end()) is not None)


def _in_pair(sentence: str, hosts: Sequence[str], whole: str) -> Iterator[tuple[Name, int]]:
    """Who stands beside a host, and where what both do begins."""
    title = whole.partition("\n")[0]
    for found in names_before_verb(sentence, _ANYTHING, known=False):
        if is_among(found.text, hosts) or any(_is_named(word, hosts) for word in found.text.split()):
            continue
        behind = (_AND_ONE_DO if found.text in title else _AND_ONE).match(sentence, found.end)
        if behind and _is_named(behind["one"], hosts):
            yield found, behind.end("one")
        titled = f"{found.honorific} " if found.honorific else ""
        before = _ONE_AND.search(sentence[: found.start].removesuffix(titled))
        if before and _is_named(before["one"], hosts) and phrases.PRESENTS.match(sentence, found.end):
            yield found, found.end


def _is_named(words: str, hosts: Sequence[str]) -> bool:
    return any(words == host or words in host.split() for host in hosts)


def _explains(sentence: str, found: Name, hosts: Sequence[str], whole: str) -> bool:
    known = is_likely(found, whole)
    if found.has_known_given and _PLUS.fullmatch(sentence[: found.start]) and _SHARES_OWN.match(sentence, found.end):
        return fold(found.text) not in OF_THE_NEWS and not tells_in_work(sentence, found.end)
    if _TOLD.match(sentence, found.end):
        return known and _explains_behind(sentence, found)
    house = _OF_A_HOUSE.match(sentence, found.end)
    if house and phrases.EXPLAINS.match(sentence, house.end()):
        return known
    if house and not sentence[: found.start].strip() and phrases.ON_TOPIC.match(sentence, house.end()):
        return known
    role = role_before(sentence, found.start)
    before = roles_in(role)
    does = phrases.REPORTS.match(sentence, found.end) if known else None
    if known and is_asked(before) and phrases.OWN_WORK.match(sentence, found.end):
        return True
    if does and _begins(sentence[: found.start], role, before, comes=does["comes"] is not None):
        return True
    if (
        does
        and does["comes"]
        and not does["comes"].startswith("join")
        and sentence[: found.start].strip() == found.honorific
        and fold(found.honorific) in _ASKED
    ):
        return True
    if known and is_asked(before) and phrases.ON_TOPIC.match(sentence, found.end):
        return _begins(sentence[: found.start], role, before, comes=True)
    return (
        known
        and is_asked(before)
        and is_ours(sentence, hosts)
        and phrases.EXPLAINS.match(sentence, found.end) is not None
    )


def _explains_behind(sentence: str, found: Name) -> bool:
    """Whether words between signs say what somebody is, who then explains: `Ann Lee, baker in Rye, Kent, explains`."""
    return any(
        _is_told_who(told["told"] or told["a"] or told["c"])
        and phrases.EXPLAINS.match(sentence, told.end())
        and not tells_in_work(sentence, told.end())
        for ends in _TOLD_UP_TO
        if (told := ends.match(sentence, found.end))
    )


def _is_told_who(told: str) -> bool:
    """`a rye baker from Kiel`: a trade that is asked, or whatever stands behind an article and is no office."""
    roles = roles_in(told)
    somebody = not roles and _A_SOMEBODY.match(told) is not None and _OF_A_STORY.search(told) is None
    return is_asked(roles) or somebody


def _begins(before: str, role: str, roles: Sequence[str], *, comes: bool) -> bool:
    """Whether a sentence or part begins with what a person is (`Also, critic A`), or with a house (`The BBC's A`)."""
    if _AIRED.search(before):
        return True
    told = _ARTICLE.sub("", phrases.LEAD.sub("", _GOES_ON.sub("", before)))
    aired = told != _ARTICLE.sub("", before) or comes or any(word in OF_TODAY for word in roles)
    house = told.strip()[: -len(role) or None].split()
    begins = len(house) <= MOST_OF_HOUSE and all(word[:1].isupper() or word == house[0] for word in house)
    return aired and is_asked(roles) and told.rstrip().lower().endswith(role.lower()) and begins


def _is_called_host(sentence: str, found: Name) -> bool:
    """`Host A takes us through …`: no guest, and perhaps another show's host."""
    return any(fold(word) in HOSTING for word in sentence.partition(found.text)[0].split()[-1:])


def _guest(sentence: str, found: Name, confidence: float) -> Sighting:
    return sighting(found, "guest", confidence, "description", f"{around(sentence, found)!r}", text=sentence)
