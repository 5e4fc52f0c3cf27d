"""Probing: sound files of every kind are taken with the right facts, odd ones with a warning."""

from __future__ import annotations

import random
import re
import shutil
import time
from pathlib import Path

import av
import numpy as np
import pytest

from episodes.media.probe import glance, is_cut_off, probe
from media.making import KINDS, add_audio, add_picture, make_media, tone, write_picture, write_sound


@pytest.mark.parametrize("suffix", KINDS)
def test_every_kind_of_sound_is_taken(tmp_path: Path, suffix: str) -> None:
    """The duration is that of the sound, within 2 %."""
    found = probe(make_media(tmp_path / f"a{suffix}", 3.0))

    assert found.kind == "audio"
    assert found.duration == pytest.approx(3.0, rel=0.02)
    assert found.channels == 1
    assert found.sample_rate == KINDS[suffix][2]


@pytest.mark.parametrize(
    ("suffix", "mime"),
    [
        (".mp4", "video/mp4"),
        (".mov", "video/quicktime"),
        (".webm", "video/webm"),
        (".mkv", "video/x-matroska"),
        (".avi", "video/x-msvideo"),
        (".ts", "video/mp2t"),
    ],
)
def test_every_kind_of_film_is_taken(tmp_path: Path, suffix: str, mime: str) -> None:
    """Picture size and type come from the content."""
    found = probe(make_media(tmp_path / f"a{suffix}", 3.0, picture=True))

    assert (found.kind, found.mime_type, found.width, found.height, found.has_audio) == ("video", mime, 64, 48, True)
    assert found.duration == pytest.approx(3.0, rel=0.04)


@pytest.mark.parametrize(
    ("suffix", "mime", "codec"),
    [
        (".mp3", "audio/mpeg", "mp3"),
        (".m4a", "audio/x-m4a", "aac"),
        (".opus", "audio/ogg", "opus"),
        (".flac", "audio/flac", "flac"),
        (".wav", "audio/wav", "pcm_s16le"),
        (".webm", "audio/webm", "opus"),
    ],
)
def test_the_type_is_that_of_the_content(tmp_path: Path, suffix: str, mime: str, codec: str) -> None:
    """A wrong name changes nothing but adds a warning."""
    file = make_media(tmp_path / f"a{suffix}").rename(tmp_path / "a.pdf")

    found = probe(file)

    assert (found.mime_type, found.codec) == (mime, codec)
    assert f"its name ends in .pdf, but it is {mime}" in found.warnings


def test_a_sound_file_gives_no_warning(tmp_path: Path) -> None:
    """What is right needs no words."""
    assert probe(make_media(tmp_path / "a.mp3", channels=2)).warnings == ()


def variable_rate_without_header(folder: Path) -> Path:
    """Quiet first, loud noise later, at a variable rate; then the Xing frame is taken away."""
    file = make_media(folder / "vbr.mp3", 8.0, options={"write_xing": "0", "id3v2_version": "0"}, bit_rate=32_000)
    loud = make_media(folder / "loud.mp3", 8.0, options={"write_xing": "0", "id3v2_version": "0"}, bit_rate=256_000)
    joined = folder / "joined.mp3"
    joined.write_bytes(file.read_bytes() + loud.read_bytes())
    return joined


def test_a_variable_rate_without_header_shows_its_true_length(tmp_path: Path) -> None:
    """The length comes from decoding; players that guess it from the rate are warned of."""
    found = probe(variable_rate_without_header(tmp_path))

    assert found.duration == pytest.approx(16.0, rel=0.02)
    assert found.stated_duration == 0.0
    assert any("no length in its header" in warning for warning in found.warnings)


def test_a_header_that_lies(tmp_path: Path) -> None:
    """A file whose header promises more than comes is told, and known as cut off."""
    whole = make_media(tmp_path / "a.mp3", 10.0).read_bytes()
    file = tmp_path / "cut.mp3"
    file.write_bytes(whole[: len(whole) // 2])

    found = probe(file)

    assert found.stated_duration == pytest.approx(10.0, rel=0.02)
    assert found.duration == pytest.approx(5.0, rel=0.05)
    assert any("0:10" in warning and "cut off" in warning for warning in found.warnings)
    assert is_cut_off(found)


def test_a_cut_film_with_its_index_first(tmp_path: Path) -> None:
    """The index says how long it should be."""
    whole = make_media(tmp_path / "a.m4a", 10.0, options={"movflags": "faststart"}).read_bytes()
    file = tmp_path / "cut.m4a"
    file.write_bytes(whole[: len(whole) * 2 // 3])

    assert is_cut_off(probe(file))


def with_empty_edit(file: Path, milliseconds: int) -> None:
    """Let a movie begin with nothing for a while: the edit list and the movie's header say so (ISO 14496-12, 8.6.6)."""
    data = bytearray(file.read_bytes())
    for name, at in ((b"mvhd", 20), (b"tkhd", 24)):
        place = data.index(name) + at
        data[place : place + 4] = (int.from_bytes(data[place : place + 4]) + milliseconds).to_bytes(4)
    list_at = data.index(b"elst")
    count = int.from_bytes(data[list_at + 8 : list_at + 12])
    data[list_at + 8 : list_at + 12] = (count + 1).to_bytes(4)
    data[list_at + 12 : list_at + 12] = milliseconds.to_bytes(4) + b"\xff" * 4 + (65536).to_bytes(4)
    for name in (b"elst", b"edts", b"trak", b"moov"):
        place = data.rindex(name, 0, list_at + 4) - 4
        data[place : place + 4] = (int.from_bytes(data[place : place + 4]) + 12).to_bytes(4)
    offsets = data.index(b"stco") + 12
    for place in range(offsets, offsets + 4 * int.from_bytes(data[offsets - 4 : offsets]), 4):
        if data.index(b"mdat") > list_at:  # the sound moved by what was put in before it
            data[place : place + 4] = (int.from_bytes(data[place : place + 4]) + 12).to_bytes(4)
    file.write_bytes(data)


@pytest.mark.parametrize("seconds", [0.4, 5, 600])
def test_a_movie_that_begins_with_nothing_is_whole(tmp_path: Path, seconds: float) -> None:
    """Its header counts the empty edit, its sound does not; a long one is told as what it is."""
    file = make_media(tmp_path / "a.m4a", 10.0)
    with_empty_edit(file, round(seconds * 1000))

    found = probe(file)

    assert found.duration == pytest.approx(10.0, rel=0.02)
    assert not is_cut_off(found)
    assert not [warning for warning in found.warnings if "cut off" in warning]
    assert any("an empty edit" in warning for warning in found.warnings) == (seconds > 1)


def test_a_movie_in_pieces_that_begins_late_is_whole(tmp_path: Path) -> None:
    """Its header states no length, and no edit: its first piece says that it comes later."""
    file = make_media(tmp_path / "a.mp4", 10.0, options={"movflags": "frag_keyframe+empty_moov+default_base_moof"})
    data = bytearray(file.read_bytes())
    place = -1
    while (place := data.find(b"tfdt", place + 1)) >= 0:
        width = 8 if data[place + 4] else 4
        begin = int.from_bytes(data[place + 8 : place + 8 + width]) + 5 * 44_100
        data[place + 8 : place + 8 + width] = begin.to_bytes(width)
    file.write_bytes(data)

    warnings = probe(file).warnings

    assert not [warning for warning in warnings if "header says" in warning or "empty edit" in warning]
    assert any("of nothing" in warning for warning in warnings)


@pytest.mark.parametrize("late", [0, 1])
def test_a_film_whose_sound_or_picture_begins_late_is_whole(tmp_path: Path, late: int) -> None:
    """It plays until the last of them ends, and its header says the same."""
    file = make_media(tmp_path / "a.mp4", 10.0, picture=True)
    late_file = tmp_path / "late.mp4"
    with av.open(str(file)) as source, av.open(str(late_file), "w") as target:
        streams = [target.add_stream_from_template(stream) for stream in source.streams]
        for packet in source.demux():
            if packet.dts is None:
                continue
            if packet.stream.index == late:
                shift = int(3 / packet.time_base)
                packet.pts, packet.dts = packet.pts + shift, packet.dts + shift
            packet.stream = streams[packet.stream.index]
            target.mux(packet)

    found = probe(late_file)

    assert found.duration == pytest.approx(13.0, abs=0.3)
    assert not found.warnings


def test_a_movie_that_begins_with_nothing_and_is_cut_is_told(tmp_path: Path) -> None:
    """The empty edit stands for no sound that is missing at the end."""
    file = make_media(tmp_path / "a.m4a", 10.0, options={"movflags": "faststart"})
    with_empty_edit(file, 5000)
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])

    assert is_cut_off(probe(file))


@pytest.mark.parametrize("share", [0.25, 0.5, 0.99, 1.0])
def test_an_ogg_file_that_is_cut(tmp_path: Path, share: float) -> None:
    """No header says how long it should be, but its last page says that it is the last."""
    whole = make_media(tmp_path / "a.opus", 10.0).read_bytes()
    file = tmp_path / "cut.opus"
    file.write_bytes(whole[: round(len(whole) * share)])

    assert any("cut off" in warning for warning in probe(file).warnings) == (share < 1)


BARE = {"write_xing": "0", "id3v2_version": "0"}
PADDING = b"ID3\x04\x00\x00\x00\x08\x00\x00" + bytes(1 << 17)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"", b"\x07junk" * 9000),
        (b"", bytes(400_000)),
        (b"", b"<html>cut</html>" * 900),
        (bytes(100_000), b""),
        (PADDING, b""),
        (PADDING * 2, b"TAG" + b"Title".ljust(125, b"\x00")),
        (bytes(range(200)) * 20, b""),
    ],
)
def test_what_surrounds_the_sound_does_not_count(tmp_path: Path, before: bytes, after: bytes) -> None:
    """Junk, zeros, padding and tags around an MP3 change neither its length nor its being whole."""
    sound = make_media(tmp_path / "a.mp3", 10.0, options=BARE if before else {}).read_bytes()
    file = tmp_path / "b.mp3"
    file.write_bytes(before + sound + after)

    found = probe(file)

    assert found.duration == pytest.approx(10.0, rel=0.02)
    assert not is_cut_off(found)
    assert not [warning for warning in found.warnings if "damaged" in warning or "cut off" in warning]


def test_joined_files_play_as_one(tmp_path: Path) -> None:
    """Adverts are put into podcasts like this; the first part's header is not the whole truth."""
    sound = make_media(tmp_path / "a.mp3", 5.0, tags={"title": "T"}).read_bytes()
    file = tmp_path / "b.mp3"
    file.write_bytes(sound * 3)

    found = probe(file)

    assert found.duration == pytest.approx(15.0, rel=0.02)
    assert found.warnings == ("its header says 0:05, it plays 0:15",)


@pytest.mark.parametrize(("size", "warned"), [(0, False), (0xFFFFFFFF, False), (None, False), (10_000_000, True)])
def test_sizes_that_recorders_leave_open(tmp_path: Path, size: int | None, warned: bool) -> None:
    """A WAV file from a pipe has no size; one that claims more than there is was cut off."""
    data = bytearray(make_media(tmp_path / "a.wav", 5.0).read_bytes())
    place = data.index(b"data") + 4
    if size is not None:
        data[place : place + 4] = size.to_bytes(4, "little")
    (tmp_path / "b.wav").write_bytes(data)

    found = probe(tmp_path / "b.wav")

    assert found.duration == pytest.approx(5.0, rel=0.02)
    assert is_cut_off(found) == warned


def test_a_tail_of_zeros_does_not_take_forever(tmp_path: Path) -> None:
    """A download tool that reserved the space and died leaves gigabytes of nothing."""
    file = make_media(tmp_path / "a.mp3", 5.0)
    with file.open("r+b") as stream:
        stream.truncate(2_000_000_000)

    began = time.process_time()
    assert probe(file).duration == pytest.approx(5.0, rel=0.02)
    assert time.process_time() - began < 4


@pytest.mark.parametrize("suffix", [".mp3", ".m4a", ".opus", ".flac"])
def test_damage_in_the_middle_is_told_with_its_place(tmp_path: Path, suffix: str) -> None:
    """The file is still taken; the rest of it plays."""
    data = bytearray(make_media(tmp_path / f"a{suffix}", 20.0).read_bytes())
    middle = len(data) // 2
    data[middle : middle + len(data) // 10] = random.Random(1).randbytes(len(data) // 10)
    file = tmp_path / f"damaged{suffix}"
    file.write_bytes(data)

    found = probe(file)

    assert [warning for warning in found.warnings if warning.startswith("is damaged at 0:")]
    assert 15 < found.duration <= 20.1


def test_several_audio_tracks(tmp_path: Path) -> None:
    """The one that is used is named; a wanted language decides."""
    file = make_media(tmp_path / "a.mkv", 2.0, tracks=3)

    assert probe(file).warnings == ("has 3 audio tracks (1 eng, 2 deu, 3 fra); track 1 is used",)
    assert probe(file, language="fr").warnings == ("has 3 audio tracks (1 eng, 2 deu, 3 fra); track 3 is used",)


def test_a_film_without_sound(tmp_path: Path) -> None:
    """It is a video, and nothing can be transcribed."""
    found = probe(make_media(tmp_path / "a.mp4", 3.0, picture=True, sound=False))

    assert not found.has_audio
    assert found.duration == pytest.approx(3.0, rel=0.04)
    assert "has no audio track: there is nothing to transcribe" in found.warnings


def test_silence_is_told(tmp_path: Path) -> None:
    """A recording that went wrong is better seen now than after publishing."""
    assert "is silent" in probe(make_media(tmp_path / "a.wav", level=0.0)).warnings


@pytest.mark.parametrize(("suffix", "seconds", "told"), [(".wav", 12, True), (".mp3", 12, True), (".wav", 5, False)])
def test_a_long_silence_amid_sound_is_told(tmp_path: Path, suffix: str, seconds: int, told: bool) -> None:
    """A block that was lost, or a muted track; a pause is none, nor is silence at the end."""
    muxer, codec, rate = KINDS[suffix]
    quiet = np.zeros((1, seconds * rate), dtype=np.float32)
    samples = np.concatenate([tone(4.0, rate), quiet, tone(4.0, rate), np.zeros((1, 20 * rate), np.float32)], axis=1)
    with av.open(str(tmp_path / f"a{suffix}"), "w", format=muxer) as output:
        write_sound(output, add_audio(output, codec, rate, 1, 64_000, 0), samples, rate, 1)

    found = probe(tmp_path / f"a{suffix}")

    silent = [re.fullmatch(r"is silent from 0:0[345] to 0:1[567]", warning) for warning in found.warnings]
    assert len(silent) == told
    assert all(silent)


def test_several_long_silences_are_told_once(tmp_path: Path) -> None:
    """Of a recording with many holes, a line tells enough."""
    rate = 8000
    quiet = np.zeros((1, 11 * rate), dtype=np.float32)
    samples = np.concatenate([tone(2.0, rate), quiet, tone(2.0, rate), quiet, tone(2.0, rate)], axis=1)
    with av.open(str(tmp_path / "a.wav"), "w", format="wav") as output:
        write_sound(output, add_audio(output, "pcm_s16le", rate, 1, 64_000, 0), samples, rate, 1)

    assert list(probe(tmp_path / "a.wav").warnings) == ["is silent from 0:02 to 0:13, the first of 2 long silences"]


def test_many_short_silences_are_none(tmp_path: Path) -> None:
    """The gate of a recorder: each frame (half a second of this file) is looked at, not one in eight."""
    rate = 8000
    turn = np.concatenate([tone(0.5, rate), np.zeros((1, 7 * rate // 2), np.float32)], axis=1)
    whole = np.tile(turn, (1, 50))
    with av.open(str(tmp_path / "a.flac"), "w", format="flac") as output:
        stream = output.add_stream("flac", rate=rate, layout="mono", options={"frame_size": "4096"})
        for start in range(0, 200 * rate - 4096, 4096):
            part = whole[:, start : start + 4096]
            frame = av.AudioFrame.from_ndarray((part * 32767).astype(np.int16), format="s16", layout="mono")
            frame.sample_rate, frame.pts = rate, start
            output.mux(stream.encode(frame))
        output.mux(stream.encode(None))

    assert not [warning for warning in probe(tmp_path / "a.flac").warnings if "silent" in warning]


def test_opposite_phase_is_told(tmp_path: Path) -> None:
    """Played on one loudspeaker, such a file is silent."""
    found = probe(make_media(tmp_path / "a.wav", channels=2, phase=-1.0))

    assert any("cancel each other out" in warning for warning in found.warnings)


def test_one_dead_channel_is_told(tmp_path: Path) -> None:
    """A cable was loose."""
    found = probe(make_media(tmp_path / "a.wav", channels=2, phase=0.0))

    assert "only its left channel has sound" in found.warnings


def test_a_picture_of_the_cover_makes_no_film(shared: Path) -> None:
    """Covers and the pictures of chapters are not a moving picture."""
    kinds = {file.name: probe(file).kind for file in (shared / "media_tags").iterdir()}

    assert set(kinds.values()) == {"audio"}


def test_names_mean_nothing_to_the_reader(tmp_path: Path) -> None:
    """FFmpeg would take these for patterns, options or addresses."""
    file = make_media(tmp_path / "a.mp3")
    for name in ("http:x.mp3", "-i.mp3", "a%03d.mp3", "pipe:0", "concat:a.mp3|b.mp3", "ümläut 爱.mp3", "a\nb.mp3"):
        assert probe(Path(shutil.copy(file, tmp_path / name))).duration > 2.9


def test_a_glance_takes_the_header_at_its_word(tmp_path: Path) -> None:
    """It is for lists of files; the facts come later."""
    file = make_media(tmp_path / "a.mp3", 30.0, tags={"title": "T"})

    seen = glance(file)

    assert (seen.tags["title"], round(seen.duration)) == ("T", 30)


def test_an_hour_takes_seconds(tmp_path: Path, shared: Path) -> None:
    """Decoding an hour of speech is quick enough to be done always."""
    source = shared / "episodes" / "ep_dev_1.mp3"
    file = tmp_path / "long.mp3"
    file.write_bytes(source.read_bytes()[4096:] * 3)

    began = time.process_time()
    found = probe(file)

    assert found.duration == pytest.approx(3 * 378.9, rel=0.02)
    assert time.process_time() - began < 3


def test_a_movie_in_pieces_whose_sound_waits_for_its_picture_is_sound(tmp_path: Path) -> None:
    """The encoder's lead-in is one frame, which is long where the rate is low; what comes behind it is no loss."""
    file = tmp_path / "a.mp4"
    with av.open(str(file), "w", options={"movflags": "frag_keyframe+empty_moov"}) as output:
        sound, film = add_audio(output, "aac", 16_000, 1, 64_000, 0), add_picture(output, "libx264")
        write_picture(output, film, 10.0)
        write_sound(output, sound, tone(10.0, 16_000, 1), 16_000, 1)

    found = probe(file)

    assert not found.warnings
    assert found.duration == pytest.approx(10.0, rel=0.03)


def test_a_movie_header_that_promises_more_than_the_tracks_is_told_and_nothing_is_cut_off(tmp_path: Path) -> None:
    file = make_media(tmp_path / "a.m4a", 10.0)
    data = bytearray(file.read_bytes())
    length_at = data.index(b"mvhd") + 20
    data[length_at : length_at + 4] = (2 * int.from_bytes(data[length_at : length_at + 4])).to_bytes(4)
    file.write_bytes(data)

    assert probe(file).warnings == ("its header says 0:20, it plays 0:10",)
