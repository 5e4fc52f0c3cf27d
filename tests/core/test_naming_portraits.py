"""Guests whose small portraits stand in a description, with their names beneath."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item

SRC = "https://example.org/wp-content/cache/podlove/38/nora_128x128.jpg"
CELL = """<div style="float:right"><table><tr><td>
  <img alt="{said}" title="{said}" width="{width}" height="{height}" src="{src}"/>
  <br/><strong>{text}</strong><br/>
  <a href="https://example.org/nora"><img alt="Website" width="32" height="32" src="https://example.org/cache/podlove/w.png"/></a>
</td></tr></table></div><p>What mills did to rivers, and what rivers did to mills.</p>"""


def guests(text: str, said: str = "", width: object = 128, height: object = 128, src: str = SRC) -> list[str]:
    description = CELL.format(said=said or text, text=text, width=width, height=height, src=src)
    item = Item(
        source=Source(provider="feed", key="1"),
        title="Rivers",
        description=description,
        author="Ann Lee",
        show_title="Mills",
    )
    return [credit.name for credit in read_item(item).credits if credit.role == "guest"]


@pytest.mark.parametrize(("text", "name"), [("Nóra Ek", "Nóra Ek"), ("Dr. Nora Ek", "Nora Ek")])
def test_a_name_under_a_portrait_is_a_guest(text, name):
    assert guests(text) == [name]


def test_a_portrait_need_not_be_square():
    assert guests("Nora Ek", height=133) == ["Nora Ek"]


def test_a_host_under_a_portrait_stays_one():
    assert guests("Ann Lee") == []


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Nora Ek", {"said": "A mill by a river"}),  # the picture shows something else
        ("Nora Ek", {"width": 640, "height": 640}),  # what is talked about
        ("Nora Ek", {"src": "https://example.org/nora.jpg"}),  # whom other pages show may be anybody
        ("Nora Ek", {"width": "9" * 5000}),
        ("Nora Ek", {"width": 128, "height": 90}),
        ("River and Mill", {}),
        ("Nora Ek and the mills of Kiln", {}),
    ],
)
def test_other_pictures_name_nobody(text, how):
    assert guests(text, **how) == []


def test_pictures_without_an_end_take_no_time():
    """Steps grow with the length of the text."""
    item = Item(source=Source(provider="feed", key="1"), title="Rivers", description='<img src="/podlove/" ' * 9000)

    assert read_item(item).credits == ()
