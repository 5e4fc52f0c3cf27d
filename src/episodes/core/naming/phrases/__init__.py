"""Phrases behind and before which texts name hosts and guests."""

from episodes.core.naming.phrases.around import ELSEWHEN, NOT_HERE, OURS, TITLE_WITH
from episodes.core.naming.phrases.behind import (
    AND_HOST,
    AND_I,
    ASKS,
    COMES,
    EXPLAINS,
    IS_SOMEBODY,
    ON_TOPIC,
    PRESENTS,
    PRESENTS_ALONE,
    REPORTS,
    SPEAKS,
    TELLS_US,
    WITH_HOST,
    WORKS,
)
from episodes.core.naming.phrases.labels import AUTHOR_LABEL, LABELS
from episodes.core.naming.phrases.meetings import (
    COMES_TO,
    HOSTS_IT,
    LEAD,
    MEETS,
    PAST,
    TOGETHER,
    UP_TO_VERB,
    VERB_FIRST,
    WITH_WHOM,
)
from episodes.core.naming.phrases.phrase import Phrase
from episodes.core.naming.phrases.sentences import INLINE
from episodes.core.naming.phrases.shows import SHOW_HOSTS, SHOW_VERBS, SHOW_WITH

__all__ = [
    "AND_HOST",
    "AND_I",
    "ASKS",
    "AUTHOR_LABEL",
    "COMES",
    "COMES_TO",
    "ELSEWHEN",
    "EXPLAINS",
    "HOSTS_IT",
    "INLINE",
    "IS_SOMEBODY",
    "LABELS",
    "LEAD",
    "MEETS",
    "NOT_HERE",
    "ON_TOPIC",
    "OURS",
    "PAST",
    "PRESENTS",
    "PRESENTS_ALONE",
    "REPORTS",
    "SHOW_HOSTS",
    "SHOW_VERBS",
    "SHOW_WITH",
    "SPEAKS",
    "TELLS_US",
    "TITLE_WITH",
    "TOGETHER",
    "UP_TO_VERB",
    "VERB_FIRST",
    "WITH_HOST",
    "WITH_WHOM",
    "WORKS",
    "Phrase",
]
