"""The part of taking a source's item that waits for servers: its details, and its file in a work folder."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from episodes.core.item import Item
from episodes.core.progress import Report
from episodes.core.show import ShowSource
from episodes.core.syncing import passed_over
from episodes.workflow.ahead import Job
from episodes.workflow.fetching import as_fetched
from episodes.workflow.joining import Joiner
from episodes.workflow.keeping import work_folder
from episodes.workflow.listing import Listed, Lister


@dataclass(frozen=True, kw_only=True)
class Prefetched:
    """An item as its own page has it, and its file where one was fetched already; `fetch` brings it in any case."""

    item: Item
    fetch: Callable[[], Path]


def prefetching(
    listed: Listed, source: ShowSource, *, lister: Lister, joiner: Joiner, since: datetime | None
) -> Job[Prefetched]:
    """Make the job of an item; its file is fetched only if nothing speaks against taking it."""
    room = ExitStack()
    folder = room.enter_context(work_folder(joiner.work, listed.item.source))

    def work(report: Report) -> Prefetched:
        item = replace(lister.details(listed), kind=source.kind)
        held: list[Path] = []

        def fetch() -> Path:
            if not held:
                asked = replace(item, source=as_fetched(item.source))
                is_sound = source.kind == "audio"
                held.append(joiner.downloader.fetch(asked, folder, audio_only=is_sound, report=report))
            return held[0]

        is_late = since is None or item.published_at is None or item.published_at >= since
        # Under another name than its list's, it may be an episode already.
        if source.is_downloaded and is_late and item.source == listed.item.source and not passed_over(item, source):
            fetch()
        return Prefetched(item=item, fetch=fetch)

    return Job(work, subject=listed.item.title or listed.item.source.url, report=joiner.report, room=room)
