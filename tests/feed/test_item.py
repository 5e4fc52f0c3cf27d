"""Items are written directly; what feedgen writes of the same entry is the measure, letter by letter."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from episodes.core.chapter import Chapter
from episodes.core.credit import Credit
from episodes.core.episode import Link
from episodes.core.publication import Publication
from episodes.feed.edition import Edition
from episodes.feed.item import render_item
from episodes.feed.markup import Markup, clean
from feed.by_feedgen import by_feedgen
from feed.examples import BASE_URL, EPISODE, SHOW, TRANSCRIPT, an_episode
from feed.test_hostile import TEXT


@pytest.mark.parametrize("kind", ["audio", "video"])
def test_an_item_is_what_feedgen_writes(kind):
    """Every element of a rich episode, in both editions."""
    edition = Edition(show=SHOW, kind=kind, base_url=BASE_URL)
    publication = Publication(episode=EPISODE, transcript=TRANSCRIPT, cover="quick-take/x/cover.jpg")

    assert render_item(edition, publication) == by_feedgen(edition, publication)


def test_a_poor_item_is_what_feedgen_writes():
    """An episode of which hardly anything is known."""
    edition = Edition(show=replace(SHOW, hosts=(), author=""), kind="audio", base_url=BASE_URL)
    episode = replace(an_episode(3), summary="", notes="", chapters=(), credits=(), links=(), season=None, number=None)

    assert render_item(edition, Publication(episode=episode)) == by_feedgen(edition, Publication(episode=episode))


@settings(max_examples=300, deadline=None, phases=[Phase.generate])
@given(st.lists(TEXT, min_size=14, max_size=14))
def test_hostile_words_are_written_as_feedgen_does(words):
    """What parsers hate stands there in the same bytes."""
    episode = replace(
        EPISODE,
        guid=words[0],
        title=words[1],
        summary=words[2],
        notes=words[3],
        number_label=words[4],
        season_name=words[5],
        license=words[6],
        location=words[7],
        credits=(Credit(name=words[8], url=words[9]),),
        links=(Link(title=words[10], url=words[11], kind="watch"),),
        chapters=(Chapter(start=1, title=words[12], url=words[13]),),
    )
    edition = Edition(show=SHOW, kind="audio", base_url=BASE_URL)
    publication = Publication(episode=episode, transcript=TRANSCRIPT)

    assert render_item(edition, publication) == by_feedgen(edition, publication)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.text(max_size=4), st.text(max_size=4))))
def test_markup_is_written_as_lxml_does(steps):
    """Elements within elements, with and without attributes and text, over all letters."""
    root, ours = etree.Element("item"), Markup("item")
    pairs = [(root, ours)]
    for depth, text, value in steps:
        close(pairs, depth + 1)
        theirs, mine = pairs[-1]
        made = etree.SubElement(theirs, "a", {"b": clean(value)} if value else {})
        if text:
            mine.add("a", text, b=value)
            made.text = clean(text) or None
        else:
            pairs.append((made, mine.open("a", b=value)))
    close(pairs, 0)
    etree.indent(root)

    assert str(ours) == etree.tostring(root, encoding="unicode")


def close(pairs, depth):
    while len(pairs) > depth:
        with pairs.pop()[1]:
            pass
