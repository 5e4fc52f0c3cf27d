"""Whether an episode or a show is one of conversations, as its own words say."""

from __future__ import annotations

import re

from episodes.core.naming.person_names import Name

#: What is held with a guest, in the languages that are read; and the guests.
_NOUNS = (
    r"interviews?|conversations?|chats?|guests?|interviewees?|q&as?|"
    r"\w*gespräche?n?s?|gast|gästen?|gästin|studiogast|gesprächspartner\w*|"
    r"entretiens?|entrevues?|invité(?:e|s|es)?|"
    r"entrevistas?|conversaci[oó]n(?:es)?|charlas?|invitad[oa]s?|"
    r"interviste?|intervista|conversazion[ei]|chiacchierat[ae]|ospit[ei]|"
    r"conversas?|bate-papos?|convidad[oa]s?|"
    r"\w*gesprek(?:ken)?|gasten|vraaggesprekken|"
    r"intervjue?r?|samtale?r?n?s?|samtalets?|gäst(?:en|er|erna)?|gjest(?:er)?|gæst(?:er)?|"
    r"haastattelu\w*|vieras|vieraa\w*|rozmow[aęy]|wywiad\w*|goś(?:ć|cie|ci|ciem)|интервью|бесед[аыу]|гост(?:ь|и|ья)"
)
#: What the two do.
_VERBS = (
    r"interview(?:ed|s|ing)?|(?:talk|speak|chat|sit)(?:s|ing|ting)?\s(?:\w+\s){0,2}?(?:to|with)|spoke\s(?:to|"
    r"with)|sat\sdown\swith|"
    r"hear(?:s|ing)?\s(?:\w+\s)?(?:from|how\sthey)|joins?\s(?:us|me)|"
    r"spr(?:icht|eche|echen)\s(?:\w+\s){0,4}?mit|red(?:e|et|en)\s(?:\w+\s){0,3}?mit|unterh(?:alte|ält|"
    r"alten)\s(?:mich|sich|uns)|"
    r"(?:parle|discute|échange|converse|parlons|discutons|échangeons)\savec|reçoi[st]|recevons|"
    r"(?:hablo|habla|hablamos|converso|conversa|conversamos|charlo|charla|charlamos|platico|platica|platicamos)\scon|"
    r"entrevist(?:o|a|amos|ar)|intervist(?:o|a|iamo)|(?:parlo|parla|parliamo|chiacchiero|dialogo)\scon|"
    r"(?:converso|conversamos|falo|fala|falamos|conversar)\scom|"
    r"(?:praat|praten|spreek|spreekt|spreken)\s(?:\w+\s){0,3}?met|"
    r"(?:pratar|samtalar|snakker|taler|møder|möter|møter)\s(?:\w+\s){0,2}?(?:med\b|folk|människor|forskare)|"
    r"intervjuar|"
    r"поговорили\sс|говорим\sс|беседуем"
)
_TALK = re.compile(rf"\b(?:{_NOUNS}|{_VERBS})\b", re.IGNORECASE)
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
    r"(?:wir|ich)\s(?:spreche|rede|sprechen|reden|plaudern|unterhalten|diskutieren)|"
    r"(?:spreche|rede|sprechen|reden|diskutieren)\s(?:wir|ich)|"
    r"(?:nous|on)\s(?:parl|discut|échang|évoqu)(?:e|ons)|"
    r"(?:hablamos|conversamos|charlamos|platicamos|parliamo|falamos)\b|vi\s(?:pratar|snakker|taler|samtalar)|"
    r"pratar\svi|"
    r"(?:we|ik)\s(?:praten|spreken|bespreken|praat)|praten\swe)",
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
    r"spricht|sprechen|erzählt|erzählen|berichtet|berichten|verrät|verraten|erläutert|schildert|plaudert|plaudern|"
    r"gibt\s(?:uns\s)?(?:Tipps|Einblick\w*|Auskunft|Rat\w*)|nimmt\suns|"
    r"(?:nous\s)?(?:raconte|racontent|explique|partage|parle|livre|confie|propose|éclaire|invite)|revient\ssur|"
    r"témoigne|se\sconfie|"
    r"nos\s(?:cuenta|habla|explica|comparte|conta|fala|guía|revela)|cuenta|comparte|habla|conversa|"
    r"ci\s(?:racconta|spiega|parla|guida|porta|svela)|racconta|parla|conta|fala|compartilha|partilha|"
    r"vertelt|vertellen|praat|spreekt|deelt|berättar|pratar|delar|fortæller|taler|deler|forteller|snakker|kertoo|"
    r"opowiada|mówi|рассказ\w+|говорит|поделил\w+|делится"
)
_SHE = r"(?:he|she|they|er|sie|die\sbeiden|il|elle|ils|elles|ella|él|lei|lui|ela|ele|zij|hij|ze|hon|han|hun)"


def speaks(found: Name, text: str) -> bool:
    """Whether a text says that somebody, by any part of the name or a pronoun, speaks.

    >>> ann = Name(text="Ann Lee", start=0, end=7)
    >>> speaks(ann, "She talks about bread"), speaks(ann, "Lee burns it")
    (True, False)
    """
    words = found.text.split()
    parts = "|".join(re.escape(part) for part in {found.text, words[0], words[-1]})
    who = rf"(?<![\w-])(?:(?:{parts})|(?i:{_SHE}))"
    adverb = r"(?:\s(?:also|then|now|here|auch|heute|hier|uns|aussi|nous|nos|ci|[a-zß-ÿ]+ly|höchstselbst))?"
    return (
        re.search(rf"{who}{adverb}\s(?:{_SPEAKS})(?!\w)|(?<!\w)(?i:{_SPEAKS}){adverb}\s{who}(?![\w-])", text)
        is not None
    )


#: None of it is about this episode: `more interviews at`, `be our guest`, `past guests`.
_ELSEWHERE = re.compile(
    r"\b(?:past|previous|former|earlier|upcoming|future|next|last|more|other|all|be|become|become a|be a|be our|"
    r"as a|no|without|ohne|"
    r"kein\w*|sans|sin|senza|sem|zonder|utan|uden)\s(?:\w+\s)?$",
    re.IGNORECASE,
)


_LATER = re.compile(r"\s(?:will\s(?:follow|come|be)|follows|coming\ssoon|next\s|folgt|nächste)", re.IGNORECASE)
_ANY_GUEST = re.compile(
    r"guests?|gast|gästen?|gästin|studiogast|invité(?:e|s|es)?|invitad[oa]s?|ospit[ei]|convidad[oa]s?|gasten|"
    r"gäst\w*|gjest\w*|gæst\w*|"
    r"vieras|vieraa\w*|goś\w+|гост\w+",
    re.IGNORECASE,
)
_TALK_NOUN = re.compile(rf"\b(?:{_NOUNS})\b", re.IGNORECASE)
#: `A conversation`, of the episode as a whole; not `In conversation, she`, nor `a conversation about her`.
_A_TALK = re.compile(
    r"\b(?:an?|this|our|ein|eine|dieses|unser|un|une|cet|cette|notre|una|este|esta|nuestra|uma|um|questa|nossa|"
    r"een|ett|et|dit|detta|und|and)\s"
    r"(?:[^\W\d_]+\s){0,2}?(?:interview|conversation|chat|q&a|\w*gespräch|entretien|entrevue|entrevista|"
    r"conversación|charla|"
    r"intervista|conversazione|chiacchierata|conversa|bate-papo|\w*gesprek|intervju|samtale?)\b"
    r"(?!\s(?:with|mit|avec|con|com|met|med|of)\b)(?!\s(?:about|on|über|sur|sobre|su|om|over)\s(?:her|his|him|"
    r"their|them|the|ihr\w*|sein\w*|sie|ihn|sa|son|"
    r"ses|su|sus|sua|suo|haar|hennes|hans)\b)",
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
#: Several guests, among whom the one after whom an episode is called need not be.
_MANY_GUESTS = re.compile(
    r"guests|gästen?|invités|invitad[oa]s|ospiti|convidad[oa]s|gasten|gäster|gjester|gæster|goście", re.IGNORECASE
)


def count_of_talks(text: str) -> int:
    """How many different words of a show's description say that people are talked with there.

    >>> count_of_talks("Interviews and conversations"), count_of_talks("More interviews at our site")
    (2, 0)
    """
    return len({match[0].lower()[:7] for match in _TALK.finditer(text) if _is_of_this(text, match)})


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
    return re.search(rf"\b(?:{_VERBS})\s[^.!?]{{0,120}}?{re.escape(found.text)}", text, re.IGNORECASE) is not None


def _is_of_this(text: str, match: re.Match[str]) -> bool:
    before = _ELSEWHERE.search(text, max(0, match.start() - 24), match.start())
    return not before and not _LATER.match(text, match.end())


def is_of_others(show_title: str, show_description: str) -> bool:
    """Whether a show tells of people who are not there, whoever talks in it: crimes, films, the past, the news, sport.

    >>> is_of_others("Cold Trails", "True crime, with interviews."), is_of_others("Crumb", "Interviews with bakers.")
    (True, False)
    """
    return _OF_OTHERS.search(f"{show_title}\n{show_description}") is not None


def is_called_talk(show_title: str) -> bool:
    return _CALLED.search(show_title) is not None


def we_talk(text: str) -> bool:
    return _WE_TALK.search(text) is not None
