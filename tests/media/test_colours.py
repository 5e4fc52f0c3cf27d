"""The accent of pages follows the cover."""

from __future__ import annotations

import io

import av
import numpy
import pytest

from episodes.core.accents import accent_of_points
from episodes.media.colours import sample_colours


def a_picture(colour: tuple[int, int, int]) -> bytes:
    """A PNG in one colour with a white band."""
    pixels = numpy.full((120, 120, 3), 255, numpy.uint8)
    pixels[30:] = colour
    target = io.BytesIO()
    with av.open(target, "w", format="image2pipe") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = 120, 120, "rgb24"
        frame = av.VideoFrame.from_ndarray(pixels, format="rgb24")
        container.mux([*stream.encode(frame), *stream.encode(None)])
    return target.getvalue()


@pytest.mark.parametrize(
    ("colour", "accent"),
    [
        ((20, 33, 61), "blue"),
        ((190, 30, 45), "rose"),
        ((20, 110, 60), "green"),
        ((120, 60, 160), "violet"),
        ((90, 90, 90), ""),
    ],
)
def test_a_cover_gives_its_accent(colour, accent):
    """Grey covers give none."""
    assert accent_of_points(sample_colours(a_picture(colour))) == accent


def test_what_is_no_picture_has_no_colours():
    """The page then takes the accent of the show's name."""
    assert sample_colours(b"no picture") == ()
    assert sample_colours(b"") == ()
    assert sample_colours(a_picture((1, 2, 3))[:60]) == ()
