"""Checking the media files of a built feed: whole, sound everywhere, tags that say the same, checksums that fit."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from mutagen import id3

from episodes.core.addresses import feed_file, media_file
from episodes.core.chapter import Chapter
from episodes.core.check import Finding
from episodes.core.publication import Publication
from episodes.feed import render_feed
from episodes.media.probe import claimed_duration
from episodes.workflow.check import Checker
from feed.examples import BASE_URL, SHOW, a_publication, an_episode
from media.making import make_media

SECONDS = 40
CHAPTERS = (Chapter(start=0, title="Start"), Chapter(start=12.5, title="Middle"), Chapter(start=30, title="End"))
MARKS = [("a", 0, 12_500, "Start"), ("b", 12_500, 30_000, "Middle"), ("c", 30_000, 40_000, "End")]


@pytest.fixture(scope="module")
def mp3(tmp_path_factory) -> bytes:
    """Sound behind a tag with chapters and a picture of 300 kB."""
    file = make_media(tmp_path_factory.mktemp("mp3") / "a.mp3", SECONDS)
    tag = id3.ID3()
    tag.add(id3.APIC(mime="image/jpeg", type=3, desc="", data=b"\xff\xd8\xff\xe0" + bytes(300_000)))
    for name, start, end, title in MARKS:
        title_frame = id3.TIT2(encoding=3, text=[title])
        tag.add(id3.CHAP(element_id=name, start_time=start, end_time=end, sub_frames=[title_frame]))
    tag.add(id3.CTOC(element_id="toc", flags=3, child_element_ids=[name for name, *_ in MARKS]))
    tag.save(file, v2_version=3)
    return file.read_bytes()


@pytest.fixture(scope="module")
def mp4(tmp_path_factory) -> bytes:
    file = tmp_path_factory.mktemp("mp4") / "a.mp4"
    return make_media(file, SECONDS, picture=True, options={"movflags": "faststart"}).read_bytes()


def findings(folder: Path, data: bytes, *, kind: str = "mp3", sum_of: bytes = b"") -> list[Finding]:
    """Publish an episode with these bytes, and judge the feed, which tells their length and checksum."""
    mime = {"mp3": "audio/mpeg", "mp4": "video/mp4", "m4a": "audio/x-m4a", "ogg": "audio/ogg", "wav": "audio/wav"}[kind]
    plain = an_episode(3)
    medium = replace(
        plain.media[0],
        kind="video" if kind == "mp4" else "audio",
        media_key=f"quick-take/3.{kind}",
        mime_type=mime,
        length=len(data),
        duration=float(SECONDS),
        sha256=hashlib.sha256(sum_of or data).hexdigest(),
        height=48 if kind == "mp4" else 0,
    )
    episode = replace(plain, media=(medium,), chapters=CHAPTERS, soundbites=())
    edition = "video" if kind == "mp4" else "audio"
    feed = folder / feed_file(SHOW.slug)
    feed.parent.mkdir(parents=True, exist_ok=True)
    feed.write_bytes(render_feed(a_publication(Publication(episode=episode)), edition=edition))
    file = folder / media_file(episode, medium)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    (checked,) = Checker(feeds=folder, base_url=BASE_URL, measure=claimed_duration).check({SHOW.slug: SHOW})
    return list(checked.findings)


#: Rules that are about media here; the folder holds no pictures, pages and captions.
OURS = ("enclosure", "alternate", "integrity", "tag-", "duration")


def rules(folder: Path, data: bytes, **options: Any) -> set[str]:
    return {one.rule for one in findings(folder, data, **options) if one.rule.startswith(OURS)}


def test_whole_files_are_not_doubted(tmp_path, mp3, mp4):
    assert rules(tmp_path, mp3) == set()
    assert rules(tmp_path, mp4, kind="mp4") == set()


def without_counts(data: bytes) -> bytes:
    return data.replace(b"Xing", bytes(4)).replace(b"Info", bytes(4))


MP3_FAULTS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("enclosure-cut", lambda data: data[: len(data) * 6 // 10 + 120_000]),
    ("enclosure-without-sound", lambda data: data[:200_000]),
    ("enclosure-without-sound", lambda data: data[:6] + b"\0\x7f\x7f\x7f" + data[10:]),
    ("enclosure-tag-size", lambda data: data[:6] + b"\0\0\1\0" + data[10:]),
    ("enclosure-broken", lambda data: data[:400_000] + bytes(60_000) + data[460_000:]),
    ("enclosure-broken", lambda data: data[:500_000] + b"<p>An error." * 5_000 + data[560_000:]),
    ("enclosure-broken", lambda data: data[:400_000] + bytes(1_500) + data[401_500:]),
    ("enclosure-longer", lambda data: data + data[310_000:]),
    ("duration-other", lambda data: without_counts(data)[:460_000]),
]


@pytest.mark.parametrize(("rule", "spoil"), MP3_FAULTS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(MP3_FAULTS)])
def test_a_spoilt_mp3_is_found_behind_a_large_picture(tmp_path, mp3, rule, spoil):
    """The feed tells length and checksum of what is there, so that these give nothing away."""
    assert rule in rules(tmp_path, spoil(mp3))


MP4_FAULTS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("enclosure-cut", lambda data: data[: len(data) * 9 // 10]),
    ("enclosure-broken-mp4", lambda data: data[:200_000] + bytes(60_000) + data[260_000:]),
    ("enclosure-behind-end", lambda data: data + b"<p>An error." * 99),
    ("enclosure-without-sound", lambda data: data[: data.index(b"mdat") - 4]),
    ("enclosure-without-track", lambda data: data.replace(b"soun", b"text")),
]


@pytest.mark.parametrize(("rule", "spoil"), MP4_FAULTS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(MP4_FAULTS)])
def test_a_spoilt_mp4_is_found(tmp_path, mp4, rule, spoil):
    assert rule in rules(tmp_path, spoil(mp4), kind="mp4")


def test_tracks_are_those_of_the_type(tmp_path, mp4):
    """A film is no audio, and sound alone is no video."""
    sound = make_media(tmp_path / "a.mp4", SECONDS, options={"movflags": "faststart"}).read_bytes()

    assert "enclosure-other-tracks" in rules(tmp_path, sound, kind="mp4")
    assert "enclosure-other-tracks" in rules(tmp_path, mp4, kind="m4a")
    assert "enclosure-other-tracks" not in rules(tmp_path, sound, kind="m4a")


@pytest.mark.parametrize("kind", ["ogg", "wav"])
def test_other_containers_that_end_early_are_found(tmp_path, kind):
    whole = make_media(tmp_path / f"a.{kind}", 10).read_bytes()

    assert "enclosure-cut" not in rules(tmp_path, whole, kind=kind)
    assert "enclosure-cut" in rules(tmp_path, whole[: len(whole) * 6 // 10], kind=kind)


def changed(data: bytes, change: Callable[[id3.ID3], object]) -> bytes:
    """The file with another tag."""
    file = io.BytesIO(data)
    tag = id3.ID3(file)
    change(tag)
    file.seek(0)
    tag.save(file, v2_version=3)
    return file.getvalue()


def times(name: str, **values: int) -> Callable[[id3.ID3], None]:
    def change(tag: id3.ID3) -> None:
        for attribute, value in values.items():
            setattr(tag[f"CHAP:{name}"], attribute, value)

    return change


def retitle(tag: id3.ID3) -> None:
    tag["CHAP:b"].sub_frames["TIT2"].text = ["Centre"]


def picture(data: bytes, mime: str = "image/jpeg") -> Callable[[id3.ID3], None]:
    def change(tag: id3.ID3) -> None:
        tag["APIC:"].data, tag["APIC:"].mime = data, mime

    return change


TAG_FAULTS: list[tuple[str, Callable[[id3.ID3], object]]] = [
    ("", lambda tag: tag.add(id3.TIT2(text=["Any title"]))),
    ("tag-chapter-span", times("c", end_time=90_000)),
    ("tag-chapter-span", times("b", start_time=30_000, end_time=12_500)),
    ("tag-chapter-span", times("a", end_time=20_000)),
    ("tag-chapters-differ", times("b", start_time=15_000)),
    ("tag-chapters-differ", retitle),
    ("tag-chapters-differ", lambda tag: tag.pop("CHAP:b")),
    ("tag-chapter-title", lambda tag: tag["CHAP:b"].sub_frames.clear()),
    ("", lambda tag: tag.delall("CTOC")),
    ("tag-contents", lambda tag: tag.delall("CHAP")),
    ("tag-contents", lambda tag: tag["CTOC:toc"].child_element_ids.append("z")),
    ("tag-contents", lambda tag: tag["CTOC:toc"].child_element_ids.pop()),
    ("tag-contents", lambda tag: tag["CTOC:toc"].child_element_ids.reverse()),
    ("", lambda tag: setattr(tag["CTOC:toc"], "flags", id3.CTOCFlags.ORDERED)),
    ("tag-contents", lambda tag: tag.add(id3.CTOC(element_id="more", flags=3, child_element_ids=["a"]))),
    ("tag-picture", picture(b"<!DOCTYPE html>")),
    ("tag-picture", picture(b"")),
    ("tag-picture", picture(b"\xff\xd8\xff\xe0", "image/png")),
    ("", picture(b"\x89PNG\r\n\x1a\n", "image/png")),
]


@pytest.mark.parametrize(("rule", "change"), TAG_FAULTS, ids=[f"{n}-{rule}" for n, (rule, _) in enumerate(TAG_FAULTS)])
def test_the_tag_of_an_mp3_is_judged(tmp_path, mp3, rule, change):
    found = rules(tmp_path, changed(mp3, change)) - {"alternate-average"}

    assert rule in found if rule else not found


def test_a_tag_that_was_freed_of_false_syncs_is_read(tmp_path, mp3):
    """ID3v2.3 with unsynchronisation, which puts a zero behind each byte of ones; a title differs from the feed's."""
    mp3 = changed(mp3, retitle)
    size = 0
    for byte in mp3[6:10]:
        size = size << 7 | byte & 0x7F
    body = mp3[10 : 10 + size].replace(b"\xff\xe0", b"\xff\0\xe0").replace(b"\xff\xd8\xff\0", b"\xff\0\xd8\xff\0")
    head = bytes((len(body) >> shift) & 0x7F for shift in (21, 14, 7, 0))
    whole = mp3[:5] + b"\x80" + head + body + mp3[10 + size :]

    assert body != mp3[10 : 10 + size]
    assert {one for one in rules(tmp_path, whole) if one.startswith("tag-")} == {"tag-chapters-differ"}


def test_a_checksum_of_other_bytes_is_found(tmp_path, mp3):
    """By plain `check`, whatever the catalogue says."""
    assert "integrity-other" in rules(tmp_path, mp3, sum_of=b"other")

    feed = tmp_path / feed_file(SHOW.slug)
    stated = base64.b64encode(hashlib.sha256(b"other").digest())
    for method, data, expected in (("sha384", mp3, False), ("sha512", mp3, False), ("sha512", b"other", True)):
        real = base64.b64encode(hashlib.new(method, data).digest())
        text = feed.read_bytes()
        feed.write_bytes(text.replace(b"sha256-" + stated, method.encode() + b"-" + real))
        checker = Checker(feeds=tmp_path, base_url=BASE_URL, known_sum=lambda _: "0" * 64)
        (checked,) = checker.check({SHOW.slug: SHOW})
        feed.write_bytes(text)
        assert ("integrity-other" in {one.rule for one in checked.findings}) is expected


def test_a_checksum_that_is_known_is_not_computed(tmp_path, mp3):
    """Where the file is as the last build left it, and the catalogue confirms what the feed says."""
    findings(tmp_path, mp3, sum_of=b"other")
    known = hashlib.sha256(b"other").hexdigest()

    (checked,) = Checker(feeds=tmp_path, base_url=BASE_URL, known_sum=lambda _: known).check({SHOW.slug: SHOW})

    assert "integrity-other" not in {one.rule for one in checked.findings}
