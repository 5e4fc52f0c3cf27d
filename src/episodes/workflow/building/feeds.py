"""The feeds of a show; none replaces a good one by one with new errors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from episodes import feed
from episodes.core.errors import PublishError
from episodes.core.media import Kind
from episodes.core.publication import ShowPublication
from episodes.core.written import WrittenFeed
from episodes.feed import Edition, WrittenPage
from episodes.site.write import Writer
from episodes.workflow.building.parts import Parts, Work
from episodes.workflow.check import Checker
from episodes.workflow.published_items import PublishedItems
from episodes.workflow.stamps import stamp_of


def write_feeds(
    publication: ShowPublication, editions: Iterable[Edition], parts: Parts, work: Work, hidden: Writer, *, force: bool
) -> list[str]:
    """Write all feeds of a show; `hidden` writes the private ones, whose paths no list under the web root tells.

    Gives what listeners of the feeds as they were would notice. Raises PublishError for new errors, unless `force`.
    """
    marks = "\n".join([f"{one.mark} {one.cover}" for one in publication.episodes])
    base = stamp_of(feed.VERSION, publication.show, parts.base_url, publication.cover, marks)
    kept: dict[Kind, PublishedItems] = {}
    warnings: list[str] = []
    for edition in editions:
        name, stamp = f"feed {edition.path}", stamp_of(base, edition.path)
        writer = hidden if edition.extra and edition.extra.private else work.writer
        if work.ledger.keep(name, stamp):
            writer.stand(work.ledger.paths([name]))
            continue
        if edition.kind not in kept:
            file = parts.state / f"{publication.show.slug}.{edition.kind}.items"
            kept[edition.kind] = PublishedItems.load(file, web=parts.feeds)
        known = kept[edition.kind]
        if edition.extra is None:
            pages = list(feed.write_pages(publication, edition, known.items))
            warnings += _publish(pages, known.feeds.get(edition.path), writer, parts.checker, force=force)
            known.save(pages)
        else:  # its items are among those of the main feed, which must stay as they are
            pages = list(feed.write_pages(publication, edition, dict(known.items)))
            _publish(pages, None, writer, parts.checker, force=force)
        work.ledger.put(name, stamp, [page.path for page in pages])
    return warnings


def _publish(
    pages: Sequence[WrittenPage], old: WrittenFeed | None, writer: Writer, checker: Checker, *, force: bool
) -> list[str]:
    """Write a feed and its archives unless it has new errors; give what listeners would notice.

    `old` is the published feed, if its parts are known.
    """
    path, new = pages[0].path, pages[0].feed
    compared = checker.compare_written(old, new) if old else checker.compare(path, new.text)
    if compared.errors and not force:
        found = compared.errors[0]
        more = f" (and {len(compared.errors) - 1} more)" if len(compared.errors) > 1 else ""
        raise PublishError(
            f"the new {path} has errors, so the old one stays: {found.where}: {found.what}{more}",
            hint=found.mend or "`episodes build --force` publishes it all the same",
        )
    for page in pages:
        writer.write(page.path, page.feed.text)
    return [f"{path}: {found.where}: {found.what}" for found in compared.changes]
