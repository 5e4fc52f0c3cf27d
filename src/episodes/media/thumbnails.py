"""Small copies of pictures: directories want covers of 3000 points, pages show them at a tenth of that."""

from __future__ import annotations

import io
from fractions import Fraction
from typing import Any

#: JPEG's scale of quantisers, 2 (best) to 31.
_QUALITY = "3"


def shrink_picture(picture: bytes, side: int) -> bytes:
    """Make a JPEG copy whose longer side has `side` points; empty where that is no gain or cannot be done.

    Pictures that let the ground shine through are left alone: JPEG cannot.
    """
    import av

    try:
        with av.open(io.BytesIO(picture), "r") as container:
            frame = next(container.decode(video=0))
        if max(frame.width, frame.height) <= side or _shines_through(frame):
            return b""
        scale = side / max(frame.width, frame.height)
        width, height = (max(2, round(length * scale / 2) * 2) for length in (frame.width, frame.height))
        small = _encode(frame.reformat(width=width, height=height, format="yuvj420p", interpolation="AREA"))
    except (av.error.FFmpegError, StopIteration, IndexError, ValueError):
        return b""
    return small if len(small) < len(picture) else b""


def _shines_through(frame: Any) -> bool:
    return frame.format.name == "pal8" or any(component.is_alpha for component in frame.format.components)


def _encode(frame: Any) -> bytes:
    import av

    context: Any = av.CodecContext.create("mjpeg", "w")
    context.width, context.height, context.pix_fmt = frame.width, frame.height, "yuvj420p"
    context.options = {"qmin": _QUALITY, "qmax": _QUALITY, "flags": "+bitexact"}
    context.time_base = Fraction(1)
    context.thread_count = 1  # several cut the picture in slices, and would give other bytes than one core does
    frame.pts = 0
    return b"".join(bytes(packet) for packet in [*context.encode(frame), *context.encode(None)])
