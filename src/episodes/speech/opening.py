"""Opening a file for its sound alone, whatever its tags hold."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

from episodes.core.id3 import id3_length

#: Tags of more bytes are passed over: FFmpeg writes private bytes out as text, in many times the memory.
_LARGE_TAG = 1 << 20
#: Some files have several.
_MOST_TAGS = 4


def open_sound(file: Path) -> Any:
    """Open a media file with FFmpeg, from behind large tags; raises FFmpegError or OSError."""
    import av

    start = _behind_tags(file)
    if start > _LARGE_TAG:
        with suppress(av.FFmpegError):  # not every build of FFmpeg can begin within a file
            return av.open(f"subfile,,start,{start},end,0,,:{file.absolute()}", **_lenient())
    return av.open(str(file), **_lenient())


def _behind_tags(file: Path) -> int:
    position = 0
    with file.open("rb") as stream:
        for _ in range(_MOST_TAGS):
            stream.seek(position)
            length = id3_length(stream.read(10))
            if not length:
                break
            position += length
    return position


def _lenient() -> dict[str, Any]:
    """Ask for tags that are no UTF-8 to be passed over; from PyAV 19 on that goes without saying."""
    import av

    return {"metadata_errors": "ignore"} if int(av.__version__.split(".")[0]) < 19 else {}
