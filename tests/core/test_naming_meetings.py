"""Two parties in one sentence, pronouns that come back to a guest, and lists of people."""

from __future__ import annotations

import pytest

from core.casting import people


@pytest.mark.parametrize(
    "text",
    [
        "Eva Holt is joined by miller Bob Ray to discuss the price of flour.",
        "This week Eva Holt talks to Bob Ray about the price of flour.",
        "Eva Holt chats to former Crumb out-half Bob Ray ahead of Saturday.",
        "In dieser Folge spricht Eva Holt mit dem Müller Bob Ray über Mehl.",
        "In dieser Folge redet Eva Holt ausführlich mit Bob Ray über Mehl.",
        "Cette semaine, Eva Holt reçoit Bob Ray, boulanger.",
        "Eva Holt conversa con Bob Ray sobre el pan.",
        "Bob Ray ist Müller. Mit ihm spricht Eva Holt über Mehl.",
        "Crumbs host Eva Holt hears from Bob Ray, a miller.",
        "Chemist Bob Ray speaks with host Eva Holt about flour.",
        "Bob Ray (miller, Crumb) joins host Eva Holt to discuss flour.",
        "Bob Ray, a miller at Crumb, discusses flour with Crumbs's Eva Holt.",
    ],
)
def test_who_asks_is_host_and_who_is_asked_is_guest(text: str):
    """An opening sentence with two parties names the host and the guest where nothing else does."""
    assert people(text) == {"host": ["Eva Holt"], "guest": ["Bob Ray"]}


@pytest.mark.parametrize(
    "text",
    [
        "Bob Ray studies ovens. This week we talk with him about stone.",
        "Millers' president Bob Ray leads the fair. He joins us to explain why.",
        "Bob Ray ist Müller und Autor. Mit Eva spricht er über Mehl.",
        "Bob Ray and Eva discuss flour and stone.",
        "Bob Ray (miller), and your host Eva Holt, swap recipes.",
        "Flour is dear. Bob Ray of Crumb Mills on what comes next.",
        "Flour is dear. The BBC's Bob Ray reports from the fair.",
        "Flour is dear. Also, critic Bob Ray reviews the new bread.",
        "Act two: Comedian Bob Ray tells a story on stage.",
        "Actor Bob Ray explains how he learned to bake.",
        "We also hear from the millers' minister Bob Ray.",
        "About our guest:\nBob Ray is head of flour at Crumb.",
        "In today's episode:\n• Bob Ray – Partner, Crumb\n• Your host, Eva Holt",
        "A lecture by Professor Bob Ray, recorded in Crumb.",
        "Guest: Bob Ray, Allianz Global.",
        "Bob Ray, PhD, MPH, a chemist at Crumb, explains flour.",
        "Diesmal als Gast Bob Ray.",
    ],
)
def test_guests_are_read_where_the_show_names_its_host(text: str):
    """Each of these lets a guest take part, and makes none of the host."""
    assert people(text, about="A weekly hour on bread, hosted by Eva Holt.") == {
        "host": ["Eva Holt"], "guest": ["Bob Ray"],
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "In 1840 a miller spoke to Bob Ray about flour, and nobody listened.",
        "The story begins when Bob Ray met the miller Tom Hill.",
        "We review the new film with Bob Ray.",
        "Eva talks to Bob Ray's widow.",
        "Our guest is Bob James' brother.",
        "I'm Tom Hayes' biggest fan, and today I talk about his films.",
        "Philosopher Bob Ray explains being in a book of 1840.",
        "Credits:\n• Bob Ray – Producer\n• Tom Hill – Sound engineer",
        "Bread is old. Then Bob Ray talked to Tom Hill, a miller, and the fair was closed.",
    ],
)
def test_people_who_meet_in_a_story_are_no_guests(text: str):
    """What people did to one another elsewhere makes nobody a guest or host."""
    assert people(text, about="A weekly hour on bread, hosted by Eva Holt.") == {"host": ["Eva Holt"], "guest": []}


def test_a_name_keeps_what_its_owner_is_called():
    """`Darryl "Crust" Samuels` is one name."""
    assert people('Guest: Darryl "Crust" Samuels')["guest"] == ['Darryl "Crust" Samuels']


def test_a_don_who_is_no_don():
    """`Don` is a given name where no two words follow it."""
    assert people("", author="Ann Lee and Don O'Neil")["host"] == ["Ann Lee", "Don O'Neil"]


@pytest.mark.parametrize("author", ["Grace Chapel", "Hope Church", "Crumb Radio"])
def test_a_house_that_looks_like_a_name_is_no_host(author: str):
    """A church called Grace is no person."""
    assert people("", author=author)["host"] == []


def test_a_row_with_houses_between_names_gives_the_names():
    """`Panel: A, economist, Bank; B, Bank; and Prof. C, School`: one person a piece."""
    text = (
        "Panel: Anna Beck, chief economist, Nord; Lars O. Mik, Dansk Bank; and Prof. Ruth van der Linde, Crumb School."
    )

    assert people(text)["guest"] == ["Anna Beck", "Lars O. Mik", "Ruth van der Linde"]
