"""Guests who stand in a row with one who is known, and lists of guests in the forms of their houses."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show


def guests(description: str) -> set[str]:
    item = Item(source=Source(provider="web", key="1"), title="Bread", description=description)
    show = Show(slug="show", title="Bread Hour", description="Hosted by Tom Roth.")
    return {one.name for one in read_item(item, show=show).credits if one.role == "guest"}


@pytest.mark.parametrize(
    "description",
    [
        "Tom talks to historian Ann Lee of Ghent, who found the oven and named it, and Bob Ray, the poet who left.",
        "We talk to Ann Lee, who bakes in Ghent, and the chemist Bob Ray.",
        "Avec Ann Lee, sociologue du pain, directrice de recherche à Gand, et Bob Ray, historien et philosophe.",
        "With Ann Lee, Reader in Ovens at the University of Ghent; and Bob Ray, Professor of Flour at Crumb.",
        "Tom ne parla con Ann Lee, giornalista belga che vi ha vissuto, e con l'antropologo Bob Ray, che ci torna.",
    ],
)
def test_who_stands_in_a_row_with_a_guest_is_one(description):
    assert guests(description) == {"Ann Lee", "Bob Ray"}


@pytest.mark.parametrize(
    "description",
    [
        "We talk to Ann Lee, author of a life of the singer Bob Ray.",
        "We talk to Ann Lee, who worked under Bob Ray.",
        "We talk to Ann Lee, a judge, about Judge Bob Ray's ruling.",
        "Tom talks to Ann Lee, a baker who left President Bob Ray and the king.",
        "We talk to Ann Lee, a baker at Grid Strategies, and Public Policy, a journal.",
    ],
)
def test_who_is_only_told_of_behind_a_guest_is_none(description):
    assert guests(description) == {"Ann Lee"}


@pytest.mark.parametrize(
    "description",
    [
        "durée : 00:58:41 - Le Pain - par : Tom Roth - Que reste-t-il du four ? - réalisé par : Eva Dahl - invités : "
        "Ann Lee Inspectrice de la farine à Gand; Bob Ray Astronome, professeur au Collège - Références : Max Ek",
        "Le pain.\nAvec\nAnn Lee, boulangère et autrice\nBob Ray, éditeur des Œuvres\n\nRéalisation : Eva Dahl",
        "Il pane.\nCON\nAnn Lee, editor di Asia di Internazionale\nBob Ray, traduttore\nScrivi a noi",
        "Bread.\nWith\nAnn Lee\nReader in Ovens at King's\nAnd\nBob Ray\nFellow in Flour at Crumb\nProducer: Eva Dahl",
        "Gäster i studion är kritikern Ann Lee och historikern Bob Ray. Vem bakar bäst?",
    ],
)
def test_lists_of_guests_are_read_as_their_houses_write_them(description):
    assert guests(description) == {"Ann Lee", "Bob Ray"}
