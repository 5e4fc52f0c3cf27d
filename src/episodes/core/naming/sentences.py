"""A text in sentences, as the rules for names read them."""

from __future__ import annotations

import re

from episodes.core.naming.folding import cut_at_word

_SENTENCE = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][”\"»’]))(?=\s)(?<!\b[A-Z]\.)(?<!\bDr\.)(?<!\bMr\.)(?<!\bSt\.)(?<!\bvs\.)(?<!\bv\.)(?<!\bft\.)"
    r"(?<!\bProf\.)(?<!\bMrs\.)(?<!\bMs\.)(?<!\bSen\.)(?<!\bRep\.)(?<!\bGov\.)(?<!\bLt\.)(?<!\bCol\.)(?<!\bGen\.)"
    r"(?<!\bCapt\.)(?<!\bSgt\.)(?<!\bRev\.)(?<!\bFr\.)(?<!\bIng\.)(?<!\bfeat\.)(?<!\bNo\.)(?<!\bNr\.)(?<!\bEp\.)(?<!\bbzw\.)"
    r"(?<!\bMt\.)(?<!\bu\.a\.)(?<!\bz\.B\.)\s+(?=[^\s\d_a-z])"
)
#: Where markup was lost, the next sentence follows without a space: `the war.Joining us`.
_GLUED = re.compile(r"(?<=[a-zß-ÿ]{3}[.?])(?<!\bProf\.)(?<!\bIng\.)(?<!\bCapt\.)(?=[A-ZÀ-Þ][a-zß-ÿ]{1,20}[\s,'’])")
_MEMBER = re.compile(r"(?:;|\s[-–—•|·])\s")
LONGEST_SENTENCE = 1500


def sentences(text: str) -> list[str]:
    """Part a text into its sentences, to look for names: of a very long one, a mere list, only the beginning."""
    apart = (part for sentence in split_sentences(text) for part in _GLUED.split(sentence))
    return [part for sentence in apart for part in _short_enough(sentence)]


def _short_enough(sentence: str) -> list[str]:
    """A sentence, or the members of the list that one of such a length is."""
    if len(sentence) <= LONGEST_SENTENCE:
        return [sentence]
    return [cut_at_word(part, LONGEST_SENTENCE) for part in _MEMBER.split(sentence)]


def split_sentences(text: str) -> list[str]:
    """Part a text where one space or more stands between two sentences: joined by a space they are the text again."""
    return _SENTENCE.split(text)
