"""What follows a name where its owner comes to the show, speaks there or presents it."""

from __future__ import annotations

import re

#: Behind a name in a sentence: the name's owner comes to the show.
COMES = re.compile(
    r"\s*(?:\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?:"
    r"(?:also |then |again )?(?:joins?|joined|returns? to|is back (?:on|with)|"
    r"stops? by|drops? by|comes? (?:back )?on(?:to)?|came (?:back )?on(?:to)?|calls? in(?:to)?|sits? down with|"
    r"is with|visits?|swings? by) (?:(?:your|our|the|show|podcast) )?(?:co-?)?(?:hosts? (?=[A-Z]))?"
    r"(?:us\b|me\b|the (?:\w+ )?(?:show|podcast|program\w*|pod|gang|team|boys|guys|crew|studio|hosts?)\b|him\b|"
    r"her\b|them\b|(?P<host>[A-Z][^\W\d_]+))|"
    r"(?:drops?|stops?|swings?|pops?|calls?) (?:by|in)(?= (?:to|for|with|about|from)\s|[.!,]|$)|"
    r"(?:is|are) (?:here|back|with us) (?:to|with|for)\b|"
    r"(?:is|are) back(?: to (?:talk|discuss|chat|share|tell|explain)|[.!,]| for (?:another|more|a))|"
    r"(?:is|are|was|were) (?:our|my|the|today[’']s|this week[’']s) (?:\w+ ){0,2}guests?\b|(?:is|are) back (?:on|with)|"
    r"(?:ist|war|sind) (?:\w+ ){0,3}zu gast|(?:är|er) (?:\w+ ){0,3}(?:gäst|gæst|gjest)|est (?:notre|"
    r"l['’])\s?invité|è (?:\w+ ){0,2}ospite|es (?:nuestr[oa]|l[oa]) invitad[oa]|on vieraana)",
)
#: Behind a guest's name and what that is: the host asks.
ASKS = re.compile(r"\s(?:asks|wonders|explores|discusses|finds out|learns|talks|hears|considers|examines)\b")
#: Behind a name that begins a description: what its owner is.
IS_SOMEBODY = re.compile(
    r",?\s(?:\([^()]{1,60}\),?\s|[|–-]\s[^.]{1,30}\s)?(?:is\s(?:(?:currently|also|now)\s)?(?:(?:a|an|the|one of)\s)?|"
    r"ist\s(?:ein|eine|der|die)?\s?|est\s(?:un|une|le|la|l['’])?\s?|es\s(?:un|una|el|la)?\s?|è\s(?:un|una|il|la|"
    r"l['’])?\s?)"
    r"(?P<what>[^.;:]{3,90})"
)
#: Behind a name that the title gives and the description begins with: what its owner does for a living, today.
WORKS = re.compile(
    r"\s(?:(?:currently|also|now)\s)?(?:teaches|studies|researches|runs|leads|directs|heads|maintains|covers|"
    r"works (?:at|as|for|on)|"
    r"writes (?:about|for|the)|has (?:spent|been (?:a|an|the|working|writing|teaching|studying|making|running)))\b"
)
#: Behind a name: its owner and the one who writes talk.
AND_I = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?:and|&) (?:I|we)\s(?:also |then )?(?:talk|discuss|chat|"
    r"speak|spoke|dig|dive|cover|explore|get into|go deep|unpack|break down|catch up|sat|sit|walk|debate)"
)
#: Behind a name: who lets us know it is with us.
TELLS_US = re.compile(
    r"(?:\s*\([^()]{1,80}\)|,[^.!?;:]{1,120}?,)?\s(?:tells|told|walks|walked|takes|took|talks|talked|shows|"
    r"showed|gives|gave|"
    r"teaches|taught|joins|joined|reminds|guides|explains to|explained to|speaks to|spoke to|talks to|talked to|"
    r"speaks with|spoke with|talks with|talked with) us\b"
)
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
    r"\s(?:(?:also|then) )?(?:joins?|explains?|discuss(?:es)?|shares?|talks? (?:about|through)|tells?|walks?|"
    r"breaks? down|reflects?|"
    r"weighs? in|describes?|opens? up|offers?|unpacks?|chats?|speaks? (?:about|on)|sheds? light|has (?:some|"
    r"an? |thoughts|ideas|advice)|"
    r"answers?|gives? (?:us|her|his|their|tips|advice)|lays? out|makes? the case|delves?|helps? us|looks? back)\b"
)
#: Behind who has a role or an office at a house: what is done on air.
REPORTS = re.compile(
    r"\s(?:(?:also|then|now) )?(?:(?P<comes>joins|weighs in|opens up|reports (?:on|from)|has more|"
    r"walks (?:us )?through|"
    r"tells (?:us|(?:a|her|his|their) (?:own )?stor(?:y|ies))|answers (?:your|our|listener)|chats|drops by|"
    r"erzählt|berichtet|schildert|erläutert|raconte|témoigne|cuenta|relata|racconta|vertelt|berättar|fortæller|"
    r"forteller|"
    r"performs|reads (?:from|her|his|their|a poem|poems|an excerpt)|plays (?:live|songs|a song)|sings)|"
    r"explains|discusses|shares|breaks down|unpacks|answers|reviews|looks (?:back|ahead|at)|talks (?:about|through)|"
    r"speaks (?:about|on)|recommends|makes the case|lays out|sheds light)\b"
)
#: Behind a name that the title gives too.
SPEAKS = re.compile(
    r"\s*(?:\([^)]{1,80}\)|,[^.!?;:]{1,160}?,)?\s(?:(?:also |then )?(?:talks?|discuss(?:es)?|joins?|shares?|tells?|"
    r"explains?|chats?|speaks?|reflects?|opens? up|sits? down|answers?|returns?|describes?|breaks? down|walks? us|"
    r"takes? us|gives? us|reveals?|argues?|recounts?|weighs? in)\b|"
    r"(?:erzählt|berichtet|spricht|erklärt|erläutert|gibt|schildert|raconte|explique|nous|cuenta|explica|habla|"
    r"racconta|spiega|conta|vertelt|berättar|fortæller|forteller|kertoo|opowiada|рассказывает)\b)",
    re.IGNORECASE,
)
#: Behind the names that begin a summary: these people are the show's own.
PRESENTS = re.compile(
    r"\s(?:(?:also |again |once more |this week |today |then )?(?:discuss|examine|explore|look at|take a look|"
    r"talk about|talk|break down|dive|dig|analy[sz]e|unpack|review|debate|consider|cover|host|present|chat|answer|"
    r"catch up|recap|react|ponder|investigate|reflect|go (?:head|deep|through|over|back|toe)|are joined|respond|"
    r"pit|play|dish|"
    r"pick|rank|get into|kick off|wrap up|argue|take on|take us|take your|weigh|try|ask|welcome|celebrate|"
    r"preview|round up|"
    r"count down|banter|revisit|spoil|spin|swap|tackle|tell (?:the|us|you)|share|wonder|return|head to|"
    r"sit down|run through|"
    r"run down|are (?:here|back|together|live|on)|is (?:here|back)|bring you|get (?:to|together|stuck))|"
    r"(?:nehmen|blicken|schauen|streiten|begrüßen|quatschen|klären|erzählen|stellen|widmen)|(?:responden|"
    r"repasan|comentan|"
    r"charlan|debaten|cuentan|reciben)|(?:commentano|raccontano)|(?:reviennent|commentent|racontent|reçoivent)|"
    r"(?:diskutieren|sprechen|reden|besprechen|analysieren|plaudern|discutent|analysent|parlent|discuten|analizan|"
    r"hablan|conversan|discutono|parlano|analizzano|discutem|conversam|falam|bespreken|praten|diskuterar|pratar|"
    r"diskuterer|snakker))\b"
)
PRESENTS_ALONE = re.compile(
    r"\s(?:examines|explores|looks at|takes a look|breaks down|dives|digs|analy[sz]es|unpacks|reviews|hosts|"
    r"discusses|finds out|hears|asks|meets|travels|traces|tells the|considers|wonders|reports|revisits|goes|heads|"
    r"presents|interviews|speaks (?:to|with)|talks (?:to|with)|chats with|sits down with|brings|investigates|"
    r"welcomes)\b"
)
