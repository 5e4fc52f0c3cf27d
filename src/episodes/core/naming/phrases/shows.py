"""Phrases in the description of a show, whose names are its hosts."""

from __future__ import annotations

import re

from episodes.core.naming.phrases.phrase import phrase
from episodes.core.naming.phrases.verbs import any_verb
from episodes.core.naming.tongues.frames import TALKS

#: In the description of a show: names here are its hosts.
SHOW_HOSTS = (
    phrase(r"\b(?:von und mit|(?:co-?)?hosted by|your hosts?,?(?: is| are)?)(?=\s[A-ZÀ-Þ])", "host", 0.92, known=False),
    phrase(
        r"\b(?:(?:co-?)?hosted by(?: [^.:!?]{3,50}:)?|hosts?(?: are| is|:|,)?|co-?hosts?(?: are| is|:|,)?|"
        r"moderated by|join|"
        r"moderiert von|präsentiert von|animé par|présenté par|presentado por|conducido por|"
        r"condotto da|apresentado por|gepresenteerd door)(?=\s)",
        "host",
        0.92,
    ),
    phrase(
        r"\b(?:podcast|show|series|programm?e?|program|talk|sendung|émission|emission|programa|trasmissione|"
        r"podd|podden|audio ?series|videocast|radio show|conversation|newsletter|channel|discussion|magazin|"
        r"interview-podcast|live show|web series|broadcast)[^.!?]{0,80}?\b(?:by|with|from|mit|von|avec|par|de|di|"
        r"con|com|met|van|med|av|af|about [\w ]{1,40} with)(?=\s)|"
        r"\bpodcast d['’](?=(?-i:[A-ZÀ-Þ]))",
        "host",
        0.88,
    ),
    phrase(
        r"(?:^|[.!?]\s)(?:with|mit|avec|con|med|met|by|von|par|por|di|i[’']m|my name is|ich bin|je suis|soy|"
        r"(?:our |the )?(?:panell?ists|regulars|presenters|hosts) (?:include|are))(?=\s)",
        "host",
        0.84,
    ),
    phrase(rf"(?<!\w){TALKS}\s(?:by|von|van|par|por|di|av|af)(?=\s)(?!\s(?:the )?late\b)", "host", 0.86),
    phrase(r"\b(?:podcast|show|series|program)\b[^.!?]{0,80},\sby(?=\s)", "host", 0.86),
    phrase(r"\b(?:with|mit|avec|alongside|together with)(?=\s)", "host", 0.82, ours=True),
    phrase(
        r"\b(?:veterans?|experts?|comedians?|journalists?|authors?|friends|brothers|sisters|historians?|"
        r"editors?|founders?|developers?|professors?|economists?|writers?|reporters?)(?=\s[A-Z])",
        "host",
        0.84,
    ),
)
#: In the first sentence of a show's description.
SHOW_WITH = phrase(
    r"(?<!interviews )(?<!conversations )(?<!conversation )(?<!discussions )(?<!talks )(?<!chats )(?<!speaks )"
    r"(?<!guests )\b(?:with|mit|avec)(?=\s)",
    "host",
    0.82,
)
#: Behind names in the description of a show: `Greg Shackles and Jon Dick talk to …`.
SHOW_VERBS = re.compile(rf"(?:\s*\([^)]{{1,60}}\)|,[^.!?;:]{{1,120}}?,)?\s{any_verb('show')}\b")
