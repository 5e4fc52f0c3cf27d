"""ID3 tags as a producer's software writes them: what the episode is, its chapters, its cover."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mutagen import id3

NO_OFFSET = 0xFFFFFFFF  # the ID3 chapter addendum's word for "go by the time alone"


@dataclass(frozen=True, kw_only=True)
class Chapter:
    start: float  #: seconds from the beginning
    end: float
    title: str


def described(text: str, chapters: list[Chapter]) -> str:
    """The description with the chapters' times filled in."""
    lines = (f"{int(chapter.start) // 60:02}:{int(chapter.start) % 60:02} {chapter.title}" for chapter in chapters)
    return text.strip().replace("{chapters}", "\n".join(lines))


def write_tags(path: Path, episode: dict[str, Any], chapters: list[Chapter], cover: bytes) -> None:
    """Give the file an ID3v2.4 tag and nothing else."""
    tags = id3.ID3()
    for frame in (*_frames(episode, chapters), *_chapter_frames(chapters), _picture(cover)):
        tags.add(frame)
    tags.save(path, v1=0, v2_version=4, padding=lambda _: 0)


def _frames(episode: dict[str, Any], chapters: list[Chapter]) -> list[id3.Frame]:
    language = episode["language"]
    description = described(episode["description"], chapters)
    return [
        id3.TIT2(encoding=3, text=episode["title"]),
        id3.TIT3(encoding=3, text=episode["subtitle"]),
        id3.TALB(encoding=3, text=episode["show"]),
        id3.TPE1(encoding=3, text=episode["artist"]),
        id3.TPUB(encoding=3, text=episode["publisher"]),
        id3.TRCK(encoding=3, text=str(episode["number"])),
        id3.TDRC(encoding=3, text=episode["date"].isoformat()),
        id3.TCON(encoding=3, text=episode["genre"]),
        id3.TLAN(encoding=3, text=language),
        id3.TCOP(encoding=3, text=episode["copyright"]),
        id3.PCST(value=1),
        id3.TDES(encoding=3, text=description),
        id3.COMM(encoding=3, lang=language, desc="", text=description),
        id3.WOAF(url=episode["page_url"]),
    ]


def _chapter_frames(chapters: list[Chapter]) -> list[id3.Frame]:
    names = [f"chp{number}" for number in range(len(chapters))]
    contents = id3.CTOC(
        element_id="toc",
        flags=id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED,
        child_element_ids=names,
        sub_frames=[id3.TIT2(encoding=3, text="Chapters")],
    )
    return [contents, *(_chapter_frame(name, chapter) for name, chapter in zip(names, chapters, strict=True))]


def _chapter_frame(name: str, chapter: Chapter) -> id3.Frame:
    return id3.CHAP(
        element_id=name,
        start_time=round(chapter.start * 1000),
        end_time=round(chapter.end * 1000),
        start_offset=NO_OFFSET,
        end_offset=NO_OFFSET,
        sub_frames=[id3.TIT2(encoding=3, text=chapter.title)],
    )


def _picture(cover: bytes) -> id3.Frame:
    return id3.APIC(encoding=0, mime="image/jpeg", type=id3.PictureType.COVER_FRONT, desc="Cover", data=cover)
