"""Whether a sentence denies that somebody is a guest, or speaks of another time: `we did not talk to`, `next week`."""

from __future__ import annotations

import re

_NO = (
    r"not|never|cannot|\w+n[’']t|without|nobody|nicht|nie|niemals|keine?[rnms]?|ohne|ne|n[’']|pas|jamais|sans|"
    r"(?-i:no)|nunca|jamás|sin|non|mai|senza|"
    r"não|sem|niet|nooit|geen|zonder|inte|aldrig|utan|ikke|aldri|uden|uten|nie|bez|не|без"
)
#: Denied in the last words before the phrase, within it, or between it and the name.
_DENIED = re.compile(
    rf"(?<![\w’'])(?:{_NO})(?![\w’'-])(?!\s(?:only|nur|seulement|solo|sólo|apenas|alleen|bara|kun|just)\b)",
    re.IGNORECASE,
)
_BEFORE = 32
#: `Don't miss our interview with`.
_URGED = re.compile(
    r"\b(?:miss|forget|verpass\w*|vergess\w*|manque[zr]|rate[zr]|oubliez|pierd\w+|perd\w+|perc\w+|mis|missa|glöm|"
    r"wait|believe|skip|happier|prouder|more (?:excited|thrilled|delighted))\b",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:prochain épisode|próximo episodio|prossima puntata|demnächst|coming up next)\b|"
    r"^\W*(?:coming soon|tomorrow(?![’']s)|in (?:two|three|a few) weeks)\b|"
    r"\b(?:next|last|previous|following)\s(?:week|month|time|year|episode|show)\b(?!['’]s)|"
    r"\b(?:nächste[rns]?|letzte[rns]?|kommende[rns]?|vergangene[rns]?|vorige[rns]?)\s(?:woche|monat|mal|folge|"
    r"ausgabe|sendung|jahr)\b|"
    r"\bla\ssemaine\s(?:prochaine|dernière|passée)\b|\ble\smois\s(?:prochain|dernier)\b|\bla\s(?:semana|"
    r"próxima)\s(?:que\sviene|pasada|próxima|semana)\b|"
    r"\b(?:prossima|scorsa)\ssettimana\b|\bsettimana\s(?:prossima|scorsa)\b|\bpróxim[ao]\s(?:semana|episódio)\b|"
    r"\bsemana\spassada\b|"
    r"\b(?:volgende|vorige|komende)\s(?:week|keer|aflevering)\b|\b(?:nästa|förra)\s(?:vecka|veckan|gång|"
    r"avsnitt\w*)\b|"
    r"\b(?:neste|forrige|næste|sidste)\s(?:uke|uge|gang|episode|afsnit)\b|\bв\s(?:следующ|прошл)\w+",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:this|today|tonight|now|dieser?|diesem|heute|diesmal|cette|cet|aujourd|est[ae]|hoy|quest[ao]|oggi|"
    r"hoje|nest[ae]|deze|vandaag|idag|denna|i\sdag)\b",
    re.IGNORECASE,
)
#: Behind the name: who was asked did not come.
_DID_NOT_COME = re.compile(
    r"[^.!?]{0,40}?\b(?:declined(?=\s(?:to|our|his|her|an?\s(?:interview|invitation|request|comment))|[.,;!]|$)|refused(?!\sto\s(?!come|talk|speak|join|appear|answer))|(?:could|did|would|can)(?:n[’']t|\snot)\s(?:come|make|join|appear|talk|"
    r"speak|respond|answer|want)|cannot\s|"
    r"(?:kam|kommt|ist)\s(?:\w+\s){0,2}nicht\szustande|fell\sthrough|never\s(?:happened|answers|replies)|n[’']a\spas\seu\slieu|"
    r"had\sto\scancel(?!\s(?:his|her|their|the)\b)|cancelled|canceled|turned\sus\sdown|never\s(?:came|answered|called|replied)|lehnte\b|"
    r"sagte\s(?:leider\s)?ab|konnte\s(?:leider\s)?nicht|"
    r"n[’']a\spas\s(?:pu|voulu)|no\s(?:pudo|quiso)|non\s(?:ha\spotuto|è\spotut)|não\s(?:pôde|quis)|kon\sniet|"
    r"kunde\sinte|kunne\sikke)",
    re.IGNORECASE,
)
#: What one has with somebody, right before `with`: the talk is about it.
_BETWEEN_TWO = re.compile(
    r"\b(?:relationships?|friendships?|marriage|affairs?|feuds?|fights?|battles?|rivalry|deals?|divorce|wedding|"
    r"reise|streit|ehe|beziehung|freundschaft|"
    r"pelea|disputa|guerra|boda|divorcio|relación|amistad|relation|amitié|mariage|dispute|querelle|relazione|"
    r"amicizia|matrimonio|lite|briga|relação|amizade|"
    r"ruzie|relatie|bråk|relation)\s(?:with|mit|avec|con|com|met|med)\s*$",
    re.IGNORECASE,
)
#: Behind the name: it is another's show. Before it: somebody else had that talk; a talk of next week.
_ON_THEIR_SHOW = re.compile(
    r"[^.!?;,]{0,30}?\s(?:on|for)\s(?:his|her|their)\s(?:own\s)?(?:\w+\s)?(?:podcast|show|channel|program\w*)\b"
)
_EARLIER = re.compile(
    r"[^.!?;,]{0,30}?\s(?:in|on|from) (?:an?|the|our) (?:earlier|previous|past|last) (?:episode|show)\b"
)
_THEY_HAD = re.compile(r"\b(?:and|he|she|they|who)\s(?:has\s|have\s)?had\s(?:\w+\s){0,3}$")
_NEXT_WEEK = re.compile(r"\bnext (?:week|time|month|episode)\b[^.!?]*\bwhen (?:we|i)\b[^.!?]*$", re.IGNORECASE)
#: Who comes where somebody else goes comes to a house, not to the show.
_FAREWELL = re.compile(r"\b(?:farewell|good-?bye)\b[^.!?]*\bwelcom\w+\s*$", re.IGNORECASE)
#: Before a name: somebody else of whom that person's is the owner (`the lawyer of`, `la hija de`).
_OF = re.compile(r"[^\W\d_]\s(?:(?:of|for|by|par|por|von|de|di|do|da|van|av|af|till|til)\s|d[’'])$")


def is_denied(sentence: str, start: int, end: int, name_start: int, name_end: int) -> bool:
    """Whether the phrase from `start` to `end`, before a name, makes no guest of its owner.

    >>> text = "We did not talk to Ann Lee"
    >>> is_denied(text, 11, 18, 19, 26), is_denied("We talk to Ann Lee", 3, 10, 11, 18)
    (True, False)
    """
    before = re.split(
        r"[,;:–—]|\b(?:but|aber|mais|pero|ma|mas|maar|"
        r"men)\b",
        sentence[max(0, start - _BEFORE) : start],
    )[-1]
    urged = _URGED.search(before)
    if urged:
        before = before[urged.end() :]
    if (
        _DENIED.search(before)
        or (not urged and re.fullmatch(r"\W*No\s[\w\s]{0,60}", sentence[:end]))
        or _DENIED.search(sentence, start, max(end, name_start))
    ):
        return True
    when = sentence[:name_start] + sentence[name_end : name_end + 30].partition(",")[0]
    if _OTHER_TIME.search(re.split(r"\b(?:about|über|sobre|sur|su|om|over)\b", when)[0]) and not _NOW.search(sentence):
        return True
    if _EARLIER.match(sentence, name_end):
        return True
    of_others = _THEY_HAD.search(sentence[:start]) and _ON_THEIR_SHOW.match(sentence, name_end)
    if of_others or _NEXT_WEEK.search(sentence[:name_start]):
        return True
    return _DID_NOT_COME.match(sentence, name_end) is not None or any(
        before_name.search(sentence[:end]) for before_name in (_BETWEEN_TWO, _FAREWELL)
    )


def is_of_another_time(sentence: str) -> bool:
    """Whether the first words of a sentence tell of another time than this one: `Next week, Ann Lee tells us`."""
    return _OTHER_TIME.search(sentence, 0, 60) is not None and not _NOW.search(sentence)


def is_of_whom(sentence: str, name_start: int) -> bool:
    """Whether a name only tells whose lawyer or daughter is meant."""
    return _OF.search(sentence, max(0, name_start - 24), name_start) is not None
