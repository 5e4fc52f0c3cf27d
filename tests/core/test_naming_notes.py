"""Summary and notes: headings, boilerplate sentences, empty labels and bare lists are taken off."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.reading import Reading

ROOM = "The Reading Room Quick Take"
TEXT = "A joined reading of real recordings."


def read(description: str, *, number: str = "", show: str = "") -> Reading:
    source = Source(provider="web", key="1")
    return read_item(
        Item(source=source, title="A phone order", description=description, number=number, show_title=show)
    )


@pytest.mark.parametrize(
    "heading",
    [f"{ROOM}: Episode 12. ", f"{ROOM}: Episode 12.\n\n", "Reading Room Quick Take, Ep. 12 - ", "Episode 12: "],
)
def test_a_heading_of_show_and_number_is_no_summary(heading: str):
    """Both are known by then."""
    found = read(heading + TEXT, number="12", show=ROOM)

    assert (found.summary, found.notes) == (TEXT, "")


def test_a_heading_alone_gives_nothing():
    """A description that is only a heading leaves summary and notes empty, and no origin for them."""
    found = read(f"{ROOM}: Episode 12.", number="12", show=ROOM)

    assert (found.summary, found.notes) == ("", "")
    assert "summary" not in {origin.field for origin in found.origins}


@pytest.mark.parametrize("text", ["Episode 12 is a joined reading of things.", "Episode 13. A joined reading here."])
def test_a_sentence_or_another_number_is_no_heading(text: str):
    """What is part of a sentence, or another episode's, stays."""
    assert read(text, number="12", show=ROOM).summary == text


LISTS = """We talk about ferries, and what becomes of them in winter.

Nobody knows who pays for them.

Chapters:
00:00 Intro
01:00 Ferries
05:00 Goodbye

Sources and links:
- Ferry plans: https://example.org/ferries
- [A report](https://example.org/report)

Disclaimer: the voices are synthetic."""


def test_labels_go_with_what_they_stood_over():
    """Chapters and links have places of their own; nothing of their lists stays in the notes."""
    found = read(LISTS)

    assert found.notes == "Nobody knows who pays for them."
    assert [link.url for link in found.links] == ["https://example.org/ferries", "https://example.org/report"]
    assert found.disclaimer == "The voices are synthetic."


def test_a_list_that_says_more_than_links_stays():
    """A heading of its own, or words beside the addresses, are the producer's text."""
    books = "We read, and read again, all winter.\n\nBooks of the week:\n- The Fog: https://example.org/fog"
    words = "We read, and read again, all winter.\n\nLinks:\n- [The Fog](https://example.org/fog) — for beginners"

    assert read(books).notes.startswith("Books of the week:\n\n- The Fog")
    assert "for beginners" in read(words).notes


BOILERPLATE = """Can a sticker protect you? Ann Lee asks around. Visit https://example.org/210 to check out the notes.
Follow the show on Twitter at @example. Remember: Subscribe on Apple Podcasts to catch all episodes. Thanks for
listening! Warning: This podcast may contain nuts. Theme tune: "Vinyl" by Mikael Manvel. Special Guests: Dave Bittner
and Philippe Humeau. Sponsored By: Acme.""".replace("\n", " ")


def test_a_paragraph_is_parted_from_its_boilerplate():
    """The summary keeps what is about the episode; guests, links and warning are read from the rest."""
    found = read(BOILERPLATE)

    assert found.summary == "Can a sticker protect you? Ann Lee asks around."
    assert [credit.name for credit in found.credits] == ["Dave Bittner", "Philippe Humeau"]
    assert found.disclaimer == "Warning: This podcast may contain nuts."
    assert {("follow", "Twitter"), ("subscribe", "Apple Podcasts")} <= {(k.kind, k.title) for k in found.links}
    assert "Thanks" not in found.notes
    assert "Vinyl" in found.notes


@pytest.mark.parametrize(
    "text",
    [
        "The ferry is gone. Join us as we look at what is left of it. It is little.",
        "The ferry is gone. Listen in as the crew tells its side. It is short.",
        "The ferry is gone. Follow the money at your own risk. It leads nowhere.",
    ],
)
def test_sentences_that_only_sound_like_calls_stay(text: str):
    """Without a platform or address, nothing is asked for."""
    assert read(text).summary == text


def test_sponsors_below_their_label_are_sponsors():
    """The list under "Sponsored By:" is no list of links."""
    found = read("We talk about ferries again.\n\nSponsored By:\n- [Acme](https://acme.example): Better ropes.")

    assert [(link.kind, link.title) for link in found.links] == [("sponsor", "Acme")]
    assert found.notes == ""


@pytest.mark.parametrize(
    ("written", "notes"),
    [
        ("on<a href='https://a.example.org/x'> The List</a> today", "on [The List](https://a.example.org/x) today"),
        ("on <a href='https://a.example.org/x'>The List </a>today", "on [The List](https://a.example.org/x) today"),
        ("on<a href='#top'> </a>top of it", "on top of it"),
        ("the <a href='https://a.example.org/x'>List</a>s", "the [List](https://a.example.org/x)s"),
    ],
)
def test_a_gap_inside_a_link_parts_it_from_its_neighbours(written: str, notes: str):
    """Editors often take the space before a word into its link."""
    found = read(f"<p>{TEXT}</p><p>We read what stands {written}, all of it.</p>")

    assert found.notes == f"We read what stands {notes}, all of it."


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        (
            "Dzień dobry moi drodzy.\n\nDzisiaj opowiadamy, jak się piecze chleb.",
            "Dzisiaj opowiadamy, jak się piecze chleb.",
        ),
        ("Greetings Earthlings,\n\nMy guest today knows how rye is milled.", "My guest today knows how rye is milled."),
        ("Hello, Bread: a show of its own.", "Hello, Bread: a show of its own."),
        ("Vielen Dank an Ann fürs Vermissen ;)\n\nWir reden über Brot und Öfen.", "Wir reden über Brot und Öfen."),
        (
            "The Crumb #474\n\nJoin us for discussion on ovens, rye and more!\n\nThe URL for the show is: http://crumb.example",
            "Join us for discussion on ovens, rye and more!",
        ),
    ],
)
def test_a_greeting_or_thanks_is_no_summary_and_an_invitation_is(text: str, summary: str):
    assert read(text).summary == summary


def test_a_paragraph_that_a_label_begins_is_a_summary():
    """A list of people is none, however long."""
    told = (
        "Guest: Ann Lee, professor of bread at Crumb College. The law on loaves passed the house on "
        "Wednesday and goes to the other house now. There were 291 votes for it and 148 against, and one baker "
        "could not decide."
    )
    assert read(told).summary == told
    people = ", ".join(
        f"{first} {last}" for first in ("Ann", "Tom", "Ida", "Meg") for last in ("Lee", "Holm", "Story", "Reed")
    )
    assert read(f"Hosts: Bo Ek. Guests: {people}.").summary == ""
