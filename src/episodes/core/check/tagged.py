"""Rules of the tags in an MP3: chapters that some players show instead of the feed's, and the picture."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from episodes.core.check.agreeing import APART, Named, chapters_of
from episodes.core.check.facts import Facts
from episodes.core.check.finding import ID3, ID3_TAG, Finding, warning
from episodes.core.check.id3 import Tag, TagChapter, TagPicture, read_tag
from episodes.core.check.tree import Node
from episodes.core.check.values import parse_duration

_RETAG = "`episodes build --retag` writes the tags again"

TAG_SPAN = warning("tag-chapter-span", ID3, f"chapters lie within the sound, one after the other; {_RETAG}")
TAG_TITLE = warning("tag-chapter-title", ID3, f"a chapter has a title (TIT2); {_RETAG}")
TAG_CONTENTS = warning("tag-contents", ID3, f"one table of contents (CTOC) names each chapter once, in order; {_RETAG}")
TAG_CHAPTERS = warning("tag-chapters-differ", ID3, f"the file and the feed have the same chapters; {_RETAG}")
TAG_PICTURE = warning("tag-picture", ID3_TAG, f"a tag's picture is a JPEG or PNG, and said to be one; {_RETAG}")

#: Seconds that a chapter may reach beyond the next one's beginning: times are rounded.
_OVER = 0.05
_BEYOND = 1.5


def check_tags(item: Node, facts: Facts | None) -> Iterator[Finding]:
    """Judge the ID3 tag of an enclosure that is at hand."""
    enclosure = item.first("enclosure")
    known = facts(enclosure.get("url") or "") if facts and enclosure else None
    tag = read_tag(known.read) if known and known.read else None
    if tag is None or known is None or facts is None:
        return
    duration = known.duration or parse_duration(item.value("itunes:duration")) or 0.0
    yield from _spans(item.where, tag.chapters, duration)
    yield from _contents(item.where, tag)
    yield from _agreement(item, tag.chapters, facts)
    for picture in tag.pictures:
        if trouble := _trouble_of_picture(picture):
            yield TAG_PICTURE(item.where, f"the picture in the file's tag {trouble}")


def _spans(where: str, chapters: Sequence[TagChapter], duration: float) -> Iterator[Finding]:
    for chapter in chapters:
        if chapter.end <= chapter.start:
            yield TAG_SPAN(where, f"the file's chapter {chapter.name} ends at {chapter.end:g} s, before it begins")
        elif duration and max(chapter.start, chapter.end) > duration + _BEYOND:
            yield TAG_SPAN(
                where,
                f"the file's chapter {chapter.name} goes from {chapter.start:g} to {chapter.end:g} s, "
                f"the sound to {duration:g} s",
            )
        if not chapter.title:
            yield TAG_TITLE(where, f"the file's chapter {chapter.name} has no title")


def _contents(where: str, tag: Tag) -> Iterator[Finding]:
    known = {chapter.name: chapter for chapter in tag.chapters}
    tables = {table.name for table in tag.contents}
    named = [child for table in tag.contents for child in table.children]
    if len(known) < len(tag.chapters):
        yield TAG_CONTENTS(where, "two of the file's chapters have the same name")
    if known and sum(table.is_top for table in tag.contents) > 1:
        yield TAG_CONTENTS(where, f"{sum(table.is_top for table in tag.contents)} tables of contents are the top one")
    if missing := [child for child in named if child not in known and child not in tables]:
        yield TAG_CONTENTS(where, f"the file's table of contents names {missing[0]}, which is no chapter")
    if left := [name for name in known if tag.contents and name not in named]:
        yield TAG_CONTENTS(where, f"the file's table of contents lacks {left[0]}")
    for table in tag.contents:
        listed = [known[child] for child in table.children if child in known]
        if table.is_ordered and any(b.start < a.start for a, b in pairwise(listed)):
            yield TAG_CONTENTS(where, "the file's table of contents is not in the order of times")
        elif over := next(
            (a for a, b in pairwise(sorted(listed, key=_start)) if b.start > a.start and a.end > b.start + _OVER), None
        ):
            yield TAG_SPAN(where, f"the file's chapter {over.name} ends at {over.end:g} s, after the next one begins")


def _start(chapter: TagChapter) -> float:
    return chapter.start


def _agreement(item: Node, chapters: Sequence[TagChapter], facts: Facts) -> Iterator[Finding]:
    theirs = chapters_of(item, facts)
    ours = [Named(start=one.start, title=" ".join(one.title.split())) for one in sorted(chapters, key=_start)]
    if not ours or not theirs:
        return
    if len(ours) != len(theirs):
        yield TAG_CHAPTERS(item.where, f"the file has {len(ours)} chapters, the feed {len(theirs)}")
        return
    for number, (one, other) in enumerate(zip(ours, theirs, strict=True), start=1):
        if abs(one.start - other.start) >= APART or (one.title and one.title != other.title):
            yield TAG_CHAPTERS(
                item.where,
                f"chapter {number} is {one.title!r} at {one.start:g} s in the file, "
                f"{other.title!r} at {other.start:g} s in the feed",
            )
            return


def _trouble_of_picture(picture: TagPicture) -> str:
    kinds = {b"\xff\xd8\xff": ("image/jpeg", "image/jpg", "jpg"), b"\x89PN": ("image/png", "png")}
    stated = kinds.get(picture.head[:3])
    if picture.mime_type == "-->":
        return ""  # an address instead of a picture
    if picture.size <= 0:
        return "is empty"
    if stated is None:
        return "is neither JPEG nor PNG"
    return "" if picture.mime_type in (*stated, "image/", "") else f"is said to be {picture.mime_type}"
