"""Words inside a sentence that names follow: `joined by A`, `our guest is A`."""

from __future__ import annotations

from episodes.core.naming.phrases.phrase import phrase
from episodes.core.naming.phrases.verbs import any_verb
from episodes.core.naming.tongues import frames

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
        r"co-?)?hosts? (?:is|are)|guest[ -]hosts?(?: is| are|,)?|(?<!guest/)co-?hosts?,?(?: is| are)?|"
        rf"join (?:us,? )?(?:your )?hosts?)(?=\s[A-Z])(?!\s{any_verb('summary')}\b)",
        "host",
        0.88,
    ),
    phrase(
        r"(?:^|[.!?,:;]\s|\b(?!(?:former|previous|then|other|of|by|radio|tv|television|news|game|fellow|"
        r"podcast)\b)[a-zß-ÿ]+\s)(?:co-?)?"
        rf"hosts?(?!\sand\s(?-i:[A-ZÀ-Þ]))(?:(?=\s[A-Z])(?!\s{any_verb('summary')}\b)|,(?=\s(?-i:[A-Z])))",
        "host",
        0.88,
    ),
    phrase(
        r"\b(?:your|our) (?:co-?)?hosts?(?: (?:for|on|of|in) (?:this|today[’']s|the) \w+| as (?:usual|always|ever)|"
        r" today| this week){1,2},? (?:are|is|were|was)(?=\s[A-Z])|(?:^|[.!?]\s)presenters?(?=\s[A-Z])",
        "host",
        0.9,
    ),
    phrase(r"\b(?:and|with|plus|&|joins?|by) (?:our |the )?(?:panell?ists?|panel members)(?=\s[A-Z])", "guest", 0.9),
    phrase(
        r"(?:^|[.!?]\s)(?:written|produced|created|researched|edited|recorded|reported)(?:, \w+)*,? (?:and|&) "
        r"(?:presented|hosted|narrated|read|told) by(?=\s[A-Z])",
        "host",
        0.88,
    ),
    phrase(
        r"(?:^(?=keynote|lecture|sermon|homily)|(?:^|[.!?:]\s|\b(?:is|was|feature|features|hear|enjoy|to|of|share|"
        r"bring you|present|presents|with),? )(?:an?|the|this|his|her) )(?:[\w-]+ ){0,2}"
        r"(?:lecture|talk|keynote|sermon|homily|presentation|"
        r"masterclass|"
        r"performance) (?:given |delivered )?by(?=\s)",
        "guest",
        0.86,
    ),
    phrase(
        r"(?:(?:^|[.!?][\"”’]?\s?)|\b(?:is|was|are|and|podcast|show|programme|episode),? )"
        r"(?:presented|moderated|chaired) (?:this (?:week|time) |today )?by(?=\s[A-Z])",
        "host",
        0.88,
        known=False,
    ),
    phrase(
        r"(?:^|(?<=[.!?:;–—] )|^(?:welcome|hello|hi|hey|willkommen|hallo|bienvenue|bonjour|hola|bienvenid|"
        r"ciao|benvenut|"
        rf"ol[áa]|hej|hei|welkom)\b[^.!?]{{0,60}},? ){frames.I_AM},?(?=\s(?-i:[A-ZÀ-Þ]))|"
        r"\bwith me,(?=\s(?-i:[A-Z]))|\bau micro d(?:e\s|['’])(?=(?-i:[A-ZÀ-Þ]))|"
        r"(?:^|\b(?:episode|show|week),? )(?-i:I),(?=\s[A-Z])|"
        r"\b(?:hi|hello|hey)\b[^.!?]{0,30}?\bthis is(?=\s(?-i:[A-Z]))",
        "host",
        0.84,
    ),
    phrase(
        r"\b(?:al microfono|au micro|al micrófono|bakom mikrofonen)(?=\s[A-Z])|(?:^|\s[-–—]\s)par\s?:",
        "host",
        0.86,
        known=False,
    ),
    phrase(
        r"\bl['’]invité(?:e|s|es)? (?:d['’]|de (?=[A-Z]))|"
        r"\ba apresentação é d[eao]s?\b|\bassume o microfone (?:hoje )?é\b",
        "host",
        0.88,
        known=False,
    ),
    phrase(
        r"\b(?:mit (?:ih[mr]|ihnen) (?:spr(?:icht|echen)|red(?:et|en)|diskutiert|unterhält sich)|"
        r"durch (?:die sendung|den abend|die folge|das gespräch) (?:führ(?:t|en|te|ten))|"
        r"(?<!gast )am mikro(?:fon|phon)?"
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
    phrase(r"\bjoins? (?:the (?:show|podcast)|us) with(?=\s[A-Z])", "host", 0.88, known=False),
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
        r"(?: (?:today|tonight|this week))?),? (?:is|are)(?=\s)|\b(?:in the studio|on the line)(?: today)?:(?=\s)",
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
        r"\bjoining (?:me|us|(?:our )?hosts?|(?-i:[A-Z]\w+(?: [A-Z][\w-]+)?))"
        r"(?: (?:this week|today|tonight|this time|for this episode|"
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
    phrase(rf"(?<!\w){frames.OUR_GUEST}(?=\s)", "guest", 0.9, needs=frames.needed("guest", "guests", "as_guest")),
    phrase(r"\b(?:gäste[nr]na?|gästen|gjesten|gæsten),?(?=\s(?-i:[A-ZÀ-Þ]))", "guest", 0.86),
    phrase(rf"(?<!\w){frames.TALK_WITH}(?=\s)", "guest", 0.9, needs=frames.needed("mit")),
    phrase(
        rf"(?:(?:^|[.!?:]\s)|\b(?:un|une|una|um|uma|ein|een|an?)\s(?:\w+\s)?){frames.MEETING_WITH}(?=\s)",
        "guest",
        0.88,
        needs=frames.needed("mit") | {"with"},
    ),
    phrase(
        r"(?:(?:^|[.!?:;–—]\s)(?!(?:the|das|la|le|il|el|het)\s)(?:\w+\s){0,2}|"
        r"\b(?:an?|this|our|ein|eine|dieses|une?|una|een|ett|en|uma?|cette|questa|esta)\s(?:\w+\s){0,2})"
        rf"{frames.TALK_BETWEEN}(?=\s)",
        "guest",
        0.88,
        needs=frames.needed("between") | {"between"},
    ),
    phrase(rf"(?<!\w){frames.WITH_US}(?=\s)", "guest", 0.88),
    phrase(rf"(?<!\w){frames.WE_SPEAK_WITH}(?=\s)", "guest", 0.88, needs=frames.needed("mit")),
    phrase(rf"(?<!\w){frames.WE_RECEIVE}(?=\s)", "guest", 0.86, needs=frames.needed("receive", "received")),
    phrase(rf"(?<!\w){frames.SPEAKS_WITH_FIRST}(?=\s)", "guest", 0.88, needs=frames.needed("mit")),
    phrase(rf"(?<!\w){frames.SPEAKS_WITH}(?=\s)", "guest", 0.88, ours=True, needs=frames.needed("mit", "receives")),
    phrase(rf"(?<!\w){frames.TELLS_US_FIRST}(?=\s(?:[^\W\d_][\w'’-]*\s){{0,4}}?(?-i:[A-ZÀ-Þ]))", "guest", 0.86),
    phrase(
        rf"(?<!\w){frames.AS_GUEST}(?: ist| sind| war| waren| heute| diesmal| is| zijn)*\s?:?"
        r"(?! (?:bei|in|im|am|auf|beim)\b)(?=\s)",
        "guest",
        0.9,
    ),
    phrase(
        r"\b(?:(?:entrevista|intervista) ad?|interview (?:de|d['’])|"
        r"en compagnie (?:de|d['’])|en compañía de|insieme a|in compagnia di|"
        r"bjöd in|besök av|besøg af|besøk av|har besøg af|gästas av)\b",
        "guest",
        0.88,
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
    phrase(r"\barguing (?:for|against)(?: the motion)? (?:is|are|was|were)(?=\s)", "guest", 0.9),
    phrase(r"\bgest(?:ur|ir) (?:\w+ )?(?:þátt\w+|vikunnar|dagsins|okkar) (?:er|eru)(?=\s)", "guest", 0.86),
    phrase(r"\bв гостях\b(?! у (?!нас))[^.!?:;—–]{0,80}?\s[-—–]\s", "guest", 0.86),
)
