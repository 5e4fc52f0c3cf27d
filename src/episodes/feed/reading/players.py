"""Players of other sites that a page embeds: where they point to, and which of them are known for sound and film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from episodes.core.episode import LinkKind
from episodes.feed.reading.regions import article_only
from episodes.feed.reading.words import plain_title, web_address

_FRAMES = ("iframe", "embed", "object")
#: Hosts whose frames are players, whether or not anything can fetch from them.
_FILMS = (
    "youtube.com", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "rumble.com", "odysee.com", "wistia.net",
    "wistia.com", "twitch.tv", "bitchute.com",
)  # fmt: skip
_SOUNDS = (
    "soundcloud.com", "spotify.com", "podcasts.apple.com", "libsyn.com", "podbean.com", "buzzsprout.com",
    "transistor.fm", "captivate.fm", "acast.com", "simplecast.com", "megaphone.fm", "omny.fm", "omnystudio.com",
    "spreaker.com", "blubrry.com", "anchor.fm", "castos.com", "fireside.fm", "redcircle.com", "iheart.com",
    "deezer.com", "audioboom.com", "ausha.co", "podigee.com", "podigee.io", "letscast.fm", "rss.com", "art19.com",
    "pinecast.com", "ivoox.com", "mixcloud.com", "bandcamp.com", "podomatic.com", "soundstack.com", "zencastr.com",
    "podcaster.de", "podcastics.com", "spotifyforpodcasters.com", "whooshkaa.com", "audiomack.com",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Player:
    """A frame of another site in a page; what it plays is to be found out from its address."""

    url: str
    title: str = ""
    kind: LinkKind = "link"  #: "listen" or "watch" where its host is known for that


def find_players(root: Any, base: str) -> tuple[Player, ...]:
    """The frames of a page's article, each address once; those of menus, side bars and comments are left out.

    Themes and notices of cookies put a frame's address into an attribute of data until it is wanted.
    """
    found: dict[str, Player] = {}
    is_of_article = article_only(root)
    for frame in root.iter(*_FRAMES, "div"):
        for address in _addresses(frame, base):
            if address not in found and is_of_article(frame):
                title = plain_title(str(frame.get("title") or ""))
                found[address] = Player(url=address, title=title, kind=_kind(address))
    return tuple(found.values())


def _addresses(frame: Any, base: str) -> Iterator[str]:
    lazy = [str(value) for name, value in frame.items() if name.startswith("data-")]
    stated = [] if frame.tag == "div" else [str(frame.get(name) or "") for name in ("src", "data")]
    for text in (*stated, *lazy):
        if not text.startswith(("http://", "https://", "//")):
            continue
        address = web_address(text, base or "https://")
        if address and (frame.tag != "div" or _kind(address) != "link"):
            yield address


def _kind(address: str) -> LinkKind:
    host = urlsplit(address).hostname or ""
    if _is_of(host, _FILMS):
        return "watch"
    return "listen" if _is_of(host, _SOUNDS) else "link"


def _is_of(host: str, known: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in known)
