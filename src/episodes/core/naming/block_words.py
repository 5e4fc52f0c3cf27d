"""Phrases by which the blocks of a description are told apart."""

from __future__ import annotations

import re

#: Where shows can be heard, seen and followed: what an address or a line names them by.
PLATFORMS = (
    "Apple Podcasts",
    "iTunes",
    "Spotify",
    "SoundCloud",
    "YouTube",
    "Google Podcasts",
    "Stitcher",
    "Overcast",
    "Pocket Casts",
    "Castbox",
    "Amazon Music",
    "Deezer",
    "TuneIn",
    "iHeartRadio",
    "Rumble",
    "Odysee",
    "BitChute",
    "Twitch",
    "Vimeo",
    "Patreon",
    "Substack",
    "Twitter",
    "X.com",
    "Facebook",
    "Instagram",
    "TikTok",
    "LinkedIn",
    "Telegram",
    "Discord",
    "Reddit",
    "Mastodon",
    "Bluesky",
    "Threads",
    "WhatsApp",
    "VKontakte",
    "Steady",
    "Ko-fi",
    "PayPal",
    "Podcast Addict",
    "Player FM",
    "Audible",
    "Podimo",
    "Castro",
    "Fountain",
    "Mixcloud",
    "Bandcamp",
    "YouTube Music",
    "Truth Social",
    "MeWe",
    "Gettr",
    "Rokfin",
    "Brighteon",
    "Dailymotion",
    "Snapchat",
    "Pinterest",
    "Podbean",
    "Spreaker",
    "RadioPublic",
    "Goodpods",
    "VK",
    "Nostr",
    "Buy Me a Coffee",
    "SubscribeStar",
    "Ivoox",
    "Boosty",
    "RuTube",
    "Dzen",
)
#: Platforms whose names are words too: only as they are written, and only in a line that asks to come there.
WORDY_PLATFORMS = ("X", "Gab", "Locals", "Minds", "Signal", "Parler")

SUBSCRIBE = re.compile(
    r"^(?:\W*(?:please |bitte |don'?t miss (?:an|any|our next) (?:episode|show)\W+|"
    r"remember:? (?:to )?|don'?t forget to |be sure to |make sure (?:you |to )?|"
    r"if you (?:like|enjoy|love)[^.!?]{0,80},? |and |to |you can |"
    r"click (?:here )?to )*"
    r"(?:please )?(?:help us grow\W+)?(?:like(?:,| and| &) )?(?:share(?:,? and|,| &) )?"
    r"(?:subscribe|rate (?:and|&|,)|rate us|review us|leave (?:us )?(?:a |"
    r"an )?(?:\w+ )?(?:review|rating)|"
    r"listen (?:and subscribe |& subscribe |now |free |to us |to the (?:podcast|show) )?(?:on|via|in|at)\b|"
    r"watch (?:us |the show )?on\b|available (?:on|at|wherever)|"
    r"(?:liked it\? )?take a second to support|hit (?:the )?(?:like|subscribe|bell)|sign up|"
    r"join (?:our|the) (?:newsletter|mailing)|"
    r"abonn|abonnier|jetzt abonnieren|s'abonner|suscr|inscreva|iscriviti|prenumerera|abonneer|zapisz|подпи[сш]|"
    r"abone|tilaa|"
    r"support (?:us|(?:the|this|our) (?:show|podcast|channel|work|site)|"
    r"[^.!?:]{2,40} on (?:patreon|substack|locals|ko-fi))|"
    r"become a (?:member|patron|supporter|subscriber)|"
    r"donate|unterst[üu]tz))",
    re.IGNORECASE,
)
FOLLOW = re.compile(
    r"^\W*+(?:please |remember:? (?:to )?|don'?t forget to |be sure to |and |you can |to )*"
    r"(?:(?:also )?(?:follow|find|connect with|like|join(?! us (?:for|as|while|to)\b)|keep up with|"
    r"stay in touch|get in touch|reach out|"
    r"chat with|tweet|contact)\b"
    r"(?! (?:out|that|how|why|what|the truth))(?:[^.!?\n]{0,120})(?:\bon\b|\bat\b|@|https?:|\bvia\b|:)|"
    r"folg[et]?n? (?:sie |uns|mir|dem|ihr)|suivez|sigue|síguenos|segui(?:teci|mi|ci)?\b|siga|volg|följ|følg|"
    r"obserwuj|seuraa|takip)",
    re.IGNORECASE,
)
#: Whole links that begin as a call does and are none: `Tweet by Ann Lee`, `Donate coins to a hospital`.
OF_OTHERS = re.compile(r"^\W*+(?:tweet (?:by|from)|find an?|donate \w+ to)\b", re.IGNORECASE)
#: `You can find our theme song here:`, which is no call to come to a platform.
FINDS_A_THING = re.compile(r"^\W*+(?:you can )?(?:also )?find (?!us\b|me\b)(?!.*\bon\b)", re.IGNORECASE)
#: Headings above the places where a show can be followed.
FOLLOW_HEADING = re.compile(
    r"^\W*+(?:(?:connect with|follow|find|reach) us|get in touch|stay (?:in touch|connected))\s*[:：]?\W*$",
    re.IGNORECASE,
)
SPONSOR = re.compile(
    r"(?:^\W*+(?:today'?s |our |this (?:week|month|episode)'?s )?(?:sponsors?|advertisers?|partners?|werbung|"
    r"anzeige|sponsoren|patrocinadores?)\b\s*(?:of [^:]{0,40})?[:\-–!]|\b(?:"
    r"sponsored by\b|this (?:episode|podcast|show|video|week'?s \w+)(?: of [^.]{0,60})? (?:is|was|"
    r"has been) (?:also )?(?:brought to you|sponsored|supported|made possible|presented|powered)\b|"
    r"brought to you (?:in part )?by\b|thanks to our (?:\w+ )?sponsors?\b|support(?:ed)? (?:for|by) (?:this|"
    r"today)|use (?:the )?(?:promo |discount |coupon )?code\b|"
    r"promo code\b|\d{1,2}% (?:off|discount|rabatt)\b|gesponsert\b|sponsoris[ée]|patrocinad|"
    r"realizzata con il contributo\b|med stöd av\b|advertis(?:e|ing) (?:with|on) (?:us|this)))",
    re.IGNORECASE,
)
DISCLAIMER = re.compile(
    r"(?:^\W*+(?:disclaimer|legal notice|content warning|trigger warning|warning|notice|haftungsausschluss|"
    r"avertissement|descargo)\b\s*[:\-–—]|\b(?:"
    r"(?:views|opinions|statements|positions)\b[^.]{0,120}\b(?:do not (?:necessarily )?(?:reflect|represent|"
    r"state)|are (?:not )?(?:those of|solely|exclusively|strictly|their own|his own|her own|my own|our own|"
    r"the (?:author|speaker|guest|host|personal|sole|opinion|view)s?)|expressed (?:here|in|by|on|are|do|herein)|"
    r"not necessarily)\b|"
    r"nothing (?:in|on|said|contained|discussed)\b[^.]{0,60}\b(?:advice|recommendation)\b|"
    r"(?:not|n't|never) (?:intended )?(?:as |to be |be |constitute |provide |offer |considered |"
    r"construed as )*(?:\w+ ){0,2}(?:financial|investment|legal|medical|tax|professional|"
    r"health)[^.]{0,60}\badvice\b|"
    r"for (?:informational|educational|entertainment|information|general information)[^.]{0,60}purposes\b|"
    r"(?:does|do|may|is|are) not (?:necessarily )?(?:endorse|responsible|liable)|not responsible for\b|"
    r"accepts? no (?:responsibility|liability)\b|n['’]engagent? que\b|"
    r"(?:no|non) (?:reflejan|representan|riflettono|rappresentano|refletem|representam)\b|"
    r"niet noodzakelijk|spiegeln (?:nicht|lediglich)|stellen (?:keine|nicht)[^.]{0,40}(?:beratung|meinung)|"
    r"(?:should|must) not be (?:attributed|taken as)\b|personal opinions? of\b|"
    r"no warranty\b|may contain (?:\w+,? )*(?:adult|strong|explicit|mature|offensive)\b|viewer discretion\b|"
    r"listener discretion\b|"
    r"all rights reserved\b|copyright (?:©|\(c\)|disclaimer)|fair use\b[^.]{0,80}\b(?:act|section|purposes|"
    r"107)\b|ohne gewähr\b|geben (?:nicht|allein)[^.]{0,60}meinung))",
    re.IGNORECASE,
)
HOSTING = re.compile(
    r"^\W*+(?:hosted (?:on|by) (?:acast|simplecast|megaphone|buzzsprout|anchor|spotify|audioboom|libsyn|podbean|"
    r"transistor|fireside|omny|art19|captivate|ausha|spreaker)\b|"
    r"(?:see|visit) (?:https?://)?(?:www\.)?(?:acast\.com/privacy|omnystudio\.com|privacy)|"
    r"learn more about your ad(?:-| )?choices|"
    r"privacy policy at|see (?:acast|omnystudio|privacy|pcm|podcastchoices)|ad choices|megaphone\.fm/adchoices|"
    r"our gdpr privacy|"
    r"this is a public episode|get (?:full|bonus) access|send in a voice message|"
    r"support this podcast: https?://(?:podcasters|anchor)|"
    r"advertising inquiries: https?://redcircle|privacy & opt-out: https?://redcircle|"
    r"become a paid subscriber|visit podcastchoices)",
    re.IGNORECASE,
)
_OF_HOSTING = "|".join((
    r"Learn more about your ad(?:vertising)?[ -]choices(?:\.? Visit \S+| at \S+|\.)?",
    r"Hosted on Acast\. See acast\.com/privacy for more information\.?",
    r"Hosted by Simplecast, an AdsWizz company\.(?: See pcm\.adswizz\.com for information about our collection and "
    r"use of personal data for advertising\.)?",
    r"See (?:https?://)?(?:www\.)?(?:omnystudio\.com/listener|acast\.com/privacy) for privacy (?:and opt-out )?"
    r"information\.*",
    r"See Privacy Policy at https?://art19\.com/privacy and California Privacy Notice at "
    r"https?://art19\.com/privacy#do-not-sell-my-info\.?",
    r"Our GDPR privacy policy was updated on [^.]{5,40}\. Visit acast\.com/privacy for more information\.",
    r"Advertising Inquiries: https?://redcircle\.com/brands", r"Privacy & Opt-Out: https?://redcircle\.com/privacy",
    r"Send in a voice message: https?://\S+", r"Become a supporter of this podcast: https?://\S+",
    r"Get full access to [^.!?]{2,80} at \S+/subscribe",
))  # fmt: skip
#: What hosting services set behind the last word of a description, often without a gap before it.
HOSTING_TAIL = re.compile(rf"(?<![\s–—|·-])[\s–—|·-]*+(?:(?:{_OF_HOSTING})[\s–—|·-]*+)++$")
#: What a hosting service says of itself is nothing that the show points to.
HOSTING_ADDRESS = re.compile(
    r"//(?:www\.)?(?:art19\.com/privacy|acast\.com/privacy|omnystudio\.com/listener|megaphone\.fm/adchoices|"
    r"pcm\.adswizz\.com|podcastchoices\.com|redcircle\.com/(?:brands|privacy))"
)
THANKS = re.compile(
    r"^\W*+(?:thanks|thank you|danke|merci|gracias|grazie|tack|obrigado) (?:for|so much|to everyone|for tuning|fürs|"
    r"d'|por|per)\b[^.!?]{0,80}[.!?]?\s*$",
    re.IGNORECASE,
)
#: A line that only greets or thanks somebody, or tells of the recording.
COURTESY = re.compile(
    r"^\W*+(?:(?:many |special )?thanks to|thank you to|danke an|(?:vielen|herzlichen|besten) dank|merci à|gracias a|"
    r"(?:all )?(?:hello|hi|hey)|greetings|good (?:morning|day|evening)|welcome|hallo|guten (?:tag|morgen)|"
    r"guten abend|servus|moin|willkommen|bonjour|salut|bienvenue|hola|buenas|bienvenid[oa]s|ciao|buongiorno|"
    r"benvenut[io]|olá|bem-vind[oa]s|hej|hei|dzień dobry|cześć|witam|witajcie|ahoj|dobrý den|(?:всем )?привет|"
    r"здравствуйте|вітаю)\b[^.!?:]{0,60}\W*$|"
    r"^\W*+(?:this is a free preview of a paid episode\b[^:]{0,120}|(?:please )?feel free to like\b[^.:]{0,60}|"
    r"if you (?:like|liked|love|loved|enjoy|enjoyed) (?:this|the|our) (?:podcast|show|episode)\b[^:]{0,100}|"
    r"you can (?:also )?listen to (?:the|this) episode (?:here|on|below)\b[^:]{0,80}|"
    r"(?:note: )?this transcript (?:is taken|was|has been|may)\b[^:]{0,200}|tickets, merch\b.{0,120}|"
    r"direkter link zur\b[^.:]{0,60}|veröffentlicht am:?\s[\d. :,a-zä]{4,40})$",
    re.IGNORECASE,
)
HASHTAGS = re.compile(r"^(?:\s*#[\w-]{2,60}[,;]?)+\s*$")
HEADING = re.compile(
    r"^\W*+(?:(?:show|episode|useful|further|more|related|relevant|other|additional|all|the|our|key|"
    r"time)?\s?(?:notes|links?|resources|references?|reading|sources|shownotes|timestamps?|chapters?|timecodes?|"
    r"topics|themen|quellen|kapitel|kapitelmarken|liens|enlaces|sponsors?|transcript|credits|guests?|hosts?|music|"
    r"show notes|about|description|links & show notes|links and show notes)|"
    r"(?:connect with|follow|find|support|reach) us|get in touch|stay (?:in touch|connected))\s*[:：]?\W*$",
    re.IGNORECASE,
)
#: Headings of lists that name other people's works.
LISTS = re.compile(
    r"^\W*+(?:\w+ ){0,2}(?:links?|resources?|references?|reading|sources|quellen|liens|enlaces|related)\b",
    re.IGNORECASE,
)
PRODUCTION = re.compile(
    r"^\W*+(?:(?:theme|intro|outro|opening|additional|original|our)?\s?(?:music|tune|theme|song|artwork|art|logo|"
    r"cover art|produced|production|producers?|editing|edited|mixed|mixing|recorded|sound design|assorted sound|"
    r"executive producers?|associate executive|engineer|engineering|graphics|photo|foto|image|musik|schnitt|"
    r"produktion|redaktion|musica|musique|montage|réalisation)\b"
    r"(?:[^.:]{0,40}(?:\bby\b|:|\bvon\b|\bdi\b|\bpar\b|\bat\b)))",
    re.IGNORECASE,
)
CALL = re.compile(
    r"^\W*+(?:watch|listen|see|check|visit|read|get|buy|order|download|click|tune in|hear|view|full (?:video|audio|"
    r"episode)|more (?:at|on|info)|show notes|shownotes|transcript|website|web|email|e-mail|mail|contact|twitter|"
    r"facebook|instagram|youtube|links?)\b[^.!?]{0,120}(?:https?://|www\.|[\w-]+\.(?:com|org|net|fm|de|io|co|tv)\b|"
    r":)",
    re.IGNORECASE,
)
