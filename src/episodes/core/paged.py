"""What an episode's page says, laid together with what its medium and site say."""

from __future__ import annotations

from dataclasses import replace

from episodes.core.doubts import is_doubt
from episodes.core.episode import Origin
from episodes.core.reading import Reading


def tells_of_an_episode(reading: Reading, *, is_of_feed: bool = False) -> bool:
    """Whether a page is one of an episode: titled, with a number or a paragraph of its own.

    The front page of a site that names its feed must have the number.
    """
    return bool(reading.title) and (reading.number is not None or (bool(reading.summary) and not is_of_feed))


def has_marks(reading: Reading) -> bool:
    """Whether words bear a mark of an episode that few other texts have.

    A disclaimer is none: each licence has one.
    """
    marks = (reading.show_title, reading.published_at, reading.credits, reading.chapters, reading.comments)
    is_heard = any(link.kind in ("watch", "listen") for link in reading.links)
    return reading.number is not None or is_heard or any(marks)


def with_page(reading: Reading, page: Reading) -> Reading:
    """Take from an episode's page what its medium and site say worse or not at all.

    The page is the producer's own text: what it has wins; only a date that the medium states is surer.
    """
    if page.number is not None and reading.number is not None and page.number != reading.number:
        return reading  # another episode's page, or a list of them
    names = (
        "title",
        "show_title",
        "summary",
        "notes",
        "disclaimer",
        "credits",
        "links",
        "chapters",
        "related",
        "comments",
    )
    taken = {name: value for name in names if (value := getattr(page, name))}
    taken |= {name: getattr(page, name) for name in ("number", "season") if getattr(reading, name) is None}
    if page.published_at and (reading.published_at is None or not reading.date_is_sure):
        taken |= {"published_at": page.published_at, "date_is_sure": page.date_is_sure}
    fields = {*taken, *(("hosts", "guests") if "credits" in taken else ())}
    origins = [
        *(origin for origin in reading.origins if origin.field not in fields),
        *(origin for origin in page.origins if origin.field in fields or _is_new_doubt(origin, reading.origins)),
    ]
    return replace(reading, **taken, is_video=reading.is_video or page.is_video, origins=tuple(origins))


def _is_new_doubt(origin: Origin, known: tuple[Origin, ...]) -> bool:
    return is_doubt(origin) and origin.field not in {one.field for one in known}
