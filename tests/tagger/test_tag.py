"""The tagger with its real weights on texts whose names no list knows."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from episodes.core.errors import EpisodesError
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.mention import Mention
from episodes.core.show import Show
from episodes.tagger.network import Network
from episodes.tagger.spans import end_of_name
from episodes.tagger.tag import fields_of, marked, mentions
from episodes.tagger.windows import windows_of
from episodes.tagger.words import words_of

SHOW = Show(slug="crumb", title="The Crumb", description="A weekly show about bread. Hosted by Imke Vandersloot.")


def read(description: str, *, title: str = "Sourdough", show: Show | None = SHOW) -> dict[str, Mention]:
    item = Item(source=Source(provider="web", key="1"), title=title, description=description)
    return {mention.name: mention for mention in mentions(item, show)}


def likely(mention: Mention) -> float:
    return mention.host + mention.guest


def test_a_guest_and_the_host_of_the_show_are_marked_though_no_list_knows_them() -> None:
    found = read("This week Imke talks to astronaut Qwira Tzoumas about baking in orbit.")
    assert found["Qwira Tzoumas"].guest > 0.7
    assert found["Imke Vandersloot"].host > 0.7


def test_two_guests_are_two_names() -> None:
    found = read("Our guests are Jorvik Halloran and Prunella Oakes, founders of Oakes & Sons.")
    assert found["Jorvik Halloran"].guest > 0.7
    assert found["Prunella Oakes"].guest > 0.7


def test_who_is_only_talked_of_is_less_likely_than_who_is_asked() -> None:
    found = read("Historian Qwira Tzoumas joins us to tell how Zoltan Brandvold burnt the bakery of Orl in 1603.")
    burnt = found.get("Zoltan Brandvold")
    assert found["Qwira Tzoumas"].guest > 0.7
    assert burnt is None or likely(burnt) < likely(found["Qwira Tzoumas"]) - 0.15


@pytest.mark.parametrize("text", ["", "   ", "🥖" * 50, "We talk about bread.", "a" * 30_000, "\x00\ud800"])
def test_a_text_without_people_has_no_likely_name(text: str) -> None:
    found = read(text, show=Show(slug="crumb", title="The Crumb"))
    assert not [name for name, mention in found.items() if likely(mention) > 0.5]


def test_a_word_that_a_lost_line_break_glued_to_a_name_is_cut_off() -> None:
    found = read("Our guests are Jorvik HalloranDescription and Prunella VanderOakes, who mill rye.")
    assert {"Jorvik Halloran", "Prunella VanderOakes"} <= set(found)


def test_what_is_glued_to_a_cyrillic_name_is_cut_off() -> None:
    found = read("Ведущие: Зоя Светлова, Вера БулочкинаЗвук: Иван Мельник. Гость Пётр МакКей, пекарь.")
    assert "Вера Булочкина" in found
    assert not [name for name in found if name.endswith(("Звук", " Мак"))]


def test_no_name_ends_with_a_particle_before_its_last_word() -> None:
    text = "Amedeo La Mattina and Bo La come; Jan de\nRyes; Minh Le Thi"
    words = list(words_of("text", text))
    ends = {words[last].text: words[end_of_name(last, words, {"text": text})].text for last in range(len(words))}
    assert words[end_of_name(1, words, {"text": text})].text == "Mattina"
    assert (ends["La"], ends["de"], ends["Le"]) == ("La", "de", "Le")


def test_names_are_found_behind_the_first_window() -> None:
    filler = "Flour, water and salt are all it takes, says the book. " * 60
    found = read(f"{filler}\n\nOur guest this week is Jorvik Halloran, who mills rye.")
    assert found["Jorvik Halloran"].guest > 0.5


@pytest.mark.parametrize("count", [60, 110, 200, 400])
def test_a_guest_at_the_end_of_a_long_text_is_read(count: int) -> None:
    filler = "Flour, water and salt are all it takes, says the book of the bakers of Orl. " * count
    assert read(f"{filler}\n\nOur guest is Jorvik Halloran, who mills rye.")["Jorvik Halloran"].guest > 0.5


def test_accents_that_stand_alone_are_part_of_their_letters() -> None:
    found = read("", title=unicodedata.normalize("NFD", "Interview: Jorvik Brandvolé – Bread"))
    assert "Jorvik Brandvolé" in found


def test_weights_that_are_not_there_are_an_error_of_ours(tmp_path: Path) -> None:
    (window,) = windows_of(list(words_of("title", "Rye")), lambda word: [4])
    with pytest.raises(EpisodesError, match="is not there"):
        Network(tmp_path).tags(window)
    with pytest.raises(EpisodesError, match="is not there"):
        Network(tmp_path).pieces("Rye")


def test_links_and_tags_are_not_read() -> None:
    item = Item(source=Source(provider="web", key="1"), description='<p>With <a href="https://x.example/">Ann</a></p>')
    assert fields_of(item, None)["text"] == "With Ann"


def test_an_item_carries_what_was_marked() -> None:
    item = Item(source=Source(provider="web", key="1"), description="Our guest is Jorvik Halloran.")
    assert marked(item, SHOW).mentions == mentions(item, SHOW) != ()


def test_a_name_ends_with_its_line() -> None:
    found = read("Hosts are Orla and Quillan\nTzoumas bakes a loaf, and we talk with Qwira Dahl about it.")
    assert not any("Tzoumas" in name and " " in name for name in found)


def test_a_name_goes_on_in_the_next_line_of_text_that_was_broken_at_one_width() -> None:
    found = read(
        "This week we talk about bread and ovens with the baker Qwira\nTzoumas, who has baked in Nairobi for ten years."
    )
    assert "Qwira Tzoumas" in found


def test_a_name_in_capitals_is_read_as_names_are_written() -> None:
    item = Item(
        source=Source(provider="web", key="1"), title="Rye", description="Historian ERIC FONER on NEW YORK RYE."
    )
    assert fields_of(item, None)["text"] == "Historian Eric Foner on NEW YORK RYE."


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Editors Oliver Math and Patrick Lang'at talk", "Patrick Lang'at"),
        ("Ann Lee's bread", "Ann Lee'"),  # what is owned is cut off later
        ("Zeynel Lüle'nin konuğu", "Zeynel Lüle'"),
    ],
)
def test_a_name_goes_on_behind_an_apostrophe_inside_it(text: str, name: str) -> None:
    words = list(words_of("text", text))
    last = next(number for number, word in enumerate(words) if word.text in ("Lang'", "Lee'", "Lüle'"))
    end = words[end_of_name(last, words, {"text": text})].end
    assert text[text.index(name.split(maxsplit=1)[0]) : end] == name
