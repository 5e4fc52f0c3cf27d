"""Who is not talked to, though the name stands behind `talks to`: `the engineers Ann Lee fired`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from episodes.core.naming.folding import fold
from episodes.core.naming.person_names import Name
from episodes.core.naming.roles import is_role

#: `lawyers of Crumb founder `.
_OF_FOUNDER = re.compile(r"\b(?:of|for)\s(?:[A-Z][\w-]+\s){1,2}(?P<role>[a-z-]+)\s?$")
#: Of several, or of what these do; `acting President Ann Lee` does nothing.
_MANY = re.compile(r"people|men|women|[a-z-]{3,}(?<![siu])s")
_DOES_IT = re.compile(r"beyond|by|(?!(?:act|lead|found|manag|outgo|incom|runn|liv|visit|work)ing)[a-z]{2,}ing")
_LOWER_WORDS = re.compile(
    r"\s(?!(?:and|or|und|et|y|e|och|og|en|with|who|as|from|of|at)\b)[a-zß-ÿ-]+\s[a-zß-ÿ-]+(?=[\s,.;)]|$)"
)
_MEMBERS = frozenset({"member", "officer", "leader", "speaker", "deputy", "clerk"})
#: `the head of marketing `.
_FIELD = re.compile(r"\b(?:of|for|in)\s(?:the\s)?[a-z]+\s$")


def is_told_of(sentence: str, at: int, asked: Sequence[Name]) -> bool:
    """Whether others than the first of the names are talked to, as the words from `at` up to it say.

    >>> text = "talks to men accusing Ann Lee"
    >>> is_told_of(text, 9, [Name(text="Ann Lee", start=22, end=29)])
    True
    """
    between = sentence[at : asked[0].start]
    of = _OF_FOUNDER.search(between)
    if of and is_role(fold(of["role"])):
        return True
    words = between.split()
    lower = next((word for word in reversed(words) if word.islower()), "")
    if _FIELD.search(between):
        return False
    if _DOES_IT.fullmatch(lower):
        return True
    return len(asked) == 1 and words[-1:] == [lower] and _MANY.fullmatch(lower) is not None


def is_house_of(text: str, found: Name) -> bool:
    """Whether what looks like a name behind a comma is where the person before works.

    >>> text = "Ann Lee, Ruby Core team member, and Bo Ek"
    >>> is_house_of(text, Name(text="Ruby Core", start=9, end=18))
    True
    """
    words = _LOWER_WORDS.match(text, found.end)
    if not words or not text[: found.start].rstrip().endswith(","):
        return False
    last = fold(words[0].split()[-1])
    return is_role(last) or last in _MEMBERS
