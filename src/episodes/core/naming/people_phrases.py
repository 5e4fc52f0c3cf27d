"""Phrases behind and before which texts name hosts and guests."""

from __future__ import annotations

import re
from dataclasses import dataclass

from episodes.core.credit import Role


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """Words that a name follows, and what it means there."""

    pattern: re.Pattern[str]
    role: Role
    confidence: float
    known: bool = True  #: only names that begin with a known given name count
    ours: bool = False  #: only where the sentence speaks of the show's own people


def _phrase(pattern: str, role: Role, confidence: float, *, known: bool = True, ours: bool = False) -> Phrase:
    return Phrase(pattern=re.compile(pattern, re.IGNORECASE), role=role, confidence=confidence, known=known, ours=ours)


_LINE = r"(?:^|(?<=[.!?…|•·)]\s))[\s\-*•·>]{0,4}"

#: `Hosts: A, B` and `Special Guest: C`: at the beginning of a line or behind a sentence.
LABELS = (
    _phrase(
        _LINE + r"(?:your |our |the |guest |this week'?s? )?(?:co-?hosts?|hosts?|hosted by|co-?hosted by|"
        r"presented by|presenters?|your hosts? (?:is|are)|hosting|presented (?:to you )?by|"
        r"moderated by|moderation|moderators?|moderator(?:in|en)|moderiert von|gastgeber(?:in)?|"
        r"animation|présentation|présenté par|animé par|presentan?|presentado por|conducen?|conducción|"
        r"conductor(?:a|es)?|conduttor[ei]|conduce|in studio|condotto da|apresentação|apresentador(?:es)?|"
        r"presentatie|presentator(?:en)?|"
        r"programledare|vært(?:er)?|programledere?|juontaja(?:t)?|prowadzący|prowadzą|ведущ(?:ий|ая|ие)|"
        r"sunucu(?:lar)?|sunan)\s*[:：]\s*",
        "host",
        0.96,
        known=False,
    ),
    _phrase(
        _LINE + r"(?:our |today'?s |this week'?s |featured |special |with |mit |zu )*(?:guests?(?: speakers?)?|"
        r"panel(?:l?ists?)?|interviewees?|gast|gäste|gesprächspartner(?:in)?|invité(?:e|s|es)?|invitad[oa]s?|"
        r"entrevistad[oa]s?|ospit[ei]|"
        r"with|mit|avec|con|com|met|med|in conversation with|im gespräch(?: mit)?|"
        r"convidad[oa]s?|gasten|gæst(?:er)?|gjest(?:er)?|gäst(?:er)?|vieraa(?:t|na)|vieras|gość|goście|гость|гости|"
        r"гостья|konuk(?:lar)?|featuring|feat\.?)\s*[:：]\s*",
        "guest",
        0.95,
        known=False,
    ),
)

#: An author or artist tag that begins so names hosts, colon or none.
AUTHOR_LABEL = _phrase(
    r"^\W*(?:co-?)?(?:hosted|presented|moderated) by\s+|^\W*(?:co-?)?hosts?\s+(?=[A-Z])|"
    r"^\W*(?:moderiert|präsentiert) von\s+|^\W*(?:animé|présenté) par\s+|^\W*(?:presentado|conducido) por\s+|"
    r"^\W*(?:condotto|presentato) da\s+|^\W*apresentado por\s+|^\W*gepresenteerd door\s+|^\W*with\s+(?=[A-Z])|"
    r"^\W*prowadz(?:i|ą)\s+",
    "host",
    0.96,
    known=False,
)

#: Inside a sentence.
INLINE = (
    _phrase(
        r"\b(?:co-?)?hosted (?:this (?:week|time) |today |as (?:usual|always) |again )?by\b", "host", 0.93, known=False
    ),
    _phrase(
        r"\b(?:moderated by|your (?:co-?)?hosts?,?|with (?:your )?(?:co-?)?hosts?|as (?:guest |"
        r"co-?)?hosts? (?:is|are)|guest[ -]hosts?(?: is| are|,)?|co-?hosts?,?(?: is| are)?|"
        r"join (?:us,? )?(?:your )?hosts?)(?=\s[A-Z])",
        "host",
        0.88,
    ),
    _phrase(
        r"(?:^|[.!?,:;]\s|\b(?:with|and|our|your|the|show|podcast|series|regular|usual|longtime|new)\s)(?:co-?)?"
        r"hosts?,?(?=\s[A-Z])",
        "host",
        0.88,
    ),
    _phrase(
        r"\b(?:tells|told|joins|joined by|talks (?:to|with)|speaks (?:to|with)|spoke (?:to|with)|sits down with|with) "
        r"(?-i:[A-Z][\w’']*\s){1,4}hosts?,?(?=\s[A-Z])",
        "host",
        0.86,
    ),
    _phrase(r"(?:^|[.!?]\s)(?:presented|moderated) (?:this (?:week|time) |today )?by(?=\s[A-Z])", "host", 0.88),
    _phrase(r"(?:^|[.!?]\s)(?:interviewed|in conversation with host) (?:by )?(?=[A-Z])", "host", 0.84),
    _phrase(
        r"\b(?:durch (?:die sendung|den abend|die folge|das gespräch) (?:führ(?:t|en|te|ten))|am mikro(?:fon|phon)?"
        r"(?: ist| sind| sitzen| waren)?|es moderier(?:t|en))\b",
        "host",
        0.86,
    ),
    _phrase(r"(?:^|[.!?]\s)(?:conducen?|presentan?|condu[cz]e|animent?)(?=\s[A-Z])", "host", 0.86, known=False),
    _phrase(
        r"\b(?:moderiert von|gastgeber(?:in)?(?: ist)?|animé par|présenté par|presentado por|conducido por|"
        r"dirigido por|condotto da|apresentado por|gepresenteerd door|presentado y dirigido por|prowadzi|"
        r"prowadzą)\b",
        "host",
        0.88,
    ),
    _phrase(
        r"\bspecial guests?(?: stars?| hosts?)?(?: this week| today)?,?(?: is| are|:)?(?=\s)",
        "guest",
        0.93,
        known=False,
    ),
    _phrase(
        r"\b(?:our|my|today[’']s|this (?:week|episode|month)[’']s|tonight[’']s|the) (?:\w+ )?guests?(?: (?:on|"
        r"for|in) (?:this|today[’']s) (?:\w+ )?(?:episode|show|podcast|edition))?(?: today| this week|"
        r" tonight)?,?(?: is| are| was|:)?(?=\s)",
        "guest",
        0.92,
        known=False,
    ),
    _phrase(r"\b(?:with|and|plus|&) (?:(?:special|returning|fellow|our) )?guests?,?(?=\s[A-Z])", "guest", 0.92),
    _phrase(
        r"\b(?:here with (?:me|us)|with (?:me|us)(?: (?:today|tonight|this week|in the studio|on the line))?|"
        r"(?:in the studio|on the line|on the show|on the podcast|on the program\w*)(?: with (?:me|us))?"
        r"(?: (?:today|tonight|this week))?),? (?:is|are)(?=\s)",
        "guest",
        0.88,
    ),
    _phrase(
        r"\b(?:(?:we|i|you|you[’']ll|we[’']ll)(?: also)? hear from|thanks to|thank you to|huge thanks to)"
        r"(?=\s[^.!?]{4,60}\s(?:for (?:joining|coming|being|taking part|talking|chatting|speaking|"
        r"sharing)|about|on (?:how|why|what))\b)",
        "guest",
        0.86,
    ),
    _phrase(
        r"\b(?:guests?|panel(?:l?ists)?|speakers?|contributors?) (?:(?:today|tonight|this week) )?(?:include[sd]?|"
        r"including|(?:today|tonight|this week) (?:is|are))(?=\s)",
        "guest",
        0.88,
    ),
    _phrase(r"(?:^|[.!?]\s)(?:an? |the |our )?(?:\w+ )?(?:panel|round ?table)\b[^.:!?]{0,60}:(?=\s)", "guest", 0.86),
    _phrase(r"\b(?:pick(?:s|ed)? the brains? of|quiz(?:zes|zed)?|grills?)(?=\s)", "guest", 0.84, ours=True),
    _phrase(
        r"\bjoined (?:(?:this (?:week|time|episode|month)|today|again|now|once (?:more|again)|"
        r"in (?:the )?studio|on (?:the|this) \w+|tonight|live|here|as (?:always|usual|ever)|"
        r"via \w+)[, ]{1,2}){0,3}by\b",
        "guest",
        0.92,
        known=False,
        ours=True,
    ),
    _phrase(
        r"\b(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|chat(?:s|ted|ting)?|s[ai]t(?:s|ting)? down|convers(?:e|"
        r"es|ed|ing)|catch(?:es|ing)? up|caught up|hangs? out|checks? in|discuss(?:es|ed)? \w+) (?:live |again |"
        r"once more |today |tonight |recently |this (?:week|month|time|episode) |in depth |at length |remotely |"
        r"at \w+ |in \w+ )?(?:to|with)\b",
        "guest",
        0.9,
        ours=True,
    ),
    _phrase(
        r"\b(?:interview(?:s|ed|ing)?|welcom(?:e|es|ed|ing)(?: back)?|bring(?:s)? (?:on|in)|invit(?:e|es|ed)|"
        r"(?<!, )(?<!the )(?<!our )(?<!your )(?<!and )(?<!with )hosts|(?:we|i|will|to) host(?:ed)?)(?=\s[A-Z])",
        "guest",
        0.88,
        ours=True,
    ),
    _phrase(
        r"\b(?:interview(?:s|ed)|welcom(?:e|es|ed))(?: back)?(?: to (?:the|our) (?:show|podcast|program\w*|"
        r"studio))?(?=\s)",
        "guest",
        0.88,
        ours=True,
    ),
    _phrase(
        r"\bjoining (?:me|us|(?:our )?hosts?|[A-Z]\w+)(?: (?:this week|today|tonight|this time|for this episode|"
        r"in the studio|live|once again))?(?: (?:to|for|on) [^.!?;:]{3,90}?)?,? (?:is|are)(?=\s)",
        "guest",
        0.9,
    ),
    _phrase(
        r"\b(?:our|my|an|a|this|exclusive|special|featured|full|live|in-depth|extended|his|her|"
        r"bonus) (?:\w+ ){0,2}(?:interview|conversation|chat|discussion|talk|q&a|panel|roundtable|round table) with\b",
        "guest",
        0.9,
    ),
    _phrase(
        r"(?:^|[.!?]\s)(?:an? |the )?(?:\w+ )?(?:interview|conversation|chat|discussion|q&a|talk) with\b", "guest", 0.9
    ),
    _phrase(r"\bin conversation with\b", "guest", 0.9),
    _phrase(
        r"\b(?:intervista|interviewt|interviewe|interroge|intervjuar|intervjuer|interviewer)(?=\s)",
        "guest",
        0.88,
        ours=True,
    ),
    _phrase(
        r"\b(?:(?:mein|unser)e?n? (?:heutige[rn]? )?(?:gast|gästin)(?: heute| diesmal| diese woche)?(?: ist| war|,|:)|"
        r"(?:meine|unsere) (?:heutigen )?gäste(?: heute| diesmal)? (?:sind|waren)|"
        r"im (?:gespräch|interview|talk|podcast) (?:mit|ist|sind)|"
        r"zu gast(?: ist| sind| war| waren| heute|"
        r" diesmal)*|(?:wir|ich) (?:sprechen|sprachen|spreche|reden|diskutieren|unterhalten uns)(?: \w+){0,4} mit|"
        r"spr(?:icht|ach|echen) (?:\w+ ){0,5}mit|unterh(?:ält|alten) (?:sich |uns )?(?:\w+ ){0,4}mit|gespräch mit|"
        r"interview mit)\b",
        "guest",
        0.9,
    ),
    _phrase(
        r"\b(?:entretien avec|interview (?:de|d'|avec)|conversation avec|échange avec|discussion avec|"
        r"rencontre avec|(?:nous |je |on )?(?:reçoit|reçois|recevons|accueille|accueillons)|(?:notre|nos|mon|"
        r"l['’]) ?invité(?:e|s|es)?(?: est| sont|,|:)?|en compagnie (?:de|d'))\b",
        "guest",
        0.88,
    ),
    _phrase(
        r"\b(?:entrevista (?:a|con)|conversación con|charla con|(?:hablamos|conversamos|charlamos|"
        r"platicamos) (?:\w+ ){0,5}con|entrevistamos a|(?:nuestr[oa]|mi) invitad[oa](?: es|,|:)?|nos acompañan?|"
        r"en compañía de)\b",
        "guest",
        0.88,
    ),
    _phrase(
        r"\b(?:intervista (?:a|con|ad)|conversazione con|chiacchierata con|(?:ne )?parliamo (?:\w+ ){0,5}con|"
        r"ospit(?:a|ano|iamo)|"
        r"(?:il nostro|la nostra|nostro) ospite(?: è|,|:)?|ospite (?:di questa|della|di oggi)(?: puntata)?(?: è)?|"
        r"insieme a)\b",
        "guest",
        0.88,
    ),
    _phrase(
        r"\b(?:entrevista com|conversa com|conversamos com|falamos com|(?:o nosso|a nossa|nosso|"
        r"nossa) convidad[oa](?: é|,|:)?|recebe(?:mos)?)\b",
        "guest",
        0.86,
    ),
    _phrase(
        r"\b(?:in gesprek met|interview met|te gast(?: is| zijn)?|praat(?:en)? (?:\w+ ){0,3}met|(?:onze|"
        r"mijn) gast(?:en)?(?: is| zijn|,|:)?)\b",
        "guest",
        0.88,
    ),
    _phrase(
        r"\b(?:intervjue?r? med|interview med|samtale? med|samtal med|(?:vår|veckans|dagens|ugens|ukens|min|"
        r"kvällens) g(?:ä|æ|je)st(?:en)?(?: är| er|,|:)?|(?:möter|møder|møter)|bjöd in|besök av|besøg af|besøk av|"
        r"(?:pratar|snakker|taler|talar) (?:\w+ ){0,3}med|har besøg af|gästas av)\b",
        "guest",
        0.86,
    ),
    _phrase(
        r"\b(?:vieraana(?: on| ovat)?|в гостях(?: у нас)?|гость (?:выпуска|программы|подкаста)|gościem (?:jest|"
        r"odcinka jest))\b",
        "guest",
        0.86,
    ),
    _phrase(r"\b(?:featuring|feat\.|ft\.)(?=\s)", "guest", 0.84),
)

#: Behind a name in a sentence: the name's owner comes to the show.
COMES = re.compile(
    r"\s*(?:\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?:"
    r"(?:also |then |again )?(?:joins?|joined|returns? to|is back (?:on|with)|"
    r"stops? by|drops? by|comes? (?:back )?on(?:to)?|came (?:back )?on(?:to)?|calls? in(?:to)?|sits? down with|"
    r"is with|visits?|swings? by) "
    r"(?:us\b|me\b|the (?:\w+ )?(?:show|podcast|program\w*|pod|gang|team|boys|guys|crew|studio|hosts?)\b|him\b|"
    r"her\b|them\b|(?P<host>[A-Z][^\W\d_]+))|"
    r"(?:drops?|stops?|swings?|pops?|calls?) (?:by|in)(?= (?:to|for|with)\s|[.!,]|$)|"
    r"(?:is|are) (?:here|back|with us) (?:to|with|for)\b|"
    r"(?:is|are) back(?: to (?:talk|discuss|chat|share|tell|explain)|[.!,]| for (?:another|more|a))|"
    r"(?:is|are|was|were) (?:our|my|the|today[’']s|this week[’']s) (?:\w+ ){0,2}guests?\b|(?:is|are) back (?:on|with)|"
    r"(?:ist|war|sind) (?:\w+ ){0,3}zu gast|(?:är|er) (?:\w+ ){0,3}(?:gäst|gæst|gjest)|est (?:notre|"
    r"l['’])\s?invité|è (?:\w+ ){0,2}ospite|es (?:nuestr[oa]|l[oa]) invitad[oa]|on vieraana)",
)
#: Behind a guest's name and what that is: the host asks.
ASKS = re.compile(r"\s(?:asks|wonders|explores|discusses|finds out|learns|talks|hears|considers|examines)\b")
#: Behind a name that begins a description: what its owner is.
IS_SOMEBODY = re.compile(
    r"\s(?:\([^()]{1,60}\)\s|[|–-]\s[^.]{1,30}\s)?(?:is\s(?:(?:currently|also|now)\s)?(?:(?:a|an|the|one of)\s)?|"
    r"ist\s(?:ein|eine|der|die)?\s?|est\s(?:un|une|le|la|l['’])?\s?|es\s(?:un|una|el|la)?\s?|è\s(?:un|una|il|la|l['’])?\s?)"
    r"(?P<what>[^.;:]{3,90})"
)
#: Behind a name: its owner and the one who writes talk.
AND_I = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?:and|&) (?:I|we)\s(?:also |then )?(?:talk|discuss|chat|"
    r"speak|spoke|dig|dive|cover|explore|get into|go deep|unpack|break down|catch up|sat|sit|walk|debate)"
)
#: Behind a name: who lets us know it is with us.
TELLS_US = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?:tells|told|walks|walked|takes|took|talks|talked|shows|showed|gives|gave|"
    r"teaches|taught|joins|joined|reminds|guides|explains to|explained to|speaks to|spoke to|talks to|talked to|"
    r"speaks with|spoke with|talks with|talked with) us\b"
)
#: Behind the names that begin a sentence: what they do with the host.
WITH_HOST = re.compile(r"\s[a-z]{3,}\s[^.!?;:]{0,80}?\bwith (?:your|our) (?:co-?)?hosts?\b")
#: Behind the name of who has a role: the topic.
ON_TOPIC = re.compile(r"\son (?:why|how|what|the|her|his|their|when|where|whether)\s")
#: Behind a name and what its owner is: what somebody asked does.
EXPLAINS = re.compile(
    r"\s(?:(?:also|then) )?(?:joins|explains|discusses|shares|talks (?:about|through)|tells|walks|breaks down|reflects|"
    r"weighs in|opens up|offers|unpacks|chats|speaks (?:about|on)|sheds light|has (?:some|an? |thoughts|ideas|advice)|"
    r"answers|gives (?:us|her|his|their|tips|advice)|lays out|makes the case|delves|helps us|looks back)\b"
)
#: Behind a name that the title gives too.
SPEAKS = re.compile(
    r"\s*(?:\([^)]{1,80}\)|,[^.!?;:]{1,160}?,)?\s(?:(?:also |then )?(?:talks?|discuss(?:es)?|joins?|shares?|tells?|"
    r"explains?|chats?|speaks?|reflects?|opens? up|sits? down|answers?|returns?|describes?|breaks? down|walks? us|"
    r"takes? us|gives? us|reveals?|argues?|recounts?|weighs? in)\b|"
    r"(?:erzählt|berichtet|spricht|erklärt|erläutert|gibt|schildert|raconte|explique|nous|cuenta|explica|habla|"
    r"racconta|spiega|conta|vertelt|berättar|fortæller|forteller|kertoo|opowiada|рассказывает)\b)",
    re.IGNORECASE,
)
#: Behind the names that begin a summary: these people are the show's own.
PRESENTS = re.compile(
    r"\s(?:(?:also |again |once more |this week |today |then )?(?:discuss|examine|explore|look at|take a look|"
    r"talk about|talk|break down|dive|dig|analy[sz]e|unpack|review|debate|consider|cover|host|present|chat|answer|"
    r"catch up|recap|react|ponder|investigate|reflect)|"
    r"(?:diskutieren|sprechen|reden|besprechen|analysieren|plaudern|discutent|analysent|parlent|discuten|analizan|"
    r"hablan|conversan|discutono|parlano|analizzano|discutem|conversam|falam|bespreken|praten|diskuterar|pratar|"
    r"diskuterer|snakker))\b"
)
PRESENTS_ALONE = re.compile(
    r"\s(?:examines|explores|looks at|takes a look|breaks down|dives|digs|analy[sz]es|unpacks|reviews|hosts|"
    r"presents|interviews|speaks (?:to|with)|talks (?:to|with)|chats with|sits down with|brings|investigates|"
    r"welcomes)\b"
)
#: In the description of a show: names here are its hosts.
SHOW_HOSTS = (
    _phrase(
        r"\b(?:von und mit|(?:co-?)?hosted by|your hosts?,?(?: is| are)?)(?=\s[A-ZÀ-Þ])", "host", 0.92, known=False
    ),
    _phrase(
        r"\b(?:(?:co-?)?hosted by|hosts?(?: are| is|:|,)?|co-?hosts?(?: are| is|:|,)?|moderated by|join|"
        r"moderiert von|präsentiert von|animé par|présenté par|presentado por|conducido por|"
        r"condotto da|apresentado por|gepresenteerd door)(?=\s)",
        "host",
        0.92,
    ),
    _phrase(
        r"\b(?:podcast|show|series|programm?e?|program|talk|sendung|émission|emission|programa|trasmissione|"
        r"podd|podden|audio ?series|videocast|radio show|conversation|newsletter|channel|discussion|magazin|"
        r"interview-podcast|live show|web series|broadcast)[^.!?]{0,80}?\b(?:by|with|from|mit|von|avec|par|de|di|"
        r"con|com|met|van|med|av|af|about [\w ]{1,40} with)(?=\s)",
        "host",
        0.88,
    ),
    _phrase(
        r"(?:^|[.!?]\s)(?:with|mit|avec|con|med|met|by|von|par|por|di|i[’']m|my name is|ich bin|je suis|soy|"
        r"(?:our |the )?(?:panell?ists|regulars|presenters|hosts) (?:include|are))(?=\s)",
        "host",
        0.84,
    ),
    _phrase(r"\b(?:with|mit|avec|alongside|together with)(?=\s)", "host", 0.82, ours=True),
    _phrase(
        r"\b(?:veterans?|experts?|comedians?|journalists?|authors?|friends|brothers|sisters|historians?|"
        r"editors?|founders?|developers?|professors?|economists?|writers?|reporters?)(?=\s[A-Z])",
        "host",
        0.84,
    ),
)
#: In the first sentence of a show's description.
SHOW_WITH = _phrase(
    r"(?<!interviews )(?<!conversations )(?<!conversation )(?<!discussions )(?<!talks )(?<!chats )(?<!speaks )"
    r"(?<!guests )\b(?:with|mit|avec)(?=\s)",
    "host",
    0.82,
)
#: Behind names in the description of a show: `Greg Shackles and Jon Dick talk to …`.
SHOW_VERBS = re.compile(
    r"(?:\s*\([^)]{1,60}\)|,[^.!?;:]{1,120}?,)?\s(?:interviews?|chats?|talks?|discuss(?:es)?|explores?|hosts?|"
    r"presents?|speaks?|brings?|takes?|sits? down|dives?|breaks? down|covers?|examines?|investigates?|shares?|"
    r"tells?|guides?|reviews?|dissects?|unpacks?|debates?|analy[sz]es?|recaps?|offers?|delivers?|riffs?|uncovers?|"
    r"reacts?|ranks?|watch(?:es)?|reads?|travels?|teach(?:es)?|demystif(?:y|ies)|celebrates?|curates?|tackles?|"
    r"digests?|"
    r"looks?|delves?|digs?|welcomes?|answers?|helps?|leads?|meets?|invites?|spricht|sprechen|redet|reden|"
    r"interviewt|diskutiert|diskutieren|führt|lädt|reçoit|raconte|racontent|habla|hablan|conversa|conversan|"
    r"racconta|raccontano|parla|parlano|praat|praten|pratar|snakker|taler)\b",
)
#: Before a name: it is somebody else's.
NOT_HERE = re.compile(
    r"(?:\b(?:past|previous|former|earlier|recent|upcoming|future|next|last)\b(?:\s\w+){0,2}\s*$|\b(?:music|"
    r"artwork|art|logo|cover|photos?|photography|produced|production|edited|editing|mixed|mixing|written|"
    r"design(?:ed)?|theme|song|songs|"
    r"composed|performed|directed|book|books|novel|film|movie|album|story|essay|article|inspired|based on|"
    r"illustrated|recorded|engineered|distributed|transcribed|translated|sponsored|supported|powered|musik|schnitt|"
    r"produktion|musique|musica|musica)\b[^.!?]{0,24}\b(?:by|von|par|di|por|av|af|from|with|per)?\s*$)",
    re.IGNORECASE,
)
ELSEWHEN = re.compile(
    r"^\W*(?:next (?:week|time|episode|month)|coming up next|previously|last (?:week|time|month)|in (?:the|"
    r"our) (?:next|last|previous)|past guests|nächste woche|letzte woche|la semaine prochaine|stay tuned)\b",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:we|we[’']re|we[’']ve|we[’']ll|i|i[’']m|i[’']ve|us|our|my|hosts?|co-?hosts?|(?:this|today[’']s|"
    r"the latest) (?:week|month|time|episode|show|edition|podcast|installment|instalment)|today|tonight|"
    r"the (?:team|gang|boys|guys|crew|girls|ladies|panel|duo|trio|hosts))\b|^\W*(?:joined|he|she|they)\b",
    re.IGNORECASE,
)
TITLE_WITH = re.compile(
    r"(?:(?<=[\s(\[|:,–-])|^)(?:(?:special |with )?guests?:?|with|w/|feat\.?|ft\.?|featuring|mit|avec|con|com|met|"
    r"med|interview(?: with| mit| avec| con| de| med| met)?:?|im gespräch mit|in conversation with|"
    r"a conversation with|entrevista (?:a|con):?|intervista (?:a|con):?|zu gast:?|invité:?|rencontre avec|"
    r"entretien avec|vieraana|в гостях|& special guest|x)\s+(?=\S)",
    re.IGNORECASE,
)
