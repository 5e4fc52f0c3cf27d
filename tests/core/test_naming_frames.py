"""Frames of sentences: what one language says of hosts and guests, each that has the words for it can say."""

from __future__ import annotations

import re

import pytest

from core.casting import cast
from episodes.core.naming.person_names import name_at
from episodes.core.naming.tongues import TONGUES, either, frames

_WITH = [tongue for tongue in TONGUES if tongue.speaks]


@pytest.mark.parametrize(
    "text",
    [
        "Wir sprechen heute mit Anna Keller über Brot.",
        "In dieser Folge, in der wir mit Anna Keller über Brot sprechen, wird gebacken.",
        "Heute haben wir uns Anna Keller eingeladen.",
        "Unser Gast Anna Keller backt Brot.",
        "Mit dabei ist heute Anna Keller.",
        "In dieser Folge analysiert die Ökonomin Anna Keller den Brotpreis.",
        "Dr. Anna Keller weighs in on the price of rye.",
        "Anna Keller, a rye farmer from Kiel, explains how to thresh.",
        "Anna Keller shares her story of rye.",
        "Recorded live with Anna Keller.",
        "We praten met Anna Keller over brood.",
        "Onze gast is Anna Keller.",
        "Vi pratar med Anna Keller om bröd.",
        "Avsnittets gäst är Anna Keller.",
        "Gästen, Anna Keller, bakar bröd.",
        "Vi snakker med Anna Keller om brød.",
        "Ugens gæst er Anna Keller.",
        "Nous avons discuté avec Anna Keller de son pain.",
        "Notre invitée est Anna Keller.",
        "Anna Keller est avec nous pour parler de pain.",
        "Hablamos de pan con Anna Keller.",
        "Nos acompaña Anna Keller.",
        "Nuestra invitada de hoy es Anna Keller.",
        "Abbiamo parlato con Anna Keller di pane.",
        "Ospite della puntata è Anna Keller.",
        "Con noi c'è Anna Keller.",
        "Conversamos com Anna Keller sobre o pão.",
        "A nossa convidada é Anna Keller.",
        "Conversem amb Anna Keller sobre el pa.",
    ],
)
def test_a_guest_is_found_in_each_language_s_frames(text: str):
    assert cast("Bread", text) == (set(), {"Anna Keller"})


@pytest.mark.parametrize(
    "text",
    [
        "A conversation between Anna Keller and Martin Roth.",
        "Ein Gespräch zwischen Anna Keller und Martin Roth.",
        "Une conversation entre Anna Keller et Martin Roth.",
        "Una charla entre Anna Keller y Martin Roth.",
        "Una conversazione tra Anna Keller e Martin Roth.",
        "Een gesprek tussen Anna Keller en Martin Roth.",
        "Ett samtal mellan Anna Keller och Martin Roth.",
    ],
)
def test_both_of_a_conversation_are_guests(text: str):
    assert cast("Bread", text) == (set(), {"Anna Keller", "Martin Roth"})


@pytest.mark.parametrize(
    ("text", "hosts", "guests"),
    [
        ("Im Gespräch mit Anna Keller erklärt Prof. Martin Roth das Brot.", {"Anna Keller"}, {"Martin Roth"}),
        (
            "Join host Anna Keller with guests Martin Roth and Clara Weiss.",
            {"Anna Keller"},
            {"Martin Roth", "Clara Weiss"},
        ),
        ("Dr. Anna Keller is joined by the miller Martin Roth to talk rye.", {"Anna Keller"}, {"Martin Roth"}),
        ("Food critic Anna Keller interviews Martin Roth about rye.", {"Anna Keller"}, {"Martin Roth"}),
        ("Anna Keller and Martin Roth discuss the price of rye.", {"Anna Keller", "Martin Roth"}, set()),
        ("Anna Keller und Martin Roth sprechen über Roggen.", {"Anna Keller", "Martin Roth"}, set()),
        ("Anna Keller et Martin Roth discutent du seigle.", {"Anna Keller", "Martin Roth"}, set()),
    ],
)
def test_who_asks_and_who_is_asked_are_told_apart(text: str, hosts: set[str], guests: set[str]):
    assert cast("Bread", text) == (hosts, guests)


@pytest.mark.parametrize(
    "text",
    [
        "Unser Gast spricht über Anna Keller.",
        "Unser Gast kennt Anna Keller.",
        "Notre invité connaît Anne Keller.",
        "Wir haben Anna Keller nie eingeladen.",
        "Con noi c'è chi ama Anna Keller.",
        "The chat between Anna Keller and Martin Roth leaked.",
        "Anna Keller und Martin Roth reden nicht miteinander.",
        "Anna Keller and Martin Roth talk on the phone in chapter two.",
        "In diesem Film erzählt die Regisseurin Anna Keller von Brot.",
        "Anna Keller shares her story in a new book.",
        "Anna Keller, a slave in Rye, tells how she fled.",
        "Ambassador Anna Keller joins the United Nations.",
        "Wir haben nicht mit Anna Keller gesprochen.",
        "Il dialogo con Anna Keller è finito.",
        "Anna Keller und Martin Roth sprechen vor Gericht.",
        "Anna Keller and Martin Roth discuss the tariff in parliament.",
        "Ein Gespräch mit Anna Keller kam leider nicht zustande.",
        "Remember when Anna Keller joined us? We bake on.",
        "If you enjoyed this, try our talk with Anna Keller.",
        "A few years ago I interviewed Anna Keller.",
        "We wanted to talk to Anna Keller about rye.",
    ],
)
def test_frames_that_are_denied_or_of_elsewhere_name_nobody(text: str):
    assert cast("Bread", text) == (set(), set())


@pytest.mark.parametrize("tongue", _WITH, ids=lambda tongue: tongue.mit[:4])
def test_each_verb_of_a_language_is_in_each_frame_of_speaking(tongue):
    """A verb that is added to the table needs no other change."""
    for verb in tongue.speaks.split():
        said = verb.partition("(")[0].replace("_", " ").replace("['’]", "’")
        text = f"{said} {tongue.mit.partition('(')[0]} "
        if "(" not in verb:
            assert re.match(rf"{frames.SPEAKS_WITH}\s", text), verb
            assert re.match(rf"{frames.words_of('speaks')}\s", text), verb


def test_words_of_the_table_are_patterns():
    """`_` is a blank, `*` any ending; the longest goes first."""
    assert re.fullmatch(either("sits sits_down bak*"), "sits down")
    assert re.fullmatch(either("bak*"), "baking")


def test_a_text_about_one_person_who_is_here_names_a_guest():
    """A pronoun means whom the title gives, whoever is named between without a sentence of their own."""
    text = "Keller bakes rye like Martin Roth did. She joins us to talk about it."

    assert cast("Episode 7: Anna Keller", text) == (set(), {"Anna Keller"})


@pytest.mark.parametrize("name", ["Simone Weil", "Victor Hugo", "Hannah Arendt"])
def test_nobody_talks_with_the_dead(name: str):
    talks = "Interviews and conversations."

    assert cast(name, f"{name} worked at night. We talk about the work.", of_show=talks) == (set(), set())
    assert cast("Pain", f"{name} nous raconte le pain.") == (set(), set())


def test_people_of_a_story_are_no_guests():
    text = "Anna Keller talks to Martin Roth about the night of the fire."

    assert cast("Episode 4", text, of_show="A drama in eight parts.") == (set(), set())
    assert cast("Episode 4", text) == ({"Anna Keller"}, {"Martin Roth"})


def test_a_list_below_a_label_may_have_long_lines_and_blank_ones_between():
    """What follows a blank line and is no name ends it."""
    text = (
        "Guests:\n\nAnna Keller , co-host, Crumb; author, A Long History of All the Loaves That Were Baked\n\n"
        "Martin Roth , senior editor, Rye News\n\nThanks to our reviewers\n- Clara Weiss"
    )

    assert cast("Bread", text)[1] == {"Anna Keller", "Martin Roth"}


def test_a_show_that_is_called_with_somebody_has_that_host():
    assert cast("Rye", "Flour is dear.", show="Bread Hour - by Anna Keller")[0] == {"Anna Keller"}
    assert cast("Rye", "Flour is dear.", show="Crumbs - Der Podcast mit Anna Keller und Martin Roth")[0] == {
        "Anna Keller",
        "Martin Roth",
    }
    of_show = "Bread Hour with Anna Keller is about rye."
    assert cast("Rye", "Flour is dear.", show="Bread Hour", of_show=of_show)[0] == {"Anna Keller"}


def test_who_presents_once_takes_the_place_of_the_show_s_host():
    """A sentence of credits, where the title has the other of the two."""
    text = "Keller bakes. Martin Roth spricht mit Anna Keller."

    assert cast("Anna Keller", text, of_show="Der Podcast mit Clara Weiss.") == ({"Martin Roth"}, {"Anna Keller"})


@pytest.mark.parametrize(
    ("before", "text", "name"),
    [
        ("Hier erklärt ", "Jan Peter den Roggen", "Jan Peter"),
        ("Hier erklärt ", "Jan van den Berg den Roggen", "Jan van den Berg"),
        ("Gast: ", "Jan Willem den Boer", "Jan Willem den Boer"),
    ],
)
def test_an_article_ends_a_name_where_german_is_spoken(before: str, text: str, name: str):
    found = name_at(before + text, len(before))

    assert found is not None
    assert found.text == name


def test_a_surname_in_accents_is_no_ordinary_word():
    """`Löw` is folded as `low` is, which is in no name."""
    assert cast("Rye", "Flour is dear.", of_show="Der Podcast mit Raimund Löw.")[0] == {"Raimund Löw"}


def test_a_list_ends_with_names_of_whom_each_has_a_word_before():
    text = "This episode features Rye's Anna Keller, prize–winning QB Martin Roth, and rye farmer Clara Weiss."

    assert cast("Rye", text)[1] == {"Anna Keller", "Martin Roth", "Clara Weiss"}
    assert cast("Rye", "Our guest is Anna Keller, friend of Martin Roth, and fan of Clara Weiss.")[1] == {"Anna Keller"}


def test_who_answers_in_quotes_is_a_guest_unless_the_text_reviews_a_work():
    assert cast("#7 Anna Keller: 'Rye is life'", "On rye and oats.") == (set(), {"Anna Keller"})
    assert cast("Anna Keller: 'Rye'", "A review of the album.") == (set(), set())


@pytest.mark.parametrize(
    "text",
    [
        "Welcome to Bread Hour, I'm Anna Keller.",
        "My name is Anna Keller and this is Bread Hour.",
        "Hi, this is Anna Keller.",
        "Anna Keller here with another episode.",
        "Anna Keller hosts a new podcast on rye.",
        "Ich bin Anna Keller und backe Brot.",
        "Je suis Anna Keller.",
        "Mi chiamo Anna Keller.",
        "Jag heter Anna Keller.",
    ],
)
def test_who_says_the_own_name_is_the_host(text: str):
    assert cast("Rye", text) == ({"Anna Keller"}, set())


@pytest.mark.parametrize(
    "text", ["She said, I'm Anna Keller.", "I'm Anna Keller's biggest fan.", '"I am Anna Keller," says the queen.']
)
def test_who_is_quoted_or_owns_something_is_no_host(text: str):
    assert cast("Rye", text) == (set(), set())
