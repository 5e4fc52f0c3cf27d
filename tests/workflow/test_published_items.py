"""Items cut out of published feeds."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from episodes.core.publication import Publication
from episodes.feed import Edition, WrittenPage, write_pages
from episodes.workflow.published_items import PublishedItems
from feed.examples import BASE_URL, SHOW, TRANSCRIPT, a_publication, an_episode


@pytest.fixture
def pages(tmp_path: Path) -> list[WrittenPage]:
    """A feed with two archives, as it is published, and where its items stand."""
    episodes = [Publication(episode=an_episode(n), transcript=TRANSCRIPT) for n in range(9, 2, -1)]
    show = replace(SHOW, feed_limit=2)
    edition = Edition(show=show, kind="audio", base_url=BASE_URL)
    written = list(write_pages(a_publication(*episodes, show=show), edition, {}))
    for page in written:
        file = tmp_path / page.path
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(page.feed.text)
    PublishedItems(tmp_path / "state" / "a.items", tmp_path).save(written)
    return written


def load(folder: Path) -> PublishedItems:
    return PublishedItems.load(folder / "state" / "a.items", web=folder)


def test_items_come_back_from_the_feed_and_its_archives(tmp_path, pages):
    found = load(tmp_path)

    assert len(pages) == 3
    assert found.items == {key: item for page in pages for key, item in zip(page.keys, page.feed.items, strict=True)}
    assert len(found.items) == 7
    assert found.feeds == {page.path: page.feed for page in pages}


def spoil(file: Path) -> None:
    file.write_bytes(file.read_bytes().replace(b"Part 3", b"Part three"))


def swap(file: Path) -> None:
    """Shift all items though size and time stay as they were."""
    known, text = file.stat(), file.read_bytes()
    file.write_bytes(b" " + text[:-1])
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))


@pytest.mark.parametrize("harm", [spoil, swap, Path.unlink, lambda file: file.write_bytes(b"")])
def test_a_feed_that_somebody_touched_gives_nothing(tmp_path, pages, harm):
    """Else what was written into it would stand in every later one."""
    harm(tmp_path / pages[-1].path)

    found = load(tmp_path)

    assert found.items == {}
    assert found.feeds == {}


@pytest.mark.parametrize("text", ["", "{", "[]", '{"version": "0"}', '{"items": [["a", 1]]}\n<item>'])
def test_a_damaged_list_is_as_good_as_none(tmp_path, pages, text):
    (tmp_path / "state" / "a.items").write_text(text)

    assert load(tmp_path).items == {}
