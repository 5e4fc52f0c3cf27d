"""How long a build takes: a show of many episodes with transcripts; its feed beside feedgen and pod2gen.

    python benchmarks/build.py [--episodes 10000] [--runs 3] [--feed-only] [--json]

Measured, each in CPU seconds (median of the runs, which take turns) and peak memory:
- pod2gen, where it is installed: its own elements only;
- feedgen alone: its own elements only (title, link, guid, date, notes, enclosure, itunes), from HTML made before;
- feedgen with all: the same elements as ours, by feedgen and lxml, from HTML made before, nothing decided or encoded;
- feedgen with all, from Markdown: the same, with each episode's notes rendered and cleaned, as ours does;
- our feed from HTML made before, as feedgen gets it;
- our feed from nothing, our feed with one episode changed and nothing changed (items from the cache);
- the judge on it, the caption files of one episode of an hour.

Then the whole command by benchmarks/rebuild.py, first, unchanged, with one episode edited and one added; with
Pagefind and without. `--feed-only` leaves that out, which takes long at first.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from feedgen.entry import FeedEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.feed import FeedGenerator
from lxml import etree

from episodes.config.workspace import Workspace
from episodes.core.captions import CAPTION_FILES, format_all
from episodes.core.chapter import Chapter
from episodes.core.check import check_feed, compare_feeds
from episodes.core.credit import Credit
from episodes.core.episode import Episode, Link
from episodes.core.media import Medium, Source
from episodes.core.publication import Publication, ShowPublication
from episodes.core.show import Show
from episodes.core.transcript import Fingerprint, Segment, Transcript
from episodes.feed import item, render_feed
from episodes.feed.notes import render_markdown_at_length

NOTES = """We talk about the **bridge**, who pays for it, and [a report](https://example.org/report) that nobody read.

- the budget of the city
- the river, and what lives in it

Thanks to everybody who wrote to us this week. Your questions come next time.
"""
WORDS = "so we asked them what they made of it, and nobody in the room at the University of Leeds said a word."


def a_show() -> Show:
    return Show(
        slug="long",
        title="The Long Show",
        description="Very many episodes.",
        language="en",
        author="Ann Lee",
        owner_email="ann@example.org",
        category="News > Politics",
        hosts=(Credit(name="Ann Lee"),),
        guid="9b024349-ccf0-5f69-a609-6b82873eab3c",
    )


def an_episode(number: int) -> Episode:
    sha256 = f"{number:064x}"
    return Episode(
        guid=f"long-{number}",
        show="long",
        slug=f"{number}-the-bridge",
        title=f"The bridge, part {number}",
        number=number,
        published_at=datetime(2000, 1, 1, tzinfo=UTC) + timedelta(hours=number),
        summary="Who pays for the bridge? Everybody, and nobody.",
        notes=f"Part {number}. {NOTES}",  # its own, so that nothing can be won by remembering
        language="en",
        credits=(Credit(name="Ann Lee"), Credit(name="Bo Diaz", role="guest")),
        links=(Link(title="City budget", url="https://example.org/budget", kind="citation"),),
        chapters=(Chapter(start=0, title="Hello"), Chapter(start=600, title="The river")),
        media=(
            Medium(
                kind="audio",
                source=Source(provider="file", key=sha256),
                media_key=f"long/{number}.mp3",
                mime_type="audio/mpeg",
                duration=3600.0,
                length=30_000_000 + number,
                sha256=sha256,
            ),
        ),
    )


def an_hour() -> tuple[Segment, ...]:
    return tuple(Segment(start=n * 4.5, end=n * 4.5 + 4.3, text=f"{WORDS.capitalize()}") for n in range(800))


def a_publication(episodes: int) -> ShowPublication:
    head = Transcript(
        fingerprint=Fingerprint(media_sha256="", engine="packed/1", model="tiny.en"),
        language="en",
        duration=3600,
        created_at=datetime(2026, 1, 1, tzinfo=UTC),
        segments=an_hour()[:1],
    )
    items = tuple(Publication(episode=an_episode(n), transcript=head) for n in range(episodes, 0, -1))
    return ShowPublication(show=a_show(), base_url="https://example.org", episodes=items, cover="long/cover.jpg")


class Nothing(BaseExtension):
    """Brings the namespaces in."""

    def extend_ns(self) -> dict[str, str]:
        return {
            "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
            "podcast": "https://podcastindex.org/namespace/1.0",
            "psc": "http://podlove.org/simple-chapters",
        }


class Copied(BaseEntryExtension):
    """Writes the elements that it is given."""

    elements: list[tuple[str, dict[str, str], str, list[Any]]]

    def extend_rss(self, entry: Any) -> Any:
        for element in self.elements:
            copy(entry, element)
        return entry


def copy(parent: Any, element: Any) -> None:
    tag, attributes, text, children = element
    made = etree.SubElement(parent, tag, attributes)
    made.text = text
    for child in children:
        copy(made, child)


def feedgen_alone(publication: ShowPublication, html: str) -> bytes:
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.title("The Long Show")
    feed.link(href="https://example.org")
    feed.description("Very many episodes.")
    for one in publication.episodes:
        fill(feed.add_entry(order="append"), one.episode, html)
    data: bytes = feed.rss_str(pretty=True)
    return data


def fill(entry: Any, episode: Episode, html: str) -> None:
    medium = episode.media[0]
    entry.id(episode.guid)
    entry.title(episode.title)
    entry.description(episode.summary)
    entry.content(html)
    entry.link(href=f"https://example.org/long/{episode.slug}/")
    entry.enclosure(f"https://example.org/{medium.media_key}", str(medium.length), medium.mime_type)
    entry.pubDate(episode.published_at)
    if hasattr(entry, "podcast"):
        entry.podcast.itunes_duration(3600)
        entry.podcast.itunes_episode(episode.number)
        entry.podcast.itunes_explicit("no")
        entry.podcast.itunes_author("Ann Lee")


def feedgen_with_all(publication: ShowPublication, html: str, elements: list[Any]) -> bytes:
    feed = FeedGenerator()
    feed.register_extension("ours", Nothing, None, atom=False, rss=True)
    feed.title("The Long Show")
    feed.link(href="https://example.org")
    feed.description("Very many episodes.")
    for one in publication.episodes:
        entry = FeedEntry()
        entry.register_extension("ours", Copied, atom=False, rss=True)
        fill(entry, one.episode, html)
        entry.ours.elements = elements
        feed.add_entry(entry, order="append")
    data: bytes = feed.rss_str(pretty=True)
    return data


def pod2gen_alone(publication: ShowPublication, html: str) -> bytes | None:
    """The same few elements by pod2gen, where it is installed (`pip install pod2gen`)."""
    try:
        from pod2gen import Episode as Item
        from pod2gen import Media, Podcast
    except ImportError:
        return None
    show = Podcast(
        name="The Long Show", website="https://example.org", description="Very many episodes.", explicit=False
    )
    for one in publication.episodes:
        episode, medium = one.episode, one.episode.media[0]
        address = f"https://example.org/{medium.media_key}"
        show.add_episode(
            Item(
                id=episode.guid,
                title=episode.title,
                summary=episode.summary,
                long_summary=html,
                link=f"https://example.org/long/{episode.slug}/",
                media=Media(address, medium.length, type=medium.mime_type, duration=timedelta(seconds=3600)),
                publication_date=episode.published_at,
                episode_number=episode.number,
                explicit=False,
            )
        )
    return str(show.rss_str()).encode()


def elements_of(feed: bytes) -> tuple[str, list[Any]]:
    """What our first item holds: its notes, and the elements that feedgen does not know."""
    first = etree.fromstring(feed).find("channel/item")
    notes = first.findtext("{http://purl.org/rss/1.0/modules/content/}encoded")
    return notes, [described(child) for child in first if child.tag[:1] == "{" and "content" not in child.tag]


def described(element: Any) -> Any:
    return element.tag, dict(element.attrib), element.text, [described(child) for child in element]


def in_turns(works: dict[str, Callable[[], Any]], runs: int) -> dict[str, float]:
    """Run all works in turns, for what else a machine does changes from minute to minute; the median of each."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(runs):
        for name, work in works.items():
            began = time.process_time()
            work()
            taken[name].append(time.process_time() - began)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def with_notes_rendered(publication: ShowPublication, html: str, elements: list[Any]) -> bytes:
    for one in publication.episodes:
        render_markdown_at_length(one.episode.notes)
    return feedgen_with_all(publication, html, elements)


def ours_from_html(publication: ShowPublication, html: str) -> bytes:
    """Our feed without the work on the notes, which feedgen is spared too."""
    render = item.render_content
    item.render_content = lambda *_facts: html
    try:
        return render_feed(publication)
    finally:
        item.render_content = render


def measure(episodes: int, runs: int) -> dict[str, float]:
    publication = a_publication(episodes)
    feed = render_feed(publication)
    html, elements = elements_of(feed)
    cache: dict[str, bytes] = {}
    render_feed(publication, cache=cache)
    first = publication.episodes[0]
    changed = replace(first, episode=replace(first.episode, summary="Other words."))
    other = replace(publication, episodes=(changed, *publication.episodes[1:]))
    render_other = render_feed(other, cache=dict(cache))
    hour = an_hour()
    works: dict[str, Callable[[], Any]] = {
        "feedgen alone": lambda: feedgen_alone(publication, html),
        "feedgen with all": lambda: feedgen_with_all(publication, html, elements),
        "feedgen with all, from Markdown": lambda: with_notes_rendered(publication, html, elements),
        "ours, from HTML made before": lambda: ours_from_html(publication, html),
        "ours, from nothing": lambda: render_feed(publication),
        "ours, into an empty cache": lambda: render_feed(publication, cache={}),
        "ours, one changed": lambda: render_feed(other, cache=dict(cache)),
        "ours, nothing changed": lambda: render_feed(publication, cache=cache),
        "the judge": lambda: check_feed(feed),
        "the judge, one changed": lambda: compare_feeds(feed, render_other),
        "captions of an hour": lambda: format_all([file.extension for file in CAPTION_FILES], hour, duration=3600),
    }
    if pod2gen_alone(a_publication(1), html) is not None:
        works["pod2gen, few elements"] = lambda: pod2gen_alone(publication, html)
    found = in_turns(works, runs)
    for peer in ("feedgen alone", "feedgen with all", "feedgen with all, from Markdown", "pod2gen, few elements"):
        if peer in found:
            found[f"ours / {peer}"] = found["ours, from nothing"] / found[peer]
    found["ours / feedgen with all, both from HTML"] = found["ours, from HTML made before"] / found["feedgen with all"]
    found["feed, MB"] = len(feed) / 1e6
    found["peak memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


def measure_whole(episodes: int, runs: int) -> dict[str, float]:
    """The command itself, without Pagefind and then with it."""
    import rebuild

    found: dict[str, float] = {}
    for search in (False, True):
        with tempfile.TemporaryDirectory() as folder:
            told = rebuild.measure(Workspace(Path(folder)), episodes, 40, runs, search=search)
        found |= {f"build{', with Pagefind' if search else ''}: {name}": value for name, value in told.items()}
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--episodes", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--feed-only", action="store_true")
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = measure(given.episodes, given.runs)
    found |= {} if given.feed_only else measure_whole(given.episodes, given.runs)
    if given.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{given.episodes} episodes")
    for name, value in found.items():
        print(f"{name:50} {value:8.2f}")


if __name__ == "__main__":
    main()
