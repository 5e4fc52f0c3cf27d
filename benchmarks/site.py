"""How fast a site is rendered and written: pages a second, memory, bytes, an unchanged build, one changed episode.

Usage: python benchmarks/site.py [--transcripts FILE.jsonl[.zst]] [--episodes 1000] [--pelican PROGRAM] [--json]
Transcripts: JSON lines with file, speaker and text, one a turn, those of a file together; times are made up
at 160 words a minute. Times are of the processor (`cpu`) and of the clock (`s`). With `--pelican`, Pelican makes
pages of the same transcripts, as Markdown with a paragraph a turn, in its own default look.
"""

# ruff: noqa: A005 - a script, never imported; it is named as what it measures

from __future__ import annotations

import argparse
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import groupby, islice
from pathlib import Path
from typing import Any

from episodes import site
from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Episode
from episodes.core.media import Medium, Source
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Segment, Transcript
from episodes.site.search import SiteSearch, find_program
from episodes.site.write import Report

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from web.writing import write_tree  # noqa: E402 - found by the line above

SHARED = ROOT.parent / "shared" / "data" / "transcripts"
WORDS_A_SECOND = 160 / 60
NEWEST = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--transcripts", type=Path, default=SHARED / "changelog_2044_episodes.jsonl.zst")
    options.add_argument("--episodes", type=int, default=1000)
    options.add_argument("--pelican", type=Path, help="the program pelican, in an environment of its own")
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    if not chosen.transcripts.is_file():
        print(f"there are no transcripts at {chosen.transcripts}", file=sys.stderr)
        return 2
    show = read_show(chosen.transcripts, chosen.episodes)
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(show, Path(folder, "web"))
        figures |= measure_search(show, Path(folder))
        if chosen.pelican:
            figures |= measure_pelican(show, Path(folder, "pelican"), chosen.pelican.absolute())
    print(json.dumps(figures, indent=1) if chosen.json else "\n".join(f"{k:28} {v}" for k, v in figures.items()))
    return 0


def measure(show: ShowPublication, root: Path) -> dict[str, Any]:
    figures: dict[str, Any] = {
        "episodes": len(show.episodes),
        "words": sum(len(s.text.split()) for one in show.episodes if one.transcript for s in one.transcript.segments),
        "memory before, MB": memory(),
    }
    with timed(figures, "first build"):
        first = build(show, root)
    pages = [path for path in first.written if path.endswith(".html")]
    own = [(root / path).stat().st_size for path in pages if path.count("/") == 2 and "/embed/" not in path]
    figures |= {
        "files": len(first.written),
        "pages": len(pages),
        "pages a second": round(len(pages) / figures["first build, s"]),
        "pages a cpu second": round(len(pages) / figures["first build, cpu s"]),
        "megabytes": round(first.bytes_written / 1e6, 1),
        "bytes a page, mean": round(sum(own) / len(own)),
        "bytes a page, largest": max(own),
        "memory after, MB": memory(),
    }
    with timed(figures, "unchanged, all rendered"):
        again = build(show, root)
    figures["unchanged: files written"] = len(again.written)
    with timed(figures, "unchanged, only lists"):
        lists = build(show, root, only=set())
    figures["only lists: files written"] = len(lists.written)
    changed = with_new_title(show)
    with timed(figures, "one episode changed"):
        one = build(changed, root, only={0, 1})
    figures["one changed: files written"] = len(one.written)
    return figures


def measure_search(show: ShowPublication, folder: Path) -> dict[str, Any]:
    search = SiteSearch(root=folder / "web", state=folder / "state", program=find_program())
    figures: dict[str, Any] = {}
    if not search.program:
        return figures
    slugs = [one.episode.slug for one in reversed(show.episodes)]
    with timed(figures, "search: documents"):
        for one in show.episodes:
            search.keep(one, show.show)
    with timed(figures, "search: index"):
        indexed = search.index(show.show, slugs)
    with timed(figures, "search: unchanged"):
        search.index(show.show, slugs)
    search.keep(with_new_title(show).episodes[0], show.show)
    with timed(figures, "search: one episode changed"):
        search.index(show.show, slugs)
    return {**figures, "search: megabytes": round(indexed.bytes / 1e6, 1)}


def measure_pelican(show: ShowPublication, folder: Path, program: Path) -> dict[str, Any]:
    """Let Pelican build twice, with the cache of its own that it offers for the second time."""
    write_for_pelican(show, folder)
    figures: dict[str, Any] = {}
    settings = ("--extra-settings", "LOAD_CONTENT_CACHE=true", "CACHE_CONTENT=true")
    for name in ("first build", "unchanged"):
        command = [program, "content", "-o", "out", "-q", *settings, f'SITEURL="{show.base_url}"', 'TIMEZONE="UTC"']
        with timed(figures, f"Pelican: {name}"):
            subprocess.run(command, cwd=folder, check=True)
    pages = list((folder / "out").rglob("*.html"))
    figures["Pelican: pages"] = len(pages)
    figures["Pelican: pages a second"] = round(len(pages) / figures["Pelican: first build, s"])
    figures["Pelican: pages a cpu second"] = round(len(pages) / figures["Pelican: first build, cpu s"])
    figures["Pelican: memory, MB"] = round(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return figures


def write_for_pelican(show: ShowPublication, folder: Path) -> None:
    content = folder / "content"
    content.mkdir(parents=True)
    for publication in show.episodes:
        episode, said = publication.episode, publication.transcript
        turns = groupby(said.segments if said else (), key=lambda segment: segment.speaker)
        text = "\n\n".join(f"**{who}** " + " ".join(one.text for one in lines) for who, lines in turns)
        head = f"Title: {episode.title}\nDate: {episode.published_at:%Y-%m-%d}\nSlug: {episode.slug}\n"
        (content / f"{episode.slug}.md").write_text(f"{head}Category: {show.show.title}\n\n{text}\n", encoding="utf-8")


def build(show: ShowPublication, root: Path, *, only: set[int] | None = None) -> Report:
    """Build everything, or render just some episodes and let the other pages stand."""

    def files() -> Iterator[tuple[str, bytes | None]]:
        yield from site.assets()
        yield from site.render_home([show])
        if only is None:
            yield from site.render_show(show)
            return
        yield from site.render_lists(show)
        for place, publication in enumerate(show.episodes):
            episode = publication.episode
            if place in only:
                previous = show.episodes[place + 1].episode
                following = show.episodes[place - 1].episode if place else None
                yield site.render_episode(show, publication, previous, following)
                yield from site.render_embed(show, publication)
            else:
                folder = f"{episode.show}/{episode.slug}"
                yield from ((f"{folder}/{name}", None) for name in ("index.html", "embed/index.html", "oembed.json"))

    return write_tree(root, files())


def with_new_title(show: ShowPublication) -> ShowPublication:
    first = show.episodes[0]
    changed = replace(first, episode=replace(first.episode, title="A new title"))
    return replace(show, episodes=(changed, *show.episodes[1:]))


def read_show(file: Path, count: int) -> ShowPublication:
    turns = groupby(read_lines(file), key=lambda turn: turn["file"])
    episodes = tuple(a_publication(place, name, list(said)) for place, (name, said) in enumerate(islice(turns, count)))
    show = Show(slug="the-show", title="The Show", description="Talk about software.", language="en")
    return ShowPublication(show=show, base_url="https://example.org", episodes=episodes)


def read_lines(file: Path) -> Iterator[dict[str, Any]]:
    command = ["zstd", "-dcq", str(file)] if file.suffix == ".zst" else ["cat", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout
        yield from (json.loads(line) for line in process.stdout)
        process.kill()


def a_publication(place: int, name: str, turns: list[dict[str, Any]]) -> Publication:
    segments = tuple(iter_segments(turns))
    length = segments[-1].end if segments else 0.0
    people = list(dict.fromkeys(turn["speaker"] for turn in turns if turn["speaker"]))[:4]
    source = Source(provider="file", key=str(place))
    medium = Medium(kind="audio", source=source, media_key="a.mp3", mime_type="audio/mpeg", duration=length, length=1)
    episode = Episode(
        guid=name,
        show="the-show",
        slug=f"{place}-{Path(name).stem}",
        title=Path(name).stem.replace("-", " ").capitalize(),
        number=place,
        published_at=NEWEST - timedelta(days=place),
        summary=segments[0].text if segments else "",
        credits=tuple(Credit(name=person, role="host" if i < 2 else "guest") for i, person in enumerate(people)),
        chapters=tuple(Chapter(start=one.start, title=one.text[:40]) for one in segments[:: len(segments) // 10 + 1]),
        media=(medium,),
    )
    fingerprint = Fingerprint(media_sha256=name, engine="person", model="")
    transcript = Transcript(
        fingerprint=fingerprint, language="en", duration=length, created_at=NEWEST, segments=segments, origin="person"
    )
    return Publication(episode=episode, transcript=transcript)


def iter_segments(turns: list[dict[str, Any]]) -> Iterator[Segment]:
    at = 0.0
    for turn in turns:
        for sentence in re.split(r"(?<=[.!?])\s+", turn["text"]):
            length = max(0.5, len(sentence.split()) / WORDS_A_SECOND)
            yield Segment(start=at, end=at + length, text=sentence, speaker=turn["speaker"] or "")
            at += length


@contextmanager
def timed(figures: dict[str, Any], name: str) -> Iterator[None]:
    clock, processor = time.perf_counter(), processor_time()
    yield
    figures[f"{name}, s"] = round(time.perf_counter() - clock, 2)
    figures[f"{name}, cpu s"] = round(processor_time() - processor, 2)
    print(f"{name}: {figures[f'{name}, s']} s", file=sys.stderr)  # a long run that is stopped has said something


def processor_time() -> float:
    """Seconds that this process and the programs it ran took of the processor."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def memory() -> int:
    """The most memory that this process ever held, in megabytes."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
