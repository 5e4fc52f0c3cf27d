"""Compiled templates are kept between builds, and whatever becomes of them, pages are the same."""

from __future__ import annotations

import tempfile

import pytest

from episodes.core.publication import ShowPublication
from episodes.core.show import Show
from episodes.site import look_again, render_home

SHOWS = [ShowPublication(show=Show(slug="a", title="A"), base_url="https://example.org")]


@pytest.fixture
def kept(tmp_path, monkeypatch):
    """The folder for temporary files, empty, with nothing remembered from other tests."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    look_again()
    yield tmp_path
    look_again()


def pages() -> list[tuple[str, bytes]]:
    look_again()
    return list(render_home(SHOWS))


def test_templates_are_compiled_once(kept):
    first = pages()
    files = {file: file.stat().st_mtime_ns for file in kept.rglob("episodes-*")}

    assert pages() == first
    assert {file: file.stat().st_mtime_ns for file in kept.rglob("episodes-*")} == files != {}


@pytest.mark.parametrize("damage", [b"", b"j2", b"nothing of ours", b"\xff" * 60])
def test_damaged_ones_are_compiled_again(kept, damage):
    first = pages()
    for file in kept.rglob("episodes-*"):
        file.write_bytes(file.read_bytes()[:40] if damage == b"j2" else damage)

    assert pages() == first


def test_where_there_is_no_place_for_them_pages_are_made_all_the_same(kept, monkeypatch):
    first = pages()
    monkeypatch.setattr(tempfile, "tempdir", str(kept / "gone"))

    assert pages() == first


def test_a_changed_template_of_the_producers_is_seen(kept):
    own = kept / "templates"
    own.mkdir()
    seen = []
    for words in (b"one", b"two"):
        (own / "404.html").write_bytes(words)
        look_again()
        seen.append(dict(render_home(SHOWS, templates=own))["404.html"])

    assert seen == [b"one", b"two"]
