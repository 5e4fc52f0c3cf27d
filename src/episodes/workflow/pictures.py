"""Pictures: the covers of shows and episodes, brought under the web root."""

from __future__ import annotations

from pathlib import Path

from episodes.core.errors import PublishError
from episodes.site.write import Writer

#: What feeds and pages may show (Apple takes JPEG and PNG).
ENDINGS = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png"}


def publish_picture(image: str, place: str, *, folder: Path, writer: Writer) -> str:
    """Copy a picture that lies in a folder to `<place>/cover.*` and return that path; "" if there is none.

    An address is left to whoever shows it, and gives "". Raises PublishError for a file that is missing or no picture.
    """
    if not image or "://" in image:
        return ""
    file = folder / image
    ending = ENDINGS.get(file.suffix.lower())
    if ending is None:
        raise PublishError(f"{image} is neither a JPEG nor a PNG file", hint="give the cover as .jpg or .png")
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PublishError(
            f"cannot read the picture {file}: {error.strerror}", hint="correct the image setting"
        ) from error
    path = f"{place}/cover{ending}"
    writer.write(path, content)
    return path
