"""Hosts and guests, as feeds, tags, titles and descriptions name them; a doubtful name is not published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from episodes.core.credit import Credit, Role
from episodes.core.naming import people_phrases as phrases
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.name_words import HONORIFICS, ROLES
from episodes.core.naming.person_names import Name, is_name, name_at, same_person

#: A name less sure than this is told to the producer, never published.
BAR = 0.8
_ROLES_OF_FEEDS: dict[str, Role] = {
    "": "host", "host": "host", "co-host": "host", "cohost": "host", "presenter": "host", "moderator": "host",
    "guest host": "host", "guest": "guest", "special guest": "guest", "interviewee": "guest",
}  # fmt: skip
_JOINT = re.compile(
    r"(?:\s*\([^()]{0,80}\))?\s*(?:,\s*(?:and|und|et|y|e|och|og|en|as well as|plus|with|along with)\s+|,\s*|/\s*|"
    r"\s+(?:and|&|\+|und|et|y|e|och|og|en|i|и|as well as|plus|with|along with|joined by|sowie|ve|ja)\s+|\s*[&+]\s*|"
    r"•\s*)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"\S{1,100}@\S{1,100}|\((?![^()]*\s)[^()]{0,100}\)")
_AUTHORS_JOINT = re.compile(r"\s*[,;/|+&]\s*|\s+(?:-|–|—|and|und|et|y|e|och|og)\s+")
_AND_GUESTS = re.compile(
    r"(?:\s*\([^()]{0,60}\))?,?\s(?:and|&|with|und|et|og|och|y|e)\s(?:\w+\s){0,2}(?:guests?|gäste|invités|gäster|"
    r"gjester|gæster|invitados|ospiti|convidados)\b"
)
_IDIOM = re.compile(
    r"\b(?:deal(?:s|ing)?|dealt|reckon(?:s|ing)?|problems?|trouble|wrong|love|war|obsess(?:ed|ion)|done|happen(?:s|"
    r"ed|ing)?|up|meet(?:s|ing)?|feud|fight|beef|work(?:s|ed|ing)?|play(?:s|ed|ing)?|cop(?:e|es|ing)|matter|"
    r"issues?|relationship|affair|break-?up|struggle|battle|mess(?:ing)?|ends?|starts?|beg[ia]ns?|begin|compared|"
    r"familiar|sleeping|living|live|down|together|fell|falling|night|evening|year|years|life)\s*$",
    re.IGNORECASE,
)
_DESCRIPTOR = re.compile(r"\s*(?:[:,]\s*)?(?:(?:the|a|an|my|our|his|her|der|die|den|dem|le|la|il|el|o)\s+)?")
_APPOSITION = re.compile(
    r"\s*[,(]\s*(?:(?:the|a|an|our|ein|eine|un|une)\s+)?(?!(?:der|die|das|den|who|whose|qui|che|que|som|"
    r"which)\s)(?P<phrase>(?:[^,.;:()!?\n]|(?<=\b[A-Z])\.){3,100})"
)
_AT = re.compile(
    r"\s(?:of|at|from|for|bei|von|der|des|am|vom|beim|de|du|di|del|della|van|på|"
    r"hos)\s(?:the\s)?(?P<organisation>[A-ZÀ-ÞА-Я][^,.;:()!?\n]{1,60})"
)
_FROM = re.compile(r"\s(?:of|from|at)\s(?:the\s)?(?P<organisation>[A-Z][\w&.'’-]+(?:\s[A-Z][\w&.'’-]+){0,4})")
_SENTENCE = re.compile(
    r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\bft\.)\s+(?=[^\s\d_a-z])"
)
_WORD = re.compile(r"\S+")
MOST_DESCRIPTORS = 7
MOST_NAMES = 8
LONGEST_LINE = 4000


@dataclass(frozen=True, kw_only=True)
class Sighting:
    """A person named somewhere, as what, how sure that is, and why."""

    credit: Credit
    confidence: float
    origin: str
    reason: str
    exact: bool = False  #: from a list of the episode's own hosts or guests


def sightings_of_feed(people: Iterable[tuple[str, str]]) -> Iterator[Sighting]:
    """Take the persons that a feed states (`podcast:person`), by role; their names need no proof."""
    for role, name in people:
        kind = _ROLES_OF_FEEDS.get(role.strip().lower())
        if kind and tidy(name):
            found = name_at(tidy(name), 0)
            plain = found.text if found and found.end == len(tidy(name)) else tidy(name)
            credit = Credit(name=plain, role=kind, title=found.honorific if found else "")
            yield Sighting(credit=credit, confidence=1.0, origin="feed", reason=f"the feed names {plain} as {kind}")


def sightings_of_author(author: str, *, origin: str) -> Iterator[Sighting]:
    """Take the author of an item or show for a host where it is a person's name, alone or beside a firm's."""
    plain = tidy(_ADDRESS.sub(" ", author[:500]))
    if " with " in plain.lower():
        yield from sightings_of_show_title(plain)
        return
    pieces = [piece.strip(' ()<>"') for piece in _AUTHORS_JOINT.split(plain)]
    certain = [is_name(piece) for piece in pieces]
    for piece in pieces:
        found = name_at(piece, 0)
        if found and found.end == len(piece) and any(certain):
            yield _sighting(found, "host", 0.83, origin, f"{plain[:80]!r} is the author")


def sightings_of_show_title(title: str) -> Iterator[Sighting]:
    """Find the host in a show's name: `The Mike Neumann Show`, `Past Due with Ana Marie Cox`."""
    plain = tidy(title[:300])
    if match := re.search(r"\b(?:with|mit|avec|con|com|med|met)\s+(?=[^\W\d_])", plain, re.IGNORECASE):
        for found in _names_from(plain, match.end(), known=True):
            if not re.match(r"\s*\w", plain[found.end :]):
                yield _sighting(found, "host", 0.88, "title", f"the show is called {plain!r}")
    bare = re.sub(r"^(?:the|der|die|das|le|la|el|il)\s+", "", plain, flags=re.IGNORECASE)
    bare = re.sub(
        r"\s+(?:podcast|show|experience|hour|program|programme|report|radio show|radio|talk show|podden|podd)\b.*$",
        "",
        bare,
        flags=re.IGNORECASE,
    )
    if bare != plain and is_name(bare) and (found := name_at(bare, 0)):
        yield _sighting(found, "host", 0.86, "title", f"the show is called {plain!r}")


def sightings_of_show(description: str) -> Iterator[Sighting]:
    """Find the hosts in the description of a show."""
    for number, sentence in enumerate(_sentences(tidy(description[:3000]))[:8]):
        if phrases.ELSEWHEN.match(sentence):
            continue
        if number == 0:
            yield from _after_phrases(sentence, (phrases.SHOW_WITH,), origin="show", hosts=())
        yield from _after_phrases(sentence, phrases.SHOW_HOSTS, origin="show", hosts=())
        presenter = name_at(sentence, 0)
        if presenter and _AND_GUESTS.match(sentence, presenter.end):
            yield _sighting(
                presenter, "host", 0.88, "show", f"{_around(sentence, presenter)!r} in the show's description"
            )
        for found in _names_before_verb(sentence, phrases.SHOW_VERBS):
            if not re.search(
                r"\b(?:guests?|by|including|include|like)\b[^.]{0,30}$", sentence[: found.start], re.IGNORECASE
            ):
                yield _sighting(found, "host", 0.86, "show", f"{_around(sentence, found)!r} in the show's description")


def sightings_of_title(title: str, lines: Sequence[str], *, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests in a title: behind `with` and the like, or alone between separators where the text confirms it."""
    plain = tidy(title[:500])
    text = "\n".join(lines)
    for match in phrases.TITLE_WITH.finditer(plain):
        english = match[0].strip().lower() not in ("mit", "avec", "con", "com", "met", "med", "x")
        if _IDIOM.search(plain[: match.start()]):
            continue
        for found in _names_from(plain, match.end(), known=False):
            if not (_confirmed(found, lines) or (found.has_known_given and (english or found.text in text))):
                break
            if not re.match(r"\s+[^\W\d_]", plain[found.end :]) or _JOINT.match(plain, found.end):
                yield _sighting(found, "guest", 0.86, "title", f"{match[0].strip()!r} in the title", text=plain)
    for piece in re.split(r"\s[-–—|]\s|[:|]\s|[()\[\]]|\s//\s", plain):
        names = _all_names(piece.strip(" .#0123456789"))
        for found in names:
            if (line := _confirmed(found, lines)) and not any(same_person(found.text, host) for host in hosts):
                yield _sighting(found, "guest", 0.87, "title", f"alone in the title; {line!r}")


def sightings_of_labels(lines: Sequence[str]) -> Iterator[Sighting]:
    """Find the people that a description lists: `Hosts: A, B`, `Special Guest: C`."""
    for line in lines:
        text = line[:LONGEST_LINE]
        for phrase in phrases.LABELS:
            for match in phrase.pattern.finditer(text):
                for found in _names_from(text, match.end(), known=False):
                    reason = f"{match[0].strip()!r} before the name"
                    yield _sighting(found, phrase.role, phrase.confidence, "description", reason, text=text, exact=True)


def sightings_of_prose(lines: Sequence[str], *, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find hosts and guests in the sentences of a description."""
    for position, line in enumerate(lines):
        for number, sentence in enumerate(_sentences(line[:LONGEST_LINE])):
            if not phrases.ELSEWHEN.match(sentence):
                yield from _of_sentence(sentence, hosts=hosts, first=position < 2 and number < 2)


def _of_sentence(sentence: str, *, hosts: Sequence[str], first: bool) -> Iterator[Sighting]:
    yield from _after_phrases(sentence, phrases.INLINE, origin="description", hosts=hosts)
    yield from _after_with_role(sentence, hosts)
    for found in _names_before_verb(sentence, phrases.COMES):
        yield _sighting(found, "guest", 0.92, "description", f"{_around(sentence, found)!r}", text=sentence)
    if first:
        yield from _presenters(sentence)


def _after_phrases(
    sentence: str, listed: Iterable[phrases.Phrase], *, origin: str, hosts: Sequence[str]
) -> Iterator[Sighting]:
    for phrase in listed:
        for match in phrase.pattern.finditer(sentence):
            before = sentence[: match.start()]
            if phrases.NOT_HERE.search(before[-60:]) or (phrase.ours and not _is_ours(before[-80:], hosts)):
                continue
            names = list(_names_from(sentence, match.end(), known=phrase.known)) or _known_host(
                sentence, match.end(), hosts
            )
            if names and phrase.role == "guest" and any(same_person(names[0].text, host) for host in hosts):
                names = _beyond(sentence, names[-1].end) or names
            for found in names:
                yield _sighting(
                    found,
                    phrase.role,
                    phrase.confidence,
                    origin,
                    f"{match[0].strip()!r} before the name",
                    text=sentence,
                )


def _after_with_role(sentence: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """`with judges A, B and C`, and `with A, the best-selling author of …` where the sentence is about us."""
    for match in re.finditer(r"\b(?:with|mit|avec|con|com|met|med)\s+(?=\S)", sentence, re.IGNORECASE):
        word = _WORD.match(sentence, match.end())
        names = list(_names_from(sentence, match.end(), known=True))
        if not names or not word:
            continue
        by_role = fold(word[0].strip(",")) in ROLES
        apposition = _APPOSITION.match(sentence, names[-1].end)
        explained = apposition is not None and any(fold(part) in ROLES for part in apposition["phrase"].split())
        if by_role or (explained and _is_ours(sentence[: match.start()], hosts)):
            for found in names:
                yield _sighting(found, "guest", 0.84, "description", f"{_around(sentence, found)!r}", text=sentence)


def _presenters(sentence: str) -> Iterator[Sighting]:
    """`The ORG's A and TITLE B examine how …`: the names that begin a summary, with whose people they are."""
    start = re.match(
        r"\W*(?:(?:in this|this|today|"
        r"in today[’']s)\s\w+,?\s)?(?:(?:the\s)?(?P<org>[A-Z][\w.&-]*(?:\s[A-Z][\w.&-]*){0,4})[’']s?\s)?",
        sentence,
    )
    if not start:
        return
    organisation = start["org"] or ""
    names = list(_names_from(sentence, start.end(), known=not organisation))
    if not names:
        return
    verb = phrases.PRESENTS if len(names) > 1 else phrases.PRESENTS_ALONE
    if not verb.match(sentence, names[-1].end):
        return
    confidence = (0.85 if len(names) > 1 else 0.7) if organisation else 0.72
    for found in names:
        seen = _sighting(
            found,
            "host",
            confidence,
            "description",
            f"{sentence[: names[-1].end][:80]!r} begins the summary",
            text=sentence,
        )
        title = _role_before(sentence, found.start) or seen.credit.title
        yield replace(
            seen, credit=replace(seen.credit, title=title, organisation=organisation or seen.credit.organisation)
        )


def _names_from(text: str, at: int, *, known: bool) -> Iterator[Name]:
    """Read names in a row: `author A (his book), B and Dr. C`; words of role may stand before each."""
    for count in range(MOST_NAMES):
        found = _next_name(text, at, known=known, reach=MOST_DESCRIPTORS if count == 0 else 4)
        if not found:
            return
        yield found
        at = _after_details(text, found.end)
        joint = _JOINT.match(text, at)
        if not joint:
            return
        at = joint.end()


def _next_name(text: str, at: int, *, known: bool, reach: int) -> Name | None:
    """Find the name that begins here, or behind some words in lower case or of role."""
    if match := _DESCRIPTOR.match(text, at):
        at = match.end()
    for _ in range(reach):
        found = name_at(text, at)
        if found and (found.has_known_given or not known):
            return found
        word = _WORD.match(text, at + len(text[at : at + 40]) - len(text[at : at + 40].lstrip()))
        if not word or word[0][-1] in ".!?:;" or not _is_descriptor(word[0]):
            return None
        at = word.end()
    return None


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
    ):
        return False
    return (
        bare in ROLES
        or (word[0].islower() and not bare.endswith("ing"))
        or any(part in ROLES for part in bare.split("-"))
        or (word.isupper() and len(word) > 1)
        or word.endswith(("'s", "’s"))
    )


def _after_details(text: str, at: int) -> int:
    """Step over what is told of a person before the next: `, Editor-in-Chief`, `(@handle)`."""
    if match := re.compile(r"\s*(?:\([^()]{0,80}\)|\[[^\]]{0,80}\]|@\w+)").match(text, at):
        at = match.end()
    if not (match := _APPOSITION.match(text, at)) or text[match.start() :].lstrip()[:1] != ",":
        return at
    phrase = match["phrase"]
    is_role = any(fold(part.strip("'’s")) in ROLES for part in phrase.split()[:8])
    if is_role and not name_at(text, match.start("phrase")):
        end = match.end()
        for splitter in re.finditer(r"\s(?:and|und|et|y|&)\s", phrase):
            follow = name_at(phrase, splitter.end())
            if follow and follow.has_known_given:
                end = match.start("phrase") + splitter.start()
                break
        return end
    return at


def _names_before_verb(sentence: str, verb: re.Pattern[str]) -> list[Name]:
    """Read the names right before a verb: `A`, `A and B`, `A, B and C`."""
    names: list[Name] = []
    at = 0
    while at < len(sentence) and len(names) < MOST_NAMES:
        word = re.compile(r"[^\W\d_]").search(sentence, at)
        if not word:
            break
        row = [found for found in _names_from(sentence, word.start(), known=True)] if word[0].isupper() else []
        if row and row[0].start - word.start() < 40:
            if verb.match(sentence, row[-1].end):
                names += row
            at = row[-1].end + 1
        else:
            space = re.compile(r"\s").search(sentence, word.start())
            at = space.end() if space else len(sentence)
    return names


def _known_host(sentence: str, at: int, hosts: Sequence[str]) -> list[Name]:
    found = _next_name(sentence, at, known=False, reach=1)
    return [found] if found and any(same_person(found.text, host) for host in hosts) else []


def _beyond(sentence: str, at: int) -> list[Name]:
    """`Im Gespräch mit HOST erläutert GUEST …`: the name behind the verb that follows the host's."""
    match = re.compile(r"\s[^\W\d_A-Z]\w+\s(?:uns\s|heute\s|diesmal\s)?").match(sentence, at)
    return list(_names_from(sentence, match.end(), known=True)) if match else []


def _is_ours(before: str, hosts: Sequence[str]) -> bool:
    return bool(phrases.OURS.search(before)) or any(
        host.split()[0] in before or host.split()[-1] in before for host in hosts
    )


def _all_names(piece: str) -> list[Name]:
    names = list(_names_from(piece, 0, known=True))
    return names if names and names[0].start == 0 and not piece[names[-1].end :].strip(" .,!") else []


def _confirmed(found: Name, lines: Sequence[str]) -> str:
    """The words by which a description lets a person speak whom the title names alone."""
    for line in lines[:4]:
        at = line.find(found.text)
        if at >= 0 and phrases.SPEAKS.match(line, at + len(found.text)):
            return line[at : at + len(found.text) + 30]
    return ""


def _sentences(text: str) -> list[str]:
    return _SENTENCE.split(text)


def _around(sentence: str, found: Name) -> str:
    return sentence[max(0, found.start - 20) : found.end + 20].strip()


def _sighting(
    found: Name, role: Role, confidence: float, origin: str, reason: str, *, text: str = "", exact: bool = False
) -> Sighting:
    title, organisation = _position(text, found) if text else ("", "")
    credit = Credit(name=found.text, role=role, title=title or found.honorific, organisation=organisation)
    return Sighting(credit=credit, confidence=confidence, origin=origin, reason=reason, exact=exact)


def _position(text: str, found: Name) -> tuple[str, str]:
    """Read a person's title and organisation: `, founder and CEO of Raygun, …`, `of Cisco`."""
    match = _APPOSITION.match(text, found.end)
    if (
        match
        and any(fold(part.strip(",'’")) in ROLES for part in match["phrase"].split()[:6])
        and not name_at(text, match.start("phrase"))
    ):
        phrase = re.split(
            r"\s(?:to|who|about|joins?|über|für ein|im Institut|and (?=[A-Z]\w+ [A-Z]))(?:\s|$)", match["phrase"]
        )[0]
        at = _AT.search(f" {phrase}")
        if at:
            return phrase[: max(0, at.start() - 1)].strip(), at["organisation"].strip()
        return phrase.strip(), ""
    if match := _FROM.match(text, found.end):
        return "", match["organisation"].rstrip(".'’")
    return "", ""


def _role_before(sentence: str, at: int) -> str:
    words = sentence[max(0, at - 60) : at].split()
    while words and fold(words[-1]) in HONORIFICS:
        words.pop()
    taken: list[str] = []
    while words and (fold(words[-1]) in ROLES or words[-1].lower() in ("in", "of", "-")):
        taken.insert(0, words.pop())
    return " ".join(taken)
