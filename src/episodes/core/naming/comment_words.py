"""Words that comment widgets put around readers' comments."""

from __future__ import annotations

import re

from episodes.core.naming.months import MONTHS

_MONTH = "(?:" + "|".join(map(re.escape, MONTHS)) + ")"
_TIME = r"(?:\W{0,3}(?:at |um |[àa] |a las |kl\.? ?|o )?\d{1,2}(?:[:.h]\d\d(?:[:.]\d\d)?|(?=\s?(?:[ap]\.?m|uhr|h)\b))"
_TIME += r"\s?(?:[ap]\.?m\.?|uhr|h)?)"
_WEEKDAY = (
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim|mie|jue|vie|sab|dom)"
    r"(?:[a-z]{0,7})\.?)"
)
_DAY_IN_WORDS = "(?:yesterday|today|gestern|heute|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|gisteren|vandaag)"
#: A line that says that comments follow.
BEGIN = re.compile(
    r"^\W*(?:what do you think\b.{0,20}|was (?:meinst du|meint ihr|denkst du|denken sie|"
    r"meinen sie).{0,10}|qu['’]en pensez-vous.{0,10}|qué (?:opinas|opinan|te parece).{0,10}|"
    r"(?:leave|post|add|write|submit) a (?:reply|comment|response)\b.{0,80}|(?:\d{1,5}|"
    r"one|no) (?:comments?|responses?|replies|thoughts?|kommentare?|commentaires?|comentarios?|commenti|reacties?|"
    r"kommentarer|комментари\w+|gedanken?|antworten|réflexions?|réponses?|reacciones|pensamientos?|pensieri|risposte|"
    r"gedachten|tankar|przemyślenia|myśli)\b.{0,200}|"
    r"comments?(?: section| \(\d+\))?:?|join the (?:discussion|conversation)|(?:readers?[’']? )?(?:comments|"
    r"kommentare|commentaires|comentarios|commenti|kommentarer|комментарии)\W*|notify of|discussion(?: about .{2,40})?|"
    r"disqus comments|schreibe? einen kommentar.{0,30}|laisser un commentaire.{0,30}|deja (?:un comentario|una "
    r"respuesta).{0,30}|lascia un commento.{0,30}|"
    r"be the first to comment!?)\W*$",
    re.IGNORECASE,
)
#: Words of comment widgets, which belong to no comment.
WIDGET = re.compile(
    r"^\W*(?:guest|member|subscriber|editor|admin|author|moderator|registered|reply|antworten|répondre|responder|"
    r"rispondi|svar|svara|reageer|odpowiedz|ответить|like|likes?:? ?\(?\d*\)?|dislike|share|report|flag|edit|permalink|"
    r"quote|log ?in(?: to reply)?|"
    r"vote ?up\W*[\d+-]*\W*vote ?down.*|vote ?(?:up|down).*|up ?vote.*|down ?vote.*|[\d+-]*\W*points?|[\d.,+-]*|"
    r"notify of.*|(?:newest|oldest|most voted)(?:\W+(?:newest|oldest|most voted|first))*|inline feedbacks?|"
    r"view all comments|load more.*|(?:view|hide|show) (?:all )?(?:\d+ )?repl(?:y|ies).*|"
    r"\d+ repl(?:y|ies)|like\W*\d*\W*dislike.*|add comment.*|facebook comments plugin|sorted by.*|write a comment.*|"
    r"connect with.*|subscribe|please login.*|this site uses akismet.*|sort by.*|"
    r"your email address will not be published.*|name\*?|email\*?|website|post comment|save my name.*|"
    r"avatar(?: of .*)?|active member|share on \w+|leave a reply.*|cancel reply|"
    # wpDiscuz
    r"rating|label|\{\}|\[\+\]|article rating|[\d.]+ votes?|comment threads?|thread replies|followers?|"
    r"most reacted comment|hottest comment thread|(?:recent )?comment authors?|copy link|"
    # Disqus
    r"disqus comments|privacy policy|recommend(?: \d+)?|tweet|favorite(?: this discussion)?|log in with|"
    r"or sign up with disqus.*|join the discussion.*|start the discussion.*|•? ?edited|see more|"
    r"[\d•\s^|\u2303\u2304∧∨]*(?:[•·]\W*)?reply\W*(?:share\W*)?|\d+ comments?.{0,60}(?:privacy policy|login).*|"
    r"upvotes?(?: percentage)?:? ?[\d.%]*|downvotes?:? ?[\d.%]*|total votes?:? ?\d*|"
    r"(?:deine|ihre) e-mail-adresse wird nicht.*|votre adresse e-?mail ne sera pas.*|erforderliche felder.*|"
    r"les champs obligatoires.*|required fields are marked.*|annuler la réponse|antwort abbrechen|"
    r"tu dirección de correo.*|schreibe? einen kommentar.*|laisser un commentaire.*|(?:1|one) more comment.*|"
    r"\d+ more comments.*|comments are closed\W*|restacks|comments(?:\W+restacks)?)\W*$",
    re.IGNORECASE,
)
MORE = re.compile(
    r"\s*(?:…|\.\.\.)?\s*\[?(?:read more|mehr lesen|weiterlesen|lire la suite|leer más|leggi tutto|lees meer|"
    r"läs mer|see more)\s*[»>…\]]*\s*$",
    re.IGNORECASE,
)
SAYS = re.compile(
    r"^(.{1,60}?)\s+(?:says|said|wrote|sagt|schrieb|schreibt|dit|dice|escribió|ha scritto|zegt|skrev|says on|"
    r"a dit|pisze|diz|disse|on)\s*:?\s*$",
    re.IGNORECASE,
)
AGO = re.compile(
    r"^\W*(?:(?:about |over )?(?:\d{1,3}|an?|one|a few) (?:second|minute|hour|day|week|month|year)s? ago|"
    r"like\W+reply\W+(?:\d+\W+)?\d{1,3}\s?(?:y|yrs?|years?|mo|w|d|h|m|min)|"
    r"vor \d{1,3} \w+|il y a \d{1,3} \w+|hace \d{1,3} \w+)\W*$",
    re.IGNORECASE,
)
ANSWER = re.compile(r"^\W*(?:vote ?up.*|(?:reply|antworten|répondre|responder|rispondi|svar|svara)\W*)$", re.IGNORECASE)
ANSWER_BEFORE = re.compile(r"^\W*(?:vote ?up|reply)\b", re.IGNORECASE)
TO = re.compile(r"^(?:@|(?:reply(?:ing)? to|in reply to|antwort auf|réponse à|>)\s*:?\s*@?)", re.IGNORECASE)
BEFORE_DATE = re.compile(
    r"^\s*(?:posted|written|commented|am|on|le|el|il|den|by|von|par)\b\s*|\s*(?:[,|·•–—:(-]|\bon\b|\bsays\b|\bam\b)*\s*$",
    re.IGNORECASE,
)
AROUND_AUTHOR = re.compile(r"^(?:by|von|par)\s+|\s+(?:on|am|le|el|says|said|wrote|sagt)$", re.IGNORECASE)
WIDGETS_BEFORE_DATE = re.compile(
    r"\bvote ?up\W*\d*\W*vote ?down\b|\b(?:reply|guest|member|permalink|share|like)\b", re.IGNORECASE
)
WEEKDAY = re.compile(r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?", re.IGNORECASE)
LABEL = re.compile(r"^\W*(?:guest|member|subscriber|author|admin|editor|moderator|active member)\W*$", re.IGNORECASE)
#: A line of its own between a comment's author and its date: whom it answers.
REPLIES_TO = re.compile(
    r"^(?:reply(?:ing)? to|in reply to|antwort auf|réponse à|en respuesta a)\s+(?P<whom>.{1,60})$", re.IGNORECASE
)
ENDS_IN_INITIAL = re.compile(r"^(?:[^\W\d_][\w'’-]*\s){1,3}[^\W\d_]\.$")
#: A date that says no year, alone or behind its author: `October 17 at 3:12 pm`, `Ann · 17. Oktober, 15:12 Uhr`.
WITHOUT_YEAR = re.compile(
    rf"^\W*(?:(?!{_WEEKDAY},)(?P<author>[^\W\d_][^\s•·|,]*(?:\s[^\s•·|,]+){{0,3}}?)\s?[•·|,–-]\s?)?"
    rf"(?:{_WEEKDAY},?\s)?(?:{_MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?{_TIME}?|"
    rf"\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s(?:de |of )?{_MONTH}\.?{_TIME}?|{_DAY_IN_WORDS}{_TIME})\W*$",
    re.IGNORECASE,
)
#: A line that is the author and how long ago, as Disqus writes it: `Ann Lee • 2 months ago`.
AUTHOR_AGO = re.compile(
    r"^(?P<author>[^•·|]{1,90}?)\s*[•·|,–-]\s*(?:about |over )?(?:\d{1,3}|an?) (?:second|minute|hour|day|week|month|"
    r"year)s? ago(?:\W*edited)?\W*$",
    re.IGNORECASE,
)
#: Behind a date, who wrote: `On 5 Jan 2020 at 13:02, Lars wrote:`.
WROTE = re.compile(
    r"^\W*(?P<author>[^\W_].{0,59}?)(?:\s\([^()]{1,20}\))?\s(?:wrote|said|says|schrieb|schreibt|"
    r"a écrit|escribió|ha scritto)\s?:?$",
    re.IGNORECASE,
)
