"""Feeds: RSS for podcast apps in two editions, the small files that items point to, and lists of feeds."""

from episodes.feed.chapters import render_chapters
from episodes.feed.edition import Edition, editions_of, podcast_guid
from episodes.feed.files import (
    CaptionWork,
    around_captions,
    caption_paths,
    caption_works,
    render_chapter_files,
    render_files,
)
from episodes.feed.opml import kinds_of, render_opml
from episodes.feed.rss import VERSION, WrittenPage, render_feed, render_pages, write_pages

__all__ = [
    "VERSION",
    "CaptionWork",
    "Edition",
    "WrittenPage",
    "around_captions",
    "caption_paths",
    "caption_works",
    "editions_of",
    "kinds_of",
    "podcast_guid",
    "render_chapter_files",
    "render_chapters",
    "render_feed",
    "render_files",
    "render_opml",
    "render_pages",
    "write_pages",
]
