"""Kinds of episodes, as titles and tags tell them: trailer, bonus, rebroadcast, else full."""

from __future__ import annotations

import re
from dataclasses import dataclass

from episodes.core.episode import EpisodeKind
from episodes.core.naming.folding import fold, tidy
from episodes.core.naming.show_names import has_initials, spellings

_TRAILER = """
    trailer teaser tráiler bande-annonce bande_annonce trailler traileri zwiastun zapowiedź трейлер тизер
    fragman 予告 预告 預告 티저 예고 coming_soon coming_up kommt_bald próximamente prossimamente em_breve bientôt avance
    promo sneak_peek season_preview series_preview announcing announcement 预告片 premiera_wkrótce
"""
_BONUS = """
    bonus bonusfolge bonusepisode bonus-folge bonusaflevering bonusavsnitt extra extrafolge extraavsnitt
    bonus_track bonus_episode bonus_content outtakes bloopers behind_the_scenes patreon_preview preview
    full_interview uncut_interview deleted_scenes extended_interview бонус
    ボーナス 番外編 番外 特典 특별편 보너스
    hors-série hors_série bonus_show recap patreon members_only subscriber_exclusive extended_cut bonus_material
    sonderfolge sonderausgabe supplemental ekstra bonusafsnit
"""
_REBROADCAST = """
    rebroadcast re-broadcast rerun re-run encore encore_of encore_presentation encore_episode replay repeat repost
    re-release rerelease re-air reair re-issue reissue from_the_archives from_the_archive from_our_archives
    from_the_vault from_the_vaults archive_episode archives wiederholung rediffusion redifusión redifusion
    reposición repris reprise herhaling genudsendelse uusinta повтор повторно powtórka ismétlés 再放送 재방송 重播
    replica tbt classic_episode classic_replay throwback throwback_thursday flashback_friday rewind
    rebroadcasted re-upload_of retransmisión best_of aus_dem_archiv fra_arkivet listen_again revisited encore!
    reprisen update_of vault
"""


def _alternatives(listed: str) -> str:
    words = sorted({fold(word.replace("_", " ")) for word in listed.split()}, key=len, reverse=True)
    return "|".join(map(re.escape, words))


def _marker(listed: str) -> re.Pattern[str]:
    """Match a word at the beginning before a separator, in brackets, or at the end after a separator."""
    words = _alternatives(listed)
    words = rf"(?:{words})"
    around = (
        r"(?:(?:the|a|an|our|this|full|official|special|season|series|show|podcast|episode|ep|folge|s)"
        r"[ .]*\d{0,4}[ :]*){0,3}"
    )
    tail = (
        r"(?:[ :#-]*(?:episode|folge|show|edition|podcast|ep|version|content|cut|special|interview|\d{1,4}"
        r"|\(s?\d{1,3}\)))?"
    )
    return re.compile(
        rf"^[\W\d]*{around}{words}{tail}\s*(?:[!.]*\s*$|[-:|–—/)\]】!~])|"
        rf"[(\[【]{around}[^()\[\]]{{0,24}}?\b{words}\b{tail}[^()\[\]]{{0,24}}[)\]】]"
        rf"|[-:|–—/]\s*(?:[\w.]+ ){{0,2}}{words}{tail}[\s!.]*$|[-:|–—/#\d.\])]\s*{words}{tail}\s*[-:|–—!]"
        rf"|【{words}】"
    )


_MARKERS: list[tuple[EpisodeKind, re.Pattern[str]]] = [
    ("rebroadcast", _marker(_REBROADCAST)),
    ("trailer", _marker(_TRAILER)),
    ("bonus", _marker(_BONUS)),
]
_ANYWHERE: list[tuple[EpisodeKind, re.Pattern[str]]] = [
    ("rebroadcast", re.compile(r"\b(?:rebroadcast|encore (?:episode|presentation)|re-?run of)\b")),
    ("trailer", re.compile(
        r"\b(?:season|series|staffel|saison|temporada|stagione|podcast|show|official) \d{0,3} ?"
        r"(?:trailer|teaser|preview)\b|\btrailer$|^trailer (?:for|zu|de|di|season|series|staffel|saison|s?\d)"
    )),
    ("bonus", re.compile(
        r"\bbonus (?:episode|folge|content|show|clip|mini|interview|material|edition|q&a)\b|"
        r"\b(?:season|series|staffel) \d+ recap\b|\bbonus$|\bbonus\s?#?\d+\b|\bpreview$"
    )),
]  # fmt: skip
_OF_A_MATCH = re.compile(r"\b(?:match|game|instant|stream|race|action) replay")
#: What is looked forward to or back at in a whole episode: `Round 14 preview: …`, `Season 8 Episode 3 Recap`.
_OF_SOMETHING = re.compile(
    r"\b(?:episode|ep|s\d{1,2}[ .]?e|e|week|round|match ?day|game ?week|gw|game|match|race|stage|day|night|chapter)"
    r"[ .#]{0,2}\d{1,4}\W{0,3}(?:(?:review|preview|live)\W{1,3}(?:and )?)?(?:recap|preview)"
)
_LOOKS_AROUND = re.compile(r"\b(?:preview|recap)\b(?!.*\bbonus)")
_SEASON_AHEAD = re.compile(r"\b(?:season|series|staffel|saison|temporada|stagione) \d{1,2} preview\b")
_BONUS_IN_CAPITALS = re.compile(r"^\W*BONUS (?=[^\W\d_]*[a-z])")
_INTRODUCING = re.compile(
    r"^(?:introducing|welcome to|presenting|willkommen (?:bei|zu)|bienvenue (?:a|dans|sur)|bienvenidos a|"
    r"benvenuti a)\b[\s:-]*(?:the podcast )?"
)
_KINDS_OF_TAGS: dict[str, EpisodeKind] = {"full": "full", "trailer": "trailer", "bonus": "bonus"}
_TAGS = ("itunes:episodetype", "episodetype", "episode_type", "itunes_episodetype", "episode-type")


@dataclass(frozen=True, kw_only=True)
class KindFound:
    """A kind and what it was read from; no reason means that nothing was said."""

    kind: EpisodeKind = "full"
    reason: str = ""


def read_kind(title: str, *, show_title: str = "") -> KindFound:
    """Read a title's word on what kind of episode it is.

    >>> [read_kind(title).kind for title in ("Trailer: Season 2", "What Now? (Rebroadcast)", "The Bonus Army")]
    ['trailer', 'rebroadcast', 'full']
    """
    folded = _without_show(fold(tidy(title[:2000])[:500]), show_title, is_capital=title[:1].isupper())
    for kind, pattern in [*_MARKERS, *_ANYWHERE]:
        match = pattern.search(folded)
        if not match or _OF_A_MATCH.search(match[0]):
            continue
        if _LOOKS_AROUND.search(match[0]):
            if _OF_SOMETHING.search(folded):
                continue
            kind = "trailer" if _SEASON_AHEAD.search(folded) else kind
        return KindFound(kind=kind, reason=f"{match[0].strip()!r} in the title")
    if match := _BONUS_IN_CAPITALS.match(title):
        return KindFound(kind="bonus", reason=f"{match[0].strip()!r} in the title")
    if (match := _INTRODUCING.match(folded)) and show_title and folded[match.end() :].startswith(spellings(show_title)):
        return KindFound(kind="trailer", reason="the title introduces the show")
    return KindFound()


def _without_show(folded: str, show_title: str, *, is_capital: bool) -> str:
    """A title without its show's name or initials at the beginning; `TBT` is a word of its own."""
    if not show_title:
        return folded
    for name in spellings(show_title):
        if folded.startswith(name) and folded[len(name) :].lstrip()[:1] in set("-:|"):
            return folded[len(name) :].lstrip(" -:|")
    first, _, rest = folded.partition(" ")
    return rest if is_capital and first != "tbt" and has_initials(first, show_title) else folded


def kind_of_tags(tags: dict[str, str]) -> KindFound:
    """Read what a feed's own element says (`itunes:episodeType`)."""
    for name, value in tags.items():
        kind = _KINDS_OF_TAGS.get(value.strip().lower()) if name.lower() in _TAGS else None
        if kind:
            return KindFound(kind=kind, reason=f"the tag says {value.strip()!r}")
    return KindFound()
