"""Texts that were broken into lines of one width, and what hosting services set behind them."""

from __future__ import annotations

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
        "country, and why wheat followed it. Our guest is the miller Ann\n"
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
        ["Everything is here, and it ends with a full stop.", "lower case begins anew"],
        ["これは長い行ですこれは長い行ですこれは長い行ですこれは長い行ですこれは長い行です", "次の行"],
        ["we talk about this and that and about what is there", "", "but a gap is a gap"],
    ],
)
def test_what_is_no_wrapped_paragraph_stays(lines: list[str]) -> None:
    assert unwrapped(lines) == lines


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
