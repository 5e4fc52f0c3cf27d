"""What a feed says that we have no place for is told, once for each kind."""

from __future__ import annotations

from episodes.feed.reading import read_feed

FEED = b"""<?xml version="1.0"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:odd="https://example.org/odd"
 xmlns:podcast="https://podcastindex.org/namespace/1.0"><channel>
<title>Quick Take</title><generator>Some Press</generator><itunes:keywords>news, press</itunes:keywords>
<podcast:value type="lightning"><podcast:valueRecipient name="a"/></podcast:value>
<podcast:liveItem status="live"><title>Now</title><guid>live</guid></podcast:liveItem>
<item><title>One</title><guid>one</guid><pubDate>Wed, 09 Oct 2019 08:00:00 GMT</pubDate>
<podcast:value/><podcast:value type="a"/><podcast:value type="b"/><podcast:socialInteract uri="https://example.org/1"/>
<odd:mood>glad</odd:mood><itunes:duration>60</itunes:duration>
<enclosure url="https://example.org/1.mp3" length="1000000" type="audio/mpeg"/></item>
<item><title>Two</title><guid>two</guid><pubDate>Thu, 10 Oct 2019 08:00:00 GMT</pubDate>
<itunes:episode>2</itunes:episode><itunes:episodeType>full</itunes:episodeType><podcast:person>Ann Lee</podcast:person>
<enclosure url="https://example.org/2.mp3" length="1000000" type="audio/mpeg"/></item>
</channel></rss>"""


def test_an_item_tells_what_was_not_kept():
    """One remark a kind, with the count; an element that says nothing is none."""
    one, _ = read_feed(FEED).items

    assert one.notes == (
        "2 podcast:value elements were not kept",
        "its podcast:socialInteract element was not kept",
        "its odd:mood element was not kept",
    )


def test_what_is_kept_is_not_complained_about():
    _, two = read_feed(FEED).items

    assert two.notes == ()


def test_the_show_tells_what_was_not_kept():
    """What only speaks of the program that wrote the feed is left out."""
    assert read_feed(FEED).notes == (
        "its itunes:keywords element was not kept",
        "its podcast:value element was not kept",
        "its podcast:liveItem element was not kept",
    )
