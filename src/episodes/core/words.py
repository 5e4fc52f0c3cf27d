"""Words as search sees them: folded, so that what is spoken, written and typed in different ways meets.

Scripts without spaces (Chinese, Japanese, Thai, …) and Korean give one term a character; a run of them in a query
is looked for as a phrase.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

#: Characters that carry a word's vowels or accents and are no letters to `\w`: they stay inside the word.
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0963\u0966-\u0dff"
)
#: Scripts that set no spaces between words, and Hangul, whose words take endings.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fc\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003134f"
)
_PICTURES = "\u2600-\u27bf\U0001f000-\U0001faff"
_SPECIAL = (
    r"(?<![^\W_])[Cc]\+\+|(?<![^\W_])[CcFf]#(?![^\W_])|(?<![^\W_])\.(?:net|NET|Net)(?![^\W_])|%"
    r"|\d{1,3}(?:,\d{3})+(?![^\W_])"
)
_SPELT_OUT = {"c++": "cplusplus", "c#": "csharp", "f#": "fsharp", ".net": "dotnet", "%": "percent"}
_PLAIN_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "’": "'", "ʼ": "'"}
)
_UNSPACED_RANGES = tuple(zip(_UNSPACED[::3], _UNSPACED[2::3], strict=True))
#: Blocks of 256 characters in which such scripts are.
_UNSPACED_BLOCKS = frozenset(
    block for first, last in _UNSPACED_RANGES for block in range(ord(first) >> 8, (ord(last) >> 8) + 1)
)
#: For each byte of ASCII what stands for it among plain words: letters and digits in lower case, apostrophes, commas,
#: one sign for `C++`, `C#` and `%`, and blanks for what is in no word.
_PLAIN = bytes(
    ord(sign.lower() if sign.isalnum() or sign in "'," else "%" if sign in "%+#" else " ")
    for sign in map(chr, range(128))
).ljust(256)
_known: dict[str, str] = {}


# Each is compiled when it is first needed; most searches need the first alone.
@cache
def _ascii_term() -> re.Pattern[str]:
    return re.compile(_SPECIAL + r"|[A-Za-z0-9]+(?:'[A-Za-z0-9]+)*", re.ASCII)


@cache
def _latin_term() -> re.Pattern[str]:
    return re.compile(_SPECIAL + r"|[^\W_]+(?:['’][^\W_]+)*")


@cache
def _spaced_term() -> re.Pattern[str]:
    letter = rf"(?:[^\W_]|[{_MARKS}])"
    return re.compile(_SPECIAL + rf"|{letter}+(?:['’ʼ]{letter}+)*|[{_PICTURES}]")


@cache
def _any_term() -> re.Pattern[str]:
    letter = rf"(?:[^\W_{_UNSPACED}]|[{_MARKS}])"
    return re.compile(_SPECIAL + rf"|{letter}+(?:['’ʼ]{letter}+)*|[{_UNSPACED}]|[{_PICTURES}]")


def _pattern(text: str) -> re.Pattern[str]:
    """What finds the words of a text; the one for all scripts takes 15 ms and more to make; most texts need less."""
    if text.isascii():
        return _ascii_term()
    try:
        text.encode("cp1252")  # Western letters and typographic quotes
    except UnicodeEncodeError:
        return _spaced_term() if _UNSPACED_BLOCKS.isdisjoint(ord(letter) >> 8 for letter in text) else _any_term()
    return _latin_term()


#: Letters beyond which nothing is a word that somebody misspelt, or several in one.
LONGEST = 40


def terms(text: str) -> list[str]:
    """The words of a text, folded, in order.

    >>> terms("Don’t forget: Señor O'Brien's C++ costs 1,000 € & 5%")
    ['dont', 'forget', 'senor', 'obrien', 'cplusplus', 'costs', '1000', '5', 'percent']
    """
    if (plain := _plain_terms(text)) is not None:
        return plain
    known = _known
    return [term for word in _pattern(text).findall(text) if (term := known.get(word) or _learn(word))]


def _plain_terms(text: str) -> list[str] | None:
    """The words of an ASCII text, five times as fast; None if there may be any that blanks do not set apart."""
    if not text.isascii():
        return None
    text = f" {text} ".encode().translate(_PLAIN).decode().replace(", ", " ")
    if "%" in text or "," in text or "''" in text or " net " in text or " net'" in text:  # C++, 1,000, .NET
        return None
    if "'" in text:
        text = text.replace(" '", " ").replace("' ", " ").replace("'s ", " ").replace("'", "")
    return text.split()


def spans(text: str) -> Iterator[tuple[str, int, int]]:
    """The words of a text, folded, each with where it begins and ends in the text.

    >>> list(spans("C'est là!"))
    [('cest', 0, 5), ('la', 6, 8)]
    """
    for match in _pattern(text).finditer(text):
        if term := _known.get(match[0]) or _learn(match[0]):
            yield term, match.start(), match.end()


def fold(word: str) -> str:
    """Take case, accents and apostrophes off a word.

    >>> [fold(word) for word in ("Straße", "Łódź", "it's", "ＡＢＣ", "Ελλάδα")]
    ['strasse', 'lodz', 'it', 'abc', 'ελλαδα']
    """
    word = word.casefold()
    if word in _SPELT_OUT:
        return _SPELT_OUT[word]
    if not word.isascii():
        word = unicodedata.normalize("NFKD", word.translate(_PLAIN_LETTERS))
        word = "".join(letter for letter in word if not "\u0300" <= letter <= "\u036f")
        word = unicodedata.normalize("NFC", word).casefold()
    if word.endswith("'s") and len(word) > 2:
        word = word[:-2]
    return word.replace("'", "").replace(",", "")


def is_unspaced(term: str) -> bool:
    """Tell whether a term is a character of a script without spaces.

    >>> is_unspaced("東"), is_unspaced("tokyo")
    (True, False)
    """
    return not term.isascii() and any(first <= term[0] <= last for first, last in _UNSPACED_RANGES)


def _learn(word: str) -> str:
    if len(_known) > 300_000:  # a bound on memory; a catalogue of 20 million words has about 130,000
        _known.clear()
    _known[word] = term = fold(word)
    return term
