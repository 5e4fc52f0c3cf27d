"""Pages with media: each medium once, with the words that belong to it."""

from __future__ import annotations

import pytest

from episodes.feed.reading.page import read_page

URL = "https://example.org/shows/list.html"
SHAPES = {
    "links under one heading": "<h1>Talks</h1><a href='1.mp3'>One</a> <a href='2.mp3'>Two</a>",
    "players under headings": "<h2>One</h2><audio src='1.mp3'></audio><h2>Two</h2><audio src='2.mp3'></audio>",
    "players in articles": "<article><h2>One</h2><audio controls><source src='1.mp3'></audio></article>"
    "<article><h2>Two</h2><audio controls><source src='2.mp3'></audio></article>",
    "links in a list": "<ul><li><a href='1.mp3'>One</a></li><li><a href='2.mp3'>Two</a></li></ul>",
    "links that say download": "<div><h3>One</h3><p>Words.</p><a href='1.mp3'>Download</a></div>"
    "<div><h3>Two</h3><p>Words.</p><a href='2.mp3'>Download (3 MB)</a></div>",
    "a player and its link": "<section><h2>One</h2><audio src='1.mp3'></audio><a href='1.mp3'>mp3</a></section>"
    "<section><h2>Two</h2><audio src='2.mp3'></audio><a href='2.mp3'>mp3</a></section>",
    "a table": "<table><tr><td><h4>One</h4></td><td><a href='1.mp3'>mp3</a></td></tr>"
    "<tr><td><h4>Two</h4></td><td><a href='2.mp3'>mp3</a></td></tr></table>",
    "figures": "<figure><audio src='1.mp3'></audio><figcaption>One</figcaption></figure>"
    "<figure><audio src='2.mp3'></audio><figcaption>Two</figcaption></figure>",
    "paragraphs": "<p>One: <a href='1.mp3' title='One'>listen</a></p>"
    "<p>Two: <a href='2.mp3' title='Two'>listen</a></p>",
    "structured data": """<script type="application/ld+json">{"@graph": [
    {"@type": "PodcastEpisode", "name": "One", "associatedMedia": {"@type": "MediaObject", "contentUrl": "1.mp3"}},
    {"@type": "AudioObject", "name": "Two", "contentUrl": "2.mp3", "duration": "PT1M"}]}</script>""",
}


@pytest.mark.parametrize("name", SHAPES)
def test_each_medium_gets_its_own_title(name):
    """Whatever way a page writes its list."""
    page = read_page(f"<html><body><h1>Show</h1><main>{SHAPES[name]}</main></body></html>".encode(), url=URL)

    found = [(medium.url, medium.title) for medium in page.media]
    assert found == [("https://example.org/shows/1.mp3", "One"), ("https://example.org/shows/2.mp3", "Two")]


def test_the_formats_of_one_recording_have_its_title():
    """They differ in their endings; what the links say is their format."""
    html = (
        "<h2>One</h2><a href='1.mp3'>As MP3</a> <a href='1.ogg'>As Ogg Vorbis</a><h2>Two</h2><a href='2.mp3'>MP3s</a>"
    )

    assert [medium.title for medium in read_page(html.encode(), url=URL).media] == ["One", "One", "Two"]


def test_dates_and_words_around_a_medium_are_read():
    """A time element, and the paragraphs beside it."""
    html = """<article><h2>One</h2><time datetime="2019-10-17">October</time><p>Somebody explains something here.</p>
    <video><source src="/one.mp4" type="video/mp4"><source src="/one.webm"></video></article>"""

    (medium,) = read_page(html.encode(), url=URL).media

    assert (medium.kind, medium.published_at.date().isoformat()) == ("video", "2019-10-17")
    assert medium.description == "Somebody explains something here."


def test_pages_below_and_feeds_are_found():
    """For lists whose entries have pages of their own."""
    html = """<link rel="alternate" type="application/rss+xml" href="/feed.xml">
    <a href="/about">About</a><a href="one.html">One</a><a href="https://other.org/shows/x">x</a>
    <a href="list.html#top">up</a>"""

    page = read_page(html.encode(), url=URL)

    assert page.feed_url == "https://example.org/feed.xml"
    assert page.pages == ("https://example.org/shows/one.html",)


@pytest.mark.parametrize(
    "data", [b"", b"<", b"\x00" * 40, b"<audio src='http://['></audio>", b"<a href='javascript:x.mp3'>x</a>"]
)
def test_broken_pages_give_nothing(data):
    assert read_page(data, url=URL).media == ()
