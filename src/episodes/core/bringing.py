"""From an item of someone else's feed to an episode: identity to the letter, words read, nothing invented."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime

from episodes.core.credit import Credit
from episodes.core.episode import Episode, Origin
from episodes.core.incoming import IncomingFile, IncomingItem
from episodes.core.kin import address_of, plain
from episodes.core.media import Medium, Source
from episodes.core.naming import make_slug
from episodes.core.naming.reader import read_item
from episodes.core.plan import Wishes, find_show, new_episode
from episodes.core.reading import Reading
from episodes.core.show import SLUG, Show
from episodes.core.show_names import RESERVED
from episodes.core.sound import is_cut_out

#: People that a feed names without saying whether they are guests.
CONTRIBUTOR_CONFIDENCE = 0.7


def imported_episode(incoming: IncomingItem, show: Show, *, now: datetime, taken: Collection[str]) -> Episode:
    """Make the record of a feed's item; its media are linked, not held.

    What the feed states in elements of its own is sure; what is read out of texts is marked as such.
    An item without a date is given `now` as a guess, and is not published until a person confirms it.
    """
    item = incoming.item
    short = _short_description(incoming, show)
    reading = _reading(incoming, show, summary=short)
    episode = new_episode(item, reading, Wishes(), show=show, media=linked_media(incoming), now=now, taken=taken)
    dated = item.published_at is not None
    people, stated = _credits(incoming, episode)
    origins = {origin.field: origin for origin in (*episode.origins, *stated)}
    if incoming.summary and (short or not episode.summary):
        origins["summary"] = _stated("summary", "its short description")
    if dated:
        origins["published_at"] = _stated("published_at", "its date")
    image = item.image_url if item.image_url != show.image else ""
    return replace(
        episode,
        guid=incoming.guid,
        published_at=item.published_at if item.published_at is not None else episode.published_at,
        date_is_sure=dated and item.date_is_sure,
        summary=episode.summary or incoming.summary,
        credits=people,
        number_label=_label(incoming, episode),
        season_name=incoming.season_name,
        explicit=incoming.explicit,
        image=image,
        soundbites=incoming.soundbites,
        links=(
            *episode.links,
            *(link for link in incoming.links if link.url not in {one.url for one in episode.links}),
        ),
        license=incoming.license,
        license_url=incoming.license_url,
        location=incoming.location,
        origins=tuple(origins.values()),
        remarks=(*incoming.notes, *pointers(incoming)),
    )


def _reading(incoming: IncomingItem, show: Show, *, summary: str) -> Reading:
    reading = read_item(incoming.item, show=show, summary=summary)
    if not incoming.short_title or incoming.short_title == incoming.item.title:
        return reading
    short = read_item(replace(incoming.item, title=incoming.short_title), show=show).title
    origins = [origin for origin in reading.origins if origin.field != "title"]
    return replace(
        reading, title=short or reading.title, origins=(*origins, _stated("title", "its short title (itunes:title)"))
    )


def _short_description(incoming: IncomingItem, show: Show) -> str:
    """The feed's short description without its calls to subscribe and the like; empty where it has none."""
    return (
        read_item(replace(incoming.item, description=incoming.summary), show=show).summary if incoming.summary else ""
    )


def _stated(field: str, what: str) -> Origin:
    return Origin(field=field, origin="feed", confidence=1.0, reason=f"{what} in the feed")


def _credits(incoming: IncomingItem, episode: Episode) -> tuple[tuple[Credit, ...], tuple[Origin, ...]]:
    if incoming.credits:
        return incoming.credits, (_stated("credits", "its persons"),)
    if incoming.contributors:
        origin = Origin(
            field="credits", origin="feed", confidence=CONTRIBUTOR_CONFIDENCE,
            reason="the feed's contributors, whose part is not said",
        )  # fmt: skip
        return incoming.contributors, (origin,)
    return episode.credits, ()


def _label(incoming: IncomingItem, episode: Episode) -> str:
    return incoming.number_label if incoming.number_label and episode.number is not None else episode.number_label


def linked_media(incoming: IncomingItem) -> tuple[Medium, ...]:
    """The files that an item points to, as media that are only linked; sizes and lengths are as stated."""
    return tuple(
        Medium(
            kind=file.kind,
            source=file_source(incoming, file, first=place == 0),
            mime_type=file.mime_type,
            duration=file.duration,
            length=file.length,
            height=file.height,
        )
        for place, file in enumerate(incoming.files)
    )


def file_source(incoming: IncomingItem, file: IncomingFile, *, first: bool) -> Source:
    """Name a file of an item: the enclosure by the item alone, so that a moved host changes nothing."""
    key = incoming.item.source.key
    return Source(provider="feed", key=key if first else f"{key} {file.url}", url=file.url)


def pointers(incoming: IncomingItem) -> tuple[str, ...]:
    """What the item points to besides media, recorded until it is fetched."""
    found = [
        f"it points to a transcript: {one.url} ({one.mime_type or 'type not stated'})" for one in incoming.transcripts
    ]
    if incoming.chapters_url and not incoming.item.chapters:
        found.append(f"it points to chapters: {incoming.chapters_url}")
    return tuple(found)


def same_show(wanted: str, incoming: Show, shows: dict[str, Show]) -> Show | None:
    """The show that a feed belongs to, if there is one: as asked for, else by podcast:guid, else by title."""
    if wanted:
        return find_show(wanted, shows) if not SLUG.fullmatch(wanted) or wanted in shows else None
    if incoming.guid and (found := [show for show in shows.values() if show.guid == incoming.guid]):
        return found[0]
    return next((show for show in shows.values() if show.title.casefold() == incoming.title.casefold()), None)


def free_show_slug(slug: str, shows: Iterable[str]) -> str:
    """A short name for a new show that no other has.

    >>> free_show_slug("quick-take", ["quick-take"])
    'quick-take-2'
    """
    slug = slug if SLUG.fullmatch(slug) else make_slug(slug)
    known = RESERVED | set(shows)
    return next(
        name for count in range(1, len(known) + 2) if (name := slug if count == 1 else f"{slug}-{count}") not in known
    )


def further_source(incoming: IncomingItem, media: tuple[Medium, ...]) -> Source | None:
    """How an item is called as a further source of an episode that has its GUID and these media.

    Feeds of one show may have one identity; then its address tells it from the item that the episode came from.
    None where it adds no medium and is not told from that one.
    """
    own, address = incoming.item.source, address_of(incoming)
    apart = apart_source(incoming)
    mine = [one.source for one in media if _is_of_item(one.source, own) or one.source.key == apart.key]
    there = next((source for source in mine if is_same_place(source.url, address)), None)
    if there is not None:
        return there
    return own if not mine else apart if incoming.files else None


def apart_source(incoming: IncomingItem) -> Source:
    """How an item is called where its own name is that of another feed's item."""
    own = incoming.item.source
    return replace(own, key=f"{plain(address_of(incoming))} {own.key}")


def called_alike(incoming: IncomingItem, media: tuple[Medium, ...]) -> list[Medium]:
    """The media of an item's kind that have its name, alone or behind an address, and lie elsewhere.

    Either the item's file has moved, or they are those of another feed that states the same identity.
    """
    own, address = incoming.item.source, address_of(incoming)
    if not incoming.files or any(is_same_place(one.source.url, address) for one in media):
        return []
    alike = (one for one in media if one.kind == incoming.files[0].kind and one.source.provider == own.provider)
    return [one for one in alike if one.source.key == own.key or one.source.key.endswith(f" {own.key}")]


def is_named_by(source: Source, address: str) -> bool:
    """Whether an item is called by its feed's address, and not by an identity that several feeds may state."""
    name = address.rpartition("://")[2].removeprefix("www.").rstrip("/")
    return bool(name) and source.key.startswith(f"{name} ")


def further_media(incoming: IncomingItem, source: Source, media: tuple[Medium, ...]) -> tuple[Medium, ...]:
    """An item's medium, if it is none of an episode's media: neither the same address nor the same held file."""
    return tuple(
        replace(medium, source=source)
        for medium in linked_media(incoming)[:1]
        if not any(is_same_place(one.source.url, source.url) or _is_same_file(one, medium) for one in media)
    )


def to_fetch(media: tuple[Medium, ...], incoming: IncomingItem | None = None) -> list[Medium]:
    """The linked media that are to be fetched, audio first: beside it a film's sound is not kept.

    Of one kind at several places, listeners get one: what is held, else what this item has, else the first feed's.
    """
    linked = [one for one in media if not one.media_key and one.source.url]
    here = {file.url for file in incoming.files} if incoming is not None else set()
    ranked = sorted(media, key=lambda one: (not one.media_key, one.source.url not in here))
    rivals = [one for one in ranked if (one.media_key and not is_cut_out(one)) or one.source.provider == "feed"]
    first = {one.kind: one for one in reversed(rivals)}
    wanted = [one for one in linked if one.source.provider != "feed" or is_one_item(one.source, first[one.kind].source)]
    return sorted(wanted, key=lambda one: one.kind)


def is_same_place(one: str, other: str) -> bool:
    """Whether two addresses are one file's, whatever the scheme, tokens behind a `?`, and services that count.

    >>> is_same_place("http://a.example/1.mp3?t=1", "https://count.example/x/a.example/1.mp3")
    True
    """
    shorter, longer = sorted((_place(one), _place(other)), key=len)
    return bool(shorter) and f"/{longer}".endswith(f"/{shorter}")


def _place(address: str) -> str:
    return plain(address).rpartition("://")[2].removeprefix("www.")


def _is_same_file(held: Medium, linked: Medium) -> bool:
    """Whether an address likely has what is held already: our own feeds point to our own files."""
    lengths = {held.length, held.rendition.length if held.rendition else 0}
    return bool(held.media_key) and held.kind == linked.kind and bool(linked.length) and linked.length in lengths


def _is_of_item(source: Source, own: Source) -> bool:
    """Whether a medium's source is an item's enclosure, or another file of it (`file_source`)."""
    return source.provider == own.provider and f"{source.key} ".startswith(f"{own.key} ")


def is_same_feed(one: Source, other: Source) -> bool:
    """Whether two items come from one feed, or from feeds of one identity."""
    return one.provider == other.provider == "feed" and one.key.partition(" ")[0] == other.key.partition(" ")[0]


def is_one_item(one: Source, other: Source) -> bool:
    """Whether two files are those of one item."""
    return _is_of_item(one, other) or _is_of_item(other, one)
