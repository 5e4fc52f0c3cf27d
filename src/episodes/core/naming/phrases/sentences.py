"""Words inside a sentence that names follow: `joined by A`, `our guest is A`."""

from __future__ import annotations

from episodes.core.naming.phrases.phrase import phrase

#: Inside a sentence.
INLINE = (
    phrase(
        r"\b(?:co-?)?hosted (?:(?:and|&) \w+ |[a-z]+ (?:[a-z]+ ){0,3}?)?by\b|"
        r"(?:^|[.!?]\s|\b(?:we|you|please|to|and) )join (?:your )?(?=[A-Z])",
        "host",
        0.93,
        known=False,
    ),
    phrase(
        r"\b(?:moderated by|your (?:co-?)?hosts?,?|with (?:your )?(?:co-?)?hosts?|as (?:guest |"
        r"co-?)?hosts? (?:is|are)|guest[ -]hosts?(?: is| are|,)?|co-?hosts?,?(?: is| are)?|"
        r"join (?:us,? )?(?:your )?hosts?)(?=\s[A-Z])",
        "host",
        0.88,
    ),
    phrase(
        r"(?:^|[.!?,:;]\s|\b(?!(?:former|previous|then|other|of|by|radio|tv|television|news|game|fellow|podcast)\b)[a-zß-ÿ]+\s)(?:co-?)?"
        r"hosts?(?:(?=\s[A-Z])|,(?=\s(?-i:[A-Z])))",
        "host",
        0.88,
    ),
    phrase(
        r"\b(?:tells|told|joins|joined by|talks (?:to|with)|speaks (?:to|with)|spoke (?:to|with)|sits down with|with) "
        r"(?-i:[A-Z][\w’']*\s){1,4}hosts?,?(?=\s[A-Z])",
        "host",
        0.86,
    ),
    phrase(
        r"(?:^|[.!?]\s)(?:written|produced|created|researched|edited|recorded|reported)(?:, \w+)*,? (?:and|&) "
        r"(?:presented|hosted|narrated|read|told) by(?=\s[A-Z])",
        "host",
        0.88,
    ),
    phrase(
        r"\b(?:an?|the|this|his|her) (?:[\w-]+ ){0,2}(?:lecture|talk|keynote|sermon|homily|presentation|masterclass|"
        r"performance) (?:given |delivered )?by(?=\s)",
        "guest",
        0.86,
    ),
    phrase(
        r"(?:(?:^|[.!?]\s)|\b(?:is|was|are|and|podcast|show|programme|episode),? )(?:presented|moderated|chaired) "
        r"(?:this (?:week|time) |today )?by(?=\s[A-Z])",
        "host",
        0.88,
        known=False,
    ),
    phrase(
        r"\b(?:al microfono|au micro|al micrófono|bakom mikrofonen)(?=\s[A-Z])|(?:^|\s[-–—]\s)par\s?:",
        "host",
        0.86,
        known=False,
    ),
    phrase(r"\bjoins? (?:the (?:show|podcast)|us) with(?=\s[A-Z])", "host", 0.88, known=False),
    phrase(
        r"\bl['’]invité(?:e|s|es)? (?:d['’]|de (?=[A-Z]))|"
        r"\ba apresentação é d[eao]s?\b|\bassume o microfone (?:hoje )?é\b",
        "host",
        0.88,
        known=False,
    ),
    phrase(r"(?:^|[.!?]\s)(?:interviewed|in conversation with host) (?:by )?(?=[A-Z])", "host", 0.84),
    phrase(
        r"\b(?:mit (?:ih[mr]|ihnen) (?:spr(?:icht|echen)|red(?:et|en)|diskutiert|unterhält sich)|"
        r"durch (?:die sendung|den abend|die folge|das gespräch) (?:führ(?:t|en|te|ten))|am mikro(?:fon|phon)?"
        r"(?: ist| sind| sitzen| waren)?|es moderier(?:t|en))\b",
        "host",
        0.86,
    ),
    phrase(
        r"(?:^|[.!?]\s)(?:conducen?|conducono|presentan?|condu[cz]e|animent?)(?=\s[A-Z])", "host", 0.86, known=False
    ),
    phrase(
        r"\b(?:moderiert von|gastgeber(?:in)?(?: ist)?|animé par|présenté par|presentado por|conducido por|"
        r"dirigido por|condotto da|apresentado por|apresentação de|apresentação:|gepresenteerd door|"
        r"presentado y dirigido por|prowadzi|"
        r"prowadzą)\b",
        "host",
        0.88,
    ),
    phrase(
        r"\bspecial guests?(?: stars?| hosts?)?(?: this week| today)?,?(?: is| are|:)?(?=\s)",
        "guest",
        0.93,
        known=False,
    ),
    phrase(
        r"\b(?:our|my|today[’']s|this (?:week|episode|month)[’']s|tonight[’']s|the) (?:\w+ )?guests?(?: (?:on|"
        r"for|in) (?:this|today[’']s) (?:\w+ )?(?:episode|show|podcast|edition))?(?: today| this week|"
        r" tonight)?,?(?: is| are| was|:)?(?=\s)",
        "guest",
        0.92,
        known=False,
    ),
    phrase(
        r"\b(?:with|and|plus|&) (?:(?:special|returning|fellow|our) )?guests?,?"
        r"(?!\s(?:discuss|talk|explore|examine|debate|look|consider|tackle|chat|dig|dive|ask|try)\b)(?=\s[A-Z])",
        "guest",
        0.92,
    ),
    phrase(
        r"\b(?:here with (?:me|us)|with (?:me|us)(?: (?:today|tonight|this week|in the studio|on the line))?|"
        r"(?:in the studio|on the line|on the show|on the podcast|on the program\w*)(?: with (?:me|us))?"
        r"(?: (?:today|tonight|this week))?),? (?:is|are)(?=\s)",
        "guest",
        0.88,
    ),
    phrase(r"\b(?:we|i|you|you[’']ll|we[’']ll)(?: also| then)? hear from(?=\s)", "guest", 0.84),
    phrase(
        r"\b(?:(?:we|i|you|you[’']ll|we[’']ll)(?: also)? hear from|thanks to|thank you to|huge thanks to)"
        r"(?=\s[^.!?]{4,60}\s(?:for (?:joining|coming|being|taking part|talking|chatting|speaking|"
        r"sharing)|about|on (?:how|why|what))\b)",
        "guest",
        0.86,
    ),
    phrase(
        r"\b(?:guests?|panel(?:l?ists)?|speakers?|contributors?) (?:(?:today|tonight|this week) )?(?:include[sd]?|"
        r"including|(?:today|tonight|this week) (?:is|are))(?=\s)",
        "guest",
        0.88,
    ),
    phrase(r"(?:^|[.!?]\s)(?:an? |the |our )?(?:\w+ )?(?:panel|round ?table)\b[^.:!?]{0,60}:(?=\s)", "guest", 0.86),
    phrase(r"\b(?:pick(?:s|ed)? the brains? of|quiz(?:zes|zed)?|grills?)(?=\s)", "guest", 0.84, ours=True),
    phrase(
        r"\bjoined (?:(?:this (?:week|time|episode|month)|today|again|now|once (?:more|again)|"
        r"in (?:the )?studio|on (?:the|this) \w+|tonight|live|here|as (?:always|usual|ever)|"
        r"via \w+)[, ]{1,2}){0,3}by\b",
        "guest",
        0.92,
        known=False,
        ours=True,
    ),
    phrase(
        r"\b(?:talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|chat(?:s|ted|ting)?|s[ai]t(?:s|ting)? down|convers(?:e|"
        r"es|ed|ing)|catch(?:es|ing)? up|caught up|hangs? out|checks? in|discuss(?:es|ed)? \w+) (?:live |again |"
        r"once more |today |tonight |recently |this (?:week|month|time|episode) |in depth |at length |remotely |"
        r"at \w+ |in \w+ )?(?:to|with)\b",
        "guest",
        0.9,
        ours=True,
    ),
    phrase(
        r"\b(?:interview(?:s|ed|ing)?|welcom(?:e|es|ed|ing)(?: back)?|bring(?:s)? (?:on|in)|invit(?:e|es|ed)|"
        r"(?<!, )(?<!the )(?<!our )(?<!your )(?<!and )(?<!with )hosts|(?:we|i|will|to) host(?:ed)?)(?=\s[A-Z])",
        "guest",
        0.88,
        ours=True,
    ),
    phrase(
        r"\b(?:interview(?:s|ed)|welcom(?:e|es|ed))(?: back)?(?: to (?:the|our) (?:show|podcast|program\w*|"
        r"studio))?(?=\s)",
        "guest",
        0.88,
        ours=True,
    ),
    phrase(
        r"\bjoining (?:me|us|(?:our )?hosts?|[A-Z]\w+)(?: (?:this week|today|tonight|this time|for this episode|"
        r"in the studio|live|once again))?(?: (?:to|for|on) [^.!?;:]{3,90}?)?,? (?:is|are)(?=\s)",
        "guest",
        0.9,
    ),
    phrase(
        r"\b(?:our|my|an|a|this|exclusive|special|featured|full|live|in-depth|extended|his|her|"
        r"bonus) (?:\w+ ){0,2}(?:interview|conversation|chat|discussion|talk|q&a|panel|roundtable|round table) with\b",
        "guest",
        0.9,
    ),
    phrase(
        r"(?:^|[.!?;:–—|•]\s)(?:an? |the )?(?:\w+ )?(?:interview|conversation|chat|discussion|q&a|talk) with\b",
        "guest",
        0.9,
    ),
    phrase(r"\bin conversation with\b", "guest", 0.9),
    phrase(
        r"\b(?:intervista|interviewt|interviewe|interroge|intervjuar|intervjuer|interviewer)(?=\s)",
        "guest",
        0.88,
        ours=True,
    ),
    phrase(
        r"\b(?:(?:mein|unser)e?n? (?:heutige[rn]? )?(?:gast|gästin)(?: heute| diesmal| diese woche)?(?: ist| war|,|:)|"
        r"(?:meine|unsere) (?:heutigen )?gäste(?: heute| diesmal)? (?:sind|waren)|"
        r"im (?:gespräch|interview|talk|podcast) (?:mit|ist|sind)|"
        r"als gäst?(?:in|e)?|als gast(?:in)?|zu gast(?: ist| sind| war| waren| heute|"
        r" diesmal)*(?! (?:bei|in|im|am|auf|beim)\b)|"
        r"zu gast (?:in (?:dieser|der heutigen) (?:folge|sendung|ausgabe|episode)|im (?:heutigen )?(?:podcast|studio))"
        r"(?: ist| sind| war| waren)?(?: heute)?|"
        r"(?:wir|ich) (?:sprechen|sprachen|spreche|reden|diskutieren|unterhalten uns)(?: \w+){0,4} mit|"
        r"spr(?:icht|ach|echen) (?:\w+ ){0,5}mit|unterh(?:ält|alten) (?:sich |uns )?(?:\w+ ){0,4}mit|"
        r"gespräch mit|interview mit)\b",
        "guest",
        0.9,
    ),
    phrase(
        r"\b(?:entretien avec|interview (?:de|d'|avec)|conversation avec|échange avec|discussion avec|"
        r"rencontre avec|(?:nous |je |on )?(?:reçoit|reçois|recevons|accueille|accueillons)|(?:notre|nos|mon|"
        r"l['’]) ?invité(?:e|s|es)?(?: est| sont|,|:)?|en compagnie (?:de|d'))\b",
        "guest",
        0.88,
    ),
    phrase(
        r"\b(?:entrevista (?:a|con)|conversación con|charla con|(?:hablamos|conversamos|charlamos|"
        r"platicamos) (?:\w+ ){0,5}con|entrevistamos a|(?:nuestr[oa]|mi) invitad[oa](?: es|,|:)?|nos acompañan?|"
        r"en compañía de)\b",
        "guest",
        0.88,
    ),
    phrase(
        r"\b(?:intervista (?:a|con|ad)|conversazione con|chiacchierata con|(?:ne )?parliamo (?:\w+ ){0,5}con|"
        r"ospit(?:a|ano|iamo)|"
        r"(?:il nostro|la nostra|nostro) ospite(?: è|,|:)?|ospite (?:di questa|della|di oggi)(?: puntata)?(?: è)?|"
        r"insieme a)\b",
        "guest",
        0.88,
    ),
    phrase(
        r"\barguing (?:for|against)(?: the motion)? (?:is|are|was|were)(?=\s)",
        "guest",
        0.9,
    ),
    phrase(r"(?:^|[.!?]\s)(?:un )?dialogo con(?=\s)", "guest", 0.86),
    phrase(
        r"\b(?:entrevista com|conversa com|conversamos com|falamos com|(?:o nosso|a nossa|nosso|"
        r"nossa) convidad[oa](?: é|,|:)?|recebe(?:mos)?)\b",
        "guest",
        0.86,
    ),
    phrase(
        r"\b(?:in gesprek met|interview met|te gast(?: is| zijn)?|praat(?:en)? (?:\w+ ){0,3}met|(?:onze|"
        r"mijn) gast(?:en)?(?: is| zijn|,|:)?)\b",
        "guest",
        0.88,
    ),
    phrase(
        r"\b(?:intervjue?r? med|interview med|samtale? med|samtal med|(?:vår|veckans|dagens|ugens|ukens|min|"
        r"kvällens) g(?:ä|æ|je)st(?:en)?(?: är| er|,|:)?|(?:möter|møder|møter)|bjöd in|besök av|"
        r"gäst(?:er)?(?: (?:idag|ikväll|i studion|denna vecka|den här veckan)){1,2} är|"
        r"besøg af|besøk av|"
        r"(?:pratar|snakker|taler|talar) (?:\w+ ){0,3}med|har besøg af|gästas av)\b",
        "guest",
        0.86,
    ),
    phrase(
        r"\b(?:vieraana(?: on| ovat)?|в гостях(?: у нас)?|гость (?:выпуска|программы|подкаста)|gościem (?:jest|"
        r"odcinka jest))\b",
        "guest",
        0.86,
    ),
    phrase(
        r"\b(?:featuring|feat\.|ft\.)(?=\s)(?!\s(?:\w+\s){0,2}(?:music|songs?|tracks?|clips?|audio|sounds?|artwork)\b)",
        "guest",
        0.84,
    ),
    phrase(
        r"\b(?:conversem|parlem|xerrem|parlarem) (?:(?!(?:de|dels?|sobre|qui|que)\b)\w+ ){0,5}amb"
        r"(?=\s(?:(?!(?:de|del|sobre|qui|que)\b)[^.!?\s]+\s){0,6}?(?-i:[A-ZÀ-Þ]))|"
        r"\bens (?:acompanya|visita|en parla)(?: avui)?(?=\s)|"
        r"\bgest(?:ur|ir) (?:\w+ )?(?:þátt\w+|vikunnar|dagsins|okkar) (?:er|eru)(?=\s)",
        "guest",
        0.86,
    ),
    phrase(r"\bв гостях\b(?! у (?!нас))[^.!?:;—–]{0,80}?\s[-—–]\s", "guest", 0.86),
)
