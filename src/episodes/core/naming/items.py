"""Items read: from a source's own words to the fields of an episode, each with its origin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from episodes.core.episode import EpisodeKind, Origin
from episodes.core.item import Item
from episodes.core.naming.blocks import find_disclaimer, find_summary, prose_of, split_blocks
from episodes.core.naming.chapters import find_chapters
from episodes.core.naming.citations import find_citations
from episodes.core.naming.credits import cast
from episodes.core.naming.dates import find_date
from episodes.core.naming.folding import tidy
from episodes.core.naming.kinds import kind_of_tags, read_kind
from episodes.core.naming.links import find_links
from episodes.core.naming.listed import listed_people, rows_under_labels
from episodes.core.naming.markup import to_lines, without_links
from episodes.core.naming.notes import join_notes
from episodes.core.naming.titles import clean_title, is_marked_video
from episodes.core.naming.weighing import weigh_numbers, without_heading
from episodes.core.reading import Reading
from episodes.core.show import Show


def read_item(item: Item, *, show: Show | None = None, summary: str = "") -> Reading:
    """Read all that an item says of its episode; `show` lends its name and its patterns.

    A `summary` that the source gives apart from the description is taken for the summary; what the description says
    besides, its first paragraph too, goes to the notes.

    Never raises: a text that says nothing gives empty fields. `origins` has one entry for each field
    that was found, with the reason in words and a confidence; below `SURE` it is a guess.
    """
    show_title = item.show_title or (show.title if show else "")
    patterns = show.patterns if show else {}
    lines = to_lines(item.description)
    numbering, number_origins = weigh_numbers(item, lines, show_title=show_title, patterns=patterns)
    lines = without_heading(lines, numbering.number, show_title=show_title)
    blocks = split_blocks(lines)
    title = clean_title(item.title, numbering=numbering, show_title=show_title, patterns=patterns)
    kind, kind_origin = _kind(item, show_title)
    plain_lines = [without_links(line) for line in lines]
    people = cast(
        item,
        prose=[*prose_of(blocks), *(block.text for block in blocks if block.kind == "people")],
        lines=[
            *(without_links(block.text) for block in blocks if block.kind in ("prose", "people", "other")),
            *rows_under_labels(plain_lines),
            *listed_people(plain_lines),
        ],
        show_title=show_title,
        show=show,
    )
    published_at, is_sure = _date(item)
    summary = summary or find_summary(blocks, title=title)
    cited = find_citations(block.text for block in blocks if block.kind in ("prose", "link"))
    sources = {link.url for link in cited if link.url}
    links = (*(link for link in find_links(blocks) if not link.url or link.url not in sources), *cited)
    reading = Reading(
        title=title, original_title=item.title, show_title=tidy(show_title),
        number=numbering.number, number_label=numbering.label, season=numbering.season,
        kind=kind, is_video=is_marked_video(item.title),
        summary=summary, notes=join_notes(blocks, summary=summary, title=title, links=links),
        disclaimer=find_disclaimer(blocks),
        language=item.language, published_at=published_at, date_is_sure=is_sure,
        credits=people.credits, doubtful=people.doubtful, links=links,
        chapters=item.chapters or find_chapters(map(without_links, lines), duration=item.duration),
    )  # fmt: skip
    return replace(reading, origins=(*_origins(item, reading), *kind_origin, *number_origins, *people.origins))


def _kind(item: Item, show_title: str) -> tuple[EpisodeKind, list[Origin]]:
    """The kind as the title marks it, else as the tag says: feeds tag `full` what is called a bonus."""
    for origin, found in (("title", read_kind(item.title, show_title=show_title)), ("tag", kind_of_tags(item.tags))):
        if found.reason:
            return found.kind, [Origin(field="kind", origin=origin, confidence=0.9, reason=found.reason)]
    return "full", []


def _date(item: Item) -> tuple[datetime | None, bool]:
    """The source's date, else a guess from a date in the title."""
    if item.published_at:
        return item.published_at, item.date_is_sure
    found = find_date(item.title)
    return (found.at if found else None), False


def _origins(item: Item, reading: Reading) -> Iterator[Origin]:
    """Where the fields come from that one place alone can tell."""
    if reading.title:
        yield Origin(field="title", origin="title", confidence=0.95, reason=f"from {item.title!r}")
    if item.show_title:
        yield Origin(field="show_title", origin="tag", confidence=0.9, reason="the album tag or channel")
    if reading.summary:
        yield Origin(
            field="summary", origin="description", confidence=0.85, reason="its first paragraph that tells of it"
        )
    if reading.disclaimer:
        yield Origin(field="disclaimer", origin="description", confidence=0.85, reason="told by its words")
    if item.chapters:
        yield Origin(field="chapters", origin="tag", confidence=0.97, reason="the medium's own")
    elif reading.chapters:
        yield Origin(field="chapters", origin="description", confidence=0.95, reason="time stamps")
    if reading.links:
        yield Origin(field="links", origin="description", confidence=0.9, reason="addresses and platforms named there")
    if item.published_at:
        sure = 1.0 if item.date_is_sure else 0.4
        yield Origin(field="published_at", origin="tag", confidence=sure, reason="the source's date")
    elif reading.published_at:
        yield Origin(field="published_at", origin="title", confidence=0.5, reason="a date in the title")
