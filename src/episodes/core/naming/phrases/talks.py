"""Sentences that tell of a talk, whoever is in it; and what comes back to a person named before."""

from __future__ import annotations

import re

from episodes.core.naming.phrases.verbs import any_verb
from episodes.core.naming.tongues import frames

#: Before the name of who is talked with; other languages than English say so in `frames.talk_verbs`.
TALKS = re.compile(
    r"\b(?:talk|speak|spoke|chat|convers|interview|sit|sat|caught|catch|hear|join|welcom)\w*\s(?:\w+\s){0,4}?"
    r"(?:to|with|from|by)\s",
    re.IGNORECASE,
)
#: What we do with somebody, up to the name.
WE_TALK_TO = (
    r"\b(?:[Ww]e|I)\b[^.!?]{0,60}?\b(?:talk|chat|speak|discuss|convers|interview|sit|spoke|sat|caught|catch)\w*"
    r"[^.!?]{0,60}?\s(?:with|to)\s"
)
#: That we talked; `discuss` and `look at` are done to people as well as with them.
WE_TALKED = (
    r"\b(?:[Ww]e|I)(?:[’']ve)?\s(?:\w+ly\s|also\s)?(?:talk|talked|chat|chatted|spoke|speak|sat down|"
    r"sit down|caught up|catch up)\b|"
    rf"\b(?:[Oo]ur|[Tt]his|[Ii]n this) (?:conversation|interview|chat)\b|(?i:\b{frames.WE_SPEAK})(?!\w)"
)
#: Behind a name that the title gives in full: with whom its owner talks.
TALKS_TO = rf"\s(?:\w+\s)?{any_verb('named')}(?:\s(?:to|with))?\s(?:the\s)?(?P<to>\w+)"
#: Behind a name or pronoun that comes back to who was presented.
ANSWERS = rf"{any_verb('again')}\b"
#: What begins a sentence about the person who began the one before.
SHE_JOINS = re.compile(
    r"\W*(?:He|She|They)(?:[’']s|\sis|\sare|[’']re|(?:\swill|[’']ll)(?=\s(?:also\s)?join (?:us|me) (?:to|for)\b))?"
    r"\s(?:also\s)?(?:joins?|joining|sits? down with|"
    r"speaks? (?:to|with)|talks? (?:to|with)|stops? by to see)\s"
    r"(?:us|me|the (?:show|podcast|program\w*)|(?P<host>[A-Z][^\W\d_]+))\b|"
    r"\W*(?:[^.,]{2,30},?\s)?(?:we|I|(?P<asker>[A-Z][^\W\d_]+(?:\s[A-Z][\w-]+)?))\s(?:\w+ly\s|also\s)?(?:talks?|talked|speaks?|"
    r"spoke|chats?|chatted|sit\sdown|sat\sdown|caught\sup|catch\sup)\s(?:to|with)\s(?:her|him|them)\b|"
    rf"\W*(?:Mit|Met|Med)\s(?:(?P<whom>[A-ZÀ-Þ][^\W\d_]+)(?:\s[A-ZÀ-Þ][\w-]+)?|ihm|ihr|ihnen)\s{frames.SPEAKS_FIRST}"
    rf"\s{frames.HE}\b|\W*Mit\s(?:ihm|ihr|ihnen)\s(?:sprechen|reden|diskutieren|spricht|redet)\b|"
    rf"\W*{frames.HE}\s(?i:{frames.TELLS_US})(?!\w)"
)
