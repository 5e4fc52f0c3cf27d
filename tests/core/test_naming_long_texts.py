"""Texts that nobody wrote for readers: whatever they hold, and however long they are, they are read in few steps."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest

from episodes.core.captions.html_reading import read_html
from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item
from episodes.core.naming.markup import to_lines
from episodes.core.show import Show
from episodes.core.sound_html import sound_html

LENGTH = 160_000
#: Reading the worst of these takes some 1,100,000; where the cost of a line grew with its square, it took millions.
MOST_STEPS = 2_000_000

PIECES = [
    "with with Ann Lee ",
    "; Host: Ann Lee; ",
    ". Guest: Ann Lee, Bob Ray. ",
    "Ann Lee talks to Bob Ray and ",
    "Ann Lee, author of Crumb, ",
    "Ann Lee, Bob Ray, ",
    "EP1 EP2 ",
    "AAAA ",
    "… ",
    "- ",
    "Bread Hour's Ann Lee ",
]


def steps(action: Callable[[], object]) -> int:
    """Count the functions that are called: unlike the time it takes, that is the same on every machine."""
    count = 0

    def on_event(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


TAGS = [
    "<a ", "</", "<br ", '<a ="', "<a href='", "<img ", "<!--", "<![CDATA[", "<iframe ", "<script>", "<p x='>'><",
    """<p x=">'<q y='>\"""", "</ p", "<p x=' >", '<a ="<b" ',
]  # fmt: skip


@pytest.mark.parametrize("tag", TAGS)
def test_tags_that_are_never_closed_are_read_at_once(tag: str):
    """Python's parser goes to the end for each of them: it took up to three minutes."""
    text = f"<p>All about rye.</p>\n{tag * (LENGTH // len(tag))}"
    item = Item(source=Source(provider="web", key="1"), title="Rye", description=text)
    clock = time.process_time()

    assert to_lines(text)[0] == "All about rye."
    assert read_item(item).title == "Rye"
    assert read_html(text).cues
    assert sound_html(f"<a {tag.lstrip('<a ') * (LENGTH // len(tag))}")
    assert time.process_time() - clock < 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</ p>b</>c</p>", "abc"),
        (
            "<p><a href='https://example.org/' title='1<2<3<4<5<6>7'>All</a> of <i x='>it</i></p>",
            "[All](https://example.org/) of it",
        ),
        ('<p 5">one</p><p 6">two</p>', "one\n\ntwo"),
    ],
)
def test_odd_tags_are_read_as_browsers_do(text: str, expected: str):
    """Ends of nothing vanish, values hold any sign in quotes, and quotes that are never closed hold nothing."""
    assert "\n".join(to_lines(text)) == expected


@pytest.mark.parametrize("width", [4000, 200])
@pytest.mark.parametrize("piece", PIECES)
def test_long_lines_are_read_in_few_steps(piece: str, width: int):
    line = (piece * (width // len(piece) + 1))[:width]
    item = Item(
        source=Source(provider="web", key="1"), title="Rye", description="\n".join([line] * (LENGTH // (width + 1)))
    )
    show = Show(slug="show", title="Bread Hour", description="Hosted by Tom Roth.")

    assert steps(lambda: read_item(item, show=show)) < MOST_STEPS


def test_names_behind_other_names_are_read_however_many_there_are():
    """Only the first of a very long list are taken, and the text behind it is read on."""
    row = ", ".join(["Ann Lee", "Bob Ray", *(f"Eva {chr(65 + n % 26)}olt" for n in range(2000))])
    item = Item(source=Source(provider="web", key="1"), title="Rye", description=f"Guests: {row}\n\nHost: Tom Roth")
    found = read_item(item).credits

    assert {"Ann Lee", "Bob Ray"} <= {one.name for one in found if one.role == "guest"}
    assert [one.name for one in found if one.role == "host"] == ["Tom Roth"]
