"""Texts that were broken into lines of one width, and what hosting services set behind them."""

from __future__ import annotations

import time

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.naming.wrapping import unwrapped
from episodes.core.reading import Reading


def read(description: str) -> Reading:
    return read_item(Item(source=Source(provider="web", key="1"), title="Rye", description=description))


def test_a_wrapped_paragraph_is_one() -> None:
    found = read(
        "This week we talk about rye, how it came to the north of the\n"
        "country, and why wheat followed it only a few hundred years\n"
        "later, when the mills were there. Our guest is the miller Ann\n"
        "Lee, who has kept a mill for thirty years.\n\nMusic by nobody."
    )
    assert found.summary.endswith("Our guest is the miller Ann Lee, who has kept a mill for thirty years.")
    assert [one.name for one in found.credits] == ["Ann Lee"]
    assert found.notes == "Music by nobody."


@pytest.mark.parametrize(
    "lines",
    [
        ["A line whose author ended it right here, as he liked", "Another line"],
        ["you find all that we have talked about today at", "https://crumb.example/rye"],
        ["a short line", "another short line"],
        ["how rye came to the north of the country then 00:00", "why wheat followed it only much later 05:00"],
        ["Todo sobre la historia del pan y del trigo del norte", "con Ana Pérez"],
        ["rye is the grain of the north, and we follow it from", "follow us on instagram"],
        ["boards of canada - roygbiv and some other tracks of", "aphex twin - xtal"],
        ["Everything is here, and it ends with a full stop.", "lower case begins anew"],
        ["これは長い行ですこれは長い行ですこれは長い行ですこれは長い行ですこれは長い行です", "次の行"],
        ["we talk about this and that and about what is there", "", "but a gap is a gap"],
    ],
)
def test_what_is_no_wrapped_paragraph_stays(lines: list[str]) -> None:
    assert unwrapped(lines) == lines


def test_a_word_that_was_parted_is_one() -> None:
    assert unwrapped(["Heute sprechen wir in einer langen Folge mit der Müll-", "erei, und über Korn-", "und Mehl"])[
        0
    ] == ("Heute sprechen wir in einer langen Folge mit der Müll-")
    lines = [
        "Wir sprechen mit den Leuten aus der alten Müll-",
        "erei am Bach, über das, was sie da mahlen, und das",
        "was sie davon backen, und wer das dann alles isst.",
    ]
    assert unwrapped(lines)[0].startswith("Wir sprechen mit den Leuten aus der alten Müllerei am Bach")


@pytest.mark.parametrize(
    "text",
    [
        "We talk of rye. Get full access to Crumbs at crumbs.substack.com/subscribe. Bo Ek joins us at the end.",
        "Here you learn more about your ad choices in Europe and elsewhere, and Ann Lee, a lawyer, is our guest.",
        "Dark patterns: see https://www.acast.com/privacy policies and what Ann Lee says about them in the end.",
    ],
)
def test_words_like_those_of_a_hosting_service_stay_where_more_follows(text: str) -> None:
    found = read(text)
    assert text.rsplit(maxsplit=1)[-1] in f"{found.summary} {found.notes}"


def test_hostile_lines_take_no_time() -> None:
    began = time.process_time()
    for sign in "-—|· ":
        read("Rye" + sign * 50_000)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "tail",
    [
        "See omnystudio.com/listener for privacy information.",
        " Learn more about your ad choices. Visit megaphone.fm/adchoices",
        " Hosted on Acast. See acast.com/privacy for more information.", " Hosted by Simplecast, an AdsWizz company.",
        "See Privacy Policy at https://art19.com/privacy "
        "and California Privacy Notice at https://art19.com/privacy#do-not-sell-my-info.",
    ],
)  # fmt: skip
def test_what_a_hosting_service_set_behind_the_text_is_no_part_of_it(tail: str) -> None:
    found = read(f"We talk of rye, and of those who mill it.{tail}")
    assert (found.summary, found.notes, found.links) == ("We talk of rye, and of those who mill it.", "", ())


def test_a_show_that_is_about_hosting_keeps_its_words() -> None:
    text = "Why is every show hosted on Acast now, and what does that mean?"
    assert read(text).summary == text
