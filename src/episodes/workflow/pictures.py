"""Pictures: the covers of shows and episodes, brought under the web root."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from episodes.core.accents import Point, accent_of_points
from episodes.core.errors import PublishError
from episodes.core.show import Show
from episodes.site.write import Writer

#: What feeds and pages may show (Apple takes JPEG and PNG).
ENDINGS = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png"}


def picture_path(image: str, place: str) -> str:
    """Say where a picture of the workspace is published; "" for an address, which is left to whoever shows it."""
    ending = ENDINGS.get(Path(image).suffix.lower(), "") if "://" not in image else ""
    return f"{place}/cover{ending}" if ending else ""


def with_accent(show: Show, *, folder: Path, sample_colours: Callable[[bytes], Iterable[Point]]) -> Show:
    """Give a show without a colour of its own the one that goes with its cover, if that has one."""
    if show.accent or not picture_path(show.image, show.slug):
        return show
    try:
        content = (folder / show.image).read_bytes()
    except OSError:
        return show  # publishing the picture says what is wrong with it
    return replace(show, accent=accent_of_points(sample_colours(content)))


def publish_picture(image: str, place: str, *, folder: Path, writer: Writer) -> str:
    """Copy a picture that lies in a folder to `<place>/cover.*` and return that path; "" if there is none.

    An address is left to whoever shows it, and gives "". Raises PublishError for a file that is missing or no picture.
    """
    if not image or "://" in image:
        return ""
    file = folder / image
    if file.suffix.lower() not in ENDINGS:
        raise PublishError(f"{image} is neither a JPEG nor a PNG file", hint="give the cover as .jpg or .png")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PublishError(
            f"cannot read the picture {file}: {error.strerror}", hint="correct the image setting"
        ) from error
    path = picture_path(image, place)
    writer.write(path, content)
    return path
