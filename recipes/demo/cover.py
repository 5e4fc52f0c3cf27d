"""The show's cover: spoken bars turn into written lines, and one line has been found."""

from __future__ import annotations

import io
import math

from PIL import Image, ImageDraw, ImageFont

SIDE = 1400
NIGHT, PAPER, SOFT, AMBER = "#14213d", "#f4f1e8", "#8d99b8", "#fca311"
MIDDLE = 560
LINES = (330, 250, 380, 300, 360)
FOUND = 2


def cover_jpeg(show: str) -> bytes:
    """Draw the square picture that podcast apps ask for."""
    image = Image.new("RGB", (SIDE, SIDE), NIGHT)
    draw = ImageDraw.Draw(image)
    _draw_speech(draw)
    _draw_text(draw)
    draw.text((SIDE / 2, 1130), show, fill=PAPER, font=ImageFont.load_default(170), anchor="mm")
    packed = io.BytesIO()
    image.save(packed, "JPEG", quality=80, optimize=True, progressive=True)
    return packed.getvalue()


def _draw_speech(draw: ImageDraw.ImageDraw) -> None:
    for bar in range(12):
        height = 90 + 230 * abs(math.sin(bar * 1.9)) * (1 - abs(bar - 6) / 14)
        left = 115 + bar * 46
        draw.rounded_rectangle((left, MIDDLE - height, left + 24, MIDDLE + height), 12, fill=SOFT)


def _draw_text(draw: ImageDraw.ImageDraw) -> None:
    for row, width in enumerate(LINES):
        top = MIDDLE - 230 + row * 104
        draw.rounded_rectangle((760, top, 760 + width, top + 44), 22, fill=AMBER if row == FOUND else PAPER)
    draw.ellipse((1056, MIDDLE - 100, 1256, MIDDLE + 100), outline=AMBER, width=22)
    draw.line((1224, MIDDLE + 72, 1300, MIDDLE + 150), fill=AMBER, width=30)
