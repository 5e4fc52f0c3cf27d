"""Guests whom one sentence presents and another lets speak: `Ann Lee is a baker. She joins us …`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.name_rows import names_before_verb, names_in
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.phrases.verbs import any_verb
from episodes.core.naming.positions import role_before, roles_in
from episodes.core.naming.same_person import is_among, same_person
from episodes.core.naming.second_signs import gives_another
from episodes.core.naming.sightings import Sighting, sighting
from episodes.core.naming.told_of import tells_in_work
from episodes.core.naming.tongues import frames
from episodes.core.naming.trades import is_asked

_OPENING = 900
_ANSWERS, _WE_TALKED = re.compile(phrases.ANSWERS), re.compile(phrases.WE_TALKED)
_SHE_IS_HERE = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\s(?:also\s|then\s|now\s)?(?:joins?|joined|sits?\sdown\swith|tells?|walks?|takes?|"
    r"(?:talks?|speaks?|chats?)\s(?:to|with))\s(?:us|me)\b|"
    r"\b[Ii]n\s(?:this|today[’']s|our)\s(?:\w+\s)?(?:episode|conversation|interview|chat)(?:\sof\s[^,.!?]{3,40})?,?\s"
    rf"(?:he|she|[A-Z][\w-]+)\s(?:also\s|\w+ly\s)?(?:{any_verb('own')}|{any_verb('told')}|talks|speaks)\b|(?i:(?<!\w){frames.SHE_TELLS})"
)
#: Behind the verb: somebody in the story is told it, or spoken to.
_TO_OTHERS = re.compile(r"\s(?:(?:to|with)\s(?:the|an?|his|her|their)\b|[A-Z][a-z]+\s(?!about|how|why|what)\w)")
_HE = re.compile(rf"(?<!\w){frames.HE}(?!\w)", re.IGNORECASE)
#: Of whom the text tells may be dead, though a guest tells of him.
_DEAD = re.compile(r"\b1[0-8]\d\d\b|\b(?:died|late|starb|verstorben\w*|mort|murió|morto|overleden|dog|døde)\b")
MOST_LINES, MOST_TOLD, LONGEST_TITLE, _BEGINNING, _LONGEST = 12, 4, 300, 160, 3000
_TRADE = re.compile(r",\s(?P<what>[^.!?;:]{3,140}?),\s[a-z]")


def sightings_of_presented(lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find whom a description presents first, and says we talk then: `Ann Lee is a baker at Crumb. We talk about …`."""
    opening = " ".join(lines[:4])[:_OPENING]
    found = name_at(opening, 0)
    if not found or not found.has_known_given or is_among(found.text, hosts):
        return
    told = phrases.IS_SOMEBODY.match(opening, found.end)
    if not told or not is_asked(roles_in(told["what"])):
        return
    first, last = map(re.escape, (found.text.split()[0], found.text.split()[-1]))
    who = re.finditer(rf"\b(?:{first}|{last}|[Hh]e|[Ss]he)\s", opening[told.end() :])
    rest = opening[told.end() :]
    talk = next((talk for one in who if (talk := _ANSWERS.match(rest, one.end()))), None) or _WE_TALKED.search(rest)
    if talk:
        yield sighting(found, "guest", 0.82, "description", f"{talk[0]!r} behind {found.text}", text=opening)


def sightings_of_subjects(lines: Sequence[str], hosts: Sequence[str], *, title: str) -> Iterator[Sighting]:
    """Find of whom a text about one person says that she is here: `In this episode, she talks about …`."""
    text = " ".join(lines[:MOST_LINES])[:_LONGEST]
    titled = [name for name in names_in(title[:LONGEST_TITLE]) if name.has_known_given or name.text in text]
    for told in islice(_SHE_IS_HERE.finditer(text), MOST_TOLD):
        before = [name for name in names_in(text[: told.start()]) if name.has_known_given]
        if len({name.text for name in titled}) == 1 and titled[0].text.split()[-1] in text[: told.start()]:
            found = titled[0]
        elif before and before[0].start < _BEGINNING and not titled and before[0].text.count(" ") == 1:
            found = before[0]
        else:
            return
        if not _means(found, told[0]) or _TO_OTHERS.match(text, told.end()) or tells_in_work(text, told.end()):
            continue
        last = max(text.rfind(word, 0, told.start()) for word in found.text.split())
        others = [name for name in before if name.start > last and not same_person(name.text, found.text)]
        may_mean = [name for name in others if not titled or _is_told_of(text, name)]
        if is_among(found.text, hosts) or may_mean or _DEAD.search(text):
            return
        yield sighting(found, "guest", 0.84, "description", f"{told[0]!r} of {found.text}", text=text)
        return


def _means(found: Name, words: str) -> bool:
    """Whether it is somebody, by one name or a pronoun, whom words let speak."""
    return _HE.search(words) is not None or any(word in found.text.split() for word in re.findall(r"[\w-]+", words))


def _is_told_of(text: str, name: Name) -> bool:
    """Whether a sentence begins with somebody, or says what that person is: a pronoun behind it may mean that one."""
    before = text[: name.start].removesuffix(f"{name.honorific} ").rstrip()
    return (
        not before
        or before[-1] in ".!?:"
        or bool(role_before(text, name.start))
        or text[name.end : name.end + 1] == ","
    )


def _told_of_trade(sentence: str) -> list[Name]:
    """Who begins a sentence, by a name that no list knows with a trade behind it: `Elk Ek, professor at Rye, is …`."""
    found = name_at(sentence, 0)
    told = _TRADE.match(sentence, found.end) if found and len(found.text.split()) == 2 else None
    return [found] if found and told and is_asked(roles_in(told["what"])) else []


def sightings_of_pronouns(sentence: str, before: str, hosts: Sequence[str], *, title: str) -> Iterator[Sighting]:
    """Find whom `She joins us` means: the person who begins the sentence before, unless the title gives another."""
    joins = phrases.SHE_JOINS.match(sentence)
    named = (joins["host"] or joins["asker"] or joins["whom"] or "") if joins else ""
    if not joins or (named and not any(named.split()[0] in host.split() for host in hosts)):
        return
    rows = names_before_verb(before, re.compile(r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s[a-z]{2,}"))
    rows = rows or _told_of_trade(before)
    for found in rows[: 1 if "They" not in sentence[:8] else None]:
        if not is_among(found.text, hosts) and found.start < 80 and not gives_another(title, found.text, hosts):
            yield sighting(
                found, "guest", 0.86, "description", f"{joins[0].strip()!r} behind {found.text}", text=before
            )
