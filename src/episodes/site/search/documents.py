"""What of an episode is searched: title, people, notes and every segment, each with a mark that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from episodes.core.publication import Publication
from episodes.core.show import Show
from episodes.core.transcript import Segment
from episodes.site.markdown import clean_text, render_notes
from episodes.site.phrases import say_date, say_number
from episodes.site.words import words_for

#: Changes with the form of documents, so that those of an older one are made again.
FORM = "2"


def write_document(publication: Publication, show: Show, templates: Path | None = None) -> bytes:
    """Write an episode as the page that the indexer reads; listeners never get it.

    An empty element before each segment carries in its id what a found place is shown with: anchor,
    seconds and speaker. The indexer keeps ids with the word that they stand before.
    """
    episode = publication.episode
    page = Markup(
        '<!DOCTYPE html>\n<html lang="{language}"><head><title>{title}</title>{meta}</head>\n'
        '<body data-pagefind-body>\n<h1>{title}</h1>\n<i id="notes"></i><p>{people}</p>\n<p>{summary}</p>\n'
        "{notes}\n<div>{spoken}</div>\n</body></html>\n"
    ).format(
        language=show.language or episode.language or "en",
        title=clean_text(episode.title),
        meta=Markup("").join(_meta(publication, show, templates)),
        people=clean_text(", ".join(credit.name for credit in episode.credits)),
        summary=clean_text(episode.summary),
        notes=render_notes(episode.notes) if episode.notes.strip() != episode.summary.strip() else "",
        spoken=Markup("\n").join(_spoken(publication)),
    )
    return page.encode("utf-8", "replace")


def _meta(publication: Publication, show: Show, templates: Path | None) -> Iterator[Markup]:
    episode, words = publication.episode, words_for(show.language, templates)
    facts = {
        "show": show.slug,
        "show-title": clean_text(show.title),
        "folder": episode.slug,
        "date": say_date(episode.published_at, words),
        "number": say_number(episode, words),
    }
    for name, value in facts.items():
        if value:
            yield Markup('<meta data-pagefind-meta="{}[content]" content="{}">').format(name, value)


def _spoken(publication: Publication) -> Iterator[Markup]:
    segments: tuple[Segment, ...] = publication.transcript.segments if publication.transcript else ()
    for position, segment in enumerate(segments):
        if text := clean_text(segment.text).strip():
            speaker = quote(clean_text(segment.speaker), safe="")
            yield Markup('<i id="s{}~{}~{}"></i>{}').format(position, int(max(0.0, segment.start)), speaker, text)
