"""Numbers that are not the episode's: dates, years, times, money, versions, parts, counts."""

from __future__ import annotations

import re

from episodes.core.naming.episode_words import PART
from episodes.core.naming.months import MONTHS

#: What hides a digit from the rules: no letter, no digit, no separator.
HIDDEN = "\x00"

_MONTH = "(?:" + "|".join(map(re.escape, MONTHS)) + r")\b\.?"
_ORDINAL = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|e|º|\.)?"
_PARTS = "|".join(map(re.escape, PART))
_SPELLED = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eins|zwei|drei|un|deux|trois|uno|due|tre|dos|tres|[ivx]{1,5})"
)

_DATES = [
    r"(?<!\d)\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d{2})(?!\d)",
    r"(?<!\d)(?:19|20)\d\d[./_-]\s?\d{1,2}[./_-]\s?\d{1,2}(?!\d)",
    r"(?<!\d)(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)",
    r"(?:(?:19|20)\d\d年)?\d{1,2}月(?:\d{1,2}[日号])?",
    r"(?:(?:19|20)\d\d년\s?)?\d{1,2}월\s?\d{1,2}일",
    rf"(?<!\d)(?!(?<=#)\d+ jan [^\W\d_]){_ORDINAL}\s?(?:de |of |-)?{_MONTH}(?:,? (?:de )?(?:19|20)\d\d)?(?:\s?'\d\d)?",
    rf"(?<![^\W\d_]){_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:-\d{{1,2}})?(?![\d:])(?:,? (?:19|20)\d\d)?",
    rf"(?<![^\W\d_]){_MONTH},?\s(?:(?:19|20)\d\d|'\d\d)",
    r"(?<!\d)\d{1,2}/\d{1,2}/\d{2,4}(?!\d)",
    r"\bstar wars:? ?-? ?(?:episode|ep\.?) \w+",  # the one film series whose parts are called episodes
]
_OTHERS = [
    r"https?://\S{1,200}|\bwww\.\S{1,200}",
    r"(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)(?:\s?[ap]m\b)?",
    r"(?<!\d)\d{3,4}x\d{3,4}(?!\d)",
    r"\d{1,4}x\d{1,4}x\d{1,4}",
    r"[$€£¥₹]\s?\d[\d.,]{0,12}(?:\s?[kmb]n?\b)?",
    r"\d[\d.,]{0,12}\s?[%‰€£₹$+]",
    rf"(?<![^\W_])(?:{_PARTS})[ .:#-]{{0,3}}(?:n[ro]?\.? )?(?:\d{{1,4}}|{_SPELLED}\b)(?:\s?(?:of|von|de|di|/|"
    rf"-)\s?(?:\d{{1,3}}|{_SPELLED}\b))?",
    r"(?<![\w#])\d{1,3}\s?(?:/|of|von|out of)\s?\d{1,3}(?!\d)",
    r"(?<!\d)\d{1,3}(?:[.,]\d{3})+(?!\d)",
]
_DATE = re.compile("|".join(_DATES))
_OTHER = re.compile("|".join(_OTHERS))


def hide_dates(folded: str) -> str:
    """Hide full dates, which no rule may read a number from.

    >>> hide_dates("folge 12 vom 18.03.2022").replace(HIDDEN, "_")
    'folge 12 vom __________'
    """
    return _DATE.sub(_hidden, folded)


def hide_others(folded: str) -> str:
    """Hide parts, times, money, shares and sizes, which only a clear word for episodes overrules."""
    return _OTHER.sub(_hidden, folded)


def is_year(value: int) -> bool:
    """Whether a bare number of this size is more likely a year."""
    return 1700 <= value <= 2100 or value in {1066, 1215, 1453, 1492, 1588, 1619, 1666}


def _hidden(match: re.Match[str]) -> str:
    return HIDDEN * len(match[0])
