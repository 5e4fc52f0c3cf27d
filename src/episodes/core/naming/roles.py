"""Words that say who somebody is: trades, offices and parts in a show, in the languages that are read.

A trade that is a common surname too (`baker`, `Koch`, `Berger`) is not here: `Koch Bo Ek` may be one name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from episodes.core.naming.folding import fold
from episodes.core.naming.role_words import ROLE_WORDS


def _folded(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


#: May stand right before a name, even with a capital at the beginning of a sentence, and are no part of it.
ROLES = _folded(ROLE_WORDS)

#: Of these, who is no guest.
HOSTING = _folded(
    """
    host hosts co-host cohost co-hosts moderator moderatorin moderatoren gastgeber gastgeberin presenter presentator
    programledare programledaren programledarna vært værten programleder programlederen juontaja presentatorer
    gospodarz prowadzący prowadząca prowadzą ведущий ведущая ведущие
"""
)

#: English `novelist`, French `fleuriste`, Spanish `artista`; these end so and are nobody.
_NO_PERSONS = _folded("""
    alchemist alchimist anarchist antagonist antichrist assist assiste autopista aviatore backlist baptist baptista
    batista batiste battista bautista blacklist bucketlist buddhist calvinist checklist christ cicatrice coexist
    communist computador computadora comunista conquista consist consiste creatore decisionmaker desist ecuador
    egoist enlist entrevista espectador evangelist evangelista extremist faschist fascist fascista fundamentalist
    halbleiter haymaker hedonist himmelsleiter idealist indicador insist insiste intervista invista islamist
    kommunist lautsprecher lawmaker longlist marxist methodist mirador mostrador nationalist obrador optimist
    ordenador pacemaker parador peacemaker persist persiste pessimist playlist policymaker populist preexist prolog
    prologue protagonist provvista racist radiatore rassist realist reconquista resist revista rivista résiste
    salvador seksist senatore separatist sexist shortlist socialist sozialist subsist terrorist terrorista
    trabajador troublemaker whitelist wishlist zeitgeist
""")  # fmt: skip
_ENDS = re.compile(
    r"[a-z]{2,}(?:olog(?:ist|e|in|en|innen|ue|o|a|i|ka|iker|ikerin|zka)?|oloog|olooge|nomist|iater|iatre)s?|"
    r"[a-z]{3,}(?:ist|ista|iste|istin|istka|ician|icien|icienne|ographer|ograph|ographe|ografo|ografa|ograaf|ograf|"
    r"adora?|atore|atrice|therapist|therapeut|therapeutin|maker|keeper|smith)s?|"
    r"[a-z]{3,}(?:forscher|berater|leiter|sprecher|trainer|lehrer|rechtler|kritiker|techniker|händler|handler|meister|"
    r"schutzer|retter|arbeiter|pfleger|kundler|referent|beauftragte|expert|wissenschaftler|redakteur|"
    r"korrespondent|reporter|okonom|mediziner|arzt|philosoph|onderzoeker|kundige|journalist|redacteur|"
    r"forskare|forsker|tutkija|journalista)(?:in|innen|n|r|s)?"
)
#: Of a trade: who has it as a woman, several who have it, and the one who has it in the North.
_INFLECTED = ("innen", "arna", "in", "en", "er", "n", "r", "s")
_ENDINGS = tuple(sorted({word for word in ROLES if len(word) > 7} | {"wissenschafter", "wissenschafterin", "expert"}))
_SHORTEST = 6


@lru_cache(maxsize=1 << 14)
def is_role(word: str) -> bool:
    """Whether a folded word says who somebody is: a role, or one that ends like it (`wissenschaftsjournalistin`).

    >>> is_role("baker"), is_role("meeresbiologin"), is_role("glacioloog"), is_role("yesterday")
    (False, True, True, False)
    >>> is_role("accordionist"), is_role("checklist"), is_role("kritikern"), is_role("seismologues")
    (True, False, True, True)
    """
    if word in ROLES:
        return True
    stems = [word.removesuffix(ending) for ending in _INFLECTED if word.endswith(ending)]
    if not _NO_PERSONS.isdisjoint((word, *stems)):
        return False
    if word.endswith(_ENDINGS) or _ENDS.fullmatch(word):
        return True
    return any(len(stem) >= _SHORTEST and stem in ROLES for stem in stems)
