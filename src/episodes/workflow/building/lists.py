"""The pages of a show that list episodes."""

from __future__ import annotations

from dataclasses import replace

from episodes import site
from episodes.core.publication import ShowPublication
from episodes.workflow.building.parts import Parts, Work
from episodes.workflow.items import KeptItems
from episodes.workflow.stamps import stamp_of


def write_lists(publication: ShowPublication, parts: Parts, work: Work) -> None:
    """Write the lists, the pages of people and the page about the show, as far as something of them changed."""
    base = stamp_of(
        replace(publication.show, feeds=()),
        parts.base_url,
        site.frame_of(publication),
        site.version(parts.templates),
    )
    rows = KeptItems.load(parts.state / f"{publication.show.slug}.rows")
    work.make(site.plan_lists(publication, templates=parts.templates, held=rows.items, mark=base), base)
    rows.save()
    if publication.card:
        work.ledger.put("card", "", [publication.card])
