"""Rules of what a media file holds, of which a part here and there is read: sound from its beginning to its end."""

from __future__ import annotations

from collections.abc import Iterator

from episodes.core.check.boxes import Box, boxes, tracks
from episodes.core.check.facts import FileFacts, Read
from episodes.core.check.finding import APPLE, ID3_TAG, MP4, MPEG, RSS, Finding, error, warning
from episodes.core.check.frames import WINDOW, before_tags, behind_tags, counted_bytes, find_frame, find_gap, samples
from episodes.core.check.signature import trouble_of_media
from episodes.core.check.whole import is_cut, is_index_last

_COPY = "copy the file again, then `episodes build`"

CUT = error("enclosure-cut", RSS, f"the file is not whole: {_COPY}")
INDEX_LAST = warning(
    "enclosure-index-last",
    APPLE,
    "apps load all of it before they play: `episodes build --retag` mends sound, `ffmpeg -i FILE -c copy -movflags"
    " +faststart NEW` video",
)
NO_SOUND = error("enclosure-without-sound", RSS, f"there is nothing to play: {_COPY}")
TAG_SIZE = warning(
    "enclosure-tag-size", ID3_TAG, "sound begins where the ID3 tag says that it ends; write the tag anew"
)
BROKEN = warning("enclosure-broken", MPEG, f"players skip what is no sound, or stop there: {_COPY}")
LONGER = warning(
    "enclosure-longer", MPEG, "the first frame counts less than there is, and apps show a wrong length; encode it anew"
)
BROKEN_MP4 = warning("enclosure-broken-mp4", MP4, f"there is nothing to hear or see in that part: {_COPY}")
BEHIND = warning("enclosure-behind-end", MP4, "what stands behind the last box belongs to no MP4; take it away")
OTHER_TRACKS = warning(
    "enclosure-other-tracks", APPLE, "video has a picture, audio has none: state the type that it is"
)
SILENT = warning("enclosure-without-track", APPLE, "an episode has a track of sound")

#: So many places are looked at; each is a page or two of the disk.
_PLACES = 32
#: So far behind a tag sound may begin: some programs fill up.
_FILLED = 8 * WINDOW
#: A file up to this size is read as a whole.
_SMALL = 4_000_000
_APART = 0.02
_HOLE = 512
_JUNK = 256
#: Moving pictures; others are covers and pictures of chapters.
_FILM = {"avc1", "avc3", "hvc1", "hev1", "av01", "vp09"}
_PLAIN_SOUND = {"sowt", "twos", "raw ", "in24", "in32", "fl32", "fl64", "lpcm", "ipcm", "fpcm", "NONE"}


def check_sound(where: str, known: FileFacts, kind: str) -> Iterator[Finding]:
    """Judge a media file of a type; of one that is not at hand, nothing is said."""
    read = known.read
    if read is None or not known.length:
        return
    if read(4, 4) == b"ftyp":
        yield from _boxed(where, read, known.length, kind)
    elif is_cut(read, known.length):
        yield CUT(where, f"enclosure's file ends before it says, after {known.length} bytes")
    elif kind in ("audio/mpeg", "audio/mp3") and not trouble_of_media(known.data, kind):
        yield from _frames(where, read, known.length)


def steady_duration(known: FileFacts) -> float:
    """How long an MP3 lasts that counts nothing and has one bit rate everywhere; 0 of all others."""
    read = known.read
    if read is None or read(0, 1) not in (b"I", b"\xff"):
        return 0.0
    start, end = behind_tags(read), before_tags(read, known.length)
    first = read(start, 256)
    if counted_bytes(first) or b"VBRI" in first:
        return 0.0
    rates = {frame.bit_rate for _, frame in samples(read, start, end, _PLACES) if frame}
    return (end - start) * 8 / rates.pop() if len(rates) == 1 else 0.0


def _frames(where: str, read: Read, length: int) -> Iterator[Finding]:
    start, end = behind_tags(read), before_tags(read, length)
    if start >= end:
        yield NO_SOUND(where, f"enclosure's file has {length} bytes, its tag alone {start}")
        return
    first = find_frame(read(start, _FILLED))
    if first is None:
        yield TAG_SIZE(where, f"no sound begins at byte {start} of enclosure's file, where it should")
        return
    start += first[0]
    counted = counted_bytes(read(start, 256))
    if counted and end - start > counted * (1 + _APART) + _FILLED:
        yield LONGER(where, f"enclosure's first frame counts {counted} bytes of sound, there are {end - start}")
    if end - start <= _SMALL:
        if gap := find_gap(read(start, end - start)):
            yield BROKEN(where, f"enclosure's file holds no sound at byte {start + gap[0]}, for {gap[1]} bytes")
        return
    looked = list(samples(read, start, end, _PLACES))
    if broken := [place for place, frame in looked if frame is None]:
        yield BROKEN(
            where,
            f"enclosure's file holds no sound at byte {broken[0]}, and so in {len(broken)} of {len(looked)} places",
        )


def _boxed(where: str, read: Read, length: int, kind: str) -> Iterator[Finding]:
    found = list(boxes(read, 0, length))
    named = {box.name: box for box in reversed(found)}
    if any(box.end > length for box in found if box.name in (b"moov", b"mdat", b"moof")):
        yield CUT(where, f"enclosure's file ends before it says, after {length} bytes")
        return
    if not {b"moov", b"mdat"} <= named.keys() and b"moof" not in named:
        lacking = " and ".join(name.decode() for name in (b"moov", b"mdat") if name not in named)
        yield NO_SOUND(where, f"enclosure's file has no {lacking}")
        return
    if is_index_last(found):
        yield INDEX_LAST(where, "enclosure's index (moov) stands at its end")
    last = found[-1]
    if (last.end > length or last.size < 8) and length - last.start >= _JUNK and read(last.start, _JUNK).strip(b"\0"):
        yield BEHIND(where, f"enclosure's file has {length - last.start} bytes behind its last box")
    held = tracks(read, named[b"moov"]) if b"moov" in named else []
    if held and not any(track.kind == "soun" for track in held):
        yield SILENT(where, "enclosure's file has no track of sound")
    shown = [track for track in held if track.kind == "vide" and track.codec in _FILM]
    if held and kind.startswith("video/") and not any(track.kind == "vide" for track in held):
        yield OTHER_TRACKS(where, f"enclosure is {kind}, its file has no picture")
    elif kind.startswith("audio/") and shown:
        yield OTHER_TRACKS(where, f"enclosure is {kind}, its file has a moving picture")
    if b"mdat" in named and not any(track.codec in _PLAIN_SOUND for track in held):
        yield from _holes(where, read, max((box for box in found if box.name == b"mdat"), key=_size))


def _size(box: Box) -> int:
    return box.size


def _holes(where: str, read: Read, mdat: Box) -> Iterator[Finding]:
    """Downloads that were given up leave room that was never filled."""
    if mdat.end - mdat.inner <= _SMALL:
        if (place := read(mdat.inner, mdat.end - mdat.inner).find(bytes(2 * _HOLE))) >= 0:
            yield BROKEN_MP4(where, f"enclosure's file is empty at byte {mdat.inner + place}")
        return
    step = max(_HOLE, (mdat.end - mdat.inner) // _PLACES)
    places = range(mdat.inner, mdat.end - _HOLE, step)
    if empty := [place for place in places if not any(read(place, _HOLE))]:
        yield BROKEN_MP4(
            where, f"enclosure's file is empty at byte {empty[0]}, and so in {len(empty)} of {len(places)} places"
        )


def picture_height(read: Read, length: int) -> int:
    """How high the picture of an MP4 is, in pixels; 0 where there is none."""
    if read(4, 4) != b"ftyp":
        return 0
    moov = next((box for box in boxes(read, 0, length) if box.name == b"moov"), None)
    return max((track.height for track in tracks(read, moov) if track.kind == "vide"), default=0) if moov else 0
