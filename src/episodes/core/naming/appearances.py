"""People who take part, by the shape of the sentence alone: `Historian Ann Lee of Crumb`, `Ann Lee, baker at Crumb`.

Nothing in such a sentence says that it is about this episode, so each shape was counted on descriptions that
people had judged (docs/names_measured.md); only those that were right nine times out of ten are here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.listed import outside_works
from episodes.core.naming.name_rows import around, names_in
from episodes.core.naming.person_names import Name
from episodes.core.naming.roles import HOSTING, is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, is_likely, sighting
from episodes.core.naming.signs import NONE, Sign
from episodes.core.naming.told_of import tells_in_work
from episodes.core.naming.tongues import frames
from episodes.core.naming.trades import NOT_ASKED

#: May stand between the beginning of a clause and what somebody is.
_SMALL = frozenset(fold("The der die le la el il and plus also then later und et y außerdem").split())
_WORD = re.compile(r"[^\W\d_](?:[\w.'’-]*\w)?")
_AT_HOUSE = re.compile(
    r",?\s(?!(?:die|der|who|qui|que|che|som)\s)(?:[a-z]+\s){0,2}(?:of|at|from|von|vom|der|de|du|della|van)\s(?:the\s|la\s|l['’])?[A-ZÀ-Þ]"
)
_ON = re.compile(
    r"\s(?:on|über|sur|sobre|su)\s(?!(?:the|a|an)\s(?:show|podcast|line|phone|cover|stage|pitch|field|bench)\b|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d)\w",
    re.IGNORECASE,
)
#: Who is on trial or on strike does not speak of it.
_ON_TOPIC = re.compile(
    rf"(?!\son\s(?:trial|strike|hunger|leave|tour|screen|course|hold|the\srun)\b){_ON.pattern}", re.IGNORECASE
)
#: How a daily show begins: `Today, Ann Lee on the price of flour`.
_TODAY = re.compile(
    r"\W*(?:today|this (?:week|time)|plus|also|on (?:today|this week)[’']s (?:show|episode|podcast|programme))[,:]?\s$",
    re.IGNORECASE,
)
_AT_WORK = re.compile(r",\s(?P<what>[^,.;:()]{3,60}?)\s(?:at|bei der|beim|am)\s(?:the\s|an?\s)?[^\W\d_]")
_DOES = re.compile(
    r"\s(?!(?:was|were|had|did|wrote|said|once|thought|believed|lived|died|und|and|et|y|e|or|in|of|at|on|from|to|as|ist)\b)[a-zß-ÿ]{3,}\s(?!by\b)"
)
_IS_A = re.compile(
    r"\s(?:is|ist|est|es|è|é|är|er)\s(?:(?:an?|the|one of|ein|eine|une?|una|uno|um|uma|en|"
    r"ett)\s)?(?!(?:\w+\s)?(?:nicht|kein\w*|nächste|letzte|not(?!\sonly)|never|pas|no)\b)(?P<what>[^.;:()]{3,90})"
)
_TOLD = re.compile(
    r"\s?(?:[,(]|\s[–—-])(?!\s?(?:and|or|but|nor|is|was|are|were|und|oder|ist|et|ou|est|y|o|es|e|è)\s)\s?(?:(?:an?|the|our|ein|eine|un|une|una|uno|il|la|le|der|die|el)\s)?(?P<what>[^.;:()]{2,90})"
)
#: Before the name of whom somebody is the biographer, daughter or lawyer.
_OF_WHOM = re.compile(
    r"(?P<role>[^\W\d_][\w-]*)\s(?:of|on|about|for|von|über|de|di|do|da|sur|van|over|om|av|af)\s"
    r"(?:the\s|der\s|la\s|le\s|el\s|il\s)?(?P<whom>(?:[a-zß-ÿ][\w-]*\s){0,2})$"
)
#: The episode is about somebody who is not there.
_OF_THEM = re.compile(
    r"\b(?:against|about|behind|of|without|murder of|über|gegen)\s(?:him|them|her[.,;])", re.IGNORECASE
)
_CENTURY = re.compile(
    r"\b1[0-8]\d\d(?:er)?\b|(?<!\d)1?[0-8]\.\s(?:Jahrhundert|Jh\.)|(?<!\d)1?[0-8](?:th|st|nd|rd)[\s-]centur|"
    r"\b[IVX]{1,5}e\ssiècle|\b(?:siglo|século|secolo)\s[IVX]{1,5}\b|\b\d00\s(?:Jahre\szurück|years\sago)|(?<!\d)1?[0-8]e\seeuw|"
    r"\b1[0-8]00-talet",
    re.IGNORECASE,
)
#: Who tells of other centuries.
_OF_NOW = re.compile(
    r"histor|arch|autor|author|prof|expert|schriftst|écriv|escrit|scritt|skriben|forf|förf|krimin|kunst|musi"
)
_OF_THE_PAST = re.compile(
    r"\b1[0-9]\d\d\b|\b(?:centur(?:y|ies)|decades) ago\b|\b(?:born|died|killed|murdered|posthumous\w*)\b"
)
#: A line of a list of people is no longer than this.
LONGEST_ROW = 160
#: Who takes part is told in a description's first lines, and a sentence with more names is a list of something.
MOST_LINES, MOST_SENTENCES, MOST_NAMES, MOST_TEXT = 14, 200, 40, 8000


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
        parts = {word, word.rpartition("-")[2]}
        return words[-1] if any(map(is_role, parts)) and not parts & (NOT_ASKED | HOSTING) else ""

    @property
    def is_told_of(self) -> bool:
        """Whether somebody else is what the words before say: `the biographer of Emily Dickinson`."""
        match = _OF_WHOM.search(self.before)
        return match is not None and all(map(is_role, fold(f"{match['role']} {match['whom']}").split()))

    @property
    def begins(self) -> bool:
        return not self.before.strip(' -–—•*·"“')

    @property
    def begins_line(self) -> bool:
        return self.begins and self.line.startswith(self.sentence)

    @property
    def surname_in_title(self) -> bool:
        """Whether the title has the last name behind what its owner is: `Crumb-Chef Lee: …`."""
        last = re.escape(self.found.text.split()[-1])
        return re.search(rf"[^\W\d_]\s{last}(?:\s?[:,]|\s[–—-]\s)", self.title) is not None

    def follows(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.sentence, self.found.end)

    def tells(self, pattern: re.Pattern[str]) -> bool:
        """Whether what follows the name says who that is."""
        match = self.follows(pattern)
        roles = [word for word in map(fold, _WORD.findall(match["what"])[:6]) if is_role(word)] if match else []
        return bool(roles) and roles[0] not in NOT_ASKED | HOSTING


def _tells_of_talk(before: str) -> bool:
    return phrases.TALKS.search(before) is not None or frames.talk_verbs().search(before) is not None


def _role_begins(place: _Place) -> bool:
    does = place.follows(_DOES)
    if not place.role or not (place.follows(phrases.ACTS) or (does and not is_role(fold(does[0].strip())))):
        return False
    rest = phrases.LEAD.sub("", place.before.removesuffix(" ").removesuffix(place.role).lstrip(' "“-–—*')).split()
    rest = [word.strip(",") for word in re.split(r"[,;:–—]\s", " ".join(rest))[-1].split()]
    return len(rest) <= 4 and all(word[:1].isupper() or fold(word) in _SMALL or is_role(fold(word)) for word in rest)


#: Each shape in words, and its test.
_SHAPES: tuple[tuple[str, Callable[[_Place], object]], ...] = (
    ("a role before, a house behind", lambda it: it.role and it.follows(_AT_HOUSE) and not _is_quoted(it.before)),
    ("a role before, a topic behind", lambda it: it.role and it.follows(_ON)),
    ("today, and a topic behind", lambda it: _TODAY.match(it.before) and it.follows(_ON_TOPIC)),
    ("a role begins the sentence", _role_begins),
    ("a line of a list, with a role", lambda it: it.begins_line and len(it.line) < LONGEST_ROW and it.tells(_TOLD)),
    ("who it is begins a line", lambda it: it.begins_line and it.tells(_IS_A) and not _OF_THEM.search(it.whole)),
    (
        "named in the title, begins a sentence",
        lambda it: (
            it.begins
            and (it.found.text in it.title or (it.begins_line and it.surname_in_title))
            and not re.search(rf"{re.escape(it.found.text)}\s(?:is|was)\b", it.title)  # it tells of somebody
            and (it.follows(phrases.ACTS_SURELY) or (it.follows(phrases.ACTS) and it.found.has_known_given))
        ),
    ),
    ("a role at a house behind", lambda it: it.tells(_AT_WORK)),
    ("a role behind, in a sentence of talk", lambda it: it.tells(_TOLD) and _tells_of_talk(it.before)),
)
#: Shapes that topics have too, and the one of a sentence that tells of a talk.
_SIGNS: dict[str, frozenset[Sign]] = {
    "who it is begins a line": frozenset(("topic",)),
    "named in the title, begins a sentence": frozenset(("topic",)),
    "a role behind, in a sentence of talk": frozenset(("talk",)),
}


def sightings_of_appearances(title: str, lines: Sequence[str], hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests by the shapes of sentences; hosts that are known, and people of the past, are left out."""
    whole = "\n".join([title, *lines])[:MOST_TEXT]
    told = [(line, sentence) for line in outside_works(lines[:MOST_LINES]) for sentence in sentences(line[:4000])][
        :MOST_SENTENCES
    ]
    for line, sentence in told:
        if phrases.ELSEWHEN.match(sentence) or phrases.LONG_AGO.match(sentence) or _OF_THE_PAST.search(sentence):
            continue
        for found in islice(names_in(sentence), MOST_NAMES):
            place = _Place(found=found, sentence=sentence, line=line, title=title, whole=whole)
            if place.is_told_of or tells_in_work(sentence, found.end):
                continue
            shape = next((words for words, fits in _SHAPES if fits(place)), None)
            if not shape or (_CENTURY.search(line) and not _OF_NOW.match(fold(place.role or "historian"))):
                continue
            if phrases.NOT_HERE.search(sentence[: found.start][-60:]):
                continue
            if (is_likely(found, whole) or _is_named_by_trade(place)) and not is_among(found.text, hosts):
                reason = f"{around(sentence, found)!r}: {shape}"
                yield sighting(
                    found, "guest", 0.81, "description", reason, text=sentence, signs=_SIGNS.get(shape, NONE)
                )


def _is_named_by_trade(place: _Place) -> bool:
    """Whether a trade before and a verb of speech behind make a name of what no list knows: `Baker Elk Ek talks`."""
    two = len(place.found.text.split()) == 2
    return two and bool(place.role) and place.role.istitle() and place.follows(phrases.ACTS_SURELY) is not None


def _is_quoted(before: str) -> bool:
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")
