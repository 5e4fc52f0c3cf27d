"""More words inside a sentence that guests or hosts follow, of many languages and each an open class."""

from __future__ import annotations

from episodes.core.naming.phrases.phrase import phrase

_GLAD = (
    r"(?:thrilled|excited|delighted|happy|pleased|honou?red|proud|stoked|lucky|glad|grateful|privileged|"
    r"fortunate|the (?:great )?"
    r"(?:pleasure|honou?r|privilege|joy|chance|opportunity)) (?:to|of) "
)
_GUESTS = (
    r"(?:guests?|gäste?n?|gast|invité(?:e|s|es)?|invitad[oa]s?|ospit[ei]|convidad[oa]s?|gasten|"
    r"gäst(?:er)?|gjest(?:er)?|gæst(?:er)?)"
)

#: Words between the verb and `with`, none of which denies it or begins what is talked about.
_FEW = (
    r"(?: (?!(?:nicht|nie|kein\w*|pas|jamais|plus|no|nunca|jamás|non|mai|não|niet|nooit|geen|inte|ikke|aldrig|"
    r"aldri|über|sur|sobre|su|over|om|"
    r"von|de|di|of|about)\b)[^\W\d_]+){0,5}? "
)
_NORTH = (
    r"(?:pratar|pratade|talar|talade|samtalar|"
    r"samtalade|snackar|snackade|diskuterar|snakker|snakket|taler|talte|talt|prater)"
)
#: What I and we do with a guest, by language: the verbs in all their forms, and the word for `with`.
_TALKED_WITH = (
    rf"(?:spreche|sprechen wir|ich sprach|sprach ich|sprachen wir|wir sprachen|rede|reden wir|ich redete|redete ich|"
    rf"diskutiere|diskutieren wir|plaudere|"
    rf"plaudern wir|quatsche|quatschen wir|"
    rf"unterhalte|unterhalten wir|unterhielt ich|ich unterhielt|unterhielten wir|"
    rf"wir unterhielten|talke|philosophiere|tausche|tauschen wir){_FEW}mit|"
    rf"(?:habe ich|haben wir|ich habe|wir haben){_FEW}mit(?=[^.!?]*\b(?:gesprochen|geredet|unterhalten|"
    r"diskutiert|geplaudert|"
    r"gequatscht|ausgetauscht)\b)|"
    rf"(?:je|on|nous|j['’]ai|nous avons|on a|avons-nous) (?:parl|discut|échang|convers|dialogu|bavard|papot|débatt)"
    rf"(?:e|ons|é|ais|"
    rf"ions){_FEW}avec|"
    rf"(?:je m['’]entretiens|nous nous entretenons){_FEW}avec|"
    rf"(?:habl|convers|charl|platiqu?c?|conversar|hablar)(?:o|é|ué|amos|aremos|ando|aré){_FEW}con|"
    rf"(?:(?:he|hemos) (?:hablado|conversado|charlado|platicado)|debatimos|discutimos|me siento|"
    rf"nos sentamos){_FEW}con|"
    rf"(?:parl|chiacchier|ragion)(?:o|hiamo|iamo|erò|eremo){_FEW}con|"
    rf"(?:(?:ho|abbiamo) (?:parlato|chiacchierato|discusso|dialogato)|mi confronto|ci confrontiamo){_FEW}con|"
    rf"(?:fal|convers|dialog)(?:o|ei|amos|ámos|aremos|uei){_FEW}com|(?:bati|batemos|bato) um papo{_FEW}com|"
    rf"(?:praat ik|praten we|sprak ik|spraken we|spreek ik|spreken we|ik praat|ik sprak|ik spreek|we spreken|"
    rf"we spraken){_FEW}met|"
    rf"(?:(?:vi|jag|jeg) (?:har )?{_NORTH}|{_NORTH} (?:vi|jag|jeg)){_FEW}med"
)
#: What we do to a guest, by language.
_RECEIVED = (
    r"(?:begrüße|treffe|interviewe|besuche|empfange) ich|(?:begrüßen|treffen|interviewen|empfangen) wir|"
    r"ich (?:begrüße|treffe|interviewe)|"
    r"wir (?:begrüßen|interviewen)|(?:je|j['’]) ?(?:reçois|accueille|interviewe|interroge)|j['’]ai (?:reçu|"
    r"interviewé|accueilli)|"
    r"nous (?:avons (?:reçu|interviewé|accueilli)|interviewons|interrogeons)|"
    r"(?:entrevist|recib|invit|sent)(?:o|é|í|amos|imos) a|(?:tenemos|tengo|traemos|traigo) (?:con nosotros )?a|"
    r"(?:contamos|cuento) con|"
    r"(?:nos|me) (?:visitan?|acompañan?)(?: hoy)?|(?:intervist|ospit)(?:o|iamo)|(?:ho|abbiamo) (?:intervistato|"
    r"ospitato)|abbiamo (?:ospite|con noi)|"
    r"con noi (?:c['’]è|ci sono|oggi)|(?:entrevist|receb)(?:o|ei|i|amos|emos)|(?:temos|tenho) (?:connosco|"
    r"conosco|como convidad[oa])|"
    r"(?:ontvang|interview) ik|(?:ontvangen|interviewen) we|(?:intervjuar|intervjuade|välkomnar|träffar) (?:vi|"
    r"jag)|(?:vi|jag) (?:intervjuar|intervjuade|välkomnar)|"
    r"interviewer (?:vi|jeg)|(?:vi|jeg) interviewer"
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
    phrase(r"^\W*(?:talks?|speaks?|chats?|sits? down|in conversation) (?:with|to)(?=\s)", "guest", 0.86),
    phrase(rf"(?<!\w)(?:{_TALKED_WITH})(?=\s)", "guest", 0.88),
    phrase(rf"(?<!\w)(?:{_RECEIVED})(?=\s)", "guest", 0.86),
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
        rf" (?:\w+ )?{_GUESTS}\s?:(?=\s)",
        "guest",
        0.9,
    ),
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
        r"\b(?:ci|ce (?:lo|la|ne|li)) (?:racconta|spiega|parla|illustra|svela|descrive)(?:no)?(?: tutto|"
        r" oggi)?(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\bnos (?:lo |la )?(?:cuenta|explica|habla|relata)n?(?: todo| hoy)?(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\b(?:on|nous) en (?:parle|parlons|discute|discutons|débat|débattons) avec(?=\s)|"
        r"\b(?:darüber|davon|dazu) (?:spricht|sprechen|berichtet|berichten|erzählt|erzählen|spreche ich mit|"
        r"sprechen wir mit|reden wir mit)"
        r"(?=\s(?-i:[A-ZÀ-Þ]))|\b(?:om det(?:ta)? (?:berättar|pratar)|det fortæller|"
        r"det forteller)(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\bmówi o tym (?:gość [^.,;]{0,40}, )?(?=(?-i:[A-ZÀ-Þ])|dr |prof)",
        "guest",
        0.86,
    ),
    phrase(
        r"\bfår (?:du|vi|ni) (?:träffa|möta|höra|lyssna på|lära känna)(?=\s)|\bkan du (?:møde|høre|lytte til)(?=\s)|"
        r"\b(?:hört|lernt|trefft) ihr(?=\s(?-i:[A-ZÀ-Þ]))|\bvous (?:entendrez|allez entendre)(?=\s)|"
        r"\b(?:vas a escuchar|escucharás) a(?=\s)|\bhoor je(?=\s(?-i:[A-ZÀ-Þ]))|\byou(?:[’']ll|"
        r" will) (?:also )?hear from(?=\s)",
        "guest",
        0.85,
    ),
    phrase(
        r"\b(?:we|i)(?: also| finally| recently)? (?:called in|called up|brought in|invited|bring in)"
        r"(?: our| my)?(?: good| old| dear| own)?(?: friends?| colleagues?| pals?)?(?=\s(?-i:[A-Z]))|"
        r"\b(?:we|i) ask(?=\s(?-i:(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+,? (?:how|why|what|about|if|whether|"
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
