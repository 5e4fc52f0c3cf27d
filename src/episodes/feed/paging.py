"""Pages of a long feed: the newest items in the feed itself, older ones in archives that never change (RFC 5005)."""

from __future__ import annotations

from episodes.core.light import dataclass
from episodes.feed.edition import Edition


@dataclass(frozen=True, kw_only=True)
class Page:
    """A part of a feed: items `first` to `last` (not included), counted from the newest."""

    path: str
    first: int
    last: int
    number: int = 0  #: 0 = the feed itself, else the archive's number; 1 is the oldest
    count: int = 0  #: of archives


def pages_of(edition: Edition, items: int) -> list[Page]:
    """Part a feed: archives of `feed_limit` items are filled from the oldest on, the feed keeps the rest.

    So the feed itself has at least as many items as its limit, and less than twice as many.
    """
    path, limit = edition.path, edition.limit
    archives = max(0, items // limit - 1) if limit > 0 else 0
    newest = items - archives * limit
    pages = [Page(path=path, first=0, last=newest, count=archives)]
    for number in range(archives, 0, -1):
        first = newest + (archives - number) * limit
        pages.append(
            Page(path=archive_path(path, number), first=first, last=first + limit, number=number, count=archives)
        )
    return pages


def archive_path(path: str, number: int) -> str:
    """Where an archive lies beside its feed.

    >>> archive_path("quick-take/feed.xml", 2)
    'quick-take/feed-2.xml'
    """
    return f"{path.removesuffix('.xml')}-{number}.xml"


def page_links(page: Page, path: str) -> list[tuple[str, str]]:
    """What a page says of the others: relation and path; `path` is the feed's own.

    Both ways of RFC 5005 are used, since apps know one or the other: paging (next, previous) and archives.
    """
    if not page.count:
        return []
    links = [("first", path), ("last", archive_path(path, 1))]
    if page.number != 1:
        older = archive_path(path, (page.number or page.count + 1) - 1)
        links += [("next", older), ("prev-archive", older)]
    if page.number:
        newer = path if page.number == page.count else archive_path(path, page.number + 1)
        links += [("previous", newer), ("current", path)]
        links += [("next-archive", newer)] if page.number != page.count else []
    return links
