"""Person names: which capitalised words are one, and whether two spellings mean the same person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from episodes.core.naming.folding import fold
from episodes.core.naming.given_names import given_names
from episodes.core.naming.name_words import (
    AND_COMPANY,
    CREDITED,
    DEGREES,
    HONORIFICS,
    HOUSES,
    NOT_IN_NAMES,
    PARTICLES,
    SURNAMES_OF_FATHERS,
    SURNAMES_TOO,
    is_spelled_apart,
)
from episodes.core.naming.roles import ROLES, is_role

_WORD = re.compile(r"[^\s,;:()\[\]{}\"“”„«»|/&+–—!?•·…<>@#*=~]+")
_INITIALS = re.compile(r"^(?:[^\W\d_]\.){1,3}$|^[^\W\d_a-z]\.?$|^[A-Z]\.-?[A-Z]\.$")
_SHORT_CAPITALS = re.compile(r"^[A-Z]{2}$")
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
#: Articles and pronouns that look like a first initial: `A Cat`, `I Robot`.
_NO_INITIALS = frozenset({"A", "I", "O", "Y", "E", "À"})
#: `WBEZ Chicago`: a station, not a person.
_CALL_SIGN = re.compile(r"^[KW][A-Z]{3}$")
#: German nouns, written with a capital too: `erläutert Anna Lee Herkunft und Technik`.
_NOUN = re.compile(r"(?:heit|keit|schaft|kunft|tion|ismus|ität|ung|ungen|nisse)$")
#: Where markup was lost, a sentence begins inside a word: `Anna LeeOur`.
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{4})(?=[A-Z][a-z]{0,2}$)")
_NAME_PART = re.compile(r"^(?:[dlo]['’])?[^\W\d_]+(?:[-'’‐][^\W\d_]+){0,3}$", re.IGNORECASE)
#: `Crumb-winning`, `Rye-based`: what somebody is.
_BEHIND_HYPHEN = re.compile(
    r"-(?:winning|nominated|appointed|elected|based|born|bestselling|trained|certified|preisträger\w*)$"
)
_PLACES_IN_INITIALS = frozenset(
    {
        *("u.s", "u.k", "u.n", "e.u", "l.a", "d.c", "a.i", "us", "uk", "un", "eu", "la", "dc", "ai", "u.s.a", "it"),
        *("tv", "pc", "vr", "hr", "pr", "dj"),
    }
)
#: `Darryl "Crust" Samuels`.
_CALLED = re.compile(r"\s[\"“”„][^\"“”„]{1,24}[\"“”]\s(?=[^\W\d_a-z])")
#: `Ann al-Sheikh`, `Bo el-Ek`, `Ida deRye`.
_OF_ARABIC = re.compile(
    r"(?:(?:al|el|ad|an|ar|as|ash|at|az|ben|bin)-|(?:de|di|du|la|le|van|von)(?=[A-Z]))[A-ZÀ-Þ][^\W\d_]+$"
)
#: A name has no more parts; a longer word that ends like a trade is one, and no surname.
MOST_PARTS, LONGEST_TRADE = 5, 8
#: Behind two words of a name these begin what is said next; `der`, `den` only in German (`Jan Willem den Boer`).
_ARTICLES, _GERMAN_ARTICLES = frozenset({"das", "dem", "die"}), frozenset({"der", "den"})
_GERMAN = re.compile(r"\b(?:mit|und|im|wir|ich|bei|von|erklärt|erzählt|zeigt|stellt|fragt|trifft|bringt)\s")
#: In a sentence of another language these are a name's: in their own they begin what is said next.
_OF_ROMANCE, _GERMANIC = frozenset({"de", "del", "dos"}), re.compile(r"\b(?:og|och|med|und|mit|and|with|the|by)\s")
_OF_SOMEBODY = frozenset({"von", "vom", "van", "de", "di", "d'"})
#: Many rules look at each place of a sentence; what was read there is kept for the next.
KEPT = 4096


@dataclass(frozen=True, kw_only=True)
class Name:
    """A person's name found in a text, with the honorific before it."""

    text: str
    start: int
    end: int
    honorific: str = ""
    has_known_given: bool = False  #: its first word is a given name somewhere in the world


@lru_cache(maxsize=KEPT)
def name_at(text: str, start: int) -> Name | None:
    """Read the longest name that begins at a place; honorifics before it are taken along.

    >>> name_at("Dr. Timothy M. Jurgensen joins us", 0).text
    'Timothy M. Jurgensen'
    >>> name_at("Great Power comes", 0) is None
    True
    """
    found = _read(text, start, honorifics=HONORIFICS)
    if found is None and (first := _WORD.search(text, start, start + 40)) and fold(first[0]) in _honorific_names():
        return _read(text, start, honorifics=frozenset())  # `Don O'Neil` is no don
    return found


def _read(text: str, start: int, *, honorifics: frozenset[str]) -> Name | None:
    words: list[re.Match[str]] = []
    honorific: list[str] = []
    at = start
    for match in _iter_words(text, start):
        word = match[0]
        at = _behind_call_name(text, at) if words else at
        if match.start() < at:
            continue
        if match.start() > at and text[at : match.start()].strip():
            break
        if not words and fold(word) in honorifics and word[0].isupper():
            honorific.append(word)
            at = match.end()
            continue
        if _ends_before(word, words):
            break
        words.append(match)
        at = match.end()
        if _ends_sentence(word):
            break
    if words and not honorific and text[:start].endswith("The "):
        return None  # `her new novel The Patient Gardener`
    return _make(text, words, " ".join(honorific))


def _behind_call_name(text: str, at: int) -> int:
    called = _CALLED.match(text, at)
    return called.end() if called else at


def _ends_before(word: str, words: list[re.Match[str]]) -> bool:
    """Whether a name ends before a word that follows its words so far."""
    if not _may_be_part(word, first=not words) or len(words) == MOST_PARTS:
        return True
    if (
        len(words) > 1
        and fold(words[-1][0]) not in PARTICLES
        and (fold(word) in CREDITED or _is_article(word, words[0]))
    ):
        return True  # `Im Gespräch mit Jan Peter das Thema …`
    of_romance = word in _OF_ROMANCE and bool(words) and _is_germanic(words[0])  # `med Ida Evita de Leon`
    if fold(word) in PARTICLES and len(words) > 1 and not (of_romance or _goes_before_particle(words[-1][0])):
        return True  # `Tim Pritlove von der Funktionsweise`: a sentence goes on
    return len(word) > 6 and (len(words) > 1 or len(word) > 10) and _NOUN.search(word) is not None


def _is_germanic(first: re.Match[str]) -> bool:
    before = first.string[max(0, first.start() - 60) : first.start()]
    return _GERMANIC.search(before) is not None


def _is_article(word: str, first: re.Match[str]) -> bool:
    before = first.string[max(0, first.start() - 60) : first.start()]
    return word in _ARTICLES or (word in _GERMAN_ARTICLES and _GERMAN.search(before) is not None)


@cache
def _honorific_names() -> frozenset[str]:
    return HONORIFICS & given_names()


def _goes_before_particle(word: str) -> bool:
    return is_given(fold(word)) or fold(word) in PARTICLES


def is_name(text: str) -> bool:
    """Whether a text is a person's name and nothing else.

    >>> is_name("Stephen J. Dubner"), is_name("Freakonomics Radio"), is_name("Piano P")
    (True, False, False)
    """
    name = name_at(text, 0)
    return name is not None and name.end == len(text) and name.has_known_given


def _iter_words(text: str, start: int) -> list[re.Match[str]]:
    return list(_WORD.finditer(text, start, min(len(text), start + 120)))[: MOST_PARTS + 3]


def _may_be_part(word: str, *, first: bool) -> bool:
    bare = word.rstrip(".,'’")
    folded = fold(bare)
    if not bare:
        return False
    if folded in PARTICLES:
        return not first or (word[0].isupper() and not (word.isupper() and len(word) > 1))
    if first and (folded in _PLACES_IN_INITIALS or word in _NO_INITIALS):
        return False
    if _BEHIND_HYPHEN.search(folded) or (first and folded in ROLES and not is_given(folded)):
        return False  # `Prix-winning`, `Head Coach`
    if not word[0].isupper():
        return not first and _OF_ARABIC.match(bare) is not None
    if not first and bare in DEGREES:
        return False
    if _INITIALS.match(word) or _SHORT_CAPITALS.match(bare) or fold(word) in SUFFIXES:
        return True
    if is_spelled_apart(bare) and not first:
        return bool(_NAME_PART.match(bare))
    if folded in NOT_IN_NAMES or folded in _NO_SURNAMES or (folded in SURNAMES_TOO and first and not is_given(folded)):
        return False
    return bool(_NAME_PART.match(_without_possessive(bare)))


_NO_SURNAMES = (NOT_IN_NAMES - SURNAMES_TOO) | (
    ROLES
    - frozenset({"author", "chef", "chair", "coach", "player", "star", "head", "judge", "lead", "principal", "ex", "e"})
)


def _without_possessive(word: str) -> str:
    return re.sub(r"['’]s?$", "", word)


def _ends_sentence(word: str) -> bool:
    """Whether the full stop after a word ends a sentence, not an abbreviation."""
    if word.endswith(("'s", "’s")):
        return True
    return (
        word.endswith(".") and not _INITIALS.match(word) and fold(word) not in SUFFIXES and fold(word) not in HONORIFICS
    )


def _make(text: str, words: list[re.Match[str]], honorific: str) -> Name | None:
    # One capital at the end (`Piano P`) is no surname.
    while words and (fold(words[-1][0].rstrip(".")) in PARTICLES or _INITIALS.match(words[-1][0])):
        words = words[:-1]
    if len(words) < 2 or not any(len(match[0].rstrip(".")) > 2 for match in words):
        return None
    if _CALL_SIGN.match(words[0][0]) and not words[1][0].isupper() and not is_given(fold(words[1][0])):
        return None
    words = _from_given(_of_one_surname(words))
    if not words:
        return None
    last = fold(words[-1][0].rstrip(".,'’"))
    if last in PARTICLES or last in _PLACES_IN_INITIALS or not _real(words[-1][0]):
        return None
    start, end = words[0].start(), words[-1].end()
    raw = text[start:end]
    stripped = _without_possessive(raw.rstrip(",") if fold(words[-1][0]) in SUFFIXES else raw.rstrip(".,"))
    if glued := _GLUED.search(stripped):
        stripped = stripped[: glued.start()]
    first = words[0][0]
    known = is_given(fold(first.rstrip("."))) or bool(_INITIALS.match(first) and _second_is_name(words))
    known = known or any(fold(word[0]) in SURNAMES_OF_FATHERS for word in words[1:-1])
    known = known and last not in HOUSES
    if not known and len(last) > LONGEST_TRADE and is_role(last):
        return None  # `Erster Bürgermeister`
    if AND_COMPANY.match(text, start + len(stripped)):
        return None
    return Name(
        text=_cased(" ".join(stripped.split())), start=start, end=start + len(stripped), honorific=honorific,
        has_known_given=known,
    )  # fmt: skip


def _of_one_surname(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Of `Ana y Eva Luna`, who share a surname, only Eva is named in full; but `José Ortega y Gasset` is one."""
    both = len(words) > 3 and words[1][0] in ("y", "e", "i") and all(_is_written_given(words[at][0]) for at in (0, 2))
    return words[2:] if both else words


def _from_given(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Leave out what stands before a given name and is none: `Bäckermeister Jonas Albrecht`, `Radio Elf Ann Lee`."""
    if _INITIALS.match(words[0][0]) or _is_written_given(words[0][0]):
        return words
    place = next((place for place in range(1, len(words) - 1) if _is_written_given(words[place][0])), 0)
    if place and fold(words[place][0]) in SURNAMES_OF_FATHERS:
        return words  # `Freda Williams Ek`, where no list knows Freda
    if place and words[place - 1][0] in _OF_SOMEBODY:
        return []  # `Anwalt von Ann Lee`: who is meant is not named
    return words[place:]


def _is_written_given(word: str) -> bool:
    cried = word.isupper() and fold(word) in NOT_IN_NAMES  # `L'ARGENT DES CONTRIBUABLES`
    return word[0].isupper() and not cried and is_given(fold(word))


def is_given(word: str) -> bool:
    """Whether a folded word, or a part of it at a hyphen, is a given name somewhere in the world."""
    return any(part in given_names() for part in (word, *word.split("-")))


def _second_is_name(words: list[re.Match[str]]) -> bool:
    second = fold(words[1][0].rstrip("."))
    return len(words) > 2 or len(second) > 2


def _real(word: str) -> bool:
    bare = _without_possessive(word.rstrip(".,"))
    return (len(bare) > 1 and (bare[0].isupper() or _OF_ARABIC.match(bare) is not None)) or fold(word) in SUFFIXES


def _cased(name: str) -> str:
    """Write a name in capitals as names are written."""
    letters = [c for c in name if c.isalpha()]
    return name.title() if len(letters) > 5 and all(c.isupper() for c in letters) else name
