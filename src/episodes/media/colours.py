"""The colours of a picture, sampled."""

from __future__ import annotations

import io

from episodes.core.accents import Point

#: Points a side: enough to tell what colour a cover has.
_SIDE = 24


def sample_colours(picture: bytes) -> tuple[Point, ...]:
    """Read a JPEG or PNG picture and sample it evenly; empty where it cannot be read as one."""
    import av

    try:
        with av.open(io.BytesIO(picture), "r") as container:
            frame = next(container.decode(video=0))
            small = frame.reformat(width=_SIDE, height=_SIDE, format="rgb24")
            points = small.to_ndarray().reshape(-1, 3)
    except (av.error.FFmpegError, StopIteration, IndexError, ValueError):
        return ()
    return tuple((int(red), int(green), int(blue)) for red, green, blue in points)
