"""Cards drawn with Pillow: cover, title, number and show on the dark tone of the show's colour."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from typing import Any

from episodes.core.accents import Point, colour_of
from episodes.site.card.cards import Card
from episodes.site.card.letters import Block, fit

#: What those who show shared links take whole.
WIDTH, HEIGHT = 1200, 630
_MARGIN, _SIDE, _GAP = 72, 454, 56
_TOP = (HEIGHT - _SIDE) // 2
_ALONE = 510  #: side of a cover without words
_SMALL, _LINE = 30, 36
_SIZES = (104, 96, 88, 80, 72, 66, 60, 54, 48, 43, 38)
_TITLE, _WORDS = 640, 480  #: weights
_QUALITY = 76
_SHARP = 4  #: edges are drawn this much larger, then made small


def draw(card: Card, cover: bytes) -> bytes:
    """Draw a card as JPEG; the same one gives the same bytes. A cover that cannot be read is left out."""
    from PIL import ImageDraw

    picture = _tile(cover, _SIDE if card.title else _ALONE) if card.cover else None
    image = _ground(card.accent, circles=picture is None).copy()
    if picture is None:
        left, width = _MARGIN, WIDTH - 2 * _MARGIN - 120
    else:
        left = _MARGIN if card.title else (WIDTH - _ALONE) // 2
        image.paste(picture, (left, (HEIGHT - picture.height) // 2), _rounded(picture.width))
        left, width = _MARGIN + _SIDE + _GAP, WIDTH - 2 * _MARGIN - _SIDE - _GAP
    if card.title:
        _write(ImageDraw.Draw(image), card, left=left, width=width)
        if card.length:
            image.paste(_tone(card.accent, 0.86, 0.07), (left, _TOP + _SIDE - 42), _play_mark())
    return _encode(image)


def _write(canvas: Any, card: Card, *, left: int, width: int) -> None:
    soft, top, bottom = _tone(card.accent, 0.86, 0.07), _TOP, _TOP + _SIDE
    foot = " · ".join(part for part in (card.length, card.below) if part)
    if card.above:
        _put(canvas, _line(card.above, width), left, top, soft)
        top += _LINE + 18
    if foot:
        indent = 56 if card.length else 0
        _put(canvas, _line(foot, width - indent), left + indent, bottom - _LINE - 3, soft)
        bottom -= _LINE + 28
    title = fit(card.title, width=width, height=bottom - top, sizes=_SIZES, weight=_TITLE)
    free = bottom - top - title.height
    _put(canvas, title, left, top if card.above else top + free / 2, _tone(card.accent, 0.975, 0.01))


def _line(text: str, width: int) -> Block:
    return fit(text, width=width, height=_LINE, sizes=(_SMALL,), weight=_WORDS)


def _put(canvas: Any, block: Block, left: float, top: float, colour: Point) -> None:
    # Lines hang from their base line, which files of one typeface share; their tops differ.
    base = top + block.face.size * 0.9
    for line in block.lines:
        at = left
        for font, run in block.face.runs(line):
            canvas.text((at, base), run, font=font, fill=colour, anchor="ls")
            at += font.getlength(run)
        base += block.step


def _tone(accent: str, lightness: float, chroma: float) -> Point:
    return colour_of(accent, lightness=lightness, chroma=chroma)


@lru_cache(maxsize=32)
def _ground(accent: str, *, circles: bool) -> Any:
    from PIL import Image, ImageDraw

    scale = 2
    ground = Image.new("RGB", (WIDTH * scale, HEIGHT * scale), _tone(accent, 0.29, 0.06))
    canvas = ImageDraw.Draw(ground)
    rings = ((420, 0.33), (310, 0.29), (200, 0.37)) if circles else ()
    for radius, lightness in rings:
        canvas.circle((WIDTH * scale, 0), radius * scale, fill=_tone(accent, lightness, 0.07))
    return ground.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)


@cache
def _rounded(side: int) -> Any:
    from PIL import Image, ImageDraw

    mask = Image.new("L", (side * _SHARP, side * _SHARP))
    ImageDraw.Draw(mask).rounded_rectangle((0, 0, side * _SHARP - 1, side * _SHARP - 1), radius=24 * _SHARP, fill=255)
    return mask.resize((side, side), Image.Resampling.LANCZOS)


@cache
def _play_mark() -> Any:
    """A disc with a triangle cut out: what is shared can be heard."""
    from PIL import Image, ImageDraw

    side = 42 * _SHARP
    mask = Image.new("L", (side, side))
    canvas = ImageDraw.Draw(mask)
    canvas.ellipse((0, 0, side - 1, side - 1), fill=255)
    canvas.polygon([(side * 0.38, side * 0.28), (side * 0.38, side * 0.72), (side * 0.74, side * 0.5)], fill=0)
    return mask.resize((42, 42), Image.Resampling.LANCZOS)


@lru_cache(maxsize=8)
def _tile(cover: bytes, side: int) -> Any:
    """The middle square of a cover; None where it cannot be read."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(cover)) as opened:
            opened.draft("RGB", (2 * side, 2 * side))  # JPEG can be read small
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    square = ImageOps.fit(upright, (side, side), Image.Resampling.LANCZOS)
    white = Image.new("RGBA", square.size, "white")
    return Image.alpha_composite(white, square).convert("RGB")


def _encode(image: Any) -> bytes:
    made = io.BytesIO()
    image.save(made, "JPEG", quality=_QUALITY, subsampling="4:2:0")
    return made.getvalue()
