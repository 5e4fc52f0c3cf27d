"""Sound comes out of any file, whole, at the right time, and damage is told."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from episodes.core.errors import MediaError
from episodes.speech.audio import PIECE, RATE, Sound, to_mono
from episodes.speech.opening import open_sound


def a_tone(seconds: float, rate: int = RATE) -> np.ndarray:
    return (np.sin(np.arange(int(seconds * rate)) * 2 * np.pi * 440 / rate) * 0.5).astype(np.float32)


def written(path: Path, *tracks: np.ndarray, codec: str = "pcm_s16le", rate: int = RATE) -> Path:
    """A media file; a track of two rows is stereo."""
    with av.open(str(path), "w") as container:
        layouts = ["stereo" if track.ndim == 2 else "mono" for track in tracks]
        streams = [container.add_stream(codec, rate=rate, layout=layout) for layout in layouts]
        for track, layout, stream in zip(tracks, layouts, streams, strict=True):
            samples = (np.atleast_2d(track).T.reshape(1, -1) * 32767).astype(np.int16)
            frame = av.AudioFrame.from_ndarray(samples, format="s16", layout=layout)
            frame.sample_rate = rate
            container.mux(stream.encode(frame))
            container.mux(stream.encode(None))
    return path


def heard(file: Path, start: float = 0.0) -> tuple[np.ndarray, Sound]:
    sound = Sound(file)
    return np.concatenate([np.zeros(0, np.float32), *sound.pieces(start)]), sound


def test_pieces_join_to_the_whole(tmp_path: Path):
    """Streaming loses no sample."""
    samples, sound = heard(written(tmp_path / "a.wav", a_tone(2.5 * PIECE)))

    assert len(samples) == int(2.5 * PIECE * RATE)
    assert sound.hearing.decoded == pytest.approx(2.5 * PIECE)
    assert not sound.hearing.lost
    assert sound.hearing.missing is None


def test_going_on_lands_on_the_same_sample(tmp_path: Path):
    """A transcription that goes on hears what it would have heard."""
    file = written(tmp_path / "a.wav", a_tone(70))
    whole, _ = heard(file)
    rest, _ = heard(file, 41.5)

    assert np.array_equal(whole[int(41.5 * RATE) :], rest)


def test_opposite_phase_is_heard(tmp_path: Path):
    """Mixing two channels of opposite phase would give silence."""
    tone = a_tone(3)
    samples, _ = heard(written(tmp_path / "a.wav", np.stack([tone, -tone])))

    assert np.abs(samples).max() > 0.4


def test_stereo_is_mixed():
    """Ordinary channels both count."""
    assert to_mono(np.array([[1.0, 0.0], [0.0, 1.0]], dtype=np.float32)).tolist() == [0.5, 0.5]


def test_a_silent_first_track_is_passed_over(tmp_path: Path):
    """The first track that can be heard is taken."""
    file = written(tmp_path / "a.mka", np.zeros(3 * RATE, np.float32), a_tone(3))
    samples, _ = heard(file)

    assert np.abs(samples).max() > 0.4


def test_a_corrupt_middle_keeps_the_time_and_is_told(tmp_path: Path):
    """What follows the damage is heard at its own time, or the loss is told."""
    file = written(tmp_path / "a.mp3", a_tone(20, 44_100), codec="libmp3lame", rate=44_100)
    data = bytearray(file.read_bytes())
    middle = len(data) // 2
    data[middle : middle + len(data) // 10] = b"\x00" * (len(data) // 10)
    file.write_bytes(bytes(data))
    samples, sound = heard(file)

    assert len(samples) / RATE > 17
    assert sound.hearing.lost or sound.hearing.missing or len(samples) / RATE > 19.5


def test_a_cut_file_says_what_is_missing(tmp_path: Path):
    """Half a file is not taken for the whole."""
    file = written(tmp_path / "a.flac", a_tone(60), codec="flac")
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    samples, sound = heard(file)

    assert sound.hearing.decoded == pytest.approx(len(samples) / RATE)
    assert sound.hearing.missing is None or sound.hearing.missing[1] == pytest.approx(60, abs=1)


@pytest.mark.parametrize("tags", [1, 2])
def test_large_tags_are_passed_over(tmp_path: Path, tags: int):
    """FFmpeg would write their bytes out as text; the sound, its length and what is lost of it are as without."""
    plain, tagged = written(tmp_path / "a.mp3", a_tone(5), codec="libmp3lame"), tmp_path / "b, c.mp3"
    private = b"PRIV" + bytes([1, 0, 0, 6]) + b"\0\0" + b"owner\0" + bytes(range(256)) * 8192
    tag = b"ID3\x04\0\0" + bytes([1, 0, 0, 16]) + private
    tagged.write_bytes(tag * tags + plain.read_bytes())

    samples, sound = heard(tagged)

    wanted, without = heard(plain)
    assert np.array_equal(samples, wanted)
    assert sound.hearing == without.hearing
    with open_sound(tagged) as container:
        assert not [name for name in container.metadata if "priv" in name]


@pytest.mark.parametrize("content", [b"", b"no sound in here at all", b"\x00" * 5000])
def test_what_is_no_media_is_refused_by_name(tmp_path: Path, content: bytes):
    """The error names the file."""
    file = tmp_path / "talk.mp3"
    file.write_bytes(content)

    with pytest.raises(MediaError, match=r"talk\.mp3"):
        heard(file)


def test_video_without_sound_is_refused_with_a_hint(tmp_path: Path):
    """A silent film has no transcript."""
    file = tmp_path / "film.mp4"
    with av.open(str(file), "w") as container:
        stream = container.add_stream("mpeg4", rate=10)
        stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")))
        container.mux(stream.encode(None))

    with pytest.raises(MediaError, match="no audio track") as caught:
        heard(file)

    assert caught.value.hint
