"""People who take part, by the shape of the sentence alone: `Historian Ann Lee of Crumb`, `Ann Lee, baker at Crumb`.

Nothing in such a sentence says that it is about this episode, so each shape was counted on descriptions that
people had judged (docs/metadata.md); only those that were right nine times out of ten are here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import around, names_in, sentences
from episodes.core.naming.name_words import HOSTING, is_role
from episodes.core.naming.occupations import OCCUPATIONS
from episodes.core.naming.person_names import Name, same_person
from episodes.core.naming.sightings import Sighting, is_likely, sighting

#: Who makes the show, governs or plays: named as what they are, and rarely guests.
_NOT_ASKED = frozenset(
    fold(
        """
        producer producers editor editors engineer engineers composer designer executive assistant senior
        president minister chancellor senator premier king queen pope prince princess secretary governor
        mayor congressman congresswoman politician politicians leader billionaire dictator general partner
        friend friends star winner director regisseur regisseurin réalisateur réalisatrice directora regista
        actor actress schauspieler schauspielerin singer player players coach manager trainer captain
        champion legend saint judge former late deputy vice illustrator narrator translator cartoonist
        ministre ministra ministro ministerin chair chairman reporter presidente präsidentin
        commissioner inspector inspecteur treasurer sheriff sergeant constable detective kommissar kommissarin
        bürgermeister
        bürgermeisterin staatssekretär staatssekretärin burgemeester wethouder bishop bischof
        """
    ).split()
)
#: Before the name of who is asked for what they know.
_LEARNED = frozenset({"dr", "prof", "professor", "professorin", "profa", "dra", "rev", "rabbi"})
#: May stand between the beginning of a clause and what somebody is.
_SMALL = frozenset(
    fold(
        "The der die le la el il and plus also then later und et y außerdem our unser "
        "unsere notre nuestro nuestra onze nosso nossa vår "
        "retired veteran young local renowned pioneering award-winning emeritus own"
    ).split()
)
#: Between these, what stands before a role is no field of work.
_NO_FIELD = frozenset(
    fold(
        """
        of in on at to for from by with as about is was are were be has had than that this when where why how what who
        if because but not late fictional against into after before says said von zu mit für über bei aus als ist war
        de du des di da del por para sur dans avec con com voor met van bij som av på till för legendary
        """
    ).split()
)
_WORD = re.compile(r"[^\W\d_](?:[\w.'’-]*\w)?")
_AT_HOUSE = re.compile(
    r",?\s(?:[a-z]+\s){0,2}(?:of|at|from|von|vom|der|de|du|della|van)\s(?:the\s|la\s|l['’])?[A-ZÀ-Þ]"
)
_ON = re.compile(
    r"\s(?:on|über|sur|sobre|su)\s(?!(?:the|a|an)\s(?:show|podcast|line|phone|cover|stage|pitch|field|bench)\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)\w",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r",\s(?P<what>[^,.;:()]{3,60}?)\s(?:at|bei der|beim|am)\s(?:the\s|an?\s)?[^\W\d_]")
_ACTS = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,140}?,)?\s(?:also\s|then\s|now\s)?(?:is|has|ist|hat|est|a|es|è|är|"
    r"joins?|talks?|speaks?|discuss(?:es)?|explains?|tells?|shares?|argues?|describes?|reflects?|explores?|"
    r"examines?|unpacks?|"
    r"breaks|chats?|looks?|takes?|answers?|sits?|reports?|returns?|drops|stops|comes|reveals?|dives|walks|reads|brings|"
    r"reviews?|debates?|says|offers|makes|gives|gave|joined|told|considers|remembers|recalls|introduces|lays|"
    r"helps|shows|"
    r"charts|traces|performs?|presents?|erzählt|erklärt|spricht|berichtet|raconte|explique|parle|cuenta|explica|"
    r"habla|racconta|"
    r"spiega|conta|vertelt|berättar)\s"
)
_SPEAKS = re.compile(
    r"\s(?:talks|joins|tells|explains|discusses|shares|reflects|describes|chats|erzählt|raconte|cuenta|racconta)\s"
)
_DOES = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,140}?,|\s[A-Z]{2,}\b)?\s(?!(?:was|were|had|did|und|and|et|y|e|or|in|of|at|on|from|to|as|ist)\b)[a-zß-ÿ]{3,}(?:;|\s(?!by\b))"
)
_WHO = re.compile(r",?\s(?:who|whose|die|der|qui|que|che)\s")
_IS_A = re.compile(
    r"\s(?:is|ist|est|es|è|é|är|er)\s(?:(?:an?|the|one of|ein|eine|une?|una|uno|um|uma|en|"
    r"ett)\s)?(?P<what>[^.;:()]{3,90})"
)
_TOLD = re.compile(
    r"\s?(?:[,(]|\s[–—-])\s?(?:(?:an?|the|our|ein|eine|un|une|una|uno|il|la|le|der|die|el)\s)?(?P<what>[^.;:()]{2,90})"
)
#: What may stand between the names of a row with roles.
_BETWEEN = re.compile(
    r"(?:\s\([^()]{1,80}\)|,[^.!?;:,]{3,80})?(?:,|,?\s(?:and|und|et|y|e|en|och|og|&))\s(?:[^\W_][\w’'-]*\s){1,5}"
    r"(?:[A-Z][\w.]{1,5}\s)*"
)
_TALKS = re.compile(
    r"\b(?:talk|speak|spoke|chat|convers|interview|sit|sat|caught|catch|hear|join|welcom|spr[eiä]ch|spricht|"
    r"rede|diskut|unterh|"
    r"begrüß|parl|discut|échang|reçoi|accueil|entretien|habl|charl|entrevist|recib|dialog|intervist|recebe|"
    r"praat|gesprek|"
    r"spreek|samtal|prat)\w*\s(?:\w+\s){0,4}?(?:to|with|from|by|mit|avec|con|com|met|med)\s",
    re.IGNORECASE,
)
_OF_THE_PAST = re.compile(r"\b1[0-9]\d\d\b|\b(?:born|died|killed|murdered|posthumous\w*)\b")
#: A line of a list of people is no longer than this.
LONGEST_ROW = 160
#: Who takes part is told in a description's first lines, and a sentence with more names is a list of something.
MOST_LINES, MOST_NAMES, MOST_TEXT = 14, 40, 8000


@dataclass(kw_only=True)
class _Place:
    """A name where it stands in a sentence."""

    found: Name
    sentence: str
    line: str  #: that the sentence is of
    title: str
    whole: str  #: title and lines

    @cached_property
    def before(self) -> str:
        honorific = len(self.found.honorific) + 1 if self.found.honorific else 0
        return self.sentence[: self.found.start - honorific]

    @cached_property
    def role(self) -> str:
        """The word right before the name that says who it is."""
        words = self.before.split()
        word = fold(words[-1].strip("'\"“”")) if words else ""
        if self.found.honorific and fold(self.found.honorific.split()[0].rstrip(".")) in _LEARNED:
            return self.found.honorific
        parts = {word, word.rpartition("-")[2]}
        return words[-1] if any(map(is_role, parts)) and not parts & (_NOT_ASKED | HOSTING) else ""

    @property
    def begins(self) -> bool:
        return not self.before.strip(' -–—•*·"“')

    @property
    def begins_line(self) -> bool:
        return self.begins and self.line.startswith(self.sentence)

    def follows(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.sentence, self.found.end)

    def tells(self, pattern: re.Pattern[str]) -> bool:
        """Whether what follows the name says who that is."""
        match = self.follows(pattern)
        words = _WORD.findall(match["what"])[:6] if match else []
        # `Ann Lee, Minnie Driver and Bo Ek`: behind another word, a capital makes a trade a surname.
        told = [
            fold(word)
            for place, word in enumerate(words)
            if not place or word[0].islower() or fold(word) not in OCCUPATIONS
        ]
        roles = [word for word in told if is_role(word)]
        return bool(roles) and roles[0] not in _NOT_ASKED | HOSTING


def _role_begins(place: _Place) -> bool:
    if not place.role or not _opens_with_role(place):
        return False
    # A doctor in a story arrives and leaves; one who is asked speaks. So does who is named with a field of work.
    by_speech = place.role == place.found.honorific or not _is_plain(place)
    return place.follows(_ACTS) is not None if by_speech else _acts(place)


def _acts(place: _Place) -> bool:
    does = place.follows(_DOES)
    return bool(place.follows(_ACTS) or (does and not is_role(fold(does[0].split()[-1].strip(";.")))))


def _opens_with_role(place: _Place) -> bool:
    rest = _before_role(place)
    if place.role == place.found.honorific and not all(fold(word) in _SMALL for word in rest):
        return False
    if len(rest) > 4 or any(fold(word) in _NO_FIELD for word in rest):
        return False
    # `Middle school principal A`, `Emergency gardening correspondent B`: a field stands before what somebody is.
    field = place.role.islower() and rest and rest[0][:1].isupper()
    return field or _is_plain(place)


def _before_role(place: _Place) -> list[str]:
    """The words of the clause that stand before what somebody is."""
    rest = phrases.LEAD.sub("", place.before.removesuffix(" ").removesuffix(place.role).lstrip(' "“-–—*')).split()
    return [word.strip(",") for word in re.split(r"[,;:–—]\s", " ".join(rest))[-1].split()]


def _is_plain(place: _Place) -> bool:
    """Whether only names of houses, small words and further roles stand before a role."""
    return all(word[:1].isupper() or fold(word) in _SMALL or is_role(fold(word)) for word in _before_role(place))


def _talks(before: str) -> bool:
    """Whether somebody talks to who follows; in the past tense only we do, others did in a story."""
    talk = _TALKS.search(before)
    return talk is not None and not (phrases.PAST.search(talk[0]) and not phrases.OURS.search(before))


#: Each shape in words, and its test.
_SHAPES: tuple[tuple[str, Callable[[_Place], object]], ...] = (
    ("a role before, a house behind", lambda it: it.role and it.follows(_AT_HOUSE) and not _is_quoted(it.before)),
    ("a role before, a topic behind", lambda it: it.role and it.role != it.found.honorific and it.follows(_ON)),
    ("a role begins the sentence", _role_begins),
    ("a role before, and who it is", lambda it: it.role and it.follows(_WHO)),
    ("a line of a list, with a role", lambda it: it.begins_line and len(it.line) < LONGEST_ROW and it.tells(_TOLD)),
    ("who it is begins a line", lambda it: it.begins_line and it.tells(_IS_A) and not phrases.OF_THEM.search(it.whole)),
    (
        "named in the title, begins a sentence",
        lambda it: (
            it.begins
            and it.found.text in it.title
            and (it.follows(_SPEAKS) or (it.follows(_ACTS) and it.found.has_known_given))
        ),
    ),
    ("a role at a house behind", lambda it: it.tells(_AT_WORK)),
    ("a role behind, in a sentence of talk", lambda it: _talks(it.before) and it.tells(_TOLD)),
)


def sightings_of_appearances(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests by the shapes of sentences; hosts that are known, and people of the past, are left out."""
    whole = "\n".join([title, *lines])[:MOST_TEXT]
    told = [(line, sentence) for line in lines[:MOST_LINES] for sentence in sentences(line[:4000])]
    for line, sentence in told:
        if phrases.ELSEWHEN.match(sentence) or _OF_THE_PAST.search(sentence):
            continue
        found_here = islice(names_in(sentence), MOST_NAMES)
        places = [_Place(found=found, sentence=sentence, line=line, title=title, whole=whole) for found in found_here]
        rows = list(_rows_of_roles(sentence, places))
        for place in places:
            found = place.found
            shape = next(
                (words for words, fits in _SHAPES if fits(place)),
                "a row of roles" if any(place is one for one in rows) else None,
            )
            if not shape or phrases.NOT_HERE.search(sentence[: found.start][-60:]):
                continue
            if is_likely(found, whole) and not any(same_person(found.text, host) for host in hosts):
                reason = f"{around(sentence, found)!r}: {shape}"
                yield sighting(found, "guest", 0.81, "description", reason, text=sentence)


def _rows_of_roles(sentence: str, places: Sequence[_Place]) -> Iterator[_Place]:
    """`The critic A, the poet B and C of Crumb argue about …`: a row that begins with roles, and what they do."""
    row: list[_Place] = []
    for place in places:
        if row and not (place.role and _BETWEEN.fullmatch(sentence, row[-1].found.end, place.found.start)):
            row = []
        row.append(place)
        if len(row) > 1 and row[0].role and _acts(place) and _opens_with_role(row[0]):
            yield from row


def _is_quoted(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
