"""Who is only talked of: whose life, death or work a text tells."""

from __future__ import annotations

import re

from episodes.core.naming.person_names import Name

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


_IN_WORK = re.compile(
    r"[^.!?]{0,60}?\b(?:in|dans|en|nel|nella|nei|i|em|no|na)\s(?:his|her|their|the|seine[mnr]?|ihre[mnr]?|son|"
    r"sa|ses|sus?|"
    r"suo|sua|suoi|seus?|suas?|zijn|haar|sin|sitt|sina|hans|hennes)\s(?:\w+\s)?(?:book|novel|memoirs?|diary|"
    r"diaries|autobiography|"
    r"film|letters?|song|album|\w*buch|\w*roman|memoiren|tagebuch|livre|journal|mémoires|autobiographie|libro|"
    r"novela|memorias|diario|"
    r"romanzo|memorie|livro|boek|dagboek|bok|bog|dagbok|memoarer)\b",
    re.IGNORECASE,
)


def tells_in_work(sentence: str, end: int) -> bool:
    """Whether somebody named up to `end` tells something in a work, not to us.

    >>> tells_in_work("Ann Lee tells of the war in her memoirs.", 7), tells_in_work("Ann Lee tells us.", 7)
    (True, False)
    """
    return _IN_WORK.match(sentence, end) is not None
