"""Players of other sites that a page embeds: where they point to, and which of them are known for sound and film."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from episodes.core.episode import LinkKind
from episodes.feed.reading.regions import article_only
from episodes.feed.reading.saved import Saved, saved_from
from episodes.feed.reading.words import plain_title, web_address

_FRAMES = ("iframe", "embed", "object", "lite-youtube")
#: Hosts whose frames are players, whether or not anything can fetch from them.
_FILMS = (
    "youtube.com", "youtube-nocookie.com", "vimeo.com", "dailymotion.com", "rumble.com", "odysee.com", "wistia.net",
    "wistia.com", "twitch.tv", "bitchute.com", "ted.com", "embedly.com",
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
    kind: LinkKind  #: "listen" or "watch", as its host is known for


def find_players(root: Any, saved: Saved) -> tuple[Player, ...]:
    """The players of a page's article, each address once; those of menus, side bars and comments are left out.

    Frames of hosts that are not known for sound or film (maps, posts, buttons) are none. Themes and notices of
    cookies put a frame's address into an attribute of data until it is wanted; browsers save a frame beside its page.
    """
    found: dict[str, Player] = {}
    is_of_article = article_only(root)
    for frame in root.iter(*_FRAMES, "div"):
        for address in _addresses(frame, saved):
            kind = _kind(address)
            if kind != "link" and address not in found and is_of_article(frame):
                found[address] = Player(url=address, title=plain_title(str(frame.get("title") or "")), kind=kind)
    return tuple(found.values())


def _addresses(frame: Any, saved: Saved) -> Iterator[str]:
    if frame.tag == "lite-youtube" and (key := frame.get("videoid")):
        yield f"https://www.youtube.com/embed/{key}"
    for name, value in frame.items():
        is_stated = frame.tag != "div" and name in ("src", "data")
        text = str(value).strip()
        if frame.tag == "iframe" and (was := _saved_from(name, text, saved)):
            yield was
        if not (is_stated or (name.startswith("data-") and (frame.tag != "div" or name.endswith("src")))):
            continue
        if text.lower().startswith(("http://", "https://", "//")) and (
            address := web_address(text, saved.base or "https://")
        ):
            yield address


def _saved_from(attribute: str, text: str, saved: Saved) -> str:
    if attribute == "srcdoc":
        return saved_from(text)
    return saved.address_of(text) if attribute == "src" else ""


def _kind(address: str) -> LinkKind:
    try:
        host = urlsplit(address).hostname or ""
        urlsplit(address).port  # noqa: B018 - raises where it is no number
    except ValueError:
        return "link"
    if _is_of(host, _FILMS):
        return "watch"
    return "listen" if _is_of(host, _SOUNDS) else "link"


def _is_of(host: str, known: tuple[str, ...]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in known)
