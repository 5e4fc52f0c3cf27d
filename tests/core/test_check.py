"""The judge: silent on a good feed, and finds each fault that is planted in it."""
# ruff: noqa: E501 - one planted fault a line reads best

from __future__ import annotations

import re
import struct
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from core.planting import FILES, FOLDER, GOOD, JPEG, PNG, PUBLICATION, TYPES, URL, rules
from episodes.core.check import FileFacts, check_feed, compare_feeds, read_picture
from episodes.core.check.strict import check_letters
from episodes.feed import render_feed


@pytest.mark.parametrize("kind", ["audio", "video"])
def test_our_own_feeds_are_without_fault(kind):
    """Nothing at all is found, neither error nor warning, with every file looked into."""
    url = URL if kind == "audio" else URL.replace("feed.xml", "video.xml")

    assert (
        check_feed(
            render_feed(PUBLICATION, edition=kind), url=url, facts=FILES.get, now=datetime(2027, 1, 1, tzinfo=UTC)
        )
        == []
    )


LONG = "x" * 300
HISTORY = 'xmlns:fh="http://purl.org/syndication/history/1.0"'
#: Rule, what stands in the good feed, what is planted instead (the first place only).
FAULTS = [
    ("not-xml", "</channel>", ""),
    ("not-xml", "The bridge &amp; the river", "The bridge & the river"),
    ("not-xml", "<itunes:type>", "<itunez:type>"),
    ("not-utf8", "UTF-8'?>", "iso-8859-1'?>"),
    ("byte-order-mark", "<?xml", "\ufeff<?xml"),
    ("doctype", "<rss ", "<!DOCTYPE rss>\n<rss "),
    ("not-rss", 'version="2.0">\n  <channel>', 'version="0.92">\n  <channel>'),
    ("not-rss", 'version="2.0">\n  <channel>', ">\n  <channel>"),
    ("many-channels", "</rss>", "<channel/></rss>"),
    ("wrong-namespace", "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.itunes.com/DTDs/Podcast-1.0.dtd"),
    ("wrong-namespace", "https://podcastindex.org/namespace/1.0", "http://podcastindex.org/namespace/1.0"),
    ("old-namespace", "https://podcastindex.org/namespace/1.0", "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"),
    ("unknown-element", "<generator>", "<bogus>1</bogus><generator>"),
    ("unknown-element", "<guid ", "<duration>1</duration><guid "),
    ("unknown-extension-element", "<itunes:type>", "<itunes:tpye>x</itunes:tpye><itunes:type>"),
    ("unknown-extension-element", "<podcast:soundbite ", "<podcast:soundbyte/><podcast:soundbite "),
    ("misplaced-element", "<itunes:type>", '<podcast:chapters url="https://a.example/c.json" type="application/json+chapters"/><itunes:type>'),
    ("misplaced-element", "<guid ", "<itunes:owner/><guid "),
    ("misplaced-element", "<guid ", "<podcast:locked>yes</podcast:locked><guid "),
    ("repeated-element", "<language>", "<title>Quick Take</title><language>"),
    ("repeated-element", "<itunes:type>", "<itunes:type>episodic</itunes:type><itunes:type>"),
    ("repeated-element", "<itunes:duration>", "<itunes:duration>379</itunes:duration><itunes:duration>"),
    ("repeated-element", "<guid ", '<guid isPermaLink="false">x</guid><guid '),
    ("padded-value", "<title>Quick Take</title>", "<title> Quick Take</title>"),
    ("padded-value", "<itunes:author>Ann Lee<", "<itunes:author>Ann Lee <"),
    ("long-value", "<itunes:author>Quick Media<", f"<itunes:author>{LONG}<"),
    ("long-value", "<title>The bridge &amp; the river<", f"<title>{LONG}<"),
    ("show-title", "<title>Quick Take</title>\n    <link>", "<title/>\n    <link>"),
    ("show-link", "<link>https://shows.example.org/pods/quick-take/</link>\n    <desc", "<desc"),
    ("show-link-address", "<link>https://shows.example.org/pods/quick-take/<", "<link>www.example.org<"),
    ("show-description", "<description>News of the week, taken quickly.</description>", ""),
    ("show-description-length", "News of the week, taken quickly.", "ä" * 2100),
    ("show-language", "<language>en-GB</language>", ""),
    ("show-language-tag", "<language>en-GB<", "<language>english<"),
    ("show-language-tag", "<language>en-GB<", "<language>en_GB<"),
    ("show-language-tag", "<language>en-GB<", "<language>xq<"),
    ("show-date", "<lastBuildDate>Wed, 04", "<lastBuildDate>Thu, 04"),
    ("show-date", "    <pubDate>Tue, 03 Mar 2026 08:00:00 +0000", "    <pubDate>2026-03-03T08:00:00Z"),
    ("show-image-parts", "<url>https://shows.example.org/pods/quick-take/cover.jpg</url>", ""),
    ("show-image-parts", "      <title>Quick Take</title>", ""),
    ("show-image-address", "<url>https://shows.example.org", "<url>"),
    ("show-image-title", "      <title>Quick Take<", "      <title>Logo<"),
    ("show-image-link", "      <link>https://shows.example.org/pods/quick-take/<", "      <link>https://example.org/<"),
    ("show-mail", "<language>", "<managingEditor>Ann Lee</managingEditor><language>"),
    ("show-mail", "<language>", "<webMaster>ann at example.org</webMaster><language>"),
    ("show-ttl", "<language>", "<ttl>daily</ttl><language>"),
    ("show-skip-hours", "<language>", "<skipHours><hour>24</hour></skipHours><language>"),
    ("show-skip-days", "<language>", "<skipDays><day>Funday</day></skipDays><language>"),
    ("self-link", 'rel="self" ', 'rel="hub" '),
    ("self-link-repeated", "<copyright>", f'<atom:link href="{URL}" rel="self" type="application/rss+xml"/><copyright>'),
    ("self-link-address", f'href="{URL}"', 'href="feed.xml"'),
    ("self-link-elsewhere", f'href="{URL}"', 'href="https://other.example/feed.xml"'),
    ("self-link-type", 'type="application/rss+xml"', 'type="text/xml"'),
    ("link-relation", "<copyright>", '<atom:link href="https://a.example"/><copyright>'),
    ("order", "Sat, 04 Jan 2025", "Wed, 03 Feb 2027"),
    ("category", '<itunes:category text="News">\n      <itunes:category text="Politics"/>\n    </itunes:category>\n    <itunes:category text="Society &amp; Culture">\n      <itunes:category text="Documentary"/>\n    </itunes:category>\n', ""),
    ("category-name", 'text="News"', 'text="Newz"'),
    ("category-name", 'text="Politics"', 'text="Golf"'),
    ("category-name", "Society &amp; Culture", "Society and Culture"),
    ("category-repeated", "<itunes:explicit>", '<itunes:category text="News"><itunes:category text="Politics"/></itunes:category><itunes:explicit>'),
    ("author", "<itunes:author>Quick Media</itunes:author>", ""),
    ("owner", "<itunes:email>ann@example.org</itunes:email>", ""),
    ("owner-mail", "<itunes:email>ann@example.org<", "<itunes:email>ann[at]example.org<"),
    ("owner-name", "<itunes:name>Ann Lee</itunes:name>", ""),
    ("show-type", ">episodic<", ">weekly<"),
    ("new-feed-url", "<itunes:type>", "<itunes:new-feed-url>soon</itunes:new-feed-url><itunes:type>"),
    ("moved", "<itunes:type>", "<itunes:new-feed-url>https://b.example/f.xml</itunes:new-feed-url><itunes:type>"),
    ("yes-only", "<itunes:type>", "<itunes:block>no</itunes:block><itunes:type>"),
    ("yes-only", "<itunes:type>", "<itunes:complete>true</itunes:complete><itunes:type>"),
    ("yes-only", "<itunes:duration>", "<itunes:block>false</itunes:block><itunes:duration>"),
    ("deprecated", "<itunes:type>", "<itunes:keywords>a,b</itunes:keywords><itunes:type>"),
    ("deprecated", "<itunes:duration>", "<itunes:summary>a</itunes:summary><itunes:duration>"),
    ("explicit", "    <itunes:explicit>false</itunes:explicit>\n    <podcast", "    <podcast"),
    ("explicit-old-value", "<itunes:explicit>false<", "<itunes:explicit>clean<"),
    ("explicit-old-value", "<itunes:explicit>false<", "<itunes:explicit>False<"),
    ("explicit-value", "<itunes:explicit>false<", "<itunes:explicit>maybe<"),
    ("cover", '<itunes:image href="https://shows.example.org/pods/quick-take/cover.jpg"/>', ""),
    ("cover-address", '<itunes:image href="https://shows.example.org/pods/quick-take/cover.jpg"', '<itunes:image href="cover.jpg"'),
    ("cover-address", '<itunes:image href="https://shows.example.org/pods/quick-take/cover.jpg"', "<itunes:image"),
    ("cover-extension", '<itunes:image href="https://shows.example.org/pods/quick-take/cover.jpg"', '<itunes:image href="https://shows.example.org/cover.webp"'),
    ("not-https", '<itunes:image href="https', '<itunes:image href="http'),
    ("podcast-guid", "<podcast:guid>9b024349-ccf0-5f69-a609-6b82873eab3c</podcast:guid>", ""),
    ("podcast-guid-format", "9b024349-ccf0-5f69-a609-6b82873eab3c", "my-show"),
    ("podcast-guid-format", "9b024349-ccf0-5f69-a609-6b82873eab3c", "9b024349ccf05f69a6096b82873eab3c"),
    ("podcast-guid-version", "9b024349-ccf0-5f69", "9b024349-ccf0-1f69"),
    ("locked", '<podcast:locked owner="ann@example.org">yes</podcast:locked>', ""),
    ("locked-value", ">yes</podcast:locked>", ">true</podcast:locked>"),
    ("locked-owner", '<podcast:locked owner="ann@example.org"', '<podcast:locked owner="Ann"'),
    ("medium", "<podcast:medium>podcast<", "<podcast:medium>radio<"),
    ("funding-address", '<podcast:funding url="https://example.org/give"', '<podcast:funding url="give"'),
    ("funding-words", ">Support the show<", "><"),
    ("label-length", ">Support the show<", f">{LONG}<"),
    ("person-name", ">Ann Lee</podcast:person>", "></podcast:person>"),
    ("person-role", 'role="host"', 'role="boss"'),
    ("person-group", 'group="cast"', 'group="crew"'),
    ("person-address", 'href="https://example.org/ann"', 'href="/ann"'),
    ("location-name", ">Austin, TX<", "><"),
    ("location-geo", "geo:30.2672,-97.7431", "30.2672,-97.7431"),
    ("location-geo", "geo:30.2672,-97.7431", "geo:130.2672,-97.7431"),
    ("location-osm", 'osm="R113314"', 'osm="113314"'),
    ("location-rel", 'rel="subject"', 'rel="topic"'),
    ("license-name", ">cc-by-4.0<", "><"),
    ("license-address", ">cc-by-4.0<", ">our own licence<"),
    ("license-address", "<podcast:license>", '<podcast:license url="license.txt">'),
    ("update-rule", 'rrule="FREQ=WEEKLY;BYDAY=TU"', 'rrule="WEEKLY"'),
    ("update-complete", "<podcast:updateFrequency ", '<podcast:updateFrequency complete="yes" '),
    ("update-start", "<podcast:updateFrequency ", '<podcast:updateFrequency dtstart="tomorrow" '),
    ("update-start", 'rrule="FREQ=WEEKLY;BYDAY=TU"', 'rrule="FREQ=WEEKLY;COUNT=3"'),
    ("txt-length", ">05124<", f">{LONG * 14}<"),
    ("podcast-block", "<podcast:guid>", "<podcast:block>true</podcast:block><podcast:guid>"),
    ("trailer", "<podcast:guid>", '<podcast:trailer url="https://a.example/t.mp3">Soon</podcast:trailer><podcast:guid>'),
    ("previous-url", "<podcast:guid>", "<podcast:previousUrl>old</podcast:previousUrl><podcast:guid>"),
    ("remote-item", "<podcast:guid>", "<podcast:remoteItem/><podcast:guid>"),
    ("live-item", "<podcast:guid>", '<podcast:liveItem status="soon" start="2026-03-03T08:00:00Z"/><podcast:guid>'),
    ("live-item", "<podcast:guid>", '<podcast:liveItem status="live" start="tomorrow"/><podcast:guid>'),
    ("value", "<podcast:guid>", '<podcast:value type="lightning" method="keysend"/><podcast:guid>'),
    ("chat", "<podcast:guid>", '<podcast:chat protocol="irc"/><podcast:guid>'),
    ("images", "<podcast:guid>", '<podcast:images srcset="https://a.example/a.png big"/><podcast:guid>'),
    ("cloud", "<podcast:guid>", '<cloud domain="a.example"/><podcast:guid>'),
    ("text-input", "<podcast:guid>", "<textInput><title>Find</title></textInput><podcast:guid>"),
    ("item-title", "<title>The bridge &amp; the river</title>", ""),
    ("title-with-number", "<title>The bridge", "<title>Episode 338: The bridge"),
    ("title-with-number", "<itunes:title>The bridge", "<itunes:title>#338 The bridge"),
    ("title-with-number", "<title>The bridge", "<title>S04E12 The bridge"),
    ("title-with-show", "<title>The bridge", "<title>Quick Take: The bridge"),
    ("title-with-markup", "<title>The bridge", "<title>&lt;b&gt;The bridge&lt;/b&gt;"),
    ("guid", '<guid isPermaLink="false">quick-take-338</guid>', ""),
    ("guid", '<guid isPermaLink="false">quick-take-338<', "<guid><"),
    ("guid-repeated", ">quick-take-3</guid>", ">quick-take-338</guid>"),
    ("guid-no-address", '<guid isPermaLink="false">', "<guid>"),
    ("guid-flag", 'isPermaLink="false"', 'isPermaLink="no"'),
    ("guid-padded", ">quick-take-338</guid>", ">quick-take-338 </guid>"),
    ("item-date", "      <pubDate>Tue, 03 Mar 2026 08:00:00 +0000</pubDate>", ""),
    ("item-date-format", "      <pubDate>Tue, 03 Mar 2026 08:00:00 +0000", "      <pubDate>03.03.2026"),
    ("item-date-format", "      <pubDate>Tue, 03 Mar 2026", "      <pubDate>Wed, 03 Mar 2026"),
    ("item-date-format", "      <pubDate>Tue, 03 Mar 2026", "      <pubDate>Tue, 03 Mar 26"),
    ("item-date-format", "      <pubDate>Tue, 03 Mar 2026 08:00:00 +0000", "      <pubDate>Tue, 03 Mar 2026 25:00:00 +0000"),
    ("item-date-format", "      <pubDate>Tue, 03 Mar 2026 08:00:00 +0000", "      <pubDate>Tue, 03 Mar 2026 08:00:00 CET"),
    ("item-link-address", "<link>https://shows.example.org/pods/quick-take/338", "<link>/338"),
    ("item-link", "<link>https://shows.example.org/pods/quick-take/338-the-bridge/</link>", ""),
    ("item-description-length", "Who pays for the bridge?", "ä" * 2100),
    ("item-description-tags", "&lt;p&gt;Who", "&lt;h1&gt;Who"),
    ("active-content", "<content:encoded>", "<content:encoded>&lt;script&gt;x&lt;/script&gt;"),
    ("active-content", "<content:encoded>", '<content:encoded>&lt;a href="https://a.example" onclick="x()"&gt;y&lt;/a&gt;'),
    ("active-content", "<content:encoded>", '<content:encoded>&lt;iframe src="https://a.example"&gt;&lt;/iframe&gt;'),
    ("relative-address", 'href="https://example.org/report"', 'href="/report"'),
    ("item-author", "<guid ", "<author>Ann Lee</author><guid "),
    ("item-source", "<guid ", '<source url="x">y</source><guid '),
    ("item-comments", "<guid ", "<comments>nice</comments><guid "),
    ("duration", "<itunes:duration>379</itunes:duration>", ""),
    ("duration-format", "<itunes:duration>379<", "<itunes:duration>six minutes<"),
    ("duration-format", "<itunes:duration>379<", "<itunes:duration>378.6<"),
    ("duration-format", "<itunes:duration>379<", "<itunes:duration>1:75:00<"),
    ("duration-zero", "<itunes:duration>379<", "<itunes:duration>0<"),
    ("duration-other", "<itunes:duration>379<", "<itunes:duration>900<"),
    ("episode-number", "<itunes:episode>338<", "<itunes:episode>0<"),
    ("episode-number", "<itunes:episode>338<", "<itunes:episode>338a<"),
    ("season-number", "<itunes:season>4<", "<itunes:season>four<"),
    ("episode-number-repeated", "<itunes:episode>3<", "<itunes:episode>338<"),
    ("episode-type", "<itunes:episodeType>full<", "<itunes:episodeType>special<"),
    ("number-mismatch", '<podcast:episode display="338a">338<', '<podcast:episode display="338a">339<'),
    ("number-mismatch", '<podcast:season name="Rivers">4<', '<podcast:season name="Rivers">5<'),
    ("podcast-episode", '<podcast:episode display="338a">338<', '<podcast:episode display="338a">338a<'),
    ("podcast-episode-display", 'display="338a"', f'display="{LONG}"'),
    ("podcast-season", '<podcast:season name="Rivers">4<', '<podcast:season name="Rivers">four<'),
    ("guests-only", '      <podcast:person role="host" group="cast">Ann Lee</podcast:person>\n', ""),
    ("enclosure", '<enclosure url="https://shows.example.org/pods/quick-take/media/e89bdc553e01826e.mp3" length="3032478" type="audio/mpeg"/>', ""),
    ("enclosure-repeated", "<enclosure ", '<enclosure url="https://a.example/b.mp3" length="5" type="audio/mpeg"/><enclosure '),
    ("enclosure-address", '<enclosure url="https://shows.example.org/pods', '<enclosure url="'),
    ("enclosure-address", '<enclosure url="https://shows.example.org/pods/', '<enclosure url="https://shows.example.org/my pods/'),
    ("enclosure-address", '<enclosure url="https://shows.example.org/pods/', '<enclosure url="https://shows.example.org/pöds/'),
    ("enclosure-address", '<enclosure url="https', '<enclosure url="ftp'),
    ("not-https", '<enclosure url="https', '<enclosure url="http'),
    ("enclosure-length", 'length="3032478" type', 'length="" type'),
    ("enclosure-length", ' length="3032478" type', " type"),
    ("enclosure-length", 'length="3032478" type', 'length="0" type'),
    ("enclosure-length", 'length="3032478" type', 'length="3 MB" type'),
    ("enclosure-other-length", 'length="3032478" type', 'length="3032479" type'),
    ("enclosure-type", 'type="audio/mpeg"/>\n      <pub', 'type="mp3"/>\n      <pub'),
    ("enclosure-type", ' type="audio/mpeg"/>\n      <pub', "/>\n      <pub"),
    ("enclosure-not-media", 'type="audio/mpeg"/>\n      <pub', 'type="text/html"/>\n      <pub'),
    ("enclosure-extension-type", 'type="audio/mpeg"/>\n      <pub', 'type="audio/x-m4a"/>\n      <pub'),
    ("enclosure-extension", "e89bdc553e01826e.mp3", "e89bdc553e01826e"),
    ("file-missing", "e89bdc553e01826e.mp3", "f89bdc553e01826e.mp3"),
    ("transcript-address", 'transcript url="https://shows.example.org', 'transcript url="'),
    ("transcript-type", ' type="text/vtt"', ""),
    ("transcript-type-unknown", 'type="text/vtt"', 'type="application/vtt"'),
    ("transcript-extension", 'type="application/x-subrip"', 'type="text/vtt"'),
    ("transcript-language", 'type="text/vtt" language="en"', 'type="text/vtt" language="English"'),
    ("transcript-rel", 'rel="captions"', 'rel="subtitles"'),
    ("transcript-repeated", "transcript.srt", "transcript.vtt"),
    ("not-https", 'transcript url="https', 'transcript url="http'),
    ("chapters-address", 'chapters url="https://shows.example.org', 'chapters url="'),
    ("chapters-type", ' type="application/json+chapters"', ""),
    ("chapters-type-other", "application/json+chapters", "application/json"),
    ("psc-version", '<psc:chapters version="1.2">', "<psc:chapters>"),
    ("psc-start", 'start="00:01:01.500"', 'start="1 minute"'),
    ("psc-title", 'title="Hello"', 'title=""'),
    ("psc-order", 'start="00:00:00"', 'start="00:02:00"'),
    ("psc-after-end", 'start="00:05:00"', 'start="01:05:00"'),
    ("psc-address", 'href="https://example.org/money"', 'href="money"'),
    ("soundbite", 'startTime="70"', 'startTime="1:10"'),
    ("soundbite", ' duration="30"', ""),
    ("soundbite-after-end", 'startTime="70"', 'startTime="370"'),
    ("soundbite-duration", 'duration="30"', 'duration="3"'),
    ("soundbite-title", ">Nobody pays<", f">{LONG}<"),
    ("alternate-type", 'alternateEnclosure type="audio/mpeg"', "alternateEnclosure"),
    ("alternate-number", 'bitrate="64078"', 'bitrate="64k"'),
    ("alternate-number", 'height="720"', 'height="720p"'),
    ("alternate-other-length", 'length="33291221"', 'length="33291220"'),
    ("alternate-source", 'uri="https://shows', 'url="https://shows'),
    ("alternate-default", 'title="Video">', 'title="Video" default="true">'),
    ("alternate-label", 'title="Video"', f'title="{LONG}"'),
    ("alternate-language", 'title="Video"', 'title="Video" lang="german"'),
    ("integrity", 'type="sri"', 'type="md5"'),
    ("integrity-value", "sha256-47DEQ", "sha256-47DE"),
    ("content-link", 'contentLink href="https://soundcloud.com/quick/338"', "contentLink"),
    ("content-link", ">Listen on SoundCloud<", "><"),
    ("show-title-with-markup", "<title>Quick Take</title>", "<title>Quick &lt;i&gt;Take&lt;/i&gt;</title>"),
    ("show-title-with-markup", "<title>Quick Take</title>", "<title>Quick &amp;amp; Take</title>"),
    ("show-title-with-markup", "<itunes:author>Quick Media<", "<itunes:author>Quick &amp;#38; Media<"),
    ("title-with-markup", "<title>The bridge &amp; the river<", "<title>The bridge &amp;amp; the river<"),
    ("title-with-markup", "<itunes:title>The bridge &amp; the river<", "<itunes:title>The bridge&amp;nbsp;<"),
    ("not-https", f'href="{URL}"', f'href="{URL.replace("https", "http")}"'),
    ("not-https", "<url>https", "<url>http"),
    ("not-https", '<itunes:image href="https', '<itunes:image href="http'),
    ("not-https", 'podcast:source uri="https', 'podcast:source uri="http'),
    ("person-repeated", '<podcast:person role="guest" group="cast" img="https://example.org/bo.jpg">Bo Diaz', '<podcast:person role="host" group="cast">ann  lee'),
    ("person-repeated", '<podcast:person role="guest" group="cast" img="https://example.org/bo.jpg">Bo Diaz', '<podcast:person role="guest" group="cast">Ann Lee'),
    ("number-zero", '<podcast:season name="Rivers">4<', '<podcast:season name="Rivers">0<'),
    ("number-zero", '<podcast:episode display="338a">338<', '<podcast:episode display="338a">0<'),
    ("podcast-episode", '<podcast:episode display="338a">338<', '<podcast:episode display="338a">-3<'),
    ("podcast-season", '<podcast:season name="Rivers">4<', '<podcast:season name="Rivers">-1<'),
    ("episode-number", "<itunes:episode>338<", "<itunes:episode>-338<"),
    ("season-number", "<itunes:season>4<", "<itunes:season>0<"),
    ("season-number", "<itunes:season>4<", "<itunes:season>-4<"),
    ("transcript-duplicate", "transcript.srt\" type=\"application/x-subrip\"", "transcript-2.vtt\" type=\"text/vtt\""),
    ("transcript-language-missing", ' type="text/vtt" language="en"', ' type="text/vtt"'),
    ("chapters-differ", 'start="00:01:01.500"', 'start="00:01:05"'),
    ("chapters-differ", 'title="Goodbye"', 'title="Farewell"'),
    ("chapters-differ", '        <psc:chapter start="00:05:00" title="Goodbye"/>\n', ""),
    ("social-interact", "<podcast:contentLink ", "<podcast:socialInteract/><podcast:contentLink "),
    ("podcast-guid-letters", "<podcast:guid>9b024349", "<podcast:guid>9B024349"),
    ("show-type-letters", "<itunes:type>episodic<", "<itunes:type>Episodic<"),
    ("episode-type-letters", "<itunes:episodeType>full<", "<itunes:episodeType>Full<"),
    ("unknown-attribute", '<podcast:person role="host"', '<podcast:person rel="host"'),
    ("unknown-attribute", '<podcast:guid>', '<podcast:guid version="5">'),
    ("unknown-attribute", '<enclosure url=', '<enclosure href="" url='),
    ("unknown-attribute", '<itunes:image href=', '<itunes:image alt="" href='),
    ("unknown-attribute", 'podcast:source uri=', 'podcast:source type="" uri='),
    ("unknown-attribute", '<psc:chapter start=', '<psc:chapter end="" start='),
    ("location-country", 'rel="subject"', 'rel="subject" country="USA"'),
    ("txt-empty", ">05124<", "><"),
    ("previous-url", "<podcast:guid>", f"<podcast:previousUrl>{URL}</podcast:previousUrl><podcast:guid>"),
    ("update-words", ">Every Tuesday<", "><"),
    ("update-rule", "BYDAY=TU", "BYDAY=TUE"),
    ("update-rule", "BYDAY=TU", "INTERVAL=two"),
    ("remote-item", "<podcast:guid>", '<podcast:podroll><podcast:remoteItem feedUrl="https://a.example/f.xml"/></podcast:podroll><podcast:guid>'),
    ("remote-item-missing", "<podcast:guid>", "<podcast:podroll/><podcast:guid>"),
    ("remote-item-missing", "<podcast:guid>", "<podcast:publisher/><podcast:guid>"),
    ("medium-list-empty", "<podcast:medium>podcast", "<podcast:medium>musicL"),
    ("podping", "<podcast:guid>", '<podcast:podping usesPodping="yes"/><podcast:guid>'),
    ("podcast-block-id", "<podcast:guid>", '<podcast:block id="My Space">yes</podcast:block><podcast:guid>'),
    ("podcast-image-address", "<podcast:guid>", '<podcast:image alt="A bridge"/><podcast:guid>'),
    ("podcast-image-address", "<podcast:soundbite ", '<podcast:image href="bridge.png"/><podcast:soundbite '),
    ("value-time-split", "<podcast:soundbite ", '<podcast:value type="lightning" method="keysend"><podcast:valueRecipient type="node" address="02d5" split="1"/><podcast:valueTimeSplit startTime="0"><podcast:remoteItem feedGuid="x"/></podcast:valueTimeSplit></podcast:value><podcast:soundbite '),
    ("podcast-season-name", 'name="Rivers"', f'name="{LONG}"'),
    ("social-priority", "<podcast:contentLink", '<podcast:socialInteract protocol="activitypub" uri="https://a.example/1" priority="high"/><podcast:contentLink'),
    ("alternate-flag", 'default="true"', 'default="yes"'),
    ("alternate-bitrate", 'bitrate="64078"', 'bitrate="64"'),
    ("show-active-content", "News of the week, taken quickly.", "&lt;script&gt;alert(1)&lt;/script&gt;News"),
    ("relative-address", "News of the week, taken quickly.", '&lt;a href="/all"&gt;News&lt;/a&gt;'),
    ("escaped-twice", "News of the week, taken quickly.", "&amp;lt;p&amp;gt;News&amp;lt;/p&amp;gt;"),
    ("item-title-empty", "<itunes:title>The bridge &amp; the river<", "<itunes:title><"),
    ("show-docs", "<docs>http://www.rssboard.org/rss-specification", "<docs>RSS 2.0"),
    ("show-image-size", "</url>", "</url><width>1400</width>"),
    ("show-image-size", "</url>", "</url><height>tall</height>"),
    ("page-itself", "<docs>", f'<atom:link rel="next" href="{URL}"/><docs>'),
    ("complete-with-pages", "<docs>", f'<fh:complete {HISTORY}/><atom:link rel="next" href="https://a.example/2.xml"/><docs>'),
    ("page-missing", "<docs>", '<atom:link rel="prev-archive" href="https://shows.example.org/pods/quick-take/media/f89bdc553e01826e.mp3"/><docs>'),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "good", "bad"), FAULTS, ids=[f"{n}-{fault[0]}" for n, fault in enumerate(FAULTS)])
def test_a_planted_fault_is_found(rule, good, bad):
    """One fault, and the rule that it breaks is named."""
    assert good in GOOD, good

    known = {**dict.fromkeys([FOLDER + "quick-take/media/f89bdc553e01826e.mp3"], FileFacts(exists=False)), **FILES}

    assert rule in rules(GOOD.replace(good, bad, 1), known)


def test_whole_live_items_payments_chats_and_pictures_are_left_alone():
    """Each as the namespace writes it in its own examples."""
    whole = (
        '<podcast:liveItem status="live" start="2026-03-03T08:00:00.000-0600"/>'
        '<podcast:value type="lightning" method="keysend">'
        '<podcast:valueRecipient name="Ann" type="node" address="02d5" split="100"/></podcast:value>'
        '<podcast:chat server="irc.zeronode.net" protocol="irc" accountId="@ann"/>'
        '<podcast:images srcset="https://a.example/a.png 1500w, https://a.example/b.png 600w"/>'
    )

    found = rules(GOOD.replace("<podcast:guid>", f"{whole}<podcast:guid>", 1), FILES)

    assert found & {"live-item", "value", "chat", "images"} == set()


def test_faults_are_many():
    """The number of planted faults, and of rules that they break."""
    assert len(FAULTS) > 180
    assert len({rule for rule, _, _ in FAULTS}) > 110


def linked(ending):
    return next(url for url in FILES if url.endswith(ending))


VTT, SRT, JSON, HTML, TEXT, CHAPTERS = (
    linked(f"bridge/{n}") for n in (*(f"transcript.{kind}" for kind in TYPES), "chapters.json")
)
LINKED_FAULTS = [
    ("file-missing", VTT, None, None),
    ("captions-empty", VTT, None, b" \n"),
    ("captions-empty", VTT, None, b"WEBVTT\n"),
    ("captions-encoding", VTT, b"Welcome", b"Welc\xf6me"),
    ("captions-head", VTT, b"WEBVTT\n", b""),
    ("captions-head", VTT, b"WEBVTT\n", b"WEBVTTX\n"),
    ("captions-format", VTT, b"WEBVTT", b"{"),
    ("captions-format", SRT, b"1\n", b"WEBVTT\n\n1\n"),
    ("captions-format", JSON, b"{", b"<p>{"),
    ("captions-unreadable", VTT, b"00:00:03.400 -->", b"00:00:0x.400 -->"),
    ("captions-unreadable", SRT, b"2\n00:00:03,400 --> 00:00:08,000\n", b""),
    ("captions-order", VTT, b"00:00:08.000 --> 00:00:12.500", b"00:00:01.000 --> 00:00:02.000"),
    ("captions-overlap", VTT, b"00:00:08.000 --> 00:00:12.500", b"00:00:05.000 --> 00:00:12.500"),
    ("captions-after-end", VTT, b"00:00:12.500", b"00:10:12.500"),
    ("captions-lines", SRT, b"Quick Take.\n", b"Quick Take. "),
    ("captions-json-version", JSON, b'"1.0.0"', b'"2.0"'),
    ("captions-unreadable", JSON, b'"startTime": 0.5', b'"startTime": "soon"'),
    ("transcripts-differ", VTT, b"rivers too", b"rivers"),
    ("transcripts-differ", SRT, b"builds bridges", b"builds boats"),
    ("transcripts-differ", JSON, b"in New York", b"in York"),
    ("transcripts-differ", HTML, b"Welcome to", b"Welcome"),
    ("transcripts-differ", TEXT, b"who builds bridges, ", b""),
    ("captions-voice", VTT, b"<v Bo Diaz>", b""),
    ("captions-voice", VTT, None, re.sub(rb"<v [^>]+>", b"", FILES[VTT].data)),
    ("chapters-differ", CHAPTERS, b'"title": "Goodbye"', b'"title": "Adieu"'),
    ("chapters-differ", CHAPTERS, b'"startTime": 61.5', b'"startTime": 71.5'),
    ("chapters-json", CHAPTERS, b"{", b""),
    ("chapters-json", CHAPTERS, b'"chapters"', b'"parts"'),
    ("chapters-version", CHAPTERS, b'"1.2.0"', b'"3"'),
    ("chapters-start", CHAPTERS, b'"startTime": 61.5', b'"startTime": "1:01"'),
    ("chapters-order", CHAPTERS, b'"startTime": 61.5', b'"startTime": 361.5'),
    ("chapters-after-end", CHAPTERS, b'"startTime": 300', b'"startTime": 3000'),
    ("chapters-span", CHAPTERS, b'"endTime": 378', b'"endTime": 2'),
    ("chapters-title", CHAPTERS, b'"title": "Hello"', b'"title": ""'),
    ("chapters-link", CHAPTERS, b'"https://example.org/money"', b'"money"'),
    ("chapters-first", CHAPTERS, b'"startTime": 0', b'"startTime": 5'),
    ("chapters-json", CHAPTERS, None, b""),
    ("chapters-version", CHAPTERS, b'"1.2.0"', b"1.2"),
    ("chapters-span", CHAPTERS, b'"endTime": 378', b'"endTime": 3780'),
    ("chapters-start", CHAPTERS, b'"startTime": 61.5', b'"startTime": NaN'),
    ("chapters-toc", CHAPTERS, b'"title": "Hello"', b'"title": "Hello", "toc": "no"'),
    ("chapters-location", CHAPTERS, b'"title": "Hello"', b'"title": "Hello", "location": {"name": "Austin"}'),
    ("chapters-words", CHAPTERS, b'"title": "The bridge & the river"', b'"title": 7'),
    ("chapters-words", CHAPTERS, b'"title": "Hello"', b'"title": 7'),
    ("chapters-byte-order-mark", CHAPTERS, b"{", b"\xef\xbb\xbf{"),
    (
        "file-missing",
        CHAPTERS,
        b'"title": "Hello"',
        b'"title": "Hello", "img": "https://shows.example.org/pods/gone.jpg"',
    ),
    ("captions-empty", VTT, None, b""),
    ("captions-empty", HTML, None, b""),
    ("captions-times", VTT, b"00:00:03.400 -->", b"00:00:03,400 -->"),
    ("captions-times", VTT, b"00:00:03.400 -->", b"00:00:03.4 -->"),
    ("captions-times", SRT, b"00:00:03,400 -->", b"00:03,400 -->"),
    ("captions-numbers", SRT, b"\n2\n", b"\n1\n"),
    ("captions-numbers", SRT, b"1\n00:", b"00:"),
    ("captions-json-segment", JSON, b'   "startTime": 0.5,\n', b""),
    ("captions-json-segment", JSON, b'"endTime": 3.2', b'"endTime": 0.2'),
    ("captions-json-segment", JSON, b'"speaker": "Ann Lee"', b'"speaker": 7'),
]


@pytest.mark.parametrize(
    ("rule", "url", "good", "bad"), LINKED_FAULTS, ids=[f"{n}-{f[0]}" for n, f in enumerate(LINKED_FAULTS)]
)
def test_a_fault_in_a_linked_file_is_found(rule, url, good, bad):
    """Captions and chapters are judged by their own rules."""
    if bad is None:
        fact = FileFacts(exists=False)
    elif good is None:
        fact = replace(FILES[url], data=bad, length=len(bad))
    else:
        assert good in FILES[url].data
        fact = replace(FILES[url], data=FILES[url].data.replace(good, bad, 1))

    gone = {"https://shows.example.org/pods/gone.jpg": FileFacts(exists=False)}

    assert rule in rules(GOOD, {**FILES, **gone, url: fact})


def test_marks_and_line_ends_of_other_programs_are_no_faults():
    """A byte order mark and CRLF change no word, and a voice tag with settings of a cue is VTT."""
    srt = b"\xef\xbb\xbf" + FILES[SRT].data.replace(b"\n", b"\r\n")
    vtt = FILES[VTT].data.replace(b"00:00:08.000 -->", b"00:08.000 -->").replace(b"12.500", b"12.500 line:0")

    assert rules(GOOD, {**FILES, SRT: replace(FILES[SRT], data=srt), VTT: replace(FILES[VTT], data=vtt)}) == set()


@pytest.mark.parametrize(
    ("rule", "data"),
    [
        ("cover-format", b"GIF89a" + bytes(40)),
        ("cover-format", PNG),
        ("cover-size", JPEG.replace(struct.pack(">HH", 1500, 1500), struct.pack(">HH", 1000, 1000))),
        ("cover-size", JPEG.replace(struct.pack(">HH", 1500, 1500), struct.pack(">HH", 3200, 3200))),
        ("cover-size", JPEG.replace(struct.pack(">HH", 1500, 1500), struct.pack(">HH", 1500, 1600))),
        ("cover-colours", JPEG.replace(struct.pack(">HHB", 1500, 1500, 3), struct.pack(">HHB", 1500, 1500, 4))),
    ],
)
def test_a_picture_that_apple_refuses_is_found(rule, data):
    url = FOLDER + "quick-take/cover.jpg"

    assert rule in rules(GOOD, {**FILES, url: replace(FILES[url], data=data)})


MP4, PAGE = b"\x00\x00\x00\x20ftypisom" + bytes(90), b"<!DOCTYPE html><title>Not found</title>"
MP3 = b"ID3\x04" + bytes(60) + b"\xff\xfb\x90\x64" + bytes(400)


@pytest.mark.parametrize(
    ("ending", "rule", "bad", "good"),
    [
        *[(".mp3", "enclosure-bytes", bad, MP3) for bad in (PAGE, MP4, PNG, JPEG, b"OggS" + bytes(90), bytes(900))],
        (".mp3", "enclosure-bytes", b'{"error": 404}', bytes(100) + b"\xff\xfb\x90\x64" + bytes(400)),
        *[(".mp4", "alternate-bytes", bad, MP4) for bad in (PAGE, MP3, PNG, bytes(900), b"\x1aE\xdf\xa3" + bytes(90))],
    ],
)
def test_a_file_that_is_not_what_its_type_says_is_found(ending, rule, bad, good):
    """A page, a picture or another container in the place of the media; junk before the first frame is passed over."""
    url = linked(ending)

    assert rule in rules(GOOD, {**FILES, url: replace(FILES[url], data=bad)})
    assert rule not in rules(GOOD, {**FILES, url: replace(FILES[url], data=good)})


def test_words_that_formats_write_in_their_own_ways_are_the_same():
    """Other line breaks, a name said once, times in brackets, letters of other size: no finding."""
    srt = (
        FILES[SRT].data.replace(b"2\n00", b"2\r\n00").replace(b"who\nbuilds bridges, and", b"who builds\nbridges,\nand")
    )
    vtt = FILES[VTT].data.replace(b"rivers", b"<i>riv&lrm;ers</i>").replace(b"&lrm;", b"")

    found = rules(GOOD, {**FILES, SRT: replace(FILES[SRT], data=srt), VTT: replace(FILES[VTT], data=vtt)})

    assert not {"transcripts-differ", "captions-voice"} & found


@pytest.mark.parametrize(
    ("said", "escaped"),
    [
        ("Warning: the bridge is old.", "Warning: the bridge is old."),
        ("Type <b> & <i>.", "Type &lt;b&gt; &amp; &lt;i&gt;."),
    ],
)
def test_transcripts_without_speakers_ask_for_none(said, escaped):
    """Where no format knows who speaks, captions without names are no fault; a colon makes no name, a sign no tag."""
    cue = "00:00:01{}000 --> 00:00:04{}000\n"
    data = {
        VTT: f"WEBVTT\n\n{cue.format('.', '.')}{escaped}\n",
        SRT: f"1\n{cue.format(',', ',')}{said}\n",
        JSON: f'{{"version": "1.0.0", "segments": [{{"startTime": 1, "endTime": 4, "body": "{said}"}}]}}',
        HTML: f"<p>{escaped}</p>",
        TEXT: said,
    }

    found = rules(GOOD, FILES | {url: replace(FILES[url], data=text.encode()) for url, text in data.items()})

    assert not {"transcripts-differ", "captions-voice"} & found


def test_pictures_that_are_not_whole_or_see_through_are_found():
    """The whole of a file tells whether it ends too early; its beginning alone does not."""
    cover = FOLDER + "quick-take/cover.jpg"
    see_through = PNG[:25] + b"\x06" + PNG[26:]

    def found(data: bytes, length: int) -> set[str]:
        return rules(GOOD, {**FILES, cover: FileFacts(length=length, mime_type="image/jpeg", data=data)})

    assert found(JPEG, len(JPEG)) == {"cover-cut"}
    assert found(JPEG + b"\xff\xda\x00\xff\xd9", len(JPEG) + 5) == set()
    assert found(JPEG, 9000) == set()
    assert found(b"", 0) == {"cover-format"}
    assert "cover-alpha" in found(see_through, 9000)
    assert "cover-alpha" not in found(PNG, 9000)


def test_heavy_pictures_and_other_types_are_found():
    url = FOLDER + "quick-take/cover.jpg"
    media = next(u for u in FILES if u.endswith(".mp3"))

    found = rules(
        GOOD,
        {**FILES, url: replace(FILES[url], length=3_000_000), media: replace(FILES[media], mime_type="audio/x-m4a")},
    )

    assert {"cover-heavy", "enclosure-other-type"} <= found


def test_pictures_are_read():
    assert (read_picture(PNG).width, read_picture(PNG).is_rgb) == (1500, True)
    assert read_picture(JPEG).mime_type == "image/jpeg"
    assert read_picture(b"\xff\xd8\xff") is None


def test_rules_that_need_more_than_one_place():
    serial = GOOD.replace(">episodic<", ">serial<").replace("<itunes:episode>3</itunes:episode>", "")
    medium = GOOD.replace("<podcast:medium>podcast<", "<podcast:medium>video<")
    empty = re.sub(r"<item>.*</item>", "", GOOD, flags=re.DOTALL)
    same = GOOD.replace("Sat, 04 Jan 2025 00:00:00", "Tue, 03 Mar 2026 08:00:00")
    shared = re.sub(r"media/[0-9a-f]+\.mp3", "media/e89bdc553e01826e.mp3", GOOD)
    local = GOOD.replace("https://shows.example.org", "http://127.0.0.1:8484")
    archive = GOOD.replace("<podcast:guid>", f"<fh:archive {HISTORY}/><podcast:guid>")
    plain = re.sub(
        r"<content:encoded>.*?</content:encoded>",
        f"<content:encoded>{'word ' * 50}</content:encoded>",
        GOOD,
        flags=re.DOTALL,
    )
    bare = re.sub(r"<description>&lt;p.*?</description>", "", GOOD, flags=re.DOTALL)

    assert "serial-number" in rules(serial)
    assert "medium-mismatch" in rules(medium)
    assert "no-items" in rules(empty)
    assert "item-date-repeated" in rules(same)
    assert "enclosure-shared" in rules(shared)
    assert "local-address" in {f.rule for f in check_feed(local.encode())}
    assert "archive-without-current" in rules(archive)
    assert "content-plain" in rules(plain)
    assert "item-description" in rules(bare)
    assert {"item-date-future", "show-date-future"} <= rules(GOOD, now=datetime(2026, 1, 1, tzinfo=UTC))
    assert "no-channel" in rules('<rss version="2.0"/>')
    assert "no-namespace" in rules('<rss version="2.0"><channel/></rss>')
    assert "enclosure-rare-type" in rules(
        GOOD.replace("e89bdc553e01826e.mp3", "x.ogg").replace(
            'type="audio/mpeg"/>\n      <pub', 'type="audio/ogg"/>\n      <pub'
        )
    )


def test_what_cannot_be_read_is_one_finding():
    """No feed, a page, a bomb: said, never raised."""
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">'
        + b"".join(b'<!ENTITY %c "%s">' % (ord("b") + n, b"&%c;" % (ord("a") + n) * 10) for n in range(9))
        + b"]><rss>&j;</rss>"
    )

    for data in (b"", b"hello", b"<html><body>404</html>", b"\xff\xfe", bomb):
        assert "not-xml" in {finding.rule for finding in check_feed(data)}


def test_findings_say_where_what_how_and_who():
    """Errors first; each with a place, a sentence, a way to mend it and a source."""
    bad = GOOD.replace("<itunes:author>Quick Media</itunes:author>", "").replace(">quick-take-3</guid>", "></guid>")

    found = check_feed(bad.encode(), url=URL)

    assert [finding.level for finding in found] == ["error", "warning"]
    assert found[0].where == "item 2 “Part 3”"
    assert all(finding.what and finding.mend and finding.source for finding in found)


def test_a_small_change_is_judged_without_the_rest():
    """Items that the old feed has to the letter are not judged again; what two items share is found all the same."""
    old = GOOD.replace("<itunes:episode>3<", "<itunes:episode>x<")
    new = old.replace("<itunes:duration>379<", "<itunes:duration>long<", 1)
    twice = new.replace(">quick-take-338<", ">quick-take-3<")

    def errors(feed: str) -> set[str]:
        return {found.rule for found in compare_feeds(old.encode(), feed.encode()).errors}

    assert {f.rule for f in check_feed(new.encode(), url=URL)} == {"episode-number", "duration-format"}
    assert errors(new) == {"duration-format"}
    assert "guid-repeated" in errors(twice)


@pytest.mark.parametrize("written", ["a&amp;b-1", "a&#38;b-1", " a&amp;b-1 ", "北&amp;北"])
def test_a_guid_is_found_among_items_that_are_not_judged_again_however_it_is_written(written):
    """A new item whose GUID an old one has is an error, in whichever way the old one writes it."""
    plain = written.replace("&#38;", "&amp;").strip()
    old = GOOD.replace(">quick-take-3</guid>", f">{written}</guid>")
    new = old.replace(">quick-take-338</guid>", f">{plain}</guid>")

    assert "guid-repeated" in {found.rule for found in compare_feeds(old.encode(), new.encode()).errors}


def test_other_parts_of_a_feed_need_not_be_there_before_it_is_published():
    """A build compares the newest part first; the parts that it links come after it."""
    new = GOOD.replace("<docs>", f'<atom:link rel="next" href="{FOLDER}quick-take/feed-1.xml"/><docs>', 1)

    def missing(url: str) -> FileFacts | None:
        return FileFacts(exists=False) if url.endswith("feed-1.xml") else FILES.get(url)

    assert not compare_feeds(GOOD.encode(), new.encode(), facts=missing).errors
    assert {found.rule for found in check_feed(new.encode(), url=URL, facts=missing)} == {"page-missing"}


def test_numbers_without_an_end_are_judged():
    """Python reads no more than 4,300 digits as a number."""
    picture = f"<image><url>https://example.org/a.jpg</url><width>{'9' * 5000}</width></image>"

    assert "show-image-size" in {
        found.rule for found in check_feed(GOOD.replace("<docs>", picture + "<docs>", 1).encode(), url=URL)
    }
    srt = f"{'9' * 5000}\n00:00:00,000 --> 00:00:01,000\nYes.\n"
    assert [found.rule for found in check_letters("item", "a.srt", srt, "srt")] == ["captions-numbers"]


def test_real_feeds_are_judged_without_a_crash(shared):
    """34 feeds as published, many of them odd."""
    for file in sorted((shared / "feeds").glob("*.xml")):
        assert check_feed(file.read_bytes()), file.name
