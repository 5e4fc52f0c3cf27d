"""Which pieces of words the tagger keeps: single letters, those that European languages use most, and all Latin ones.

Usage: python training/pieces.py E5_SMALL.bin PIECES.json   (needs the package wordfreq)
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

from base import read_base
from tokenizers.models import Unigram
from wordfreq import available_languages, get_frequency_dict

from episodes.tagger.windows import SPACE

COUNT = 56_000  #: the commonest of all scripts
SPECIAL = 4
COMMONEST = 80_000  #: words of a language
LETTERS = (
    "LATIN", "CYRILLIC", "GREEK", "HEBREW", "ARABIC", "HIRAGANA", "KATAKANA", "HANGUL", "DEVANAGARI", "THAI",
)  # fmt: skip
#: How much a language counts; podcasts are mostly English.
SHARES = {
    "en": 6, "de": 3, "fr": 2, "es": 2, "it": 1.5, "pt": 1.5, "nl": 1.5, "sv": 1.5, "da": 1, "nb": 1, "fi": 0.7,
    "pl": 1, "cs": 0.7, "ru": 0.7, "uk": 0.4, "tr": 0.7, "el": 0.4, "ro": 0.5, "hu": 0.5, "ca": 0.4, "sk": 0.3,
    "id": 0.4, "ja": 0.3, "zh": 0.3, "ko": 0.3, "ar": 0.3, "he": 0.2, "vi": 0.4, "hi": 0.1,
}  # fmt: skip


def main() -> int:
    base = read_base(Path(sys.argv[1]))
    cutter = Unigram([(piece, float(score)) for piece, score in zip(base.pieces, base.scores, strict=True)], 3, False)
    used: Counter[int] = Counter()
    for language in SHARES.keys() & set(available_languages()):
        for word, share in list(get_frequency_dict(language, "best").items())[:COMMONEST]:
            for form, part in ((word, 0.75), (word.capitalize(), 0.25)):
                for piece in cutter.tokenize(SPACE + form):
                    used[piece.id] += share * part * SHARES[language]
    letters = (number for number, piece in enumerate(base.pieces) if number >= SPECIAL and _is_letter(piece))
    kept = [*range(SPECIAL), *letters]
    known = set(kept)
    kept += [number for number, _ in used.most_common() if number not in known]
    kept = kept[:COUNT]
    known = set(kept)
    kept += [number for number, piece in enumerate(base.pieces) if number not in known and _is_latin(piece)]
    Path(sys.argv[2]).write_text(json.dumps(kept))
    return 0


def _is_letter(piece: str) -> bool:
    letter = piece.strip(SPACE)
    if len(letter) != 1 or not letter.isalpha():
        return len(letter) < 2
    return unicodedata.name(letter, "?").split()[0] in LETTERS


def _is_latin(piece: str) -> bool:
    """Whether all letters of a piece are Latin: names are rare words, which the commonest pieces spell badly."""
    letters = [sign for sign in piece if sign.isalpha()]
    return bool(letters) and all(unicodedata.name(sign, "?").startswith("LATIN ") for sign in letters)


if __name__ == "__main__":
    sys.exit(main())
