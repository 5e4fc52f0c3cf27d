"""In which of the languages of the tables a text is written."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache

from episodes.core.naming.world import east_slavic, finnic_baltic, germanic_romance, south_slavic, southern, west_slavic
from episodes.core.naming.world.speech import Speech, marks_of

SPEECHES = (
    *(west_slavic.POLISH, west_slavic.CZECH, west_slavic.SLOVAK),
    *(south_slavic.CROATIAN, south_slavic.SERBIAN, south_slavic.SLOVENE, south_slavic.BULGARIAN),
    *(east_slavic.RUSSIAN, east_slavic.UKRAINIAN),
    *(finnic_baltic.FINNISH, finnic_baltic.ESTONIAN, finnic_baltic.LATVIAN, finnic_baltic.LITHUANIAN),
    finnic_baltic.HUNGARIAN,
    *(southern.ROMANIAN, southern.TURKISH, southern.GREEK, southern.INDONESIAN, southern.VIETNAMESE),
    *(germanic_romance.ICELANDIC, germanic_romance.NORWEGIAN, germanic_romance.DANISH, germanic_romance.SWEDISH),
    *(germanic_romance.DUTCH, germanic_romance.GERMAN, germanic_romance.FRENCH, germanic_romance.SPANISH),
    *(germanic_romance.PORTUGUESE, germanic_romance.ITALIAN, germanic_romance.CATALAN),
)
#: So much of a text tells its language.
MOST_READ = 3000
#: English, whose phrases stand elsewhere, is only told from the others.
_ENGLISH = frozenset({
    "the", "and", "of", "to", "in", "is", "that", "for", "with", "this", "we", "on", "you", "our", "about",
    "from", "how", "what", "episode", "show", "host", "guest", "are", "be", "it", "as", "his", "her", "their", "by",
    "at", "your", "will", "not", "or",
})  # fmt: skip
#: Letters that few languages have.
_LETTERS = {
    "ř": ("cs",), "ě": ("cs",), "ů": ("cs",), "ľ": ("sk",), "ĺ": ("sk",), "ŕ": ("sk",), "ł": ("pl",), "ą": ("pl", "lt"),
    "ę": ("pl", "lt"), "ś": ("pl",), "ż": ("pl",), "ő": ("hu",), "ű": ("hu",), "ğ": ("tr",), "ı": ("tr",), "ş": ("tr",),
    "ț": ("ro",), "ș": ("ro",), "ă": ("ro", "vi"), "đ": ("hr", "vi"), "ć": ("pl", "hr"),
    "č": ("cs", "sk", "hr", "sl", "lt"),
    "ð": ("is",), "þ": ("is",), "ū": ("lv", "lt"), "ā": ("lv",), "ē": ("lv",), "ė": ("lt",), "õ": ("et", "pt"),
    "ы": ("ru",), "э": ("ru",), "ё": ("ru",), "і": ("uk",), "ї": ("uk",), "є": ("uk",), "ј": ("sr",), "њ": ("sr",),
    "љ": ("sr",), "ћ": ("sr",), "ђ": ("sr",), "ъ": ("bg",), "ễ": ("vi",), "ạ": ("vi",), "ầ": ("vi",), "ñ": ("es",),
    "ß": ("de",), "ø": ("no", "da"), "æ": ("no", "da", "is"), "å": ("no", "da", "sv"), "á": ("cs", "sk", "hu"),
}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _languages_of() -> dict[str, tuple[str, ...]]:
    """Of each word that tells a language those in which it is one."""
    found: dict[str, list[str]] = {}
    for code, marks in (("en", _ENGLISH), *((speech.code, marks_of(speech)) for speech in SPEECHES)):
        for mark in marks:
            found.setdefault(mark, []).append(code)
    return {mark: tuple(codes) for mark, codes in found.items()}


@lru_cache(maxsize=64)
def speeches_of(text: str) -> tuple[Speech, ...]:
    """The language of a text, or two that are as likely; none where English or nothing is.

    >>> [speech.code for speech in speeches_of("V tomto díle si povídáme o chlebu")]
    ['cs']
    >>> speeches_of("We talk about bread in this episode")
    ()
    """
    languages = _languages_of()
    counts: Counter[str] = Counter()
    for word in set(_WORD.findall(text[:MOST_READ].lower())):
        counts.update(languages.get(word, ()))
    for letter in set(text[:MOST_READ].lower()):
        counts.update(_LETTERS.get(letter, ()))
    most = max(counts.values(), default=0)
    best = {code for code, count in counts.items() if count == most}
    return () if not most or "en" in best else tuple(speech for speech in SPEECHES if speech.code in best)[:3]
