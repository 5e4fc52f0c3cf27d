"""Checking the feeds of a workspace beside one another: archives, editions, the list of feeds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from episodes.core.addresses import FEED_LIST
from episodes.core.publication import Publication
from episodes.core.show import ExtraFeed
from episodes.feed import render_opml, render_pages
from episodes.site.write import BUILT_LIST
from episodes.workflow.check import Checker
from feed.examples import BASE_URL, SHOW, VIDEO, a_publication, an_episode

LONG = replace(SHOW, feed_limit=2, feeds=(ExtraFeed(name="friends", private=True, path="0123456789abcdef"),))
FEED, NEWER, OLDEST, VIDEO_FEED = (
    f"quick-take/{name}.xml" for name in ("feed", "feed-2", "feed-1", "video")
)  # the newest is the feed
#: What is said of feeds beside one another.
OURS = ("part-", "edition-", "opml", "built")


@pytest.fixture
def web(tmp_path: Path) -> Path:
    """A show whose feed has two archives, and one episode of video."""
    plain = [an_episode(number) for number in range(7, 0, -1)]
    episodes = [replace(plain[0], media=(*plain[0].media, VIDEO)), *plain[1:]]
    publication = replace(a_publication(*(Publication(episode=one) for one in episodes)), show=LONG)
    for kind in ("audio", "video"):
        for path, data in render_pages(publication, edition=kind):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(data)
    (tmp_path / FEED_LIST).write_bytes(render_opml([(LONG, ("audio", "video"))], base_url=BASE_URL))
    (tmp_path / BUILT_LIST).write_text(f"index.html\n{FEED_LIST}\n")
    return tmp_path


def found(web: Path) -> dict[str, set[str]]:
    """The rules about feeds beside one another, by path."""
    rules: dict[str, set[str]] = {}
    for checked in Checker(feeds=web, base_url=BASE_URL).check({LONG.slug: LONG}):
        for finding in checked.findings:
            if finding.rule.startswith(OURS) and "friends" not in finding.mend and "0123" not in finding.where:
                rules.setdefault(checked.path, set()).add(finding.rule)
    return rules


def change(web: Path, path: str, good: str, bad: str) -> None:
    text = (web / path).read_text("utf-8")
    assert good in text
    (web / path).write_text(text.replace(good, bad, 1), "utf-8")


def test_what_was_built_is_without_fault(web):
    assert (web / OLDEST).is_file()
    assert (web / NEWER).is_file()
    assert found(web) == {}


PARTS: list[tuple[str, str, str, str]] = [
    ("part-unlinked", FEED, 'feed-2.xml" rel="prev-archive"', 'feed-2.xml" rel="alternate"'),
    ("part-unlinked", NEWER, ' rel="previous"', ' rel="alternate"'),
    ("part-archive", OLDEST, "<fh:archive/>", ""),
    ("part-link", OLDEST, 'feed.xml" rel="current"', 'feed-2.xml" rel="current"'),
    ("part-link", NEWER, 'feed-1.xml" rel="prev-archive"', 'feed.xml" rel="prev-archive"'),
    ("part-link", NEWER, "<fh:archive/>", f'<fh:archive/><atom:link href="{BASE_URL}/{OLDEST}" rel="prev-archive"/>'),
    ("part-show", OLDEST, f"<podcast:guid>{SHOW.guid[:4]}", "<podcast:guid>0000"),
    ("part-show", OLDEST, "<title>Quick Take</title>", "<title>Slow Give</title>"),
    ("part-guid-repeated", OLDEST, ">quick-take-1</guid>", ">quick-take-7</guid>"),
    ("opml", FEED_LIST, 'version="2.0"', 'version="3.0"'),
    ("opml-not-xml", FEED_LIST, "</opml>", ""),
    ("opml-outline", FEED_LIST, 'type="rss" ', ""),
    ("opml-outline", FEED_LIST, f'xmlUrl="{BASE_URL}/', 'xmlUrl="'),
    ("opml-feed-missing", FEED_LIST, "quick-take/video.xml", "quick-take/film.xml"),
    ("opml-unlisted", FEED_LIST, "quick-take/video.xml", "quick-take/feed.xml"),
    ("opml-title", FEED_LIST, 'text="Quick Take"', 'text="Slow Give"'),
]


@pytest.mark.parametrize(
    ("rule", "path", "good", "bad"), PARTS, ids=[f"{number}-{part[0]}" for number, part in enumerate(PARTS)]
)
def test_what_does_not_fit_together_is_found(web, rule, path, good, bad):
    change(web, path, good, bad)

    assert rule in found(web)[path]


def test_a_feed_that_another_show_has_yet_to_build_is_no_error(web):
    change(web, FEED_LIST, "quick-take/video.xml", "slow-give/feed.xml")

    (checked,) = (
        one for one in Checker(feeds=web, base_url=BASE_URL).check({LONG.slug: LONG}) if one.path == FEED_LIST
    )

    assert {(one.rule, one.level) for one in checked.findings} >= {("opml-feed-missing", "warning")}
    assert not [one for one in checked.findings if one.level == "error"]


def newer_date(web: Path) -> None:
    text = (web / OLDEST).read_text("utf-8")
    newest = (web / FEED).read_text("utf-8").split("<item>")[1].split("<pubDate>")[1].split("<")[0]
    head, _, tail = text.rpartition("<pubDate>")
    (web / OLDEST).write_text(f"{head}<pubDate>{newest}{tail[tail.index('<') :]}", "utf-8")


def same_show(web: Path) -> None:
    text = (web / VIDEO_FEED).read_text("utf-8")
    own = text.split("<podcast:guid>")[1].split("<")[0]
    change(web, VIDEO_FEED, f"<podcast:guid>{own}", f"<podcast:guid>{SHOW.guid}")


@pytest.mark.parametrize(
    ("rule", "path", "spoil"),
    [
        ("part-order", OLDEST, newer_date),
        ("edition-guid", VIDEO_FEED, same_show),
        ("built", FEED_LIST, lambda web: (web / FEED_LIST).unlink()),
    ],
)
def test_what_spoils_more_than_a_word_is_found(web: Path, rule: str, path: str, spoil: Callable[[Path], None]):
    spoil(web)

    assert rule in found(web)[path]
