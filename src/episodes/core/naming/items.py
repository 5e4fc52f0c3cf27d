"""Items read: from a source's own words to the fields of an episode, each with its origin."""

from __future__ import annotations

from episodes.core.episode import Origin
from episodes.core.item import Item
from episodes.core.naming.blocks import find_disclaimer, find_summary, join_notes, prose_of, split_blocks
from episodes.core.naming.chapters import find_chapters
from episodes.core.naming.citations import find_citations
from episodes.core.naming.credits import cast
from episodes.core.naming.folding import tidy
from episodes.core.naming.kinds import kind_of_tags, read_kind
from episodes.core.naming.links import find_links
from episodes.core.naming.markup import to_lines, without_links
from episodes.core.naming.titles import clean_title, is_marked_video
from episodes.core.naming.weighing import weigh_numbers
from episodes.core.reading import Reading
from episodes.core.show import Show


def read_item(item: Item, *, show: Show | None = None) -> Reading:
    """Read all that an item says of its episode; `show` lends its name and its patterns.

    Never raises: a text that says nothing gives empty fields. `origins` has one entry for each field
    that was found, with the reason in words and a confidence; below `SURE` it is a guess.
    """
    show_title = item.show_title or (show.title if show else "")
    patterns = show.patterns if show else {}
    lines = to_lines(item.description)
    blocks = split_blocks(lines)
    numbering, number_origins = weigh_numbers(item, lines, show_title=show_title, patterns=patterns)
    title = clean_title(item.title, numbering=numbering, show_title=show_title, patterns=patterns)
    kind_in_title, kind_in_tags = read_kind(item.title, show_title=show_title), kind_of_tags(item.tags)
    kind = kind_in_title if kind_in_title.reason else kind_in_tags
    summary = find_summary(blocks, title=title)
    disclaimer = find_disclaimer(blocks)
    chapters = item.chapters or find_chapters([without_links(line) for line in lines], duration=item.duration)
    links = (*find_links(blocks), *find_citations(block.text for block in blocks if block.kind in ("prose", "link")))
    people = cast(
        item,
        prose=prose_of(blocks),
        lines=[without_links(block.text) for block in blocks if block.kind in ("prose", "people", "other")],
        show_title=show_title,
        show=show,
    )
    origins = [
        _origin("title", bool(title), "title", 0.95, f"from {item.title!r}"),
        _origin("show_title", bool(item.show_title), "tag", 0.9, "the album tag or channel"),
        *number_origins,
        _origin("kind", bool(kind.reason), "title" if kind_in_title.reason else "tag", 0.9, kind.reason),
        _origin("summary", bool(summary), "description", 0.85, "its first paragraph"),
        _origin("disclaimer", bool(disclaimer), "description", 0.85, "told by its words"),
        _origin(
            "chapters",
            bool(chapters),
            "tag" if item.chapters else "description",
            0.95,
            "the medium's own" if item.chapters else "time stamps",
        ),
        _origin("links", bool(links), "description", 0.9, "addresses and platforms named there"),
        *people.origins,
        _origin(
            "published_at", item.published_at is not None, "tag", 1.0 if item.date_is_sure else 0.4, "the source's date"
        ),
    ]
    return Reading(
        title=title, show_title=tidy(show_title), number=numbering.number, number_label=numbering.label,
        season=numbering.season, kind=kind.kind, is_video=is_marked_video(item.title),
        summary=summary, notes=join_notes(blocks, summary=summary), disclaimer=disclaimer, language=item.language,
        published_at=item.published_at, date_is_sure=item.published_at is not None and item.date_is_sure,
        credits=people.credits, doubtful=people.doubtful, links=links, chapters=chapters,
        origins=tuple(origin for origin in origins if origin),
    )  # fmt: skip


def _origin(field: str, found: bool, origin: str, confidence: float, reason: str) -> Origin | None:
    return Origin(field=field, origin=origin, confidence=confidence, reason=reason) if found else None
