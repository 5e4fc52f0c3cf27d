"""The offset between two edits of one talk, from the sound alone."""

from __future__ import annotations

import numpy as np
import pytest

from cli.loopback import RATE, babble, quiet, write_media
from episodes.core.errors import EpisodesError
from episodes.media.alignment import SoundAligner

TALK = babble(5, 60)


def edits():
    louder = (TALK * 1.6).clip(-32000, 32000).astype(np.int16)
    noise = np.random.default_rng(1).normal(0, 400, len(TALK))
    return {
        "an intro": (np.concatenate([quiet(7.3), TALK]), 7.3),
        "a late beginning": (TALK[int(12.85 * RATE) :], -12.85),
        "another level": (louder, 0.0),
        "noise": ((TALK + noise).clip(-32000, 32000).astype(np.int16), 0.0),
        "a part of it": (TALK[20 * RATE : 40 * RATE], -20.0),
        "something put in": (np.concatenate([TALK[: 10 * RATE], babble(9, 8), TALK[10 * RATE :]]), 8.0),
    }


@pytest.mark.parametrize("name", edits())
@pytest.mark.parametrize("video", [False, True])
def test_the_offset_is_right_to_a_fifth_of_a_second(tmp_path, name, video):
    """Whatever was done to the second edit, and in another codec."""
    sound, offset = edits()[name]
    one = write_media(tmp_path / "one.mp3", TALK)
    other = write_media(tmp_path / f"other.{'mp4' if video else 'mp3'}", sound, video=video)

    found = SoundAligner().align(one, other)

    assert found.offset == pytest.approx(offset, abs=0.2)
    assert found.confidence >= 0.5


def test_other_talks_are_not_alike(tmp_path):
    one, other = write_media(tmp_path / "one.mp3", TALK), write_media(tmp_path / "other.mp3", babble(6, 60))

    assert SoundAligner().align(one, other).confidence < 0.15


def test_silence_is_like_nothing(tmp_path):
    one = write_media(tmp_path / "one.mp3", TALK)
    silence = write_media(tmp_path / "silence.mp3", np.zeros(30 * RATE, np.int16))

    assert SoundAligner().align(one, silence).confidence == 0.0


def test_what_is_no_media_is_refused(tmp_path):
    (tmp_path / "text.mp3").write_text("no sound")

    with pytest.raises(EpisodesError):
        SoundAligner().align(tmp_path / "text.mp3", tmp_path / "text.mp3")
