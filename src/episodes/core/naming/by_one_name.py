"""Hosts by one name whom the text itself lets speak: `Ann and Bo discuss …`, `Ann is joined by Eva Holt`.

They are looked for before guests are, who are those that Ann and Bo talk with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.credit import Credit
from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import distant_name, names_from, names_in
from episodes.core.naming.name_words import HONORIFICS, NOT_IN_NAMES
from episodes.core.naming.person_names import is_given, name_at
from episodes.core.naming.phrases import one_name as words
from episodes.core.naming.roles import ROLES
from episodes.core.naming.sentences import sentences
from episodes.core.naming.sightings import Sighting, is_likely
from episodes.core.naming.signs import Sign

_CONFIDENCE = 0.81
_JOINT = re.compile(r"\s*,\s*(?:(?:and|&)\s)?|\s+(?:and|&)\s+")
#: `Ann (@ann)`.
_HANDLE = re.compile(r"\s\(@\w+\)")
_NO_NAMES = NOT_IN_NAMES | ROLES | HONORIFICS
_BY_ONE_NAME: frozenset[Sign] = frozenset(("steps in",))
#: Behind the first sentences only clergy, who are called so by nobody but their own parish.
FIRST_SENTENCES, MOST_SENTENCES, MOST_TEXT, MOST_NAMES = 3, 14, 1500, 80
#: `Griff` of Griffin.
SHORT, LONGEST_TITLE = 2, 300


def sightings_by_one_name(
    lines: Sequence[str], show_title: str, show_description: str, hosts: Sequence[str], *, title: str
) -> Iterator[Sighting]:
    """Find hosts by one name, or in full where the show's description has that.

    Where hosts are known in full already, only those who present together with one of these.
    """
    text, title = " ".join(lines[:6])[:MOST_TEXT], title[:LONGEST_TITLE]
    for number, sentence in enumerate(islice(sentences(text), MOST_SENTENCES)):
        for row, said in _rows(sentence, title, hosts):
            clergy = words.OF_CLERGY.match(row) is not None
            if number >= FIRST_SENTENCES and not clergy and not hosts:
                continue
            names = [_whom(words.OF_CLERGY.sub("", piece), text) for piece in _JOINT.split(row)]
            joined = said.startswith("join")
            if not _are_persons(names, show_title, clergy=clergy, joined=joined):
                continue
            if hosts and (len(names) < 2 or not any(_is_of(name, hosts) for name in names)):
                continue
            if any(" " not in name and _is_named_in_full(name, title, lines) for name in names):
                continue
            for name in names:
                if not _is_of(name, hosts):
                    yield _host(in_full(name, show_description), said)
            return
    if not hosts:
        yield from _of_show(show_title, show_description, "\n".join([title, *lines])[: 2 * MOST_TEXT])


def _of_show(show_title: str, show_description: str, told: str) -> Iterator[Sighting]:
    """`Ann and Bo Talk About Bread`; `Each week, Ann and Bo review a loaf`, as a show tells of itself.

    A title may be about two others, so the episode must name one of them, or end with a word for both.
    """
    for match in (pattern.search(show_title[:LONGEST_TITLE]) for pattern in (words.SHOW_OF, words.SHOW_WITH)):
        names = _JOINT.split(match["row"]) if match else []
        here = bool(names) and any(re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", told) for name in names)
        if match and all(_is_given(name) for name in names) and (here or match.re is words.SHOW_WITH):
            yield from (_host(in_full(name, show_description), match[0]) for name in names)
            return
    for sentence in islice(sentences(show_description[:MOST_TEXT]), FIRST_SENTENCES):
        if match := words.EACH_WEEK.search(sentence):
            names = _JOINT.split(match["row"])
            if all(_is_given(name) for name in names) and _are_persons(names, show_title, clergy=False, joined=False):
                yield from (_host(in_full(name, show_description), match[0]) for name in names)
                return


def _is_given(name: str) -> bool:
    return is_given(fold(name)) and fold(name) not in words.THINGS | words.PLACES | words.OF_STORIES


def _rows(sentence: str, title: str, hosts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The rows of single names that a sentence lets speak, with the words that do."""
    sentence = _HANDLE.sub("", sentence)
    lead = phrases.LEAD.match(sentence) or words.EPISODE_LEAD.match(sentence)
    lead = lead or (words.ANY_LEAD.match(sentence) if hosts else None)
    at = lead.end() if lead else 0
    if match := words.SPEAK_TOGETHER.match(sentence, at):
        yield match["row"], match[0]
    if (match := words.ASKS.match(sentence, at)) and _asks(sentence, match, title, led=lead is not None):
        yield match["row"], match[0]
    for pattern in (words.PREACHES, words.AND_I, words.JOIN_ALL, words.HOSTS_ARE):
        if match := pattern.search(sentence):
            yield match["row"], match[0]
    if (match := words.TOLD.search(sentence)) and any(found.has_known_given for found in islice(names_in(title), 3)):
        yield match["row"], match[0]
    if (match := words.JOINED.search(sentence)) and any(islice(names_in(sentence[: match.start()]), 1)):
        yield match["row"], match[0]


def _asks(sentence: str, match: re.Match[str], title: str, *, led: bool) -> bool:
    """Whether somebody named in full is asked here: stories, too, let people talk with each other."""
    distant = distant_name(sentence, match.end())
    found = next(names_from(sentence, match.end(), known=True), None) or distant or name_at(sentence, match.end())
    if not found or "," in sentence[match.end() : found.start] or not (found is distant or is_likely(found, title)):
        return False
    return match["talks"] is None or led or found.text in title or sentence.startswith((", ", " ("), found.end)


def _whom(name: str, text: str) -> str:
    """Who a pronoun in a row is: `Ann talks. She and Bo answer …`."""
    before = words.BEGINS.match(text) if fold(name) in ("he", "she") else None
    return before["one"] if before else name


def _are_persons(names: Sequence[str], show_title: str, *, clergy: bool, joined: bool) -> bool:
    """Whether words are persons by one name who may present: none is one of a story or a place.

    Who is joined by somebody may have a name that no list knows.
    """
    folded = [fold(name.split()[0]) for name in names]
    if any(word in words.PRONOUNS or (word in _NO_NAMES and not is_given(word)) for word in folded):
        return False
    none = words.PLACES if clergy else words.OF_STORIES | words.PLACES
    if all(word in none | words.THINGS for word in folded) or (joined and folded[0] in fold(show_title)):
        return False
    return joined or any(is_given(word) and word not in words.THINGS | words.PLACES for word in folded)


def without_short(told: Sequence[Sighting]) -> list[Sighting]:
    """Leave out hosts by one name whom another sentence names as a host in full."""
    full = [seen.credit.name for seen in told if seen.credit.role == "host" and " " in seen.credit.name]
    return [
        seen
        for seen in told
        if " " in seen.credit.name or not any(name.startswith(f"{seen.credit.name} ") for name in full)
    ]


def _is_of(name: str, hosts: Sequence[str]) -> bool:
    return any(name in host.split() or (len(name) > SHORT and host.startswith(name)) for host in hosts)


def _is_named_in_full(name: str, title: str, lines: Sequence[str]) -> bool:
    """Whether the episode has somebody's name in full that begins so: then other rules read who that is."""
    text = words.CLERGY.sub("", " • ".join([title, *lines[:2]])[:MOST_TEXT])
    again = any(name in found.text.split() for found in islice(names_in(text), MOST_NAMES))
    return again or re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", title) is not None


def in_full(name: str, text: str) -> str:
    """The only full name in a text that begins with a given name, else this name.

    >>> in_full("Ann", "Hosted by Ann Lee."), in_full("Ann", "Bo Ek.")
    ('Ann Lee', 'Ann')
    """
    full = [found.text for found in islice(names_in(text), MOST_NAMES) if found.text.split()[0] == name]
    return full[0] if full else name


def _host(name: str, said: str) -> Sighting:
    return Sighting(
        credit=Credit(name=name, role="host"), confidence=_CONFIDENCE, origin="description",
        reason=f"{said[:80]!r} lets them speak", signs=_BY_ONE_NAME,
    )  # fmt: skip
