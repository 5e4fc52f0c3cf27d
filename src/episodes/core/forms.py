"""Other ways to write a word: inflected, British or American, in figures or in words."""

from __future__ import annotations

import re
from collections.abc import Callable

#: Inflections by language, longest first: enough to bring the forms of a word together, not to find its root.
_ENDINGS = {
    language: tuple(endings.split())
    for language, endings in {
        "en": "ations ation ingly ings edly ing ies ers ied est ed er es ly s y e",
        "de": "ungen ern end est ung en em er es et te st e n s t",
        "fr": "ements ement antes aient ions ante ants ait ais ant ons ent ees ez er es ee e s",
        "es": "amente aciones acion ando iendo ados adas ado ada aron aba es as os an ar er ir a o e s",
        "it": "azioni azione amente ando endo ati ate ato ata are ere ire i e o a",
        "pt": "amente acoes acao ando endo ados adas ado ada am ar er ir es as os a o e s",
        "nl": "ingen ing den ten en er de te je e n s t",
    }.items()
}
STEMMED = tuple(_ENDINGS)
_OUR = (
    "arm arb ard behavi cand clam col demean endeav fav ferv flav glam harb hon hum lab neighb od parl ranc rig rum "
    "savi sav splend tum val vap vig"
)
_PAIRS = (
    "centre:center theatre:theater metre:meter litre:liter fibre:fiber calibre:caliber spectre:specter "
    "defence:defense offence:offense licence:license pretence:pretense practise:practice "
    "dialogue:dialog catalogue:catalog analogue:analog grey:gray programme:program cheque:check tyre:tire "
    "aluminium:aluminum sceptic:skeptic mould:mold plough:plow jewellery:jewelry storey:story whisky:whiskey "
    "ok:okay doughnut:donut artefact:artifact ageing:aging judgement:judgment encyclopaedia:encyclopedia "
    "paediatric:pediatric anaesthetic:anesthetic haemoglobin:hemoglobin manoeuvre:maneuver"
)
_OTHER = {a: b for pair in _PAIRS.split() for a, b in (pair.split(":"), pair.split(":")[::-1])}
_VERBS = ("e", "es", "ed", "er", "ers", "ing", "ation", "ations")

_COUNT = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_ORDER = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
)
_ONES, _ORDINALS = _COUNT.split(), _ORDER.split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {**{word: n for n, word in enumerate(_ONES)}, **{word: 20 + 10 * n for n, word in enumerate(_TENS)}}
_SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def stem(term: str, language: str = "en") -> str:
    """What the forms of a word have in common, at least three letters of it.

    >>> [stem(word) for word in ("refactor", "refactoring", "unwrapped", "unwrapping", "studies", "study", "was")]
    ['refactor', 'refactor', 'unwrap', 'unwrap', 'stud', 'stud', 'was']
    """
    for ending in _ENDINGS.get(language, ()):
        if term.endswith(ending) and len(term) - len(ending) >= 3:
            root = term[: -len(ending)]
            if ending == "s" and root[-1] in "su":
                return term
            return root[:-1] if len(root) > 3 and root[-1] == root[-2] and root[-1] not in "aeious" else root
    return term


def swapped(term: str) -> list[str]:
    """British for American and the other way round; some are no words, look them up before use.

    >>> swapped("neighbourhoods"), swapped("organised"), swapped("center")
    (['neighborhoods'], ['organized'], ['centre'])
    """
    found = [_OTHER[form] + term[len(form) :] for form in (term, term.removesuffix("s")) if form in _OTHER]
    for root in _OUR.split():
        if root in term:
            found += [term.replace(f"{root}our", f"{root}or"), term.replace(f"{root}or", f"{root}our")]
    for ending in _VERBS:
        root, tail = term.removesuffix(ending)[:-1], term.removesuffix(ending)[-1:]
        if term.endswith(ending) and len(root) >= 3:
            found += [root + {"s": "z", "z": "s"}[tail] + ending] if tail in ("s", "z") and root[-1] in "iy" else []
            found += _with_other_l(root, tail, ending)
    return list(dict.fromkeys(word for word in found if word != term))


def _with_other_l(root: str, tail: str, ending: str) -> list[str]:
    """Double a final `l`, or take one off: travelling, traveling."""
    if tail != "l" or ending not in ("ing", "ed", "er", "ers"):
        return []
    if root.endswith("l"):
        return [root + ending]
    return [root + "ll" + ending] if root[-1] in "aeiou" else []


def number_in_words(term: str) -> list[str]:
    """A number up to 999,999 as it is spoken, or nothing.

    >>> number_in_words("21"), number_in_words("338"), number_in_words("3rd")
    (['twenty', 'one'], ['three', 'hundred', 'thirty', 'eight'], ['third'])
    """
    if re.fullmatch(r"\d{1,2}(?:st|nd|rd|th)", term) and 1 <= int(term[:-2]) <= len(_ORDINALS):
        return [_ORDINALS[int(term[:-2]) - 1]]
    if not re.fullmatch(r"[1-9]\d{0,5}|0", term):
        return []
    return _spoken(int(term))


def _spoken(number: int) -> list[str]:
    if number < 20:
        return [_ONES[number]]
    if number < 100:
        return [_TENS[number // 10 - 2], *([_ONES[number % 10]] if number % 10 else [])]
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = _spoken(number % size) if number % size else []
            return [*_spoken(number // size), name, *rest]
    return []


def number_in_figures(words: list[str]) -> str:
    """A number that is written in words, in figures, or nothing.

    >>> number_in_figures(["three", "hundred", "thirty", "eight"]), number_in_figures(["third"])
    ('338', '3rd')
    """
    if len(words) == 1 and words[0] in _ORDINALS:
        number = _ORDINALS.index(words[0]) + 1
        return f"{number}{_SUFFIXES.get(number if number < 20 else number % 10, 'th')}"
    total = part = 0
    for word in (word for word in words if word != "and"):
        if word in _VALUES:
            part += _VALUES[word]
        elif word == "hundred" and part:
            part *= 100
        elif word == "thousand" and part:
            total, part = total + part * 1000, 0
        else:
            return ""
    number = total + part
    return str(number) if words and _spoken(number) == [word for word in words if word != "and"] else ""


def same_forms(term: str, language: str) -> Callable[[str], bool]:
    """A test for the inflected forms of a word.

    >>> is_form = same_forms("refactor", "en")
    >>> is_form("refactored"), is_form("refactory"), is_form("factor")
    (True, True, False)
    """
    root = stem(term, language)
    return lambda other: stem(other, language) == root
