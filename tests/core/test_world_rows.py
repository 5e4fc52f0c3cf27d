"""People behind and below labels of the text's own language."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item


def people(text: str) -> list[tuple[str, str]]:
    reading = read_item(Item(source=Source(provider="web", key="1"), title="1", description=text))
    return [(person.role, person.name) for person in reading.credits]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Поговорим о парках и о том, как они живут.\n\nГость выпуска:\nФеликс Машков, архитектор\n\n"
            "Ведущие выпуска:\nЛида Чапко, Никита Новосёлов",
            [("host", "Лида Чапко"), ("host", "Никита Новосёлов"), ("guest", "Феликс Машков")],
        ),
        (
            "Det handler om biff og om stjerner.\n\nI panelet:\nSissel Beate Rønning - genteknolog og matforsker\n"
            "Einar Uggerud - kjemiker",
            [("guest", "Sissel Beate Rønning"), ("guest", "Einar Uggerud")],
        ),
        (
            "Plus d'infos sur cet épisode :\n\nLes animateurs sont Jérôme Keinborg (@jk) et Cédric Bonnet (@cb).",
            [("host", "Jérôme Keinborg"), ("host", "Cédric Bonnet")],
        ),
        (
            "Si parla di pane e di forni con chi li fa.\n\nAl microfono Luca Tancredi Barone",
            [("host", "Luca Tancredi Barone")],
        ),
        (
            "Eine Folge über das Brot und wie es auf den Tisch kommt.\n\nPrediger: Christof Lenzen",
            [("guest", "Christof Lenzen")],
        ),
    ],
)
def test_names_at_a_label_are_of_its_role(text: str, found: list[tuple[str, str]]) -> None:
    assert people(text) == found


def test_a_line_that_begins_with_no_name_ends_the_list() -> None:
    text = "Гости выпуска\nФеликс Машков\nПоговорили о том, как Галя Цесарская ведёт парк и что будет дальше."
    assert people(text) == [("guest", "Феликс Машков")]


@pytest.mark.parametrize(
    "text",
    [
        "Mit dabei\n\nAngela Merkel hat gestern gesagt, dass sie nicht mehr kandidiert, und das ist auch gut so.",
        "Эксперты\nВладимир Путин подписал закон о парках, и это меняет всё.",
        "Moderation Schlager\nHelene Fischer – Atemlos\nRoland Kaiser – und das ist die Liste von der Sendung",
        "Predigt: Maria Magdalena am Grab, und das ist der Text der Bibel",
        "Prediger Salomo\nMartin Luther übersetzt das Buch und die Bibel",
    ],
)
def test_what_is_no_list_of_people_names_nobody(text: str) -> None:
    assert people(text) == []


def test_a_list_goes_on_behind_what_its_people_are_and_leaves_out_who_helps() -> None:
    text = (
        "Eine Folge über das Brot und wie es auf den Tisch kommt.\n\nModeration:\n\n- Anna Schmidt, Autorin, Bäckerin\n"
        "- Uwe Holt: Müller\n- Max Weber (Schnitt)\n\nMartin Luther kommt nicht vor."
    )
    assert people(text) == [("host", "Anna Schmidt"), ("host", "Uwe Holt")]
