"""Slugs: short ASCII names for folders and addresses."""

from __future__ import annotations

import re
import unicodedata

from episodes.core.addresses import RESERVED_SLUGS

LONGEST_SLUG = 60

_SEVERAL_LETTERS = {
    "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "å": "a", "ð": "d", "þ": "th",
    "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "ŋ": "n", "ĳ": "ij", "ə": "e",
}  # fmt: skip
_CYRILLIC = (
    "аa бb вv гg ґg дd еe єye ёyo жzh зz иi іi їyi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch "
    "ъ ыy ь эe юyu яya"
)
_GREEK = "αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs ςs τt υy φf χch ψps ωo"
_LATIN_OF = _SEVERAL_LETTERS | {pair[0]: pair[1:] for pair in f"{_CYRILLIC} {_GREEK}".split()}
_NOT_IN_SLUGS = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"['’‘ʼ`´]")


def make_slug(text: str) -> str:
    """Make a name of lower-case ASCII letters, digits and hyphens, at most 60 characters, cut between words.

    Letters of Latin, Greek and Cyrillic script are transliterated; a text in another script, or in none,
    gets a name made from its code points, so that it is never empty and always the same.

    >>> make_slug("Größe & Weisheit: l’été à Łódź")
    'groesse-weisheit-lete-a-lodz'
    >>> make_slug("Война и мир")
    'voyna-i-mir'
    """
    slug = _NOT_IN_SLUGS.sub("-", _transliterate(_APOSTROPHES.sub("", text[:1000]))).strip("-")
    return _shorten(slug) or _name_by_code_points(text)


def episode_slug(number: int | None, title: str) -> str:
    """Name an episode by its number, where it has one, and its title.

    >>> episode_slug(338, "What Now?")
    '338-what-now'
    >>> episode_slug(None, "What Now?")
    'what-now'
    >>> episode_slug(None, "About")
    'about-episode'
    """
    if number is None:
        slug = make_slug(title)
        return f"{slug}-episode" if slug in RESERVED_SLUGS else slug
    return make_slug(f"{number} {title}") if _transliterate(title).strip("- ") else str(number)


def _transliterate(text: str) -> str:
    latin = "".join(_LATIN_OF.get(letter, letter) for letter in unicodedata.normalize("NFC", text).lower())
    plain = "".join(_LATIN_OF.get(letter, letter) for letter in unicodedata.normalize("NFKD", latin))
    return "".join(letter if letter.isascii() else "-" for letter in plain if not unicodedata.combining(letter))


def _shorten(slug: str) -> str:
    if len(slug) <= LONGEST_SLUG:
        return slug
    cut = slug[: LONGEST_SLUG + 1]
    return (cut.rsplit("-", 1)[0] if "-" in cut[LONGEST_SLUG // 2 :] else cut[:LONGEST_SLUG]).strip("-")


def _name_by_code_points(text: str) -> str:
    points = "-".join(f"{ord(letter):x}" for letter in text.strip()[:8])
    return f"u-{points}" if points else "untitled"
