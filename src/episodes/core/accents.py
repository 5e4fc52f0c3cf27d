"""Accents: the few colours that pages come in, and which of them goes with a picture."""

from __future__ import annotations

import math
from collections.abc import Iterable

#: Name and hue (OKLCH, degrees) of each; the style sheet fixes lightness, so that all can be read.
HUES = {
    "rose": 12.0, "rust": 42.0, "amber": 75.0, "olive": 115.0, "green": 155.0,
    "teal": 200.0, "blue": 250.0, "violet": 295.0, "plum": 340.0,
}  # fmt: skip
ACCENTS = tuple(HUES)
#: Less colour than this is grey, or the noise of compression.
_GREY = 0.03
#: A picture with less than this share of coloured points is taken for black and white.
_COLOURED = 0.02

Point = tuple[int, int, int]  #: red, green, blue, 0 to 255 each


def accent_of_points(points: Iterable[Point]) -> str:
    """Choose the accent that goes with a picture: the hue that most of its colour has; "" for a grey one.

    >>> accent_of_points([(20, 33, 61)] * 9 + [(252, 163, 17)])
    'blue'
    >>> accent_of_points([(10, 10, 10), (250, 250, 250)])
    ''
    """
    weights = dict.fromkeys(HUES, 0.0)
    count = coloured = 0
    for point in points:
        count += 1
        chroma, hue = _chroma_and_hue(point)
        if chroma >= _GREY:
            coloured += 1
            weights[_nearest(hue)] += chroma
    if not count or coloured < _COLOURED * count:
        return ""
    return max(weights, key=lambda name: weights[name])


def colour_of(accent: str, *, lightness: float, chroma: float) -> Point:
    """Mix a colour of an accent's hue (lightness 0 to 1); what a screen cannot show is cut off.

    >>> colour_of("blue", lightness=1, chroma=0), colour_of("rust", lightness=0.3, chroma=0.08)
    ((255, 255, 255), (77, 29, 7))
    """
    hue = math.radians(HUES.get(accent, HUES["blue"]))
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _part(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _part(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _part(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )


def _part(linear: float) -> int:
    linear = min(1.0, max(0.0, linear))
    return round(255 * (12.92 * linear if linear <= 0.0031308 else 1.055 * linear ** (1 / 2.4) - 0.055))


def _nearest(hue: float) -> str:
    return min(HUES, key=lambda name: abs((HUES[name] - hue + 180) % 360 - 180))


def _chroma_and_hue(point: Point) -> tuple[float, float]:
    """Turn sRGB into OKLCH (Ottosson 2020, "A perceptual color space for image processing")."""
    red, green, blue = (_linear(part / 255) for part in point)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return math.hypot(a, b), math.degrees(math.atan2(b, a)) % 360


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
