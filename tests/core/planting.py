"""A good feed with all files that it points to, in which tests plant faults."""

# ruff: noqa: E501 - bytes of files read best in a row

from __future__ import annotations

import re
import struct

from episodes.core.check import FileFacts, check_feed
from episodes.core.publication import Publication
from episodes.feed import render_feed, render_files
from feed.examples import AUDIO, EPISODE, TRANSCRIPT, VIDEO, a_publication, an_episode

URL = "https://shows.example.org/pods/quick-take/feed.xml"
FOLDER = "https://shows.example.org/pods/"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + struct.pack(">IIBBBBB", 1500, 1500, 8, 2, 0, 0, 0)
JPEG = (
    b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\x00" + bytes(9) + b"\xff\xc0" + struct.pack(">HBHHB", 17, 8, 1500, 1500, 3)
    + bytes(30)
)  # fmt: skip
TYPES = {
    "vtt": "text/vtt", "srt": "application/x-subrip", "json": "application/json", "html": "text/html", "txt": "text/plain",
}  # fmt: skip
PUBLICATION = a_publication(
    Publication(episode=EPISODE, transcript=TRANSCRIPT), Publication(episode=an_episode(3), transcript=TRANSCRIPT)
)
GOOD = render_feed(PUBLICATION).decode()


def files():
    found = {FOLDER + "quick-take/cover.jpg": FileFacts(length=9000, mime_type="image/jpeg", data=JPEG)}
    for publication in PUBLICATION.episodes:
        for path, data in render_files(publication, PUBLICATION.show):
            mime = "application/json+chapters" if "chapters" in path else TYPES[path.rsplit(".", 1)[1]]
            found[FOLDER + path] = FileFacts(length=len(data), mime_type=mime, data=data)
    for url, medium in zip(re.findall(r'podcast:source uri="([^"]+)"', GOOD), (AUDIO, VIDEO, AUDIO), strict=True):
        found[url] = FileFacts(length=medium.length, mime_type=medium.mime_type, duration=medium.duration)
    return found


FILES = files()


def rules(feed, known=None, **options):
    lookup = FILES if known is None else known
    return {
        finding.rule
        for finding in check_feed(
            feed if isinstance(feed, bytes) else feed.encode(), url=URL, facts=lookup.get, **options
        )
    }
