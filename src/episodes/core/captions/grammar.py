"""Where a line may end well: ends of sentences and clauses, words that belong to the next one, names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

SENTENCE, CLAUSE, BEFORE_JOINT, BEFORE_LINK, PLAIN, TORN = 0.0, 1.5, 3.0, 4.5, 6.0, 10.0


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SENTENCE_END = re.compile(r"[.!?…。！？؟۔।]['\"’”»)\]」』]*$")
_CLAUSE_END = re.compile(r"[,;:—–、，；：،؛]['\"’”»)\]」』]*$|^[—–-]$")
_ABBREVIATIONS = _words(
    "mr mrs ms dr prof sen rep gov gen col lt capt sgt st jr sr rev hon vs no nr vol ca approx "
    "e.g i.e u.s u.k u.n p.m a.m d.c z.b d.h bzw usw inc ltd co jan feb aug sept oct nov dec hr fr"
)
#: Words that begin a new thought: a line ends better before them.
_JOINTS = _words(
    "and but or so because that which who when where while if although though unless until since than then whether "
    "und aber oder weil dass denn wenn während obwohl "
    "et mais ou parce que qui quand si y pero o porque cuando"
)
#: Words that begin a part of a thought: a line ends fairly before them.
_LINKS = _words(
    "of to in on at by for with from into about as between against under over through without during before after "
    "von mit zu für auf aus bei nach über unter vor zwischen gegen ohne durch "
    "de à dans sur pour avec sans par en con para"
)
#: Words that lean on the next one: a line ends badly after them.
_LEANING = _words(
    "a an the of to in on at by for with from into about as my your his her its our their this these those "
    "is are was were be been am not no very and but or i we you he she they it mr mrs ms dr "
    "der die das den dem des ein eine einen einem einer im am zu von mit und ist sind nicht "
    "le la les un une des du de et est el los las una en con y es"
)
#: Capitalised at the beginning of a sentence without being a name.
_STARTERS = (
    _JOINTS
    | _LEANING
    | _words(
        "well yes no yeah now here there what why how all some many most today tomorrow yesterday okay ok "
        "hello hi hey welcome thanks thank let please maybe also even just only still after before during"
    )
)
_PARTICLES = _words("van von de der den la le di da dos del du al bin ibn ben st y e of")
_PRONOUNS = frozenset(["i", "i'm", "i'll", "i've", "i'd", "i’m", "i’ll", "i’ve", "i’d"])


@lru_cache(maxsize=16384)  # people use the same words all the time
def bare(word: str) -> str:
    return word.strip(".,;:!?…\"'“”‘’«»()[]—–-").casefold()


def is_starter(word: str) -> bool:
    """Tell whether a word that begins a sentence is capitalised for that alone.

    >>> is_starter("Today"), is_starter("Alexander")
    (True, False)
    """
    return bare(word) in _STARTERS


@lru_cache(maxsize=16384)
def ends_sentence(word: str) -> bool:
    """Tell whether a sentence ends with this word.

    >>> ends_sentence("done."), ends_sentence("Dr."), ends_sentence("J."), ends_sentence('yes!"')
    (True, False, False, True)
    """
    if not _SENTENCE_END.search(word):
        return False
    stem = bare(word)
    return not (word.endswith(".") and (stem in _ABBREVIATIONS or (len(stem) == 1 and stem.isalpha() and word != "I.")))


@lru_cache(maxsize=16384)
def ends_clause(word: str) -> bool:
    return bool(_CLAUSE_END.search(word))


def break_cost(word: str, following: str) -> float:
    """Say how badly a caption ends after a word, when that one follows: 0 (well) to 10.

    >>> break_cost("home.", "And") < break_cost("home,", "and") < break_cost("home", "and") < break_cost("the", "home")
    True
    """
    if ends_sentence(word):
        return SENTENCE
    if ends_clause(word):
        return CLAUSE
    if bare(word) in _LEANING:
        return TORN
    following = bare(following)
    if following in _JOINTS:
        return BEFORE_JOINT
    return BEFORE_LINK if following in _LINKS else PLAIN


def name_joints(words: Sequence[str], names: Iterable[str] = ()) -> list[bool]:
    """For each word, tell whether it belongs to the same name as the word before it.

    >>> name_joints("So Alexander van Beek met Mr. Li in New York".split())
    [False, False, True, True, False, False, True, False, False, True]
    >>> name_joints(["then", "ana", "lopes", "said"], ["Ana Lopes"])
    [False, False, True, False]
    """
    joints = [False] * len(words)
    capital = [_is_capital(words, place) for place in range(len(words))]
    for place in range(1, len(words)):
        joints[place] = _joined(words, capital, place, follows_joint=joints[place - 1])
    _join_known(words, names, joints)
    return joints


def _joined(words: Sequence[str], capital: Sequence[bool], place: int, *, follows_joint: bool) -> bool:
    before, word = words[place - 1], words[place]
    if ends_sentence(before) or ends_clause(before):
        return False
    if capital[place - 1]:
        number_follows = bare(word).isdigit()
        return capital[place] or number_follows or _is_particle(words, capital, place)
    return follows_joint and before in _PARTICLES and (capital[place] or _is_particle(words, capital, place))


def _is_capital(words: Sequence[str], place: int) -> bool:
    word = words[place].lstrip("\"'“‘«([")
    if not word[:1].isupper() or (word.isupper() and len(bare(word)) > 3) or bare(word) in _PRONOUNS:
        return False
    starts = place == 0 or ends_sentence(words[place - 1])
    return not (starts and bare(word) in _STARTERS)


def _is_particle(words: Sequence[str], capital: Sequence[bool], place: int) -> bool:
    """Tell whether small words such as "van der" lead to a capital."""
    while place < len(words) and words[place] in _PARTICLES:
        place += 1
        if place < len(words) and capital[place]:
            return True
    return False


def _join_known(words: Sequence[str], names: Iterable[str], joints: list[bool]) -> None:
    known = {tuple(bare(part) for part in name.split()) for name in names if " " in name.strip()}
    if not known:
        return
    plain = [bare(word) for word in words]
    for name in known:
        for place in range(len(plain) - len(name) + 1):
            if plain[place] == name[0] and tuple(plain[place : place + len(name)]) == name:
                joints[place + 1 : place + len(name)] = [True] * (len(name) - 1)
