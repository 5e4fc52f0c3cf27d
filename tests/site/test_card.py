"""Cards: pictures for shared links, with words that fit, can be read, and hold no empty boxes."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import html
from PIL import Image

from episodes import site
from episodes.core.accents import ACCENTS
from episodes.site import card
from episodes.site.card import letters
from episodes.site.card.letters import LEADING, fit, legible
from episodes.site.write import Writer
from episodes.workflow.cards import with_card, with_show_card
from web.examples import EPISODE, a_publication, a_show

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen"


def a_cover(size: tuple[int, int] = (700, 700), mode: str = "RGB", form: str = "PNG") -> bytes:
    made = io.BytesIO()
    Image.new(mode, size, "red" if mode != "L" else 120).save(made, form)
    return made.getvalue()


def card_of(title: str, cover: bytes = b"", accent: str = "teal") -> card.Card:
    show = a_show()
    show = replace(show, show=replace(show.show, accent=accent))
    return card.card_of_episode(show, a_publication(replace(EPISODE, title=title)), cover=cover)


def seen(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


@pytest.mark.parametrize(
    "title", ["Hi", "The bridge & the river", LONG, f"{LONG} und {LONG}", "So long " * 60, "W" * 400]
)
@pytest.mark.parametrize("cover", [b"", a_cover()])
def test_a_card_is_a_small_jpeg_of_the_usual_size(title, cover):
    """With any title; the same card is the same bytes."""
    wanted = card_of(title, cover)
    content = card.draw(wanted, cover)

    assert seen(content).size == (1200, 630)
    assert seen(content).format == "JPEG"
    assert len(content) < 200_000
    assert content == card.draw(wanted, cover)


@pytest.mark.parametrize("title", ["Hi", LONG, "So long " * 60, "W" * 400, "A b c d e f g"])
def test_lines_stay_in_their_box(title):
    """As large as fits; the last line of what is too long ends in dots."""
    block = fit(title, width=546, height=340, sizes=(96, 72, 54, 43, 38), weight=640)

    assert block.lines
    assert len(block.lines) * block.face.size * LEADING <= 340
    assert all(block.face.width(line) <= 546 for line in block.lines)
    whole = "".join(block.lines).replace("-", "").replace(" ", "")
    assert whole == title.replace(" ", "") or whole.endswith("…")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dvořák 🎉 in Łódź – “so”", "Dvořák in Łódź – “so”"),
        ("Привет", ""),
        ("你好, world", ""),
        ("שלום", ""),
        ("ﬁne № 5 and Ｃ", "fine No 5 and C"),
        ("a\u0301 b\ufe0f", "á b"),
        ("\U0001f600", ""),
        ("", ""),
    ],
)
def test_letters_that_the_typeface_has_not_are_never_drawn(text, shown):
    """Pictographs go; a text with a foreign letter goes whole, for half a word is worse than none."""
    assert legible(text) == shown


def test_letters_that_are_known_without_the_typeface_are_in_it():
    """Each is drawn, and not as the box for letters that are not there: Pillow need not be loaded for them."""
    known = [sign for sign in map(chr, range(ord(letters._LAST_KNOWN) + 1)) if sign.isprintable() and sign != " "]
    font = letters.face(100, 600).fonts[0]
    box = bytes(font.getmask(letters._NOT_THERE))

    assert len(known) > 180
    assert [sign for sign in known if not font.getmask(sign).getbbox() or bytes(font.getmask(sign)) == box] == []


def test_a_title_in_another_script_leaves_the_cover_alone():
    """In the middle; without a cover there is no card."""
    cover = a_cover()
    alone = seen(card.draw(card_of("Привет", cover), cover)).convert("RGB")

    assert alone.getpixel((600, 315))[0] > 200
    assert alone.getpixel((200, 315))[0] < 90
    assert card_of("Привет").is_blank
    assert not card_of("Привет", cover).is_blank


@pytest.mark.parametrize("accent", ACCENTS)
def test_words_stand_out_from_the_ground(accent):
    """At least seven to one in every colour, as WCAG's highest grade asks."""
    drawn = seen(card.draw(card_of("MMMM", accent=accent), b"")).convert("L")
    dark, light = drawn.getextrema()

    def luminance(grey: int) -> float:
        part = grey / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    assert dark < 80
    assert (luminance(light) + 0.05) / (luminance(80) + 0.05) >= 7


@pytest.mark.parametrize(
    "cover",
    [
        b"no picture",
        a_cover()[:200],
        a_cover((3, 900)),
        a_cover(mode="RGBA"),
        a_cover(mode="L"),
        a_cover(mode="CMYK", form="JPEG"),
    ],
)
def test_any_cover_gives_a_card(cover):
    """Broken ones are left out; grey, transparent and print colours are turned into ours."""
    assert seen(card.draw(card_of("A title", cover), cover)).size == (1200, 630)


def test_a_card_is_drawn_only_when_it_shows_something_else(tmp_path):
    """Its name tells; a new title gives a new name, a new summary none."""
    writer = Writer(tmp_path)
    show = with_show_card(a_show(), writer=writer)
    first = with_card(a_publication(), show, writer=writer).card
    before = (tmp_path / first).stat().st_mtime_ns

    other_words = with_card(a_publication(replace(EPISODE, summary="New")), show, writer=writer).card
    other_title = with_card(a_publication(replace(EPISODE, title="New")), show, writer=writer).card

    assert other_words == first != other_title
    assert (tmp_path / first).stat().st_mtime_ns == before
    assert (tmp_path / other_title).is_file()
    assert (tmp_path / show.card).is_file()


def test_pages_name_the_card_with_its_size_and_words():
    """For those who show a shared link; without a card the cover stands in."""
    show = replace(a_show(), cover="quick-take/cover.png")
    publication = replace(a_publication(), card="quick-take/338-the-bridge/card-1.jpg")

    def told(publication):
        tree = html.fromstring(site.render_episode(show, publication)[1].decode())
        return {m.get("property") or m.get("name"): m.get("content") for m in tree.xpath("//meta[@content]")}

    with_one, without = told(publication), told(a_publication())
    assert with_one["og:image"] == "https://shows.example.org/pods/quick-take/338-the-bridge/card-1.jpg"
    assert (with_one["og:image:width"], with_one["og:image:height"]) == ("1200", "630")
    assert with_one["og:image:alt"] == "The bridge & the river"
    assert with_one["twitter:card"] == "summary_large_image"
    assert without["og:image"].endswith("quick-take/cover.png")
    assert without["twitter:card"] == "summary"
