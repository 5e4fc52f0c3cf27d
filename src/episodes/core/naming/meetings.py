"""Two parties in one sentence: `Ann Lee talks to Bo Ek, baker at Crumb`, and who of them is the host."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import JOINT, around, distant_name, names_before_verb, names_from
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, name_at
from episodes.core.naming.roles import HOSTING, ROLES, is_role
from episodes.core.naming.same_person import is_among
from episodes.core.naming.sightings import Sighting, is_likely, sighting
from episodes.core.naming.signs import NONE, Sign, signs_of_words
from episodes.core.naming.told_of import is_told_of

_HOST, _GUEST = 0.84, 0.86
#: A sentence tells of so many meetings at most; what has more is no sentence.
MOST_MEETINGS = 12
#: Up to a name so far behind a verb may stand what its owner is; who is only talked of is none of it.
FURTHEST = 90
_OF_HER = re.compile(
    r"[.!?;:]|\b(?:about|on|how|why|who|whose|after|as|when|while|before|since|to|than|over|über|zu|sur|sobre|su|om)\b|\b(?:and|und|et|y|e)\s(?!(?-i:[a-zß-ÿ]))|"
    r"\b(?:of|for|by|at|in|from|with|against|von|de|di|du|van|av)\s(?:$|(?:the\s|an?\s)?(?-i:[a-zß-ÿ]))",
    re.IGNORECASE,
)
#: `Ann Lee asks the baker Bo Ek if …`, where Ann Lee is a host and the episode is called after Bo Ek.
_ASKS = re.compile(r"\sasks\s")
#: Of the dead one tells what they asked.
_OF_OLD = re.compile(
    r"\b1[0-8]\d\d\b|\bcentur|\b(?:born|died|killed|murder\w*|killers?|biograph\w*|love letters?|marry)\b"
)
_IF = re.compile(r"(?:\s\([^()]{1,60}\))?,?\s(?:if|whether|about|how|why|what|where)\b")
#: `for President Ann Lee`, `of Chancellor Ann Lee`.
_OF_OFFICE = re.compile(r"\b(?:of|for|from|against)\s(?:[A-Z][\w-]+\s){0,2}?(?P<role>[A-Z][\w-]+)\s")
_OWNED = re.compile(
    r"['’]s?(?!\w)|\s(?:super)?(?:fan|biographer|sideman|admirer|obsessive|scholar|impersonator|lookalike)s?\b"
)
#: `A, who bakes, and to B`.
_AND_TO = re.compile(
    r"[^.!?;:]{0,140}?(?:,|\s(?:and|und|et|y|e|och|og|en)|,\s(?:and|und|then))\s(?:then\s|also\s)?(?:to|with|mit|avec|con)\s"
)
#: `A from Crumb and B`, `A on the left and B`.
_OF_AND = re.compile(r"\s(?:of|from|at|on)\s[^.!?;:,]{2,50}?(?:,\s|\s)(?:and|und|et|y)\s(?=[^\W\d_a-z])")
_ARTICLE = re.compile(r"(?:an?|the|our|ein|eine|un|une|una|uno)\s", re.IGNORECASE)
_OWNER = re.compile(r"[\w.&]['’]s?\s$")


def sightings_of_meetings(sentence: str, hosts: Sequence[str], *, opening: bool, whole: str = "") -> Iterator[Sighting]:
    """Find who talks to whom. Where no host is known, only an opening sentence tells, and the first of two asks."""
    title = whole.partition("\n")[0]
    for meeting in _meetings(sentence, hosts, title):
        first, second = meeting.asking, meeting.asked
        told = any(_is_introduced(sentence, one) for one in second)
        if not told and not any(_is_person(one, hosts, whole) or _OWNER.search(sentence[: one.start]) for one in first):
            continue
        if not told and not any(_is_person(one, hosts, whole) for one in second):
            continue
        if phrases.COMES_TO.match(meeting.verb) or _is_called_host(sentence, second[0]):
            first, second = second, first
        opens = _opens(sentence[: min(first[0].start, second[0].start)].removesuffix(meeting.verb + " "))
        opens = opens and (opening or _is_introduced(sentence, second[0]))
        if (
            _is_titled(first, title)
            and not _is_titled(second, title)
            and not any(is_among(one.text, hosts) for one in first)
        ):
            first, second = second, first
        sure = _is_titled(second, title) or _is_introduced(sentence, second[0])
        if (
            opens
            and not sure
            and not _ONE_WAY.match(meeting.verb)
            and (hosts or _OWN.match(sentence, max(first[-1].end, second[-1].end)))
        ):
            opens = False  # whose new book it is, or which of two strangers asks, nobody says
        yield from _told_apart(sentence, first, second, hosts, opens=opens, verb=meeting.verb, title=title)
    anywhere = opening or (not hosts and _CHAIRS.search(sentence) is not None)
    yield from (seen for seen in _hosting(sentence) if anywhere or "outright" in seen.signs)
    yield from () if hosts else _told_by_her(sentence)


_CHAIRS = re.compile(r"\s(?:presents|chairs)\s(?:and|as)\s")
#: `She tells Ann Lee how …`, where nobody is known to be the host: who is told asks.
_SHE_TELLS = re.compile(
    r"(?:^|[.!?;,]\s)(?:[Hh]e|[Ss]he|[Tt]hey)\s(?:joins?|(?:speaks?|talks?|spoke|talked)\sto|tells?)\s(?=[A-ZÀ-Þ])"
)
_OF_IT = re.compile(r"\s(?:about|how|why|what|in\sthe\sstudio|to\s(?:discuss|talk|explain|tell|share))\b|\.?$")
#: Who does these is the one who asks, whoever's book it is about.
_ONE_WAY = re.compile(
    r"(?:(?:is|are)\s(?:\w+\s){0,2}joined|interview|entrevist|intervist|interroge|welcome|receive|reçoi|accueill|begrüß|ontvang|intervju|interviewt)",
    re.IGNORECASE,
)
#: `about her new book`, behind the second of two.
_OWN = re.compile(
    r"[^.!?;:]{0,20}?\s(?:about|on|über|sur|sobre|su|over|om)\s(?:his|her|their|seine[nm]?|ihre[nm]?|son|sa|ses|sus?|il\ssuo|"
    r"la\ssua|seu|sua|zijn|haar|sin|sitt|hans|hennes)\s",
    re.IGNORECASE,
)


#: `Ann Lee and I …`: who writes is the host, and so is who is named beside.
_AND_I = re.compile(r"\s(?:and|&)\sI\s")
_BESIDE_ME: frozenset[Sign] = frozenset(("steps in",))
_OUTRIGHT: frozenset[Sign] = frozenset(("outright",))


class _Meeting:
    """Names before a verb of meeting, and behind it."""

    def __init__(self, asking: list[Name], verb: str, asked: list[Name]) -> None:
        self.asking, self.verb, self.asked = asking, verb, asked


def _meetings(sentence: str, hosts: Sequence[str], title: str) -> Iterator[_Meeting]:
    for match in islice(phrases.MEETS.finditer(sentence), MOST_MEETINGS):
        asking = _row_before(sentence, match.start(), hosts)
        asked = _row_behind(sentence, match.end()) or _titled_behind(sentence, match.end(), title) if asking else []
        if asked and not is_told_of(sentence, match.end(), asked):
            yield _Meeting(asking, match[0].strip(" ,"), asked)
    for match in () if _OF_OLD.search(sentence) else islice(_ASKS.finditer(sentence), MOST_MEETINGS):
        asking = [one for one in _row_before(sentence, match.start(), hosts) if is_among(one.text, hosts)]
        asked = _titled_behind(sentence, match.end(), title) if asking else []
        if asked and _IF.match(sentence, asked[-1].end):
            yield _Meeting(asking, match[0].strip(), asked)
    for match in phrases.VERB_FIRST.finditer(sentence):
        asking = list(names_from(sentence, match.end(), known=True))
        link = phrases.WITH_WHOM.match(sentence, asking[-1].end) if asking else None
        if link and (asked := _row_behind(sentence, link.end())):
            yield _Meeting(asking, match[0].strip(), asked)


def _row_before(sentence: str, end: int, hosts: Sequence[str]) -> list[Name]:
    """The names in a row that reach up to a verb, what is told of the last in brackets or commas between."""
    rows = names_before_verb(sentence[:end], phrases.UP_TO_VERB, known=False)
    return [name for name in rows if name.end <= end] or _host_by_one_name(sentence, end, hosts)


def _host_by_one_name(sentence: str, end: int, hosts: Sequence[str]) -> list[Name]:
    """`Berto talks to …`, where Berto Romero is known to be a host."""
    word = re.search(r"(?<![\w-])[A-ZÀ-Þ][\w'’-]+$", sentence[:end])
    host = next((host for host in hosts if word and word[0] in host.split()), None)
    return [Name(text=host, start=word.start(), end=end)] if host and word else []


def _row_behind(sentence: str, at: int) -> list[Name]:
    """The names behind a verb, and those that the sentence goes on to: `to A, who bakes, and to B`."""
    names = list(names_from(sentence, at, known=False))
    if not names or not (names[0].has_known_given or names[0].honorific):
        distant = distant_name(sentence, at)
        names = list(names_from(sentence, distant.start, known=True)) if distant else names
    names = [name for name in names if not _OWNED.match(sentence, name.end)]
    if names and (again := _AND_TO.match(sentence, names[-1].end)):
        names += names_from(sentence, again.end(), known=True)
    elif names and (again := _OF_AND.match(sentence, names[-1].end)):
        further = name_at(sentence, again.end())
        names += [further] if further and further.start == again.end() and further.has_known_given else []
    return names


def _titled_behind(sentence: str, at: int, title: str) -> list[Name]:
    """`speaks to the former First Baker of Loafland Ann Lee`, with whose name the title begins."""
    found = name_at(title, 0)
    known = found is not None and (found.has_known_given or title.startswith(":", found.end))
    start = sentence.find(found.text, at, at + FURTHEST) if found and known else -1
    if not found or start < 0 or _is_of_office(sentence[at:start]):
        return []
    if _OF_HER.search(sentence[at:start]) or _OWNED.match(sentence, start + len(found.text)):
        return []
    return [replace(found, start=start, end=start + len(found.text))]


def _is_of_office(between: str) -> bool:
    return any(is_role(fold(match["role"])) for match in _OF_OFFICE.finditer(between))


def _told_apart(
    sentence: str,
    first: Sequence[Name],
    second: Sequence[Name],
    hosts: Sequence[str],
    *,
    opens: bool,
    verb: str,
    title: str,
) -> Iterator[Sighting]:
    ours = any(is_among(name.text, hosts) for name in first)
    theirs = any(is_among(name.text, hosts) for name in second)
    if ours and theirs:
        return
    if theirs:
        yield from _as_guests(sentence, first)
    elif ours:
        yield from _as_guests(sentence, second)
    elif opens and not phrases.PAST.search(verb) and not any(fold(one.text) in OF_THE_NEWS for one in first):
        if _gives_guest(title, second) and not _is_titled(first, title) and not hosts:
            yield from (_as_host(sentence, name) for name in first)
            yield from _as_guests(sentence, second)
        else:
            yield from _strangers(sentence, first, second, hosts, verb)


def _strangers(
    sentence: str, first: Sequence[Name], second: Sequence[Name], hosts: Sequence[str], verb: str
) -> Iterator[Sighting]:
    """Who of two is the host, where neither is known, as what is said of them and the verb tell."""
    hosting = any(fold(word) in HOSTING for word in sentence[: first[0].start].split()[-2:])
    if verb.startswith("join") and all(_is_introduced(sentence, one[0]) for one in (first, second)):
        yield from _as_guests(sentence, second)  # `the chemist A joins the baker B`: who comes is a guest
    elif _is_introduced(sentence, first[0]) and not hosting and not _ONE_WAY.match(verb):
        yield from _as_guests(sentence, first)
        if phrases.TOGETHER.search(verb):
            yield from _as_guests(sentence, second)
        elif not _is_introduced(sentence, second[0]) and not hosts:
            yield from (_as_host(sentence, name) for name in second)
    elif not hosts or hosting:
        yield from (_as_host(sentence, name) for name in first)
        yield from _as_guests(sentence, second)
    else:  # somebody stands in for the hosts that are known
        yield from _as_guests(sentence, second)


def _hosting(sentence: str) -> Iterator[Sighting]:
    """`Ann Lee and guests discuss …`, `Ann Lee hosts, with …`: what only a host is said to do."""
    names = names_before_verb(sentence, phrases.HOSTS_IT, known=False)
    outright = _OUTRIGHT if names and phrases.HOSTS.match(sentence, names[-1].end) else NONE
    before: Name | None = None
    for found in names:
        joined = before is not None and JOINT.fullmatch(sentence, before.end, found.start) is not None
        before = found if joined or _opens(sentence[: found.start]) else None
        if found.has_known_given and before:
            seen = _as_host(sentence, found)
            beside = _BESIDE_ME if _AND_I.match(sentence, found.end) else NONE
            yield replace(seen, signs=seen.signs | outright | beside)


def _told_by_her(sentence: str) -> Iterator[Sighting]:
    for match in () if _OF_OLD.search(sentence) else _SHE_TELLS.finditer(sentence):
        found = name_at(sentence, match.end())
        known = found is not None and found.has_known_given and fold(found.text) not in OF_THE_NEWS
        if found and known and not found.honorific and _OF_IT.match(sentence, found.end):
            yield _as_host(sentence, found)


def _as_guests(sentence: str, names: Sequence[Name]) -> Iterator[Sighting]:
    for name in names:
        yield sighting(name, "guest", _GUEST, "description", f"{around(sentence, name)!r}", text=sentence)


def _as_host(sentence: str, name: Name) -> Sighting:
    words = around(sentence, name)
    return sighting(name, "host", _HOST, "description", f"{words!r}", signs=signs_of_words(words))


def _gives_guest(title: str, names: Sequence[Name]) -> bool:
    """`Interview with Bo Ek`: who talks with him in the text is the host, whatever is said of that person."""
    return any(
        (found := name_at(title, match.end())) is not None and found.text == name.text
        for match in phrases.TITLE_WITH.finditer(title)
        for name in names
    )


def _is_person(name: Name, hosts: Sequence[str], whole: str) -> bool:
    return is_among(name.text, hosts) or is_likely(name, whole)


def _is_called_host(sentence: str, name: Name) -> bool:
    """`Ann Lee talks with host Bo Ek`: the second asks."""
    return any(fold(word) in HOSTING for word in sentence[: name.start].split()[-1:])


def _is_titled(names: Sequence[Name], title: str) -> bool:
    return any(name.text in title for name in names)


def _opens(before: str) -> bool:
    """Whether only `This week,` and what somebody is stand before a name."""
    before = phrases.LEAD.sub("", before.lstrip(' "“-–—*'))
    return (
        all(
            is_role(fold(word.strip(",’'"))) or fold(word) in ("the", "a") or word[:1].isupper()
            for word in before.split()
        )
        and len(before) < 60
    )


def _is_introduced(sentence: str, name: Name) -> bool:
    """Whether the text says what a person is: `Harvard's A`, `novelist A`, `A, baker at Crumb,`."""
    before = sentence[: name.start]
    if name.honorific or _OWNER.search(before) or any(fold(word) in ROLES - HOSTING for word in before.split()[-1:]):
        return True
    told = re.compile(r"(?:,\s|\s\()([^.!?;:()]{3,120}?)[,)]").match(sentence, name.end)
    if told is None or name_at(told[1], 0):
        return False
    return _ARTICLE.match(told[1]) is not None or any(is_role(fold(word)) for word in told[1].split()[:8])
