"""Feeds of kinds that are rare: large letters, other encodings, texts that speak of markup."""

from __future__ import annotations

import base64

import pytest

from episodes.core.naming import make_slug
from episodes.feed.reading import is_feed, read_feed


def titles(document: str | bytes) -> list[str]:
    data = document.encode() if isinstance(document, str) else document
    assert is_feed(data)
    return [one.item.title for one in read_feed(data, url="https://example.org/feed.xml").items]


RARE = {
    "large letters": "<CHANNEL><ITEM><TITLE>One</TITLE></ITEM></CHANNEL>",
    "items in an Atom feed": "<feed xmlns='http://www.w3.org/2005/Atom'><item><title>One</title></item></feed>",
    "a document type of pages": "<!DOCTYPE html PUBLIC '-//W3C//DTD'><rss><item><title>One</title></item></rss>",
    "a large X": "<rss><item><title>On&#X65;</title></item></rss>",
    "base64": f"<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title mode='base64'>"
    f"{base64.b64encode(b'One').decode()}</title></entry></feed>",
    "a script": "<rss><item><title>One&lt;script&gt;alert(1)&lt;/script&gt;</title></item></rss>",
    "EBCDIC": "<?xml version='1.0' encoding='cp500'?><rss><item><title>One</title></item></rss>".encode("cp500"),
    "a type that is only spoken of": '<!-- <rss> "<!DOCTYPE" --><rss><item><title>One</title>'
    "<description><![CDATA[ <!DOCTYPE ]]></description></item></rss>",
}


@pytest.mark.parametrize("name", RARE)
def test_rare_kinds_are_read(name: str) -> None:
    """One item, its title without markup."""
    assert titles(RARE[name]) == ["One"]


def test_what_speaks_of_a_document_type_is_left_whole() -> None:
    """Only what stands before the first element is a document type."""
    feed = "<rss><item><title>One</title><description><![CDATA[<!DOCTYPE html> is old > x]]></description></item></rss>"

    (item,) = read_feed(feed.encode()).items

    assert item.item.description == "<!DOCTYPE html> is old > x"


@pytest.mark.parametrize("letter", ["ϑ", "ϴ", "Ⅷ", "ﬃ", "㎏", "ẞ", "İ"])
def test_every_letter_makes_a_short_name(letter: str) -> None:
    """Some letters stand for several in plain ones."""
    assert make_slug(letter)
