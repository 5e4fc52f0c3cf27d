"""Names in Greek and Cyrillic letters, written in Latin ones to ask the lists of given names."""

from __future__ import annotations

from functools import lru_cache

from episodes.core.naming.folding import fold
from episodes.core.naming.person_names import is_given
from episodes.core.naming.world.given import more_given

_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфхъыэіїјђћ", "abvgdeziyklmnoprstufhayeiijdc", strict=True))
    | {"ж": "z", "ц": "c", "ч": "c", "ш": "s", "щ": "st", "ю": "yu", "я": "ya", "љ": "lj", "њ": "nj", "џ": "dz"}
    | {"ь": "", "ё": "e", "є": "e", "ґ": "g"}
)
_PAIRS = (("ου", "ou"), ("ευ", "ev"), ("αυ", "av"), ("γγ", "ng"), ("γκ", "gk"), ("μπ", "b"), ("ντ", "nt"))
_GREEK = str.maketrans(
    dict(zip("αβγδεζηικλμνοπρσςτυφω", "avgdeziiklmnoprsstyfo", strict=True))
    | {"θ": "th", "ξ": "x", "χ": "ch", "ψ": "ps"}
)
#: Where one letter is written in two ways in Latin names.
_OTHER_WAYS = (("iy", "ij"), ("ya", "ja"), ("yu", "ju"), ("c", "k"), ("y", "i"), ("ia", "iya"), ("z", "zh"))


@lru_cache(maxsize=2048)
def is_known_given(word: str) -> bool:
    """Whether a word is a given name, in whatever alphabet.

    >>> is_known_given("Димитър"), is_known_given("Γιώργος"), is_known_given("Хлеб")
    (True, True, False)
    """
    folded = fold(word)
    if is_given(folded) or folded in more_given():
        return True
    if folded.isascii():
        return False
    for greek, latin in _PAIRS:
        folded = folded.replace(greek, latin)
    latin = folded.translate(_GREEK).translate(_CYRILLIC)
    return is_given(latin) or any(is_given(latin.replace(one, other)) for one, other in _OTHER_WAYS)
