"""The readable part of an export: an episode as Markdown, a show's media as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from episodes.core.captions import format_markdown
from episodes.core.episode import Episode
from episodes.core.show import Show
from episodes.core.timecode import format_clock
from episodes.core.transcript import Transcript

COLUMNS = ("episode", "kind", "file", "type", "bytes", "seconds", "sha256", "offset", "source")


def render_media_list(show: Show, episodes: Sequence[Episode]) -> str:
    """List every medium and picture of a show, held or linked: tab-separated, one a line, with headings.

    A picture's file is its path in the export's media folder, or empty for one that is only linked.
    """
    lines = ["\t".join(COLUMNS)]
    if show.image:
        lines.append(_picture_line(show.slug, show.image))
    for episode in episodes:
        for medium in episode.media:
            facts = (
                f"{show.slug}/{episode.slug}", medium.kind, medium.media_key, medium.mime_type, medium.length,
                medium.duration, medium.sha256, medium.offset, medium.source.url,
            )  # fmt: skip
            lines.append("\t".join(" ".join(str(fact).split()) for fact in facts))
        if episode.image:
            lines.append(_picture_line(f"{show.slug}/{episode.slug}", episode.image))
    return "\n".join(lines) + "\n"


def _picture_line(name: str, image: str) -> str:
    file, address = ("", image) if "://" in image else (image, "")
    return "\t".join(" ".join(text.split()) for text in (name, "picture", file, "", "", "", "", "", address))


def render_episode_text(episode: Episode, show: Show, transcript: Transcript | None) -> str:
    """Write an episode for people: facts, notes, chapters, links and what was said."""
    parts = [f"# {episode.title}", "\n".join(f"- {name}: {value}" for name, value in _facts(episode, show) if value)]
    parts += [episode.summary, episode.notes]
    if episode.chapters:
        lines = [f"- {format_clock(chapter.start, hours=True)} {chapter.title}" for chapter in episode.chapters]
        parts.append("## Chapters\n\n" + "\n".join(lines))
    if episode.links:
        lines = [f"- [{link.title}]({link.url})" if link.url else f"- {link.title}" for link in episode.links]
        parts.append("## Links\n\n" + "\n".join(lines))
    if episode.disclaimer:
        parts.append(f"*{episode.disclaimer}*")
    if transcript is not None and transcript.segments:
        parts.append("## Transcript\n\n" + format_markdown(transcript.segments).strip())
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _facts(episode: Episode, show: Show) -> Iterator[tuple[str, str]]:
    yield "show", show.title
    yield "number", episode.number_label or ("" if episode.number is None else str(episode.number))
    yield "season", "" if episode.season is None else str(episode.season)
    yield "kind", "" if episode.kind == "full" else episode.kind
    yield "date", f"{episode.published_at:%Y-%m-%d %H:%M} UTC" + ("" if episode.date_is_sure else " (guessed)")
    for role, people in (("hosts", episode.hosts), ("guests", episode.guests)):
        yield role, "; ".join(", ".join(filter(None, (p.name, p.title, p.organisation))) for p in people)
    yield "length", format_clock(episode.duration) if episode.duration else ""
    yield "guid", episode.guid
