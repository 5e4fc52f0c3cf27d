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
