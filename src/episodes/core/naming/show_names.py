"""The ways in which titles write the name of their show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from episodes.core.naming.folding import fold

_SUBTITLE = re.compile(r"\s*[|:(\[]\s*|\s+-\s+|\s*//\s*")
_OWNER = re.compile(r"^.{2,40}?'s\s+(?=\w+\s\w|\w{6,})")
_ARTICLE = re.compile(r"^(?:the|a|an|der|die|das|le|la|les|el|los|il|lo|de|het|den|det)\s+")
_GENERIC = re.compile(
    r"\s+(?:podcasts?|show|radio|the podcast|cast|pod|hd|sd|hq|mp3|mp4|aac|ogg|opus|podkast|podcasty|podden|"
    r"videocasts?|vodcasts?|netcast|video|audio|feed)$"
)
#: What site generators call the feed of a section: `Podcasts on Crumb Hour`.
_SECTION = re.compile(r"^(?:podcasts?|episodes?|posts) on (?=\S+\s)")
_JOINTS = ("and", "und", "et", "y", "e", "och", "og", "en")
_AND = re.compile(rf"\s(?:&|{'|'.join(_JOINTS)})\s")
#: Words as they are written together, `WordPress` of two: `WPWeekly` is `WordPress Weekly` in short.
_PART = re.compile(r"[^\W\d_a-zß-ÿ]+(?![a-zß-ÿ])|[^\W\d_a-zß-ÿ]?[a-zß-ÿ]+|\d+|[^\W_]")
_CALLED = re.compile(r"^(?:o |the |il |el |le |der |het )?podcast\s+")
#: `NEJM Interviews`, of which each episode is one.
_SEVERAL = re.compile(r"\w\s(?:interview|conversation|lecture|session|talk|sermon|webinar|dialogue|debate|briefing)s$")
_HOSTED = re.compile(r"\s(?:with|mit|avec|com|con|met|med)\s(?=[^\s]+\s[^\s]).*$")
_WORD = re.compile(r"[^\W_]+")
#: `JavaScript` is two words to those who abbreviate it.
_HUMP = re.compile(r"[^\W\d_a-zß-ÿ][a-zß-ÿ]*")
#: Names are read this far; longer ones are no names.
LONGEST_NAME = 500


def spellings(show_title: str) -> tuple[str, ...]:
    """List the folded spellings of a show's name, longest first.

    >>> spellings("The Gone Mobile Podcast")
    ('the gone mobile podcast', 'gone mobile podcast', 'the gone mobile', 'gone mobile')
    """
    whole = fold(show_title[:LONGEST_NAME]).strip()
    parts = [part.strip() for part in _SUBTITLE.split(whole)]
    found = {whole, parts[0]} if len(parts[0]) > 2 else {whole}
    found |= {_SECTION.sub("", name) for name in found}
    found |= {_OWNER.sub("", name) for name in found} | {_CALLED.sub("", name) for name in found}
    found |= {bare for name in found if " " in (bare := _HOSTED.sub("", name))}
    for _ in range(2):
        found |= {_ARTICLE.sub("", name) for name in found} | {_GENERIC.sub("", name) for name in found}
    found |= {name[:-1] for name in found if _SEVERAL.search(name)}
    return _by_length(found)


def joined_otherwise(names: Iterable[str]) -> tuple[str, ...]:
    """Names with those that have `&` for a word, or a word for it.

    >>> {"pain et vin", "pain & vin"} <= set(joined_otherwise(["pain et vin"]))
    True
    """
    found = set(names)
    found |= {_AND.sub(" & ", name) for name in found}
    found |= {name.replace(" & ", f" {joint} ") for name in found if " & " in name for joint in _JOINTS}
    return _by_length(found)


def _by_length(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted((name for name in found if len(name) > 1), key=lambda name: (-len(name), name)))


def is_abbreviation(letters: str, show_title: str) -> bool:
    """Whether a few letters may stand for a show's name: its initials, some of them, or how a word of it begins.

    >>> is_abbreviation("GAG", "Geschichten aus der Geschichte"), is_abbreviation("FG", "Forschergeist")
    (True, True)
    >>> is_abbreviation("JSJ", "JavaScript Jabber"), is_abbreviation("JPJ", "JavaScript Jabber")
    (True, False)
    """
    letters, words = fold(letters).replace("&", ""), _WORD.findall(fold(show_title[:LONGEST_NAME]))
    if not letters or not words:
        return False
    if has_initials(letters, show_title):
        return True
    if any(word == letters or (len(letters) > 1 and word.startswith(letters)) for word in words):
        return True
    return len(letters) > 1 and any(_is_subsequence(letters, word) and word[0] == letters[0] for word in words)


def has_initials(letters: str, show_title: str) -> bool:
    """Whether two letters or more are the initials of a show's name, or of its first and some other words.

    A `P` for podcast may follow all of them.

    >>> has_initials("DTNS", "Daily Tech News Show"), has_initials("FG", "Forschergeist")
    (True, False)
    >>> has_initials("CHP", "Crumb Hour"), has_initials("CHR", "Crumb Hour")
    (True, False)
    """
    letters, words = fold(letters).replace("&", ""), _WORD.findall(fold(show_title[:LONGEST_NAME]))
    if len(letters) < 2 or not words:
        return False
    humps = fold("".join(match[0] for match in _HUMP.findall(show_title[:LONGEST_NAME])))
    initials = "".join(word[0] for word in words)
    without_article = initials[1:] if _ARTICLE.match(f"{words[0]} ") else initials
    with_podcast = f"{without_article}p" if len(without_article) > 1 else humps
    return letters in (humps, with_podcast) or any(
        one.startswith(letters[0]) and _is_subsequence(letters, one) for one in (initials, without_article)
    )


def initials_of(names: Iterable[str]) -> set[str]:
    """The first letters of all words of names.

    >>> initials_of(["what's the problem"])
    {'wtp'}
    """
    return {"".join(word[0] for word in _WORD.findall(name.replace("'", ""))) for name in names}


def is_short_form(words: str, show_title: str) -> bool:
    """Whether some words stand for a show's name, each one a word of it or the initials of some.

    >>> is_short_form("SE Radio", "Software Engineering Radio"), is_short_form("New York", "Radio New York")
    (True, False)
    >>> is_short_form("WPWeekly", "WordPress Weekly")
    True
    """
    if _shortens(_WORD.findall(fold(words)), _WORD.findall(fold(show_title[:LONGEST_NAME]))):
        return True
    return _shortens(*([fold(part) for part in _PART.findall(text[:LONGEST_NAME])] for text in (words, show_title)))


def _shortens(words: Sequence[str], show_words: Sequence[str]) -> bool:
    at = 0
    for word in words:
        initials = "".join(part[0] for part in show_words[at : at + len(word)])
        if at < len(show_words) and show_words[at] == word:
            at += 1
        elif len(word) > 1 and initials == word:
            at += len(word)
        else:
            return False
    return at == len(show_words)


def _is_subsequence(letters: str, word: str) -> bool:
    rest = iter(word)
    return all(letter in rest for letter in letters)
