"""Guests of conversations: named by the title, by a first sentence, by lists; and whom one only talks of."""

from __future__ import annotations

import pytest

from core.casting import cast
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item

TALKS = "Interviews and conversations with bakers. Every week we talk to a guest about bread."


@pytest.mark.parametrize(
    ("title", "description", "guests"),
    [
        ("#12 Ann Lee", "A conversation about ovens, mills and patience.", {"Ann Lee"}),
        ("Folge 8: Lena Vogt", "Ein Gespräch über Öfen und Mühlen.", {"Lena Vogt"}),
        ("Luc Martin", "Un entretien autour du four.", {"Luc Martin"}),
        ("Episodio 4 - Ana García", "Una charla sobre hornos y harina.", {"Ana García"}),
        ("Avsnitt 9: Karin Ek", "Ett samtal om surdeg och tålamod.", {"Karin Ek"}),
        ("Aflevering 3 - Pieter Bos", "Een gesprek over ovens.", {"Pieter Bos"}),
        ("Ann Lee, baker and author", "Lee talks about ovens.", {"Ann Lee"}),
        ("Brot-Expertin Lena Vogt", "Lena Vogt erzählt von ihrem Ofen.", {"Lena Vogt"}),
        (
            "Elkinoluwa Ek, miller and engineer at Crumb",
            "We talk about ovens with care. Elkin tells us how.",
            {"Elkinoluwa Ek"},
        ),
        ("Ann Lee: On Crumbs", "She talks about her first oven.", {"Ann Lee"}),
        ("Ann Lee and Bob Ray, Crumb", "A conversation about flour.", {"Ann Lee", "Bob Ray"}),
        ('Ann Lee, "I bake at night"', "A chat about ovens.", {"Ann Lee"}),
        ("Ovens (con Marco Rossi)", "Una chiacchierata sul pane.", {"Marco Rossi"}),
    ],
)
def test_whom_the_title_of_a_conversation_gives_is_its_guest(title: str, description: str, guests: set[str]):
    assert cast(title, description) == (set(), guests)


@pytest.mark.parametrize(
    ("title", "description"),
    [
        ("Ann Lee", "We talk about the life and death of Ann Lee."),
        ("Ann Lee", "A conversation about Ann Lee and her bread."),
        ("Ann Lee", "In this interview we learn how Ann Lee died."),
        ("Ann Lee: the baker", "Our conversation turns to Ann Lee's murder."),
        ("Ann Lee", "Discussing the life and meditations of a great baker with two guests."),
        ("Ann Lee, baker", "Ann Lee was born in 1850. We talk about her life."),
        ("Ann Lee – Crumbs", "We review her album. An interview will follow next week."),
        ("Ann Lee", "We rank her films. She is great."),
        ("Ann Lee – a tribute", "An interview from the archive. She died last week."),
        ("Deal with Ann Lee", "We talk about her contract."),
        ("Marie Curie", "Marie Curie war eine Physikerin. Wir sprechen über Radium."),
        ("Lena Vogt", "Ein Gespräch über Lena Vogt."),
        ("Luc Martin", "Un entretien sur Luc Martin."),
        ("Ana García", "Hablamos de la obra de Ana García. Una conversación sobre su vida."),
        ("Marco Rossi", "Una conversazione su Marco Rossi."),
        ("Ovens, Mills", "A conversation about love."),
    ],
)
def test_of_whom_one_talks_in_a_conversation_is_nobody_of_it(title: str, description: str):
    assert cast(title, description) == (set(), set())
    assert cast(title, description, of_show=TALKS) == (set(), set())


@pytest.mark.parametrize(
    ("description", "guests"),
    [
        ("Ann Lee keeps an oven in her attic. For years Ann has baked at night.", {"Ann Lee"}),
        ("Crumb's Ann Lee spent a year with millers. She found out what they eat.", {"Ann Lee"}),
        ("Ann Lee's new memoir tells of a childhood among ovens. She left home early.", {"Ann Lee"}),
        ("In her new book, Crumbs, Ann Lee follows the flour. She asks who grinds it.", {"Ann Lee"}),
        ("Ann Lee and Bob Ray didn't know their oven would burn. Their shop did.", {"Ann Lee", "Bob Ray"}),
    ],
)
def test_a_show_of_conversations_begins_with_its_guest(description: str, guests: set[str]):
    assert cast("Bread", description, of_show=TALKS) == (set(), guests)
    assert cast("Bread", description, of_show="Stories of bread.") == (set(), set())


def test_whose_new_work_begins_a_text_and_who_talks_next_is_a_guest_of_any_show():
    assert cast("Bread", "Ann Lee's new memoir is out. She talks about ovens.") == (set(), {"Ann Lee"})
    assert cast("Bread", "Arctic Ovens' new album is out. They sing of bread.") == (set(), set())


@pytest.mark.parametrize(
    "description",
    [
        "Ann Lee was a baker. Her bread was good.",
        "Ann Lee wrote Crumbs in 1880. She was a poet.",
        "Ann Lee, who died in 1999, baked bread. She loved it.",
        "Ann Lee's murder shocked the town. Her bread was good.",
        "Ann Lee's memoir of 1850 tells of war. She was shot.",
        "Donald Trump signs a law. He likes it.",
        "The life of Ann Lee is a mystery. She left no letters.",
        "Ann Lee's new album is out. We review every song of hers.",
    ],
)
def test_with_whom_a_text_begins_though_they_are_dead_or_in_the_news_is_no_guest(description: str):
    assert cast("Bread", description, of_show=TALKS) == (set(), set())


def test_a_list_of_those_talked_to_names_guests():
    listed = "Ann Lee from Crumb talks about ovens\nBob Ray from Rye\nTom Holt from Oat talks about oats"
    assert cast("Bread", f"We met bakers at a fair.\n{listed}") == (set(), {"Ann Lee", "Bob Ray", "Tom Holt"})
    handles = "Ann Lee (Crumb)\n@ann\nBob Ray (Rye)\n@bob\nTom Holt (Oat)\n@tom"
    assert cast("Bread", f"We chat with a few bakers.\n{handles}") == (set(), {"Ann Lee", "Bob Ray", "Tom Holt"})


def test_the_best_of_many_talks_names_those_in_them():
    rows = "Night Ovens with Ann Lee\nThe Mill with Bob Ray\nRye with Eva Holt\nOats with Tom Roth"
    best = f"The best of our riffs, in order:\n{rows}"
    assert cast("Best Of", best) == (set(), {"Ann Lee", "Bob Ray", "Eva Holt", "Tom Roth"})
    assert cast("Music", f"Songs:\n{rows}") == (set(), set())


@pytest.mark.parametrize(
    "description",
    [
        "Thanks to our patrons:\nAnn Lee from Crumb\nBob Ray from Rye\nTom Holt from Oat",
        "Books mentioned:\n- Ann Lee of Crumb\n- Bob Ray of Rye\n- Tom Holt of Oat",
        "Music:\nAnn Lee from Oven Songs\nBob Ray from Rye Songs\nTom Holt from Oat Songs",
        "Supporters\nAnn Lee (Gold)\n@ann\nBob Ray (Gold)\n@bob\nTom Holt (Gold)\n@tom\nWe talk to nobody.",
    ],
)
def test_lists_of_those_who_pay_or_play_name_nobody(description: str):
    assert cast("Bread", description) == (set(), set())


@pytest.mark.parametrize(
    ("of_show", "title", "description"),
    [
        ("Conversations about films.", "Ovens", "Bob Ray plays a man on an island. He talks to a ball."),
        ("Conversations about films.", "Bob Ray", "Bob Ray plays a man on an island. He talks to a ball."),
        ("Conversations about films.", "The Miller", "Bob Ray's new film follows a hit man. He is old."),
        ("Conversations about films.", "Bob Ray: Ovens", "We talk about the film and its dialogue."),
        ("True crime with interviews of detectives.", "Bob Ray", "Bob Ray kills for years. He talks to detectives."),
        ("True crime with interviews of detectives.", "Ann Lee", "Ann Lee vanished. Her mother still waits."),
        ("True crime with interviews of detectives.", "Gone", "Ann Lee leaves her home one night. She never returns."),
        ("A history podcast that talks to historians.", "Bob Ray", "Bob Ray invades Loafland. He loses."),
        ("Gespräche über Bücher mit Gästen.", "Lena Vogt: Brot", "Wir sprechen über den Roman."),
        ("Gespräche über Bücher mit Gästen.", "Lena Vogt", "Ein Gespräch über das Schreiben."),
        ("News and interviews every day.", "Monday", "Minister Anna Ek resigns. She spoke to reporters."),
        ("News and interviews every day.", "Ann Lee", "Her new tour begins. An interview with a fan."),
        ("Football talk with guests.", "Bob Ray", "Bob Ray moves to Loafland. Our guest explains why."),
    ],
)
def test_shows_that_tell_of_others_do_not_begin_with_guests(of_show: str, title: str, description: str):
    assert cast(title, description, of_show=of_show)[1] == set()


@pytest.mark.parametrize("title", ["An interview with Bo Diaz", "Gespräch mit Bo Diaz", "Entrevista con Bo Diaz"])
def test_the_author_whom_the_title_calls_the_one_talked_with_is_the_guest(title: str):
    """Some houses tag who speaks as the author; where only one is tagged, the one may as well ask."""

    def heard(author: str) -> list[tuple[str, str]]:
        source = Source(provider="web", key="1")
        item = Item(source=source, title=title, description="About bread.", author=author)
        return [(one.role, one.name) for one in read_item(item).credits]

    assert heard("Ann Lee & Bo Diaz") == [("host", "Ann Lee"), ("guest", "Bo Diaz")]
    assert ("guest", "Bo Diaz") not in heard("Bo Diaz")
