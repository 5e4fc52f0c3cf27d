"""Hostile words in every field: the feed stays whole, and nothing is lost but what XML forbids."""
# ruff: noqa: E501 - a field after the other reads best

from __future__ import annotations

import json
import re
from dataclasses import replace
from xml.etree import ElementTree

import feedparser
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Link
from episodes.core.publication import Publication
from episodes.core.transcript import Segment
from episodes.feed import render_feed, render_files
from feed.examples import EPISODE, SHOW, TRANSCRIPT, a_publication

NASTY = st.sampled_from(
    [
        "]]>", "<![CDATA[", "<script>alert(1)</script>", "&amp;", "&", "&#0;", "<!--", "-->", "<?xml?>", "\x00", "\x0b", "\x1f", "\x7f",
        "\x85", "\u2028", "\ud800", "\udfff", "\ufffe", "\uffff", "\u202e", "🏳️‍🌈", "e\u0301", "\r\n", "\t", "javascript:alert(1)", '"', "'",
        "<b>", "</item>", "%00", "\\", "`", "[x](y)", "![i](j)", "#", "*", "<https://a.example>", "https://a.example/?a=1&b=<2>",
    ]
)  # fmt: skip
TEXT = st.lists(st.one_of(NASTY, st.text(max_size=6)), max_size=5).map("".join)
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"


def plain(text):
    return FORBIDDEN.sub("", text).replace("\r\n", "\n").replace("\r", "\n").strip()


@settings(max_examples=150, deadline=None, phases=[Phase.generate])  # fifty fields take hours to shrink
@given(st.data())
def test_no_word_breaks_a_feed_or_gets_lost(data):
    """Show, episode, people, links, chapters and captions made of what parsers hate."""
    word = lambda: data.draw(TEXT)  # noqa: E731 - each field draws its own
    show = replace(
        SHOW, title=word() or "x", description=word(), author=word(), owner_name=word(), owner_email=word(), copyright=word(), category=word(),
        link=word(), image=word(), license=word(), license_url=word(), location=word(), funding=(word(),), texts=(word(),), disclaimer=word(),
        update_frequency=word(), previous_urls=(word(),), new_feed_url=word(), guid=word(), language=word(), type=word(), medium=word(),
        hosts=(Credit(name=word(), url=word(), image_url=word()),),
    )  # fmt: skip
    episode = replace(
        EPISODE, guid=word() or "g", title=word(), original_title=word(), summary=word(), notes=word(), disclaimer=word(), image=word(),
        number_label=word(), season_name=word(), license=word(), location=word(), credits=(Credit(name=word(), role="guest", url=word()),),
        links=(Link(title=word(), url=word(), kind="citation"), Link(title=word(), url=word(), kind="watch")),
        chapters=(Chapter(start=1, title=word(), url=word(), image_url=word()),),
    )  # fmt: skip
    spoken = Segment(start=0, end=3, text=word(), speaker=word())
    publication = a_publication(
        Publication(episode=episode, transcript=replace(TRANSCRIPT, segments=(spoken,))), show=show
    )

    for kind in ("audio", "video"):
        feed = render_feed(publication, edition=kind)
        channel = ElementTree.fromstring(feed).find("channel")
        item = channel.find("item")
        if plain(episode.title):
            assert plain(item.find("title").text) == plain(episode.title)
        if kind == "audio" and plain(show.title):
            assert plain(channel.find("title").text) == plain(show.title)
        assert plain(channel.find(f"{ITUNES}author").text or "") == plain(show.author) or not plain(show.author)
        markup = " ".join(
            re.findall("<[^<>]*>", item.find("{http://purl.org/rss/1.0/modules/content/}encoded").text or "")
        ).lower()
        assert "<script" not in markup
        assert not re.search("=[\"' ]*javascript:", markup)
        assert len(feedparser.parse(feed).entries) == 1
    for path, content in render_files(publication.episodes[0], show):
        text = content.decode("utf-8")
        if path.endswith(".json"):
            json.loads(text)
