"""Numbers that no word marks: `#338`, `Gone Mobile 56:`, `045:`, `12. Title`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from episodes.core.naming.distractors import is_year
from episodes.core.naming.episode_words import SEASON_AFTER, words_of
from episodes.core.naming.folding import fold
from episodes.core.naming.months import MONTHS
from episodes.core.naming.number_shapes import Heading, Numbering, bare_numbering, season_and_number
from episodes.core.naming.show_names import is_short_form

_HASH = re.compile(
    r"(?:(?<!\bc)(?<!\bf)#|\b(?:no|nr|nro|n[o.])[.]?)\s?(\d{1,3}[.,]\d{3}(?=:|\s[-–|]\s|\s?$)|\d{1,4})(?P<part>[a-c]?)(?![\d\w%]|-\w-)"
)
_CLIP = re.compile(r"(?:trailer|teaser|clip|promo|preview|spot)\s*$")
_BOAST = re.compile(r"(?:\b(?:the|your|our|my|his|her|their|a|an|is|was|are|world's|be|as|hit)|'s)\s*$")
_LEADING = re.compile(
    r"^(?:- )?(?:[\s\[({<\"'*~|]|[^\w\x00-\x7f])*(?P<zeros>0*)(?P<number>\d{1,4})(?P<part>[a-e]?)(?!\d)"
    r"(?P<after>\s?[:|~・•·▪](?!\d)|\s?-\s|\s-(?=\S)|\.(?=\s|[^\W\d])|\.?[)\]】」』》〉}]|\s?/{1,2}\s|_(?=\S)|"
    r"\s*$)(?!\d{1,2}\s*(?:$|[:,]|(?:win|loss|gegen|vs|up|down|sieg)\b))"
)
_BEFORE_CJK = re.compile(
    r"^(?P<number>\d{2,4})(?=[《「『【])|^(?P<spaced>\d{3})\s(?=[\u3040-\u9fff\uac00-\ud7a3])(?![个個分年月日天岁歳人次元块円万亿億种種条位部场本家小时時秒点点度后後号大句问步招倍つ回名])"
)
_CJK_SERIES = re.compile(r"^【[\u3040-\u9fff]{2,12}(?P<number>\d{2,4})】")
_ZERO_PADDED = re.compile(r"^[\s\[(]*(?P<number>0\d{1,3})(?=[\s_.:|-])(?![.,]\d)")
_SEASON_DOT_EPISODE = re.compile(
    r"^[\s\[(]*(?P<season>\d{1,2})\.(?P<number>\d{1,3})(?P<part>[a-e]?)(?P<after>\s?[-:|)\]](?!\d)|\.?\s+(?=[^\W\d]))"
)
_GERMAN_ORDINAL = re.compile(
    r"\.\s?(?:fc|sc|fsv|weltkrieg|liga|bundesliga|advent|platz|teil|halbzeit|jahrhundert|klasse|stock|tag|runde|world|"
    + "|".join(map(re.escape, MONTHS + SEASON_AFTER)) + r")\b"
)  # fmt: skip
_IN_MONTH = re.compile(rf"\.\s?(?:{'|'.join(map(re.escape, MONTHS))})\b")
MOST_DAYS = 31
LEAST_WORDS = 4  #: before a number of two figures in square brackets: `Psalm [23]`; `(2)` is a part
_TRAILING = re.compile(r"(?:(?P<bar>\s[|·•/-]{1,2}\s?#?)|(?P<bracket>[(\[]))\s?(?P<number>\d{1,4})\s?[)\]]?\s*$")
_AFTER_NAME = re.compile(r"[\s:|,.#-]*?(?P<hash>#?)\s?(?P<number>\d{1,5})(?P<part>[a-e]?)(?![\d\w%])(?!['.:,]\d)")
_NAMED_UNKNOWN = re.compile(
    r"^[^\W\d_][^\d:|\[\]()]{2,40}? (?P<number>\d{3}|\d{4}(?=\s?[\[(:|]))\s?(?P<after>[\[(:|]|-\s|$)"
)
_NUMBERED_THINGS = words_of("""
    boeing flight porsche psalm article section room sonnet top blink fahrenheit unit project agenda route
    highway interstate sector title airbus france airlines malaysia class district bus line gate area studio the
    of in since until after before year years und and over under about windows formula level maison numero page
    to day week img dsc mov vid raw clips ufc wwe pride hot fortune p s&p nasdaq ftse dax
""")


#: Numbers that are words by themselves: `Cooking 101`, `Emergency 911`.
_IDIOMS = frozenset([101, 102, 201, 303, 360, 365, 404, 420, 451, 500, 666, 747, 777, 808, 909, 911, 1000])
_NAME_SEASON_DOT_EPISODE = re.compile(r"\s(?P<season>\d{1,2})\.(?P<number>\d{1,3})(?P<after>\s?[:|]|\s-\s)")
_IN_BRACKETS = re.compile(r"[(\[#]{1,2}\s?(?P<number>\d{1,4})[)\]]?")
_PADDED_INSIDE = re.compile(r"\s[-–|]\s(?P<number>0\d{2,3})(?=\s?[-–|:]\s)")
_PODCAST = re.compile(r"\b(?P<word>podcast|show|radio|cast)\s(?P<number>\d{1,4})\s*$")
_HALF = re.compile(r"\.\d(?!\w)")
_SHORT_FORM = re.compile(r"^(?P<name>[^\W\d_]+(?:\s[^\W\d_]+){1,4})\s#?(?P<number>\d{1,4})(?=\s?[:|]|\s-\s)")
_BEFORE_NAME = re.compile(r"^(?P<number>\d{3,4})\s(?:re:\s?)?(?P<name>\S.{2,40}?)(?=\s?[:|]\s|\s[-–—]\s)")
_JOINED = re.compile(r"^(?P<name>[^\W\d_]{6,40})[\s_#-]*(?P<number>\d{1,4})(?=\s*[:|_]|\s-\s|\s*$)")
_HASH_SEASON_DOT_EPISODE = re.compile(r"#(?P<season>\d{1,2})\.(?P<number>\d{2})(?P<after>(?!\w))")


def hash_numbers(heading: Heading) -> Iterator[Numbering]:
    if (match := _HASH_SEASON_DOT_EPISODE.search(heading.dated)) and heading.opens_after_name(match.start()):
        yield season_and_number(heading, match, 0.93)
    for match in _HASH.finditer(heading.dated):
        number, start, end = int(re.sub(r"\D", "", match[1])), match.start(), match.end()
        opens, closes = heading.opens_after_name(start), heading.closes(end)
        if match["part"] and not (opens and number > 9 and match[0][0] == "#" and heading.text[end - 1].islower()):
            continue  # `#4B`, `Nr. 218a`
        if _BOAST.search(heading.folded[max(0, start - 12) : start]) and not closes:
            continue
        if is_year(number) and not (opens and closes and end < len(heading.text)):
            continue
        if _CLIP.search(heading.folded[max(0, start - 12) : start]) or (number < 4 and not opens and not closes):
            continue
        if match[0][0] == "#":
            half = _HALF.match(heading.folded, end)
            tail, end = (half[0], half.end()) if half else (match["part"], end)
            label = f"{number}{tail}" if tail else ""
            sure = 0.85 if not opens and leading_number(heading) > number else 0.9 + 0.02 * opens + 0.01 * closes
            yield bare_numbering(heading, start, end, number, sure, label=label)
        elif number > 99 and opens and not heading.opens(start) and heading.text[end:].lstrip()[:1].isupper():
            yield bare_numbering(heading, start, end, number, 0.8)  # right behind the show's name
        elif closes and (opens or number > 9):
            yield bare_numbering(heading, start, end, number, 0.85 + 0.08 * (start == 0))


def counts_from_first(heading: Heading, part: int) -> bool:
    """Whether the number in front, of three figures and not round, counts the episodes, and a smaller one parts."""
    number = leading_number(heading)
    return number > max(part, 99) and number % 50 != 0 and number not in _IDIOMS


def leading_number(heading: Heading) -> int:
    """The number that stands alone before the title: `470. Ten for Ten #6` is no sixth episode."""
    match = _LEADING.match(heading.plain)
    return int(match["number"]) if match and match["after"].strip() and not is_year(int(match["number"])) else 0


def named_numbers(heading: Heading) -> Iterator[Numbering]:
    """Numbers right behind the show's name: `Gone Mobile 56: …`, `Show - 12 - Title`."""
    yield from _before_name(heading)
    span = heading.name_span
    if not span:
        yield from _behind_short_form(heading)
        yield from _behind_name_inside(heading)
        return
    if (match := _NAME_SEASON_DOT_EPISODE.match(heading.plain, span[1])) and int(match["number"]):
        yield season_and_number(heading, match, 0.85)
    match = _AFTER_NAME.match(heading.plain, span[1])
    if not match or (is_year(int(match["number"])) and not match["hash"]):
        return
    closes = heading.closes(match.end())
    if not closes and (len(match["number"]) < 2 or not heading.text[match.end() :].lstrip()[:1].isupper()):
        return  # `Launched 3 apps`: a show's name that goes on as a sentence
    label = match["number"].lstrip("0") + match["part"] if match["part"] else ""
    confidence = 0.9 if closes else 0.62
    yield bare_numbering(heading, match.start("number"), match.end(), int(match["number"]), confidence, label=label)


def _behind_short_form(heading: Heading) -> Iterator[Numbering]:
    """`SE Radio 563: …` of the show Software Engineering Radio."""
    joined, match = _JOINED.match(heading.plain), _SHORT_FORM.match(heading.plain)
    if joined and joined["name"] in {name.replace(" ", "") for name in heading.names}:
        match = joined
    elif match and (is_year(int(match["number"])) or not is_short_form(match["name"], heading.show_title)):
        return
    if match:
        yield bare_numbering(heading, match.start("number"), match.end("number"), int(match["number"]), 0.88)


def _before_name(heading: Heading) -> Iterator[Numbering]:
    """`199 Re:Lundh – Title` of the show Lundh: a number and the show's name by themselves."""
    match = _BEFORE_NAME.match(heading.plain)
    if match and not is_year(int(match["number"])) and match["name"] in heading.names:
        yield bare_numbering(heading, 0, match.end(), int(match["number"]), 0.86)


def _behind_name_inside(heading: Heading) -> Iterator[Numbering]:
    """`With Ann Lee, Crumb Hour (81): Rye`: behind the show's name, wherever it stands."""
    for name in heading.names:
        at = heading.plain.find(f" {name} ")
        match = _IN_BRACKETS.match(heading.plain, at + len(name) + 2) if at > 0 and " " in name else None
        if match and heading.closes(match.end()) and not is_year(int(match["number"])):
            yield bare_numbering(heading, match.start(), match.end(), int(match["number"]), 0.85)
            return


def bare_numbers(heading: Heading) -> Iterator[Numbering]:
    yield from _leading(heading)
    yield from _trailing(heading)
    if not heading.show_title:
        yield from _behind_unknown_name(heading)


def _leading(heading: Heading) -> Iterator[Numbering]:
    text = heading.plain
    if match := _SEASON_DOT_EPISODE.match(heading.dated):
        yield from _season_dot_episode(heading, match)
    if (match := _BEFORE_CJK.match(text)) and heading.show_title:
        number = match["number"] or match["spaced"]
        if not is_year(int(number)):
            yield bare_numbering(heading, 0, len(number), int(number), 0.55)
    if (match := _CJK_SERIES.match(text)) and not is_year(int(match["number"])):
        yield bare_numbering(heading, 0, match.end(), int(match["number"]), 0.6)
    if match := _ZERO_PADDED.match(text):
        yield bare_numbering(heading, match.start("number"), match.end(), int(match["number"]), 0.86)
    if (match := _LEADING.match(text)) and not _is_ordinal(text, match):
        number = int(match["zeros"] + match["number"])
        end = match.end() - len(match["after"])
        label = f"{number}{match['part']}" if match["part"] else ""
        alone = not heading.folded[match.end() :].strip()
        yield bare_numbering(
            heading,
            0,
            end,
            number,
            _leading_confidence(heading, number, alone=alone, padded=bool(match["zeros"])),
            label=label,
        )


def _is_ordinal(text: str, match: re.Match[str]) -> bool:
    """Whether a number in front counts something else: `3. Liga`, `24. April`; no month has 98 days."""
    if match["after"] != "." or not _GERMAN_ORDINAL.match(text, match.end() - 1):
        return False
    return int(match["number"]) <= MOST_DAYS or not _IN_MONTH.match(text, match.end() - 1)


def _leading_confidence(heading: Heading, number: int, *, alone: bool, padded: bool) -> float:
    if is_year(number) or (alone and not heading.show_title):
        return 0.3
    return 0.55 if alone and not padded else 0.88


def _season_dot_episode(heading: Heading, match: re.Match[str]) -> Iterator[Numbering]:
    """`2.15a - Title` is the fifteenth of the second season; `2.0` and `1.5 degrees` are not."""
    number, marked = int(match["number"]), bool(match["after"].strip(" ."))
    if number == 0 or not (marked or match["part"] or len(match["number"]) == 2):
        return
    label = f"{match['season']}.{match['number']}{match['part']}"
    yield replace(season_and_number(heading, match, 0.9 if marked else 0.7), start=0, label=label)


def _trailing(heading: Heading) -> Iterator[Numbering]:
    if match := _PADDED_INSIDE.search(heading.plain):
        yield bare_numbering(heading, match.start("number"), match.end(), int(match["number"]), 0.7)
    match = _PODCAST.search(heading.plain)
    if match and match["word"] in fold(heading.show_title) and not is_year(int(match["number"])):
        yield bare_numbering(heading, match.start("number"), match.end(), int(match["number"]), 0.6)
    match = _TRAILING.search(heading.plain)
    if not match or is_year(int(match["number"])) or not heading.has_letters_before(match.start()):
        return
    number, digits = int(match["number"]), len(match["number"])
    after_name = heading.name_span is not None and heading.name_span[1] >= match.start() - 3
    apart = match["bracket"] == "[" and digits > 1 and len(heading.plain[: match.start()].split()) >= LEAST_WORDS
    if after_name or (digits >= 3) or "|" in (match["bar"] or "") or apart:
        yield bare_numbering(heading, match.start(), match.end(), number, 0.9 if after_name else 0.6)


def _behind_unknown_name(heading: Heading) -> Iterator[Numbering]:
    """`Uplifting Only 238 [No Talking]`: three figures behind what may be a show's name."""
    match = _NAMED_UNKNOWN.match(heading.plain)
    if not match or is_year(int(match["number"])) or int(match["number"]) in _IDIOMS:
        return
    before = heading.folded[: match.start("number")].split()
    if before[-1].strip(",'") not in _NUMBERED_THINGS:
        yield bare_numbering(heading, match.start("number"), match.end("number"), int(match["number"]), 0.55)
