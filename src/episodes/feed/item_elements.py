"""The elements of a feed's item beyond what feedgen knows: everything that one episode tells podcast apps.

A show has thousands of items, and hosts, types and addresses are the same in most. So lines that come back are kept,
and values that need no escaping are put into theirs as they are: both halve the time of a feed.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import urlsplit

from episodes.core.addresses import join_url
from episodes.core.captions import CAPTION_FILES
from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.media import Medium
from episodes.core.publication import Publication
from episodes.core.sound import offered_media
from episodes.feed.chapters import CHAPTERS_TYPE, add_simple_chapters, chapters_of
from episodes.feed.edition import Edition
from episodes.feed.elements import DEPTH, INDENT, fitting, format_number, picture_url, web_address
from episodes.feed.files import chapters_path, transcript_path
from episodes.feed.markup import Markup, clean, in_text, in_value, line
from episodes.feed.notes import title_of

#: Longest text that the podcast namespace lets stand in a name, title or label.
LABEL = 128
#: What a place is to a show or episode: what it is about, or where it is made.
PLACE_RELATIONS = ("subject", "creator")
#: Sites that episodes are watched or heard on, by provider, as people write them.
_SITES = {"youtube": "Watch on YouTube", "vimeo": "Watch on Vimeo", "soundcloud": "Listen on SoundCloud"}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SHA256 = re.compile("[0-9a-fA-F]{64}")
#: Where an address stands in lines that are kept; it is no letter, and `clean` would take it out of any other text.
_HERE = "\0"


class Item(NamedTuple):
    """An episode in an edition, with what several of its elements tell."""

    edition: Edition
    publication: Publication
    medium: Medium  #: the enclosure
    url: str  #: of the enclosure
    title: str
    chapters: tuple[Chapter, ...]  #: in the enclosure's time

    @classmethod
    def of(cls, edition: Edition, publication: Publication) -> Item:
        episode, medium = publication.episode, publication.enclosure(edition.kind)
        assert medium is not None
        url = edition.media_url(episode, medium)
        return cls(edition, publication, medium, url, title_of(episode), chapters_of(episode, medium))


def write_elements(entry: Markup, item: Item) -> None:
    """Write all that an item holds beyond what feedgen knows of it."""
    episode = item.publication.episode
    entry.put(f"{INDENT}<pubDate>{_date(episode.published_at)}</pubDate>")
    _add_apple(entry, item)
    _add_numbers(entry, episode)
    _add_transcripts(entry, item)
    _add_chapters(entry, item)
    # People of an item replace the channel's, so hosts are named again beside guests.
    for person in (*(episode.hosts or item.edition.show.hosts), *episode.guests):
        add_person(entry, person)
    _add_media(entry, item)
    for url, words in content_links(episode):
        entry.add("podcast:contentLink", clean(words).strip(), href=url)
    add_place(entry, episode.location)
    add_license(entry, episode.license, episode.license_url)


def _add_apple(entry: Markup, item: Item) -> None:
    edition, episode, show = item.edition, item.publication.episode, item.edition.show
    entry.put(f"{INDENT}<itunes:title>{in_text(item.title)}</itunes:title>")
    if episode.number is not None and episode.number > 0:
        entry.put(f"{INDENT}<itunes:episode>{episode.number}</itunes:episode>")
    if episode.season is not None and episode.season > 0:
        entry.put(f"{INDENT}<itunes:season>{episode.season}</itunes:season>")
    kind = episode.kind if episode.kind in ("trailer", "bonus") else "full"
    entry.put(f"{INDENT}<itunes:episodeType>{kind}</itunes:episodeType>")
    if item.medium.duration > 0:
        entry.put(f"{INDENT}<itunes:duration>{max(1, round(item.medium.duration))}</itunes:duration>")
    if cover := picture_url(edition.base_url, item.publication.cover, episode.image):
        entry.put(f'{INDENT}<itunes:image href="{in_value(cover)}"/>')
    explicit = show.explicit if episode.explicit is None else episode.explicit
    entry.put(f"{INDENT}<itunes:explicit>{'true' if explicit else 'false'}</itunes:explicit>")
    names = [host.name for host in episode.hosts or show.hosts]
    if author := ", ".join(names) or show.author:
        entry.put(_author_line(author))


@lru_cache(maxsize=256)
def _author_line(names: str) -> str:
    return line(DEPTH, "itunes:author", fitting(names))


def _add_numbers(entry: Markup, episode: Episode) -> None:
    if episode.season is not None:
        entry.add("podcast:season", str(episode.season), name=episode.season_name[:LABEL])
    if episode.number is not None:
        number = str(episode.number)
        if episode.number_label in ("", number):
            entry.put(f"{INDENT}<podcast:episode>{number}</podcast:episode>")
        else:
            entry.add("podcast:episode", number, display=episode.number_label[:32])


def _add_transcripts(entry: Markup, item: Item) -> None:
    edition, episode, transcript = item.edition, item.publication.episode, item.publication.transcript
    if transcript is None or not item.publication.has_text:
        return
    language = transcript.language or episode.language or edition.show.language
    stem = join_url(edition.base_url, transcript_path(episode, item.medium, ""))
    entry.put(_transcript_lines(language).replace(_HERE, in_value(stem)))


@lru_cache(maxsize=256)
def _transcript_lines(language: str) -> str:
    """The lines of an item that point to its transcripts, without what all their addresses begin with."""
    lines = []
    for file in CAPTION_FILES:
        if file.is_published:
            relation = "captions" if file.is_timed else ""
            rest = line(0, "", type=file.mime_type, language=language, rel=relation)
            lines.append(f'{INDENT}<podcast:transcript url="{_HERE}{file.extension}"{rest[1:]}')
    return "\n".join(lines)


def _add_chapters(entry: Markup, item: Item) -> None:
    episode, medium = item.publication.episode, item.medium
    if item.chapters:
        url = join_url(item.edition.base_url, chapters_path(episode, medium))
        entry.put(f'{INDENT}<podcast:chapters url="{in_value(url)}" type="{CHAPTERS_TYPE}"/>')
        add_simple_chapters(entry, item.chapters)
    for bite in episode.soundbites:
        start = format_number(max(0.0, bite.start + medium.offset))
        duration = format_number(bite.duration)
        entry.add("podcast:soundbite", clean(bite.title).strip()[:LABEL], startTime=start, duration=duration)


def _add_media(entry: Markup, item: Item) -> None:
    """Offer the enclosure itself with its checksum, then what else the episode exists as."""
    medium, edition, episode = item.medium, item.edition, item.publication.episode
    _add_medium(entry, item.url, medium, is_enclosure=True)
    if len(episode.media) > 1:
        offered = {item.url: medium}
        for other in (one for one in offered_media(episode.media) if one is not medium):
            offered.setdefault(edition.media_url(episode, other), other)
        for url, other in [*offered.items()][1:]:
            _add_medium(entry, url, other, is_enclosure=False)


def _add_medium(entry: Markup, url: str, medium: Medium, *, is_enclosure: bool) -> None:
    is_video, length = medium.kind == "video", medium.length
    type_ = f' type="{in_value(medium.mime_type)}"' if medium.mime_type else ""
    bitrate = f' bitrate="{round(length * 8 / medium.duration)}"' if medium.duration > 0 else ""
    height = f' height="{medium.height}"' if is_video and medium.height else ""
    title = "Video" if is_video else "Audio"
    rest = ' default="true"' if is_enclosure else ""
    entry.put(
        f'{INDENT}<podcast:alternateEnclosure{type_} length="{length}"{bitrate}{height} title="{title}"{rest}>\n'
        f'{INDENT}  <podcast:source uri="{in_value(url)}"/>'
    )
    if _SHA256.fullmatch(medium.sha256):
        entry.put(f'{INDENT}  <podcast:integrity type="sri" value="{integrity(medium.sha256)}"/>')
    entry.put(f"{INDENT}</podcast:alternateEnclosure>")


def _date(moment: datetime) -> str:
    """Write a moment as RFC 2822 has it; `email.utils` takes five times as long.

    >>> _date(datetime(2026, 3, 3, 8, 0, tzinfo=UTC))
    'Tue, 03 Mar 2026 08:00:00 +0000'
    """
    at = moment.astimezone(UTC)
    day, month = _DAYS[at.weekday()], _MONTHS[at.month - 1]
    return f"{day}, {at.day:02} {month} {at.year:04} {at.hour:02}:{at.minute:02}:{at.second:02} +0000"


def integrity(sha256: str) -> str:
    """Write a checksum as Subresource Integrity does.

    >>> integrity("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return "sha256-" + base64.b64encode(bytes.fromhex(sha256)).decode("ascii")


def add_person(parent: Markup, person: Credit) -> None:
    written = _person_line(person.name, person.role, person.url, person.image_url)
    if written:
        parent.put(written)


@lru_cache(maxsize=4096)
def _person_line(name: str, role: str, url: str, image_url: str) -> str:
    name = clean(name).strip()[:LABEL]
    href, img = web_address(url), web_address(image_url)
    return line(DEPTH, "podcast:person", name, role=role, group="cast", href=href, img=img) if name else ""


def add_place(parent: Markup, location: str) -> None:
    if not location:
        return
    name, geo, osm, relation, country = ([part.strip() for part in clean(location).split("|")] + [""] * 4)[:5]
    if name:
        relation = relation if relation in PLACE_RELATIONS else "subject"
        parent.add("podcast:location", clean(name)[:LABEL].strip(), rel=relation, geo=geo, osm=osm, country=country)


def add_license(parent: Markup, name: str, url: str) -> None:
    if name := clean(name).strip():
        parent.add("podcast:license", name[:LABEL], url=web_address(url))


def content_links(episode: Episode) -> Iterator[tuple[str, str]]:
    """Where the episode can be watched or heard on other sites, with words for it."""
    seen: set[str] = set()
    sources = [m.source for m in episode.media if m.source.provider not in ("file", "web", "feed")]
    places = [(source.url, _SITES.get(source.provider, "")) for source in sources]
    places += [(link.url, link.title) for link in episode.links if link.kind in ("watch", "listen")]
    for place, words in places:
        url = web_address(place)
        if url and url not in seen:
            seen.add(url)
            yield url, words or f"Open on {urlsplit(url).hostname}"
