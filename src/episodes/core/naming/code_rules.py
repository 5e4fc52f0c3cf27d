"""Numbers glued to the abbreviation of a show: `CRE207`, `FPP068`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from episodes.core.naming.distractors import is_year
from episodes.core.naming.episode_words import words_of
from episodes.core.naming.folding import fold
from episodes.core.naming.number_shapes import Heading, Numbering, bare_numbering, season_and_number
from episodes.core.naming.show_names import has_initials, initials_of, is_abbreviation

_LETTERS_OF_TAG = r"(?<![\w'@&-])([^\W\d_](?:&?[^\W\d_]){0,7})"
_LETTERS = rf"(?<!#){_LETTERS_OF_TAG}"
_CODE = re.compile(_LETTERS + r"[-_ .]?(0*)(\d{1,4})(?![\d\w]|[.,]\d)")
_AT_THE_END = re.compile(rf"(?:\s[-|/–—]{{1,2}}\s|[(\[]|\s#(?=\w)){_LETTERS_OF_TAG} ?#?(\d{{2,4}})[)\]]?\s*$")
#: `186 JSJ Title`.
_BEFORE = re.compile(r"^(?P<number>\d{3,4}) (?P<letters>[^\W\d_]{2,6})(?= [^\W\d_])")
#: `Title - #CL006`, `Title (#NWNW 621)`: letters in capitals of which nothing is known.
_TAG = re.compile(
    r"(?:[-|:/–—]\s|^)#(?P<letters>[^\W\d_]{2,5})(?P<number>0\d{2,3})(?=\s*$|\s?[-|:])|"
    r"[(\[]#(?P<series>[^\W\d_]{2,5}) (?P<count>\d{2,4})(?=[)\]]\s*$)"
)
#: `PANEX 01: Title`.
_PADDED = re.compile(r"^(?P<letters>[^\W\d_]{3,6}) (?P<number>0\d{1,2})(?=\s[-–—|]\s|:\s)")
_WITH_SEASON = re.compile(rf"^[\W_]*{_LETTERS} ?(?P<season>\d{{1,2}})\.(?P<number>\d{{2}})(?P<after>(?=\s?[:|]|\s-\s))")
#: What stands at the beginning of many a title and is no abbreviation of a show.
_KNOWN_CODES = words_of("""
    ww g ps mh gpt html css f m mi a t rtx gtx cop ub b ak r v k mp h p ios sars es co usb utf x i o e u d q w c
    l n j y z covid web area apollo top ch fm am wwe ufc nfl nba ep sf ai gt rx hd is ie no mac osx win xp bmw
    pm kn cv dl gl ts iphone ipad ipod net mvp
""")
_NOT_IN_SHORT = words_of("q&a s&p r&d r&b b&b at&t")
#: What has versions, and gives many a show its name: `Swift 6` is no episode of Swift Talk.
_VERSIONED = words_of("""
    android angular c django docker elixir go java javascript kotlin kubernetes laravel linux macos node perl php
    postgres python rails react ruby rust scala swift typescript ubuntu vue webpack windows wordpress
""")


def code_numbers(heading: Heading) -> Iterator[Numbering]:
    """Numbers glued to the show's abbreviation: `CRE207 Title`, `FG068 Title`, `Other Show – FPP068 - Title`."""
    for match in _CODE.finditer(heading.plain):
        letters, zeros, digits = match.groups()
        if not heading.opens(match.start()):
            continue
        confidence = _code_confidence(heading, match.start(), match.end(), letters, zeros, digits)
        if confidence:
            yield bare_numbering(heading, match.start(), match.end(), int(zeros + digits), confidence)
    yield from _behind_initials(heading)


def _behind_initials(heading: Heading) -> Iterator[Numbering]:
    """Numbers of the show's initials elsewhere: `Title | CR 285`, `RFN 4.12: Title`."""
    if (match := _AT_THE_END.search(heading.plain)) and _are_initials(heading, match) and not is_year(int(match[2])):
        yield bare_numbering(heading, match.start(), match.end(), int(match[2]), 0.8)
    if (match := _WITH_SEASON.match(heading.dated)) and _are_initials(heading, match):
        yield season_and_number(heading, match, 0.86)
    match = _BEFORE.match(heading.plain)
    if match and _is_written(heading, match, "letters") and not is_year(int(match["number"])):
        is_word = match["letters"] in fold(heading.show_title).split()  # `100 SEO Tips` of The SEO Podcast
        if not is_word and _are_initials(heading, match, "letters"):
            yield bare_numbering(heading, 0, match.end(), int(match["number"]), 0.86)
    yield from _of_unknown_letters(heading)


def _of_unknown_letters(heading: Heading) -> Iterator[Numbering]:
    """Numbers that are written as episodes' are, behind letters of which nothing is known."""
    if match := _TAG.search(heading.plain):
        group, number = ("letters", match["number"]) if match["letters"] else ("series", match["count"])
        is_code = _is_written(heading, match, group) and match[group] not in _KNOWN_CODES | _VERSIONED
        if is_code and not is_year(int(number)):
            yield bare_numbering(heading, match.start(group) - 1, match.end(), int(number), 0.7)
    match = _PADDED.match(heading.plain)
    if match and _is_written(heading, match, "letters") and match["letters"] not in _KNOWN_CODES | _VERSIONED:
        yield bare_numbering(heading, 0, match.end(), int(match["number"]), 0.6)


def _is_written(heading: Heading, match: re.Match[str], group: str) -> bool:
    """Whether letters stand in capitals."""
    return heading.text[match.start(group) : match.end(group)].isupper()


def _are_initials(heading: Heading, match: re.Match[str], group: str | int = 1) -> bool:
    """Whether two letters or more, not in small ones, are the show's initials or a word of its name in capitals."""
    letters, written = match[group], heading.text[match.start(group) : match.end(group)]
    if len(letters) < 2 or written.islower() or not heading.show_title or letters in _NOT_IN_SHORT:
        return False
    if letters in initials_of(heading.names):
        return True
    if letters in _KNOWN_CODES | _VERSIONED:
        return False
    return (written.isupper() and written in heading.show_title.split()) or has_initials(letters, heading.show_title)


def _code_confidence(heading: Heading, start: int, end: int, letters: str, zeros: str, digits: str) -> float:
    spaced = heading.text[end - len(digits) - len(zeros) - 1] in " -"
    first = not heading.has_letters_before(start)
    padded = bool(zeros) and len(zeros + digits) > 1
    if is_year(int(digits)) and spaced:
        return 0.0
    if letters in _VERSIONED and spaced:
        return 0.0
    upper = heading.text[start : start + len(letters)].isupper()
    if letters in _NOT_IN_SHORT:
        return 0.0
    if heading.show_title and is_abbreviation(letters, heading.show_title) and first:
        if not spaced or heading.closes(end):
            # `250: Apfel 13` of Apfelfunk: what stands in front is the surer number
            return 0.9 if not any(map(str.isdigit, heading.plain[:start])) else 0.6
        # `This 500 Mile Trip` of This American Life: a word of the show's name is no abbreviation
        is_word = letters in fold(heading.show_title).split()
        return 0.6 if not is_word and len(zeros + digits) > 1 and heading.text[end:].lstrip()[:1].isupper() else 0.0
    if letters in _KNOWN_CODES | _VERSIONED or spaced or not upper or len(letters) < 2:
        return 0.0
    if not first:
        return 0.7 if padded and heading.closes(end) and heading.folded[start - 1] == " " else 0.0
    if padded or len(digits) > 2:
        return 0.85 if padded else 0.75
    named = heading.closes_plainly(end) or heading.text[end:].lstrip()[:1].isupper()
    return 0.65 if len(digits) == 2 and named else 0.0
