"""Pictures: the covers of shows and episodes, brought under the web root."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from episodes.core.accents import Point, accent_of_points
from episodes.core.errors import PublishError
from episodes.core.show import Show
from episodes.site.write import Writer

#: What feeds and pages may show (Apple takes JPEG and PNG).
ENDINGS = {".jpg": ".jpg", ".jpeg": ".jpg", ".png": ".png"}

#: Points of the longer side of a picture on pages: the largest place it has, on a sharp screen.
SMALL_SIDE = 640


def picture_path(image: str, place: str) -> str:
    """Say where a picture of the workspace is published; "" for an address, which is left to whoever shows it."""
    ending = ENDINGS.get(Path(image).suffix.lower(), "") if "://" not in image else ""
    return f"{place}/cover{ending}" if ending else ""


@dataclass
class Accents:
    """The colours that go with covers, kept between builds: looking into a large picture takes a moment."""

    file: Path
    known: dict[str, list[str]] = field(default_factory=dict)  #: by picture: its size and time, and the colour

    @classmethod
    def load(cls, file: Path) -> Accents:
        """Read what is known; where there is nothing or it is damaged, pictures are looked into again."""
        try:
            held = json.loads(file.read_text(encoding="utf-8"))
            return cls(file, {str(image): [str(mark), str(accent)] for image, (mark, accent) in held.items()})
        except (OSError, ValueError, TypeError, AttributeError):
            return cls(file)

    def give(self, show: Show, *, folder: Path, sample_colours: Callable[[bytes], Iterable[Point]]) -> Show:
        """Give a show without a colour of its own the one that goes with its cover, if that has one."""
        if show.accent or not picture_path(show.image, show.slug):
            return show
        try:
            found = (folder / show.image).stat()
            mark = f"{found.st_size}.{found.st_mtime_ns}"
            if self.known.get(show.image, [""])[0] != mark:
                content = (folder / show.image).read_bytes()
                self.known[show.image] = [mark, accent_of_points(sample_colours(content))]
                self._save()
        except OSError:
            return show  # publishing the picture says what is wrong with it
        return replace(show, accent=self.known[show.image][1])

    def _save(self) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        part = self.file.with_name(self.file.name + ".part")
        part.write_text(json.dumps(self.known), encoding="utf-8")
        part.replace(self.file)


def small_path(path: str) -> str:
    """Say where the small copy of a published picture lies."""
    return f"{path.rpartition('.')[0]}-small.jpg" if path else ""


def publish_small_picture(path: str, *, writer: Writer, shrink: Callable[[bytes, int], bytes]) -> str:
    """Write a small copy of a published picture beside it, unless one stands; "" where the picture needs none."""
    source, small = writer.root / path, writer.root / small_path(path)
    if not path:
        return ""
    # Looking into a cover of 3000 points takes a moment, so a copy that is newer than its source is kept.
    if small.is_file() and small.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return small_path(path) if writer.keep(small_path(path)) else ""
    content = shrink(source.read_bytes(), SMALL_SIDE)
    if content:
        writer.write(small_path(path), content)
    return small_path(path) if content else ""


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
