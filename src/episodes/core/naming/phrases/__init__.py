"""Phrases behind and before which texts name hosts and guests."""

from episodes.core.naming.phrases.around import ELSEWHEN, NOT_HERE, OURS, TITLE_WITH
from episodes.core.naming.phrases.behind import (
    AND_I,
    ASKS,
    COMES,
    EXPLAINS,
    IS_SOMEBODY,
    ON_TOPIC,
    PRESENTS,
    PRESENTS_ALONE,
    SPEAKS,
    TELLS_US,
    WITH_HOST,
)
from episodes.core.naming.phrases.labels import AUTHOR_LABEL, LABELS
from episodes.core.naming.phrases.phrase import Phrase
from episodes.core.naming.phrases.sentences import INLINE
from episodes.core.naming.phrases.shows import SHOW_HOSTS, SHOW_VERBS, SHOW_WITH

__all__ = [
    "AND_I",
    "ASKS",
    "AUTHOR_LABEL",
    "COMES",
    "ELSEWHEN",
    "EXPLAINS",
    "INLINE",
    "IS_SOMEBODY",
    "LABELS",
    "NOT_HERE",
    "ON_TOPIC",
    "OURS",
    "PRESENTS",
    "PRESENTS_ALONE",
    "SHOW_HOSTS",
    "SHOW_VERBS",
    "SHOW_WITH",
    "SPEAKS",
    "TELLS_US",
    "TITLE_WITH",
    "WITH_HOST",
    "Phrase",
]
