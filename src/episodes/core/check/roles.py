"""Groups and roles of people, as the Podcast Taxonomy has them."""

from __future__ import annotations

_GROUPS = {
    "creative direction": "director,assistant director,executive producer,senior producer,producer,associate producer,"
    "development producer,creative director",
    "cast": "host,co-host,guest host,guest,voice actor,narrator,announcer,reporter",
    "writing": "author,editorial director,co-writer,writer,songwriter,guest writer,story editor,managing editor,"
    "script editor,script coordinator,researcher,editor,fact checker,translater,translator,transcriber,logger",
    "audio production": "studio coordinator,technical director,technical manager,audio engineer,"
    "remote recording engineer,post production engineer",
    "audio post-production": "audio editor,sound designer,foley artist,composer,theme music,music production,"
    "music contributor,editor,assistant editor",
    "administration": "production coordinator,booking coordinator,production assistant,content manager,"
    "marketing manager,sales representative,sales manager",
    "visuals": "graphic designer,cover art designer",
    "community": "social media manager",
    "misc.": "consultant,intern",
    "video production": "camera operator,lighting designer,camera grip,assistant camera",
    "video post-production": "editor,editor (video),assistant editor",
}
#: Roles by group.
ROLES = {group: frozenset(roles.split(",")) for group, roles in _GROUPS.items()}
ALL_ROLES = frozenset().union(*ROLES.values())
