"""Checking built feeds: the rules know where a feed lies, what day it is, and what the files beside it hold."""

from __future__ import annotations

import tracemalloc
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from html import escape

import pytest

from episodes.core.addresses import extra_feed_file, feed_file
from episodes.core.publication import Publication
from episodes.core.show import ExtraFeed
from episodes.feed import editions_of, render_feed, render_files
from episodes.media.probe import claimed_duration
from episodes.workflow.check import Checker
from feed.examples import AUDIO, BASE_URL, SHOW, a_publication, an_episode
from media.making import make_media


def rules_of(folder, feed: bytes, base_url: str = BASE_URL) -> set[str]:
    file = folder / feed_file(SHOW.slug)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(feed)
    (checked,) = Checker(feeds=folder, base_url=base_url).check({SHOW.slug: SHOW})
    return {finding.rule for finding in checked.findings}


def a_feed(**changes) -> bytes:
    return render_feed(a_publication(Publication(episode=replace(an_episode(3), **changes))))


def test_a_feed_with_a_title_of_its_own_shares_the_chapters_of_the_show(tmp_path):
    """The file names the show; only a name that none of its feeds has is another one's."""
    show = replace(SHOW, feeds=(ExtraFeed(name="guests", title="Visitors"),))
    publication = a_publication(show=show)
    guests = extra_feed_file(show.slug, show.feeds[0])
    files = dict(render_files(publication.episodes[0], show))
    files[feed_file(show.slug)] = render_feed(publication)
    files[guests] = render_feed(publication, edition=editions_of(publication)[-1])
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)

    def judged() -> dict[str, bool]:
        checked = Checker(feeds=tmp_path, base_url=BASE_URL).check({show.slug: show})
        return {one.path: "chapters-name" in {found.rule for found in one.findings} for one in checked}

    assert judged() == {feed_file(show.slug): False, guests: False}
    (chapters,) = (path for path in files if path.endswith("chapters.json"))
    (tmp_path / chapters).write_bytes(files[chapters].replace(b'"Quick Take"', b'"Slow Give"'))
    assert judged() == {feed_file(show.slug): True, guests: True}


def test_a_date_that_is_yet_to_come_is_found(tmp_path):
    """Today is the real day."""
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=1)

    assert "item-date-future" in rules_of(tmp_path, a_feed(published_at=tomorrow))
    assert "item-date-future" not in rules_of(tmp_path, a_feed(published_at=tomorrow - timedelta(days=2)))


def test_a_feed_that_says_it_is_elsewhere_is_found(tmp_path):
    """A feed built for another address than the one that is set now."""
    assert "self-link-elsewhere" in rules_of(tmp_path, a_feed(), base_url="https://new.example")
    assert "self-link-elsewhere" not in rules_of(tmp_path, a_feed())


def test_files_on_disk_are_known_by_their_bytes(tmp_path):
    """A page saved in the place of an MP3 is found, an MP3 is not."""
    feed = a_feed()
    path = feed.decode().split(f'<enclosure url="{BASE_URL}/')[1].split('"')[0]
    file = tmp_path / path
    file.parent.mkdir(parents=True)
    for content, expected in ((b"<!DOCTYPE html><title>Log in</title>", True), (b"ID3\x04" + bytes(99), False)):
        file.write_bytes(content.ljust(AUDIO.length or 0, b" "))
        assert ("enclosure-bytes" in rules_of(tmp_path, feed)) is expected


def test_archives_of_a_feed_are_judged_too(tmp_path):
    """What is wrong in older items is no better for standing in an archive."""
    file = tmp_path / feed_file(SHOW.slug)
    file.parent.mkdir(parents=True)
    for name in ("feed.xml", "feed-1.xml", "feed-10.xml", "feed-02.xml", "feed-old.xml"):
        (file.parent / name).write_bytes(a_feed(guid="g" if name == "feed.xml" else ""))

    checked = {one.path: one for one in Checker(feeds=tmp_path, base_url=BASE_URL).check({SHOW.slug: SHOW})}

    assert [path.rpartition("/")[2] for path in checked] == ["feed.xml", "feed-10.xml", "feed-1.xml"]
    rules = {path: {finding.rule for finding in one.findings} for path, one in checked.items()}
    assert "guid" not in " ".join(rules[feed_file(SHOW.slug)])
    assert all("self-link-elsewhere" in rules[path] for path in checked if path != feed_file(SHOW.slug))


def test_a_length_that_the_file_does_not_have_is_found(tmp_path):
    """By what the header of the file says."""
    feed = a_feed()
    file = tmp_path / feed.decode().split(f'<enclosure url="{BASE_URL}/')[1].split('"')[0]
    file.parent.mkdir(parents=True)
    (tmp_path / feed_file(SHOW.slug)).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / feed_file(SHOW.slug)).write_bytes(feed)
    said = an_episode(3).media[0].duration

    for seconds, expected in ((said, False), (said / 2, True)):
        make_media(file, seconds)
        (checked,) = Checker(feeds=tmp_path, base_url=BASE_URL, measure=claimed_duration).check({SHOW.slug: SHOW})
        assert ("duration-other" in {finding.rule for finding in checked.findings}) is expected


def test_an_address_longer_than_names_can_be_is_not_there(tmp_path):
    facts = Checker(feeds=tmp_path, base_url=BASE_URL).look_into(f"{BASE_URL}/{'a' * 300}")

    assert facts is not None
    assert not facts.exists


def with_link(address: str) -> bytes:
    link = escape(f'<a href="{address}">there</a>')
    return a_feed().replace(b"</description>\n      ", f"{link}</description>\n      ".encode(), 1)


def test_only_pages_of_the_show_are_missed(tmp_path):
    """A blog on the same host is none of ours."""
    for path, expected in (("quick-take/gone/", True), ("blog/1", False), ("quick-taken/1", False)):
        feed = with_link(f"{BASE_URL}/{path}")
        assert path.encode() in feed
        (tmp_path / feed_file(SHOW.slug)).parent.mkdir(exist_ok=True)
        (tmp_path / feed_file(SHOW.slug)).write_bytes(feed)
        (checked,) = Checker(feeds=tmp_path, base_url=BASE_URL).check({SHOW.slug: SHOW})
        found = [one.what for one in checked.findings if one.rule == "page-link-missing" and path in one.what]
        assert bool(found) is expected


def test_a_file_is_not_read_for_a_link_to_it(tmp_path):
    """It only has to be there."""
    feed = with_link(f"{BASE_URL}/quick-take/long.txt")
    (tmp_path / "quick-take").mkdir()
    with (tmp_path / "quick-take" / "long.txt").open("wb") as file:
        file.truncate(8_000_000)

    tracemalloc.start()
    try:
        rules_of(tmp_path, feed)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert most < 4_000_000


@pytest.mark.parametrize(
    ("name", "size", "read"),
    [("a.txt", 9_000_000, 0), ("a.json", 70_000, 70_000), ("a.zip", 70_000, 16_384), ("a.jpg", 9_000_000, 8_388_608)],
)
def test_of_large_files_little_is_read(tmp_path, name, size, read):
    with (tmp_path / name).open("wb") as file:
        file.truncate(size)

    known = Checker(feeds=tmp_path, base_url=BASE_URL).look_into(f"{BASE_URL}/{name}")

    assert known
    assert (known.length, len(known.data)) == (size, read)


def test_nothing_outside_of_the_web_root_is_there(tmp_path):
    web, secret = tmp_path / "feeds", tmp_path / "secret.txt"
    (web / "a").mkdir(parents=True)
    (web / "b.txt").write_text("b")
    secret.write_text("s")
    checker = Checker(feeds=web, base_url=BASE_URL)
    paths = ["../secret.txt", "%2e%2e/secret.txt", "a/../../secret.txt", str(secret), "b.txt", "a/../b.txt"]

    there = [path for path in paths if (known := checker.look_into(f"{BASE_URL}/{path}")) and known.exists]

    assert there == ["b.txt", "a/../b.txt"]
