"""What follows a name where its owner comes to the show, speaks there or presents it."""

from __future__ import annotations

import re

from episodes.core.naming.phrases.verbs import any_of_several, any_verb
from episodes.core.naming.tongues import frames

#: What may be told of a person between the name and the verb.
_TOLD = r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?"
#: Behind a name in a sentence: the name's owner comes to the show.
COMES = re.compile(
    r"\s*(?:\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?(?:\s?[-–—]\s?who)?\s(?:"
    r"(?:also |then |again |will (?:also )?(?=join (?:us|me) (?:to|for)\b))?"
    r"(?:joins?|joined|returns? to|is back (?:on|with)|"
    r"stop(?:s|ped)? by|drop(?:s|ped)? by|"
    r"comes? (?:back )?on(?:to)?|came (?:back )?on(?:to)?|calls? in(?:to)?|sits? down with|"
    r"is with|visits?(?: with)?|swings? by) (?:(?:your|our|the|show|podcast) )?(?:co-?)?(?:hosts? (?=[A-Z]))?"
    r"(?:us\b|me\b|the (?:\w+ )?(?:show|podcast|program\w*|pod|gang|team|boys|guys|crew|studio|hosts?)\b|him\b|"
    r"her\b|them\b|(?P<host>[A-Z][^\W\d_]+))|"
    r"(?:was|were) (?:kind|gracious|generous|good) enough to "
    r"(?:(?:talk|speak) (?:to|with) (?:us|me)|join|chat|sit|answer|share)\b|"
    r"(?:drops?|stops?|swings?|pops?|calls?) (?:by|in)(?= (?:to|for|with|about|from)\s|[.!,]|$)|"
    r"(?:is|are) (?:here|back|with us) (?:to|with|for)\b|"
    r"(?:returns?|appears?|comes? back) as (?:a |an |our |my |the )?(?:special |returning )?guests?\b|"
    r"returns? to (?:discuss|talk about|chat about|answer (?:your|our|more))\b|"
    r"(?:is|are) back(?: to (?:talk|discuss|chat|share|tell|explain)|[.!,]| for (?:another|more|a))|"
    r"(?:is|are|was|were) (?:our|my|the|today[’']s|this week[’']s) (?:\w+ ){0,2}guests?\b|(?:is|are) back (?:on|with)|"
    rf"(?i:{frames.IS_GUEST}|{frames.IS_WITH_US}|{frames.IN_TALK_ABOUT})(?!\w)|on vieraana)",
)
#: Behind a guest's name and what that is: the host asks.
ASKS = re.compile(r"\s(?:asks|wonders|explores|discusses|finds out|learns|talks|hears|considers|examines)\b")
#: Behind the last name of a row: who made the show is none of the row.
MAKES = re.compile(
    r"\s(?:also\s|then\s|has\s)?(?:(?:made|makes|produced|produces|edited|edits|mixed|mixes|recorded|records)\s"
    r"(?:it|this|the\s(?:show|episode|podcast|programme))|(?:was|is)\s(?:our|the)\s(?:producer|editor|engineer))\b"
)
#: Behind a name that begins a description: what its owner is.
IS_SOMEBODY = re.compile(
    r",?\s(?:\([^()]{1,60}\),?\s|[|–-]\s[^.]{1,30}\s)?(?:is\s(?:(?:currently|also|now)\s)?(?:(?:a|an|the|one of)\s)?|"
    r"ist\s(?:ein|eine|der|die)?\s?|est\s(?:un|une|le|la|l['’])?\s?|es\s(?:un|una|el|la)?\s?|è\s(?:un|una|il|la|"
    r"l['’])?\s?)"
    r"(?!(?:\w+\s)?(?:nicht|kein\w*|not(?!\sonly)|never|pas)\b)(?P<what>[^.;:]{3,90})"
)
#: Behind a name that the title gives and the description begins with: what its owner does for a living, today.
WORKS = re.compile(
    r"\s(?:(?:currently|also|now)\s)?(?:teaches|studies|researches|runs|leads|directs|heads|maintains|covers|"
    r"works (?:at|as|for|on)|"
    r"writes (?:about|for|the)|has (?:spent|been (?:a|an|the|working|writing|teaching|studying|making|running)))\b"
)
#: Behind a name: its owner and the one who writes talk.
AND_I = re.compile(
    rf"{_TOLD}\s(?:and|&) (?:I|we)\s(?:also |then )?(?:talk|discuss|chat|"
    r"speak|spoke|dig|dive|cover|explore|get into|go deep|unpack|break down|catch up|sat|sit|walk|debate)"
)
#: Behind a name: who lets us know it is with us.
TELLS_US = re.compile(rf"{_TOLD}\s{any_verb('us')}(?: to| with)? us\b")
#: Behind the names that begin a sentence: what they do with the host.
WITH_HOST = re.compile(
    r"\s[a-z]{3,}\s[^.!?;:]{0,80}?\b(?:with (?:your|our) (?:co-?)?hosts?\b|(?:tells|told|joins|to|with) "
    r"(?:(?:show|podcast|the) )?(?:co-?)?hosts?(?=\s[A-Z]))"
)
#: Behind the names that share a row with the host.
AND_HOST = re.compile(r",?\s(?:and|&)\s(?:your|our)\s(?:co-?)?hosts?\b")
#: Behind the name of who has a role: the topic.
ON_TOPIC = re.compile(r"\son (?:why|how|what|the|her|his|their|when|where|whether|being|[a-z]{3,}ing)\s")
#: Behind a name and what its owner is: what somebody asked does.
EXPLAINS = re.compile(
    rf"\s(?:(?:also|then) )?(?:{any_verb('told')}|has (?:some|an? |thoughts|ideas|advice)|"
    r"gives? (?:us|her|his|their|tips|advice))\b"
)
#: Behind who has a role or an office at a house: what is done on air.
REPORTS = re.compile(
    rf"\s(?:(?:also|then|now) )?(?:(?P<comes>{any_verb('airs')}|reports (?:on|from)|has (?:more|the story)|"
    r"walks (?:us )?through|tells (?:us|(?:a|her|his|their) (?:own )?stor(?:y|ies))|answers (?:your|our|listener)|"
    r"reads (?:from|her|his|their|a poem|poems|an excerpt)|plays (?:live|songs|a song))|"
    rf"{any_verb('topic')})\b"
)
#: Behind a name that the title gives too.
SPEAKS = re.compile(
    rf"\s*(?:\([^)]{{1,80}}\)|,[^.!?;:]{{1,160}}?,)?\s(?:also |then )?{any_verb('titled')}\b",
    re.IGNORECASE,
)
#: Behind the names that begin a summary: these people are the show's own.
PRESENTS = re.compile(
    rf"\s(?:also |again |once more |this week |today |then )?(?:{any_verb('summary')}|"
    r"take an? (?:[a-z]+[ -]){1,2}(?:look|dive|peek)|"
    r"go (?:head|deep|through|over|back|toe)|are joined|are (?:here|back|together|live|on)|is (?:here|back))\b"
)
#: The same of people who talk with each other, whoever they are.
DISCUSS = re.compile(rf"\s(?:also |again |once more |this week |today |then )?{any_of_several()}\b")
PRESENTS_ALONE = re.compile(rf"\s{any_verb('alone')}\b")
#: Behind a name, by its place: a role begins the sentence, or the title gives the name; the second needs no known name.
ACTS = re.compile(
    rf"(?:\s*\([^()]{{1,80}}\)|,[^.!?;:]{{1,140}}?,)?\s(?:also\s|then\s|now\s)?{any_verb('begins')}(?:\s|,\s)"
)
ACTS_SURELY = re.compile(rf"\s{any_verb('surely')}\s")
#: Behind a name: who tells of the own work lives.
OWN_WORK = re.compile(
    rf"\s{any_verb('own')}\s"
    r"(?:(?:how|why|what|where|when|that)\s(?:he|she|they)\b|(?:his|her|their)\s(?:new|latest|own|experiences?|journey|career|"
    r"work|book|film|memoir|research|debut|upcoming|time|life|story)\b)"
)
