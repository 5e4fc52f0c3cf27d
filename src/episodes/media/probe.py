"""Probing: what a media file is, by decoding it and reading its tags."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from episodes.core.chapter import Chapter
from episodes.core.errors import MediaError
from episodes.core.media import Kind
from episodes.core.probe import Probe
from episodes.core.timecode import format_clock
from episodes.media.behind import junk_behind
from episodes.media.boxes import has_box
from episodes.media.chapters import read_chapters
from episodes.media.headers import (
    has_empty_edit,
    lacks_ogg_end,
    lacks_riff_end,
    movie_duration,
    mp3_duration,
    wav_duration,
)
from episodes.media.listening import SILENCE, Listening, listen
from episodes.media.opening import Opened, open_media
from episodes.media.surroundings import surroundings
from episodes.media.tags import TagSheet, read_tags
from episodes.media.types import fits, mime_type

#: Decoded and stated durations that differ by more than this share are told to the user.
TOLERANCE = 0.02
#: No sound has more samples a second: DSD512 is decoded to 2.8 million.
FASTEST = 3_000_000
#: Nor fewer, if anybody is to hear it: telephones have 8,000. A loudness meter fails at 1.
SLOWEST = 1_000
#: So many seconds of nothing before the first sound are told; fewer bring sound and picture together.
LEAD = 1.0
#: So many seconds of sound tell that a file can be played at all.
GLANCE = 5.0
#: Containers that are none: frame follows upon frame, and anything may stand around them.
_BARE = ("mp3", "aac", "ac3", "eac3")


class AvProber:
    """Probes with FFmpeg's libraries (PyAV) and mutagen; satisfies `Prober`."""

    def __init__(self, *, language: str = "") -> None:
        self.language = language  #: preferred among several audio tracks

    def probe(self, file: Path, /) -> Probe:
        """Find out what a file is; raises MediaError by name and reason for what is no sound media."""
        return probe(file, language=self.language)


def probe(file: Path, *, language: str = "") -> Probe:
    """Decode a file's sound to its end and read its tags, cover and chapters."""
    return _probe(file, language=language, limit=None)


def glance(file: Path, *, language: str = "") -> Probe:
    """Read tags and header, and decode only the first seconds; the duration is what the file claims."""
    return _probe(file, language=language, limit=GLANCE)


def claimed_duration(file: Path) -> float:
    """How many seconds a file lasts by its header, nothing decoded; 0 where it does not say or cannot be read."""
    try:
        with open_media(file) as opened:
            stated, is_stated = _stated_duration(file, opened)
    except (MediaError, OSError):
        return 0.0
    return stated if is_stated else 0.0


def _probe(file: Path, *, language: str, limit: float | None) -> Probe:
    with open_media(file, language=language) as opened:
        kind: Kind = "video" if opened.video is not None else "audio"
        stated, is_stated = _stated_duration(file, opened)
        sheet = read_tags(file, opened)
        chapters = read_chapters(opened, sheet)
        facts = _stream_facts(opened)
        listening = listen(opened, limit=limit)
        _refuse_unsound(file, opened, listening)
        demuxer = opened.container.format.name
        mime = mime_type(
            demuxer, kind, brand=opened.container.metadata.get("major_brand", ""), is_webm=b"webm" in opened.head[:64]
        )
        if limit is not None and listening.heard > limit:
            return _glimpsed(opened, kind, mime, stated, sheet, chapters)
    duration = listening.duration
    return Probe(
        kind=kind,
        mime_type=mime,
        duration=duration,
        stated_duration=stated if is_stated else 0.0,
        codec=facts["codec"],
        sample_rate=max(listening.rates, default=facts["sample_rate"]),
        channels=listening.channels or facts["channels"],
        width=facts["width"],
        height=facts["height"],
        has_audio=facts["has_audio"],
        tags=sheet.tags,
        chapters=tuple(chapter for chapter in chapters if chapter.start < duration),
        cover=sheet.cover,
        warnings=tuple(_warnings(file, opened, listening, sheet, stated=stated, is_stated=is_stated, mime=mime)),
    )


def _glimpsed(opened: Opened, kind: Kind, mime: str, stated: float, sheet: TagSheet, chapters: list[Chapter]) -> Probe:
    return Probe(
        kind=kind,
        mime_type=mime,
        duration=stated,
        stated_duration=stated,
        tags=sheet.tags,
        chapters=tuple(chapters),
        cover=sheet.cover,
        **_stream_facts(opened),
    )


def is_cut_off(found: Probe) -> bool:
    """Tell whether a file ends before its header says it does."""
    return 0 < found.duration < (1 - TOLERANCE) * found.stated_duration


def _stream_facts(opened: Opened) -> dict[str, Any]:
    audio, video = opened.audio, opened.video
    main = audio if audio is not None else video
    return {
        "codec": codec_name(main.codec_context.name),
        "sample_rate": audio.codec_context.sample_rate if audio is not None else 0,
        "channels": audio.codec_context.layout.nb_channels if audio is not None else 0,
        "width": video.codec_context.width if video is not None else 0,
        "height": video.codec_context.height if video is not None else 0,
        "has_audio": audio is not None,
    }


def codec_name(decoder: str) -> str:
    """Name the codec, not FFmpeg's decoder of it.

    >>> codec_name("mp3float"), codec_name("libopus"), codec_name("aac")
    ('mp3', 'opus', 'aac')
    """
    return {"mp3float": "mp3", "mp2float": "mp2", "aac_fixed": "aac", "libvpx-vp9": "vp9", "libdav1d": "av1"}.get(
        decoder, decoder.removeprefix("lib")
    )


def _stated_duration(file: Path, opened: Opened) -> tuple[float, bool]:
    """Find what the file claims, and whether its header says so or FFmpeg guesses from the bit rate."""
    demuxer = opened.container.format.name
    guess = _library_duration(opened)
    if demuxer == "mp3":
        told = mp3_duration(opened.body)
        return (told, True) if told else (guess, False)
    if demuxer == "wav":
        return wav_duration(opened.head) or guess, True
    if demuxer.startswith("mov") and 0 < opened.lead < guess and not movie_duration(file):
        return guess - opened.lead, True  # in pieces: FFmpeg counts to where the last one ends
    return guess, demuxer not in ("aac", "ac3", "eac3", "dts", "mpegts", "mpeg", "amr", "loas", "latm")


def _library_duration(opened: Opened) -> float:
    leads = ((opened.audio, opened.sound_lead), (opened.video, opened.video_lead))
    claims = [
        lead + float(stream.duration * stream.time_base)
        for stream, lead in leads
        if stream is not None and stream.duration and stream.time_base
    ]
    if claims:
        return max(claims)
    whole = (opened.container.duration or 0) / 1_000_000
    # Matroska counts from zero even where the first sound comes much later.
    start = (opened.container.start_time or 0) / 1_000_000 if "matroska" in opened.container.format.name else 0.0
    return whole - start if whole > start > 0 else whole


def _refuse_unsound(file: Path, opened: Opened, listening: Listening) -> None:
    rate = max(listening.rates, default=0)
    if rate > FASTEST or 0 < rate < SLOWEST:
        raise MediaError(f"{file.name} is damaged: it claims {rate} samples a second", hint="download or copy it again")
    if listening.video_span:
        return  # a picture without sound is odd, and told as such
    if listening.gave_up:
        raise MediaError(
            f"{file.name} is damaged: hardly anything in it can be decoded", hint="download or copy it again"
        )
    if not listening.heard:
        what = "no sound that can be decoded" if opened.audio is not None else "neither sound nor picture"
        raise MediaError(f"{file.name} holds {what}", hint="check that it is whole and plays")


def _warnings(
    file: Path, opened: Opened, listening: Listening, sheet: TagSheet, *, stated: float, is_stated: bool, mime: str
) -> list[str]:
    found = list(opened.notes)
    if opened.audio is None:
        found.append("has no audio track: there is nothing to transcribe")
    elif not listening.heard or listening.gave_up:
        found.append("its sound cannot be decoded")
    told = _duration_warnings(listening, stated, is_stated=is_stated)
    if not told and opened.container.format.name.startswith("mov"):
        claimed = movie_duration(file)
        # What the tracks state is there; only of one in pieces may more have been promised than the tracks know of.
        told = _duration_warnings(
            listening, claimed - opened.lead if claimed else 0.0, is_stated=True, is_promise=has_box(file, b"moof")
        )
        if opened.lead >= LEAD:
            shown, why = format_clock(round(opened.lead)), " (an empty edit)" if has_empty_edit(file) else ""
            told.append(f"begins with {shown} of nothing{why}, which some players wait for")
    lacks_end = {"ogg": lacks_ogg_end, "avi": lacks_riff_end}.get(opened.container.format.name)
    if not told and lacks_end is not None and lacks_end(file):
        told = ["has no end: it seems cut off"]
    found += told
    if (bare := opened.container.format.name) in _BARE:
        start = opened.patience.start
        found += surroundings(file, listening.extent, body=opened.body_start, start=start, keeps_places=bare != "aac")
    else:
        found += junk_behind(file, bare, listening.extent, start=opened.patience.start)
    if opened.audio is not None:
        found += _damage_warnings(listening) + _level_warnings(listening)
    if file.suffix and not fits(file.suffix, mime):
        found.append(f"its name ends in {file.suffix}, but it is {mime}")
    return found + list(sheet.warnings)


def _duration_warnings(listening: Listening, stated: float, *, is_stated: bool, is_promise: bool = True) -> list[str]:
    played = listening.duration
    if not stated or abs(played - stated) <= max(TOLERANCE * played, 0.3):
        return []
    if not is_stated:
        shown, true = format_clock(round(stated)), format_clock(round(played))
        return [f"has no length in its header: some players show {shown}, it plays {true}"]
    ending = "; it seems cut off" if is_promise and played < stated else ""
    return [f"its header says {format_clock(round(stated))}, it plays {format_clock(round(played))}{ending}"]


def _damage_warnings(listening: Listening) -> list[str]:
    found = []
    if listening.damaged or listening.holes:
        places = [start for start, _ in listening.holes] + [listening.first_error or 0.0] * bool(listening.damaged)
        missing = f", {listening.lost:.1f} s of sound missing" if listening.lost else ""
        found.append(f"is damaged at {format_clock(min(places))}{missing}")
    if len(listening.rates) > 1:
        rates = ", ".join(str(rate) for rate in sorted(listening.rates))
        found.append(f"changes its sample rate in the middle ({rates} Hz)")
    return found


def _level_warnings(listening: Listening) -> list[str]:
    if listening.heard and listening.peak < SILENCE:
        return ["is silent"]
    return _silence_warnings(listening) + _channel_warnings(listening)


def _silence_warnings(listening: Listening) -> list[str]:
    """Tell of silence amid sound: a lost block of a recording looks like it, and so does a muted track."""
    if not listening.silences:
        return []
    start, end = (format_clock(round(at)) for at in listening.silences[0])
    again = f", the first of {len(listening.silences)} long silences" if len(listening.silences) > 1 else ""
    return [f"is silent from {start} to {end}{again}"]


def _channel_warnings(listening: Listening) -> list[str]:
    left, right = listening.energies
    if not (left or right):
        return []
    if min(left, right) < 1e-6 * max(left, right):
        return [f"only its {'left' if left > right else 'right'} channel has sound"]
    if listening.sum_energy < 0.02 * (left + right):
        return ["its left and right channels cancel each other out when played in mono"]
    return []
