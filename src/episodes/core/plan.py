"""Decisions of the workflow, made before anything is done: pure functions of what is known."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from episodes.core.credit import Credit
from episodes.core.episode import Episode, Origin
from episodes.core.errors import UsageError
from episodes.core.item import Item
from episodes.core.media import Medium
from episodes.core.naming import episode_slug, make_slug, new_guid
from episodes.core.reading import Reading
from episodes.core.show import Show
from episodes.core.show_names import RESERVED, new_show, no_such_show
from episodes.core.transcript import Fingerprint, Transcript


@dataclass(frozen=True, kw_only=True)
class Wishes:
    """What the person who adds an episode says of it; it wins over whatever the source says."""

    show: str = ""
    number: int | None = None
    title: str = ""
    hosts: tuple[Credit, ...] = ()
    published_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class ShowChoice:
    """The show that an item goes to; a new one is still to be saved."""

    show: Show
    is_new: bool = False


def choose_show(
    wanted: str, reading: Reading, shows: Mapping[str, Show], *, fallback: str, author: str = ""
) -> ShowChoice:
    """Pick the show an item belongs to; `fallback` is the title of the show for what names none.

    That one is used wherever it is there, and made where there is no show yet.

    `author` is who publishes the channel that the item comes from, for a show that is made now.
    Raises NotFound for a wanted show that does not exist and UsageError where the choice is not ours.
    """
    if wanted:
        return _wanted_show(wanted, reading, shows, author)
    if reading.show_title:
        title = _folded(reading.show_title)
        for show in shows.values():
            if title in (_folded(show.title), show.slug) or make_slug(reading.show_title) == show.slug:
                return ShowChoice(show=show)
        return ShowChoice(show=_new_show(reading.show_title, reading, author), is_new=True)
    home = next((show for show in shows.values() if _folded(show.title) == _folded(fallback)), None)
    if home is not None:
        return ShowChoice(show=home)
    if len(shows) > 1:
        raise UsageError(
            f"nothing in {reading.title or 'the source'!r} says which show it belongs to",
            hint=f"say it with --show, one of: {', '.join(sorted(shows))}",
        )
    if shows:
        return ShowChoice(show=next(iter(shows.values())))
    return ShowChoice(show=_new_show(fallback, reading, author), is_new=True)


def find_show(wanted: str, shows: Mapping[str, Show]) -> Show | None:
    """Find the show that a person names by slug or title; None while there is no show at all.

    Raises NotFound, with the nearest name.
    """
    for show in shows.values():
        if wanted == show.slug or _folded(show.title) == _folded(wanted):
            return show
    if shows:
        raise no_such_show(wanted, shows)
    return None


def _wanted_show(wanted: str, reading: Reading, shows: Mapping[str, Show], author: str) -> ShowChoice:
    if show := find_show(wanted, shows):
        return ShowChoice(show=show)
    title = reading.show_title if make_slug(reading.show_title) == make_slug(wanted) else wanted
    return ShowChoice(show=_new_show(title, reading, author), is_new=True)


def _new_show(title: str, reading: Reading, author: str) -> Show:
    """Make a show with what directories ask for; the hosts of one episode are not its author."""
    slug = make_slug(title) or "show"
    return replace(
        new_show(f"{slug}-show" if slug in RESERVED else slug, title),
        language=reading.language,
        author=author.strip() or title,
    )


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def new_episode(
    item: Item,
    reading: Reading,
    wishes: Wishes,
    *,
    show: Show,
    media: tuple[Medium, ...],
    now: datetime,
    taken: Collection[str],
) -> Episode:
    """Make the record of an item, with everything that was read and what the person said on top.

    `taken` are the slugs that other episodes of the show have.
    """
    title = wishes.title or reading.title or item.title or item.source.key
    number = wishes.number if wishes.number is not None else reading.number
    published_at, date_is_sure = _date(item, reading, wishes)
    origins = {origin.field: origin for origin in reading.origins}
    for name, value in (
        ("title", wishes.title),
        ("number", wishes.number),
        ("published_at", wishes.published_at),
        ("credits", wishes.hosts),
    ):
        if value or value == 0:
            origins[name] = Origin(field=name, origin="person", locked=True)
    if wishes.hosts:
        origins.pop("hosts", None)  # it tells of those who were read
    if published_at is None:
        origins["published_at"] = _undated(is_sure=date_is_sure)
    guests = tuple(
        credit
        for credit in reading.credits
        if credit.role == "guest" and credit.name not in {host.name for host in wishes.hosts}
    )
    return Episode(
        guid=new_guid(item.source),
        show=show.slug,
        slug=free_slug(episode_slug(number, title), taken),
        title=title,
        original_title=item.title,
        published_at=published_at or now,
        date_is_sure=date_is_sure,
        number=number,
        number_label=reading.number_label if wishes.number is None else "",
        season=reading.season,
        kind=reading.kind,
        summary=reading.summary,
        notes=reading.notes,
        disclaimer=reading.disclaimer,
        language=reading.language or item.language,
        image="",
        credits=(*wishes.hosts, *guests) if wishes.hosts else reading.credits,
        links=reading.links,
        chapters=reading.chapters or item.chapters,
        related=reading.related,
        comments=reading.comments,
        media=media,
        origins=tuple(origins.values()),
    )


def _date(item: Item, reading: Reading, wishes: Wishes) -> tuple[datetime | None, bool]:
    """Pick the publication date, if anything states or suggests one, and tell whether it may be published.

    A file's time stamp is no suggestion: what lies on the disk, or at an address of its own, is published when it is
    added. What comes from a page, site or feed was out before, and the day on which it is added is not when that was.
    """
    if wishes.published_at is not None:
        return wishes.published_at, True
    if reading.published_at is not None and (reading.published_at != item.published_at or item.date_is_sure):
        return reading.published_at, reading.date_is_sure
    if item.published_at is not None and item.date_is_sure:
        return item.published_at, True
    is_own = item.source.provider == "file" or (item.source.provider == "web" and not item.webpage_url)
    return None, is_own


def _undated(*, is_sure: bool) -> Origin:
    """Why an episode without a date has the one of today."""
    why = "the file names no date, and is published when it was added"
    if not is_sure:
        why = "the source names no date; this is when it was added"
    return Origin(field="published_at", origin="default", confidence=1.0 if is_sure else 0.3, reason=why)


def free_slug(slug: str, taken: Collection[str]) -> str:
    """Append a number to a slug that is taken.

    >>> free_slug("12-news", {"12-news", "12-news-2"})
    '12-news-3'
    """
    slug = slug or "episode"
    if slug not in taken:
        return slug
    return next(name for count in range(2, len(taken) + 3) if (name := f"{slug}-{count}") not in taken)


def needs_transcript(transcript: Transcript | None, wanted: Fingerprint) -> bool:
    """Tell whether a medium must be transcribed (again): other bytes, engine, model or options.

    What a person made or corrected at the source stands as long as the bytes are the same. Other hotwords alone
    are no reason: a new name in the glossary must not cost a night of transcribing; `--again` asks for it.
    """
    if transcript is None:
        return True
    if transcript.origin == "person":
        return transcript.fingerprint.media_sha256 != wanted.media_sha256
    return without_hotwords(transcript.fingerprint) != without_hotwords(wanted)


def without_hotwords(fingerprint: Fingerprint) -> Fingerprint:
    """What a transcript was made from and how, except for the names that the recogniser was told."""
    return replace(fingerprint, options={k: v for k, v in fingerprint.options.items() if k != "hotwords"})
