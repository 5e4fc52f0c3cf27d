"""Small copies of covers for pages."""

from __future__ import annotations

import io

import av
import numpy
import pytest

from episodes.media.thumbnails import shrink_picture


def a_picture(width: int, height: int, *, pix_fmt: str = "rgb24") -> bytes:
    """A PNG of noise, which is large as files go."""
    channels = 4 if pix_fmt == "rgba" else 3
    pixels = numpy.random.default_rng(7).integers(0, 255, (height, width, channels), dtype=numpy.uint8)
    target = io.BytesIO()
    with av.open(target, "w", format="image2pipe") as container:
        stream = container.add_stream("png", rate=1)
        stream.width, stream.height, stream.pix_fmt = width, height, pix_fmt
        container.mux([*stream.encode(av.VideoFrame.from_ndarray(pixels, format=pix_fmt)), *stream.encode(None)])
    return target.getvalue()


def size_of(picture: bytes) -> tuple[int, int]:
    with av.open(io.BytesIO(picture)) as container:
        frame = next(container.decode(video=0))
        return frame.width, frame.height


@pytest.mark.parametrize(("size", "small"), [((1400, 1400), (640, 640)), ((1600, 800), (640, 320))])
def test_a_large_cover_gets_a_small_copy(size, small):
    """In the same proportions, and the same bytes each time."""
    cover = a_picture(*size)

    copy = shrink_picture(cover, 640)

    assert size_of(copy) == small
    assert len(copy) < len(cover)
    assert copy == shrink_picture(cover, 640)


def test_what_needs_none_gets_none():
    """Small pictures, pictures with see-through places, and what is no picture."""
    assert shrink_picture(a_picture(600, 600), 640) == b""
    assert shrink_picture(a_picture(700, 700, pix_fmt="rgba"), 640) == b""
    assert shrink_picture(b"no picture", 640) == b""
