"""Names in a row: `author A (his book), B and Dr. C`, before a verb or behind a phrase."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from episodes.core.naming.folding import fold
from episodes.core.naming.name_words import HONORIFICS
from episodes.core.naming.person_names import KEPT, Name, name_at
from episodes.core.naming.positions import APPOSITION
from episodes.core.naming.roles import ROLES, is_role
from episodes.core.naming.told_of import is_house_of
from episodes.core.naming.tongues import frames

JOINT = re.compile(
    rf"(?:\s*\([^()]{{0,80}}\))?\s*(?:,\s*(?:{frames.AND}|as well as|plus|with|along with)\s+|,\s*|/\s*|"
    rf"\s+(?:{frames.AND}|&|\+|i|и|as well as|plus|with|along with|joined by|sowie|ve|ja)\s+|\s*[&+]\s*|"
    r"•\s*)",
    re.IGNORECASE,
)
_DESCRIPTOR = re.compile(r"\s*(?:[:,]\s*)?(?:(?:the|a|an|my|our|his|her|der|die|den|dem|le|la|il|el|o)\s+)?")
_WORD = re.compile(r"\S+")
_LETTER = re.compile(r"[^\W\d_]")
_SPACE = re.compile(r"\s")
_DETAIL = re.compile(r"\s*(?:\([^()]{0,80}\)|\[[^\]]{0,80}\]|(?:[-–—]\s)?@\w+)")
_CAPITAL = re.compile(r"(?<![\w'’.-])[^\W\d_a-zß-ÿ][\w.'’-]*")
_INTRODUCED = re.compile(
    r"\s*(?:[A-ZÀ-Þ][\w.&'’-]*\s(?:(?:of|the|and|&)\s){0,2}){1,5}(?P<role>(?:[a-zß-ÿ][\w-]*\s){1,4})(?=[A-ZÀ-Þ])"
)
_ROLE_FIRST = re.compile(r"(?:[a-zß-ÿ][\w-]*\s){0,3}?(?P<role>[^\W\d_][\w-]*)\s(?=[A-ZÀ-Þ])")
_OF = re.compile(
    r"\b(?:of|about|on|for|von|über|für|zu|de|du|des|di|da|do|su|sur|sobre|en|in|van|over|voor|om|av|af|för)\s(?=[A-ZÀ-Þ])"
)
_ASIDE = re.compile(r"\s\([^()]{2,60}\)(?=\s)")
_OWNS = re.compile(r"['’]s?(?=\s)")
_NEXT_WORD = re.compile(r"\s*([^\W\d_][\w-]*)(?=\s)")
_ENDS_ROLE = frozenset({"about", "who", "that", "how", "why", "when", "where", "if", "after", "and", "or", "on", "to"})
_OFFICES = frozenset({"member", "officer", "leader", "whip", "speaker", "chairperson", "deputy", "clerk", "treasurer"})
_OF_SOMEBODY = frozenset({"of", "von", "de", "di", "van", "till", "til", "av", "af"})
_FOR_SOMEBODY = _OF_SOMEBODY | {"for", "to", "für", "der", "des", "pour", "para", "du", "del", "della", "voor"}
_NO_ROLE = _OF_SOMEBODY | frozenset(
    (
        *("the", "a", "an", "in", "at", "for", "from", "with", "by", "as", "like", "than", "du", "des", "del", "da"),
        *("do", "für", "über", "zu", "pour", "sur", "sobre", "para", "per", "su", "voor", "over", "om"),
    )
)
#: Of whom somebody is the brother: `of crime writer `, `der Sängerin `.
_OF_TRADE = re.compile(
    r"\s(?:(?:the|der|des|dem|la|le|el|il|lo|de|het)\s)?(?:[a-zß-ÿ-]+\s)??(?P<trade>[^\W\d_][a-zß-ÿ-]+)\s(?=[A-ZÀ-Þ])"
)
MOST_DESCRIPTORS = 7
#: `hosted by Ann Lee and produced by Bo Ek`: who comes then is no more of the row.
_MADE_BY = re.compile(
    r"(?:is |are |was )?(?:[a-z]+ly )?(?:produced|edited|mixed|recorded|engineered|mastered|directed)(?: and \w+)? by\b"
)
MOST_NAMES = 8
MOST_ROLES = 5


def names_from(text: str, at: int, *, known: bool) -> Iterator[Name]:
    """Read names in a row: `author A (his book), B and Dr. C`; words of role may stand before each."""
    cried = False  # whether the row writes its names in capitals
    for count in range(MOST_NAMES):
        found = next_name(text, at, known=known, reach=MOST_DESCRIPTORS if count == 0 else 4)
        if not found and count:
            found = _described_next(text, at)
        if not found or (count and not cried and _is_cried(text, found)):
            return
        if count and is_house_of(text, found):
            return
        cried = cried or (count == 0 and text[found.start : found.end].isupper())
        yield found
        at = _after_details(text, found.end)
        joint = JOINT.match(text, at)
        if not joint or _MADE_BY.match(text, joint.end()):
            return
        at = joint.end()


def _described_next(text: str, at: int) -> Name | None:
    """The next of a row behind what that is: `Ann Lee, Crumb-winning baker Bo Ek`; not `Ann Lee, inspired by Bo Ek`."""
    found = distant_name(text, at)
    words = text[at : found.start].split() if found else []
    if not words or not is_role(fold(words[-1])):
        return None
    return found if words[0][:1].isupper() or "-" in words[0] or "–" in words[0] else None


def _is_cried(text: str, found: Name) -> bool:
    """Whether a name stands in capitals where the rest does not, as works do: `Ann Lee, host of RED OVEN`."""
    return text[found.start : found.end].isupper() and not text.isupper() and not text[: found.start].isupper()


@lru_cache(maxsize=KEPT)
def next_name(text: str, at: int, *, known: bool, reach: int) -> Name | None:
    """Find the name that begins here, or behind some words in lower case or of role."""
    if match := _DESCRIPTOR.match(text, at):
        at = match.end()
    by_role = False
    for _ in range(reach):
        found = name_at(text, at)
        if found and (found.has_known_given or not known or by_role):
            owned = None if found.has_known_given else _of_organisation(text, found)
            return owned or found
        if known_person := _behind_role(text, at):
            nearer = distant_name(text, at)
            return nearer if nearer and nearer.start < known_person.start else known_person
        word = _WORD.match(text, at + len(text[at : at + 40]) - len(text[at : at + 40].lstrip()))
        if not word or word[0][-1] in ".!?:;" or not _is_descriptor(word[0]):
            return None
        by_role = word[0].islower() and is_role(fold(word[0]))
        at = word.end()
        if by_role and (aside := _ASIDE.match(text, at)):
            at = aside.end()
        if word[0] in _OF_SOMEBODY and _is_of_whom(text, at, word[0]):
            return None
    return None


def _is_of_whom(text: str, at: int, of: str) -> bool:
    """`the lawyer of Ann Lee`, `of the baker Ann Lee`; but `la directora de Pan Ana García` names the directress."""
    trade = _OF_TRADE.match(text, at)
    if trade and (of in ("for", "für", "pour") or is_role(fold(trade["trade"]))) and name_at(text, trade.end()):
        return True
    whom = name_at(text, at)
    return whom is not None and whom.has_known_given and (of in ("of", "von") or whom.start <= at + 1)


def _of_organisation(text: str, found: Name) -> Name | None:
    """The person behind an organisation that looks like a name: `Night Watch's Ann Lee`, `Old Times founder Bo Ek`."""
    owns = _OWNS.match(text, found.end)
    at = owns.end() if owns else found.end
    told = owns is not None
    for _ in range(MOST_ROLES):
        if told and (person := name_at(text, at)) and (person.has_known_given or owns):
            return person
        word = _NEXT_WORD.match(text, at)
        if not word or fold(word[1]) not in ROLES:
            return None
        told = True
        at = word.end()
    return None


def _behind_role(text: str, at: int) -> Name | None:
    """The person whom an organisation and a role introduce: `Harvard professor Ann Lee`, `New Bread Times editor …`."""
    match = _INTRODUCED.match(text, at)
    if not match or not any(is_role(fold(word)) for word in match["role"].split()):
        return None
    person = name_at(text, match.end())
    return person if person and person.has_known_given else None


def _is_descriptor(word: str) -> bool:
    bare = fold(word.strip(",'\"“”()"))
    if bare in (
        "to",
        "about",
        "on",
        "who",
        "that",
        "as",
        "how",
        "why",
        "when",
        "where",
        "if",
        "because",
        "at",
        "for",
        "into",
        "how's",
        "against",
        "after",
        "through",
        "between",
        "like",
    ):
        return False
    return (
        is_role(bare)
        or (word[0].islower() and not bare.endswith("ing"))
        or any(is_role(part) for part in bare.split("-"))
        or (word.isupper() and len(word) > 1)
        or word.endswith(("'s", "’s"))
    )


def _after_details(text: str, at: int) -> int:
    """Step over what is told of a person before the next: `, Editor-in-Chief`, `(@handle)`."""
    if match := _DETAIL.match(text, at):
        at = match.end()
    if not (match := APPOSITION.match(text, at)) or text[match.start() :].lstrip()[:1] != ",":
        return at
    phrase = match["phrase"]
    has_role = any(is_role(fold(part.strip("'’s"))) for part in phrase.split()[:8])
    if has_role and not name_at(text, match.start("phrase")) and not _is_next_person(phrase):
        end = match.end()
        for splitter in re.finditer(r"\s(?:and|und|et|y|&)\s", phrase):
            follow = name_at(phrase, splitter.end())
            if follow and follow.has_known_given and not _of_whom(phrase, splitter.start()):
                end = match.start("phrase") + splitter.start()
                break
        return end
    return at


def _of_whom(phrase: str, end: int) -> bool:
    """Whether somebody is told of right before a place: `translator of Emily Dickinson` and whoever follows."""
    of = _OF.search(phrase, 0, end)
    person = name_at(phrase, of.end()) if of else None
    return person is not None and person.has_known_given and person.end == end


def _is_next_person(phrase: str) -> bool:
    """Whether words of role and a name follow, not what was said of the person before: `, marine biologist Ann Lee`."""
    role = _ROLE_FIRST.match(phrase)
    if not role or fold(role["role"]) not in ROLES:
        return False
    person = name_at(phrase, role.end())
    return person is not None and (person.has_known_given or role["role"].islower())


def names_before_verb(
    sentence: str, verb: re.Pattern[str], *, suits: Callable[[re.Match[str]], bool] = bool, known: bool = True
) -> list[Name]:
    """Read the names right before a verb that suits: `A`, `A and B`, `A, B and C`."""
    names: list[Name] = []
    at = 0
    while at < len(sentence) and len(names) < MOST_NAMES:
        word = _LETTER.search(sentence, at)
        if not word:
            break
        row = list(names_from(sentence, word.start(), known=known)) if word[0].isupper() else []
        if row and row[0].start - word.start() < 40:
            match = verb.match(sentence, row[-1].end)
            if match and suits(match):
                names += row
            at = row[-1].end + 1
        else:
            space = _SPACE.search(sentence, word.start())
            at = space.end() if space else len(sentence)
    return names


def names_in(text: str) -> Iterator[Name]:
    """All names of a text, wherever they stand, one after the other."""
    at = 0
    while match := _CAPITAL.search(text, at):
        found = name_at(text, match.start())
        yield from [found] if found else []
        at = found.end if found else match.end()


def all_names(piece: str) -> list[Name]:
    names = list(names_from(piece, 0, known=True))
    begins = bool(names) and piece[: names[0].start].strip() == names[0].honorific
    return names if begins and not piece[names[-1].end :].strip(" .,!") else []


def distant_name(sentence: str, at: int) -> Name | None:
    """The person behind several words of role: `former Ireland out-half Bo Ek`, `Michigan Attorney General Ann Lee`."""
    for word in list(_WORD.finditer(sentence, at, min(len(sentence), at + 110)))[:MOST_DESCRIPTORS]:
        if fold(word[0]) in _ENDS_ROLE or word[0][-1] in ".!?:;,":
            return None
        if word[0] in _FOR_SOMEBODY and _is_of_whom(sentence, word.end(), word[0]):
            return None
        start = word.end() + 1
        bare = fold(word[0].strip("'’\"“”"))
        if not (
            is_role(bare)
            or bare in HONORIFICS
            or bare in _OFFICES
            or word[0][:1].islower()
            or word[0].endswith(("'s", "’s"))
            or (word[0].isupper() and len(word[0]) > 1)
        ):
            continue
        found = name_at(sentence, start)
        if found and found.start == start and found.has_known_given and bare not in _NO_ROLE:
            return found
    return None


def around(sentence: str, found: Name) -> str:
    return sentence[max(0, found.start - 20) : found.end + 20].strip()
