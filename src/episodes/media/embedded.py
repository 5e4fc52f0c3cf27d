"""What the players that pages embed play, told from their addresses alone."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import parse_qsl, quote, urlsplit

from episodes.core.media import Kind, Medium, Source
from episodes.media.addresses import canonical_url, is_web_address, without_secrets
from episodes.media.flat import find_reader, is_list

#: Parameters in which a player is told what to play, and its widget's own page is not what is wanted.
_INNER = ("url", "src", "href", "feed")
#: Readers of players around what is wanted, and of sites from which nothing can be had.
_NO_READERS = ("SoundcloudEmbed", "KnownDRM", "KnownPiracy")
#: What people open, where the address of the player is no page of its own.
_PAGES = {
    "youtube": "https://www.youtube.com/watch?v={key}",
    "soundcloud": "https://w.soundcloud.com/player/?url={url}",
}
#: yt-dlp's names of sites for sound; of others a film is expected until it is fetched.
_SOUNDS = (
    "soundcloud", "libsyn", "mixcloud", "bandcamp", "spreaker", "acast", "audioboom", "simplecast", "art19",
    "audiomack", "megaphone", "podchaser", "iheartradio", "applepodcasts", "podomatic", "playerfm", "hearthisat",
)  # fmt: skip


def embedded(address: str) -> Medium | None:
    """The medium of a player, under the name that yt-dlp gives it; None for lists and for what yt-dlp does not know.

    Nothing is asked. Where an address has no id (a SoundCloud track by its title), it is named by the address.

    >>> medium = embedded("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0")
    >>> medium.kind, medium.source.provider, medium.source.url
    ('video', 'youtube', 'https://www.youtube.com/watch?v=dQw4w9WgXcQ')
    >>> medium = embedded("https://w.soundcloud.com/player/?url=https%3A//api.soundcloud.com/tracks/12345&color=f50")
    >>> medium.kind, medium.source.provider, medium.source.key
    ('audio', 'soundcloud', '12345')
    """
    for url in (*_played(address), address, *_without_list(address)):
        try:
            if (medium := _medium(url, is_inner=url != address)) is not None:
                return medium
        except ValueError:  # an address within it that is none
            continue
    return None


def _medium(url: str, *, is_inner: bool) -> Medium | None:
    reader = find_reader({"url": url})
    if reader is None or reader.ie_key() in _NO_READERS or is_list(reader, url):
        return None
    provider = reader.ie_key().lower()
    found = reader._match_valid_url(url).groupdict()  # what `get_temp_id` does, which knows one name only
    key = str(found.get("id") or found.get("track_id") or "")
    if not key and not is_inner:
        return None  # the player's own address tells what it plays in a way that we do not know
    key = key or canonical_url(url).partition("?")[0]
    page = url if key.startswith("http") else _PAGES.get(provider, url)
    page = page.replace("{key}", key).replace("{url}", quote(url, safe=""))
    kind: Kind = "audio" if provider.removesuffix("embed") in _SOUNDS else "video"
    return Medium(kind=kind, source=Source(provider=provider, key=key, url=without_secrets(page)))


def _without_list(address: str) -> Iterator[str]:
    """A film's address without the list in which it is to be played; `videoseries` stands where there is but a list."""
    bare = address.partition("?")[0]
    if "list=" in address and "/embed/" in bare and not bare.rstrip("/").endswith("videoseries"):
        yield bare


def _played(address: str) -> Iterator[str]:
    """Addresses within the address of a player; SoundCloud writes its own twice escaped."""
    for name, value in parse_qsl(urlsplit(address).query):
        whole = f"https:{value}" if value.startswith("//") else value
        if name in _INNER and is_web_address(whole):
            yield whole
