"""Labels that names follow in lists and tags: `Hosts: A, B`."""

from __future__ import annotations

from episodes.core.naming.phrases.phrase import phrase
from episodes.core.naming.tongues import frames
from episodes.core.naming.tongues.frames import words_of

_LINE = r"(?:^|(?<=[.!?…|•·);–—]\s))[\s\-*•·>]{0,4}+(?=[^\W\d_])"

#: `Hosts: A, B` and `Special Guest: C`: at the beginning of a line or behind a sentence.
LABELS = (
    phrase(
        _LINE + r"(?:(?:written|produced|created|edited|reported|produktion|redaktion|réalisation|production|"
        r"direzione|dirección|dirigido),? "
        r"(?:and|&|und|et|y|e) (?=(?:hosted|presented|narrated|moder|pr[eé]sent|anim|condu|condotto)))?"
        r"(?:about |meet )?(?:your |our |the |guest |this week'?s? )?(?:co-?hosts?|(?:hosted|presented|"
        r"moderated|narrated) (?:and|&) \w+(?: by)?|hosts?|hosted by|co-?hosted by|"
        r"presented by|presenters?|your hosts? (?:is|are)|hosting|presented (?:to you )?by|"
        r"moderated by|moderation|(?:gesprächs|sendungs)leitung|gesprächsführung|das gespräch führten?|"
        r"die fragen stellten?|es moderier(?:t|en)|moderators?|moderator(?:in|en)|moderiert von|gastgeber(?:in)?|"
        r"animation(?=\s[:：])|anima(?:teur|trice)s?|présentation|présenté par|animé par|presentan?|"
        r"presentado por|conducen?|conducción|conduzione|locución|locução|programleder|studievært|"
        r"intervjuar(?: gör)?|gespreksleider|gastheer|gastvrouw|rozmawiają?|"
        r"conductor(?:a|es)?|conduttor[ei]|conduce|in studio|condotto da|apresentação|apresentador(?:es)?|"
        r"presentatie|presentator(?:en)?|"
        r"programledare|vært(?:er)?|programledere?|juontaja(?:t)?|prowadzący|prowadzą|ведущ(?:ий|ая|ие)|"
        r"sunucu(?:lar)?|sunan|interviewers?|(?:read|narrated|told) by|narrator|quizmaster|in the chair|"
        r"chair(?:ed by|man|woman|person)?|gm|dm|game master|am mikro(?:fon)?)(?: (?:and|&|en|und|et|y|og|och|e|"
        r"i) (?!guests?|gäste|"
        r"gast)[^\W\d_]+(?: by)?)?\s*[:：]\s*|^presenter\s+(?=(?-i:(?:[A-ZÀ-Þ][\w'’.-]+\s?){2,3}$))",
        "host",
        0.96,
        known=False,
    ),
    phrase(
        _LINE + r"(?:about |meet )?(?:our |the |today'?s |this week'?s |featured |special |interviewed |with |mit |"
        r"zu )*(?:guests?(?: speakers?)?|panel(?:l?ists?)?|interviewees?|contributors?(?:\(s\))?|"
        rf"(?:{words_of('our')}\s)?(?:{frames.GUEST}|{frames.GUESTS}|{frames.AS_GUEST}|{frames.IN_TALK})"
        rf"(?:\s{words_of('of_ours')})?(?: ist| sind)?|"
        r"(?:\w+ )?debatt(?:ö|ø)rer|speakers?|witnesses|lecturers?|preachers?|performers?|guest preacher|"
        r"(?:sermon )?(?:delivered|preached) by|"
        r"readers?(?=\s*:\s*(?-i:(?:(?:[A-ZÀ-Þ][\w'’.-]*|and|&),?(?:\s|$)){2,10}$))|"
        r"gastredner(?:in)?|es (?:sprechen|diskutieren)|mit dabei|participan?|participación de|"
        r"con la participación de|con la partecipazione di|participantes?|"
        r"entrevistad[oa]s?|medverkande|medvirkende|deltagare|deltagere|i studion?|rozmówc[ay]|"
        r"contertuli[oa]s?|tertulian[oa]s?|colaboradore?s?|intervenants?|avec la participation de|expert(?:e|in|"
        r"en|s)?|referent(?:in|en)?|with|mit|avec|con|com|met|med|(?:in conversation with|im gespräch mit)|"
        rf"(?:{frames.GUEST}|{frames.GUESTS}) (?:in|i|im) (?:the |het )?studion?|konuk(?:lar)?|featuring|"
        r"feat\.?)\s*[:：]\s*|"
        r"^(?:dagens|ukens|ugens|veckans|kveldens|aftenens|kvällens) panel (?:består a[vf]|är|er)\s+|"
        r"(?<=\s-\s)invité(?:e|s|es)?\s?:\s|^read by\s+(?=(?-i:(?:[A-ZÀ-Þ][\w'’.-]+\s?){2,3}$))",
        "guest",
        0.95,
        known=False,
    ),
)

#: An author or artist tag that begins so names hosts, colon or none.
AUTHOR_LABEL = phrase(
    r"^\W*+(?:co-?)?(?:hosted|presented|moderated) by\s+|^\W*+(?:co-?)?hosts?\s+(?=[A-Z])|"
    r"^\W*+(?:moderiert|präsentiert) von\s+|^\W*+(?:animé|présenté) par\s+|^\W*+(?:presentado|conducido) por\s+|"
    r"^\W*+(?:condotto|presentato) da\s+|^\W*+apresentado por\s+|^\W*+gepresenteerd door\s+|^\W*+with\s+(?=[A-Z])|"
    r"^\W*+prowadz(?:i|ą)\s+",
    "host",
    0.96,
    known=False,
)
