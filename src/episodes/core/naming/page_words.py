"""Words that sites put around an episode's own text."""

from __future__ import annotations

import re

#: `in , by` without what was linked there.
LOST_BY_LINE = re.compile(
    r"^\W*(?:(?:posted |published |filed )?(?:in|by|under|on|von|par|por|di|da|av|af|tags?|categor(?:y|ies)|"
    r"kategorie)\b[\s,.:;|/&]*)+$",
    re.IGNORECASE,
)
BY_LINE = re.compile(r"^\s*(?:in|under)\s(?:[\w&’' -]{1,30})(?:,\s?[\w&’' -]{1,30}){0,4},?\s*$", re.IGNORECASE)
AUTHOR_LINE = re.compile(r"^\W*(?:by|von|par|por|di|door|av|af)\s+[^\W\d_a-z][\w.'’ -]{2,40}$")
FURNITURE = re.compile(
    r"^(?:\W*\b(?:share|tweet|pin|email|print|facebook|twitter|whatsapp|telegram|reddit|linkedin|copy link)\b){2,}\W*$|"
    r"^\W*(?:skip to (?:main )?content|home|menu|search|about(?: us)?|contact(?: us)?|log ?in|sign (?:in|up)|"
    r"register|subscribe|newsletter|donate|share(?: (?:this|on) .{0,30})?|tweet|pin|email|print|facebook|twitter|"
    r"whatsapp|telegram|reddit|linkedin|"
    r"tags?:?.{0,120}|categories:?.{0,80}|previous(?: post| article)?|next(?: post| article)?|advertisement|views?|"
    r"\d[\d.,km]* (?:views|shares|comments|likes|subscribers)|listen now|download|play|00:00|read(?:ing)? time.{0,20}|"
    r"\d{1,2} min(?:ute)?s? read|home(?: \w+){1,8}|home\s?[»›>/→].{0,160}|like this|like loading.*|loading|"
    r"comments (?:are )?closed|shop|store|latest|toggle (?:menu|navigation)|sign in ?/ ?join|cart|log ?out|close|"
    r"please enable javascript.{0,80}|written by.{0,60}|leave a comment|\d+ comments?|"
    r"\d+ (?:comments?|responses?|replies|thoughts?) (?:to|on|about)\b.{0,200}|\d[\d.,]*[km]?|"
    r"see all|get the app|"
    r"show more|\d{1,2}:\d\d(?:\s?[ap]m)?|(?:we|this (?:web)?site) uses? cookies.*|accept(?: all)?(?: cookies)?|"
    r"startseite|menü|suche|accueil|inicio|kontakt|impressum|datenschutz(?:erklärung)?|teilen|partager|compartir|"
    r"zum inhalt springen|aller au contenu|saltar al contenido)\W*$|"
    # a bar of the site's sections
    r"^[^.!?|:]{2,20}(?:\s\|\s[^.!?|:]{2,20}){2,}$",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"^\W*(?:(?:you )?(?:may|might) (?:also )?(?:like|enjoy|be interested).{0,20}|also on .{2,40}|"
    r"more (?:in|from) this series|keep reading|(?:newer|older) posts?|in case you missed it|editor[’']?s picks?|"
    r"related(?: posts?| articles?|"
    r" stories| content| episodes?)?|more from.{0,60}|more (?:stories|episodes|posts|like this)|read (?:next|more|"
    r"also)|see also|recommended(?: for you)?|related articles\W*more from author|"
    r"don'?t miss|latest (?:posts|articles|episodes|news)|recent posts|trending|up next|popular(?: posts)?|"
    r"das könnte (?:dich|sie) (?:auch )?interessieren|ähnliche (?:beiträge|artikel)|mehr (?:zum thema|aus).{0,40}|"
    r"à lire aussi|articles similaires|también te puede interesar|"
    r"artículos relacionados|leggi anche|articoli correlati|lees ook|läs också|leia também|читайте также|"
    r"çok okunanlar)\W*$",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"^\W*(?:\d[\d.,]*[km]? views\W*|"
    r"(?:published|posted|updated|date|aired|released|veröffentlicht|erschienen|publié|publicado|pubblicato|"
    r"gepubliceerd|publicerad|publisert|udgivet|опубликовано)\b.{0,40})?$",
    re.IGNORECASE,
)
#: What names the line of show and number, and is no part of the show's name.
SHOW_LABEL = re.compile(
    r"^\W*(?:show|podcast|program(?:me)?|series|sendung|émission|programa)\s*:\s*(?=\S)", re.IGNORECASE
)
#: `Harbour Talks, Episode 19: In this …` begins a paragraph.
LEADS = re.compile(
    r"^(?P<heading>[^\W\d_a-zß-ÿ][^.!?:|()]{2,50}?[\s,:.|–—-]+(?i:episode|ep\.|folge|épisode|episodio|episódio|aflevering|avsnitt)"
    r"\s(?:no\.?\s?|nr\.?\s?|#)?\d{1,4})\s?[:.–—-]\s+(?=[^\W\d_a-zß-ÿ])",
)
#: `In "Video"`: the section of another post.
SECTION = re.compile(r"^\W*in [\"“„«].{1,40}[\"”“»]\W*$", re.IGNORECASE)
#: `Posted in Law, Politics on October 3rd, 2020 by admin`.
POSTED = re.compile(
    r"^\W*(?:(?:posted|published|filed|written|submitted)\s(?:in|under|by|on)\s[^.!?]{3,160}|"
    r"by\s[^.!?|·•]{3,60}\s?[|·•]\s?(?:(?:posted|published|filed)\s)?(?:in|on|under)\s[^.!?]{2,100}|"
    r"(?:by|in)\s[^.!?]{3,120}\d[\d.,]*[km]?\s(?:views?|comments?|min(?:utes?)?(?: read)?))\W*$",
    re.IGNORECASE,
)
#: A line that says that the title of a neighbouring post follows.
NEIGHBOUR = re.compile(
    r"^\W*(?:previous|next|older|newer)(?: (?:post|article|episode|story))?\W*$|"
    r"^\W*(?:vorheriger|nächster|voriger) (?:beitrag|artikel)\W*$|^\W*article (?:précédent|suivant)\W*$",
    re.IGNORECASE,
)
#: A sentence that only says whose show it is.
HOSTED = re.compile(r"^\W*(?:hosted|presented|moderated) by\s", re.IGNORECASE)
