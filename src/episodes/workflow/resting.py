"""Sources whose lists are not to be asked for yet, from one run to the next; safe to delete."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from episodes.core.logins import without_login


@dataclass(frozen=True, kw_only=True)
class RestingSources:
    """What servers said when they were asked for a source's list, in a file of the workspace.

    It is no part of the catalogue: it is over in a week at most, and without it a server is asked once too often.
    """

    file: Path

    def until(self, url: str, now: datetime) -> datetime | None:
        """When a source may be asked again; None = now."""
        return self._held(now).get(without_login(url))

    def leave(self, url: str, until: datetime, now: datetime) -> None:
        """Remember that a source asks to be left alone."""
        held = self._held(now) | {without_login(url): until}
        text = json.dumps({url: until.isoformat() for url, until in held.items()}, indent=1)
        part = self.file.with_name(self.file.name + ".part")
        with suppress(OSError):  # of a full disk the rest of the run will tell
            self.file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(text, encoding="utf-8")
            part.replace(self.file)

    def _held(self, now: datetime) -> dict[str, datetime]:
        """What is not over; nothing where the file is damaged."""
        try:
            found = json.loads(self.file.read_text(encoding="utf-8"))
            held = {url: datetime.fromisoformat(text).astimezone(UTC) for url, text in found.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}
        return {url: until for url, until in held.items() if until > now}
