"""How show notes of one language name hosts and guests: its labels, and the phrases around a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from episodes.core.naming.tongues.tongue import alternatives

#: What is no word of an entry of a table.
_SIGNS = re.compile(r"[^\W\d_]+")
_GROUP = re.compile(r"\((?P<choices>[^()]*)\)(?P<maybe>\??)")
_ANY = re.compile(r"\((?:[^()]*\[[^()]*|_\\w\+)\)\{\d,\d\}\??|\[[^\]]*\]\S?")
SHORTEST = 3


@dataclass(frozen=True, kw_only=True)
class Speech:
    """Words of one language, apart by blanks; `_` is a blank inside, `*` any ending, `(a|b)` either.

    A name behind `host_is`, `guest_is` and `tells`, and one before `behind`, stands as it is; one beside `mit` or
    behind `guest_of` may have an ending that `cases.py` takes off.
    """

    code: str
    marks: str = ""  #: small words that tell the language
    hosts: str = ""  #: before a colon
    guests: str = ""
    host_is: str = ""  #: before a host: `moderuje`
    guest_is: str = ""  #: before a guest: `naszym gościem jest`
    guest_of: str = ""  #: before a guest in the case of an object: `gościmy`
    behind: str = ""  #: behind a guest: `jest naszym gościem`
    tells: str = ""  #: before a guest, where the topic stands before: `O pszczołach opowiada A`
    mit: str = ""  #: `with`; behind the name where `postposed`
    postposed: bool = False
    we_talk: str = ""  #: with `mit`
    talks: str = ""  #: of a host, with `mit`
    talk: str = ""  #: the noun, right before `mit`
    no: str = ""
    later: str = ""  #: of another week
    others: str = ""  #: whose widow, lawyer or work is meant, before a name


def words(table: str) -> str:
    """One pattern for the words of a table, the longest first; what cannot match where there are none."""
    pieces = sorted(set(alternatives(table.replace("(", "(?:"))), key=lambda piece: (-len(piece), piece))
    return f"(?:{'|'.join(pieces)})" if pieces else "(?!)"


def marks_of(speech: Speech) -> frozenset[str]:
    """The words by which a text is known to be in a language, its phrases' own among them."""
    phrases = (
        *(speech.hosts, speech.guests, speech.host_is, speech.guest_is, speech.guest_of, speech.behind),
        *(speech.tells, speech.we_talk, speech.talks, speech.talk),
    )
    whole = (entry for table in phrases for word in table.split() for entry in _entries(word))
    return frozenset(speech.marks.split()) | frozenset(
        part.lower() for entry in whole for part in _SIGNS.findall(entry.replace("_", " ")) if len(part) > SHORTEST
    )


def _entries(word: str) -> list[str]:
    """What an entry with choices in brackets stands for, without those of any word."""
    word = _ANY.sub("_", word)
    if not (group := _GROUP.search(word)):
        return [] if "*" in word or "\\" in word else [word]
    choices = [*group["choices"].split("|"), *([""] if group["maybe"] else [])]
    return [entry for one in choices for entry in _entries(word[: group.start()] + one + word[group.end() :])]
