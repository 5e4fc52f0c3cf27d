"""Frames of sentences in all languages: `HOST speaks with GUEST`, `GUEST tells us`, `our guest is GUEST`.

Each is a pattern's text, made of the words of each language that has them; a word that is added to a language's
table comes into every frame.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache

from episodes.core.naming.tongues import TONGUES, Tongue, either

#: Languages whose verbs have their own table, `phrases/verbs.py`, are none of these.
_SPEAKING = [tongue for tongue in TONGUES if tongue.speaks]
_VERB_FIRST = [tongue for tongue in TONGUES if tongue.verb_first]


def words_of(*fields: str, among: Iterable[Tongue] = TONGUES) -> str:
    """One pattern of all words that these fields have in all languages.

    >>> import re
    >>> bool(re.fullmatch(words_of("guest"), "invitée")), bool(re.fullmatch(words_of("guest"), "host"))
    (True, False)
    """
    return either(getattr(tongue, field) for tongue in among for field in fields) if fields else "(?!)"


def needed(*fields: str) -> frozenset[str]:
    """Words of these fields one of which each sentence of such a frame has; of what is two words the longer."""
    given = (
        word.partition("(")[0] for tongue in _SPEAKING for field in fields for word in getattr(tongue, field).split()
    )
    return frozenset(max(re.findall(r"[^\W\d_]+", word), key=len).lower() for word in given)


@lru_cache(maxsize=64)
def words_in(text: str) -> frozenset[str]:
    """The words of a text in lower case, to tell at once that a frame is not in it."""
    return frozenset(re.findall(r"[^\W\d_]+", text.lower()))


def _any(frame: Callable[[Tongue], str], among: Iterable[Tongue]) -> str:
    return f"(?:{'|'.join(filter(None, map(frame, among)))})"


def _few(tongue: Tongue, most: int = 5) -> str:
    """Words between a verb and `with`, none of which denies it or begins what is talked about."""
    return rf"(?:\s(?!{either([tongue.no, tongue.about])}\b)[^\W\d_]+){{0,{most}}}?\s"


def _we_speak(tongue: Tongue) -> str:
    speak, few = (
        either(tongue.speak),
        _few(tongue) if tongue.we else rf"(?:\s(?!{either(tongue.no)}\b)[^\W\d_]+){{0,5}}?\s",
    )
    pairs = [rf"{speak}{few}{tongue.mit}"]
    if tongue.we:
        we = either(tongue.we)
        pairs = [rf"{we}\s{speak}{few}{tongue.mit}", rf"{speak}[\s-]{we}{few}{tongue.mit}"]
    if tongue.verb_first:  # `indem wir mit A und B über Brot sprechen`, `ich habe mit A gesprochen`
        have, said = either(tongue.have), rf"(?:(?!\b{either(tongue.no)}\b)[^.!?])*"
        pairs.append(rf"{we}(?:\s[a-zß-ÿ]+){{0,3}}?\s{tongue.mit}(?=\s[^.!?,;:]{{4,90}}\s{speak}(?!\w))")
        pairs.append(rf"(?:{have}\s{we}|{we}\s{have}){few}{tongue.mit}(?={said}\b{either(tongue.spoken)}\b)")
    elif tongue.spoken:
        have = rf"{either(tongue.we)}\s?" if tongue.we else ""
        pairs.append(rf"{have}{either(tongue.have)}(?:-nous)?\s{either(tongue.spoken)}{few}{tongue.mit}")
    return "|".join(pairs)


def _we_receive(tongue: Tongue) -> str:
    receive, guest = either(tongue.receive), rf"\s{either(tongue.before_guest)}" if tongue.before_guest else ""
    if not tongue.we:
        pairs = [f"{receive}{guest}"]
    else:
        we = either(tongue.we)
        pairs = [rf"{we}\s{receive}", rf"{receive}[\s-]{we}"]
    if tongue.received and tongue.verb_first:  # `haben wir A und B eingeladen`
        said = rf"(?:(?!\b{either(tongue.no)}\b)[^.!?;:])"
        have = rf"(?:{either(tongue.have)}\s{we}|{we}\s{either(tongue.have)})(?:\s(?:uns|oss|ons))?"
        pairs.append(rf"{have}(?={said}{{4,120}}\s{either(tongue.received)}(?!\w))")
    elif tongue.received:
        pairs.append(rf"{either(tongue.have)}\s{either(tongue.received)}")
    return "|".join(pairs)


def _speaks_with(tongue: Tongue) -> str:
    guest = rf"\s{either(tongue.before_guest.split()[:1])}" if tongue.before_guest else ""
    frame = rf"{_speaks_mit(tongue)}|{either(tongue.receives)}{guest}"
    if tongue.has:  # `hat mit A gesprochen`
        said = rf"(?:(?!\b{either(tongue.no)}\b)[^.!?])*"
        frame += rf"|{either(tongue.has)}{_few(tongue)}{tongue.mit}(?={said}\b{either(tongue.spoken)}\b)"
    return frame


def _speaks_mit(tongue: Tongue) -> str:
    return rf"{either(tongue.speaks)}{_few(tongue)}{tongue.mit}|{either(tongue.in_talk)}\s{tongue.mit}"


def _tells_us(tongue: Tongue) -> str:
    tells, us = either([tongue.tells, tongue.gives]), either(tongue.us)
    return rf"{us}\s{tells}" if tongue.us_first else rf"{tells}\s(?:för\s)?{us}"


def _our_guest(tongue: Tongue) -> str:
    guest = either([tongue.guest, tongue.guests])
    behind = either([tongue.of_ours, tongue.today])
    episode = rf"(?:\s\w+){{0,2}}\s{either(tongue.this)}\s(?:\w+\s)?{either(tongue.episode)}"
    is_it = rf"(?:\s{either([tongue.be, tongue.was])}|\s?[,:]|{_NAME_NEXT})"
    here = rf"|{either([tongue.guest, tongue.guests, tongue.as_guest])}{episode}(?:\s{behind})?{is_it}"
    return rf"{_ours(tongue)}(?:\w+\s)?{guest}(?:\s{behind}){{0,2}}{is_it}{here}"


#: A name or what its owner is, not what a guest does: `unser Gast Ann Lee`, `notre invité l'historien Bo Ek`.
_NAME_NEXT = r"(?=\s(?:(?-i:[A-ZÀ-Þ])|l['’]|(?:der|die|den|dem|le|la|el|il|lo|o|a|de|het|dr|prof)\b))"


def _ours(tongue: Tongue) -> str:
    return rf"(?:{either(tongue.our)}\s|l['’]\s?)"


def _is_guest(tongue: Tongue) -> str:
    is_now = rf"{either(tongue.be)}(?:\s(?!(?:{either(tongue.no)}|{_NOT_NOW})\b)\w+){{0,3}}?"
    guest = rf"{_ours(tongue)}(?:{_WHICH}\s){{0,2}}{either([tongue.guest, tongue.guests])}"
    was = either([tongue.be, tongue.was])
    return rf"{is_now}\s{guest}|{was}(?:\s(?!{either(tongue.no)}\b)[^\W\d_]+){{0,3}}?\s{either(tongue.as_guest)}"


#: Words by which a guest is one of another day; and those that may stand before the word.
_NOT_NOW = r"nächste\w*|letzte\w*|oft|mal|einst|stat[io]|été|sido|volgende|nästa|neste|næste"
_WHICH = r"(?:heutige[rn]?|beiden?|zwei|drei|vier|special|speciale|deux|dos|due|dois|to|två|twee)"


def _she_tells(tongue: Tongue) -> str:
    tells, he = either([tongue.tells, tongue.speaks]), rf"(?:{either(tongue.he)}|(?-i:[A-ZÀ-Þ][\w-]+))"
    here = rf"{either(tongue.this)}\s(?:\w+\s)?{either(tongue.episode)}"
    if tongue.verb_first:
        us = either(tongue.us)
        return (
            rf"{here}\b[^.!?]{{0,60}}?\s{tells}\s{he}\b|{tells}\s{he}\b[^.!?]{{0,60}}?\s{here}\b|"
            rf"{he}\s{tells}\s(?:{us}|[^.!?]{{0,40}}?{here})\b|{tells}\s(?:{he}\s{us}|{us}\s{he})\b"
        )
    return (
        rf"{here}\b[^.!?]{{0,40}}?\s{he}\s{tells}\b|{he}\s{either(tongue.us)}\s{either([tongue.tells, tongue.gives])}\b"
    )


#: Before a guest: `wir sprechen heute mit`, `abbiamo parlato con`.
WE_SPEAK_WITH = _any(_we_speak, _SPEAKING)
#: Before a guest: `wir begrüßen`, `entrevistamos a`.
WE_RECEIVE = _any(_we_receive, _SPEAKING)
#: Between a host and a guest: `spricht mit`, `reçoit`; and the former alone, where the verb comes first.
SPEAKS_WITH = _any(_speaks_with, _SPEAKING)
SPEAKS_WITH_FIRST = _any(_speaks_mit, _VERB_FIRST)
#: Before a host, who speaks with somebody: `In dieser Folge spricht A mit B`; and what leads from one to the other.
SPEAKS_FIRST = words_of("speaks", among=_VERB_FIRST)
WITH_WHOM = rf"(?:\s[a-zß-ÿ]\w*){{0,5}}?\s{words_of('mit', among=_VERB_FIRST)}\s"
#: Behind a guest: `erzählt uns`, `nous raconte`.
TELLS_US = _any(_tells_us, [tongue for tongue in TONGUES if tongue.tells and tongue.us])
TELLS = words_of("tells")
#: Before a guest: `nos lo cuenta`, `ci racconta oggi`.
TELLS_US_FIRST = _any(
    lambda one: (
        rf"(?:{either(one.us)}|ce)\s(?:(?:lo|la|l['’]|ne|en|li|le)\s?)?{either([one.tells, one.gives])}"
        rf"(?:\s(?:tutto|todo|{either(one.today)}))?"
    ),
    [tongue for tongue in TONGUES if tongue.us_first],
)
#: Before a guest: `tells` where the verb comes first.
TELLS_FIRST = words_of("tells", "speaks", among=_VERB_FIRST)
HOLDS_FIRST = words_of("holds", "receives", among=_VERB_FIRST)
ARGUES_FIRST = words_of("argues", among=_VERB_FIRST)
US = words_of("us", "today", among=_VERB_FIRST)
ABOUT = words_of("about")
#: Before a guest: `unser Gast ist heute`, `ospite di questa puntata è`.
OUR_GUEST = _any(_our_guest, _SPEAKING)
#: Behind a guest: `ist unser Gast`, `är med som gäst`.
IS_GUEST = _any(_is_guest, _SPEAKING)
#: Before a guest: `mit dabei ist heute`; and behind: `est avec nous`.
WITH_US = _any(
    lambda one: (
        rf"{either(one.with_us)}(?:\s{either(one.today)})?\s{either([one.be, one.there])}(?:\s{either(one.today)})?"
        r"(?!\s(?:chi|qui|quien|que|che|nicht|kein\w*)\b)"
    ),
    [tongue for tongue in TONGUES if tongue.with_us],
)
IS_WITH_US = _any(
    lambda one: rf"{either(one.be)}(?:\s{either(one.today)})?\s{either(one.with_us)}",
    [tongue for tongue in TONGUES if tongue.with_us],
)
#: Between two names or things, in the languages whose sentences are read.
AND = either("and und et y e och og en")
#: Before a host: `ich bin`, `my name is`.
I_AM = words_of("i_am")
AS_GUEST = words_of("as_guest")
#: Before a guest: `ein Gespräch mit`; and before two: `ein Gespräch zwischen`.
TALK_WITH = _any(lambda one: rf"{either([one.talk, one.chat, one.in_talk])}\s{either(one.mit)}", _SPEAKING)
MEETING_WITH = _any(
    lambda one: rf"{either(one.meeting)}\s{either(one.mit)}", [tongue for tongue in TONGUES if tongue.meeting]
)
TALK_BETWEEN = _any(
    lambda one: rf"{either([one.talk, one.chat, one.meeting])}\s(?:\w+\s)?{either(one.between)}",
    [tongue for tongue in TONGUES if tongue.between],
)
IN_TALK_WITH = _any(lambda one: rf"{either(one.in_talk)}\s{either(one.mit)}", _VERB_FIRST)
#: Behind a guest: `im Gespräch über`.
IN_TALK_ABOUT = _any(
    lambda one: rf"{either(one.in_talk)}\s{either(one.about)}", [tongue for tongue in TONGUES if tongue.in_talk]
)
#: Behind somebody who only tells in a work: `in his memoirs`; and before who has made a new one: `in her new book`.
IN_WORK = _any(
    lambda one: rf"{either(one.within)}\s{either(one.his)}\s(?:\w+\s)?{either(one.works)}",
    [tongue for tongue in TONGUES if tongue.works],
)
IN_NEW_WORK = _any(
    lambda one: rf"(?:{either(one.within)}|with)\s{either(one.his)}\s(?:[\w-]+\s){{0,4}}{either(one.works)}",
    [tongue for tongue in TONGUES if tongue.works],
)
#: What is said of this episode, with its person a pronoun: `in dieser Folge erzählt sie`, `in this episode, she talks`.
SHE_TELLS = _any(_she_tells, _SPEAKING)
DESCRIBES, WORKS = words_of("describes"), words_of("works")


@cache
def talk_verbs() -> re.Pattern[str]:
    """What is done with a guest, up to the name, in all languages but English: `spricht mit`, `entrevistamos a`."""
    return re.compile(rf"(?<!\w)(?:{SPEAKS_WITH}|{WE_SPEAK_WITH}|{WE_RECEIVE})(?!\w)", re.IGNORECASE)


GUEST, GUESTS, TALKS = words_of("guest"), words_of("guests"), words_of("talk")
IN_TALK, HIS = words_of("in_talk"), words_of("his")
HE, WITH = words_of("he"), words_of("mit")
WE_SPEAK = _any(
    lambda one: (
        rf"{either(one.we)}\s{either(one.speak)}|{either(one.speak)}\s{either(one.we)}" if one.we else either(one.speak)
    ),
    _SPEAKING,
)
