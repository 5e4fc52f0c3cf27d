"""With whom we do something: `on the show we got two bakers, A and B`, `lunch with A as we discuss bread`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from episodes.core.naming.folding import fold
from episodes.core.naming.name_rows import around, distant_name, names_from
from episodes.core.naming.name_words import OF_THE_NEWS
from episodes.core.naming.person_names import Name, is_given
from episodes.core.naming.roles import HOSTING, is_role
from episodes.core.naming.sightings import Sighting, is_likely, sighting
from episodes.core.naming.title_people import IDIOM
from episodes.core.naming.trades import GOVERNS

_GUEST = 0.84
_WITH = re.compile(r"(?P<before>[^.!?;:]*?)\bwith\s(?=\S)")
#: Behind those with whom: what we do meanwhile.
_AS_WE = re.compile(
    r"\.?[^.!?;:]{0,60}?,?\s(?:as|while|where)\swe\s(?:also\s)?(?:discuss|talk|chat|dig|dive|explore|"
    r"unpack|break\sdown|cover|look|debate|swap)\b"
)
#: What we do with people of whom we talk; `lunch`, which in a title is as often a story, is none here.
_ONLY_TOLD = re.compile(
    r"\b(?:obsess\w+|fascinat\w+|familiar|problems?|trouble|wrong|affairs?|feuds?|fights?|relationships?|marriage|battles?|deals?|"
    r"fed\sup|compared|love|rivalry|stand-?offs?|filled|starts?|beg[ia]ns?|ends?|continues?|series|careers?|"
    r"starring|films?|movies?|albums?|war|clash)\s(?:\w+\s)?$"
)
#: `this week we got two bakers, `, `catch up with one of the best bakers, `.
_HERE = r"\b(?:(?:on|in|for)\s(?:this|today['’]s)\s(?:episode|show|podcast|week)|this\sweek|today|tonight),?\s"
_ONE_OF = re.compile(
    rf"(?:(?i:{_HERE})(?:we|I)(?:['’]ve)?\s(?:got|have|had)|\b(?:catch(?:es)?\sup|caught\sup|sits?\sdown|sat\sdown|speaks?|spoke|"
    r"talks?|talked|chats?|chatted)\s(?:to|with))\s(?:two|three|four|one\sof|an?|another|some)\s"
    r"(?P<what>(?:(?!\b(?:about|who|whose|for|against|from|on|of|to|in|at|with)\b)[^.,!?;:]){4,80}),\s(?=[A-ZÀ-Þ])"
)
#: `Ann then interviews `, as who presents a show goes by one name.
_ONE_NAME = re.compile(
    r"(?:^|[.!?]\s|,\s)(?:(?:Then|Later|Finally|Next|First),\s)?(?P<one>[A-ZÀ-Þ][^\W\d_A-Z][\w’'-]*)\s(?:also\s|then\s|later\s)?"
    r"(?:interviews|talks\s(?:to|with)|speaks\s(?:to|with)|chats\s(?:to|with)|sits\sdown\swith|catches\sup\swith)\s"
)
#: Behind who is talked with: what makes it a talk on a show.
_HER_WORK = re.compile(
    r"(?:,[^.!?;:]{3,80},)?\sabout\s(?:his|her|their)\s(?:\w+\s){0,3}?(?:book|novel|memoir|film|documentary|album|work|"
    r"research|career|company|startup|podcast)\b"
)
_OFFICE = re.compile(
    r",\s(?:(?:an?|the)\s)?(?:[\w-]+\s){0,3}?(?:counsel|professor|director|president|author|founder|co-founder|ceo|editor|"
    r"partner|fellow|head)\s(?:and\s\w+\s)?(?:of|at|for)\s",
    re.IGNORECASE,
)


def sightings_in_company(sentence: str, hosts: Sequence[str]) -> Iterator[Sighting]:
    """Find guests with whom we, or somebody who goes by one name, are said to talk; `hosts` are known already."""
    for found in [*_as_we_talk(sentence), *_one_of_many(sentence), *_asked_by_one_name(sentence, hosts)]:
        if fold(found.text) not in OF_THE_NEWS and found.text not in hosts:
            yield sighting(found, "guest", _GUEST, "description", f"{around(sentence, found)!r}", text=sentence)


def _as_we_talk(sentence: str) -> list[Name]:
    """`Share a loaf with A and B as we discuss …`."""
    for match in _WITH.finditer(sentence):
        names = list(names_from(sentence, match.end(), known=True))
        if not names or _ONLY_TOLD.search(match[0][: -len("with ")]) or _NO_TALK.search(match["before"]):
            continue
        if _AS_WE.match(sentence, names[-1].end):
            return names
    return []


#: Words before `with` that tell of no talk in titles either.
_NO_TALK = re.compile(
    rf"(?!.*\b(?:lunch|dinner|breakfast|drinks|coffee|tea|down|up)\s*$){IDIOM.pattern}", re.IGNORECASE
)


def _one_of_many(sentence: str) -> list[Name]:
    """`We got two Dutch bakers, A and B`: their trade says that they are asked, not what they won."""
    for match in _ONE_OF.finditer(sentence):
        roles = [word.removesuffix("s") for word in fold(match["what"]).split()]
        if any(is_role(word) for word in [*roles, *fold(match["what"]).split()]) and not set(roles) & (
            GOVERNS | HOSTING
        ):
            return [found for found in names_from(sentence, match.end(), known=False) if is_likely(found, sentence)]
    return []


def _asked_by_one_name(sentence: str, hosts: Sequence[str]) -> list[Name]:
    """`Ann talks with A about her novel`, where no Ann is told of in a story."""
    names: list[Name] = []
    for match in _ONE_NAME.finditer(sentence):
        ours = not hosts or any(match["one"] in host.split() for host in hosts)
        if not ours or not is_given(fold(match["one"])):
            continue
        row = list(names_from(sentence, match.end(), known=True))
        row = row or [found for found in [distant_name(sentence, match.end())] if found]
        if row and (_HER_WORK.match(sentence, row[-1].end) or _OFFICE.match(sentence, row[-1].end)):
            names += row
    return names
