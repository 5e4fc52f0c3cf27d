"""Where a published thing lies under the web root; the same paths name files and make addresses.

<show>/index.html  <show>/feed.xml  <show>/video.xml  <show>/media/<file>
<show>/feeds/<name>.xml  <show>/feeds/<secret>/<name>.xml
<show>/<episode>/index.html  transcript.{vtt,srt,json,html,txt}  chapters.json
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache
from urllib.parse import quote

from episodes.core.episode import Episode
from episodes.core.media import Kind, Medium
from episodes.core.show import ExtraFeed

#: The list of all shows' feeds (OPML).
FEED_LIST = "shows.opml"

#: Folders of a show that are no episodes.
RESERVED_SLUGS = frozenset({"about", "episodes", "feeds", "media", "pages", "people"})

#: A path that needs no percent-encoding, as nearly all of ours.
_PLAIN = re.compile("[A-Za-z0-9_.~/-]*")

CAPTION_FORMATS = ("vtt", "srt", "json", "html", "txt")


def join_url(base_url: str, path: str) -> str:
    """Make the address of a path under the web root.

    >>> join_url("https://example.org/shows", "quick-take/feed.xml")
    'https://example.org/shows/quick-take/feed.xml'
    """
    path = path.lstrip("/")
    return base_url.rstrip("/") + "/" + (path if is_plain(path) else quote(path))


def is_plain(path: str) -> bool:
    """Whether a path stands in addresses as it is."""
    return _PLAIN.fullmatch(path) is not None


def show_page(show: str) -> str:
    return f"{show}/index.html"


def feed_file(show: str, kind: Kind = "audio") -> str:
    return f"{show}/{'feed' if kind == 'audio' else 'video'}.xml"


def extra_feed_file(show: str, extra: ExtraFeed) -> str:
    """Where a further feed lies; a private one under its secret.

    >>> extra_feed_file("quick-take", ExtraFeed(name="guests"))
    'quick-take/feeds/guests.xml'
    """
    return f"{show}/feeds/{f'{extra.path}/' if extra.private else ''}{extra.name}.xml"


def episode_folder(episode: Episode) -> str:
    return f"{episode.show}/{episode.slug}"


def episode_page(episode: Episode) -> str:
    return f"{episode_folder(episode)}/index.html"


def transcript_file(episode: Episode, extension: str) -> str:
    return f"{episode_folder(episode)}/transcript.{extension}"


def chapters_file(episode: Episode) -> str:
    return f"{episode_folder(episode)}/chapters.json"


def media_file(episode: Episode, medium: Medium) -> str:
    """The path of an enclosure: from the GUID and the kind, never from the title, so that it stays.

    A second medium of the same type, as a joined source brings it, is numbered.
    """
    stem, ending = _stem(episode.guid), posixpath.splitext(medium.media_key)[1]
    place = 0
    if len(episode.media) > 1:
        alike = [m.media_key for m in episode.media if m.media_key and posixpath.splitext(m.media_key)[1] == ending]
        place = alike.index(medium.media_key) if medium.media_key in alike else 0
    return f"{episode.show}/media/{stem}{f'-{place + 1}' if place else ''}{ending}"


@lru_cache(maxsize=64)  # several files of an episode are asked for, one after the other
def _stem(guid: str) -> str:
    return hashlib.sha256(guid.encode("utf-8", "replace")).hexdigest()[:16]


def page_url(base_url: str, path: str) -> str:
    """The address of a page: a folder's page is called by the folder's name.

    >>> page_url("https://example.org", "quick-take/338-syria/index.html")
    'https://example.org/quick-take/338-syria/'
    """
    return join_url(base_url, path).removesuffix("index.html")


def split_pair(entry: str) -> tuple[str, str]:
    """Read "Words|https://address", the other way round too, or the address alone.

    >>> split_pair("Give|https://a.example"), split_pair("https://a.example|Give"), split_pair("https://a.example")
    (('Give', 'https://a.example'), ('Give', 'https://a.example'), ('', 'https://a.example'))
    """
    words, _, url = (part.strip() for part in entry.rpartition("|"))
    return (url, words) if _is_web(words) and not _is_web(url) else (words, url)


def _is_web(text: str) -> bool:
    return text.lower().startswith(("https://", "http://"))
