"""Names in alphabets that have capitals, in whatever case they stand, and rows of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import HONORIFICS, NOT_IN_NAMES, PARTICLES
from episodes.core.naming.roles import ROLES
from episodes.core.naming.world.letters import is_known_given

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_INITIAL = re.compile(r"[^\W\d_]\.")
_GAP = re.compile(r"\s(?=\S)")
#: What makes of capitalised words a house, in the languages of the tables.
_HOUSES = re.compile(
    r"(?:univer|instit|akadem|fundac|fond|ministe|radio|радио|радіо|muze|музе|teat|театр|galer|škol|školy|szkoł|school|"
    r"телевиз|универс|універс|институт|інститут|акаде|фонд|минист|мініст|партия|партія|компан|газет|журнал|центр|center|centr|"
    r"společn|spoločn|združen|stowarzysz|asocia|associa|organiz|организ|організ|клуб|club|klub|studio|студи|студі|podcast|подкаст|"
    r"πανεπ|ινστιτ|υπουργ|θέατρ|μουσ|ραδι|ίδρυμα|egyetem|intézet|alapítvány|minisz|yliopist|laitos|säätiö|üniversit|bakan|vakf|"
    r"enstit|háskól|stofnun|komisi|partai|yayas|kement|univ|banka?$|банк$|group|grupa|media|medier|festival|фестивал|"
    r"republi|republik|федерац|союз|uni[oó]n|europ|европ|європ)",
)
#: Small words inside a name, of most languages, and of those where `da` and `di` are some too.
PARTICLES_OF_ALL = frozenset({"von", "van", "der", "den", "de", "bin", "ibn", "ten", "ter", "zu"})
PARTICLES_OF_ROMANCE = PARTICLES - {"y", "e", "o'", "av", "af"}
#: Family names come first in Vietnamese.
_VIETNAMESE = frozenset(
    [
        "Nguyễn",
        "Trần",
        "Lê",
        "Phạm",
        "Hoàng",
        "Huỳnh",
        "Phan",
        "Vũ",
        "Võ",
        "Đặng",
        "Bùi",
        "Đỗ",
        "Hồ",
        "Ngô",
        "Dương",
        "Lý",
        "Đinh",
        "Trịnh",
        "Mai",
        "Đào",
    ]
)
#: Given names that are small words of other languages.
_GIVEN_TOO = frozenset({"per", "can", "an", "may", "on", "du"})
#: Between two names of a row.
_JOINT = re.compile(
    r"(?:\s?\([^()]{0,80}\))?(?:\s?[,;/•]\s?(?:(?:a|i|og|och|ja|și|ve|dan|и|і|й|та|in|és|en|und|et|y|e|og|bir|ir|un|kaj|te|"
    r"oraz|s|ak[oj]|dhe|και|và)\s)?|\s(?:&|\+|a|i|og|och|ja|și|ve|dan|и|і|й|та|in|és|en|und|et|y|e|ir|un|oraz|ter|και|và)\s)"
)
#: What is told of a person before the next: `, ředitelka školy`.
_DETAIL = re.compile(r"(?:\s?,|\s[—–-])\s(?P<detail>(?!a\s|i\s|и\s)[^,;•\n.!?]{2,90})(?=\s?[,;•])")
_FILLER = re.compile(r"\s?(?:(?P<short>[^\W\d_]{1,7}\.)|(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*))(?=,?\s)")
#: Behind these a name is somebody's who is only talked of, or of a place.
_OF = frozenset(
    [
        "de",
        "del",
        "della",
        "da",
        "di",
        "du",
        "des",
        "von",
        "vom",
        "of",
        "by",
        "van",
        "over",
        "om",
        "av",
        "af",
        "från",
        "fra",
        "till",
        "til",
        "på",
        "för",
        "for",
        "pour",
        "par",
        "para",
        "sobre",
        "sur",
        "su",
        "avec",
        "con",
        "com",
        "med",
        "met",
        "mit",
        "o",
        "ob",
        "od",
        "do",
        "na",
        "w",
        "we",
        "v",
        "ve",
        "u",
        "za",
        "dla",
        "pro",
        "pre",
        "przez",
        "oder",
        "sobie",
        "despre",
        "din",
        "la",
        "pentru",
        "lui",
        "dari",
        "untuk",
        "tentang",
        "от",
        "для",
        "о",
        "об",
        "обо",
        "про",
        "из",
        "в",
        "на",
        "по",
        "до",
        "у",
        "за",
        "від",
        "із",
        "зі",
        "при",
        "към",
        "για",
        "από",
        "σε",
        "στο",
        "στη",
        "στην",
        "στον",
    ]
)
MOST_FILLERS, MOST_NAMES, MOST_WORDS = 7, 8, 4


@dataclass(frozen=True, kw_only=True)
class Found:
    """A name as it stands in a text, and whether a list knows its given name there."""

    text: str
    start: int
    end: int
    known: bool = False


def name_here(text: str, at: int, particles: frozenset[str] = PARTICLES_OF_ALL) -> Found | None:
    """Read the capitalised words of a name that begins right here."""
    parts: list[re.Match[str]] = []
    end = at
    while len(parts) < MOST_WORDS:
        match = _TOKEN.match(text, end)
        if match is None:
            break
        initial = _INITIAL.match(text, end) if parts or len(match[0]) == 1 else None
        if initial and initial.end() - end == 2 and match[0].isupper() and len(match[0]) == 1:
            match = initial
        if not _is_part(match[0], particles, first=not parts):
            break
        parts.append(match)
        gap = _GAP.match(text, match.end())
        if gap is None:
            break
        end = gap.end()
    while parts and (parts[-1][0] in particles or parts[-1][0].endswith(".")):
        parts.pop()
    if len(parts) < 2 or _HOUSES.search(" ".join(part[0] for part in parts).lower()):
        return None
    words = [part[0] for part in parts]
    if all(word.isupper() for word in words) or max(map(len, words)) < 3:
        return None
    start, stop = parts[0].start(), parts[-1].end()
    known = is_known_given(words[0]) or words[0] in _VIETNAMESE
    return Found(text=" ".join(text[start:stop].split()), start=start, end=stop, known=known)


def _is_part(word: str, particles: frozenset[str], *, first: bool) -> bool:
    folded = fold(word)
    if not first and (word in particles or (folded in _GIVEN_TOO and word[0].isupper())):
        return True
    if first and (len(word) == 1 or (folded in _GIVEN_TOO and word[0].isupper())):
        return len(word) > 1
    if not word[0].isupper() or (word.isupper() and len(word) > 1 and len(word) < 4):
        return False
    if first and word in _VIETNAMESE:
        return True
    if folded in NOT_IN_NAMES or (first and folded in ROLES and not is_known_given(word)):
        return False
    return not first or folded not in HONORIFICS


def name_behind(
    text: str, at: int, stop: re.Pattern[str], particles: frozenset[str], most: int = MOST_FILLERS
) -> Found | None:
    """The name here, or behind words in lower case or short ones with a full stop, none of which is a stop."""
    commas = 0
    for count in range(most + 1):
        while at < len(text) and text[at] in " \u00a0,":
            commas += text[at] == ","
            at += 1
        if commas > 1:
            return None
        if found := name_here(text, at, particles):
            return found
        filler = _FILLER.match(text, at)
        if not filler or count == most:
            return None
        word = filler["word"]
        if word in _OF:
            return None
        honorific = word is None or fold(word) in HONORIFICS or fold(word) in ROLES
        if not honorific and (not word[0].islower() or stop.fullmatch(word.lower())):
            return None
        at = filler.end()
    return None


def row_behind(
    text: str, at: int, stop: re.Pattern[str], base: Callable[[Found], str], particles: frozenset[str], *,
    listed: bool = False,
) -> list[Found]:  # fmt: skip
    """Names in a row, each in its base form; it ends with the first that `base` cannot tell.

    Only where they are `listed` behind a label may words stand between a comma and the next name.
    """
    return list(islice(_row(text, at, stop, base, particles, listed=listed), MOST_NAMES))


def _row(
    text: str, at: int, stop: re.Pattern[str], base: Callable[[Found], str], particles: frozenset[str], *,
    listed: bool,
) -> Iterator[Found]:  # fmt: skip
    found = name_behind(text, at, stop, particles)
    while found:
        bare = base(found)
        if not bare:
            return
        yield Found(text=bare, start=found.start, end=found.end, known=is_known_given(bare.split()[0]) or found.known)
        found = _next(text, found.end, stop, particles, listed=listed)


def _next(text: str, at: int, stop: re.Pattern[str], particles: frozenset[str], *, listed: bool) -> Found | None:
    joint = _JOINT.match(text, at)
    most = 4 if listed or (joint and joint[0].strip()[-1:] not in (",", ";")) else 0
    if joint and (found := name_behind(text, joint.end(), stop, particles, most)):
        return found
    detail = _DETAIL.match(text, at)
    joint = _JOINT.match(text, detail.end()) if detail else None
    return name_behind(text, joint.end(), stop, particles, 4 if listed else 0) if joint else None
