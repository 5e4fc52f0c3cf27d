"""Our own judge of feeds: rules as pure functions, each with its source, and what a change would do to listeners."""

from episodes.core.check.change import check_change, places_by_guid
from episodes.core.check.facts import Facts, FileFacts, Picture, read_picture
from episodes.core.check.finding import Finding, Level
from episodes.core.check.judge import check_feed

__all__ = [
    "Facts",
    "FileFacts",
    "Finding",
    "Level",
    "Picture",
    "check_change",
    "check_feed",
    "places_by_guid",
    "read_picture",
]
