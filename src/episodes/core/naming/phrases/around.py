"""Words that say of names nearby whether they are this episode's and ours; and what names follow in a title."""

from __future__ import annotations

import re

#: Before a name: it is somebody else's.
NOT_HERE = re.compile(
    r"(?:\b(?:if you (?:liked|enjoyed|loved)|once|(?:hoped|wanted|tried|wished) to|dream\w*|imagin\w+|"
    r"check out|via|revisit|go back to|"
    r"react(?:s|ing)? to|reaktion auf)\b[^.!?]{0,24}$|"
    r"\b(?:clips?|excerpts?|extracts?) (?:from|of)\b[^.!?]{0,40}$|\b(?:podcasts?|shows?) called\b[^.!?]{0,60}$|"
    r"\bseason \d+ of\b[^.!?]{0,50}$|\b(?:past|previous|former|earlier|recent|upcoming|future|"
    r"next|last)\b(?:\s\w+){0,2}\s*$|\b(?:music|"
    r"artwork|art|logo|cover|photos?|photography|produced|production|edited|editing|mixed|mixing|written|"
    r"design(?:ed)?|theme|song|songs|"
    r"composed|performed|directed|playing|played|portraying|book|books|novel|film|movie|album|story|essay|"
    r"article|inspired|based on|"
    r"illustrated|recorded|engineered|distributed|transcribed|translated|sponsored|supported|powered|musik|schnitt|"
    r"produktion|musique|musica|musica)\b[^.!?]{0,24}\b(?:by|von|par|di|por|av|af|from|with|per)?\s*$)",
    re.IGNORECASE,
)
ELSEWHEN = re.compile(
    r"^\W*+(?:next (?:week|time|episode|month)|coming up next|previously|last (?:week|time|month)|in (?:the|"
    r"our) (?:next|last|previous)|past guests|"
    r"nächste woche|letzte woche|la semaine prochaine|stay tuned|remember when|if you (?:enjoyed|liked|loved)|"
    r"(?:a few|some|many|several|two|three|five|ten) years ago|vor (?:einigen|vielen|ein paar) jahren|"
    r"il y a (?:quelques|des) années|hace (?:unos|muchos|algunos) años|(?:alcuni|tanti|molti) anni fa)\b",
    re.IGNORECASE,
)
#: In a sentence of people who talk somewhere else than here.
ELSEWHERE = re.compile(
    r"\b(?:in|at|before|to|im|vor|dem|devant|ante|en|dans) (?:(?:the|a|an|their|dem|der|le|la|el) )?"
    r"(?:court|parliament|congress|senate|trial|hearing|(?:press )?conference|summit|white house|press|media|"
    r"gericht|bundestag|parlament|senat|tribunal|assemblée|tweets?|letters?|films?|movies?|chapters?|novels?|series|scenes?|presse|phone)\b|"
    r"\b(?:nicht|nie|never|not|ne|jamais|for the first time|por primera vez|pour la première fois)\b",
    re.IGNORECASE,
)
#: Begins a sentence that tells of the dead, unless a phrase says outright who is with us.
LONG_AGO = re.compile(
    r"^\W*+(?:(?:[\w-]+ ){0,3}(?:hundreds?|thousands?)(?: of)? years ago|(?:[\w-]+ ){0,3}(?:century|centuries) ago|"
    r"vor (?:\w+ )?(?:(?:\w*hundert|\w*tausend)(?:en)? jahren|jahrhunderten|jahrtausenden)|"
    r"il y a (?:\w+ ){0,2}(?:(?:cents?|mille) ans|siècles?)|hace (?:\w+ ){0,2}(?:(?:cien|mil) años|siglos?))\b",
    re.IGNORECASE,
)
OURS = re.compile(
    r"\b(?:we|we[’']re|we[’']ve|we[’']ll|i|i[’']m|i[’']ve|us|our|my|hosts?|co-?hosts?|(?:this|today[’']s|"
    r"the latest) (?:week|month|time|episode|show|edition|podcast|installment|instalment)|today|tonight|"
    r"the (?:team|gang|boys|guys|crew|girls|ladies|panel|duo|trio|hosts))\b|"
    r"^\W*+(?:(?:then|next|later|afterwards|plus),?\s)?(?:joined|he|she|they)\b",
    re.IGNORECASE,
)
TITLE_WITH = re.compile(
    r"(?:(?<=[\s(\[|:,–-])|^)(?:(?:special |with )?guests?:?|with|w/|feat\.?|ft\.?|featuring|mit:?|avec(?:\s?:)?|con|"
    r"com|met|med|interview(?: with| mit| avec| con| de| med| met)?:?|im gespräch mit|in conversation with|"
    r"a conversation with|entrevista (?:a|con):?|intervista (?:a|con):?|zu gast:?|invité:?|rencontre avec|"
    r"entretien avec|vieraana|в гостях|& special guest|x)\s+(?=\S)|(?<=[(\[])w/(?=[^\W\d_])",
    re.IGNORECASE,
)
