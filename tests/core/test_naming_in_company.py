"""With whom we talk, as plain sentences say it, and the sentences beside them that name nobody who takes part."""

from __future__ import annotations

import pytest

from core.casting import people
from episodes.core.naming.person_names import name_at


@pytest.mark.parametrize(
    "text",
    [
        "Charlie talks with the bestseller Eva Holt about her latest novel, Rye.",
        "Charlie talks with 12-time bestseller Eva Holt about her novel.",
        "The mill is closed. Clara then interviews Eva Holt, general counsel of Crumb Mills.",
        "On this episode we got a Dutch comedian, Eva Holt, also known as Loaf.",
        "Clara Ray catches up with one of the best rye chemists, Eva Holt, for a short talk.",
        "Share a loaf with Eva Holt in the old mill as we discuss the end of rye.",
        "Sit in on lunch with Crumb Books art director Eva Holt as we discuss what it was like.",
        "Eva Holt, the Governor-appointed Secretary of Flour from 2020-2023, joins us.",
        "It is the work of village pastor Eva Holt - who joins us on the podcast to tell of it.",
        "Super excited today to have the great Eva Holt, author and baker, on the show.",
        "Contamos con Eva Holt, directora de Pan.",
        "Today Ann is joined by frequent guest/co-host Eva Holt.",
    ],
)
def test_who_is_said_to_be_with_us_is_a_guest(text: str):
    """Each sentence says that somebody talks here, by a trade, a first name or what we do meanwhile."""
    assert people(text)["guest"] == ["Eva Holt"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1920 Charlie talks with the miller Eva Holt about flour, and the feud begins.",
        "Charlie talks with Eva Holt until the barn burns down.",
        "Charlie welcomes a miller's son, and Eva Holt, president of the mills, comes to the palace.",
        "Clara talks with Eva Holt about her life at court.",
        "This week we have a tribute to a great chemist, Eva Holt.",
        "Today we have an update on the chemist, Eva Holt.",
        "The band toured with Eva Holt as they explore new sounds.",
        "What happened with Eva Holt while we talk about the case?",
        "This week we have two favourites, Eva Holt and Bo Ray, in the final.",
        "We have a new mayor, Eva Holt, and a new mill.",
        "She is obsessed with Eva Holt as we discuss at length.",
        "His relationship with Eva Holt, a baker, as we explore it, was hard.",
        "The town's stand-off with Eva Holt, Mayor of Rye, goes on.",
        "We discuss the mill's dispute with Eva Holt, head of Crumb Mills.",
        "A report quotes a presentation by Eva Holt at the fair.",
        "Your hosts wish farewell to Justice Ray and welcome Justice Eva Holt.",
        "He tells how he met baker Eva Holt, who would become his wife.",
        "Contamos con el apoyo de Eva Holt.",
        "Contamos con la ayuda del alcalde de Pan para hablar de la vida de Eva Holt.",
    ],
)
def test_who_is_only_talked_of_is_nobody(text: str):
    """The same words tell a story, a quarrel or a victory; nobody is published."""
    assert "Eva Holt" not in people(text)["guest"] + people(text)["host"]


@pytest.mark.parametrize(
    "text",
    [
        "Eva Holt and Bob Ray examine the price of flour.",
        "Eva Holt and Bob Ray make predictions for the baking year.",
        "In this episode of the Crumb Weekly Review, Eva Holt and Bob Ray discuss several new ovens.",
        "Eva Holt en Bob Ray blikken uitgebreid met hem terug op die dag.",
        "It is hosted by:\n- Eva Holt\n- Bob Ray",
        "This podcast is presented by:\n- Eva Holt\n- Bob Ray",
        "Die Sendung wird moderiert von:\n- Eva Holt\n- Bob Ray",
    ],
)
def test_two_in_full_who_talk_are_the_hosts(text: str):
    """Where no host is known from elsewhere, two who talk with each other, or stand below a label, are."""
    assert people(text) == {"host": ["Eva Holt", "Bob Ray"], "guest": []}


@pytest.mark.parametrize(
    "text",
    [
        "Chemist Eva Holt and miller Bob Ray examine the bread in court.",
        "Eva Holt and Bob Ray examine the grain of old ovens in 1952.",
        "Eva Holt and Bob Ray explore the western rivers and never come home.",
        "Last week's episode was hosted by:\n- Eva Holt\n- Bob Ray",
        "Music for the show is by:\n- Eva Holt\n- Bob Ray",
        "Thanks to our supporters:\n• Eva Holt, host of Rye Radio\n• Bob Ray, Crumb podcast host",
        "Editor\nEva Holt\nOwner of Rye Sounds",
    ],
)
def test_who_makes_or_supports_a_show_or_is_told_of_is_no_host(text: str):
    """A list below a label of another time, of music, of supporters or of makers names no host."""
    assert people(text)["host"] == []


def test_who_writes_hosts_with_whom_stands_beside():
    """`A and I are joined by B` makes A a host, also beside hosts that are known."""
    found = people("In this episode, Eva Holt and I are joined by Bob Ray, founder of Rye.", author="Clara Dahl")
    assert found == {"host": ["Clara Dahl", "Eva Holt"], "guest": ["Bob Ray"]}


def test_hosts_who_host_others_have_guests():
    """`A hosts three fellow bakers: …`, but a house that hosts a fair has none."""
    found = people("In this episode, Eva Holt hosts three fellow bakers: Bob Ray, Clara Dahl, and Ida Lund.")
    assert found == {"host": ["Eva Holt"], "guest": ["Bob Ray", "Clara Dahl", "Ida Lund"]}
    assert people("Crumb Mills hosts three great fairs: Rye, Oat and Barley.") == {"host": [], "guest": []}


@pytest.mark.parametrize(
    ("text", "guests"),
    [
        ("I spoke with Clara Dahl and Beren Van Ek, from Rye.", ["Clara Dahl", "Beren Van Ek"]),
        (
            "Then, they speak with law professors—and former clerks for Ann Lee—Eva Holt and Clara Dahl about her.",
            ["Eva Holt", "Clara Dahl"],
        ),
        ("Then, the mill falls—and workers run to Ann Lee—Eva Holt cries.", []),
        ("I spoke with Clara Dahl and Red Ovens about bread.", ["Clara Dahl"]),
        (
            "Contamos con Eva Holt, directora de Pan, con Clara Dahl creadora de Miga y con Ida Lund, panadera.",
            ["Eva Holt", "Clara Dahl", "Ida Lund"],
        ),
        ("Wir sprechen mit Anna Holt über ihre Reise mit Ben Ek und mit Ida Lund.", ["Anna Holt"]),
        ("Hablamos con Eva Holt, panadera, sobre su gira con Clara Dahl.", ["Eva Holt"]),
        (
            "Dagens panel består av forfatter Eva Holt; baker og forfatter Clara Dahl; og journalist i Brød, Ida Lund.",
            ["Eva Holt", "Clara Dahl", "Ida Lund"],
        ),
        ("Dagens panel ble fjernet av Eva Holt; Clara Dahl lo.", []),
    ],
)
def test_the_rest_of_a_row_is_read(text: str, guests: list[str]):
    """The second of a row and those behind the same small word take part; a band or a tour's company does not."""
    assert people(text)["guest"] == guests


def test_hosts_who_discuss_are_not_whom_another_interviews():
    """`After your hosts discuss …, Zack interviews A`: A is asked."""
    found = people("After your hosts discuss those mills, Zack interviews veteran journalist Eva Holt about her book.")
    assert found == {"host": [], "guest": ["Eva Holt"]}


def test_italian_interviews_are_by_whom_they_are_signed():
    """`Intervista di A` names who asks; `Intervista a A` who is asked."""
    assert people("Il pane. Intervista di Giulia Santi") == {"host": ["Giulia Santi"], "guest": []}
    assert people("Il pane. Intervista a Giulia Santi") == {"host": [], "guest": ["Giulia Santi"]}


@pytest.mark.parametrize(
    "title", ["12: Eva Holt - Founder, Crumb", "Ovens 7 - Eva Holt (Crumb Mills)", "12: Eva Holt - Grundare, Smula"]
)
def test_a_show_about_the_people_behind_something_asks_them(title: str):
    """A title of number, name and what that is tells the guest where the show is about such people."""
    assert people("", title=title, about="A podcast about the people behind the ovens")["guest"] == ["Eva Holt"]
    assert people("", title=title, about="A podcast about ovens")["guest"] == []


@pytest.mark.parametrize(
    "title", ["12: Eva Holt (Live)", "12: Eva Holt (Part 2)", "12: Eva Holt - President, Loafland"]
)
def test_what_is_no_trade_tells_of_no_guest(title: str):
    """Parts and offices behind a name say nothing of who talks."""
    assert people("", title=title, about="A podcast about the people behind the ovens")["guest"] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Freddi Williams Evans", "Freddi Williams Evans"),
        ("Lucía y Elena Carón", "Elena Carón"),
        ("Santiago Ramón y Cajal", "Santiago Ramón y Cajal"),
        ("L'ARGENT DES CONTRIBUABLES", ""),
        ("DES CONTRIBUABLES", ""),
    ],
)
def test_names_are_cut_where_they_begin(text: str, name: str):
    """Surnames that are given names too stay; two who share a surname are two; capitals hide no particle."""
    found = name_at(text, 0)
    assert (found.text if found and (found.has_known_given or name) else "") == name


def test_a_show_with_an_article_is_no_host():
    """`Le Ruby Nouveau` is called after nobody; `The Ruby Holt Show` is."""
    assert people("", show="Le Ruby Nouveau") == {"host": [], "guest": []}
    assert people("", show="The Ruby Holt Show") == {"host": ["Ruby Holt"], "guest": []}


def test_a_house_called_after_somebody_is_no_guest():
    """`Eva Holt Vineyards` is a firm."""
    about = "Interviews and conversations with growers."
    assert people("Eva Holt Vineyards tells us of rye.", about=about) == {"host": [], "guest": []}
