"""Labels that name people: in descriptions, and in author tags."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.plan import choose_show

INTRO = "A long talk about ferries and tunnels in the north.\n\n"
BOTH = ["Anna Reader", "Tom Shelf"]


def people(role: str, description: str = "", *, author: str = "") -> list[str]:
    source = Source(provider="file", key="1")
    found = read_item(Item(source=source, title="A title", description=description, author=author))
    return [credit.name for credit in found.credits if credit.role == role]


@pytest.mark.parametrize(
    "author",
    [
        "Hosts: Anna Reader and Tom Shelf",
        "Hosted by Anna Reader & Tom Shelf",
        "Presented by Anna Reader, Editor-in-Chief, and Tom Shelf",
        "With: Anna Reader / Tom Shelf",
        "Moderation: Anna Reader und Tom Shelf",
        "Presentado por Anna Reader y Tom Shelf",
    ],
)
def test_an_author_tag_with_a_label_names_hosts(author: str):
    """The label is no part of the first name."""
    assert people("host", author=author) == BOTH


@pytest.mark.parametrize(
    ("role", "text", "expected"),
    [
        ("host", "Présentation : Zoé Roux / Réalisateur : Colin Grau / Chroniques : Daisy, Luc Vian", ["Zoé Roux"]),
        ("host", "Hosts: Anna Reader, Editor-in-Chief, and Tom Shelf", BOTH),
        ("host", "Hosted by: Anna Story & Tom Day", ["Anna Story", "Tom Day"]),
        ("host", "Host: Anna Singer (Editor-in-Chief)", ["Anna Singer"]),
        ("host", "Hosts: Editor Anna Reader; Producer Tom Shelf", BOTH),
        ("host", "Hosts:\n- Anna Reader\n- Tom Shelf", BOTH),
        ("guest", "Guests: Dr. Jane Power, Tom Singer of Acme, Ben Day", ["Jane Power", "Tom Singer", "Ben Day"]),
        ("guest", "Host: Eva Ek\nWith: Anna Reader & Tom Shelf", BOTH),
        ("guest", "Moderation: Eva Ek\nMit: Anna Reader, Tom Shelf", BOTH),
        ("guest", "Invités : Anna Reader et Tom Shelf", BOTH),
    ],
)  # fmt: skip
def test_a_label_makes_ordinary_words_surnames(role: str, text: str, expected: list[str]):
    """Behind a label, a given name and one more word are a person."""
    assert people(role, INTRO + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Host: Harbour Radio",
        "Hosts: The Guardian and Acme Media",
        "Guests: Amnesty International, Greenpeace",
        "Hosts: Sydney Opera and Victoria Police",
        "With: love from all of us",
        "Hosted by Acme Studios",
    ],
)
def test_a_label_makes_no_person_of_an_organisation(text: str):
    """Firms, newspapers and the police are nobody."""
    assert people("host", INTRO + text) == people("guest", INTRO + text) == people("host", author=text) == []


def test_a_new_show_is_not_its_first_hosts():
    """The hosts of the first episode are not the show's author, or every later episode would have them."""
    source = Source(provider="file", key="1")
    first = read_item(Item(source=source, title="Harbour Brief 1", show_title="Harbour Brief", author="Tom Shelf"))

    assert choose_show("", first, {}, fallback="Mine").show.author == "Harbour Brief"
    assert choose_show("", first, {}, fallback="Mine", author="The Harbour").show.author == "The Harbour"


def test_what_somebody_is_is_no_name_of_a_list() -> None:
    told = "Medverkande: Ginna Berg och Roger Holm, Sveriges Radios USA-korrespondenter\nProgramledare: Sara Ek"
    assert people("guest", told) == ["Ginna Berg", "Roger Holm"]
