"""What a text says a person is: title and organisation."""

from __future__ import annotations

import re

from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import HONORIFICS, NOT_IN_NAMES
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.roles import HOSTING, is_role

APPOSITION = re.compile(
    r"\s*[,(]\s*(?:(?:the|a|an|our|ein|eine|un|une)\s+)?(?!(?:der|die|das|den|who|whose|qui|che|que|som|"
    r"which)\s)(?P<phrase>(?:[^,.;:()!?\n]|(?<=\b[A-Z])\.){3,100})"
)
_AT = re.compile(
    r"\s(?:of|at|from|for|bei|von|der|des|am|vom|beim|de|du|di|del|della|van|på|"
    r"hos)\s(?:the\s)?(?P<organisation>[A-ZÀ-ÞА-Я][^,.;:()!?\n]{1,60})"
)
_FROM = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?P<organisation>[A-Z][\w&.'’-]+(?:\s[A-Z][\w&.'’-]+){0,4})")


_OWNER = re.compile(r"(?:^|[\s(,])(?P<organisation>[A-ZÀ-ÞА-Я][\w&.-]*(?:\s[A-ZÀ-ÞА-Я][\w&.-]*){0,3})['’]s\s$")


def position(text: str, found: Name) -> tuple[str, str]:
    """Read a person's title and organisation: `, founder and CEO of Raygun, …`, `of Cisco`, `Night Watch's …`."""
    title, organisation = _behind(text, found)
    owner = _OWNER.search(text, max(0, found.start - 80), found.start)
    if owner and not organisation and fold(owner["organisation"]) not in NOT_IN_NAMES:
        organisation = owner["organisation"]
    return title, organisation


def _behind(text: str, found: Name) -> tuple[str, str]:
    match = APPOSITION.match(text, found.end)
    if (
        match
        and any(is_role(fold(part.strip(",'’"))) for part in match["phrase"].split()[:6])
        and not name_at(text, match.start("phrase"))
    ):
        phrase = re.split(
            r"\s(?:to|who|about|joins?|über|für ein|im Institut|and (?=[A-Z]\w+ [A-Z]))(?:\s|$)", match["phrase"]
        )[0]
        at = _AT.search(f" {phrase}")
        if at:
            return phrase[: max(0, at.start() - 1)].strip(), at["organisation"].strip()
        return phrase.strip(), ""
    if match := _FROM.match(text, found.end):
        return "", match["organisation"].rstrip(".'’")
    return "", ""


def role_before(sentence: str, at: int) -> str:
    words = sentence[max(0, at - 60) : at].split()
    while words and fold(words[-1]) in HONORIFICS:
        words.pop()
    taken: list[str] = []
    while words and (is_role(fold(words[-1])) or words[-1].lower() in ("in", "of", "-")):
        taken.insert(0, words.pop())
    return " ".join(word for word in taken if fold(word) not in HOSTING)


def roles_in(text: str) -> list[str]:
    """The words of role among the first of a text: `baker and author of …` has two."""
    words = [fold(word.strip(",.’'()")) for word in text.split()[:10]]
    return [word for word in words if is_role(word)]
