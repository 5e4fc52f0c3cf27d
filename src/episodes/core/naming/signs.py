"""What a sighting rests on, where later rules ask for it: the label before a name, the shape of a sentence."""

from __future__ import annotations

import re
from typing import Literal

from episodes.core.naming.tongues import frames

#: `guests`, `featuring`, `takes part` and `with` are labels; `topic` and `talk` shapes of sentences; `steps in` words
#: of one who hosts for once or beside others; `this episode` begins with these words; `house` stands for people who
#: are told to be the show's own; `outright` for people who say
#: their own name or of whom it is said that they host for or beside others: this the tagger does not change.
Sign = Literal[
    "guests", "featuring", "takes part", "with", "topic", "talk", "steps in", "this episode", "house", "outright"
]
NONE: frozenset[Sign] = frozenset()
_LABELS: tuple[tuple[Sign, re.Pattern[str]], ...] = (
    ("featuring", re.compile(r"\W*(?:featuring|feat|with|panel(?!l?ist)|read by)", re.IGNORECASE)),
    (
        "guests",
        re.compile(
            rf"\W*(?:(?:our|the|special|this week'?s|today'?s)\s)*(?:{frames.GUEST}|{frames.GUESTS})", re.IGNORECASE
        ),
    ),
    ("with", re.compile(r"\W*(?:\w+\s)?(?:with|mit|avec|con|com|met|med)\b", re.IGNORECASE)),
    (  # all who take part, the hosts among them
        "takes part",
        re.compile(
            r"(?!.*(?:guest|gäst|gast|invit|convidad|ospit|gjest|gæst))"
            r"\W*(?:medverkande|medvirkende|deltagare|deltagere|feat|participan|panel(?!l?ist)|performers?|mit dabei|"
            r"es (?:sprechen|diskutieren)|colaborador|contertuli|tertulian|speakers?|(?:with|mit|avec|con|"
            r"com|met|med)\W)[^'\"]*:",
            re.IGNORECASE,
        ),
    ),
)
_I_AM = re.compile(rf"\b{frames.I_AM}\W*$", re.IGNORECASE)
_STEPS_IN = re.compile(r"co-?hosts?|guest|as host|micro|mikro|fragen|intervju", re.IGNORECASE)


def signs_of_label(label: str) -> frozenset[Sign]:
    """Which kinds of label words before a name are.

    >>> sorted(signs_of_label("Featuring:")), sorted(signs_of_label("Special guests:"))
    (['featuring', 'takes part'], ['guests'])
    """
    return frozenset(sign for sign, pattern in _LABELS if pattern.match(label))


def signs_of_words(words: str) -> frozenset[Sign]:
    """Whether words by which somebody is called a host are of one who steps in, or who speaks.

    >>> sorted(signs_of_words("Hi, I'm ")), sorted(signs_of_words("your guest host"))
    (['outright'], ['steps in'])
    """
    signs: tuple[tuple[Sign, re.Pattern[str]], ...] = (("steps in", _STEPS_IN), ("outright", _I_AM))
    return frozenset(sign for sign, pattern in signs if pattern.search(words))
