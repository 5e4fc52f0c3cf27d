"""Our own judge of feeds: rules as pure functions, each with its source, and what a change would do to listeners."""

from episodes.core.check.compare import Compared, compare_feeds, compare_written
from episodes.core.check.facts import Facts, FileFacts, Picture, read_picture
from episodes.core.check.finding import Finding, Level
from episodes.core.check.judge import check_feed

__all__ = [
    "Compared",
    "Facts",
    "FileFacts",
    "Finding",
    "Level",
    "Picture",
    "check_feed",
    "compare_feeds",
    "compare_written",
    "read_picture",
]
