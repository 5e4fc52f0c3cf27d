"""Guests whose small portraits stand in a description, with their names beneath."""

from __future__ import annotations

import pytest

from episodes.core.item import Item
from episodes.core.media import Source
from episodes.core.naming.items import read_item

CELL = """<div style="float:right"><table><tr><td>
  <img alt="{said}" title="{said}" width="{width}" height="{height}" src="https://example.org/n.jpg"/>
  <br/><strong>{text}</strong><br/>
  <a href="https://example.org/nora"><img alt="Website" width="32" height="32" src="https://example.org/w.png"/></a>
</td></tr></table></div><p>What mills did to rivers, and what rivers did to mills.</p>"""


def guests(text: str, said: str = "", width: int = 128, height: int = 128) -> list[str]:
    description = CELL.format(said=said or text, text=text, width=width, height=height)
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
        ("Nora Ek", {"width": 128, "height": 90}),
        ("River and Mill", {}),
        ("Nora Ek and the mills of Kiln", {}),
    ],
)
def test_other_pictures_name_nobody(text, how):
    assert guests(text, **how) == []
