"""More words inside a sentence that guests or hosts follow, of many languages and each an open class."""

from __future__ import annotations

from episodes.core.naming.phrases.phrase import phrase

_GLAD = (
    r"(?:thrilled|excited|delighted|happy|pleased|honou?red|proud|stoked|lucky|glad|grateful|privileged|fortunate|the (?:great )?"
    r"(?:pleasure|honou?r|privilege|joy|chance|opportunity)) (?:to|of) "
)
_GUESTS = (
    r"(?:guests?|gäste?n?|gast|invité(?:e|s|es)?|invitad[oa]s?|ospit[ei]|convidad[oa]s?|gasten|gäst(?:er)?|gjest(?:er)?|gæst(?:er)?)"
)

INVITED = (
    phrase(
        r"\bguest[- ](?:speaker|preacher|lecturer|teacher|pastor|expert|artist|dj|reviewer|panell?ist|contributor|musician|"
        r"author|star|commentator)s?,?(?=\s(?-i:[A-Z]))|\b(?:gastredner|gastprediger|gaststar)(?:in)?(?=\s(?-i:[A-Z]))",
        "guest",
        0.88,
        known=False,
    ),
    phrase(
        rf"\b{_GLAD}(?:once again |finally |also )?(?:welcom(?:e|ing)(?: back)?|hav(?:e|ing)|host(?:ing)?|introduc(?:e|ing)|"
        r"(?:be|being) joined by|interview(?:ing)?|(?:speak|talk|chat|sit|convers)(?:e|t?ing)?(?: down| again)? (?:to|with))"
        r"(?=\s)",
        "guest",
        0.9,
        known=False,
    ),
    phrase(
        r"\bfreu(?:en|e) (?:uns|mich)\b[^.!?:;]{0,30}? (?:auf|über)(?: den besuch von)?(?=\s)|"
        r"\b(?:tive|tivemos|temos|tenho) (?:o (?:\w+ )?prazer|a (?:\w+ )?honra) de (?:conversar|falar|entrevistar|receber)"
        r"(?: com)?(?=\s)|\btenemos el (?:placer|honor|gusto) de (?:conversar|hablar|charlar|entrevistar|recibir)(?: con| a)?(?=\s)|"
        r"\b(?:le plaisir|l['’]honneur|la chance|la joie) (?:de recevoir|d['’]accueillir|d['’]interviewer|d['’]échanger avec|"
        r"de discuter avec)(?=\s)|\b(?:il piacere|l['’]onore) di (?:ospitare|intervistare|parlare con)(?=\s)",
        "guest",
        0.88,
    ),
    phrase(
        rf"\b(?:with|mit|avec|con|com|met|med|our|unsere|nos|nuestr[oa]s|nossos|onze|våra|vores|two|zwei|deux|dos|due|dois|twee|två|to)"
        rf" (?:\w+ )?{_GUESTS}\s?:(?=\s)",
        "guest",
        0.9,
    ),
    phrase(
        r"\bgast (?:von|bei) (?-i:(?:[A-ZÀ-Þ][\w-]+ ){2,3})(?:ist|war)(?=\s)",
        "guest",
        0.88,
    ),
    phrase(r"\b(?:ist|sind|war|waren) (?:\w+ )?gast (?:von|bei)(?=\s(?-i:[A-ZÀ-Þ]))|\bgast (?:von|bei)(?=\s(?-i:(?:[A-ZÀ-Þ][\w-]+ ){2,3})(?:ist|war)\b)", "host", 0.86),
    phrase(
        r"\b(?:die fragen stell(?:t|en|te|ten)|das (?:gespräch|interview) führ(?:t|en|te|ten)|(?:^|[.!?]\s)es moderier(?:t|en|te)|"
        r"intervjuar gör|al microfono|vid mikrofonen|ved mikrofonen|bak mikrofonen|achter de microfoon|przy mikrofonie|"
        r"durch (?:das programm|die stunde) führ(?:t|en))(?=\s(?-i:[A-ZÀ-Þ]))",
        "host",
        0.88,
        known=False,
    ),
    phrase(
        r"\b(?:lo|glielo|ne) (?:chiediamo|domandiamo|abbiamo chiesto|discutiamo|ragioniamo)(?: a| ad| con| insieme a)?(?=\s)|"
        r"\b(?:ci|ce (?:lo|la|ne|li)) (?:racconta|spiega|parla|illustra|svela|descrive)(?:no)?(?: tutto| oggi)?(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\bnos (?:lo |la )?(?:cuenta|explica|habla|relata)n?(?: todo| hoy)?(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\b(?:on|nous) en (?:parle|parlons|discute|discutons|débat|débattons) avec(?=\s)|"
        r"\b(?:darüber|davon|dazu) (?:spricht|sprechen|berichtet|berichten|erzählt|erzählen|spreche ich mit|sprechen wir mit|reden wir mit)"
        r"(?=\s(?-i:[A-ZÀ-Þ]))|\b(?:om det(?:ta)? (?:berättar|pratar)|det fortæller|det forteller)(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\bmówi o tym (?:gość [^.,;]{0,40}, )?(?=(?-i:[A-ZÀ-Þ])|dr |prof)",
        "guest",
        0.86,
    ),
    phrase(
        r"\bfår (?:du|vi|ni) (?:träffa|möta|höra|lyssna på|lära känna)(?=\s)|\bkan du (?:møde|høre|lytte til)(?=\s)|"
        r"\b(?:hört|lernt|trefft) ihr(?=\s(?-i:[A-ZÀ-Þ]))|\bvous (?:entendrez|allez entendre)(?=\s)|"
        r"\b(?:vas a escuchar|escucharás) a(?=\s)|\bhoor je(?=\s(?-i:[A-ZÀ-Þ]))|\byou(?:[’']ll| will) (?:also )?hear from(?=\s)",
        "guest",
        0.85,
    ),
    phrase(
        r"\b(?:we|i)(?: also| finally| recently)? (?:called in|called up|brought in|invited|bring in|got)"
        r"(?: our| my)?(?: good| old| dear| own)?(?: friends?| colleagues?| pals?)?(?=\s(?-i:[A-Z]))|"
        r"\b(?:we|i) ask(?=\s(?-i:(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+,? (?:how|why|what|about|if|whether|to (?:explain|tell|share|walk|take)|an?|the|host|author)\b))|"
        r"\b(?:we|i) ask(?=\s(?-i:(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+), )",
        "guest",
        0.84,
    ),
    phrase(
        r"\b(?:we|i)[’']?(?:ll| will)?(?: be)? talk(?:ing)? (?!about|of|on|how|through)(?:\w+ ){1,3}with(?=\s)",
        "guest",
        0.84,
    ),
)
