"""Whether an episode or a show is one of conversations, as its own words say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from episodes.core.naming.person_names import Name
from episodes.core.naming.sentences import sentences
from episodes.core.naming.tongues import frames
from episodes.core.naming.tongues.frames import words_of

#: What is held with a guest, in the languages that are read; and the guests.
_NOUNS = words_of("talk", "guest", "guests")
#: What the two do, in English and a few words more than the table has.
_VERBS = re.compile(
    r"\b(?:interview(?:ed|s|ing)?|(?:talk|speak|chat|sit)(?:s|ing|ting)?\s(?:\w+\s){0,2}?(?:to|with)|spoke\s(?:to|"
    r"with)|sat\sdown\swith|hear(?:s|ing)?\s(?:\w+\s)?(?:from|how\sthey)|joins?\s(?:us|me)|"
    r"entrevistar|conversar\scom|"
    r"(?:pratar|samtalar|snakker|taler|møder|möter|møter)\s(?:\w+\s){0,2}?(?:folk|människor|forskare))\b",
    re.IGNORECASE,
)
_TALK_NOUN = re.compile(rf"\b(?:{_NOUNS})\b", re.IGNORECASE)
#: So far behind the verb may stand who is asked about.
MOST_ASKED = 120
LONGEST = 2000  #: characters of a line in which sentences are looked for
#: What a show that is one of conversations may be called.
_CALLED = re.compile(
    r"talks?\b|interview|conversation|dialog|gespräch|gesprek|entretien|entrevista|intervist|samtal|conversa|"
    r"\bcharlas?\b",
    re.IGNORECASE,
)
#: `We talk about`, of those who do so without a guest too.
_WE_TALK = re.compile(
    r"\b(?:(?:we|I)(?:[’']ve|[’']re|\swill|[’']ll)?\s(?:\w+ly\s|also\s|get\sto\s|get\sinto\s)?(?:talk|talked|"
    r"talking|chat|chatted|"
    r"discuss|discussed|explore|spoke|speak|delve|dive|dig)\b|"
    rf"{frames.WE_SPEAK})(?!\w)",
    re.IGNORECASE,
)
#: What who is here does, and whom a story tells of rarely: by mouth, and to us.
_SPEAKS = (
    r"(?:talks?|talked|speaks?|spoke)(?!\sto\s(?!us\b|me\b|[A-Z]))|chats?|chatted|tells\s(?:us|me|the\sstory|"
    r"her|his|their|how|why|what|about)|"
    r"told\s(?:us|me)|shares?|shared|"
    r"discusses|reveals|reflects\son|opens?\sup|recounts|joins?\s(?:us|me)|walks?\sus|takes?\sus|gives?\sus|"
    r"breaks?\sdown|sits?\sdown|"
    r"weighs?\sin|answers\s(?:your|our|listener|questions)|"
    r"gibt\s(?:uns\s)?(?:Tipps|Einblick\w*|Auskunft|Rat\w*)|nimmt\suns|se\sconfie|"
    rf"{frames.TELLS_US}|{words_of('tells', 'speaks')}"
)
_ADVERB = r"(?:\s(?:also|then|now|here|auch|heute|hier|uns|aussi|nous|nos|ci|[a-zß-ÿ]+ly))?"
_DOES = re.compile(rf"{_ADVERB}\s(?:{_SPEAKS})(?!\w)")
_DOES_FIRST = re.compile(rf"(?<!\w)(?i:{_SPEAKS}){_ADVERB}\s")
_SHE = re.compile(rf"(?<![\w-])(?i:{frames.HE})(?![\w-])")


def speaks(found: Name, text: str) -> bool:
    """Whether a text says that somebody, by any part of the name or a pronoun, speaks.

    >>> ann = Name(text="Ann Lee", start=0, end=7)
    >>> speaks(ann, "She talks about bread"), speaks(ann, "Lee burns it")
    (True, False)
    """
    words = found.text.split()
    parts = "|".join(re.escape(part) for part in (found.text, words[0], words[-1]))
    who = [*re.finditer(rf"(?<![\w-])(?:{parts})(?![\w-])", text), *_SHE.finditer(text)]
    starts = {match.start() for match in who}
    return any(_DOES.match(text, match.end()) for match in who) or any(
        match.end() in starts for match in _DOES_FIRST.finditer(text)
    )


#: None of it is about this episode: `more interviews at`, `be our guest`, `past guests`.
_ELSEWHERE = re.compile(
    r"\b(?:past|previous|former|earlier|upcoming|future|next|last|more|other|all|be|become|become a|be a|be our|"
    r"as a|no|without|ohne|"
    r"kein\w*|sans|sin|senza|sem|zonder|utan|uden)\s(?:\w+\s)?$",
    re.IGNORECASE,
)


_LATER = re.compile(r"\s(?:will\s(?:follow|come|be)|follows|coming\ssoon|next\s|folgt|nächste)", re.IGNORECASE)
_ANY_GUEST = re.compile(words_of("guest", "guests"), re.IGNORECASE)
#: `A conversation`, of the episode as a whole; not `In conversation, she`, nor `a conversation about her`.
_A_TALK = re.compile(
    r"(?:\b(?:an?|this|our|ein|eine|dieses|unser|un|une|cet|cette|notre|una|este|esta|nuestra|uma|um|questa|nossa|"
    rf"een|ett|et|dit|detta|und|and)\s(?:[^\W\d_]+\s){{0,2}}?{frames.TALKS}|\b(?:this|his|her)\s(?:talk|lecture|keynote)|"
    r"\b(?:episode|episodio|épisode|folge)\s(?:is|es|è|est|ist)(?=\s(?:con|with|mit|avec)\s(?:an?|una?|ein\w*|une?)\s)|"
    rf"(?:^|[.!?]\s)(?:the|la|das|het|il|l['’])\s?{frames.TALKS}(?!\s(?:on|in|around|was|war)\b))(?!\w)"
    rf"(?!\s(?:{frames.WITH}|of)\s(?!(?:an?|una?|ein|eine|une?)\s))"
    rf"(?!\s{frames.ABOUT}\s(?:her|their|them|the|ihn|{frames.HE}|{frames.HIS})\b)",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"\b(?:crimes?|murders?|mord\w*|krimi\w*|verbrechen|crímen\w*|crimen|delitt\w*|moord\w*|films?|movies?|"
    r"cinema|cine|kino|cinéma|"
    r"histor(?:y|ical|ians?|isch\w*|iker\w*|iens?|iadores)|geschichte|news|nachrichten|actualités?|noticias|"
    r"notizie|nyheter|nieuws|"
    r"sports?|football|fußball|soccer|fútbol|futebol|calcio|voetbal|fotboll|nba|nfl|royals?|celebrit\w+|promis?|"
    r"tv|television|"
    r"serien|gaming|video ?games|\w*bücher\w*|\w*buch\w*|book\sclubs?|about\sbooks|livres|libros|libri|boeken|"
    r"böcker|bibel|bible|"
    r"scripture|histoires|historias|histórias|storie|biogra\w+|book reviews?|rezension\w*|recension\w*|reseñas|"
    r"past|fiction|dramas?|recaps?|unsolved|philosoph\w*|"
    r"sermons?|predigt\w*|documentar\w*|documental\w*|hörspiel\w*)\b",
    re.IGNORECASE,
)
_CRIMES = re.compile(
    r"\b(?:crimes?|murders?|mord\w*|verbrechen|crímen\w*|crimen|delitt\w*|moord\w*|unsolved|cold cases?|"
    r"missing (?:persons?|people)|disappear\w+)\b",
    re.IGNORECASE,
)
_FICTION = re.compile(
    r"\b(?:audio|radio|scripted|fiction(?:al)?) (?:drama|comedy|fiction|podcast|series|sitcom)\b|"
    r"\ban? (?:\w+ )?drama in\b|\bfiction podcast\b|\b(?:krimi)?hörspiel(?:serie|reihe)?\b|"
    r"\bfiction (?:sonore|audio)\b|\bpodcast de fiction\b|"
    r"\b(?:radionovela|audioserie|ficción sonora|audiodramma|hoorspel|radioteater|ljuddrama)\b",
    re.IGNORECASE,
)
#: Several guests, among whom the one after whom an episode is called need not be.
_MANY_GUESTS = re.compile(frames.GUESTS, re.IGNORECASE)


@lru_cache(maxsize=16)
def count_of_talks(text: str) -> int:
    """How many different words of a show's description say that people are talked with there.

    >>> count_of_talks("Interviews and conversations"), count_of_talks("More interviews at our site")
    (2, 0)
    """
    return len(
        {match[0].lower()[:7] for match in (*_TALK_NOUN.finditer(text), *_asked(text)) if _is_of_this(text, match)}
    )


def in_talk(text: str, *, guests: bool = True) -> bool:
    """Whether a text that names somebody says that there is a talk or, with `guests`, one guest; more may be others."""
    return any(
        _is_of_this(text, match) and not (_MANY_GUESTS if guests else _ANY_GUEST).fullmatch(match[0])
        for match in re.finditer(_TALK_NOUN, text)
    )


def is_a_talk(text: str) -> bool:
    """Whether a text says of an episode that it is a talk.

    >>> is_a_talk("A conversation about ovens."), is_a_talk("Im Gespräch erklärt sie ihr Werk.")
    (True, False)
    """
    return any(_is_of_this(text, match) for match in _A_TALK.finditer(text))


def is_asked_about(found: Name, text: str) -> bool:
    """Whether a text lets others be asked in a sentence that names somebody behind: `speaks to the fans of Ann Lee`.

    >>> is_asked_about(Name(text="Ann Lee", start=0, end=7), "Bo Ek speaks to the fans of Ann Lee.")
    True
    """
    most = MOST_ASKED + len(found.text)
    behind = (re.split(r"[.!?]", text[match.end() + 1 : match.end() + most])[0] for match in _asked(text))
    return found.text in text and any(found.text in words and not words.startswith(found.text) for words in behind)


def is_met(name: str, lines: Sequence[str], hosts: Sequence[str] = ()) -> bool:
    """Whether a sentence lets us, or hosts of ours, talk with somebody by a whole name, or that person with us.

    >>> is_met("Ann Lee", ["We hear from Ann Lee."]), is_met("Ann Lee", ["Police talk to Ann Lee."], ["Bo Ek"])
    (True, False)
    >>> is_met("Ann Lee", ["Then Bo talks to Ann Lee."], ["Bo Ek"])
    True
    """
    ours = "|".join(["we", "us", "me", "I", *(re.escape(word) for host in hosts for word in {host, *host.split()})])
    of_us = re.compile(rf"(?<![\w-])(?i:{ours})(?![\w-])")
    to_us = re.compile(rf"\s(?:joins|tells|(?:talks|speaks)\s(?:to|with))\s(?i:{ours})(?![\w-])")
    for sentence in (one for line in lines if name in line for one in sentences(line[:LONGEST]) if name in one):
        start = sentence.index(name)
        if to_us.match(sentence, start + len(name)):
            return True
        for match in _asked(sentence):
            if start - MOST_ASKED < match.end() <= start and of_us.search(sentence, 0, match.start() + 3):
                return True
    return False


def _asked(text: str) -> Iterator[re.Match[str]]:
    """Where somebody is asked, or talked with."""
    yield from _VERBS.finditer(text)
    yield from frames.talk_verbs().finditer(text)


def _is_of_this(text: str, match: re.Match[str]) -> bool:
    before = _ELSEWHERE.search(text, max(0, match.start() - 24), match.start())
    return not before and not _LATER.match(text, match.end())


def is_of_others(show_title: str, show_description: str) -> bool:
    """Whether a show tells of people who are not there, whoever talks in it: crimes, films, the past, the news, sport.

    >>> is_of_others("Cold Trails", "True crime, with interviews."), is_of_others("Crumb", "Interviews with bakers.")
    (True, False)
    """
    return _OF_OTHERS.search(f"{show_title}\n{show_description}") is not None


def is_of_crimes(show_title: str, show_description: str) -> bool:
    """Whether a show tells of crimes, whose victims must not be taken for guests.

    >>> is_of_crimes("Cold Trails", "True crime stories."), is_of_crimes("Crumb", "News of the crumb.")
    (True, False)
    """
    return _CRIMES.search(f"{show_title}\n{show_description}") is not None


def is_of_fiction(show_title: str, show_description: str) -> bool:
    """Whether a show tells stories in which people talk.

    >>> is_of_fiction("The Barn", "A drama in eight parts."), is_of_fiction("The Barn", "We talk about drama.")
    (True, False)
    """
    return _FICTION.search(f"{show_title}\n{show_description}") is not None


def is_called_talk(show_title: str) -> bool:
    return _CALLED.search(show_title) is not None


def we_talk(text: str) -> bool:
    return _WE_TALK.search(text) is not None
