"""Reading someone else's feed, well-formed or not: every repair is told, nothing is dropped without a word."""

from episodes.feed.reading.document import is_feed, read_feed, read_part
from episodes.feed.reading.outlines import Outline, is_opml, read_opml

__all__ = ["Outline", "is_feed", "is_opml", "read_feed", "read_opml", "read_part"]
