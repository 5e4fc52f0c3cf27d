"""The feeds of a show; none replaces a good one by one with new errors."""

from __future__ import annotations

from collections.abc import Iterable

from episodes import feed
from episodes.core.errors import PublishError
from episodes.core.media import Kind
from episodes.core.publication import ShowPublication
from episodes.feed import Edition
from episodes.site.write import Writer
from episodes.workflow.building.parts import Parts, Work
from episodes.workflow.check import Checker
from episodes.workflow.items import KeptItems
from episodes.workflow.stamps import stamp_of


def write_feeds(
    publication: ShowPublication, editions: Iterable[Edition], parts: Parts, work: Work, hidden: Writer, *, force: bool
) -> list[str]:
    """Write all feeds of a show; `hidden` writes the private ones, whose paths no list under the web root tells.

    Gives what listeners of the feeds as they were would notice. Raises PublishError for new errors, unless `force`.
    """
    marks = [(one.mark, one.cover) for one in publication.episodes]
    base = stamp_of(publication.show, parts.base_url, publication.cover, marks)
    kept: dict[Kind, KeptItems] = {}
    warnings: list[str] = []
    for edition in editions:
        name, stamp = f"feed {edition.path}", stamp_of(base, edition.path)
        writer = hidden if edition.extra and edition.extra.private else work.writer
        if (paths := work.ledger.keep(name, stamp)) is not None:
            writer.stand(paths)
            continue
        if edition.kind not in kept:
            kept[edition.kind] = KeptItems.load(parts.state / f"{publication.show.slug}.{edition.kind}.items")
        items = kept[edition.kind]
        if edition.extra is None:
            written, changes = _write_feed(publication, edition, items.items, writer, parts.checker, force=force)
            warnings += changes
            items.save()
        else:  # its items are among those of the main feed, which must stay as they are
            written, _ = _write_feed(publication, edition, dict(items.items), writer, parts.checker, force=force)
        work.ledger.put(name, stamp, written)
    return warnings


def _write_feed(
    publication: ShowPublication,
    edition: Edition,
    items: dict[str, bytes],
    writer: Writer,
    checker: Checker,
    *,
    force: bool,
) -> tuple[list[str], list[str]]:
    """Write a feed and its archives unless it has new errors; give paths, and what listeners would notice."""
    path = edition.path
    pages = dict(feed.render_pages(publication, edition=edition, cache=items))
    compared = checker.compare(path, pages[path])
    if compared.errors and not force:
        found = compared.errors[0]
        more = f" (and {len(compared.errors) - 1} more)" if len(compared.errors) > 1 else ""
        raise PublishError(
            f"the new {path} has errors, so the old one stays: {found.where}: {found.what}{more}",
            hint=found.mend or "`episodes build --force` publishes it all the same",
        )
    for place, page in pages.items():
        writer.write(place, page)
    return list(pages), [f"{path}: {found.where}: {found.what}" for found in compared.changes]
