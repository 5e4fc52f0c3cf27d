"""What people who go by one name are said to do in an episode, and words that are no such names."""

from __future__ import annotations

import re

from episodes.core.naming.phrases.verbs import any_of_several

_CLERGY = r"(?:[Pp]astors?|[Ff]athers?|[Rr]ev(?:erend)?s?\.?|[Bb]rothers?|[Ss]isters?|[Ff]r\.|[Dd]eacons?|[Vv]icars?)\s"
_NAME = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-Z][a-zß-ÿ]+)?"
_ONE = rf"(?:{_CLERGY})?{_NAME}"
#: `Ann, Bo and Eva`.
_ROW = rf"(?P<row>{_ONE}(?:,\s{_ONE}){{0,3}},?\s(?:and|&)\s{_ONE})"
_ADVERB = (
    r"(?:\s(?:also|both|once again|again|finally|then|now|sit down to|sit down and|get together to|are back to|"
    r"are here to))?"
)
#: What people do who talk with each other or with somebody, and to us.
_SPEAK = (
    rf"(?:{any_of_several()}|are (?:once again |again |also )?joined (?:\w+ ){{0,2}}by|answer|welcome|dive (?:into|in)|"
    r"dig into|break down|kick off|wrap up|talk(?: about| through| to| with)?|chat|catch up|interview|round up|recap|"
    r"react to|take (?:your|listener) questions|give their|share their (?:thoughts|favou?rite|picks|take)|"
    r"sit down with|go over|look (?:back )?at|rank|preview|are back|return (?:from|to|with)|have (?:answers|thoughts)|"
    r"play back|reminisce|on (?:the|how|why|what)|sat down|talked about|spoke (?:to|with)|chatted)"
)
SPEAK_TOGETHER = re.compile(rf"{_ROW},?{_ADVERB}\s{_SPEAK}\b")
#: `Ann is joined by`, before somebody.
ASKS = re.compile(
    rf"(?P<row>{_NAME})\s(?:also\s|then\s)?"
    r"(?:is (?:once again |again |also )?joined (?:\w+ ){0,2}by|interviews|"
    r"(?P<talks>(?:sits down|talks|speaks|chats|catches up|geeks out|nerds out|hangs out|checks in|sat down|"
    r"spoke|talked|chatted) (?:again |live |today )?(?:to|with)|welcomes(?: back)?))\s(?=\S)"
)
#: `Pastor David preaches`: who holds the sermon.
PREACHES = re.compile(
    rf"(?:^|[.!?,]\s)(?P<row>{_CLERGY}{_NAME}(?:\s{_NAME})?)\s(?:preach(?:es|ed)|teach(?:es)? (?:on|from|about|us)|"
    r"reflects on|unpacks|"
    r"(?:answers|addresses|tackles|responds to) (?:the|a|your|our|one|two|three|listener|questions?)|"
    r"(?:continues|begins|concludes|kicks off|wraps up|starts) (?:our|the|his|her|a new) (?:\w+ ){0,3}?"
    r"(?:series|sermon)|(?:brings|shares|delivers) (?:the|a|this) (?:\w+ ){0,2}?(?:message|sermon|word|homily))\b"
)
#: `Ann Lee joins Bo and Ida to …`: who is joined.
JOINED = re.compile(
    rf"\bjoins?\s(?P<row>{_NAME}(?:(?:,\s{_NAME}){{0,3}},?\s(?:and|&)\s{_NAME})?)"
    r"(?:\s(?:to (?:discuss|talk|chat|break|explain|share|help|tell|explore|answer|review|unpack|look|go|give|dig|dive|"
    r"recap|preview|debate|reflect)|for (?:a|an|this|another|the|our)|"
    r"on (?:the|this) (?:show|podcast|pod|episode|program\w*|line|phone)|online|in the studio|this week|this time)\b|"
    r"[.!](?:\s|$))"
)
#: `Ann and I had a talk with`: who writes is a host, and so is who is named beside.
AND_I = re.compile(
    rf"^(?P<row>{_NAME}(?:(?:,\s{_NAME}){{0,2}},?)?)\s(?:and|&)\s(?:I|myself)\s(?:\w+ly\s|also\s|recently\s)?"
    r"(?:had|have|sat|sit|got|get|spoke|speak|talk(?:ed)?|chat(?:ted)?|discuss(?:ed)?|interview(?:ed)?|welcomed?|"
    r"are joined|were joined|recap|review|answer|catch|caught)\b"
)
#: Before a row that begins what an episode or, where a host is in the row, a part of it is about.
EPISODE_LEAD = re.compile(r"(?:(?:in|on|for)\s)?(?:episode|ep\.?|part|chapter)\s#?\w+,\s", re.IGNORECASE)
ANY_LEAD = re.compile(
    r"(?:in|on|for|at|after|later|next|then|plus|also)\b[^,.!?;:]{0,60},\s|(?:then|plus|also)\s", re.IGNORECASE
)
CLERGY = re.compile(rf"\b{_CLERGY}")
#: The name of a show; and what its description says that two do in each episode.
SHOW_OF = re.compile(
    rf"^(?:(?:Dear|Ask|Meet|The|Hey)\s)?(?P<row>{_NAME}(?:,\s{_NAME}){{0,3}},?\s(?:[Aa]nd|&)\s{_NAME})"
    r"(?:['’]s?)?(?=\s(?:(?:Talk|Read|Watch|Review|Discuss|Explain|Do|Play|Make|Try|Answer|Save|Solve|Show|Podcast)\b)|$)"
)
SHOW_WITH = re.compile(rf"\b[Ww]ith\s(?P<row>{_NAME}(?:,\s{_NAME}){{0,3}},?\s(?:[Aa]nd|&)\s{_NAME})$")
EACH_WEEK = re.compile(
    rf"(?:(?:^|[.!?]\s)(?:[Ee](?:ach|very)\s\w+,?\s)?|\b[Jj]oin\s(?:your\s)?(?:hosts?\s)?)"
    rf"(?P<row>{_NAME}(?:,\s{_NAME}){{0,3}},?\s(?:and|&)\s{_NAME}),?\s(?:(?:each|every)\s\w+\s)?"
    r"(?:as\s(?:they|we)\b|(?:on|for|in)\s(?:this|their|the|a)\b|(?!(?:were|had|was|are\sin|in|of|met|live)\b)[a-z]{3,}(?<!ed)\b)"
)
#: `Join Ann, Bo and Ida for all this`.
JOIN_ALL = re.compile(
    rf"(?:^|[.!?]\s)(?:So\s)?[Jj]oin\s(?P<row>{_NAME}(?:,\s{_NAME}){{0,3}},?\s(?:and|&)\s{_NAME})\s"
    r"(?:for\s(?:all|this|another|an?|the|some)|as\s(?:they|we)|on\s(?:this|their|the)|while\sthey|in\sthis)\b"
)
#: `with your hosts Ann and Bo`; and, of a guest whom the title names, `tells Ann how …`.
HOSTS_ARE = re.compile(
    rf"\b(?:[Yy]our|[Oo]ur|[Tt]he|[Ww]ith|[Jj]oin)\s(?:co-?)?[Hh]osts,?\s(?P<row>{_NAME}(?:,\s{_NAME}){{0,3}},?\s(?:and|&)\s{_NAME})"
    r"(?!\s[A-Z]|['’])"
)
TOLD = re.compile(
    rf"\b(?:tells|(?:is\s)?(?:talking|speaking|chatting)\s(?:with|to)|(?:talks|speaks|chats)\s(?:with|to))\s(?P<row>{_NAME})\s"
    r"(?:about|how|why|what|that)\b"
)
OF_CLERGY = re.compile(rf"^{_CLERGY}")
#: Who somebody is that begins a text by one name and is `she` in the next sentence.
BEGINS = re.compile(r"(?P<one>[A-ZÀ-Þ][a-zß-ÿ]+)\s[a-z]+s\s")
PRONOUNS = frozenset(("he", "she", "they", "it", "we", "you", "who", "his", "her", "i", "this", "that", "both", "all"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Of whom stories tell; and words that are given names as well, of things and of places.
OF_STORIES = _words("""
    adam eve romeo juliet cain abel moses silas barnabas samson delilah goliath solomon esau abraham antony cleopatra
    hansel gretel thelma clyde venus mars meghan holmes watson jesus
""")
THINGS = _words("""
    april may june august hope faith love joy grace summer autumn dawn rose angel prince king star dean art
""")
PLACES = _words("""
    austin dallas paris sydney florence georgia madison savannah vienna israel jordan china india america carolina
    charlotte chad kenya lincoln houston jackson cleveland virginia francisco chelsea chester milan roma
""")
