"""Hosts by one name whom the text itself lets speak: `Ann and Bo discuss …`, `Ann and Bo are joined by Eva Holt`.

Their names in full are taken from the show's description or the text, where one of these has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from episodes.core.naming import phrases
from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import names_in
from episodes.core.naming.name_words import HONORIFICS, NOT_IN_NAMES
from episodes.core.naming.person_names import is_given
from episodes.core.naming.phrases.verbs import any_of_several
from episodes.core.naming.roles import ROLES
from episodes.core.naming.sentences import sentences

_CLERGY = r"(?:[Pp]astors?|[Ff]athers?|[Rr]ev(?:erend)?s?\.?|[Bb]rothers?|[Ss]isters?|[Ff]r\.|[Dd]eacons?|[Vv]icars?)\s"
_ONE = rf"(?:{_CLERGY})?[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Z][a-zß-ÿ]+)?"
#: `Ann, Bo and Eva`.
_ROW = rf"(?P<row>{_ONE}(?:,\s{_ONE}){{0,3}},?\s(?:and|&)\s{_ONE})"
_ADVERB = r"(?:\s(?:also|both|once again|again|finally|then|now|sit down to|sit down and|get together to|are back to|are here to))?"
#: What people do who talk with each other or with somebody, and to us.
_SPEAK = (
    rf"(?:{any_of_several()}|are (?:once again |again |also )?joined (?:\w+ ){{0,2}}by|answer|welcome|dive (?:into|in)|dig into|"
    r"break down|kick off|wrap up|talk(?: about| through| to| with)?|chat|catch up|interview|round up|recap|react to|"
    r"take (?:your|listener) questions|give their|share their (?:thoughts|favou?rite|picks|take)|sit down with|"
    r"go over|look (?:back )?at|rank|preview|are back with)"
)
_SPEAK_TOGETHER = re.compile(rf"{_ROW},?{_ADVERB}\s{_SPEAK}\b")
#: `Pastor David preaches`: who holds the sermon.
_PREACHES = re.compile(
    rf"(?:^|[.!?]\s)(?P<row>{_CLERGY}[A-ZÀ-Þ][a-zß-ÿ]+)\s(?:preach(?:es|ed)|teach(?:es)? (?:on|from|about|us)|"
    r"(?:continues|begins|concludes|kicks off|wraps up|starts) (?:our|the|his|her|a new) (?:\w+ ){0,3}?(?:series|sermon)|"
    r"(?:brings|shares|delivers) (?:the|a|this) (?:\w+ ){0,2}?(?:message|sermon|word|homily))\b"
)
#: `Ann Lee joins Bo and Ida to …`: who is joined.
_JOINED = re.compile(
    rf"\bjoins?\s(?P<row>{_ONE}(?:(?:,\s{_ONE}){{0,3}},?\s(?:and|&)\s{_ONE})?)\s(?:to|for|on (?:the|this)|online|in the studio|"
    r"this (?:week|time)|again|once)\b"
)
#: `Ann Lee and I had a talk with`: who writes is a host, and so is who is named beside.
_AND_I = re.compile(
    rf"^(?P<row>{_ONE}(?:(?:,\s{_ONE}){{0,2}},?)?)\s(?:and|&)\s(?:I|myself)\s(?:\w+ly\s|also\s|recently\s)?"
    r"(?:had|have|sat|sit|got|get|spoke|speak|talk(?:ed)?|chat(?:ted)?|discuss(?:ed)?|interview(?:ed)?|welcomed?|"
    r"are joined|were joined|recap|review|answer|catch|caught)\b"
)
_JOINT = re.compile(r"\s*,\s*(?:(?:and|&)\s)?|\s+(?:and|&)\s+")
_OF_CLERGY = re.compile(rf"^{_CLERGY}")
#: Pairs of whom stories tell; and words that are given names as well.
_OF_STORIES = frozenset(
    "adam eve romeo juliet cain abel mary joseph moses aaron paul silas barnabas peter samson delilah david goliath jonathan "
    "solomon jacob esau isaac rachel leah abraham sarah ruth naomi antony cleopatra hansel gretel tom jerry thelma louise "
    "bonnie clyde jack jill venus mars charles diana harry meghan holmes watson".split()
)
_WORDS = frozenset(
    "april may june august hope faith love joy grace summer autumn dawn rose christian angel prince king star will mark bill "
    "dean pat art rich drew chase".split()
)
_NO_NAMES = NOT_IN_NAMES | ROLES | HONORIFICS
_PLACES = frozenset(
    "austin dallas paris sydney florence georgia madison savannah vienna israel jordan china india america carolina charlotte "
    "chad kenya lincoln houston jackson cleveland virginia francisco chelsea chester milan roma".split()
)
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "you", "who", "his", "her", "i"))
#: Who somebody is that begins a text by one name and is `she` in the next sentence.
_BEGINS = re.compile(r"(?P<one>[A-ZÀ-Þ][a-zß-ÿ]+)\s[a-z]+s\s")
#: Behind the first sentences only clergy, who are called so by nobody but their own parish.
FIRST_SENTENCES, MOST_SENTENCES, MOST_TEXT = 3, 14, 1500


def rows_of_one_name(
    lines: Sequence[str], show_description: str, *, guests: Sequence[str], title: str
) -> Iterator[tuple[str, str]]:
    """The hosts whom a description gives by one name, in full where a text has that, and the words that say so."""
    text = " ".join(lines[:4])[:MOST_TEXT]
    for number, sentence in enumerate(islice(sentences(text), MOST_SENTENCES)):
        for row, words in _rows(sentence):
            names = [_whom(_OF_CLERGY.sub("", piece), text) for piece in _JOINT.split(row)]
            clergy = _OF_CLERGY.match(row) is not None
            if number >= FIRST_SENTENCES and not clergy:
                continue
            if not _are_hosts(names, guests, title, clergy=clergy):
                continue
            everything = f"{show_description}\n" + "\n".join(lines)[: 2 * MOST_TEXT]
            for name in names:
                yield in_full(name, everything), words
            return


def _whom(name: str, text: str) -> str:
    """Who a pronoun in a row is: `Ann talks. She and Bo answer …`."""
    before = _BEGINS.match(text) if fold(name) in ("he", "she") else None
    return before["one"] if before else name


def _rows(sentence: str) -> Iterator[tuple[str, str]]:
    """The rows of single names that a sentence lets speak, with the words."""
    lead = phrases.LEAD.match(sentence)
    if match := _SPEAK_TOGETHER.match(sentence, lead.end() if lead else 0):
        yield match["row"], match[0]
    for pattern in (_PREACHES, _AND_I):
        if match := pattern.search(sentence):
            yield match["row"], match[0]
    if match := _JOINED.search(sentence):
        yield match["row"], match[0]


def _are_hosts(names: Sequence[str], guests: Sequence[str], title: str, *, clergy: bool) -> bool:
    """Whether words are persons by one name who present: none is a guest's, one of a story or a place."""
    taken = {part for guest in guests for part in guest.split()}
    folded = [fold(name) for name in names]
    if any(word in _PRONOUNS or (word in _NO_NAMES and not is_given(word)) for word in folded):
        return False
    known = [word for word in folded if any(map(is_given, word.split("-"))) and word not in _WORDS | _PLACES]
    stories = _PLACES if clergy else _OF_STORIES | _PLACES
    if not known or all(word in stories for word in folded):
        return False
    return not taken & set(names) and not any(re.search(rf"\b{re.escape(name)}\b", title) for name in names)


def in_full(name: str, text: str) -> str:
    """The only full name in a text that begins with a given name, else this name.

    >>> in_full("Ann", "Hosted by Ann Lee."), in_full("Ann", "Ann Lee and Ann Ek.")
    ('Ann Lee', 'Ann')
    """
    full = {found.text for found in islice(names_in(text), 80) if found.text.split()[0] == name}
    return full.pop() if len(full) == 1 else name
