"""Words between two parties of whom one asks the other; what hosts alone are said to do."""

from __future__ import annotations

import re

from episodes.core.naming.phrases.verbs import any_verb
from episodes.core.naming.tongues import frames

_ADVERBS = (
    r"(?:(?:also|again|then|now|recently|once (?:more|again)|this (?:week|month|time)|today|tonight|heute|diesmal|live|"
    r"in depth|at length|diese woche|cette semaine|avec passion|esta semana|this episode|first|later)\s){0,2}"
)
_WORK_ON = (
    r"discuss(?:es)?|reviews?|debates?|unpacks?|explores?|examines?|breaks?\sdown|recaps?|analy[sz]es?|considers?|"
    r"digs?\sinto|dives?\sinto|dissects?|previews?|tackles?|answers?|talks?\sabout|cover"
)
#: What may stand between a row of names and the verb: brackets, or what is told between commas.
UP_TO_VERB = re.compile(r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,|,)?\s*$")
#: From the one who asks to the one who is asked.
MEETS = re.compile(
    rf"\s{_ADVERBS}(?:"
    rf"{any_verb('meets')}\s(?:(?!about\b|of\b|that\b|on\b|how\b|as\b|through\b|over\b)[\w’'-]+\s){{0,4}}?(?:to|with)|"
    r"(?:is|are|was|were)\s(?:once again\s|again\s|also\s|both\s)?joined\s(?:[\w’' ]{2,24}\s)?by|"
    r"interviews?|interviewed|consults?|"
    r"welcomes?(?:\sback)?|hears?\sfrom|(?:is\s|are\s)?in\s(?:conversation|discussion|dialogue)\swith|quiz(?:zes)?|joins?|"
    r"joined(?=\s(?-i:[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})\sto\s(?:discuss|quiz|talk|chat|answer|review|tell|debate)\b)|"
    r"tells(?=\s(?-i:[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w.'’-]+){1,3})\s(?:about|how|why|what|that|of|where|when|there)\b)|"
    r"grills?|questions|hosts?,?\s(?:along\s|together\s)?with|"
    r"hosts\s(?:[a-z0-9’'-]+\s){1,6}?[a-z-]+s:|"
    rf"(?:{_WORK_ON})\s(?:(?!\b(?:film|movie|book|novel|album|series|starring|song|memoir)\b)[^!?;:]){{2,90}}?\swith|"
    rf"{frames.SPEAKS_WITH}"
    r")\s",
    re.IGNORECASE,
)
#: In these languages the verb may come first: `In dieser Folge sprechen A und B mit C`.
VERB_FIRST = re.compile(rf"\b{frames.SPEAKS_FIRST}\s", re.IGNORECASE)
WITH_WHOM = re.compile(frames.WITH_WHOM)
#: Here the guest comes first: `Bo Ek joins Ann Lee to …`.
COMES_TO = re.compile(r"^(?:join(?:s|ed)?|tells)$", re.IGNORECASE)
#: Both are guests of somebody.
TOGETHER = re.compile(r"in\s(?:conversation|discussion|dialogue)", re.IGNORECASE)
PAST = re.compile(r"\b(?:talked|spoke|interviewed|was|were)\b", re.IGNORECASE)
#: What begins a sentence before the first name.
LEAD = re.compile(
    r"^(?:(?:in|on|for|to|dans|en|in|i)\s)?(?:this|today|tonight|today[’']s|this week[’']s|tonight[’']s|dieser?|diesem|"
    r"diesmal|heute|cet|cette|ce|este|esta|hoy|questo|questa|oggi|neste|nesta|deze|vandaag|"
    r"denna|detta|our|the latest)\b"
    r"(?:\s(?:week|month|time|episode|edition|show|podcast|program\w*|special|instal+ment|bonus|live|first|second|final|"
    r"folge|woche|ausgabe|sendung|episodio|semaine|épisode|semana|puntata|settimana|episódio|aflevering|avsnitt\w*|"
    r"avsnittet|afsnit)(?:['’]s)?)*(?:\s(?:of|on|from|at|von|de)\s(?:(?-i:(?:the\s)?[A-ZÀ-Þ0-9][\w’'.&!-]*(?:\s(?:[A-ZÀ-Þ0-9&][\w’'.&!-]*|of|the|and|in|on|for|to)){0,7})(?=,\s)|"
    r"[^,]{3,60}?))?,?\s",
    re.IGNORECASE,
)
#: Behind a name: that its owner hosts beside or for others.
HOSTS = re.compile(
    r"\s(?:(?:co-|guest[ -])hosts(?:\.|$|\s(?:with|and|this|the)\b)|guest[ -]moderates(?:\.|$|\sthis\b))"
)
#: Behind a name: what only a host is said to do.
HOSTS_IT = re.compile(
    r"(?:\s(?:and|&)\s(?:(?:his|her|their|special|a|some|\w+)\s){0,2}?(?:guests?|panell?ists)\b|"
    r"\s(?:here)(?=\s(?:with|and|for)\s|[,!])|\s(?:moderiert|presenta|présente|presents|presenteert)(?=[.,;]|$)|"
    r"\s(?:and|&)\sI\s(?:are\s(?:once\sagain\s|again\s|both\s)?joined\sby|welcome|interview|(?:talk|talked|speak|spoke|chat|"
    r"chatted|sit\sdown|sat\sdown|catch\sup|caught\sup)\s(?:to|with))\s(?=(?:[a-z-]+\s){0,5}[A-ZÀ-Þ])|"
    r"\shosts\s(?:[\w’'-]+\s){0,4}?(?:podcast|show|series|programme)\b|"
    r"\s(?:presents|chairs)(?=\s(?:and|as)\s)|\spresents\s(?:highlights|pieces|dispatches)\b|"
    r"\s(?:hosts|moderates|chairs)(?:[,.;]|$|\sthis\s(?:week|episode|edition|special|show)|\s(?:the|a|our)\s"
    r"(?:\w+\s){0,2}(?:show|discussion|debate|panel|conversation|roundtable|episode|special))|"
    r"\smoderate\s(?:the|a|our)\s(?:\w+\s){0,2}(?:panel|discussion|conversation|roundtable)\b|"
    rf"{HOSTS.pattern})"
)
