"""What the word for a person's trade says: who is asked onto shows, who is only talked of, who makes them."""

from __future__ import annotations

from collections.abc import Sequence

from episodes.core.naming.folding import fold
from episodes.core.naming.roles import HOSTING


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


#: Who governs is talked of more often than talked to.
GOVERNS = _folded("""
    president minister chancellor senator premier king queen pope prince princess secretary governor mayor
    congressman congresswoman politician leader billionaire dictator general kanzler präsident
""")
#: Offices that stand before a name as an honorific, in a title of the news.
OFFICES = _folded("president minister secretary lord lady general king queen governor mayor")
_MAKES = _folded("""
    producer producers editor editors engineer engineers composer designer executive assistant senior illustrator
    narrator translator cartoonist
""")
_PLAYS = _folded("""
    director regisseur regisseurin réalisateur réalisatrice directora regista actor actress schauspieler
    schauspielerin singer player players coach manager trainer captain champion legend star winner
""")
_PRESIDES = _folded("""
    politicians ministre ministra ministro ministerin presidente präsidentin judge saint chair chairman deputy vice
""")
#: Who makes the show, governs or plays: named as what they are, and rarely guests.
NOT_ASKED = (
    (GOVERNS - _folded("kanzler präsident"))
    | _MAKES | _PLAYS | _PRESIDES
    | _folded("partner friend friends former late reporter student torwart campeón campeona")
)  # fmt: skip
#: Trades of people of today: philosophers and poets may be long dead.
OF_TODAY = _folded("""
    doctor psychologist therapist expert coach chef ceo cto cfo coo founder co-founder cofounder reporter correspondent
    columnist lawyer attorney researcher analyst journalist comedian podcaster blogger editor engineer developer
    designer entrepreneur consultant neuroscientist epidemiologist nutritionist dietitian pollster strategist
    filmmaker director
""")


def is_asked(roles: Sequence[str]) -> bool:
    """Whether who is told to be this is asked onto shows rather than governs, or hosts one."""
    return bool(roles) and not any(role in HOSTING or role in GOVERNS for role in roles)
