"""Who is only talked of: `talks to the engineers Ann Lee fired`, and whose life, death or work a text tells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from episodes.core.naming.folding import fold
from episodes.core.naming.person_names import Name
from episodes.core.naming.roles import is_role
from episodes.core.naming.tongues import frames

#: `lawyers of Crumb founder `.
_OF_FOUNDER = re.compile(r"\b(?:of|for)\s(?:[A-Z][\w-]+\s){1,2}(?P<role>[a-z-]+)\s?$")
#: Of several, or of what these do; `acting President Ann Lee` does nothing.
_MANY = re.compile(r"people|men|women|[a-z-]{3,}(?<![siu])s")
_DOES_IT = re.compile(r"beyond|by|(?!(?:act|lead|found|manag|outgo|incom|runn|liv|visit|work)ing)[a-z]{2,}ing")
_LOWER_WORDS = re.compile(
    r"\s(?!(?:and|or|und|et|y|e|och|og|en|with|who|as|from|of|at)\b)[a-zß-ÿ-]+\s[a-zß-ÿ-]+(?=[\s,.;)]|$)"
)
_MEMBERS = frozenset({"member", "officer", "leader", "speaker", "deputy", "clerk"})
#: `the head of marketing `.
_FIELD = re.compile(r"\b(?:of|for|in)\s(?:the\s)?[a-z]+\s$")


def is_told_of(sentence: str, at: int, asked: Sequence[Name]) -> bool:
    """Whether others than the first of the names are talked to, as the words from `at` up to it say.

    >>> text = "talks to men accusing Ann Lee"
    >>> is_told_of(text, 9, [Name(text="Ann Lee", start=22, end=29)])
    True
    """
    between = sentence[at : asked[0].start]
    of = _OF_FOUNDER.search(between)
    if of and is_role(fold(of["role"])):
        return True
    words = between.split()
    lower = next((word for word in reversed(words) if word.islower()), "")
    if _FIELD.search(between):
        return False
    if _DOES_IT.fullmatch(lower):
        return True
    return len(asked) == 1 and words[-1:] == [lower] and _MANY.fullmatch(lower) is not None


def is_house_of(text: str, found: Name) -> bool:
    """Whether what looks like a name behind a comma is where the person before works.

    >>> text = "Ann Lee, Ruby Core team member, and Bo Ek"
    >>> is_house_of(text, Name(text="Ruby Core", start=9, end=18))
    True
    """
    words = _LOWER_WORDS.match(text, found.end)
    if not words or not text[: found.start].rstrip().endswith(","):
        return False
    last = fold(words[0].split()[-1])
    return is_role(last) or last in _MEMBERS


_LIFE = (
    r"life|lives|death|legacy|decline|downfall|rise and fall|case|trial|murder|crimes?|killing|assassination|"
    r"biograph\w*|"
    r"centenary|myth|cult|genius|leben|tod|werk|mord|schicksal|vermächtnis|biografie|"
    r"vie|mort|œuvre|destin|affaire|vida|muerte|obra|legado|asesinato|crimen|vita|morte|opera|omicidio|delitto|"
    r"eredità|"
    r"leven|dood|moord|liv|död|mord|værk|verk|życie|śmierć|жизнь|смерть"
)
_LIFE_OF = re.compile(
    rf"\b(?:{_LIFE})\s(?:(?:and|und|et|y|e)\s\w+\s)?(?:of|von|des|de|du|di|del|do|van|av|af)\b", re.IGNORECASE
)
_LONG_AGO = re.compile(
    r"\b1[0-8]\d\d\b|\b(?:century|centuries|jahrhunderts?|siècle|siglo|secolo|século|eeuw|århundrade|århundre)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:we|i|wir|nous|on)\s(?:review|rank|besprechen|bewerten|chroniquons)\b|"
    r"\b(?:about|über|sur|sobre|su|over|om)\s(?:(?:the|an?|den|die|das|la|el|le|une?|una?|il|lo|de|het)\s|l[’'])?"
    r"(?:man|woman|mann|frau|homme|femme|hombre|mujer|uomo|donna|homem|mulher|vrouw|mannen|kvinnan)\b|"
    r":\s(?:(?:a|the|ein|une|una)\s)?(?:life|biography|leben|vie|vida|vita)\b|\bwho (?:was|were)\b|\bR\.?I\.?P\b|"
    r"\b(?:was|were)\s(?:born|killed|murdered|assassinated)\b|\bgeboren\sam\b|\b(?:died|starb|verstorben\w*|"
    r"gestorben|décédé\w*|murió|falleció|"
    r"remembered (?:for|as)|morreu|faleceu|overleed|overleden|dog|døde|mourut|posthum\w*|obituary|nachruf|"
    r"hommage|tribute|in memoriam)\b|\b(?:i|[^\W\d_]+) (?:è|is|est) mort[oa]?\b",
    re.IGNORECASE,
)


def is_told_life(found: Name, text: str, *, title: str = "", explained: bool = False) -> bool:
    """Whether a text tells of somebody as one who is not there; `explained`: the title says what that person is today.

    >>> is_told_life(Name(text="Ann Lee", start=0, end=7), "We talk about the life of Ann Lee.")
    True
    >>> is_told_life(Name(text="Ann Lee", start=0, end=7), "We talk about bread. Ann Lee bakes it.")
    False
    """
    whole = f"{title}\n{text}"
    if _PAST.search(whole) or (not explained and _LONG_AGO.search(whole)):
        return True
    at = text.find(found.text)
    if at >= 0 and tells_in_work(text, at + len(found.text)):
        return True
    words = found.text.split()
    if words[-1] not in text and _LIFE_OF.search(text):
        return True
    name = rf"(?:{re.escape(found.text)}|{re.escape(words[-1])}|{re.escape(words[0])})"
    return (
        re.search(
            rf"\b(?:about|discuss(?:es|ed|ing)?|remember(?:s|ing)?|honou?r(?:s|ing)?|celebrat(?:e|es|ing)|"
            rf"explain(?:s|ing)?|understand(?:ing)?|"
            rf"über|um|sur|sobre|over|om|su|around|behind|against|inspired by)\s(?:[^\s.!?]+\s){{0,3}}?{name}(?!\w)|"
            rf"[a-zß-ÿ]\s(?:on|upon)\s{re.escape(found.text)}(?!\w)|"
            rf"(?<!\w){name}(?:['’]s?|s)\s(?:[^\W\d_]+\s){{0,2}}?(?:{_LIFE})\b|"
            rf"\b(?:{_LIFE})\s(?:[^\s.!?]+\s){{0,2}}?(?:of|von|des|de|du|di|del|do|van|av|"
            rf"af)\s(?:[^\s.!?]+\s){{0,8}}?{name}(?!\w)|"
            rf"(?<!\w){name}\s(?:was|war|fut|était|fue|era|foi|var|lived|lebte|wrote|schrieb|led|ruled|died)\b",
            whole,
            re.IGNORECASE,
        )
        is not None
    )


_IN_WORK = re.compile(rf"[^.!?]{{0,60}}?\b{frames.IN_WORK}\b", re.IGNORECASE)


def tells_in_work(sentence: str, end: int) -> bool:
    """Whether somebody named up to `end` tells something in a work, not to us.

    >>> tells_in_work("Ann Lee tells of the war in her memoirs.", 7), tells_in_work("Ann Lee tells us.", 7)
    (True, False)
    """
    return _IN_WORK.match(sentence, end) is not None
