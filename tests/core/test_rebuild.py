"""Records read back: what an export holds is the value that was written."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from episodes.core.chapter import Chapter, Soundbite
from episodes.core.credit import Credit
from episodes.core.episode import Comment, Episode, Link, Origin
from episodes.core.media import Medium, Source
from episodes.core.rebuild import from_record
from episodes.core.record import to_record
from episodes.core.show import Show, ShowSource
from episodes.core.transcript import Fingerprint, ReviewPlace, Segment, Transcript, Word

AT = datetime(2019, 10, 17, 8, 30, 15, 250000, tzinfo=UTC)
VALUES = [
    Show(slug="a", title="A", hosts=(Credit(name="Ann"),), patterns={"number": "x"}, sources=(ShowSource(url="u"),)),
    Episode(
        guid="urn:1", show="a", slug="s", title="T", published_at=AT, number=3, explicit=False, kind="bonus",
        credits=(Credit(name="Bo", role="guest"),), links=(Link(title="L", url="u", kind="citation"),),
        chapters=(Chapter(start=1.25, title="C", end=2),), related=("R",), comments=(Comment(author="x", text="y"),),
        media=(Medium(kind="video", source=Source(provider="p", key="k"), offset=-2.5, loudness=-16.25),),
        origins=(Origin(field="title", origin="feed", confidence=0.5),), soundbites=(Soundbite(start=1, duration=30),),
        remarks=("mended",),
    ),
    Transcript(
        fingerprint=Fingerprint(media_sha256="x", engine="e", model="m", options={"words": "yes"}), language="en",
        duration=0.1 + 0.2, created_at=AT, review=(ReviewPlace(start=0, end=1, reason="r"),),
        segments=(Segment(start=0, end=1, text="t", words=(Word(start=0, end=0.3, text="t"),), doubts=("d",)),),
    ),
]  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_comes_back_as_it_was(value):
    """Through JSON, to the last digit."""
    text = json.dumps(to_record(value))

    assert from_record(type(value), json.loads(text)) == value
    assert json.dumps(to_record(from_record(type(value), json.loads(text)))) == text


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"published_at": "2019-10-17T08:30:15"}, "no zone"),
        ({"published_at": "someday"}, "no time"),
        ({"kind": "opera"}, "cannot be 'opera'"),
        ({"number": "three"}, "number"),
        ({"number": True}, "number"),
        ({"chapters": "all"}, "no list"),
        ({"colour": "blue"}, "colour"),
    ],
)
def test_a_wrong_record_is_refused_by_its_place(change, words):
    """Nothing is lost or made up."""
    with pytest.raises(ValueError, match=words):
        from_record(Episode, {**to_record(VALUES[1]), **change})
