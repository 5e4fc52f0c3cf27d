"""People who take part, told by the shape of a sentence, and those whom the same shapes only tell of."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.show import Show


def cast(description: str, title: str = "Bread", show: str = "") -> tuple[set[str], set[str]]:
    """The hosts and the guests that are read."""
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    found = read_item(item, show=Show(slug="show", title="Bread Hour", description=show)).credits
    hosts, guests = ({one.name for one in found if one.role == role} for role in ("host", "guest"))
    return hosts, guests


@pytest.mark.parametrize(
    ("description", "title", "guest"),
    [
        ("Flour is dear. Historian Ann Lee of Crumb College says why.", "Bread", "Ann Lee"),
        ("Why does it rise? Chemist Ann Lee on yeast and patience.", "Bread", "Ann Lee"),
        ("Economist Ann Lee marshals the evidence on flour.", "Bread", "Ann Lee"),
        ("The price of flour.\nAnn Lee, professor of baking, Crumb College", "Bread", "Ann Lee"),
        ("Ann Lee is a chemist in Ghent.\nShe tells us why she never bought yeast.", "Bread", "Ann Lee"),
        ("Later, we hear how it was in a talk with Ann Lee, a baker who left.", "Bread", "Ann Lee"),
        ("Ann Lee argues that flour should be free. We ask why.", "Who owns flour? Ann Lee and the mills", "Ann Lee"),
        ("Zsófia Adé joins the show to talk about ovens.", "21: Ovens - Zsófia Adé", "Zsófia Adé"),
        ("A meeting of bakers with Lee.", "Col. Ann Lee: the army's bread", "Ann Lee"),
        ("Die Meeresbiologin Ann Lee von der Universität Kiel erklärt das Salz.", "Salz", "Ann Lee"),
        ("Glacioloog Ann Lee vertelt over ijs.", "IJs", "Ann Lee"),
        ("La geóloga Ann Lee explica la sal.", "Sal", "Ann Lee"),
        ("Kritikern Ann Lee förklarar varför brödet jäser.", "Bröd", "Ann Lee"),
        ("Bread is baked. Seedsman Ann Lee of Crumb Farm says why.", "Bread", "Ann Lee"),
        ("Wie heilt Brot?\nAnn Lee ist Palliativpflegerin in Gent. Wir fragen.", "Brot", "Ann Lee"),
        ("Contributor(s): Ann Lee, Bob Ray | Fifteen years of dear flour.", "Ann Lee on flour", "Ann Lee"),
    ],
)
def test_the_shape_of_a_sentence_names_a_guest(description, title, guest):
    assert guest in cast(description, title, "Conversations with bakers and millers.")[1]


@pytest.mark.parametrize(
    "description",
    [
        "President Ann Lee on the price of bread.",
        "Producer Ann Lee goes looking for flour.",
        "In 1840 the baker Ann Lee of Ghent made the first roll.",
        "Ann Lee was a baker in Ghent. She died in 1840.",
        'We read "The Baker Ann Lee of Ghent".',
        "Ann Lee is a baker. This week we talk about her.",
        "Reality TV is a genre of its own.",
        "Wir springen ins 18. Jahrhundert, und der Botaniker Hans Roth nimmt einen Gehilfen mit an Bord.",
        "Our wishlist Ann Lee of Ghent would like.",
    ],
)
def test_who_is_only_told_of_is_no_guest(description):
    assert cast(description) == (set(), set())


@pytest.mark.parametrize(
    ("description", "hosts", "guests"),
    [
        ("On this week's show Ann Lee and Bob Ray discuss flour.", {"Ann Lee", "Bob Ray"}, set()),
        ("Flour is dear. Ann Lee speaks to Prof Chantal Ver of Ghent about it.", {"Ann Lee"}, {"Chantal Ver"}),
        ("Ann Lee talks to Laith Al-Eka, a baker, and Tom Roth, a miller.", {"Ann Lee"}, {"Laith Al-Eka", "Tom Roth"}),
        ("Correspondent Jasper Oko tells Ann Lee what went wrong.", {"Ann Lee"}, {"Jasper Oko"}),
        ("Join Ann Lee and Bob Ray for an hour of bread.", {"Ann Lee", "Bob Ray"}, set()),
        ("It was presented by Ann Lee. Chair: Bob Ray.", {"Ann Lee", "Bob Ray"}, set()),
        ("Donald Trump and Joe Biden discuss the price of bread.", set(), set()),
    ],
)
def test_who_presents_and_who_is_asked(description, hosts, guests):
    assert cast(description) == (hosts, guests)


def test_the_guest_of_the_title_sits_down_with_the_hosts():
    assert cast("Ann Lee sits down with Bob Ray and Eva Roth.", "Ann Lee") == ({"Bob Ray", "Eva Roth"}, {"Ann Lee"})


@pytest.mark.parametrize(
    ("show", "hosts"),
    [
        ("All about bread. Presented by Ann Lee & Bob Ray.", {"Ann Lee", "Bob Ray"}),
        ("Ann Lee and Bob Ray on bread, every Thursday.", {"Ann Lee", "Bob Ray"}),
        ("Der Podcast mit Ann Lee.", {"Ann Lee"}),
        ("Past guests include Ann Lee and Bob Ray.", set()),
        ("Founded by Ann Lee. Produced by Bob Ray.", set()),
    ],
)
def test_whom_a_show_names_presents_it(show, hosts):
    assert cast("Flour is dear.", show=show)[0] == hosts


def test_a_panel_beside_guests_is_the_hosts():
    """`Panel:` alone names nobody surely; where guests are named for themselves, it names those who ask."""
    assert cast("Panel: Ann Lee, Bob Ray\nGuest: Eva Roth") == ({"Ann Lee", "Bob Ray"}, {"Eva Roth"})
    assert cast("Panel: Ann Lee, Bob Ray") == (set(), set())
    assert cast("Panel: Ann Lee, Bob Ray", show="Hosted by Eva Roth.")[1] == {"Ann Lee", "Bob Ray"}
