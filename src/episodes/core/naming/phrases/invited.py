"""More words inside a sentence that guests or hosts follow, of many languages and each an open class."""

from __future__ import annotations

from episodes.core.naming.phrases.phrase import phrase
from episodes.core.naming.tongues import frames

_GLAD = (
    r"(?:thrilled|excited|delighted|happy|pleased|honou?red|proud|stoked|lucky|glad|grateful|privileged|"
    r"fortunate|the (?:great )?"
    r"(?:pleasure|honou?r|privilege|joy|chance|opportunity)) (?:today |tonight |this week )?(?:to|of) "
)
#: From who is talked with up to a colon and the names; what is talked about is none of it.
_COLON = r"(?:(?!\b(?:about|on|of|über|sur|sobre|su|om|over|question|frage)\b)[^.:!?;()]){3,80}:"

INVITED = (
    phrase(
        r"\b(?:we|i)(?:[’']ve|[’']ll)? (?:also |then )?(?:talk|speak|chat|spoke|talked|chatted|sit down|"
        r"sat down|hear|heard) (?:to|with|from) "
        rf"{_COLON}(?=\s(?-i:[A-Z]))|\b(?:sprechen wir|wir sprechen|spreche ich|ich spreche|reden wir|"
        rf"wir reden) mit {_COLON}(?=\s)|"
        r"\b(?:nous (?:recevons|parlons avec|discutons avec)|hablamos con|conversamos con|charlamos con|"
        r"parliamo con|conversamos com|"
        rf"falamos com|praten we met|pratar vi med|vi pratar med) {_COLON}(?=\s)",
        "guest",
        0.86,
    ),
    phrase(
        r"\b(?:episode|edition|special|show|program\w*|podcast|instal+ment|hour) features (?:interviews? with |"
        r"conversations? with )?"
        r"(?=(?-i:(?:[A-Z][\w&.-]*[’']s )?(?:[A-Z][\w’'.-]+ ){1,3}?[A-Z][\w’'-]+(?:,| and | & |\.|$| who |"
        r" talking | discussing )))"
        r"(?![^.!?]*\b(?:late|music|songs?|archiv\w+|clips?|recordings?|tribute|work of|story of|life|death|"
        r"spoilers?)\b)",
        "guest",
        0.84,
    ),
    phrase(
        r"\bjoining (?:the|this|our) (?:discussion|conversation|panel|show|program\w*|debate)\b"
        r"[^.!?;:]{0,40}? (?:is|are)(?=\s)",
        "guest",
        0.88,
    ),
    phrase(
        r"\bjoining (?:me|us) (?:today |this week )?to (?:talk about|discuss|chat about|tell us about|unpack) "
        r"(?:this|it|that|these|all (?:of )?this),?(?: is| are)?(?=\s(?-i:[A-Z]))",
        "guest",
        0.88,
    ),
    phrase(r"\bes (?:diskutieren|sprechen|debattieren)(?=\s(?-i:[A-ZÀ-Þ]))", "guest", 0.84),
    phrase(r"^\W*(?:talks?|speaks?|chats?|sits? down|in conversation) (?:with|to)(?=\s)", "guest", 0.86),
    phrase(
        r"\b(?:analiz|explor|repas|habl|convers|coment|descubr|estudi|debat|discut|recorr|reflexion|viaj|abord|"
        r"profundiz|esplor|parl)"
        r"(?:amos|imos|iamo)\b(?:(?!\bque\b|\bche\b)(?-i:[^.!?;:A-ZÀ-Þ])){0,80}?\b(?:junto (?:a|con)|"
        r"de la mano de|en compañía de|"
        r"con la ayuda de|acompañad[oa]s (?:de|por)|"
        r"insieme a|con l['’]aiuto di|in compagnia di)(?= (?:la |el |los |las |un |una |il |lo |"
        r"l['’])?(?-i:[a-zß-ÿ-]+ ){1,2}(?-i:[A-ZÀ-Þ]))|"
        r"\bnos (?:ayudamos|valemos|acompañamos) de(?= (?:la |el )(?-i:[a-zß-ÿ]+ ){1,2}(?-i:[A-ZÀ-Þ]))",
        "guest",
        0.84,
    ),
    phrase(
        r"\bguest[- ](?:speaker|preacher|lecturer|teacher|pastor|expert|artist|dj|reviewer|panell?ist|"
        r"contributor|musician|"
        r"author|commentator)s?,?(?=\s(?-i:[A-Z]))|\b(?:gastredner|gastprediger|gaststar)(?:in)?(?=\s(?-i:[A-Z]))",
        "guest",
        0.88,
        known=False,
    ),
    phrase(
        rf"(?:^|[.!?]\s|\b(?:we|we[’']re|i|i[’']m|today|this week|us|guys|team|crew|men|"
        rf"hosts?)\b)(?:(?!\b(?:she|he|they|fans|people|who|which)\b)[^.!?;:]){{0,50}}?"
        rf"\b{_GLAD}(?:once again |finally |also )?(?:welcom(?:e|ing)(?: back)?|hav(?:e|ing)|host(?:ing)?|"
        rf"introduc(?:e|ing)|"
        r"(?:be|being) joined by|interview(?:ing)?|(?:speak|talk|chat|sit|convers)(?:e|t?ing)?(?: down|"
        r" again)? (?:to|with))"
        r"(?=\s)",
        "guest",
        0.9,
        known=False,
    ),
    phrase(
        r"\bfreu(?:en|e) (?:uns|mich)\b[^.!?:;]{0,30}? (?:auf|über)(?: den besuch von)?(?=\s)|"
        r"\b(?:tive|tivemos|temos|tenho) (?:o (?:\w+ )?prazer|a (?:\w+ )?honra) de (?:conversar|falar|"
        r"entrevistar|receber)"
        r"(?: com)?(?=\s)|\btenemos el (?:placer|honor|gusto) de (?:conversar|hablar|charlar|entrevistar|"
        r"recibir)(?: con| a)?(?=\s)|"
        r"\b(?:le plaisir|l['’]honneur|la chance|la joie) (?:de recevoir|d['’]accueillir|d['’]interviewer|"
        r"d['’]échanger avec|"
        r"de discuter avec)(?=\s)|\b(?:il piacere|l['’]onore) di (?:ospitare|intervistare|parlare con)(?=\s)",
        "guest",
        0.88,
    ),
    phrase(
        rf"\b(?:with|mit|avec|con|com|met|med|our|unsere|nos|nuestr[oa]s|nossos|onze|våra|vores|two|zwei|deux|"
        rf"dos|due|dois|twee|två|to)"
        rf" (?:\w+ )?{frames.GUESTS}\s?:(?=\s)",
        "guest",
        0.9,
    ),
    phrase(r"(?:^|[.!?]\s)intervista (?:a cura )?di(?=\s(?-i:[A-ZÀ-Þ]))", "host", 0.86),
    phrase(r"\b(?:pytania|pytanie) odpowiadają?(?=\s(?-i:[A-ZÀ-Þ]))|\bguest/co-?host(?=\s)", "guest", 0.86),
    phrase(
        r"\bgast (?:von|bei) (?-i:(?:[A-ZÀ-Þ][\w-]+ ){2,3})(?:ist|war)(?=\s)",
        "guest",
        0.88,
    ),
    phrase(
        r"\b(?:ist|sind|war|waren) (?:\w+ )?gast (?:von|bei)(?=\s(?-i:[A-ZÀ-Þ]))|\bgast (?:von|"
        r"bei)(?=\s(?-i:(?:[A-ZÀ-Þ][\w-]+ ){2,3})(?:ist|war)\b)",
        "host",
        0.86,
    ),
    phrase(
        r"\b(?:die fragen (?:\w+ ){0,3}stell(?:t|en|te|ten)|das (?:gespräch|interview) führ(?:t|en|te|ten)|(?:^|"
        r"[.!?]\s)es moderier(?:t|en|te)|"
        r"intervjuar gör|al microfono|vid mikrofonen|ved mikrofonen|bak mikrofonen|achter de microfoon|"
        r"przy mikrofonie|"
        r"durch (?:das programm|die stunde) führ(?:t|en))(?=\s(?-i:[A-ZÀ-Þ]))",
        "host",
        0.88,
        known=False,
    ),
    phrase(
        r"\b(?:lo|glielo|ne) (?:chiediamo|domandiamo|abbiamo chiesto|discutiamo|ragioniamo)(?: a| ad| con|"
        r" insieme a)?(?=\s)|"
        r"\b(?:on|nous) en (?:parle|parlons|discute|discutons|débat|débattons) avec(?=\s)|"
        r"\b(?:darüber|davon|dazu|hierüber|daarover|hierover|om det(?:ta)?|det) "
        rf"{frames.TELLS_FIRST}(?=\s(?-i:[A-ZÀ-Þ]))(?![^.!?,;:]{{4,60}}\s(?:mit|met|med)\s(?-i:[A-ZÀ-Þ]))|"
        r"\bmówi o tym (?:gość [^.,;]{0,40}, )?(?=(?-i:[A-ZÀ-Þ])|dr |prof)",
        "guest",
        0.86,
    ),
    phrase(
        r"\bfår (?:du|vi|ni) (?:träffa|möta|höra|lyssna på|lära känna)(?=\s)|\bkan du (?:møde|høre|lytte til)(?=\s)|"
        r"\b(?:hört|lernt|trefft) ihr(?=\s(?-i:[A-ZÀ-Þ]))|\bvous (?:entendrez|allez entendre)(?=\s)|"
        r"\b(?:vas a escuchar|escucharás) a(?=\s)|"
        r"\bhoor je(?: van)?(?=\s(?:[a-zß-ÿ-]+\s){0,3}(?-i:[A-ZÀ-Þ]))|\byou(?:[’']ll|"
        r" will) (?:also )?hear from(?=\s)",
        "guest",
        0.85,
    ),
    phrase(
        r"\b(?:we|i)(?: also| finally| recently)? (?:called in|called up|brought in|invited|bring in)"
        r"(?: our| my)?(?: good| old| dear| own)?(?: friends?| colleagues?| pals?)?(?=\s(?-i:[A-Z]))|"
        r"\brecorded (?:live )?(?:at [^.!?,]{3,40} )?with(?=\s(?-i:[A-Z]))|"
        r"\b(?:we|i) ask(?=\s(?:[a-z-]+ ){0,3}(?-i:"
        r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+,? (?:how|why|what|about|if|whether|"
        r"to (?:explain|tell|share|walk|take)|an?|the|host|author)\b))|"
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
