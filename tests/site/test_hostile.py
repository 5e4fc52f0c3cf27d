"""Hostile text: whatever a title, name, note or comment says, it stays text."""

from __future__ import annotations

import random
import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from episodes import site
from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Link
from episodes.core.transcript import Segment
from episodes.site.markdown import render_notes
from web.attacks import ATTACKS, crowded
from web.examples import EPISODE, SHOW, a_publication, a_show

hostile = st.one_of(
    st.sampled_from(ATTACKS),
    st.lists(st.one_of(st.sampled_from(ATTACKS), st.text(max_size=20)), max_size=4).map("".join),
)
ACTIVE = "//script[not(@src) and not(@type)] | //iframe | //object | //embed | //base | //style | //math | //@srcdoc"


def render(text: str) -> dict[str, bytes]:
    """Render pages in which every foreign text is the hostile one."""
    episode = replace(
        EPISODE,
        title=text,
        summary=text,
        notes=text,
        disclaimer=text,
        number_label=text,
        credits=(Credit(name=text or "x", title=text, organisation=text, url=text), Credit(name="Bo", role="guest")),
        links=tuple(
            Link(title=text, url=url, kind=kind)
            for url in (text, "")
            for kind in ("link", "citation", "watch", "subscribe")
        ),
        chapters=(Chapter(start=0, title=text), Chapter(start=30, title=text)),
        related=(text,),
        comments=(Comment(author=text, text=text, approved=True),),
    )
    segments = (Segment(start=0, end=2, text=text, speaker=text), Segment(start=2, end=4, text=text, speaker="Bo"))
    show = replace(
        a_show(episode=episode),
        show=replace(
            SHOW,
            title=text,
            description=text,
            disclaimer=text,
            author=text,
            link=text,
            copyright=text,
            owner_email=text,
            hosts=(Credit(name=text or "y"),),
            funding=(f"{text}|{text}",),
        ),
    )
    show = replace(show, episodes=(a_publication(episode, segments), *show.episodes[1:]))
    return dict([*site.render_show(show), *site.render_home([show])])


def dangers(content: bytes) -> list[str]:
    """What in a page could act."""
    tree = html.fromstring(content.decode())
    found = [html.tostring(node).decode()[:80] if hasattr(node, "tag") else str(node) for node in tree.xpath(ACTIVE)]
    found += [name.attrname for name in tree.xpath("//@*") if name.attrname.startswith("on")]
    links = tree.xpath("//@href | //@src | //@poster")
    found += [link for link in links if re.match(r"\s*(javascript|data|vbscript|file):", link, re.IGNORECASE)]
    # Our own drawings are known by their only child; anything else in an svg came from outside.
    found += [child.tag for svg in tree.xpath("//svg") for child in svg if child.tag != "path"]
    return found


@settings(max_examples=40, deadline=None)
@given(hostile)
def test_no_text_becomes_active(text):
    """No element, attribute or address that acts, on any page, and no control character."""
    for path, content in render(text).items():
        if path.endswith(".html"):
            assert dangers(content) == [], path
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", content.decode()), path


def test_known_attacks_stay_text():
    """Each of the collection, on every page."""
    for attack in ATTACKS:
        for path, content in render(attack).items():
            if path.endswith(".html"):
                assert dangers(content) == [], (attack, path)


def test_ten_thousand_hostile_texts_stay_text():
    """Put together at random from attacks and pieces of them, a hundred a page."""
    chance = random.Random(6)
    pieces = [piece for attack in ATTACKS for piece in (attack, *re.split(r"(?<=[<>\"'=/ ])", attack)) if piece]
    texts = ["".join(chance.choices(pieces, k=chance.randint(1, 6))) for _ in range(10_000)]

    for first in range(0, len(texts), 100):
        assert dangers(crowded(texts[first : first + 100])) == []


@settings(max_examples=1000, deadline=None)
@given(hostile)
def test_notes_are_clean(text):
    """Markdown of any kind gives no element that acts or loads."""
    made = html.fromstring(f"<div>{render_notes(text)}</div>")

    assert [
        node.tag
        for node in made.iter()
        if node.tag in ("script", "img", "svg", "math", "style", "iframe", "form", "input", "object", "video")
    ] == []
    assert {name.attrname for name in made.xpath("//@*")} <= {"href", "title", "rel", "start"}
    schemes = [re.match(r"\s*([a-z][a-z0-9+.-]*):", link, re.IGNORECASE) for link in made.xpath("//@href")]
    assert {scheme[1].lower() for scheme in schemes if scheme} <= {"http", "https", "mailto"}


def test_notes_keep_what_people_write():
    """Lists, quotes, tables, bare addresses and times."""
    made = str(render_notes("- one\n- two\n\n> said\n\n|a|b|\n|-|-|\n|1|2|\n\nhttps://example.org/a_(b). At 1:02:03!"))

    assert "<li>one</li>" in made
    assert "<blockquote>" in made
    assert "<td>2</td>" in made
    assert 'href="https://example.org/a_(b)"' in made
    assert '<a href="#t=3723" rel="noopener">1:02:03</a>!' in made


def test_a_score_or_a_ratio_with_more_digits_is_no_time():
    """Only what reads as a time of day in the recording becomes a link."""
    assert "#t=" not in render_notes("Version 1:2, 3:450, 10:20:30:40 and 12:34.5")
