"""Correspondents, lists of guests with what each is, and guests whom the text lets speak by one name."""

from __future__ import annotations

import pytest

from core.casting import people

_SHOW = "Stories by our correspondents around the world. Presented by Ann Lee."


def test_who_reports_where_correspondents_do_takes_part():
    """Place and reporter come in either order, between semicolons or full stops."""
    text = (
        "Ann Lee introduces the week. In Oslo, Eva Holt visits a mill; Bo Ray in Rome recalls his first loaf. "
        "And Clara Dahl meets a baker who lost an oven."
    )

    assert people(text, about=_SHOW)["guest"] == ["Eva Holt", "Bo Ray", "Clara Dahl"]


@pytest.mark.parametrize("about", ["A show about bread. Presented by Ann Lee.", ""])
def test_who_travels_in_another_show_is_only_told_of(about: str):
    """Without correspondents such sentences tell a story."""
    text = "In Oslo, Eva Holt visits a mill; Bo Ray in Rome recalls his first loaf."

    assert people(text, about=about)["guest"] == []


def test_each_of_a_list_behind_a_dash_is_a_guest():
    """What each has done stands between the names."""
    text = (
        "Nina Holt is joined at the fair by three writers who bake – Eva Holt, whose memoir tells of rye; "
        "Bo Ray, whose series is on salt; and Clara Dahl, who mills."
    )

    assert {"Eva Holt", "Bo Ray", "Clara Dahl"} <= set(people(text)["guest"])


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee discusses mills.\n\nWith\n\nEva Holt\nProfessor of Flour at Rye\n\nAnd\n\nBo Ray\nLecturer in Salt",
        "Ann Lee discusses mills. WithEva HoltProfessor of Flour at RyeAndBo RayLecturer in SaltProducer: Ida Lund",
        "Ann Lee discusses mills. With Eva Holt Professor of Flour at Rye and Bo Ray Senior Lecturer in Salt",
    ],
)
def test_posts_behind_names_make_a_list_of_guests(text: str):
    """With or without line breaks and spaces."""
    assert people(text, about="Hosted by Ann Lee.")["guest"] == ["Eva Holt", "Bo Ray"]


def test_who_tells_the_host_by_one_name_is_a_guest():
    """The name in full stands in another sentence."""
    text = "The miller Eva Holt has run three mills. On this episode, Holt tells host Ann Lee how flour is made."

    assert people(text, about="Hosted by Ann Lee.")["guest"] == ["Eva Holt"]


@pytest.mark.parametrize(
    "text",
    [
        "The miller Eva Holt has run three mills. Holt tells the mayor how flour is made.",
        "Eva Holt and Bo Holt own a mill. Holt tells Ann how flour is made.",
        "With Rye and Salt gone, the town of Holt tells its tale.",
        "The mills are joined by three canals – the Rye; the Salt; and the Holt.",
    ],
)
def test_who_talks_to_others_is_only_told_of(text: str):
    """Not to a host, or nobody knows who of two."""
    assert people(text, about="Hosted by Ann Lee.")["guest"] == []


@pytest.mark.parametrize(
    "text",
    [
        "In a long talk, Eva Holt, a prize-winning baker, and Bo Ray, a salt merchant, tackle the price of bread.",
        "The season is here! Eva Holt of the Rye Times and Bo Ray of Salt Radio preview the harvest.",
        "Is bread dear? With Eva Holt (Rye School) and Bo Ray (Salt North).",
    ],
)
def test_who_is_told_apart_in_a_row_and_talks_is_a_guest(text: str):
    """Of each the sentence tells what or where from that person is."""
    assert people(text, about="Hosted by Ann Lee.")["guest"] == ["Eva Holt", "Bo Ray"]


def test_who_only_stands_in_a_row_is_told_of():
    """No talk, no guests."""
    text = "Eva Holt, a baker, and Bo Ray, a miller, married in Rye. Eva Holt of Rye and Bo Ray of Salt left for good."

    assert people(text, about="Hosted by Ann Lee.")["guest"] == []


def test_the_author_of_a_new_book_in_a_title_is_the_guest():
    """As shows of new books write their titles."""
    found = people("How rye came to Loafland.", title='Eva Holt, "The Rye Book" (Crumb Press, 2021)')

    assert found["guest"] == ["Eva Holt"]
    assert people("How rye came.", title='Eva Holt, "The Rye Book" (Crumb Press, 1821)')["guest"] == []
