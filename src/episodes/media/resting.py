"""Hosts that have had enough of us for a while."""

from __future__ import annotations

from datetime import UTC, datetime

from episodes.core.errors import Unreachable


class Resting:
    """Hosts that are to be left alone, and until when; one for all that a run asks, feeds, pages and media."""

    def __init__(self) -> None:
        self._until: dict[str, datetime] = {}

    def leave(self, host: str, until: datetime) -> None:
        """Ask a host for nothing before a moment."""
        self._until[host] = until

    def check(self, host: str) -> None:
        """Raise Unreachable, which says until when, for a host that rests."""
        until = self._until.get(host)
        if until is not None and until > datetime.now(UTC):
            raise Unreachable(
                f"{host} asks to be left alone until {until:%Y-%m-%d %H:%M} UTC",
                hint="try again after that",
                until=until,
            )
