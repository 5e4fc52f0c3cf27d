"""The shows of a workspace: `episodes.toml` says what they are, the database mirrors it."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from episodes.config.settings import Config, load_config
from episodes.core.addresses import feed_file, join_url
from episodes.core.errors import UsageError
from episodes.core.show import Show
from episodes.core.show_names import no_such_show
from episodes.store.show_values import show_row

if TYPE_CHECKING:
    from episodes.store.catalogue import Catalogue

#: Namespace of podcast:guid, from the specification of the podcast namespace.
PODCAST_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")


@dataclass
class ShowBook:
    """All shows of a workspace, in step with its settings file and its database."""

    settings: Path
    base_url: str
    catalogue: Callable[[], Catalogue]  #: opened only where something is to be written
    shows: dict[str, Show] = field(default_factory=dict)

    @classmethod
    def open(
        cls, settings: Path, config: Config, catalogue: Callable[[], Catalogue], mirrored: Iterable[Show]
    ) -> ShowBook:
        """Mirror what the settings say into the database, and give shows without a GUID theirs.

        `mirrored` are the shows as the database has them.
        """
        book = cls(settings, config.base_url, catalogue, dict(config.shows))
        known = {show.slug: show_row(show) for show in mirrored}
        for show in config.shows.values():
            if not show.guid or with_secrets(show) != show:
                book.change(show.slug, with_secrets)
            elif known.get(show.slug) != show_row(show):
                catalogue().save_show(show)
        return book

    def get(self, slug: str) -> Show:
        """Return a show; raises NotFound with the nearest name."""
        if slug not in self.shows:
            raise no_such_show(slug, self.shows)
        return self.shows[slug]

    def add(self, show: Show) -> Show:
        """Save a show that must not exist yet; raises UsageError if it does."""
        with self._editing():
            self._known(show.slug)
            if show.slug in self.shows:
                raise UsageError(
                    f"there is a show {show.slug!r} already", hint=f"`episodes show edit {show.slug}` changes it"
                )
            return self._write(show)

    def ensure(self, show: Show) -> Show:
        """Save a new show; where another program has made one of that name meanwhile, that one is returned as it is."""
        with self._editing():
            return self._known(show.slug) or self._write(show)

    def change(self, slug: str, change: Callable[[Show], Show]) -> Show:
        """Write what `change` makes of a show as the settings have it now, and nobody else changes it in between.

        Raises NotFound for a show that is not there, and whatever `change` does; nothing is written then.
        """
        with self._editing():
            self._known(slug)
            return self._write(change(self.get(slug)))

    def _editing(self) -> AbstractContextManager[None]:
        from episodes.config.edit import editing  # its parser keeps comments and takes 25 ms; a build writes nothing

        return editing(self.settings)

    def _known(self, slug: str) -> Show | None:
        """Look a show up in the settings as they are now, which other programs may have changed."""
        self.shows.pop(slug, None)
        if found := load_config(self.settings).shows.get(slug):
            self.shows[slug] = found
        return found

    def _write(self, show: Show) -> Show:
        """Write a show to the settings file, then to the database."""
        from episodes.config.edit import save_show

        known = self.catalogue().find_show(show.slug)
        if not show.guid:
            show = replace(show, guid=known.guid if known and known.guid else new_show_guid(self.base_url, show.slug))
        show = with_secrets(show)
        save_show(self.settings, show)
        self.catalogue().save_show(show)
        self.shows[show.slug] = show
        return show

    def chosen(self, slugs: list[str]) -> Mapping[str, Show]:
        """The shows named, or all of them if none is."""
        return {slug: self.get(slug) for slug in slugs} if slugs else self.shows


def with_secrets(show: Show) -> Show:
    """Give each private feed the secret of its address, if it has none yet; 128 random bits cannot be guessed."""
    return replace(
        show,
        feeds=tuple(
            replace(feed, path=secrets.token_hex(16)) if feed.private and not feed.path else feed for feed in show.feeds
        ),
    )


def new_show_guid(base_url: str, slug: str) -> str:
    """Make a podcast:guid: by the rule from the feed's address, where it has one of its own.

    A feed that still lives on a loopback address shares it with everybody's, so it gets a random one.
    """
    address = urlsplit(join_url(base_url, feed_file(slug)))
    if address.hostname in {"127.0.0.1", "localhost", "::1"}:
        return str(uuid.uuid4())
    return str(uuid.uuid5(PODCAST_NAMESPACE, f"{address.netloc}{address.path}".rstrip("/")))
